"""Tells April, May, June and August the months, and Sunday the day, from the persons."""

from __future__ import annotations

from quotecli.core.names import common_words, titles
from quotecli.find.mentions.body_names import BodyReader
from quotecli.find.words.closed import BEFORE_MONTHS, CALENDAR, FUNCTION
from quotecli.find.words.lexicon import roles

__all__ = ["DAYS", "MONTHS", "MonthReader"]

MONTHS = frozenset("april may june august jan".split())
"""Months that are given names as well."""
DAYS = frozenset(("sunday", "monday", "friday"))
"""Days of the week that are given names as well."""
_BEHIND_NAMES = frozenset((",", ".", "and", "who", "(", "was", "is", "has", "had"))
_BEFORE_MAY = frozenset("in since until till last next early mid late".split())


class MonthReader(BodyReader):
    """Reads the months of one stream; `months` are those that name somebody in it."""

    months: set[str]

    def _is_in_may(self, at: int) -> bool:
        """Tell whether "May" is the month: "in May, the council said", but not "in May's words"."""
        following = self.stream.word(at + 1)
        goes_on = following in self.capitalised or following in ("'s", "’s")
        return at > 0 and self.stream.lows[at - 1] in _BEFORE_MAY and (not goes_on or self._is_full_name(at + 1))

    def _is_given_month(self, at: int) -> bool:
        """Tell whether one of `MONTHS` names somebody: June Halvorsen, or "said June" where she was named before."""
        lows = self.stream.lows
        if at and lows[at - 1] in BEFORE_MONTHS:
            return False
        if at and lows[at - 1] in _BEFORE_MAY and self._is_full_name(at + 1):
            return False  # "In May Ned Orr said"
        following = self.stream.word(at + 1)
        named = following in self.capitalised and following.isalpha()
        goes_on = named and not (lows[at + 1] in CALENDAR or lows[at + 1] in FUNCTION)
        if goes_on and self.stream.sentences[at] == self.stream.sentences[at + 1]:
            self.months.add(lows[at])
            return True
        return lows[at] in self.months and not following[0].isdigit()

    def _is_full_name(self, at: int) -> bool:
        """Tell whether a given name stands here, and a word in capitals behind it."""
        words = self.stream.words
        return at + 1 < len(words) and self.stream.lows[at] in self.given and words[at + 1] in self.capitalised

    def _is_called_as_day(self, at: int) -> bool:
        """Tell whether a day of the week names somebody, as in West Africa: "a driver, Sunday Eboh, was"."""
        words, lows = self.stream.words, self.stream.lows
        if lows[at - 1 : at + 1] == ["sheffield", "wednesday"]:
            return True  # the football club
        if lows[at] not in DAYS or not at or at + 2 >= len(words) or words[at + 1] not in self.capitalised:
            return False
        titled = lows[at - 1].rstrip(".") in titles()
        told = lows[at - 1] == "," or titled or lows[at - 1] in roles()
        named = words[at + 1].istitle() and lows[at + 1] not in CALENDAR and lows[at + 1] not in common_words()
        return told and named and (titled or lows[at + 2] in _BEHIND_NAMES)

    def _is_called_march(self, at: int) -> bool:
        """Tell whether "March" is a family name: "Callum March", then "March said", but not "told Callum March 3"."""
        lows = self.stream.lows
        behind = self.stream.low(at + 1)
        if lows[at] != "march" or not at or behind[0].isdigit() or lows[at - 1] in BEFORE_MONTHS:
            return False
        if lows[at - 1] in self.given:
            self.months.add("march")
        return "march" in self.months
