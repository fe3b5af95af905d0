"""Nouns and groups that the ranker left open: a role told anywhere in the text, else whom the article is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from itertools import islice, pairwise

from quotecli.core.types import Role
from quotecli.find.antecedents.holders import serves_the_public
from quotecli.find.antecedents.set_apart import set_apart
from quotecli.find.entities.entity import Entity
from quotecli.find.entities.told import GROUPS, office
from quotecli.find.mentions.body_sorts import goes_by, may_be_called
from quotecli.find.mentions.mention import Mention
from quotecli.find.mentions.profiles import SPEAKING
from quotecli.find.mentions.tokens import QUOTE
from quotecli.find.scene.scene import Scene
from quotecli.find.words.closed import REALMS, is_age
from quotecli.find.words.lexicon import category_of, roles, synonyms, vocabulary

_UNNAMED = vocabulary("unnamed")
"""Nouns that without a name mostly mean somebody who has none in the text."""
_EPITHETS = frozenset("billionaire celebrity heiress icon megastar mogul socialite star superstar tycoon".split())
"""Nouns for whoever the article is about anyway, told or not: "the star went on"."""
_TOLD_WITHIN, _PARAGRAPHS_BELOW = 12, 2
"""Mentions and paragraphs from one without a name to where the name is told."""
_MOST_TOLD = 400
"""Persons of one role that are looked at for one noun, so that a text of any length takes time by its length."""
_LONGEST_INITIALS = 3
"""Letters of a label that may be initials."""
_TWO = frozenset("pair two duo couple both twins spouses".split())
_POSTED = frozenset("post posts caption tweet message update thread page".split())
_ON_NETWORKS = frozenset(
    (on, network)
    for on in ("on", "to", "via")
    for network in "bluesky facebook instagram linkedin mastodon threads tiktok twitter weibo x youtube".split()
)
"""Where a post is put."""
_OPENING = frozenset(("the", "his", "her", "their", "its", "this", "that", "both", "all"))


class Leftovers:
    """Binds what is still open once pronouns and nouns were resolved."""

    def __init__(self, scene: Scene) -> None:
        """Count whom the article is about and index the roles told of persons and bodies."""
        self.scene = scene
        entities = scene.cast.entities
        self.told: dict[str, list[Entity]] = {}
        for entity in entities:
            if entity.roles and not entity.parts and entity.category not in ("place", "group"):
                for role in entity.roles:
                    self.told.setdefault(role, []).append(entity)
        met = [m for m in scene.mentions if m.entity >= 0 and not m.modifies]
        if scene.bylines:
            met = [m for m in met if scene.stream.paragraphs[m.first] not in scene.bylines]
        self.counts = Counter([m.entity for m in met])
        self.persons = {e.number for e in entities if e.is_person}
        self._speaking: set[int] = set()
        told: set[int] = set()
        for mention, profile in zip(scene.mentions, scene.profiles, strict=True):
            if profile.relation in SPEAKING:
                self._speaking.add(mention.entity)
            elif profile.relation == "VO" and profile.verb == "tell":
                told.add(mention.entity)
        self._listening = told - self._speaking
        self.seen: dict[int, None] = {}
        self._by_noun: dict[str, tuple[int, int]] = {}
        self._pair: tuple[int, ...] = ()
        """Who were named together last."""
        self._together = (-2, -1)
        """The paragraph in which a group was told of last, and the group."""

    @cached_property
    def people(self) -> list[Entity]:
        """Who may be a person, the most mentioned first."""
        return sorted((e for e in self._mentioned() if e.may_be_person), key=self._rank)

    @cached_property
    def bodies(self) -> list[Entity]:
        """What is known to be a body, or speaks and may be one, the most mentioned first.

        Not those that are only told something: "the firm told the Herald".
        """
        told = (e for e in self._mentioned() if e.is_known_body or e.number in self._speaking)
        bodies = (e for e in told if e.number not in self.persons and e.category not in ("group", "place"))
        return sorted((e for e in bodies if e.number not in self._listening), key=self._rank)

    def _mentioned(self) -> list[Entity]:
        return [e for e in self.scene.cast.entities if self.counts[e.number]]

    def _rank(self, entity: Entity) -> tuple[int, int]:
        return (-self.counts[entity.number], entity.number)

    def bind(self) -> None:
        """Give every open noun the person or body it can only mean, where there is one."""
        leader: Entity | None = None
        paragraph = -1
        issuers: dict[str, int] = {}
        thing = -1
        paragraphs, strangers = self.scene.stream.paragraphs, self.scene.strangers
        for index, mention in enumerate(self.scene.mentions):
            here = paragraphs[mention.first]
            if here != paragraph:
                leader, paragraph, thing = None, here, -1
            open_still = mention.entity < 0 and mention.owned_by is None and not mention.members
            if open_still and mention.kind == "noun" and (told := self._told_below(index)) >= 0:
                mention.entity = told
            elif open_still and index not in strangers:
                if mention.category == "document" and mention.last not in self.scene.label_ends:
                    mention.entity = self._issuer(index, issuers)
                elif mention.kind == "pron" and mention.gender == "n":
                    mention.entity = thing if self.scene.profiles[index].relation in SPEAKING else -1
                else:
                    meant = self._meaning(mention, leader)
                    apart = meant >= 0 and mention.category == "person" and meant in set_apart(self.scene, index)
                    mention.entity = -1 if apart else meant
            if mention.kind == "noun" and mention.entity >= 0 and self._may_be_it(index):
                thing = mention.entity
            if mention.entity >= 0 and len(mention.members) == 2:
                self._pair = self.scene.cast.entities[mention.entity].parts
            if mention.entity >= 0 and mention.kind != "pron" and self._are_several(mention.entity):
                self._together = here, mention.entity
            if mention.entity in self.persons:
                self.seen.pop(mention.entity, None)
                self.seen[mention.entity] = None
                if leader is None and not mention.modifies:
                    leader = self.scene.cast.entities[mention.entity]

    def _are_several(self, number: int) -> bool:
        """Tell whether an entity is a group of persons or bodies named together."""
        entity = self.scene.cast.entities[number]
        return bool(entity.parts) and not entity.is_place

    def _may_be_it(self, index: int) -> bool:
        """Tell whether "it said" may go on about a noun: "The company rejected this", "he had sent a statement"."""
        mention = self.scene.mentions[index]
        if mention.category == "document":
            return self.scene.stream.lows[mention.first] in ("a", "an")
        return mention.category == "body" and self.scene.leads[index]

    def _told_below(self, index: int) -> int:
        """Return whom "a student" means where "The student, Brid Mulqueen, …" opens one of the next two paragraphs."""
        scene, mention = self.scene, self.scene.mentions[index]
        stream = scene.stream
        if stream.lows[mention.first] not in ("a", "an") or mention.category != "person":
            return -1
        here = stream.paragraphs[mention.first]
        for number in range(index + 1, min(index + _TOLD_WITHIN, len(scene.mentions))):
            following = scene.mentions[number]
            step = stream.paragraphs[following.first] - here
            if step > _PARAGRAPHS_BELOW:
                break
            opens = step > 0 and following.first == stream.opened[stream.paragraphs[following.first]]
            if opens and following.kind == "noun" and following.role == mention.role and following.entity >= 0:
                behind = stream.lows[following.last : following.last + 1]
                named = stream.lows[following.first] == "the" and behind == [","]
                return following.entity if named and following.entity in self.persons else -1
        return -1

    def _issuer(self, index: int, issuers: dict[str, int]) -> int:
        """Read "the caption that he put under it", "in a letter, it promised …": who speaks there issued it."""
        scene, mention = self.scene, self.scene.mentions[index]
        stream = scene.stream
        edge = stream.sentence_span(mention.first)[1]
        inside = mention.first and stream.lows[mention.first - 1] in ("in", "via", "by", "through")
        for number in range(index + 1, min(index + 4, len(scene.mentions))):
            following = scene.mentions[number]
            if following.first >= edge:
                break
            gap = stream.lows[mention.last : following.first]
            put = gap in ([], ["that"], ["which"]) and following.kind == "pron"
            promised = (
                inside
                and "," in gap
                and (gap[-1] in (",", "the") or gap[-1] in roles())  # ", chief executive Ana Ruiz wrote"
                and QUOTE not in gap
                and scene.profiles[number].relation == "SV"
            )
            if following.entity >= 0 and (put or promised):
                issuers[mention.role] = following.entity
                return following.entity
        if stream.lows[mention.first] != "the":
            return -1
        posted = self._who_posted(index) if mention.role in _POSTED and mention.role not in issuers else -1
        return issuers.get(mention.role, posted)

    def _who_posted(self, index: int) -> int:
        """Return who is told to have said something on a network just above "the post": "…, the office said on X"."""
        scene = self.scene
        paragraphs, lows = scene.stream.paragraphs, scene.stream.lows
        here = paragraphs[scene.mentions[index].first]
        for number in range(index - 1, max(index - _TOLD_WITHIN, -1), -1):
            before, profile = scene.mentions[number], scene.profiles[number]
            if here - paragraphs[before.first] > 1:
                break
            behind = lows[profile.at + 1 : profile.at + 5]
            told = profile.relation in SPEAKING and any(pair in _ON_NETWORKS for pair in pairwise(behind))
            if told and before.entity >= 0:
                return before.entity
        return -1

    def _meaning(self, mention: Mention, leader: Entity | None) -> int:
        stream = self.scene.stream
        low = stream.lows[mention.first]
        if mention.kind == "pron":
            here = stream.paragraphs[mention.first]
            return self._together[1] if mention.gender == "p" and self._together[0] >= here - 1 else -1
        if mention.kind == "source" or mention.last in self.scene.label_ends:
            return self._label(mention)
        if mention.role in GROUPS:  # an association; two who were named together are "the two"
            return self._told_group(mention) if low == "the" else -1
        if mention.category == "group" or mention.gender == "p":
            return self._group(mention) if low in _OPENING or mention.role in _TWO else -1
        heads = self.scene.article.paragraphs[stream.paragraphs[mention.first]].role is Role.HEADLINE
        bare = low == mention.role and (heads or stream.paragraphs[mention.first] == 0)
        if low not in _OPENING and not bare:
            return -1
        if mention.category == "body":
            return self._body(mention)
        return self._person(mention, leader)

    def _told_group(self, mention: Mention) -> int:
        """Return the one body that is told to be a group, else the one body, if not named only after it; else -1."""
        told = self._groups.get(mention.role, [])
        if len(told) == 1:
            return told[0]
        if len(self.bodies) != 1:
            return -1
        named_after = any(first.first > mention.first for first in self.bodies[0].mentions[:1])
        return -1 if named_after else self.bodies[0].number

    def _person(self, mention: Mention, leader: Entity | None) -> int:
        """Return who is told to be what a noun tells, else who is meant by an age or an epithet; -1 for nobody.

        Of several it is whom the paragraph is about, or who is told of most.
        """
        words = self.scene.stream.lows[mention.first : mention.last]
        told = [e for e in self._called(words, mention.role) if _fits(mention, e)]
        if mention.owner:
            told = [e for e in told if not serves_the_public(e, mention.role)]
        if told:
            return leader.number if leader is not None and told[0] is leader else min(told, key=self._rank).number
        aged = any(map(is_age, words))
        epithet = mention.role in _EPITHETS and words[0] == "the"
        if not (aged or epithet):
            return -1
        fitting = (e for e in self.people if _fits(mention, e) and not (aged and any(map(is_age, e.roles))))
        first_two = [*islice(fitting, 2)]
        if leader is not None and leader in first_two:
            return leader.number
        return first_two[0].number if first_two and self._clear(first_two) else -1

    def _called(self, words: Sequence[str], role: str) -> list[Entity]:
        for word in words:
            if is_age(word):
                return self.told.get(word, [])
        named = office(words, 0, len(words), role)
        found = self.told.get(role, [])[:_MOST_TOLD]
        found = [e for e in found if not e.holds_another(named)] if named else found
        if found:
            return [e for e in found if e.is_person]
        near = {e.number: e for noun in sorted(synonyms().get(role, ())) for e in self.told.get(noun, ())}
        return [e for e in near.values() if e.is_person]

    def _clear(self, fitting: Sequence[Entity]) -> bool:
        first = self.counts[fitting[0].number]
        return len(fitting) == 1 or first >= 2 * self.counts[fitting[1].number]

    def _body(self, mention: Mention) -> int:
        named, meant = self._bodies_meant(mention.role)
        if named >= 0:
            return named
        told = mention.role in _UNNAMED or mention.owner or self.scene.stream.words[mention.last - 1][0].isupper()
        return -1 if told else meant

    def _bodies_meant(self, role: str) -> tuple[int, int]:
        """Return the first body that is called by a noun, and the one that the noun can only mean; -1 for none.

        Worked out once for each noun, however often it stands in the text.
        """
        if role in self._by_noun:
            return self._by_noun[role]
        named = next((e.number for e in self.bodies if goes_by(role, e.words, e.kinds)), -1)
        bodies = self.bodies if role in REALMS else [e for e in self.bodies if not e.is_place]
        bodies = [e for e in bodies if may_be_called(role, e.words, e.kinds | e.roles)]
        free = [e for e in bodies if not any(category_of(word) == "body" for word in (*e.words, *e.kinds))] or bodies
        found = self._by_noun[role] = named, free[0].number if free and self._clear(free) else -1
        return found

    @cached_property
    def _groups(self) -> dict[str, list[int]]:
        """The bodies that are told to be "a group", "a coalition", by that noun."""
        return {noun: [body.number for body in self.bodies if noun in body.kinds] for noun in GROUPS}

    @cached_property
    def _labelled(self) -> dict[str, list[Entity]]:
        """Who may be a person by what a label may have of a name: its first word, its last, else short initials."""
        found: dict[str, list[Entity]] = {}
        for person in self.people:
            for word in {person.words[0], person.words[-1]} if len(person.words) > 1 else ():
                found.setdefault(word, []).append(person)
        named = frozenset(found)
        for person in self.people:
            initials = "".join(word[0] for word in person.words)
            if len(initials) <= _LONGEST_INITIALS and initials not in named:
                found.setdefault(initials, []).append(person)
        return found

    @cached_property
    def _offices(self) -> dict[tuple[str, ...], int]:
        """Return by its words the office of whoever a label names in brackets: "The Chair of Ways (Ann Lee): "."""
        stream, mentions = self.scene.stream, self.scene.mentions
        found: dict[tuple[str, ...], int] = {}
        for number in set(self.scene.source_of.values()):
            mention = mentions[number]
            begin = stream.opened[stream.paragraphs[mention.first]]
            if mention.entity >= 0 and begin < mention.first - 1 and stream.lows[mention.first - 1] == "(":
                found[_label_words(stream.lows[begin : mention.first - 1])] = mention.entity
        return found

    def _label(self, mention: Mention) -> int:
        """Read a script's label: "KAMAU", "OR" (initials), "The Chair" (told of one person)."""
        words = _label_words(self.scene.stream.lows[mention.first : mention.last])
        if words in self._offices:
            return self._offices[words]
        if len(words) != 1:
            return -1
        word = words[0]
        fitting = self._labelled.get(word, [])
        fitting = fitting or [e for e in self.told.get(word, ()) if e.is_person and len(e.words) > 1]
        return fitting[0].number if len(fitting) == 1 else -1

    def _group(self, mention: Mention) -> int:
        single = _singular(mention.role)
        told = [e for e in self.told.get(single, ()) if e.is_person] if single else []
        if len(told) == 2 and mention.category != "body":
            return self.scene.cast.group([e.number for e in told]).number
        words = self.scene.stream.lows[mention.first : mention.last]
        two = mention.role in _TWO or "two" in words or "both" in words
        known = [e.parts for e in self.scene.cast.entities if e.parts and not e.is_place] if two else []
        if len(known) == 1:
            return self.scene.cast.group(known[0]).number
        if mention.role in _TWO and self._pair:
            return self.scene.cast.group(self._pair).number
        if two and len(self.people) == 2:
            return self.scene.cast.group(sorted(e.number for e in self.people)).number
        if mention.role in _TWO and len(self.seen) >= 2:
            return self.scene.cast.group(sorted(islice(reversed(self.seen), 2))).number
        return -1


def _label_words(lows: Sequence[str]) -> tuple[str, ...]:
    """Return the words of a label that tell, without article and title."""
    return tuple(low.strip(".") for low in lows if low.strip(".") not in ("the", "mr", "mrs", "ms", "dr", ":"))


def _fits(mention: Mention, entity: Entity) -> bool:
    return entity.is_person and (mention.gender not in ("m", "f") or entity.gender in (mention.gender, "u"))


def _singular(noun: str) -> str:
    for ending, single in (("ies", "y"), ("men", "man"), ("s", "")):
        if noun.endswith(ending) and noun[: -len(ending)] + single in roles():
            return noun[: -len(ending)] + single
    return ""


def bind_leftovers(scene: Scene) -> None:
    """Set the entity of the nouns that the ranker left open, where the text leaves no doubt."""
    Leftovers(scene).bind()
