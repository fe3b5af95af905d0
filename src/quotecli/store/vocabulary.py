"""Numbers for words, to count words and to compare wordings by: a batch does both several times faster with numbers.

The number of a word follows from the word alone, so that the numbers of two runs can be held against each other. They
sort as words tell a statement from others: the longest words first, which are the rarest, and last those that tell
nothing; words of one length by their first letters, so that a slip further on leaves them their place.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b

__all__ = ["TELLING_NOTHING", "Vocabulary"]

_HASH_BITS = 28
_LETTERS = 5
_LETTER_BITS = 5  # which tell the letters of ASCII apart
_LAST_CLASS = 63
TELLING_NOTHING = _LAST_CLASS << _LETTERS * _LETTER_BITS + _HASH_BITS
"""The numbers from here on are of words that are in so many quotes that those who share them share nothing else."""
_COMMON = frozenset(
    "a about after again all also always am an and any are as at be because been before being but by can could did do"
    " does dont down even every for from get go going got had has have he her here him his how i if im in into is it"
    " its just know let like make many me more most much must my need never no not now of on one only or other our"
    " out over people really said same say see she should so some still such take than that thats the their them then"
    " there these they thing things think this those time to too under up us very want was way we well were what when"
    " where which while who why will with without would year years you your".split()
)
_MOST = 100_000
"""Words that are remembered between batches, which takes some 25 MB."""


class Vocabulary(dict[str, int]):
    """The number of each word that was asked for; `words` leads back."""

    def __init__(self) -> None:
        """Begin without words."""
        super().__init__()
        self.words: dict[int, str] = {}

    def __missing__(self, word: str) -> int:
        rarity = _LAST_CLASS if word in _COMMON else max(0, _LAST_CLASS - 1 - len(word))
        coded = word.encode("utf-8", "surrogatepass")
        number = rarity
        for letter in coded[:_LETTERS].ljust(_LETTERS, b"\0"):
            number = number << _LETTER_BITS | letter & (1 << _LETTER_BITS) - 1
        digest = int.from_bytes(blake2b(coded, digest_size=4).digest())
        number = number << _HASH_BITS | digest >> 32 - _HASH_BITS
        while number in self.words:  # of two words with one number; once in some million stores
            number += 1
        self.words[number] = word
        self[word] = number
        return number

    def number(self, lines: Iterable[str]) -> list[frozenset[int]]:
        """Return the numbers of the words of each line."""
        return [frozenset(map(self.__getitem__, line.split())) for line in lines]

    def trim(self) -> None:
        """Forget all words when they have become too many; to be called between batches."""
        if len(self) > _MOST:
            self.clear()
            self.words.clear()
