"""Formatting shared by the elements, and the elements that only hold others: group, choose, macro call."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from quotecli.csl.context import Context
from quotecli.csl.output.nodes import Decoration, Node
from quotecli.csl.richtext import parse_rich
from quotecli.csl.textcase import apply_case
from quotecli.csl.xmltree import Element

__all__ = ["Formatting", "Group", "Macro", "Renderer", "render_all", "rich"]

_DECORATIONS = ("font-style", "font-variant", "font-weight", "text-decoration", "vertical-align")


class Renderer(Protocol):
    """An element that puts its output at the end of `out`."""

    def render(self, ctx: Context, out: list[Node | str]) -> None: ...


class Formatting:
    """Affixes, decorations, quotes, display, text-case and strip-periods of an element."""

    __slots__ = ("decor", "display", "plain", "prefix", "quotes", "strip", "suffix", "text_case")

    def __init__(self, element: Element | None = None) -> None:
        attrs = element.attrs if element is not None else {}
        self.prefix = attrs.get("prefix", "")
        self.suffix = attrs.get("suffix", "")
        self.decor: tuple[Decoration, ...] = tuple((key, attrs[key]) for key in _DECORATIONS if attrs.get(key))
        self.quotes = attrs.get("quotes") == "true"
        self.display = attrs.get("display", "")
        self.text_case = attrs.get("text-case", "")
        self.strip = attrs.get("strip-periods") == "true"
        self.plain = not (self.prefix or self.suffix or self.decor or self.quotes or self.display or self.strip)

    def wrap(self, kids: list[Node | str], delim: str = "", mark: str = "") -> Node:
        return Node(
            kids,
            prefix=self.prefix,
            suffix=self.suffix,
            delim=delim,
            decor=self.decor,
            quotes=self.quotes,
            display=self.display,
            strip=self.strip,
            mark=mark,
        )


def rich(ctx: Context, text: str, text_case: str = "", *, term: bool = False) -> list[Node | str]:
    """A field's text as nodes: text-case applied, markup and quotation marks read.

    A `term` of the locale takes title case in every language.
    """
    if text_case:
        language = "en" if term and text_case == "title" else ctx.lang
        text = apply_case(text, text_case, language=language, locale=ctx.locale.lang)
    return parse_rich(text, ctx.locale.quotation_marks)


def render_all(ctx: Context, elements: Sequence[Renderer]) -> list[Node | str]:
    """What the elements render, one after the other."""
    out: list[Node | str] = []
    for element in elements:
        element.render(ctx, out)
    return out


def render_group(ctx: Context, elements: Sequence[Renderer]) -> list[Node | str]:
    """Children of an implicit conditional: nothing when variables were called and all were empty."""
    called, ok = ctx.called, ctx.ok
    ctx.called = ctx.ok = False
    started = ctx.started
    out = render_all(ctx, elements)
    if not out or (ctx.called and not ctx.ok):
        ctx.called, ctx.ok = called or ctx.called, ok
        ctx.started = started
        return []
    # CSL 1.0.2, "Group": a nested group that renders counts as a variable that does
    ctx.called, ctx.ok = True, True
    return out


class Group:
    """`cs:group`."""

    __slots__ = ("children", "delimiter", "format")

    def __init__(self, element: Element, children: list[Renderer]) -> None:
        self.format = Formatting(element)
        self.delimiter = element.get("delimiter")
        self.children = children

    def render(self, ctx: Context, out: list[Node | str]) -> None:
        ctx.spend()
        kids = render_group(ctx, self.children)
        if kids:
            out.append(self.format.wrap(kids, self.delimiter))


class Macro:
    """`cs:text` with `macro`."""

    __slots__ = ("children", "format", "name")

    def __init__(self, element: Element, name: str, children: list[Renderer]) -> None:
        self.format = Formatting(element)
        self.name = name
        self.children = children

    def render(self, ctx: Context, out: list[Node | str]) -> None:
        ctx.spend()
        kids = render_group(ctx, self.children)
        if kids:
            node = self.format.wrap(kids)
            if self.format.text_case:
                recase(ctx, node, self.format.text_case)
            out.append(node)


def recase(ctx: Context, node: Node, case: str) -> bool:
    """Apply a text-case to what a macro rendered; "-first" and sentence cases stop at the first text."""
    for index, kid in enumerate(node.kids):
        if isinstance(kid, Node):
            if recase(ctx, kid, case):
                return True
        elif kid.strip():
            node.kids[index] = apply_case(kid, case, language=ctx.lang, locale=ctx.locale.lang)
            if case in {"capitalize-first", "sentence"}:
                return True
    return False
