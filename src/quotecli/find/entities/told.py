"""What the words around a name tell of its bearer: "striker Mayhew, 34", "Nurses United, the union that …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import zip_longest

from quotecli.core.tables import read_table
from quotecli.find.entities.entity import Entity
from quotecli.find.entities.name_forms import FAMILY, gender_of_thing
from quotecli.find.entities.told_around import BRACKETS, in_brackets, in_service, is_home, of_owner, past_home
from quotecli.find.mentions.mention import Mention
from quotecli.find.mentions.tokens import QUOTE, Stream
from quotecli.find.words.closed import (
    AGE,
    BEHIND,
    DETERMINERS,
    HELPING,
    OF_PARTIES,
    PASTS,
    QUALIFIERS,
    STOPS,
    is_age,
)
from quotecli.find.words.lexicon import category_of, cue_class, places, roles, title_nouns, vocabulary

MALE_TITLES = vocabulary("male titles")
FEMALE_TITLES = vocabulary("female titles")
_BEING = frozenset(("is", "was", "became", "has"))
_LEADING_ON = _BEING | {",", "who"}
"""Words behind a name that tell of its bearer."""
_CHOSEN = frozenset("appointed elected re-elected reelected named made been chosen".split())
"""Between a name and the office that its bearer got: "Strand was appointed chief executive"."""
_RELATING = frozenset("is was as turned became been".split())
_ARTICLES = frozenset(("a", "an", "the"))
_APPOSING = vocabulary("apposing")
_UNITS = frozenset("year years month months minute minutes".split())
_COMPARED = {"younger": "younger", "older": "elder", "elder": "elder"}
"""What is told of whoever is so, compared with another."""
GROUPS = frozenset(("coalition", "group", "network"))
_BEHIND_GROUPS = frozenset(", based for of opposed representing that which".split())
"""Behind a noun for several that tells what sort of body a name is: "Age Forward, a group that …"."""
_SHARES = (["shares", "in"], ["shares", "of"], ["stock", "in"])
"""Before the name of what is traded."""
_ENDS = vocabulary("ends")
_NO_ROLE_BEYOND = _ENDS | STOPS | frozenset(", the a an and former then his her its their".split())
"""Before them a noun tells nothing of the name behind: "a teacher killed in Ashcombe"."""
_SPOUSES = frozenset(("husband", "wife"))
FORMER = frozenset("ex former once one-time onetime retired then".split())
"""What tells that an office is over."""
_RELATIVES = frozenset(("that", "which", "who"))
_LED_BY = (["the"], ["a"], ["an"])
_LED_WITHIN = 5
"""Words from the beginning of a sentence to the clause behind its noun: "The small firm that …"."""
_TOLD_WITHIN = 8
"""Words from a name to an office of its bearer."""
_PARTY, _CABINET = frozenset(("labor", "labour")), frozenset("commissioner minister secretary department".split())
"""A Labour frontbencher holds no office of labour."""
_ELECTED = vocabulary("elected")
"""Who may be told from others by party: the Labour MP is not the Conservative one."""
_SEATED = frozenset("mep mp msp".split())
_MAKING = {"co-founded": "co-founder", "founded": "founder", "owns": "owner"}
_PARTIES = {"r": ("republican", "lawmaker"), "d": ("democrat", "lawmaker"), "i": ("independent", "lawmaker")}


_SEAT = re.compile(r"(?P<party>[RDI])-[A-Z][\w.'’]*")


def gender_of_title(title: str) -> str:
    """Return m or f for a title that tells, else ""."""
    if title in MALE_TITLES:
        return "m"
    return "f" if title in FEMALE_TITLES else ""


def nouns_of(role: str) -> tuple[str, ...]:
    """Return what the bearer of a title or office may be called: "Sgt" is a sergeant and an officer."""
    return (role, *title_nouns().get(role.rstrip("."), ()))


def holders(bearers: list[Entity], role: str) -> list[Entity]:
    """Return those of a name's bearers who are told to have a title: "Sgt Feerick" is the sergeant; all, if none is."""
    nouns = nouns_of(role)
    return [bearer for bearer in bearers if not bearer.roles.isdisjoint(nouns)] or bearers


