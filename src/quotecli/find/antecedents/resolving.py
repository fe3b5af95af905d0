"""Leads pronouns, and nouns such as "the senator", to the person or body they mean, in the order of the text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from quotecli.find.antecedents.apposed import bind_apposed, bind_introduced, bind_office, bind_relative
from quotecli.find.antecedents.features import TWO, entity_facts, nobody_facts
from quotecli.find.antecedents.fitting import gender_match
from quotecli.find.antecedents.leftovers import bind_leftovers
from quotecli.find.antecedents.named_later import introduced, named_later
from quotecli.find.antecedents.obituaries import departed, means_departed
from quotecli.find.antecedents.options import holds_group, options
from quotecli.find.antecedents.recent import Recent
from quotecli.find.antecedents.ruled_out import age_told
from quotecli.find.antecedents.strangers import follows_stranger, is_stranger, keep_apart, name_stranger
from quotecli.find.entities.entity import Entity
from quotecli.find.learned.model import Chances, total
from quotecli.find.learned.scores import Said, named, scores_by
from quotecli.find.mentions.body_sorts import OF_BOTH
from quotecli.find.mentions.mention import Mention
from quotecli.find.mentions.profiles import Profile
from quotecli.find.scene.scene import Scene
from quotecli.find.words.closed import NUMBERS, PARENTS
from quotecli.find.words.lexicon import vocabulary

_OUTSIDE = vocabulary("outside")
"""Who speak of a body and are none of it."""
_RESOLVED = frozenset("mfnpr")
_NAMED = 20
"""Bearers of one word that a document's noun is held against."""
_INDEFINITE = vocabulary("indefinite")
_ISSUING = vocabulary("issuing (resolving)")
_TELLER_WITHIN = 5
"""Mentions from a document's noun back to who says something in it."""
_ISSUED_WITHIN = 5
_ABOUT = frozenset("of on into about".split())
_ABOUT_WITHIN = 8
"""Words from a document's noun to who issued it, of which some tell what it is about."""
_FILED = frozenset("brought filed written authored drafted prepared commissioned submitted compiled".split())
_SUING = frozenset(("sued", "sues", "suing"))
_WRITING = {"wrote": "letter", "written": "letter"}
"""What somebody has sent who is told to have written to others: "the council wrote to residents"."""
_MAILING = {"emailed": "email", "e-mailed": "e-mail"}
_HELPING = frozenset(("has", "have", "had", "is", "are", "also"))
_READING = frozenset("reads read begins began ends ended opens opened concludes concluded".split())
"""What is told of a text: "it reads"."""
_IT = "it"
_FILING = _SUING | _WRITING.keys() | _MAILING.keys()
_LAWSUIT = "lawsuit"
_SAME_DOCUMENT = dict.fromkeys(("complaint", "filing", "suit"), _LAWSUIT)
"""Nouns for what somebody who sues files."""


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
    return mention.kind == "noun" and mention.category in ("person", "body", "group")


class Open(NamedTuple):
    """A mention to resolve.

    Attributes:
        number: the mention's.
        found: whom it may mean, the newest first.
        match: how the genders agree, see `Fitting.match`.
        must: whether it means one of these.
        recent: who was mentioned before.
    """

    number: int
    found: list[int]
    match: list[str]
    must: bool
    recent: Recent

    def rows(self, scene: Scene) -> list[tuple[Said, ...]]:
        """Return what is said of each whom it may mean, then of nobody if it may be nobody."""
        rows = entity_facts(scene, self.recent, self.number, self.match, self.found)
        return rows if self.must else [*rows, nobody_facts(scene, self.recent, scene.mentions[self.number], rows)]


def walk(scene: Scene, weights: Mapping[str, float]) -> Iterator[tuple[int, list[int], list[list[str]], Recent]]:
    """Yield each mention to resolve with its options and their features; the caller sets `mention.entity`.

    `weights` decide, where there are any, who a member of a group is ("the star and Eric Esrailian").
    """
    for mention in open_mentions(scene, weights):
        yield mention.number, mention.found, [named(row) for row in mention.rows(scene)], mention.recent


