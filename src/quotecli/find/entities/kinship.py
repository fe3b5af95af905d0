"""Who is whose relative: what words of kinship tell of names, and whom "her husband" means by it."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import islice, pairwise
from typing import NamedTuple

from quotecli.find.entities.entity import Entity
from quotecli.find.entities.name_forms import FAMILY, PLACING, gender_of_name
from quotecli.find.entities.told import gender_of_title, pair_of
from quotecli.find.mentions.mention import Mention
from quotecli.find.words.closed import OURS, PARENTS
from quotecli.find.words.lexicon import gender_of_given

_RELATIVES = FAMILY | frozenset(
    "aunt cousin dad grandad grandma grandpa half-brother half-sister mom mum nephew niece stepbrother stepfather"
    " stepmother stepsister twin uncle widow widower"
    " boyfriend girlfriend fiance fiancé fiancee fiancée partner".split()
)
KINSHIP = _RELATIVES | frozenset("late junior senior".split())
"""Words that tell apart two who share a name."""
_TURNED = {
    "child": "mother father parent mum dad mom",
    "parent": "son daughter child",
    "sibling": "brother sister sibling twin",
    "spouse": "husband wife spouse",
    "partner": "boyfriend girlfriend fiance fiancé fiancee fiancée partner",
    "grandchild": "grandmother grandfather grandparent",
    "grandparent": "grandson granddaughter grandchild",
}
"""Under what somebody is to another the words for what the other is to them."""
_WORDS = {
    "daughter": "child", "son": "child", "child": "child",
    "mother": "parent", "father": "parent", "parent": "parent", "mum": "parent", "mom": "parent", "dad": "parent",
    "brother": "sibling", "sister": "sibling", "twin": "sibling", "sibling": "sibling",
    "husband": "spouse", "wife": "spouse", "spouse": "spouse",
    "boyfriend": "partner", "girlfriend": "partner", "partner": "partner", "fiance": "partner", "fiancé": "partner",
    "fiancee": "partner", "fiancée": "partner",
    "grandson": "grandchild", "granddaughter": "grandchild", "grandchild": "grandchild",
    "grandmother": "grandparent", "grandfather": "grandparent", "grandparent": "grandparent",
    "parents": "parent", "daughters": "child", "sons": "child", "brothers": "sibling", "sisters": "sibling",
}  # fmt: skip
_WAYS = {
    "sibling": [("parent", "child")],
    "parent": [("sibling", "parent"), ("parent", "spouse")],
    "child": [("spouse", "child")],
    "spouse": [("child", "parent")],
}
"""By way of which relative others are told, with what they are to that one: a sibling is a parent's child."""
SIBLINGS = frozenset("siblings sisters brothers twins".split())
_LENDING = frozenset(("child", "parent", "sibling", "spouse"))
"""Relatives who mostly have the same family name."""
_JOINING = {
    ("married",): "spouse", ("wed",): "spouse", ("is", "married", "to"): "spouse", ("was", "married", "to"): "spouse",
    ("is", "dating"): "partner", ("was", "dating"): "partner", ("has", "been", "dating"): "partner",
    ("is", "engaged", "to"): "partner", ("got", "engaged", "to"): "partner",
}  # fmt: skip
"""What between two names tells that they are a couple."""
_LONGEST_JOINING = 3
_ORDER = frozenset("youngest eldest oldest".split())
"""Of children: "his youngest, Conor"."""
_GENDERS = {
    "m": "son father dad brother husband grandson grandfather grandad nephew stepfather uncle widower boyfriend fiancé",
    "f": "daughter mother mum mom sister wife granddaughter grandmother aunt niece stepmother widow girlfriend fiancée",
}
_MALE, _FEMALE = (frozenset(_GENDERS[gender].split()) for gender in "mf")
_PLACING_NAMES = PLACING | {"the", "on", "of", "to"}
"""What stands before names of places, streets and works rather than of persons."""
_COUNTIES = frozenset(("co", "county"))
"""What begins the name of a county: "Ballymore, Co Westmeath"."""
_NAMED = 4
"""Persons named last among whom is whose relative is told of."""
_OWNER_WITHIN = 3
"""Words before a relative's name in which stands whose it is."""
_ANY = frozenset(("a", "an"))
_POSSESSING = frozenset(("'s", "'"))
_BEFORE_FAMILIES = frozenset("the both two three four five six".split())
_SEEN = 40
"""Persons, bonds or mentions looked at for one relative, so that a text of any length takes time by its length."""


