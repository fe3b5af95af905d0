"""Finds the words of an article that may name a speaker: names, pronouns, nouns for persons, bodies and documents."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from quotecli.core.folding import fold
from quotecli.find.lexicon import FOREIGN_PRONOUNS, PRONOUNS, common_words, cue_class, given_names, is_english, roles, titles
from quotecli.find.tokens import QUOTE, Stream

_DETERMINERS = frozenset(
    "the a an another one his her their its our my this that these those some many several two three four five other"
    " all both few most every each no any such".split()
)
_POSSESSIVES = frozenset("his her their its our my".split())
_BEFORE_THE = frozenset("all both some most many half each one two three four of those".split())
_ALONE = {
    "both": "p", "others": "p", "another": "u", "one": "u", "some": "p", "many": "p", "several": "p", "others'": "p",
    "two": "p", "three": "p",
}  # fmt: skip
PARTICLES = frozenset("de la del der den van von bin al el da di du dos das le ten ter ibn abu ben".split())
_LINKS = frozenset(("of", "for", "on", "and", "to", "the", "&", "in"))
_BODY_HEADS = frozenset(
    "academy administration agency alliance army assembly association authority bank board bureau campaign center"
    " centre chamber church club coalition college commission committee company conference congress council court"
    " department division embassy federation force forum foundation fund group guild house institute institution"
    " journal league library magazine ministry museum network news office orchestra organisation organization party"
    " police post press project school senate service services society state states studio times tribune trust union"
    " university party parliament hospital corporation inc corp ltd llc plc industries airlines airways motors"
    " technologies pharmaceuticals partners holdings associates bbc cnn cbs nbc abc fbi cia nasa nato doj epa fda"
    " dnc rnc gop".split()
)
_FUNCTION = frozenset(
    "while when as if but though although because since after before where whereas what why how so yet then there this"
    " that these those it its they we you his her their my our in at by with from not no also even still once until"
    " unless asked told speaking".split()
)
_OFFICERS = frozenset("sheriff general attorney mayor governor president prosecutor ombudsman".split())
_SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv"))
_CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september"
    " october november december jan feb aug sept oct nov dec christmas easter thanksgiving halloween".split()
)


@dataclass(slots=True)
class Mention:
    """Words outside quotation marks that may name a speaker.

    Attributes:
        kind: `name`, `pron`, `noun`, `joint` or `source` (a name the layout gives: a script's label, a post's author).
        first: index into the stream of its first word; `last` is the index after its last one.
        start: offset into the article's text, `end` after it.
        words: folded words of the name without titles and suffix, or the noun's head.
        gender: m f n p(lural) u(nknown) and for pronouns also w i r y.
        category: `person`, `group`, `body`, `document` or "".
        role: the noun that tells the role (a noun's head, a name's title or the noun before it), or "".
        possessive: followed by 's.
        members: the joint mention's parts.
        entity: number of the entity it was resolved to, -1 when to none.
        owner: whose it is, as a gender ("his report": m) or a noun ("the company's report": company), or "".
        borrowed: its family name stands with a later name of the list ("Kim and Rob Kardashian").
        owned_by: the name whose it is ("Clinton's spokesman").
        modifies: only stands before another mention that it tells more of ("Clinton" in "Clinton's spokesman").
    """

    kind: str
    first: int
    last: int
    start: int
    end: int
    words: tuple[str, ...] = ()
    gender: str = "u"
    category: str = ""
    role: str = ""
    possessive: bool = False
    members: list[Mention] = field(default_factory=list)
    entity: int = -1
    modifies: bool = False
    owner: str = ""
    owned_by: Mention | None = None
    borrowed: bool = False


def _capital(word: str) -> bool:
    return word[0].isupper() or (word[0] in "ʻ‘’'" and len(word) > 1 and word[1].isupper())


class MentionFinder:
    """Walks the stream once and collects mentions in order."""

    def __init__(self, stream: Stream, title_case: Collection[int]) -> None:
        """Take the stream and the paragraphs in which capitals tell nothing (headlines in title case)."""
        self.stream = stream
        self.title_case = title_case
        self.seen_low = {w for w, low in zip(stream.words, stream.lows, strict=True) if w == low}
        opened = set(stream.first)
        self.seen_name = {
            low
            for at, (word, low) in enumerate(zip(stream.words, stream.lows, strict=True))
            if _capital(word)
            and at not in opened
            and stream.words[at - 1] not in ("“", '"', "'", "‘", ":", QUOTE)
            and stream.paragraphs[at] not in title_case
        }
        self.common = common_words()
        self.english = is_english(stream.lows)
        self.pronouns = PRONOUNS if self.english else FOREIGN_PRONOUNS
        self.roles = roles()
        self.titles = titles()

    def find(self) -> list[Mention]:
        """Return all mentions, in order; joint ones stand in place of their members."""
        found: list[Mention] = []
        at, total = 0, len(self.stream)
        while at < total:
            mention = self._at(at)
            if mention is None:
                at += 1
            else:
                found.append(mention)
                at = max(mention.last, at + 1)
        return self._joined(self._grown(found))

    def _grown(self, found: list[Mention]) -> list[Mention]:
        """Let "Clinton's spokesman" and "Clinton spokesman Fallon" begin at their first word."""
        stream = self.stream
        for mention, following in pairwise(found):
            if mention.kind != "name" or following.kind == "pron" or not (following.kind == "noun" or following.role):
                continue
            begin = mention.last + (1 if mention.possessive else 0)
            gap = stream.words[begin : following.first]
            adjacent = len(gap) <= 2 and all(w.isalpha() and w.islower() and w not in _STOPS for w in gap)
            if adjacent and not any(cue_class(w) for w in gap) and stream.words[following.first] not in (QUOTE,) and not following.modifies:
                following.first, following.start = mention.first, mention.start
                following.owned_by = mention
                mention.modifies = True
        return found

    def _at(self, at: int) -> Mention | None:
        word, low = self.stream.words[at], self.stream.lows[at]
        if word == QUOTE:
            return None
        if low in self.pronouns and not (low == "i" and word != "I"):
            if low in _POSSESSIVES:
                owned = self._noun(at)
                following = self.stream.lows[at + 1] if at + 1 < len(self.stream) else "."
                if owned is not None or low != "her" or following.isalpha():
                    return owned  # "his plan" says nothing of who speaks; "according to her" does
            return self._make("pron", at, at + 1, (low,), self.pronouns[low])
        if _capital(word) and self._may_be_name(at):
            return self._name(at)
        if low in _DETERMINERS or low in self.roles or low in _ALONE:
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
        if low.rstrip(".") in _CALENDAR or not word[0].isalpha() and len(word) < 3:
            return False
        if stream.first[stream.sentences[at]] == at or stream.words[at - 1] in ("“", '"', ":", "—", "–", QUOTE, "•"):
            if low in self.seen_name and low not in self.common:
                return True
            following = stream.words[at + 1] if at + 1 < len(stream) else ""
            if low.rstrip(".") in self.titles and following and _capital(following):
                return True
            if low in self.common or low in self.seen_low or low in self.roles:
                return False
            return not low.endswith(("ly", "ing")) or (bool(following) and _capital(following))
        return low not in self.common or low in self.seen_name and not word.islower()

    def _run_end(self, at: int) -> int:
        """Return the index after the run of name words that begins at `at`."""
        stream, words = self.stream, self.stream.words
        end, total, paragraph = at + 1, len(words), stream.paragraphs[at]
        plain = paragraph in self.title_case
        while end < total and stream.paragraphs[end] == paragraph and end - at < 12:
            word, low = words[end], stream.lows[end]
            if _capital(word) and word != QUOTE and low.rstrip(".") not in _CALENDAR:
                if plain and low not in self.seen_name or low in _FUNCTION:
                    break
                if low in ("i", "he", "she", "but", "and", "who") and words[end - 1] != ".":
                    break
                end += 1
                continue
            ahead = words[end + 1] if end + 1 < total else ""
            if low == "'s" and stream.lows[end - 1] in _OFFICERS and stream.lows[end + 1 : end + 2] in (["office"], ["department"]):
                if _capital(ahead):
                    end += 2
                    continue
            if not plain and ahead and _capital(ahead) and ahead != QUOTE:
                if low in PARTICLES and stream.lows[end + 1] not in _CALENDAR:
                    end += 2
                    continue
                if low in ("of", "for", "on", "&") and self._is_body_word(stream.lows[end - 1]):
                    end += 2
                    continue
            if low in ("of", "on", "for") and ahead == "the" and self._is_body_word(stream.lows[end - 1]):
                beyond = words[end + 2] if end + 2 < total else ""
                if beyond and _capital(beyond) and beyond != QUOTE:
                    end += 3
                    continue
            break
        return end

    def _is_body_word(self, low: str) -> bool:
        if low in _BODY_HEADS or (low.endswith("s") and low[:-1] in _BODY_HEADS):
            return True
        return low in self.roles and self.roles[low][0] == "body"

    def _names_body(self, first: int, last: int) -> bool:
        """Tell whether the run of capitals names a body: by its last word, or by one before "of"."""
        lows = self.stream.lows
        if self._is_body_word(lows[last - 1].rstrip(".")) and (last - first > 1 or lows[first] in _BODY_HEADS):
            return not (last - first == 2 and fold(lows[first]) in given_names())
        return any(
            lows[at] in ("of", "for", "on") and self._is_body_word(lows[at - 1]) for at in range(first + 1, last - 1)
        )

    def _name(self, at: int) -> Mention:
        stream = self.stream
        end = self._run_end(at)
        core, role = self._core(at, end)
        words = [fold(word).strip(".") for word in stream.words[core:end]]
        while len(words) > 1 and words[-1] in _SUFFIXES:
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
            if low in self.titles or known:
                core, role = index + 1, low
        if core > at and self.stream.lows[core] in _LINKS:
            return at, role
        names = given_names()
        printed = self.stream.words
        if end - core >= 3 and printed[core].isupper() and len(printed[core]) > 1 and not printed[core + 1].isupper():
            if "." not in printed[core]:
                return core + 1, role or self.stream.lows[core]  # "CSP Ngozi Eze"
        if end - core >= 3 and fold(self.stream.words[core]) not in names and fold(self.stream.words[core + 1]) in names:
            # "Canon Peter Lisle", "Schipper Wim de Groot": a title that no table holds
            return core + 1, role or self.stream.lows[core]
        return core, role

    def _noun(self, at: int) -> Mention | None:
        """Read a noun phrase whose head names a speaker: [determiner] up to five modifiers, head."""
        stream, lows, words = self.stream, self.stream.lows, self.stream.words
        limit = min(len(words), at + 7, stream.sentence_span(at)[1])
        head = -1
        index = at
        owner = PRONOUNS[lows[at]] if lows[at] in _POSSESSIVES else ""
        if (lows[at] in _DETERMINERS or lows[at] in _POSSESSIVES) and lows[at] not in self.roles:
            index += 1
        while index < limit:
            low = lows[index]
            if low in self.roles or low.endswith("-year-old"):
                head = index
            elif low in ("'s", "-"):
                owner = lows[head] if head >= 0 and low == "'s" else owner
                head = -1
            elif low in PRONOUNS or low in _DETERMINERS and lows[at] not in _BEFORE_THE or not low[0].isalnum():
                break
            elif cue_class(low) and low not in self.common and head >= 0 or (low in _STOPS):
                break
            elif head >= 0 and (_capital(words[index]) or low.endswith(("ed", "s")) or low in self.common):
                if not self._goes_on(index, limit):
                    break
            index += 1
        if head < 0:
            if lows[at] in _ALONE and (at + 1 >= len(lows) or not lows[at + 1][0].isdigit()):
                return self._make("noun", at, at + 1, (lows[at],), _ALONE[lows[at]], "person", lows[at])
            return None
        following = head + 1
        if following < len(words) and _capital(words[following]) and words[following] != QUOTE:
            if _capital(words[head]) and head > at and lows[head].rstrip(".") not in self.titles:
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

    def _goes_on(self, index: int, limit: int) -> bool:
        """Tell whether a noun phrase goes on past a word: "the Republican presidential candidate", "the 33-year-old KUWTK
        star", but not "the mayor visited Ohio"."""
        lows, words = self.stream.lows, self.stream.words
        reach = 2 if not _capital(words[index]) else 4
        for further in range(index + 1, min(limit, index + reach)):
            low = lows[further]
            if low in self.roles and not _capital(words[further]):
                return True
            if not low.isalpha() or low in _STOPS or cue_class(low):
                return False
        return False

    def _beside_cue(self, at: int) -> Mention | None:
        """Read "the welterweight" beside a reporting verb that stands by a quotation, though the noun is unknown."""
        stream, lows = self.stream, self.stream.lows
        if lows[at] not in ("the", "a", "an", "one", "another") and lows[at] not in _POSSESSIVES:
            return None
        low_edge, high_edge = stream.sentence_span(at)
        after_cue = at - 2 >= low_edge and bool(cue_class(lows[at - 1])) and lows[at - 2] == QUOTE
        end = at + 1
        while end < min(high_edge, at + 6) and lows[end][0].isalnum() and lows[end] not in _STOPS:
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
        return self._make("noun", at, end, (head,), "u", "person", head)

    def _joined(self, mentions: Sequence[Mention]) -> list[Mention]:
        """Join "A and B", "A, B and C" of names (or a name and "her husband") into one mention."""
        lows = self.stream.lows
        joined: list[Mention] = []
        for mention in mentions:
            before = joined[-1] if joined else None
            if (
                before is not None
                and mention.kind in ("name", "noun")
                and before.kind in ("name", "noun", "joint")
                and not before.possessive
                and not mention.possessive
                and (before.kind != "noun" or mention.kind == "name")
                and (mention.kind != "noun" or before.kind != "noun")
                and not before.modifies
                and lows[before.last : mention.first] in (["and"], ["&"], [",", "and"])
                and (lows[before.last] != "," or self._listed(joined))
            ):
                if lows[before.last] == "," and len(joined) > 1 and before.kind != "joint":
                    before = self._join(joined[-2], joined.pop())
                joined[-1] = self._join(before, mention)
                continue
            joined.append(mention)
        return joined

    def _listed(self, joined: Sequence[Mention]) -> bool:
        """Tell whether the last two mentions are "A, B" of a list that goes on with "and"."""
        if len(joined) < 2:
            return False
        first, second = joined[-2:]
        return (
            first.kind == second.kind == "name"
            and second.first == first.last + 1
            and self.stream.lows[first.last] == ","
            and first.category == second.category
        )

    def _join(self, first: Mention, second: Mention) -> Mention:
        members = [*(first.members or [first]), *(second.members or [second])]
        both = self._make("joint", first.first, second.last, (*first.words, "and", *second.words), "p", "group", "")
        both.members = members
        return both


_STOPS = frozenset(
    "of in on at to for from with by as that who which when where while after before because if than and or but is are"
    " was were be been has have had will would can could may might should do does did not said says told also then".split()
)


def find_mentions(stream: Stream, title_case: Collection[int]) -> list[Mention]:
    """Return the mentions of the stream in order; `title_case` holds the paragraphs where capitals tell nothing."""
    return MentionFinder(stream, title_case).find()
