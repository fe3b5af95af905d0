"""Reads quotes with their contexts."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from quotecli.core.errors import AmbiguousId, UnknownId
from quotecli.core.ids import format_id, id_range
from quotecli.core.types import FILED_AUTHOR, Quote, Span, context_of
from quotecli.store.bulk import marks
from quotecli.store.codec import (
    Stored,
    date_from,
    kind_from,
    role_from,
    signed,
    splice,
    split_list,
    text_from,
    text_or_none,
    unpack_text,
    unsigned,
    values_in_evidence,
)
from quotecli.store.facts import id_facts

__all__ = ["find_id", "put_together", "read_quotes", "voice_names"]


class _Row(NamedTuple):
    """What the store has of a quote, in the order of `_QUOTES`, as it is written there."""

    id: int
    number: int
    text: Stored
    voice: int | None
    said_as: Stored | None
    day: int | None
    said: int
    outlet: Stored | None
    via: Stored | None
    kind: int
    first_piece: int | None
    role: int
    confidence: int
    title: Stored | None
    authors: Stored | None
    published: int | None
    url: Stored | None
    source: Stored
    paragraph: int
    start: int
    document: int
    family: int | None
    printed: Stored | None


class _Whole(NamedTuple):
    """A document's text, the offsets of its paragraphs, and its authors as they are filed."""

    text: str
    paragraphs: tuple[tuple[int, int], ...]
    filed: tuple[str, ...] = ()


_QUOTES = """
SELECT q.id, q.number, q.text, q.voice, s.text, q.day, q.said, o.name, v.text, q.kind, p.number, q.role, q.confidence,
    d.title, d.authors, d.published, d.url, d.source, q.paragraph, q.start, q.document, q.family, w.text
FROM quotes q
JOIN documents d ON d.id = q.document
LEFT JOIN outlets o ON o.id = d.outlet
LEFT JOIN phrases s ON s.id = q.said_as
LEFT JOIN phrases v ON v.id = q.via
LEFT JOIN quotes p ON p.id = q.part_of
LEFT JOIN printed w ON w.quote = q.id
WHERE q.id IN ({})
"""
_OF_DOCUMENT = """
SELECT {0} FROM documents d JOIN {1} q ON q.{2} >= d.first_quote AND q.{2} < d.first_quote + d.quotes WHERE d.id = ?
"""


def voice_names(db: sqlite3.Connection, voices: Iterable[int]) -> dict[int, tuple[str, ...]]:
    """Return, for each voice, the names shown of its speakers."""
    wanted = sorted(set(voices))
    shown: dict[int, list[str]] = {}
    for voice, name in db.execute(
        "SELECT w.voice, p.name FROM voice_names w JOIN names n ON n.id = w.name JOIN names p ON p.id = n.person"
        f" WHERE w.voice IN ({marks(wanted)}) ORDER BY w.voice, w.position",
        wanted,
    ):
        shown.setdefault(voice, []).append(text_from(name))
    return {voice: tuple(dict.fromkeys(names)) for voice, names in shown.items()}


def put_together(db: sqlite3.Connection, document: int, length: int, rest: str) -> str:
    """Return a document's whole text, of this length, from the rest of it and its quotations."""
    printed = dict(db.execute(_OF_DOCUMENT.format("q.quote, q.text", "printed", "quote"), (document,)).fetchall())
    found = db.execute(_OF_DOCUMENT.format("q.start, q.text, q.id", "quotes", "id"), (document,))
    return splice(rest, length, [(start, text_from(printed.get(row, text))) for start, text, row in found])


def _text_of(db: sqlite3.Connection, document: int, authors: tuple[str, ...]) -> _Whole:
    """Return a document's whole text, the offsets of its paragraphs, and how its authors are filed."""
    layout, evidence = db.execute("SELECT layout, evidence FROM texts WHERE document = ?", (document,)).fetchone()
    length, rest, paragraphs = unpack_text(layout)
    whole = _Whole(put_together(db, document, length, rest), paragraphs)
    filed = values_in_evidence(evidence, FILED_AUTHOR) if authors else []
    if not filed:
        return whole
    from quotecli.core.names import filed_authors  # hardly a document needs it

    return whole._replace(filed=filed_authors(authors, filed))


