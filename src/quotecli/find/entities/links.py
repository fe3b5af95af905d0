"""Other names of one person, and names of several: "CM:", "Gus", "Wilhelmina Pike was born", "the Hollises"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container, Iterable, Mapping, Sequence

from quotecli.core.folding import fold
from quotecli.core.names import short_forms
from quotecli.find.entities.entity import Entity
from quotecli.find.entities.name_forms import family_in, is_named_after_people, is_short_company, may_be_given
from quotecli.find.entities.told import gender_of_title, nouns_of, told_of
from quotecli.find.mentions.mention import Mention
from quotecli.find.mentions.tokens import QUOTE, Stream
from quotecli.find.words.closed import FUNCTION, LONGEST_NICKNAME, OWNED_BODIES, is_answered_to, is_capital
from quotecli.find.words.lexicon import gender_of_given, places

_FULL_NAME = re.compile(
    r"(?P<given>[^\W\d_a-z](?<![\w-].)[^\W\d_]+(?:-[^\W\d_]+)?)(?: [A-Z]\.)? (?P<family>[A-Z][\w’'-]*\w)"
)


def bind_families(entities: Sequence[Entity], by_word: Mapping[str, Sequence[Entity]]) -> None:
    """Read "the Hollises" as all persons of that family name who stand in the text, two at least."""
    for entity in entities:
        if len(entity.words) != 1 or entity.is_person or not entity.words[0].endswith("s"):
            continue
        plural = entity.words[0]
        for family in (plural[:-1], plural[:-2]):
            kin = [e.number for e in by_word.get(family, ()) if len(e.words) > 1 and e.words[-1] == family]
            if len(kin) > 1:
                entity.parts, entity.category, entity.gender = tuple(kin), "group", "p"
                break


def bind_initials(entities: Sequence[Entity], stream: Stream) -> None:
    """Read "CM:" as Cyrus Malik: labels of two or three capitals are initials of the one name that has them."""
    labels = [e for e in entities if _letters(e) and e.mentions and all(_is_label(stream, m) for m in e.mentions)]
    if not labels:
        return
    initials: dict[str, list[Entity]] = {}
    for entity in entities:
        if 1 < len(entity.words) < 4 and entity.category != "body" and not _letters(entity):
            for parts in {tuple(entity.words), tuple("-".join(entity.words).split("-"))}:
                initials.setdefault("".join(part[:1] for part in parts), []).append(entity)
    for entity in labels:
        meant = initials.get(_letters(entity), [])
        if len(meant) == 1:
            _join(entity, meant[0])


def bind_cut_names(entities: Sequence[Entity]) -> None:
    """Read "Lisa T" as Lisa Tranter: a given name and a letter are the one full name that begins so."""
    cut = [e for e in entities if len(e.words) == 2 and len(e.words[1].rstrip(".")) == 1 and e.mentions]
    if not cut:
        return
    full: dict[tuple[str, str], list[Entity]] = {}
    for entity in entities:
        if len(entity.words) > 1 and len(entity.words[-1].rstrip(".")) > 1 and entity.category != "body":
            full.setdefault((entity.words[0], entity.words[-1][0]), []).append(entity)
    for entity in cut:
        meant = full.get((entity.words[0], entity.words[1][0]), [])
        if len(meant) == 1:
            _join(entity, meant[0])


def _join(entity: Entity, meant: Entity) -> None:
    """Let all mentions of an entity mean another."""
    for mention in entity.mentions:
        mention.entity = meant.number
    meant.mentions += entity.mentions
    entity.mentions = []


def _letters(entity: Entity) -> str:
    """Return the letters of what may be initials: of "CM", "C. M." and "TM-L" (Mbeki-Lund); "" if they aren't."""
    if len(entity.words) == 1:
        return entity.words[0].replace("-", "")
    return "".join(entity.words) if all(len(word) == 1 for word in entity.words) else ""


_LABEL_ENDS = frozenset((":", ".", "–", "—"))


def _is_label(stream: Stream, mention: Mention) -> bool:
    after = stream.lows[mention.last] if mention.last < len(stream.words) else ""
    bold = after == "*" == stream.lows[max(mention.first - 1, 0)]  # "**PA** Why?"
    doubled = after == ")" and stream.lows[max(mention.first - 2, 0) : mention.first] == ["(", "("]  # "((PA))"
    return stream.words[mention.first].isupper() and (bold or doubled or after in _LABEL_ENDS)


