"""Finds the words of an article that may name a speaker: names, pronouns, nouns for persons, bodies and documents."""

from __future__ import annotations

import re

from quotecli.core.folding import fold
from quotecli.core.name_order import is_family_first
from quotecli.find.mentions.acronyms import whole_bodies
from quotecli.find.mentions.bands import SEASONS
from quotecli.find.mentions.joins import joined
from quotecli.find.mentions.mention import Mention
from quotecli.find.mentions.parts import without_asides, without_credits
from quotecli.find.mentions.reaching import completed, grown
from quotecli.find.mentions.tokens import QUOTE
from quotecli.find.mentions.unknown_nouns import UnknownNounReader
from quotecli.find.words.closed import (
    ALONE,
    DETERMINERS,
    LINKS,
    OFFICES,
    OWNED_BODIES,
    PARTICLES,
    PASTS,
    POSSESSIVES,
    RECALLING,
    SHARES,
    SHORTENED,
    STOPS,
    is_age,
)
from quotecli.find.words.lexicon import PRONOUNS, places, vocabulary

_IMPERSONAL = vocabulary("impersonal")
"""What stands between "it" and the participle in "it has often been said"."""

_ADJECTIVE = re.compile(
    r".+-(?:affiliated|area|backed|based|born|bound|controlled|educated|era|funded|led|like|linked|listed|made|owned|run"
    r"|sized|style|themed|trained)"
)
"""What is no name though it begins with one: "the Hong Kong-listed maker", "an Emma Raducan-style slump"."""
_WHEN = vocabulary("when")
_NUMBERED = frozenset(("no", "no.", "number"))
_AIDES = frozenset("adviser aide insider official source spokesman spokesperson spokeswoman".split())
"""Who speak for a house: "the No 10 spokesman" is no player."""
_OWNING = frozenset(("'s", "'"))
_LONGEST_OWNER = 7
"""Words of a body's name before "'s"."""

_LONGEST_OWN = 3
"""Words of the name of whose campaign it is."""
_PEOPLES = ("ian", "ish", "ese", "ican", "ean")
"""Endings of what a people is called: "the Syrian family"."""


