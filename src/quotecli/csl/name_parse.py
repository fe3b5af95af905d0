"""Names as they come in CSL-JSON: particles and suffixes that stand inside other parts are taken out."""

from __future__ import annotations

import re
from typing import Any

from .datamodel import Name

__all__ = ["read_names"]

_MAX_NAMES = 5_000
#: A word before a family name, closed by a space, an apostrophe or a hyphen: "van ", "v.d. ", "d'", "'t ", "al-".
_PARTICLE_WORD = re.compile(r"((?:['’])?[^\W\d_]+(?:\.[^\W\d_]+)*(?:['’]\s?|\.?\s+|-))(?=\S)")
#: Longer "names" are something else, and not looked into.
_LONGEST = 500
_QUOTED = re.compile(r'^"(.*)"$', re.DOTALL)


def _string(value: Any) -> str:
    if isinstance(value, str):
        return value.strip()
    return str(value) if isinstance(value, (int, float)) and not isinstance(value, bool) else ""


def _is_particle_word(word: str) -> bool:
    letters = [char for char in word if char.isalpha()]
    return bool(letters) and all(char.islower() for char in letters)


def _split_family(family: str) -> tuple[str, str]:
    """("van der ", "Berg") of "van der Berg"; the particle keeps an apostrophe or hyphen, loses a space."""
    rest, taken = family, ""
    while len(family) < _LONGEST:
        match = _PARTICLE_WORD.match(rest)
        if not match or not _is_particle_word(match[1]):
            break
        if match[1].endswith("-") and not rest[match.end() :][:1].isupper():
            break
        taken += match[1]
        rest = rest[match.end() :]
    if not taken or (not any(char.isupper() for char in rest[:1]) and not _is_caseless(rest)):
        return "", family
    return (taken if taken.endswith(("' ", "’ ")) else taken.rstrip(" ")), rest


def _is_caseless(text: str) -> bool:
    return not any(char.isupper() or char.islower() for char in text)


def _split_given(given: str) -> tuple[str, str]:
    """("Jean", "de") of "Jean de": trailing lower-case words of a given name drop with it."""
    if len(given) > _LONGEST:
        return given, ""
    words = given.split(" ")
    cut = len(words)
    while cut > 1 and _is_particle_word(words[cut - 1]) and "." not in words[cut - 1]:
        cut -= 1
    if cut == len(words):
        match = re.match(r"(.+\S)\s+(\S+['’])$", given)
        return (match[1], match[2]) if match and _is_particle_word(match[2]) else (given, "")
    return " ".join(words[:cut]), " ".join(words[cut:])


def _split_suffix(given: str) -> tuple[str, str, bool]:
    """("Martin Luther", "Jr.", False) of "Martin Luther, Jr."; an exclamation mark forces the comma."""
    head, comma, tail = given.partition(",")
    if not comma:
        return given, "", False
    tail = tail.strip()
    forced = tail.startswith("!")
    tail = tail.lstrip("! ")
    if "," in tail or len(tail.split()) > 3 or not tail:
        return given, "", False
    return head.strip(), tail, forced


def _read_name(value: Any) -> Name | None:
    if isinstance(value, str):
        return Name(literal=value.strip()) if value.strip() else None
    if not isinstance(value, dict):
        return None
    literal = _string(value.get("literal"))
    if literal:
        return Name(literal=literal)
    family, given = _string(value.get("family")), _string(value.get("given"))
    dropping, non_dropping = _string(value.get("dropping-particle")), _string(value.get("non-dropping-particle"))
    suffix = _string(value.get("suffix"))
    comma = _truth(value.get("comma-suffix"))
    if not family:
        return (
            Name(literal=given)
            if given and not value.get("isInstitution")
            else (Name(literal=given) if given else None)
        )
    if value.get("isInstitution"):
        return Name(literal=family)
    quoted = _QUOTED.match(family)
    if quoted:
        family = quoted[1]
    elif not non_dropping and not dropping and value.get("parse-names", True) not in {0, "0", "false"}:
        non_dropping, family = _split_family(family)
        if not suffix and given:
            given, suffix, comma_found = _split_suffix(given)
            comma = comma or comma_found
        given, dropping = _split_given(given)
    return Name(family, given, dropping, non_dropping, suffix, "", comma, _truth(value.get("static-ordering")))


def _truth(value: Any) -> bool:
    return str(value or "").lower() not in {"", "0", "false"}


def read_names(value: Any) -> tuple[Name, ...]:
    """The names of a CSL-JSON name variable; what is no name is left out."""
    if isinstance(value, (dict, str)):
        value = [value]
    if not isinstance(value, (list, tuple)):
        return ()
    return tuple(name for entry in value[:_MAX_NAMES] if (name := _read_name(entry)))
