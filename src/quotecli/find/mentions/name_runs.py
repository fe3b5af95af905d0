"""Tells where the run of words ends that a name is written with: "Bank of England", "Maria van de Velde"."""

from __future__ import annotations

from collections.abc import Collection

from quotecli.core.names import is_numeral
from quotecli.find.mentions.bands import SEASONS
from quotecli.find.mentions.firms import owns_nothing
from quotecli.find.mentions.months import MonthReader
from quotecli.find.mentions.subject_names import SubjectReader
from quotecli.find.words.closed import CALENDAR, CLAUSES, FUNCTION, NUMBERED_STATIONS, OFFICERS, PARTICLES, PASTS, STOPS
from quotecli.find.words.lexicon import vocabulary

_LONGEST = 12
"""Words of a name."""
_MOST_PARTICLES = 3
"""Particles in a row: "van de Velde" has two."""
_NUMBERED = NUMBERED_STATIONS | frozenset("lodge local post chapter battalion brigade".split())
"""Bodies whose names end in a number."""
_LISTING = frozenset((",", "and", "&"))
_CONNECTING = PARTICLES | _LISTING | {"'", "'s", "at", "of", "for", "on", "to", "do", "the"}
"""What may stand between two words of a name that have capitals."""
_GENERATIONS = frozenset(("junior", "senior"))
_NO_PART = frozenset(("i", "he", "she", "but", "and", "who"))
"""What ends a name even in capitals."""
_STATES = vocabulary("states")
"""Behind a place and a comma they end it: "Fort Wayne, Ind. Corwin said"."""
_CLASSES = frozenset(("1st", "2nd", "3rd"))
_LETTING = vocabulary("letting")
"""Behind them a name does something: "did Maria do Yoga"."""