class MentionFinder(UnknownNounReader):
    """Walks the stream once and collects mentions in order."""

    def find(self) -> list[Mention]:
        """Return all mentions, in order; joint ones stand in place of their members."""
        found: list[Mention] = []
        self._eastern: set[str] = set()
        beyond = 0
        for at in self.openings:
            if at >= beyond and (mention := self._at(at)) is not None:
                found.append(mention)
                beyond = mention.last
        found = without_asides(self.stream, whole_bodies(self.stream, without_credits(self.stream, found)))
        return joined(self.stream, completed(self.stream, grown(self.stream, found)))

    def _at(self, at: int) -> Mention | None:
        """Read the mention that begins here: a pronoun, what a name begins with, a noun, a share, a user's handle."""
        words, lows = self.stream.words, self.stream.lows
        word, low = words[at], lows[at]
        is_pronoun, is_noun = low in self.pronouns, low in self.roles
        if (is_pronoun or is_noun) and word[0].isupper() and (known := self._family_first(at)):
            return known
        if is_pronoun and not (low == "i" and word != "I") and not self._is_lettered(at):
            return self._pronoun(at)
        if low == "the" and self.stream.word(at + 1) in self.capitalised:
            if (own := self._own_body(at + 1)) is not None:
                return own
            if self._only_opens_name(at):
                return None
        if low == "that" and at > 0 and lows[at - 1] in self.cues:
            return None  # it opens a clause
        if low in SHORTENED:
            return self._make("pron", at, at + 1, (SHORTENED[low],), PRONOUNS[SHORTENED[low]])
        if word in self.capitals:
            if (known := self._known_in_capitals(at)) is not None:
                return known
            if self._may_be_name(at):
                return self._led_name(at) or self._whole_name(at)
        if low in PARTICLES and self._leads_family_name(at):
            return self._name_behind_particles(at)
        if (low in DETERMINERS and self._begins_owner(at)) or (is_noun and self._only_looks_like_noun(at)):
            return None
        if low in DETERMINERS or is_noun or low in ALONE:
            found = self._noun(at)
            if found is not None and found.words != (low,):
                return found
            return self._of_a_people(at) or self._beside_cue(at) or found
        if is_age(low):
            return self._noun(at)
        if low in SHARES:
            return self._share(at)
        if word[0] == "@" and len(word) > 1:
            return self._make("name", at, at + 1, (low[1:],), "u")
        return None

    def _family_first(self, at: int) -> Mention | None:
        """Read a name whose family name is a noun or pronoun too: "Fan Mingbo", then "Fan" alone; "He Jianbo"."""
        words = self.stream.words[at : at + 3]
        for size in (3, 2):  # "Ngo Xuan Phuc"
            name = words[:size]
            if len(name) == size and self.capitalised.issuperset(name[1:]) and is_family_first(name):
                self._eastern.add(self.stream.lows[at])
                return self._make("name", at, at + size, tuple(map(fold, name)), "u")
        alone = self.stream.lows[at] in self._eastern and self.stream.lows[at] in self.roles
        return self._make("name", at, at + 1, (fold(words[0]),), "u") if alone else None

    def _is_lettered(self, at: int) -> bool:
        """Tell whether letters are a body's that a pronoun is written with: "the WHO said", "WHO Director-General"."""
        word, behind = self.stream.words[at], self.stream.word(at + 1)
        if len(word) == 1 or not word.isupper():
            return False
        return (at > 0 and self.stream.lows[at - 1] == "the") or (behind in self.capitals and not behind.isupper())

    def _pronoun(self, at: int) -> Mention | None:
        """Read a pronoun, or the noun of one that owns it: "his plan" says nothing of who speaks."""
        lows = self.stream.lows
        low = lows[at]
        if low in POSSESSIVES:
            if self._owns_words(at):
                return self._make("pron", at, at + 1, (low,), self.pronouns[low])
            owned = self._noun(at)
            if owned is not None or low != "her":
                return owned
            following = self.stream.low(at + 1)
            if following.isalpha() and not self._is_heard(at):
                return None  # "according to her" does
        if low == "it" and self._means_nothing(at + 1):
            return None
        return self._make("pron", at, at + 1, (low,), self.pronouns[low])

    def _owns_words(self, at: int) -> bool:
        """Tell whether a possessive stands in "in her own words," which says who speaks."""
        own = self.stream.low(at + 1) == "own"
        led = at > 0 and self.stream.lows[at - 1] == "in"
        return led and self.stream.lows[at + 1 + own : at + 3 + own] in (["words", ","], ["words", QUOTE])

    def _only_opens_name(self, at: int) -> bool:
        """Tell whether "the" before a capital is part of a name: "the Guardian", "the Friends of Calder"."""
        if self._is_paper(at) or self._is_long_paper(at + 1) or self._is_band(at + 1):
            return True
        return self.by_year and self._is_of_year(at + 1)

    def _is_of_year(self, at: int) -> bool:
        """Tell whether a team is named here by a year: "the Philadelphia 76ers"."""
        named = self.stream.word(at) in self.capitalised
        return named and self.stream.lows[self._run_end(at) - 1] in SEASONS

    def _known_in_capitals(self, at: int) -> Mention | None:
        """Read a word in capitals that is no common name's: a newspaper's, "GPs", an office and its holder."""
        word, lows = self.stream.words[at], self.stream.lows
        low = lows[at]
        if at and self._is_paper_word(at) and self._is_paper(at - 1):
            last = at + (3 if lows[at + 1 : at + 3] == ["on", "sunday"] else 1)
            return self._make("name", at, last, tuple(lows[at:last]), "u", "body")
        if low in _NUMBERED and self._is_downing_street(at):
            return self._make("name", at, at + 2, tuple(lows[at : at + 2]), "u", "body")
        if word[-1] == "s" and word[:-1].isupper() and len(word) > 2 and low not in self.given:
            return self._make("noun", at, at + 1, (low,), "p", "group", low)  # "GPs", "MPs"
        return self._holder(at) if low in OFFICES else None

    def _is_downing_street(self, at: int) -> bool:
        """Tell whether a house is meant for who governs from it: "No 10 said", but not "the No. 10 seed"."""
        behind = self.stream.word(at + 2)
        return (
            self.stream.low(at + 1) in ("10", "11")
            and (at == 0 or self.stream.lows[at - 1] not in DETERMINERS or self.stream.low(at + 2) in _AIDES)
            and behind not in self.capitalised
            and not behind[0].isdigit()
        )

    def _led_name(self, at: int) -> Mention | None:
        """Read the name behind a noun in capitals and another: "said Tory peer Ana Ruiz"; None for any other."""
        if self.stream.lows[at] not in self.roles:
            return None
        end = self._capitals_end(at)
        if self.stream.word(end) not in self.roles or any(low not in self.roles for low in self.stream.lows[at:end]):
            return None
        led = self._noun(at)
        return led if led is not None and led.kind == "name" and led.first > at + 1 else None

    def _whole_name(self, at: int) -> Mention | None:
        """Read the name that begins here, but for one that is part of an adjective: "the Hong Kong-listed maker"."""
        name = self._name(at)
        ends = self.stream.words[name.last - 1]
        return None if "-" in ends and _ADJECTIVE.fullmatch(ends) else name

    def _name_behind_particles(self, at: int) -> Mention:
        """Read a family name with the particles in small letters before it: "de Blasio said"."""
        particles = self._behind_particles(at) - 1
        name = self._name(particles)
        all_of_it = (*self.stream.lows[at:particles], *name.words)
        return self._make("name", at, name.last, all_of_it, name.gender, name.category, name.role)

    def _begins_owner(self, at: int) -> bool:
        """Tell whether the determiner here begins a body's name in which, or behind which, "'s" stands."""
        words = self.stream.words
        if _OWNING.isdisjoint(self.stream.lows[at + 2 : at + _LONGEST_OWNER + 2]):
            return False
        if words[at + 1] in self.capitals:
            owner = at + 2
            while owner < min(len(words) - 1, at + _LONGEST_OWNER) and words[owner] in self.capitalised:
                owner += 1
            if self._owned_body(at + 1, owner):
                return True  # "the Pilots' Guild", "the Northern Health Workers' Union" are names
        # so is the Arts Council in "the Arts Council's report"
        return self.stream.lows[at] == "the" and words[at + 1] in self.capitalised and self._body_owns(at + 1)

    def _only_looks_like_noun(self, at: int) -> bool:
        """Tell whether the noun here is a verb or a time: "the Times reports that", "minutes before ignition"."""
        lows = self.stream.lows
        if lows[at] == "minutes" and not _WHEN.isdisjoint(lows[at + 1 : at + 2]):
            return True
        if not at or not self._may_have_verb(at - 1):
            return False
        begin = at - 1
        while begin > max(at - _LONGEST_OWN, 1) and self.stream.words[begin - 1] in self.capitalised:
            begin -= 1
        return self._is_verb(at) or self._ends_tag(begin, at)  # “…,” Ana Ruiz replies.

    def _own_body(self, at: int) -> Mention | None:
        """Read "the Tarry campaign", "the Obama administration", "the Ellery family": named by whose they are.

        A family is only that of somebody whom the text names in full.
        """
        words, lows = self.stream.words, self.stream.lows
        head = at
        while head < min(len(words) - 1, at + _LONGEST_OWN) and words[head] in self.capitalised:
            head += 1
        if head == at or lows[head] not in OWNED_BODIES or words[head] != lows[head] or self._goes_on_behind(head + 1):
            return None
        low = lows[head - 1]
        named = low in self.family_names or (lows[head] != "family" and low not in self.common)
        known = low in self.roles or low in places() or low.endswith(_PEOPLES)
        if not named or known or self._names_body(at, head):
            return None
        return self._make("name", at, head + 1, tuple(self._folded(at, head + 1)), "u", "body")

    def _goes_on_behind(self, at: int) -> bool:
        """Tell whether a noun phrase goes on here: "the Tarry campaign spokesman"."""
        words, lows = self.stream.words, self.stream.lows
        if at >= len(words) or not lows[at][0].isalnum():
            return False
        ends = lows[at] in STOPS or lows[at] in PASTS or lows[at] in self.cues
        return not (ends or lows[at].endswith(("ed", "ly")))

    def _is_heard(self, at: int) -> bool:
        """Tell whether who stands here is heard, or charged with saying: "recalls her saying", "accused her of"."""
        said, charged = self.stream.lows[at + 1], self.stream.lows[at + 2 : at + 3]
        if said in ("of", "for"):
            return bool(charged) and charged[0].endswith("ing") and self.stream.lows[at - 1] in self.cues
        return self.stream.lows[at - 1] in RECALLING and said in self.cues and said.endswith("ing")

    def _body_owns(self, at: int) -> bool:
        """Tell whether a body's name of several words begins here that something belongs to."""
        words, lows = self.stream.words, self.stream.lows
        last = at
        while last < min(len(words), at + _LONGEST_OWNER) and (words[last] in self.capitalised or lows[last] in LINKS):
            last += 1
        if last - at < 2 or last >= len(words) or lows[last] not in _OWNING or not self._may_be_name(at):
            return False
        name = self._name(at)
        return name.kind == "name" and name.category == "body" and name.last == last

    def _may_have_verb(self, at: int) -> bool:
        return self.stream.words[at] in self.capitalised or self.stream.lows[at] in self.roles

    def _means_nothing(self, at: int) -> bool:
        """Tell whether "it" before this word means nobody: "it has been suggested that", "it was said"."""
        lows = self.stream.lows
        end = at
        while end < min(len(lows), at + 4) and (lows[end] in _IMPERSONAL or lows[end].endswith("ly")):
            end += 1
        if end == at or end >= len(lows) or lows[end] not in self.cues:
            return False
        return (lows[end].endswith("ed") or lows[end] == "said") and lows[end + 1 : end + 2] in (["that"], [QUOTE])

    def _share(self, at: int) -> Mention | None:
        """Read "21 percent", "14% of respondents" at its sign: who answered so."""
        words, lows = self.stream.words, self.stream.lows
        if not at or not words[at - 1][0].isdigit():
            return None
        last = at + 1
        if lows[last : last + 1] == ["of"] and last + 1 < len(words) and (whose := self._at(last + 1)) is not None:
            last = whose.last if whose.kind == "noun" and whose.first <= last + 2 else last
        return self._make("noun", at - 1, last, ("percent",), "p", "group", "percent")
