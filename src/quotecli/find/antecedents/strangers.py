"""Nouns and pronouns that mean somebody who has no name in the text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from quotecli.find.antecedents.fitting import gender_match
from quotecli.find.antecedents.recent import Recent
from quotecli.find.antecedents.set_apart import gender_told, set_apart
from quotecli.find.entities.entity import Entity
from quotecli.find.entities.name_forms import FAMILY
from quotecli.find.mentions.mention import Mention
from quotecli.find.mentions.tokens import QUOTE
from quotecli.find.scene.scene import Scene
from quotecli.find.words.closed import OFFICES, OURS, THRONES, is_age
from quotecli.find.words.lexicon import role_class, roles, synonyms, vocabulary

SOME = frozenset("a an one another".split())
"""Articles behind which somebody new comes in."""
_NEW, _SUBJECTS = frozenset(("a", "an")), frozenset(("he", "she"))
_PEOPLE = vocabulary("people")
_THEIRS = frozenset(("its", "their"))
SPEAKING_FOR = frozenset("spokesman spokeswoman spokesperson publicist rep lawyer attorney solicitor aide".split())
_APPOSED_WITHIN = 14
"""Words of a relative clause behind which a name tells who is meant."""
_SAYS = ("SV", "VS")
_ASKING = frozenset("ask inquire enquire wonder".split())
_INTERVIEWING = frozenset("correspondent host interviewer journalist moderator newsman presenter reporter".split())
_NEAR_BY = 6
"""Mentions back that somebody nameless may be meant by "he"."""
_LISTENING, _SPOKEN_TO = frozenset("correspondent editor reporter".split()), frozenset(("by", "to", "with"))
_INTERVIEWED = frozenset("interviewed met spoke speaks talked talks".split())
_RELATED = frozenset("colleague coworker cousin friend mate neighbor neighbour pal relative roommate".split())
"""What somebody is to others: "She wrote to a friend. Ruiz …": the friend is not Ruiz."""
_BY_SIGHT = frozenset(
    "boy child girl lad man patient sufferer survivor teen teenager toddler victim woman youth".split()
)
"""Who is told of as that is nobody who is named with a trade: "A man fell ill." … "said Tom Orr, a specialist"."""
_WITHHELD = (
    "not to be named", "not to be identified", "name not be", "not be named", "not be identified", "anonymity",
    "to remain anonymous", "did not want to give", "declined to give", "refused to give", "give her name only",
    "give his name only", "not want to be named", "n't want to be named", "name not", "not authorized to",
    "not authorised to", "not give his name", "not give her name",
)  # fmt: skip
_WITHHELD_WITHIN = 16
"""Words behind a noun that say whether the name is kept back."""
_NAMELESS = frozenset("insider source onlooker eyewitness tipster informant caller voice".split())
"""Who is called so has no name in the text."""


def is_stranger(scene: Scene, recent: Recent, mention: Mention) -> bool:
    """Read "A former engineer said …", "the engineer said": nobody named, unless somebody is named in between.

    The noun of somebody new is added to those of the strangers met so far.
    """
    if mention.category != "person" or mention.modifies:
        return False
    lows = scene.stream.lows
    if lows[mention.first] in SOME:
        recent.strangers.add(mention.role)
        recent.unnamed.add(mention.role)
        recent.brought[mention.role] = mention.first
        return False
    withheld = lows[mention.first] == "the" and _is_withheld(lows, mention.last)
    if withheld:
        recent.withheld.add(mention.role)
    if withheld or (lows[mention.first] == "the" and _is_new(scene, recent, mention)):
        recent.strangers.add(mention.role)
    if lows[mention.first] != "the" or mention.role not in recent.strangers:
        return lows[mention.first] == "the" and mention.role in _NAMELESS
    since = _told_here_alone(scene, recent, mention)
    return not any(_is_known(scene, recent, role, since) for role in (mention.role, *synonyms().get(mention.role, ())))


def _told_here_alone(scene: Scene, recent: Recent, mention: Mention) -> int:
    """Return where a paragraph opens that has told of somebody new by the noun that stands in it, -1 if it has not."""
    brought = recent.brought.get(mention.role, -1)
    paragraphs = scene.stream.paragraphs
    here = brought >= 0 and paragraphs[brought] == paragraphs[mention.first]
    return scene.stream.opened[paragraphs[brought]] if here else -1


def _is_known(scene: Scene, recent: Recent, role: str, since: int) -> bool:
    """Tell whether somebody who has been named, and told of behind a word `since`, is called so."""
    called = recent.company.called(role) & recent.last.keys()
    named = [entity for entity in called if scene.mentions[recent.last[entity]].first >= since]
    return any(recent.company.everybody[entity].is_person for entity in named)


def _is_new(scene: Scene, recent: Recent, mention: Mention) -> bool:
    """Tell whether what follows a noun tells for the first time whom it means: "the doctor who treated her".

    Not in an article's opening, which may tell of somebody before naming them, nor where somebody is called so.
    """
    lows, last = scene.stream.lows, mention.last
    told = lows[last : last + 1] == ["who"] or lows[last : last + 2] in (["of", "a"], ["of", "an"])
    if not told or scene.stream.paragraphs[mention.first] < scene.opening:
        return False
    if any(
        lows[name.first - 1] == "," and name.first - last < _APPOSED_WITHIN for name in _names_behind(scene, mention)
    ):
        return False  # "The policeman who came for them, Colonel Orr, had a cold"
    return not recent.company.persons(recent.company.called(mention.role))


def _names_behind(scene: Scene, mention: Mention) -> list[Mention]:
    """Return the first few names behind a mention in its sentence."""
    at, high = bisect_left(scene.at, mention.last), scene.stream.sentence_span(mention.first)[1]
    return [other for other in scene.mentions[at : at + _NEAR_BY] if other.kind == "name" and other.first < high]


def _is_withheld(lows: Sequence[str], last: int) -> bool:
    """Tell whether the words behind a noun say that the name is kept back: ", who asked not to be named"."""
    behind = " ".join(lows[last : last + _WITHHELD_WITHIN]).partition(" . ")[0]
    return any(map(behind.__contains__, _WITHHELD))


def keep_apart(scene: Scene, recent: Recent, index: int) -> None:
    """Add the noun of a person whom nobody named can be, in place: "his foreman", "The operator told her"."""
    mention = scene.mentions[index]
    if mention.entity >= 0 or mention.category != "person":
        return
    if mention.owner or gender_told(scene.stream.lows, mention.last) or set_apart(scene, index):
        recent.strangers.add(mention.role)


def name_stranger(recent: Recent, entity: Entity) -> None:
    """Take a person named here for the stranger told of before, unless he has a post: "A driver …, Sgt. Lee".

    Who has been named already is no stranger of a trade: "Ruiz wrote to a baker. Ruiz …": the baker is another.
    """
    if entity.number in recent.last:
        kept = _RELATED | recent.withheld
        recent.strangers = {role for role in recent.strangers if role in kept or role_class(role) != "loose"}
        return
    told = [role for role in entity.roles if not is_age(role)]
    if any(role_class(role) == "post" for role in told):
        recent.strangers.difference_update(told)
    elif any(role_class(role) not in ("loose", "scene") for role in told):
        recent.strangers &= recent.withheld | _BY_SIGHT
    else:
        recent.strangers &= recent.withheld


def follows_stranger(scene: Scene, index: int) -> bool:
    """Read "A spokesman said no. Asked why, he said …": he has no name, unless somebody who fits stands in between."""
    mention, mentions = scene.mentions[index], scene.mentions
    if mention.gender not in ("m", "f"):
        return False
    paragraphs, sentences = scene.stream.paragraphs, scene.stream.sentences
    told_of, own = -1, noun_before(scene, index)
    for number in range(index - 1, max(index - _NEAR_BY, -1), -1):
        before = mentions[number]
        if number == own:
            return False
        if paragraphs[before.first] != paragraphs[mention.first]:
            return _is_told_of_above(scene, number, mention)
        entity = scene.entity_of(before)
        another = entity is not None and (_is_none(entity) or gender_match(mention, entity) == "!")
        if before.modifies or before.possessive or another or is_tagged(scene, before, mention):
            continue
        if entity and before.kind == "name" and _is_only_told_of(scene, number):
            told_of = sentences[before.first]  # "One of the climbers said they had taken Orr for asleep. “…,” he said."
            continue
        if entity or before.kind not in ("noun", "pron"):
            return False
        if before.kind == "pron":
            if number in scene.strangers:
                return before.gender == mention.gender
            continue
        withheld = _is_withheld(scene.stream.lows, before.last)
        leads = withheld or _leads(scene, number)
        if not may_be_meant(scene, number, mention) or not leads or _asks(scene, number):
            continue
        several = _is_one_of(scene, before)
        if before.role == "one" and not several:
            continue
        sure = several or withheld or _opens(scene, number, mention)
        tells = sure and told_of == sentences[before.first]
        return (told_of < 0 or tells) and _is_nameless(scene, number, mention)
    return False


def _is_told_of_above(scene: Scene, number: int, pronoun: Mention) -> bool:
    """Tell whether the paragraph above, which mention `number` is the last of, tells of somebody new and nobody else.

    "A mother of two, who asked not to be named, has waited since May.¶“My son draws our home,” she said."
    """
    stream, mentions = scene.stream, scene.mentions
    here, above = stream.paragraphs[pronoun.first], stream.paragraphs[mentions[number].first]
    opened = stream.opened[above]
    first = bisect_left(scene.at, opened)
    if (
        here - above != 1
        or stream.words[stream.opened[here]] != QUOTE
        or QUOTE in stream.words[opened : stream.opened[here]]
    ):
        return False
    somebody = mentions[first]
    if somebody.kind != "noun" or somebody.first != opened or stream.lows[opened] not in SOME:
        return False
    others = (scene.entity_of(mention) for mention in mentions[first + 1 : number + 1])
    alone = not any(other is not None and other.may_be_person for other in others)
    return alone and may_be_meant(scene, first, pronoun)


def is_tagged(scene: Scene, noun: Mention, pronoun: Mention) -> bool:
    """Tell whether a pronoun's tag parts a noun from its verb: "The president, she said, is …" is not she."""
    beside = pronoun.first == noun.last + 1 and scene.stream.lows[noun.last] == ","
    return beside and scene.stream.lows[pronoun.last + 1 : pronoun.last + 2] == [","]


