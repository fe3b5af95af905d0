"""Reads names: runs of capitals, the titles and roles before them, what is the name of a body."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from quotecli.core.folding import fold
from quotecli.core.names import given_names, is_numeral
from quotecli.find.mentions.firms import firms_with_s
from quotecli.find.mentions.mention import Mention
from quotecli.find.mentions.months import DAYS, MONTHS, MonthReader
from quotecli.find.mentions.name_core import CoreReader
from quotecli.find.mentions.openings import opening_words
from quotecli.find.mentions.tokens import QUOTE, Stream, places_of
from quotecli.find.words.closed import (
    BEFORE_PLACES,
    CALENDAR,
    CLAUSES,
    DETERMINERS,
    FUNCTION,
    OFFICERS,
    PARTICLES,
    PASTS,
    STOPS,
    ends_name,
    generation_of,
)
from quotecli.find.words.lexicon import (
    FOREIGN_PRONOUNS,
    PRONOUNS,
    common_words,
    cue_forms,
    places,
    roles,
    titles,
    vocabulary,
)

_MOST_PARTICLES = 3
"""Particles in a row: "van de Velde" has two."""
_OPENERS = frozenset(("“", '"', "'", "‘", ":", QUOTE))
"""Behind them a word may have its capital from opening something."""
_BEFORE_SENTENCES = frozenset(("“", '"', ":", "—", "–", QUOTE, "•"))
_SMALL = vocabulary("small (names)")
_STAGED = frozenset("applause cheers cheering crosstalk inaudible interruption laughs laughter".split())
_PREFIXES = ("anti-", "co-", "long-", "mid-", "multi-", "non-", "post-", "pre-", "pro-", "self-", "short-")
_NUMBERED = frozenset("lodge local post chapter battalion brigade".split())
"""Bodies whose names end in a number."""
_CONNECTING = PARTICLES | {"'", "'s", "of", "for", "on", "&", "do", "the"}
"""What may stand between two words of a name that have capitals."""
_STATES = vocabulary("states")
"""Behind a place and a comma they end it: "Fort Wayne, Ind. Corwin said"."""
_TOLD_BESIDE = MONTHS | DAYS | BEFORE_PLACES | {"march"}
"""Words in capitals that are names only beside some others: months, days, and what stands before places."""
_BRACKETS = ("(", "[")
_NEVER_FIRST = FUNCTION | DETERMINERS | STOPS | frozenset("all every few many more most no only several".split())
"""Words that begin no name, though two of them may have capitals beside one: "All CNN staff"."""
_NEVER = vocabulary("never names")
_LETTING = vocabulary("letting")

_INVERTING = frozenset(("said", "says"))
"""Verbs that a clause may begin with, though one is a given name."""
_ONCE = frozenset("former interim acting ex".split())
"""What an office of a body was or is: "Former RNC aide"."""
_PERSONAL = frozenset("mr mrs ms mx hon cllr".split())
"""Titles behind which stands nobody but a person: "Mrs Church", but "Sir Charles Gairdner Hospital"."""
_LONGEST_TITLED = 4


class NameReader(MonthReader, CoreReader):
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
        words, lows, capitals = stream.words, stream.lows, self.capitals
        self.opened = set(stream.first) | {at + 1 for at in stream.first if words[at] in _BRACKETS}
        printed = places_of(words, capitals)
        self.seen_name = {
            lows[at]
            for at in printed
            if at not in self.opened and words[at - 1] not in _OPENERS and stream.paragraphs[at] not in title_case
        }
        self.seen_pairs = set(self._pairs(printed))
        """Words that stand together inside sentences: a name begins with "Blue" where one does, Blue Lagoon Pools."""
        ends = [at for at in printed if words[at - 1] in capitals and lows[at] in self.seen_name and at]
        self.family_names = {
            lows[at]
            for at in ends
            if at + 1 == len(words) or not (words[at + 1] == QUOTE or words[at + 1] in self.capitalised)
        }
        """What ends a name of several words: so may "Baker", not the superintendent of "Superintendent Dr. Marr"."""
        self.common = common_words()
        self.pronouns = PRONOUNS if self.english else FOREIGN_PRONOUNS
        self.roles = roles()
        self.titles = titles()
        self.cues = cue_forms()
        self.given = given_names()
        self.explained = {lows[at] for at in printed if self._is_odd(lows[at]) and self._is_explained(at)}
        self.months = set()
        self.firms = firms_with_s(stream, self.given)
        self.quoting = {stream.sentences[at] for at in stream.quote_at}

    def _pairs(self, printed: Sequence[int]) -> Iterator[tuple[str, str]]:
        """Yield the words in capitals that stand side by side, and may not have them for opening a sentence."""
        words, lows = self.stream.words, self.stream.lows
        for at in printed:
            if words[at + 1 : at + 2] and words[at + 1] in self.capitals:
                inside = at not in self.opened and words[at - 1] not in _OPENERS and lows[at] in self.seen_name
                if inside or lows[at + 2 : at + 4] == [",", "which"]:  # "Common Shelf, which represents …"
                    yield lows[at], lows[at + 1]

    def _make(
        self, kind: str, first: int, last: int, words: tuple[str, ...], gender: str, category: str = "", role: str = ""
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
        if (low in _TOLD_BESIDE and self._is_told_beside(at)) or self._is_firm(at):
            return True
        if low.rstrip(".") in CALENDAR or low in _NEVER or (not word[0].isalpha() and len(word) < 3):
            return False
        if self._is_called(at):
            return True
        if word.isupper() and low in _SMALL:
            return False  # "OUT TO GRASS: Jim Hale leads his horse"
        if low in _STAGED and stream.words[at - 1] in ("[", "("):
            return False  # "[Laughter.]"
        if "-" in low and low.startswith(_PREFIXES) and word.partition("-")[2].islower():
            return False  # "Pre-tax profit"
        if low == "may" and any(map(str.isdigit, (*stream.words[at - 1 : at], *stream.words[at + 1 : at + 2]))):
            return False  # "12 May 2021"
        if low == "may" and self._is_in_may(at):
            return False
        if (
            word.isupper()
            and low in self.cues
            and at
            and (before := stream.words[at - 1]) in self.capitalised
            and not before.isupper()
        ):
            return False  # "Brogan BLASTS Ana"
        if at in self.opened or stream.words[at - 1] in _BEFORE_SENTENCES:
            following = stream.words[at + 1] if at + 1 < len(stream.words) else ""
            if low in DETERMINERS or (word.partition("-")[2].islower() and following.islower()):
                return False  # "Bake-tent sweethearts"
            if low in _INVERTING and following in self.capitalised:
                return low in self.seen_name  # "Said Tarry: “…”", but Said where the text has named him
            if low in self.seen_name and (low not in self.common or following in self.cues or self._has_clause(at)):
                return True  # "Black said" or "Black, who", where Black has been named before
            if low.rstrip(".") in self.titles and following in self.capitalised:
                return True
            if low in self.given and self._is_family_name(at + 1):
                return True  # "Bill Orwin", "Joy Marsden"
            if low not in _NEVER_FIRST and (low, following.lower()) in self.seen_pairs:
                return True
            if (self._is_body_word(low) and self._is_of_name(at + 1)) or self._is_band(at):
                return True  # "Bank of England"
            if self._is_service(at) or self._is_appeal(at) or (low in PARTICLES and self._leads_capitals(at)):
                return True
            if low in self.common or low in self.seen or low in self.roles:
                return self._opens_title(at) or self._has_age(at)
            return not low.endswith(("ly", "ing")) or following in self.capitalised
        return low not in self.common or (low in self.seen_name and not word.islower())

    def _is_told_beside(self, at: int) -> bool:
        """Tell whether one of `_TOLD_BESIDE` is a name by the words beside it."""
        low = self.stream.lows[at]
        if (low in MONTHS and self._is_given_month(at)) or (low == "march" and self._is_called_march(at)):
            return True
        if low in BEFORE_PLACES and " ".join(self.stream.lows[at + 1 : at + 2]) in places():
            return True
        return (low == "sunday" and self._is_weekly(at)) or self._is_called_as_day(at)

    def _opens_title(self, at: int) -> bool:
        """Tell whether a noun opens a name made of common words: "Lantern Capital", but not "Today Congress"."""
        lows = self.stream.lows
        low, following = lows[at], lows[at + 1] if at + 1 < len(lows) else "."
        known = following in CALENDAR or following in self.given or following in self.roles
        if known or following not in self.common or self.stream.words[at + 1] not in self.capitalised:
            return False
        return not (
            low in FUNCTION or low in STOPS or low in self.roles or low.endswith(("ly", "ing")) or low in self.cues
        )

    def _has_age(self, at: int) -> bool:
        """Tell whether an age stands behind: "Cash, 38, said"."""
        lows = self.stream.lows
        return (
            lows[at + 1 : at + 2] == [","] == lows[at + 3 : at + 4] and lows[at + 2].isdigit() and len(lows[at + 2]) < 3
        )

    def _has_clause(self, at: int) -> bool:
        return self.stream.lows[at + 1 : at + 3] in ([",", "who"], [",", "whose"])

    def _is_family_name(self, at: int) -> bool:
        """Tell whether a word in capitals is neither a common word nor a noun that tells a role."""
        words, lows = self.stream.words, self.stream.lows
        if at >= len(words) or words[at] not in self.capitalised or not words[at][-1].isalpha():
            return False
        return not (lows[at] in self.common or lows[at] in self.roles or lows[at] in CALENDAR or words[at].isupper())

    def _leads_family_name(self, at: int) -> bool:
        """Tell whether a particle opens a family name that stands alone: "de Blasio said"."""
        last = self._behind_particles(at) - 1
        return self.english and last > at and self.stream.lows[last] in self.seen_name and self._may_be_name(last)

    def _leads_capitals(self, at: int) -> bool:
        """Tell whether particles in capitals open a family name that the text has: "De La Hoya said"."""
        lows, last = self.stream.lows, at + 1
        while last < min(len(lows) - 1, at + _MOST_PARTICLES) and lows[last] in PARTICLES:
            last += 1
        return last < len(lows) and self.stream.words[last] in self.capitalised and lows[last] in self.seen_name

    def _run_end(self, at: int) -> int:
        """Return the index after the run of name words that begins at `at`."""
        stream, words = self.stream, self.stream.words
        end, total, paragraph = at + 1, len(words), stream.paragraphs[at]
        if words[at][-1] == "." and words[at - 1] == "," and words[at][:-1] in _STATES:
            return end
        plain = paragraph in self.title_case
        while end < total and stream.paragraphs[end] == paragraph and end - at < 12:
            word, low = words[end], stream.lows[end]
            dated = low.rstrip(".") in CALENDAR
            if word in self.capitals and (not dated or self._is_called_march(end) or self._is_called_as_day(end)):
                if (plain and low not in self.seen_name) or (low in FUNCTION and words[end - 1].endswith(".")):
                    break
                if low in CLAUSES or (word.isupper() and low in self.cues and not words[end - 1].isupper()):
                    break  # "Brogan BLASTS"
                if low in ("i", "he", "she", "but", "and", "who") and words[end - 1] != ".":
                    break
                end += 1
                continue
            if stream.lows[end - 1] in _NUMBERED and word.isdigit():
                end += 1  # "Fraternal Lodge 41"
                continue
            if is_numeral(word) or (low in ("junior", "senior") and self._ends_name(end)):
                return end + 1  # "Leo XIV", "Frank Dellmar senior"
            if low not in _CONNECTING:
                break
            ahead = words[end + 1] if end + 1 < total else ""
            if (
                low == "'s"
                and stream.lows[end - 1] in OFFICERS
                and stream.lows[end + 1 : end + 2] in (["office"], ["department"])
            ) and ahead in self.capitalised:
                end += 2
                continue
            if not plain and low in ("'", "'s") and self._owned_body(at, end):
                end += 3 if ahead in ("and", "&") else 2
                continue
            if low == "'s" and stream.lows[end - 1] in self.firms:
                return end + 1  # "Dunnock's said"
            led = low in PARTICLES or (low == "do" and self._is_particle(at, end))
            if not plain and led and (behind := self._behind_particles(end)) > end:
                end = behind
                continue
            if not plain and self._goes_on_as_body(at, end):
                end += 2
                continue
            if low == "for" and ahead in ("a", "an") and end - at == 1 and self._is_band(at):
                end += 3  # "Women for a Fair Share"
                continue
            if low in ("of", "on", "for") and ahead == "the" and self._is_body_word(stream.lows[end - 1]):
                beyond = words[end + 2] if end + 2 < total else ""
                if beyond in self.capitalised:
                    end += 3
                    continue
            break
        return end

    def _ends_name(self, at: int) -> bool:
        """Tell whether the word here ends a name: a mark, a verb or a relative pronoun follows."""
        lows = self.stream.lows
        behind = lows[at + 1] if at + 1 < len(lows) else "."
        return (
            not behind[0].isalnum()
            or behind.endswith("ed")
            or behind in STOPS
            or behind in PASTS
            or behind in self.cues
        )

    def _is_particle(self, begin: int, at: int) -> bool:
        """Tell whether "do" is no verb in a name that begins here: "Maria do Carmo", but not "did Maria do Yoga"."""
        lows = self.stream.lows
        return lows[at - 1] in self.given and lows[begin - 1] not in _LETTING

    def _behind_particles(self, at: int) -> int:
        """Return the index behind the name word that one or more particles lead to: "van de Velde"; `at` for none."""
        words, lows = self.stream.words, self.stream.lows
        last = at + 1 if words[at] == "do" else at
        while last < min(len(words), at + _MOST_PARTICLES) and words[last] in PARTICLES:
            last += 1
        named = at < last < len(words) and words[last] in self.capitalised
        return last + 1 if named and lows[last] not in CALENDAR else at

    def _folded(self, first: int, last: int) -> list[str]:
        """Return the words folded, without full stops; nearly all need no more than their capitals taken away."""
        words, lows = self.stream.words[first:last], self.stream.lows[first:last]
        if "".join(words).isascii():
            return [low.strip(".") for low in lows]
        return [(low if word.isascii() else fold(word)).strip(".") for word, low in zip(words, lows, strict=True)]

    def _name_until(self, at: int, end: int) -> Mention:
        """Read the name, with what stands before it in capitals, of the words from `at` to before `end`."""
        stream = self.stream
        personal = stream.lows[at].rstrip(".") in _PERSONAL and 1 < end - at <= _LONGEST_TITLED
        body = not personal and self._names_body(at, end)
        at += body and end - at > 1 and stream.lows[at] in _ONCE
        core, role = (at, "") if body or end - at == 1 else self._core(at, end)
        words = self._folded(core, end)
        generation = ""
        while len(words) > 1 and ends_name(last := stream.words[core + len(words) - 1]):
            generation = generation or generation_of(last)
            words.pop()
        if len(words) == 1 and words[0] in self.roles and core == at:  # "Officials", "Police"
            category, gender = self.roles[words[0]]
            told = (words[0] not in self.seen_name or words[0] not in self.family_names) and words[
                0
            ] not in self.explained
            told = told and not (category == "document" and words[0] in self.given)  # Bill is no bill
            acronym = category == "person" and stream.words[at].isupper()
            if (acronym or stream.words[at] == stream.words[at].capitalize()) and told:
                return self._make("noun", at, end, (words[0],), gender, category, words[0])
        if len(words) > 1 and all(self.roles.get(word, ("",))[0] == "person" for word in words):
            return self._make("noun", at, end, (words[-1],), "u", "person", words[-1])  # "Chief Executive Officer"
        titled = core > at and not personal and not self._is_family_name_behind(at, end)
        body = body or (titled and self._names_body(core, end))
        found = self._make("name", at, end, tuple(words), "u", "body" if body else "", role)
        found.generation = generation
        return found
