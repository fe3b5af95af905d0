"""Quotation marks inside a quotation: found in pairs, and set as the new surroundings ask."""

from __future__ import annotations

from dataclasses import dataclass, field

from quotecli.cite.apostrophes import apostrophes, may_be_apostrophe
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
_SINGLE_OPENERS = "'‘‚"
_OPENS_AFTER = " \t\n\u00a0([{—–-/“‘«„‚\"'"
_ENDS = '.,!?…;:)]”»"'
_DEEPEST = 4
"""So many open marks are looked at for the one that a mark closes."""


def renest(text: str, marks: Marks, *, inside: bool) -> str:
    """Return `text` with the quotation marks in it as `marks` has them.

    Args:
        text: the words of a quotation, without its own outer marks.
        marks: those of the language or style.
        inside: whether the text will stand in outer marks (else it is a block, whose own quotations take outer marks).

    Apostrophes, marks without a partner and marks that may be apostrophes stay as they are: a mark left as printed is
    a blemish, an apostrophe turned into a mark is a misquotation.
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


def ends_in_mark(text: str) -> bool:
    """Tell whether the last character closes a quotation inside `text`, rather than being an apostrophe."""
    return any(closed == len(text) - 1 for _, closed, _ in _pairs(text))


@dataclass(slots=True)
class _Open:
    """An opening mark whose partner is looked for, and the later marks that may be it or apostrophes."""

    place: int
    char: str
    doubtful: list[int] = field(default_factory=list)

    def partner(self, text: str) -> int | None:
        """Return the doubtful mark that is its partner, where only one can be.

        That is the only one before a stop, or around a single word ("the 'workers' of today") the only one at all.
        """
        ends = [place for place in self.doubtful if place + 1 == len(text) or text[place + 1] in _ENDS]
        if len(ends) == 1:
            return ends[0]
        first = self.doubtful[0] if len(self.doubtful) == 1 else 0
        return first if first and text[self.place + 1 : first].isalnum() else None


def _pairs(text: str) -> list[tuple[int, int, int]]:
    """Return the pairs of marks as (opening, closing, depth), found in one pass with a stack."""
    stack: list[_Open] = []
    pairs: list[tuple[int, int]] = []

    def close(down_to: int) -> None:
        """Take the open marks from there on off the stack, with the partners that are left for them."""
        left = ((one.place, one.partner(text)) for one in stack[down_to:])
        pairs.extend((opened, closed) for opened, closed in left if closed is not None)
        del stack[down_to:]

    letters = apostrophes(text)
    for place, char in enumerate(text):
        if char not in _ANY or place in letters:
            continue
        match = _closes(text, place, stack)
        if match is not None:
            if char in _SINGLE_CLOSERS and may_be_apostrophe(text, place):
                stack[match].doubtful.append(place)
                continue
            pairs.append((stack[match].place, place))
            close(match + 1)  # what was opened in between had no other partner
            stack.pop()
        elif char in _CLOSERS and _opens(text, place):
            if stack and stack[-1].doubtful and char in _SINGLE_OPENERS:
                close(len(stack) - 1)
            stack.append(_Open(place, char))
    close(0)
    return _with_depth(pairs)


_ANY = frozenset("".join(_CLOSERS) + "".join(_CLOSERS.values()))


def _opens(text: str, place: int) -> bool:
    follows = text[place + 1 : place + 2]
    if not follows or (follows.isspace() and text[place] not in _GUILLEMETS):
        return False
    if text[place] in _STRAIGHT or text[place] in "‘»›":
        return place == 0 or text[place - 1] in _OPENS_AFTER
    return True


def _closes(text: str, place: int, stack: list[_Open]) -> int | None:
    """Return which open mark this one closes or may close, as an index into `stack`, or None."""
    char = text[place]
    for index in range(len(stack) - 1, max(-1, len(stack) - 1 - _DEEPEST), -1):
        if char in _CLOSERS[stack[index].char] and place - stack[index].place > 1:
            return index if char not in _SINGLE_CLOSERS or _ends_word(text, place) else None
    return None


def _ends_word(text: str, place: int) -> bool:
    return not text[place - 1].isspace() and not text[place + 1 : place + 2].isalnum()


def _with_depth(pairs: list[tuple[int, int]]) -> list[tuple[int, int, int]]:
    found, ends = [], list[int]()
    for opened, closed in sorted(pairs):
        while ends and ends[-1] < opened:
            ends.pop()
        found.append((opened, closed, len(ends)))
        ends.append(closed)
    return found
