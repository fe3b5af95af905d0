"""The words of a quote as they stand in the index; search cuts its queries with the same knife.

Words are cut from the folded text: apostrophes join ("don't" is `dont`), all other marks part; "%" is `percent`, and
"Rob's" is also indexed as `rob`. Facts to filter by stand among the words of the index, marked by a character that no
word has, so that a filter narrows a search as one more word does.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import compress

from quotecli.core.folding import fold, fold_characters

__all__ = [
    "COMMON", "LONGEST_WORD", "MARK", "PERCENT", "UNSPACED", "cut", "fold_and_cut", "grams", "index_words", "reach",
]  # fmt: skip

MARK = "·"
"""What marks a fact among the words; folding leaves none of these in a word."""

LONGEST_WORD = 48
"""Characters of a word that are indexed; what is longer is no word, and is cut."""

COMMON = frozenset(
    "a about after again all also always am an and any are as at be because been before being but by can could did do"
    " does dont down even every for from get go going got had has have he her here him his how i if im in into is it"
    " its just know let like make many me more most much must my need never no not now of on one only or other our"
    " out over people really said same say see she should so some still such take than that thats the their them then"
    " there these they thing things think this those time to too under up us very want was way we well were what when"
    " where which while who why will with without would year years you your".split()
)
"""Words that are in so many quotes that those who share them share nothing else."""

_ASCII = {code: None if chr(code) == "'" else chr(code) if chr(code).isalnum() else " " for code in range(128)}
_POSSESSIVE = re.compile(r"(?<![^\W_])([^\W_]{2,})'s\b")
# Scripts written without spaces between words: each character is a word. Compiled when first met: it takes 3 ms.
UNSPACED = r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\U00020000-\U0003ffff]"
_WORD = re.compile(r"[^\W_]+")
SPELT_GRAMS = range(3, 25)


PERCENT = "percent"
_SPELT_OUT = f" {PERCENT} "
"""For "%": put in before the text is cut, as translating one character into several is slow."""


def cut(folded: str) -> list[str]:
    """Return the words of a folded text, in order."""
    if folded.isascii() and folded.isalnum():
        return [folded[:LONGEST_WORD]]
    if "%" in folded:
        folded = folded.replace("%", _SPELT_OUT)
    words = (folded if folded.isascii() else _plain(folded)).translate(_ASCII).split()
    if len(folded) > LONGEST_WORD and max(map(len, words), default=0) > LONGEST_WORD:
        words = [word[:LONGEST_WORD] for word in words]
    return words


def _plain(folded: str) -> str:
    spaced = re.sub(UNSPACED, r" \g<0> ", folded.replace("'", ""))
    return " ".join(_WORD.findall(spaced))


def index_words(folded: str) -> list[str]:
    """Return the words under which a quote is found: those of its text, and the owners of its possessives."""
    words = cut(folded)
    if "'s" in folded:
        words += [owner[:LONGEST_WORD] for owner in _POSSESSIVE.findall(folded)]
    return words


_BETWEEN = "~"
"""Parts texts that are folded and cut as one: a mark that no folding touches, and that hardly a text has."""
_TYPED = {mark: fold_characters(mark) for mark in "’‘“”–—…"}
"""What most texts have that is not ASCII, folded; put in before texts are folded, which takes long for what is not."""
_LINES = {**_ASCII, ord(_BETWEEN): _BETWEEN}
_CONTROL = "\n"
_SHAPE = {
    code: _CONTROL if not chr(code).isprintable() else "x" if new not in {None, " "} else new
    for code, new in _ASCII.items()
}
"""To see at once, in a text of ASCII, how long its words are and whether anything but its marks parts them."""
_TOO_LONG = "x" * (LONGEST_WORD + 1)


def fold_and_cut(texts: Sequence[str]) -> tuple[list[str], list[str]]:
    """Return `fold` of each of these texts, and its `index_words` parted by spaces.

    What has nothing out of the ordinary is folded and cut as one text: a call for each takes four times as long.
    """
    joined = _BETWEEN.join(texts)
    if not joined.isascii():
        for mark, typed in _TYPED.items():
            joined = joined.replace(mark, typed)
    if joined.isascii():
        joined = fold_characters(joined)
        if texts and _ordinary(joined, len(texts)):
            return _cut_joined(joined)
    parts = joined.split(_BETWEEN)
    return _cut_apart(texts, list(map(fold_characters, parts if len(parts) == len(texts) else texts)))


def _cut_apart(texts: Sequence[str], parts: Sequence[str]) -> tuple[list[str], list[str]]:
    """Return what `fold_and_cut` does, cutting together what can be.

    Args:
        texts: the texts.
        parts: the same, each character folded.
    """
    plain = list(map(_plainly_ordinary, parts))
    joined = _BETWEEN.join(compress(parts, plain))
    if not _ordinary(joined, sum(plain)):
        plain = [False] * len(texts)
    together = zip(*_cut_joined(joined), strict=True)
    folded, lines = [], []
    for text, is_plain in zip(texts, plain, strict=True):
        one, line = next(together) if is_plain else _alone(text)
        folded.append(one)
        lines.append(line)
    return folded, lines


def _alone(text: str) -> tuple[str, str]:
    folded = fold(text)
    return folded, " ".join(index_words(folded))


def _plainly_ordinary(part: str) -> bool:
    """Tell whether a text, each of its characters folded, has nothing out of the ordinary but its words' lengths."""
    return part.isascii() and part.isprintable() and "" not in part.split(" ") and _BETWEEN not in part


def _cut_joined(joined: str) -> tuple[list[str], list[str]]:
    """Return what `fold_and_cut` does, of ordinary texts that are joined and of which each character is folded."""
    folded = joined.split(_BETWEEN)
    lines = joined.replace("%", _SPELT_OUT).translate(_LINES).split(_BETWEEN)
    if "'s" in joined:
        lines = [
            " ".join([line, *_POSSESSIVE.findall(text)]) if "'s" in text else line
            for text, line in zip(folded, lines, strict=True)
        ]
    return folded, lines


def _ordinary(joined: str, texts: int) -> bool:
    """Tell whether texts are folded once each of their characters is, and their words can be cut as in ASCII."""
    if not joined.isascii():
        return False
    shape = joined.translate(_SHAPE)
    return (
        _CONTROL not in shape
        and _TOO_LONG not in shape
        and joined.count(_BETWEEN) == texts - 1
        and "  " not in joined.replace(_BETWEEN, " ")
        and not joined.startswith(" ")
        and not joined.endswith(" ")
    )


def reach(word: str) -> int:
    """Return how many wrong letters a word may have and still be found: none below four letters, one below eight."""
    return 0 if len(word) < 4 else 1 if len(word) < 8 else 2


def grams(word: str) -> list[str]:
    """Return the groups of three letters of a word with its edges marked; none for numbers and what is too long."""
    if len(word) not in SPELT_GRAMS or word.isdigit():
        return []
    edged = f"{MARK}{word}{MARK}"
    return [edged[at : at + 3] for at in range(len(edged) - 2)]
