"""Reads names of bodies: by the noun that heads them, what it is of, whose they are, and newspapers' names."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise

from quotecli.core.names import titles
from quotecli.core.papers import LONGER_PAPERS, PAPERS
from quotecli.find.mentions.bands import BandReader
from quotecli.find.mentions.tokens import Stream, places_of
from quotecli.find.words.closed import (
    BEFORE_PLACES,
    BODY_HEADS,
    CALENDAR,
    COMPANY_ENDS,
    DETERMINERS,
    FAMILY_HEADS,
    FUNCTION,
    HELPING,
    LINKS,
    MEMBERS,
    OFFICERS,
    OFFICES,
    OWNERS,
)
from quotecli.find.words.lexicon import Category, category_of, places, titled_names, vocabulary

_SERVING = frozenset("transport sport teach health homes citizens code campaign".split())
"""With "for" and a name behind them, names of bodies: "Teach for America"."""
_CROWNED = frozenset(("prince", "queen", "king"))
"""After whom counties are named: "Queen Anne's County"."""
_THRONES = frozenset("king queen pope prince princess emperor".split())
"""Titles that stand inside the names of bodies."""
_LONGEST_HELD = 5
"""Words of an office and its holder's name are fewer."""
_APPEALING = frozenset("save help feed rock protect free stop keep unlock shelter".split())
"""Verbs that names of charities begin with."""
_SOUGHT = frozenset("america congress governor mayor president senate sheriff".split())
"""What a campaign is for: "Whitman for Governor"."""
_EXPLAINED_WITHIN = 14
"""Words from a name to the end of what tells between commas what sort of body it is."""
_BEHIND_HEADS = LINKS | {"based", "behind", "from", "that", "which", "with"}
"""What stands behind the noun there: "a charity based in Hull"."""


_FIRMS = vocabulary("firms of two")
_RESCUED = frozenset("animal cat cave dog donkey horse mountain wildlife".split())
"""Before "Rescue": "Kinlass Mountain Rescue"."""


