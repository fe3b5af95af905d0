"""The word tables of this room, read once when first needed: reporting verbs, nouns for speakers, common words."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Literal, cast

from quotecli.core.folding import fold
from quotecli.core.names import given_names
from quotecli.core.tables import read_table

Category = Literal["person", "group", "body", "document", "place", ""]
"""What words name; "" where nothing tells."""
_VOWELS = "aeiou"
PRONOUNS: dict[str, str] = {
    "he": "m", "him": "m", "his": "m", "she": "f", "her": "f", "hers": "f", "it": "n", "its": "n",
    "they": "p", "them": "p", "their": "p", "we": "w", "our": "w", "i": "i", "my": "i", "who": "r", "you": "y",
}  # fmt: skip
"""Pronouns that may name a speaker, with gender: m f n p(lural) w(e) i(first person) r(elative) y(ou)."""


FOREIGN_PRONOUNS: dict[str, str] = {
    "er": "m", "il": "m", "él": "m", "ele": "m", "hij": "m", "lui": "m", "han": "m",
    "sie": "f", "elle": "f", "ella": "f", "ela": "f", "zij": "f", "ze": "f", "lei": "f", "hon": "f", "hun": "f",
}  # fmt: skip
"""Pronouns of German, French, Spanish, Portuguese, Dutch, Italian and Nordic texts; never read in English ones."""


@cache
def _vocabulary() -> dict[str, frozenset[str]]:
    return {name: frozenset(words.split()) for name, words in read_table("quotecli.find", "vocabulary.tsv")}


def vocabulary(name: str) -> frozenset[str]:
    """Return the words of one class of `vocabulary.tsv`, as the table spells them.

    Raises:
        KeyError: the table has no such class.
    """
    return _vocabulary()[name]


def _inflect(lemma: str) -> set[str]:
    if lemma.endswith("e"):
        return {lemma, lemma + "s", lemma + "d", lemma[:-1] + "ing"}
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        return {lemma, lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing"}
    plural = lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "z")) else "s")
    forms = {lemma, plural, lemma + "ed", lemma + "ing"}
    if (
        len(lemma) > 2
        and lemma[-1] not in _VOWELS + "wxy"
        and lemma[-2] in _VOWELS
        and (lemma[-3] not in _VOWELS or lemma[-3:-1] == "ui")
    ):
        forms |= {lemma + lemma[-1] + "ed", lemma + lemma[-1] + "ing"}
    return forms


@cache
def english_cues() -> dict[str, tuple[str, str]]:
    """Return the forms of English reporting verbs with lemma and class."""
    forms: dict[str, tuple[str, str]] = {}
    for lemma, kind, irregular in read_table("quotecli.find", "cues.tsv"):
        for form in sorted({*_inflect(lemma), *irregular.split()}):
            forms.setdefault(form, (lemma, kind))
    return forms


@cache
def cue_forms() -> dict[str, tuple[str, str]]:
    """Return all forms of the reporting verbs with lemma and class."""
    forms = dict(english_cues())
    for form, lemma, _ in read_table("quotecli.find", "cues_other.tsv"):
        forms.setdefault(form, (lemma, forms[lemma][1]))
    return forms


def cue_class(low: str) -> str:
    """Return the class of a reporting verb's form (`say tell ask write call think gesture`), "" for other words."""
    return cue_forms().get(low, ("", ""))[1]


def cue_lemma(low: str) -> str:
    """Return the lemma of a reporting verb's form, "" for other words."""
    return cue_forms().get(low, ("", ""))[0]


@cache
def nominal_cue_forms() -> dict[str, tuple[str, str]]:
    """Return nouns for what somebody said ("her assertion that") with the lemma and class of their verbs."""
    verbs = dict(cue_forms().values())
    return {noun: (lemma, verbs[lemma]) for noun, lemma in read_table("quotecli.find", "cues_nominal.tsv")}


@cache
def reporting_words() -> dict[str, tuple[str, str]]:
    """Return reporting verbs and nouns with lemma and class."""
    return {**nominal_cue_forms(), **cue_forms()}


