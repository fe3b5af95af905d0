"""Finds the quotes that are one statement in several documents or wordings, when they are stored.

Quotes that meet by their sketches (`sketches.py`) are held against each other word by word.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from difflib import Match, SequenceMatcher
from itertools import pairwise

from quotecli.store.bulk import filled_parts
from quotecli.store.codec import text_from
from quotecli.store.sketches import LEAST_WORDS
from quotecli.store.words import cut, fold_and_cut

__all__ = ["alike", "dissolve", "link"]

_PIECE = 8
"""So many words in a row are a statement's own: fewer may stand in any."""
_CHANGED = 3
"""So many words may stand for others; more are a part of the statement."""
_MOST_HELD = 8
"""Quotes of a family that a new one must not contradict."""
_NEGATIONS = frozenset(
    "no not never nobody nothing none neither nor without cannot cant dont doesnt didnt wont wouldnt couldnt shouldnt"
    " isnt arent wasnt werent hasnt havent hadnt mustnt".split()
)
_Wording = tuple[list[str], set[str], int | None]
"""A quote's words in order, its distinct words, and its voice."""


def dissolve(db: sqlite3.Connection, families: Iterable[int]) -> None:
    """Dissolve each of these families of which one quote is left; what is gone is gone from the table of quotes."""
    for family in sorted(set(families)):
        if len(db.execute("SELECT 1 FROM quotes WHERE family = ? LIMIT 2", (family,)).fetchall()) == 1:
            db.execute("UPDATE quotes SET family = NULL WHERE family = ?", (family,))


def alike(first: Sequence[str], second: Sequence[str], *, one_voice: bool) -> bool:
    """Tell whether two quotes are one statement, by their words.

    Cut ends, left-out middles and changed words are allowed as long as what is left of the shorter one stands in the
    longer one in order and makes up half of it; a third will do where one mouth said it and no word of it differs.

    Args:
        first: the words of one quote.
        second: the words of the other.
        one_voice: whether the same person said both, or may have.
    """
    if first == second:
        return one_voice or len(first) >= 2 * LEAST_WORDS
    short, long = sorted((first, second), key=len)
    if len(short) < LEAST_WORDS:
        return False
    if one_voice and len(short) >= _PIECE and f" {' '.join(short)} " in f" {' '.join(long)} ":
        return 3 * len(short) >= len(long)
    if 2 * len(short) < len(long):
        return False
    blocks = SequenceMatcher(None, short, long, autojunk=False).get_matching_blocks()
    if _contradict(short, long, blocks):
        return False
    shared = sum(block.size for block in blocks)
    needed = (0.75, 0.5) if one_voice else (0.9, 0.9)
    return shared >= needed[0] * len(short) and shared >= needed[1] * len(long)


def _contradict(short: Sequence[str], long: Sequence[str], blocks: Sequence[Match]) -> bool:
    """Tell whether two wordings say the opposite, or tell other figures, between words that they share."""
    for block, following in pairwise(blocks[:-1]):
        here = short[block.a + block.size : following.a]
        there = long[block.b + block.size : following.b]
        if len(here) > _CHANGED or len(there) > _CHANGED:
            continue  # something was left out
        if _NEGATIONS.isdisjoint(here) != _NEGATIONS.isdisjoint(there):
            return True
        figures = _figures(here), _figures(there)
        if all(figures) and figures[0] != figures[1]:
            return True
    return False


def _figures(words: Iterable[str]) -> str:
    """Return the digits of the words, so that "4,000" is 4000 and "4m" is 4 million."""
    return "".join(filter(str.isdigit, "".join(words)))


def _worth(first: set[str], second: set[str]) -> bool:
    """Tell, cheaply, whether two quotes have words enough in common to be held against each other."""
    return len(first & second) >= 0.7 * min(len(first), len(second))


def link(db: sqlite3.Connection, likes: Mapping[int, Sequence[int]]) -> None:
    """Hold quotes against those of like wording, and join the families of those that are one statement.

    Args:
        db: has the quotes already.
        likes: the rows of like wording, of each new quote that has some.
    """
    if not likes:
        return
    wordings = _read(db, {row for quote, others in likes.items() for row in (quote, *others)})
    joined = _Joined()
    for row, others in likes.items():
        here = wordings.get(row)
        for other in others:
            there = wordings.get(other)
            if here is None or there is None or joined.same(row, other) or not _worth(here[1], there[1]):
                continue
            if not alike(here[0], there[0], one_voice=_one_voice(db, here[2], there[2])):
                continue
            if _oppose(db, wordings, row, other):
                continue
            joined.join(row, other)
            _join(db, row, other)


def _oppose(db: sqlite3.Connection, wordings: dict[int, _Wording], first: int, second: int) -> bool:
    """Tell whether a quote of the one's family contradicts one of the other's.

    A piece may be alike to both: "accept the deal" to "we will accept the deal" and to "we will never accept the deal".
    """
    sides = [_family(db, row) for row in (first, second)]
    wordings.update(_read(db, {*sides[0], *sides[1]} - wordings.keys()))
    return any(
        _contradicts(wordings[one][0], wordings[other][0])
        for one in sides[0]
        for other in sides[1]
        if (one, other) != (first, second)
    )


def _family(db: sqlite3.Connection, row: int) -> list[int]:
    """Return the row and the oldest others of its family."""
    family = "(SELECT family FROM quotes WHERE id = ?1)"
    others = db.execute(
        f"SELECT id FROM quotes WHERE family = {family} AND id != ?1 ORDER BY id LIMIT {_MOST_HELD}", (row,)
    )
    return [row, *(other for (other,) in others)]


def _contradicts(first: Sequence[str], second: Sequence[str]) -> bool:
    """Tell whether two wordings contradict each other: only where one negates more, or has other figures."""
    if _negations(first) == _negations(second) and _figures(first) == _figures(second):
        return False
    short, long = sorted((first, second), key=len)
    return _contradict(short, long, SequenceMatcher(None, short, long, autojunk=False).get_matching_blocks())


def _negations(words: Iterable[str]) -> int:
    return sum(word in _NEGATIONS for word in words)


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


def _read(db: sqlite3.Connection, rows: set[int]) -> dict[int, _Wording]:
    """Return the wordings of rows of the store."""
    found: dict[int, _Wording] = {}
    for part in filled_parts(sorted(rows)):
        quotes = db.execute(f"SELECT id, text, voice FROM quotes WHERE id IN ({','.join('?' * len(part))})", part)
        read = quotes.fetchall()
        folded, _ = fold_and_cut([text_from(text) for _, text, _ in read])
        for (row, _, voice), line in zip(read, folded, strict=True):
            words = cut(line)
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