def noun_before(scene: Scene, index: int) -> int:
    """Return the noun that tells who pronoun `index` is: "A former nurse who lives in Hale, she said no"; -1 for none.

    It opens the sentence; whoever it tells of is nobody new.
    """
    mention, lows = scene.mentions[index], scene.stream.lows
    if mention.gender not in ("m", "f") or lows[mention.first - 1] != "," or lows[mention.first] not in _SUBJECTS:
        return -1
    low = scene.stream.sentence_span(mention.first)[0]
    number = bisect_left(scene.at, low)
    noun = scene.mentions[number]
    opens = number < index and noun.first == low and noun.kind == "noun" and lows[low] in _NEW
    if not opens or noun.category != "person" or noun.gender not in ("u", mention.gender):
        return -1
    between = scene.stream.words[low : mention.first]
    return -1 if QUOTE in between or is_tagged(scene, noun, mention) else number


def _is_none(entity: Entity) -> bool:
    """Tell whether a name is a body's or a place's."""
    return entity.category == "body" or entity.is_place


def _is_only_told_of(scene: Scene, number: int) -> bool:
    """Tell whether somebody named neither leads a sentence nor speaks, nor is told to be who does."""
    apposed = scene.stream.lows[scene.mentions[number].first - 1] in (",", "(")
    return not scene.heads[number] and scene.profiles[number].relation in ("-", "VO") and not apposed


