"""What search may ask of the store: rows by words and filters, words like a misspelt one, names, families."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Sequence
from heapq import nlargest
from itertools import chain, islice
from math import log2
from operator import itemgetter
from pathlib import Path
from sys import maxsize
from typing import TYPE_CHECKING, Any

from quotecli.core.dates import PartialDate
from quotecli.core.ids import format_id
from quotecli.core.types import Filters, Sort
from quotecli.store import files, overview
from quotecli.store.bulk import marks, parts, sought
from quotecli.store.codec import codes_within, date_from, storable, text_from, unsigned
from quotecli.store.facts import any_of, narrowing
from quotecli.store.scope import Scope
from quotecli.store.terms import counted

if TYPE_CHECKING:
    from quotecli.store.spoken import Said

__all__ = ["Index"]

_SHORT_LIST = 30_000
"""Quotes of a word whose list is read in no time: that of a year or an outlet may well be longer."""
_FEW = 300
"""Rows that are looked at in less time than such a longer list is read."""
_BY_HAND = "{} IN (SELECT name FROM same_person UNION SELECT shown FROM same_person)"


class Index:
    """The read protocol of the store, for search. Rows are numbers of quotes in this store."""

    def __init__(self, db: sqlite3.Connection, path: Path) -> None:
        """Take the store's connection and path."""
        self._db = db
        self._path = path

    def _rows(self, sql: str, values: Sequence[Any] = ()) -> list[Any]:
        with files.plainly(self._path):
            return self._db.execute(sql, tuple(values)).fetchall()

    def _numbers(self, sql: str, values: Sequence[Any] = ()) -> list[int]:
        return [row[0] for row in self._rows(sql, values)]

    # Words -----------------------------------------------------------------------------------------------------------

    def counts(self, words: Sequence[str]) -> dict[str, int]:
        """Return in how many quotes each word stands; words that stand in none are left out."""
        found: dict[str, int] = {}
        for part in parts(words):
            found |= self._counted(f"SELECT term, id FROM terms WHERE term IN ({marks(part)})", part)
        return found

    def size(self) -> int:
        """Return about how many quotes the store holds (the highest row)."""
        return int(self._rows("SELECT coalesce(max(id), 0) FROM quotes")[0][0])

    def spelt_like(self, some: Sequence[str], limit: int = 4000) -> list[str]:
        """Return words that share one of these groups of letters (see `words.grams`); a quote need not have them."""
        if not some:
            return []
        found = self._rows(
            "SELECT t.term FROM spellings CROSS JOIN terms t ON t.id = spellings.rowid WHERE spellings MATCH ? LIMIT ?",
            (any_of(some), limit),
        )
        return [term for (term,) in found]

    def starting(self, beginning: str, limit: int = 50) -> list[tuple[str, int]]:
        """Return (word, quotes) for the words that begin so, the most frequent first."""
        found = self._counted(
            "SELECT term, id FROM terms WHERE term > ? AND term < ?", (beginning, beginning + "\U0010ffff")
        )
        return sorted(found, key=itemgetter(1), reverse=True)[:limit]

    def _counted(self, sql: str, values: Sequence[Any]) -> list[tuple[str, int]]:
        with files.plainly(self._path):
            return counted(self._db, self._db.execute(sql, tuple(values)))

    # Rows ------------------------------------------------------------------------------------------------------------

    def match(
        self,
        expression: str,
        scope: Scope,
        limit: int,
        *,
        saying: str = "",
        checked: bool = True,
        rarest: int | None = None,
    ) -> list[int]:
        """Return up to `limit` rows, the oldest first, that a full-text expression and the scope let through.

        Args:
            expression: of quoted words, AND, OR and NOT; empty for all rows in scope.
            scope: the filters.
            limit: rows at most.
            saying: words, in a row and parted by single spaces, that the texts must have as they stand; case is free,
                and `_` is any mark between two words.
            checked: False where the caller will ask `inside`, for what the index alone can't tell of the scope.
            rarest: in how many quotes the rarest word of the expression stands, where that is known.
        """
        if rarest is not None and rarest <= _SHORT_LIST and (scope.outlets or scope.since or scope.until):
            wider = scope._replace(outlets=None, since=None, until=None, precision=0)
            few = self.match(expression, wider, _FEW + 1, saying=saying)
            if len(few) <= _FEW:
                return self.passing(few, scope, limit)
        scope = self._bounded(scope)
        needed, barred, whole = narrowing(scope)
        if needed is None:
            return []
        wanted = " AND ".join(part for part in (expression and f"({expression})", needed) if part)
        if not wanted:
            where, values = overview.condition(scope)
            return self._numbers(f"SELECT q.id FROM quotes q WHERE {where} LIMIT ?", (*values, limit))
        if barred:
            wanted += f" NOT {barred}"
        told = whole or not (checked or saying)  # by the index alone
        if scope.few_days and not (told or saying):
            return self._of_few_days(wanted, scope, limit)
        where, values = ("1", []) if told else overview.condition(scope)
        if saying:
            where, values = f"{where} AND q.text LIKE ?", [*values, f"%{saying}%"]
        if scope.documents:
            where, values = f"{where} AND words.rowid BETWEEN ? AND ?", [*values, *self._span(scope.documents)]
        join = "" if told and not saying else " CROSS JOIN quotes q ON q.id = words.rowid"
        return self._numbers(
            f"SELECT words.rowid FROM words{join} WHERE words MATCH ? AND {where} LIMIT ?", (wanted, *values, limit)
        )

    def _of_few_days(self, wanted: str, scope: Scope, limit: int) -> list[int]:
        """Return what `match` does, looking only at the rows of what was printed on these days."""
        from quotecli.store.dated import rows_of_days

        with files.plainly(self._path):
            may = rows_of_days(self._db, scope)
            listed = self._db.execute("SELECT rowid FROM words WHERE words MATCH ?", (wanted,))
            return self.passing((row[0] for row in listed if may(row[0])), scope, maxsize if limit < 0 else limit)

    def inside(self, rows: Iterable[int], scope: Scope, limit: int) -> list[int]:
        """Return the first `limit` of these rows that the scope lets through, in their order.

        They are rows that `match` gave, unchecked; `passing` takes any.
        """
        if narrowing(self._bounded(scope))[2]:
            return list(islice(rows, limit))
        return self.passing(rows, scope, limit)

    def passing(self, rows: Iterable[int], scope: Scope, limit: int) -> list[int]:
        """Return the first `limit` of any rows that the scope lets through, in their order; looks at each of them."""
        where, values = overview.condition(scope, few=True)
        found: list[int] = []
        left = iter(rows)
        while len(found) < limit and (part := list(islice(left, 800))):
            sql = f"SELECT q.id FROM quotes q WHERE q.id IN ({marks(part)}) AND {where}"
            passed = set(self._numbers(sql, (*part, *values)))
            found += [row for row in part if row in passed]
        return found[:limit]

    def _span(self, documents: Sequence[int]) -> tuple[int, int]:
        """Return the first and the last row of these documents' quotes, among which others may stand."""
        ((first, last),) = self._rows(
            "SELECT coalesce(min(first_quote), 0), coalesce(max(first_quote + quotes) - 1, -1) FROM documents"
            " WHERE id IN (SELECT value FROM json_each(?))",
            (f"[{','.join(map(str, documents))}]",),
        )
        return first, last

    def _bounded(self, scope: Scope) -> Scope:
        """Return the scope with the open end of its dates closed by the years that the store has dates of."""
        if scope.since is None and scope.until is not None:
            return scope._replace(since=codes_within(self._edge("min"))[0])
        if scope.until is None and scope.since is not None:
            return scope._replace(until=codes_within(self._edge("max"))[1])
        return scope

    def _edge(self, which: str) -> PartialDate:
        """Return the first (`min`) or the last year (`max`) that the store has dates of."""
        found = self._rows(
            f"SELECT {which}(d) FROM (SELECT {which}(published) AS d FROM documents"
            f" UNION ALL SELECT {which}(day) FROM quotes WHERE said)"
        )
        edge = date_from(found[0][0])
        return PartialDate(edge.year if edge else 1)

    def texts(self, rows: Sequence[int]) -> list[tuple[int, str]]:
        """Return (row, text) of these rows; rows that are gone are left out."""
        with files.plainly(self._path):
            found = sought(self._db, "SELECT id, text FROM quotes WHERE id IN ({})", rows)
            return [(row, text_from(text)) for row, text in found]

    def said(self, rows: Sequence[int]) -> dict[int, Said]:
        """Return, by row, these quotes and those near them of the same statements or paragraphs, in order."""
        from quotecli.store.spoken import said_beside  # a search needs it not

        found: dict[int, Said] = {}
        with files.plainly(self._path):
            for part in parts(rows):
                found |= said_beside(self._db, part)
        return found

    def document(self, source: str) -> int | None:
        """Return the number of the document of this path or URL; None where the store hasn't it."""
        found = self._numbers("SELECT id FROM documents WHERE source = ?", (storable(source),))
        return found[0] if found else None

    def families(self, rows: Sequence[int]) -> dict[int, int]:
        """Return the family of each of these rows that has one."""
        with files.plainly(self._path):
            return dict(sought(self._db, "SELECT id, family FROM quotes WHERE family IS NOT NULL AND id IN ({})", rows))

    def kin(self, families: Iterable[int]) -> dict[int, list[tuple[int, str]]]:
        """Return (row, id) of the quotes of each of these families, the earliest first; the undated come last."""
        found: dict[int, list[tuple[int, str]]] = {}
        earliest_first = "SELECT family, id, number FROM quotes WHERE family IN ({}) ORDER BY day IS NULL, day, id"
        with files.plainly(self._path):
            for family, row, number in sought(self._db, earliest_first, sorted(families)):
                found.setdefault(family, []).append((row, format_id(unsigned(number))))
        return found

    # Lists -----------------------------------------------------------------------------------------------------------

    def listing(self, scope: Scope, sort: Sort, *, reverse: bool, limit: int) -> list[int]:
        """Return the first rows in scope in this order: dates latest first, names from A; else as they were added."""
        if sort is Sort.DATE and scope.voices is None and scope.documents is None:
            return self._by_date(scope, reverse=reverse, limit=limit)
        if sort is Sort.RELEVANCE and not reverse:
            return self.match("", scope, limit)
        return self.ordered(self.match("", scope, -1), sort, reverse=reverse)[:limit]

    def _by_date(self, scope: Scope, *, reverse: bool, limit: int) -> list[int]:
        """Merge the quotes dated by their document and those dated by themselves; the undated come last."""
        from heapq import merge

        where, values = overview.condition(scope)
        order = "ASC" if reverse else "DESC"
        dated = (
            "SELECT d.published, q.id FROM documents d CROSS JOIN quotes q ON q.id >= d.first_quote"
            f" AND q.id < d.first_quote + d.quotes WHERE NOT q.said AND {where} AND d.published "
        )
        sql = (
            f"{dated} IS NOT NULL ORDER BY d.published {order}, q.id",
            f"SELECT q.day, q.id FROM quotes q WHERE q.said AND {where} ORDER BY q.day {order}, q.id",
            f"{dated} IS NULL ORDER BY q.id",
        )
        with files.plainly(self._path):
            own, said, undated = (self._db.execute(statement, values) for statement in sql)
            sign = 1 if reverse else -1
            in_order = merge(own, said, key=lambda row: (sign * row[0], row[1]))
            return [row[1] for row in islice(chain(in_order, undated), limit)]

    def ordered(self, rows: Sequence[int], sort: Sort, *, reverse: bool) -> list[int]:
        """Return these rows in the order of `listing`."""
        down, up = ("ASC", "DESC") if reverse else ("DESC", "ASC")
        order = {
            Sort.DATE: f"q.day IS NULL, q.day {down}, q.id",
            Sort.SPEAKER: f"p.name IS NULL, p.name {up}, q.id",
            Sort.OUTLET: f"o.name IS NULL, o.name {up}, q.id",
            Sort.RELEVANCE: f"q.id {up}",
        }[sort]
        return self._numbers(
            "SELECT q.id FROM json_each(?) t JOIN quotes q ON q.id = t.value JOIN documents d ON d.id = q.document"
            " LEFT JOIN outlets o ON o.id = d.outlet"
            " LEFT JOIN voice_names w ON w.voice = q.voice AND w.position = 0"
            " LEFT JOIN names n ON n.id = w.name LEFT JOIN names p ON p.id = n.person"
            f" ORDER BY {order}",
            (f"[{','.join(map(str, rows))}]",),  # one value, however many rows; a temporary table would be a write
        )

    def count(self, scope: Scope) -> int:
        """Return how many quotes are in scope."""
        if scope == Scope():
            everything = self._rows("SELECT coalesce(sum(quotes), 0) FROM documents")[0][0]
            return int(everything) - len(self.match("", Scope(kinds=(3,)), -1))
        return len(self.match("", scope, -1))

    def unfiltered(self, scope: Scope) -> bool:
        """Tell whether the scope lets all quotes through: no filter, and no quote of a kind that must be asked for."""
        return scope == Scope() and not self.match("", Scope(kinds=(3,)), 1)

    # Names -----------------------------------------------------------------------------------------------------------

    def names_like(self, some: Sequence[str], limit: int = 3000, least: float = 0.0) -> list[tuple[int, str, int]]:
        """Return (person, spelling, quotes) for the names that share most of these groups of letters; rare ones tell.

        One name in ten shares some: all of them are counted, and only these read. `least`: the share of what the
        nearest has in common with what is typed that the others must have.
        """
        shared: defaultdict[int, float] = defaultdict(float)
        for group in dict.fromkeys(some):
            having = self._numbers("SELECT rowid FROM name_words WHERE name_words MATCH ?", (any_of([group]),))
            telling = 1 / log2(2 + len(having))
            for number in having:
                shared[number] += telling
        lowest = least * max(shared.values(), default=0.0)
        near = {number: telling for number, telling in shared.items() if telling >= lowest}
        best = nlargest(limit, near, key=near.__getitem__)
        sql = f"SELECT person, name, quotes FROM names WHERE id IN ({{}}) AND (quotes > 0 OR {_BY_HAND.format('id')})"
        with files.plainly(self._path):
            return [(person, text_from(name), quotes) for person, name, quotes in sought(self._db, sql, best)]

    def names_matching(self, expression: str, limit: int) -> list[tuple[int, str, int]]:
        """Return (person, spelling, quotes) for the names whose groups of letters fit an expression."""
        sql = (
            "SELECT n.person, n.name, n.quotes FROM name_words CROSS JOIN names n ON n.id = name_words.rowid"
            " WHERE name_words MATCH ? AND {} LIMIT ?"
        )
        found = self._rows(sql.format("n.quotes > 0"), (expression, limit))
        if self._rows("SELECT 1 FROM same_person LIMIT 1"):  # a name given by hand needs no quote
            found += self._rows(sql.format(f"n.quotes = 0 AND {_BY_HAND.format('n.id')}"), (expression, limit))
        return [(person, text_from(name), quotes) for person, name, quotes in found]

    def names_abbreviated(self, letters: str, limit: int) -> list[tuple[int, str, int]]:
        """Return (person, spelling, quotes) for the names of which some words begin with these letters, in order."""
        pattern = "%" + "% ".join(letters) + "%"
        found = self._rows(
            "SELECT person, name, quotes FROM names WHERE name LIKE ?1 OR (instr(name, '-') + instr(name, '.') > 0"
            " AND replace(replace(name, '-', ' '), '.', ' ') LIKE ?1) LIMIT ?2",
            (pattern, limit),
        )
        return [(person, text_from(name), quotes) for person, name, quotes in found]

    def names_between(self, first: str, end: str) -> bool:
        """Tell whether a name begins with a character from the first on and before the end."""
        return bool(self._rows("SELECT 1 FROM names WHERE name >= ? AND name < ? LIMIT 1", (first, end)))

    def people(self, persons: Sequence[int]) -> dict[int, tuple[str, int]]:
        """Return (name shown, quotes of all spellings) of each of these persons."""
        found = self._rows(
            "SELECT p.id, p.name, sum(n.quotes) FROM names p JOIN names n ON n.person = p.id"
            f" WHERE p.id IN ({marks(persons)}) GROUP BY p.id",
            persons,
        )
        return {person: (text_from(name), quotes) for person, name, quotes in found}

    def called(self, name: str) -> tuple[int, str, int] | None:
        """Return (person, name shown, quotes of all spellings) of whoever has exactly this name; None if nobody has."""
        found = self._rows("SELECT person FROM names WHERE name = ?", (storable(name),))
        return next(((person, *self.people([person])[person]) for (person,) in found), None)

    def names_of(self, person: int) -> list[str]:
        """Return all names of a person that quotes have."""
        found = self._rows("SELECT name FROM names WHERE person = ? AND quotes > 0 ORDER BY id", (person,))
        return [text_from(name) for (name,) in found]

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
