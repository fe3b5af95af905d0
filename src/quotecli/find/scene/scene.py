"""One article made ready for attribution: pieces, stream, mentions, entities, and how each mention stands to a cue."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from quotecli.core.folding import fold
from quotecli.core.types import Article, Role, Span
from quotecli.find.entities.entity import Entity
from quotecli.find.entities.gathering import Cast
from quotecli.find.entities.links import owned_bodies
from quotecli.find.marks.piece import Piece
from quotecli.find.mentions.finder import MentionFinder
from quotecli.find.mentions.foreign import ForeignFinder
from quotecli.find.mentions.mention import Mention
from quotecli.find.mentions.parts import whole_signatures, without_parts
from quotecli.find.mentions.peers import name_peers
from quotecli.find.mentions.profiles import ProfileReader
from quotecli.find.mentions.tokens import QUOTE, Stream
from quotecli.find.scene.examined import Examined, Sides, read_examined
from quotecli.find.scene.exchange import find_exchanges
from quotecli.find.scene.letter_labels import interview_sides
from quotecli.find.scene.voices import find_voices
from quotecli.find.words.headings import byline_paragraphs, title_case_paragraphs

_OPENING = 4
"""Paragraphs of an opening, headline and byline among them."""
_HEAD = 8
"""Paragraphs among which lines for author, outlet and date are looked for."""
_BEFORE_LABEL = re.compile(r"q\d{1,4}\.?|from")
"""What stands before a label: the number of a question, "From" in a meeting's chat."""