def read_nicknames(stream: Stream, named: Sequence[Mention], hidden: Sequence[str]) -> dict[tuple[str, ...], Mention]:
    """Return the nicknames that the text tells of, folded, with the full name of whose they are.

    They stand in marks inside that name (Norman “Nobby” Clarke), or as what somebody answers to. `hidden` are the
    texts in marks.
    """
    found: dict[tuple[str, ...], Mention] = {}
    for mention in named:
        if len(mention.words) < 2 or QUOTE not in stream.words[mention.first + 1 : mention.last]:
            continue
        for at in range(mention.first + 1, mention.last):
            if stream.words[at] == QUOTE and (words := hidden[stream.piece_of[at]].split()):
                found[tuple(fold(word) for word in words)] = mention
    full = [mention for mention in named if len(mention.words) > 1]
    firsts = [mention.first for mention in full]
    for at, piece in stream.piece_of.items() if full else ():
        words = hidden[piece].rstrip(",.").split()
        if is_answered_to(stream.lows, at) and len(words) <= LONGEST_NICKNAME and all(map(is_capital, words)):
            low, high = stream.sentence_span(at)
            behind = bisect_left(firsts, at)
            nearest = full[max(behind - 1, 0) : behind] + full[behind : behind + 1]
            bearer = next((mention for mention in nearest if low <= mention.first < high), None)
            if bearer is not None:  # "Known to all as “Red,” Hortensia Vega …"
                found.setdefault(tuple(fold(word) for word in words), bearer)
    return found


def owned_bodies(entities: Sequence[Entity]) -> dict[tuple[str, ...], Entity]:
    """Return the bodies that are named by whose they are, by the last two words of their names."""
    bodies = [entity for entity in entities if entity.category == "body" and entity.words[-1] in OWNED_BODIES]
    return {body.words[-2:]: body for body in reversed(bodies)}


def own_body(entities: list[Entity], owned: dict[tuple[str, ...], Entity], owner: Entity, noun: str) -> Entity:
    """Return the body that is named by whose it is, made where the text doesn't call it so: "the Tarry campaign".

    One that is made is added to `entities` and `owned`, see `owned_bodies`.
    """
    words = (owner.words[-1], noun)
    if words not in owned:
        owned[words] = Entity(len(entities), words, f"{family_in(owner.name)} {noun}", "n", "body")
        entities.append(owned[words])
    return owned[words]


def company_of(mention: Mention, known: Sequence[Entity]) -> Entity | None:
    """Return the one of `known` that a name is short for: "Dunmore Rail" is Dunmore Rail Holdings; None for none."""
    if " ".join(mention.words) in places():
        return None
    given = gender_of_given(mention.words[0])
    for entity in known:
        begins = len(mention.words) > 1 and entity.words[: len(mention.words)] == mention.words
        body = entity.category == "body"
        told = (begins and body) if given else (begins or body)
        if told and is_short_company(entity.words, mention.words):
            return entity
    return None


_FATHERS = frozenset("abu umm um".split())
"""What begins an Arabic name that tells whose father or mother somebody is."""


def short_for(words: tuple[str, ...]) -> tuple[set[str], tuple[str, ...]]:
    """Return the words that may mean a new name alone, its first and last, then those between.

    "The Tarry campaign" is no Tarry, Comet Ruiz no Ruiz, and Abu Karim, the father of Karim, is never Karim.
    """
    last = words[-1]
    if (words[0] in _FATHERS and len(words) > 1) or is_named_after_people(words):
        return set(), ()
    inner = words[:-1] if last not in OWNED_BODIES else ()
    return {*inner[:1], last, *last.split("-")}, inner[1:]


def called_in_short(
    word: str, by_word: Mapping[str, Sequence[Entity]], apart: Container[tuple[str, ...]]
) -> list[Entity]:
    """Return the one person whose given name is one that `word` is short for: "Lenny" is Leonard Ross; [] for none.

    `apart` holds the names of which a word of kinship tells that they are another's: Robert is Rob's father.
    """
    if (word,) in apart or not (gender_of_given(word) or short_forms(word)):
        return []
    alike = (e for given in short_forms(word) for e in by_word.get(given, ())[-_LOOKED_AT:] if e.words[0] == given)
    found = {e.number: e for e in alike if len(e.words) > 1 and e.category != "body" and e.words not in apart}
    return list(found.values()) if len(found) == 1 else []


def short_names(stream: Stream, named: Sequence[Mention]) -> frozenset[str]:
    """Return the words, folded, that stand alone in brackets: "the Allied Depot Workers' Union (Adwu)"."""
    lows = stream.lows
    return frozenset(
        mention.words[0]
        for mention in named
        if len(mention.words) == 1
        and lows[max(mention.first - 1, 0)] == "("
        and lows[mention.last : mention.last + 1] == [")"]
    )


def complete(entities: Sequence[Entity], hidden: Sequence[str]) -> None:
    """Give persons known by the family name alone the full name that stands in a quotation or headline (`hidden`)."""
    short = {e.words[0]: e for e in entities if len(e.words) == 1 and e.category != "body" and not e.forms}
    if not short:
        return
    for text in hidden:
        for found in _FULL_NAME.finditer(text):
            entity = short.get(fold(found["family"]))
            if entity is None or not may_be_given(found["given"]):
                continue
            if (given := fold(found["given"])) != entity.words[0]:  # “I put ‘Ani Ani’,” said Ani, who has one name
                entity.words = (given, *entity.words)
                entity.forms[f"{found['given']} {found['family']}"] += 1
                del short[entity.words[-1]]


