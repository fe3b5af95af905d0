"""Which blocks of a page are its article: the node that holds most prose, less what is marked or built as an aside."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from quotecli.read.boilerplate import ends_article
from quotecli.read.html.walk import HEADINGS, Block, Page
from quotecli.read.html.words import Says

_PROSE_TAGS = frozenset({"p", "blockquote", "pre", "li", "dd"})
_ASIDE_TAGS = frozenset({"aside", "footer", "form"})
_PART_TAGS = frozenset({"details", "section"})
_SENTENCE_END = re.compile(r"[.!?…:;,。！？、؟।][\"'”’»)]*(?:\s|$)")
_MIN_PROSE = 20  # characters; shorter blocks are labels as often as prose
_DOMINANT = 0.8
_DOMINANT_CONTENT = 0.55
_NEARLY_ALL = 0.9  # of the prose, behind which a line such as "Related stories" need be no heading
_MUCH_PROSE = 300.0  # characters
_FEW_BLOCKS = 30
_BESIDE = 0.02
_EQUAL = 0.04
_TRUST = ((0.5, True, 0.2), (0.5, False, 0.05), (0.15, False, 0.05), (0.0, False, 0.0))
"""Ever less trust in words that say "no article": from which share of the page's prose on a node is spared, whether
only around the headline, and which share of the prose must be left for this to be believed."""
_OF_WRITER = re.compile(r"(?:Written by|Article by|Meet) [A-Z].{2,50}")
"""A heading behind an article above what its writer tells of himself."""
_REPLY = re.compile(r"^(?:Re|AW|RE|Aw):\s*")
_TEASER_PARTS = frozenset({"header", "hgroup"})
_OWN_ARTICLE = 0.3  # of the page's prose
_MOST_INSIDE = 20  # boxes of other stories in the midst of an article
_MOST_ENDS = 100  # headings looked at; an honest page has few


def _prose(block: Block) -> float:
    """How much of a block is running text: its characters outside links, less where nothing ends like a sentence."""
    length = len(block.text)
    if length < _MIN_PROSE or block.tag in HEADINGS:
        return 0.0
    free = length - 2.0 * block.links
    if free <= 0:
        return 0.0
    weight = free if _SENTENCE_END.search(block.text) else free * 0.2
    return weight if block.tag in _PROSE_TAGS else weight * 0.9


def measure(page: Page) -> None:
    """Set how much of each block is running text."""
    for block in page.blocks:
        block.prose = _prose(block)


def weigh(page: Page) -> float:
    """Set the mass of each node: the prose of all blocks under it that stand in no dead node. Returns the root's."""
    nodes = page.nodes
    for node in nodes:
        node.mass = 0.0
    for block in page.blocks:
        if block.node >= 0 and not nodes[block.node].dead:
            nodes[block.node].mass += block.prose
    for index in range(len(nodes) - 1, 0, -1):
        node = nodes[index]
        if not node.dead and node.parent >= 0:
            nodes[node.parent].mass += node.mass
    return nodes[0].mass if nodes else 0.0


def bury(page: Page, unwanted: int, headline: int) -> None:
    """Mark as dead the nodes whose tag or words say that they are no part of the article, with all that is in them.

    A node that holds most of the page's prose is kept whatever it is called (`<body class="has-sidebar">`), unless the
    headline stands outside it. Where too little is left, the words are believed less and less: some sites keep their
    articles in a "banner" or hide them until a script shows them.
    """
    nodes = page.nodes
    total = weigh(page)
    around = set(page.path(page.blocks[headline].node)) if headline >= 0 else None
    masses = [node.mass for node in nodes]
    for share, trusting, enough in _TRUST:
        for index, (node, mass) in enumerate(zip(nodes, masses, strict=True)):
            if node.parent >= 0 and nodes[node.parent].dead:
                node.dead = True
            elif node.says & unwanted or (node.tag in _ASIDE_TAGS and not _names_quoted(page, index)):
                inside = around is not None and index in around
                spared = mass > share * total and (inside or around is None or not trusting)
                doubtful = not node.says & (unwanted & ~Says.PERHAPS) and node.tag not in _ASIDE_TAGS
                spared = spared or (doubtful and mass > max(_MUCH_PROSE, 0.1 * total))
                node.dead = not spared and not (inside and mass > 0.2 * total)
            else:
                node.dead = False
        if weigh(page) > enough * total:
            return