def _is_one_of(scene: Scene, noun: Mention) -> bool:
    """Tell whether a noun opens its sentence and is one of several: "One of the climbers"."""
    opens = scene.stream.sentence_span(noun.first)[0] == noun.first
    return opens and scene.stream.lows[noun.first : noun.first + 2] == ["one", "of"]


def _opens(scene: Scene, number: int, pronoun: Mention) -> bool:
    """Tell whether somebody opens a paragraph in whose first sentence or the next a pronoun stands.

    "Her husband liked Rourke. “He reminds me of Dad,” he said."
    """
    stream, noun = scene.stream, scene.mentions[number]
    first = stream.opened[stream.paragraphs[noun.first]]
    near = stream.sentences[pronoun.first] - stream.sentences[noun.first] <= 1
    beside = scene.stream.lows[noun.last : noun.last + 1] != [","]
    return noun.first == first and near and beside and scene.heads[number]


def may_be_meant(scene: Scene, number: int, pronoun: Mention) -> bool:
    """Tell whether a pronoun may mean whom a noun tells of: a person, "a supplier, who", of no other gender."""
    noun, lows = scene.mentions[number], scene.stream.lows
    if noun.category == "body" and noun.gender == "n":
        following = scene.mentions[number + 1] if number + 1 < len(scene.mentions) else None
        return following is not None and lows[following.first - 1 : following.last] == [",", "who"]
    if noun.gender not in ("u", pronoun.gender):
        return False
    return noun.category == "person" and (noun.role in roles() or noun.role in _PEOPLE or noun.role == "one")


