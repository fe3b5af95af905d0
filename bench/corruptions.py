"""The ways in which people misremember a phrase, each as a function of its words and a random source."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence

__all__ = ["CORRUPTIONS", "phrase", "real_word_by", "replaced_by"]

_NEAR = {"a": "sq", "b": "vn", "c": "xv", "d": "sf", "e": "wr", "f": "dg", "g": "fh", "h": "gj", "i": "uo", "j": "hk",
         "k": "jl", "l": "ko", "m": "n", "n": "bm", "o": "ip", "p": "o", "q": "wa", "r": "et", "s": "ad", "t": "ry",
         "u": "yi", "v": "cb", "w": "qe", "x": "zc", "y": "tu", "z": "xa"}  # fmt: skip
_FILL = "really just that very the so also well now then maybe truly".split()


def phrase(words: Sequence[str], draw: random.Random) -> list[str]:
    """Return five to nine words in a row."""
    size = min(len(words), draw.randint(5, 9))
    at = draw.randint(0, len(words) - size)
    return list(words[at : at + size])


def typo(word: str, draw: random.Random) -> str:
    """Return the word with one letter doubled, lost, replaced by a neighbour on the keyboard, added, or swapped."""
    at = draw.randrange(len(word))
    kind = draw.choice(("lose", "add", "swap", "near", "double"))
    if kind == "lose" and len(word) > 3:
        return word[:at] + word[at + 1 :]
    if kind == "swap" and at + 1 < len(word) and word[at] != word[at + 1]:
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    if kind == "double":
        return word[: at + 1] + word[at:]
    new = draw.choice(_NEAR.get(word[at].lower(), "e"))
    return word[:at] + new + word[at + (kind == "near") :]


def _long(words: Sequence[str], draw: random.Random) -> int:
    places = [place for place, word in enumerate(words) if len(word) > 3] or list(range(len(words)))
    return draw.choice(places)


def one_typo(words: list[str], draw: random.Random) -> list[str]:
    at = _long(words, draw)
    words[at] = typo(words[at], draw)
    return words


def typos(words: list[str], draw: random.Random) -> list[str]:
    for _ in range(draw.choice((1, 2))):
        one_typo(words, draw)
    return words


def dropped(words: list[str], draw: random.Random) -> list[str]:
    for _ in range(draw.choice((1, 2)) if len(words) > 5 else 1):
        del words[draw.randrange(len(words))]
    return words


def swapped(words: list[str], draw: random.Random) -> list[str]:
    at = draw.randrange(len(words) - 1)
    words[at], words[at + 1] = words[at + 1], words[at]
    return words


def inserted(words: list[str], draw: random.Random) -> list[str]:
    for _ in range(draw.choice((1, 2))):
        words.insert(draw.randrange(len(words) + 1), draw.choice(_FILL))
    return words


def marks(words: list[str], draw: random.Random) -> list[str]:
    """Lose or mix up case, accents, apostrophes, dashes and commas."""
    line = " ".join(words)
    accents = str.maketrans("aeiouncAEIOU", "áéíóüñçÁÉÍÓÜ")
    choice = draw.randrange(4)
    if choice == 0:
        return line.upper().replace("'", "’").split()
    if choice == 1:
        return line.replace("'", "").replace("-", " ").replace(",", "").split()
    if choice == 2:
        at = _long(words, draw)
        return [*words[:at], words[at].translate(accents), *words[at + 1 :]]
    return line.replace("'", "’").replace("-", "—").lower().split()


def joined(words: list[str], draw: random.Random) -> list[str]:
    """Write two words as one, or one as two."""
    if draw.random() < 0.5:
        at = draw.randrange(len(words) - 1)
        return [*words[:at], words[at] + words[at + 1], *words[at + 2 :]]
    at = _long(words, draw)
    word = words[at]
    if len(word) < 4:
        return words
    cut = draw.randint(2, len(word) - 2)
    return [*words[:at], word[:cut], word[cut:], *words[at + 1 :]]


def replaced_by(pool: Sequence[str]) -> Callable[[list[str], random.Random], list[str]]:
    """Return the corruption that replaces one word by another of the pool, or two of a phrase of more than five."""

    def replaced(words: list[str], draw: random.Random) -> list[str]:
        for at in draw.sample(range(len(words)), draw.choice((1, 2)) if len(words) > 5 else 1):
            words[at] = draw.choice(pool)
        return words

    return replaced


def real_word_by(pool: frozenset[str]) -> Callable[[list[str], random.Random], list[str]]:
    """Return the corruption that makes a typo by which another word of the pool comes about."""

    def real_word(words: list[str], draw: random.Random) -> list[str]:
        for _ in range(400):
            at = draw.randrange(len(words))
            new = typo(words[at].lower(), draw)
            if new != words[at].lower() and new in pool:
                words[at] = new
                return words
        return words

    return real_word


CORRUPTIONS: dict[str, Callable[[list[str], random.Random], list[str]]] = {
    "as it is": lambda words, _: words,
    "one typo": one_typo,
    "one or two typos": typos,
    "words dropped": dropped,
    "words swapped": swapped,
    "words inserted": inserted,
    "marks, case, accents": marks,
    "joined or split": joined,
}
"""Those that need no words of the corpus; `replaced_by` and `real_word_by` make the other two."""
