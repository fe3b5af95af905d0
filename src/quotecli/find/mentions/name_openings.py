"""Whether a word that has its capital for opening a sentence begins a name: "Price has", but not "Cold, I said"."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from quotecli.find.mentions.name_core import CoreReader
from quotecli.find.mentions.name_runs import RunReader
from quotecli.find.words.closed import CALENDAR, DETERMINERS, FUNCTION, HELPING, OWNERS, PARTICLES, PASTS, STOPS
from quotecli.find.words.lexicon import category_of, places, vocabulary

NEVER_FIRST = FUNCTION | DETERMINERS | STOPS | frozenset("all every few many more most no only several".split())
"""Words that begin no name, though two of them may have capitals beside one: "All CNN staff"."""
_INVERTING = frozenset(("said", "says"))
"""Verbs that a clause may begin with, though one is a given name."""
_LIKE_WORDS = vocabulary("names like words")
"""Bodies that are called as common words are: "Shelter said"."""
_ADVERBS = vocabulary("opening adverbs")
"""Words that open sentences before a name, and are no part of it: "Elsewhere Harbor"."""
_SPOKE = frozenset(("said", "told"))
_BEHIND_SUBJECTS = HELPING | PASTS | vocabulary("skipped")
"""Words that follow whoever does something."""


class OpeningReader(RunReader, CoreReader):
    """Tells which words that open a sentence are names; `names.NameReader` fills in what it reads by."""

    cues: Mapping[str, tuple[str, str]]
    seen_pairs: Collection[tuple[str, str]]
    told_apart: Collection[str]

    def _may_open(self, at: int) -> bool:
        """Tell whether a word that has its capital for opening a sentence or a line may be a name."""
        stream = self.stream
        word, low = stream.words[at], stream.lows[at]
        following = stream.words[at + 1] if at + 1 < len(stream.words) else ""
        if low in DETERMINERS or (word.partition("-")[2].islower() and following.islower()):
            return False  # "Bake-tent sweethearts"
        if following == "," and low not in self.given and self._is_own_words(at):
            return False  # "Cold, I said."
        if low in _INVERTING and following in self.capitalised:
            return low in self.seen_name  # "Said Tarry: “…”", but Said where the text has named him
        if self._opens_person(at, following) or self._opens_known_body(at):
            return True
        if low in self.common or low in self.seen or low in self.roles:
            known = low in _LIKE_WORDS and following in self.cues
            return known or self._opens_title(at) or self._has_age(at) or self._opens_whole(at)
        said = following in self.cues and (following.endswith(("ed", "s")) or following in PASTS or following in _SPOKE)
        told = low in self.given or low in places() or said  # "Boeing said", "Sally laughed", no "Running back"
        return told or not low.endswith(("ly", "ing")) or following in self.capitalised

    def _is_own_words(self, at: int) -> bool:
        """Tell whether a pronoun's tag follows a word that is a sentence's first: the word is what was said."""
        behind = self.stream.lows[at + 2 : at + 4]
        return len(behind) > 1 and behind[0] in ("i", "he", "she", "they", "we") and behind[1] in self.cues

    def _opens_person(self, at: int, following: str) -> bool:
        """Tell whether the text, or the word that follows, tells that a name begins here."""
        low = self.stream.lows[at]
        if low in self.seen_name and (low not in self.common or following in self.cues or self._has_clause(at)):
            return True  # "Black said" or "Black, who", where Black has been named before
        if low in self.family_names and low not in NEVER_FIRST and following in _BEHIND_SUBJECTS:
            return True  # "Price has", "Price also"
        if low.rstrip(".") in self.titles and following in self.capitalised:
            return True
        if low in self.given and self._is_family_name(at + 1):
            return True  # "Bill Orwin", "Joy Marsden"
        if low in self.given and self._is_subject_of_two(at):
            return True  # "Hope Day, 68", "Will Price had"
        if low in PARTICLES and self._leads_capitals(at):
            return True
        return low not in NEVER_FIRST and (low, following.lower()) in self.seen_pairs

    def _is_subject_of_two(self, at: int) -> bool:
        """Tell whether two words in capitals are followed as a name is: by a comma or the verb of the sentence."""
        behind = self.stream.low(at + 2)
        named = self.stream.word(at + 1) in self.capitalised and self.stream.low(at + 1) not in NEVER_FIRST
        return named and (behind == "," or behind in _BEHIND_SUBJECTS or behind in self.cues)

    def _opens_known_body(self, at: int) -> bool:
        """Tell whether the name of a body begins here: "Bank of England", "Transport for Wales"."""
        if self._is_body_word(self.stream.lows[at]) and self._is_of_name(at + 1):
            return True
        owning = self.stream.low(at) in OWNERS and self._owned_body(at, at + 1)  # "King's College"
        return owning or self._is_band(at) or self._is_service(at) or self._is_appeal(at)

    def _opens_title(self, at: int) -> bool:
        """Tell whether a noun opens a name made of common words: "Lantern Capital", but not "Today Congress"."""
        lows = self.stream.lows
        low, following = lows[at], self.stream.low(at + 1)
        known = following in CALENDAR or following in self.given or following in self.roles
        if known or following not in self.common or self.stream.words[at + 1] not in self.capitalised:
            return False
        return not (
            low in FUNCTION or low in STOPS or low in self.roles or low.endswith(("ly", "ing")) or low in self.cues
        )

    def _opens_whole(self, at: int) -> bool:
        """Tell whether a common word opens a name that is told nowhere without it: "Home Harbor said"."""
        low, following = self.stream.lows[at], self.stream.low(at + 1)
        if low in FUNCTION or low in STOPS or low in _ADVERBS or low.endswith(("ly", "ing")):
            return False
        if category_of(low) in ("person", "group"):
            return False
        if following in self.given or following.rstrip(".") in self.titles or low in self.cues:
            return False
        if category_of(following) in ("person", "group", "document"):
            return False
        end = self._capitals_end(at)
        body = self._is_body_word(self.stream.lows[end - 1])  # "Greater Manchester Police", "Border Force"
        if not body and (following in self.told_apart or following in places()):
            return False
        behind = self.stream.low(end)
        return end - at > 1 and following not in CALENDAR and (behind in self.cues or behind in HELPING)

    def _has_age(self, at: int) -> bool:
        """Tell whether an age stands behind: "Cash, 38, said"."""
        lows = self.stream.lows
        return (
            lows[at + 1 : at + 2] == [","] == lows[at + 3 : at + 4] and lows[at + 2].isdigit() and len(lows[at + 2]) < 3
        )

    def _has_clause(self, at: int) -> bool:
        return self.stream.lows[at + 1 : at + 3] in ([",", "who"], [",", "whose"])

    def _is_family_name(self, at: int) -> bool:
        """Tell whether a word in capitals is neither a common word nor a noun that tells a role."""
        words, lows = self.stream.words, self.stream.lows
        if at >= len(words) or words[at] not in self.capitalised or not words[at][-1].isalpha():
            return False
        return not (lows[at] in self.common or lows[at] in self.roles or lows[at] in CALENDAR or words[at].isupper())
