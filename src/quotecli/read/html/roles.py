"""What each block of the article is: caption, block quotation, post, list, note, boilerplate or body."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from quotecli.core.types import Role
from quotecli.read.boilerplate import is_boilerplate
from quotecli.read.html.told_lines import (
    DATE_LONGEST,
    introduces_writer,
    is_date_line,
    names_alone,
    tells_of_it,
)
from quotecli.read.html.walk import HEADINGS, Block, Page
from quotecli.read.html.words import UNWANTED, Says
from quotecli.read.lines import ends_with_hour, is_byline, is_caption, is_note, without_reading_time
from quotecli.read.metadata.bylines import names_writer
from quotecli.read.titles import is_noise, is_section

_SOURCE_TAGS = frozenset({"footer", "cite", "figcaption"})
_LEVELS = 3  # of nodes between a block quotation and what names its speaker
_HEAD_BLOCKS = 8  # of the article, among which its first sentence stands
_PLAIN = frozenset({Role.BODY, Role.LIST})
_FULL_SENTENCE = re.compile(r"[.!?…。؟][”\"’)]*$")
_LIST_TAGS = frozenset({"li", "dt", "dd"})
_TEXT_TAGS = frozenset({"p", "li", "td", "body", "article", "main", "h1", "h2", "h3"})
_MOST_QUOTED = 5  # blocks of a block quotation that may still be most of its page
_CAPTION_SHORTEST = 20
_SUBTITLE_LONGEST = 400
_CAPTION_LONGEST = 400
_LINKED = 0.75  # from this share of link characters on, a line leads elsewhere
_LINKED_LONGEST = 240
_BYLINE_MASS = 120  # of the prose in a box that tells of the writer
_PUBLISHED_IN = re.compile(r"Published in ?[A-Z][^.!?\d]{1,50}")
"""The line of a platform that names the publication: "Published in The Slipway"."""
_RELEASED_BY = re.compile(r"SOURCE:? [A-Z][^.!?\n]{1,80}\.?")
"""The last line of a release: "SOURCE Grebe Yard Ltd"."""
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(slots=True)
class Group:
    """Blocks that belong together: one paragraph each, or a whole post or block quotation.

    Attributes:
        role: what they are.
        blocks: indices into the page's blocks.
        node: the node of the post or block quotation, else -1.
        sources: those of `blocks` that name who is quoted: a block quotation's footer, cite or figure caption.
    """

    role: Role
    blocks: list[int]
    node: int = -1
    sources: list[int] = field(default_factory=list)


@dataclass(slots=True)
class Around:
    """What a node's ancestors make of it: inside a caption, inside which post or block quotation (-1: none)."""

    caption: bool
    post: int
    quote: int


def surroundings(page: Page) -> list[Around]:
    pictures, counts = _pictures(page)
    outside = Around(caption=False, post=-1, quote=-1)
    found: list[Around] = []
    total = page.nodes[0].mass if page.nodes else 0.0
    for index, node in enumerate(page.nodes):
        parent = found[node.parent] if node.parent >= 0 else outside
        small = counts[index] <= _MOST_QUOTED or node.mass <= 0.5 * total  # else the whole article is set like this
        is_quote = node.tag == "blockquote" and small
        is_post = bool(node.says & Says.POST) and is_quote
        looks_like_one = (pictures[index] or bool(node.says & Says.CAPTION)) and node.mass <= 0.5 * total
        is_caption = (node.tag in {"figure", "figcaption"} and small) or looks_like_one
        is_caption = is_caption and not parent.caption
        if not (is_post or is_quote or is_caption):
            found.append(parent)
            continue
        found.append(
            Around(
                caption=parent.caption or is_caption,
                post=parent.post if parent.post >= 0 else index if is_post else -1,
                quote=parent.quote if parent.quote >= 0 else index if is_quote else -1,
            )
        )
    return found


