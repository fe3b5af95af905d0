"""What the forms of names tell: whose family name is shared, what is short for what, a name's gender."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from quotecli.core.names import common_words, titles
from quotecli.find.entities.entity import Entity
from quotecli.find.mentions.mention import Mention
from quotecli.find.mentions.tokens import Stream
from quotecli.find.words.closed import COMPANY_ENDS, PARTICLES, ends_name
from quotecli.find.words.lexicon import cue_class, family_first, gender_of_given, places, roles, vocabulary

FAMILY = vocabulary("family")
"""Words of kinship that may stand before given names."""
_FIRMS = frozenset("co company corp corporation group holdings inc llc ltd partners plc".split())
_OF_MANY = frozenset("church congress court league parliament party press senate union".split())
"""Ends of bodies' names under which others go as well: "the Supreme Court" need not be California's."""


def family_in(form: str) -> str:
    """Return the family name in a full name as printed: "Reed" of "Thomas Reed III", "de Reus" of "Ana de Reus"."""
    words = [word for word in form.split() if not ends_name(word)]
    first = len(words) - 1
    while first > 1 and words[first - 1] in PARTICLES:
        first -= 1
    return " ".join(words[first:])


def ends_of_longer(names: Collection[tuple[str, ...]]) -> frozenset[tuple[str, ...]]:
    """Return the names of several words, no given name first, with which longer ones end: "Peña Nieto"."""
    return frozenset(
        end
        for name in names
        for at in range(1, len(name) - 1)
        if (end := name[at:]) in names and (end[0] in PARTICLES or not gender_of_given(end[0]))
    )


def is_whole_name(name: tuple[str, ...], short: tuple[str, ...]) -> bool:
    """Tell whether a body's name is another or its end: "Kessel County Sheriff's Office", "Tambar Coast Guard"."""
    return name == short or (len(short) > 1 and short[-1] not in _OF_MANY and name[-len(short) :] == short)


def is_short_company(name: tuple[str, ...], short: tuple[str, ...]) -> bool:
    """Tell whether a company's name goes on from this one: "Pinnacle Ridge Energy" and "Pinnacle Ridge"."""
    return len(short) < len(name) and name[: len(short)] == short and (name[-1] in COMPANY_ENDS or name[-1] in _FIRMS)


def is_given_first(name: tuple[str, ...]) -> bool:
    """Tell whether a name begins with a given name, or holds no word that is common otherwise ("Lake City Star")."""
    return bool(gender_of_given(name[0])) or common_words().isdisjoint(name)


def share_family_name(joint: Mention, families: set[str], *, related: bool) -> None:
    """In "Kim, Khloe and Rob Kardashian" all have the last one's family name."""
    last, first = joint.members[-1], joint.members[0]
    if first.kind == "name" and first.words[:1] and first.words[0] in MARRIED and last.role and last.words[-1:]:
        first.role, first.words, first.borrowed = first.words[0], last.words[-1:], True  # "Mr and Mrs Poole"
        return
    kin = joint.members[0].role in FAMILY or _are_alike(joint.members[0].role)
    if related and len(joint.members) == 2 and joint.members[0].words[:1] and joint.members[0].words[0] not in families:
        kin = True  # of a text about a couple or siblings, "Markus and Johanna Feldt" are Feldts
    singles = [m.words[0] for m in joint.members[:-1] if m.kind == "name" and len(m.words) == 1 and not m.category]
    if len(singles) > 1 and len(singles) == len(joint.members) - 1 and not families.intersection(singles):
        kin = kin or any(gender_of_given(single) for single in singles)  # "Dove, Jasper and Mia Hartnell"
    if last.kind != "name" or len(last.words) < 2 or last.category == "body":
        return
    given = bool(gender_of_given(last.words[0]))
    if gender_of_given(last.words[-1]) and not given:
        return  # "Sugar and Big Brenda"
    if not kin and not given and not (may_be_given(last.words[0].title()) and len(joint.members) == 2):
        return
    for member in joint.members[:-1]:
        if member.kind != "name" or len(member.words) != 1 or (member.role and not kin) or member.category:
            continue
        if (kin or gender_of_given(member.words[0])) and member.words[0] not in families:
            particles = last.words[1:-1] if PARTICLES.issuperset(last.words[1:-1]) else ()
            member.words = (member.words[0], *particles, last.words[-1])
            member.borrowed = True


