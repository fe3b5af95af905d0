"""Whom a name means that several bear: who was named here, else who matters most, as far as nothing rules them out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Sequence

from quotecli.find.entities.entity import Entity
from quotecli.find.entities.genders import gender_behind, gender_in_paragraph
from quotecli.find.entities.kinship import Kinship
from quotecli.find.entities.name_forms import gender_of_name, told_by_age
from quotecli.find.mentions.mention import Mention
from quotecli.find.mentions.tokens import Stream
from quotecli.find.words.lexicon import cue_forms, gender_of_given

_IN_TITLE = 100
"""How often a name counts as named that stands in the article's title."""
_COMPARED = frozenset("younger elder older".split())
_LEADING = 5
"""Words into a sentence that whom it is about may stand: "His older brother, Terrence, …"."""


class Rivals:
    """Those who may share a name, and what tells which of them is meant, while the names are read in order."""

    def __init__(
        self, stream: Stream, named: Sequence[Mention], departed: Container[tuple[str, ...]], kinship: Kinship
    ) -> None:
        """Count how often each is named in full; `departed` are the names of the dead."""
        self._stream, self._departed, self._kinship = stream, departed, kinship
        self._weight = Counter([mention.entity for mention in named if mention.entity >= 0])
        self._introduced = {mention.entity: mention.first for mention in reversed(named)}
        self._last_seen: dict[int, int] = {}
        self._last_led: dict[int, int] = {}

    def introduced(self, entity: Entity) -> int:
        """Return where the text names somebody in full first, -1 for nowhere."""
        return self._introduced.get(entity.number, -1)

    def weigh_titled(self, entities: Iterable[Entity], title: Container[str]) -> None:
        """Let those count for more whom the article's title names, which has these words, folded."""
        for entity in entities:
            named_well = gender_of_given(entity.words[0]) or self._weight[entity.number] > 1
            if named_well and entity.words[-1] in title and entity.words[0] in title:
                self._weight[entity.number] += _IN_TITLE

    def weigh_relatives(self, numbers: Iterable[int]) -> None:
        """Let those count for less who are told as relatives of others."""
        self._weight.subtract(dict.fromkeys(numbers, 2))

    def see(self, entity: Entity, mention: Mention) -> None:
        """Take in that somebody is named here; of "Gary Huff, Arlene’s husband" the text goes on about him."""
        if mention.possessive:
            return
        self._last_seen[entity.number] = mention.first
        if mention.first - self._stream.sentence_span(mention.first)[0] < _LEADING:
            self._last_led[entity.number] = mention.first

    def choose(self, bearers: list[Entity], mention: Mention) -> Entity:
        """Return who of the bearers of a name is meant, who counts for more from now on."""
        best = max(bearers, key=lambda e: self._prominence(e, mention))
        self._weight[best.number] += 1
        return best

    def narrowed(self, bearers: list[Entity], mention: Mention, title: str) -> list[Entity]:
        """Return whom of several bearers a name may mean by the words beside it; `title` is the gender of its title."""
        lows, last = self._stream.lows, mention.last
        named = [e for e in bearers if self._introduced.get(e.number, mention.first) < mention.first]
        bearers = named or bearers  # who is named in full further on is not yet meant
        if mention.generation:
            bearers = [e for e in bearers if e.generation == mention.generation] or bearers
        before = lows[max(mention.first - 1, 0)]
        if before in cue_forms() or (last < len(lows) and lows[last] in cue_forms()):
            bearers = [e for e in bearers if e.words not in self._departed] or bearers
        bearers = self._told_by_title(told_by_age(before, bearers, mention.generation), title)
        if gender := "" if title else gender_behind(self._stream, last):
            bearers = [e for e in bearers if gender_of_name(e.words) in (gender, "u", "")] or bearers
        return bearers

    def leading_here(self, bearers: list[Entity], mention: Mention) -> list[Entity]:
        """Return the bearers of a surname without the relatives to whom it was lent, but for one who leads a sentence.

        "His older brother, Terrence, heard the call. “…,” Hollis said": Terrence, if no other was named behind.
        """
        lent = [e for e in bearers if self._kinship.is_lent(e)]
        if not lent or len(mention.words) > 1:
            return bearers
        own = [e for e in bearers if e not in lent]
        latest = max((self._last_seen.get(e.number, -1) for e in own), default=-1)
        begin = max(latest, self._stream.opened[self._stream.paragraphs[mention.first]] - 1)
        if self._stream.lows[max(mention.first - 1, 0)] not in _COMPARED:  # "the younger Hollis"
            lent = [e for e in lent if not self._kinship.goes_by_given_name(e)]
        return [e for e in lent if self._last_led.get(e.number, -1) > begin] or own or bearers

    def _told_by_title(self, bearers: list[Entity], gender: str) -> list[Entity]:
        """Return those of the bearers of a name who may have a title of this gender, all of them without one."""
        if not gender:
            return bearers
        alike = [e for e in bearers if gender in (e.gender, gender_of_name(e.words))]
        alike = alike or [e for e in bearers if gender_of_name(e.words) in (gender, "u", "")]
        return [e for e in alike if self._told_by_pronouns(e) in (gender, "")] or alike or bearers

    def _told_by_pronouns(self, entity: Entity) -> str:
        """Return m or f where the paragraph of the first full name has pronouns of that gender alone, else ""."""
        first = self.introduced(entity)
        return gender_in_paragraph(self._stream, first) if first >= 0 and entity.gender == "u" else ""

    def _prominence(self, entity: Entity, mention: Mention) -> tuple[int, int, int, int]:
        """Rank who is meant by a name that several have: who was named here, else who matters most, relatives less."""
        seen = self._last_seen.get(entity.number, -1)
        paragraphs = self._stream.paragraphs
        here = seen >= 0 and paragraphs[seen] == paragraphs[mention.first]
        return (seen if here else -1, self._weight[entity.number], seen, -entity.number)
