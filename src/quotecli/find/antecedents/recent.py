"""Who was mentioned last, while a text is walked from its start."""

from __future__ import annotations

from sys import intern
from typing import NamedTuple

from quotecli.find.antecedents.fitting import Company
from quotecli.find.scene.scene import Scene

REACHED = 400
"""Persons or mentions looked at for one noun, so that a text of any length takes time by its length."""


class Seen(NamedTuple):
    """How features see a mention that others may go back to.

    Attributes:
        first: index into the stream of its first word.
        paragraph: where it stands; `sentence` likewise.
        subject: `1` when no other mention begins before it in its sentence, else `n`.
        how: its kind, with `p` for a possessive.
        before: the word before it.
        after: the word behind a possessive, else `-`.
        relation: how it stands to its reporting verb.
    """

    first: int
    paragraph: int
    sentence: int
    subject: str
    how: str
    before: str
    after: str
    relation: str


class Recent:
    """Entities as they were last mentioned, newest last, while the text is walked from its start.

    Attributes:
        strangers: nouns for whom the text told of as new, "a driver", with nobody named since; `unnamed`: all of
            them; `withheld`: nouns for whom the text tells that the name is kept back; `brought`: where it told last
            of somebody new by a noun.
    """

    __slots__ = (
        "_scene",
        "_sentence",
        "brought",
        "called",
        "company",
        "count",
        "last",
        "leader",
        "led",
        "opener",
        "order",
        "pronoun",
        "sights",
        "speaker",
        "strangers",
        "subject",
        "unnamed",
        "withheld",
    )

    def __init__(self, scene: Scene) -> None:
        """Begin with nobody."""
        self.company = Company(scene.cast.entities)
        self.last: dict[int, int] = {}
        self.count: dict[int, int] = {}
        self.subject: dict[int, int] = {}
        self.order: dict[int, None] = {}
        self.pronoun: dict[int, str] = {}
        self.called: dict[tuple[int, str], int] = {}
        self.opener: dict[int, int] = {}
        self.leader = self.speaker = -1
        self.led: dict[int, int] = {}
        self.strangers: set[str] = set()
        self.unnamed: set[str] = set()
        self.withheld: set[str] = set()
        self.brought: dict[str, int] = {}
        self._scene = scene
        self._sentence = -1
        self.sights = Sights(scene)

    def meet(self, entity: int, index: int, is_subject: bool, paragraph: int) -> None:
        """Record that mention `index` means `entity`; `is_subject`: of a reporting verb.

        Who has something ("Trump's chairman, Rex Early, said") neither leads a sentence nor opens a paragraph.
        """
        mention = self._scene.mentions[index]
        sentence = self._scene.stream.sentences[mention.first]
        if not mention.possessive:
            self.opener.setdefault(paragraph, entity)
            if sentence != self._sentence:
                self._sentence = sentence
                self.leader = entity
                self.led[entity] = sentence
        self.order.pop(entity, None)
        self.order[entity] = None
        self.last[entity] = index
        if mention.kind == "pron":
            self.pronoun[entity] = mention.gender
            self.called[entity, mention.gender] = self.called.get((entity, mention.gender), 0) + 1
        self.count[entity] = self.count.get(entity, 0) + 1
        if is_subject:
            self.speaker = entity
            self.subject[entity] = self.subject.get(entity, 0) + 1

    def seen(self, entity: int) -> Seen:
        """Return the last mention of an entity as features see it."""
        return self.sights[self.last[entity]]


class Sights(dict[int, Seen]):
    """Mentions by their index as features see them, each seen when first asked for."""

    __slots__ = ("_scene",)

    def __init__(self, scene: Scene) -> None:
        """Begin with none."""
        super().__init__()
        self._scene = scene

    def __missing__(self, index: int) -> Seen:
        """See a mention."""
        found = self[index] = _see(self._scene, index)
        return found


def _see(scene: Scene, index: int) -> Seen:
    stream, mention = scene.stream, scene.mentions[index]
    first = mention.first
    return Seen(
        first,
        stream.paragraphs[first],
        stream.sentences[first],
        "1" if scene.heads[index] else "n",
        "d" if mention.category == "document" else intern(mention.kind + ("p" if mention.possessive else "")),
        stream.lows[first - 1] if first else "^",
        stream.lows[mention.last] if mention.possessive and mention.last < len(stream.words) else "-",
        scene.profiles[index].relation,
    )