def _are_alike(role: str) -> bool:
    """Tell whether a noun tells the same of several, and is no office: "neighbors Lou and Kay Fitch"."""
    return roles().get(role) == ("group", "p") and role[:-1] not in titles()


MARRIED = frozenset(("mr", "mrs", "dr", "sir", "lord"))
"""Titles that stand alone before "and" and a spouse's."""
_IRISH = frozenset(("ni", "nic", "ui"))
_LENITED = re.compile(r"[bdfgmpt]h|[cs]h.{5}")
"""Begins the folded family name behind Ní, Nic or Uí; Ni Zhang and Ni Chen have a given name."""


def is_family_name(words: Sequence[str]) -> bool:
    """Tell whether a name of several words, folded, has no given name: "de Blasio", "Ní Bhriain", not "Ben Carson"."""
    first = words[0]
    if first in _IRISH:
        return _LENITED.match(words[1]) is not None or (first == "nic" and words[1][0] in "aeiou")
    if first == "van" and words[1] in PARTICLES:
        return True  # "Van der Meer", though Van is a given name
    return first in PARTICLES and not gender_of_given(first)


_ARTICLE = re.compile("^(?:al|el|ul|ad|an|ar|as|ash|at|az)-")
"""What Arabic family names begin with, and are often printed without."""


def same_family_name(first: str, second: str) -> bool:
    """Tell whether two family names may be one: "Kardashian" and "Kardashian-West", "al-Assad" and "Assad"."""
    if first == second or first.startswith(second + "-") or second.startswith(first + "-"):
        return True
    return "-" in first + second and _ARTICLE.sub("", first) == _ARTICLE.sub("", second)


def may_be_given(word: str) -> bool:
    """Tell whether a word in capitals may be a given name."""
    low = word.lower()
    known = low in common_words() or low in roles() or low in titles() or bool(cue_class(low))
    return bool(gender_of_given(word)) or (word[0].isupper() and not known and len(word) > 2)


def is_short_for(entity: Entity, word: str) -> bool:
    """A first word alone may mean a person of two names; "Trump" is not short for "Trump Tower"."""
    if entity.category in ("body", "group"):
        return False
    if len(entity.words) == 1 or gender_of_given(word) or is_called(entity.words, word):
        return True
    behind = entity.words[1:]
    if behind[0] in common_words() or behind[0] in roles():
        return False
    return PARTICLES.issuperset(behind[:-1]) or _ends_as_called_by_first(entity.words)


def _ends_as_called_by_first(words: Sequence[str]) -> bool:
    """Tell by what stands behind the first of three words whether it may mean the person: "Khaw" is Khaw Boon Wan.

    Two short syllables of Chinese and Korean given names, or an Icelander's patronymic.
    """
    behind = words[1:]
    return len(words) == _OF_THREE and (
        max(map(len, behind)) <= _LONGEST_SYLLABLE or behind[-1].endswith(("dottir", "sson"))
    )


_OF_THREE = 3
_LONGEST_SYLLABLE = 5
"""Letters, as they are written in English."""
_CHILD_OF = frozenset("bin binti binte bint bte".split())
"""Between a Malay's own name and the father's: Rohana binti Kassim is Rohana, or Puan Rohana."""


def is_called(words: Sequence[str], word: str) -> bool:
    """Tell whether who has this name of three words or more is called by a word that is not its last.

    "Mr Lim" is Lim Swee Keng, "Dr Vo" is Vo Thi Bich Ngoc, "Ms Lim" may be Doris Lim Swee Hoon, and Rohana is Rohana
    binti Kassim; but "Lee" is not Lee Harvey Oswald.
    """
    if len(words) > 2 and words[0] == word and words[1] in _CHILD_OF:
        return True
    begins = (len(words) - 3, len(words) - 4, len(words) - 2 if "-" in words[-1] else -1)  # John Lee Ka-chiu
    at = next((at for at in begins if at in (0, 1) and words[at] == word), -1)
    if at < 0 or word not in family_first():
        return False
    return not (gender_of_given(word) and any(gender_of_given(given) for given in words[at + 1 :]))


