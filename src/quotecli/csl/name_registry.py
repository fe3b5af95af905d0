"""All names of a document, to see which given names have to be spelt out (givenname-disambiguation-rule)."""

from __future__ import annotations

from collections.abc import Iterable

from .datamodel import Name
from .elements.person import initials

__all__ = ["NameRegistry"]


class NameRegistry:
    """Which names share a family name, and which of these share initials as well."""

    def __init__(self, rule: str, initialize_with: str | None, *, hyphens: bool) -> None:
        self.rule = rule
        self.initialize_with = initialize_with
        self.hyphens = hyphens
        #: family -> initials -> full given names
        self._families: dict[str, dict[str, set[str]]] = {}

    @staticmethod
    def _family(name: Name) -> str:
        return f"{name.non_dropping} {name.family}".strip().replace("\u2019", "'")

    def _initials(self, name: Name) -> str:
        return initials(name.given, "", initialize=True, hyphens=self.hyphens).replace(" ", "")

    def add(self, names: Iterable[Name]) -> None:
        for name in names:
            if not name.is_literal:
                known = self._families.setdefault(self._family(name), {})
                known.setdefault(self._initials(name), set()).add(self._full(name))

    @staticmethod
    def _full(name: Name) -> str:
        return f"{name.dropping} {' '.join(name.given.replace('.', ' ').split())}".strip()

    def needed(self, name: Name) -> int:
        """The level at which a name differs from all others: 0 family, 1 with initials, 2 with given name."""
        known = self._families.get(self._family(name))
        if known is None or name.is_literal or not name.given:
            return 0
        if len(known.get(self._initials(name), ())) > 1:
            return 2
        if len(known) > 1:
            return 1 if self.initialize_with is not None else 2
        return 0

    def level(self, name: Name, index: int) -> int:
        """The level at which the rule shows a name everywhere; by-cite leaves it to the single cites."""
        if self.rule in {"", "by-cite"} or (self.rule.startswith("primary-name") and index > 0):
            return 0
        if self.rule.endswith("-with-initials") and self.initialize_with is not None:
            return 1 if len(self._families.get(self._family(name), ())) > 1 and not name.is_literal else 0
        return self.needed(name)
