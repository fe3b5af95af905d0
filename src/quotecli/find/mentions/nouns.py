"""Reads noun phrases whose head names a speaker: "the report", "two of the sailors", "her 31-year-old brother"."""

from __future__ import annotations

import re
from bisect import bisect_left

from quotecli.core.papers import PAPERS
from quotecli.find.mentions.mention import Mention
from quotecli.find.mentions.offices import OfficeReader
from quotecli.find.mentions.tokens import QUOTE
from quotecli.find.words.closed import (
    ALONE,
    BEFORE_THE,
    DETERMINERS,
    NUMBERS,
    OFFICES,
    PARENTS,
    PASTS,
    POSSESSIVES,
    QUALIFIERS,
    SINGULAR,
    STOPS,
)
from quotecli.find.words.lexicon import PRONOUNS, cue_lemma, reporting_words, vocabulary

_ACRONYM = re.compile(r"(?:NATO|WHO|WTO|UNESCO|ILO|FAO)|[A-Z]+[A-NP-Z]")
"""Of a body; what ends with the O of "officer" is a person."""
_OF_PEOPLES = ("an", "ese", "i", "ish", "man", "woman")
"""Endings of what one of a people is called."""
_PLACING = vocabulary("placing")
_TIMES = vocabulary("times")
_NEXT_TO, _REPORTED_IN = 5, 9
"""Words from a verb to the quotation that tell of an unknown noun that it speaks; more where a clause begins."""
_ONE = frozenset("a an another".split())
_CLAUSE_OPENINGS = frozenset("that the his her their it he she they".split())
_STOPS = frozenset((".", ",", ";", ":"))
_ENDING = STOPS | PRONOUNS.keys()
"""Words before which a noun phrase ends."""
_DOERS = ("er", "or", "ist", "man", "ian")
"""Endings of nouns for who does something."""
_CLOSING = frozenset((",", ".", ";", ":", "?", "!", "(", ")", "—", "–", QUOTE)) | {
    word for word in _ENDING if not word.endswith(_DOERS)
}
"""What ends a noun phrase at once behind its head."""
_UNITED = frozenset("united amalgamated allied associated".split())
"""Begin names of unions: "the United Assembly Workers"."""
_USERS = frozenset("user member commenter poster redditor streamer blogger gamer contributor account".split())
_HANDLE = re.compile(r"[A-Za-z]\w*[_\d]\w*")
"""What users of a network are called: "user mothgirl_88"."""
_PEOPLE = vocabulary("people")
_HELPING = frozenset("had has have then also later once".split())
"""What may stand between a noun and its verb."""


