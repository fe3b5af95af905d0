"""Tells whether two wordings of like words speak against each other: then they are two statements, not one.

What speaks against one statement is a word that negates in one of them only, other figures, opposites (`opposites.py`)
or other names (`proper.py`) in each other's place. Any other word may stand for one, be misspelt, or be left out.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from difflib import Match, SequenceMatcher
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from quotecli.core.alignment import matching_blocks
from quotecli.core.folding import fold
from quotecli.core.spelling import FIGURES, contractions, other_spellings, spelt_in_two_ways
from quotecli.store.figures import SCALES, values, with_whole_figures
from quotecli.store.opposites import negates, opposed
from quotecli.store.proper import both_named, names, other_names
from quotecli.store.words import PERCENT, cut

__all__ = ["Wording", "compared", "contradicts", "other_money", "wording_of"]

_CHANGED = 3
"""So many words may stand for others; more are a part of the statement."""
_MANY = 200
"""Pairs of words above which it takes no longer to look only at those in each other's place."""
_NEGATIONS = frozenset(
    "no not never nobody nothing none neither nor without cannot cant dont doesnt didnt wont wouldnt couldnt shouldnt"
    " isnt arent wasnt werent hasnt havent hadnt mustnt neednt shant aint hardly scarcely barely rarely seldom".split()
)
_OFTEN_MISSPELT = frozenset(
    word for word in _NEGATIONS if len(word) > 4 and (word.endswith("nt") or word in {"nothing", "nobody", "without"})
) | {"cannot"}
"""Of these a word of like letters is a misspelling ("deosnt"); "never" and "neither" are two letters from others."""
_ALIKE = 0.8
_MONEY = frozenset("$£€¥₹")
_ONE = frozenset({"a", "an"})
_LISTS = frozenset({"and", "or"})
_NEAR = 2
"""So many words may stand between a name and the word that lists it with others."""


class Wording(NamedTuple):
    """A quote's words.

    Attributes:
        words: in order, with whole figures, and in one of two spellings.
        distinct: the same, each once.
        text: as printed.
    """

    words: Sequence[str]
    distinct: frozenset[str]
    text: str


def wording_of(text: str, folded: str | None = None) -> Wording:
    """Return the words of a quote: figures whole, and what is spelt in two ways in one.

    Args:
        text: as printed.
        folded: the same folded, where that is known.
    """
    words = cut(with_whole_figures(fold(text) if folded is None else folded))
    spelt = spelt_in_two_ways()
    if not spelt.keys().isdisjoint(words):
        words = [spelt.get(word, word) for word in words]
    return Wording(words, frozenset(words), text)


class _Gap(NamedTuple):
    """What stands between words that two wordings share.

    Attributes:
        here: words of the shorter one.
        there: words of the longer one.
        before: the word before them, "" at the beginning.
        inner: whether shared words stand on both sides.
    """

    here: Sequence[str]
    there: Sequence[str]
    before: str
    inner: bool


def compared(short: Wording, long: Wording) -> int | None:
    """Return how many words two wordings share, in order; None where they speak against each other.

    Words that are written otherwise are shared: "harbor" and "harbour", "won't" and "will not".
    """
    blocks = matching_blocks(short.words, long.words)
    shared = sum(block.size for block in blocks)
    moved: tuple[set[str], set[str]] = (set(), set())
    for gap in _gaps(short.words, long.words, blocks):
        if gap.here and gap.there and _written_otherwise(gap.here, gap.there):
            shared += min(len(gap.here), len(gap.there))
        elif _against(gap, short.text, long.text):
            return None
        moved[0].update(gap.here)
        moved[1].update(gap.there)
    if not moved[0].isdisjoint(moved[1]) and _names_moved(moved[0] & moved[1], short, long):
        return None
    return shared


def contradicts(one: Wording, other: Wording, known: frozenset[str] = frozenset()) -> bool:
    """Tell whether two wordings, which need not be alike, speak against each other.

    Args:
        one: a wording.
        other: another one.
        known: words that are known not to make the difference.
    """
    short, long = (one, other) if len(one.words) <= len(other.words) else (other, one)
    here, there = short.distinct - long.distinct - known, long.distinct - short.distinct - known
    if other_money(short.text, long.text):
        return True
    return _may_oppose(here, there, short.text, long.text) and compared(short, long) is None


def _may_oppose(here: Collection[str], there: Collection[str], first: str, second: str) -> bool:
    """Tell, cheaply, whether anything in what only one wording has could speak against the other."""
    if not _NEGATIONS.isdisjoint(here) or not _NEGATIONS.isdisjoint(there) or _scaled(here) != _scaled(there):
        return True
    if not here or not there:
        return False
    if len(here) * len(there) > _MANY or (values([*here]) and values([*there])):
        return True
    return any(opposed(a, b) for a in here for b in there) or both_named(here, there, first, second)