def open_mentions(scene: Scene, weights: Mapping[str, float]) -> Iterator[Open]:
    """Yield each mention to resolve, in the order of the text; the caller sets its entity before it goes on."""
    recent = Recent(scene)
    issuers: dict[str, int] = {}
    dead = departed(scene)
    filing = not _FILING.isdisjoint(scene.stream.lows)
    foreign, lows, paragraphs = not scene.stream.english, scene.stream.lows, scene.stream.paragraphs
    for index, mention in enumerate(scene.mentions):
        kind = mention.kind
        if kind == "name":  # who it means its words tell
            if foreign:
                bind_office(scene, index)
        elif kind not in ("noun", "pron") or (kind == "noun" and mention.last in scene.label_ends):
            pass  # so do those of a label, and the members of a joint one
        elif kind == "pron" and mention.gender == "r":
            bind_relative(scene, index)
        elif kind == "noun" and (bind_apposed(scene, index) or bind_introduced(scene, index)):
            recent.company.tell(mention, scene.stream)
        elif (told := _told(scene, recent, index, dead, issuers)) >= 0:
            mention.entity = told
        elif is_stranger(scene, recent, mention) if kind == "noun" else follows_stranger(scene, index):
            scene.strangers.add(index)
        elif wants_antecedent(mention, lows[mention.first]):
            fits = recent.company.fitting(mention)
            if mention.role in OF_BOTH and _is_of_body(scene, recent, mention):
                mention.category, mention.gender = "body", "n"
                fits = recent.company.fitting(mention)
            found = options(scene, recent, index, fits.may)
            if (next_one := named_later(scene, recent, index, found, fits.may)) >= 0:
                mention.entity = next_one
                if mention.kind == "noun":
                    recent.company.tell(mention, scene.stream)
            elif found:
                must = _must_mean(scene, recent, mention, found, fits.match)
                yield Open(index, found, fits.match, must, recent)
                if mention.entity >= 0 and mention.role.endswith("-year-old"):  # nobody else has the age after that
                    recent.company.tell(mention, scene.stream)
        if kind == "noun":
            keep_apart(scene, recent, index)
        if filing and mention.entity >= 0 and not mention.modifies and (made := _files(lows, mention.last)):
            issuers[made] = mention.entity
        if mention.category == "document" or (kind == "noun" and mention.entity >= 0):
            _issue(scene, index, issuers)
        named = recent.strangers and kind == "name" and mention.entity >= 0
        if named and (entity := scene.cast.entities[mention.entity]).may_be_person:
            name_stranger(recent, entity)
        if mention.members:
            _bind_group(scene, recent, index, weights)
        if paragraphs[mention.first] in scene.bylines:
            continue
        for part in (*mention.members, mention) if mention.members else (mention,):
            if part.entity >= 0:
                recent.meet(part.entity, index, _tells(scene.profiles[index]), paragraphs[mention.first])


def _told(scene: Scene, recent: Recent, index: int, dead: int, issuers: Mapping[str, int]) -> int:
    """Return whom a mention means by what the text tells, without a choice between several; -1 where it tells nothing.

    `dead` is who died, in an obituary.
    """
    mention = scene.mentions[index]
    if dead >= 0 and means_departed(scene, index, dead, recent.speaker):
        return dead
    if mention.owner and (owned := _owned(scene, recent, index, issuers)) >= 0:
        return owned
    if mention.kind == "pron" and mention.gender == "n":
        reads = not _READING.isdisjoint(scene.stream.lows[mention.last : mention.last + 1])
        return issuers.get(_IT, -1) if reads else -1
    return introduced(scene, recent, index)


def _tells(profile: Profile) -> bool:
    """Tell whether a mention is who tells something: "results in Kasich claiming the nomination" reports no speech."""
    if profile.form == "ing" and profile.gap == "0":
        return False
    return profile.relation in ("SV", "VS", "ACC")


def _is_of_body(scene: Scene, recent: Recent, mention: Mention) -> bool:
    """Tell whether a noun for a person means a body: "the publisher", where a company alone is called so."""
    called = recent.company.called(mention.role)
    return mention.kind == "noun" and bool(called) and all(scene.cast.entities[e].category == "body" for e in called)


def _owned(scene: Scene, recent: Recent, index: int, issuers: Mapping[str, int]) -> int:
    """Return whom "her husband" means, and who issued "its report"; -1 where the text tells of no such."""
    mention = scene.mentions[index]
    if mention.category == "document":
        return _told_behind(scene, index) if (filer := _filed(scene, mention, issuers)) < 0 else filer
    return scene.cast.kinship.meant(mention, reversed(recent.order), scene.cast.entities)


