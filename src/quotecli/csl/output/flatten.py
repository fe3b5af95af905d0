"""Node tree to a flat list of tokens."""

from __future__ import annotations

from .nodes import Node

__all__ = ["CLOSE", "DISPLAY", "DISPLAY_END", "OPEN", "QUOTE", "QUOTE_END", "TEXT", "Token", "flatten"]

TEXT, OPEN, CLOSE, QUOTE, QUOTE_END, DISPLAY, DISPLAY_END = range(7)

#: (kind, text | decoration "attribute=value" | display), and whether the text comes from a field
Token = tuple[int, str, bool]


def flatten(node: Node) -> list[Token]:
    """Tokens in reading order; what holds no text is left out with its affixes and delimiters."""
    out: list[Token] = []
    _flatten(node, out, strip=False)
    return out


def _flatten(node: Node, out: list[Token], *, strip: bool) -> bool:
    """Append the node's tokens; False, and nothing appended, when there is no text in it."""
    start = len(out)
    if node.display:
        out.append((DISPLAY, node.display, False))
    if node.prefix:
        out.append((TEXT, node.prefix, False))
    if node.quotes:
        out.append((QUOTE, node.mark, node.flip))
    for key, value in reversed(node.decor):
        out.append((OPEN, f"{key}={value}", node.flip))
    if not _flatten_kids(node, out, strip=strip or node.strip):
        del out[start:]
        return False
    for key, value in node.decor:
        out.append((CLOSE, f"{key}={value}", node.flip))
    if node.quotes:
        out.append((QUOTE_END, node.mark, node.flip))
    if node.suffix:
        out.append((TEXT, node.suffix, False))
    if node.display:
        out.append((DISPLAY_END, node.display, False))
    return node.mark != "delimiter"


def _flatten_kids(node: Node, out: list[Token], *, strip: bool) -> bool:
    some = False
    field = node.mark == "own"
    for kid in node.kids:
        before = len(out)
        if some and node.delim:
            out.append((TEXT, node.delim, False))
        if isinstance(kid, Node):
            if kid.mark == "delimiter":
                out.append((TEXT, str(kid.kids[0]), False))
            elif _flatten(kid, out, strip=strip):
                some = True
            else:
                del out[before:]
            continue
        text = kid.replace(".", "") if strip else kid
        if text:
            out.append((TEXT, text, field))
            some = True
        else:
            del out[before:]
    return some
