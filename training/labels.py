"""Says which candidates of a piece are right, by the rules of the scorer (../shared/corpora/score.py)."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from quotecli.find.answer.naming import canonical_names
from quotecli.find.marks.piece import Piece
from quotecli.find.mentions.mention import Mention
from quotecli.find.ranker.features import NOBODY, NOT_SPEECH
from quotecli.find.scene.scene import Scene

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "shared" / "corpora"))
import score

__all__ = ["best_option", "full_name_at", "gold_of", "is_right", "right_options", "score"]


def gold_of(document: dict[str, Any], pieces: Sequence[Piece]) -> list[dict[str, Any] | bool | None]:
    """Return for each piece its gold quote, None for no speech, False where the corpus doesn't tell."""
    quotes = [q for q in document["quotes"] if q.get("type", "direct") != "indirect"]
    ignored = [tuple(span) for span in document.get("ignore", [])]
    found: list[dict[str, Any] | bool | None] = []
    reported = [q for q in document["quotes"] if q.get("type") == "indirect"]
    for piece in pieces:
        if piece.mark == "''":
            # The corpus calls words in doubled apostrophes indirect: its speakers hold, its silence tells nothing.
            around = [q for q in reported if q["start"] <= piece.start + 1 and q["end"] >= piece.end - 1]
            found.append(around[0] if around and piece.end - piece.start > 20 else False)
            continue
        best: dict[str, Any] | None = None
        shared = 0
        for quote in quotes:
            common = min(quote["end"], piece.end) - max(quote["start"], piece.start)
            if common > shared and common >= 0.5 * (piece.end - piece.start):
                best, shared = quote, common
        if best is not None:
            found.append(False if _names_nobody(best.get("speaker")) else best)
        elif (
            piece.style == "script"
            or document.get("partial")
            or any(min(e, piece.end) > max(s, piece.start) for s, e in ignored)
        ):
            found.append(False)
        else:
            found.append(None)
    return found


def _names_nobody(speaker: str | None) -> bool:
    """Tell whether the annotator marked the reporting words for the speaker: "said", "said in a statement"."""
    first, *_ = (speaker or "").split() or [""]
    return first in ("said", "says", "According", "according")


def right_options(scene: Scene, quote: dict[str, Any] | None, options: Sequence[int]) -> list[bool]:
    """Return which options are right for a gold quote (None: no speech)."""
    if quote is None:
        return [option == NOT_SPEECH for option in options]
    speaker, canonical = quote.get("speaker"), quote.get("speaker_canonical")
    if not speaker and not canonical:
        return [option == NOBODY for option in options]
    text = scene.article.text
    marks = [option >= 0 and _right(scene, text, option, speaker, canonical, quote) for option in options]
    if not any(marks):
        return [option == NOBODY for option in options]
    return marks


def _right(
    scene: Scene, text: str, option: int, speaker: str | None, canonical: str | None, quote: dict[str, Any]
) -> bool:
    mention = scene.mentions[option]
    printed = text[mention.start : mention.end]
    span = quote.get("speaker_span")
    if span and mention.start < span[1] and mention.end > span[0] and score.surface_ok(speaker, printed):
        return True
    if speaker and score.surface_ok(speaker, printed):
        return True
    entity = scene.entity_of(mention)
    return bool(canonical and entity and mention.kind != "pron" and score.canon_ok(canonical, entity.name))


def best_option(scene: Scene, quote: dict[str, Any] | None, options: Sequence[int], right: Sequence[bool]) -> int:
    """Return the right option that the gold points at, else the first right one."""
    good = [option for option, ok in zip(options, right, strict=True) if ok]
    span = (quote or {}).get("speaker_span")
    for option in good:
        if option >= 0 and span and scene.mentions[option].start < span[1] and scene.mentions[option].end > span[0]:
            return option
    return good[0]


def full_name_at(document: dict[str, Any], mention: Mention, clean: bool) -> str | None:
    """Return the full name that the gold tells for the speaker's mention at this place, if it does.

    "" where our own annotation (`clean`) tells that he is nobody named; the corpora leave names out that the text has.
    """
    for quote in document["quotes"]:
        span, name = quote.get("speaker_span"), quote.get("speaker_canonical")
        if not span or not (name or (clean and not mention.role.endswith("-year-old"))):
            continue
        meets = span[0] < mention.end and span[1] > mention.start
        if meets and span[1] - span[0] <= mention.end - mention.start + 3:
            return str(name or "")
    return None


def is_right(scene: Scene, quote: dict[str, Any] | None, option: int, surface: bool, clean: bool) -> bool:
    """Tell whether an attribution is right: by the full name where one is given and `clean`, else as scored."""
    if quote is None:
        return False
    canonical = quote.get("speaker_canonical")
    names = " and ".join(canonical_names(scene, scene.mentions[option]))
    if canonical and names and (clean or not surface):
        return bool(score.canon_ok(canonical, names))
    return surface
