"""Gives what was reported without marks its speaker by canonical name, through the same mentions and antecedents."""

from __future__ import annotations

from bisect import bisect_left

from quotecli.core.types import Quotation, Role, Span
from quotecli.find.answer.naming import canonical_names
from quotecli.find.learned.model import Chances
from quotecli.find.reporting.indirect import Indirect, find_indirect
from quotecli.find.scene.scene import Scene


def reported(scene: Scene, sure: Chances, share_right: float) -> list[Quotation]:
    """Return the article's indirect speech as quotations of kind `indirect`, in order.

    Args:
        scene: the article with its antecedents resolved.
        sure: how likely each pronoun's antecedent is, by mention.
        share_right: how many of the speakers of such reports are right, measured in training.
    """
    return [_quotation(scene, found, sure, share_right) for found in find_indirect(scene.article, scene.pieces)]


def _quotation(scene: Scene, found: Indirect, sure: Chances, share_right: float) -> Quotation:
    article = scene.article
    index = mention_at(scene, found.mention)
    role = article.paragraphs[found.paragraph].role
    return Quotation(
        text=article.text[found.start : found.end],
        start=found.start,
        end=found.end,
        kind=found.kind,
        role=role if role in (Role.CAPTION, Role.HEADLINE, Role.BLOCKQUOTE) else Role.BODY,
        paragraph=found.paragraph + 1,
        speakers=canonical_names(scene, scene.mentions[index]) if index is not None else (),
        said_as=article.text[found.mention.start : found.mention.end],
        said_as_span=found.mention,
        cue=article.text[found.cue.start : found.cue.end],
        confidence=round(share_right * sure.get(index, 1.0), 3) if index is not None else 0.0,
    )


def mention_at(scene: Scene, span: Span) -> int | None:
    """Return the mention that the words of a span are about: the one that isn't told more of by another."""
    starts = scene.stream.starts
    first, last = bisect_left(starts, span.start), bisect_left(starts, span.end)
    low = max(bisect_left(scene.at, first) - 1, 0)
    for index in range(low, len(scene.mentions)):
        mention = scene.mentions[index]
        if mention.first >= last:
            break
        if mention.last > first and not mention.modifies:
            return index
    return None
