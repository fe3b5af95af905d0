"""Finds speech in script form: `MR TULK: …`, `Q. …`, `[00:12:03] Name: …`, interviews with labelled turns."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from quotecli.core.tables import read_table
from quotecli.core.types import Article, Role, Span
from quotecli.find.structure.interview import find_interview
from quotecli.find.structure.shared import Layout, trim
from quotecli.find.structure.turns import OPENING, inside_marks, is_figure, is_note, is_spoken
from quotecli.find.words.closed import OFFICES
from quotecli.find.words.lexicon import gender_of_given, titles, vocabulary

_TIME = r"[\[(]?\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d{1,3})?[\])]?"
_LABEL = re.compile(
    rf"""[>\s]{{0,3}}(?:{_TIME}\s{{0,3}})?[*_]{{0,3}}["“]?
    (?P<name>[^\W\d_][\w.’'\-]{{0,30}}(?:[ \xa0][\w.’'\-&/#]{{1,30}}){{0,5}}
    (?:,?\s\([^()\n]{{1,40}}\)(?:\s\([^()\n]{{1,30}}\))?|,\s[A-Z][\w. \-]{{1,30}}
    |(?<=[A-Z]{{3}}),\s[a-z][\w. \-]{{1,40}})?)
    (?:(?P<loose>[*_]{{0,3}}\s?{_TIME}[*_]{{0,3}}:?)|[*_]{{0,3}}\s?[:：][*_]{{0,3}})(?=\s|\Z)""",
    re.VERBOSE,
)
_QA = re.compile(r"[*_]{0,3}(?P<name>[QA]|Question|Answer)(?:[.:]|\s?[–—-]|(?=[ \xa0\t]{2}))[*_]{0,3}(?=\s)")
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
_FORMS = {
    (marked, colon): (*((_QA, _GLUED_Q, _BOLD_LABEL) if marked else ()), _RECORD, *((_OFFICE, _LABEL) if colon else ()))
    for marked in (False, True)
    for colon in (False, True)
}
"""The forms of labels worth trying: some begin with a mark, Q or A, and the costliest needs a colon."""
_UNSPOKEN = frozenset((Role.SUBTITLE, Role.CAPTION, Role.BYLINE))
_CAPITALISED = re.compile(r"(?:[A-Z][\w.’'-]*\s){1,4}(?=[\"“‘'(]?[A-Z])")
_SURNAME_IN_CAPITALS = re.compile(r"[A-Z][A-Z’'\-]{2,}(?:\sof\s[\w ]+)?\Z")
_ASKED = re.compile(r"Q(?:uestion)?\s?\d{0,2}", re.IGNORECASE)
_STAGE = re.compile(
    r"[(\[][^()\[\]\n]{1,80}[)\]]\.?"
    r"|(?:The (?:Assembly|Committee|House|court|hearing|meeting|session|sitting)|Sitting|Meeting)(?: was)? "
    r"(?:adjourned|divided|resumed|rose|suspended|withdrew)\b[^?!\n]{0,100}"
)
_CLOSING = re.compile(
    r"END|###|-30-|\d{1,2}[:.]\d\d\s?[AaPp]\.?[Mm]\.?\b[^?!]{0,20}"
    r"|[“\"]?(?:Follow|Find|Like) [^\n.?!]{1,60} on"
    r" (?:Bluesky|Facebook|Instagram|LinkedIn|Threads|TikTok|Twitter|X)\b[^\n]{0,60}"
)
"""A line on which a transcript ends, that only tells when, or where to follow the reporter."""
_HEADING = re.compile(r"[A-Z][\w’'-]*(?: [\w’'-]+){1,5}")
"""A few words without a stop between two turns: "Quick-fire round"."""
_LONGEST_LABEL = 70
_FEWEST = 5  # turns without any mark of a label that make a script
_COUNTER = re.compile(r"Q\d{1,4}\.?\s+(?=[A-Z])")
"""Before a label, the number of the question: "Q12 Chair: "."""
_COUNTED = re.compile(r"\s(?:[IVX]{1,4}|\d{1,2})\Z")
_TURNS_OF_INITIALS = 3
_LONG_LABEL = re.compile(r"^[^\W\d_][^\n:,]{0,40}\s([^\W\d_]+)(?:,[^\n:]{1,30})?:", re.MULTILINE)
_SENTENCE_ENDS = frozenset(".?!…:”\"’')]*—–-。？！")  # a label on a line of its own ends with its colon or time code
_SPOKEN_MEDIA = ("interview", "transcript")
_PARTICLES = vocabulary("particles (script)")


class _Turn(NamedTuple):
    paragraph: int
    name: Span
    words: int
    capitals: bool
    timed: bool


_CAPITAL = re.compile(r"(?<= )[A-Z][\w’'-]*")


@cache
def _no_labels() -> frozenset[str]:
    return frozenset(row[0] for row in read_table("quotecli.find", "no_labels.tsv"))


def find_script(layout: Layout) -> None:
    """Claim the turns of speech of a script, and the unlabelled paragraphs in which a turn goes on."""
    labelled = _turns(layout)
    turns = _sure(layout.article, labelled) or _exchange(layout.article, labelled)
    if _only_asks(layout.article, turns) and find_interview(layout):
        return
    if not turns and _asks_twice(layout.article):
        turns = _all_labelled(layout.article, _bare_labels(layout))
    if not turns:
        find_interview(layout)
        return
    whole = _is_transcript(layout.article, turns)
    labels = Counter(layout.article.text[slice(*turn.name)] for turn in turns)
    turns = [turn for turn in turns if not _in_headline(layout.article, turn, labels)]
    for number, turn in enumerate(turns):
        after = turns[number + 1].paragraph if number + 1 < len(turns) else None
        _add_turn(layout, turn, after, whole=whole)


def _turns(layout: Layout) -> list[_Turn]:
    """Return the paragraphs that begin with a label of one of the forms, the first that fits."""
    article, text = layout.article, layout.article.text
    wide = "：" in text
    found: list[_Turn] = []
    for number, paragraph in enumerate(article.paragraphs):
        if paragraph.role in _UNSPOKEN or not layout.free(number):
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
        if label is None or len(label["name"]) > _LONGEST_LABEL:
            continue
        turn = _turn(article, number, label)
        if turn is not None:
            found.append(turn)
    return found


def _asks_twice(article: Article) -> bool:
    """Tell whether two paragraphs are questions, without which no labels that lost their marks are looked for."""
    return sum(article.text[paragraph.end - 1] == "?" for paragraph in article.paragraphs) > 1


def _turn(article: Article, number: int, label: re.Match[str]) -> _Turn | None:
    """Return the turn that a label opens, or None where the label can name no speaker."""
    paragraph = article.paragraphs[number]
    words = label["name"]
    bare = words.partition("(")[0].partition(",")[0].strip()
    counted = _COUNTED.sub("", bare)  # "UPDATE II:"
    spoken = article.text[label.end() : paragraph.end]
    if (spoken and not any(char.isalpha() for char in spoken)) or is_figure(spoken):
        return None  # a table: "Clinton: 1,769.", "First shown: 12 October 2016"
    if (counted.casefold() in _no_labels() and not _is_often_label(article, bare)) or not (
        words[:1].isupper() or paragraph.time is not None
    ):
        return None
    counter = _COUNTER.match(bare)
    begin = label.start("name") + (counter.end() if counter else 0)
    name = Span(begin, label.start("name") + len(bare))
    timed = article.text[paragraph.start] in "[(0123456789" or label.groupdict().get("loose") is not None
    capitals = bare.isupper() or _SURNAME_IN_CAPITALS.search(bare) is not None
    return _Turn(number, name, label.end(), capitals, timed or paragraph.time is not None)


def _is_often_label(article: Article, name: str) -> bool:
    """Tell whether initials open three lines or more, or a full name ends so: "NB:", "MARCH:" are speakers there."""
    if not name.isupper():
        return False
    return article.text.count(f"\n{name}:") >= _TURNS_OF_INITIALS or name in _ends_of_labels(article.text)


@lru_cache(maxsize=1)
def _ends_of_labels(text: str) -> frozenset[str]:
    """Return the last words of the labels of several words that open lines: MARCH of "CALLUM MARCH, HOST:"."""
    return frozenset(_LONG_LABEL.findall(text))


def _bare_labels(layout: Layout) -> list[_Turn]:
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
            turns.append(_Turn(number, name, name.end, capitals=True, timed=False))
    return turns


def _all_labelled(article: Article, turns: list[_Turn]) -> list[_Turn]:
    """Keep labels without a mark only where speakers take turns, one asks, and nearly every paragraph has a label.

    News, too, begins its paragraphs with "NATO Secretary" more than once.
    """
    counts = Counter(_key(article, turn) for turn in turns)
    turns = [turn for turn in turns if counts[_key(article, turn)] >= 2]
    speakers = [_key(article, turn) for turn in turns]
    if len(turns) < _FEWEST or len(set(speakers)) < 2:
        return []
    ends = [article.text[article.paragraphs[turn.paragraph].end - 1] for turn in turns]
    unbroken = 5 * len(turns) >= 4 * (turns[-1].paragraph - turns[0].paragraph + 1)
    change = sum(one != other for one, other in pairwise(speakers))
    sentences = sum(end in _SENTENCE_ENDS for end in ends)
    regular = unbroken and 3 * change >= 2 * (len(turns) - 1) and 5 * sentences >= 4 * len(turns)
    return turns if regular and ends.count("?") >= 2 else []


def _sure(article: Article, turns: list[_Turn]) -> list[_Turn]:
    """Keep the turns whose labels recur, and where a script is certain those of its other speakers."""
    if not turns:
        return []
    spoken = sum(article.text[article.paragraphs[turn.paragraph].end - 1] in _SENTENCE_ENDS for turn in turns)
    if 3 * spoken < 2 * len(turns) and not _is_chat(article, turns):
        return []  # headings, tables, credits
    counts = Counter(_key(article, turn) for turn in turns)
    if counts["a"] and counts["q"] and counts["a"] + counts["q"] > 2:
        only = len(turns) == counts["a"] + counts["q"]
        return [turn for turn in turns if only or _recurs(article, turn, counts) or _is_of_the_court(article, turn)]
    recurring = [turn for turn in turns if _recurs(article, turn, counts)]
    speakers = {_key(article, turn) for turn in recurring}
    unbroken = turns[-1:] and turns[-1].paragraph - turns[0].paragraph + 1 == len(turns) > len(recurring)
    if len(recurring) < 2 or (len(speakers) < 2 and len(recurring) < 3 and not unbroken):
        certain = [turn for turn in turns if turn.capitals or turn.timed]
        # not "The exchange that followed:"
        named = [turn for turn in turns if turn.capitals or turn.timed or _is_name(article, turn)]
        reported = sum(not is_spoken(article, turn.paragraph, alone=False) for turn in named)
        somebody = sum(turn.timed or _is_somebody(article, turn) for turn in named)
        # "TABLE FOR TWO. …" heads an item
        whole = 2 * somebody >= len(named) and 2 <= len(certain) == len(named) > 2 * reported
        return named if whole else _excerpt(article, certain)
    both = counts["a"] and counts["q"]
    return [
        t for t in turns if t.capitals or t.timed or _is_name(article, t) or (both and _key(article, t) in ("a", "q"))
    ]


def _exchange(article: Article, turns: list[_Turn]) -> list[_Turn]:
    """Return the one question and the answer below it that a report quotes of a transcript; [] for none."""
    for asked, answered in pairwise(turns):
        asks = article.text[article.paragraphs[asked.paragraph].end - 1] == "?"
        below = answered.paragraph == asked.paragraph + 1
        if asks and below and (_key(article, asked), _key(article, answered)) == ("q", "a"):
            return [asked, answered]
    return []


def _excerpt(article: Article, turns: list[_Turn]) -> list[_Turn]:
    """Return the turns in capitals that follow each other, three or more of two speakers: an exchange in a report."""
    best = (0, 0)
    begin = 0
    for number, turn in enumerate(turns):
        if number and turn.paragraph != turns[number - 1].paragraph + 1:
            begin = number
        best = max(best, (number + 1 - begin, begin))
    length, begin = best
    run = [turn for turn in turns[begin : begin + length] if turn.capitals]
    named = {_key(article, turn) for turn in run if _is_somebody(article, turn)}
    return run if len(run) > 2 and len(named) > 1 else []  # no box of facts: "WHEN: Friday. WHERE: At the hall."


@lru_cache(maxsize=1)
def _printed(text: str) -> frozenset[str]:
    """Return the words that stand in the text with a capital, behind a space."""
    return frozenset(_CAPITAL.findall(text))


def _is_somebody(article: Article, turn: _Turn) -> bool:
    """Tell whether a label has a title, a given name or an office, or stands in the text otherwise: no "DOORS:"."""
    label = article.text[turn.name.start : turn.name.end]
    words = [word.strip(".").casefold() for word in label.split()]
    told = any(word in titles() or word in OFFICES or gender_of_given(word) for word in words)
    return told or label.split()[-1].title() in _printed(article.text)


def _is_chat(article: Article, turns: list[_Turn]) -> bool:
    """Tell whether speakers in capitals take turns line by line, as messages are printed, full stops or not."""
    counts = Counter(_key(article, turn) for turn in turns)
    unbroken = turns[-1].paragraph - turns[0].paragraph + 1 == len(turns)
    return unbroken and len(counts) > 1 and min(counts.values()) > 1 and all(turn.capitals for turn in turns)


def _only_asks(article: Article, turns: list[_Turn]) -> bool:
    """Tell whether all labels from the first Q on are a Q: the answers have none and are no part of the questions."""
    asks = [_ASKED.fullmatch(article.text, *turn.name) is not None for turn in turns]
    return True in asks and all(asks[asks.index(True) :])


def _in_headline(article: Article, turn: _Turn, labels: Counter[str]) -> bool:
    """Tell whether a turn is a headline, `Pence: We won`, not the first line of a script that has no title."""
    headline = article.paragraphs[turn.paragraph].role is Role.HEADLINE
    return headline and labels[article.text[slice(*turn.name)]] < 2


def _key(article: Article, turn: _Turn) -> str:
    """Return what two labels of one speaker share: the last word (`MR TULK`, `TULK`), of long ones all words."""
    words = article.text[turn.name.start : turn.name.end].partition(" of ")[0].casefold().rstrip(".").split()
    if len(words) > 2 and not turn.capitals:
        return " ".join(words)
    return {"question": "q", "answer": "a"}.get(words[-1], words[-1])


def _recurs(article: Article, turn: _Turn, counts: Counter[str]) -> bool:
    return counts[_key(article, turn)] >= 2 and (turn.capitals or turn.timed or _is_name(article, turn))


def _is_of_the_court(article: Article, turn: _Turn) -> bool:
    """Tell whether a label is one of a deposition's, however rare: `MR. TULK:`, `THE WITNESS:`; no `EXHIBIT:`."""
    label = article.text[turn.name.start : turn.name.end]
    return turn.capitals and (label.startswith("THE ") or _is_somebody(article, turn))


def _is_name(article: Article, turn: _Turn) -> bool:
    words = article.text[turn.name.start : turn.name.end].split()
    return len(words) <= 5 and all(word[:1].isupper() or word in _PARTICLES for word in words)


def _is_transcript(article: Article, turns: list[_Turn]) -> bool:
    """Tell whether the document is a script from its first turn to its last, not a report that holds some turns."""
    if article.media in _SPOKEN_MEDIA:
        return True
    first, last = turns[0].paragraph, turns[-1].paragraph
    spoken = sum(article.paragraphs[number].role is Role.BODY for number in range(first, last + 1))
    return len(turns) >= 4 and 2 * len(turns) >= spoken


def _add_turn(layout: Layout, turn: _Turn, after: int | None, *, whole: bool) -> None:
    """Take a turn and the paragraphs up to `after` in which it goes on."""
    article = layout.article
    paragraph = article.paragraphs[turn.paragraph]
    start, end = trim(article.text, turn.words, paragraph.end)
    if article.text[paragraph.start] in "*_":  # the whole turn is set in italics
        while end > start and article.text[end - 1] in "*_":
            end -= 1
    marked = paragraph.start < turn.name.start and article.text[turn.name.start - 1] in OPENING
    inside = inside_marks(article.text, Span(start, paragraph.end)) if marked else Span(start, end)
    quoted = start < end and article.text[start] in "“\"„«'‘" and not whole
    if inside is None or (quoted and not marked):
        layout.labels[turn.paragraph] = turn.name
        return
    start, end = inside
    layout.take(turn.paragraph)
    index = None
    if not _STAGE.fullmatch(article.text, start, end):
        index = layout.add(turn.paragraph, start, end, "script", source=turn.name, hint=1.0)
    alone = start >= end  # the label stands on a line of its own, the words on the next
    if after is not None:
        limit = after
    else:
        limit = len(article.paragraphs) if article.media in _SPOKEN_MEDIA else turn.paragraph + 1 + alone
    if marked:
        _go_on_in_marks(layout, turn, index, len(article.paragraphs) if after is None else after)
    else:
        _go_on(layout, turn, index, limit, whole=whole, alone=alone)


def _go_on(layout: Layout, turn: _Turn, index: int | None, limit: int, *, whole: bool, alone: bool) -> None:
    """Take the unlabelled paragraphs before `limit` in which a turn goes on."""
    article = layout.article
    for number in range(turn.paragraph + 1, min(limit, len(article.paragraphs))):
        if not layout.free(number) or article.paragraphs[number].role is not Role.BODY:
            break
        if not (whole or alone) or not is_spoken(article, number, alone=alone):
            break
        if not alone and is_note(article, number, turn.name):
            break
        start, end = article.paragraphs[number].start, article.paragraphs[number].end
        if _CLOSING.fullmatch(article.text, start, end) or (not alone and _HEADING.fullmatch(article.text, start, end)):
            break
        layout.take(number)
        if not _STAGE.fullmatch(article.text, start, end):
            index = layout.add(number, start, end, "script", source=turn.name, continues=index, hint=0.9)
        alone = False


def _go_on_in_marks(layout: Layout, turn: _Turn, index: int | None, limit: int) -> None:
    """Take the paragraphs before `limit` that a mark opens, too: a transcript printed as one long quotation."""
    article = layout.article
    for number in range(turn.paragraph + 1, limit):
        paragraph = article.paragraphs[number]
        if not layout.free(number) or article.text[paragraph.start] not in OPENING:
            break
        if any(form.match(article.text, paragraph.start, paragraph.end) for form in (_LABEL, _CLOSING)):
            break
        inside = inside_marks(article.text, Span(paragraph.start + 1, paragraph.end))
        if inside is None:
            break
        layout.take(number)
        if not _STAGE.fullmatch(article.text, *inside):
            index = layout.add(number, *inside, "script", source=turn.name, continues=index, hint=0.9)
