"""The stories that a page sets below its own in boxes of the same kind, as pages do that scroll on and on."""

from __future__ import annotations

from quotecli.read.html.content import spread_death, weigh
from quotecli.read.html.headline import is_signed
from quotecli.read.html.walk import HEADINGS, Page

__all__ = ["bury_next_stories"]

_MOST = 100  # headings looked at; an honest page has few
_LITTLE = 80.0  # characters of prose, below which a box is that of a heading alone
_REPLY = ("re:", "aw:")


def bury_next_stories(page: Page, headline: int) -> None:
    """Mark as dead the boxes behind the headline's own that are like it, with a headline and a byline of their own.

    The parts of one article have headings of a lower order or nobody's name, and a forum's posts the same headline.

    Args:
        page: the page, with its prose measured.
        headline: index of the headline's block, or -1.
    """
    if headline < 0 or page.blocks[headline].tag not in HEADINGS or not is_signed(page, headline):
        return
    weigh(page)
    own = page.path(page.blocks[headline].node)
    left = _MOST
    for index in range(headline + 1, len(page.blocks)):
        if not left:
            break
        if page.blocks[index].tag == page.blocks[headline].tag:
            left -= 1
            box = _like_own(page, own, page.path(page.blocks[index].node))
            if box >= 0 and is_signed(page, index) and not _is_reply(page, headline, index):
                page.nodes[box].dead = page.nodes[box].others = True
    spread_death(page)


def _like_own(page: Page, own: list[int], other: list[int]) -> int:
    """Return the node around another heading that stands beside the headline's and has its tag and class; else -1."""
    if len(own) != len(other):
        return -1
    nodes = page.nodes
    for mine, box in zip(own[1:], other[1:], strict=True):
        if mine != box and nodes[mine].parent == nodes[box].parent:
            alike = nodes[mine].words and (nodes[mine].tag, nodes[mine].words) == (nodes[box].tag, nodes[box].words)
            return box if alike and min(nodes[mine].mass, nodes[box].mass) > _LITTLE else -1
    return -1


def _is_reply(page: Page, headline: int, index: int) -> bool:
    text = page.blocks[index].text
    return text.casefold().startswith(_REPLY) or text == page.blocks[headline].text
