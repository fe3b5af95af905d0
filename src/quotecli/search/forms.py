"""Other forms of a word: who remembers "walls" or "organized" may have read "wall" or "organizing".

English goes by few rules, and what does not stands in a table. More forms are made than there are words: what the
store has not is in no quote.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from quotecli.core.tables import read_table

if TYPE_CHECKING:
    from quotecli.store import Store

__all__ = ["known_forms", "other_forms"]

_LEAST = 3
"""Letters of the shortest word that is taken to have other forms, and of what is left when an end is taken off."""
_VOWELS = frozenset("aeiouy")
_HISSING = ("s", "x", "z", "ch", "sh")
_ONE_FORM = frozenset(
    "always besides does during evening has his its morning news nothing perhaps series something species this towards"
    " thus united was".split()
)
"""Words that end as if they were another's form."""


def other_forms(words: tuple[str, ...]) -> dict[str, str]:
    """Return the other forms of the words looked for, each with the word of the query whose form it is.

    Args:
        words: folded, as cut.

    Returns:
        None of the words themselves; many that nobody writes are among them.
    """
    found = {form: word for word in words for form in _forms(word)}
    return {form: word for form, word in found.items() if form not in words}


def known_forms(store: Store, words: tuple[str, ...]) -> dict[str, str]:
    """Return what stands in the store and is another form of one of the words, with that word."""
    forms = other_forms(words)
    return {form: forms[form] for form in store.index.counts(sorted(forms))} if forms else {}


def _forms(word: str) -> set[str]:
    if not (len(word) >= _LEAST and word.isascii() and word.isalpha()) or word in _ONE_FORM:
        return set()
    if irregular := _irregular().get(word):
        return irregular
    plain = set(_plain(word))
    return {form for one in plain for form in _with_ends(one)} | plain


def _plain(word: str) -> Iterator[str]:
    """Yield the word itself, and what it may be an ended form of."""
    yield word
    if word.endswith(("ies", "ied")):
        yield word[:-3] + "y"
    if _may_be_plural(word):
        yield from _left(word[:-1])
        if word.endswith("es"):
            yield from _left(word[:-2])
    for end in ("ed", "ing"):
        if word.endswith(end):
            stem = word.removesuffix(end)
            yield from _left(stem)
            yield from _left(f"{stem}e")
            if stem[-1:] == stem[-2:-1]:
                yield from _left(stem[:-1])


def _may_be_plural(word: str) -> bool:
    return word.endswith("s") and not word.endswith(("ss", "us", "is"))


def _left(stem: str) -> Iterator[str]:
    if len(stem) >= _LEAST and not _VOWELS.isdisjoint(stem):
        yield stem


def _with_ends(word: str) -> Iterator[str]:
    """Yield a word with the ends of English, its last letter doubled or left out as it may be."""
    yield word + ("es" if word.endswith(_HISSING) else "s")
    if word.endswith(("ed", "ing")) or _may_be_plural(word):
        return
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        yield from (word[:-1] + "ies", word[:-1] + "ied", word + "ing")
        return
    stem = word.removesuffix("e")
    yield from (stem + "ed", stem + "ing")
    if stem == word and word[-1] not in _VOWELS and word[-2] in _VOWELS:
        yield from (word + word[-1] + "ed", word + word[-1] + "ing")


@cache
def _irregular() -> dict[str, set[str]]:
    """Return the other forms of each form that stands in the table."""
    found: dict[str, set[str]] = {}
    for plain, others in read_table("quotecli.search", "forms.tsv"):
        forms = {plain, *others.split()}
        for form in forms:
            found.setdefault(form, set()).update(forms)
    return found
