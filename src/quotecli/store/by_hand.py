"""Makes corrections by hand and undoes them; each step is written down with what stood before."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from quotecli.core.errors import UnknownId
from quotecli.core.ids import format_id
from quotecli.core.kept import SECOND_NAME
from quotecli.store.codec import split_list, storable, text_from, unsigned
from quotecli.store.correcting import facts_from
from quotecli.store.corrections import corrected_keys, forget_found, found, number_of
from quotecli.store.documents import read_article
from quotecli.store.links import parted_between
from quotecli.store.moving import read_kept
from quotecli.store.people import unlink
from quotecli.store.portable import article_from, pack, plain, quotations_from, unpack
from quotecli.store.reading import read_quotes
from quotecli.store.rows import Amendment, Correction

if TYPE_CHECKING:
    from quotecli.core.types import Article, Quotation
    from quotecli.store.writing import Batch

__all__ = ["ByHand", "log"]


class ByHand:
    """Corrections, made inside the transaction of a batch: one step."""

    def __init__(self, db: sqlite3.Connection, batch: Batch, made: str) -> None:
        """Begin a step.

        Args:
            db: in the batch's transaction.
            batch: writes the documents that change.
            made: the moment, in ISO 8601.
        """
        self._db = db
        self._batch = batch
        self._made = made
        self.step = int(db.execute("SELECT coalesce(max(step), 0) + 1 FROM corrections").fetchone()[0])

    # Making ----------------------------------------------------------------------------------------------------------

    def amend(self, amendments: Iterable[Amendment]) -> None:
        """Correct quotes and the facts of documents."""
        documents = {}
        for amendment in amendments:
            document, key = self._document(amendment.document)
            number = None if amendment.quote is None else number_of(amendment.quote)
            before, doubted = self._before(document, number, amendment.value)
            value = {
                field: wanted
                for field, wanted in amendment.value.items()
                if before.get(field) != wanted or (field == "speakers" and doubted)
            }
            if value:
                self._record("edit", key, number, value, before)
                documents[document] = key
        for document, key in documents.items():
            self._batch.rewrite(document, *self._found(document, text_from(key)))

    def remove_many(self, sources: Iterable[str], *, keep: bool) -> int:
        """Take documents out; return how many quotes they had. Undone from the last on, they stand as they stood.

        Args:
            sources: their paths or URLs.
            keep: keep copies, to undo it with.
        """
        latest_first = sorted(dict.fromkeys(sources), key=lambda source: self._document(source)[0], reverse=True)
        return sum(self.remove(source, keep=keep) for source in latest_first)

    def remove(self, source: str, *, keep: bool) -> int:
        """Take a document out; return how many quotes it had.

        Args:
            source: its path or URL.
            keep: keep a copy, to undo it with.
        """
        document, key = self._document(source)
        if keep:
            article, quotations, finder = self._found(document, text_from(key))
            facts = {"document": source, "title": article.title, "quotes": len(quotations)}
            number = self._record("remove", None, None, facts, {})
            data = {"article": plain(article), "quotations": plain(quotations), "finder": finder, "key": text_from(key)}
            self._db.execute("INSERT INTO removed(correction, data) VALUES(?, ?)", (number, pack(data)))
        return self._batch.remove(document)

    def link(self, action: str, name: str, other: str) -> None:
        """Make two names one person's, shown under the second, or two persons'.

        Two persons who are made one are so in those names, too, that kept them apart.
        """
        parted = [] if action == "part" else parted_between(self._db, name, other)
        for first, second in (*parted, (name, other)):
            number = self._record(action, None, None, {"name": first, SECOND_NAME[action]: second}, {})
            pair = self._batch.names(first, second)
            self._db.execute("INSERT INTO same_person(correction, name, shown) VALUES(?, ?, ?)", (number, *pair))
            unlink(self._db, pair)

    def _record(
        self, action: str, key: str | bytes | None, number: int | None, value: dict[str, Any], before: dict[str, Any]
    ) -> int:
        cursor = self._db.execute(
            "INSERT INTO corrections(step, made, action, key, number, value, before) VALUES(?, ?, ?, ?, ?, ?, ?)",
            (self.step, self._made, action, key, number, json.dumps(value), json.dumps(before)),
        )
        return int(cursor.lastrowid or 0)

    def _document(self, source: str) -> tuple[int, str | bytes]:
        row = self._db.execute("SELECT id, key FROM documents WHERE source = ?", (storable(source),)).fetchone()
        if row is None:
            raise UnknownId(f"the store has no document {source}")
        return row[0], row[1]

    def _before(self, document: int, number: int | None, value: dict[str, Any]) -> tuple[dict[str, Any], bool]:
        """Return what stands now in the fields that a correction changes, and whether a speaker there can be doubted.

        Who is told by hand to be the speaker whom the finder found is one beyond doubt from then on.
        """
        if number is None:
            facts = plain(read_article(self._db, document))
            return {field: facts.get(field) or ([] if field == "authors" else None) for field in value}, False
        row = self._db.execute(
            "SELECT q.id, v.names FROM documents d JOIN quotes q"
            " ON q.id >= d.first_quote AND q.id < d.first_quote + d.quotes"
            " LEFT JOIN voices v ON v.id = q.voice WHERE d.id = ? AND q.number = ?",
            (document, number),
        ).fetchone()
        if row is None:
            raise UnknownId(f"no quote has the id {format_id(unsigned(number))!r}")
        quote = read_quotes(self._db, [row[0]])[0]
        shown = {
            "speakers": list(split_list(row[1])),
            "date": str(quote.date) if quote.date else None,
            "kind": str(quote.kind),
            "via": quote.via,
            "text": quote.text,
            "speech": True,
        }
        doubted = bool(shown["speakers"]) and quote.confidence < 1
        return {field: shown[field] for field in value} | {"text": quote.text}, doubted

    def _found(self, document: int, key: str) -> tuple[Article, list[Quotation], str]:
        """Return a document as its reader and the finder made it, without corrections, and the finder's version."""
        kept, _ = read_kept(self._db, document)
        before = found(self._db, key)
        if before is None:
            return kept.article, list(kept.quotations), kept.finder
        return replace(kept.article, **facts_from(before.facts)), before.quotations, kept.finder

    # Undoing ---------------------------------------------------------------------------------------------------------

    def undo(self, step: int) -> None:
        """Undo all corrections of a step."""
        rows = self._db.execute(
            "SELECT id, action, key FROM corrections WHERE step = ? AND undone = '' ORDER BY id DESC", (step,)
        ).fetchall()
        self._db.execute("UPDATE corrections SET undone = ? WHERE step = ? AND undone = ''", (self._made, step))
        for number, action, _ in rows:
            if action == "remove":
                self._restore(number)
            elif action != "edit":
                self._unlink(number)
        for key in dict.fromkeys(key for _, action, key in rows if action == "edit"):
            self._rewrite(text_from(key))

    def _rewrite(self, key: str) -> None:
        """Write a document anew by the corrections that still stand, if the store has it."""
        row = self._db.execute("SELECT id FROM documents WHERE key = ?", (storable(key),)).fetchone()
        last = storable(key) not in corrected_keys(self._db)
        if row is not None:
            whole = self._found(row[0], key)
            self._batch.rewrite(row[0], *whole)
        if last:
            forget_found(self._db, key)

    def _restore(self, number: int) -> None:
        """Bring a document back that was taken out, unless it has been added again."""
        row = self._db.execute("SELECT data FROM removed WHERE correction = ?", (number,)).fetchone()
        if row is None:
            return
        data = unpack(row[0])
        article = article_from(data["article"])
        there = self._db.execute("SELECT 1 FROM documents WHERE source = ?", (storable(article.source),)).fetchone()
        if there is None:
            self._batch.add(article, quotations_from(data["quotations"]), data["finder"], data["key"])
        self._db.execute("DELETE FROM removed WHERE correction = ?", (number,))

    def _unlink(self, number: int) -> None:
        """Take back what was said of two names."""
        pair = self._db.execute("SELECT name, shown FROM same_person WHERE correction = ?", (number,)).fetchone()
        self._db.execute("DELETE FROM same_person WHERE correction = ?", (number,))
        self._batch.finish()  # a document that is back may have brought its names
        unlink(self._db, pair)


def log(db: sqlite3.Connection, steps: Sequence[int] = ()) -> list[Correction]:
    """Return the corrections made, oldest first; of these steps only when some are given."""
    rows = db.execute(
        "SELECT c.step, c.made, c.action, coalesce(d.source, c.key), c.number, c.value, c.before, c.undone"
        " FROM corrections c LEFT JOIN documents d ON d.key = c.key ORDER BY c.step, c.id"
    )
    return [
        Correction(
            step,
            made,
            action,
            None if source is None else text_from(source),
            None if number is None else format_id(unsigned(number)),
            json.loads(value),
            json.loads(before),
            undone or None,
        )
        for step, made, action, source, number, value, before, undone in rows
        if not steps or step in steps
    ]
