"""The store: one SQLite file of documents and their quotes, keyed by speaker, date and outlet."""

from __future__ import annotations

import gc
import sqlite3
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager, nullcontext
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from quotecli.core.errors import StoreError
from quotecli.core.types import Filters, Quote
from quotecli.store import files, overview, reading
from quotecli.store.bulk import parts
from quotecli.store.codec import storable, text_from
from quotecli.store.files import While, connect
from quotecli.store.index import Index
from quotecli.store.scope import Scope
from quotecli.store.transactions import Batches, at_one_moment, writing

if TYPE_CHECKING:
    from quotecli.core.kept import Kept
    from quotecli.core.types import Article, Quotation
    from quotecli.store.by_hand import ByHand
    from quotecli.store.moving import Moving
    from quotecli.store.rows import (
        Amendment,
        Correction,
        DocumentRow,
        OutletRow,
        Period,
        Problem,
        SpeakerRow,
        WriteResult,
    )
    from quotecli.store.writing import Batch

    _Work = tuple[Article, Sequence[Quotation], str, Kept | None]
    """A document on its way into the store, its quotations, the finder's version, and what another store kept."""

__all__ = ["Store"]

_Path = str | PathLike[str]
_BATCH_QUOTES, _BATCH_SECONDS = 48_000, 1.0


