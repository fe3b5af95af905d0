"""Names as citations need them: a person in parts, a body as it stands."""

from __future__ import annotations

import re

from quotecli.cite.text import decode_entities
from quotecli.core.bodies import is_body
from quotecli.core.folding import fold
from quotecli.core.names import PersonName, given_names_agree, is_numeral, parse_name

_GENERATIONS = frozenset(("jr", "sr"))
_JOINING = frozenset("e i y".split())
_BRACKETED = re.compile(r"\s*\[@[^\]]*\]$")

Name = dict[str, str]
"""A CSL name variable: `family`, `given`, `non-dropping-particle`, `suffix`, or `literal`."""

_HANDLE_AT_END = re.compile(r"\s*[(\[]?@(\w[\w.]{0,50})[)\]]?$")


def csl_name(name: str, *, outlet: str | None = None) -> dict[str, str]:
    """Return a CSL name variable: `{"family", "given", …}` for a person, `{"literal"}` for a body, {} for nothing.

    Lower-case particles become `non-dropping-particle`, "Jr." and numbers `suffix`; titles ("Sen.", "Dr.") and
    degrees are left out.
    """
    printed = decode_entities(name).strip(" ,")
    if not printed:
        return {}
    if is_body(printed, outlet=outlet):
        return {"literal": printed}
    person = parse_name(_from_capitals(printed))
    if not person.given:
        return {"family": person.family} if person.full == printed else {"literal": printed}
    middle, words = _with_compound(person, printed.partition(",")[0] if "," in printed else "")
    particles = 0
    while particles < len(words) - 1 and words[particles].islower():
        particles += 1
    parts = {
        "family": " ".join(words[particles:]),
        "given": " ".join((person.given, *middle)),
        "non-dropping-particle": " ".join(words[:particles]),
        "suffix": person.suffix if _tells_generation(person.suffix) else "",
    }
    return {part: value for part, value in parts.items() if value}


def _with_compound(person: PersonName, before_comma: str) -> tuple[list[str], list[str]]:
    """Return the middle names and the family's words.

    "Ortega y Gasset" and "Mas i Gavarró" are one family name, and so is what stands before a comma (García Márquez,
    Gabriel).
    """
    middle, family = list(person.middle), person.family.split(" ")
    printed = before_comma.split()
    if (more := len(printed) - len(family)) > 0 and [*middle, *family][-len(printed) :] == printed:
        return middle[:-more], printed
    while len(middle) > 1 and middle[-1] in _JOINING:
        family = [*middle[-2:], *family]
        del middle[-2:]
        while middle and middle[-1].islower() and middle[-1] not in _JOINING:
            family.insert(0, middle.pop())
    return middle, family


def _tells_generation(suffix: str) -> bool:
    return is_numeral(suffix) or fold(suffix).strip(".") in _GENERATIONS


def post_author(name: str, handle: str | None) -> dict[str, str]:
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


def display_name(parts: dict[str, str]) -> str:
    """Return a CSL name in reading order."""
    if "literal" in parts:
        return parts["literal"]
    order = ("given", "dropping-particle", "non-dropping-particle", "family", "suffix")
    return " ".join(parts[part] for part in order if parts.get(part))


def inverted_name(parts: dict[str, str]) -> str:
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
    return given_names_agree(one.given, other.given)


def _from_capitals(name: str) -> str:
    """Set a byline in capitals as a name: `JANE O'NEIL` → `Jane O'Neil`."""
    if not name.isupper() or " " not in name or len(name) < 6:
        return name
    set_name = re.sub(r"[^\W\d_]+", lambda word: word[0].capitalize(), name)
    return re.sub(r"\bMc([a-z])", lambda found: f"Mc{found[1].upper()}", set_name)