def other_money(first: str, second: str) -> bool:
    """Tell whether two texts have signs of money, and none in common: £3bn and $3bn are written of like words."""
    signs, others = (_MONEY.intersection(text) for text in (first, second))
    return bool(signs) and bool(others) and signs.isdisjoint(others)


def _gaps(short: Sequence[str], long: Sequence[str], blocks: Sequence[Match]) -> Iterator[_Gap]:
    """Yield what stands between the blocks, and at either end, where it may stand for each other."""
    last = len(blocks) - 2  # the last block is an empty one at the ends
    if last < 0:
        return
    first = blocks[0]
    size = min(first.a, first.b, _CHANGED)
    if size:
        yield _Gap(short[first.a - size : first.a], long[first.b - size : first.b], "", inner=False)
    for block, following in pairwise(blocks[:-1]):
        here = short[block.a + block.size : following.a]
        there = long[block.b + block.size : following.b]
        if len(here) <= _CHANGED and len(there) <= _CHANGED:  # else something was left out
            yield _Gap(here, there, short[block.a + block.size - 1], inner=True)
    a, b = blocks[last].a + blocks[last].size, blocks[last].b + blocks[last].size
    size = min(len(short) - a, len(long) - b, _CHANGED)
    if size:
        yield _Gap(short[a : a + size], long[b : b + size], short[a - 1], inner=False)


def _written_otherwise(here: Sequence[str], there: Sequence[str]) -> bool:
    """Tell whether words are the same ones in another spelling, or short and in full."""
    if len(here) == len(there) == 1 and here[0][0] != there[0][0] and not here[0].isdigit() and not there[0].isdigit():
        return False  # the words that begin otherwise ("oestrogen") are read in one spelling
    if "".join(here) == "".join(there):
        return True
    one, other = _in_full(here), _in_full(there)
    return len(one) == len(other) and all(a == b or a in other_spellings(b) for a, b in zip(one, other, strict=True))


def _in_full(words: Sequence[str]) -> list[str]:
    """Return words in one way of writing: "wont" as "will not", "fifty per cent" as "50 percent"."""
    known = _short()
    full = " ".join(FIGURES.get(part, part) for word in words for part in known.get(word, (word,)))
    return full.replace("per cent", PERCENT).split()


@cache
def _short() -> dict[str, tuple[str, ...]]:
    """Return contractions as they are cut, "were" among them, as what stands in its place tells what it is."""
    return {short.replace("'", ""): full for short, full in contractions().items()}


def _against(gap: _Gap, first: str, second: str) -> bool:
    """Tell whether what stands in each other's place speaks against one statement."""
    here, there = gap.here, gap.there
    if not here or not there:
        only = here or there
        return not _NEGATIONS.isdisjoint(only) or (bool(_scaled(only[:1])) and bool(values([gap.before])))
    negated = _NEGATIONS.isdisjoint(here) != _NEGATIONS.isdisjoint(there)
    if negated and not gap.inner and "no" in (*here, *there):
        negated = False  # "No, we will": what was left out at an end may have stood there
    negated = negated and not _negation_misspelt(here, there) and not _negation_misspelt(there, here)
    pairs = [(a, b) for a in here if a not in there for b in there if b not in here]
    if any(negates(a, b) for a, b in pairs):
        return not negated  # "not safe" is "unsafe"
    if negated or any(opposed(a, b) for a, b in pairs):
        return True
    return _other_figures(here, there) or other_names(here, there, first, second)


def _negation_misspelt(words: Sequence[str], misspelt: Sequence[str]) -> bool:
    """Tell whether a word that negates is among the first, and misspelt among the others."""
    return any(
        word != right.removesuffix("nt") and SequenceMatcher(None, word, right, autojunk=False).ratio() >= _ALIKE
        for right in _OFTEN_MISSPELT.intersection(words)
        for word in misspelt
    )


def _other_figures(here: Sequence[str], there: Sequence[str]) -> bool:
    """Tell whether other numbers stand there; "a" is one where a number stands in its place."""
    one, other = values(here), values(there)
    if not one and not other:
        return False
    one = one or [1.0 for word in here if word in _ONE][:1]
    other = other or [1.0 for word in there if word in _ONE][:1]
    return bool(one and other) and one != other


def _scaled(words: Collection[str]) -> set[str]:
    return {word for word in words if word in SCALES}


def _names_moved(words: Collection[str], first: Wording, second: Wording) -> bool:
    """Tell whether a name changed its place: "Lane paid Moss" isn't "Moss paid Lane", but "Lane or Moss" either way."""
    known, others = names(first.text), names(second.text)
    moved = [word for word in words if word in known and word in others]
    return any(not _listed(word, first.words) or not _listed(word, second.words) for word in moved)


def _listed(word: str, words: Sequence[str]) -> bool:
    at = words.index(word)
    return not _LISTS.isdisjoint(words[max(at - _NEAR, 0) : at + _NEAR + 1])
