"""The chosen quote whole: its paragraph, its facts, why this speaker, its other wordings."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from quotecli.app.detail import Detail
from quotecli.app.variants import Family
from quotecli.core.types import Quote
from quotecli.serve.browser.drawing import context_of, facts_of, reasons_of, where_quoted, wordings_of

__all__ = ["Chosen"]

_PARTS = ("context", "facts", "wordings", "why")


class Chosen(VerticalScroll, can_focus=True):
    """One quote; its parts are shown as they come."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j", "scroll_down", show=False),
        Binding("k", "scroll_up", show=False),
        Binding("enter", "app.to_results", show=False),
    ]

    def __init__(self) -> None:
        """Make an empty pane."""
        super().__init__(id="chosen")

    def compose(self) -> ComposeResult:
        """Make room for each part."""
        for part in _PARTS:
            yield Static(id=part, markup=False)

    def show_quote(self, quote: Quote | None, instead: str = "") -> None:
        """Show the paragraph of a quote, and nothing else yet; without a quote a sentence."""
        for part in _PARTS[1:]:
            self._draw(part, Content())
        if quote is None:
            self._draw("context", Content(instead))
            self.scroll_home(animate=False)
            return
        self._draw("context", context_of(quote))
        above = Content(quote.context[: where_quoted(quote)[0]])
        lines = above.get_height({}, max(self.scrollable_content_region.width, 1)) if above else 0
        room = self.scrollable_content_region.height
        self.scroll_to(y=lines - 1 if lines >= room else 0, animate=False)

    def show_detail(self, detail: Detail) -> None:
        """Show the facts of the quote."""
        self._draw("facts", facts_of(detail))

    def show_reasons(self, detail: Detail) -> None:
        """Show why the quote has its speaker."""
        self._draw("why", reasons_of(detail))

    def show_wordings(self, family: Family | None) -> None:
        """Show the other wordings of the statement, where there are any."""
        self._draw("wordings", wordings_of(family) if family else Content())

    def show_problem(self, problem: str) -> None:
        """Say why there is no more to show."""
        self._draw("facts", Content(problem))

    def _draw(self, part: str, content: Content) -> None:
        place = self.query_one(f"#{part}", Static)
        place.update(content)
        place.display = bool(content)
