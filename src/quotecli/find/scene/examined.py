"""Who asks and who answers in a deposition or a hearing, from the lines that name examiner and witness."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from quotecli.core.folding import fold
from quotecli.core.names import strip_titles
from quotecli.core.types import Article, Span
from quotecli.find.entities.gathering import Cast
from quotecli.find.structure.examinations import examinations

__all__ = ["Examined", "Sides", "read_examined"]

_INLINE = 8
"""Characters behind a label's beginning where it may tell who asks: `Q. (By Mr. Tulk)`."""


class Sides(NamedTuple):
    """Who asks and who answers, by canonical name.

    Each is None where nothing tells; empty where an office is named and no person ("BY THE COURT"), or nobody.
    """

    asks: tuple[str, ...] | None
    answers: tuple[str, ...] | None


class Examined(NamedTuple):
    """The offsets at which a transcript tells who asks or answers from there on, and what holds from each."""

    places: Sequence[int]
    sides: Sequence[Sides]

    def at(self, offset: int) -> Sides:
        """Return who asks and who answers where the label at this offset stands."""
        place = bisect_right(self.places, offset + _INLINE)
        return self.sides[place - 1] if place else Sides(None, None)

    def examiners(self) -> frozenset[str]:
        """Return the canonical names of all who examine anybody."""
        return frozenset(name for side in self.sides for name in side.asks or ())


def read_examined(article: Article, cast: Cast) -> Examined:
    """Return what the lines of a transcript tell of witnesses and examiners; nothing for any other article."""
    told = Sides(None, None)
    places: list[int] = []
    sides: list[Sides] = []
    for one in examinations(article.text):
        names = _canonical(article, cast, one.name)
        if one.is_witness:
            told = Sides(told.asks if told.answers == names else None, names)
        else:
            told = Sides(names, told.answers)
        places.append(one.at)
        sides.append(told)
    return Examined(places, sides)


def _canonical(article: Article, cast: Cast, span: Span) -> tuple[str, ...]:
    """Return the canonical name of whom a line names: the person of the text with these names, else the name alone."""
    printed = article.text[slice(*span)].rstrip(".,")
    if printed.lower().startswith("the "):
        return ()
    name = strip_titles(printed)
    words = tuple(fold(name).replace(".", "").split())
    persons = [one for one in cast.entities if one.is_person and one.words[-len(words) :] == words]
    whole = [one for one in persons if len(one.words) > 1]
    if len(whole) == 1 or (whole and len(words) > 1):
        return (whole[0].name,)
    return (name.title() if name.isupper() else name,)
