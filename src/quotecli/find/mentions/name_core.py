"""Where a name begins behind the titles, roles and origins that stand in capitals before it."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from quotecli.core.folding import fold
from quotecli.find.mentions.tokens import Stream
from quotecli.find.words.closed import LINKS, MEMBERS, PARTICLES, PEOPLES, ends_name
from quotecli.find.words.lexicon import Category, family_first, places, titled_names, vocabulary

_TITLES_OF_TWO = frozenset(
    (("det", "con"), ("datuk", "seri"), ("dato", "seri"), ("dato", "sri"), ("datuk", "sri"), ("tan", "sri"))
)
"""Titles whose second word may be a name elsewhere: Con Hallissey, Sri Devi."""
_BEHIND_TITLES = frozenset(("1st", "2nd", "3rd", "class", "emeritus", "emerita"))
"""What may stand between a title and the name: "Sgt. 1st Class", "Professor Emeritus"."""
_LIKE_NAMES = vocabulary("roles like names")
LIKE_PEOPLE = vocabulary("places like people")
"""Places that a given name is written as: beside another place, with a body's noun behind, no person is meant."""
_TOLD = 3
"""Words of a name and of what tells of it are more."""
_RANKS = frozenset(("DI", "DS", "PC"))
"""Of the British police; in small letters they are other words."""
_RANKS_TOO = frozenset(("ACC", "DC", "DCC", "WPC"))
"""Of these, before a family name that the text has: DC is a place, and publishes comics."""


