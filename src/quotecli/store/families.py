"""Finds the quotes that are one statement in several documents or wordings, when they are stored.

Quotes of like wording meet in a sketch: three of the longest words of a quote, which are its rarest. A quote is filed
under its first three and its second three; it is looked for under those that lie between as well, so that quotes meet
though a word was dropped, added or changed. Those that meet are held against each other word by word.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import chain
from operator import itemgetter
from zlib import crc32

from quotecli.core.folding import fold
from quotecli.store.bulk import insert
from quotecli.store.codec import text_from
from quotecli.store.words import index_words

__all__ = ["Filed", "alike", "file", "forget", "link"]

Filed = tuple[int, Sequence[int], Sequence[int]]
"""A quote's row, the sketches it is filed under, and those it is looked for under."""
_Wording = tuple[list[str], set[str], int | None]
"""A quote's words in order, its distinct words, and its voice."""

_LEAST_WORDS = 5
"""A statement of fewer words is the same only word by word, and from the same mouth."""
_TELLING_NOTHING = frozenset(
    "a about after again all also always am an and any are as at be because been before being but by can could did do"
    " does dont down even every for from get go going got had has have he her here him his how i if im in into is it"
    " its just know let like make many me more most much must my need never no not now of on one only or other our"
    " out over people really said same say see she should so some still such take than that thats the their them then"
    " there these they thing things think this those time to too under up us very want was way we well were what when"
    " where which while who why will with without would year years you your".split()
)
"""Words that are in so many quotes that those who share them have nothing else in common."""
_APART = ((0, 1, 3), (0, 2, 3), (1, 3, 4))
_HALF = 1 << 31
_MOST_MET = 24
"""How many quotes of one sketch are looked at; more share a turn of phrase, not a statement."""


def _sketches(distinct: set[str]) -> tuple[Sequence[int], Sequence[int]]:
    """Return the sketches that a quote of these words is filed under, and those it is looked for under."""
    telling = sorted(distinct - _TELLING_NOTHING)
    if len(distinct) < _LEAST_WORDS or len(telling) < 3:
        whole = (_number([word.encode() for word in sorted(distinct)]),)
        return whole, whole
    telling.sort(key=len, reverse=True)
    longest = [word.encode() for word in telling[:6]]
    if len(longest) == 6:  # what most quotes have, written out for speed
        a, b, c, d, e, f = longest
        first, last = crc32(b" ".join((a, b, c))) - _HALF, crc32(b" ".join((d, e, f))) - _HALF
        between = crc32(b" ".join((b, c, d))) - _HALF, crc32(b" ".join((c, d, e))) - _HALF
        return (first, last), (first, *between, last)
    found = [_number(longest[at : at + 3]) for at in range(len(longest) - 2)]
    filed = [found[0], found[-1]]
    # few words: what one changed word leaves may not stand side by side
    found += [
        _number([longest[first], longest[second], longest[third]])
        for first, second, third in _APART
        if third < len(longest)
    ]
    return (found if len(longest) == 4 else filed), found


def _number(words: list[bytes]) -> int:
    """Return a number for some words, of the range that SQLite keeps in four bytes."""
    return crc32(b" ".join(words)) - _HALF


def forget(db: sqlite3.Connection, gone: Sequence[tuple[int, int | None, set[str]]]) -> None:
    """Take quotes that are deleted out of the sketches, and dissolve each family of which one quote is left.

    Args:
        db: the quotes are gone from its table.
        gone: row, family and distinct words of each.
    """
    rows = [(sketch, row) for row, _, distinct in gone if distinct for sketch in _sketches(distinct)[0]]
    db.executemany("DELETE FROM sketches WHERE sketch = ? AND quote = ?", rows)
    for family in sorted({family for _, family, _ in gone if family is not None}):
        if len(db.execute("SELECT 1 FROM quotes WHERE family = ? LIMIT 2", (family,)).fetchall()) == 1:
            db.execute("UPDATE quotes SET family = NULL WHERE family = ?", (family,))


def alike(first: Sequence[str], second: Sequence[str], *, one_voice: bool) -> bool:
    """Tell whether two quotes are one statement, by their words.

    Cut ends, left-out middles and changed words are allowed as long as what is left of the shorter one stands in the
    longer one in order and makes up half of it.

    Args:
        first: the words of one quote.
        second: the words of the other.
        one_voice: whether the same person said both, or may have.
    """
    if first == second:
        return one_voice or len(first) >= 2 * _LEAST_WORDS
    short, long = sorted((first, second), key=len)
    if len(short) < _LEAST_WORDS or 2 * len(short) < len(long):
        return False
    blocks = SequenceMatcher(None, short, long, autojunk=False).get_matching_blocks()
    shared = sum(block.size for block in blocks)
    needed = (0.75, 0.5) if one_voice else (0.9, 0.9)
    return shared >= needed[0] * len(short) and shared >= needed[1] * len(long)