_CHILDREN = tuple("one two three four five six seven eight nine ten".split())
_PARENTS = tuple("dad father gran grandad granddad grandfather grandma grandmother mom mother mum nan parent".split())
_COLLECTIVES = frozenset("band coalition couple crew family group jury pair panel team".split())
"""Groups that there may be several of."""


_NO_ROLE: tuple[Category, str] = ("", "")


@cache
def roles() -> dict[str, tuple[Category, str]]:
    """Return nouns that name speakers: category (all but place) and gender (m f u n p).

    Regular plurals of persons are in it as groups, and so is "mum-of-three" as what a mum is.
    """
    table: dict[str, tuple[Category, str]] = {}
    for noun, category, gender in read_table("quotecli.find", "roles.tsv"):
        table[noun] = (cast("Category", category), gender)
    table.update((f"{noun}-of-{count}", table[noun]) for noun in _PARENTS for count in _CHILDREN)
    for noun, (category, _) in list(table.items()):
        plural = noun[:-3] + "men" if noun.endswith("man") else noun + ("es" if noun.endswith("s") else "s")
        if noun.endswith("y") and noun[-2] not in _VOWELS:
            plural = noun[:-1] + "ies"
        if category != "group" or noun in _COLLECTIVES:
            table.setdefault(plural, ("group" if category == "person" else category, "p"))
    return table


def category_of(noun: str) -> Category:
    """Return what a noun names; "" for words that name no speaker."""
    return roles().get(noun, _NO_ROLE)[0]


@cache
def title_nouns() -> dict[str, tuple[str, ...]]:
    """Return for a title the nouns that its bearer is called by: "the governor" is Gov. Wood."""
    return {row[0]: tuple(row[1].split()) for row in read_table("quotecli.find", "title_nouns.tsv")}


@cache
def programmes() -> frozenset[str]:
    """Return titles of programmes on air, in lower case: “60 Minutes” is told something, and no speech."""
    return frozenset(row[0] for row in read_table("quotecli.find", "programmes.tsv"))


@cache
def titled_names() -> dict[str, str]:
    """Return whole names, folded, whose first word is a title elsewhere, each with "person" or "body"."""
    return {row[0]: row[1] for row in read_table("quotecli.find", "titled_names.tsv")}


@cache
def places() -> frozenset[str]:
    """Return names of states, countries and cities, folded: they may speak, but are neither "he" nor "she"."""
    return frozenset(row[0] for row in read_table("quotecli.find", "places.tsv"))


@cache
def family_first() -> frozenset[str]:
    """Return family names that stand before the given ones, folded: Chinese, Korean, Vietnamese."""
    return frozenset(row[0] for row in read_table("quotecli.core", "family_first.tsv"))


class _Genders(dict[str, str]):
    """The genders of the words met so far; `lru_cache` would cost more, which moves whatever it finds to its front."""

    def __missing__(self, word: str) -> str:
        if len(self) >= 1 << 13:
            self.clear()
        names, bare = given_names(), fold(word).strip(".")
        first, dash, second = bare.partition("-")
        joined = dash and second in names  # "Maria-Elena"
        gender = self[word] = names.get(bare) or (names.get(first, "") if joined else "")
        return gender


gender_of_given: Callable[[str], str] = _Genders().__getitem__
"""Returns m or f for a given name that tells, u for one that doesn't, "" for an unknown one."""


@cache
def synonyms() -> dict[str, frozenset[str]]:
    """Return for a noun the others that may mean the same person."""
    table: dict[str, set[str]] = {}
    for noun, others in read_table("quotecli.find", "role_synonyms.tsv"):
        for other in others.split():
            table.setdefault(noun, set()).add(other)
            table.setdefault(other, set()).add(noun)
    return {noun: frozenset(others) for noun, others in table.items()}


def role_class(noun: str) -> str:
    """Return what a noun for a person tells: `loose` little, `scene` what happened, `post`, else `trade`."""
    return _role_classes().get(noun.partition("-of-")[0], "trade")


@cache
def _role_classes() -> dict[str, str]:
    return {noun: sort for sort, nouns in read_table("quotecli.find", "role_classes.tsv") for noun in nouns.split()}
