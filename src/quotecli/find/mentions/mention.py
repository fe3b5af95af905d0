"""A mention: words of an article that may name a speaker."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from quotecli.find.words.lexicon import Category

MentionKind = Literal["name", "pron", "noun", "joint", "source"]


@dataclass(slots=True)
class Mention:
    """Words outside quotation marks that may name a speaker.

    Attributes:
        kind: `name`, `pron`, `noun`, `joint` or `source` (a name the layout gives: a script's label, a post's author).
        first: index into the stream of its first word; `last` is the index after its last one.
        start: offset into the article's text, `end` after it.
        words: folded words of the name without titles and suffix, or the noun's head.
        gender: m f n p(lural) u(nknown) and for pronouns also w i r y.
        category: what the words name, as far as they tell.
        role: the noun that tells the role (a noun's head, a name's title or the noun before it), or "".
        possessive: followed by 's.
        members: the joint mention's parts.
        entity: number of the entity it was resolved to, -1 when to none.
        owner: whose it is, as a gender ("his report": m) or a noun ("the company's report": company), or "".
        borrowed: its family name stands with a later name of the list ("Kim and Rob Kardashian").
        generation: `jr`, `sr`, `ii` … of what stands behind the name, or "".
        owned_by: the name whose it is ("Clinton's spokesman").
        modifies: only stands before another mention that it tells more of ("Clinton" in "Clinton's spokesman").
    """

    kind: MentionKind
    first: int
    last: int
    start: int
    end: int
    words: tuple[str, ...] = ()
    gender: str = "u"
    category: Category = ""
    role: str = ""
    possessive: bool = False
    members: Sequence[Mention] = ()
    entity: int = -1
    modifies: bool = False
    owner: str = ""
    owned_by: Mention | None = None
    borrowed: bool = False
    generation: str = ""

    def reach(self, other: Mention) -> None:
        """Let it end where another mention does."""
        self.last, self.end, self.possessive = other.last, other.end, other.possessive
