"""Finds mentions in texts of other languages; in German, where all nouns have capitals, names are told from them."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache

from quotecli.core.folding import fold
from quotecli.find.mentions.finder import MentionFinder
from quotecli.find.mentions.mention import Mention
from quotecli.find.mentions.tokens import QUOTE, Stream, cited_from
from quotecli.find.mentions.tongue import function_words, other_words
from quotecli.find.words.closed import is_capital
from quotecli.find.words.lexicon import Category, cue_class, vocabulary

_GOVERNING = vocabulary("governing (foreign)")
"""Behind them a name tells of another and speaks not."""
_OWNING = frozenset("son sa su suo sua seu".split())
_ELIDED = "l'"
"""A French or Italian article that is written together with its noun: "l'élu"."""
_INVERTED = re.compile(r"[^\W\d_]+(?:-t)?-(?P<pronoun>ils?|elles?)")
"""A French verb with its subject behind it: "dit-il", "a-t-elle"."""


_OWN_IN_GERMAN = re.compile(r"(?:ihr|sein|mein|dein|unser)(?:e[mnrs]?)")
"""What tells whose something is, with a capital where it opens a sentence: "Ihren Namen"."""
_ENGLISH_ARTICLES = frozenset(("a", "an"))
_CASES = frozenset(("der", "den"))
"""Articles that a German name behind a subject has in another case than that."""
_WITH_GENITIVE = frozenset("da de no sv".split())
"""Languages that write the genitive of a name with "s"."""
_OF_PLACES = ("al", "ale")
"""Endings of Romance words that tell whose a body is: "regional", "communale"."""
_OF_BODIES = frozenset("dei del degli delle des di do dos das du".split())
_SHORTEST_OWNER = 3
_ADVERBS = ("t", "nde", "en", "sedan", "dag", "går", "nu", "da")
"""Endings of Nordic words that tell when and how somebody speaks."""


@cache
def _heads() -> frozenset[str]:
    return frozenset(map(fold, vocabulary("body heads (foreign)")))


@cache
def _german_roles() -> tuple[str, ...]:
    """Return what German nouns for the holders of offices and trades end in."""
    return tuple(vocabulary("roles (german)"))


class ForeignFinder(MentionFinder):
    """Collects mentions of a stream that is not English."""

    def __init__(self, stream: Stream, title_case: Collection[int]) -> None:
        """Take the stream; see `MentionFinder`."""
        super().__init__(stream, title_case)
        self.language = stream.language
        self.pronouns = self.language.pronouns
        self.articles = self.language.articles
        code = self.language.code
        self.german = code == "de"
        self.linking = other_words("linking", code)
        self.prepositions = other_words("prepositions", code) or _GOVERNING
        self.according = other_words("according", code)
        self.function = function_words()
        if self.language.telling:
            self.common = self.function  # "Beat" is a Swiss, and beats nobody
        opens = set(self.openings)
        self.openings = [
            at
            for at, low in enumerate(stream.lows)
            if at in opens or low in self.articles or "-" in low or low in _OWNING or low.startswith(_ELIDED)
        ]
        self.families = {
            fold(stream.words[at + 1])
            for at in range(len(stream) - 1)
            if stream.lows[at] in self.given and is_capital(stream.words[at]) and is_capital(stream.words[at + 1])
        }

    def _at(self, at: int) -> Mention | None:
        stream, word, low = self.stream, self.stream.words[at], self.stream.lows[at]
        if inverted := _INVERTED.fullmatch(word):
            pronoun = inverted["pronoun"]
            found = self._make("pron", at, at + 1, (pronoun.removesuffix("s"),), _gender_of(pronoun))
            found.start = found.end - len(pronoun)
            return found
        if (low in self.articles or low in _OWNING or low.startswith(_ELIDED)) and (
            noun := self._noun_by_cue(at)
        ) is not None:
            return noun
        if (low in self.function or low in _ENGLISH_ARTICLES) and low not in self.pronouns:
            return None  # "a lancé Hélène Astruc": no noun behind an English article
        if self.german and _OWN_IN_GERMAN.fullmatch(low):
            return None
        if low == "lui" and self.language.code == "fr" and cue_class(stream.low(at + 1)):
            return None  # "lui répond la patronne"
        mention = super()._at(at)
        if mention is None or mention.kind != "name":
            return mention
        self._read_head(mention)
        if self._only_opens(mention) or (self.german and not self._is_name_in_german(mention)):
            return None
        if stream.words[at] == "M." and self.language.code == "fr" and mention.words[0] == "m" and mention.words[1:]:
            mention.words, mention.role = mention.words[1:], "monsieur"  # "M. Faure" is no Marie Faure
        mention.modifies = self._is_governed(at) or self._owns(mention)
        return mention

    def _is_governed(self, at: int) -> bool:
        """Tell whether the name here is no subject: "la alcaldesa de Puerto Hondo", "sagte sie dem Nordkurier"."""
        words, lows = self.stream.words, self.stream.lows
        before = at - 1
        if cited_from(self.stream, at) >= 0:
            return False
        if self.german and before > 0 and lows[before] in _CASES:
            return is_capital(words[before - 1]) or lows[before - 1] in self.pronouns  # "sagte Ute Wagner der Post"
        if before > 0 and lows[before] in self.articles and lows[before] not in self.prepositions:
            before -= 1
        return before >= 0 and lows[before] in self.prepositions

    def _owns(self, mention: Mention) -> bool:
        """Tell whether a name is a genitive and only says whose somebody is: "Maria Stelzers advokat".

        It is where the text has the name without its "s", or a word in small letters follows that may be a noun. The
        name is read without the "s".
        """
        name, lows, last = mention.words[-1], self.stream.lows, mention.last
        if self.language.code not in _WITH_GENITIVE or len(name) < _SHORTEST_OWNER or name[-1] != "s":
            return False
        known = self.stream.words[mention.last - 1][:-1] in self.seen and name[-2] != "s"
        following = self.stream.words[last] if last < len(lows) else "."
        noun = following.isalpha() and (self.german == following.istitle()) and lows[last] not in self.function
        adverb = lows[last].endswith(_ADVERBS) if noun else True
        owner = noun and not cue_class(lows[last]) and (known or not (adverb or self.german))
        if owner and known:
            mention.words = (*mention.words[:-1], name[:-1])
        return owner

    def _behind_particles(self, at: int) -> int:
        """Return the index behind the name word that particles of this language lead to, see `RunReader`."""
        if self.linking and self.stream.lows[at] not in self.linking:
            return at
        return super()._behind_particles(at)

    def _past_inner(self, at: int, end: int, ahead: str) -> int:
        """Return where a name goes on behind small words; a noun and a whole name are two: "Fragen von Uta Brandes"."""
        if end - at == 1 and self.stream.lows[at] not in self.given and ahead.lower() in self.given:
            return end
        return super()._past_inner(at, end, ahead)

    def _read_head(self, mention: Mention) -> None:
        """Read what stands in a name or before it: "groupe Tourvel" is a body, "Hausmeister Ottokar Brenneis" a man."""
        stream, first = self.stream, mention.first
        if mention.words[0] in _heads():
            mention.category = "body"
            self._read_on(mention)
        elif first and fold(stream.lows[first - 1]) in _heads() and len(mention.words) == 1:
            mention.category, mention.first, mention.start = "body", first - 1, stream.starts[first - 1]
            mention.words = (fold(stream.lows[first - 1]), *mention.words)
        elif self.german and len(mention.words) > 1 and self._is_german_role(first, mention.words[0]):
            mention.role, mention.words = mention.words[0], mention.words[1:]

    def _read_on(self, mention: Mention) -> None:
        """Read what a body has in its name in small letters: "Confédération des pêcheurs", "Gobierno regional"."""
        lows, last = self.stream.lows, mention.last
        if len(mention.words) > 1 or last + 1 >= len(lows):
            return
        if lows[last].endswith(_OF_PLACES) and lows[last].isalpha():
            end = last + 1
        elif lows[last] in _OF_BODIES and lows[last + 1].isalpha() and lows[last + 1] not in self.function:
            end = last + 2
        else:
            return
        mention.words = (*mention.words, *map(fold, lows[last:end]))
        mention.last, mention.end = end, self.stream.ends[end - 1]

    def _is_german_role(self, at: int, word: str) -> bool:
        """Tell whether a name's first word tells what its bearer does: "Gemeinderat Kuhn", "Ratsfrau Ida Kuhn"."""
        low = self.stream.lows[at]
        if fold(low) != word or low in self.given:
            return False
        following = self.stream.words[at + 1 : at + 3]
        return low.endswith(_german_roles()) or (
            len(following) > 1 and all(map(is_capital, following)) and following[0].lower() in self.given
        )

    def _only_opens(self, mention: Mention) -> bool:
        """Tell whether one word has its capital from opening a sentence: "Torna l'acqua alta"."""
        stream = self.stream
        low = stream.lows[mention.first]
        alone = mention.last == mention.first + 1 and stream.first[stream.sentences[mention.first]] == mention.first
        known = low in self.seen_name or low in self.given or stream.words[mention.first].isupper()
        return alone and not known and not cue_class(stream.lows[mention.last] if mention.last < len(stream) else "")

    def _noun_by_cue(self, at: int) -> Mention | None:
        """Read "sagte der 54-Jährige", "explique la boulangère", "promet l'élu": an unknown noun beside a verb."""
        stream, lows = self.stream, self.stream.lows
        low_edge, high_edge = stream.sentence_span(at)
        noun = at if lows[at].startswith(_ELIDED) else at + 1
        if noun >= high_edge or not lows[noun][0].isalnum() or lows[noun] in self.function:
            return None
        if not self.german and is_capital(stream.words[noun]) and noun > at:
            return None
        if self._names_person(noun + 1):
            return None
        last = noun + 1
        told = at > low_edge and (bool(cue_class(lows[at - 1])) or lows[at - 1] in self.according)
        if not told and self._has_adjective(last, high_edge):
            last += 1  # "la direction académique indique"
        tells = last < high_edge and bool(cue_class(lows[last]))
        near = QUOTE in lows[max(low_edge, at - 5) : min(high_edge, at + 8)]
        if not (near and (told or tells)):
            return None
        head = lows[noun].removeprefix("l'")
        category: Category = "person"
        if head in other_words("documents", self.language.code):
            category = "document"
        elif fold(head) in _heads():
            category = "body"
        return self._make("noun", at, last, (head,), self.articles.get(lows[at], "u"), category, head)

    def _has_adjective(self, at: int, edge: int) -> bool:
        """Tell whether a word in small letters stands between a noun and its reporting verb."""
        low = self.stream.lows[at] if at + 1 < edge else "."
        plain = low.isalpha() and low not in self.function and not is_capital(self.stream.words[at])
        return plain and not cue_class(low) and bool(cue_class(self.stream.lows[at + 1]))

    def _names_person(self, at: int) -> bool:
        words, lows = self.stream.words, self.stream.lows
        return (
            at < len(words) and is_capital(words[at]) and (lows[at] in self.given or lows[at].strip(".") in self.titles)
        )

    def _is_name_in_german(self, mention: Mention) -> bool:
        """Tell names from nouns: by a given name or title, by a full name elsewhere, by a verb beside them."""
        lows, words = self.stream.lows, self.stream.words
        if mention.role or mention.words[0] in self.given or mention.words[-1] in self.families:
            return True
        if words[mention.last - 1].isupper() or len(mention.words) > 1:
            return all(map(is_capital, words[mention.first : mention.last]))  # "Sprecher der Polizei" is nobody
        before = lows[mention.first - 1] if mention.first else ""
        after = lows[mention.last] if mention.last < len(lows) else ""
        return before not in self.function and bool(cue_class(before) or cue_class(after))


def _gender_of(pronoun: str) -> str:
    return "p" if pronoun.endswith("s") else "f" if pronoun == "elle" else "m"
