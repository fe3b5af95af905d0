"""The head of a draft of paragraphs: Markdown's, a word processor's or a PDF's, read as a plain text's is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator, Sequence
from dataclasses import replace

from quotecli.core.types import Paragraph, Role
from quotecli.read.databases import read_filed
from quotecli.read.draft import Draft, DraftBuilder
from quotecli.read.head import HEAD_LINES, head_role, read_head
from quotecli.read.lines import label_of
from quotecli.read.titles import TITLE_WITHIN, note_title, title_line

__all__ = ["says_in_lines", "with_head"]

_MAY_BE_HEAD = frozenset({Role.BODY, Role.SUBTITLE, Role.BYLINE, Role.LIST})
_TITLE_AMONG = 4
_SIGNED_WITHIN = 6
"""Characters before the name in a signature: a dash and a blank."""
_LINE_LONGEST = 180
"""Characters of a line that a soft line break sets apart; longer ones are prose."""


def with_head(draft: Draft) -> Draft:
    """Return a draft with what its head says of it; lines that soft breaks part are paragraphs of their own there."""
    draft = replace(draft, paragraphs=tuple(_parted(draft)))
    builder = DraftBuilder()
    lines = [draft.text[one.start : one.end] for one in draft.paragraphs]
    filed = read_filed(builder, lines)
    signatures = {one.source.start for one in draft.paragraphs if one.source}
    heads = [
        line if one.role in _MAY_BE_HEAD and place not in filed.roles and not _signs(one, signatures) else ""
        for place, (line, one) in enumerate(zip(lines[:HEAD_LINES], draft.paragraphs, strict=False))
    ]
    titled = filed.titled or any(one.field == "title" for one in draft.candidates)
    said = read_head(builder, heads, titled=titled)
    title = -1
    if not titled:
        labels = Counter(label for line in lines if (label := label_of(line)))
        firsts = ["" if place in filed.roles else line for place, line in enumerate(lines[:TITLE_WITHIN])]
        title = title_line(firsts, labels, said | filed.roles.keys())
        if title >= 0:
            note_title(builder, lines[title])
    else:
        title = _printed_title(draft, lines)
    roles = filed.roles | {at: head_role(lines[at]) for at in said} | ({title: Role.HEADLINE} if title >= 0 else {})
    paragraphs = tuple(
        replace(one, role=roles.get(at, one.role), start=one.start + filed.prefixes.get(at, 0))
        for at, one in enumerate(draft.paragraphs)
    )
    return replace(draft, paragraphs=paragraphs, candidates=draft.candidates + builder.build().candidates)


def _printed_title(draft: Draft, lines: Sequence[str]) -> int:
    """Return which of the first paragraphs prints the title that the document's properties give; -1 if none does."""
    titles = {one.value.casefold() for one in draft.candidates if one.field == "title"}
    first = ((at, line) for at, line in enumerate(lines[:_TITLE_AMONG]) if draft.paragraphs[at].role in _MAY_BE_HEAD)
    return next((at for at, line in first if " ".join(line.split()).casefold() in titles), -1)


def _signs(one: Paragraph, signatures: Container[int]) -> bool:
    """Tell whether a paragraph signs a block quotation, and so tells of that, not of the document."""
    return any(at in signatures for at in range(one.start, min(one.end, one.start + _SIGNED_WITHIN)))


def says_in_lines(text: str) -> bool:
    """Tell whether a paragraph has several lines of which one, by itself, tells who wrote or printed it, or when."""
    lines = [" ".join(line[: _LINE_LONGEST + 1].split()) for line in text.split("\n", HEAD_LINES)[:HEAD_LINES]]
    return len(lines) > 1 and bool(read_head(DraftBuilder(), lines, titled=True))


def _parted(draft: Draft) -> Iterator[Paragraph]:
    """Yield the paragraphs; of the first ones short lines between soft breaks each by itself."""
    for number, one in enumerate(draft.paragraphs):
        text = draft.text[one.start : one.end]
        if number >= HEAD_LINES or one.source or one.role not in _MAY_BE_HEAD or not says_in_lines(text):
            yield one
            continue
        at = one.start
        while "\n" in (rest := draft.text[at : one.end]):
            line = rest.partition("\n")[0]
            if len(line) > _LINE_LONGEST:
                break
            if stripped := line.strip():
                start = at + line.index(stripped)
                yield replace(one, start=start, end=start + len(stripped))
            at += len(line) + 1
        rest = draft.text[at : one.end]
        if stripped := rest.strip():
            start = at + rest.index(stripped)
            yield replace(one, start=start, end=start + len(stripped))