class BodyReader(BandReader):
    """Tells where in a stream bodies are named; `names.NameReader` fills in what it reads by."""

    stream: Stream
    capitalised: set[str]
    given: Collection[str]
    common: frozenset[str]
    explained: Collection[str]
    family_names: Collection[str]
    cues: Mapping[str, tuple[str, str]]
    opened: Collection[int]
    roles: Mapping[str, tuple[Category, str]]

    def _is_paper(self, at: int) -> bool:
        """Tell whether the word behind "the" here is a newspaper's whole name: "The Guardian said"."""
        words, lows = self.stream.words, self.stream.lows
        if lows[at] != "the" or words[at + 1 : at + 2] == lows[at + 1 : at + 2] or not self._is_paper_word(at + 1):
            return False
        return at + 2 >= len(words) or words[at + 2] not in self.capitalised

    def _is_paper_word(self, at: int) -> bool:
        """Tell whether papers are called by the word here, or one that the text names in full."""
        low = self.stream.lows[at]
        return low in PAPERS or (low in LONGER_PAPERS and low in self.family_names)

    def _is_long_paper(self, at: int) -> bool:
        """Tell whether words in capitals here end as papers' names do, in a noun: "the Valley Record"."""
        end = self._capitals_end(at)
        ends = end > at + 1 and self.stream.lows[end - 1] in LONGER_PAPERS
        return ends and self.stream.low(end) not in self.roles  # not "the Valley Record reporter"

    def _magazines(self) -> Iterator[int]:
        """Yield where "magazine" stands behind its name: "People magazine", but not "Fashion magazine Elle"."""
        stream = self.stream
        for at in places_of(stream.words, ("magazine",)):
            if stream.lows[at - 1] not in DETERMINERS and stream.word(at + 1) not in self.capitalised:
                yield at

    def _is_weekly(self, at: int) -> bool:
        """Tell whether a newspaper's name begins here with its day: "the Sunday Examiner"."""
        words, lows = self.stream.words, self.stream.lows
        named = at + 1 < len(words) and words[at + 1] in self.capitalised and lows[at + 1] in PAPERS
        return named and lows[at] == "sunday"

    def _is_firm(self, at: int) -> bool:
        """Tell whether two words in capitals with "&" between begin here: "Line & Level", though they are common."""
        behind = self.stream.low(at + 1)
        joined = behind == "&" or (behind == "and" and self._is_known_firm(at))
        return joined and self.stream.word(at + 2) in self.capitalised

    def _is_known_firm(self, at: int) -> bool:
        """Tell whether two names that "and" joins here are one firm's: "Marks and Spencer"."""
        lows = self.stream.lows
        return self.stream.low(at + 1) == "and" and f"{lows[at]}+{self.stream.low(at + 2)}" in _FIRMS

    def _goes_on_as_body(self, at: int, end: int) -> bool:
        """Tell whether a small word inside a body's name stands at `end`, of a name that begins at `at`.

        "Bank of England", "Committee on Places of Detention", "Students for Fair Fares", "Mail on Sunday",
        "Committee to Protect Owls"; but not "Senator Ann Banks of Maine".
        """
        words, lows = self.stream.words, self.stream.lows
        if lows[end] == "the" and end - at == 1:
            return self._is_appeal(at)
        if self._is_known_firm(end - 1):
            return True
        leads = lows[end] in ("of", "for", "on", "to", "&") and end + 1 < len(words)
        if not leads or words[end + 1] not in self.capitalised:
            return False
        if lows[end : end + 2] == ["on", "sunday"]:
            return lows[end - 1] in PAPERS
        if lows[end] == "&":
            behind = self._capitals_end(
                end + 1
            )  # "Harrow & Vance", "Great Basin & Western Railway", "Bill & Ann Orr Trust"
            return self._is_joined(at, end) or (behind > end + 2 and self._is_body_word(lows[behind - 1]))
        if (
            end - at == 1
            and lows[end] == "for"
            and (self._is_told_body(at) or self._is_service(at) or self._is_campaign(at))
        ):
            return True
        if lows[end + 1] in CALENDAR:
            return False
        if self._is_body_word(lows[end - 1]):
            return not self._is_family_name_behind(at, end) and not self._is_full_family_name(at, end)
        if lows[end] in ("of", "for", "to") and self._is_named_after(lows[at:end]):
            return lows[end + 1] not in self.given
        if lows[end - 1] == "united" and end - at > 1 and self._is_band(end - 2):
            return True
        if lows[end] == "of" and end - at > 1 and self._are_banded(at, end):
            return True
        return (end - at == 1 or (lows[end] == "of" and lows[at + 1] == "for")) and self._is_band(at)

    def _is_told_body(self, at: int) -> bool:
        """Tell whether a noun and a comma before the name here tell that it is a body's: "the union, Unite for …"."""
        lows = self.stream.lows
        return at > 2 and lows[at - 1] == "," and lows[at - 3] == "the" and self._is_body_word(lows[at - 2])

    def _is_joined(self, first: int, last: int) -> bool:
        """Tell whether the "&" at `last` joins the words of a firm: not "Bob & Alice", nor "Ana Ruiz & Bob Poole"."""
        lows = self.stream.lows
        owning = self.stream.low(last + 2) == "'s"  # "Ned & Dunnock's"
        return lows[first] not in self.given or owning or (last - first > 1 and lows[last + 1] not in self.given)

    def _tells_person(self, first: int, last: int) -> bool:
        """Tell whether a given name or a title stands in a name: "In the inquiry, General Ann Lee said"."""
        lows = self.stream.lows[first : last - 1]
        return any(low in self.given or low.rstrip(".") in titles() for low in lows)

    def _is_service(self, at: int) -> bool:
        """Tell whether a noun in capitals and a place name a body here: "Transport for Wales"."""
        words, lows = self.stream.words, self.stream.lows
        if lows[at] not in _SERVING or lows[at + 1 : at + 2] != ["for"]:
            return False
        return at + 2 < len(words) and words[at + 2] in self.capitalised

    def _is_campaign(self, at: int) -> bool:
        """Tell whether a name and what its bearer runs for stand here: "Whitman for Governor"."""
        words, lows = self.stream.words, self.stream.lows
        runs = lows[at + 1 : at + 2] == ["for"] and lows[at + 2 : at + 3] and lows[at + 2] in _SOUGHT
        return bool(runs) and words[at + 2] in self.capitalised and lows[at] not in self.common

    def _is_odd(self, low: str) -> bool:
        """Tell whether a word has another sense, but may name a body that the text explains: "Hearth"."""
        sort = category_of(low)
        return low not in FUNCTION and sort != "body" and (low in self.common or sort == "person")

    def _is_called(self, at: int) -> bool:
        """Tell whether a common word that the text has explained to be a body's name stands for it here."""
        if self.stream.lows[at] not in self.explained or at not in self.opened:
            return self.stream.lows[at] in self.explained
        behind = self.stream.lows[at + 1 : at + 2]
        return bool(behind) and (behind[0] in (",", "'s") or behind[0] in self.cues or behind[0] in HELPING)

    def _is_explained(self, at: int) -> bool:
        """Tell whether a common word is told to be a body's name: "Hearth, the housing charity", "the union Spark"."""
        words, lows = self.stream.words, self.stream.lows
        opens = at in self.opened
        if not opens and words[at - 1] == lows[at - 1] and self._tells_body(at - 1):
            return True
        if opens and lows[at + 1 : at + 3] == [",", "which"]:
            return True  # "Hearth, which helps carers, said"
        if lows[at + 1 : at + 2] != [","] or lows[at + 2 : at + 3] not in (["a"], ["an"], ["the"]):
            return False
        head = end = at + 2
        while end + 1 < min(len(lows), at + _EXPLAINED_WITHIN) and lows[end][0].isalpha():
            head = end if head == end - 1 and lows[end] not in _BEHIND_HEADS else head
            end += 1
        # "However, the charity, founded in 1966, said" explains nothing
        goes_on = lows[end] == "," and (lows[end + 1] in self.cues or lows[end + 1] in HELPING)
        return self._tells_body(head) and (goes_on or not opens)

    def _tells_body(self, at: int) -> bool:
        return category_of(self.stream.lows[at]) == "body"

    def _is_appeal(self, at: int) -> bool:
        """Tell whether a body is named by what it asks for: "Save the Children", "Help the Aged"."""
        words, lows = self.stream.words, self.stream.lows
        if lows[at] not in _APPEALING or lows[at + 1 : at + 2] != ["the"]:
            return False
        return at + 2 < len(words) and words[at + 1] == "the" and words[at + 2] in self.capitalised

    def _owned_body(self, at: int, end: int) -> bool:
        """Tell whether an apostrophe stands inside a body's name: "Pilots' Guild", "St Hilda's Hospitals Trust"."""
        words, lows = self.stream.words, self.stream.lows
        if end >= len(words) or lows[end] not in ("'", "'s") or words[at] not in self.capitalised:
            return False
        before = lows[end - 1]
        plural = lows[end] == "'" and before.endswith("s") and before not in self.given
        plural = plural or (lows[end] == "'s" and before.endswith("men"))  # "Longshoremen's Association"
        county = lows[at] in _CROWNED and lows[end + 1 : end + 2] == ["county"] and words[end + 1] in self.capitalised
        office = words[end + 1 : end + 2] == ["Office"] and before.rpartition("-")[2] in OFFICES
        if not (plural or office or county or before in OWNERS or lows[at].rstrip(".") in ("st", "saint")):
            return False
        further = end + 1
        if plural and lows[further] in ("and", "&") and words[further + 1 : further + 2]:
            return self._owned_body(further + 1, self._capitals_end(further + 1))  # "Bakers' and Drivers' Union"
        while further < min(len(words), end + 5) and words[further] in self.capitalised:
            further += 1
        return further > end + 1 and (self._ends_in_body(end + 1, further) or lows[further - 1] in ("aid", "voice"))

    def _ends_in_body(self, first: int, last: int) -> bool:
        """Tell whether a noun for a body ends these words, or stands before the place that does: "College London"."""
        lows = self.stream.lows
        heads = [at for at in range(first, last) if self._is_body_word(lows[at])]
        return bool(heads) and (heads[-1] == last - 1 or " ".join(lows[heads[-1] + 1 : last]) in places())

    def _names_body(self, first: int, last: int) -> bool:
        """Tell whether the run of capitals names a body: by its last word, or by one before "of"."""
        lows = self.stream.lows
        if last - first == 1:
            return lows[first] in BODY_HEADS or lows[first] in self.explained
        if not MEMBERS.isdisjoint(self.stream.words[first + 1 : last - 1]):
            return False  # "Harrow & Vance CEO Ana Ruiz"
        if self._begins_as_body(first, last) or self._is_paper_or_titled(first, last):
            return True
        if last - first > 4 and self._ends_with_holder(first, last):
            return False
        while last - first > 2 and lows[first].rstrip(".") in titles() and lows[first] not in places():
            first += 1  # "Mayor Ted Garrison"
        return not self._is_family_name_behind(first, last) and self._ends_as_body(first, last)

    def _begins_as_body(self, first: int, last: int) -> bool:
        """Tell whether the words from the first on tell of a body, whatever the last is: "Citizens for Light"."""
        lows = self.stream.lows
        if last - first > 2 and (
            (self._is_told_body(first) and not self._tells_person(first, last))
            or self._is_band(first)
            or self._is_service(first)
            or self._is_appeal(first)
            or (last - first == 3 and self._is_campaign(first))
            or lows[first] == "nhs"
        ):
            return True
        if "&" in lows[first + 1 : last - 1] and self._is_joined(first, lows.index("&", first)):
            return True
        if last - first > 2 and self._is_known_firm(last - 3):
            return True
        if "of" in lows[first + 2 : last - 1] and self._are_banded(first, lows.index("of", first)):
            return True
        return lows[first] in BEFORE_PLACES and " ".join(lows[first + 1 : last]) in places()

    def _is_paper_or_titled(self, first: int, last: int) -> bool:
        """Tell whether this is a paper's name, or a body's that begins with a title."""
        lows = self.stream.lows
        if first and lows[first - 1] == "the" and (lows[last - 1] in PAPERS or lows[last - 1] in LONGER_PAPERS):
            return True  # "the Daily Courier", but not "Anita Hill"
        if self._is_weekly(first) or lows[last - 2 : last] == ["on", "sunday"]:
            return True
        return self._is_titled_body(first, last)

    def _ends_as_body(self, first: int, last: int) -> bool:
        """Tell whether the last word is one that bodies' names end in, or one before "of" is."""
        lows = self.stream.lows
        ends = lows[last - 1]
        if (last - first > 1 or lows[first] in BODY_HEADS) and self._is_body_word(ends.rstrip(".")):
            family = ends in FAMILY_HEADS or (ends not in BODY_HEADS and lows[first] not in places())
            return not (last - first == 2 and lows[first] in self.given and family)  # "Lottie Brand"
        if self._is_team(first, last):
            return True
        if last - first > 2 and ends in places() and self._is_body_word(lows[last - 2]):
            return True  # "Imperial College London"
        if last - first > 2 and ends == "executive" and self._is_body_word(lows[last - 2]):
            return True  # "Health Service Executive"
        if ends == "rescue" and lows[last - 2] in _RESCUED:
            return True  # "Kinlass Mountain Rescue"
        if ends in COMPANY_ENDS:
            return last - first > 2 or lows[first] not in self.given
        return last - first > 2 and self._is_named_after(lows[first : last - 1])

    def _is_titled_body(self, first: int, last: int) -> bool:
        """Tell whether a title begins a body's name: "Prince William County", "Major League Baseball"."""
        lows = self.stream.lows
        if lows[first] not in titles():
            return False
        if last - first == 3:
            league = lows[first] == "major" and lows[first + 1] == "league"
            county = lows[first] in _CROWNED and lows[last - 1] == "county"
            return league or county
        return titled_names().get(" ".join(lows[first:last])) == "body"

    def _ends_with_holder(self, first: int, last: int) -> bool:
        """Tell whether an office of a body and its holder end a name: "Bank of England Governor Mervyn King"."""
        lows = self.stream.lows
        for at in range(last - 2, max(first + 2, last - _LONGEST_HELD), -1):
            low = lows[at].rstrip(".")
            office = low in titles() or low in OFFICES or category_of(low) == "person"
            before = at - 2 if lows[at - 1] in OFFICERS else at - 1
            if not office or low in self.given or low in _THRONES or lows[before] in LINKS:
                continue  # "Office of Attorney General Ann Lee" is a body
            if last - at == 2 and (low not in OFFICES or self._is_told(last - 1)):
                continue
            if lows[at + 1] in self.given or not any(map(self._is_told, range(at + 1, last))):
                return True
        return False

    def _is_told(self, at: int) -> bool:
        """Tell whether a word has another sense than a name's."""
        low = self.stream.lows[at]
        return low in self.common or low in self.roles or self._is_body_word(low) or low in LINKS

    def _is_family_name_behind(self, first: int, last: int) -> bool:
        """Tell whether a family name like a body's ends a name: "Judge Banks", "Police Chief Ann Church"."""
        lows = self.stream.lows
        if last - first < 2 or not (lows[last - 1] in FAMILY_HEADS or lows[last - 1].removesuffix("s") in FAMILY_HEADS):
            return False
        title = last - (3 if lows[last - 2] in self.given and last - first > 2 else 2)
        held = lows[title].rstrip(".") in titles() and lows[title] not in self.given
        if title < last - 2:  # whatever stands before: "Calder Police Chief Ann Church", "Neighbour Ted Banks"
            return held or category_of(lows[title]) == "person"
        abbreviated = lows[title][-1] == "."
        return held and title == first and (abbreviated or lows[first - 1 : first] != ["the"])  # "the Sheriff Court"

    def _is_full_family_name(self, first: int, last: int) -> bool:
        """Tell whether a given name and a family name like a body's stand here: "Ann Banks", not "Florence Court"."""
        lows = self.stream.lows
        family = lows[last - 1] in FAMILY_HEADS or lows[last - 1].removesuffix("s") in FAMILY_HEADS
        return last - first == 2 and family and lows[first] in self.given and lows[first] not in places()

    def _is_named_after(self, lows: Sequence[str]) -> bool:
        """Tell whether a noun for a body stands in these words before "of"."""
        return any(low in ("of", "for", "on", "to") and self._is_body_word(before) for before, low in pairwise(lows))
