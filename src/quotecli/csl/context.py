"""What rendering one item needs to know."""

from __future__ import annotations

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
    #: the `disambiguate` condition
    extra: bool = False
    #: 0-based index of the year suffix, -1 for none
    year_suffix: int = -1

    def copy(self) -> NameConfig:
        return NameConfig(list(self.names), [list(g) for g in self.givens], self.extra, self.year_suffix)


class Context:
    """State while one item is rendered in one place."""

    __slots__ = (
        "abbreviations",
        "area",
        "author_only",
        "budget",
        "called",
        "cite",
        "citation_number",
        "config",
        "first_names",
        "given_level",
        "in_substitute",
        "item",
        "key_names",
        "lang",
        "last_names",
        "locale",
        "name_nodes",
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
        self.sorting = False
        #: et-al settings of a sort key: (names-min, names-use-first, names-use-last), "" where not given
        self.key_names: tuple[str, str, str] = ("", "", "")
        self.called = False
        self.ok = False
        self.suppressed: set[str] = set()
        self.substituted: set[str] | None = None
        self.in_substitute = 0
        self.year_suffix = ""
        self.year_suffix_used = False
        self.citation_number = 0
        self.trigraph = ""
        self.namesets = 0
        #: (variable, names shown) of each names element rendered, in order
        self.name_shapes: list[tuple[str, int, int]] = []
        self.name_nodes: list[object] = []
        self.given_level: dict[Name, int] | None = None
        self.first_names = ""
        self.last_names = ""
        self.author_only = False
        self.started = False
        self.abbreviations: dict[str, dict[str, str]] = {}
        self.budget = MAX_ELEMENTS
        self.lang = item.language

    def spend(self) -> None:
        """Count one element; raises StyleError when a style renders without end."""
        self.budget -= 1
        if self.budget < 0:
            raise StyleError("The style's macros render without end")
