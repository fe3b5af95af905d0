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
        if not self._terminal.progress or sources < 2:
            return
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

        console = Console(
            file=sys.stderr, highlight=False, markup=False, emoji=False, no_color=not self._terminal.colour
        )
        self._bar = Progress(
            TextColumn("reading", markup=False),
            BarColumn(),
            MofNCompleteColumn(),
            TimeRemainingColumn(),
            console=console,
            transient=True,
        )
        self._bar.add_task("reading", total=sources)
        self._bar.start()

    def done(self, source: str) -> None:
        """Move on by one source."""
        del source
        if self._bar:
            self._bar.advance(self._bar.task_ids[0])

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
