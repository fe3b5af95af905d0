"""The blocks around a page's headline, where sites print who wrote the article and when."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from quotecli.read.boilerplate import ends_article
from quotecli.read.html.walk import Page
from quotecli.read.html.words import COMMENTS, OTHER_STORIES, Says

__all__ = ["Spot", "is_in_post", "is_others", "spots_near"]

_NEAR = 12  # blocks before and after the headline
_JUST_BEFORE = 3  # blocks above a headline belong to it as often as not; what is farther up is the site's
_LEVELS = 4  # of nodes around the headline that are still its own box
_HEADED = 4
_HEADINGS = frozenset("h2 h3 h4 h5 h6".split())


class Spot(NamedTuple):
    """A block near the headline.

    Attributes:
        distance: from the headline or the article's first block; what stands above counts as farther.
        at: index of the block.
        own: whether it is one of the article's.
        says: what the words of its element, and of inline elements around all of it, say.
    """

    distance: int
    at: int
    own: bool
    says: int


def spots_near(page: Page, headline: int, indices: Sequence[int]) -> list[Spot]:
    """Return the blocks near the headline, the nearest first, without those of other stories.

    Args:
        page: the page.
        headline: index of the headline's block, or -1.
        indices: of the article's blocks.
    """
    inside = set(indices)
    found: list[Spot] = []
    for distance, index in _by_distance(page, headline, indices):
        own = index in inside
        if index == headline or ((own or not is_others(page, index)) and not is_in_post(page, index)):
            block = page.blocks[index]
            says = block.says | (page.nodes[block.node].says if block.node >= 0 else Says.NOTHING)
            found.append(Spot(distance, index, own, says))
    return found


def _by_distance(page: Page, headline: int, indices: Sequence[int]) -> list[tuple[int, int]]:
    """Return blocks by their nearness to the headline (or to the article's first block): (distance, index)."""
    anchors = sorted({anchor for anchor in (headline, indices[0] if indices else -1) if anchor >= 0}) or [0]
    last = indices[-1] if indices else anchors[-1]
    beside = set(page.path(page.blocks[anchors[-1]].node)[:_LEVELS]) if page.blocks else set()
    spots: dict[int, int] = {}
    for anchor in anchors:
        for index in range(max(0, anchor - _NEAR), min(len(page.blocks), anchor + _NEAR + 1)):
            distance = index - anchor
            if distance < 0:
                near = -distance <= _JUST_BEFORE and not beside.isdisjoint(page.path(page.blocks[index].node)[:_LEVELS])
                distance = (2 if near else 15) - distance
            spots[index] = min(distance, spots.get(index, distance))
    for index in range(max(last - 1, 0), min(len(page.blocks), last + 8)):
        spots.setdefault(index, 20 + abs(index - last))
    return sorted((distance, index) for index, distance in spots.items())


def is_in_post(page: Page, index: int) -> bool:
    """Tell whether a block is an embedded post's, whose author and day are its own."""
    path = [page.nodes[node] for node in page.path(page.blocks[index].node)]
    return any(node.tag == "blockquote" and node.says & Says.POST for node in path)


def is_others(page: Page, index: int) -> bool:
    """Tell whether a block stands in a box of other stories or comments, by its name or by the heading above."""
    path = [page.nodes[node] for node in page.path(page.blocks[index].node)]
    dead = [node for node in path if node.dead]
    if not dead:
        return False
    if any(node.others or OTHER_STORIES.search(node.words) or COMMENTS.search(node.words) for node in dead):
        return True
    above = page.blocks[max(0, index - _HEADED) : index]
    return any(block.tag in _HEADINGS and ends_article(block.text) for block in above)
