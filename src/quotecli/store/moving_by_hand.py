"""Corrections by hand on their way from one store to another, beside the document that they are of."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from operator import itemgetter
from typing import TYPE_CHECKING

from quotecli.core.ids import format_id
from quotecli.core.kept import SECOND_NAME, ByHand, Kept
from quotecli.core.quotes import ids_of
from quotecli.store.bulk import marks
from quotecli.store.codec import storable, unsigned
from quotecli.store.correcting import facts_from
from quotecli.store.corrections import found, number_of
from quotecli.store.people import unlink

if TYPE_CHECKING:
    from quotecli.core.types import Article, Quotation
    from quotecli.store.writing import Batch

    _Work = tuple[Article, Sequence[Quotation], str, Kept]

__all__ = ["bring", "brought", "with_corrections"]

_STANDING = "SELECT step, id, made, action, number, value, before FROM corrections WHERE key = ? AND undone = ''"
_LINKS = """
SELECT DISTINCT c.step, c.id, c.made, c.action, NULL, c.value, c.before FROM same_person s
JOIN corrections c ON c.id = s.correction
JOIN names p ON p.id IN (s.name, s.shown)
WHERE p.person IN (SELECT person FROM names WHERE name IN ({}))
"""
_SAME = "SELECT count(*) FROM corrections WHERE action = ? AND key IS ? AND number IS ? AND value = ? AND undone = ''"


def with_corrections(db: sqlite3.Connection, kept: Kept) -> Kept:
    """Return a document of the store with the corrections that stand, and with what was found without them."""
    made = db.execute(_STANDING, (storable(kept.key),)).fetchall()
    names = sorted({name for quotation in kept.quotations for name in quotation.speakers})[:500]
    if names and db.execute("SELECT 1 FROM same_person LIMIT 1").fetchone():
        made += db.execute(_LINKS.format(marks(names)), [storable(name) for name in names]).fetchall()
    if not made:
        return kept
    corrections = tuple(
        ByHand(when, action, _id_of(number), json.loads(value), json.loads(old), step)
        for step, _, when, action, number, value, old in sorted(made, key=itemgetter(0, 1))
    )
    before = found(db, kept.key)
    if before is None:
        return kept._replace(corrections=corrections)
    as_found = Kept(
        article=replace(kept.article, **facts_from(before.facts)),
        quotations=tuple(before.quotations),
        ids=tuple(ids_of(kept.key, [quotation.text for quotation in before.quotations])),
        key=kept.key,
        finder=kept.finder,
        shown=tuple(quotation.speakers for quotation in before.quotations),
    )
    return kept._replace(corrections=corrections, found=as_found)


def _id_of(number: int | None) -> str | None:
    return None if number is None else format_id(unsigned(number))


def brought(db: sqlite3.Connection, documents: Iterable[Kept]) -> Iterator[_Work]:
    """Return documents of one other store as they are written: what was found in them, and the rest beside.

    The steps of their corrections come after all that were made here, in the order that they had there.
    """
    last = int(db.execute("SELECT coalesce(max(step), 0) FROM corrections").fetchone()[0])
    return (_work_of(kept, last) for kept in documents)


def _work_of(kept: Kept, last: int) -> _Work:
    own = kept.found or kept
    corrections = tuple(one._replace(step=one.step and last + one.step) for one in kept.corrections)
    return own.article, own.quotations, own.finder, kept._replace(corrections=corrections)


def bring(db: sqlite3.Connection, batch: Batch, kept: Kept) -> None:
    """Write down the corrections of a document that is about to be added, as far as they don't stand already.

    One that was made twice, with another in between, has to stand twice: the later decides. Nothing is brought beside
    some quotes of a document that the store has: they don't replace it.
    """
    source = storable(kept.article.source or kept.article.key)
    if kept.left_out and db.execute("SELECT 1 FROM documents WHERE source = ?", (source,)).fetchone():
        return
    next_step = int(db.execute("SELECT coalesce(max(step), 0) + 1 FROM corrections").fetchone()[0])
    seen: Counter[tuple[object, ...]] = Counter()
    for made, action, quote, value, before, step in kept.corrections:
        linking = action in SECOND_NAME
        key, number = (None, None) if linking else (storable(kept.key), None if quote is None else number_of(quote))
        told = json.dumps(value)
        same = (action, key, number, told)
        seen[same] += 1
        if db.execute(_SAME, same).fetchone()[0] >= seen[same]:
            continue
        cursor = db.execute(
            "INSERT INTO corrections(step, made, action, key, number, value, before) VALUES(?, ?, ?, ?, ?, ?, ?)",
            (step or next_step, made, action, key, number, told, json.dumps(before)),
        )
        if linking:
            pair = batch.names(value["name"], value[SECOND_NAME[action]])
            db.execute("INSERT INTO same_person(correction, name, shown) VALUES(?, ?, ?)", (cursor.lastrowid, *pair))
            unlink(db, pair)
        else:
            batch.corrects(kept.key)
