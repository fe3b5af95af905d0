"""Reads nouns that no table holds, by the reporting verb and the quotation beside them: “…,” the welterweight said."""

from __future__ import annotations

import re

from quotecli.find.mentions.mention import Mention
from quotecli.find.mentions.nouns import NounReader
from quotecli.find.mentions.tokens import QUOTE
from quotecli.find.words.closed import ALONE, DETERMINERS, PASTS, POSSESSIVES, STOPS
from quotecli.find.words.lexicon import PRONOUNS, cue_lemma, vocabulary

_ACRONYM = re.compile(r"(?:NATO|WHO|WTO|UNESCO|ILO|FAO)|[A-Z]+[A-NP-Z]")
"""Of a body; what ends with the O of "officer" is a person."""
_PLACING = vocabulary("placing")
_TIMES = vocabulary("times")
_LONGEST = 6
"""Words of such a noun phrase."""
_BEFORE, _BEHIND = 3, 11
"""Words from the phrase back to a quotation, and on to one."""
_NEXT_TO, _REPORTED_IN = 5, 9
"""Words from a verb to the quotation that tell of an unknown noun that it speaks; more where a clause begins."""
_OPENINGS = POSSESSIVES | {"the", "a", "an", "one", "another"}
_ONE = frozenset("a an another".split())
_CLAUSE_OPENINGS = frozenset("that the his her their it he she they".split())
_PEOPLE = vocabulary("people")
_ONE_OF = frozenset(("the", "a", "an", "another"))
_HELPING = frozenset("had has have then also later once".split())
"""What may stand between a noun and its verb."""


class UnknownNounReader(NounReader):
    """Reads the unknown nouns of one stream."""

    def _beside_cue(self, at: int) -> Mention | None:
        """Read "the welterweight" beside a reporting verb that stands by a quotation, though the noun is unknown."""
        stream, lows = self.stream, self.stream.lows
        if stream.sentences[at] not in self.quoting or lows[at] not in _OPENINGS:
            return None
        low_edge, high_edge = stream.spans[stream.sentences[at]]
        if at > low_edge and lows[at - 1] in _PLACING:
            return None  # "someone in the back yelled"
        if QUOTE not in lows[max(low_edge, at - _BEFORE) : min(high_edge, at + _BEHIND)]:
            return None
        end = self._unknown_until(at, high_edge)
        if not end or not (self._is_behind_cue(at, low_edge) or self._is_before_cue(at, end, low_edge, high_edge)):
            return None
        head = lows[end - 1]
        if head in _TIMES or self._is_named(at, end):
            return None
        return self._make("noun", at, end, (head,), "u", "person", head)

    def _of_a_people(self, at: int) -> Mention | None:
        """Read "the Dane" before a verb or a mark: one of a people, who is named elsewhere; "a Dane" is not."""
        words, lows = self.stream.words, self.stream.lows
        if (
            lows[at] not in _ONE_OF
            or at + 2 >= len(words)
            or lows[at + 1] not in _PEOPLE
            or not words[at + 1].istitle()
        ):
            return None
        if words[at + 2] in self.capitalised or not self._ends_name(at + 1):
            return None
        return self._make("noun", at, at + 2, (lows[at + 1],), "u", "person", lows[at + 1])

    def _unknown_until(self, at: int, edge: int) -> int:
        """Return where a phrase of unknown words ends, before its verb or a mark; 0 where it can be none."""
        lows, end = self.stream.lows, at + 1
        limit = min(edge, at + _LONGEST)
        while end < limit and lows[end][0].isalnum() and lows[end] not in STOPS:
            if self._is_no_part(at, end):
                return 0
            if self._has_verb(at, end):
                break
            end += 1
        return end if at + 1 < end < len(lows) else 0

    def _is_no_part(self, at: int, index: int) -> bool:
        """Tell whether a word cannot stand in the phrase that begins at `at`."""
        words, low = self.stream.words, self.stream.lows[index]
        if low in PRONOUNS or low in DETERMINERS:
            return True  # "the way they put it"
        if index == at + 1:
            return bool(_ACRONYM.fullmatch(words[index]))  # "the FTC", not "the CEO"
        # "after the vote Mrs Achebe said"
        return words[index] in self.capitalised and words[index - 1] not in self.capitalised

    def _has_verb(self, at: int, index: int) -> bool:
        """Tell whether the verb of the phrase stands here, or an adverb before it: "another simply wrote"."""
        lows = self.stream.lows
        low = lows[index]
        if low.endswith("ly") and index > at + 1 - (lows[at] in ALONE) and lows[index + 1] in self.cues:
            return True
        tells = low in self.cues and not low.endswith("ing")  # "the mass shooting"
        return tells and index > at + 1 and self.stream.words[index] not in self.capitalised  # "the Washington Post"

    def _is_behind_cue(self, at: int, edge: int) -> bool:
        """Tell whether a quotation and its verb stand before the phrase: “…” said the welterweight."""
        lows = self.stream.lows
        return at - 2 >= edge and lows[at - 1] in self.cues and lows[at - 2] == QUOTE

    def _is_before_cue(self, at: int, end: int, low_edge: int, high_edge: int) -> bool:
        """Tell whether the verb of a phrase stands at its `end`, and a quotation before the one or near the other."""
        lows, verb = self.stream.lows, end
        while verb < high_edge - 1 and lows[verb] in _HELPING:
            verb += 1  # "the teller had called him"
        if lows[verb] not in self.cues:
            return False
        if lows[at] in _ONE and lows[verb] == cue_lemma(lows[verb]) and lows[verb] not in PASTS:
            return False  # "a jail term"
        reports = "'s" not in lows[at:end] and verb + 1 < len(lows) and lows[verb + 1] in _CLAUSE_OPENINGS
        reach = _REPORTED_IN if reports else _NEXT_TO
        return QUOTE in lows[max(low_edge, at - _BEFORE) : at] or QUOTE in lows[verb : min(high_edge, verb + reach)]

    def _is_named(self, at: int, end: int) -> bool:
        """Tell whether a phrase is a name: "the Hollises", "the Consumer Safety Bureau"; not "the Texan"."""
        words = self.stream.words
        if words[at + 1] not in self.capitalised:
            return False
        if end == at + 2:
            return not self._is_of_a_people(self.stream.lows[end - 1])
        return words[end - 1] in self.capitalised

    def _is_of_a_people(self, low: str) -> bool:
        """Tell whether a word in capitals behind "the" may mean one of a people, or of a party: "the Texan"."""
        told = low.endswith(("an", "ish", "ese", "woman")) and low not in self.given
        return low in _PEOPLE or (told and not self._is_body_word(low))