def office(lows: Sequence[str], first: int, last: int, role: str) -> str:
    """Return the office that the words from `first` to `last` name: "foreign minister"; "" for "the minister"."""
    for at in range(max(first, 1), min(last, len(lows))):
        if lows[at] == role and (told := _office_at(lows, at)):
            return told
    return ""


def office_of(lows: Sequence[str], mention: Mention, role: str, edge: int) -> str:
    """Return the office of who is named, as the words nearest to the name tell it; "" for none.

    `edge` is where the words begin that may tell of it.
    """
    if not role:
        return ""  # most names
    first, last = mention.first, mention.last
    before, behind = range(first - 1, max(edge, first - _TOLD_WITHIN, 1) - 1, -1), range(last, last + _TOLD_WITHIN)
    for at in (*range(first, last), *before, *filter(len(lows).__gt__, behind)):
        if lows[at] == role and at:
            return _office_at(lows, at)
    return ""


def _office_at(lows: Sequence[str], at: int) -> str:
    """Return the office that the noun at a word and the word before it name, "" for none."""
    role, told = lows[at], lows[at - 1]
    if told in OF_PARTIES and role in _ELECTED:
        return f"{told} {role}"
    return f"{told} {role}" if told in QUALIFIERS and (told not in _PARTY or role in _CABINET) else ""


def told_of(stream: Stream, mention: Mention) -> list[tuple[str, str]]:
    """Return nouns told of a named mention, with `person` or `body`: what kind of bearer each is for.

    Args:
        stream: the article's words.
        mention: the name.
    """
    lows = stream.lows
    edge = stream.first[stream.sentences[mention.first]]
    told = _in_name(lows[mention.first : max(mention.last - 1, mention.first + 1)])  # "Age Forward" is no forward
    if told and pair_of(lows, mention):
        told = []
    if lows[mention.last - 1] in _SEATED:
        told.append((lows[mention.last - 1], "person"))  # "Ana Ruiz MP"
    if mention.first > edge:
        told += _before(stream, mention, edge)
        if lows[mention.first - 2 : mention.first] in _SHARES:
            told.append(("company", "body"))
    at = past_home(stream, mention)
    if at + 1 >= len(lows) or stream.paragraphs[at + 1] != stream.paragraphs[mention.first]:
        return told  # "Dear Bob," stands above "The mayor"
    if lows[at] == "(":
        if _category(lows[at + 1]) == "person" and lows[at + 2 : at + 3] in ([")"], [","]):
            told.append((lows[at + 1], "person"))  # "Dame Honor Pask (Chair)", "(Mayor, in the chair)"
        told += [(role, "person") for role in _PARTIES.get(lows[at + 1].split("-")[0], ())]
    if lows[at] == "," and (seat := _SEAT.fullmatch(stream.words[at + 1])):
        told += [(role, "person") for role in _PARTIES[seat["party"].lower()]]  # "Sen. Ana Ruiz, D-Loma"
    of_place = lows[mention.first - 1] in ("of", "from") and " ".join(mention.words) in places()
    if lows[at] == "," and (than := _COMPARED.get(_compared(lows, at + 1), "")):
        told.append((than, "person"))
    if lows[at] in _LEADING_ON and not of_place:  # "Marsh of Nebraska, the chairman" tells of Marsh
        told += of_owner(stream, at + 1) if lows[at] == "," else []
        told += _after(lows, mention, at)
    elif lows[at] in BRACKETS:
        told += in_brackets(lows, at + 1)
    told += in_service(lows, at)
    if lows[at] in _MAKING:
        told.append((_MAKING[lows[at]], "person"))  # "Ana Ruiz founded Kettle"
    return [one for one in told if one[1] == "body"] if told and is_home(stream, mention) else told


