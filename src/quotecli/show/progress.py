"""How far an `add` is, on standard error: a bar on a terminal, only the failures elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Self

from quotecli.app.sources import ReadFailure
from quotecli.core.types import Article, Quotation
from quotecli.show.clean import clean_line
from quotecli.show.messages import say_failure
from quotecli.show.terminal import Terminal

if TYPE_CHECKING:
    from rich.progress import Progress


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
