"""Gathers the names of one article into persons and bodies: "Clinton", "Mrs. Clinton", "Hillary Clinton" are one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from quotecli.core.names import given_names_agree
from quotecli.find.lexicon import gender_of_given, roles
from quotecli.find.mentions import Mention
from quotecli.find.tokens import Stream

_MALE_TITLES = frozenset("mr sir lord king prince pope father imam congressman chairman councilman".split())
_FEMALE_TITLES = frozenset("mrs ms miss mme lady queen princess dame madam congresswoman chairwoman sister".split())
_KINSHIP = frozenset(
    "father mother son daughter brother sister husband wife uncle aunt nephew niece cousin grandfather grandmother"
    " grandson granddaughter stepfather stepmother dad mom mum late junior senior widow widower twin".split()
)


@dataclass(slots=True)
class Entity:
    """One person or body of the article.

    Attributes:
        number: its index in the article's list of entities.
        words: folded words of its fullest usual name.
        name: the canonical name as printed, titles left out unless they are the only name.
        gender: m f n or u.
        category: `person`, `body` or "".
        forms: how often each printed form occurs.
        mentions: its mentions, in order.
        roles: nouns told of it (senator, spokeswoman).
    """

    number: int
    words: tuple[str, ...]
    name: str
    gender: str = "u"
    category: str = ""
    forms: Counter[str] = field(default_factory=Counter)
    mentions: list[Mention] = field(default_factory=list)
    roles: set[str] = field(default_factory=set)


class Cast:
    """The persons and bodies of one article, and who each name in it means."""

    def __init__(self, stream: Stream, mentions: Sequence[Mention]) -> None:
        """Gather the named mentions (joint ones by their members): full names first, then the short ones."""
        self.stream = stream
        self.entities: list[Entity] = []
        self.by_word: dict[str, list[Entity]] = {}
        self._last_seen: dict[int, int] = {}
        named = [m for mention in mentions for m in (mention.members or [mention]) if m.kind == "name"]
        for mention in named:
            if len(mention.words) > 1:
                self._place_full(mention)
        for entity in self.entities:
            entity.mentions.clear()
        for mention in named:
            entity = self.entities[mention.entity] if mention.entity >= 0 else self._place_short(mention)
            self._tell(entity, mention)
        for entity in self.entities:
            self._settle(entity)

    def _new(self, mention: Mention) -> Entity:
        entity = Entity(len(self.entities), mention.words, "", category=mention.category)
        self.entities.append(entity)
        for word in {mention.words[0], mention.words[-1], *mention.words[-1].split("-")}:
            self.by_word.setdefault(word, []).append(entity)
        mention.entity = entity.number
        return entity

    def _kin(self, mention: Mention) -> bool:
        before = self.stream.lows[max(0, mention.first - 3) : mention.first]
        return mention.role in _KINSHIP or any(low in _KINSHIP for low in before)

    def _place_full(self, mention: Mention) -> None:
        first, last = mention.words[0], mention.words[-1]
        for entity in self.by_word.get(last, ()) or self.by_word.get(last.split("-")[0], ()):
            if len(entity.words) < 2 or entity.category != mention.category:
                continue
            if mention.category == "body":
                if entity.words == mention.words:
                    mention.entity = entity.number
                    return
                continue
            if not _same_family_name(entity.words[-1], last):
                continue
            same = entity.words[0] == first
            if same or (given_names_agree(entity.words[0], first) and not self._kin(mention)):
                mention.entity = entity.number
                if not same:
                    self.by_word.setdefault(first, []).append(entity)
                return
        self._new(mention)

    def _place_short(self, mention: Mention) -> Entity:
        word = mention.words[-1] if mention.words else ""
        known = self.by_word.get(word, ())
        fitting = [e for e in known if _same_family_name(e.words[-1], word)]
        if mention.category != "body":
            people = [e for e in fitting if e.category != "body"]
            people += [e for e in known if e not in people and e.words[0] == word and _is_short_for(e, word)]
            fitting = people or fitting
        if not fitting and word.isupper() is False and len(word) > 1:
            fitting = self._by_initials(mention)
        if len(fitting) > 1:
            gender = _gender_of_title(mention.role)
            alike = [e for e in fitting if gender and _gender_of_name(e.words) in (gender, "u", "")]
            fitting = alike or fitting
        if fitting:
            best = max(fitting, key=lambda e: (self._last_seen.get(e.number, -1), -e.number))
            mention.entity = best.number
            return best
        return self._new(mention)

    def _by_initials(self, mention: Mention) -> list[Entity]:
        """An acronym in capitals means the body whose name has these initials."""
        printed = self.stream.words[mention.first]
        if not (printed.isupper() and len(printed) > 2):
            return []
        wanted = printed.lower().replace(".", "")
        return [
            e
            for e in self.entities
            if len(e.words) > 1
            and "".join(w[0] for w in e.words if w not in ("of", "the", "and", "for", "on")) == wanted
        ]

    def _tell(self, entity: Entity, mention: Mention) -> None:
        """Record a mention and what it tells of its entity."""
        entity.mentions.append(mention)
        self._last_seen[entity.number] = mention.first
        if len(mention.words) > 1:
            entity.forms[self._printed(mention)] += 1
        if mention.role:
            entity.roles.add(mention.role)
            gender = _gender_of_title(mention.role) or roles().get(mention.role, ("", "u"))[1]
            if entity.gender == "u" and gender in ("m", "f"):
                entity.gender = gender
        for low in self._apposed(mention):
            entity.roles.add(low)
            gender = roles()[low][1]
            if entity.gender == "u" and gender in ("m", "f"):
                entity.gender = gender

    def _apposed(self, mention: Mention) -> Iterable[str]:
        """Yield the role nouns of ", a former senator from Ohio," after the mention."""
        lows = self.stream.lows
        at = mention.last
        if at >= len(lows) or lows[at] != ",":
            return
        for low in lows[at + 1 : at + 8]:
            if low in (",", ".", "who", "said", "and"):
                return
            if low in roles() and roles()[low][0] == "person":
                yield low

    def _printed(self, mention: Mention) -> str:
        """Return the name as printed, without titles and possessive."""
        words = self.stream.words[mention.first : mention.last]
        starts = self.stream.starts[mention.first : mention.last]
        kept = len(mention.words)
        printed: list[str] = []
        for offset, word in enumerate(words):
            if printed and starts[offset] == self.stream.ends[mention.first + offset - 1]:
                printed[-1] += word
            else:
                printed.append(word)
        return " ".join(printed[-max(kept, 1) - self._suffixes(words) :])

    @staticmethod
    def _suffixes(words: Sequence[str]) -> int:
        return sum(word.lower().strip(".") in ("jr", "sr", "ii", "iii", "iv") for word in words[-1:])

    def _settle(self, entity: Entity) -> None:
        """Choose the canonical name: the commonest full form, the earlier among equals."""
        if entity.forms:
            entity.name = max(entity.forms, key=lambda form: entity.forms[form])
        elif entity.mentions:
            mention = entity.mentions[0]
            entity.name = " ".join(self.stream.words[mention.first : mention.last])
        if entity.gender == "u" and entity.category != "body":
            entity.gender = _gender_of_name(entity.words) or "u"


def _same_family_name(first: str, second: str) -> bool:
    return first == second or first.split("-")[0] == second or second.split("-")[0] == first


def _is_short_for(entity: Entity, given: str) -> bool:
    """A given name alone means a person of two names; "Trump" is not short for "Trump Tower Manila"."""
    return entity.category != "body" and (bool(gender_of_given(given)) or len(entity.words) == 1)


def _gender_of_title(role: str) -> str:
    if role in _MALE_TITLES:
        return "m"
    return "f" if role in _FEMALE_TITLES else ""


def _gender_of_name(words: Sequence[str]) -> str:
    return gender_of_given(words[0]) if words else ""
