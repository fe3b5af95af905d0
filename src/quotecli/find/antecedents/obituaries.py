"""Whom an obituary is about: "he" is whoever has died, in paragraphs that have told of no other man so far."""

from __future__ import annotations

from itertools import pairwise

from quotecli.find.scene.scene import Scene

_OPENING = 5
"""Paragraphs, headline and byline among them, in which an obituary tells who has died."""
_LIFE = frozenset((("survived", "by"), ("was", "born"), ("born", "in"), ("born", "on"), ("born", "at")))
_SAYS = frozenset(("SV", "VS"))
_MOST = 40
"""Mentions of a paragraph that are looked back at."""
_LEAST = 2
"""Times that words of a whole life have to stand in the text: news of an accident has one of them at most."""


def departed(scene: Scene) -> int:
    """Return the number of the person whose obituary the article is, -1 for none."""
    lows, stream = scene.stream.lows, scene.stream
    if "died" not in stream.distinct or sum(pair in _LIFE for pair in pairwise(lows)) < _LEAST:
        return -1
    end = stream.opened[min(_OPENING, len(stream.opened) - 1)]
    if "died" not in lows[:end]:
        return -1
    low, high = stream.sentence_span(lows.index("died", 0, end))
    for mention in scene.mentions:
        if mention.first >= high:
            break
        entity = scene.entity_of(mention)
        if mention.first >= low and entity is not None and entity.is_person and not mention.modifies:
            return entity.number
    return -1


def means_departed(scene: Scene, index: int, person: int, speaker: int) -> bool:
    """Tell whether the pronoun at `index` means the person who has died: nobody else may be meant in its paragraph.

    `speaker` is the number of who spoke last: a paragraph that begins with "“…,” he said" may go on with him.
    """
    mention, paragraphs = scene.mentions[index], scene.stream.paragraphs
    theirs = scene.cast.entities[person].gender
    if mention.kind != "pron" or mention.gender not in ("m", "f") or theirs not in (mention.gender, "u"):
        return False
    here, told = paragraphs[mention.first], False
    for number in range(index - 1, max(index - 1 - _MOST, -1), -1):
        before = scene.mentions[number]
        if paragraphs[before.first] != here:
            break
        told = told or before.entity == person
        if before.kind == "pron" or before.category in ("body", "document", "group") or before.entity == person:
            continue
        entity = scene.entity_of(before)
        gender = entity.gender if entity is not None else before.gender
        person_like = entity is None or entity.may_be_person
        if person_like and gender in (mention.gender, "u", ""):
            return False
    if told or speaker in (-1, person) or scene.profiles[index].relation not in _SAYS:
        return True
    return scene.cast.entities[speaker].gender not in (mention.gender, "u")