def guess(scene: Scene, found: list[int], rows: list[list[str]], weights: dict[str, float], mention: Mention) -> int:
    """Return what the mention means by the weights so far; before there are any, the newest of fitting gender."""
    if not weights:
        fitting = (e for e in found if gender_match(mention, scene.cast.entities[e]) == "=")
        return next(fitting, -1) if mention.kind == "pron" else -1
    scores = [total(weights, row) for row in rows]
    best = max(range(len(scores)), key=scores.__getitem__)
    return found[best] if best < len(found) else -1


def _must_mean(scene: Scene, recent: Recent, mention: Mention, found: list[int], match: list[str]) -> bool:
    """Read "he", "the mother of two", "the two" and who has the age told mean somebody whenever somebody fits.

    `match` tells how the genders agree, see `Fitting.match`.
    """
    of_children = mention.role in PARENTS and scene.stream.lows[mention.last - 1] in NUMBERS
    if of_children or (mention.kind == "pron" and mention.gender in ("m", "f")):
        return recent.company.somebody_fits(found, match)
    age = age_told(scene.stream.lows, mention) if mention.kind == "noun" else ""
    if age and _is_told(scene, age, found):
        return True
    return mention.role in TWO and holds_group(scene, found)


def _is_told(scene: Scene, role: str, entities: list[int]) -> bool:
    return any(role in scene.cast.entities[entity].roles for entity in entities)


def _bind_issuer(scene: Scene, index: int, issuers: dict[str, int]) -> None:
    """A document's words belong to the body or person that issued it, where the text names it."""
    mention, stream = scene.mentions[index], scene.stream
    if mention.owned_by is not None:
        mention.entity = mention.owned_by.entity
    elif mention.entity < 0:
        following = scene.mentions[index + 1] if index + 1 < len(scene.mentions) else None
        low = stream.lows[mention.last] if mention.last < len(stream.words) else ""
        names = following is not None and following.entity >= 0 and following.first <= mention.last + 2
        if (issuer := _issuer_behind(scene, index)) >= 0:
            mention.entity = issuer
        elif following and names and low in ("from", "by", "of"):
            body = scene.cast.entities[following.entity].category == "body"
            mention.entity = following.entity if body or low != "of" else -1
    if mention.entity < 0 and mention.kind == "noun":
        joint = "joint" in stream.lows[mention.first : mention.last]
        mention.entity = _who_join(scene, index) if joint else _named_inside(scene, mention)
    if mention.entity < 0 and index:
        before = scene.mentions[index - 1]
        between = stream.lows[before.last : mention.first]
        if before.entity >= 0 and len(between) <= 4 and _ISSUING.intersection(between):
            mention.entity = before.entity
    # "in the report" may be anybody's
    own = mention.owner in ("m", "f", "n", "p") or stream.lows[mention.first] in ("a", "an")
    if mention.entity < 0 and own and stream.lows[max(mention.first - 1, 0)] == "in":
        verbs = (mention.first - 2, mention.first - 3)  # "said in a memo", "told employees in a memo"
        mention.entity = max(_who_tells(scene, index, verb) for verb in verbs)
    role = _SAME_DOCUMENT.get(mention.role, mention.role)
    if mention.entity >= 0:
        issuers[role] = mention.entity
    elif stream.lows[mention.first] in ("the", "this", "that", "its", mention.role):
        mention.entity = issuers.get(role, -1)


def _issue(scene: Scene, index: int, issuers: dict[str, int]) -> None:
    """Bind a document to its issuer, and one that stands before whom a noun means: "a report by the department"."""
    before, mention = scene.mentions[max(index - 1, 0)], scene.mentions[index]
    if mention.kind == "noun" and mention.entity >= 0 and before.category == "document" and before.entity < 0:
        between = scene.stream.lows[before.last : mention.first]
        before.entity = mention.entity if between == ["by"] else -1
    if mention.category == "document":
        _bind_issuer(scene, index, issuers)
        issuers[_IT] = mention.entity


def _who_join(scene: Scene, index: int) -> int:
    """Return whom "a joint statement" is by: those named together last in its sentence; -1 where there are none."""
    sentences, mention = scene.stream.sentences, scene.mentions[index]
    for before in reversed(scene.mentions[max(0, index - _TELLER_WITHIN) : index]):
        if before.entity >= 0 and sentences[before.first] == sentences[mention.first] and before.members:
            return before.entity
    return -1