def _pictures(page: Page) -> tuple[list[bool], list[int]]:
    """Tell of each node whether it is a picture with a line or two of text, and how many blocks are in it."""
    images = [node.images for node in page.nodes]
    lengths = [0] * len(images)
    counts = [0] * len(images)
    for block in page.blocks:
        if block.node >= 0:
            lengths[block.node] += len(block.text)
            counts[block.node] += 1
    for index in range(len(images) - 1, 0, -1):
        parent = page.nodes[index].parent
        if parent >= 0:
            images[parent] += images[index]
            lengths[parent] += lengths[index]
            counts[parent] += counts[index]
    pictures = [
        count > 0 and length < _CAPTION_LONGEST and node.tag not in _TEXT_TAGS
        for node, count, length in zip(page.nodes, images, lengths, strict=True)
    ]
    return pictures, counts


def _role(page: Page, block: Block, around: Around) -> Role:
    text = block.text
    node = page.nodes[block.node]
    box = page.nodes[node.parent] if node.parent >= 0 else node
    says = node.says | (box.says if box.mass < _SUBTITLE_LONGEST else Says.NOTHING)
    if says & Says.SUBTITLE and len(text) < _SUBTITLE_LONGEST:
        return Role.SUBTITLE
    if around.caption or is_caption(text):
        return Role.CAPTION if _LETTER.search(text) else Role.BOILERPLATE
    if is_note(text):
        return Role.NOTE
    aside = is_boilerplate(text) or (block.tag not in HEADINGS and is_noise(text) and not is_section(text))
    if aside or not _LETTER.search(text):
        return Role.BOILERPLATE
    if block.links >= _LINKED * len(text) and len(text) < _LINKED_LONGEST and node.tag not in _LIST_TAGS:
        return Role.BOILERPLATE
    if _PUBLISHED_IN.fullmatch(text) or _RELEASED_BY.fullmatch(text):
        return Role.BYLINE
    said = (node.says | block.says | _said_around(page, block)) & (Says.BYLINE | Says.DATE)
    if names_writer(text) or is_date_line(text) or (said and len(text) < 120):
        return Role.BYLINE
    if node.tag in _LIST_TAGS:
        return Role.LIST
    return Role.SUBTITLE if block.tag in HEADINGS else Role.BODY


def _said_around(page: Page, block: Block) -> int:
    """Return what the small boxes around a block say, such as that of a byline with the writer's post."""
    says = Says.NOTHING
    index = page.nodes[block.node].parent
    for _ in range(_LEVELS - 1):
        if index < 0:
            break
        node = page.nodes[index]
        index = node.parent
        if node.mass > _BYLINE_MASS or node.tag in _TEXT_TAGS or node.tag == "blockquote":
            break
        says |= node.says
    return says


def _before_text(page: Page, indices: Sequence[int], around: Sequence[Around]) -> set[int]:
    """Return the article's blocks before its first sentence, where sites print who wrote it and when.

    The caption of a picture may stand above them.
    """
    found: set[int] = set()
    for index in indices[:_HEAD_BLOCKS]:
        if around[page.blocks[index].node].caption:
            continue
        text = page.blocks[index].text
        told = without_reading_time(text)
        if len(text) > DATE_LONGEST or (_FULL_SENTENCE.search(told) and not ends_with_hour(told)):
            break
        found.add(index)
    return found


def _linked_lists(page: Page, indices: Sequence[int]) -> set[int]:
    """Return the nodes of lists that are links throughout: they lead to other articles."""
    totals: dict[int, list[int]] = {}
    for index in indices:
        block = page.blocks[index]
        node = page.nodes[block.node]
        if node.tag in _LIST_TAGS:
            counts = totals.setdefault(node.parent, [0, 0])
            counts[0] += len(block.text)
            counts[1] += block.links
    return {node for node, (length, links) in totals.items() if links >= _LINKED * length}


