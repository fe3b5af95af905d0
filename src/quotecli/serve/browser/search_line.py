"""Lines that take text."""

from __future__ import annotations

from textual.widgets import Input

from quotecli.show.clean import clean_same_length

__all__ = ["SearchLine"]


class SearchLine(Input):
    """A line that takes text and shows none that could move the terminal, whatever is pasted into it."""

    def __init__(self, value: str = "", *, name: str, told: str) -> None:
        """Take what it holds at first, its id, and what it says while it is empty."""
        super().__init__(clean_same_length(value), told, id=name, compact=True, select_on_focus=False)

    def validate_value(self, value: str) -> str:
        """Return what is shown for what is typed or pasted: every control or bidirectional character is a space."""
        return clean_same_length(value)