def _leads(scene: Scene, number: int) -> bool:
    """Tell whether somebody leads a sentence, speaks, is asked, or is told to be the writer's: "I asked my brother"."""
    ours = _is_ours(scene, number)
    profile = scene.profiles[number]
    return ours or scene.heads[number] or profile.relation in _SAYS or _is_asked(scene, number)


def _is_ours(scene: Scene, number: int) -> bool:
    """Tell whether somebody is told to be the writer's, but not who only listens: "spoke with our correspondent"."""
    noun, lows = scene.mentions[number], scene.stream.lows
    listens = lows[noun.first - 1] in _SPOKEN_TO or scene.profiles[number].relation == "VO"
    return lows[noun.first] in OURS and not (listens and noun.role in _LISTENING)


def _asks(scene: Scene, number: int) -> bool:
    """Tell whether somebody asks for a living, so that another answers: "A reporter asked why. “I can,” she said"."""
    noun, profile = scene.mentions[number], scene.profiles[number]
    return noun.role in _INTERVIEWING and profile.relation in _SAYS and profile.verb in _ASKING


def _speaks_alone(scene: Scene, number: int) -> bool:
    """Tell whether a noun tells of somebody new who speaks for others or leads a body, and its sentence names nobody.

    "A spokeswoman declined to say more.", "Its owner has cut the night shift."
    """
    noun = scene.mentions[number]
    low = scene.stream.lows[noun.first]
    if not (low in _THEIRS or (low in SOME and noun.role in SPEAKING_FOR)):
        return False
    first, last = (bisect_left(scene.at, at) for at in scene.stream.sentence_span(noun.first))
    named = (scene.entity_of(mention) for mention in scene.mentions[first:last] if mention.kind == "name")
    return not any(entity is not None and entity.may_be_person for entity in named)


def _is_asked(scene: Scene, number: int) -> bool:
    """Tell whether a noun tells of somebody whom another asks, or whom the press has spoken to."""
    profile, first = scene.profiles[number], scene.mentions[number].first
    if profile.relation == "VO" and profile.verb == "ask":
        return True
    verb = first - 2 if scene.stream.lows[first - 1] in _SPOKEN_TO else first - 1
    return scene.stream.lows[verb] in _INTERVIEWED and _is_press(scene, number)


def _is_press(scene: Scene, number: int) -> bool:
    """Tell whether nobody of whom the text tells does something to mention `number`: "The Herald met a father"."""
    low = scene.stream.sentence_span(scene.mentions[number].first)[0]
    for before in reversed(scene.mentions[bisect_left(scene.at, low) : number]):
        entity = scene.entity_of(before)
        if before.kind != "name" or entity is None or entity.is_person:
            return before.gender in ("i", "w")
        return True
    return False


def _is_nameless(scene: Scene, number: int, pronoun: Mention) -> bool:
    """Tell whether the text gives no name to whom a noun before a pronoun tells of."""
    noun, profile, lows = scene.mentions[number], scene.profiles[number], scene.stream.lows
    low, leads = lows[noun.first], scene.heads[number]
    sentences = scene.stream.sentences
    if leads and sentences[pronoun.first] - sentences[noun.first] == 1 and _speaks_alone(scene, number):
        return True
    if _is_ours(scene, number) or _is_withheld(lows, noun.last):
        return True
    if low in SOME and _opens(scene, number, pronoun):
        return True  # "A western diplomat was blunter. “No,” he said."
    if low == "the" and leads:
        return True  # "The governor vetoed the bill. “It is bad,” he said.": of whom the noun told nobody
    if leads and noun.role in FAMILY and (noun.owner or noun.owned_by is not None) and not scene.names_relatives:
        return True  # "Crane's mother wept. “He is a good boy,” she said."
    same = scene.stream.sentences[noun.first] == scene.stream.sentences[pronoun.first]
    kept = low in SOME or low in _THEIRS or noun.role in SPEAKING_FOR or noun.role in THRONES
    kept = kept or (same and noun.role in OFFICES)  # "The health secretary said he was …"
    behind = lows[noun.last : pronoun.first]
    if same and leads and low in SOME and behind.count("who") == 1 and behind[-1] != ",":
        return True  # "An engineer in his 50s, who said he had signed an agreement"
    return kept and (profile.relation in _SAYS or _is_asked(scene, number) or (leads and _is_one_of(scene, noun)))
