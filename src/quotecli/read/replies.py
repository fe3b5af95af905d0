"""The older messages that a reply or a forwarded e-mail carries along (`>`, "On … wrote:") → text like the rest."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from quotecli.core.types import Role
from quotecli.read.draft import Draft
from quotecli.read.printed.running_text import joined_where_broken

__all__ = ["with_heads_aside", "without_frames", "without_marks"]

_MARKS = re.compile(r"[ \t]{0,3}(?P<marks>>(?:[ \t]?>){0,20})[ \t]?")
_WROTE = re.compile(
    r"(?:On|Am|Le|El|Em|Il|Op|Den|W dniu)\b[^“”]{6,300}\b(?:wrote|schrieb[^:\n]{0,120}|a écrit|escribió|escreveu"
    r"|ha scritto|schreef[^:\n]{0,120}|skrev[^:\n]{0,120}|napisał\(?a?\)?)\s?:"
)
_WRAPPED_HEAD = re.compile(
    r"^((?:On|Am|Le|El|Em|Il|Op|Den) [^\n“”]{6,200})\n([^\n“”]{0,100}(?:wrote|schrieb|écrit|escribió)\s?:)",
    re.MULTILINE,
)
_FORWARDED = re.compile(
    r"(?:[-_ ]{3,}\s*)?(?:(?:Begin )?[Ff]orwarded [Mm]essage|Original [Mm]essage|Ursprüngliche Nachricht"
    r"|Weitergeleitete Nachricht|Message (?:original|transféré)|Mensaje (?:original|reenviado))"
    r"\s*:?(?:\s*[-_ ]{3,})?|_{8,}"
)
_HEADER = re.compile(
    r"[*_]{0,2}(?:From|Sent|Date|To|Cc|Bcc|Subject|Reply-To|Von|Gesendet|Datum|An|Betreff|De|Envoyé|À|Objet|Para"
    r"|Enviado|Asunto|Da|Inviato|Oggetto|A)\s?:[*_]{0,2}[ \t]"
)


_FRAME = re.compile(
    r"<blockquote\b[^<>]{0,120}?(?:type=[\"']?cite|gmail_quote|protonmail_quote)[^>]{0,300}>", re.IGNORECASE
)
_ADDRESS = re.compile(
    r"(?<=\S)\s?(?:\[\s?https?://[^\s\]]{1,2000}\s?\]|<https?://[^\s>]{1,2000}>|\(\s?https?://[^\s()]{1,2000}\s?\))"
)
"""Where a link leads, behind its words, as programs write it that make plain text of a page."""


def without_frames(markup: str) -> str:
    """Return an e-mail's HTML with the older messages as text like the rest, not as block quotations."""
    return _FRAME.sub("<div>", markup)


def without_marks(text: str) -> str:
    """Return the plain text of an e-mail without the marks (`>`) before the lines of older messages.

    Where the depth changes a paragraph ends. Nor has it the addresses in brackets that stand behind the words of links.
    """
    out: list[str] = []
    for depth, run in groupby(text.replace("\r\n", "\n").split("\n"), key=_depth):
        lines = list(run)
        out += ["", *_whole([_unmarked(line) for line in lines])] if depth else lines
    whole = _WRAPPED_HEAD.sub(r"\1 \2", "\n".join(out))
    return _ADDRESS.sub("", whole)


def _depth(line: str) -> int:
    found = _MARKS.match(line)
    return found["marks"].count(">") if found else 0


def _unmarked(line: str) -> str:
    found = _MARKS.match(line)
    return line[found.end() :] if found else line


def _whole(lines: Sequence[str]) -> Iterator[str]:
    """Yield the lines of an older message, those of a paragraph as one."""
    for is_block, run in groupby(lines, key=lambda line: bool(line.strip())):
        block = list(run)
        yield from joined_where_broken(block) if is_block and not any(map(_HEADER.match, block)) else block


def with_heads_aside(draft: Draft) -> Draft:
    """Return the draft with the heads of older messages as boilerplate: "On … wrote:", "From: …", "Subject: …"."""
    texts = [draft.text[one.start : one.end] for one in draft.paragraphs]
    heads = {at for at, text in enumerate(texts) if _is_head(text)}
    for at, text in enumerate(texts):
        beside = at - 1 in heads or (at + 1 < len(texts) and _HEADER.match(texts[at + 1]))
        if _HEADER.match(text) and beside:
            heads.add(at)
    roles = ((one, Role.BOILERPLATE if at in heads else one.role) for at, one in enumerate(draft.paragraphs))
    return replace(draft, paragraphs=tuple(replace(one, role=role) for one, role in roles))


def _is_head(text: str) -> bool:
    lines = text.split("\n")
    block = len(lines) > 1 and all(_HEADER.match(line) for line in lines)
    return block or bool(_WROTE.fullmatch(text) or _FORWARDED.fullmatch(text))
