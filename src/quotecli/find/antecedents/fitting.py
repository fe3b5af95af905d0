"""Which entities a pronoun or noun may mean by number, gender and kind; worked out once for all mentions of a sort."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from quotecli.find.entities.entity import Entity
from quotecli.find.entities.told import office
from quotecli.find.mentions.mention import Mention
from quotecli.find.mentions.tokens import Stream


class Fitting(NamedTuple):
    """What mentions of one sort may mean.

    Attributes:
        may: numbers of the entities that number, gender and kind allow.
        match: by `Who.sort` how the genders agree: `=` same, `?` unknown, `!` against.
    """

    may: set[int]
    match: list[str]


class Who(NamedTuple):
    """What features say of an entity.

    Attributes:
        known: `g` a group, `b` a body, `2` a name of several words, `1` of one.
        is_person: see `Entity.is_person`; `may_be_person` likewise.
        gender: see `Entity.gender`.
        category: see `Entity.category`.
        words: see `Entity.words`.
        roles: see `Entity.roles`.
        sort: one number for all that agree in what `fitting` depends on.
    """

    known: str
    is_person: bool
    may_be_person: bool
    gender: str
    category: str
    words: tuple[str, ...]
    roles: set[str]
    sort: int


class Company:
    """All entities of an article, as mentions look for them; groups that are made later are taken in by `fitting`.

    Attributes:
        everybody: what features say of each entity, by its number.
    """

    __slots__ = ("_alike", "_called", "_entities", "_fitting", "_sorts", "everybody")

    def __init__(self, entities: Sequence[Entity]) -> None:
        """Take the article's list of entities, which may grow."""
        self._entities = entities
        self._fitting: dict[tuple[str, str], Fitting] = {}
        self._sorts: dict[tuple[bool, str, str], int] = {}
        self._alike: dict[tuple[bool, str, str], list[int]] = {}
        self.everybody: list[Who] = []
        self._called: defaultdict[str, set[int]] = defaultdict(set)

    def fitting(self, mention: Mention) -> Fitting:
        """Return what mentions of this one's gender and category may mean."""
        for entity in self._entities[len(self.everybody) :]:
            self._add(entity)
        wanted = wanted_gender(mention), mention.category
        found = self._fitting.get(wanted)
        if found is None:
            found = self._fitting[wanted] = Fitting(set(), [])
            for sort, alike in self._alike.items():
                may, match = _fits(*wanted)[sort]
                found.match.append(match)
                found.may.update(alike if may else ())
        return found

    def persons(self, entities: Iterable[int]) -> list[int]:
        """Return those of the entities that may be persons."""
        everybody = self.everybody
        return [entity for entity in entities if everybody[entity].may_be_person]

    def called(self, noun: str) -> set[int]:
        """Return the entities of which a noun is told, or in whose name it stands."""
        return self._called.get(noun, set())

    def tell(self, mention: Mention, stream: Stream) -> None:
        """Record that a noun is told of the person or body it stands in apposition to."""
        entity = self._entities[mention.entity]
        if mention.category != "person" or not entity.may_be_person:
            return
        entity.roles.add(mention.role)
        if told := office(stream.lows, mention.first, mention.last, mention.role):
            entity.hold(told)
        if self.everybody:
            self._called[mention.role].add(entity.number)

    def _add(self, e: Entity) -> None:
        known = "g" if e.parts else "b" if e.category == "body" else "2" if len(e.words) > 1 else "1"
        is_person = e.is_person
        may_be_person = is_person or e.may_be_person
        sort = is_person, e.category, e.gender
        for wanted, fitting in self._fitting.items():
            may, match = _fits(*wanted)[sort]
            if sort not in self._alike:
                fitting.match.append(match)
            if may:
                fitting.may.add(e.number)
        self._alike.setdefault(sort, []).append(e.number)
        place = self._sorts.setdefault(sort, len(self._sorts))
        self.everybody.append(Who(known, is_person, may_be_person, e.gender, e.category, e.words, e.roles, place))
        if is_person:
            e.roles.update(e.origins)
        for word in (*e.words, *e.roles, *e.kinds, *(e.origins if may_be_person else ())):
            self._called[word].add(e.number)


def wanted_gender(mention: Mention) -> str:
    """Return the gender of whom a mention means: "his report" wants a man, "his clerk" anybody."""
    return mention.owner if len(mention.owner) == 1 and mention.category == "document" else mention.gender


def gender_match(mention: Mention, entity: Entity) -> str:
    """Return how the genders agree: `=` same, `?` unknown, `!` against."""
    return _match(wanted_gender(mention), mention.category, entity.category, entity.gender)


class _Fits(dict[tuple[bool, str, str], tuple[bool, str]]):
    """How one sort of mentions fits sorts of entities, see `_fit`; worked out when a sort is met first."""

    __slots__ = ("_category", "_wanted")

    def __init__(self, wanted: str, category: str) -> None:
        """Begin with none."""
        super().__init__()
        self._wanted, self._category = wanted, category

    def __missing__(self, sort: tuple[bool, str, str]) -> tuple[bool, str]:
        fit = self[sort] = _fit(self._wanted, self._category, *sort)
        return fit


@cache
def _fits(wanted: str, category: str) -> _Fits:
    return _Fits(wanted, category)


def _fit(wanted: str, category: str, is_person: bool, theirs: str, gender: str) -> tuple[bool, str]:
    """Tell of a sort of mention and a sort of entity whether the one may mean the other, and how the genders agree.

    "they" is no one person, "it" none at all, "he" not Mary. `theirs` is the entity's category.
    """
    match = _match(wanted, category, theirs, gender)
    if wanted == "p" or category == "group":
        return theirs in ("group", "body"), match
    if wanted == "n" or category == "body":
        return not is_person and theirs != "group", match
    if theirs in ("group", "place") or (category == "person" and gender in ("n", "p")):
        return False, match
    return match != "!", match


def _match(wanted: str, category: str, theirs: str, gender: str) -> str:
    if theirs == "group" or category == "group":
        return ("=" if theirs == "group" else "?" if theirs == "body" else "!") if wanted == "p" else "!"
    if theirs == "body":
        return "=" if wanted in ("n", "p") else "!"
    if wanted in ("m", "f"):
        return "=" if gender == wanted else "?" if gender == "u" else "!"
    if wanted == "n":
        return "!" if gender in ("m", "f") else "?"
    return "?" if wanted in ("u", "r") else "p"
