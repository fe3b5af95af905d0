"""How far a command is, on standard error, where that is a terminal; elsewhere an `add` names its failures alone."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from threading import Lock, Timer
from typing import TYPE_CHECKING, Self, TypeVar

from quotecli.app.sources import ReadFailure
from quotecli.core.types import Article, Quotation
from quotecli.show.clean import clean_line
from quotecli.show.messages import say_failure, say_note
from quotecli.show.terminal import Terminal, detect

if TYPE_CHECKING:
    from rich.progress import Progress

T = TypeVar("T")
_PATIENCE = 0.5
"""Seconds that a command may take before it is told that it goes on."""


class AddProgress:
    """Draws a bar where it can be drawn; always names what could not be read. Use as a context manager."""

    def __init__(self, terminal: Terminal) -> None:
        """Take the facts about the terminal."""
        self._terminal = terminal
        self._bar: Progress | None = None
        self._documents = 0
        self.read: list[tuple[Article, Sequence[Quotation]]] = []

    def __enter__(self) -> Self:
        """Begin; nothing is drawn before the total is known."""
        return self

    def __exit__(self, *_: object) -> None:
        """Take the bar away."""
        if self._bar:
            self._bar.stop()

    def total(self, sources: int) -> None:
        """Show the bar, when there is more than one source to wait for."""
        if sources > 1:
            self._draw(sources)

    def document(self) -> None:
        """Count a document: how many a source holds is known at its end, so that there is no bar for one alone."""
        self._documents += 1
        if self._bar is None and self._documents > 1:
            self._draw(None)
        if self._bar:
            self._bar.update(self._bar.task_ids[0], documents=self._documents)

    def done(self, source: str) -> None:
        """Move on by one source."""
        del source
        if self._bar:
            self._bar.advance(self._bar.task_ids[0])

    def _draw(self, sources: int | None) -> None:
        """Begin to draw, where that can be done: a bar for so many sources, or only the number of documents."""
        if not self._terminal.progress:
            return
        from rich.console import Console
        from rich.progress import (
            BarColumn,
            MofNCompleteColumn,
            Progress,
            TextColumn,
            TimeElapsedColumn,
            TimeRemainingColumn,
        )

        console = Console(
            file=sys.stderr, highlight=False, markup=False, emoji=False, no_color=not self._terminal.colour
        )
        documents = TextColumn("{task.fields[documents]:,} documents", markup=False)
        bar = [BarColumn(), MofNCompleteColumn(), TimeRemainingColumn()] if sources else [TimeElapsedColumn()]
        self._bar = Progress(TextColumn("reading", markup=False), documents, *bar, console=console, transient=True)
        self._bar.add_task("reading", total=sources, documents=self._documents)
        self._bar.start()

    def failed(self, failure: ReadFailure) -> None:
        """Name what could not be read, above the bar."""
        if self._bar:
            self._bar.console.print(
                f"quotes: {clean_line(failure.display)}: {clean_line(failure.error)}", soft_wrap=True
            )
        else:
            say_failure(failure.display, failure.error)

    def found(self, article: Article, quotations: Sequence[Quotation]) -> None:
        """Keep what a dry run found, to list it at the end."""
        self.read.append((article, quotations))


@contextmanager
def patience(message: str) -> Iterator[None]:
    """Say on standard error, where that is a terminal, what takes its time, as soon as somebody would wonder."""
    if not detect().progress:
        yield
        return
    told = Timer(_PATIENCE, say_note, [message])
    told.daemon = True
    told.start()
    try:
        yield
    finally:
        told.cancel()


class Waiting:
    """Tells what takes its time, for how long and how much is done, where that can be drawn. A context manager."""

    def __init__(self, terminal: Terminal, doing: str, things: str = "") -> None:
        """Take the facts about the terminal, what is done ("writing"), and what is counted ("documents")."""
        self._terminal = terminal
        self._doing = doing
        self._things = things
        self._bar: Progress | None = None
        self._done = 0
        self._changing = Lock()
        self._patience = Timer(_PATIENCE, self._draw)  # of its own accord: to look through a file may be one long step
        self._patience.daemon = True

    def __enter__(self) -> Self:
        """Begin; nothing is drawn as long as nobody would wonder."""
        if self._terminal.progress:
            self._patience.start()
        return self

    def __exit__(self, *_: object) -> None:
        """Take away what was drawn."""
        with self._changing:
            self._patience.cancel()
            if self._bar:
                self._bar.stop()

    def counted(self, items: Iterable[T]) -> Iterator[T]:
        """Yield the items, and count those that are done with."""
        for item in items:
            yield item
            self._done += 1
            if self._bar and self._bar.tasks:
                self._bar.update(self._bar.task_ids[0], done=self._told())

    def _draw(self) -> None:
        from rich.console import Console
        from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

        console = Console(file=sys.stderr, highlight=False, markup=False, no_color=not self._terminal.colour)
        told = TextColumn("{task.description}{task.fields[done]}", markup=False)
        bar = Progress(SpinnerColumn("line"), told, TimeElapsedColumn(), console=console, transient=True)
        with self._changing:
            if self._patience.finished.is_set():
                return  # it has ended in the meantime
            bar.add_task(self._doing, total=None, done=self._told())
            bar.start()
            self._bar = bar

    def _told(self) -> str:
        return f" {self._done:,} {self._things}" if self._things else ""
