"""Leads pronouns, and nouns such as "the senator", to the person or body they mean, in the order of the text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice, pairwise
from typing import NamedTuple

from quotecli.find.antecedents.apposed import bind_apposed, bind_identified, bind_introduced, bind_office
from quotecli.find.antecedents.features import TWO, entity_facts, nobody_facts
from quotecli.find.antecedents.fitting import gender_match
from quotecli.find.antecedents.holders import holders_abroad
from quotecli.find.antecedents.issuers import Issuers
from quotecli.find.antecedents.leftovers import bind_leftovers
from quotecli.find.antecedents.named_later import introduced, named_later
from quotecli.find.antecedents.nameless import nameless_before, nameless_facts
from quotecli.find.antecedents.obituaries import departed, means_departed
from quotecli.find.antecedents.options import holds_group, is_of_several, options
from quotecli.find.antecedents.recent import REACHED, Recent
from quotecli.find.antecedents.relatives import bind_relative
from quotecli.find.antecedents.ruled_out import age_told
from quotecli.find.antecedents.strangers import (
    SOME,
    follows_stranger,
    is_stranger,
    keep_apart,
    name_stranger,
    noun_before,
)
from quotecli.find.learned.model import Chances, total
from quotecli.find.learned.scores import Said, named, scores_by
from quotecli.find.mentions.body_sorts import OF_BOTH
from quotecli.find.mentions.mention import Mention
from quotecli.find.mentions.profiles import SPEAKING, Profile
from quotecli.find.scene.scene import Scene
from quotecli.find.words.closed import NUMBERS, PARENTS, is_age
from quotecli.find.words.lexicon import vocabulary

_OUTSIDE = vocabulary("outside")
"""Who speak of a body and are none of it."""
_LED = frozenset(("noun", "pron"))
"""Kinds of mentions that mean others; names, labels and joint ones tell by their words whom they mean."""
_RESOLVED = frozenset("mfnpr")
_INDEFINITE_ABROAD = frozenset("ein eine een un une una uno um uma".split())
"""Articles before who has not been told of."""
_NEAR_BY = 4
"""Mentions back that somebody nameless may be whose the document is."""
_AGE_WITHIN = 400
"""Words back in which "a 52-year-old" may stand."""
_SAYING = frozenset(("SV", "VS"))
_BRANCHES = frozenset("board department division office team unit".split())
"""Parts of a body that speak for it."""
_INDEFINITE = vocabulary("indefinite")


def wants_antecedent(mention: Mention, scene_low: str) -> bool:
    """Tell whether a mention that begins with the word `scene_low` means somebody named elsewhere."""
    if mention.kind == "pron":
        return mention.gender in _RESOLVED
    if scene_low in _INDEFINITE:
        return False
    if mention.category == "document":
        return bool(mention.owner)
    if scene_low == mention.role and scene_low in _OUTSIDE:
        return False
    return mention.category in ("person", "body", "group")


class Open(NamedTuple):
    """A mention to resolve.

    Attributes:
        number: the mention's.
        found: whom it may mean, the newest first.
        match: how the genders agree, see `Fitting.match`.
        must: whether it means one of these, or of the `nameless`.
        recent: who was mentioned before.
        nameless: mentions of persons without a name whom it may mean as well, see `nameless_before`.
    """

    number: int
    found: list[int]
    match: list[str]
    must: bool
    recent: Recent
    nameless: list[int]

    def rows(self, scene: Scene) -> list[tuple[Said, ...]]:
        """Return what is said of each whom it may mean, then of nobody if it may be nobody."""
        rows = entity_facts(scene, self.recent, self.number, self.match, self.found)
        if self.nameless:
            return rows + nameless_facts(scene, self.recent, self.number, self.found, self.match, self.nameless)
        return rows if self.must else [*rows, nobody_facts(scene, self.recent, scene.mentions[self.number], rows)]


def walk(scene: Scene, weights: Mapping[str, float]) -> Iterator[tuple[int, list[int], list[list[str]], Recent]]:
    """Yield each mention to resolve with its options and their features; the caller sets `mention.entity`.

    `weights` decide, where there are any, who a member of a group is ("the star and Eric Esrailian").
    """
    for mention in open_mentions(scene, weights):
        yield mention.number, mention.found, [named(row) for row in mention.rows(scene)], mention.recent


def open_mentions(scene: Scene, weights: Mapping[str, float]) -> Iterator[Open]:
    """Yield each mention to resolve, in the order of the text; the caller sets its entity before it goes on."""
    walker = _Walker(scene, weights)
    foreign = not scene.stream.english
    for index, mention in enumerate(scene.mentions):
        if mention.kind in _LED:
            if (left := walker.lead(index, mention)) is not None:
                yield left
                if is_age(mention.role):
                    walker.tell_age(mention)
        elif foreign and mention.kind == "name":
            bind_office(scene, index)
        walker.go_past(index, mention)


class _Walker:
    """Walks a text's mentions in order, and knows whom those before have meant."""

    __slots__ = ("_dead", "_issuers", "_recent", "_scene", "_told_abroad", "_weights")

    def __init__(self, scene: Scene, weights: Mapping[str, float]) -> None:
        """Begin at the start of the text."""
        self._scene, self._weights = scene, weights
        self._recent = Recent(scene)
        self._issuers = Issuers(scene)
        self._dead = departed(scene)
        self._told_abroad = holders_abroad(scene)

    def lead(self, index: int, mention: Mention) -> Open | None:
        """Lead a noun or a pronoun to whom it means, where the text tells; return it where there is a choice."""
        scene, recent, is_noun = self._scene, self._recent, mention.kind == "noun"
        if is_noun:
            if mention.last in scene.label_ends:
                return None  # who it means the label's words tell
            if bind_apposed(scene, index) or bind_introduced(scene, index):
                recent.company.tell(mention, scene.stream)
                return None
        elif mention.gender == "r":
            bind_relative(scene, index)
            return None
        elif bind_identified(scene, index):
            return None
        if is_noun and self._is_indefinite(mention):
            scene.strangers.add(index)
        elif (told := self._told(index, mention)) >= 0:
            mention.entity = told
        elif is_stranger(scene, recent, mention) if is_noun else follows_stranger(scene, index):
            scene.strangers.add(index)
        elif wants_antecedent(mention, scene.stream.lows[mention.first]):
            return self._choice(index, mention)
        return None

    def _told(self, index: int, mention: Mention) -> int:
        """Return whom a mention means by what the text tells, without a choice between several; -1 for nobody told."""
        if self._dead >= 0 and means_departed(self._scene, index, self._dead, self._recent.speaker):
            return self._dead
        if mention.owner and (owned := self._owned(index, mention)) >= 0:
            return owned
        if mention.role in _BRANCHES and (whole := self._whole(mention)) >= 0:
            return whole
        if mention.kind == "pron" and mention.gender == "n":
            return self._issuers.who_reads(mention)
        if mention.kind == "noun" and (holder := self._holder(mention)) >= 0:
            return holder
        return introduced(self._scene, self._recent, index)

    def _owned(self, index: int, mention: Mention) -> int:
        """Return whom "her husband" means, and who issued "its report"; -1 where the text tells of no such."""
        if mention.category == "document":
            return self._issuers.owner(index)
        return self._scene.cast.kinship.meant(mention, reversed(self._recent.order), self._scene.cast.entities)

    def _whole(self, mention: Mention) -> int:
        """Return the body whose part speaks for it: "the council's property team"; -1 where no body is named."""
        owner = mention.owned_by.entity if mention.owned_by is not None else -1
        return owner if owner >= 0 and self._scene.cast.entities[owner].category == "body" else -1

    def _is_indefinite(self, mention: Mention) -> bool:
        """Tell whether a noun of another language than English means somebody new: "une voix", "ein Landwirt"."""
        stream = self._scene.stream
        return not stream.english and stream.lows[mention.first] in _INDEFINITE_ABROAD

    def _holder(self, mention: Mention) -> int:
        """Return the only one of whom the noun has been told, in a text that is not English; -1 for none or several."""
        called = self._told_abroad.get(mention.role, ())
        return next(iter(called)) if len(called) == 1 else -1

    def _choice(self, index: int, mention: Mention) -> Open | None:
        """Return a mention with those whom it may mean; None where it means nobody, or who is named after it."""
        scene, recent = self._scene, self._recent
        fits = recent.company.fitting(mention)
        if mention.role in OF_BOTH and _is_of_body(scene, recent, mention):
            mention.category, mention.gender = "body", "n"
            fits = recent.company.fitting(mention)
        found = options(scene, recent, index, fits.may)
        if (next_one := named_later(scene, recent, index, found, fits.may)) >= 0:
            mention.entity = next_one
            if mention.kind == "noun":
                recent.company.tell(mention, scene.stream)
            return None
        if not found:
            return None
        must = _must_mean(scene, mention, found) or _is_somebodys(scene, recent, index, found)
        must = must or _goes_on(scene, recent, index, found[0])
        several = mention.kind == "pron" and mention.gender == "p" and is_of_several(scene, recent, found[0], mention)
        return Open(index, found, fits.match, must or several, recent, nameless_before(scene, index))

    def tell_age(self, mention: Mention) -> None:
        """Take in what "the 38-year-old" tells of whom it means, found by choice: nobody else has the age."""
        if mention.entity >= 0:
            self._recent.company.tell(mention, self._scene.stream)

    def _tell_of(self, number: int, entity: int) -> None:
        """Let a noun mean the person of whom it tells."""
        noun, recent = self._scene.mentions[number], self._recent
        noun.entity = entity
        recent.company.tell(noun, self._scene.stream)
        recent.strangers.discard(noun.role)
        recent.unnamed.discard(noun.role)

    def go_past(self, index: int, mention: Mention) -> None:
        """Take in a mention whose entity is set, as far as it can be, and whom it binds beside it."""
        scene, recent = self._scene, self._recent
        if mention.kind == "noun":
            keep_apart(scene, recent, index)
        elif mention.kind == "pron" and mention.entity >= 0 and (own := noun_before(scene, index)) >= 0:
            self._tell_of(own, mention.entity)
        if mention.members:
            _bind_group(scene, recent, index, self._weights)
        if mention.category or self._issuers.some_file:
            self._issuers.tell(index)
        if recent.strangers and mention.kind == "name":
            entity = scene.cast.entities[mention.entity]
            if entity.may_be_person:
                name_stranger(recent, entity)
        paragraph = scene.stream.paragraphs[mention.first]
        if paragraph in scene.bylines:
            return
        for part in (*mention.members, mention) if mention.members else (mention,):
            if part.entity >= 0:
                recent.meet(part.entity, index, _tells(scene.profiles[index]), paragraph)


