"""Finds speech in script form: `MR TULK: …`, `Q. …`, `[00:12:03] Name: …`, interviews with labelled turns."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from itertools import pairwise

from quotecli.core.names import titles
from quotecli.core.types import Article, Role
from quotecli.find.structure.interview import find_interview
from quotecli.find.structure.nobodys_labels import is_nobody
from quotecli.find.structure.seats import seated_turns
from quotecli.find.structure.shared import Layout
from quotecli.find.structure.stamps import stamped_turns
from quotecli.find.structure.turn_labels import PARTICLES, Turn, bare_turns, labelled_turns
from quotecli.find.structure.turns import SPOKEN_MEDIA, claim_turn, is_spoken
from quotecli.find.words.closed import OFFICES
from quotecli.find.words.lexicon import gender_of_given

_ASKED = re.compile(r"Q(?:uestion)?\s?\d{0,2}", re.IGNORECASE)
_FEWEST = 5  # turns without any mark of a label that make a script
_SENTENCE_ENDS = frozenset(".?!…:”\"’')]*—–-。？！")  # a label on a line of its own ends with its colon or time code


_LABELLED = re.compile(r"[^\n:?]{1,40}:\s")
"""What may be a label, though of a form that is not known."""
_INITIALS = re.compile(r"(?:[^\W\d_]\.[ \xa0]?){1,3}[^\W\d_]\.?")
_CAPITAL = re.compile(r"(?<= )[A-Z][\w’'-]*")


def find_script(layout: Layout) -> None:
    """Claim the turns of speech of a script, and the unlabelled paragraphs in which a turn goes on."""
    if seated := seated_turns(layout):
        _claim(layout, seated, whole=True)
        return
    labelled = stamped_turns(layout) or labelled_turns(layout)
    turns = _sure(layout.article, labelled) or _exchange(layout.article, labelled)
    if _only_asks(layout.article, turns) and find_interview(layout):
        return
    if not turns and _asks_twice(layout.article):
        turns = _all_labelled(layout.article, bare_turns(layout))
    if not turns:
        find_interview(layout)
        return
    whole = _is_transcript(layout.article, turns)
    labels = Counter(layout.article.text[slice(*turn.name)] for turn in turns)
    turns = [turn for turn in turns if not _in_headline(layout.article, turn, labels)]
    _claim_bare_questions(layout, turns)
    _claim(layout, turns, whole=whole)


def _claim(layout: Layout, turns: list[Turn], *, whole: bool) -> None:
    """Claim each turn and the paragraphs up to the next in which it goes on."""
    for number, turn in enumerate(turns):
        after = turns[number + 1].paragraph if number + 1 < len(turns) else None
        claim_turn(layout, turn, after, whole=whole)


def _claim_bare_questions(layout: Layout, turns: list[Turn]) -> None:
    """Claim the questions right above the turns where only who answers has a label: they are whose who asks."""
    article = layout.article
    speakers = {_key(article, turn) for turn in turns}
    if len(turns) < 2 or len(speakers) > 1 or "q" in speakers:
        return
    for turn in turns:
        number = turn.paragraph - 1
        if not layout.free(number) or article.paragraphs[number].role not in (Role.BODY, Role.SUBTITLE):
            continue
        start, end = article.paragraphs[number].start, article.paragraphs[number].end
        if _LABELLED.match(article.text, start, end):
            continue
        if article.text[end - 1] == "?" and number not in {one.paragraph for one in turns}:
            layout.take(number)
            layout.add(number, start, end, "script", hint=0.9, turn="question")


def _asks_twice(article: Article) -> bool:
    """Tell whether two paragraphs are questions, without which no labels that lost their marks are looked for."""
    return sum(article.text[paragraph.end - 1] == "?" for paragraph in article.paragraphs) > 1


def _all_labelled(article: Article, turns: list[Turn]) -> list[Turn]:
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


def _sure(article: Article, turns: list[Turn]) -> list[Turn]:
    """Keep the turns whose labels recur, and where a script is certain those of its other speakers."""
    if not turns:
        return []
    if 3 * sum(_is_sentence(article, turn) for turn in turns) < 2 * len(turns) and not _is_chat(article, turns):
        return []  # headings, tables, credits
    counts = _counted(article, turns)
    if counts["a"] and counts["q"] and counts["a"] + counts["q"] > 2:
        letters = [_key(article, turn) in ("a", "q") for turn in turns]
        return [
            turn
            for turn, letter in zip(turns, letters, strict=True)
            if letter or _recurs(article, turn, counts) or _is_of_the_court(article, turn)
        ]
    recurring = [turn for turn in turns if _recurs(article, turn, counts)]
    speakers = {_key(article, turn) for turn in recurring}
    names = [turn for turn in turns if turn.capitals or turn.timed or _is_name(article, turn)]  # no "Why it matters:"
    unbroken = names and names[-1].paragraph - names[0].paragraph + 1 == len(names) > len(recurring)
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
    named = [
        t for t in turns if t.capitals or t.timed or _is_name(article, t) or (both and _key(article, t) in ("a", "q"))
    ]
    heads = named and not (_is_sentence(article, named[0]) or _recurs(article, named[0], counts))
    return named[1:] if heads else named  # "Wexley Town Council: record of the meeting"


def _is_sentence(article: Article, turn: Turn) -> bool:
    """Tell whether a turn ends as sentences do; a label with its time on a line of its own has them below it."""
    end = article.paragraphs[turn.paragraph].end
    return article.text[end - 1] in _SENTENCE_ENDS or (turn.timed and turn.words >= end)


def _exchange(article: Article, turns: list[Turn]) -> list[Turn]:
    """Return the one question and the answer below it that a report quotes of a transcript; [] for none."""
    for asked, answered in pairwise(turns):
        asks = article.text[article.paragraphs[asked.paragraph].end - 1] == "?"
        below = answered.paragraph == asked.paragraph + 1
        if asks and below and (_key(article, asked), _key(article, answered)) == ("q", "a"):
            return [asked, answered]
    return []


def _excerpt(article: Article, turns: list[Turn]) -> list[Turn]:
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


def _is_somebody(article: Article, turn: Turn) -> bool:
    """Tell whether a label has a title, a given name or an office, or stands in the text otherwise: no "DOORS:"."""
    label = article.text[turn.name.start : turn.name.end]
    words = [word.strip(".").casefold() for word in label.split()]
    told = any(word in titles() or word in OFFICES or gender_of_given(word) for word in words)
    return told or label.split()[-1].title() in _printed(article.text)


def _is_chat(article: Article, turns: list[Turn]) -> bool:
    """Tell whether speakers in capitals take turns line by line, as messages are printed, full stops or not."""
    counts = Counter(_key(article, turn) for turn in turns)
    unbroken = turns[-1].paragraph - turns[0].paragraph + 1 == len(turns)
    return unbroken and len(counts) > 1 and min(counts.values()) > 1 and all(turn.capitals for turn in turns)


def _only_asks(article: Article, turns: list[Turn]) -> bool:
    """Tell whether all labels from the first Q on are a Q: the answers have none and are no part of the questions."""
    asks = [_ASKED.fullmatch(article.text, *turn.name) is not None for turn in turns]
    return True in asks and all(asks[asks.index(True) :])


def _in_headline(article: Article, turn: Turn, labels: Counter[str]) -> bool:
    """Tell whether a turn is a headline, `Pence: We won`, not the first line of a script that has no title."""
    headline = article.paragraphs[turn.paragraph].role is Role.HEADLINE
    return headline and labels[article.text[slice(*turn.name)]] < 2


def _key(article: Article, turn: Turn) -> str:
    """Return what two labels of one speaker share: the last word (`MR TULK`, `TULK`), of long ones all words."""
    label = article.text[turn.name.start : turn.name.end]
    if _INITIALS.fullmatch(label):
        return label.replace(" ", "").replace(".", "").casefold()
    words = label.partition(" of ")[0].casefold().rstrip(".").split()
    if len(words) > 2 and not turn.capitals:
        return " ".join(words)
    return {"question": "q", "answer": "a"}.get(words[-1], words[-1])


def _counted(article: Article, turns: list[Turn]) -> Counter[str]:
    """Return how many turns each speaker has, also where whole names lead to initials: "Wim Dekkers:", then "WD:"."""
    counts = Counter(_key(article, turn) for turn in turns)
    for words, key in dict.fromkeys((article.text[slice(*turn.name)], _key(article, turn)) for turn in turns):
        initials = "".join(word[0] for word in words.split()).casefold()
        if 1 < len(initials) != len(words) and initials in counts:
            counts[key] = counts[initials] = counts[key] + counts[initials]
    return counts


def _recurs(article: Article, turn: Turn, counts: Counter[str]) -> bool:
    return counts[_key(article, turn)] >= 2 and (turn.capitals or turn.timed or _is_name(article, turn))


def _is_of_the_court(article: Article, turn: Turn) -> bool:
    """Tell whether a label is one of a deposition's, however rare: `MR. TULK:`, `THE WITNESS:`; no `EXHIBIT:`."""
    label = article.text[turn.name.start : turn.name.end]
    return turn.capitals and (label.startswith("THE ") or _is_somebody(article, turn))


def _is_name(article: Article, turn: Turn) -> bool:
    words = article.text[turn.name.start : turn.name.end].split()
    if len(words) > 1 and words[-1].isdecimal():
        words.pop()  # "Speaker 1"
    if is_nobody(" ".join(words)):
        return True
    if len(words) > 2 and words[-2] == "and":
        del words[-2]  # "Petra and Owen"
    return len(words) <= 5 and all(word[:1].isupper() or word in PARTICLES for word in words)


def _is_transcript(article: Article, turns: list[Turn]) -> bool:
    """Tell whether the document is a script from its first turn to its last, not a report that holds some turns."""
    if article.media in SPOKEN_MEDIA:
        return True
    first, last = turns[0].paragraph, turns[-1].paragraph
    spoken = sum(article.paragraphs[number].role is Role.BODY for number in range(first, last + 1))
    return len(turns) >= 4 and 2 * len(turns) >= spoken
