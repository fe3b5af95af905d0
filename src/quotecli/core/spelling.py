"""Words that are written in several ways: British and American, numbers in words, contractions."""

from __future__ import annotations

from functools import cache

from quotecli.core.tables import read_table

__all__ = ["FIGURES", "IN_WORDS", "ORDINALS", "contractions", "ordinal", "other_spellings", "spelt_in_two_ways"]

_NUMBERS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen twenty"
).split()
_TENS = "thirty forty fifty sixty seventy eighty ninety".split()
FIGURES = {
    **{word: str(number) for number, word in enumerate(_NUMBERS)},
    **{word: str(10 * number) for number, word in enumerate(_TENS, 3)},
}
"""Numbers in words, with their figures."""
IN_WORDS = {figure: word for word, figure in FIGURES.items()}
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth"
    " sixteenth seventeenth eighteenth nineteenth twentieth"
).split()
_TENTHS = "thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth".split()
ORDINALS = dict(zip([*_ORDINALS, *_TENTHS], [*range(1, 21), *range(30, 100, 10)], strict=True))
"""Ordinals in words, but those of two, with their numbers."""
_LEAST = 4
"""Letters of the shortest word that is spelt in two ways."""
_ENDS = ("e", "ed", "er", "ers", "es", "ing", "ation", "ations", "ational")
_LEAST_STEM = 3
"""Letters before "-ise": "organise" is "organize", but "prise" not "prize"."""
_LEAST_DOUBLED = 8
"""Letters of a word in which "l" may be doubled: "travelled" is "traveled", but "filled" not "filed"."""
_AS_WORDS = frozenset({"cant", "hell", "id", "ill", "its", "shed", "shell", "wed", "well", "were", "wont", "whore"})
"""What contractions without their apostrophes are words of their own, or too rude to be guessed at."""
_FORMS = ("", "s", "d", "ed", "ing", "er", "ers", "r", "rs", "ly", "ful", "less", "able", "ably", "ist", "ists", "al",
          "hood", "hoods", "ite", "ites", "ism", "ies", "y", "ical", "ally", "led", "ling")  # fmt: skip
"""Ends under which a stem of the table makes a word, often enough; what is none is in no quote."""


def ordinal(number: int) -> str:
    """Return an ordinal in figures: 1st, 12th, 22nd."""
    ends = {1: "st", 2: "nd", 3: "rd"}
    return f"{number}{'th' if number % 100 in range(10, 20) else ends.get(number % 10, 'th')}"


def other_spellings(word: str) -> set[str]:
    """Return what a word, folded, would be in the other of two spellings; it may be no word."""
    if len(word) < _LEAST or not word.isalpha():
        return set()
    found = {word.replace(one, other, 1) for one, other in _stems() if one in word}
    for end in _ENDS:
        stem = word.removesuffix(end)
        if stem == word:
            continue
        if stem.endswith(("is", "iz")) and len(stem) > _LEAST_STEM + 1:
            found.add(stem[:-1] + ("z" if stem[-1] == "s" else "s") + end)
        if len(word) >= _LEAST_DOUBLED and stem[-1] == "l" and stem.rstrip("l")[-1:] in ("a", "e", "o"):
            found.add((stem[:-1] if stem[-2] == "l" else stem + "l") + end)
    return found - {word}


@cache
def _stems() -> tuple[tuple[str, str], ...]:
    """Return the spellings of each stem, both ways; what comes out may be no word, and then no quote has it."""
    rows = [(row[0], row[1]) for row in read_table("quotecli.core", "spellings.tsv")]
    return (*rows, *((american, british) for british, american in rows))


@cache
def spelt_in_two_ways() -> dict[str, str]:
    """Return the usual words that are spelt in two ways, folded, in both spellings, each with the American one.

    A list, for who has no time to ask `other_spellings` of each word; what it lacks is the rarer for it.
    """
    found = {}
    for british, american, *_ in read_table("quotecli.core", "spellings.tsv"):
        for form in _FORMS:
            found[british + form] = found[american + form] = american + form
    for (verb,) in read_table("quotecli.core", "ise_verbs.tsv"):
        for end in _ENDS:
            found[f"{verb}s{end}"] = found[f"{verb}z{end}"] = f"{verb}z{end}"
    return found


@cache
def contractions() -> dict[str, tuple[str, ...]]:
    """Return the words for which each contraction stands, folded; without its apostrophe too where that is no word."""
    rows = [(row[0], tuple(row[1].split())) for row in read_table("quotecli.core", "contractions.tsv")]
    bare = {short.replace("'", ""): full for short, full in rows}
    return {short: full for short, full in bare.items() if short not in _AS_WORDS} | dict(rows)