def _issuer_behind(scene: Scene, index: int) -> int:
    """Return whom the words behind a document name as its issuer; -1 for nobody."""
    mention = scene.mentions[index]
    for behind in scene.mentions[index + 1 : index + 3]:
        between = scene.stream.lows[mention.last : behind.first]
        if behind.entity >= 0 and _issued_by(between, scene.cast.entities[behind.entity]):
            return behind.entity
    return -1


def _issued_by(between: Sequence[str], named: Entity) -> bool:
    """Tell whether the words between a document and a name say whose it is: "a lawsuit filed Monday by Ana Ruiz".

    Of a body "a study of rural bakeries by the Futures Institute" does as well.
    """
    between = between[:-1] if between[-1:] == ["the"] else between
    if between[-1:] == ["by"] and named.category == "body" and between[0] in _ABOUT and "," not in between:
        return len(between) <= _ABOUT_WITHIN
    return (
        1 < len(between) <= _ISSUED_WITHIN and between[-1] == "by" and (between[0] in _ISSUING or between[0] in _FILED)
    )


def _files(lows: Sequence[str], at: int) -> str:
    """Return what somebody makes whose verb stands here: a lawsuit of who "has sued", a letter of who "wrote to"."""
    at += 1 if lows[at : at + 1] and lows[at] in _HELPING else 0
    verb, *behind = lows[at : at + 2] or [""]
    if verb in _SUING:
        return _LAWSUIT
    return _MAILING.get(verb) or (_WRITING.get(verb, "") if behind == ["to"] else "")


def _filed(scene: Scene, mention: Mention, issuers: Mapping[str, int]) -> int:
    """Return who filed "her complaint", where the text has told of one who sues; -1 where it has not."""
    sues = issuers.get(_LAWSUIT, -1) if _SAME_DOCUMENT.get(mention.role, mention.role) == _LAWSUIT else -1
    fits = sues >= 0 and gender_match(mention, scene.cast.entities[sues]) != "!"
    return sues if fits else -1


def _told_behind(scene: Scene, index: int) -> int:
    """Return who is named behind a document of their own: "In its report, the Harbour Board found"; -1 for nobody."""
    mention, lows = scene.mentions[index], scene.stream.lows
    owned = mention.owner in ("n", "m", "f", "p") and mention.first > 0 and lows[mention.first - 1] == "in"
    if not owned or index + 1 >= len(scene.mentions) or lows[mention.last : mention.last + 1] != [","]:
        return -1
    following = scene.mentions[index + 1]
    tells = scene.profiles[index + 1].relation == "SV" and following.kind == "name" and not following.modifies
    return following.entity if tells and following.first <= mention.last + 2 else -1


def _who_tells(scene: Scene, index: int, verb: int) -> int:
    """Return who is the subject of the reporting verb here, -1 for nobody: "the council …, said in a statement"."""
    for number in range(index - 1, max(index - _TELLER_WITHIN, -1), -1):
        profile, teller = scene.profiles[number], scene.mentions[number]
        inserted = teller.last == verb and scene.stream.lows[verb] == ","  # "the council, in a statement, said"
        if profile.relation == "SV" and (profile.at == verb or inserted):
            return teller.entity
    return -1


def _named_inside(scene: Scene, mention: Mention) -> int:
    """Return whose name stands before a document's noun, -1 for nobody's: "a State Department report"."""
    words = scene.stream.words[mention.first + 1 : mention.last - 1]
    if not words or not all(word[0].isupper() for word in words):
        return -1
    name = tuple(scene.stream.lows[mention.first + 1 : mention.last - 1])
    known = (e for e in scene.cast.by_word.get(name[-1], ())[:_NAMED] if e.words == name and not e.is_place)
    return next((entity.number for entity in known), -1)


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
        fitting = [e for e in reversed(recent.order) if e not in taken and scene.cast.entities[e].is_person]
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
        if mention.must and len(found) == 1:
            scene.mentions[index].entity = found[0]
            continue
        best = sure.choose(index, found, score(mention.rows(scene)))
        if best < len(found):
            scene.mentions[index].entity = found[best]
    bind_leftovers(scene)
    return sure
