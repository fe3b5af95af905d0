"""Reads quotes, documents and the lists of what a store holds."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from quotecli.core.errors import AmbiguousId, UnknownId
from quotecli.core.ids import format_id, id_range
from quotecli.core.types import Quote, Span, context_of
from quotecli.store.bulk import marks
from quotecli.store.codec import (
    KINDS,
    ROLES,
    date_from,
    signed,
    splice,
    split_list,
    text_from,
    unpack_evidence,
    unpack_layout,
    unpack_text,
    unsigned,
)
from quotecli.store.facts import id_facts

if TYPE_CHECKING:
    from quotecli.core.types import Article
    from quotecli.store.rows import DocumentRow

__all__ = ["articles_text", "document_rows", "find_id", "read_article", "read_quotes", "voice_names"]

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
_DOCUMENTS = """
SELECT d.id, d.source, d.key, d.title, d.authors, o.name, d.published, d.url, {}, d.digest
FROM documents d LEFT JOIN outlets o ON o.id = d.outlet {} ORDER BY d.source
"""
_COUNTED = "(SELECT document, count(*) AS quotes FROM quotes q WHERE {} GROUP BY document) c ON c.document = d.id"


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


def _whole_text(db: sqlite3.Connection, document: int, length: int, rest: str) -> str:
    printed = dict(db.execute(_OF_DOCUMENT.format("q.quote, q.text", "printed", "quote"), (document,)).fetchall())
    found = db.execute(_OF_DOCUMENT.format("q.start, q.text, q.id", "quotes", "id"), (document,))
    return splice(rest, length, [(start, text_from(printed.get(row, text))) for start, text, row in found])


def articles_text(db: sqlite3.Connection, document: int) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Return a document's whole text and the offsets of its paragraphs."""
    layout = db.execute("SELECT layout FROM texts WHERE document = ?", (document,)).fetchone()[0]
    length, rest, paragraphs = unpack_text(layout)
    return _whole_text(db, document, length, rest), paragraphs


def read_quotes(db: sqlite3.Connection, rows: Sequence[int]) -> list[Quote]:
    """Return the quotes of these row numbers, in this order; rows that are gone are left out."""
    found = {row[0]: row for row in db.execute(_QUOTES.format(marks(rows)), tuple(rows))}
    voices = voice_names(db, (row[3] for row in found.values() if row[3] is not None))
    texts: dict[int, tuple[str, tuple[tuple[int, int], ...]]] = {}
    quotes = []
    for number in rows:
        row = found.get(number)
        if row is None:
            continue
        if row[20] not in texts:
            texts[row[20]] = articles_text(db, row[20])
        quotes.append(_quote(row, voices.get(row[3], ()), *texts[row[20]]))
    return quotes


def _quote(row: tuple[object, ...], speakers: tuple[str, ...], text: str, layout: tuple[tuple[int, int], ...]) -> Quote:
    (_, number, words, _, said_as, day, said, outlet, via, kind, first, role, confidence) = row[:13]
    (title, authors, published, url, source, paragraph, start, _, family, printed) = row[13:]

    def read(value: object) -> str | None:
        return None if value is None else text_from(value)  # type: ignore[arg-type]

    shown = text_from(words)  # type: ignore[arg-type]
    end = start + len(read(printed) or shown)  # type: ignore[operator]
    whole = Span(*layout[paragraph - 1]) if 0 < paragraph <= len(layout) else Span(0, 0)  # type: ignore[operator]
    around = context_of(text, whole, start, end)  # type: ignore[arg-type]
    return Quote(
        id=format_id(unsigned(number)),  # type: ignore[arg-type]
        text=shown,
        speakers=speakers,
        said_as=read(said_as),
        date=date_from(day),  # type: ignore[arg-type]
        date_kind=None if day is None else "said" if said else "published",
        outlet=read(outlet),
        via=read(via),
        kind=KINDS[kind],  # type: ignore[call-overload]
        part_of=None if first is None else format_id(unsigned(first)),  # type: ignore[arg-type]
        role=ROLES[role],  # type: ignore[call-overload]
        confidence=confidence / 1000,  # type: ignore[operator]
        title=read(title),
        authors=split_list(authors),  # type: ignore[arg-type]
        published=date_from(published),  # type: ignore[arg-type]
        url=read(url),
        document=read(source) or "",
        paragraph=paragraph,  # type: ignore[arg-type]
        start=start,  # type: ignore[arg-type]
        end=end,
        context=text[around.start : around.end],
        context_start=around.start,
        family=family,  # type: ignore[arg-type]
        printed=read(printed),
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


def document_rows(
    db: sqlite3.Connection, where: str | None = None, values: Sequence[object] = (), *, empty: bool = False
) -> list[DocumentRow]:
    """Return documents, by source.

    Args:
        db: the store.
        where: condition over `quotes q`: the quotes that count; None for all of any kind.
        values: of the condition.
        empty: also documents that none of these quotes is of.
    """
    from quotecli.store.rows import DocumentRow

    counted = ("d.quotes", "")
    if where is not None:
        join = "LEFT JOIN " if empty else "JOIN "
        counted = ("coalesce(c.quotes, 0)", join + _COUNTED.format(where))
    return [
        DocumentRow(
            row[0],
            text_from(row[1]),
            text_from(row[2]),
            None if row[3] is None else text_from(row[3]),
            split_list(row[4]),
            None if row[5] is None else text_from(row[5]),
            date_from(row[6]),
            None if row[7] is None else text_from(row[7]),
            row[8],
            row[9],
        )
        for row in db.execute(_DOCUMENTS.format(*counted), tuple(values))
    ]


def read_article(db: sqlite3.Connection, document: int) -> Article:
    """Return a document as it was written: text, paragraphs, metadata, evidence."""
    from quotecli.core.types import Article

    row = db.execute(
        "SELECT t.layout, t.evidence, d.source, d.key, d.asked_key, d.title, d.authors, d.published, d.published_at,"
        " d.updated, o.name, d.url, d.language, d.section, d.media, d.archive_url, d.archived, d.accessed, d.digest"
        " FROM documents d JOIN texts t ON t.document = d.id LEFT JOIN outlets o ON o.id = d.outlet WHERE d.id = ?",
        (document,),
    ).fetchone()

    def text(at: int) -> str | None:
        return None if row[at] is None else text_from(row[at])

    length, rest, paragraphs = unpack_layout(row[0])
    return Article(
        text=_whole_text(db, document, length, rest),
        paragraphs=paragraphs,
        source=text(2) or "",
        key=text(4) or text(3) or "",
        title=text(5),
        authors=split_list(row[6]),
        published=date_from(row[7]),
        published_at=text(8),
        updated=date_from(row[9]),
        outlet=text(10),
        url=text(11),
        language=text(12),
        section=text(13),
        media=row[14],
        archive_url=text(15),
        archived=date_from(row[16]),
        accessed=date_from(row[17]),
        evidence=unpack_evidence(row[1]),
        digest=row[18],
    )