def _worth(first: set[str], second: set[str]) -> bool:
    """Tell, cheaply, whether two quotes have words enough in common to be held against each other."""
    return len(first & second) >= 0.7 * min(len(first), len(second))


def file(row: int, distinct: set[str]) -> Filed:
    """Return a new quote as `link` takes it: its row, and the sketches of its distinct words."""
    return row, *(_sketches(distinct) if distinct else ((), ()))


def link(db: sqlite3.Connection, quotes: Sequence[Filed]) -> None:
    """File new quotes under their sketches, and give those that say the same as others the same family.

    The quotes are in the store already.
    """
    asked = Counter(chain.from_iterable(wanted for _, _, wanted in quotes))
    met = _met(db, sorted(asked))
    crowded = {sketch for sketch, times in asked.items() if times > 1}
    rows = []
    for row, own, _ in quotes:
        for sketch in own:
            rows.append((sketch, row))
            if sketch in crowded:
                met.setdefault(sketch, []).append(row)
    _compare(db, _meetings(quotes, met))
    rows.sort(key=itemgetter(0))  # in the order of the table, whose pages are then met once each
    insert(db, "INSERT OR IGNORE INTO sketches(sketch, quote)", rows)


def _meetings(quotes: Sequence[Filed], met: dict[int, list[int]]) -> list[tuple[int, list[int]]]:
    """Return those of the quotes that meet others, as their row and the others' rows in order."""
    found = []
    some = met.keys()
    for row, _, wanted in quotes:
        if not some.isdisjoint(wanted):
            others = {other for sketch in wanted for other in met.get(sketch, ())[:_MOST_MET]}
            others.discard(row)
            if others:
                found.append((row, sorted(others)))
    return found


def _compare(db: sqlite3.Connection, meetings: list[tuple[int, list[int]]]) -> None:
    """Hold quotes that meet against each other, and join the families of those that are one statement."""
    if not meetings:
        return
    wordings = _read(db, {number for row, others in meetings for number in (row, *others)})
    joined = _Joined()
    for row, others in meetings:
        here = wordings.get(row)
        for other in others:
            there = wordings.get(other)
            if here is None or there is None or joined.same(row, other) or not _worth(here[1], there[1]):
                continue
            if alike(here[0], there[0], one_voice=_one_voice(db, here[2], there[2])):
                joined.join(row, other)
                _join(db, row, other)


class _Joined:
    """Which rows are already known to be of one family."""

    def __init__(self) -> None:
        self._above: dict[int, int] = {}

    def _top(self, row: int) -> int:
        while row in self._above:
            row = self._above[row]
        return row

    def same(self, first: int, second: int) -> bool:
        return self._top(first) == self._top(second)

    def join(self, first: int, second: int) -> None:
        low, high = sorted((self._top(first), self._top(second)))
        if low != high:
            self._above[high] = low


def _met(db: sqlite3.Connection, wanted: Sequence[int]) -> dict[int, list[int]]:
    """Return the quotes of the store under each of these sketches."""
    found: dict[int, list[int]] = {}
    for at in range(0, len(wanted), 500):
        part = wanted[at : at + 500]
        for sketch, quote in db.execute(
            f"SELECT sketch, quote FROM sketches WHERE sketch IN ({','.join('?' * len(part))})", part
        ):
            rows = found.setdefault(sketch, [])
            if len(rows) < _MOST_MET:
                rows.append(quote)
    return found


def _read(db: sqlite3.Connection, rows: set[int]) -> dict[int, _Wording]:
    """Return the wordings of rows of the store."""
    found: dict[int, _Wording] = {}
    wanted = sorted(rows)
    for at in range(0, len(wanted), 500):
        part = wanted[at : at + 500]
        for row, text, voice in db.execute(
            f"SELECT id, text, voice FROM quotes WHERE id IN ({','.join('?' * len(part))})", part
        ):
            words = index_words(fold(text_from(text)))
            found[row] = (words, set(words), voice)
    return found


def _one_voice(db: sqlite3.Connection, first: int | None, second: int | None) -> bool:
    """Tell whether two voices may be the same: one is unknown, or they share a person."""
    if first is None or second is None or first == second:
        return True
    shared = db.execute(
        "SELECT 1 FROM voice_names a JOIN names m ON m.id = a.name JOIN names n ON n.person = m.person"
        " JOIN voice_names b ON b.name = n.id WHERE a.voice = ? AND b.voice = ? LIMIT 1",
        (first, second),
    ).fetchone()
    return shared is not None


def _join(db: sqlite3.Connection, first: int, second: int) -> None:
    """Make the families of two quotes one; a family bears the number of its oldest row."""
    families = [
        family or row
        for row in (first, second)
        for family in db.execute("SELECT family FROM quotes WHERE id = ?", (row,)).fetchone()
    ]
    number = min(families)
    db.execute("UPDATE quotes SET family = ? WHERE id IN (?, ?)", (number, first, second))
    if families[0] != families[1]:
        db.execute("UPDATE quotes SET family = ? WHERE family = ?", (number, max(families)))