def told_relatives(mentions: Sequence[Mention], named: Iterable[Mention], lows: Sequence[str]) -> dict[int, str]:
    """Return by `id` the names that a word of kinship tells of, with it: "his sister Jane", "her mother, Joan"."""
    found = {id(m): m.role for m in mentions if not m.members and m.role in _RELATIVES}
    for mention in [mention for mention in mentions if mention.members]:
        if mention.members[0].role in _RELATIVES:
            found |= {id(part): mention.members[0].role for part in mention.members}
        elif mention.first > 1 and _apposed(mention, lows) in _RELATIVES:
            found |= {id(part): _apposed(mention, lows) for part in mention.members if len(part.words) == 1}
    for mention in named:
        if mention.first > 1 and lows[mention.first - 1] == ",":
            word = lows[mention.first - 2]
            if word in _RELATIVES or word in _ORDER:
                found[id(mention)] = word if word in _RELATIVES else "child"
    return found


def is_told_as_relative(lows: Sequence[str], last: int) -> bool:
    """Tell whether the words behind a name that ends at `last` say whose relative it is: ", the mayor's sister"."""
    if lows[last : last + 1] != [","]:
        return False
    behind = lows[last + 1 : last + 1 + _OWNER_WITHIN + 1]
    at = next((at for at, word in enumerate(behind) if word in _RELATIVES), 0)
    return at > 0 and (behind[at - 1] in _POSSESSING or (at == 1 and behind[0] in ("his", "her", "their")))


def _apposed(mention: Mention, lows: Sequence[str]) -> str:
    """Return the word before a name and a comma, "" where no comma stands: "her parents, Keith and Lorraine"."""
    return lows[mention.first - 2] if lows[mention.first - 1] == "," else ""


def _is_called_otherwise(mentions: Iterable[Mention], title: str) -> bool:
    """Tell whether somebody is called by the family name, but never with this title."""
    titles = {mention.role for mention in mentions if len(mention.words) == 1}
    return title not in titles and any(not other or gender_of_title(other) for other in titles)


def _is_family(family: str, word: str) -> bool:
    """Tell whether a word may mean all of a family: "the Pruetts"."""
    return word in (family + "s", family + "es")


def lends_name(word: str) -> bool:
    """Tell whether a relative told by this word is taken to have the family name."""
    return _WORDS.get(word) in _LENDING


class Bond(NamedTuple):
    """What the text tells of two persons: `holder` is the `word` ("mother") of `of`, both numbers of entities."""

    holder: int
    word: str
    of: int