class RunReader(MonthReader, SubjectReader):
    """Tells where names end; `names.NameReader` fills in what it reads by."""

    title_case: Collection[int]
    capitals: Collection[str]
    seen_name: Collection[str]
    firms: Collection[str]

    def _run_end(self, at: int) -> int:
        """Return the index after the run of name words that begins at `at`."""
        words, lows, paragraphs = self.stream.words, self.stream.lows, self.stream.paragraphs
        if words[at][-1] == "." and words[at - 1] == "," and words[at][:-1] in _STATES:
            return at + 1
        paragraph = paragraphs[at]
        plain = paragraph in self.title_case
        end, limit = (not plain and self._listed_until(at)) or at + 1, min(len(words), at + _LONGEST)
        while end < limit and paragraphs[end] == paragraph:
            if words[end] in self.capitals and not self._is_date(end):
                if self._ends_run(end, plain):
                    return end
                end += 1
            elif words[end].isdigit() and lows[end - 1] in _NUMBERED:
                end += 1  # "Fraternal Lodge 41"
            elif lows[end] in SEASONS and not words[end - 1].islower():
                end += 1  # "Philadelphia 76ers"
            elif lows[end] in _CLASSES and lows[end + 1 : end + 2] == ["class"]:
                end += 2  # "Sgt. 1st Class Ana Ruiz"
            elif is_numeral(words[end]) or (lows[end] in _GENERATIONS and self._ends_name(end)):
                return end + 1  # "Leo XIV", "Frank Dellmar senior"
            elif lows[end] in _CONNECTING and (beyond := self._past_connecting(at, end, plain)) > end:
                end = beyond
            else:
                return end + (lows[end] == "'s" and self._is_firm_with_s(at, end))
        return end

    def _is_firm_with_s(self, at: int, end: int) -> bool:
        """Tell whether the "'s" at `end` ends the firm's name before it: "Dunnock's said", "Ned & Dunnock's said"."""
        lows = self.stream.lows
        return lows[end - 1] in self.firms or ("&" in lows[at:end] and owns_nothing(self.stream.low(end + 1)))

    def _is_date(self, at: int) -> bool:
        """Tell whether a month or day here is one, and nobody's name."""
        dated = self.stream.lows[at].rstrip(".") in CALENDAR
        return dated and not (self._is_called_march(at) or self._is_called_as_day(at))

    def _ends_run(self, at: int, plain: bool) -> bool:
        """Tell whether a word in capitals is no part of the name before it; `plain` where capitals tell nothing."""
        word, low, before = self.stream.words[at], self.stream.lows[at], self.stream.words[at - 1]
        if (plain and low not in self.seen_name) or (low in FUNCTION and before.endswith(".")):
            return True
        if low in CLAUSES or (word.isupper() and low in self.cues and not before.isupper()):
            return True  # "Brogan BLASTS"
        return low in _NO_PART and before != "."

    def _past_connecting(self, at: int, end: int, plain: bool) -> int:
        """Return the index after the small words at `end` and the name word that they lead to; `end` for none."""
        words, lows = self.stream.words, self.stream.lows
        low, ahead = lows[end], words[end + 1] if end + 1 < len(words) else ""
        if low == "'s" and ahead in self.capitalised and self._is_officers(end):
            return end + 2
        if not plain and low in _LISTING and (beyond := self._past_subjects(at, end)):
            return beyond
        if not plain and (beyond := self._past_inner(at, end, ahead)) > end:
            return beyond
        if placed := self._past_place(at, end):
            return placed
        banded = end - at == 1 and self._is_band(at)
        if low == "for" and ahead in ("a", "an") and banded:
            return end + 3  # "Women for a Fair Share"
        if low in ("of", "on", "for") and ahead == "the" and (banded or self._is_body_word(lows[end - 1])):
            return end + 3 if end + 2 < len(words) and words[end + 2] in self.capitalised else end
        return end

    def _is_officers(self, at: int) -> bool:
        """Tell whether "'s" stands between an officer and the office: "Cook County Sheriff's Office"."""
        lows = self.stream.lows
        return lows[at - 1] in OFFICERS and lows[at + 1 : at + 2] in (["office"], ["department"])

    def _past_inner(self, at: int, end: int, ahead: str) -> int:
        """Return the index after an apostrophe, particles or "of" inside a name, and the word behind; `end` for none.

        `ahead` is the word behind the one at `end`.
        """
        low = self.stream.lows[end]
        if low in ("'", "'s"):
            if not self._owned_body(at, end):
                return end
            return end + (3 if ahead in ("and", "&") else 2)
        if low in PARTICLES or (low == "do" and self._is_particle(at, end)):
            behind = self._behind_particles(end)
            if behind > end:
                return behind
        return end + 2 if self._goes_on_as_body(at, end) else end

    def _ends_name(self, at: int) -> bool:
        """Tell whether the word here ends a name: a mark, a verb or a relative pronoun follows."""
        behind = self.stream.low(at + 1)
        return (
            not behind[0].isalnum()
            or behind.endswith("ed")
            or behind in STOPS
            or behind in PASTS
            or behind in self.cues
        )

    def _is_particle(self, begin: int, at: int) -> bool:
        """Tell whether "do" is no verb in a name that begins here: "Maria do Carmo", but not "did Maria do Yoga"."""
        lows = self.stream.lows
        return lows[at - 1] in self.given and lows[begin - 1] not in _LETTING

    def _behind_particles(self, at: int) -> int:
        """Return the index behind the name word that one or more particles lead to: "van de Velde"; `at` for none."""
        words, lows = self.stream.words, self.stream.lows
        last = at + 1 if words[at] == "do" else at
        while last < min(len(words), at + _MOST_PARTICLES) and words[last] in PARTICLES:
            last += 1
        named = at < last < len(words) and words[last] in self.capitalised
        return last + 1 if named and lows[last] not in CALENDAR else at

    def _leads_capitals(self, at: int) -> bool:
        """Tell whether particles in capitals open a family name that the text has: "De La Hoya said"."""
        lows, last = self.stream.lows, at + 1
        while last < min(len(lows) - 1, at + _MOST_PARTICLES) and lows[last] in PARTICLES:
            last += 1
        return last < len(lows) and self.stream.words[last] in self.capitalised and lows[last] in self.seen_name