_PARTS = vocabulary("parts")
"""Words before the name of a place that is part of it: "South Florida"."""
_LANGUAGES = vocabulary("languages")
"""What a clock or a word may be ("it was French, gilt"), and nobody is called."""
_NAMED_AFTER = vocabulary("named after people")
_NETWORKS = vocabulary("networks")
_SITES = vocabulary("sites")
"""Last words of names of places."""


def is_named_after_people(words: Sequence[str]) -> bool:
    """Tell whether a name is a storm's, a mountain's, a ship's or the like, that may hold a person's: "Comet Ruiz"."""
    return len(words) > 1 and words[0] in _NAMED_AFTER


def gender_of_thing(words: Sequence[str]) -> str:
    """Return n for places ("Cutters Lane"), p for "American Muslims", "" for others."""
    if " ".join(words) in places() or (words and words[0] in _PARTS and " ".join(words[1:]) in places()):
        return "n"
    if is_named_after_people(words) or (len(words) > 1 and words[-1] in _SITES and not gender_of_given(words[0])):
        return "n"
    if len(words) == 1 and (words[0] in _LANGUAGES or words[0] in _NETWORKS):
        return "n"
    return "p" if words and roles().get(words[-1]) == ("group", "p") else ""


_NO_INITIALS = vocabulary("no initials")


def initials(words: Sequence[str]) -> tuple[str, str, str]:
    """Return the initials of a name's words: those with hyphens as one word, as several, and with "of" and "for"."""
    everything = [word for word in words if word[:1].isalnum()]
    told = [word for word in everything if word not in _NO_INITIALS]
    parts = [part for word in told for part in word.split("-") if part]
    return (
        "".join([word[0] for word in told]),
        "".join([part[0] for part in parts]),
        "".join([w[0] for w in everything]),
    )


class Initials:
    """The entities of an article by the initials of their names, read once, though entities are added meanwhile."""

    __slots__ = ("_by_letters", "_entities", "_read")

    def __init__(self, entities: Sequence[Entity]) -> None:
        """Take the list of entities, which may grow."""
        self._entities, self._read = entities, 0
        self._by_letters: dict[str, list[Entity]] = {}

    def spelled_out(self, printed: str) -> list[Entity]:
        """Return whose names have these initials, where the word is printed in capitals: CNN, the N.L.R.B., TfL, M&S.

        Two letters mean a body alone, and only one. Of many the last hundred, so that a text of any length takes time
        by its length.
        """
        letters = printed.replace(".", "").replace("&", "")
        capitals = sum(map(str.isupper, letters))
        if capitals < 2 or capitals < len(letters) - 1 or not letters[0].isupper():
            return []
        for entity in self._entities[self._read :]:
            for told in {*initials(entity.words)}:
                self._by_letters.setdefault(told, []).append(entity)
        self._read = len(self._entities)
        wanted = letters.lower()
        found = [e for e in self._by_letters.get(wanted, ())[-_MOST_ALIKE:] if e.words[0].startswith(wanted[0])]
        if len(letters) > 2 and printed.isupper():
            return found
        found = [e for e in found if e.category == "body" or not gender_of_given(e.words[0])]
        return found if len(found) == 1 and wanted not in places() else []


_MOST_ALIKE = 100
_YOUNGER = frozenset("younger son daughter nephew niece grandson granddaughter stepson stepdaughter".split())
_ELDER = vocabulary("elder")
AGED = _YOUNGER | _ELDER
"""Words that tell which of two of one name is meant: "Ray's father, Tom Hume"."""


def told_by_age(before: str, bearers: list[Entity], generation: str) -> list[Entity]:
    """Return whom of the bearers of a surname "the younger Hume" or "the elder Hume" means, all of them if untold.

    `before` is the word before the surname, `generation` what stands behind it. The younger is who is told to be
    somebody's nephew or son, else whom ages tell to be, else who is not told to be an uncle or a mother; where
    nothing is told, the elder was named first.
    """
    if len(bearers) < 2 or (before not in ("younger", "elder", "older") and generation not in ("jr", "sr")):
        return bearers
    if generation:
        before = "younger" if generation == "jr" else "elder"
    sought = "jr" if before == "younger" else "sr"
    if known := [entity for entity in bearers if entity.generation == sought]:
        return known
    own, others = (_YOUNGER, _ELDER) if before == "younger" else (_ELDER, _YOUNGER)
    told = [entity for entity in bearers if own & entity.roles]
    left = [entity for entity in bearers if not others & entity.roles]
    if not told and (by_age := _by_age(before, bearers)):
        return by_age
    in_order = sorted(bearers, key=lambda entity: entity.number)
    return told or (left if 0 < len(left) < len(bearers) else in_order[1:] if before == "younger" else in_order[:1])


