"""Embedded posts and block quotations: their words, and the line that names who is quoted."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quotecli.read.lines import post_source

_SOURCE_LINE = re.compile(
    r"^\s*(?:[—–―‒-]{1,3}|~)\s*(?P<named>\S.{1,160})$"
    r"|^(?P<shared>(?:A|Une|Un|Ein|Una) (?:post|publication|video|photo|Beitrag|publicación|foto)\b.{0,40}?"
    r"\b(?:shared by|partagée? par|posted by"
    r"|von|compartida por) .{2,160})$"
    r"|^(?P<handled>[^\n]{0,60}\(@[\w.]{1,60}\)[^\n]{0,60})$"
    r"|^(?P<posted>(?:Posted|Publiée?|Gepostet) (?:by|par|von) .{2,160})$",
    re.DOTALL,
)
_HANDLE_LINE = re.compile(r"^(?:\S.{0,60}\s)?\(?@[\w.]{1,60}\)?(?:[ ·•-].{0,60})?$")
_HANDLE = re.compile(r"@?[\w.]{2,40}")
_INVITATION = re.compile(
    r"^(?:View (?:this (?:post|profile|photo)|more|full|on) .*"
    r"|(?:Sieh dir|Voir cette|Ver esta) .*Instagram.*|See (?:this|more|posts).*"
    r"|Add a comment.*|\d[\d,.]* (?:likes|comments).*|Post by .{0,40}|Watch (?:this|on) .*)$"
)
_QUOTED_LONGEST = 160


def split_post(texts: Sequence[str]) -> tuple[str, str]:
    """Split the lines of an embedded post into its words and the line that names author, handle and date (or "")."""
    lines = [part for text in texts for line in text.split("\n") for part in _parted(line)]
    lines = [line for line in lines if not _INVITATION.match(line.strip())]
    words: list[str] = []
    source = ""
    for number, line in enumerate(lines):
        found = _SOURCE_LINE.match(line)
        last = number >= len(lines) - 2
        if found and (found["shared"] or found["posted"] or last):
            source = next(part for part in found.groups() if part)
        elif last and not words and _HANDLE.fullmatch(line.strip()):
            continue  # nothing but the account's name
        elif not source and _HANDLE_LINE.match(line) and (last or number == 0) and len(lines) > 1:
            source = line
        elif source and last and len(line) < 60 and words and number == len(lines) - 1:
            source = f"{source} {line}"
        else:
            words.append(line)
    return "\n".join(words), source.strip()


def _parted(line: str) -> list[str]:
    """Part a line that holds a post's words and its author too ("It rains — Ada Obi (@ada) 1 May")."""
    span = post_source(line)
    if span is None:
        return [line]
    words = line[: span[0]].rstrip(" —–―-\u00a0")
    return [words, f"— {line[span[0] : span[1]]}"] if words else [line]


def quoted_source(text: str) -> str | None:
    """Return the name in a block quotation's last line ("— Jane Doe, The Report"), or None when it is none."""
    if len(text) > _QUOTED_LONGEST or "\n" in text:
        return None
    found = re.match(r"^\s*(?:[—–―]|--?)\s*(?=[^\W\d_“\"'@])(.+)$", text)
    return found[1] if found else None