class CoreReader:
    """Tells where names begin; `names.NameReader` fills in what it reads by."""

    stream: Stream
    english: bool
    given: Collection[str]
    common: frozenset[str]
    roles: Mapping[str, tuple[Category, str]]
    seen: Collection[str]
    titles: Collection[str]
    family_names: Collection[str]

    def _tells_of(self, at: int) -> bool:
        """Tell whether a word that no table of titles holds tells of the person whose given name follows."""
        low, following = fold(self.stream.words[at]), fold(self.stream.words[at + 1])
        behind_the = at > 0 and self.stream.lows[at - 1] == "the"  # "the German Uwe Brandt"
        if (low in self.given and not behind_the) or following not in self.given:
            return False  # "Hernan Dario Lopez": who has an unknown given name may have a known one behind it
        if low in family_first() and low not in self.seen:
            return False  # "Ngo Xuan Phuc"
        if f"{low} {following}" in places():
            return False  # "the Los Angeles Lakers"
        known = low in self.common or low in self.seen or low in places() or "." in low
        people = low.endswith(PEOPLES) and (low[-1] != "s" or low[:-1] in self.common or low[:-1] in self.roles)
        return known or behind_the or people or not self.english

    def _is_all_name(self, at: int, end: int) -> bool:
        """Tell whether a title is part of the name that it begins: "Lady Gaga"."""
        return " ".join(self.stream.lows[at:end]) in titled_names()

    def _core(self, at: int, end: int) -> tuple[int, str]:
        """Return where a name that is no body's begins, after titles and roles in capitals, and the last of those."""
        words, lows = self.stream.words, self.stream.lows
        for index in range(at, end - 2):
            if words[index] in MEMBERS:
                core, role, _ = self._behind_titles(index + 1, end)
                return core, role or lows[index]  # "Independent TD Grace Tully", "Labour MP Sir Ned Orr"
        if lows[at - 1 : at] == ["named"]:
            return at, ""  # "a welder named Duke Amundsen"
        core, role, is_whole = self._behind_titles(at, end)
        if is_whole:
            return core, role
        if core > at and lows[core] in LINKS:
            return at, role
        described, told = self._described(core, end)
        return core + described, role or told

    def _behind_titles(self, at: int, end: int) -> tuple[int, str, bool]:
        """Return where the titles and roles end, the last of them, and whether a name with a title of its own follows.

        "Mayor Ted Garrison", "Deputy Police Chief Ann Lee"; "rapper Lady Gaga" keeps her title.
        """
        lows, core, role = self.stream.lows, at, ""
        for index in range(at, end - 1):
            if index > at and lows[index - 1] in PARTICLES:
                continue  # "Maryam bint Sultan Al Ansari"
            if index > at and end - index == 2 and self._is_middle(index):
                break
            low = lows[index].rstrip(".")
            known = self._is_known_role(low) or low in _BEHIND_TITLES
            is_last = end - index == 2
            alone = is_last and index == at and low in self.given
            if not (known or (low in self.titles and not alone) or (lows[index - 1], low) in _TITLES_OF_TWO):
                continue
            if all(map(ends_name, self.stream.words[index + 1 : end])):
                break  # "Martin Luther King Jr."
            if known and is_last and low not in self.titles and self._names_itself(low, end - 1):
                break
            if self._is_all_name(index, end):
                return index, role, True
            core, role = index + 1, low
        return core, role, False

    def _is_middle(self, index: int) -> bool:
        """Tell whether a noun is a family name between a given name and another: "Kathleen Hawk Ellery"."""
        before, noun, last = self.stream.lows[index - 1 : index + 2]
        given = before in self.given and not (before in places() or before in LIKE_PEOPLE or before in self.roles)
        return given and noun in _LIKE_NAMES and last not in self.given

    def _names_itself(self, low: str, last: int) -> bool:
        """Tell whether a noun for a person and one word more are a name: "Passenger Voice", "Baker Tilly"."""
        ends = self.stream.lows[last]
        one = self.roles[low][1] != "p" and low not in _LIKE_NAMES
        return ends not in self.given and (ends in self.common or not one)

    def _is_known_role(self, low: str) -> bool:
        """Tell whether a word is a noun for a person or a group, and no given name."""
        return low in self.roles and self.roles[low][0] in ("person", "group") and low not in self.given

    def _described(self, core: int, end: int) -> tuple[int, str]:
        """Return how many words that no table of titles holds stand before a name and tell of its bearer, and a role.

        "DS Reed", "Off-spinner Rohan Deshwal", "South Harrow-born Ivo Lund", "CSP Ngozi Eze".
        """
        size, words, lows = end - core, self.stream.words, self.stream.lows
        if size < 2:
            return 0, ""
        rank = words[core] in _RANKS or (words[core] in _RANKS_TOO and lows[core + 1] in self.family_names)
        if rank and lows[core + 1] not in self.common:
            return 1, lows[core]  # "DS Reed", not "PC Gamer"
        if told := self._told_by_hyphen(core, size):
            return 1, told
        if size > _TOLD:
            if words[core + 1].endswith("-born") and lows[core] not in self.given:
                return 2, ""  # "South Harrow-born Ivo Lund"
            told = words[core + 1].rpartition("-")[2]
            if told in self.roles and told.islower():
                return 2, told  # "Arlo Finch-backer Ivo Lund"
        if size >= _TOLD and (self._is_acronym(core) or self._tells_of_bearer(core)):
            return 1, lows[core]
        return 0, ""

    def _told_by_hyphen(self, core: int, size: int) -> str:
        """Return what a hyphen leads to that tells of the bearer: "Off-spinner Rohan Deshwal", "Red-faced Rohan"."""
        printed = self.stream.words[core]
        told = printed.rpartition("-")[2]
        if told == printed or not told.islower() or self.stream.lows[core] in self.given:
            return ""
        return told if size >= _TOLD or told.endswith("ed") or told in self.roles else ""

    def _is_acronym(self, at: int) -> bool:
        """Tell whether letters stand for an office or a body: "CSP Ngozi Eze", but not "CSP NGOZI EZE"."""
        printed = self.stream.words[at]
        acronym = printed.isupper() and len(printed) > 1 and "." not in printed
        return acronym and not self.stream.words[at + 1].isupper()

    def _tells_of_bearer(self, at: int) -> bool:
        """Tell whether an origin or the like stands here: "Schipper Wim de Groot", "Jamaican Delroy Reid"."""
        return self._tells_of(at) and self.stream.lows[at + 1] not in PARTICLES
