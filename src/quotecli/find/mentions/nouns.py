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
    is_age,
)
from quotecli.find.words.lexicon import PRONOUNS, category_of, reporting_words

_OF_PEOPLES = ("an", "ese", "i", "ish", "man", "woman")
"""Endings of what one of a people is called."""
_LONGEST_PHRASE = 7
"""Words of a noun phrase."""
_STOPS = frozenset((".", ",", ";", ":"))
_ENDING = STOPS | PRONOUNS.keys()
"""Words before which a noun phrase ends."""
_DOERS = ("er", "or", "ist", "man", "ian")
"""Endings of nouns for who does something."""
_NO_DOERS = frozenset("after ever further however later never nor or other over rather sooner together under".split())
_CLOSING = frozenset((",", ".", ";", ":", "?", "!", "(", ")", "—", "–", QUOTE)) | {
    word for word in _ENDING if not word.endswith(_DOERS)
}
"""What ends a noun phrase at once behind its head."""
_UNITED = frozenset("united amalgamated allied associated".split())
"""Begin names of unions: "the United Assembly Workers"."""
_USERS = frozenset("user member commenter poster redditor streamer blogger gamer contributor account".split())
_HANDLE = re.compile(r"[A-Za-z]\w*[_\d]\w*")
"""What users of a network are called: "user mothgirl_88"."""