def _names_quoted(page: Page, index: int) -> bool:
    """Tell whether a footer is a block quotation's."""
    node = page.nodes[index]
    return node.tag == "footer" and node.parent >= 0 and page.nodes[node.parent].tag in {"blockquote", "figure"}


def bury_teasers(page: Page, headline: int) -> None:
    """Mark as dead what stands under a linked heading, the teasers of other articles, and articles beside this one."""
    nodes = page.nodes
    total = weigh(page)
    around = set(page.path(page.blocks[headline].node)) if headline >= 0 else set()
    _bury_other_articles(page, around, total)
    headings = _headings(page)
    for index, block in enumerate(page.blocks):
        if index == headline or block.node < 0 or block.tag not in HEADINGS or block.links < 0.8 * len(block.text):
            continue
        if headline >= 0 and _REPLY.sub("", block.text) == page.blocks[headline].text:
            continue  # of a forum's next post
        item = nodes[block.node].parent
        while item > 0 and nodes[item].tag in _TEASER_PARTS and headings[nodes[item].parent] == headings[item]:
            item = nodes[item].parent  # the heading stands in a box of its own, the teaser's words beside it
        if item > 0 and item not in around and nodes[item].mass < 0.2 * total:
            nodes[item].dead = True
    spread_death(page)
    weigh(page)


def _bury_other_articles(page: Page, around: set[int], total: float) -> None:
    """Mark as dead the `<article>`s after the one that holds the headline and much of the prose: the next stories."""
    nodes = page.nodes
    own = max((index for index in around if nodes[index].tag == "article"), default=-1)
    if own < 0 or nodes[own].mass < _OWN_ARTICLE * total:
        return
    inside = [False] * len(nodes)
    for index in range(own, len(nodes)):
        inside[index] = index == own or (nodes[index].parent >= own and inside[nodes[index].parent])
        if nodes[index].tag == "article" and not inside[index]:
            nodes[index].dead = True


def _headings(page: Page) -> list[int]:
    """Return how many headings are in each node."""
    counts = [0] * len(page.nodes)
    for block in page.blocks:
        if block.node >= 0 and block.tag in HEADINGS:
            counts[block.node] += 1
    for index in range(len(counts) - 1, 0, -1):
        counts[page.nodes[index].parent] += counts[index] if page.nodes[index].parent >= 0 else 0
    return counts


def bury_ends(page: Page, headline: int) -> None:
    """Mark as dead the boxes that begin with a heading such as "Related articles" and don't hold the headline."""
    nodes = page.nodes
    total = weigh(page)
    around = set(page.path(page.blocks[headline].node)) if headline >= 0 else set()
    before, ends = -1, 0
    for index, block in enumerate(page.blocks):
        if index > headline and block.node >= 0 and block.tag in HEADINGS and ends_article(block.text):
            ends += 1
            if ends > _MOST_ENDS:
                break
            box = nodes[block.node].parent
            first = before < 0 or box not in page.path(page.blocks[before].node)
            if first and box > 0 and box not in around and (headline >= 0 or nodes[box].mass < 0.5 * total):
                nodes[box].dead = True
        before = index
    spread_death(page)
    weigh(page)


def spread_death(page: Page) -> None:
    """Make dead all that is in a dead node."""
    for node in page.nodes:
        if node.parent >= 0 and page.nodes[node.parent].dead:
            node.dead = True


