"""Finds the reporting verb whose subject a mention is: beside it, past what stands between, or behind "and"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Mapping, Sequence
from sys import intern

from quotecli.find.mentions.mention import Mention
from quotecli.find.mentions.tokens import QUOTE, Stream
from quotecli.find.words.closed import OWNERS
from quotecli.find.words.lexicon import PRONOUNS, category_of, vocabulary

_SKIPPED = vocabulary("skipped")
_NO_SUBJECT_BETWEEN = vocabulary("no subject between")
_GOVERNING = vocabulary("governing (verbs)")
"""Prepositions: behind one a name is no subject; "because", "as" and "after" may open a clause and are none here."""
_SUBJECTS = frozenset("i he she we they".split())
_BREAKING = frozenset(("though", "although", "while", "whereas", "but", "because", "when", "if", QUOTE))
"""What ends the row of appositions behind a name."""
_OBJECTS = frozenset("me him her us them".split())
_CLAUSE = 16
"""Words of a relative clause without commas."""
_CURRENCIES = frozenset("$£€¥")
_CLAUSES = frozenset("what which whom whose how why when where whether because if".split())
_ARTICLES = frozenset(("the", "a", "an"))
_NO_VERB_BEHIND = _ARTICLES | {"to"}
_OPEN_CLAUSES = vocabulary("open clauses")
"""What stands behind the "that" of a clause with a subject of its own."""
_RELATIVES = frozenset(("who", "whose", "which"))
_CLOSERS = frozenset((",", QUOTE, ".", ";", ":"))
_OPENERS = vocabulary("openers")
"""What may open an apposition, a clause or the like between a mention and its verb."""
VERB_BEFORE = 7
"""How many words before a mention the verb may stand whose subject it is: "said Sheriff Ana Ruiz"."""
_VERB_BEHIND, _VERB_BEHIND_OWNER = 6, 5
"""How many words behind a mention, and what belongs to it, its verb may stand; fewer behind "'s"."""
_GOVERNED_WITHIN = 9
"""Words of what a preposition or participle behind a mention governs."""
_NO_FINITE = frozenset(("open", "close", "like"))
"""Forms of reporting verbs that are other words right behind a mention."""
_PARTICIPLES = vocabulary("participles")
_RANKING = frozenset(("no.", "world"))
_BEING = frozenset("is are was were".split())
_CAUGHT = frozenset("caught filmed heard overheard recorded taped videotaped".split())
_OWNING = frozenset(("'s", "'"))
_MARKS = frozenset(("(", "'s", "'"))
"""What may stand between a mention and its verb, or what belongs to it."""
_PAPERS = frozenset("album book film journal magazine memoir newspaper novel paper play series show song".split())
_NO_VERB = -1, ""


def _reduced(mention: Mention, low: str) -> bool:
    """Tell whether a word may open a clause without its pronoun: "a source familiar with", "a card left in"."""
    if mention.kind != "noun":
        return False
    if mention.category == "document" and (low.endswith("ed") or low in _PARTICIPLES):
        return True
    return low.endswith("ing") or low in ("familiar", "close", "involved")


class VerbReader:
    """Finds the verbs of mentions; `profiles.ProfileReader` fills in what it reads by.

    Attributes:
        at: where the mentions begin.
    """

    stream: Stream
    mentions: Sequence[Mention]
    at: Sequence[int]
    _reporting: Mapping[str, tuple[str, str]]
    _cues: Mapping[str, tuple[str, str]]

    def _preposition_before(self, first: int, edge: int) -> bool:
        lows = self.stream.lows
        at = first - 1
        if at - 1 > edge and lows[at] in _OWNING:
            at -= 2  # "Ana Ruiz of Reporters' Union International"
        named = lows[at] in _PAPERS and self.stream.words[first][0].isupper()
        if named and at - 2 > edge and lows[at - 1] in _ARTICLES and lows[at - 2] in ("in", "of"):
            at -= 1  # "published in the journal Reef Letters", "the author of the novel Salt Road"
        if at > edge and lows[at] in _ARTICLES:
            at -= 1
        return at >= edge and lows[at] in _GOVERNING

    def _verb_before(self, first: int, edge: int) -> int:
        lows, cues = self.stream.lows, self._cues
        for back in range(first - 1, max(edge, first - VERB_BEFORE) - 1, -1):
            low = lows[back]
            if low in cues and low not in ("former", "opening"):
                return back
            if low in _RANKING or (low == "no" and lows[back + 1].isdigit()):
                continue  # "said World No. 1 Ana Ruiz"
            capital = self.stream.words[back][0].isupper()
            if capital and (category_of(low) == "person" or low in OWNERS):
                continue  # "said Children's Commissioner Dame Ana Ruiz"
            if low in _NO_SUBJECT_BETWEEN or low in PRONOUNS or capital:
                return -1
            if low in ("'s", "'") and (self.stream.words[back - 1].islower() or lows[back - 1] in OWNERS):
                continue  # "said sheriff's spokesman Ray Orr"
            if not low[0].isalnum():
                return -1
        return -1

    def _verb_after(self, mention: Mention, edge: int) -> tuple[int, str]:
        """Find the reporting verb whose subject the mention is; skips parentheses, appositions, relative clauses.

        Return where it stands, and what stands between, see `Profile.gap`.
        """
        at, gap = mention.last, "0"
        if at < edge and self.stream.lows[at] in _MARKS:
            at, gap = self._past_mark(at, edge)
        if at >= edge or self._has_no_verb(mention):
            return _NO_VERB
        opener = self.stream.lows[at]
        if opener in _BEING and (caught := self._caught_saying(at + 1, edge)) >= 0:
            return caught, "0+"
        if opener in _OPENERS or self._serves(mention, at):
            if opener == "," and self._apposed(mention, at + 1, edge):
                return at + 1, ","
            at, gap = self._past_insertion(at, edge, opener)
        elif (opener not in self._cues or opener == "close") and _reduced(mention, opener):
            at, gap = self._past_governed(at, at + 1, edge), "i"
        said = self._reporting if mention.possessive else self._cues
        return self._told_from(at, gap, edge, said) if at >= 0 else _NO_VERB

    def _serves(self, mention: Mention, at: int) -> bool:
        """Tell whether "to" leads to whom somebody serves: "An aide to the mayor said", not "an aide to talk to"."""
        if self.stream.lows[at] != "to" or mention.category != "person" or mention.kind != "noun":
            return False
        following = self.stream.word(at + 1)
        return following[:1].isupper() or following in ("the", "a", "an", "his", "her", "their")

    def _caught_saying(self, at: int, edge: int) -> int:
        """Return where "saying" stands of whom others have heard: "was caught on tape saying"; -1 for nobody."""
        lows = self.stream.lows
        if at + 1 >= edge or lows[at] not in _CAUGHT:
            return -1
        verb = at + (3 if lows[at + 1] in ("on", "by") else 1)
        return verb if verb < edge and lows[verb].endswith("ing") and lows[verb] in self._cues else -1

    def _has_no_verb(self, mention: Mention) -> bool:
        """Tell whether a mention is no subject of what follows: "him", "the decision to read"."""
        lows = self.stream.lows
        if mention.kind == "pron":
            return lows[mention.first] in _OBJECTS
        return mention.category == "document" and lows[mention.last : mention.last + 1] == ["to"]

    def _past_mark(self, at: int, edge: int) -> tuple[int, str]:
        """Return where what follows brackets and "'s" stands, and which of them it follows: `(` or `'`."""
        lows, gap = self.stream.lows, ""
        if lows[at] == "(":
            at, gap = self._beyond(at + 1, edge, ")"), "("
        if at < edge and lows[at] in ("'s", "'"):
            at, gap = at + 1, "'"
        return at, gap

    def _past_insertion(self, at: int, edge: int, opener: str) -> tuple[int, str]:
        """Return where what stands behind an insertion begins, -1 where no verb does, and of which sort it is."""
        if opener == ",":
            relative = at + 1 < edge and self.stream.lows[at + 1] in _RELATIVES
            return self._past_apposition(at, edge), "w" if relative else ","
        if opener in ("—", "–"):
            return self._beyond(at + 1, edge, opener), "-"
        if opener in ("who", "which"):
            return self._past_relative(at + 1, edge), "w"
        # what a preposition governs is no verb: "the secretary of state"
        lows = self.stream.lows
        governs = at + 1 < edge and lows[at + 1] not in _CLOSERS
        at = self._past_governed(at, at + 2 if governs else at, edge)
        if 0 <= at < edge and lows[at] == "," and lows[at + 1] in _RELATIVES:
            at = self._past_apposition(at, edge)  # "an aide to the governor, who asked not to be named, said"
        return at, "o"

    def _past_apposition(self, at: int, edge: int) -> int:
        """Return where the row of appositions ends that the comma here opens: ", a baker, of Loma, said"."""
        lows, cues = self.stream.lows, self._cues
        closing = self._beyond(at + 1, edge, ",")
        while closing < min(edge, at + 30) and not (lows[closing] in cues or self._breaks(closing)):
            further = self._beyond(closing, edge, ",")
            if further >= edge or further > at + 34:
                break
            closing = further
        return closing

    def _breaks(self, at: int) -> bool:
        """Tell whether a clause begins here that is no apposition; ", though," is none."""
        lows = self.stream.lows
        return lows[at] in _BREAKING and lows[at : at + 2] != ["though", ","]

    def _past_governed(self, opener: int, at: int, edge: int) -> int:
        """Return where the phrase ends that a preposition or participle opens; -1 where another's clause begins in it.

        "the notice on the website said"; `at` is the first word that may be the verb.
        """
        lows, limit = self.stream.lows, min(edge, opener + _GOVERNED_WITHIN)
        if lows[opener + 1 : opener + 2] == [QUOTE] and opener + 2 < limit and self._tells_there(opener + 2):
            return opener + 2  # "the host of “Lomax Live” told"
        if opener + 1 < edge and lows[opener + 1] in _CLAUSES:
            return -1  # "a card for what the report calls …": another clause, with a subject of its own
        while at < limit and lows[at] not in _CLOSERS and not self._tells_there(at):
            if self._begins_other_clause(at, edge):
                return -1
            at += 1
        return at

    def _begins_other_clause(self, at: int, edge: int) -> bool:
        """Tell whether a clause begins here whose verb is another's."""
        lows = self.stream.lows
        low = lows[at]
        if low in _SUBJECTS:
            return True  # "a letter to Nesta in 1943 she wrote": she did
        if low == "that":
            # "told the jury of twelve men that the defendant had shouted": he did
            return at + 1 < edge and lows[at + 1] in _OPEN_CLAUSES
        # "beat a man with an oar and told": whoever did the one did the other
        return low in ("and", "but") and self._tells_next(at + 1, edge)

    def _told_from(self, begin: int, gap: str, edge: int, said: Collection[str]) -> tuple[int, str]:
        """Find one of the verbs `said` from `begin` on, over adverbs and helping verbs."""
        lows, owned, at = self.stream.lows, gap == "'", begin
        limit = min(edge, begin + (_VERB_BEHIND_OWNER if owned else _VERB_BEHIND))
        no_verb_behind = _NO_VERB_BEHIND if owned else _ARTICLES  # "Orr's refusal except to say": not his verb
        while at < limit:
            low = lows[at]
            present = low.endswith("ing")
            if present and gap == ",":
                break  # "In a speech, Smith opened the debate, calling it …": whose verb it is stands elsewhere
            told = low in said and low not in _NO_FINITE and lows[at - 1] not in no_verb_behind
            if told and not (owned and present):
                return at, gap if at == begin else intern(gap + "+")
            if not (low in _SKIPPED or low.endswith("ly") or (owned and low[0].isalpha())):
                break
            at += 1
        return _NO_VERB

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
