"""What papers write each in their own style, in one: U.S. and US, 5 p.m. and 5pm, 2.5 kg and 2.5kg, the '90s."""

from __future__ import annotations

import re

__all__ = ["in_one_style"]

_DOTTED = re.compile(r"(?<![\w.])(?:[^\W\d_]{1,2}\.|[^\W\d_]\. )(?:[^\W\d_]\. ?)*[^\W\d_]\.(?!\w)")
"""Letters with full stops: U.S., e.g., J. K., Ph.D."""
_INITIALS = re.compile(r"\b([^\W\d_aio]) (?=[^\W\d_aio]\b)")
"""The same without; a, I and O are words."""
_NOT_LETTER = re.compile(r"[. ]")
_CLOCK = re.compile(r"(?<=\d)(?:[:.]00)? ?([ap]m)\b")
_MEASURES = "c|cm|f|ft|ghz|gw|gwh|hz|kg|kw|kwh|km|kph|lbs?|mg|mhz|ml|mm|mph|mw|mwh|oz|tb"
_MEASURE = re.compile(rf"(?<=\d) (?=(?:{_MEASURES})\b)")
_TENS = {ten: number for number, ten in enumerate("twenties thirties forties fifties sixties".split(), 2)} | {
    ten: number for number, ten in enumerate("seventies eighties nineties".split(), 7)
}
_DECADE = re.compile(rf"(?:(?<!\w)'|(?<=\bthe ))([2-9])0'?s\b|(?<=\bthe )({'|'.join(_TENS)})\b|\b19([2-9])0's\b")
_OKAY = re.compile(r"\bokay\b")
_WARDS = re.compile(r"\b(after|back|down|to|up)wards\b")


def in_one_style(folded: str) -> str:
    """Return a folded text with its abbreviations, times of day, measures and decades in one style."""
    if "." in folded:
        folded = _DOTTED.sub(lambda found: _NOT_LETTER.sub("", found[0]), folded)
    if any(map(str.isdigit, folded)):
        folded = _MEASURE.sub("", _CLOCK.sub(r"\1", folded))
    folded = _INITIALS.sub(r"\1", folded)
    return _WARDS.sub(r"\1ward", _OKAY.sub("ok", _DECADE.sub(_decade, folded)))


def _decade(found: re.Match[str]) -> str:
    """Return "the nineties", "the 90s" and "'90s" as 1990s: papers hardly write so of other centuries."""
    return f"19{_TENS[found[2]] if found[2] else found[1] or found[3]}0s"