class Store:
    """An open store. All methods raise a `StoreError` that says in one sentence what is wrong with the file.

    A store may be open in any number of processes at once. Documents are written one transaction each (`write`), or
    several in one for speed (`write_many`); a killed process loses no document that was reported as written.

    Threads may share it: they write one after the other. What one of them reads may have what another is just writing;
    a thread that must not see that opens the store for itself.
    """

    def __init__(self, path: Path, db: sqlite3.Connection, *, readonly: bool) -> None:
        """Use `Store.open`."""
        self.path = path
        self.readonly = readonly
        self._db = db
        self._batch = Batches(db, path)
        self.index = Index(db, path)

    @classmethod
    def open(cls, path: _Path, *, create: bool = True, readonly: bool = False, migrating: While = nullcontext) -> Self:
        """Open the store in the file at `path`.

        Args:
            path: the file; its folder is made when it has to be.
            create: make the store when there is none.
            readonly: nothing can be written through this object; works on files and folders that can't be written. A
                store of an older version is brought up to date first all the same, a copy kept (`quotes.v6.db`).
            migrating: returns what is entered while that is done.

        Raises:
            StoreError: there is none and it may not be made, or it is older and can't be written; or a more telling
                kind of it: NotAStore, NewerStore, DamagedStore, LockedStore, StoreFull. The file is left as it was.
        """
        place = Path(path)
        if str(place) == ":memory:":
            raise StoreError("a store is a file, and :memory: is none", hint="one in a temporary folder will do")
        return cls(place, connect(place, migrating, create=create, readonly=readonly), readonly=readonly)

    def close(self) -> None:
        """Close the file; the last one to close folds the write-ahead log into it."""
        with files.plainly(self.path):
            self._db.close()

    def __enter__(self) -> Self:
        """Return the store itself."""
        return self

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        """Close the store; what is unforeseen and comes of values that nobody wrote is told as damage."""
        with closing(self):
            if error is not None:
                from quotecli.store.odd_values import explain

                explain(self._db, self.path, error)

    # Writing ---------------------------------------------------------------------------------------------------------

    def write(self, article: Article, quotations: Sequence[Quotation], *, finder: str = "") -> WriteResult:
        """Write one document with its quotations, in one transaction; replaces what its source gave before.

        Args:
            article: the document; `source` tells whether it is new.
            quotations: what was found in it.
            finder: version of the finder, see `digest`.

        Raises:
            ValueError: a quotation is not the words of the text at its offsets; nothing is written.
        """
        return self._write([(article, quotations, finder, None)])[0]

    def write_many(
        self, pairs: Iterable[tuple[Article, Sequence[Quotation]]], *, finder: str = ""
    ) -> Iterator[WriteResult]:
        """Write documents as they come, many in one transaction; yields each result once it is safely stored."""
        return self._write_all((article, quotations, finder, None) for article, quotations in pairs)

    def restore(self, documents: Iterable[Kept]) -> Iterator[WriteResult]:
        """Write documents as `moving` gives them, as `write_many` does; each gets its key where that is free.

        A document that had quotes left out adds to no document that is there: its result is `refused` where it has a
        quote that the store's lacks, else `unchanged`. The steps of corrections follow those that were made here.
        """
        from quotecli.store.moving_by_hand import brought

        with files.plainly(self.path):
            work = brought(self._db, documents)
        return self._write_all(work)

    def _write_all(self, work: Iterable[_Work]) -> Iterator[WriteResult]:
        waiting: list[_Work] = []
        quotes = 0
        since = time.monotonic()
        for one in work:
            waiting.append(one)
            quotes += len(one[1]) + 1
            if quotes >= _BATCH_QUOTES or time.monotonic() - since > _BATCH_SECONDS:
                yield from self._write(waiting)
                waiting, quotes, since = [], 0, time.monotonic()
        if waiting:
            yield from self._write(waiting)

    def _write(self, work: list[_Work]) -> list[WriteResult]:
        """Write documents in one transaction; the list is emptied, so that each is let go when it is prepared."""
        collecting = gc.isenabled()
        gc.disable()  # a batch makes many small tuples and no cycles: looking for these costs a third of the time
        try:
            with self._batch() as batch:
                batch.expect([one[0] for one in work])
                work.reverse()
                return [self._add(batch, work.pop()) for _ in range(len(work))]
        finally:
            if collecting:
                gc.enable()

    def _add(self, batch: Batch, work: _Work) -> WriteResult:
        article, quotations, finder, kept = work
        if kept is None:
            return batch.add(article, quotations, finder)
        if kept.corrections:
            from quotecli.store.moving_by_hand import bring

            bring(self._db, batch, kept)
        return batch.add(article, quotations, finder, kept.key, partial=bool(kept.left_out))

    def remove(self, source: str) -> int:
        """Take out the document of this path or URL for good; return how many quotes went with it.

        Raises:
            UnknownId: the store has no such document.
        """
        return self.remove_many([source], made="", keep=False)

    # Corrections by hand ---------------------------------------------------------------------------------------------

    def remove_many(self, sources: Iterable[str], *, made: str, keep: bool = True) -> int:
        """Take out the documents of these paths or URLs in one step; return how many quotes went with them.

        Args:
            sources: paths or URLs as stored.
            made: the present moment, in ISO 8601.
            keep: keep a copy of each, to undo it with.

        Raises:
            UnknownId: the store has no such document; nothing was taken out.
        """
        with self._by_hand(made) as hand:
            return hand.remove_many(sources, keep=keep)

    def amend(self, amendments: Iterable[Amendment], *, made: str) -> list[Correction]:
        """Correct quotes and facts of documents in one step, which also holds when they are read anew.

        Args:
            amendments: what should stand where.
            made: the present moment, in ISO 8601.

        Raises:
            UnknownId: the store has no such document or quote; nothing was changed.
        """
        with self._by_hand(made) as hand:
            hand.amend(amendments)
        return self.corrections([hand.step])

    def link(self, action: str, name: str, other: str, *, made: str) -> list[Correction]:
        """Make two names one person's, shown under the second, or two persons', whatever they tell by themselves.

        `action` is `merge`, `alias` or `part`, as it was asked for; no quote needs to have the names.
        """
        with self._by_hand(made) as hand:
            hand.link(action, name, other)
        return self.corrections([hand.step])

    def undo(self, step: int, *, made: str) -> list[Correction]:
        """Undo what still stands of a step; return its corrections."""
        with self._by_hand(made) as hand:
            hand.undo(step)
        return self.corrections([step])

    def corrections(self, steps: Sequence[int] = ()) -> list[Correction]:
        """Return the corrections made by hand, oldest first; of these steps only when some are given."""
        from quotecli.store.by_hand import log

        with files.plainly(self.path):
            return log(self._db, steps)

    @contextmanager
    def _by_hand(self, made: str) -> Iterator[ByHand]:
        from quotecli.store.by_hand import ByHand

        with self._batch() as batch:
            yield ByHand(self._db, batch, made)

    # Documents -------------------------------------------------------------------------------------------------------

    def digest(self, source: str, *, finder: str = "") -> str | None:
        """Return the digest of the bytes that the document was read from; None when it has to be read (again).

        Args:
            source: path or URL.
            finder: version of the finder; a document whose quotes another version found has to be read again.
        """
        with files.plainly(self.path):
            return overview.digest(self._db, source, finder)

    def last_digest(self, source: str) -> str | None:
        """Return what `digest` does, whatever finder read the document; of a container, that of a document in it."""
        with files.plainly(self.path):
            return overview.last_digest(self._db, source)

    def read_from(self, digest: str) -> list[tuple[str, str]]:
        """Return path or URL, and digest as stored, of the documents that were read from the bytes of this digest."""
        with files.plainly(self.path), self.at_one_moment():
            return overview.read_from(self._db, digest)

    def move(self, old: str, new: str, inside: str = "") -> bool:
        """Let a document of one file, or `inside` of it, be that of another; return whether it is, see `overview`."""
        with self._batch.alone, files.plainly(self.path), writing(self._db):
            return overview.move(self._db, old, new, inside)

    def sources(self) -> Iterator[str]:
        """Yield the path or URL of every document, in order."""
        with files.plainly(self.path):
            for row in self._db.execute("SELECT source FROM documents ORDER BY source"):
                yield text_from(row[0])

    def sources_at(self, place: str, *, inside: str = "#") -> list[str]:
        """Return the document of this path or URL and those in it, of a folder with `inside=os.sep`: paths or URLs."""
        with files.plainly(self.path):
            return overview.sources_at(self._db, place, inside)

    def sources_of_urls(self, urls: Sequence[str]) -> list[str]:
        """Return the paths or URLs of the documents that say they are at one of these addresses."""
        with files.plainly(self.path):
            return overview.sources_of_urls(self._db, urls)

    def documents(self, filters: Filters | Scope | None = None) -> list[DocumentRow]:
        """Return the documents, by source, all their quotes counted; with filters as `overview.documents` does."""
        with files.plainly(self.path):
            return overview.documents(self._db, None if filters is None else self.scope(filters))

    def article(self, document: str | int) -> Article:
        """Return a document as it was written: text, paragraphs, metadata, evidence.

        Args:
            document: path or URL as stored, or the number of a `DocumentRow`.

        Raises:
            UnknownId: the store has no such document.
        """
        from quotecli.store.documents import document_number, read_article

        with files.plainly(self.path), self.at_one_moment():
            return read_article(self._db, document_number(self._db, document))

    @property
    def moving(self) -> Moving:
        """The way out for whole documents, with all that the store keeps of them."""
        from quotecli.store.moving import Moving

        return Moving(self._db, self.path)

    # Quotes ----------------------------------------------------------------------------------------------------------

    def quote(self, text: str) -> Quote:
        """Return the quote whose id is, or alone begins with, `text`.

        Raises:
            UnknownId: there is none; the hint names near ones.
            AmbiguousId: there are several; the hint names some.
        """
        with files.plainly(self.path), self.at_one_moment():
            return reading.read_quotes(self._db, [reading.find_id(self._db, text)])[0]

    def quotes(self, rows: Sequence[int]) -> list[Quote]:
        """Return the quotes of these row numbers (as `index` gives them), in this order."""
        with files.plainly(self.path), self.at_one_moment():
            return [quote for part in parts(rows) for quote in reading.read_quotes(self._db, part)]

    def quotes_of(self, document: str) -> list[Quote]:
        """Return the quotes of the document of this path or URL, in its order; none where there is no such document."""
        with files.plainly(self.path):
            found = self._db.execute(
                "SELECT first_quote, first_quote + quotes FROM documents WHERE source = ?", (storable(document),)
            ).fetchone()
        return self.quotes(range(*found)) if found else []

    def row(self, text: str) -> int:
        """Return the row number of the quote whose id is, or alone begins with, `text`; raises as `quote` does."""
        with files.plainly(self.path):
            return reading.find_id(self._db, text)

    # What the store holds --------------------------------------------------------------------------------------------

    def scope(self, filters: Filters | Scope | None) -> Scope:
        """Return filters in the store's numbers; names are taken as they are shown (search.scope forgives more)."""
        if isinstance(filters, Scope):
            return filters
        with files.plainly(self.path):
            return overview.plain_scope(self._db, filters or Filters())

    def speakers(self, filters: Filters | Scope | None = None) -> list[SpeakerRow]:
        """Return the speakers of the quotes that the filters let through, who said most first."""
        scope = self.scope(filters)
        with files.plainly(self.path):
            return overview.speaker_rows(self._db, scope)

    def known_as(self, name: str) -> str | None:
        """Return the name under which the speaker is shown who has exactly this one; None where nobody has."""
        with files.plainly(self.path):
            return overview.known_as(self._db, name)

    def outlets(self, filters: Filters | Scope | None = None) -> list[OutletRow]:
        """Return the outlets of the quotes that the filters let through, who printed most first."""
        scope = self.scope(filters)
        with files.plainly(self.path):
            return overview.outlet_rows(self._db, scope)

    def timeline(self, by: str = "year", filters: Filters | Scope | None = None) -> list[Period]:
        """Count the quotes by `year`, `month` or `day` (else a UsageError), in order; the undated come last."""
        scope = self.scope(filters)
        with files.plainly(self.path):
            return overview.timeline(self._db, by, scope)

    def stats(self) -> dict[str, Any]:
        """Return totals: `documents quotes speakers outlets unattributed undated families first last kinds`."""
        with files.plainly(self.path), self.at_one_moment():
            return overview.stats(self._db)

    def info(self) -> dict[str, Any]:
        """Return facts about the file: `path size log_size version application_id page_size sqlite readonly`."""
        with files.plainly(self.path):
            from quotecli.store import health

            return health.info(self._db, self.path)

    def check(self) -> list[Problem]:
        """Return what is wrong with the store: file, links between tables, indexes against texts. Empty: healthy."""
        from quotecli.store import health

        with files.plainly(self.path), self.at_one_moment():
            return health.check(self._db, self.path)

    @contextmanager
    def at_one_moment(self) -> Iterator[None]:
        """Let the block read the store as it is at one moment, whatever others write meanwhile."""
        with self._batch.alone, ExitStack() as moment:
            with files.plainly(self.path):  # not what the block does: its errors are its own
                moment.enter_context(at_one_moment(self._db))
            yield
