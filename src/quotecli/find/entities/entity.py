"""One person, body or place of an article, with what the text tells of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from quotecli.core.names import common_words
from quotecli.find.mentions.mention import Mention
from quotecli.find.words.closed import OF_PARTIES, is_age
from quotecli.find.words.lexicon import Category, gender_of_given

_SHORT = {"chief executive": "ceo", "prime minister": "pm"}
"""Offices, and the letters that they are called by."""


def is_of_party(office: str) -> bool:
    """Tell whether an office is told from others by a party alone: "labour mp"."""
    return office.partition(" ")[0] in OF_PARTIES


@dataclass(slots=True, eq=False)
class Entity:
    """One person or body of the article; none is another.

    Attributes:
        number: its index in the article's list of entities.
        words: folded words of its fullest usual name.
        name: the canonical name as printed, titles left out unless they are the only name.
        gender: m f n or u, of a group p.
        category: what it is, as far as that is told; `group` where it stands for several together.
        forms: how often each printed form occurs.
        mentions: its mentions, in order.
        roles: nouns told of it (senator, spokeswoman).
        offices: those of its roles that are told from others of the name ("foreign minister").
        past: those of its roles that the text tells are over ("former governor").
        states: of the US, in which the text tells it to be elected.
        origins: nouns for who is from where the words beside its name tell it to be from: spaniard.
        kinds: nouns for bodies told of it (union, charity).
        speaks: whether a reporting verb stands beside one of its mentions.
        parts: of several together, the entities that they are.
        generation: `jr`, `sr`, `ii` … as it stands behind the name, or "".
    """

    number: int
    words: tuple[str, ...]
    name: str
    gender: str = "u"
    category: Category = ""
    forms: defaultdict[str, int] = field(default_factory=lambda: defaultdict(int))
    mentions: list[Mention] = field(default_factory=list)
    roles: set[str] = field(default_factory=set)
    offices: set[str] = field(default_factory=set)
    past: set[str] = field(default_factory=set)
    states: set[str] = field(default_factory=set)
    origins: set[str] = field(default_factory=set)
    kinds: set[str] = field(default_factory=set)
    speaks: bool = False
    parts: tuple[int, ...] = ()
    generation: str = ""

    def hold(self, office: str) -> None:
        """Record an office that is told of it; "" for none."""
        if office:
            self.offices.add(office)
        if office in _SHORT:
            self.roles.add(_SHORT[office])

    def tell(self, roles: Iterable[str], *, past: bool) -> None:
        """Record nouns that are told of it; `past`: it was so once."""
        self.roles.update(roles)
        if past:
            self.past.update(roles)

    def holds_another(self, office: str) -> bool:
        """Tell whether it has another office with the last word of this one: prime minister, not foreign minister."""
        if not office or office in self.offices:
            return False
        role = office.rsplit(maxsplit=1)[-1]
        alike = (held for held in self.offices if held.endswith(" " + role))
        return any(is_of_party(held) == is_of_party(office) for held in alike)

    @property
    def age(self) -> int:
        """The age in years that is told of a person, -1 where none is."""
        years = (role.partition("-")[0] for role in self.roles if is_age(role))
        return max((int(year) for year in years if year.isdecimal()), default=-1)

    @property
    def is_known_body(self) -> bool:
        """Whether it is told to be a body, or what sort of one."""
        return self.category == "body" or bool(self.kinds)

    @property
    def is_place(self) -> bool:
        """Whether it is a place: a known name of one, or one that things happen in."""
        return self.category == "place" or (self.gender == "n" and self.category != "body")

    @property
    def now(self) -> set[str]:
        """Its roles that are not over."""
        return self.roles - self.past if self.past else self.roles

    @property
    def is_person(self) -> bool:
        """Whether something tells that it is a person: a known given name, a gender, a role, "who" behind it."""
        return self.category not in ("body", "group", "place") and (
            self.category == "person"
            or self.gender in ("m", "f")
            or bool(self.roles)
            or bool(self.words and gender_of_given(self.words[0]))
        )

    @property
    def may_be_person(self) -> bool:
        """Whether nothing speaks against a person: a name of two words that names no body, or what `is_person` says."""
        is_person = self.is_person
        if is_person or self.category:
            return is_person
        named = len(self.words) > 1 or self.speaks
        return named and not self.kinds and not any(word in common_words() for word in self.words)
