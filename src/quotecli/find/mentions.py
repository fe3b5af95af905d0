"""Finds the words of an article that may name a speaker: names, pronouns, nouns for persons, bodies and documents."""

from __future__ import annotations

from collections.abc import Collection

from quotecli.core.folding import fold
from quotecli.find.lexicon import (
    FOREIGN_PRONOUNS,
    PRONOUNS,
    common_words,
    cue_class,
    given_names,
    is_english,
    roles,
    titles,
)
from quotecli.find.mention import Mention
from quotecli.find.mention_joins import grown, joined
from quotecli.find.mention_openings import openings
from quotecli.find.mention_words import (
    ALONE,
    BEFORE_MONTHS,
    BEFORE_THE,
    BODY_HEADS,
    CALENDAR,
    CLAUSES,
    DETERMINERS,
    FAMILY_HEADS,
    FUNCTION,
    LINKS,
    OFFICERS,
    OWNERS,
    PARTICLES,
    POSSESSIVES,
    STOPS,
    SUFFIXES,
    is_capital,
)
from quotecli.find.tokens import QUOTE, Stream


class MentionFinder:
    """Walks the stream once and collects mentions in order."""

    def __init__(self, stream: Stream, title_case: Collection[int]) -> None:
        """Take the stream and the paragraphs in which capitals tell nothing (headlines in title case)."""
        self.stream = stream
        self.title_case = title_case
        self.low_of = dict(zip(stream.words, stream.lows, strict=True))
        self.seen_low = {word for word, low in self.low_of.items() if word == low}
        self.capitals = {word for word in self.low_of if is_capital(word)}
        self.ages = {low for low in self.low_of.values() if low.endswith("-year-old")}
        opened = set(stream.first)
        self.seen_name = {
            stream.lows[at]
            for at, word in enumerate(stream.words)
            if word in self.capitals
            and at not in opened
            and stream.words[at - 1] not in ("“", '"', "'", "‘", ":", QUOTE)
            and stream.paragraphs[at] not in title_case
        }
        self.common = common_words()
        self.english = is_english(stream.lows)
        self.pronouns = PRONOUNS if self.english else FOREIGN_PRONOUNS
        self.roles = roles()
        self.titles = titles()
        self.given = given_names()
        self.months: set[str] = set()

    def find(self) -> list[Mention]:
        """Return all mentions, in order; joint ones stand in place of their members."""
        found: list[Mention] = []
        beyond = 0
        for at in openings(self.stream, self.low_of, english=self.english):
            if at >= beyond and (mention := self._at(at)) is not None:
                found.append(mention)
                beyond = mention.last
        return joined(self.stream, grown(self.stream, found))

    def _at(self, at: int) -> Mention | None:
        word, low = self.stream.words[at], self.stream.lows[at]
        if word == QUOTE:
            return None
        if low in self.pronouns and not (low == "i" and word != "I"):
            if low in POSSESSIVES:
                owned = self._noun(at)
                following = self.stream.lows[at + 1] if at + 1 < len(self.stream) else "."
                if owned is not None or low != "her" or following.isalpha():
                    return owned  # "his plan" says nothing of who speaks; "according to her" does
            return self._make("pron", at, at + 1, (low,), self.pronouns[low])
        if word in self.capitals and self._may_be_name(at):
            return self._name(at)
        if low in PARTICLES and self._leads_family_name(at):
            name = self._name(at + 1)
            return self._make("name", at, name.last, (low, *name.words), name.gender, name.category, name.role)
        if low in DETERMINERS and self._owned_body(at + 1, at + 2):
            return None  # "the Pilots' Guild" is a name
        if low in DETERMINERS or low in self.roles or low in ALONE:
            return self._noun(at) or self._beside_cue(at)
        if low.endswith("-year-old"):
            return self._make("noun", at, at + 1, (low,), "u", "person", low)
        if word[0] == "@" and len(word) > 1:
            return self._make("name", at, at + 1, (low[1:],), "u")
        return None

    def _make(
        self, kind: str, first: int, last: int, words: tuple[str, ...], gender: str, category: str = "", role: str = ""
    ) -> Mention:
        stream = self.stream
        following = stream.lows[last] if last < len(stream) else ""
        return Mention(
            kind, first, last, stream.starts[first], stream.ends[last - 1], words, gender, category, role,
            following in ("'s", "'"),
        )  # fmt: skip

    def _may_be_name(self, at: int) -> bool:
        stream = self.stream
        word, low = stream.words[at], stream.lows[at]
        if stream.paragraphs[at] in self.title_case:
            return low in self.seen_name and low not in self.common
        if self._is_given_month(at):
            return True
        if low.rstrip(".") in CALENDAR or (not word[0].isalpha() and len(word) < 3):
            return False
        if stream.first[stream.sentences[at]] == at or stream.words[at - 1] in ("“", '"', ":", "—", "–", QUOTE, "•"):
            following = stream.words[at + 1] if at + 1 < len(stream) else ""
            if low in self.seen_name and (low not in self.common or cue_class(following)):
                return True  # "Black said", where Black has been named before
            if low.rstrip(".") in self.titles and following and is_capital(following):
                return True
            if low in self.given and self._is_family_name(at + 1):
                return True  # "Bill Orwin", "Joy Marsden"
            if low in self.common or low in self.seen_low or low in self.roles:
                return False
            return not low.endswith(("ly", "ing")) or (bool(following) and is_capital(following))
        return low not in self.common or (low in self.seen_name and not word.islower())

    def _is_family_name(self, at: int) -> bool:
        """Tell whether a word in capitals is neither a common word nor a noun that tells a role."""
        words, lows = self.stream.words, self.stream.lows
        if at >= len(words) or words[at] == QUOTE or not is_capital(words[at]) or not words[at][-1].isalpha():
            return False
        return not (lows[at] in self.common or lows[at] in self.roles or lows[at] in CALENDAR or words[at].isupper())

    def _leads_family_name(self, at: int) -> bool:
        """Tell whether a particle opens a family name that stands alone: "de Blasio said"."""
        words = self.stream.words
        if not self.english or at + 1 >= len(words) or not is_capital(words[at + 1]) or words[at + 1] == QUOTE:
            return False
        return self.stream.lows[at + 1] in self.seen_name and self._may_be_name(at + 1)

    def _is_given_month(self, at: int) -> bool:
        """Tell whether "June" names somebody: June Halvorsen, or "said June" where she was named before."""
        words, lows = self.stream.words, self.stream.lows
        if lows[at] not in ("april", "may", "june", "august") or (at and lows[at - 1] in BEFORE_MONTHS):
            return False
        following = words[at + 1] if at + 1 < len(words) else "."
        goes_on = is_capital(following) and following.isalpha() and lows[at + 1] not in CALENDAR | FUNCTION
        if goes_on and self.stream.sentences[at] == self.stream.sentences[at + 1]:
            self.months.add(lows[at])
            return True
        return lows[at] in self.months and not following[0].isdigit()

    def _run_end(self, at: int) -> int:
        """Return the index after the run of name words that begins at `at`."""
        stream, words = self.stream, self.stream.words
        end, total, paragraph = at + 1, len(words), stream.paragraphs[at]
        plain = paragraph in self.title_case
        while end < total and stream.paragraphs[end] == paragraph and end - at < 12:
            word, low = words[end], stream.lows[end]
            if word in self.capitals and word != QUOTE and low.rstrip(".") not in CALENDAR:
                if (plain and low not in self.seen_name) or (low in FUNCTION and words[end - 1].endswith(".")):
                    break
                if low in CLAUSES:
                    break
                if low in ("i", "he", "she", "but", "and", "who") and words[end - 1] != ".":
                    break
                end += 1
                continue
            ahead = words[end + 1] if end + 1 < total else ""
            if (
                low == "'s"
                and stream.lows[end - 1] in OFFICERS
                and stream.lows[end + 1 : end + 2] in (["office"], ["department"])
            ) and is_capital(ahead):
                end += 2
                continue
            if not plain and self._owned_body(at, end):
                end += 2
                continue
            if not plain and ahead and is_capital(ahead) and ahead != QUOTE:
                if low in PARTICLES and stream.lows[end + 1] not in CALENDAR:
                    end += 2
                    continue
                if low in ("of", "for", "on", "&") and self._is_body_word(stream.lows[end - 1]):
                    end += 2
                    continue
            if low in ("of", "on", "for") and ahead == "the" and self._is_body_word(stream.lows[end - 1]):
                beyond = words[end + 2] if end + 2 < total else ""
                if beyond and is_capital(beyond) and beyond != QUOTE:
                    end += 3
                    continue
            break
        return end

    def _owned_body(self, at: int, end: int) -> bool:
        """Tell whether an apostrophe stands inside a body's name: "Pilots' Guild", "St Hilda's Hospitals Trust"."""
        words, lows = self.stream.words, self.stream.lows
        if end >= len(words) or lows[end] not in ("'", "'s") or not is_capital(words[at]):
            return False
        before = lows[end - 1]
        plural = lows[end] == "'" and before.endswith("s") and before not in self.given
        if not (plural or before in OWNERS or lows[at].rstrip(".") in ("st", "saint")):
            return False
        further = end + 1
        while further < min(len(words), end + 5) and is_capital(words[further]) and words[further] != QUOTE:
            further += 1
        return further > end + 1 and (self._is_body_word(lows[further - 1]) or lows[further - 1] == "voice")

    def _is_body_word(self, low: str) -> bool:
        if low in BODY_HEADS or (low.endswith("s") and low[:-1] in BODY_HEADS):
            return True
        return low in self.roles and self.roles[low][0] == "body"

    def _names_body(self, first: int, last: int) -> bool:
        """Tell whether the run of capitals names a body: by its last word, or by one before "of"."""
        lows = self.stream.lows
        if self._is_body_word(lows[last - 1].rstrip(".")) and (last - first > 1 or lows[first] in BODY_HEADS):
            return not (last - first == 2 and fold(lows[first]) in given_names() and lows[last - 1] in FAMILY_HEADS)
        return any(
            lows[at] in ("of", "for", "on") and self._is_body_word(lows[at - 1]) for at in range(first + 1, last - 1)
        )

    def _name(self, at: int) -> Mention:
        stream = self.stream
        end = self._run_end(at)
        core, role = self._core(at, end)
        words = [fold(word).strip(".") for word in stream.words[core:end]]
        while len(words) > 1 and words[-1] in SUFFIXES:
            words.pop()
        if len(words) == 1 and words[0] in self.roles and core == at:  # "Officials", "Police"
            category, gender = self.roles[words[0]]
            if stream.words[at] == stream.words[at].capitalize() and words[0] not in self.seen_name:
                return self._make("noun", at, end, (words[0],), gender, category, words[0])
        body = self._names_body(core, end)
        return self._make("name", at, end, tuple(words), "u", "body" if body else "", role)

    def _core(self, at: int, end: int) -> tuple[int, str]:
        """Return where the name proper begins, after titles and roles in capitals, and the last of those."""
        core, role = at, ""
        if self._names_body(at, end):
            return at, role
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
            if (low in self.titles and not alone) or known:
                core, role = index + 1, low
        if core > at and self.stream.lows[core] in LINKS:
            return at, role
        names = given_names()
        printed = self.stream.words
        acronym = printed[core].isupper() and len(printed[core]) > 1 and "." not in printed[core]
        if end - core >= 3 and acronym and not printed[core + 1].isupper():
            return core + 1, role or self.stream.lows[core]  # "CSP Ngozi Eze"
        if (
            end - core >= 3
            and fold(self.stream.words[core]) not in names
            and fold(self.stream.words[core + 1]) in names
            and self.stream.lows[core + 1] not in PARTICLES
        ):
            # "Canon Peter Lisle", "Schipper Wim de Groot": a title that no table holds
            return core + 1, role or self.stream.lows[core]
        return core, role

    def _noun(self, at: int) -> Mention | None:
        """Read a noun phrase whose head names a speaker: [determiner] up to five modifiers, head."""
        stream, lows, words = self.stream, self.stream.lows, self.stream.words
        limit = min(len(words), at + 7, stream.sentence_span(at)[1])
        if self.roles.keys().isdisjoint(lows[at:limit]) and self.ages.isdisjoint(lows[at:limit]):
            return self._alone(at)
        head, index = -1, at
        owner = PRONOUNS[lows[at]] if lows[at] in POSSESSIVES else ""
        if (lows[at] in DETERMINERS or lows[at] in POSSESSIVES) and lows[at] not in self.roles:
            index += 1
        while index < limit:
            low = lows[index]
            if words[index] in self.capitals and self._in_body_name(at, index, limit):
                pass  # "the Harbor Park Zoo" is a name
            elif head == index - 1 and low in self.given and words[index] in self.capitals:
                break  # "that Mayor Bill de Blasio"
            elif low in self.roles or low.endswith("-year-old"):
                head = index
            elif low in ("'s", "-") or (low == "'" and head == index - 1 and lows[head].endswith("s")):
                owner = lows[head] if head >= 0 and low != "-" else owner
                head = -1
            elif (
                low in PRONOUNS
                or (low in DETERMINERS and lows[at] not in BEFORE_THE)
                or not low[0].isalnum()
                or (cue_class(low) and low not in self.common and head >= 0)
                or (low in STOPS)
            ) or (
                head >= 0
                and (words[index] in self.capitals or low.endswith(("ed", "s")) or low in self.common)
                and not self._goes_on(index, limit)
            ):
                break
            index += 1
        if head < 0:
            return self._alone(at)
        following = head + 1
        if following < len(words) and is_capital(words[following]) and words[following] != QUOTE:
            if is_capital(words[head]) and head > at and lows[head].rstrip(".") not in self.titles:
                return None  # "the Consumer Safety Bureau" is one name
            if self._may_be_name(following) and stream.sentences[following] == stream.sentences[head]:
                name = self._name(following)  # "spokeswoman Haley Morris"
                if name.kind == "name":
                    name.role = name.role or lows[head]
                    return name
        category, gender = self.roles.get(lows[head], ("person", "u"))
        found = self._make("noun", at, head + 1, (lows[head],), gender, category, lows[head])
        found.owner = owner
        return found

    def _alone(self, at: int) -> Mention | None:
        """Read "both", "others", "one": words that mean persons without a noun."""
        lows = self.stream.lows
        if lows[at] in ALONE and (at + 1 >= len(lows) or not lows[at + 1][0].isdigit()):
            return self._make("noun", at, at + 1, (lows[at],), ALONE[lows[at]], "person", lows[at])
        return None

    def _in_body_name(self, at: int, index: int, limit: int) -> bool:
        """Tell whether a capitalised noun for a body stands in a longer name, not alone as in "the Ministry said"."""
        words, lows = self.stream.words, self.stream.lows
        if index == at or not self._is_body_word(lows[index]):
            return False
        after = index + 1 < limit and (is_capital(words[index + 1]) or lows[index + 1] in ("of", "for", "on"))
        return after or (index - 1 > at and is_capital(words[index - 1]))

    def _goes_on(self, index: int, limit: int) -> bool:
        """Tell whether a noun phrase goes on past a word: "the Republican presidential candidate" does.

        So does "the 41-year-old diving star", but not "the mayor visited Ohio".
        """
        lows, words = self.stream.lows, self.stream.words
        reach = 2 if not is_capital(words[index]) else 4
        for further in range(index + 1, min(limit, index + reach)):
            low = lows[further]
            if low in DETERMINERS:
                return False  # "editor Tobias Lund both refused"
            if low in self.roles and not is_capital(words[further]):
                return True
            if not low.isalpha() or low in STOPS or cue_class(low):
                return False
            if is_capital(words[index]) and not is_capital(words[further]):
                return False  # "secretary Jonah Feld took questions"
        return False

    def _beside_cue(self, at: int) -> Mention | None:
        """Read "the welterweight" beside a reporting verb that stands by a quotation, though the noun is unknown."""
        stream, lows = self.stream, self.stream.lows
        if lows[at] not in ("the", "a", "an", "one", "another") and lows[at] not in POSSESSIVES:
            return None
        low_edge, high_edge = stream.sentence_span(at)
        if QUOTE not in lows[max(low_edge, at - 3) : min(high_edge, at + 11)]:
            return None
        after_cue = at - 2 >= low_edge and bool(cue_class(lows[at - 1])) and lows[at - 2] == QUOTE
        end = at + 1
        while end < min(high_edge, at + 6) and lows[end][0].isalnum() and lows[end] not in STOPS:
            if lows[end] in PRONOUNS:
                return None  # "the way they put it"
            if cue_class(lows[end]) and end > at + 1:
                break
            end += 1
        if end == at + 1 or end >= len(lows):
            return None
        before_cue = bool(cue_class(lows[end])) or (lows[end] in ("said", "told", "says"))
        near = QUOTE in lows[max(low_edge, at - 3) : at] or QUOTE in lows[end : min(high_edge, end + 5)]
        if not (after_cue or (before_cue and near)):
            return None
        head = lows[end - 1]
        if is_capital(stream.words[at + 1]) and end == at + 2 and head.endswith("s"):
            return None  # so is "the Hollises"
        if is_capital(stream.words[end - 1]) and end > at + 2 and is_capital(stream.words[at + 1]):
            return None  # "the Consumer Safety Bureau" is a name
        return self._make("noun", at, end, (head,), "u", "person", head)


def find_mentions(stream: Stream, title_case: Collection[int]) -> list[Mention]:
    """Return the mentions of the stream in order; `title_case` holds the paragraphs where capitals tell nothing."""
    return MentionFinder(stream, title_case).find()
