"""Finds the words of an article that may name a speaker: names, pronouns, nouns for persons, bodies and documents."""

from __future__ import annotations

import re

from quotecli.core.papers import PAPERS
from quotecli.find.mentions.joins import completed, grown, joined, without_asides
from quotecli.find.mentions.mention import Mention
from quotecli.find.mentions.nouns import NounReader
from quotecli.find.mentions.tokens import QUOTE
from quotecli.find.words.closed import (
    ALONE,
    DETERMINERS,
    HELPING,
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
_OWNING = frozenset(("'s", "'"))
_LONGEST_OWNER = 7
"""Words of a body's name before "'s"."""

_LONGEST_OWN = 3
"""Words of the name of whose campaign it is."""
_PEOPLES = ("ian", "ish", "ese", "ican", "ean")
"""Endings of what a people is called: "the Syrian family"."""


class MentionFinder(NounReader):
    """Walks the stream once and collects mentions in order."""

    def find(self) -> list[Mention]:
        """Return all mentions, in order; joint ones stand in place of their members."""
        found: list[Mention] = []
        beyond = 0
        for at in self.openings:
            if at >= beyond and (mention := self._at(at)) is not None:
                found.append(mention)
                beyond = mention.last
        found = without_asides(self.stream, found)
        return joined(self.stream, completed(self.stream, grown(self.stream, found)))

    def _at(self, at: int) -> Mention | None:
        words, lows = self.stream.words, self.stream.lows
        word, low = words[at], lows[at]
        if low in self.pronouns and not (low == "i" and word != "I"):
            if low in POSSESSIVES:
                owned = self._noun(at)
                following = lows[at + 1] if at + 1 < len(words) else "."
                if owned is not None or low != "her" or (following.isalpha() and not self._is_heard(at)):
                    return owned  # "his plan" says nothing of who speaks; "according to her" does
            if low == "it" and self._means_nothing(at + 1):
                return None
            return self._make("pron", at, at + 1, (low,), self.pronouns[low])
        if low == "the" and (own := self._own_body(at + 1)) is not None:
            return own
        if (low == "the" and (self._is_paper(at) or self._is_band(at + 1))) or (
            low == "that" and at and self.stream.lows[at - 1] in self.cues
        ):
            return None
        if low in SHORTENED:
            return self._make("pron", at, at + 1, (SHORTENED[low],), PRONOUNS[SHORTENED[low]])
        if word in self.capitals:
            if low in PAPERS and at and self._is_paper(at - 1):
                last = at + (3 if lows[at + 1 : at + 3] == ["on", "sunday"] else 1)
                return self._make("name", at, last, tuple(lows[at:last]), "u", "body")
            if word[-1] == "s" and word[:-1].isupper() and len(word) > 2 and low not in self.given:
                return self._make("noun", at, at + 1, (low,), "p", "group", low)  # "GPs", "MPs"
            if low in OFFICES and (holder := self._holder(at)) is not None:
                return holder
            if self._may_be_name(at):
                name = self._name(at)
                ends = words[name.last - 1]
                return None if "-" in ends and _ADJECTIVE.fullmatch(ends) else name
        if low in PARTICLES and self._leads_family_name(at):
            particles = self._behind_particles(at) - 1
            name = self._name(particles)
            all_of_it = (*lows[at:particles], *name.words)
            return self._make("name", at, name.last, all_of_it, name.gender, name.category, name.role)
        if low in DETERMINERS and at + 2 < len(words) and words[at + 1] in self.capitals:
            owner = at + 2
            while owner < min(len(words) - 1, at + _LONGEST_OWNER) and words[owner] in self.capitalised:
                owner += 1
            if self._owned_body(at + 1, owner):
                return None  # "the Pilots' Guild", "the Northern Health Workers' Union" are names
        if low == "the" and words[at + 1 : at + 2] and words[at + 1] in self.capitalised and self._body_owns(at + 1):
            return None  # so is the Arts Council in "the Arts Council's report"
        if low in self.roles and at and self._may_have_verb(at - 1) and self._is_verb(at):
            return None  # "the Times reports that"
        if low == "minutes" and not _WHEN.isdisjoint(lows[at + 1 : at + 2]):
            return None  # "minutes before ignition" are no record of a meeting
        if low in DETERMINERS or low in self.roles or low in ALONE:
            found = self._noun(at)
            return found if found is not None and found.words != (low,) else self._beside_cue(at) or found
        if low.endswith("-year-old"):
            return self._noun(at)
        if low in SHARES:
            return self._share(at)
        if word[0] == "@" and len(word) > 1:
            return self._make("name", at, at + 1, (low[1:],), "u")
        return None

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
        ends = lows[at] in STOPS or lows[at] in PASTS or lows[at] in HELPING or lows[at] in self.cues
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
        if _OWNING.isdisjoint(lows[at + 2 : at + _LONGEST_OWNER + 1]):
            return False
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
