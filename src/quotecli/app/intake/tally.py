"""What became of documents that were brought in, counted as it comes, and who hears of it meanwhile."""

from __future__ import annotations

from collections import Counter
from collections.abc import Generator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from quotecli.app.intake.moves import Moved
from quotecli.app.intake.pipeline import Done
from quotecli.app.intake.together import Step
from quotecli.core.errors import StoreError
from quotecli.core.types import Article, Quotation
from quotecli.read import ReadFailure

__all__ = ["AddReport", "CorrectionsWaiting", "Progress", "tally"]


class CorrectionsWaiting(NamedTuple):
    """A document that has quotes no more which were corrected by hand, and how many."""

    document: str
    quotes: int


@dataclass(frozen=True, slots=True)
class AddReport:
    """What an `add` did.

    Attributes:
        added: documents that are new.
        updated: documents that had changed.
        unchanged: documents that the store already held as they are.
        quotes: quotes found in the added and updated documents.
        quotes_removed: quotes that changed documents no longer have.
        quotes_new: those of `quotes` that their documents did not have before.
        failures: what could not be read, and why.
        moved: documents whose file was moved or renamed, from where and to where; they are counted above as well.
        gone: documents in the store from a folder that was added, whose file is no longer there; kept.
        corrections_waiting: changed documents that have quotes no more which were corrected by hand; what was
            corrected is kept.
        without_quotes: documents read in which no quotation was found.
        interrupted: stopped by the user; all that is counted here is stored.
        dry_run: nothing was stored.
        error: why it ended early: the store could not be written any more; all that is counted here is stored.
    """

    added: int = 0
    updated: int = 0
    unchanged: int = 0
    quotes: int = 0
    quotes_removed: int = 0
    quotes_new: int = 0
    failures: tuple[ReadFailure, ...] = ()
    moved: tuple[Moved, ...] = ()
    gone: tuple[str, ...] = ()
    corrections_waiting: tuple[CorrectionsWaiting, ...] = ()
    without_quotes: int = 0
    interrupted: bool = False
    dry_run: bool = False
    error: StoreError | None = None


class Progress(Protocol):
    """Hears how far an `add` is; all methods return at once."""

    def total(self, sources: int) -> None:
        """So many sources are to be read."""

    def document(self) -> None:
        """One document is stored, or need not be."""

    def done(self, source: str) -> None:
        """One source is done."""

    def failed(self, failure: ReadFailure) -> None:
        """One input could not be read, or was read and is worth a word."""

    def found(self, article: Article, quotations: Sequence[Quotation]) -> None:
        """One document was read (told on a dry run only)."""


def tally(steps: Generator[Step, None, None], progress: Progress, *, dry_run: bool = False) -> AddReport:
    """Count the steps as they come; what ends them early, a user or a full disk, is kept in the report.

    Raises:
        StoreError: the store can't be used, and nothing was done before.
    """
    tallied = _Tally(progress)
    interrupted = False
    error = None
    try:
        for step in steps:
            tallied.count(step)
    except KeyboardInterrupt:  # which may have come here, while steps that are stored wait to be told
        interrupted = True
        with suppress(KeyboardInterrupt, StopIteration, StoreError):
            tallied.count(steps.throw(KeyboardInterrupt()))
            for step in steps:
                tallied.count(step)
    except StoreError as ended:
        if tallied.empty:
            raise
        error = ended
    return tallied.report(interrupted=interrupted, dry_run=dry_run, error=error)


class _Tally:
    """Counts what became of documents, and tells of it as it comes."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._counts = Counter[str]()
        self._failures: list[ReadFailure] = []
        self._moved: list[Moved] = []
        self._waiting: list[CorrectionsWaiting] = []

    def count(self, step: Step) -> None:
        if isinstance(step, ReadFailure):
            if step.lost:
                self._failures.append(step)
            self._progress.failed(step)
        elif isinstance(step, Done):
            self._progress.done(step.ref.display)
        elif isinstance(step, Moved):
            self._moved.append(step)
        else:
            self._counts[step.status] += 1
            if step.status != "unchanged":
                self._counts.update(quotes=step.quotes, removed=step.removed, new=step.new, empty=not step.quotes)
            if step.waiting:
                self._waiting.append(CorrectionsWaiting(step.source, step.waiting))
            self._progress.document()

    @property
    def empty(self) -> bool:
        """Whether there is nothing to tell."""
        return not self._counts and not self._failures and not self._moved

    def report(self, *, interrupted: bool, dry_run: bool, error: StoreError | None) -> AddReport:
        counts = self._counts
        return AddReport(
            added=counts["added"],
            updated=counts["updated"],
            unchanged=counts["unchanged"],
            quotes=counts["quotes"],
            quotes_removed=counts["removed"],
            quotes_new=counts["new"],
            failures=tuple(self._failures),
            moved=tuple(self._moved),
            corrections_waiting=tuple(self._waiting),
            without_quotes=counts["empty"],
            interrupted=interrupted,
            dry_run=dry_run,
            error=error,
        )
