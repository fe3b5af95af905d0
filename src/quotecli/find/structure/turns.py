"""Where the turns of a script go on, and turns that stand in quotation marks: `"HALLAM: It is open.` line by line."""

from __future__ import annotations

import re

from quotecli.core.types import Article, Span
from quotecli.find.structure.shared import trim

OPENING = '"“'
_DOUBLE = re.compile(r'[“”"«»„]')

_CUE = re.compile(r"\b(?:said|says|told|asked|added|replied|explained|continued|laughs?)\b")
_REPORTING = re.compile(r"There (?:was|were) (?:a (?:brief )?(?:pause|silence)|applause|cheers|laughter|silence)\b")
_ADDRESSING = re.compile(r"\b(?:I|me|[Mm]y|[Ww]e|us|[Oo]ur|[Yy]ou|[Yy]our)\b")
_LEAST_NAME = 4
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
_FIGURE = re.compile(
    rf"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s?)?"
    rf"(?:(?:\d{{1,2}}(?:st|nd|rd|th)?\s{_MONTH}|{_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?|{_MONTH})(?:,?\s\d{{4}})?"
    r"|\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}|(?:about\s)?\d[\d.,:]*\s?(?:hours?|hrs?|minutes?|mins?|seconds?|secs?|words|pages|[ap]\.?m\.?)"
    r"(?:\s\d{1,2}\s?(?:minutes?|mins?|seconds?|secs?))?)?"
    r"(?:,?\s(?:at\s)?\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\.?)?)?"
)
_LONGEST_FIGURE = 60


def holds_marks(text: str, start: int, end: int) -> bool:
    """Tell whether double marks stand in `text[start:end]`."""
    return _DOUBLE.search(text, start, end) is not None


def inside_marks(text: str, span: Span) -> Span | None:
    """Return the words of a paragraph whose opening mark stands before `span`, without the mark that closes them.

    None where the marks close before the paragraph's end, as the reporter goes on: `"HALLAM: No," the record says.`
    Quotations inside come in pairs. Offsets are into `text`.
    """
    start, end = trim(text, *span)
    marks = [found.start() for found in _DOUBLE.finditer(text, start, end)]
    if marks and marks[-1] == end - 1 and len(marks) % 2:
        start, end = trim(text, start, marks.pop())
    opened = not marks or (text[marks[0]] not in "”»" and text[marks[0] - 1] in " \xa0([—–-")
    return Span(start, end) if start < end and opened and len(marks) % 2 == 0 else None


def is_figure(words: str) -> bool:
    """Tell whether the words behind a label are a date, an hour or a length and nothing else, without a full stop."""
    plain = words.strip()
    return 0 < len(plain) <= _LONGEST_FIGURE and _FIGURE.fullmatch(plain) is not None


def is_spoken(article: Article, number: int, *, alone: bool) -> bool:
    """Tell whether an unlabelled paragraph reads as the turn going on, not as the reporter's own."""
    if alone:
        return True
    paragraph = article.paragraphs[number]
    return not (
        holds_marks(article.text, paragraph.start, paragraph.end)
        and _CUE.search(article.text, paragraph.start, paragraph.end)
    )


def is_note(article: Article, number: int, name: Span) -> bool:
    """Tell whether an unlabelled paragraph is the editor's: it names who speaks or the outlet, and nobody says "I"."""
    paragraph = article.paragraphs[number]
    if _ADDRESSING.search(article.text, paragraph.start, paragraph.end):
        return False
    if _REPORTING.match(article.text, paragraph.start, paragraph.end):
        return True
    names = [article.text[name.start : name.end].split()[-1].title(), article.outlet or ""]
    words = article.text[paragraph.start : paragraph.end]
    return any(len(known) >= _LEAST_NAME and re.search(rf"\b{re.escape(known)}\b", words) for known in names)