class NounReader(OfficeReader):
    """Reads the nouns of one stream."""

    def _banded(self, first: int, last: int) -> Mention | None:
        """Return the union that words in capitals name; None for no body."""
        lows = self.stream.lows
        if lows[first] in _UNITED and self.stream.words[last - 1] in self.capitalised:
            return self._make("name", first, last, tuple(lows[first:last]), "u", "body")
        return None

    def _noun(self, at: int) -> Mention | None:
        """Read a noun phrase whose head names a speaker: [determiner] up to five modifiers, head."""
        nearest, limit = self._phrase_limits(at)
        if nearest >= limit:
            return self._alone(at)
        phrase = self._phrase(at, nearest, limit)
        if phrase is None:
            return None
        head, owner = phrase
        return self._headed(at, head, owner) if head >= 0 else self._alone(at)

    def _phrase_limits(self, at: int) -> tuple[int, int]:
        """Return where the next noun for a speaker stands, and where a phrase that begins here ends at the latest."""
        limit = min(at + _LONGEST_PHRASE, self.stream.spans[self.stream.sentences[at]][1])
        return self.heads[bisect_left(self.heads, at)], limit

    def _phrase(self, at: int, nearest: int, limit: int) -> tuple[int, str] | None:
        """Return where the head of the phrase stands, -1 for none, and whose it is; None where a name has the verb.

        `nearest` is where the first noun stands that may be the head.
        Each noun that tells of a speaker is the head until another follows, or until "'s" tells that it is the owner.
        """
        lows, words, capitals, kinds = self.stream.lows, self.stream.words, self.capitals, self.roles
        opening = lows[at]
        owner = PRONOUNS[opening] if opening in POSSESSIVES else ""
        head, told, index = -1, 0, at + self._is_led(opening)
        while index < limit and (head < 0 or words[index] not in _CLOSING):
            low, capital = lows[index], words[index] in capitals
            if head < 0 and capital and index > at + 1 and self._begins_name_behind(index):
                return None
            if (capital or low == "fellow") and self._only_tells_more(at, head, index, limit):
                index += 1
                continue
            if head < 0 and index > at + 1 and words[index - 1] in capitals and self._is_verb(index):
                return None  # "the New York Times reports"
            if (capital or head >= 0 or low in PASTS) and self._is_cut_off(at, head, index, capital):
                break
            if index >= nearest and (low in kinds or self._is_head(head, index)):
                index += is_age(low) and self._is_of_people(index)
                head = index
            elif low in ("'s", "-") or (low == "'" and head == index - 1 and lows[head].endswith("s")):
                if low != "-":
                    owner = lows[head] if head >= 0 else owner
                    told = index if head == index - 1 else told
                head = -1
            elif self._ends_phrase(at, head, index) or (head >= 0 and self._ends_at_head(index, limit, capital)):
                break
            index += 1
        if head < 0 and told and lows[told + 1 : told + 2] and lows[told + 1] in reporting_words():
            head = told - 1  # "the company's claim that": the company
        return head, owner

    def _begins_name_behind(self, index: int) -> bool:
        """Tell whether a title stands before a given name and more: "the Rev. Ann Pope", "the late Stephen King"."""
        before = self.stream.lows[index - 1]
        titled = before == "late" or before.rstrip(".") in self.titles
        return titled and self.stream.lows[index] in self.given and self.stream.word(index + 1) in self.capitalised

    def _is_led(self, opening: str) -> bool:
        """Tell whether the word that begins a phrase only leads to its noun: "the", "his", "both"."""
        if opening in ALONE:
            return True
        return opening in DETERMINERS and opening not in self.roles

    def _only_tells_more(self, at: int, head: int, index: int, limit: int) -> bool:
        """Tell whether a word in capitals, or "fellow", is no head: "the Harbor Park Zoo", "a fellow diner"."""
        if self.stream.words[index] in self.capitals and (
            self._in_body_name(at, index, limit) or self._is_deputy(head, index)
        ):
            return True
        return self.stream.lows[index] == "fellow" and self._is_alike(index, limit)

    def _is_cut_off(self, at: int, head: int, index: int, capital: bool) -> bool:
        """Tell whether a name or a verb begins here, behind the phrase; `capital` of the word here."""
        low = self.stream.lows[index]
        if capital and head == index - 1 and low in self.given:
            return True  # "that Mayor Bill de Blasio"
        if head < 0:
            return index > at + 1 and low in PASTS  # "their ancestors left villages"
        # "the company advised customers"
        return self._is_verb(index) or self._begins_anew(head, index) or self._ends_tag(at, index)

    def _is_head(self, head: int, index: int) -> bool:
        """Tell whether a word that no table of nouns holds may be the head: "31-year-old", "head of the charity"."""
        low = self.stream.lows[index]
        if is_age(low) or (low == "head" and self._department(index)):
            return True
        return head == index - 1 and self._is_unknown_person(head, index)  # "the former county hurler"

    def _ends_phrase(self, at: int, head: int, index: int) -> bool:
        """Tell whether no noun phrase goes on past this word: a mark, a determiner, a pronoun, a reporting verb."""
        low = self.stream.lows[index]
        if low in _ENDING or not low[0].isalnum() or (low in DETERMINERS and not self._of_several(at, index)):
            return True
        tells = low in self.cues and low not in self.common
        return tells and (head >= 0 or (index > at + 1 and low.endswith("s")))

    def _ends_at_head(self, index: int, limit: int, capital: bool) -> bool:
        """Tell whether a phrase that has its head ends before this word: "the mayor visited Ohio"."""
        low = self.stream.lows[index]
        further = capital or low.endswith(("ed", "s")) or low in self.common
        return further and not self._goes_on(index, limit)

    def _headed(self, at: int, head: int, owner: str) -> Mention | None:
        """Return whom the phrase with this head names, else its noun; None for a part of a name, or for no speaker."""
        words, low, following = self.stream.words, self.stream.lows[head], head + 1
        if low in OFFICES and (holder := self._holder(head)) is not None:
            return holder
        if low in _USERS and _HANDLE.fullmatch("".join(words[following : following + 1])):
            return self._make("name", following, following + 1, (self.stream.lows[following],), "u", "", low)
        if following < len(words) and words[following] in self.capitalised:
            if self._begins_body_name(at, head):
                return None
            if (named := self._named_behind(head)) is not None:
                return named
        if head > at + 1 and (banded := self._banded(at + 1, following)) is not None:
            return banded
        category, gender = self.roles.get(low, ("person", "u"))
        if self._is_of_another(at, head, gender):
            return None
        last = self._department(head) or head + (3 if self._is_of_children(head) else 1)
        found = self._make("noun", at, last, (low,), gender, category, low)
        found.owner = owner
        return found

    def _begins_body_name(self, at: int, head: int) -> bool:
        """Tell whether the phrase and the capitals behind it are one name: "the Consumer Safety Bureau"."""
        words = self.stream.words
        if words[head] in self.capitalised and head > at and self._opens_body(head):
            return True  # "the Justice Department" as well
        if head <= at + 1 or words[at + 1] not in self.capitalised:
            return False
        return self._names_body(at + 1, self._run_end(at + 1))  # "the Kirkmoor General Hospital Trust"

    def _named_behind(self, head: int) -> Mention | None:
        """Read the name behind a noun, whose role that is: "spokeswoman Haley Morris"."""
        stream, following = self.stream, head + 1
        if not self._may_be_name(following) or stream.sentences[following] != stream.sentences[head]:
            return None
        name = self._name(head if self._is_stage_name(head) else following)
        if name.kind != "name":
            return None
        name.role = name.role or stream.lows[head]
        return name

    def _is_of_another(self, at: int, head: int, gender: str) -> bool:
        """Tell whether the noun is none of this phrase: "a question Democrats avoid"; "the last two boats"."""
        lows = self.stream.lows
        if gender == "p" and lows[at] in SINGULAR and lows[head].endswith("s"):
            return True
        return lows[head] == "two" and head + 1 < len(lows) and self._is_plural(head + 1)

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
        behind = self.stream.low(index + 1)
        return head == index - 1 and lows[index] in QUALIFIERS and behind in OFFICES

    def _is_alike(self, at: int, limit: int) -> bool:
        """Tell whether "fellow" here only tells that somebody is another: "a fellow diner said"."""
        following = self.stream.lows[at + 1] if at + 1 < limit else "."
        named = self.stream.word(at + 1) in self.capitals  # "senior fellow Ana Ruiz" is one herself
        return not named and following.isalpha() and following not in _ENDING and following not in self.cues

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
            and category_of(lows[index]) == "group"
            and category_of(lows[head]) == "document"
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
        behind = self.stream.low(index + 1)
        of_body = head >= 0 and category_of(lows[head]) == "body"
        printed = self.stream.words[index]
        doer = printed.islower() and printed.endswith(_DOERS) and printed not in _NO_DOERS
        return of_body and doer and (behind in self.cues or behind in _STOPS)

    def _ends_tag(self, at: int, index: int) -> bool:
        """Tell whether the noun phrase behind a quotation has its verb here, and nothing more: “…,” the vet reports."""
        lows = self.stream.lows
        behind = self.stream.low(index + 1)
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
        if lows[at] == "the" and self._names_body_over(at + 1, index):
            return True
        if index == at or not (self._is_body_word(lows[index]) or lows[index] in PAPERS):
            return index > at + 1 and self._is_team(at + 1, index + 1)
        behind = lows[index + 1] if index + 1 < limit else ""
        named = behind in ("of", "for", "on") or (behind == "to" and self._is_of_name(index + 1))
        after = named or (behind != "" and words[index + 1] in self.capitalised)
        return after or (index - 1 > at and words[index - 1] in self.capitalised)

    def _names_body_over(self, at: int, index: int) -> bool:
        """Tell whether a body's name begins here that holds the noun at `index`: "the Health Service Executive"."""
        if self.stream.words[at] not in self.capitalised or (index == at and self.stream.low(at + 1) != "&"):
            return False
        end = self._run_end(at)
        return end > index and end - at > 2 and self._names_body(at, end)

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
