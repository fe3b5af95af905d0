"""Whose the untagged lines of a dialogue with dashes are: two who talk take turns, line by line."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from quotecli.find.mentions.mention import Mention
from quotecli.find.mentions.tokens import QUOTE

if TYPE_CHECKING:
    from quotecli.find.scene.scene import Scene

_REACH, _TAGS = 8, 6
"""Paragraphs back, and lines, in which somebody else was told to speak who may answer here."""
_BODIES = frozenset(("body", "document", "place"))
_PERSONS = frozenset(("name", "noun", "pron", "source"))


class _Line(NamedTuple):
    """A paragraph that a dash opens: its pieces, whether it holds nothing else, and the mention that it is told of."""

    paragraph: int
    pieces: range
    bare: bool
    tag: int


def find_exchanges(scene: Scene) -> dict[int, int]:
    """Map the pieces of untagged lines to a mention of who speaks them, where two take turns without a break.

    In a run of neighbouring lines, every other one is the same person's. So whoever one line is told of speaks those
    an even number of lines away, as long as no line contradicts it; whoever else spoke just before speaks those
    between. Where only one of the two is known, nobody is held to: it may be a list.
    """
    found: dict[int, int] = {}
    tags: list[tuple[int, int]] = []  # of earlier runs: where the run ends, and who is told of
    for run in _runs(_lines(scene)):
        sides = _sides(scene, run)
        if sides is None:
            tags.clear()
            continue
        if -1 in sides and sides != (-1, -1):
            near = [tag for end, tag in tags[-_TAGS:] if run[0].paragraph - end <= _REACH]
            sides = _with_earlier(scene, sides, near)
        if -1 not in sides:
            for place, line in enumerate(run):
                if line.bare:
                    found.update(dict.fromkeys(line.pieces, _nearest(run, place, sides[place % 2])))
        tags += [(run[-1].paragraph, line.tag) for line in run if line.tag >= 0]
    return found


def _lines(scene: Scene) -> list[_Line]:
    lines: list[_Line] = []
    at = 0
    pieces = scene.pieces
    while at < len(pieces):
        if pieces[at].style != "dash":
            at += 1
            continue
        start, paragraph = at, pieces[at].paragraph
        while at < len(pieces) and pieces[at].paragraph == paragraph:
            at += 1
        bare = _is_bare(scene, paragraph)
        tag = -1 if bare else _tag(scene, paragraph)
        lines.append(_Line(paragraph, range(start, at), bare, tag))
    return lines


def _is_bare(scene: Scene, paragraph: int) -> bool:
    """Tell whether a line holds no words beside its pieces, dashes at most."""
    opened = scene.stream.opened
    words = scene.stream.words[opened[paragraph] : opened[paragraph + 1]]
    return not any(word[0].isalnum() for word in words if word != QUOTE)


def _runs(lines: list[_Line]) -> list[list[_Line]]:
    """Return the lines in runs of neighbouring paragraphs."""
    runs: list[list[_Line]] = []
    for line in lines:
        if runs and runs[-1][-1].paragraph == line.paragraph - 1:
            runs[-1].append(line)
        else:
            runs.append([line])
    return runs


def _tag(scene: Scene, paragraph: int) -> int:
    """Return the mention that a line's reporter tells of: the subject of a verb of saying, else the first one."""
    opened = scene.stream.opened
    first = bisect_left(scene.at, opened[paragraph])
    inside = range(first, bisect_left(scene.at, opened[paragraph + 1], first))
    persons = [index for index in inside if scene.mentions[index].kind in _PERSONS]
    told = (index for index in persons if scene.profiles[index].relation in ("SV", "VS"))
    return next(told, persons[0] if persons else -1)


def _sides(scene: Scene, run: Sequence[_Line]) -> tuple[int, int] | None:
    """Return the last tags of the even and the odd lines, -1 for none; None where the lines do not take turns."""
    sides = [-1, -1]
    for place, line in enumerate(run):
        if line.bare:
            continue
        if line.tag < 0 or _is_body(scene, scene.mentions[line.tag]):
            return None  # nobody can tell who speaks, or what dashes open are points of a report
        mine, other = sides[place % 2], sides[1 - place % 2]
        if (mine >= 0 and _differ(scene, mine, line.tag)) or (other >= 0 and _is_same_name(scene, other, line.tag)):
            return None
        sides[place % 2] = line.tag
    return sides[0], sides[1]


def _with_earlier(scene: Scene, sides: tuple[int, int], tags: Sequence[int]) -> tuple[int, int]:
    """Fill the side that no line of a run is told of with whoever else spoke just before, if that is one person."""
    known = max(sides)
    others = [tag for tag in tags if _differ(scene, tag, known)]
    if not others or any(_differ(scene, tag, others[-1]) for tag in others):
        return sides
    return (known, others[-1]) if sides[0] >= 0 else (others[-1], known)


def _nearest(run: Sequence[_Line], place: int, otherwise: int) -> int:
    """Return the tag of the nearest line before this one that is the same side's, else the side's tag."""
    for back in range(place - 2, max(place - 9, -1), -2):
        if run[back].tag >= 0:
            return run[back].tag
    return otherwise


def _differ(scene: Scene, one: int, other: int) -> bool:
    """Tell whether two mentions cannot mean one person: other names, or another gender."""
    first, second = scene.mentions[one], scene.mentions[other]
    if first.kind == second.kind == "name":
        return first.entity != second.entity
    return {_gender(scene, first), _gender(scene, second)} == {"m", "f"}


def _is_body(scene: Scene, mention: Mention) -> bool:
    entity = scene.entity_of(mention)
    return mention.category in _BODIES or (entity is not None and entity.category in _BODIES)


def _is_same_name(scene: Scene, one: int, other: int) -> bool:
    first, second = scene.mentions[one], scene.mentions[other]
    return first.kind == second.kind == "name" and first.entity == second.entity


def _gender(scene: Scene, mention: Mention) -> str:
    return scene.cast.entities[mention.entity].gender if mention.entity >= 0 else mention.gender