class NounReader(OfficeReader):
    """Reads the nouns of one stream."""

    def _banded(self, first: int, last: int) -> list[Mention | None]:
        """Return the union that words in capitals name, None for a name that goes on behind them; [] for no body."""
        if self._banded_until(first, last):
            return [None]  # "the Allied Pilots of Crestline"
        lows = self.stream.lows
        if lows[first] in _UNITED and self.stream.words[last - 1] in self.capitalised:
            return [self._make("name", first, last, tuple(lows[first:last]), "u", "body")]
        return []

    def _noun(self, at: int) -> Mention | None:
        """Read a noun phrase whose head names a speaker: [determiner] up to five modifiers, head."""
        stream, lows, words = self.stream, self.stream.lows, self.stream.words
        opening = lows[at]
        nearest = self.heads[bisect_left(self.heads, at)]
        if nearest >= at + 7 or nearest >= (end := stream.spans[stream.sentences[at]][1]):
            return self._alone(at)
        limit, capitals, kinds, cues = min(at + 7, end), self.capitals, self.roles, self.cues
        head, index, told = -1, at, 0
        owner = PRONOUNS[opening] if opening in POSSESSIVES else ""
        if opening in ALONE or ((opening in DETERMINERS or opening in POSSESSIVES) and opening not in kinds):
            index += 1
        while index < limit and (head < 0 or words[index] not in _CLOSING):
            low, capital = lows[index], words[index] in capitals
            if (capital and (self._in_body_name(at, index, limit) or self._is_deputy(head, index))) or (
                low == "fellow" and self._is_alike(index, limit)
            ):
                pass  # "the Harbor Park Zoo" is a name; "a fellow diner"
            elif capital and head == index - 1 and low in self.given:
                break  # "that Mayor Bill de Blasio"
            elif head >= 0 and (self._is_verb(index) or self._begins_anew(head, index) or self._ends_tag(at, index)):
                break  # "the company advised customers"
            elif index > at + 1 and words[index - 1] in capitals and self._is_verb(index):
                return None  # so is "the New York Times reports"
            elif head < 0 and index > at + 1 and low in PASTS:
                break  # "their ancestors left villages"
            elif (
                low in kinds
                or low.endswith("-year-old")
                or (low == "head" and self._department(index))
                or (head == index - 1 and self._is_unknown_person(head, index))  # "the former county hurler"
            ):
                index += low.endswith("-year-old") and self._is_of_people(index)
                head = index
            elif low in ("'s", "-") or (low == "'" and head == index - 1 and lows[head].endswith("s")):
                owner = lows[head] if head >= 0 and low != "-" else owner
                told = index if head == index - 1 and low != "-" else told
                head = -1
            elif (
                low in _ENDING
                or (low in DETERMINERS and not self._of_several(at, index))
                or not low[0].isalnum()
                or (low in cues and low not in self.common and (head >= 0 or (index > at + 1 and low.endswith("s"))))
            ) or (
                head >= 0
                and (capital or low.endswith(("ed", "s")) or low in self.common)
                and not self._goes_on(index, limit)
            ):
                break
            index += 1
        if head < 0 and told and lows[told + 1 : told + 2] and lows[told + 1] in reporting_words():
            head = told - 1  # "the company's claim that": the company
        if head < 0:
            return self._alone(at)
        following = head + 1
        if lows[head] in OFFICES and (holder := self._holder(head)) is not None:
            return holder
        if lows[head] in _USERS and _HANDLE.fullmatch("".join(words[following : following + 1])):
            return self._make("name", following, following + 1, (lows[following],), "u", "", lows[head])
        if following < len(words) and words[following] in self.capitalised:
            if words[head] in self.capitalised and head > at and self._opens_body(head):
                return None  # "the Consumer Safety Bureau", "the Justice Department" are one name
            if head > at + 1 and words[at + 1] in self.capitalised and self._names_body(at + 1, self._run_end(at + 1)):
                return None  # so is "the Kirkmoor General Hospital Trust"
            if self._may_be_name(following) and stream.sentences[following] == stream.sentences[head]:
                name = self._name(head if self._is_stage_name(head) else following)  # "spokeswoman Haley Morris"
                if name.kind == "name":
                    name.role = name.role or lows[head]
                    return name
        if head > at + 1 and (banded := self._banded(at + 1, following)):
            return banded[0]
        category, gender = self.roles.get(lows[head], ("person", "u"))
        if (gender == "p" and lows[at] in SINGULAR and lows[head].endswith("s")) or (
            lows[head] == "two" and lows[following : following + 1] and self._is_plural(following)
        ):
            return None  # "a question Democrats avoid"; "the last two boats"
        last = self._department(head) or head + (3 if self._is_of_children(head) else 1)
        found = self._make("noun", at, last, (lows[head],), gender, category, lows[head])
        found.owner = owner
        return found

    def _is_stage_name(self, at: int) -> bool:
        """Tell whether a title begins a name that it is part of: "rapper Queen Latifah"."""
        return self.stream.lows[at] in self.titles and self._is_all_name(at, self._run_end(at))

    def _opens_body(self, at: int) -> bool:
        """Tell whether the noun in capitals here begins a body's name: no title, but for the Justice Department's."""
        low = self.stream.lows[at]
        return low.rstrip(".") not in self.titles or (low[-1] != "." and self._names_body(at, self._run_end(at)))

    def _is_deputy(self, head: int, index: int) -> bool:
        """Tell whether an office goes on here with another: "the Deputy Prime Minister"."""
        lows = self.stream.lows
        behind = lows[index + 1] if index + 1 < len(lows) else "."
        return head == index - 1 and lows[index] in QUALIFIERS and behind in OFFICES

    def _is_of_a_people(self, low: str) -> bool:
        """Tell whether a word in capitals behind "the" may mean one of a people, or of a party: "the Texan"."""
        return low in _PEOPLE or (low.endswith(("an", "ish", "ese", "woman")) and low not in self.given)

    def _is_alike(self, at: int, limit: int) -> bool:
        """Tell whether "fellow" here only tells that somebody is another: "a fellow diner said"."""
        following = self.stream.lows[at + 1] if at + 1 < limit else "."
        return following.isalpha() and following not in _ENDING and following not in self.cues

    def _is_of_children(self, head: int) -> bool:
        """Tell whether a parent is told by the number of children: "the mother of three"."""
        lows = self.stream.lows
        behind = lows[head + 1 : head + 3]
        return lows[head] in PARENTS and behind[:1] == ["of"] and not NUMBERS.isdisjoint(behind)

    def _is_of_people(self, at: int) -> bool:
        """Tell whether the age that stands here is that of one of a people: "the 34-year-old Uruguayan"."""
        lows, words = self.stream.lows, self.stream.words
        if at + 1 >= len(words) or words[at + 1] not in self.capitals:
            return False
        people = lows[at + 1]
        if words[at + 2 : at + 3] and (words[at + 2] in self.capitalised or lows[at + 2] in self.roles):
            return False
        known = people in self.given or people in self.family_names
        return not known and people.endswith(_OF_PEOPLES)

    def _is_plural(self, at: int) -> bool:
        low = self.stream.lows[at]
        return low.endswith("s") and low.isalpha() and low not in self.cues and low not in STOPS

    def _begins_anew(self, head: int, index: int) -> bool:
        """Tell whether a capital begins another phrase behind a document: "a question Democrats avoid"."""
        words, lows = self.stream.words, self.stream.lows
        return (
            words[index] in self.capitals
            and words[head] == lows[head]
            and self.roles.get(lows[index], ("",))[0] == "group"
            and self.roles.get(lows[head], ("",))[0] == "document"
        )

    def _is_verb(self, at: int) -> bool:
        """Tell whether a word behind a noun or name is its verb: "took", "advised", and "reports" before its report."""
        low = self.stream.lows[at]
        if low in PASTS:
            return True
        if low not in self.cues:
            return False
        following = self.stream.lows[at + 1 : at + 3]
        quotes = following[:1] in (["that"], [":"], [QUOTE]) or following == [",", QUOTE]
        return low.endswith("ed") or (self.stream.words[at] == low and quotes)

    def _is_unknown_person(self, head: int, index: int) -> bool:
        """Tell whether a word that no table holds, behind a body's, is who speaks: "county hurler said"."""
        lows = self.stream.lows
        behind = lows[index + 1] if index + 1 < len(lows) else "."
        of_body = head >= 0 and self.roles.get(lows[head], ("",))[0] == "body"
        printed = self.stream.words[index]
        return of_body and printed.islower() and printed.endswith(_DOERS) and (behind in self.cues or behind in _STOPS)

    def _ends_tag(self, at: int, index: int) -> bool:
        """Tell whether the noun phrase behind a quotation has its verb here, and nothing more: “…,” the vet reports."""
        lows = self.stream.lows
        behind = lows[index + 1] if index + 1 < len(lows) else "."
        return at > 0 and lows[at - 1] == QUOTE and lows[index] in self.cues and behind in _STOPS

    def _of_several(self, at: int, index: int) -> bool:
        """Tell whether an article goes on with a noun phrase: "both the", "two of the"; "four years ago a" ends it."""
        lows = self.stream.lows
        return lows[at] in BEFORE_THE and (index == at + 1 or lows[index - 1] == "of")

    def _alone(self, at: int) -> Mention | None:
        """Read "both", "others", "one of whom": words that mean persons without a noun."""
        lows = self.stream.lows
        if lows[at] == "the" and lows[at + 1 : at + 2] == ["other"] and self._tells_more(at + 2):
            return self._make("noun", at, at + 2, ("other",), "u", "person", "other")
        if lows[at + 1 : at + 3] == ["of", "whom"]:
            return self._make("noun", at, at + 3, (lows[at],), ALONE.get(lows[at], "p"), "person", lows[at])
        if lows[at] in ALONE and (at + 1 >= len(lows) or not lows[at + 1][0].isdigit()):
            return self._make("noun", at, at + 1, (lows[at],), ALONE[lows[at]], "person", lows[at])
        return None

    def _tells_more(self, at: int) -> bool:
        """Tell whether "the other" stands alone before its verb or a relative clause."""
        lows = self.stream.lows
        return bool(lows[at : at + 1]) and (lows[at] in self.cues or lows[at : at + 2] == [",", "who"])

    def _in_body_name(self, at: int, index: int, limit: int) -> bool:
        """Tell whether a capitalised noun for a body stands in a longer name, not alone as in "the Ministry said"."""
        words, lows = self.stream.words, self.stream.lows
        if index == at or not (self._is_body_word(lows[index]) or lows[index] in PAPERS):
            return False
        after = index + 1 < limit and (words[index + 1] in self.capitalised or lows[index + 1] in ("of", "for", "on"))
        return after or (index - 1 > at and words[index - 1] in self.capitalised)

    def _goes_on(self, index: int, limit: int) -> bool:
        """Tell whether a noun phrase goes on past a word: "the Republican presidential candidate" does.

        So does "the 41-year-old diving star", but not "the mayor visited Ohio".
        """
        lows, words = self.stream.lows, self.stream.words
        if lows[index] in self.cues and lows[index].endswith("s"):
            return False  # "the paper urges ministers"
        reach = 2 if words[index] not in self.capitalised else 4
        for further in range(index + 1, min(limit, index + reach)):
            low = lows[further]
            if low in DETERMINERS:
                return False  # "editor Tobias Lund both refused"
            if low in self.roles and words[further] not in self.capitalised:
                return True
            if not low.isalpha() or low in STOPS or low in self.cues:
                return False
            if words[index] in self.capitalised and words[further] not in self.capitalised:
                return False  # "secretary Jonah Feld took questions"
        return False

    def _beside_cue(self, at: int) -> Mention | None:
        """Read "the welterweight" beside a reporting verb that stands by a quotation, though the noun is unknown."""
        stream, lows = self.stream, self.stream.lows
        if stream.sentences[at] not in self.quoting:
            return None
        if lows[at] not in ("the", "a", "an", "one", "another") and lows[at] not in POSSESSIVES:
            return None
        low_edge, high_edge = stream.spans[stream.sentences[at]]
        if at > low_edge and lows[at - 1] in _PLACING:
            return None  # "someone in the back yelled"
        if QUOTE not in lows[max(low_edge, at - 3) : min(high_edge, at + 11)]:
            return None
        after_cue = at - 2 >= low_edge and lows[at - 1] in self.cues and lows[at - 2] == QUOTE
        end = at + 1
        while end < min(high_edge, at + 6) and lows[end][0].isalnum() and lows[end] not in STOPS:
            if lows[end] in PRONOUNS or lows[end] in DETERMINERS:
                return None  # "the way they put it"
            if end > at + 1 and stream.words[end] in self.capitalised and stream.words[end - 1] not in self.capitalised:
                return None  # "after the vote Mrs Achebe said"
            if end == at + 1 and _ACRONYM.fullmatch(stream.words[end]):
                return None  # so is "the FTC", not "the CEO"
            if end > at + 1 - (lows[at] in ALONE) and lows[end].endswith("ly") and lows[end + 1] in self.cues:
                break  # "another simply wrote"
            tells = lows[end] in self.cues and not lows[end].endswith("ing")  # "the mass shooting"
            if tells and end > at + 1 and stream.words[end] not in self.capitalised:
                break  # but "the Washington Post"
            end += 1
        if end == at + 1 or end >= len(lows):
            return None
        verb = end
        while verb < high_edge - 1 and lows[verb] in _HELPING:
            verb += 1  # "the teller had called him"
        one = lows[at] in _ONE and lows[verb] == cue_lemma(lows[verb]) and lows[verb] not in PASTS  # "a jail term"
        before_cue = lows[verb] in self.cues and not one
        told = "'s" not in lows[at:end] and lows[verb + 1 : verb + 2] and lows[verb + 1] in _CLAUSE_OPENINGS
        reach = _REPORTED_IN if told else _NEXT_TO
        near = QUOTE in lows[max(low_edge, at - 3) : at] or QUOTE in lows[verb : min(high_edge, verb + reach)]
        if not (after_cue or (before_cue and near)):
            return None
        head = lows[end - 1]
        if head in _TIMES:
            return None
        if stream.words[at + 1] in self.capitalised and end == at + 2 and not self._is_of_a_people(head):
            return None  # so is "the Hollises", "the Barrow"; not "the Texan"
        if stream.words[end - 1] in self.capitalised and end > at + 2 and stream.words[at + 1] in self.capitalised:
            return None  # "the Consumer Safety Bureau" is a name
        return self._make("noun", at, end, (head,), "u", "person", head)
