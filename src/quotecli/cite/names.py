"""Names as citations need them: a person in parts, a body as it stands."""

from __future__ import annotations

import re

from quotecli.cite.text import decode_entities
from quotecli.core.bodies import is_body, is_given_name
from quotecli.core.folding import fold
from quotecli.core.name_order import compound_family, is_family_first
from quotecli.core.names import PersonName, is_numeral, is_rank, may_be_one_given_name, parse_name

Name = dict[str, str]
"""A CSL name variable: `family`, `given`, `non-dropping-particle`, `suffix`, `static-ordering`, or `literal`."""

_GENERATIONS = frozenset(("jr", "sr"))
_JOINING = frozenset("e i y".split())
_KIN = frozenset("filho junior neto netto sobrinho".split())
"""What a Portuguese family name ends in where the bearer is somebody's son, grandson or nephew: Silva Neto."""
_SON_OF = frozenset("bin bint ibn".split())
"""They belong to the name, under which it is filed: bin Laden."""
_ARTICLES = frozenset("der die das el la le los the".split())
_ELIDED = ("d’", "d'")
_FRENCH = frozenset("de du des".split())
_BRACKETED = re.compile(r"\s*\[@[^\]]*\]$")
_REIGNS = re.compile(
    r"(?:(?:Pope|Papa|Papst|Pape|Patriarch|King|Queen|Emperor|Empress|Tsar) )[^\W\d_]+(?: [^\W\d_]+){0,2} [IVX]{1,5}"
)
"""Who is called by given names and a number: Pope John Paul II."""
_HALF_CAPITALS = re.compile(r"\b(Mc|Mac|Fitz)([A-Z]{3,})\b")
_SMALL = frozenset("da de del della den der di dos du la las los ter van von zu zum zur".split())
"""Particles that are printed in small letters in front of a family name: DE LA CRUZ is de la Cruz."""
_VOWEL = re.compile("[aeiouy]")
_FULL_STOP = re.compile(r"(?<=[^\W\d_]{3})\.$")
"""That of the field ("O'Brien, Mary Ann."), behind more than an initial."""
_HANDLE_AT_END = re.compile(r"\s*[(\[]?@(\w[\w.]{0,50})[)\]]?$")


def csl_name(name: str, *, outlet: str | None = None, language: str | None = None) -> Name:
    """Return a CSL name variable: `{"family", "given", …}` for a person, `{"literal"}` for a body, {} for nothing.

    Lower-case particles become `non-dropping-particle` (Portuguese ones stay with the given names), "Jr." and numbers
    `suffix`; titles ("Sen.", "Dr."), degrees and orders are left out. A name whose family stands first has
    `static-ordering`. What stands before a comma is the family name, whole.

    Args:
        name: as printed.
        outlet: who printed the document, which as a name is a body.
        language: the document's, which tells the order of names.
    """
    printed = decode_entities(name).strip(" ,")
    if not printed:
        return {}
    called, comma, behind = printed.partition(",")
    if comma and is_rank(behind):  # "Prince Harry, Duke of Sussex", but "Ann Roe, Baroness of Tarn" has a family name
        return csl_name(called, outlet=outlet, language=language) if parse_name(called).given else {"literal": printed}
    if _REIGNS.fullmatch(printed):
        return {"literal": re.sub(r"^(?:Pope|Papa|Papst|Pape) (?=.* )", "", printed)}
    if is_body(printed, outlet=outlet) and not _is_filed(called, behind):
        return {"literal": printed}
    person = parse_name(_from_capitals(printed))
    if not person.given:
        return {"family": person.family} if person.full == printed else {"literal": printed}
    if called.isupper() and not printed.isupper():
        called = _in_letters(called)
    return _in_parts(_without_capitals(person, language), called if comma else "", language)


def _is_filed(called: str, behind: str) -> bool:
    """Tell a person whose family name is a body's word too ("Church, Anna") from a body with a comma in its name."""
    first, *_ = (*behind.split(), "")
    return " " not in called and bool(first) and fold(first) not in _ARTICLES and is_given_name(first)


def _in_parts(person: PersonName, before_comma: str, language: str | None) -> Name:
    """Return a person's name as CSL parts it; `before_comma` is what is printed there, "" without a comma."""
    words = [person.given, *person.middle, *person.family.split()]
    if not before_comma and is_family_first(words, language):
        return {"family": words[0], "given": " ".join(words[1:]), "static-ordering": "true"}
    middle, words = _with_compound(person, before_comma, language)
    particles = 0
    while particles < len(words) - 1 and words[particles].islower() and words[particles] not in _SON_OF:
        particles += 1
    given = " ".join((person.given, *middle))
    if _is_portuguese(words, language):  # filed as "Silva Neto, João da"
        given, words, particles = " ".join((given, *words[:particles])), words[particles:], 0
    parts = {
        "family": " ".join(words[particles:]),
        "given": _FULL_STOP.sub("", given) if before_comma else given,
        "non-dropping-particle": " ".join(words[:particles]),
        "suffix": " ".join(word for word in person.suffix.split() if _tells_generation(word)),
    }
    return {part: value for part, value in parts.items() if value}


