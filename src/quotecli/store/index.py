"""What search may ask of the store: rows by words and filters, words like a misspelt one, names, families."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from quotecli.core.types import Filters, Sort
from quotecli.store import files, overview
from quotecli.store.codec import date_from, text_from
from quotecli.store.reading import marks
from quotecli.store.rows import Scope
from quotecli.store.words import FACT, grams

__all__ = ["Index"]

_MOST_FACTS = 400
"""Voices, or months, that a filter may name in the expression of a full-text search; above that the rows are checked."""


def _any(words: Sequence[str]) -> str:
    return "(" + " OR ".join(f'"{word}"' for word in words) + ")"


class Index:
    """The read protocol of the store, for search. Rows are numbers of quotes in this store."""

    def __init__(self, db: sqlite3.Connection, path: Path) -> None:
        """Take the store's connection and path."""
        self._db = db
        self._path = path

    def _rows(self, sql: str, values: Sequence[Any] = ()) -> list[Any]:
        with files.plainly(self._path):
            return self._db.execute(sql, tuple(values)).fetchall()

    # Words -----------------------------------------------------------------------------------------------------------

    def counts(self, words: Sequence[str]) -> dict[str, int]:
        """Return in how many quotes each word stands; words that stand in none are left out."""
        found: dict[str, int] = {}
        for at in range(0, len(words), 500):
            part = words[at : at + 500]
            found |= self._rows(f"SELECT term, quotes FROM terms WHERE quotes > 0 AND term IN ({marks(part)})", part)
        return found

    def size(self) -> int:
        """Return about how many quotes the store holds (the highest row)."""
        return int(self._rows("SELECT coalesce(max(id), 0) FROM quotes")[0][0])

    def spelt_like(self, some: Sequence[str], limit: int = 4000) -> list[tuple[str, int]]:
        """Return (word, quotes) for the words that share one of these groups of letters (see `words.grams`)."""
        if not some:
            return []
        return self._rows(
            "SELECT t.term, t.quotes FROM spellings CROSS JOIN terms t ON t.id = spellings.rowid"
            " WHERE spellings MATCH ? AND t.quotes > 0 LIMIT ?",
            (_any(some), limit),
        )

    def starting(self, beginning: str, limit: int = 50) -> list[tuple[str, int]]:
        """Return (word, quotes) for the words that begin so, the most frequent first."""
        return self._rows(
            "SELECT term, quotes FROM terms WHERE term > ? AND term < ? AND quotes > 0 ORDER BY quotes DESC LIMIT ?",
            (beginning, beginning + "\U0010ffff", limit),
        )

    # Rows ------------------------------------------------------------------------------------------------------------

    def match(self, expression: str, scope: Scope, limit: int) -> list[int]:
        """Return up to `limit` rows, the oldest first, that a full-text expression and the scope let through."""
        expression, check = self._narrowed(expression, scope)
        if expression is None:
            return []
        if check is None:
            found = self._rows("SELECT rowid FROM words WHERE words MATCH ? LIMIT ?", (expression, limit))
        else:
            where, values = overview.condition(check)
            found = self._rows(
                "SELECT words.rowid FROM words CROSS JOIN quotes q ON q.id = words.rowid"
                f" WHERE words MATCH ? AND {where} LIMIT ?",
                (expression, *values, limit),
            )
        return [row[0] for row in found]

    def _narrowed(self, expression: str, scope: Scope) -> tuple[str | None, Scope | None]:
        """Write the scope into the expression; what it can't hold comes back as a scope to check rows by, or None."""
        parts = [f"({expression})"]
        check = False
        for letter, numbers in (("v", scope.voices), ("o", scope.outlets)):
            if numbers is not None and not numbers:
                return None, None
            if numbers is not None and len(numbers) <= _MOST_FACTS:
                parts.append(_any([f"{FACT}{letter}{number}" for number in numbers]))
            check = check or (numbers is not None and len(numbers) > _MOST_FACTS)
        if scope.since is not None or scope.until is not None:
            dates, exact = _dates(scope)
            if dates is not None and not dates:
                return None, None
            if dates is not None:
                parts.append(_any(dates))
            check = check or not exact
        check = check or scope.documents is not None or bool(scope.min_confidence or scope.precision)
        expression = " AND ".join(parts)
        absent = [number for number in range(4) if number not in scope.kinds]
        if 0 in absent:
            expression += " AND " + _any([f"{FACT}k{number}" for number in scope.kinds])
        elif absent:
            expression += " NOT " + _any([f"{FACT}k{number}" for number in absent])
        return expression, scope if check else None

    def within(self, scope: Scope, limit: int) -> list[int] | None:
        """Return all rows in scope when these are at most `limit` and few enough to look at each; else None."""
        if scope.voices is None and scope.documents is None:
            return None
        where, values = overview.condition(scope)
        found = self._rows(f"SELECT q.id FROM quotes q WHERE {where} LIMIT ?", (*values, limit + 1))
        return [row[0] for row in found] if len(found) <= limit else None

    def texts(self, rows: Sequence[int]) -> list[tuple[int, str]]:
        """Return (row, text) of these rows; rows that are gone are left out."""
        found = []
        for at in range(0, len(rows), 1000):
            part = rows[at : at + 1000]
            found += self._rows(f"SELECT id, text FROM quotes WHERE id IN ({marks(part)})", part)
        return [(row, text_from(text)) for row, text in found]

    def families(self, rows: Sequence[int]) -> dict[int, int]:
        """Return the family of each of these rows that has one."""
        return dict(
            self._rows(f"SELECT id, family FROM quotes WHERE family IS NOT NULL AND id IN ({marks(rows)})", rows)
        )

    def members(self, family: int) -> list[int]:
        """Return the rows of a family, the earliest first; the undated come last."""
        found = self._rows("SELECT id FROM quotes WHERE family = ? ORDER BY day IS NULL, day, id", (family,))
        return [row[0] for row in found]

    # Lists -----------------------------------------------------------------------------------------------------------

    def listing(self, scope: Scope, sort: Sort, *, reverse: bool, limit: int, offset: int) -> list[int]:
        """Return rows in scope in this order: dates latest first, names from A; documents in order of adding."""
        where, values = overview.condition(scope)
        down, up = ("ASC", "DESC") if reverse else ("DESC", "ASC")
        join = ""
        if sort is Sort.DATE:
            order = f"q.day {down}, q.id {up}"
        elif sort is Sort.SPEAKER:
            join = (
                " LEFT JOIN voice_names w ON w.voice = q.voice AND w.position = 0"
                " LEFT JOIN names n ON n.id = w.name LEFT JOIN names p ON p.id = n.person"
            )
            order = f"p.name IS NULL, p.name {up}, q.id {up}"
        elif sort is Sort.OUTLET:
            join = " JOIN documents d ON d.id = q.document LEFT JOIN outlets o ON o.id = d.outlet"
            order = f"o.name IS NULL, o.name {up}, q.id {up}"
        else:
            order = f"q.id {up}"
        found = self._rows(
            f"SELECT q.id FROM quotes q{join} WHERE {where} ORDER BY {order} LIMIT ? OFFSET ?",
            (*values, limit, offset),
        )
        return [row[0] for row in found]

    def ordered(self, rows: Sequence[int], sort: Sort, *, reverse: bool) -> list[int]:
        """Return these rows in the order of `listing`."""
        where = f"q.id IN ({marks(rows)})"
        down, up = ("ASC", "DESC") if reverse else ("DESC", "ASC")
        order = {
            Sort.DATE: f"q.day {down}, q.id {up}",
            Sort.SPEAKER: f"p.name IS NULL, p.name {up}, q.id {up}",
            Sort.OUTLET: f"o.name IS NULL, o.name {up}, q.id {up}",
            Sort.RELEVANCE: f"q.id {up}",
        }[sort]
        found = self._rows(
            "SELECT q.id FROM quotes q JOIN documents d ON d.id = q.document LEFT JOIN outlets o ON o.id = d.outlet"
            " LEFT JOIN voice_names w ON w.voice = q.voice AND w.position = 0"
            " LEFT JOIN names n ON n.id = w.name LEFT JOIN names p ON p.id = n.person"
            f" WHERE {where} ORDER BY {order}",
            rows,
        )
        return [row[0] for row in found]

    def count(self, scope: Scope) -> int:
        """Return how many quotes are in scope."""
        where, values = overview.condition(scope)
        return int(self._rows(f"SELECT count(*) FROM quotes q WHERE {where}", values)[0][0])

    # Names -----------------------------------------------------------------------------------------------------------

    def names_like(self, some: Sequence[str], limit: int = 3000) -> list[tuple[int, str, int]]:
        """Return (person, spelling, quotes) for the names that share one of these groups of letters."""
        return self.names_matching(_any(some), limit) if some else []

    def names_matching(self, expression: str, limit: int) -> list[tuple[int, str, int]]:
        """Return (person, spelling, quotes) for the names whose groups of letters fit an expression."""
        found = self._rows(
            "SELECT n.person, n.name, n.quotes FROM name_words CROSS JOIN names n ON n.id = name_words.rowid"
            " WHERE name_words MATCH ? AND n.quotes > 0 LIMIT ?",
            (expression, limit),
        )
        return [(person, text_from(name), quotes) for person, name, quotes in found]

    def people(self, persons: Sequence[int]) -> dict[int, tuple[str, int]]:
        """Return (name shown, quotes of all spellings) of each of these persons."""
        found = self._rows(
            "SELECT p.id, p.name, sum(n.quotes) FROM names p JOIN names n ON n.person = p.id"
            f" WHERE p.id IN ({marks(persons)}) GROUP BY p.id",
            persons,
        )
        return {person: (text_from(name), quotes) for person, name, quotes in found}

    def voices(self, persons: Sequence[int]) -> tuple[int, ...]:
        """Return the numbers of all sets of speakers that one of these persons belongs to."""
        with files.plainly(self._path):
            return overview.voices_of(self._db, persons)

    def outlets(self) -> list[tuple[int, str]]:
        """Return (number, name) of every outlet."""
        return [(number, text_from(name)) for number, name in self._rows("SELECT id, name FROM outlets")]

    def documents_named(self, text: str) -> tuple[int, ...]:
        """Return the documents of this path or URL, or of which it is an unambiguous part."""
        with files.plainly(self._path):
            return overview.documents_named(self._db, text)

    def scope(
        self,
        filters: Filters,
        voices: tuple[int, ...] | None,
        outlets: tuple[int, ...] | None,
        documents: tuple[int, ...] | None,
    ) -> Scope:
        """Return filters in the store's numbers, given those of the names in them."""
        return overview.scope_of(filters, voices, outlets, documents)


def _dates(scope: Scope) -> tuple[list[str] | None, bool]:
    """Return the years and months of the index that cover the scope's dates, and whether they cover nothing else.

    None means that they are too many to name.
    """
    first = date_from(scope.since) if scope.since is not None else None
    last = date_from(scope.until) if scope.until is not None else None
    start = (first.year, first.month or 1) if first else (1, 1)
    end = (last.year, last.month or 12) if last else (9999, 12)
    if start > end:
        return [], True
    if end[0] - start[0] > _MOST_FACTS:
        return None, False
    facts: list[str] = []
    for year in range(start[0], end[0] + 1):
        low = start[1] if year == start[0] else 1
        high = end[1] if year == end[0] else 12
        if (low, high) == (1, 12):
            facts.append(f"{FACT}y{year}")
        else:
            facts += [f"{FACT}m{year}{month:02}" for month in range(low, high + 1)]
            if low == 1:
                facts.append(f"{FACT}m{year}00")
    return facts, False


def name_grams(words: Sequence[str]) -> list[str]:
    """Return the groups of letters under which names of these words are found."""
    return [gram for word in words for gram in (grams(word) or [word])]