def complete_labels(entities: Sequence[Entity], stream: Stream, hidden: Sequence[str]) -> None:
    """Give who stands by one name alone before the lines of a script the full name that the lines tell (`hidden`).

    "Petra: Welcome! I'm Petra Lindgate." Nobody has it where two names begin so.
    """
    alone = [e for e in entities if len(e.words) == 1 and e.category != "body" and _opens_lines(e, stream)]
    if not alone:
        return
    told: dict[str, set[tuple[str, str]]] = {entity.words[0]: set() for entity in alone}
    for text in hidden:
        for found in _FULL_NAME.finditer(text):
            if (given := fold(found["given"])) in told and fold(found["family"]) not in FUNCTION:
                told[given].add((found["given"], found["family"]))
    for entity in alone:
        if len(names := told[entity.words[0]]) == 1:
            given, family = names.pop()
            entity.words = (entity.words[0], fold(family))
            entity.forms[f"{given} {family}"] += 1


def _opens_lines(entity: Entity, stream: Stream) -> bool:
    """Tell whether somebody is named only as labels before lines are, "Petra:" or "Petra and Owen:"."""
    lows, opened = stream.lows, stream.opened
    for mention in entity.mentions:
        begin = opened[stream.paragraphs[mention.first]]
        second = mention.first == begin + 2 and lows[begin + 1] == "and"
        first = mention.first == begin and lows[mention.last : mention.last + 1] == ["and"]
        if not (first or (lows[mention.last : mention.last + 1] == [":"] and (second or mention.first == begin))):
            return False
    return bool(entity.mentions)


def born_as(stream: Stream, mention: Mention, namesakes: Sequence[Entity]) -> Entity | None:
    """Return whom an obituary tells to have had this name at birth: "Wilhelmina Pike was born on …", née Pike.

    `namesakes` are those of the same given name; None where they are none or several.
    """
    born = stream.lows[mention.last : mention.last + 2] == ["was", "born"]
    if not born or len(mention.words) != 2 or not gender_of_given(mention.words[0]):
        return None
    others = [e for e in namesakes if len(e.words) > 1 and e.words[0] == mention.words[0] and e.category != "body"]
    return others[0] if len(others) == 1 and others[0].words[-1] != mention.words[-1] else None


def elders(stream: Stream, named: Sequence[Mention]) -> set[int]:
    """Return by `id` the names that are a father's, though his son's has "Jr." behind it and stands first.

    "President Ray Ellis", where Ray Ellis Jr. has not that office, and a son or father is told of beside it, or the
    text says "Ellis Jr." to tell them apart; and "his father, Ray Ellis".
    """
    juniors: dict[tuple[str, str], list[Mention]] = {}
    short: set[str] = set()
    for mention in named:
        if mention.generation == "jr" and len(mention.words) > 1:
            juniors.setdefault((mention.words[0], mention.words[-1]), []).append(mention)
        elif mention.generation == "jr":
            short.add(mention.words[-1])
    if not juniors:
        return set()
    found: set[int] = set()
    for mention in named:
        full = len(mention.words) > 1 and not mention.generation
        sons = juniors.get((mention.words[0], mention.words[-1])) if full else None
        if sons is None:
            continue
        first, end = stream.sentence_span(mention.first)
        father = "father" in (mention.role, *stream.lows[max(first, mention.first - 3) : mention.first])
        beside = not _SONS.isdisjoint(stream.lows[first:end]) or mention.words[-1] in short
        office = mention.role and not gender_of_title(mention.role) and beside
        if father or (office and not any(_holds(stream, son, mention.role) for son in sons[:_LOOKED_AT])):
            found.add(id(mention))
    return found


def _holds(stream: Stream, mention: Mention, office: str) -> bool:
    """Tell whether this title or office stands by a name, whatever it is called there: "Sen.", "the senator"."""
    told = (mention.role, *(low for low, _ in told_of(stream, mention)))
    return not set(nouns_of(office)).isdisjoint(noun for low in told if low for noun in nouns_of(low))


_SONS = frozenset("son father dad".split())
_LOOKED_AT = 10
"""Names of one who may be told to have an office."""
_RESPECT = frozenset("mr mrs ms miss dr sir lady lord dame".split())


def tell_apart_by_title(entities: Iterable[Entity], stream: Stream) -> None:
    """Name who have nothing but the same family name by their titles: "Mr Poole" and "Mrs Poole"."""
    alike: dict[str, list[Entity]] = {}
    for entity in entities:
        if len(entity.words) == 1 and entity.category != "body" and not entity.parts:
            alike.setdefault(entity.words[0], []).append(entity)
    for namesakes in alike.values():
        for entity in namesakes if len(namesakes) > 1 else ():
            titled = (mention for mention in entity.mentions if mention.role in _RESPECT)
            title = next((stream.words[mention.first] for mention in titled), "")
            if title and not entity.name.startswith(title):
                entity.name = f"{title} {entity.name}"
