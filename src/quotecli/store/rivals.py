"""What documents say against taking one speaker for another: a second bearer of the name, she here and he there."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Sequence
from functools import lru_cache
from typing import NamedTuple

from quotecli.core.folding import fold
from quotecli.core.names import given_names, short_forms
from quotecli.core.types import Quotation
from quotecli.store.codec import text_from
from quotecli.store.words import MARK

__all__ = ["FEMALE", "MALE", "Rival", "gender_of", "rivals", "told_apart", "told_by_name"]

FEMALE = frozenset({"mrs", "ms", "miss", "madam", "lady", "dame"})
MALE = frozenset({"mr", "sir", "lord"})
"""Titles of women and of men."""
_TELLING = {"she": "f", "he": "m", **dict.fromkeys(FEMALE, "f"), **dict.fromkeys(MALE, "m")}


class Rival(NamedTuple):
    """What a document says against taking a speaker for whoever has another form of the speaker's given name.

    Attributes:
        name: of a speaker of the document.
        other: the name, folded, of a second person of whom the document speaks; or `·f`, `·m`: the document calls the
            speaker, whose given name tells it not, she or he.
        document: number of the document.
    """

    name: str
    other: str
    document: int


def gender_of(given: str) -> str:
    """Return `f`, `m`, `u`, or nothing for a given name, folded, that isn't known."""
    return given_names().get(given, "")


def told_by_name(given: str) -> str:
    """Return `f` or `m` where a given name is one of women or of men alone, else nothing."""
    return gender_of(given) if gender_of(given) in {"f", "m"} else ""


@lru_cache(maxsize=4096)
def _forms(given: str) -> tuple[str, Collection[str], str]:
    """Return a given name folded, its short forms, and the gender that it tells."""
    return fold(given), short_forms(given), told_by_name(fold(given))


def rivals(text: str, document: int, quotations: Sequence[Quotation]) -> list[Rival]:
    """Return what a document says against links of its speakers.

    That is who, in its text, has a speaker's surname and another form of the speaker's given name, and the gender of
    speakers whose names don't tell it.
    """
    found = set()
    for name in {speaker for quotation in quotations for speaker in quotation.speakers}:
        given, _, rest = name.partition(" ")
        own, forms, gender = _forms(given)
        family = rest.rpartition(" ")[2]
        if not forms or not family:
            continue
        genders = set() if gender else _told(name, quotations)
        if len(genders) == 1:
            found.add(Rival(name, MARK + genders.pop(), document))
        at = text.find(family)
        while at > 0:
            before = text[max(0, at - 24) : at].split()
            other = before[-1] if before and text[at - 1] == " " else ""
            if other != given and other[:1].isupper() and fold(other) != own and fold(other) in forms:
                found.add(Rival(name, fold(f"{other} {family}"), document))
            at = text.find(family, at + 1)
    return sorted(found)


def _told(name: str, quotations: Sequence[Quotation]) -> set[str]:
    """Return the genders that what a speaker is called before the quotations tells."""
    called = [quotation.said_as or "" for quotation in quotations if quotation.speakers == (name,)]
    firsts = {words.partition(" ")[0].rstrip(".").lower() for words in called}
    return {_TELLING[first] for first in firsts if first in _TELLING}


def told_apart(db: sqlite3.Connection, names: Sequence[int]) -> set[tuple[int, str]]:
    """Return (name, folded other name) of all pairs that some document speaks against."""
    found: set[tuple[int, str]] = set()
    if db.execute("SELECT 1 FROM rivals LIMIT 1").fetchone() is None:
        return found
    for name in names:
        for (other,) in db.execute("SELECT DISTINCT other FROM rivals WHERE name = ?", (name,)):
            found.add((name, text_from(other)))
    return found