def _tells(profile: Profile) -> bool:
    """Tell whether a mention is who tells something: "results in Kasich claiming the nomination" reports no speech."""
    if profile.form == "ing" and profile.gap == "0":
        return False
    return profile.relation in SPEAKING


def _is_of_body(scene: Scene, recent: Recent, mention: Mention) -> bool:
    """Tell whether a noun for a person means a body: "the publisher", where a company alone is called so."""
    called = recent.company.called(mention.role)
    return bool(called) and all(scene.cast.entities[e].category == "body" for e in called)


def guess(scene: Scene, found: list[int], rows: list[list[str]], weights: dict[str, float], mention: Mention) -> int:
    """Return what the mention means by the weights so far; before there are any, the newest of fitting gender."""
    if not weights:
        fitting = (e for e in found if gender_match(mention, scene.cast.entities[e]) == "=")
        return next(fitting, -1) if mention.kind == "pron" else -1
    scores = [total(weights, row) for row in rows]
    best = max(range(len(scores)), key=scores.__getitem__)
    return found[best] if best < len(found) else -1


def _must_mean(scene: Scene, mention: Mention, found: list[int]) -> bool:
    """Tell whether one of those found is meant: by "he", "the mother of two", "the two", and who has the age told."""
    of_children = mention.role in PARENTS and scene.stream.lows[mention.last - 1] in NUMBERS
    if of_children or (mention.kind == "pron" and mention.gender in ("m", "f")):
        return True
    if is_age(mention.role) and scene.stream.lows[mention.first] == "the":
        # "The 52-year-old" says how old somebody is who has been named, unless "a 52-year-old" has been told of.
        before = scene.stream.lows[max(mention.first - _AGE_WITHIN, 0) : mention.first]
        return not any(low == mention.role and article in SOME for article, low in pairwise(before))
    age = age_told(scene.stream.lows, mention) if mention.kind == "noun" else ""
    if age and _is_told(scene, age, found):
        return True
    return mention.role in TWO and holds_group(scene, found)