def grouped(page: Page, indices: Sequence[int], around: Sequence[Around]) -> Iterator[Group]:
    """Give the article's blocks their roles, in order; posts and block quotations come as one group each."""
    linked = _linked_lists(page, indices)
    head = _before_text(page, indices, around)
    open_group: Group | None = None
    for index in indices:
        block = page.blocks[index]
        here = around[block.node]
        whole = here.post if here.post >= 0 else here.quote
        if whole < 0 and open_group and _captions(page, block.node, open_group):
            whole = open_group.node
        if open_group and open_group.node != whole:
            yield open_group
            open_group = None
        if whole >= 0:
            open_group = open_group or Group(Role.POST if here.post >= 0 else Role.BLOCKQUOTE, [], whole)
            open_group.blocks.append(index)
            if _names_quoted(page, block.node, whole):
                open_group.sources.append(index)
            continue
        node = page.nodes[block.node]
        is_linked = node.tag in _LIST_TAGS and node.parent in linked
        heading_of_nothing = block.tag in HEADINGS and block.links >= _LINKED * len(block.text)
        in_head = index in head and (names_alone(page, index) or tells_of_it(block.text))
        role = _role(page, block, here)
        role = Role.BYLINE if (in_head or introduces_writer(page, index, indices)) and role in _PLAIN else role
        yield Group(Role.BOILERPLATE if is_linked or heading_of_nothing else role, [index])
    if open_group:
        yield open_group


def _captions(page: Page, node: int, group: Group) -> bool:
    """Tell whether a node is the caption of the figure that a block quotation stands in."""
    if group.role is not Role.BLOCKQUOTE or page.nodes[node].tag != "figcaption":
        return False
    figure = page.nodes[node].parent
    return figure >= 0 and figure in page.path(group.node)[: _LEVELS + 1]


def _names_quoted(page: Page, node: int, quotation: int) -> bool:
    """Tell whether a node in (or captioning) a block quotation is its footer, cite or attribution."""
    for index in page.path(node)[:_LEVELS]:
        if index == quotation:
            return False
        said = page.nodes[index].says & (Says.BYLINE | Says.CREDIT)
        if page.nodes[index].tag in _SOURCE_TAGS or said:
            return True
    return False


def _is_buried(page: Page, node: int, around_headline: set[int]) -> bool:
    """Tell whether a node is no part of the article for another reason than that the headline's own box is none."""
    for one in page.path(node):
        parent = page.nodes[one].parent
        with_parent = parent >= 0 and page.nodes[parent].dead and not page.nodes[one].says & UNWANTED
        if one not in around_headline and page.nodes[one].dead and not with_parent:
            return True
    return False


def front_groups(
    page: Page, headline: int, indices: Sequence[int], around: Sequence[Around], descriptions: set[str]
) -> Iterator[Group]:
    """Yield what stands before the article's first block: headline, subtitle, byline, the lead picture's caption.

    Args:
        page: the page.
        headline: index of the headline's block, or -1.
        indices: of the article's blocks.
        around: `surroundings` of the page.
        descriptions: what the page's head gives as its description, in lower case.
    """
    if headline < 0:
        return
    yield Group(Role.HEADLINE, [headline])
    first = indices[0] if indices else headline
    subtitle = False
    around_headline = set(page.path(page.blocks[headline].node))
    for index in range(headline + 1, first):
        block = page.blocks[index]
        node = page.nodes[block.node]
        says = node.says | block.says
        text = block.text
        if _is_buried(page, block.node, around_headline) and not (says & Says.CAPTION or node.tag == "figcaption"):
            continue
        if says & Says.HIDDEN or block.links >= _LINKED * len(text) or is_boilerplate(text):
            continue
        if around[block.node].caption and len(text) > _CAPTION_SHORTEST:
            yield Group(Role.CAPTION, [index])
        elif is_byline(text):
            yield Group(Role.BYLINE, [index])
        elif (
            not subtitle and len(text) < _SUBTITLE_LONGEST and (says & Says.SUBTITLE or text.casefold() in descriptions)
        ):
            subtitle = True
            yield Group(Role.SUBTITLE, [index])
