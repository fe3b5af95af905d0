"""Where a name begins behind the titles, roles and origins that stand in capitals before it."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from quotecli.core.folding import fold
from quotecli.core.names import given_names
from quotecli.find.mentions.tokens import Stream
from quotecli.find.words.closed import LINKS, PARTICLES, PEOPLES
from quotecli.find.words.lexicon import places, titled_names

_MEMBERS = frozenset("MP TD MSP MEP MLA MLC MK CEO CFO COO CTO".split())
"""Short words for offices, behind which a name begins."""
_TITLES_OF_TWO = frozenset(
    (("det", "con"), ("datuk", "seri"), ("dato", "seri"), ("dato", "sri"), ("datuk", "sri"), ("tan", "sri"))
)
"""Titles whose second word may be a name elsewhere: Con Hallissey, Sri Devi."""
_TOLD = 3
"""Words of a name and of what tells of it are more."""
_RANKS = frozenset(("DI", "DS", "PC"))
"""Of the British police; in small letters they are other words."""


class CoreReader:
    """Tells where names begin; `mention_names.NameReader` fills in what it reads by."""

    stream: Stream
    english: bool
    given: Collection[str]
    common: frozenset[str]
    roles: Mapping[str, tuple[str, str]]
    seen: Collection[str]
    titles: Collection[str]

    def _tells_of(self, at: int) -> bool:
        """Tell whether a word that no table of titles holds tells of the person whose given name follows."""
        low, following = fold(self.stream.words[at]), fold(self.stream.words[at + 1])
        behind_the = at > 0 and self.stream.lows[at - 1] == "the"  # "the German Uwe Brandt"
        if (low in self.given and not behind_the) or following not in self.given:
            return False  # "Hernan Dario Lopez": who has an unknown given name may have a known one behind it
        known = low in self.common or low in self.seen or low in places() or "." in low
        return known or behind_the or low.endswith(PEOPLES) or not self.english

    def _is_all_name(self, at: int, end: int) -> bool:
        """Tell whether a title is part of the name that it begins: "Lady Gaga"."""
        return " ".join(self.stream.lows[at:end]) in titled_names()

    def _core(self, at: int, end: int) -> tuple[int, str]:
        """Return where a name that is no body's begins, after titles and roles in capitals, and the last of those."""
        core, role = at, ""
        for index in range(at, end - 2):
            if self.stream.words[index] in _MEMBERS:
                return index + 1, self.stream.lows[index]  # "Independent TD Grace Tully"
        if self.stream.lows[at - 1 : at] == ["named"]:
            return core, role  # "a welder named Duke Amundsen"
        for index in range(at, end - 1):
            low = self.stream.lows[index].rstrip(".")
            known = low in self.roles and self.roles[low][0] in ("person", "group") and low not in given_names()
            if (
                known
                and low not in self.titles
                and end - index == 2
                and fold(self.stream.words[end - 1]) not in given_names()
            ):
                break  # "Passenger Voice" is a name
            alone = end - index == 2 and index == at and low in given_names()
            goes_on = (self.stream.lows[index - 1], low) in _TITLES_OF_TWO
            if (low in self.titles and not alone) or known or goes_on:
                if self._is_all_name(index, end):
                    return index, role
                core, role = index + 1, low
        if core > at and self.stream.lows[core] in LINKS:
            return at, role
        printed = self.stream.words
        if printed[core] in _RANKS and end - core > 1 and self.stream.lows[core + 1] not in self.common:
            return core + 1, role or self.stream.lows[core]  # "DS Reed", not "PC Gamer"
        told = printed[core].rpartition("-")[2]
        described = end - core >= 3 or (end - core == 2 and (told.endswith("ed") or told in self.roles))
        if described and told != printed[core] and told.islower() and self.stream.lows[core] not in self.given:
            return core + 1, role or told  # "Off-spinner Rohan Deshwal", "Red-faced Rohan"
        if end - core > _TOLD and printed[core + 1].endswith("-born") and self.stream.lows[core] not in self.given:
            return core + 2, role  # "South Harrow-born Ivo Lund"
        if end - core > _TOLD and (told := printed[core + 1].rpartition("-")[2]) in self.roles and told.islower():
            return core + 2, role or told  # "Arlo Finch-backer Ivo Lund"
        acronym = printed[core].isupper() and len(printed[core]) > 1 and "." not in printed[core]
        if end - core >= 3 and acronym and not printed[core + 1].isupper():
            return core + 1, role or self.stream.lows[core]  # "CSP Ngozi Eze"
        if end - core >= 3 and self._tells_of(core) and self.stream.lows[core + 1] not in PARTICLES:
            return core + 1, role or self.stream.lows[core]  # "Schipper Wim de Groot", "Jamaican Delroy Reid"
        return core, role
