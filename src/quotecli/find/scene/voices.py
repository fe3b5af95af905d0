"""Who asks and who answers in an interview whose turns have no labels: worked out once for the article."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from quotecli.core.folding import fold
from quotecli.core.types import Article, Role
from quotecli.find.entities.entity import Entity
from quotecli.find.entities.gathering import Cast
from quotecli.find.marks.piece import Piece
from quotecli.find.mentions.mention import Mention
from quotecli.find.mentions.tokens import Stream
from quotecli.find.words.headings import CREDIT

_LONGEST_CREDIT = 120
_MEETS = re.compile(
    r"\s(?:meets|met|interviews|interviewed|(?:talks|talked|speaks|spoke|chats|chatted|sat down|sits down) (?:to|with)"
    r"|(?:catches|caught) up with|asks|asked)\s"
)
"""Between two names the first asks, the second is asked."""
_QUESTIONS = re.compile(r"\s(?:puts?|ask(?:s|ed)?) (?:the|our|some|a few) questions\b")
"""Behind the name of who asks."""
_ABOUT = re.compile(r"\b(?:about|on|why|how)\b")
"""In a line that names somebody, what it is about: "Interview: Kim Lee on silence" names who answers."""
_BETWEEN = 60
"""Characters that the verb and what tells of the second may take."""
_PLACING = frozenset("in at on of from near to by outside".split())
"""Behind these stands nobody the text is about."""
_LEADING, _HEADED, _MET = 2, 3, 3
"""What it counts to be named first, in the headline, or as who was met: as many mentions."""


class _Part(NamedTuple):
    """A mention that may speak: its index, and the person."""

    mention: int
    entity: Entity


class _Look(NamedTuple):
    """What is looked at: the article, its words and names, and the paragraph of its first question."""

    article: Article
    stream: Stream
    mentions: Sequence[Mention]
    cast: Cast
    first: int

    def before(self) -> int:
        """Return where the introduction ends in the stream."""
        return self.stream.opened[self.first]

    def is_headed(self, mention: Mention) -> bool:
        """Tell whether a mention stands in the headline."""
        return self.article.paragraphs[self.stream.paragraphs[mention.first]].role is Role.HEADLINE


def find_voices(
    article: Article, pieces: Sequence[Piece], stream: Stream, mentions: Sequence[Mention], cast: Cast
) -> dict[int, int]:
    """Map the questions and answers of an interview to a mention of who speaks, or to -1 for nobody named.

    Where two may answer or nobody is told of, nobody does if the text names who asks; else the ranker decides.
    """
    turns = [number for number, piece in enumerate(pieces) if piece.turn]
    if not turns:
        return {}
    look = _Look(article, stream, mentions, cast, pieces[turns[0]].paragraph)
    asking = _interviewer(look)
    answering = _interviewee(look, asking, _is_full) or _interviewee(look, asking, _may_be)
    asked = -1 if asking is None else asking.mention
    found = {number: asked for number in turns if pieces[number].turn == "question"}
    if answering is not None or asking is not None:
        answered = -1 if answering is None else answering.mention
        found.update((number, answered) for number in turns if pieces[number].turn == "answer")
    return found


def _is_full(look: _Look, entity: Entity) -> bool:
    """Tell whether this is a person with a full name, which below a headline is none of a street or a work."""
    named = len(entity.words) > 1 and any(not look.is_headed(mention) for mention in entity.mentions)
    return entity.may_be_person and (entity.is_person or named)


def _may_be(_: _Look, entity: Entity) -> bool:
    return entity.may_be_person


def _interviewer(look: _Look) -> _Part | None:
    """Return who is told to put the questions, else the author where the text names them: in a credit, or anywhere."""
    article = look.article
    credited = {number for number in range(len(article.paragraphs)) if _is_credit(article, number)}
    authors = [fold(author).split() for author in article.authors]
    named: _Part | None = None
    for index, mention in enumerate(look.mentions):
        if mention.kind != "name":
            continue
        entity = look.cast.entities[mention.entity]
        asks = mention.first < look.before() and _QUESTIONS.match(article.text, mention.end) is not None
        if entity.may_be_person and (asks or look.stream.paragraphs[mention.first] in credited):
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
    credit = CREDIT.match(article.text, paragraph.start, paragraph.end)
    if credit is None or article.text[paragraph.end - 1] in ".?!":
        return False
    return _ABOUT.search(article.text, credit.end(), paragraph.end) is None


def _is_called(entity: Entity, words: Sequence[str]) -> bool:
    """Tell whether a person has first and last word of this name."""
    return len(words) > 1 and len(entity.words) > 1 and (entity.words[0], entity.words[-1]) == (words[0], words[-1])


def _interviewee(look: _Look, asking: _Part | None, fits: Callable[[_Look, Entity], bool]) -> _Part | None:
    """Return whom the headline and the introduction are about: named there first, most often, or as who was met."""
    counts: Counter[int] = Counter()
    headed: set[int] = set()
    together: list[set[int]] = []
    places: dict[int, int] = {}
    led = False
    for index in range(bisect_left(look.mentions, look.before(), key=lambda mention: mention.first)):
        mention = look.mentions[index]
        persons = [m.entity for m in _names(mention) if m.entity >= 0 and fits(look, look.cast.entities[m.entity])]
        persons = [entity for entity in persons if asking is None or entity != asking.entity.number]
        for entity in persons:
            leads = not led and _PLACING.isdisjoint(look.stream.lows[max(0, mention.first - 1) : mention.first])
            led = led or leads
            counts[entity] += 1 + _LEADING * leads
            if look.is_headed(mention) and entity not in headed:
                headed.add(entity)
                counts[entity] += _HEADED
        if len(persons) > 1:
            together.append(set(persons))
        elif persons:
            places[persons[0]] = _better(look, places.get(persons[0]), index)
    _weigh_meetings(look, places, counts, headed)
    if not counts or _are_two(counts, headed, together):
        return None
    best = max(counts, key=counts.__getitem__)
    return _Part(places[best], look.cast.entities[best]) if best in places else None


def _names(mention: Mention) -> Iterator[Mention]:
    yield from (member for member in (mention.members or [mention]) if member.kind == "name")


def _better(look: _Look, before: int | None, index: int) -> int:
    """Return which of two mentions of a person to show: the fuller name, then the one below the headline."""
    if before is None:
        return index
    known, other = look.mentions[before], look.mentions[index]
    size = len(other.words) - len(known.words)
    better = size > 0 or (size == 0 and look.is_headed(known)) or known.modifies
    return index if better and not other.modifies else before


def _weigh_meetings(look: _Look, places: dict[int, int], counts: Counter[int], headed: set[int]) -> None:
    """Read "Ann Lee meets Bob Ray": he answers, and she asks, unless the headline is about her."""
    for one, other in pairwise(sorted(places, key=places.__getitem__)):
        first, second = look.mentions[places[one]], look.mentions[places[other]]
        near = second.start <= first.end + _BETWEEN
        asks = near and (one not in headed or other in headed)
        if asks and _MEETS.search(look.article.text, first.end, second.start):
            counts[other] += _MET
            del counts[one]
            return


def _are_two(counts: Counter[int], headed: set[int], together: list[set[int]]) -> bool:
    """Tell whether two persons may answer: both are in the headline, or are named together and nobody is there."""
    pair = {entity for entity, _ in counts.most_common(2)}
    if len(pair) < 2:
        return False
    return pair <= headed or (not headed and any(pair <= some for some in together))