def is_past(lows: Sequence[str], mention: Mention, role: str) -> bool:
    """Tell whether the words beside a name say that a role is over: "former Gov. Hal Bishop", "Bishop, an ex mayor"."""
    behind = lows[mention.last : mention.last + _TOLD_WITHIN]
    if role in behind:
        return not FORMER.isdisjoint(behind[: behind.index(role)])
    for at in range(mention.first, max(mention.first - _TOLD_WITHIN, -1), -1):
        low = lows[at]
        if low in FORMER:
            return True
        told = at == mention.first or _category(low) or low in QUALIFIERS or low in (".", "and", "-")
        if not told:
            break
    return False


def is_governed(lows: Sequence[str], first: int) -> bool:
    """Tell whether a name that begins here stands behind a preposition, over an article too: "seen by the Mail"."""
    before = lows[max(first - 2, 0) : first]
    return bool(before) and (before[-1] in BEHIND or (before[-1] == "the" and before[0] in BEHIND))


def _compared(lows: Sequence[str], at: int) -> str:
    """Return the word that compares ages here, else "": ", four years younger", ", the elder by nine minutes"."""
    counted = lows[at + 1 : at + 2] and lows[at + 1] in _UNITS
    if counted:
        return lows[at + 2] if at + 2 < len(lows) else ""
    by = lows[at] == "the" and lows[at + 2 : at + 3] in (["by"], ["of"])
    return lows[at + 1] if by else ""


@cache
def _doers() -> dict[str, str]:
    """Return by the forms of verbs the nouns for who does it."""
    return {verb: noun for noun, verbs in read_table("quotecli.find", "doers.tsv") for verb in verbs.split()}


def _in_name(lows: Sequence[str]) -> list[tuple[str, str]]:
    if len(lows) == 1 and lows[0] not in _persons() and not is_age(lows[0]):
        return []  # most names
    persons, titles = _persons(), title_nouns()
    return [(low, "person") for low in lows if low in persons or is_age(low) or low.rstrip(".") in titles]


@cache
def _persons() -> frozenset[str]:
    """Return the nouns for one person, titles among them."""
    nouns = (noun for noun, (category, _) in roles().items() if category == "person")
    return frozenset((*nouns, *MALE_TITLES, *FEMALE_TITLES))


def _category(low: str) -> str:
    return category_of(low) or ("person" if is_age(low) else "")


def _before(stream: Stream, mention: Mention, edge: int) -> list[tuple[str, str]]:
    """Read "the former fire captain and mayor Ana Ruiz", "a striker, Joe Mayhew"; no further back than other names."""
    lows = stream.lows
    at = mention.first - 1
    if at > edge and lows[at] == ",":
        if (
            mention.last < len(lows)
            and cue_class(lows[mention.last])
            and lows[mention.last + 1 : mention.last + 2] == [","]
        ):
            return []  # "Her colleague, Ana Ruiz said, had rung"
        at -= 1
        if not _opened(lows, at):
            return _led(lows, mention, edge)
    told: list[tuple[str, str]] = []
    for back in range(at, max(at - 5, edge - 1), -1):
        low = lows[back]
        if low in _NO_ROLE_BEYOND:
            break
        category = _category(low)
        if back < at and stream.words[back][0].isupper() and not (category and _goes_on(stream, back + 1)):
            break  # "Lawyer Tim Fox represents Ella Brand", "Hal Bishop endorsed Rita Stone"
        if category in ("person", "body") and (category == "person" or back == at):
            told.append((low, category))
        elif category or not low[0].isalpha() or cue_class(low) or low in PASTS or low.endswith("ed"):
            break  # "Her husband liked Rourke"
    return told


def _led(lows: Sequence[str], mention: Mention, edge: int) -> list[tuple[str, str]]:
    """Read "The firm that runs the fair, Tall Lantern, says": the noun whose relative clause ends before the name."""
    between = lows[edge : mention.first - 1]
    if len(mention.words) < 2 or lows[mention.last : mention.last + 1] != [","] or between[:1] not in _LED_BY:
        return []
    opener = next((at for at, low in enumerate(between[:_LED_WITHIN]) if low in _RELATIVES), 0)
    if not opener or "," in between or QUOTE in between:
        return []
    noun = between[opener - 1]
    category = "body" if noun == "group" else _category(noun)
    return [(noun, category)] if category in ("person", "body") else []


