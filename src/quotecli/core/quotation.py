"""The frozen types of what is found in an article. Import them from `core.types`, which loads them when needed."""

from __future__ import annotations

from dataclasses import dataclass

from quotecli.core.dates import PartialDate
from quotecli.core.types import Kind, Role, Span


@dataclass(frozen=True, slots=True)
class Candidate:
    """One possible speaker of a quotation, as the ranker saw it.

    Attributes:
        name: canonical name or, for words that name nobody, the words themselves; None is "not speech, or unknown".
        said_as: the words of the text.
        probability: 0 to 1.
    """

    name: str | None
    said_as: str | None
    probability: float


@dataclass(frozen=True, slots=True)
class Why:
    """Why a quotation has its speaker.

    Attributes:
        decided_by: the rule's or the model's name, in words (`block quotation's source line`, `ranker`).
        features: what weighed most, as (words, weight) pairs, strongest first; empty for rules.
        candidates: the speakers considered, likeliest first; the second is the runner-up.
        meant: whom the mention taken ("he", "the mayor") may mean, likeliest first; empty where nothing was to choose.
    """

    decided_by: str
    features: tuple[tuple[str, float], ...] = ()
    candidates: tuple[Candidate, ...] = ()
    meant: tuple[Candidate, ...] = ()


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation found in an article, with its attribution.

    Attributes:
        text: the words inside the marks, exactly `Article.text[start:end]`.
        start: offset into `Article.text`.
        end: offset after the last character.
        kind: how the words stand.
        role: where it stands: `body`, `caption`, `headline` or `blockquote`.
        paragraph: number of its paragraph, from 1.
        speakers: canonical names, empty when unknown.
        said_as: the words of the text that name the speaker (`she`, `the pair`), or None.
        said_as_span: where those words stand in `Article.text`, or None.
        cue: the reporting word (`said`, `according to`), or None.
        confidence: 0 to 1, calibrated: the share of such attributions that are right.
        part_of: index, in the list of the article's quotations, of the first piece of the statement; None for a
            first piece.
        said_on: when it was said, if the text says so.
        via: where it was first said or posted, if the text says so (`Instagram`, `Rolling Stone`).
        why: the reasons, when asked for.
    """

    text: str
    start: int
    end: int
    kind: Kind
    role: Role
    paragraph: int
    speakers: tuple[str, ...] = ()
    said_as: str | None = None
    said_as_span: Span | None = None
    cue: str | None = None
    confidence: float = 0.0
    part_of: int | None = None
    said_on: PartialDate | None = None
    via: str | None = None
    why: Why | None = None
