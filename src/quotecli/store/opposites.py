"""Which words speak against each other: rise and fall, safe and unsafe, Monday and Thursday, careful and careless.

Those of the table `opposites.tsv`, in all their forms, and what prefixes and "-less" make of any word.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from quotecli.core.tables import read_table

__all__ = ["negates", "opposed"]

_SIDES = 32
"""Sides of a row at most."""
_NEGATING = ("un", "in", "il", "im", "ir", "dis", "non", "anti", "de", "mis")
_LEAST = {"un": 3}
"""Letters of the shortest word before which a prefix negates ("unfit"; "into" isn't against "to"); else four."""
_TURNED = (
    ("over", "under"), ("pre", "post"), ("pro", "anti"), ("in", "de"), ("in", "ex"), ("im", "ex"), ("en", "dis"),
    ("up", "down"), ("in", "out"), ("inter", "intra"), ("hyper", "hypo"), ("pos", "neg"), ("max", "min"),
)  # fmt: skip
"""Prefixes of which one makes the opposite of what the other makes: "underpaid", "overpaid"."""
_TURNED_BEGIN = frozenset((one[0], other[0]) for pair in _TURNED for one, other in (pair, pair[::-1]))
_LEAST_REST = 3
_LACKING = ("less", "lessly", "lessness")
_VOWELS = frozenset("aeiou")
_SINGLE = _VOWELS | frozenset("wxy")
"""Letters that are not doubled before "-ed" and "-ing"."""


def opposed(first: str, second: str) -> bool:
    """Tell whether two words, folded, speak against each other where one stands for the other."""
    sides = _sides()
    here = sides.get(first)
    if here and (there := sides.get(second)):
        for one in here:
            for other in there:
                if one != other and one // _SIDES == other // _SIDES:
                    return True
    if first[-_LEAST_REST:] == second[-_LEAST_REST:]:
        return _negated(first, second) or ((first[0], second[0]) in _TURNED_BEGIN and _turned(first, second))
    return _lacks(first, second) or _lacks(second, first)


def negates(first: str, second: str) -> bool:
    """Tell whether one of two words is the other with a part that negates it: "unsafe", "careless"."""
    if first[-_LEAST_REST:] == second[-_LEAST_REST:]:
        return _negated(first, second)
    return _lacks(first, second) or _lacks(second, first)


def _negated(first: str, second: str) -> bool:
    short, long = (first, second) if len(first) < len(second) else (second, first)
    prefix = long[: len(long) - len(short)]
    return prefix in _NEGATING and len(short) >= _LEAST.get(prefix, 4) and long.endswith(short)


def _lacks(word: str, other: str) -> bool:
    """Tell whether a word is another one with "-less", or with it in place of "-ful"."""
    if not word.endswith(_LACKING):
        return False
    for end in _LACKING:
        if word.endswith(end):
            stem, more = word[: -len(end)], end[4:]
            return other in {stem + more, f"{stem}ful{more}"}
    return False


def _turned(first: str, second: str) -> bool:
    for one, other in _TURNED:
        for here, there in ((first, second), (second, first)):
            rest = here[len(one) :]
            if here.startswith(one) and len(rest) >= _LEAST_REST and there == other + rest:
                return True
    return False


@cache
def _sides() -> dict[str, tuple[int, ...]]:
    """Return of each word of the table the sides on which it stands, a number each, of which rows have `_SIDES`."""
    found: dict[str, tuple[int, ...]] = {}
    for number, (kind, *sides) in enumerate(read_table("quotecli.store", "opposites.tsv")):
        for side, words in enumerate(sides, number * _SIDES):
            for word in words.split():
                for form in _forms(kind, word):
                    known = found.get(form, ())
                    if side not in known:
                        found[form] = (*known, side)
    return found


def _forms(kind: str, word: str) -> Iterable[str]:
    """Return the forms of a word of the table; a form that nobody uses does no harm."""
    base, *irregular = word.split("=")
    if kind == "w":
        return [base]
    if kind == "n":
        return [base, _with_s(base)]
    if kind == "a":
        stems = [base[:-1] + "i"] if base.endswith("y") else _before_vowel(base)
        adverb = base[:-1] + "ily" if base.endswith("y") else base[:-1] + "y" if base.endswith("le") else base + "ly"
        return [base, adverb, *(stem + end for stem in stems for end in ("er", "est"))]
    forms = [base, _with_s(base), *(stem + "ing" for stem in _before_vowel(base)), *irregular]
    if not irregular:
        past = [base[:-1] + "i"] if base.endswith("y") and base[-2] not in _VOWELS else _before_vowel(base)
        forms += [stem + "ed" for stem in past]
    if base.endswith("ise"):
        forms += [form[: len(base) - 2] + "z" + form[len(base) - 1 :] for form in forms]
    return forms


def _with_s(word: str) -> str:
    if word.endswith("y") and word[-2] not in _VOWELS:
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")


def _before_vowel(word: str) -> list[str]:
    """Return what stands before "-ed" or "-ing": without a silent e, or with its last letter doubled or not."""
    if word.endswith("e") and not word.endswith("ee"):
        return [word[:-1]]
    doubled = word[-1] not in _SINGLE and word[-2] in _VOWELS and word[-3:-2] not in _VOWELS
    return [word, word + word[-1]] if doubled else [word]
