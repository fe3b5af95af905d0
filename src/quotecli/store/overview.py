"""What a store holds, counted: speakers, outlets, a timeline; where it is from; what filters mean in its numbers."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Sequence
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from quotecli.core.dates import PartialDate
from quotecli.core.errors import UsageError
from quotecli.core.folding import fold
from quotecli.core.types import Filters
from quotecli.store.bulk import marks
from quotecli.store.codec import KINDS, codes_within, date_code, date_from, storable, text_from
from quotecli.store.scope import Scope

if TYPE_CHECKING:
    from quotecli.store.rows import DocumentRow, OutletRow, Period, SpeakerRow

__all__ = [
    "condition",
    "digest",
    "documents",
    "documents_named",
    "known_as",
    "last_digest",
    "move",
    "outlet_rows",
    "plain_scope",
    "read_from",
    "scope_of",
    "sources_at",
    "sources_of_urls",
    "speaker_rows",
    "stats",
    "timeline",
]

_PERIODS = ("year", "month", "day")

_SHOWN = 32
"""Characters of a digest; what was said of the document stands behind them."""


def scope_of(
    filters: Filters,
    voices: tuple[int, ...] | None,
    outlets: tuple[int, ...] | None,
    documents: tuple[int, ...] | None,
) -> Scope:
    """Return filters as the store's numbers, given those of the names in them."""
    since = None if filters.since is None else codes_within(filters.since)[0]
    until = None if filters.until is None else codes_within(filters.until)[1]
    precision = 0
    if filters.on is not None:
        first, last = codes_within(filters.on)
        since, until = max(first, since or 0), min(last, until or last)
        precision = (date_code(filters.on) or 0) & 3
    kinds = tuple(KINDS.index(kind) for kind in filters.kinds) or (0, 1, 2)
    return Scope(voices, outlets, documents, since, until, precision, kinds, round(filters.min_confidence * 1000))


def voices_of(db: sqlite3.Connection, people: Sequence[int]) -> tuple[int, ...]:
    """Return the numbers of all sets of speakers that one of these persons belongs to."""
    found = db.execute(
        "SELECT DISTINCT w.voice FROM names n JOIN voice_names w ON w.name = n.id"
        f" WHERE n.person IN ({marks(people)}) ORDER BY 1",
        tuple(people),
    )
    return tuple(row[0] for row in found)


_LONGEST_PATTERN = 10_000
"""Characters; SQLite takes patterns of 50,000 bytes."""


def documents_named(db: sqlite3.Connection, text: str) -> tuple[int, ...]:
    """Return the documents of this path or URL, else those whose path ends so, else those whose path has it."""
    either = " OR url = ?1" if "://" in text else ""  # which no index finds: a path need not wait for it
    exact = db.execute(f"SELECT id FROM documents WHERE source = ?1{either}", (storable(text),)).fetchall()
    if not exact and PurePath(text).name:
        wanted = text.casefold()
        found = (
            db.execute("SELECT id, source FROM documents WHERE source LIKE ? ESCAPE '\\'", (_holding(wanted),))
            if wanted.isascii()
            and len(wanted) < _LONGEST_PATTERN  # SQLite knows these letters, and looks in a fraction of our time
            else db.execute("SELECT id, source FROM documents")
        )
        rows = [(row[0], text_from(row[1]).casefold()) for row in found]
        exact = [(row[0],) for row in rows if row[1].endswith("/" + wanted)]
        exact = exact or [(row[0],) for row in rows if wanted in row[1]]
    return tuple(row[0] for row in exact)


def _holding(text: str) -> str:
    """Return the pattern of what holds a text; LIKE takes half the time of `instr` and `lower`."""
    return "%" + re.sub(r"([\\%_])", r"\\\1", text) + "%"


def sources_at(db: sqlite3.Connection, place: str, inside: str) -> list[str]:
    """Return the paths or URLs of the document of this place, and of those whose own begins with it and `inside`.

    Found through the index, as a command may name thousands. Where text can't hold what follows, it is kept as bytes.
    """
    bounds = place + inside, place + chr(ord(inside) + 1)
    values = [storable(place), *map(storable, bounds), *(bound.encode("utf-8", "surrogatepass") for bound in bounds)]
    between = "SELECT source FROM documents WHERE source >= ? AND source < ?"
    found = db.execute(
        f"SELECT source FROM documents WHERE source = ? UNION {between} UNION {between} ORDER BY 1", values
    )
    return [text_from(row[0]) for row in found]


def digest(db: sqlite3.Connection, source: str, finder: str) -> str | None:
    """Return the digest of a document that this version of the finder read; None of any other."""
    row = db.execute(
        "SELECT digest FROM documents WHERE source = ? AND finder = ?", (storable(source), finder)
    ).fetchone()
    return row[0] or None if row else None


def last_digest(db: sqlite3.Connection, source: str) -> str | None:
    """Return what `digest` does, whatever finder read the document; of a container, that of a document in it."""
    row = db.execute(
        "SELECT digest FROM documents WHERE source = ?1 OR (source > ?1 || '#' AND source < ?1 || '$') LIMIT 1",
        (storable(source),),
    ).fetchone()
    return row[0] or None if row else None


