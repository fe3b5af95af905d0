"""How each mention stands to the nearest reporting verb: subject before or behind it, over what stands between."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from typing import Literal, NamedTuple

from quotecli.core.types import Article, Role
from quotecli.find.mentions.mention import Mention
from quotecli.find.mentions.tokens import QUOTE, Stream, cited_from, places_of
from quotecli.find.mentions.tongue import other_words
from quotecli.find.mentions.verbs import VERB_BEFORE, VerbReader
from quotecli.find.words.closed import BEHIND, HELPING
from quotecli.find.words.lexicon import cue_forms, reporting_words

SPEAKING = frozenset(("SV", "VS", "ACC"))
"""The relations of who says something, see `Profile`."""
_INSIDE = 8
"""Mentions inside a relative clause without commas."""
_BEING = frozenset("is are was were be been being am 's 're".split())
_DONE = frozenset("said told written known held thought heard shown put given".split())
_REPORTED = frozenset("quoted heard overheard recorded cited reported caught seen shown convinced concerned".split())
"""Whom these are done to may speak all the same: "she was quoted as saying", "he was convinced that"."""
_BEHIND_PASSIVE = frozenset((*", : ; . as at by how in of on that to what when where whether why".split(), QUOTE))
"""What may stand behind "she's told", where an object follows "has told"."""
_HEARERS = frozenset("court inquiry inquest jury jurors tribunal hearing trial".split())
_HEARD = frozenset("heard hears hear told".split())
"""Who hears a case is told what others say, in headlines without "was": "court hears", "inquest told"."""
_FAR = 100
"""Beyond the reach of whatever looks for a verb."""
_BEFORE_INVERTED = frozenset((QUOTE, ",", "-", "—"))
"""What may stand before a verb with its subject behind it."""
_BEFORE_CITED = frozenset(("to", "the"))
"""What stands before who is cited: "according to the Herald"."""
_AGENTS = frozenset(("by", "from", "to"))
_BEHIND_QUOTATION, _NOUN_WITHIN = 3, 2
"""Words from a quotation's end to its verb ("», a" and the like), and before a name that say what its bearer is."""
_AGENT_WITHIN = 5
"""Words from a verb to the "by" behind it."""


Relation = Literal["SV", "PV", "SO", "VS", "VO", "SC", "ACC", "BY", "PRE", "POS", "-"]


class Profile(NamedTuple):
    """How a mention stands to the nearest reporting verb.

    Attributes:
        relation: `SV` subject before its verb, `PV` of a passive ("she was described by the mayor as"),
            `SO` behind a preposition before it ("the notice on the website said"),
            `VS` verb before its subject, `VO` before its object, `SC` leads the sentence and shares a later verb,
            `ACC` according to, `BY`; `PRE` and `POS` only tell more of another mention; `-` none.
        verb: the verb's lemma, or "".
        kind: the verb's class, or "".
        at: where the verb stands in the stream, or where the mention does.
        before: the word before the mention.
        after: the word after it.
        gap: `0` verb beside the mention, `,` an apposition between, `w` a relative clause between, `(`.
        form: `ed`, `s`, `ing` or `0`: the verb's ending.
    """

    relation: Relation
    verb: str
    kind: str
    at: int
    before: str
    after: str
    gap: str
    form: str


class _Spot(NamedTuple):
    """Where a mention stands.

    Attributes:
        mention: the mention.
        first: its first word, or the "the" before a name ("according to the Herald").
        low: where its sentence begins; `high`: where that ends.
        before: the word before the mention, `^` for none.
        after: the word after it, `$` for none.
    """

    mention: Mention
    first: int
    low: int
    high: int
    before: str
    after: str

    def profile(self, relation: Relation, at: int, verb: tuple[str, str], gap: str = "0", form: str = "0") -> Profile:
        """Return the mention's profile with a verb, of which the lemma and the class are given."""
        return Profile(relation, *verb, at, self.before, self.after, gap, form)


