"""What an item is once its CSL-JSON has been read."""

from __future__ import annotations

from dataclasses import dataclass, field

__all__ = ["DateParts", "DateValue", "Item", "Name"]

#: Year, month (1 to 12; 13 to 16 spring to winter), day; 0 where unknown. Years before our era are negative.
DateParts = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Name:
    """A personal name in parts, or a `literal` one (a body, a handle)."""

    family: str = ""
    given: str = ""
    dropping: str = ""
    non_dropping: str = ""
    suffix: str = ""
    literal: str = ""
    comma_suffix: bool = False
    static: bool = False

    @property
    def is_literal(self) -> bool:
        return bool(self.literal)


@dataclass(frozen=True, slots=True)
class DateValue:
    """A date or a range of dates; `literal` where no date could be read."""

    start: DateParts | None = None
    end: DateParts | None = None
    #: an open range: "2003–"
    open_end: bool = False
    circa: bool = False
    literal: str = ""
    season: str = ""

    def __bool__(self) -> bool:
        return self.start is not None or bool(self.literal)


@dataclass(slots=True)
class Item:
    """One work: its variables by kind. `text` holds plain and number variables as strings."""

    id: str
    type: str
    text: dict[str, str] = field(default_factory=dict)
    names: dict[str, tuple[Name, ...]] = field(default_factory=dict)
    dates: dict[str, DateValue] = field(default_factory=dict)

    @property
    def language(self) -> str:
        return self.text.get("language", "")

    def has(self, variable: str) -> bool:
        """Whether the item has a value for the variable, of whatever kind."""
        return bool(self.text.get(variable) or self.names.get(variable) or self.dates.get(variable))