def read_from(db: sqlite3.Connection, digest: str) -> list[tuple[str, str]]:
    """Return path or URL and stored digest of the documents that were read from the bytes of this one.

    Of those that were there when the connection asked first: an index on digests would cost every store its room, so
    that one is made for the connection alone.
    """
    if not db.execute("SELECT 1 FROM sqlite_temp_schema WHERE name = 'read_from'").fetchone():
        db.execute(
            "CREATE TEMP TABLE read_from(digest TEXT, document INTEGER, PRIMARY KEY(digest, document)) WITHOUT ROWID"
        )
        db.execute(f"INSERT INTO read_from SELECT substr(digest, 1, {_SHOWN}), id FROM documents WHERE digest != ''")
    rows = db.execute(
        "SELECT d.source, d.digest FROM temp.read_from r JOIN documents d ON d.id = r.document"
        f" WHERE r.digest = ?1 AND substr(d.digest, 1, {_SHOWN}) = ?1 ORDER BY d.source",
        (digest[:_SHOWN],),
    )
    return [(text_from(source), shown) for source, shown in rows]


def move(db: sqlite3.Connection, old: str, new: str, inside: str) -> bool:
    """Let a document be the one of another path, inside a transaction; it keeps its key, and so do its quotes.

    Args:
        db: the store.
        old: path of the file that it was read from.
        new: path of the file that has it now.
        inside: what follows these in its source, where the file is a container of it.

    Returns whether it is there, and its new place free.
    """
    row = db.execute("SELECT id, key, asked_key FROM documents WHERE source = ?", (storable(old + inside),)).fetchone()
    if row is None or db.execute("SELECT 1 FROM documents WHERE source = ?", (storable(new + inside),)).fetchone():
        return False
    document, key, asked = row
    if (key if asked is None else asked) == storable(PurePath(old).name + inside):  # it is named by its file
        asked = storable(PurePath(new).name + inside)
    db.execute(
        "UPDATE documents SET source = ?, asked_key = ? WHERE id = ?",
        (storable(new + inside), None if asked == key else asked, document),
    )
    return True


def sources_of_urls(db: sqlite3.Connection, urls: Sequence[str]) -> list[str]:
    """Return the paths or URLs of the documents that say they are at one of these addresses."""
    found = db.execute(
        f"SELECT source FROM documents WHERE url IN ({marks(urls)}) ORDER BY source", [storable(url) for url in urls]
    )
    return [text_from(row[0]) for row in found]


def plain_scope(db: sqlite3.Connection, filters: Filters) -> Scope:
    """Read filters with the names of speakers and outlets as they are shown; search understands more."""
    voices = outlets = documents = None
    if filters.by is not None:
        wanted = fold(filters.by)
        people = [row[0] for row in db.execute("SELECT person, name FROM names") if fold(text_from(row[1])) == wanted]
        voices = voices_of(db, people)
    if filters.outlet is not None:
        wanted = fold(filters.outlet)
        outlets = tuple(
            row[0] for row in db.execute("SELECT id, name FROM outlets") if fold(text_from(row[1])) == wanted
        )
    if filters.document is not None:
        documents = documents_named(db, filters.document)
    scope = scope_of(filters, voices, outlets, documents)
    for more in filters.also:
        scope = scope.within(plain_scope(db, more._replace(kinds=more.kinds or tuple(KINDS))))
    return scope


def condition(scope: Scope, *, few: bool = False) -> tuple[str, list[Any]]:
    """Return the scope as an SQL condition over `quotes q`, and its values.

    Args:
        scope: the filters.
        few: few rows will be asked; else all documents of an outlet are listed once, which takes less for many.
    """
    parts = [f"q.kind IN ({marks(scope.kinds)})"]
    values: list[Any] = list(scope.kinds)
    if scope.voices is not None:
        parts.append(f"q.voice IN ({marks(scope.voices)})")
        values += scope.voices
    if scope.documents is not None:
        parts.append(f"q.document IN ({marks(scope.documents)})")
        values += scope.documents
    if scope.outlets is not None:
        outlets = marks(scope.outlets)
        parts.append(
            f"(SELECT outlet FROM documents WHERE id = q.document) IN ({outlets})"
            if few
            else f"q.document IN (SELECT id FROM documents WHERE outlet IN ({outlets}))"
        )
        values += scope.outlets
    if scope.since is not None:
        parts.append("q.day >= ?")
        values.append(scope.since)
    if scope.until is not None:
        parts.append("q.day <= ?")
        values.append(scope.until)
    if scope.precision:
        parts.append("q.day & 3 >= ?")
        values.append(scope.precision)
    if scope.min_confidence:
        parts.append("q.confidence >= ?")
        values.append(scope.min_confidence)
    for some in scope.characters:
        parts.append(f"({' OR '.join(['instr(q.text, ?)'] * len(some))})")
        values += some
    return " AND ".join(parts), values


