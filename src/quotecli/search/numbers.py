"""Numbers in words as figures: a paper's style makes "two" of what another sets as "2", and "£3bn" of billions."""

from __future__ import annotations

import re
from decimal import Decimal
from math import gcd

from quotecli.core.spelling import FIGURES, IN_WORDS, ORDINALS, ordinal
from quotecli.store.figures import CENTURIES

__all__ = ["in_figures", "in_words", "ordinals_in_figures"]

_HUNDRED = 100
_SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_SHORT_SCALES = {"k": "thousand", "m": "million", "mn": "million", "b": "billion", "bn": "billion", "tn": "trillion"}
_MONEY = {"dollar": "$", "euro": "€", "pound": "£"}
_WITHIN_CENTURY = range(10, 100)

_SCALE = f"(?:hundred|{'|'.join(_SCALES)})"
_WORD = f"(?:{'|'.join(sorted(FIGURES, key=len, reverse=True))}|{_SCALE})"
_AMOUNT = r"(\d{1,9}(?:\.\d{1,3})?)"
_SHORT = re.compile(
    rf"(?:(?<=[$€£]){_AMOUNT} ?([kmb])"
    rf"|(?<![\w.,]){_AMOUNT} ?(mn|bn|tn|[kmb](?= (?:{'|'.join(_MONEY)})s?\b)))\b"  # "5m" may be a length: "5m euros"
)
_FIRST = (
    rf"(?<!\w)an? (?={_SCALE}\b)"
    rf"|(?<![\w.,])\d{{1,9}}(?:,\d{{3}}|\.\d{{1,3}})?[ -](?={_SCALE}\b)"
    rf"|(?<!\w)(?!{_SCALE})(?={_WORD}\b)"
)
_AND = "(?:(?<=hundred)|(?<=thousand)|(?<=[mbr]illion)) and "
_NUMBER = re.compile(rf"(?:{_FIRST}){_WORD}(?:(?:[ -]|{_AND}){_WORD})*\b")
_PART = re.compile(r"[a-z]+|[\d.,]+")
_UNITS = [*ORDINALS][:9]
_TENS = "|".join(word for word in FIGURES if word.endswith("ty"))
_ORDINAL = re.compile(rf"(?<![\w-])(?:({_TENS})[ -](?={'|'.join(_UNITS)}))?({'|'.join(ORDINALS)})\b")
_PARTS = {"quarter": 4} | {word: number for word, number in ORDINALS.items() if number in range(3, 11)}
_NUMERATOR = "|".join(word for word, figure in FIGURES.items() if figure in "123456789")
_PART_OF = "|".join(_PARTS)
_FRACTION = re.compile(  # "three quarters" may be of a year
    rf"(?<![\w-])(?:({_NUMERATOR})(?:-({_PART_OF})s?(?!\w)| ({_PART_OF})s?(?= of\b))|an? ({_PART_OF})(?= of\b))"
)
_HALF = re.compile(r"(?<![\w./:,-])(?<!\d )1[/⁄]2(?= (?:of|the|an?)\b)")
_SUM = re.compile(r"(?<=\d) (dollar|euro|pound)s?\b")


def in_figures(folded: str) -> str:
    """Return a folded text with its numbers in words as figures: "fifty-one", "a hundred and six", "1.5 million".

    Sums of money have their sign behind them: "three dollars" is "3 $".
    """
    found = _NUMBER.sub(_figure, _SHORT.sub(_with_scale, folded))
    return _SUM.sub(lambda money: f" {_MONEY[money[1]]}", found)


def in_words(number: int) -> str:
    """Return a whole number below a million in words: "three hundred and twelve"."""
    if word := IN_WORDS.get(str(number)):
        return word
    if number < _HUNDRED:
        return f"{IN_WORDS[str(number // 10 * 10)]}-{IN_WORDS[str(number % 10)]}"
    for word, scale in (("thousand", 1_000), ("hundred", _HUNDRED)):
        if number >= scale:
            many, rest = divmod(number, scale)
            joint = " and " if rest < _HUNDRED else " "
            return f"{in_words(many)} {word}{joint + in_words(rest) if rest else ''}"
    return str(number)


def ordinals_in_figures(folded: str) -> str:
    """Return a folded text with its ordinals and fractions in words as figures: 1st, 21st, 2/3; and 1/2 as half."""
    return _ORDINAL.sub(_ordinal, _FRACTION.sub(_fraction, _HALF.sub("half", folded)))


def _fraction(found: re.Match[str]) -> str:
    whole = _PARTS[found[2] or found[3] or found[4]]
    part = int(FIGURES[found[1]]) if found[1] else 1
    return f"{part}/{whole}" if part < whole and gcd(part, whole) == 1 else found[0]


def _ordinal(found: re.Match[str]) -> str:
    number = (int(FIGURES[found[1]]) if found[1] else 0) + ORDINALS[found[2]]
    return ordinal(number)


def _with_scale(found: re.Match[str]) -> str:
    return f"{found[1] or found[3]} {_SHORT_SCALES[found[2] or found[4]]}"


def _figure(found: re.Match[str]) -> str:
    """Return the numbers that the words of a match make: most often one."""
    numbers: list[Decimal] = []
    total = part = Decimal(0)
    for word in _PART.findall(found[0]):
        if word == "and":
            continue
        if word in _SCALES:
            total, part = (total + part * _SCALES[word] if part else (total or Decimal(1)) * _SCALES[word]), Decimal(0)
        elif word == "hundred":
            part = (part or Decimal(1)) * _HUNDRED
        else:
            value = _value(word)
            if _goes_on(part, value) or (total and not part):
                part += value
            elif not total and part in CENTURIES and value in _WITHIN_CENTURY:
                part = part * _HUNDRED + value
            else:
                numbers += [total + part] if total or part else []
                total, part = Decimal(0), value
    return " ".join(f"{number.normalize():f}" for number in [*numbers, total + part])


def _value(word: str) -> Decimal:
    return Decimal(1) if word in {"a", "an"} else Decimal(FIGURES.get(word) or word.replace(",", ""))


def _goes_on(part: Decimal, value: Decimal) -> bool:
    """Tell whether a number goes on with a smaller one: "fifty-one", "six hundred and ten"."""
    return (part >= _HUNDRED and part % _HUNDRED == 0 and value < _HUNDRED) or (
        part % _HUNDRED >= 20 and part % 10 == 0 and value < 10
    )