def _is_somebodys(scene: Scene, recent: Recent, index: int, found: list[int]) -> bool:
    """Tell whether "his caption" is that of one of those found: somebody near, and nobody without a name is nearer."""
    mention, paragraphs = scene.mentions[index], scene.stream.paragraphs
    if mention.category != "document" or mention.owner not in ("m", "f"):
        return False
    here = paragraphs[mention.first]
    before = (m for m in scene.mentions[max(index - _NEAR_BY, 0) : index] if paragraphs[m.first] == here)
    nameless = any(m.kind == "noun" and m.category == "person" and m.entity < 0 for m in before)
    return not nameless and here - recent.seen(found[0]).paragraph < 2


def _goes_on(scene: Scene, recent: Recent, index: int, newest: int) -> bool:
    """Tell whether "it" is the body that spoke last, with nothing told of since that it may be.

    "“No,” the council said.¶“It is too late,” it added."
    """
    mention, profile = scene.mentions[index], scene.profiles[index]
    if mention.kind != "pron" or mention.gender != "n" or profile.relation not in _SAYING or recent.speaker != newest:
        return False
    spoke = recent.last[newest]
    near = scene.stream.paragraphs[mention.first] - recent.seen(newest).paragraph < 2
    between = scene.mentions[spoke + 1 : index]
    return near and scene.profiles[spoke].relation in _SAYING and not any(m.category or m.entity >= 0 for m in between)