def speaker_rows(db: sqlite3.Connection, scope: Scope) -> list[SpeakerRow]:
    """Return the speakers of the quotes in scope, who said most first."""
    from quotecli.store.rows import SpeakerRow

    where, values = condition(scope)
    found = db.execute(
        "SELECT n.person, count(DISTINCT q.id), count(DISTINCT q.document), min(q.day), max(q.day)"
        " FROM quotes q JOIN voice_names w ON w.voice = q.voice JOIN names n ON n.id = w.name"
        f" WHERE {where} GROUP BY n.person",
        values,
    ).fetchall()
    spellings: dict[int, list[str]] = {}
    for person, name in db.execute("SELECT person, name FROM names WHERE quotes > 0 ORDER BY quotes DESC, name"):
        spellings.setdefault(person, []).append(text_from(name))
    shown = dict(db.execute("SELECT id, name FROM names"))
    rows = [
        SpeakerRow(
            text_from(shown[person]),
            quotes,
            documents,
            date_from(first),
            date_from(last),
            tuple(spellings.get(person, ())),
        )
        for person, quotes, documents, first, last in found
    ]
    return sorted(rows, key=lambda row: (-row.quotes, row.name))


def outlet_rows(db: sqlite3.Connection, scope: Scope) -> list[OutletRow]:
    """Return the outlets of the quotes in scope, who printed most first.

    Those without a quote come last where nothing is filtered, and are none of the answer where something is.
    """
    from quotecli.store.rows import OutletRow

    where, values = condition(scope)
    join = "LEFT JOIN" if scope == Scope() else "JOIN"
    found = db.execute(
        "SELECT o.name, count(q.id), count(DISTINCT d.id), min(q.day), max(q.day) FROM outlets o"
        f" JOIN documents d ON d.outlet = o.id {join} quotes q ON q.document = d.id AND {where} GROUP BY o.id",
        values,
    )
    rows = [OutletRow(text_from(row[0]), row[1], row[2], date_from(row[3]), date_from(row[4])) for row in found]
    return sorted(rows, key=lambda row: (-row.quotes, row.name))


def known_as(db: sqlite3.Connection, name: str) -> str | None:
    """Return the name under which the speaker is shown who has exactly this one; None where nobody has."""
    found = db.execute(
        "SELECT p.name FROM names n JOIN names p ON p.id = n.person WHERE n.name = ?1"
        " AND (n.quotes > 0 OR n.id IN (SELECT name FROM same_person UNION SELECT shown FROM same_person))",
        (storable(name),),
    ).fetchone()
    return text_from(found[0]) if found else None


def documents(db: sqlite3.Connection, scope: Scope | None) -> list[DocumentRow]:
    """Return the documents of the quotes in scope, by source, with how many of these they have.

    Those without a quote are among them where nothing is filtered. Without a scope all quotes count, of any kind.
    """
    from quotecli.store.documents import document_rows

    if scope is None:
        return document_rows(db)
    where, values = condition(scope)
    return document_rows(db, where, values, empty=scope == Scope())


def timeline(db: sqlite3.Connection, by: str, scope: Scope) -> list[Period]:
    """Count the quotes in scope by `year`, `month` or `day`, in order; less precise dates stand as they are."""
    from quotecli.store.rows import Period

    if by not in _PERIODS:
        raise UsageError(f"a timeline counts by {', '.join(_PERIODS)}; not {by!r}")
    precision = _PERIODS.index(by)
    where, values = condition(scope)
    counts: dict[PartialDate | None, int] = {}
    for day, quotes in db.execute(f"SELECT q.day, count(*) FROM quotes q WHERE {where} GROUP BY q.day", values):
        date = date_from(day)
        if date is not None:
            month = date.month if precision else None
            date = PartialDate(date.year, month, date.day if precision == 2 and month else None)
        counts[date] = counts.get(date, 0) + quotes
    ordered = sorted(counts.items(), key=lambda item: (item[0] is None, date_code(item[0]) or 0))
    return [Period(date, quotes) for date, quotes in ordered]


def stats(db: sqlite3.Connection) -> dict[str, Any]:
    """Return totals: documents, quotes, speakers, outlets, unattributed, families, first, last, kinds."""

    def one(sql: str) -> Any:
        return db.execute(sql).fetchone()[0]

    kinds = dict(db.execute("SELECT kind, count(*) FROM quotes GROUP BY kind"))
    first, last = (date_from(one(f"SELECT {edge}(day) FROM quotes")) for edge in ("min", "max"))
    return {
        "documents": one("SELECT count(*) FROM documents"),
        "quotes": sum(kinds.values()),
        "speakers": one("SELECT count(DISTINCT person) FROM names WHERE quotes > 0"),
        "outlets": one("SELECT count(DISTINCT outlet) FROM documents"),
        "unattributed": one("SELECT count(*) FROM quotes WHERE voice IS NULL"),
        "undated": one("SELECT count(*) FROM quotes WHERE day IS NULL"),
        "families": one("SELECT count(DISTINCT family) FROM quotes WHERE family IS NOT NULL"),
        "first": None if first is None else str(first),
        "last": None if last is None else str(last),
        "kinds": {kind.value: kinds.get(number, 0) for number, kind in enumerate(KINDS)},
    }
