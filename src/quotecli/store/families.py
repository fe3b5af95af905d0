"""Finds the quotes that are one statement in several documents or wordings, when they are stored.

Quotes that meet by their sketches (`sketches.py`) are held against each other word by word, each against those that are
older. So the families follow from the quotes in the order of their rows alone: not from how many were written at once,
nor from what else stood in the store meanwhile. What that asks for when quotes go is done in `regrouping.py`.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from quotecli.core.spelling import FIGURES
from quotecli.store.bearers import may_be_one_voice
from quotecli.store.bulk import filled_parts
from quotecli.store.codec import split_list, text_from
from quotecli.store.contrary import Wording, compared, contradicts, other_money, wording_of
from quotecli.store.sketches import LEAST_WORDS
from quotecli.store.words import fold_and_cut

__all__ = ["Said", "alike", "link", "one_statement", "read_said"]

_PIECE = 8
"""So many words in a row are a statement's own: fewer may stand in any."""
_MOST_HELD = 8
"""Quotes of a family that a new one must not contradict."""


class Said(NamedTuple):
    """A quote that is held against others.

    Attributes:
        wording: its words.
        speakers: the names of who said it; none where that is unknown.
        family: its family, if it has one.
    """

    wording: Wording
    speakers: tuple[str, ...]
    family: int | None


def alike(first: Wording, second: Wording, *, one_voice: bool) -> bool:
    """Tell whether two quotes are one statement, by their words.

    Cut ends, left-out middles and changed words are allowed as long as what is left of the shorter one stands in the
    longer one in order and makes up half of it; a third will do where one mouth said it and no word of it differs.

    Args:
        first: one quote.
        second: the other.
        one_voice: whether the same person said both, or may have.
    """
    if other_money(first.text, second.text):
        return False
    if first.words == second.words or _in_figures(first.words) == _in_figures(second.words):
        return one_voice or len(first.words) >= 2 * LEAST_WORDS
    short, long = (first, second) if len(first.words) <= len(second.words) else (second, first)
    here, there = len(short.words), len(long.words)
    if here < LEAST_WORDS:
        return False
    if one_voice and here >= _PIECE and f" {' '.join(short.words)} " in f" {' '.join(long.words)} ":
        return 3 * here >= there
    if 2 * here < there:
        return False
    shared = compared(short, long)
    needed = (0.75, 0.5) if one_voice else (0.9, 0.9)
    return shared is not None and shared >= needed[0] * here and shared >= needed[1] * there


def _in_figures(words: Iterable[str]) -> list[str]:
    return [FIGURES.get(word, word) for word in words]


def _worth(first: frozenset[str], second: frozenset[str]) -> bool:
    """Tell, cheaply, whether two quotes have words enough in common to be held against each other."""
    least = 0.7 * min(len(first), len(second))
    return len(first & second) >= least or len({*_in_figures(first)} & {*_in_figures(second)}) >= least


def link(db: sqlite3.Connection, likes: Mapping[int, Sequence[int]]) -> None:
    """Hold quotes against those of like wording, and join the families of those that are one statement.

    Args:
        db: has the quotes already.
        likes: the rows of like wording that are older, of each quote that has some; none of these has a family yet.
    """
    if not likes:
        return
    quotes = read_said(db, {row for quote, others in likes.items() for row in (quote, *others)})
    joined = _Joined()
    for row, quote in quotes.items():
        if quote.family is not None:
            joined.join(row, quote.family)
    for row, others in likes.items():
        for other in others:
            if not joined.same(row, other) and _are_one(db, quotes, row, other, new=joined.alone(row)):
                joined.join(row, other)
                _join(db, row, other)


def _are_one(db: sqlite3.Connection, quotes: dict[int, Said], row: int, other: int, *, new: bool) -> bool:
    """Tell whether two quotes are one statement, and nothing in their families speaks against it.

    Args:
        db: the store.
        quotes: those that were read; quotes of their families are added.
        row: one quote.
        other: the other.
        new: whether the first is of no family yet.
    """
    return (
        row in quotes
        and other in quotes
        and one_statement(quotes[row], quotes[other])
        and not (_opposes_family if new else _families_oppose)(db, quotes, row, other)
    )


def one_statement(first: Said, second: Said) -> bool:
    """Tell whether two quotes are one statement, by themselves: whatever else is stored, the answer is the same."""
    if not _worth(first.wording.distinct, second.wording.distinct):
        return False
    unknown = not first.speakers or not second.speakers
    one_voice = unknown or first.speakers == second.speakers or may_be_one_voice(first.speakers, second.speakers)
    return alike(first.wording, second.wording, one_voice=one_voice)


def _opposes_family(db: sqlite3.Connection, quotes: dict[int, Said], new: int, like: int) -> bool:
    """Tell whether a quote of no family contradicts one of another's family, to which it is alike.

    What it says beside that other one can do so alone: all else was held against the family when that other one came.
    """
    said = quotes[new].wording
    beside = said.distinct - quotes[like].wording.distinct
    if not beside:
        return False
    kin = _family(db, like)
    quotes.update(read_said(db, {row for row in kin if row not in quotes}))
    known = quotes[like].wording.distinct
    return any(contradicts(said, quotes[row].wording, known) for row in kin if row != like)


def _families_oppose(db: sqlite3.Connection, quotes: dict[int, Said], first: int, second: int) -> bool:
    """Tell whether a quote of the one's family contradicts one of the other's.

    A piece may be alike to both: "accept the deal" to "we will accept the deal" and to "we will never accept the deal".
    """
    sides = [_family(db, row) for row in (first, second)]
    quotes.update(read_said(db, {row for side in sides for row in side if row not in quotes}))
    return any(
        contradicts(quotes[one].wording, quotes[other].wording)
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


class _Joined:
    """Which rows are already known to be of one family."""

    def __init__(self) -> None:
        self._above: dict[int, int] = {}
        self._seen: set[int] = set()

    def _top(self, row: int) -> int:
        while row in self._above:
            row = self._above[row]
        return row

    def alone(self, row: int) -> bool:
        return row not in self._seen

    def same(self, first: int, second: int) -> bool:
        return self._top(first) == self._top(second)

    def join(self, first: int, second: int) -> None:
        self._seen.update((first, second))
        low, high = sorted((self._top(first), self._top(second)))
        if low != high:
            self._above[high] = low


def read_said(db: sqlite3.Connection, rows: Collection[int]) -> dict[int, Said]:
    """Return these rows of the store, as far as they are there."""
    found: dict[int, Said] = {}
    for part in filled_parts(sorted(rows)):
        read = db.execute(
            "SELECT q.id, v.names, q.family, q.text FROM quotes q LEFT JOIN voices v ON v.id = q.voice"
            f" WHERE q.id IN ({','.join('?' * len(part))})",
            part,
        ).fetchall()
        texts = [text_from(row[3]) for row in read]
        folded, _ = fold_and_cut(texts)
        for (row, names, family, _), text, line in zip(read, texts, folded, strict=True):
            found[row] = Said(wording_of(text, line), split_list(names), family)
    return found


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