def _is_told(scene: Scene, role: str, entities: list[int]) -> bool:
    return any(role in scene.cast.entities[entity].roles for entity in entities)


def _bind_group(scene: Scene, recent: Recent, index: int, weights: Mapping[str, float]) -> None:
    """Let a joint mention mean its members together; "the star and Eric Esrailian": the star is whoever fits best."""
    mention, following = scene.mentions[index], scene.mentions[index + 1 : index + 2]
    last = mention.members[-1]
    if last.kind == "noun" and last.entity < 0 and following and following[0].kind == "name":
        beside = scene.stream.lows[last.last : following[0].first]
        last.entity = following[0].entity if beside == [","] else -1  # "Tom Ashby and his wife, Rukmini Ashby,"
    taken = {part.entity for part in mention.members}
    for part in mention.members:
        if part.entity >= 0 or not (part.kind == "pron" or (part.kind == "noun" and part.category == "person")):
            continue
        newest = islice(reversed(recent.order), REACHED)
        fitting = [e for e in newest if e not in taken and scene.cast.entities[e].is_person]
        if not fitting:
            continue
        match = recent.company.fitting(part).match
        fitting = [e for e in fitting if match[recent.company.everybody[e].sort] != "!"]
        called = [e for e in fitting if part.role in scene.cast.entities[e].roles]  # "the president": who is called so
        fitting = called or fitting[:6]
        if fitting:
            rows = entity_facts(scene, recent, index, match, fitting, part)
            scores = scores_by(weights).of(rows)
            part.entity = fitting[scores.index(max(scores))]
            taken.add(part.entity)
    parts = [part.entity for part in mention.members if part.entity >= 0]
    if len(set(parts)) > 1:
        mention.entity = scene.cast.group(parts).number


def resolve(scene: Scene, weights: Mapping[str, float]) -> Chances:
    """Set the entity of each pronoun and noun that has one; return by mention how likely the choice is, 0 to 1."""
    sure = Chances()
    score = scores_by(weights).of
    for mention in open_mentions(scene, weights):
        index, found = mention.number, mention.found
        if mention.must and len(found) == 1 and not mention.nameless:
            scene.mentions[index].entity = found[0]
            continue
        best = sure.choose(index, found, score(mention.rows(scene)))
        if best < len(found):
            scene.mentions[index].entity = found[best]
        elif mention.nameless:
            scene.strangers.add(index)
    bind_leftovers(scene)
    return sure