class ProfileReader(VerbReader):
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
        lows, first, last = self.stream.lows, mention.first, mention.last
        low, high = self.stream.spans[self.stream.sentences[first]]
        before = lows[first - 1] if first > low else "^"
        after = lows[last] if last < high else "$"
        apart = earlier < low and later >= high
        cited = before in _BEFORE_CITED or not self.stream.english
        if apart and not mention.modifies and mention.kind != "pron" and not cited:
            return Profile("-", "", "", first, before, after, "", "")
        if mention.modifies:
            return Profile("POS" if mention.possessive else "PRE", "", "", first, before, after, "", "")
        spot = _Spot(mention, first - (before == "the" and mention.kind == "name"), low, high, before, after)
        found = self._inverted_pronoun(spot) if mention.kind == "pron" else None
        found = found or (self._according_to(spot) if cited else None)
        if found is None and not apart:
            found = self._by_verbs(index, spot, earlier, later)
        return found or Profile("-", "", "", first, before, after, "", "")

    def _by_verbs(self, index: int, spot: _Spot, earlier: int, later: int) -> Profile | None:
        """Read how a mention stands to the reporting verbs of its sentence; the first rule that finds one counts."""
        behind = later < spot.high
        inverted = self._verb_before(spot.first, spot.low) if earlier >= spot.first - VERB_BEFORE else -1
        if inverted >= 0 and self._is_its_verb(spot, inverted):
            return self._with_cue(spot, inverted, "VS")
        if behind and (found := self._verb_last(spot)) is not None:
            return found
        if not self.stream.english and self._told_somebody(index, spot, earlier):
            return self._with_cue(spot, earlier, "VS")
        if inverted >= 0:
            return self._blamed_for(spot) or self._with_cue(spot, inverted, "VO")
        if (found := self._by(spot)) is not None:
            return found
        leads = self._heading[index] or spot.before == ";"
        shared = self._shared_verb(spot.mention, spot.low, spot.high) if behind and leads else -1
        return self._with_cue(spot, shared, "SC", "&") if shared >= 0 else None

    def _told_somebody(self, index: int, spot: _Spot, verb: int) -> bool:
        """Tell whether a verb right behind its quotation tells somebody before its subject.

        "«…», dijo ayer al Faro del Sur la vecina Teresa Cano": in other languages these may change places.
        """
        if verb < spot.low or not index or QUOTE not in self.stream.lows[max(verb - _BEHIND_QUOTATION, 0) : verb]:
            return False
        hearer = self.mentions[index - 1]
        alone = index < 2 or self.mentions[index - 2].last <= verb
        return alone and hearer.modifies and verb < hearer.first and 0 <= spot.first - hearer.last <= _NOUN_WITHIN

    def _inverted_pronoun(self, spot: _Spot) -> Profile | None:
        """Read the verb that a French pronoun is written together with: "dit-il"."""
        mention = spot.mention
        if mention.start <= self.stream.starts[mention.first]:
            return None
        verb = self._cues.get(self.stream.lows[mention.first].partition("-")[0])
        return spot.profile("VS", mention.first, verb) if verb else None

    def _according_to(self, spot: _Spot) -> Profile | None:
        """Read "according to the Herald", "selon la mairie"."""
        lows, at = self.stream.lows, spot.first - 2
        if (cited := cited_from(self.stream, spot.first)) >= 0:
            return spot.profile("ACC", cited, ("according", "acc"))
        if at < spot.low or lows[at] != "according" or lows[at + 1] != "to":
            return None
        return spot.profile("ACC", at, ("according", "acc"))

    def _is_its_verb(self, spot: _Spot, verb: int) -> bool:
        """Tell whether a verb before a mention has it for its subject: “…,” said Ana Ruiz; not "they told Ana Ruiz"."""
        if verb != spot.low and self.stream.lows[verb - 1] not in _BEFORE_INVERTED and not self._comes_second(verb):
            return False
        if self.stream.lows[verb] == "heard":
            return False  # "Ruiz, a witness, heard the driver say"
        return not self._is_told_of(verb, spot.mention.last, spot.low)

    def _comes_second(self, verb: int) -> bool:
        """Tell whether a verb stands behind what tells when or where, its subject behind it: "Am Ende sagte Rau"."""
        opens = self.stream.sentence_span(verb)[0]
        within = self.stream.lows[opens:verb]
        adverbial = within[0] in other_words("adverbial", self.stream.language.code) and QUOTE not in within
        return adverbial and "," not in within and bisect_left(self.at, opens) == bisect_left(self.at, verb)

    def _with_cue(self, spot: _Spot, verb: int, relation: Relation, gap: str = "0") -> Profile:
        """Return the profile with the verb that stands at `verb`, one of the cues."""
        low = self.stream.lows[verb]
        return spot.profile(relation, verb, self._cues[low], gap, _form(low))

    def _verb_last(self, spot: _Spot) -> Profile | None:
        """Read the verb behind its subject: "the mayor said", "the notice on the website said", "she was described"."""
        mention = spot.mention
        at, gap = self._verb_after(mention, spot.high)
        if at < 0:
            return None
        low = self.stream.lows[at]
        form = _form(low)
        if form != "ing" and gap[0] != "'" and self._preposition_before(mention.first, spot.low):
            relation: Relation = "SO"
        else:
            relation = "PV" if self._is_passive(at, mention.last) or self._hears(mention, at) else "SV"
        return spot.profile(relation, at, self._reporting[low], gap, form)

    def _blamed_for(self, spot: _Spot) -> Profile | None:
        """Read "blamed Ray for saying": Ray said it."""
        lows, last = self.stream.lows, spot.mention.last
        verb = last + 1
        if verb >= spot.high or lows[last] not in ("for", "of") or not lows[verb].endswith("ing"):
            return None
        told = self._reporting.get(lows[verb])
        return spot.profile("SV", verb, told, "f", "ing") if told else None

    def _by(self, spot: _Spot) -> Profile | None:
        """Read who tells behind "by", "from" or "to": "a letter written by Ana Ruiz"."""
        lows, first, low = self.stream.lows, spot.first, spot.low
        if first <= low or lows[first - 1] not in _AGENTS:
            return None
        for back in range(first - 2, max(low - 1, first - 2 - _AGENT_WITHIN), -1):
            if lows[back] in self._cues:
                return self._with_cue(spot, back, "BY")
        return None

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
        return back >= edge and lows[back] in _BEING  # "Dunnock's called it" is no passive

    def _hears(self, mention: Mention, at: int) -> bool:
        """Tell whether the verb here says what a court or the like is told; "told" does so in headlines alone."""
        if mention.words[-1] not in _HEARERS or self.stream.lows[at] not in _HEARD:
            return False
        paragraph = self.stream.paragraphs[at]
        return self.stream.lows[at] != "told" or self.article.paragraphs[paragraph].role is Role.HEADLINE


@cache
def _form(low: str) -> str:
    for ending in ("ing", "ed", "s"):
        if low.endswith(ending):
            return ending
    return "0"
