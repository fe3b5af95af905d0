"""The list of quotes: grows as its end comes near, and never holds a quote twice."""

from __future__ import annotations

from collections.abc import Sequence

from textual.events import Resize
from textual.message import Message
from textual.widgets.option_list import Option

from quotecli.core.types import Hit
from quotecli.serve.browser.drawing import line
from quotecli.serve.browser.lines import Lines

__all__ = ["Results"]

_NEAR = 20
"""So many quotes before the end of the list more are wanted."""
_NARROW = 60
"""Columns below which a quotation takes two lines at most, else three."""


class Results(Lines):
    """The quotes found so far, one of them chosen."""

    class NearEnd(Message):
        """Posted when the end of the list comes near."""

    def __init__(self) -> None:
        """Make an empty list."""
        super().__init__(id="results")
        self.hits: list[Hit] = []
        self._drawn_for = 0

    @property
    def chosen(self) -> Hit | None:
        """The chosen quote, or None where there is none."""
        place = self.highlighted
        return self.hits[place] if place is not None and place < len(self.hits) else None

    def show(self, hits: Sequence[Hit]) -> None:
        """Show these quotes instead, the first of them chosen."""
        self.hits = []
        self.clear_options()
        self.append(hits)
        if self.hits:
            self.highlighted = 0

    def append(self, hits: Sequence[Hit]) -> int:
        """Show these quotes as well, those that are not there already; return how many these were."""
        shown = {hit.quote.id for hit in self.hits}
        new = list({hit.quote.id: hit for hit in hits if hit.quote.id not in shown}.values())
        self.hits += new
        self.add_options([Option(line(hit, self._room())) for hit in new])
        return len(new)

    def _room(self) -> int:
        width = self._drawn_for or self.app.size.width
        return max((width - 3) * (2 if width < _NARROW else 3) - 2, 40)

    def on_resize(self, event: Resize) -> None:
        """Cut the quotations anew where the list has another width."""
        if event.size.width != self._drawn_for:
            self._drawn_for = event.size.width
            self.call_after_refresh(self._draw_anew)

    def _draw_anew(self) -> None:
        chosen = self.highlighted
        self.set_options([Option(line(hit, self._room())) for hit in self.hits])
        self.highlighted = chosen

    def watch_highlighted(self, highlighted: int | None) -> None:
        """Ask for more where the end is near."""
        super().watch_highlighted(highlighted)
        if highlighted is not None and highlighted >= len(self.hits) - _NEAR:
            self.post_message(self.NearEnd())

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Ask for more where the end is near, also for the wheel of a mouse."""
        super().watch_scroll_y(old_value, new_value)
        if new_value > old_value and new_value + 2 * self.size.height >= self.virtual_size.height:
            self.post_message(self.NearEnd())
