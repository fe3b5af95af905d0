"""A list whose chosen line stands out on any terminal, without colour too."""

from __future__ import annotations

from typing import Any, ClassVar

from textual.binding import Binding, BindingType
from textual.strip import Strip
from textual.style import Style
from textual.widgets import OptionList

__all__ = ["Lines"]

_FOCUSED = Style(reverse=True).rich_style
_RESTING = Style(bold=True, underline=True).rich_style


class Lines(OptionList):
    """A list without markup, with the keys of `less` beside the arrows, which don't run on from the end to the top."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j", "cursor_down", show=False),
        Binding("k", "cursor_up", show=False),
    ]

    def __init__(self, *lines: str, **named: Any) -> None:
        """Take what `OptionList` takes."""
        super().__init__(*lines, markup=False, **named)

    def action_cursor_down(self) -> None:
        """Choose the next line; after the last one there is none."""
        if self.highlighted is None or self.highlighted < self.option_count - 1:
            super().action_cursor_down()

    def action_cursor_up(self) -> None:
        """Choose the line before."""
        if self.highlighted:
            super().action_cursor_up()

    def render_line(self, y: int) -> Strip:
        """Draw one row; those of the chosen line reversed, which Textual's own styles of lists can't do."""
        strip = super().render_line(y)
        chosen = any(part.style and part.style.meta.get("option", -1) == self.highlighted for part in strip)
        return strip.apply_style(_FOCUSED if self.has_focus else _RESTING) if chosen else strip