class Kinship:
    """The relatives that a text tells of."""

    def __init__(self, lows: Sequence[str], named: Iterable[Mention]) -> None:
        """Begin with none; `lows` are the words of the text, `named` its names."""
        self._lows = lows
        self._alone = Counter([mention.words[0] for mention in named if len(mention.words) == 1])
        self._named: deque[Entity] = deque(maxlen=_NAMED)
        self._bonds: dict[int, list[Bond]] = {}
        self._by_family: dict[str, list[Entity]] = {}
        self._unnamed: list[tuple[str, int]] = []

    def meet(self, entity: Entity, mention: Mention, behind: Sequence[str]) -> None:
        """Take whom the text names in full, in its order, unless it is a place, or names something else.

        `behind` is the second word behind the name: "Westmeath Coroner's Court".
        """
        before = self._lows[mention.first - 1] if mention.first else ""
        modifies = before == "the" and not mention.role  # "the Chelsea Mornings favourite"
        owns = mention.possessive and bool(behind) and behind[0].istitle()
        placed = before in _PLACING_NAMES and not gender_of_given(entity.words[0])
        if not (modifies or owns or placed or entity.words[0] in _COUNTIES):
            self._name(entity)

    def _name(self, entity: Entity) -> None:
        if not self._named or self._named[-1] is not entity:
            self._named.append(entity)

    def owner(self, mention: Mention) -> Entity | None:
        """Return whose relative is named: for "his wife, Donna" the man named last, but one of "the Pruetts" first.

        "Their father" is that of who was told to be somebody's relative. None where nobody fits, or the text's writer
        is meant; nor for "the victim's mother, Ada", where nobody is told to be the victim, nor any
        woman called by the name of a man.
        """
        begin = max(0, mention.first - _OWNER_WITHIN)
        before = self._lows[begin : mention.last]
        if not OURS.isdisjoint(before[:_OWNER_WITHIN]):
            return None
        newest = list(reversed(self._named))
        marks = [at for at in range(max(begin, 1), mention.first) if self._lows[at] in _POSSESSING]
        if marks:
            owner = self._lows[marks[-1] - 1]
            own = (e for e in newest if owner in e.words or owner in e.roles or _is_family(e.words[-1], owner))
            men = (e for e in newest if e.words[-1] in self._married and gender_of_name(e.words) != "f")
            return next(own, None) or next(men, None)
        if not _ANY.isdisjoint(before) and not PARENTS.isdisjoint(before):
            return None  # "a mother, Ada, said" is nobody's
        if "their" in before:
            return next((e for e in newest if e.number in self._bonds), newest[0] if newest else None)
        gender = "m" if "his" in before else "f" if "her" in before else ""
        fitting = [e for e in newest if not gender or gender_of_name(e.words) in (gender, "u", "")]
        return next((e for e in fitting if self._is_of_many(e)), fitting[0] if fitting else None)

    @cached_property
    def _plurals(self) -> set[str]:
        """What may be families: "the Feldts"."""
        return {word for before, word in pairwise(self._lows) if word.endswith("s") and before in _BEFORE_FAMILIES}

    @cached_property
    def _married(self) -> set[str]:
        """The family names that stand behind "Mrs" in the text."""
        return {word for before, word in pairwise(self._lows) if before in ("mrs", "mrs.")}

    def _is_of_many(self, entity: Entity) -> bool:
        """Tell whether the text tells of the person's family: "the three Pruetts"."""
        return any(entity.words[-1] + end in self._plurals for end in ("s", "es"))

    def tell(self, holder: int, word: str, of: int) -> None:
        """Record that a person is somebody's relative."""
        if word in _WORDS and holder != of:
            bond = Bond(holder, word, of)
            for person in (holder, of):
                self._bonds.setdefault(person, []).append(bond)

    def tell_unnamed(self, word: str, of: int) -> None:
        """Record that the text tells of somebody's relative who has no name there: "Sherri Tull's father"."""
        if word in _WORDS:
            self._unnamed.append((word, of))

    def lend(self, entity: Entity, family: str) -> None:
        """Record that a person has a family name only because a relative has it."""
        self._by_family.setdefault(family, []).append(entity)

    def is_lent(self, entity: Entity) -> bool:
        """Tell whether a person has the family name only because a relative has it."""
        return entity in self._by_family.get(entity.words[-1], ())[-_SEEN:]

    def is_called_alone(self, word: str) -> bool:
        """Tell whether the text has this word alone as a name."""
        return self._alone[word] > 0

    def goes_by_given_name(self, entity: Entity) -> bool:
        """Tell whether the text calls a person by the given name alone more than once, as papers do with relatives."""
        return self._alone[entity.words[0]] > 1

    def titled(self, family: str, title: str, role: str, bearers: Iterable[Entity]) -> Entity | None:
        """Return the relative meant by "Mrs Ferris" behind "Ferris … her mother, Joan", where no bearer has a title.

        Ms Ferris is another as well. `role` is the title, `title` its gender, `bearers` are those who may be meant by
        the family name.
        """
        known = self._by_family.get(family, [])
        if not known:
            return None
        others = [e for e in bearers if e.category != "body" and gender_of_name(e.words) in (title, "u", "")]
        if not all(_is_called_otherwise(e.mentions[:_SEEN], role) for e in others):
            return None
        return next((e for e in reversed(known[-_SEEN:]) if gender_of_name(e.words) == title), None)

    def pairs(self, mentions: Iterable[Mention], *, siblings: bool) -> None:
        """Take "Callum and Alison Petrie", of one family name and not of one gender, for husband and wife.

        "Brother and sister Hamish and Gwen Dorrity" tells more. `siblings`: the text tells of some, which any two with
        one family name are then.
        """
        for mention in mentions:
            if len(mention.members) != 2:
                continue
            one, other = mention.members
            if pair := pair_of(self._lows, mention):
                self.tell(one.entity, pair[0], other.entity)
                continue
            if siblings and one.kind == other.kind == "name" and one.words[-1:] == other.words[-1:]:
                self.tell(one.entity, "sibling", other.entity)
                continue
            named = one.kind == other.kind == "name" and one.borrowed
            genders = {gender_of_given(one.words[0]), gender_of_given(other.words[0])}
            if named and len(genders) == 2 and not genders.isdisjoint(("m", "f")):
                self.tell(one.entity, "spouse", other.entity)

    def couples(self, named: Sequence[Mention]) -> None:
        """Take whom the text tells to have married, or to be dating, for a couple."""
        for one, other in pairwise(named):
            if 0 < other.first - one.last <= _LONGEST_JOINING and one.entity >= 0 <= other.entity:
                word = _JOINING.get(tuple(self._lows[one.last : other.first]))
                if word is not None:
                    self.tell(one.entity, word, other.entity)

    def meant(self, mention: Mention, newest: Iterable[int], entities: Sequence[Entity]) -> int:
        """Return whom "her husband" means: a relative of the woman named last; -1 where the text tells of none such.

        `newest` are the numbers of those who were mentioned before, the newest first.
        """
        if mention.role not in _RELATIVES or mention.owner not in ("m", "f"):
            return -1
        before = list(islice(newest, _SEEN))
        owner = next((e for e in before if entities[e].is_person and entities[e].gender == mention.owner), -1)
        gender = "m" if mention.role in _MALE else "f" if mention.role in _FEMALE else ""
        meant = self._told(owner, mention)
        meant = {e for e in meant if not gender or entities[e].gender in (gender, "u")}
        if not meant and owner >= 0 and gender:
            meant = self._namesakes(entities[owner], gender, [entities[e] for e in before])
        return meant.pop() if len(meant) == 1 else -1

    def _told(self, owner: int, mention: Mention) -> set[int]:
        """Return who is told to be this relative of somebody: by name, or as "Sherri Tull's father" is."""
        to = _WORDS.get(mention.role)
        if to is None:
            return set()
        told = self._related(owner, to) or self._by_way(owner, to)
        turned = _TURNED[to].split()
        own = _MALE if mention.owner == "m" else _FEMALE
        return told or {of for word, of in self._unnamed[-_SEEN:] if word in turned and word in own and of != owner}

    def _related(self, person: int, to: str) -> set[int]:
        """Return who is told to be somebody's `child`, `parent`, `sibling` …."""
        turned = _TURNED[to].split()
        return {
            bond.of if bond.holder == person else bond.holder
            for bond in self._bonds.get(person, ())[-_SEEN:]
            if (bond.word in turned if bond.holder == person else _WORDS[bond.word] == to)
        }

    def _by_way(self, person: int, to: str) -> set[int]:
        """Return who is somebody's relative by way of another: whose father has another child has a sibling."""
        others = (self._related(other, end) for way, end in _WAYS.get(to, ()) for other in self._related(person, way))
        return set().union(*others) - {person}

    def _namesakes(self, owner: Entity, gender: str, before: Iterable[Entity]) -> set[int]:
        """Return who has somebody's family name, and no bond with them that the text tells."""
        bound = {person for bond in self._bonds.get(owner.number, ())[-_SEEN:] for person in (bond.holder, bond.of)}
        return {
            e.number
            for e in before
            if e is not owner and e.number not in bound and len(e.words) > 1 and len(owner.words) > 1
            if e.words[-1] == owner.words[-1] and e.is_person and e.gender in (gender, "u")
        }
