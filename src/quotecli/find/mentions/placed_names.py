"""Reads names of bodies that places stand in: "Avon and Somerset Police", "University of Texas at Austin"."""

from __future__ import annotations

from collections.abc import Sequence

from quotecli.find.mentions.body_names import BodyReader
from quotecli.find.mentions.name_core import LIKE_PEOPLE
from quotecli.find.words.lexicon import places

_AND = frozenset(("and", "&"))
_CAMPUSES = frozenset("berkeley davis irvine merced riverside madison milwaukee amherst boulder lincoln".split())
"""Where a state's university is: "University of California, Berkeley"."""


class PlacedReader(BodyReader):
    """Tells how far such names go in one stream."""

    def _two_places_until(self, at: int) -> int:
        """Return the index behind a body's name that begins here with two places: "Avon and Somerset Police"; or 0."""
        second = self._second_place(at)
        last = self._capitals_end(second) if second else 0
        if second and self.stream.low(last) in _AND and self.stream.word(last + 1) in self.capitalised:
            last = self._capitals_end(last + 1)  # "Devon and Somerset Fire and Rescue Service"
        return last if any(self._is_body_word(self.stream.lows[head]) for head in range(second + 1, last)) else 0

    def _second_place(self, at: int) -> int:
        """Return where the second of two places that "and" joins begins, of which the first begins here; 0 for none."""
        lows = self.stream.lows
        joined = self._capitals_end(at)
        second = joined + 1
        if self.stream.low(joined) not in _AND:
            return 0
        if self.stream.word(second) == "District":
            return second  # "Calder and District Housing Association"
        if not _is_place(lows[at:joined]):
            return 0
        ends = range(second + 1, self._capitals_end(second) + 1)
        return second if any(_is_place(lows[second:end]) for end in ends) else 0

    def _past_place(self, at: int, end: int) -> int:
        """Return the index behind the place that a small word at `end` leads to, in a body's name; 0 for none.

        "University of Texas at Austin", "University of California, Berkeley", "NHS Greater Glasgow and Clyde".
        """
        lows, ahead = self.stream.lows, self.stream.word(end + 1)
        low, university = lows[end], lows[at : at + 2] == ["university", "of"]
        if (low == "at" and university) or (low == "and" and lows[at] == "nhs"):
            return end + 2 if ahead in self.capitalised else 0
        of_state = low == "," and university and " ".join(lows[at + 2 : end]) in places()
        return end + 2 if of_state and ahead.lower() in _CAMPUSES else 0


def _is_place(lows: Sequence[str]) -> bool:
    name = " ".join(lows)
    return name in places() or name in LIKE_PEOPLE
