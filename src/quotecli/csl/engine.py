"""Rendering single items: one cite, one bibliography entry, one sort key; and the registry of items."""

from __future__ import annotations

from collections.abc import Iterable

from .context import SUBSEQUENT, Cite, Context, NameConfig
from .datamodel import Item
from .elements.base import render_all
from .locale import Locale, load_locale
from .name_registry import NameRegistry
from .output.nodes import Node
from .output.render import to_string
from .sort import Keyed, key_values, sort_ids
from .style import Area, Style
from .trigraph import trigraph

__all__ = ["Engine", "suffix_letters"]


def suffix_letters(index: int) -> str:
    """0 → "a", 25 → "z", 26 → "aa"; "" below 0."""
    letters = ""
    index += 1
    while index > 0:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return letters


class Engine:
    """A style, a locale and items; knows each item's number and how it is told from others."""

    def __init__(self, style: Style, items: dict[str, Item], lang: str) -> None:
        self.style = style
        self.items = items
        self.locale: Locale = load_locale(lang, style.locales)
        self.abbreviations: dict[str, dict[str, str]] = {}
        self.order: list[str] = []
        self.bibliography_order: list[str] = []
        self.first_notes: dict[str, int] = {}
        self.subsequent = False
        self.numbers: dict[str, int] = {}
        self.configs: dict[str, NameConfig] = {}
        self.trigraphs: dict[str, str] = {}
        self.names = NameRegistry("", None, hyphens=True)
        self._bare = NameConfig()

    # -- the registry ----------------------------------------------------------------------------------------------

    def register(
        self, ids: Iterable[str], first_notes: dict[str, int] | None = None, *, subsequent: bool = False
    ) -> None:
        """Take these items, in this order, as those of the document; numbers them and tells them apart.

        `first_notes`: the note in which each is cited first, where the document has notes; `subsequent`: whether any
        is cited again, so that the later forms of cites must differ.
        """
        from .disambiguate import disambiguate

        self.order = list(dict.fromkeys(ids))
        self.first_notes = first_notes or {}
        self.subsequent = subsequent
        self.numbers = {item_id: number for number, item_id in enumerate(self.order, 1)}
        self.configs = {}
        self.trigraphs = {item_id: trigraph(self.items[item_id]) for item_id in self.order}
        self.bibliography_order = self.order
        area = self.style.bibliography
        if area is not None and area.keys:
            values = {item_id: self.sort_values(item_id, area, "bibliography") for item_id in self.order}
            self.bibliography_order = sort_ids(self.order, area.keys, values)
            self.numbers = self._numbers(area)
        disambiguate(self)

    def _numbers(self, area: Area) -> dict[str, int]:
        order = self.bibliography_order
        if area.keys[0].descending and any(key.variable == "citation-number" for key in area.keys):
            order = order[::-1]
        return {item_id: number for number, item_id in enumerate(order, 1)}

    def sort_values(self, item_id: str, area: Area, name: str, cite: Cite | None = None) -> Keyed:
        """The item's values for the sort keys of an area ("citation" or "bibliography")."""
        return key_values(area.keys, lambda: self.context(item_id, name, cite))

    # -- rendering -------------------------------------------------------------------------------------------------

    def context(self, item_id: str, area: str, cite: Cite | None = None, config: NameConfig | None = None) -> Context:
        ctx = Context(self.style, self.locale, self.items[item_id], area, cite)
        ctx.config = config if config is not None else self.configs.get(item_id, self._bare)
        ctx.year_suffix = suffix_letters(ctx.config.year_suffix)
        ctx.citation_number = self.numbers.get(item_id, 0)
        ctx.trigraph = self.trigraphs.get(item_id, "")
        ctx.abbreviations = self.abbreviations
        ctx.given_level = self.names.level
        return ctx

    def cite_node(self, ctx: Context) -> Node:
        """The citation layout's content for one cite, without the layout's own affixes."""
        return Node(render_all(ctx, self.style.citation.children), mark="cite")

    def cite_string(self, item_id: str, config: NameConfig) -> tuple[str, Context]:
        """A cite as plain text, and the context it was rendered in: for telling items apart."""
        cite = Cite(item_id)
        if self.style.et_al_subsequent or (self.subsequent and self.style.has_subsequent):
            # whose note it is tells no works apart for a reader: "Roe (n 3)" leaves out which of Roe's works
            cite.position, cite.near_note, cite.first_note = SUBSEQUENT, True, int(item_id in self.first_notes)
        ctx = self.context(item_id, "citation", cite, config)
        ctx.looking = True
        node = self.cite_node(ctx)
        return to_string(node, self.locale, "text"), ctx
