"""Whom the letters Q and A of an interview or a transcript mean, and "THE WITNESS"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from typing import TYPE_CHECKING

from quotecli.find.mentions.mention import Mention
from quotecli.find.scene.examined import Sides
from quotecli.find.structure.examinations import LETTERED_LINE, is_heading_of_examination

if TYPE_CHECKING:
    from quotecli.find.scene.scene import Scene

__all__ = ["by_letter", "interview_sides"]

_WITNESS = frozenset(("THE WITNESS", "THE DEPONENT"))
"""Labels of who is examined; "A" is the other."""
_TALK = re.compile(
    r"\b(?P<who>[\w’'&]{1,40}) (?:spoke|speaks|talked|talks|chatted|sat down) (?:to|with) (?:[a-z][a-z’'-]* ){0,4}"
    r"(?P<name>[A-Z]\w+ [A-Z][\w’'-]+)(?= (?:in|at|on|about|over|from)\b|[.,])"
)
"""Who asks in an interview without a byline: "She spoke to our editor Pat Sorensen in Durban"."""
_WRITING = frozenset(("we", "i"))
"""Who asks whom they "spoke to"."""
_EXAMINING = frozenset("ask begin continue demand inquire press question resume".split())
"""Verbs of who asks in a transcript."""
_LONGEST_EXCERPT, _LOOKED_AT = 60, 40
"""Lines of a transcript inside a report; mentions before it."""
_IN_TITLES = 4
"""Mentions of whom a text tells; what is named in the title alone is the title's ("The Long Thread")."""


def by_letter(scene: Scene, mention: Mention) -> tuple[str, ...] | None:
    """Return whom a label Q or A means by canonical name: who examines or wrote, and the witness or the interviewee.

    None for other mentions, and for "THE WITNESS" where nobody is named as one.
    """
    label = scene.article.text[mention.start : mention.end].rstrip(".:")
    if label not in _WITNESS and (label not in ("Q", "A") or mention.last - mention.first > 2):
        return None
    excerpt = _excerpt_sides(scene, mention)
    if label in _WITNESS:
        return None if excerpt else scene.examined.at(mention.start).answers
    told = _side(excerpt or scene.examined.at(mention.start), label)
    return _side(scene.interview, label) if told is None else told


def _side(sides: Sides, letter: str) -> tuple[str, ...] | None:
    return sides.asks if letter == "Q" else sides.answers


def interview_sides(scene: Scene) -> Sides:
    """Return who asks and who answers in the article's one interview: labels, byline and the persons named tell."""
    if (sides := _labelled_sides(scene)) is not None:
        return sides
    talk = _TALK.search(scene.article.text)
    answers = talk["name"] if talk and talk["who"].lower() in _WRITING else ""
    authors = scene.article.authors or ((talk["name"],) if talk and not answers else ())
    asking = {*authors, *scene.examined.examiners()}
    named = [e for e in scene.cast.entities if len(e.words) > 1 and e.name not in asking]
    people = [e for e in named if e.is_person] or [e for e in named if e.may_be_person]
    opening = scene.article.paragraphs[0]
    if scene.article.text[opening.end - 1].isalnum():
        people = [e for e in people if any(scene.stream.paragraphs[m.first] for m in e.mentions[:_IN_TITLES])]
    title = scene.article.title or scene.article.text[: opening.end]
    people = [e for e in people if e.name in (answers or title)] or people
    return Sides(authors[:1], (max(people, key=lambda e: len(e.mentions)).name,) if people else ())


def _excerpt_sides(scene: Scene, mention: Mention) -> Sides | None:
    """Return who asks and who answers in a transcript inside a report: "She could not recall it. Oyama continued: ".

    Whoever the sentence before the first line tells to ask or go on asks; whoever else the text tells of last, as what
    a verb is about, answers. None where no sentence with a colon leads to the line.
    """
    stream, mentions, text = scene.stream, scene.mentions, scene.article.text
    paragraph = stream.paragraphs[mention.first]
    for _ in range(_LONGEST_EXCERPT):
        if not paragraph or not LETTERED_LINE.match(text, scene.article.paragraphs[paragraph].start):
            break
        paragraph -= 1
    end = stream.opened[paragraph + 1]
    above = scene.article.paragraphs[paragraph]
    if not end or stream.lows[end - 1] != ":" or is_heading_of_examination(text, above.start, above.end):
        return None
    told: list[int] = []
    last = bisect_left(scene.at, end)
    for index in range(last - 1, max(last - _LOOKED_AT, 0) - 1, -1):
        before = mentions[index]
        if paragraph - stream.paragraphs[before.first] > 1 or len(told) == 2:
            break
        entity, profile = scene.entity_of(before), scene.profiles[index]
        governs = profile.relation == "SV" or scene.leads[index]
        same = stream.sentences[before.first] == stream.sentences[end - 1]
        inside = bool(told) or (same and profile.verb in _EXAMINING)  # "Here is what Ann Lee told us:" is no question
        if entity is not None and entity.is_person and governs and inside and entity.number not in told:
            told.append(entity.number)
    if not told:
        return None
    names = [(scene.cast.entities[person].name,) for person in told]
    return Sides(names[0], names[1] if len(names) > 1 else ())


def _labelled_sides(scene: Scene) -> Sides | None:
    """Return who asks and who answers where two persons' labels tell it elsewhere in the script; else None."""
    turns: Counter[int] = Counter()
    asked: Counter[int] = Counter()
    for index, number in scene.source_of.items():
        label = scene.mentions[number]
        entity = label.entity
        if entity >= 0 and scene.article.text[label.start : label.end].rstrip(".:") not in ("Q", "A"):
            turns[entity] += 1
            asked[entity] += scene.article.text[scene.pieces[index].end - 1] == "?"
    if len(turns) != 2:
        return None
    asks, answers = sorted(turns, key=lambda entity: -asked[entity] / turns[entity])
    if asked[asks] * turns[answers] == asked[answers] * turns[asks]:
        return None
    return Sides((scene.cast.entities[asks].name,), (scene.cast.entities[answers].name,))
