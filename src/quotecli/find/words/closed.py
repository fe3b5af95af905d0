"""Small closed classes of words that mentions are read by."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quotecli.core.names import is_numeral
from quotecli.find.words.lexicon import vocabulary

DETERMINERS = vocabulary("determiners")
POSSESSIVES = frozenset("his her their its our my".split())
BEFORE_THE = vocabulary("before the")
BEFORE_MONTHS = vocabulary("before months")
ALONE = {
    "both": "p", "others": "p", "another": "u", "one": "u", "some": "p", "many": "p", "several": "p", "others'": "p",
    "two": "p", "three": "p", "someone": "u", "somebody": "u",
}  # fmt: skip
SHORTENED = {f"{who}'{verb}": who for who in ("i", "he", "she", "they", "we") for verb in ("d", "ll", "ve", "m")}
"""Pronouns with what helps the verb: "she'll say"."""
SHARES = frozenset(("percent", "%"))
SINGULAR = frozenset("a an one another every each this that".split())
PARTICLES = vocabulary("particles (closed)") | {"in 't", "in ’t"}
PEOPLES = ("ian", "ish", "ese", "ican", "ean", "s")
"""Endings of what the people of a place are called ("Jamaican"), and of plurals, which are no given names."""
MEMBERS = frozenset("MP TD MSP MEP MLA MLC MCA MPP MNA MK CEO CFO COO CTO".split())
"""Short words for offices, behind which a name begins."""
LINKS = frozenset(("of", "for", "on", "and", "to", "the", "&", "in"))
BODY_HEADS = vocabulary("body heads")
FAMILY_HEADS = vocabulary("family heads")
"""Heads of bodies' names that are family names as well: "Emily Post" is a person, "Clinton Foundation" is none."""
COMPANY_ENDS = vocabulary("company ends")
"""What ends names of companies, of several words: "Pinnacle Ridge Energy"."""
BANDING = frozenset("against without abroad united".split())
"""What stands in capitals behind those who are banded together: "Doctors Without Borders"."""
FUNCTION = vocabulary("function")
RECALLING = frozenset("recall recalls recalled remember remembers remembered hear heard overheard".split())
"""Verbs for hearing somebody speak: "he recalls her saying"."""
CLAUSES = frozenset("while when if but although because since whereas".split())
OFFICERS = vocabulary("officers")
BEFORE_PLACES = vocabulary("before places")
"""With a place behind them, names of bodies: "Police Scotland", "Sport England"."""
NUMBERED_STATIONS = frozenset(("big", "channel", "radio"))
"""Stations and leagues whose names end in a number."""
OWNED_BODIES = frozenset("administration campaign family".split())
"""Bodies that are named by whose they are: "the Tarry campaign" is nobody that "Tarry" is short for."""
REALMS = vocabulary("realms")
"""Nouns for bodies that a place may be meant by; Pretoria is no ministry."""
OURS = frozenset(("my", "our"))
BEHIND = vocabulary("behind")
"""Prepositions: the name behind one is no subject."""
PARENTS = frozenset("father mother dad mum mom parent grandfather grandmother".split())
NUMBERS = vocabulary("numbers")
"""Of how many children somebody is a parent: "the mother of three"."""
OFFICES = vocabulary("offices")
"""Heads of offices that stand before their holder's name: "Minister of Education Lena Farkas"."""
QUALIFIERS = vocabulary("qualifiers")
"""What tells one office from another: the foreign minister is not the prime minister."""
THRONES = vocabulary("thrones")
"""Offices that nobody holds of whom another is told: "the pope" is not the union's spokesman."""
PORTFOLIOS = vocabulary("portfolios")
"""What offices are of that no table of places holds."""
OWNERS = frozenset(
    "alzheimer bishop children commonwealth king lloyd men people queen sainsbury veteran victims women writer".split()
)
"""Words that stand with 's inside names of bodies: "Women's Institute"."""
HONOURS = vocabulary("honours")
"""What stands behind a name and is no part of it."""
AGE = "-year-old"
"""What ends the nouns that ages are told by: "the 38-year-old"."""
_GENERATIONS = {"junior": "jr", "senior": "sr", "jr": "jr", "sr": "sr"}


def is_age(noun: str) -> bool:
    """Tell whether a noun tells an age."""
    return noun.endswith(AGE)


def generation_of(word: str) -> str:
    """Return which bearer of the name a word behind it, as printed, tells (`jr`, `sr`, `iii` …), "" for none."""
    bare = word.strip(".,")
    return bare.lower() if is_numeral(bare) else _GENERATIONS.get(bare.lower(), "")


def ends_name(word: str) -> bool:
    """Tell whether a word, as printed, stands behind names and is none of their words: "Jr.", "III", "MP"."""
    return word.strip(".").lower() in HONOURS or generation_of(word) != ""


CALENDAR = vocabulary("calendar")
PASTS = vocabulary("pasts")
"""Irregular past forms, which end in no "ed": behind a noun they are its verb."""
OF_PARTIES = frozenset("conservative democratic green labor labour liberal reform republican snp tory".split())
"""What tells an office by its holder's party: the Labour MP is not the Conservative one."""
OF_SEVERAL = frozenset(("are", "have", "were"))
"""Verbs of whom several are: "The band have denied it"."""
HELPING = vocabulary("helping")
"""Verbs that stand before others, or alone: behind a noun they are its verb."""
STOPS = vocabulary("stops")


LONGEST_NICKNAME = 3
"""Words of one."""
_ANSWERED_TO = (["answers", "to"], ["answered", "to"], ["goes", "by"], ["went", "by"], ["known", "as"], ["all", "as"])
"""What stands before a nickname: "who answers to “Sarge”", "known to all as “Red”"."""


def is_answered_to(lows: Sequence[str], at: int) -> bool:
    """Tell whether the words before word `at` say that somebody goes by what stands there."""
    return lows[max(at - 2, 0) : at] in _ANSWERED_TO


_JOINED = ("al-", "el-", "ad-", "an-", "ar-", "as-", "ash-", "at-", "az-", "ul-", "ud-", "bin-", "ibn-")
"""Articles that Arabic family names are joined to."""


def is_joined(word: str) -> bool:
    """Tell whether a word is a family name that an article is joined to: "al-Harthi"."""
    at = word.find("-") + 1
    return 0 < at < len(word) and word[at].isupper() and word.startswith(_JOINED)


_INNER_CAPITAL = re.compile(r"[a-z]{1,4}[A-Z][a-z]{2,}")
"""Of brands and family names: "easyJet", "deGrasse"; not "mRNA", "kWh"."""


def is_capital(word: str) -> bool:
    """Tell whether a word begins with a capital, behind an apostrophe or article too ("’Abd", "‘Aziz", "al-Harthi").

    So it does behind a few small letters: "easyJet".
    """
    if word.islower():
        return False  # most words
    first = word[0]
    if first.isupper() or (first in "ʻ‘’'" and len(word) > 1 and word[1].isupper()):
        return True
    return is_joined(word) or _INNER_CAPITAL.fullmatch(word) is not None
