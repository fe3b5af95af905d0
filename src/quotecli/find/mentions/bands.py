"""Reads names of those who are banded together: "Students for Fair Fares", "the Allied Pilots of Crestline", teams."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from quotecli.core.names import titles
from quotecli.find.mentions.tokens import Stream
from quotecli.find.words.closed import BANDING, BODY_HEADS
from quotecli.find.words.lexicon import Category

_NO_TEAMS = frozenset("communists conservatives democrats liberals people republicans socialists tories".split())
"""Who are told of by what stands before, in capitals too: "Iowa Democrats"."""
_FOR_OTHERS = frozenset(
    "advisers advisors agents aides attorneys barristers lawyers officials organisers organizers prosecutors publicists"
    " representatives reps solicitors spokesmen spokespeople spokespersons staffers".split()
)
"""Who speaks for whoever is named behind them, where it is a name and no cause."""
SEASONS = frozenset(f"{year:02}ers" for year in range(100))
"""What a team is called by a year: "the Philadelphia 76ers"."""


class BandReader:
    """Tells where such names stand in a stream; `names.NameReader` fills in what it reads by."""

    stream: Stream
    capitalised: set[str]
    common: frozenset[str]
    given: Collection[str]
    roles: Mapping[str, tuple[Category, str]]

    def _are_banded(self, first: int, last: int) -> bool:
        """Tell whether words in capitals name those who are banded together: "Allied Pilots", "Fraternal Order"."""
        lows = self.stream.lows
        if lows[last - 2 : last] == ["fraternal", "order"]:
            return True
        held = lows[first].rstrip(".") in titles() or lows[first] in self.given
        return not held and self.roles.get(lows[last - 1], ("", ""))[1] == "p"

    def _is_band(self, at: int) -> bool:
        """Tell whether those who are banded together are named here: "Students for Fair Fares", "Doctors Without …"."""
        words, lows = self.stream.words, self.stream.lows
        if at + 2 >= len(words) or self.roles.get(lows[at], ("", ""))[1] != "p" or words[at] not in self.capitalised:
            return False
        behind = lows[at + 1]
        if behind == "for" and lows[at] in _FOR_OTHERS and (lows[at + 2] == "the" or lows[at + 2] not in self.common):
            return False  # "Lawyers for Mr. Hale"; but Lawyers for Good Government
        joined = behind == "for" if words[at + 1] == behind else behind in BANDING
        if behind == "united" and lows[at + 2] == "for":
            return self.stream.word(at + 3) in self.capitalised  # "Riders United for Safety"
        if joined and lows[at + 2] in ("a", "an") and words[at + 3 : at + 4] and words[at + 3] in self.capitalised:
            return lows[at - 1 : at] != ["the"]  # "Women for a Fair Share"
        earth = lows[at + 2 : at + 4] == ["the", "earth"]
        friends = lows[at : at + 2] == ["friends", "of"] and (earth or at not in self.stream.first)
        joined = joined or (friends and lows[at + 2] not in self.given)
        named = at + 2 + (lows[at + 2] == "the")  # "Friends of the Earth"
        return joined and self.stream.word(named) in self.capitalised and (friends or lows[at - 1 : at] != ["the"])

    def _is_team(self, first: int, last: int) -> bool:
        """Tell whether a noun for several persons ends a name in capitals: "the Dallas Cowboys", no party's members."""
        words, lows = self.stream.words, self.stream.lows
        ends = lows[last - 1]
        person = lows[first] in self.given and lows[first - 1 : first] != ["the"]  # "Joyce Masters"
        several = self.roles.get(ends, ("", ""))[1] == "p" or ends in SEASONS
        if last - first < 2 or person or ends in _NO_TEAMS or not several:
            return False
        named = all(words[at] in self.capitalised or lows[at] in SEASONS for at in range(first, last))
        of_body = self._is_body_word(lows[last - 2]) and lows[last - 2] != "city"  # "White House Officials"
        return named and not of_body

    def _is_of_name(self, at: int) -> bool:
        """Tell whether "of", "for" or "to" stands here before a word in capitals: "Committee to Protect Owls"."""
        return self.stream.low(at) in ("of", "for", "to") and self.stream.word(at + 1) in self.capitalised

    def _capitals_end(self, at: int) -> int:
        """Return the index behind the words in capitals that begin here, no more than four."""
        end, limit = at, min(len(self.stream.words), at + 4)
        while end < limit and self.stream.words[end] in self.capitalised:
            end += 1
        return end

    def _is_body_word(self, low: str) -> bool:
        if low in BODY_HEADS or (low.endswith("s") and low[:-1] in BODY_HEADS):
            return True
        return low in self.roles and self.roles[low][0] == "body"
