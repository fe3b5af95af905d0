"""The tree that rendering builds: nodes with affixes, decorations and quotes around text."""

from __future__ import annotations

__all__ = ["Decoration", "Node", "delimiter", "has_text", "plain"]

#: (CSL attribute, value), e.g. ("font-style", "italic").
Decoration = tuple[str, str]


class Node:
    """A piece of output. Affixes stand outside the decorations and the quotes."""

    __slots__ = ("decor", "delim", "display", "flip", "kids", "mark", "prefix", "quotes", "strip", "suffix")

    def __init__(
        self,
        kids: list[Node | str],
        *,
        prefix: str = "",
        suffix: str = "",
        delim: str = "",
        decor: tuple[Decoration, ...] = (),
        quotes: bool = False,
        display: str = "",
        strip: bool = False,
        flip: bool = False,
        mark: str = "",
    ) -> None:
        self.kids = kids
        self.prefix = prefix
        self.suffix = suffix
        self.delim = delim
        #: innermost first
        self.decor = decor
        self.quotes = quotes
        self.display = display
        #: remove full stops from the text inside (`strip-periods`)
        self.strip = strip
        #: markup of a field: the same decoration inside itself turns back to normal
        self.flip = flip
        #: what the node stands for ("names", "year", "citation-number", ...)
        self.mark = mark


def delimiter(text: str) -> Node:
    """Text that joins what stands around it and is nothing by itself."""
    return Node([text], mark="delimiter")


def has_text(node: Node | str) -> bool:
    """Whether anything but delimiters and affixes is inside."""
    if isinstance(node, str):
        return bool(node)
    return node.mark != "delimiter" and any(has_text(kid) for kid in node.kids)


def plain(node: Node | str) -> str:
    """The text with affixes and delimiters, without decorations, quotes or punctuation rules."""
    if isinstance(node, str):
        return node
    return node.prefix + node.delim.join(plain(kid) for kid in node.kids) + node.suffix
