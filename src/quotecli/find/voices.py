"""Who asks and who answers in an interview whose turns have no labels: worked out once for the article."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from quotecli.core.folding import fold
from quotecli.core.types import Article, Role
from quotecli.find.entities import Cast
from quotecli.find.entity import Entity
from quotecli.find.mention import Mention
from quotecli.find.piece import Piece
from quotecli.find.tokens import Stream

_CREDIT = re.compile(
    r"[*_\s]{0,4}(?:(?:an )?interview(?:ed)?(?: and [a-z]+)?(?: by|:)|interviewer:|by:?"
    r"|(?:words|text|story|questions)(?: by|:)) ",
    re.IGNORECASE,
)
_LONGEST_CREDIT = 120
_MEETS = re.compile(
    r"\s(?:meets|met|interviews|interviewed|(?:talks|talked|speaks|spoke|chats|chatted|sat down|sits down) (?:to|with)"
    r"|(?:catches|caught) up with|asks|asked)\s"
)
"""Between two names the first asks, the second is asked."""
_BETWEEN = 60
"""Characters that the verb and what tells of the second may take."""
_LEADING, _HEADED, _MET = 2, 3, 3
"""What it counts to be named first, in the headline, or as who was met: as many mentions."""


class _Part(NamedTuple):
    """A mention that may speak: its index, and the person."""

    mention: int
    entity: Entity


def find_voices(
    article: Article, pieces: Sequence[Piece], stream: Stream, mentions: Sequence[Mention], cast: Cast
) -> dict[int, int]:
    """Map the questions and answers of an interview to a mention of who speaks, or to -1 for nobody named.

    Answers are left out, and so to the ranker, where two may give them or nobody is told of.
    """
    turns = [number for number, piece in enumerate(pieces) if piece.turn]
    if not turns:
        return {}
    intro = pieces[turns[0]].paragraph
    asking = _interviewer(article, stream, mentions, cast)
    answering = _interviewee(article, stream, mentions, cast, intro, asking)
    asked = -1 if asking is None else asking.mention
    found = {number: asked for number in turns if pieces[number].turn == "question"}
    if answering is not None:
        found.update((number, answering.mention) for number in turns if pieces[number].turn == "answer")
    return found


def _interviewer(article: Article, stream: Stream, mentions: Sequence[Mention], cast: Cast) -> _Part | None:
    """Return the author where the text names them: in a credit, else anywhere."""
    credited = {number for number in range(len(article.paragraphs)) if _is_credit(article, number)}
    authors = [fold(author).split() for author in article.authors]
    named: _Part | None = None
    for index, mention in enumerate(mentions):
        if mention.kind != "name" or mention.entity < 0:
            continue
        entity = cast.entities[mention.entity]
        if entity.may_be_person and stream.paragraphs[mention.first] in credited:
            return _Part(index, entity)
        if named is None and any(_is_called(entity, words) for words in authors):
            named = _Part(index, entity)
    return named


def _is_credit(article: Article, number: int) -> bool:
    paragraph = article.paragraphs[number]
    if paragraph.role is Role.BYLINE:
        return True
    if paragraph.role is Role.BOILERPLATE or paragraph.end - paragraph.start > _LONGEST_CREDIT:
        return False
    credit = _CREDIT.match(article.text, paragraph.start, paragraph.end)
    return credit is not None and article.text[paragraph.end - 1] not in ".?!"


def _is_called(entity: Entity, words: Sequence[str]) -> bool:
    """Tell whether a person has first and last word of this name."""
    return len(words) > 1 and len(entity.words) > 1 and (entity.words[0], entity.words[-1]) == (words[0], words[-1])


def _interviewee(
    article: Article, stream: Stream, mentions: Sequence[Mention], cast: Cast, intro: int, asking: _Part | None
) -> _Part | None:
    """Return whom the headline and the introduction are about: named there first, most often, or as who was met."""
    counts: Counter[int] = Counter()
    headed: set[int] = set()
    together: list[set[int]] = []
    places: dict[int, int] = {}
    before = range(bisect_left(stream.paragraphs, intro))
    for index, mention in enumerate(mentions):
        if mention.first not in before:
            break
        persons = [m.entity for m in _names(mention) if m.entity >= 0 and cast.entities[m.entity].may_be_person]
        persons = [e for e in persons if asking is None or e != asking.entity.number]
        for entity in persons:
            counts[entity] += 1 if counts else 1 + _LEADING
            if article.paragraphs[stream.paragraphs[mention.first]].role is Role.HEADLINE and entity not in headed:
                headed.add(entity)
                counts[entity] += _HEADED
        if len(persons) > 1:
            together.append(set(persons))
        elif persons:
            places[persons[0]] = _better(stream, article, mentions, places.get(persons[0]), index)
    _weigh_meetings(article, mentions, places, counts, headed)
    if not counts or _are_two(counts, headed, together):
        return None
    best = max(counts, key=counts.__getitem__)
    return _Part(places[best], cast.entities[best]) if best in places else None


def _names(mention: Mention) -> Iterator[Mention]:
    yield from (member for member in (mention.members or [mention]) if member.kind == "name")


def _better(stream: Stream, article: Article, mentions: Sequence[Mention], before: int | None, index: int) -> int:
    """Return which of two mentions of a person to show: the fuller name, then the one below the headline."""
    if before is None:
        return index
    known, other = mentions[before], mentions[index]
    headed = article.paragraphs[stream.paragraphs[known.first]].role is Role.HEADLINE
    size = len(other.words) - len(known.words)
    return index if not other.modifies and (size > 0 or (size == 0 and headed) or known.modifies) else before


def _weigh_meetings(
    article: Article, mentions: Sequence[Mention], places: dict[int, int], counts: Counter[int], headed: set[int]
) -> None:
    """Read "Ann Lee meets Bob Ray": he answers, and she asks, unless the headline is about her."""
    order = sorted(places, key=places.__getitem__)
    for one, other in pairwise(order):
        first, second = mentions[places[one]], mentions[places[other]]
        near = second.start <= first.end + _BETWEEN
        if near and (one not in headed or other in headed) and _MEETS.search(article.text, first.end, second.start):
            counts[other] += _MET
            del counts[one]
            return


def _are_two(counts: Counter[int], headed: set[int], together: list[set[int]]) -> bool:
    """Tell whether two persons may answer: both are in the headline, or are named together and nobody is there."""
    pair = {entity for entity, _ in counts.most_common(2)}
    if len(pair) < 2:
        return False
    return pair <= headed or (not headed and any(pair <= some for some in together))
