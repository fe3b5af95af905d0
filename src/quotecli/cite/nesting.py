"""Quotation marks inside a quotation: found in pairs, and set as the new surroundings ask."""

from __future__ import annotations

from quotecli.cite.rules import Marks

_CLOSERS = {
    "“": "”",
    "„": "“”",
    "«": "»",
    "»": "«",
    "‹": "›",
    "›": "‹",
    "‘": "’",
    "‚": "‘’",
    '"': '"',
    "'": "'",
    "「": "」",
    "『": "』",
}
_GUILLEMETS = "«‹"
_SPACES = " \u00a0\u202f"
_STRAIGHT = "\"'"
_SINGLE_CLOSERS = "’'‘"
_OPENS_AFTER = " \t\n\u00a0([{—–-/“‘«„‚\"'"
_ENDS = ".,!?…;:)]”»"


def renest(text: str, marks: Marks, *, inside: bool) -> str:
    """Return `text` with the quotation marks in it as `marks` has them.

    Args:
        text: the words of a quotation, without its own outer marks.
        marks: those of the language or style.
        inside: whether the text will stand in outer marks (else it is a block, whose own quotations take outer marks).

    Apostrophes and marks without a partner stay as they are.
    """
    out = list(text)
    levels = (marks.outer, marks.inner)
    for opened, closed, depth in _pairs(text):
        before, after = levels[(depth + inside) % 2]
        out[opened], out[closed] = before, after
        if text[opened] in _GUILLEMETS:  # French spaces belong to the marks
            for space in (opened + 1, closed - 1):
                if text[space] in _SPACES:
                    out[space] = ""
    return "".join(out)


def _pairs(text: str) -> list[tuple[int, int, int]]:
    """Return the pairs of marks as (opening, closing, depth), found in one pass with a stack."""
    stack: list[int] = []
    pairs: list[tuple[int, int]] = []
    for place, char in enumerate(text):
        if char not in _ANY:
            continue
        match = _closes(text, place, stack)
        if match is not None:
            pairs.append((stack[match], place))
            del stack[match:]  # what was opened in between had no partner
        elif char in _CLOSERS and _opens(text, place):
            stack.append(place)
    return _with_depth(pairs)


_ANY = frozenset("".join(_CLOSERS) + "".join(_CLOSERS.values()))


def _opens(text: str, place: int) -> bool:
    follows = text[place + 1 : place + 2]
    if not follows or (follows.isspace() and text[place] not in _GUILLEMETS):
        return False
    if text[place] in _STRAIGHT or text[place] in "‘»›":
        return place == 0 or text[place - 1] in _OPENS_AFTER
    return True


def _closes(text: str, place: int, stack: list[int]) -> int | None:
    """Return which open mark this one closes, as an index into `stack`, or None."""
    char = text[place]
    for index in range(len(stack) - 1, max(-1, len(stack) - 5), -1):
        if char in _CLOSERS[text[stack[index]]] and place - stack[index] > 1:
            return index if char not in _SINGLE_CLOSERS or _ends_quotation(text, place) else None
    return None


def _ends_quotation(text: str, place: int) -> bool:
    """Tell a closing single mark from an apostrophe, which has a letter after it or begins no new word group."""
    before, after = text[place - 1], text[place + 1 : place + 2]
    if after.isalnum() or before.isspace():
        return False
    if before in _ENDS or not after or after in _ENDS or before != "s":
        return True
    # "the dogs’ bowls": a plural's apostrophe, if a later mark can close what is open
    later = text.find(text[place], place + 1)
    return later < 0 or (later + 1 < len(text) and text[later + 1].isalnum())


def _with_depth(pairs: list[tuple[int, int]]) -> list[tuple[int, int, int]]:
    found, ends = [], list[int]()
    for opened, closed in sorted(pairs):
        while ends and ends[-1] < opened:
            ends.pop()
        found.append((opened, closed, len(ends)))
        ends.append(closed)
    return found
