"""Node tree to a flat list of tokens."""

from __future__ import annotations

from .nodes import Node

__all__ = ["CLOSE", "DISPLAY", "DISPLAY_END", "OPEN", "QUOTE", "QUOTE_END", "TEXT", "Token", "flatten"]

TEXT, OPEN, CLOSE, QUOTE, QUOTE_END, DISPLAY, DISPLAY_END = range(7)

#: (kind, text | decoration "attribute=value" | display), and whether the text comes from a field
Token = tuple[int, str, bool]


def flatten(node: Node) -> list[Token]:
    """Tokens in reading order; empty texts are left out."""
    out: list[Token] = []
    _flatten(node, out, strip=False)
    return out


def _flatten(node: Node, out: list[Token], *, strip: bool) -> None:
    if node.display:
        out.append((DISPLAY, node.display, False))
    if node.prefix:
        out.append((TEXT, node.prefix, False))
    if node.quotes:
        out.append((QUOTE, "", node.flip))
    for key, value in reversed(node.decor):
        out.append((OPEN, f"{key}={value}", node.flip))
    inner = strip or node.strip
    first = True
    for kid in node.kids:
        if not first and node.delim:
            out.append((TEXT, node.delim, False))
        first = False
        if isinstance(kid, Node):
            _flatten(kid, out, strip=inner)
        elif kid:
            text = kid.replace(".", "") if inner else kid
            if text:
                out.append((TEXT, text, True))
    for key, value in node.decor:
        out.append((CLOSE, f"{key}={value}", node.flip))
    if node.quotes:
        out.append((QUOTE_END, "", node.flip))
    if node.suffix:
        out.append((TEXT, node.suffix, False))
    if node.display:
        out.append((DISPLAY_END, node.display, False))
