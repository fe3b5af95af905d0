"""Reads bodies that are named by several subjects: "Food and Drug Administration", "Bureau of Alcohol and Tobacco"."""

from __future__ import annotations

from quotecli.find.mentions.placed_names import PlacedReader
from quotecli.find.words.closed import CALENDAR, DETERMINERS, FUNCTION
from quotecli.find.words.lexicon import places, vocabulary

_AND = frozenset(("and", "&"))
_JOINING = _AND | {","}
_LEADING = frozenset(("of", "for", "on"))
_MOST = 6
"""Subjects that one body is named by."""
_SUBJECTS = vocabulary("subjects")
"""What bodies are for. The words of most texts ("food") may be subjects as well; these are others."""
_NO_BEGINNING = FUNCTION | DETERMINERS
_GOVERNING = vocabulary("bodies of subjects")
"""Nouns behind whose "of", "for" or "on" stand subjects: not banks and churches, which are of places."""
_HEADS = vocabulary("heads behind subjects")
"""What ends a body's name behind its subjects, and is no noun for a body elsewhere: "Customs Enforcement"."""


class SubjectReader(PlacedReader):
    """Tells how far such names go in one stream; `names.NameReader` fills in what it reads by."""

    _listed: dict[int, int]

    def _listed_until(self, at: int) -> int:
        """Return the index behind the name that begins here with what a body, or an office, is for; 0 for none.

        "Food and Drug Administration", "House Ways and Means Committee", "Housing and Planning Minister Ana Ruiz".
        """
        lows = self.stream.lows
        if _JOINING.isdisjoint(lows[at + 1 : at + 4]) or lows[at] in _NO_BEGINNING:
            return 0
        if at not in self._listed:  # asked whether a name begins here, then where it ends
            self._listed[at] = self._read_list(at)
        return self._listed[at]

    def _read_list(self, at: int) -> int:
        """Return the same, worked out."""
        lows = self.stream.lows
        if placed := self._two_places_until(at):
            return placed
        first = self._behind_and(self._capitals_end(at))
        last = self._capitals_end(first) if first else 0
        if lows[last : last + 1] == ["'"] and self._are_subjects(first, last) and self._owned_body(first, last):
            return self._capitals_end(last + 1)  # "Transport and General Workers' Union"
        for head in range(first + 1, last):
            if lows[head] in _HEADS or self._is_body_word(lows[head].rstrip(".")) or self._is_held(head, last):
                return last if self._are_subjects(first, head) else 0
        return 0

    def _past_subjects(self, at: int, end: int) -> int:
        """Return the index behind the subjects that go on at `end`, of a body whose name begins at `at`; 0 for none.

        "Department of Health and Human Services", "Bureau of Alcohol, Tobacco, Firearms and Explosives".
        """
        lows = self.stream.lows
        of = next((of for of in range(end - 2, at, -1) if lows[of] in _LEADING), 0)
        if not of or lows[of - 1] not in _GOVERNING:
            return 0
        if second := self._second_place(of + 1):
            return self._capitals_end(second)  # "Port Authority of New York and New Jersey"
        first = self._behind_and(end)
        last = self._capitals_end(first) if first else 0
        return last if last > first and self._are_subjects(first, last) else 0

    def _behind_and(self, end: int) -> int:
        """Return the index behind the "and" of a list of subjects of which one ends at `end`; 0 where none is."""
        words, lows = self.stream.words, self.stream.lows
        for _ in range(_MOST):
            if end + 1 >= len(words) or lows[end] not in _JOINING or not self._is_subject(end - 1):
                return 0
            end += lows[end] == "," and lows[end + 1] in _AND
            if lows[end] in _AND:
                return end + 1
            end = self._capitals_end(end + 1)
        return 0

    def _are_subjects(self, first: int, last: int) -> bool:
        return all(map(self._is_subject, range(first, last)))

    def _is_subject(self, at: int) -> bool:
        """Tell whether a body may be for what this word means, and nobody is called so."""
        low = self.stream.lows[at]
        if self.stream.words[at] not in self.capitalised or low in _SUBJECTS:
            return low in _SUBJECTS and self.stream.words[at] in self.capitalised
        sort, number = self.roles.get(low, ("", ""))
        if sort:
            return sort in ("person", "group") and number == "p"  # "Maritime and Transport Workers"
        return low in self.common and low not in self.given and low not in places() and low not in CALENDAR

    def _is_held(self, at: int, last: int) -> bool:
        """Tell whether the office that a name ends with stands here: "Environment and Energy Minister Bo Lind"."""
        return self.roles.get(self.stream.lows[at], ("",))[0] == "person" and at + 1 < last
