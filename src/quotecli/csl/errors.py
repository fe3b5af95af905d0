"""The errors of the CSL processor.

CSLError
 ├── StyleError          the style can't be used (malformed, cyclic, too large)
 │    └── StyleNotFound  no style has that name; carries suggestions
 └── ItemError           a cite names an item that was not given
"""

from __future__ import annotations

__all__ = ["CSLError", "ItemError", "StyleError", "StyleNotFound"]


class CSLError(Exception):
    """Base class of everything this package raises on purpose; the message is one sentence."""


class StyleError(CSLError):
    """A style or locale can't be used: not XML, not CSL, cyclic or beyond bounds."""


class StyleNotFound(StyleError):
    """No style answers to the name asked for."""

    def __init__(self, name: str, suggestions: tuple[str, ...] = ()) -> None:
        self.name = name
        #: Nearest known names, best first; may be empty.
        self.suggestions = suggestions
        hint = f"; did you mean {', '.join(suggestions)}?" if suggestions else ""
        super().__init__(f"No citation style is called {name!r}{hint}")


class ItemError(CSLError):
    """A cite refers to an item id that is not among the items."""

    def __init__(self, item_id: str) -> None:
        self.item_id = item_id
        super().__init__(f"No item has the id {item_id!r}")