def pair_of(lows: Sequence[str], mention: Mention) -> tuple[str, str] | None:
    """Return the words of kinship that lead two names: "Brother and sister Hamish and Gwen Dorrity"; None for others.

    Of husband and wife either may be named first.
    """
    words = lows[mention.first : mention.first + 3]
    pair = len(words) == 3 and words[1] == "and" and words[0] in FAMILY and words[2] in FAMILY - _SPOUSES
    return (words[0], words[2]) if pair else None


def _goes_on(stream: Stream, at: int) -> bool:
    """Tell whether a noun goes on here as what a name is introduced by: "Chairman and founder", "Chief Executive"."""
    return stream.lows[at] == "and" or stream.words[at][0].isupper() or bool(_category(stream.lows[at]))


def _opened(lows: Sequence[str], at: int) -> bool:
    """Tell whether the noun before a comma stands with an article of its own, as an apposition's does."""
    if _category(lows[at]) != "person":
        return False
    return any(low in ("the", "a", "an", "his", "her", "its", "their") for low in lows[max(0, at - 4) : at])


def _after(lows: Sequence[str], mention: Mention, at: int) -> Iterator[tuple[str, str]]:
    if lows[at] in _BEING:
        office_at = at + 2 if lows[at + 1] in _CHOSEN else at + 1
        office_at += lows[office_at : office_at + 1] == ["the"] and office_at > at + 1
        if lows[at + 1] not in _ARTICLES and _category(lows[min(office_at, len(lows) - 1)]) != "person":
            return
        at = office_at - 1
    elif lows[at] == "who" or (lows[at] == "," and lows[at + 1] == "who"):
        yield from _relative(lows, at + (1 if lows[at] == "who" else 2))
        return
    elif lows[at] != "," or lows[mention.first - 1] in ("in", "on", "at", "via", "outside", "inside"):
        return
    elif lows[mention.first - 1] == "of" and gender_of_thing(mention.words):
        return  # "the lobby of City Hall, the chief"
    if lows[at] == ",":
        low = lows[at + 1]
        if not (low in _APPOSING or low.isdigit() or _category(low) in ("person", "body")):
            return
    governed = is_governed(lows, mention.first)
    for index in range(at + 1, min(at + 12, len(lows))):
        low = lows[index]
        if low == "'s" and index > at + 1 and _category(lows[index - 1]) == "body":
            continue  # "Mo Pell, the union's head": no union, but its head
        if low in _ENDS or low == QUOTE:
            return
        following = lows[min(index + 1, len(lows) - 1)]
        if governed and (cue_class(following) or following in PASTS or following in HELPING):
            return  # "In papers seen by Dish, the winner cited"
        category = "body" if low in GROUPS and following in _BEHIND_GROUPS else _category(low)
        if low.isdigit() and lows[index - 1] == "," and len(low) < 4:
            yield low + AGE, "person"
        elif category in ("person", "body"):
            if following == "'s" and (category == "body" or not FAMILY.isdisjoint(lows[index + 2 : index + 3])):
                continue  # "Brenda Holm, the candidate's sister" is no candidate
            yield low, category


def _relative(lows: Sequence[str], at: int) -> Iterator[tuple[str, str]]:
    """Read ", who is 61", "who was a striker", "who works as a nurse", "who drives the bus"."""
    if at + 1 < len(lows) and (lows[at + 1] in DETERMINERS or lows[at + 1].endswith("s")) and lows[at] in _doers():
        yield _doers()[lows[at]], "person"
    for index in range(at, min(at + 4, len(lows) - 1)):
        if lows[index] in _RELATING:
            if lows[index + 1].isdigit():
                yield lows[index + 1] + AGE, "person"
            told = lows[index + 1 : index + 6]
            for low, following in zip_longest(told, told[1:], fillvalue=""):
                does = low.endswith("ing") and following in DETERMINERS
                if low in _ENDS or low in (QUOTE, ",") or does:
                    return
                if _category(low) == "person":
                    yield low, "person"
            return
