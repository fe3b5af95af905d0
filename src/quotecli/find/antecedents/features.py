"""What speaks for and against an entity being what a mention means, as named features in groups, see `scores`."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache
from sys import intern
from typing import NamedTuple

from quotecli.find.antecedents import feature_groups as groups
from quotecli.find.antecedents.recent import Recent
from quotecli.find.entities.name_forms import FAMILY
from quotecli.find.learned.scores import Said
from quotecli.find.mentions.mention import Mention
from quotecli.find.scene.scene import Scene
from quotecli.find.words.closed import is_age
from quotecli.find.words.lexicon import role_class, synonyms

TWO = frozenset("pair two duo couple both".split())
"""Nouns and words that mean two together."""
_GOVERNED = 4
"""Which of the groups that are said of an entity tells how its roles stand to the noun."""
_OWNED = frozenset("his her their its".split())
_STEPS = ("s0", "s1", "s2", "s3")
"""How many sentences of the same paragraph back an entity was mentioned; `_FAR_STEPS`: how many paragraphs."""
_FAR_STEPS = ("p0", "p1", "p2")
_UNTOLD = "-", "-"
_TELLERS = 6
"""Mentions before a pronoun among which somebody reports what it is part of."""
_FAR_BEHIND = 5
"""Words from a reporting verb to a pronoun; more count as so many."""
_TELLING_SUBJECTS = frozenset(("SV", "SC", "VS"))
_NONE: frozenset[str] = frozenset()
_TELLING = "ptsl"
"""Classes of nouns by how much they tell: post, trade, scene, loose."""
_NEAREST = "rawyo-"
"""How what is told of somebody stands to a noun, see `_Noun.stands_to`, the likeliest to be meant first."""


class _Noun(NamedTuple):
    """A noun for somebody as features see it.

    Attributes:
        word: the noun; "his": the noun for whose it is.
        aged: whether it tells an age: "the 38-year-old".
        kin: whether it tells a relative.
        sort: its class, see `role_class`.
        alike: nouns that mean the same.
    """

    word: str
    aged: bool
    kin: bool
    sort: str
    alike: frozenset[str]

    def stands_to(self, words: Sequence[str], roles: Collection[str]) -> tuple[str, str]:
        """Return how the noun stands to what an entity is called, and what it is told to be instead, see `_NEAREST`."""
        if self.word in roles:
            return "r", "-"
        if self.aged or self.word in words:
            return "a" if self.aged else "w", "-"
        told = _told_classes(frozenset(roles), self.kin) if roles else "-"
        if told == "-":
            return _UNTOLD
        return "o" if self.alike.isdisjoint(roles) else "y", self.sort + told


@lru_cache(maxsize=4096)
def _noun(word: str) -> _Noun:
    return _Noun(word, is_age(word), word in FAMILY, role_class(word), synonyms().get(word, _NONE))


def entity_facts(
    scene: Scene, recent: Recent, index: int, matches: Sequence[str], found: Iterable[int], part: Mention | None = None
) -> list[tuple[Said, ...]]:
    """Return what is said of each entity as what mention `index` (or `part` of it, a joint one) means.

    `found` are the entities, the newest first; `matches` tell by `Who.sort` how the genders agree.
    """
    stream, profile = scene.stream, scene.profiles[index]
    mention = part or scene.mentions[index]
    noun = _noun(mention.owner if len(mention.owner) > 1 else mention.role) if mention.kind == "noun" else None
    kind, own, verb = kind_of_reference(scene, mention), profile.relation, profile.verb
    here, now = stream.paragraphs[mention.first], stream.sentences[mention.first]
    low, high = stream.sentence_span(mention.first)
    leads = scene.mentions_between(low, mention.first) == 0 if part else scene.heads[index]
    starts = "^" if leads else "n"
    following = frozenset(stream.lows[mention.last : high])
    everybody, counts, subjects = recent.company.everybody, recent.count, recent.subject
    sights, last = recent.sights, recent.last
    opener = recent.opener.get(here, recent.opener.get(here - 1))
    teller, gap = _teller(scene, index, low) if mention.kind == "pron" else (-1, 0)
    rows: list[tuple[Said, ...]] = []
    for rank, entity in enumerate(found):
        known, is_person, _, gender, _, words, roles, sort = everybody[entity]
        first, paragraph, sentence, subject, how, before, after, relation = sights[last[entity]]
        if paragraph == here:
            step = _STEPS[now - sentence] if now - sentence < 4 else "s4"
        else:
            step = _FAR_STEPS[here - paragraph] if here - paragraph < 3 else "p3"
        same_role, told = noun.stands_to(words, roles) if noun else _UNTOLD
        ahead = "a" if words[-1] in following else "-"
        same = "h" if low <= first else "-"
        topic = "t" if opener == entity else "-"
        leader = "l" if recent.leader == entity else "-"
        speaker = "s" if recent.speaker == entity else "-"
        match, place = matches[sort], rank if rank < 4 else 4
        often, chosen = counts.get(entity, 0), subjects.get(entity, 0)
        often, chosen = often if often < 4 else 4, chosen if chosen < 3 else 3
        pronoun = recent.pronoun.get(entity, "-")
        led = min(now - recent.led.get(entity, now - 4), 4)
        rows.append((
            (groups.agreeing, kind, match, known, is_person, gender, how, place, same_role, told, pronoun),
            (groups.standing, kind, step, subject, starts, match, place, topic, leader, speaker, led),
            (groups.saying, kind, verb, speaker),
            (groups.met, kind, step[0], often, chosen, how),
            (groups.governed, kind, same_role, relation, own, step, ahead, same, subject),
            (groups.beside, kind, before, after),
        ))  # fmt: skip
        if teller >= 0:
            rows[-1] += ((groups.told_by, kind, gap, "t" if teller == entity else "-", match),)
    return rows


def _teller(scene: Scene, index: int, low: int) -> tuple[int, int]:
    """Return who reports what the pronoun `index` is part of, and how far behind the verb it stands; -1 for nobody.

    "Orr said he had won", "Orr told the court that she had": the subject of the verb before it in its sentence, which
    begins at `low`.
    """
    first = scene.mentions[index].first
    best, at = -1, -1
    for number in range(index - 1, max(index - 1 - _TELLERS, -1), -1):
        before, profile = scene.mentions[number], scene.profiles[number]
        if before.first < low:
            break
        if at < profile.at < first and profile.relation in _TELLING_SUBJECTS and before.entity >= 0:
            best, at = before.entity, profile.at
    return best, min(first - at, _FAR_BEHIND)


@lru_cache(maxsize=4096)
def _told_classes(roles: frozenset[str], kin: bool) -> str:
    """Return the class of what is told of somebody that says most of him, "-" for nothing; kinship only where `kin`."""
    told = {role_class(role)[0] for role in roles if not is_age(role) and (kin or role not in FAMILY)}
    return next((sort for sort in _TELLING if sort in told), "-")


def nobody_facts(scene: Scene, recent: Recent, mention: Mention, rows: Sequence[tuple[Said, ...]]) -> tuple[Said, ...]:
    """Return what is said of meaning nobody in the text; `rows` tell of those whom the mention may mean."""
    told = min((row[_GOVERNED][2] for row in rows), key=_NEAREST.index, default="-")
    met = "m" if mention.role in recent.unnamed else "-"
    return (
        (
            groups.nobody,
            kind_of_reference(scene, mention),
            mention.words[0],
            role_class(mention.role),
            told,
            met,
            min(len(rows), 3),
        ),
    )


def kind_of_reference(scene: Scene, mention: Mention) -> str:
    """Return `pm` for he, `npd` for a definite person, `nbi` for an indefinite body …."""
    if mention.kind == "pron":
        return intern("p" + mention.gender)
    low = scene.stream.lows[mention.first]
    if mention.category == "document":
        return intern("d" + (mention.owner if len(mention.owner) == 1 else "n"))
    if mention.role in TWO:
        return "n2"
    definite = "d" if low == "the" else "i" if low in ("a", "an", "one", "another") else "p" if low in _OWNED else "o"
    return intern("n" + mention.category[:1] + definite)
