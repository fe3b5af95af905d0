"""Finds letters to the editor: the paragraphs from a salutation, `Sir – …`, `To the Editor:`, down to a signature."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from quotecli.core.tables import read_table
from quotecli.core.types import Role, Span
from quotecli.find.structure.name_lines import line_spans, name_line
from quotecli.find.structure.shared import Layout

_REACH = 14
"""Paragraphs below a salutation among which the signature is looked for."""
_TAIL = 400
"""Characters at the end of a paragraph in which its last lines may be a signature."""
_SIGNATURE_LINES = 5
_SALUTATION_LONGEST = 80
_CLOSING_WORDS = 6
_SHORT = 80
_LONGEST_LINE = 160
_NAMELESS = re.compile(r"[\s*_(\[—–-]*(?P<words>[^\W\d_][\w ]*(?:, address withheld)?)", re.IGNORECASE)
_SET_OFF = re.compile(r"[ \t\xa0]?(?:[–—:]|,(?:[ \t\xa0]?[–—-])?|-(?=\s))[*_]{0,3}(?=\s|\Z)")
"""What stands behind a salutation; without it "Sir Ned Poole" and "Madam Butterfly" would open letters."""
_WORDS = re.compile(r"\s*[\"“‘«„'*_(]{0,3}[^\W_a-zß-öø-ÿ]")
_ENDED = frozenset(".!?…:;,”\"’')»–—-")
_ROLES = frozenset((Role.BODY, Role.SUBTITLE, Role.BYLINE, Role.LIST, Role.CAPTION))
"""What the short lines of plain text, signatures among them, are taken for."""


class _Signed(NamedTuple):
    """Where a letter ends: the signature's paragraph, the end of the words, and who signs."""

    paragraph: int
    words_end: int
    name: Span


@cache
def letter_phrases(kind: str) -> frozenset[str]:
    """Return the set phrases of one kind, lower case: `salutation`, `address`, `close` or `anonymous`."""
    return frozenset(row[0] for row in read_table("quotecli.find", "letters.tsv") if row[1] == kind)


@cache
def _salutation() -> re.Pattern[str]:
    longest_first = sorted(letter_phrases("salutation") | letter_phrases("address"), key=len, reverse=True)
    return re.compile(rf"[*_]{{0,3}}(?P<words>{'|'.join(map(re.escape, longest_first))})(?!\w)", re.IGNORECASE)


@cache
def _initials() -> frozenset[str]:
    phrases = letter_phrases("salutation") | letter_phrases("address")
    return frozenset(("*", "_", *(phrase[0].upper() for phrase in phrases)))


def find_letters(layout: Layout) -> None:
    """Claim the letters of the article: the paragraphs of one go on from each other, its source is who signs it.

    A salutation is part of the words where it stands on a line with them. A letter that nobody signs is left alone.
    """
    openings = list(_openings(layout))
    ends = [number for number, _ in openings[1:]] + [len(layout.article.paragraphs)]
    for (number, start), end in zip(openings, ends, strict=False):  # without an opening there is one end
        signed = _signature(layout, number, start, min(end, number + 1 + _REACH))
        if signed is not None:
            _claim(layout, number, start, signed)


def _openings(layout: Layout) -> Iterator[tuple[int, int]]:
    """Yield the paragraphs that a salutation opens, and where the words begin: behind one on a line of its own."""
    text = layout.article.text
    for number, paragraph in enumerate(layout.article.paragraphs):
        if text[paragraph.start] not in _initials():
            continue
        end = min(paragraph.end, paragraph.start + _SALUTATION_LONGEST)
        greeting = _salutation().match(text, paragraph.start, end)
        if greeting is None or greeting["words"][0].islower() or paragraph.role not in _ROLES:
            continue
        words = greeting["words"].lower()
        behind = _SET_OFF.match(text, greeting.end(), end)
        if behind is None and (greeting.end() < paragraph.end or " " not in words):
            continue  # "Sir Ned Poole"; "Dear Sir" may be all of a paragraph
        if not layout.free(number):
            continue
        at = behind.end() if behind else greeting.end()
        line_end = text.find("\n", at, end)
        if not text[at : line_end if line_end >= 0 else end].strip():
            yield number, at
        elif words in letter_phrases("address") and behind and ":" not in behind[0]:
            continue  # "The editor, Ann Lee, resigned"
        elif words.startswith("dear ") or _WORDS.match(text, at, end):
            yield number, paragraph.start


def _signature(layout: Layout, number: int, start: int, limit: int) -> _Signed | None:
    """Return the first signature in paragraphs `number` to `limit`, or None where the letter seems to have none."""
    text, paragraphs = layout.article.text, layout.article.paragraphs
    words_end = start
    closed = False
    for at in range(number, limit):
        paragraph = paragraphs[at]
        if not layout.free(at) or paragraph.role not in _ROLES:
            return None
        begun = words_end > start
        for line in _last_lines(text, max(paragraph.start, start), paragraph.end):
            opens = line.start == paragraph.start and at > number
            courtesy = words_end > start and _closes(text, line)
            if words_end > start and not courtesy and (closed or opens or text[words_end - 1] in _ENDED):
                name = _signer(text, line, closed=closed)
                if name is not None:
                    return _Signed(at, words_end, name)
            closed = courtesy
            if not closed:
                words_end = line.end
        short = paragraph.end - paragraph.start < _SHORT and text[paragraph.end - 1] not in _ENDED
        if begun and short and not closed:
            return None  # the heading of another letter, a signature of a form unknown
    return None


def _last_lines(text: str, start: int, end: int) -> list[Span]:
    """Return the last lines of a paragraph, the first of them with all that stands before it."""
    low = max(start, end - _TAIL)
    lines = line_spans(text, low, end)
    kept = lines[-_SIGNATURE_LINES - 1 :]
    if kept and (low > start or len(kept) < len(lines)):
        kept[0] = Span(start, kept[0].end)
    return kept


def _signer(text: str, line: Span, *, closed: bool) -> Span | None:
    """Return who signs where a line is a signature: a name, or a phrase that stands for one."""
    if line.end - line.start > _LONGEST_LINE:
        return None
    bare = _NAMELESS.match(text, *line)
    if bare is not None and bare["words"].lower() in letter_phrases("anonymous"):
        return Span(*bare.span("words"))
    found = name_line(text, *line)
    if found is None or not (closed or found.detailed or " " in text[slice(*found.name)]):
        return None
    return found.name


def _closes(text: str, line: Span) -> bool:
    """Tell whether a line is all courtesy: `Yours faithfully,`, `Yours in some despair`."""
    if line.end - line.start > _SHORT:
        return False
    words = text[line.start : line.end].strip(" *_,.").lower()
    if words in letter_phrases("close"):
        return True
    return words.startswith("yours ") and len(words.split()) <= _CLOSING_WORDS and text[line.end - 1] not in ".!?"


def _claim(layout: Layout, number: int, start: int, signed: _Signed) -> None:
    """Take the paragraphs of a letter, signature and all, and add its words."""
    continues = None
    for at in range(number, signed.paragraph + 1):
        paragraph = layout.article.paragraphs[at]
        layout.take(at)
        begin, end = max(paragraph.start, start), min(paragraph.end, signed.words_end)
        if begin < end:
            continues = layout.add(at, begin, end, "block", source=signed.name, continues=continues, hint=1.0)