_YOUNG = 25
"""Years up to which whoever is told to be so old is the younger one."""


def _by_age(before: str, bearers: Sequence[Entity]) -> list[Entity]:
    """Return whom of two bearers the ages that are told make the younger or the elder; [] where they tell nothing."""
    if len(bearers) != 2:
        return []
    young, old = sorted(bearers, key=lambda entity: entity.age if entity.age >= 0 else 2 * _YOUNG)
    told = 0 <= young.age < old.age or (old.age < 0 <= young.age <= _YOUNG)
    return [young if before == "younger" else old] if told else []


_FAMILY_FIRST = vocabulary("family first")
"""Korean and Chinese family names, which stand first; some of them are given names elsewhere."""
_LONGEST_GIVEN = 9
"""Letters: given names of two syllables are shorter."""


def gender_of_name(words: Sequence[str]) -> str:
    """Return m or f where the first word of a name tells, u where it is either, "" for an unknown one.

    Where the family name stands first, as in "Kim Tae-sung" and "Kim Jong Un", it tells nothing.
    """
    foreign = len(words) > 1 and words[0] in _FAMILY_FIRST and ("-" in words[1] or len(words) == 3)
    if foreign and len(words[-1]) < _LONGEST_GIVEN and not gender_of_given(words[1]):
        return ""
    return gender_of_given(words[0]) if words else ""


def rules_out(title: str, bearers: Sequence[Entity]) -> bool:
    """Tell whether a title of this gender (m or f) rules out all bearers of the name that stands behind it."""
    allowed = (title, "u", "")
    told = (entity.gender if len(entity.words) == 1 else gender_of_name(entity.words) for entity in bearers)
    return all(gender not in allowed for gender in told)  # "Mr Poole" is not "Mrs Poole"


PLACING = frozenset("in from near at across throughout outside".split())
_STATES = frozenset(map(str.lower, vocabulary("states")))


def is_mostly_place(entity: Entity, lows: Sequence[str]) -> bool:
    """Tell whether things mostly happen "in" it or come "from" it."""
    before = [lows[mention.first - 1] for mention in entity.mentions if mention.first]
    placed = sum([low in PLACING or low == "the" for low in before])
    states = sum([mention.last < len(lows) for mention in entity.mentions]) if entity.words[-1] in _STATES else 0
    return 2 * (placed + states) > len(entity.mentions)


_PLACE_ENDS = vocabulary("place ends")


def ends_as_place(entity: Entity) -> bool:
    """Tell whether a name's last word makes it a place without a voice: "Akaba Constituency", but not Rob Street."""
    return len(entity.words) > 1 and entity.words[-1] in _PLACE_ENDS and not gender_of_given(entity.words[0])


_NAMED = 4
"""First mentions of a name that are looked at."""
_DASHES = frozenset(("—", "–", "-"))
_AFTER_PLACE = _DASHES | {"("}


def _follows_town(stream: Stream, mention: Mention) -> bool:
    """Tell whether a name stands behind a town before a paragraph's first dash: "Adré, Chad – "."""
    opened = stream.opened[stream.paragraphs[mention.first]]
    return mention.first == opened + 2 and stream.lows[opened + 1] == "," and stream.low(mention.last) in _DASHES


def is_dateline(entity: Entity, stream: Stream) -> bool:
    """Tell whether it stands in capitals before a dash at the start of a paragraph: "NEW YORK — ", "TYLER, Tex. — "."""
    if any(_follows_town(stream, mention) for mention in entity.mentions[:_NAMED]):
        return True
    first = entity.mentions[0] if entity.mentions else None
    behind = stream.lows[first.last : first.last + 4] if first is not None else []
    if first is None or not behind or not (behind[0] in _AFTER_PLACE or (behind[0] == "," and "—" in behind)):
        return False
    opens = first.first == stream.opened[stream.paragraphs[first.first]]
    return opens and all(map(str.isupper, stream.words[first.first : first.last]))
