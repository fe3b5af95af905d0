"""Figures among the words of a quote: "4,500" and "4500" are one, "2.5" and "25" two, "3bn" is 3 billion."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quotecli.core.spelling import FIGURES

__all__ = ["CENTURIES", "SCALES", "values", "with_whole_figures"]

SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
"""Words that multiply the number before them."""
CENTURIES = range(15, 21)
"""Numbers that begin a year where another one stands behind them, both in words: "nineteen ninety-six"."""
_TENS = range(20, 100, 10)
_ORDINALS = " first second third fourth fifth sixth seventh eighth ninth".split(" ")
_SHORT_SCALES = {"k": "thousand", "m": "million", "mn": "million", "bn": "billion", "tn": "trillion"}
_POINT = "d"
"""Stands for the point of a decimal: a letter, so that the number is cut as one word."""
_FIGURE = re.compile(r"\d+(?:,\d{3}(?!\d))*(?:\.\d+)*(?:(?:k|mn?|bn|tn)\b)?")
_NUMBER = re.compile(rf"(\d+(?:{_POINT}\d+)?)(?!{_POINT}?\d)")
_DIGITS = re.compile(r"\d")


def with_whole_figures(folded: str) -> str:
    """Return a folded text whose figures will each be cut as one word, and scales in full."""
    return _FIGURE.sub(_whole, folded) if _DIGITS.search(folded) else folded


def _whole(found: re.Match[str]) -> str:
    figure = found[0].replace(",", "")
    number = figure.rstrip("kmnbt")
    scale = _SHORT_SCALES.get(figure[len(number) :])
    return number.replace(".", _POINT) + (f" {scale}" if scale else "")


def values(words: Sequence[str]) -> list[float]:
    """Return the numbers that stand among words, in order; a scale without a number is one of its own."""
    found: list[float] = []
    open_number = False
    for word in words:
        scale = SCALES.get(word.removesuffix("s"))
        if scale is not None:
            if open_number:
                found[-1] *= scale
            else:
                found.append(scale)
            continue
        value = _value(word)
        if value is None and open_number and word in _ORDINALS and found[-1] % 100 in _TENS:
            found[-1] += _ORDINALS.index(word)  # "twenty first" is 21st; of others that count nothing ("first of all")
            open_number = False
        elif value is None:
            open_number = open_number and word == "and"
        elif open_number and word in FIGURES and found[-1] in CENTURIES and value >= 10:
            found[-1] = 100 * found[-1] + value  # "nineteen ninety six"
        elif open_number and value < found[-1] and found[-1] % (100 if value >= 10 else 10) == 0:
            found[-1] += value  # "twenty five", "two hundred and six"
        else:
            found.append(value)
            open_number = True
    return found


def _value(word: str) -> float | None:
    number = FIGURES.get(word)
    if number is not None:
        return float(number)
    if not _DIGITS.search(word):
        return None
    figure = _NUMBER.match(word)
    return float(figure[1].replace(_POINT, ".") if figure else "".join(filter(str.isdigit, word)))