class Scene:
    """What the ranker looks at; `strangers` are the mentions that are known to mean nobody named.

    `outlet` are the words of who prints the article, and whom no "it" in it means: "seen by the Chronicle, it said".

    `profiles` tell by mention how it stands to a reporting verb, `leads` whether it is the first of its sentence,
    `heads` whether none begins before it there (parts of names may begin together); `voices` tell by piece who speaks
    it (a mention, -1 for nobody) where turns are taken: see `voices.py`, `exchange.py`.
    """

    def __init__(self, article: Article, pieces: Sequence[Piece]) -> None:
        """Read the article's words, mentions and entities around the pieces."""
        self.article = article
        self.pieces = pieces
        self.stream = Stream(article, pieces)
        starts = [paragraph.start for paragraph in article.paragraphs]
        labelled = {bisect_right(starts, piece.source.start) - 1 for piece in pieces if piece.source}
        self.headings = title_case_paragraphs(article) - labelled
        self.bylines = byline_paragraphs(article)
        finder = MentionFinder if self.stream.english else ForeignFinder
        self.mentions = name_peers(self.stream, finder(self.stream, self.headings).find())
        self._add_sources()
        hidden = [article.text[piece.start : piece.end] for piece in pieces]
        hidden += [article.text[article.paragraphs[n].start : article.paragraphs[n].end] for n in sorted(self.headings)]
        self.cast = Cast(self.stream, self.mentions, [*hidden, article.title or ""])
        self.at = [mention.first for mention in self.mentions]
        self.source_of = self._find_sources()
        self.label_ends = {self.mentions[number].last for number in self.source_of.values()}
        self.strangers: set[int] = set()
        self.outlet = frozenset(fold(article.outlet or "").split())
        self.leads, self.heads = self._read_order()
        self.profiles = ProfileReader(article, self.stream, self.mentions, self.heads).read()
        self.voices = find_voices(article, pieces, self.stream, self.mentions, self.cast) | find_exchanges(self)

    @cached_property
    def opening(self) -> int:
        """The index of the paragraph behind the opening, in which somebody may be told of before being named.

        Of the lines for author, outlet and date one counts as a paragraph.
        """
        lines = sum(paragraph.role is Role.BYLINE for paragraph in self.article.paragraphs[:_HEAD])
        return _OPENING + max(lines - 1, 0)

    @cached_property
    def examined(self) -> Examined:
        """Who asks and who answers from line to line of a deposition or a hearing."""
        return read_examined(self.article, self.cast)

    @cached_property
    def interview(self) -> Sides:
        """Who asks and who answers in the article's interview."""
        return interview_sides(self)

    @cached_property
    def owned(self) -> dict[tuple[str, ...], Entity]:
        """The bodies that are named by whose they are, see `owned_bodies`; grows with those that are made."""
        return owned_bodies(self.cast.entities)

    def is_nickname(self, at: int) -> bool:
        """Tell whether the piece at this word of the stream stands inside a person's name: Norman “Nobby” Clarke."""
        index = bisect_left(self.at, at) - 1
        around = self.mentions[index] if index >= 0 else None
        if around is None or at >= around.last:
            return False
        return any(part.kind == "name" and part.first < at < part.last for part in around.members or (around,))

    def _words_of(self, source: Span) -> tuple[int, int]:
        """Return the stream's indices [first, last) of the words inside a span of the text."""
        starts = self.stream.starts
        return bisect_left(starts, source.start), bisect_left(starts, source.end)

    def _add_sources(self) -> None:
        """Add a mention for each label or footer that the structure names and that holds no mention yet."""
        sources = {piece.source for piece in self.pieces if piece.source}
        if not sources:
            return
        self.mentions = without_parts(self.stream, self.mentions, map(self._words_of, sources))
        signed = [piece.source for piece in self.pieces if piece.source and piece.style == "post"]
        self.mentions = whole_signatures(self.stream, self.mentions, map(self._words_of, signed))
        taken = {at for mention in self.mentions for at in range(mention.first, mention.last)}
        fresh: list[Mention] = []
        for source in sources:
            first, last = self._words_of(source)
            self._widen(first, last)
            self._narrow(first, last)
            self._number(first, last)
            inside = [at for at in range(first, last) if self.stream.words[at] != QUOTE]
            if inside and not taken.intersection(inside):
                words = tuple(self.stream.lows[at].strip(".") for at in inside if self.stream.lows[at][0].isalnum())
                fresh.append(Mention("source", first, last, source.start, source.end, words))
        if fresh:
            self.mentions = sorted([*self.mentions, *fresh], key=lambda mention: mention.first)

    def _widen(self, first: int, last: int) -> None:
        """Let a name that ends a label begin where it does: "PARADE REVIEW:" is not Review, nor "Women's Life" Life."""
        at = bisect_left(self.mentions, last, key=lambda mention: mention.last)
        mention = self.mentions[at] if at < len(self.mentions) else None
        if mention is None or mention.last != last or mention.kind != "name" or len(mention.words) > 1:
            return
        before = self.stream.words[first : mention.first]
        in_capitals = all(word.isupper() and word.isalpha() for word in before)
        owned = before[-1:] in (["'s"], ["’s"]) and all(word[0].isupper() for word in before[:-1])
        if before and (in_capitals or owned) and not mention.role:
            mention.words = (*(fold(word) for word in before if word[0].isalpha()), *mention.words)
            mention.first, mention.start = first, self.stream.starts[first]

    def _narrow(self, first: int, last: int) -> None:
        """Let a name that begins before its label begin where that does: "Q12 Chair:", "From Ann Lee to Everyone:"."""
        at = bisect_left(self.mentions, last, key=lambda mention: mention.last)
        mention = self.mentions[at] if at < len(self.mentions) else None
        if mention is None or mention.first >= first or mention.last != last or mention.kind != "name":
            return
        if _BEFORE_LABEL.fullmatch(self.stream.lows[mention.first]):
            words = tuple(low.strip(".") for low in self.stream.lows[first:last])
            self.mentions[at] = Mention("source", first, last, self.stream.starts[first], mention.end, words)

    def _number(self, first: int, last: int) -> None:
        """Let a noun that begins a label go on to its number: "Speaker 2:", whom no other noun means."""
        at = bisect_left(self.mentions, first, key=lambda mention: mention.first)
        mention = self.mentions[at] if at < len(self.mentions) else None
        if mention is None or mention.first != first or mention.last != last - 1 or mention.kind != "noun":
            return
        if self.stream.words[last - 1].isdecimal():
            words = tuple(self.stream.lows[first:last])
            self.mentions[at] = Mention("source", first, last, mention.start, self.stream.ends[last - 1], words)

    def _find_sources(self) -> dict[int, int]:
        """Map pieces whose speaker the structure names to the mention that stands there."""
        found: dict[int, int] = {}
        for number, piece in enumerate(self.pieces):
            if piece.source:
                first, last = self._words_of(piece.source)
                at = bisect_left(self.at, first)
                if at and self.mentions[at - 1].last > first:
                    at -= 1
                if at < len(self.mentions) and self.mentions[at].first < last:
                    found[number] = at
        return found

    def entity_of(self, mention: Mention) -> Entity | None:
        """Return the entity that the mention was resolved to, or None."""
        return self.cast.entities[mention.entity] if mention.entity >= 0 else None

    @cached_property
    def persons(self) -> tuple[Counter[str], Counter[str]]:
        """How many persons of the article bear each family name, and how many are of each gender."""
        persons = [entity for entity in self.cast.entities if entity.is_person]
        families = Counter([person.words[-1] for person in persons if len(person.words) > 1])
        return families, Counter([person.gender for person in persons])

    @cached_property
    def names_relatives(self) -> bool:
        """Whether two persons of the text share a family name, so that a relative told of may be one of them."""
        return any(count > 1 for count in self.persons[0].values())

    def cue_span(self, index: int) -> Span | None:
        """Return where the reporting verb of mention `index` stands in the text, or None."""
        profile = self.profiles[index]
        if not profile.verb:
            return None  # the mention has none, or only tells of another: "Clinton's spokesman"
        last = profile.at + (1 if profile.relation == "ACC" else 0)
        return Span(self.stream.starts[profile.at], self.stream.ends[last])

    def mentions_between(self, first: int, last: int) -> int:
        """Count the mentions that begin in `[first, last)` of the stream."""
        return bisect_left(self.at, last) - bisect_left(self.at, first)

    def _read_order(self) -> tuple[list[bool], list[bool]]:
        """Tell of each mention whether it is the first of its sentence, and whether none begins before it there."""
        sentences = self.stream.sentences
        leading: list[bool] = []
        heading: list[bool] = []
        sentence = head = -1
        for first in self.at:
            leads = sentences[first] != sentence
            if leads:
                sentence, head = sentences[first], first
            leading.append(leads)
            heading.append(first == head)
        return leading, heading
