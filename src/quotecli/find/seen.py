"""A text given as it is (a line of JSON, the library's) is read as it looks: nothing unseen in it, accents in place.

Soft hyphens in a name would else end it, and so would an accent that is written behind its letter (Unicode's form NFD);
stars of Markdown (*“so”*) and the numbers of notes (“so”[2]) would stand between a quotation and who said it.
Words and offsets of what is found are those of the text as it is.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import replace
from string import ascii_letters

from quotecli.core.article import Article, Paragraph
from quotecli.core.invisible import invisible_places
from quotecli.core.quotation import Quotation
from quotecli.core.types import Span

__all__ = ["as_seen"]

_AROUND_QUOTATION = r"(?<![\w*_])[*_]{1,3}(?=[“„«‘\"])|(?<=[”“»’\"])[*_]{1,3}(?![\w*_])"
_AROUND_NAME = (
    r"(?<=[^\s*_] )(?P<opens>(?P<mark>\*{1,3}|_{1,3}))(?=[^\W\d_])[^*_\n]{1,80}?(?<=[\w.,!?])"
    r"(?P<closes>(?P=mark))(?![\w*_])"
)
_EMPHASIS = re.compile(rf"(?P<alone>{_AROUND_QUOTATION})|{_AROUND_NAME}")
"""What Markdown sets around a quotation or, within a line, around words."""
_NOTE, _RAISED = re.compile(r"\[\d{1,3}\]"), re.compile(r"[”\"](?P<number>\d{1,3})(?=\s|\Z)")
"""The number of a note: in brackets, or as it is left of a raised one."""
_BEFORE_NOTE, _ENDS = frozenset(ascii_letters + '.,;:!?…”’»"'), frozenset(".,!?…")


def as_seen(article: Article, find: Callable[[Article], list[Quotation]]) -> list[Quotation]:
    """Return what `find` finds in an article as its reader sees it, with words and offsets of the article as it is."""
    text = article.text
    seen, gone = _seen(text)
    if not gone:
        return find(article)
    paragraphs = [_moved(paragraph, seen, gone) for paragraph in article.paragraphs]
    numbers = [number for number, paragraph in enumerate(paragraphs, 1) if paragraph.start < paragraph.end]
    kept = tuple(paragraphs[number - 1] for number in numbers)
    shifts = [at - count for count, at in enumerate(gone)]

    def given(span: Span) -> Span:
        end = span.end + bisect_right(shifts, span.end - 1)
        while end < len(text) and unicodedata.combining(text[end]):
            end += 1
        return Span(span.start + bisect_right(shifts, span.start), end)

    found = []
    for one in find(replace(article, text=seen, paragraphs=kept)):
        start, end = given(Span(one.start, one.end))
        said = one.said_as_span and given(one.said_as_span)
        number = numbers[one.paragraph - 1]
        found.append(replace(one, text=text[start:end], start=start, end=end, paragraph=number, said_as_span=said))
    return found


def _seen(text: str) -> tuple[str, list[int]]:
    """Return a text as it looks, and the offsets of what that leaves out: unseen characters, accents written apart."""
    gone, composed = invisible_places(text), unicodedata.is_normalized("NFC", text)
    marks = _marks(text)
    if composed and not gone and not marks:
        return text, gone
    letters = list(text)
    if marks or not composed:
        gone = sorted({*gone, *marks, *(() if composed else _compose(letters))})
    for at in gone:
        letters[at] = ""
    return "".join(letters), gone


def _marks(text: str) -> list[int]:
    """Return the offsets of marks of emphasis and numbers of notes: they stand between words and their speakers."""
    spans = [found.span() for found in _NOTE.finditer(text) if text[found.start() - 1] in _BEFORE_NOTE]
    spans += [found.span("number") for found in _RAISED.finditer(text) if text[found.start() - 1] in _ENDS]
    if "*" in text or "_" in text:
        for found in _EMPHASIS.finditer(text):
            spans += [found.span(name) for name in ("alone", "opens", "closes") if found[name]]
    return [at for span in spans for at in range(*span)]


def _compose(letters: list[str]) -> list[int]:
    """Put accents that stand behind their letters into these; return where they stood."""
    gone = []
    base = 0
    for at, letter in enumerate(letters):
        if not unicodedata.combining(letter):
            base = at
        elif len(composed := unicodedata.normalize("NFC", letters[base] + letter)) == 1:
            letters[base] = composed
            gone.append(at)
    return gone


def _moved(paragraph: Paragraph, seen: str, gone: list[int]) -> Paragraph:
    """Return where a paragraph stands in the text as seen; an empty one where nothing of it is seen."""
    start, end = (at - bisect_left(gone, at) for at in (paragraph.start, paragraph.end))
    words = seen[start:end]
    start += len(words) - len(words.lstrip())
    source = paragraph.source and Span(*(at - bisect_left(gone, at) for at in paragraph.source))
    return replace(paragraph, start=start, end=start + len(words.strip()), source=source)
