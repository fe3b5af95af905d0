"""How each mention stands to the nearest reporting verb: subject before or behind it, over what stands between."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from sys import intern
from typing import NamedTuple

from quotecli.core.types import Article, Role
from quotecli.find.mentions.mention import Mention
from quotecli.find.mentions.tokens import QUOTE, Stream, places_of
from quotecli.find.words.closed import BEHIND, HELPING
from quotecli.find.words.lexicon import PRONOUNS, cue_forms, reporting_words, vocabulary

_SKIPPED = vocabulary("skipped")
_NO_SUBJECT_BETWEEN = vocabulary("no subject between")
_GOVERNING = vocabulary("governing (profiles)")
"""Prepositions: behind one a name is no subject; "because", "as" and "after" may open a clause and are none here."""
_SUBJECTS = frozenset("i he she we they".split())
_BREAKING = frozenset(("though", "although", "while", "whereas", "but", "because", "when", "if", QUOTE))
"""What ends the row of appositions behind a name."""
_OBJECTS = frozenset("me him her us them".split())
_CLAUSE, _INSIDE = 16, 8
"""Words of a relative clause without commas; mentions inside one."""
_CURRENCIES = frozenset("$£€¥")
_CLAUSES = frozenset("what which whom whose how why when where whether because if".split())
_ARTICLES = frozenset(("the", "a", "an"))
_NO_VERB_BEHIND = _ARTICLES | {"to"}
_OPEN_CLAUSES = vocabulary("open clauses")
"""What stands behind the "that" of a clause with a subject of its own."""
_BEING = frozenset("is are was were be been being am 's 're".split())
_DONE = frozenset("said told written known held thought heard shown put given".split())
_REPORTED = frozenset("quoted heard overheard recorded cited reported caught seen shown convinced concerned".split())
"""Whom these are done to may speak all the same: "she was quoted as saying", "he was convinced that"."""
_BEHIND_PASSIVE = frozenset((*", : ; . as at by how in of on that to what when where whether why".split(), QUOTE))
"""What may stand behind "she's told", where an object follows "has told"."""
_HEARERS = frozenset("court inquiry inquest jury jurors tribunal hearing trial".split())
_HEARD = frozenset("heard hears hear told".split())
"""Who hears a case is told what others say, in headlines without "was": "court hears", "inquest told"."""
_CLOSERS = frozenset((",", QUOTE, ".", ";", ":"))
_OPENERS = vocabulary("openers")


_VERB_BEFORE = 7
"""How many words before a mention the verb may stand whose subject it is: "said Sheriff Ana Ruiz"."""
_FAR = 100
"""Beyond the reach of whatever looks for a verb."""
_PARTICIPLES = vocabulary("participles")


def _reduced(mention: Mention, low: str) -> bool:
    """Tell whether a word may open a clause without its pronoun: "a source familiar with", "a card left in"."""
    if mention.kind != "noun":
        return False
    if mention.category == "document" and (low.endswith("ed") or low in _PARTICIPLES):
        return True
    return low.endswith("ing") or low in ("familiar", "close", "involved")


class Profile(NamedTuple):
    """How a mention stands to the nearest reporting verb.

    Attributes:
        relation: `SV` subject before its verb, `PV` of a passive ("she was described by the mayor as"),
            `SO` behind a preposition before it ("the notice on the website said"),
            `VS` verb before its subject, `SC` leads the sentence and shares a later verb, `ACC` according to, `BY`, or
            `-`.
        verb: the verb's lemma, or "".
        kind: the verb's class, or "".
        at: where the verb stands in the stream, or where the mention does.
        before: the word before the mention.
        after: the word after it.
        gap: `0` verb beside the mention, `,` an apposition between, `w` a relative clause between, `(`.
        form: `ed`, `s`, `ing` or `0`: the verb's ending.
    """

    relation: str
    verb: str
    kind: str
    at: int
    before: str
    after: str
    gap: str
    form: str


class ProfileReader:
    """Reads the profiles of a text's mentions."""

    def __init__(self, article: Article, stream: Stream, mentions: Sequence[Mention], heading: Sequence[bool]) -> None:
        """Take the words and the mentions in order; `heading` tells of each whether none begins before it there."""
        self.article, self.stream, self.mentions = article, stream, mentions
        self.at = [mention.first for mention in mentions]
        self._heading = heading
        self._reporting, self._cues = reporting_words(), cue_forms()

    def read(self) -> list[Profile]:
        """Return the profile of each mention."""
        told = [-_FAR, *places_of(self.stream.lows, self._reporting), len(self.stream) + _FAR]
        profiles: list[Profile] = []
        for index, mention in enumerate(self.mentions):
            place = bisect_left(told, mention.first)
            later = told[bisect_left(told, mention.last, place)]
            profiles.append(self._read_profile(index, mention, told[place - 1], later))
        self._leave_to_heads(profiles)
        return profiles

    def _leave_to_heads(self, profiles: list[Profile]) -> None:
        """Leave a verb behind a relative clause to whom that tells of: "The man who kept the books … told", in place.

        What stands inside the clause is no subject of it.
        """
        mentions = self.mentions
        for index, profile in enumerate(profiles):
            if profile.relation != "SV" or profile.gap[0] != "w" or not self._heads_clause(mentions[index]):
                continue
            for inner in range(index + 1, min(index + _INSIDE, len(profiles))):
                if mentions[inner].first >= profile.at:
                    break
                other = profiles[inner]
                if other.relation == "SV" and other.at == profile.at and mentions[inner].gender != "r":
                    profiles[inner] = other._replace(relation="SO")

    def _read_profile(self, index: int, mention: Mention, earlier: int, later: int) -> Profile:
        """Read one profile; `earlier` and `later` are where the nearest reporting words before and behind it stand."""
        lows, cues = self.stream.lows, self._cues
        low_edge, high_edge = self.stream.spans[self.stream.sentences[mention.first]]
        before = lows[mention.first - 1] if mention.first > low_edge else "^"
        after = lows[mention.last] if mention.last < high_edge else "$"
        if mention.modifies:
            return Profile("POS" if mention.possessive else "PRE", "", "", mention.first, before, after, "", "")
        if mention.kind == "pron" and mention.start > self.stream.starts[mention.first]:  # French "dit-il"
            lemma, kind = cues.get(lows[mention.first].partition("-")[0], ("", ""))
            if lemma:
                return Profile("VS", lemma, kind, mention.first, before, after, "0", "0")
        first = mention.first - (1 if before == "the" and mention.kind == "name" else 0)  # "according to the Herald"
        if first - 2 >= low_edge and lows[first - 1] == "to" and lows[first - 2] == "according":
            return Profile("ACC", "according", "acc", first - 2, before, after, "0", "0")
        if earlier < low_edge and later >= high_edge:
            return Profile("-", "", "", mention.first, before, after, "", "")
        inverted = self._verb_before(first, low_edge) if earlier >= first - _VERB_BEFORE else -1
        tells = inverted >= 0 and not self._is_told_of(inverted, mention.last, low_edge)
        if tells and (lows[inverted - 1] in (QUOTE, ",", "-", "—") or inverted == low_edge):
            lemma, kind = cues[lows[inverted]]
            return Profile("VS", lemma, kind, inverted, before, after, "0", _form(lows[inverted]))
        at, gap = self._verb_after(mention, high_edge) if later < high_edge else (-1, "")
        if at >= 0:
            lemma, kind = self._reporting[lows[at]]
            form = _form(lows[at])
            object_of = form != "ing" and gap[0] not in "w'" and self._preposition_before(mention.first, low_edge)
            passive = self._is_passive(at, mention.last) or self._hears(mention, at)
            relation = "SO" if object_of else "PV" if passive else "SV"
            return Profile(relation, lemma, kind, at, before, after, gap, form)
        if inverted >= 0:
            if (
                (at := mention.last + 1) < high_edge
                and lows[mention.last] in ("for", "of")
                and lows[at].endswith("ing")
            ):
                lemma, kind = self._reporting.get(lows[at], ("", ""))
                if lemma:  # "blamed Ray for saying": Ray said it
                    return Profile("SV", lemma, kind, at, before, after, "f", "ing")
            lemma, kind = cues[lows[inverted]]
            return Profile("VO", lemma, kind, inverted, before, after, "0", _form(lows[inverted]))
        if first > low_edge and lows[first - 1] in ("by", "from", "to"):
            for back in range(first - 2, max(low_edge, first - 6) - 1, -1):
                if lows[back] in cues:
                    lemma, kind = cues[lows[back]]
                    return Profile("BY", lemma, kind, back, before, after, "0", _form(lows[back]))
        at = self._shared_verb(mention, low_edge, high_edge) if self._heading[index] and later < high_edge else -1
        if at >= 0:
            lemma, kind = cues[lows[at]]
            return Profile("SC", lemma, kind, at, before, after, "&", _form(lows[at]))
        return Profile("-", "", "", mention.first, before, after, "", "")

    def _is_told_of(self, verb: int, last: int, edge: int) -> bool:
        """Tell whether a verb behind a comma is another's: "Gill, for the Crown, said Ruiz had told her"."""
        lows = self.stream.lows
        apposed = lows[verb - 1] == "," and edge <= verb - 2 and lows[verb - 2] != QUOTE
        return apposed and last < len(lows) and lows[last] in HELPING

    def _heads_clause(self, mention: Mention) -> bool:
        """Tell whether "who" follows a mention that no preposition governs: not "the sister of a man who"."""
        lows = self.stream.lows
        told = not {"who", "which"}.isdisjoint(lows[mention.last : mention.last + 2])
        return told and (mention.first == 0 or lows[mention.first - 1] not in BEHIND)

    def _preposition_before(self, first: int, edge: int) -> bool:
        lows = self.stream.lows
        at = first - 1
        if at > edge and lows[at] in ("the", "a", "an"):
            at -= 1
        return at >= edge and lows[at] in _GOVERNING

    def _is_passive(self, at: int, edge: int) -> bool:
        """Tell whether the verb here is done to its subject: "was described", "has been widely called"."""
        lows = self.stream.lows
        if not (lows[at].endswith("ed") or lows[at] in _DONE) or lows[at] in _REPORTED:
            return False
        if lows[at + 1 : at + 3] == ["to", "have"]:
            return False  # "she is said to have replied"
        if lows[at - 1 : at + 1] == ["'s", "told"] and lows[at + 1 : at + 2] and lows[at + 1] not in _BEHIND_PASSIVE:
            return False  # "Kim's told pals"
        back = at - 1
        while back > edge and (lows[back].endswith("ly") or lows[back] in ("also", "once", "often", "then")):
            back -= 1
        return lows[back] in _BEING

    def _hears(self, mention: Mention, at: int) -> bool:
        """Tell whether the verb here says what a court or the like is told; "told" does so in headlines alone."""
        if mention.words[-1] not in _HEARERS or self.stream.lows[at] not in _HEARD:
            return False
        paragraph = self.stream.paragraphs[at]
        return self.stream.lows[at] != "told" or self.article.paragraphs[paragraph].role is Role.HEADLINE

    def _verb_before(self, first: int, edge: int) -> int:
        lows, cues = self.stream.lows, self._cues
        for back in range(first - 1, max(edge, first - _VERB_BEFORE) - 1, -1):
            low = lows[back]
            if low in cues and low not in ("former", "opening"):
                return back
            if low in _NO_SUBJECT_BETWEEN or low in PRONOUNS or self.stream.words[back][0].isupper():
                return -1
            if not low[0].isalnum():
                return -1
        return -1

    def _verb_after(self, mention: Mention, edge: int) -> tuple[int, str]:
        """Find the reporting verb whose subject the mention is; skips parentheses, appositions, relative clauses."""
        lows, cues = self.stream.lows, self._cues
        if mention.kind == "pron" and lows[mention.first] in _OBJECTS:
            return -1, ""
        if mention.category == "document" and lows[mention.last : mention.last + 1] == ["to"]:
            return -1, ""  # "the decision to read"
        said = self._reporting if mention.possessive else cues
        at, gap, steps = mention.last, "0", 0
        if at < edge and lows[at] == "(":
            at, gap = self._beyond(at + 1, edge, ")"), "("
        if at < edge and lows[at] in ("'s", "'"):
            at, gap = at + 1, "'"
        reduced = at < edge and (lows[at] not in cues or lows[at] == "close") and _reduced(mention, lows[at])
        if at < edge and (lows[at] in _OPENERS or reduced):
            opener = lows[at]
            if opener == "," and self._apposed(mention, at + 1, edge):
                return at + 1, ","
            if opener == ",":
                gap = "w" if at + 1 < edge and lows[at + 1] in ("who", "whose", "which") else ","
                closing = self._beyond(at + 1, edge, ",")
                while closing < min(edge, at + 30) and not (lows[closing] in cues or lows[closing] in _BREAKING):
                    further = self._beyond(closing, edge, ",")
                    if further >= edge or further > at + 34:
                        break
                    closing = further
                at = closing
            elif opener in ("—", "–"):
                at, gap = self._beyond(at + 1, edge, opener), "-"
            elif opener in ("who", "which"):
                at, gap = self._past_relative(at + 1, edge), "w"
            else:
                gap, limit = "o" if opener in _OPENERS else "i", min(edge, at + 9)
                if at + 1 < edge and lows[at + 1] in _CLAUSES:
                    return -1, ""  # "a card for what the report calls …": another clause, with a subject of its own
                if gap == "o" and at + 1 < limit and lows[at + 1] not in _CLOSERS:
                    at += 2  # what a preposition governs is no verb: "the secretary of state"
                elif gap == "i":
                    at += 1
                while at < limit and lows[at] not in _CLOSERS and not self._tells_there(at):
                    if lows[at] in _SUBJECTS:
                        return -1, ""  # "a letter to Nesta in 1943 she wrote": she did
                    if lows[at] == "that" and at + 1 < edge and lows[at + 1] in _OPEN_CLAUSES:
                        return -1, ""  # "told the jury of twelve men that the defendant had shouted": he did
                    if lows[at] in ("and", "but") and self._tells_next(at + 1, edge):
                        return -1, ""  # "beat a man with an oar and told": whoever did the one did the other
                    at += 1
        limit = at + (6 if gap != "'" else 5)
        while at < edge and at < limit:
            low = lows[at]
            if gap == "," and low.endswith("ing"):
                return -1, ""  # "In a speech, Smith opened the debate, calling it …": whose verb it is stands elsewhere
            told = low in said and low not in ("open", "close", "like") and lows[at - 1] not in _ARTICLES
            if told and not (gap == "'" and low.endswith("ing")):
                return at, gap if steps == 0 else intern(gap + "+")
            if low in _SKIPPED or low.endswith("ly") or (gap == "'" and low[0].isalpha()):
                at += 1
                steps += 1
                continue
            break
        return -1, ""

    def _tells_there(self, at: int) -> bool:
        """Tell whether a word is a finite reporting verb, not the noun of "the State Emergency Service"."""
        low = self.stream.lows[at]
        return low in self._cues and not low.endswith("ing") and self.stream.lows[at - 1] not in _ARTICLES

    def _tells_next(self, at: int, edge: int) -> bool:
        """Tell whether a reporting verb stands here, behind "then" or "later" too."""
        lows = self.stream.lows
        while at < edge and (lows[at] in _SKIPPED or lows[at].endswith("ly")):
            at += 1
        return at < edge and lows[at] in self._cues and not lows[at].endswith("ing")

    def _past_relative(self, at: int, edge: int) -> int:
        """Return where the verb behind a relative clause without commas stands: "A waiter who served them said".

        That is `at` where the clause's own verb is one of saying, or where none follows.
        """
        lows, words, cues = self.stream.lows, self.stream.words, self._cues
        if at < edge and (lows[at] in _ARTICLES or words[at][0].isupper()):
            return at  # "a man who Ray said was armed"
        while at < edge and (lows[at] in _SKIPPED or lows[at].endswith("ly")):
            at += 1
        if at < edge and lows[at] in cues:
            return at
        for verb in range(at + 1, min(edge, at + _CLAUSE)):
            low, before = lows[verb], lows[verb - 1]
            if not (low[0].isalnum() or low in _CURRENCIES) or before in _SUBJECTS or before == "and":
                break
            if low in cues and not low.endswith("ing") and before not in _NO_VERB_BEHIND:
                return verb
        return at

    def _apposed(self, mention: Mention, verb: int, edge: int) -> bool:
        """Tell whether a name stands in apposition to what is no mention: "The target of it, Peter Kamau, told …"."""
        lows = self.stream.lows
        if mention.kind != "name" or verb >= edge or lows[verb] not in self._cues or lows[verb].endswith("ing"):
            return False
        before = bisect_left(self.at, mention.first) - 1
        apart = before < 0 or self.mentions[before].last < mention.first - 1
        return apart and lows[mention.first - 1] == "," and QUOTE not in lows[max(0, mention.first - 2) : mention.first]

    def _shared_verb(self, mention: Mention, low_edge: int, high_edge: int) -> int:
        """Find a later verb of the subject that leads the sentence, before a piece: "Hale quits and blames “…”"."""
        lows, cues = self.stream.lows, self._cues
        if self._preposition_before(mention.first, low_edge):
            return -1
        for verb in range(mention.last + 2, min(high_edge, mention.last + 40)):
            if lows[verb] not in cues or lows[verb].endswith("ing"):
                continue
            before = verb - 1
            while before > mention.last and (lows[before] in _SKIPPED or lows[before].endswith("ly")):
                before -= 1
            if lows[before] in ("and", "but", "then") and QUOTE in lows[verb : verb + 9]:
                return verb
        return -1

    def _beyond(self, at: int, edge: int, closing: str) -> int:
        lows = self.stream.lows
        for index in range(at, min(edge, at + 35)):
            if lows[index] == closing:
                return index + 1
            if lows[index] == QUOTE and lows[index - 1] not in ("titled", "entitled", "called", "dubbed", "nicknamed"):
                return edge
        return edge


@cache
def _form(low: str) -> str:
    for ending in ("ing", "ed", "s"):
        if low.endswith(ending):
            return ending
    return "0"
