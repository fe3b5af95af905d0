"""What rendering one item needs to know."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .datamodel import Item, Name
from .errors import StyleError

if TYPE_CHECKING:
    from .locale import Locale
    from .style import Style

__all__ = ["Cite", "Context", "NameConfig"]

#: Elements one item may render: macros that call macros can't blow up.
MAX_ELEMENTS = 100_000

FIRST, SUBSEQUENT, IBID, IBID_WITH_LOCATOR = range(4)


@dataclass(slots=True)
class Cite:
    """One reference inside a citation, with the position the document gives it."""

    id: str
    locator: str = ""
    label: str = "page"
    prefix: str = ""
    suffix: str = ""
    suppress_author: bool = False
    author_only: bool = False
    position: int = FIRST
    near_note: bool = False
    #: note number in which the item is first cited; 0 unknown
    first_note: int = 0
    note: int = 0


@dataclass(slots=True)
class NameConfig:
    """How far names are expanded to tell this cite from others."""

    #: per names element in order: how many names to show at least
    names: list[int] = field(default_factory=list)
    #: per names element, per name: 0 as the style says, 1 initials, 2 full given name
    givens: list[list[int]] = field(default_factory=list)
    #: how many of the `disambiguate` conditions hold, in order
    extra: int = 0
    #: 0-based index of the year suffix, -1 for none
    year_suffix: int = -1

    def copy(self) -> NameConfig:
        return NameConfig(list(self.names), [list(g) for g in self.givens], self.extra, self.year_suffix)


class Context:
    """State while one item is rendered in one place."""

    __slots__ = (
        "abbreviations",
        "area",
        "budget",
        "called",
        "citation_number",
        "cite",
        "config",
        "extra_tests",
        "extra_used",
        "first_names",
        "given_level",
        "item",
        "key_names",
        "lang",
        "locale",
        "looking",
        "name_shapes",
        "namesets",
        "ok",
        "position",
        "sorting",
        "started",
        "style",
        "substituted",
        "suppressed",
        "trigraph",
        "year_suffix",
        "year_suffix_used",
    )

    def __init__(self, style: Style, locale: Locale, item: Item, area: str, cite: Cite | None = None) -> None:
        self.style = style
        self.locale = locale
        self.item = item
        self.area = area
        self.cite = cite or Cite(item.id)
        self.position = self.cite.position
        self.config = NameConfig()
        self.extra_tests = 0
        self.extra_used = 0
        self.sorting = False
        #: rendering only to compare with other items
        self.looking = False
        #: et-al settings of a sort key: (names-min, names-use-first, names-use-last), "" where not given
        self.key_names: tuple[str, str, str] = ("", "", "")
        self.called = False
        self.ok = False
        self.suppressed: set[str] = set()
        self.substituted: set[str] | None = None
        self.year_suffix = ""
        self.year_suffix_used = False
        self.citation_number = 0
        self.trigraph = ""
        self.namesets = 0
        #: (names, how many are shown) of each list of names rendered, in order
        self.name_shapes: list[tuple[tuple[Name, ...], int]] = []
        #: how far a rule for the whole document spells a name out: (name, its place in the list) -> 0 to 2
        self.given_level: Callable[[Name, int], int] | None = None
        self.first_names = ""
        self.started = False
        self.abbreviations: dict[str, dict[str, str]] = {}
        self.budget = MAX_ELEMENTS
        self.lang = item.language

    def is_said(self, variable: str) -> bool:
        """Whether a variable stood in for absent names and so is printed no more."""
        return variable in self.suppressed or (self.substituted is not None and variable in self.substituted)

    def spend(self) -> None:
        """Count one element; raises StyleError when a style renders without end."""
        self.budget -= 1
        if self.budget < 0:
            raise StyleError("The style's macros render without end")
