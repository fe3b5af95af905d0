"""Whose the labels of a deposition or a hearing are: "A." and "THE WITNESS:" the witness's, "Q." the examiner's."""

from __future__ import annotations

from bisect import bisect_right
from weakref import WeakKeyDictionary

from quotecli.core.folding import fold
from quotecli.core.names import strip_titles
from quotecli.core.types import Span
from quotecli.find.scene.scene import Scene
from quotecli.find.structure.examinations import examinations

__all__ = ["WITNESS", "examiners", "sides_at"]

WITNESS = frozenset(("THE WITNESS", "THE DEPONENT"))
"""Labels of who is examined; "A" is the other."""
_INLINE = 8
"""Characters behind a label's beginning where it may tell who asks: `Q. (By Mr. Tulk)`."""
_Names = tuple[str, ...]
_TOLD: WeakKeyDictionary[Scene, tuple[list[int], list[tuple[_Names | None, _Names | None]]]] = WeakKeyDictionary()
"""From where on who asks and who answers is so, None where nothing tells, as long as the article is worked on."""


def sides_at(scene: Scene, at: int) -> tuple[_Names | None, _Names | None] | None:
    """Return who asks and who answers by canonical name where the label at this offset stands; None if no line tells.

    Each is None where no line tells of it alone; empty where the line names an office ("BY THE COURT").
    """
    if scene not in _TOLD:
        _TOLD[scene] = _told(scene)
    places, sides = _TOLD[scene]
    place = bisect_right(places, at + _INLINE)
    return sides[place - 1] if place else None


def examiners(scene: Scene) -> frozenset[str]:
    """Return the canonical names of all who examine anybody in the article."""
    sides_at(scene, 0)
    return frozenset(name for asks, _ in _TOLD[scene][1] for name in asks or ())


def _told(scene: Scene) -> tuple[list[int], list[tuple[_Names | None, _Names | None]]]:
    asks: _Names | None = None
    answers: _Names | None = None
    places: list[int] = []
    sides: list[tuple[_Names | None, _Names | None]] = []
    for one in examinations(scene.article.text):
        names = _canonical(scene, one.name)
        if one.is_witness:
            asks, answers = asks if answers == names else None, names
        else:
            asks = names
        places.append(one.at)
        sides.append((asks, answers))
    return places, sides


def _canonical(scene: Scene, span: Span) -> _Names:
    """Return the canonical name of whom a line names: the person of the text with these names, else the name alone."""
    printed = scene.article.text[slice(*span)].rstrip(".,")
    if printed.lower().startswith("the "):
        return ()
    name = strip_titles(printed)
    words = tuple(fold(name).replace(".", "").split())
    persons = [one for one in scene.cast.entities if one.is_person and one.words[-len(words) :] == words]
    whole = [one for one in persons if len(one.words) > 1]
    if len(whole) == 1 or (whole and len(words) > 1):
        return (whole[0].name,)
    return (name.title() if name.isupper() else name,)