def read_quotes(db: sqlite3.Connection, rows: Sequence[int]) -> list[Quote]:
    """Return the quotes of these row numbers, in this order; rows that are gone are left out."""
    read = map(_Row._make, db.execute(_QUOTES.format(marks(rows)), tuple(rows)))
    found = {row.id: row for row in read}
    voices = voice_names(db, (row.voice for row in found.values() if row.voice is not None))
    documents: dict[int, _Whole] = {}
    quotes = []
    for number in rows:
        row = found.get(number)
        if row is None:
            continue
        if row.document not in documents:
            documents[row.document] = _text_of(db, row.document, split_list(row.authors))
        speakers = () if row.voice is None else voices.get(row.voice, ())
        quotes.append(_quote(row, speakers, documents[row.document]))
    return quotes


def _quote(row: _Row, speakers: tuple[str, ...], whole: _Whole) -> Quote:
    text = text_from(row.text)
    printed = text_or_none(row.printed)
    end = row.start + len(printed or text)
    inside = 0 < row.paragraph <= len(whole.paragraphs)
    paragraph = Span(*whole.paragraphs[row.paragraph - 1]) if inside else Span(0, 0)
    around = context_of(whole.text, paragraph, row.start, end)
    return Quote(
        id=format_id(unsigned(row.number)),
        text=text,
        speakers=speakers,
        said_as=text_or_none(row.said_as),
        date=date_from(row.day),
        date_kind=None if row.day is None else "said" if row.said else "published",
        outlet=text_or_none(row.outlet),
        via=text_or_none(row.via),
        kind=kind_from(row.kind),
        part_of=None if row.first_piece is None else format_id(unsigned(row.first_piece)),
        role=role_from(row.role),
        confidence=row.confidence / 1000,
        title=text_or_none(row.title),
        authors=split_list(row.authors),
        published=date_from(row.published),
        url=text_or_none(row.url),
        document=text_from(row.source),
        paragraph=row.paragraph,
        start=row.start,
        end=end,
        context=whole.text[around.start : around.end],
        context_start=around.start,
        family=row.family,
        printed=printed,
        filed=whole.filed,
    )


def find_id(db: sqlite3.Connection, text: str) -> int:
    """Return the row of the one quote whose id is, or begins with, `text`.

    Raises:
        UnknownId: there is none; the hint names the nearest.
        AmbiguousId: there are several; the hint names some.
    """
    bounds = id_range(text)
    if bounds is None:
        raise UnknownId(f"{text!r} is not the id of a quote")
    low, high = signed(bounds[0]), signed(bounds[1])
    found = db.execute(
        "SELECT q.id, q.number FROM words CROSS JOIN quotes q ON q.id = words.rowid"
        " WHERE words MATCH ? AND q.number BETWEEN ? AND ? LIMIT 6",
        (id_facts(*bounds), low, high),
    ).fetchall()
    if len(found) == 1 or (found and low == high):
        return int(found[0][0])
    if found:
        names = ", ".join(format_id(unsigned(row[1])) for row in found[:5])
        raise AmbiguousId(f"several quotes have an id that begins with {text!r}", hint=f"for instance {names}")
    near = db.execute(
        "SELECT q.number FROM words CROSS JOIN quotes q ON q.id = words.rowid WHERE words MATCH ? LIMIT 200",
        (id_facts(bounds[0], bounds[0]),),
    ).fetchall()
    nearest = sorted(near, key=lambda row: abs(row[0] - low))[:2]
    names = " or ".join(format_id(unsigned(row[0])) for row in nearest)
    raise UnknownId(f"no quote has the id {text!r}", hint=f"did you mean {names}?" if names else None)