def _with_compound(person: PersonName, before_comma: str, language: str | None) -> tuple[list[str], list[str]]:
    """Return the middle names and the family's words.

    "Ortega y Gasset" and "Mas i Gavarró" are one family name, and so is what stands before a comma (García Márquez,
    Gabriel).
    """
    middle, family = list(person.middle), person.family.split(" ")
    printed = before_comma.split()
    if (more := len(printed) - len(family)) > 0 and [*middle, *family][-len(printed) :] == printed:
        return middle[:-more], printed
    if not before_comma and len(family) == 1 and middle and _is_kin(family[0]):
        family.insert(0, middle.pop())
        while middle and middle[-1].islower():
            family.insert(0, middle.pop())
        return middle, family
    if not before_comma:
        more = compound_family([person.given, *middle, *family], language) - len(family)
        if 0 < more <= len(middle):
            return middle[:-more], [*middle[-more:], *family]
        if family[-1].startswith(_ELIDED) and (start := _first_particle(middle)) >= 0:  # de La Tour d’Auvergne
            return middle[:start], [*middle[start:], *family]
    while len(middle) > 1 and middle[-1] in _JOINING:
        family = [*middle[-2:], *family]
        del middle[-2:]
        while middle and middle[-1].islower() and middle[-1] not in _JOINING:
            family.insert(0, middle.pop())
    return middle, family


def _is_portuguese(family: list[str], language: str | None) -> bool:
    return (language or "").partition("-")[0].lower() == "pt" or (len(family) > 1 and _is_kin(family[-1]))


def _is_kin(word: str) -> bool:
    return fold(word) in _KIN and word != "Junior"  # that is English too


def _first_particle(middle: list[str]) -> int:
    return next((place for place, word in enumerate(middle) if word in _FRENCH), -1)


def _tells_generation(suffix: str) -> bool:
    return is_numeral(suffix) or fold(suffix).strip(".") in _GENERATIONS


def post_author(name: str, handle: str | None) -> Name:
    """Return the CSL name of a post's author, with the account's name in brackets as APA and MLA ask."""
    found = _HANDLE_AT_END.search(name)
    account = re.sub(r"[\s\[\]]", "", (handle or (found[1] if found else "")).strip().lstrip("@"))
    printed = name[: found.start()].strip() if found else name.strip()
    if not account:
        return csl_name(printed)
    if not printed or fold(printed).lstrip("@") == fold(account):
        return {"literal": f"@{account}"}
    parts = csl_name(printed)
    if "given" in parts:
        return parts | {"suffix": f"{parts.get('suffix', '')} [@{account}]".strip()}
    return {"literal": f"{printed} [@{account}]"}


def without_handle(name: Name) -> Name:
    """Return a post's author as other formats know them: without the account's name, which only CSL items carry."""
    plain = {part: _BRACKETED.sub("", value) for part, value in name.items()}
    return {part: value for part, value in plain.items() if value} or {"literal": name.get("literal", "")}


def display_name(parts: Name) -> str:
    """Return a CSL name in reading order."""
    if "literal" in parts:
        return parts["literal"]
    order: tuple[str, ...] = ("given", "dropping-particle", "non-dropping-particle", "family", "suffix")
    if parts.get("static-ordering"):
        order = ("family", "given", "suffix")
    return " ".join(parts[part] for part in order if parts.get(part))


def inverted_name(parts: Name) -> str:
    """Return a CSL name as catalogues file it: `van der Berg, Anna, Jr.`; a body as it stands."""
    if "literal" in parts:
        return parts["literal"]
    particles = (parts.get("dropping-particle"), parts.get("non-dropping-particle"), parts.get("family"))
    family = " ".join(part for part in particles if part)
    return ", ".join(part for part in (family, parts.get("given"), parts.get("suffix")) if part)


def same_person(first: str, second: str) -> bool:
    """Tell whether two printed names may be one person's or body's: equal when folded, or family and given agree."""
    a, b = decode_entities(first), decode_entities(second)
    if fold(a) == fold(b):
        return True
    if is_body(a) or is_body(b):
        return False
    one, other = parse_name(a), parse_name(b)
    if fold(one.family) != fold(other.family):
        return False
    return may_be_one_given_name(one.given, other.given)


def _without_capitals(person: PersonName, language: str | None) -> PersonName:
    """Set a family name that alone is printed in capitals as others are; they tell which name is the family's.

    Jean DUMONT, Ursula VON DER AUE, NAGY Péter: so print French papers, the European Union and the United Nations.
    """
    given, rest = person.given, [*person.middle, *person.family.split()]
    if _is_in_capitals(given) and not rest[0].isupper():
        first = _in_letters(given)
        if is_family_first([first, *rest], language):
            return person._replace(given=first)
        if is_given_name(rest[0]):
            return person._replace(given=rest[0], middle=tuple(rest[1:]), family=first)
    middle, family = list(person.middle), [person.family]
    while middle and _is_in_capitals(middle[-1]):
        family.insert(0, middle.pop())
    if (given.isupper() and len(given) > 1 and "." not in given) or not all(map(is_given_name, middle)):
        return person
    whole = _HALF_CAPITALS.sub(lambda found: f"{found[1]}{found[2].capitalize()}", " ".join(family))
    if len(family) > 1 or _is_in_capitals(whole):
        return person._replace(middle=tuple(middle), family=_in_letters(whole) if whole.isupper() else whole)
    return person._replace(family=whole)


def _is_in_capitals(name: str) -> bool:
    """Tell a name in capitals from initials and abbreviations, which have no vowel or are shorter: JK, CNN."""
    return len(name) > 2 and name.isupper() and "." not in name and _VOWEL.search(fold(name)) is not None


def _in_letters(family: str) -> str:
    """Return a family name in capitals as others are printed, its particles in small letters."""
    return " ".join(word.lower() if word.lower() in _SMALL else _capitalised(word) for word in family.split())


def _from_capitals(name: str) -> str:
    """Set a byline in capitals as a name: `JANE O'NEIL` → `Jane O'Neil`."""
    if not name.isupper() or " " not in name or len(name) < 6:
        return name
    return _capitalised(name)


def _capitalised(name: str) -> str:
    set_name = re.sub(r"[^\W\d_]+", lambda word: word[0].capitalize(), name)
    return re.sub(r"\bMc([a-z])", lambda found: f"Mc{found[1].upper()}", set_name)