def main_node(page: Page) -> int:
    """Return the index of the deepest node that holds nearly all of the page's living prose; -1 for an empty page."""
    if not page.nodes:
        return -1
    nodes = page.nodes
    if len(page.blocks) <= _FEW_BLOCKS:  # so little that nothing need be chosen
        return 0
    children: dict[int, list[int]] = {}
    for index, node in enumerate(nodes):
        if node.parent >= 0 and not node.dead and node.mass:
            children.setdefault(node.parent, []).append(index)
    at = 0
    while brood := children.get(at):
        child = max(brood, key=lambda index: nodes[index].mass)
        node, mass = nodes[child], nodes[at].mass
        needed = _DOMINANT_CONTENT if node.says & Says.CONTENT or node.tag in {"article", "main"} else _DOMINANT
        if node.mass < needed * mass or node.tag in _PROSE_TAGS or _has_equals(page, child, brood):
            break
        if sum(nodes[index].mass for index in brood if nodes[index].tag == "p") > _BESIDE * mass:
            break  # paragraphs beside a box are as much the article as what is in it
        at = child
    return at


def _has_equals(page: Page, index: int, brood: Sequence[int]) -> bool:
    """Tell whether siblings of the same tag and class hold prose too: parts of one article in several boxes."""
    node = page.nodes[index]
    if not node.words and node.tag not in _PART_TAGS:
        return False
    kind = node.words.split()[:1]
    siblings = (page.nodes[one] for one in brood if one != index)
    return any(
        one.tag == node.tag and one.mass > _EQUAL * node.mass and one.words.split()[:1] == kind for one in siblings
    )


def _is_headed(page: Page, block: Block) -> bool:
    """Tell whether a block is a heading by its tag, its weight, or the words of its element."""
    return block.tag in HEADINGS or block.strong or "heading" in page.nodes[block.node].words


def _heads_end(page: Page, block: Block) -> bool:
    """Tell whether a block is, or begins with, a heading of what follows after an article."""
    first, *rest = block.text.split("\n", 1)
    if rest and first.endswith(":") and ends_article(first):
        return True  # "Media contact:", and lines
    return _is_headed(page, block) and bool(ends_article(block.text) or _OF_WRITER.fullmatch(block.text))


def article_blocks(page: Page, main: int, headline: int) -> list[int]:
    """Return the indices of the blocks under the main node that stand in no dead node, up to the article's end."""
    nodes = page.nodes
    inside = [False] * len(nodes)
    for index, node in enumerate(nodes):
        inside[index] = index == main or (node.parent >= 0 and inside[node.parent])
    living = [
        index
        for index, block in enumerate(page.blocks)
        if index > headline
        and block.node >= 0
        and inside[block.node]
        and not (nodes[block.node].dead or block.says & Says.HIDDEN)
    ]
    found: list[int] = []
    seen = 0.0
    ends = 0
    for place, index in enumerate(living):
        block = page.blocks[index]
        if seen > 0.5 * nodes[main].mass and _heads_end(page, block):
            ends += 1
            if ends > _MOST_INSIDE or not _goes_on(page, found, living[place:]):
                break
            continue  # of a box in the midst of the article
        nearly_all = _NEARLY_ALL * (nodes[main].mass - block.prose)
        if seen > nearly_all and any(map(ends_article, block.text.split("\n", 2)[:2])):
            break
        seen += block.prose
        found.append(index)
    return found


def _goes_on(page: Page, before: Sequence[int], behind: Sequence[int]) -> bool:
    """Tell whether an article goes on behind a heading such as "Read more" in a box of its own.

    What goes on are paragraphs that stand beside those before.
    """
    home: Counter[int] = Counter()
    for index in before:
        home[page.nodes[page.blocks[index].node].parent] += round(page.blocks[index].prose)
    [(box, _)] = home.most_common(1) or [(-1, 0)]
    nodes = (page.blocks[index].node for index in behind)
    heading, *others = (page.nodes[node].parent for node in nodes)
    prose = sum(page.blocks[index].prose for index, parent in zip(behind[1:], others, strict=True) if parent == box)
    return heading != box and prose > _MUCH_PROSE
