"""Reads the labels of a script's turns: `MR TULK: …`, `Q. …`, `[00:12:03] Name: …`, `Mr. DANFORTH. …`."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache, lru_cache
from typing import NamedTuple

from quotecli.core.tables import read_table
from quotecli.core.types import Article, Role, Span
from quotecli.find.structure.shared import Layout
from quotecli.find.words.lexicon import vocabulary

_TIME = r"[\[(]?\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d{1,3})?[\])]?"
LABEL = re.compile(
    rf"""[>\s]{{0,3}}(?:{_TIME}\s{{0,3}})?[*_]{{0,3}}["“]?
    (?P<name>[^\W\d_][\w.’'\-]{{0,30}}(?:[ \xa0][\w.’'\-&/#]{{1,30}}){{0,5}}
    (?:(?:,?\s\([^()\n]{{1,60}}\))?(?<=[A-Z)]{{2}}),\s[A-Z][A-Z\d .,&'’/()\-]{{1,80}}(?:\s?\([^()\n]{{1,30}}\))?
    |,?\s\([^()\n]{{1,60}}\)(?:\s\([^()\n]{{1,30}}\))?|,\s[A-Z][\w. \-]{{1,30}}
    |(?<=[A-Z]{{3}}),\s[a-z][\w. \-]{{1,40}})?)
    (?:(?P<loose>[*_]{{0,3}}\s{{0,3}}{_TIME}[*_]{{0,3}}:?)|[*_]{{0,3}}\s?[:：][*_]{{0,3}})(?=\s|\Z)""",
    re.VERBOSE,
)
_QA = re.compile(
    r"[*_]{0,3}(?P<name>[QA]|Question|Answer)(?:[.:]|\s?[–—-]|(?=[ \xa0\t]{2}))[*_]{0,3}"
    r"(?:\s{1,4}\((?:BY|By) [^()\n]{2,40}\))?(?=\s)"  # "Q. (By Mr. Tulk) And then?"
)
_GLUED_Q = re.compile(r"(?P<name>Q)(?=[A-Z][a-z]|[AI]\s)")  # a bold Q whose formatting was lost
_BOLD_LABEL = re.compile(r"(?:\*\*|__|\(\()(?P<name>[^\W\d_][^*_()\n:]{0,60}?)\s?:?(?:\*\*|__|\)\))\s?:?(?=\s+\S)")
_RECORD = re.compile(  # "Mr. DANFORTH. I yield.", as the Congressional Record prints it
    r"(?P<name>(?:[A-Z][\w’'-]*\.?\s){0,3}(?!(?:MRS?|MS|DR|SEN|REP|GOV|GEN|PROF|LT|COL|SGT|CAPT|REV|HON)\.)"
    r"[A-Z][A-Z’'\-]{2,}(?:\sof\s[A-Z][a-z]+(?:\s[A-Z][a-z]+)?)?)"
    r"\.(?:\s?[—–-])?\s(?=[\"“‘'(\[]?[A-Z\d])"
)
_OFFICE = re.compile(  # "The Minister for Transport (Ann Lee) (Con):", as Hansard prints it
    r"(?:The|Madam|Mr\.?) [A-Z][\w’', -]{2,90}?\s\((?P<name>(?:[A-Z][\w.’'-]*\s){1,4}[A-Z][\w.’'-]+)\)"
    r"(?:\s\([A-Z][\w .&/]{1,30}\))?:(?=\s)"
)
_DASHED = re.compile(r"(?P<name>[A-ZÀ-Þ](?:[\w’'-]*|\.)(?:[ \xa0][A-ZÀ-Þ](?:[\w’'-]+|\.)){1,3})[ \xa0][–—](?=[ \xa0])")
_FORMS = {
    (marked, colon): (
        *((_QA, _GLUED_Q, _BOLD_LABEL) if marked else ()),
        _RECORD,
        *((_OFFICE, LABEL) if colon else ()),
        _DASHED,
    )
    for marked in (False, True)
    for colon in (False, True)
}
"""The forms of labels worth trying: some begin with a mark, Q or A, and the costliest needs a colon."""
_UNSPOKEN = frozenset((Role.SUBTITLE, Role.CAPTION, Role.BYLINE))
_CAPITALISED = re.compile(r"(?:[A-Z][\w.’'-]*\s){1,4}(?=[\"“‘'(]?[A-Z])")
_SURNAME_IN_CAPITALS = re.compile(r"[A-Z][A-Z’'\-]{2,}(?:\sof\s[\w ]+)?\Z")
_LONGEST_LABEL = 70
PARTICLES = vocabulary("particles (script)")
"""Words of labels in small letters."""
_COUNTER = re.compile(r"Q\d{1,4}\.?\s+(?=[A-Z])")
"""Before a label, the number of the question: "Q12 Chair: "."""
_COUNTED = re.compile(r"\s(?:[IVX]{1,4}|\d{1,2})\Z")
_TURNS_OF_INITIALS = 3
_LONG_LABEL = re.compile(r"^[^\W\d_][^\n:,]{0,40}\s([^\W\d_]+)(?:,[^\n:]{1,30})?:", re.MULTILINE)


_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
_FIGURE = re.compile(
    rf"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s?)?"
    rf"(?:(?:\d{{1,2}}(?:st|nd|rd|th)?\s{_MONTH}|{_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?|{_MONTH})(?:,?\s\d{{4}})?"
    r"|\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}|(?:about\s)?\d[\d.,:]*\s?(?:hours?|hrs?|minutes?|mins?|seconds?|secs?|words|pages|[ap]\.?m\.?)"
    r"(?:\s\d{1,2}\s?(?:minutes?|mins?|seconds?|secs?))?)?"
    r"(?:,?\s(?:at\s)?\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\.?)?)?"
)
_LONGEST_FIGURE = 60
_SCORE = re.compile(r"[^\n]*[^\W\d_]\s\d{1,3}(?:,\s[^\n]*[^\W\d_]\s\d{1,3}|\s?[-–]\s?\d{1,3})\b[^\n]*")
"""The result of a match, which heads its report: "Herons 5, Moles 1:", "Athletic 2-1 United:"."""


class Turn(NamedTuple):
    """A paragraph that a label opens.

    Attributes:
        paragraph: its index.
        name: where the label's name stands.
        words: where what is said begins.
        capitals: whether the label is in capitals, or ends in a surname in them; `timed`: whether a time stands by it.
    """

    paragraph: int
    name: Span
    words: int
    capitals: bool
    timed: bool


@cache
def _no_labels() -> frozenset[str]:
    return frozenset(row[0] for row in read_table("quotecli.find", "no_labels.tsv"))


def labelled_turns(layout: Layout) -> list[Turn]:
    """Return the paragraphs that begin with a label of one of the forms, the first that fits."""
    article, text = layout.article, layout.article.text
    wide = "：" in text
    found: list[Turn] = []
    for number in layout.unclaimed():
        paragraph = article.paragraphs[number]
        if paragraph.role in _UNSPOKEN:
            continue
        if paragraph.role is Role.HEADLINE and text[paragraph.end - 1] not in ".?!":
            continue
        start = paragraph.start
        end = min(paragraph.end, start + 2 * _LONGEST_LABEL)
        colon = text.find(":", start, end) >= 0 or (wide and text.find("：", start, end) >= 0)
        label = None
        for form in _FORMS[text[start] in "QA*_(", colon]:
            if label := form.match(text, start, end):
                break
        if label is None or len(label["name"].partition(",")[0]) > _LONGEST_LABEL:
            continue
        turn = _turn(article, number, label)
        if turn is not None:
            found.append(turn)
    return found


def _turn(article: Article, number: int, label: re.Match[str]) -> Turn | None:
    """Return the turn that a label opens, or None where the label can name no speaker."""
    paragraph = article.paragraphs[number]
    words = label["name"]
    bare = words.partition("(")[0].partition(",")[0].strip()
    counted = _COUNTED.sub("", bare)  # "UPDATE II:"
    spoken = article.text[label.end() : paragraph.end]
    if (spoken and not any(char.isalpha() for char in spoken)) or _is_figure(spoken):
        return None  # a table: "Clinton: 1,769.", "First shown: 12 October 2016"
    if _SCORE.fullmatch(words):
        return None
    if (counted.casefold() in _no_labels() and not _is_often_label(article, bare)) or not (
        words[:1].isupper() or paragraph.time is not None
    ):
        return None
    if label.groupdict().get("loose") and not _may_be_called(bare):
        return None  # "The meeting was suspended at 14:51"
    counter = _COUNTER.match(bare)
    begin = label.start("name") + (counter.end() if counter else 0)
    name = Span(begin, label.start("name") + len(bare))
    timed = article.text[paragraph.start] in "[(0123456789" or label.groupdict().get("loose") is not None
    capitals = bare.isupper() or _SURNAME_IN_CAPITALS.search(bare) is not None
    return Turn(number, name, label.end(), capitals, timed or paragraph.time is not None)


def _may_be_called(words: str) -> bool:
    """Tell whether words before a time may name a speaker: no more than one in small letters, or a particle."""
    small = [word for word in words.split() if word[0].islower() and word not in PARTICLES]
    return len(small) < 2


def _is_figure(words: str) -> bool:
    """Tell whether the words behind a label are a date, an hour or a length and nothing else, without a full stop."""
    plain = words.strip()
    return 0 < len(plain) <= _LONGEST_FIGURE and _FIGURE.fullmatch(plain) is not None


def _is_often_label(article: Article, name: str) -> bool:
    """Tell whether initials open three lines or more, or a full name ends so: "NB:", "MARCH:" are speakers there."""
    if not name.isupper():
        return False
    return article.text.count(f"\n{name}:") >= _TURNS_OF_INITIALS or name in _ends_of_labels(article.text)


@lru_cache(maxsize=1)
def _ends_of_labels(text: str) -> frozenset[str]:
    """Return the last words of the labels of several words that open lines: MARCH of "CALLUM MARCH, HOST:"."""
    return frozenset(_LONG_LABEL.findall(text))


def bare_turns(layout: Layout) -> list[Turn]:
    """Return paragraphs that begin with capitalised words that others begin with, too: `Ann Lee How was it?`.

    So labels look whose bold print was lost and that had no colon.
    """
    article = layout.article
    openings: list[tuple[int, list[str]]] = []
    for number, paragraph in enumerate(article.paragraphs):
        if paragraph.role is Role.BODY and layout.free(number):
            found = _CAPITALISED.match(article.text, paragraph.start, min(paragraph.end, paragraph.start + 80))
            words = found[0].split() if found else []
            openings.append((number, [" ".join(words[: count + 1]) for count in range(len(words))]))
    counts = Counter(prefix for _, prefixes in openings for prefix in prefixes)
    turns = []
    for number, prefixes in openings:
        if prefixes:
            label = max(prefixes, key=lambda prefix: (counts[prefix], len(prefix)))
            start = article.paragraphs[number].start
            name = Span(start, start + len(label))
            turns.append(Turn(number, name, name.end, capitals=True, timed=False))
    return turns
