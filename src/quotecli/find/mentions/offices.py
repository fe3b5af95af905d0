"""Reads offices: "Minister of Education Lena Farkas", "its director of public affairs", "the head of the charity"."""

from __future__ import annotations

from collections.abc import Collection

from quotecli.find.mentions.mention import Mention
from quotecli.find.mentions.names import NameReader
from quotecli.find.mentions.tokens import Stream
from quotecli.find.words.closed import DETERMINERS, LINKS, OFFICES, PASTS, PORTFOLIOS, STOPS
from quotecli.find.words.lexicon import category_of, places

_LETTERS = {
    "ACP": "officer", "CM": "minister", "CMD": "director", "DCP": "officer", "DG": "director", "DGP": "officer",
    "DPO": "officer", "IGP": "officer", "MD": "director", "PPRO": "officer", "SHO": "officer", "SSP": "officer",
}  # fmt: skip
"""Offices that papers of India and West Africa shorten, with a noun for who holds them."""
_LONGEST_DEPARTMENT = 4
_SEATS = frozenset("mp td mla msp mep member senator representative bishop archbishop".split())
"""Who may stand for two places: "the MP for Calder and Thorne"."""


class OfficeReader(NameReader):
    """Reads the offices of one stream, and finds the nouns that tell of speakers."""

    def __init__(self, stream: Stream, title_case: Collection[int]) -> None:
        """Take the stream and the paragraphs in which capitals tell nothing (headlines in title case)."""
        super().__init__(stream, title_case)
        lows = stream.lows
        heads = self._openings_of(self.tells)
        if "head" in self.seen:
            heads = sorted([*heads, *(at for at, low in enumerate(lows) if low == "head" and self._department(at))])
        self.heads = [*heads, len(lows) + 7]  # where nouns for speakers stand, and an end that is out of reach

    def _name(self, at: int) -> Mention:
        """Read the name that begins here, or who holds the office that its words end in, or that letters stand for."""
        end = self._run_end(at)
        stream = self.stream
        if end - at == 1 and stream.lows[at - 1] == "the" and (role := _LETTERS.get(stream.words[at])):
            return self._make("noun", at - 1, end, (role,), "u", "person", role)
        if self.stream.lows[end - 1] in OFFICES and (holder := self._holder(end - 1)) is not None:
            return holder
        return self._name_until(at, end)

    def _department(self, head: int) -> int:
        """Return where what an office is of ends before a comma and a name, or before a reporting verb; 0 for nothing.

        "its director of public affairs, Imani Reed", "his head of policy said".
        """
        lows, words = self.stream.lows, self.stream.words
        if lows[head + 1 : head + 2] not in (["of"], ["for"]) or head + 3 >= len(lows):
            return 0
        if lows[head] not in OFFICES and category_of(lows[head]) != "person":
            return 0
        if lows[head] in _SEATS and (end := self._two_places(head + 2)):
            return end
        at, limit = head + 2, min(head + 7, len(lows) - 1)
        if lows[head] == "head" and lows[head - 1] in DETERMINERS and (end := self._led_body(at, limit)):
            return end
        while at < limit and words[at] == lows[at] and lows[at].isalpha() and lows[at] not in self.cues:
            if lows[at] in DETERMINERS or (lows[at] in STOPS and lows[at] != "and"):
                return 0
            at += 1
        named = lows[at] == "," and at + 1 < len(words) and words[at + 1] in self.capitalised
        return at if at > head + 2 and (named or lows[at] in self.cues) else 0

    def _two_places(self, at: int) -> int:
        """Return where two places end that begin here and whose verb or comma follows; 0 for none."""
        lows, words = self.stream.lows, self.stream.words
        first = self._run_end(at) if words[at] in self.capitalised else at
        joined = first + 1 < len(words) and lows[first] == "and" and words[first + 1] in self.capitalised
        if first == at or not joined:
            return 0
        end = self._run_end(first + 1)
        return end if end < len(lows) and (lows[end] in self.cues or lows[end] == ",") else 0

    def _led_body(self, at: int, limit: int) -> int:
        """Return where the body ends that begins here: "the head of the charity", "the head of Oxfam"; 0 for none."""
        lows, words = self.stream.lows, self.stream.words
        first = at + (lows[at] in DETERMINERS)
        if words[first] in self.capitalised and lows[first] not in self.given:
            return self._run_end(first)
        ends = range(first, limit) if first > at else ()
        body = next((end for end in ends if category_of(lows[end]) == "body"), 0)
        return body + 1 if body and all(map(str.isalpha, lows[at:body])) else 0

    def _holder(self, head: int) -> Mention | None:
        """Read who holds the office whose head this word is: "Minister of Education Lena Farkas" is Lena Farkas."""
        stream, lows = self.stream, self.stream.lows
        if head + 3 >= len(stream.words) or lows[head + 1] not in ("of", "for", "to"):
            return None
        at = head + (3 if lows[head + 2] == "the" else 2)
        if stream.words[at] not in self.capitalised:
            return self._head_of_department(head, at)
        if stream.paragraphs[at] in self.title_case:
            return None
        end = self._run_end(at)
        if lows[end - 1] in PORTFOLIOS and stream.low(end) == "and" and stream.word(end + 1) in self.capitalised:
            end = self._run_end(end + 1)  # "Minister for Women and Equalities Ana Ruiz"
        if stream.sentences[end - 1] != stream.sentences[head] or self._is_body_word(lows[end - 1].rstrip(".")):
            return None
        begin = next((begin for begin in range(at + 1, end - 1) if self._begins_person(at, begin, end)), 0)
        if not begin:
            return None
        core, role = self._core(begin, end)
        return self._make("name", begin, end, tuple(self._folded(core, end)), "u", "", role or lows[head])

    def _head_of_department(self, head: int, at: int) -> Mention | None:
        """Read "director of public services Tom Bell": a name of two or three words behind the department's."""
        lows, words = self.stream.lows, self.stream.words
        begin = at
        limit = min(at + _LONGEST_DEPARTMENT, len(words) - 1)
        while begin < limit and (low := words[begin]).islower() and low.isalpha():
            if low in DETERMINERS or low in STOPS or low in self.cues or low in PASTS or low.endswith("ed"):
                return None
            begin += 1
        if begin == at or words[begin] not in self.capitals or not self._may_be_name(begin):
            return None
        end = self._run_end(begin)
        core, role = self._core(begin, end)
        if not 2 <= end - core <= 3 or self._names_body(begin, end):
            return None
        if category_of(lows[begin - 1]) == "person":
            return None
        return self._make("name", begin, end, tuple(self._folded(core, end)), "u", "", role or lows[head])

    def _begins_person(self, at: int, begin: int, end: int) -> bool:
        """Tell whether a person's name begins here, behind the place or the subject of an office."""
        lows = self.stream.lows
        low = lows[begin].rstrip(".")
        if self.stream.words[begin] not in self.capitals:
            return False
        if low in self.titles:
            return low not in self.given or end - begin > 2
        if low in PORTFOLIOS or not 2 <= end - begin <= 4 or lows[begin - 1] in LINKS:
            return False
        last_two = lows[begin:end] if end - begin == 2 else []
        known = lows[begin - 1] in PORTFOLIOS or " ".join(lows[at:begin]) in places()
        known = known or bool(last_two and self.common.isdisjoint(last_two) and PORTFOLIOS.isdisjoint(last_two))
        return known or (low in self.given and lows[at] not in self.given)
