"""Reads names: runs of capitals, the titles and roles before them, what is the name of a body."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import compress, pairwise

from quotecli.core.folding import fold
from quotecli.core.names import common_words, is_post_nominal, titles
from quotecli.find.mentions.bands import SEASONS
from quotecli.find.mentions.firms import firms_with_s
from quotecli.find.mentions.mention import Mention, MentionKind
from quotecli.find.mentions.months import DAYS, MONTHS
from quotecli.find.mentions.name_openings import NEVER_FIRST, OpeningReader
from quotecli.find.mentions.openings import opening_words
from quotecli.find.mentions.tokens import QUOTE, Stream, places_of
from quotecli.find.words.closed import (
    BEFORE_PLACES,
    CALENDAR,
    NUMBERED_STATIONS,
    ends_name,
    generation_of,
    is_age,
)
from quotecli.find.words.lexicon import (
    FOREIGN_PRONOUNS,
    PRONOUNS,
    Category,
    category_of,
    cue_forms,
    gender_of_given,
    places,
    roles,
    vocabulary,
)

_OPENERS = frozenset(("“", '"', "'", "‘", ":", QUOTE))
"""Behind them a word may have its capital from opening something."""
_BEFORE_SENTENCES = frozenset(("“", '"', ":", "—", "–", QUOTE, "•"))
_SMALL = vocabulary("small (names)")
_STAGED = frozenset("applause cheers cheering crosstalk inaudible interruption laughs laughter".split())
_DOUBTFUL = _STAGED | {"may"}
"""Words in capitals that are often no names."""
_PREFIXES = ("anti-", "co-", "long-", "mid-", "multi-", "non-", "post-", "pre-", "pro-", "self-", "short-")
_TOLD_BESIDE = MONTHS | DAYS | BEFORE_PLACES | {"march"}
"""Words in capitals that are names only beside some others: months, days, and what stands before places."""
_BRACKETS = ("(", "[")
_NEVER = vocabulary("never names")
_ONCE = frozenset("former interim acting ex".split())
"""What an office of a body was or is: "Former RNC aide"."""
_PERSONAL = frozenset("mr mrs ms mx hon cllr".split())
"""Titles behind which stands nobody but a person: "Mrs Church", but "Sir Charles Gairdner Hospital"."""
_PRESIDING, _ADDRESSED = frozenset(("chairman", "members", "speaker")), frozenset(("hon", "madam", "mr"))
"""Who is addressed by an office alone, and how."""
_LONGEST_TITLED = 4
_NUMBERED = frozenset(("no", "no.", "number"))
_RANKING = _NUMBERED | {"world"}
"""What a rank begins with."""
_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,3}){1,3}")
"""The number of a paragraph: "3.7 The Harbour Board submitted"."""
_ORDINAL = re.compile(r"\d{1,3}(?:st|nd|rd|th)")
_COUNTED = frozenset("airborne battalion brigade circuit corps district division infantry precinct regiment".split())
"""Bodies, of which a number tells one from the others."""


class NameReader(OpeningReader):
    """Reads the names of one stream."""

    def __init__(self, stream: Stream, title_case: Collection[int]) -> None:
        """Take the stream and the paragraphs in which capitals tell nothing (headlines in title case)."""
        self.stream = stream
        self.title_case = title_case
        self.seen = set(stream.words)
        self.english = stream.english
        opens, self.capitalised, self.tells = opening_words(self.seen, english=self.english)
        self.capitals = self.capitalised & opens  # with which names may begin
        self.openings = places_of(stream.words, opens)
        words, lows = stream.words, stream.lows
        self.opened = opened = set(stream.first) | {
            at + 1 for at in stream.first if words[at] in _BRACKETS or _NUMBER.fullmatch(words[at])
        }
        printed = self._openings_of(self.capitals)
        beside = [at for before, at in pairwise(printed) if at == before + 1]
        self.seen_name = seen_name = {
            lows[at]
            for at in printed
            if at not in opened
            and (words[at - 1] not in _OPENERS or at - 1 in stream.going_on)
            and stream.paragraphs[at] not in title_case
        }
        self.told_apart = {lows[at] for at in printed if at - 1 not in opened and lows[at] in seen_name}
        """What is named without a word before it that may have its capital for opening a sentence."""
        self.seen_pairs = set(self._pairs(beside))
        """Words that stand together inside sentences: a name begins with "Blue" where one does, Blue Lagoon Pools."""
        self.family_names = {
            lows[at]
            for at in beside
            if lows[at] in seen_name
            and (at + 1 == len(words) or not (words[at + 1] == QUOTE or words[at + 1] in self.capitalised))
        }
        """What ends a name of several words: so may "Baker", not the superintendent of "Superintendent Dr. Marr"."""
        self.common = common_words()
        self.pronouns = PRONOUNS if self.english else FOREIGN_PRONOUNS
        self.roles = roles()
        self.titles = titles()
        self.cues = cue_forms()
        given = {low for low in filter(gender_of_given, stream.distinct) if low[-1] != "."}  # Del, but no "Del."
        self.given = given.union(map(fold, given))
        """The text's given names, with their accents and without."""
        odd = set(filter(self._is_odd, {lows[at] for at in printed}))
        self.explained = {lows[at] for at in printed if lows[at] in odd and self._is_explained(at)}
        self._listed: dict[int, int] = {}
        self.months = set()
        self.magazines = frozenset(self._magazines() if "magazine" in self.seen else ())
        self.by_year = not SEASONS.isdisjoint(stream.distinct)
        self.firms = firms_with_s(stream, self.given)
        self.quoting = {stream.sentences[at] for at in stream.quote_at}

    def _openings_of(self, wanted: Collection[str]) -> list[int]:
        """Return those of the openings at which one of these words stands."""
        at_openings = map(self.stream.words.__getitem__, self.openings)
        return list(compress(self.openings, map(wanted.__contains__, at_openings)))

    def _pairs(self, seconds: Sequence[int]) -> Iterator[tuple[str, str]]:
        """Yield the words in capitals that stand side by side, and may not have them for opening a sentence.

        `seconds` is where all those stand that have another right before them.
        """
        words, lows = self.stream.words, self.stream.lows
        for at in seconds:
            first = at - 1
            inside = first not in self.opened and words[first - 1] not in _OPENERS and lows[first] in self.seen_name
            if inside or lows[at + 1 : at + 3] == [",", "which"]:  # "Common Shelf, which represents …"
                yield lows[first], lows[at]

    def _make(
        self,
        kind: MentionKind,
        first: int,
        last: int,
        words: tuple[str, ...],
        gender: str,
        category: Category = "",
        role: str = "",
    ) -> Mention:
        stream = self.stream
        following = stream.lows[last] if last < len(stream.lows) else ""
        return Mention(
            kind, first, last, stream.starts[first], stream.ends[last - 1], words, gender, category, role,
            following in ("'s", "'"),
        )  # fmt: skip

    def _may_be_name(self, at: int) -> bool:
        stream = self.stream
        word, low = stream.words[at], stream.lows[at]
        if stream.paragraphs[at] in self.title_case:
            return low in self.seen_name and low not in self.common
        if (low in _TOLD_BESIDE and self._is_told_beside(at)) or self._is_firm(at) or self._listed_until(at):
            return True
        if (low in _RANKING and self._is_ranked(at)) or self._is_honour(at):
            return False
        if at + 1 in self.magazines or (low in NUMBERED_STATIONS and stream.low(at + 1).isdigit()):  # "Channel 4"
            return True
        if low.rstrip(".") in CALENDAR or low in _NEVER or is_age(low) or (not word[0].isalpha() and len(word) < 3):
            return False
        if self._is_called(at):
            return True
        if (low in _DOUBTFUL or "-" in low or word.isupper()) and self._is_no_name(at):
            return False
        if at - 1 in stream.going_on and low not in NEVER_FIRST:
            return low not in self.common or self._is_tagged(at) or self._may_open(at)
        if at in self.opened or stream.words[at - 1] in _BEFORE_SENTENCES:
            return self._may_open(at)
        return low not in self.common or low in self.seen_name

    def _is_no_name(self, at: int) -> bool:
        """Tell whether a word has its capital, or all of them, from something else than being a name."""
        words, low = self.stream.words, self.stream.lows[at]
        word, before = words[at], words[at - 1]
        if word.isupper():
            if low in _SMALL:
                return True  # "OUT TO GRASS: Jim Hale leads his horse"
            if low in self.cues and at and before in self.capitalised and not before.isupper():
                return True  # "Brogan BLASTS Ana"
        if low in _STAGED:
            return before in ("[", "(")  # "[Laughter.]"
        if low == "may":
            beside = (*words[at - 1 : at], *words[at + 1 : at + 2])
            return any(map(str.isdigit, beside)) or self._is_in_may(at)  # "12 May 2021"
        # "Pre-tax profit", but the Co-op
        return (
            "-" in low
            and not low.startswith("co-op")
            and low.startswith(_PREFIXES)
            and word.partition("-")[2].islower()
        )

    def _is_honour(self, at: int) -> bool:
        """Tell whether letters behind a name are an order's: "Sir Ned Orr, KBE, MC, who"."""
        behind = at > 1 and self.stream.lows[at - 1] == ","
        return behind and is_post_nominal(self.stream.words[at]) and self.stream.low(at + 1) not in self.cues

    def _is_ranked(self, at: int) -> bool:
        """Tell whether a rank begins here: "World No. 1 Ana Ruiz"."""
        number = at + (self.stream.lows[at] == "world")
        return self.stream.low(number) in _NUMBERED and self.stream.low(number + 1).isdigit()

    def _is_tagged(self, at: int) -> bool:
        """Tell whether the words in capitals here lead to "said": behind a comma they are a name, “…,” Target said."""
        end = self._capitals_end(at)
        return end < len(self.stream.lows) and self.stream.lows[end] in self.cues

    def _is_told_beside(self, at: int) -> bool:
        """Tell whether one of `_TOLD_BESIDE` is a name by the words beside it."""
        low = self.stream.lows[at]
        if (low in MONTHS and self._is_given_month(at)) or (low == "march" and self._is_called_march(at)):
            return True
        if low in BEFORE_PLACES and " ".join(self.stream.lows[at + 1 : at + 2]) in places():
            return True
        return (low == "sunday" and self._is_weekly(at)) or self._is_called_as_day(at)

    def _leads_family_name(self, at: int) -> bool:
        """Tell whether a particle opens a family name that stands alone: "de Blasio said"."""
        last = self._behind_particles(at) - 1
        return self.english and last > at and self.stream.lows[last] in self.seen_name and self._may_be_name(last)

    def _folded(self, first: int, last: int) -> list[str]:
        """Return the words folded, without full stops; nearly all need no more than their capitals taken away."""
        words, lows = self.stream.words[first:last], self.stream.lows[first:last]
        if "".join(words).isascii():
            return [low.strip(".") for low in lows]
        return [(low if word.isascii() else fold(word)).strip(".") for word, low in zip(words, lows, strict=True)]

    def _name_until(self, at: int, end: int) -> Mention:
        """Read the name, with what stands before it in capitals, of the words from `at` to before `end`."""
        stream = self.stream
        if end in self.magazines:
            return self._make("name", at, end + 1, tuple(self._folded(at, end + 1)), "u", "body")
        personal = stream.lows[at].rstrip(".") in _PERSONAL and 1 < end - at <= _LONGEST_TITLED
        body = not personal and self._names_body(at, end)
        at += body and end - at > 1 and stream.lows[at] in _ONCE
        core, role = (at, "") if body or end - at == 1 else self._core(at, end)
        words, generation = self._without_suffixes(core, end)
        if len(words) == 1:
            if words[0] in _PRESIDING and stream.lows[at].rstrip(".") in _ADDRESSED:
                category, gender = self.roles[words[0]]
                return self._make("noun", at, end, (words[0],), gender, category, words[0])  # "Mr Speaker"
            if words[0] in self.roles and core == at and self._only_tells_role(at, words[0]):
                category, gender = self.roles[words[0]]
                return self._make("noun", at, end, (words[0],), gender, category, words[0])  # "Officials", "Police"
        elif all(category_of(word) == "person" for word in words):
            return self._make("noun", at, end, (words[-1],), "u", "person", words[-1])  # "Chief Executive Officer"
        titled = core > at and not personal and not self._is_family_name_behind(at, end)
        body = body or (titled and self._names_body(core, end))
        numbered = core == at and self._is_numbered(at)
        body = body or (numbered and stream.lows[at] in _COUNTED)
        if body and numbered:
            at, words = at - 1, [stream.lows[at - 1], *words]
        found = self._make("name", at, end, tuple(words), "u", "body" if body else "", role)
        found.generation = generation
        return found

    def _is_numbered(self, at: int) -> bool:
        """Tell whether a number that is part of a body's name stands before it: "the 9th Circuit", not "Circuit"."""
        before = self.stream.lows[at - 1] if at else "."
        return before[0].isdigit() and _ORDINAL.fullmatch(before) is not None

    def _without_suffixes(self, core: int, end: int) -> tuple[list[str], str]:
        """Return the words of a name without what stands behind it ("Jr.", "MP"), and the generation told there."""
        words, generation = self._folded(core, end), ""
        while len(words) > 1 and ends_name(last := self.stream.words[core + len(words) - 1]):
            generation = generation or generation_of(last)
            words.pop()
        return words, generation

    def _only_tells_role(self, at: int, word: str) -> bool:
        """Tell whether one word in capitals is a noun for a speaker, though other words of the sort are names."""
        category = self.roles[word][0]
        if (word in self.seen_name and word in self.family_names) or word in self.explained:
            return False
        if category == "document" and word in self.given:
            return False  # Bill is no bill
        printed = self.stream.words[at]
        return printed == printed.capitalize() or (category == "person" and printed.isupper())
