"""Dates and bylines that a page prints around its headline, for pages that say nothing in their head."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quotecli.read.draft import MetaCandidate, Rank
from quotecli.read.html.walk import Page
from quotecli.read.html.words import Says
from quotecli.read.lines import is_byline
from quotecli.read.metadata.dates import parse_date

_LONGEST = 250
_NEAR = 12  # blocks before and after the headline
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)|\d[./-]\d\d?[./-]\d\d(?!\d)|[٢۲][٠۰]\d\d")
_UPDATED = re.compile(
    r"\b(?:updated|modified|last edited|aktualisiert|mis à jour|actualizado|atualizado|aggiornato|обновлено|güncelleme)\b", re.IGNORECASE
)
_PUBLISHED = re.compile(
    r"\b(?:published|posted|publié|veröffentlicht|publicado|pubblicato|опубликовано|erstellt|eingestellt|date)\b", re.IGNORECASE
)
_NOT_OURS = re.compile(r"©|copyright|all rights|\bsince\b|founded|comment", re.IGNORECASE)


def _near(page: Page, headline: int, indices: Sequence[int]) -> list[tuple[int, int]]:
    """Return blocks by their nearness to the headline (or to the article's first block): (distance, index)."""
    centre = headline if headline >= 0 else indices[0] if indices else 0
    last = indices[-1] if indices else centre
    spots: list[tuple[int, int]] = []
    for index in range(max(0, centre - _NEAR), min(len(page.blocks), centre + _NEAR + 1)):
        spots.append((abs(index - centre) + (5 if index < centre else 0), index))
    for index in range(max(last, centre + _NEAR + 1), min(len(page.blocks), last + 6)):
        spots.append((30 + index - last, index))
    return sorted(spots)


def date_near(
    page: Page, headline: int, indices: Sequence[int], times: Sequence[MetaCandidate]
) -> Iterator[MetaCandidate]:
    """Yield candidates for the dates and authors printed around the headline, the likeliest first."""
    inside = set(indices)
    found: list[tuple[int, MetaCandidate]] = []
    spots = _near(page, headline, indices)
    for distance, index in spots:
        block = page.blocks[index]
        text = block.text
        says = block.says | (page.nodes[block.node].says if block.node >= 0 else Says.NOTHING)
        if len(text) < _LONGEST and (is_byline(text) or (says & Says.BYLINE and len(text) < 120 and index not in inside)):
            yield MetaCandidate("author", text, "byline", Rank.BYLINE)
        if len(text) > _LONGEST or not _YEAR.search(text) or _NOT_OURS.search(text):
            continue
        date = parse_date(text)
        if not date or date.date.precision != "day" and not date.note:
            continue
        updated = bool(_UPDATED.search(text)) and not _PUBLISHED.search(text)
        dedicated = len(text) < 60 or bool(says & Says.DATE)
        cost = distance + (0 if dedicated else 10) + (20 if updated else 0) - (8 if _PUBLISHED.search(text) else 0)
        cost -= 6 if says & Says.DATE else 0
        field = "updated" if updated else "published"
        found.append((cost, MetaCandidate(field, text, "date near the headline", Rank.BYLINE)))
    yield from (one for _, one in sorted(found, key=lambda pair: pair[0]))
    for one in times[:1]:
        yield MetaCandidate("published", one.value, "first time element", Rank.BYLINE)


__all__ = ["date_near"]
