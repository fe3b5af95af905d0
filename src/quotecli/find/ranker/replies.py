"""Who answers: a quotation without a tag, right behind a question, is whoever was asked.

"Did she regret it? “I regret the music.”": she has spoken before. "“Is it done?” Hale asked. ¶ “It is.”": not Hale, but
who spoke before Hale.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from quotecli.find.ranker.quoted import Quoted
from quotecli.find.scene.scene import Scene

_MOST = 12
"""Pieces that are looked back at, so that a paragraph of any length takes time by its length."""
_BACK = 3
"""Paragraphs between the answer and what its speaker said before."""


def answerer(scene: Scene, quoted: Quoted, decided: Sequence[int]) -> int:
    """Return the mention of who answers a question with these words, as spoken before; -1 where nothing was asked.

    `decided` holds the mentions taken for the pieces before, negative where nobody spoke.
    """
    piece = scene.pieces[quoted.index]
    if piece.style != "marks" or piece.continues is not None or quoted.first_case != "U" or not quoted.at:
        return -1
    asked = scene.stream.lows[quoted.at - 1] == "?"
    if (not asked and not quoted.solo) or quoted.titled or quoted.named or quoted.told(scene):
        return -1
    before = _spoken_before(scene, quoted.index, decided, quoted.paragraph - _BACK)
    if not before:
        return -1
    last = decided[before[0]]
    if asked:
        return -1 if _asks_of_another(scene, quoted.at - 1, last) else last
    question = scene.pieces[before[0]]
    asks = scene.profiles[last].verb == "ask" and question.paragraph == quoted.paragraph - 1
    if not asks or scene.article.text[question.end - 1] != "?":
        return -1
    return next((decided[other] for other in before if not _same(scene, decided[other], last)), -1)


def replying(scene: Scene, quoted: Quoted, options: Sequence[int], decided: Sequence[int]) -> int:
    """Return the place among the options of who answers with these words, or of their nearest mention; -1 for none."""
    speaker = answerer(scene, quoted, decided)
    if speaker < 0 or speaker in options:
        return options.index(speaker) if speaker >= 0 else -1
    return next((p for p, option in enumerate(options) if option >= 0 and _same(scene, option, speaker)), -1)


def _asks_of_another(scene: Scene, at: int, speaker: int) -> bool:
    """Tell whether the question that ends at this word begins with somebody else's name: "Did Brandt agree?"."""
    low, high = scene.stream.sentence_span(at)
    first = bisect_left(scene.at, low)
    mention = scene.mentions[first] if first < len(scene.mentions) and scene.at[first] < high else None
    return mention is not None and mention.kind == "name" and not _same(scene, first, speaker)


def _spoken_before(scene: Scene, number: int, decided: Sequence[int], paragraph: int) -> list[int]:
    """Return the pieces before `number`, the nearest first, down to a paragraph, that somebody said."""
    found: list[int] = []
    for other in range(number - 1, max(number - 1 - _MOST, -1), -1):
        if scene.pieces[other].paragraph < paragraph:
            break
        if decided[other] >= 0:
            found.append(other)
    return found


def _same(scene: Scene, option: int, other: int) -> bool:
    entity = scene.mentions[option].entity
    return option == other or (entity >= 0 and entity == scene.mentions[other].entity)
