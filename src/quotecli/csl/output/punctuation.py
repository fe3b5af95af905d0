"""What becomes of punctuation where two pieces of text meet.

CSL leaves this to the processor; the table is that of the CSL test suite ("FullMonty"). Full stops, commas, question
and exclamation marks move inside a closing quotation mark where the locale has `punctuation-in-quote`.
"""

from __future__ import annotations

from .flatten import DISPLAY, DISPLAY_END, QUOTE_END, TEXT, Token

__all__ = ["settle"]

_MARKS = ":.;!?,"
_ROWS = {
    ":": ":: :. :; ! ? :,",
    ".": ".: . .; .! .? .,",
    ";": "; ; ; ! ? ;,",
    "!": "! ! !; ! !? !,",
    "?": "? ? ?; ?! ? ?,",
    ",": ",: ,. ,; ,! ,? ,",
}
#: (mark on the left, mark on the right) -> what stands in their place
_TABLE = {
    (left, right): result for left, row in _ROWS.items() for right, result in zip(_MARKS, row.split(), strict=True)
}
_TABLE[":", ":"] = ":"
_TABLE[":", "."] = ":"
_MOVABLE = frozenset(".,!?")


def settle(tokens: list[Token], *, in_quote: bool) -> list[Token]:
    """Tokens with double marks and spaces merged, and marks moved into quotation marks if `in_quote`."""
    out: list[Token] = []
    texts: list[int] = []  # where in `out` the texts are that hold something
    for token in tokens:
        kind, text, field = token
        if kind in (DISPLAY, DISPLAY_END):
            last = texts[-1] if texts else -1
            texts.clear()
            if kind == DISPLAY_END and text == "right-inline" and last >= 0 and out[last][1].endswith(" "):
                out[last] = (TEXT, out[last][1].rstrip(" "), out[last][2])
                out += [token, (TEXT, " ", False)]
                continue
        if kind != TEXT:
            out.append(token)
            continue
        while text and texts:
            rest = None if field else _meet(out, texts, text, in_quote=in_quote)
            if rest is None:
                break
            text = rest
        if text:
            texts.append(len(out))
            out.append((TEXT, text, field))
    return out


def _meet(out: list[Token], texts: list[int], text: str, *, in_quote: bool) -> str | None:
    """Let the first character of `text` meet the last one of `out`; the rest of `text`, or None when both stay."""
    last = texts[-1]
    kind, before, field = out[last]
    left, right = before[-1], text[0]
    if right == " ":
        return text[1:] if left in " \u00a0" else None
    if right not in _MARKS:
        return None
    quote_end = next((i for i in range(last + 1, len(out)) if out[i][0] == QUOTE_END), -1)
    if left in _MARKS:
        result = _TABLE[left, right]
        if result == left:
            return text[1:]
        if result == right:
            shorter = before[:-1]
            if shorter:
                out[last] = (kind, shorter, field)
            else:
                out[last] = (kind, "", field)
                texts.pop()
                if not texts:
                    return None
            return text
    if quote_end >= 0 and in_quote and right in _MOVABLE:
        out.insert(quote_end, (TEXT, right, False))
        texts.append(quote_end)
        return text[1:]
    return None
