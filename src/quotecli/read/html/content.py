"""Which blocks of a page are its article: the node that holds most prose, less what is marked or built as an aside."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quotecli.read.boilerplate import ends_article
from quotecli.read.html.walk import Block, Page
from quotecli.read.html.words import Says

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_PROSE_TAGS = frozenset({"p", "blockquote", "pre", "li", "dd"})
_ASIDE_TAGS = frozenset({"aside", "footer", "form"})
_SENTENCE_END = re.compile(r"[.!?…:;,。！？、؟।][\"'”’»)]*(?:\s|$)")
_WORD = re.compile(r"\w+")
_MIN_PROSE = 20  # characters; shorter blocks are labels as often as prose
_DOMINANT = 0.8
_DOMINANT_CONTENT = 0.55
_TITLE_MATCH = 0.6


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


def weigh(page: Page) -> float:
    """Set the mass of each node: the prose of all blocks under it that stand in no dead node. Returns the root's."""
    nodes = page.nodes
    for node in nodes:
        node.mass = 0.0
    for block in page.blocks:
        if block.node >= 0 and not nodes[block.node].dead:
            nodes[block.node].mass += _prose(block)
    for index in range(len(nodes) - 1, 0, -1):
        node = nodes[index]
        if not node.dead and node.parent >= 0:
            nodes[node.parent].mass += node.mass
    return nodes[0].mass if nodes else 0.0


def find_headline(page: Page, titles: Sequence[str]) -> int:
    """Return the index of the block that prints the page's title, as the head of the page gives it; -1 if none does."""
    wanted = [words for title in titles if (words := set(_WORD.findall(title.lower())))]
    best, best_score = -1, 0.0
    half = 0.5 * sum(_prose(block) for block in page.blocks)
    before = 0.0
    for index, block in enumerate(page.blocks):
        before += _prose(block)
        if before > half > 200:  # what follows the article is no headline of it
            break
        heading = block.tag in HEADINGS
        if len(block.text) > 300 or not (heading or wanted) or (block.links > 0.5 * len(block.text) and block.tag != "h1"):
            continue
        words = set(_WORD.findall(block.text.lower()))
        match = max((len(words & title) / len(words | title) for title in wanted), default=0.0)
        score = match + {"h1": 0.3, "h2": 0.1}.get(block.tag, 0.0)
        if (match >= _TITLE_MATCH or (block.tag == "h1" and words)) and score > best_score:
            best, best_score = index, score
    return best


def bury(page: Page, unwanted: Says, headline: int) -> None:
    """Mark as dead the nodes whose tag or words say that they are no part of the article, with all that is in them.

    A node that holds most of the page's prose is kept whatever it is called (`<body class="has-sidebar">`), unless the
    headline stands outside it.
    """
    nodes = page.nodes
    total = weigh(page)
    around = set(page.path(page.blocks[headline].node)) if headline >= 0 else None
    for trusting in (True, False):
        for index, node in enumerate(nodes):
            if node.parent >= 0 and nodes[node.parent].dead:
                node.dead = True
            elif node.says & unwanted or (node.tag in _ASIDE_TAGS and not _names_quoted(page, index)):
                spared = node.mass > 0.5 * total and (around is None or index in around or not trusting)
                node.dead = not spared and not (around and index in around and node.mass > 0.2 * total)
            else:
                node.dead = False
        masses = [node.mass for node in nodes]
        if weigh(page) > 0.2 * total or not trusting:
            return
        for node, mass in zip(nodes, masses, strict=True):
            node.mass = mass


def _names_quoted(page: Page, index: int) -> bool:
    """Tell whether a footer is a block quotation's."""
    node = page.nodes[index]
    return node.tag == "footer" and node.parent >= 0 and page.nodes[node.parent].tag in {"blockquote", "figure"}


def bury_teasers(page: Page, headline: int) -> None:
    """Mark as dead what stands under a linked heading: the teasers of other articles."""
    nodes = page.nodes
    total = weigh(page)
    around = set(page.path(page.blocks[headline].node)) if headline >= 0 else set()
    for index, block in enumerate(page.blocks):
        if index == headline or block.node < 0 or block.tag not in HEADINGS or block.links < 0.8 * len(block.text):
            continue
        item = nodes[block.node].parent
        if item > 0 and item not in around and nodes[item].mass < 0.2 * total:
            nodes[item].dead = True
    spread_death(page)
    weigh(page)


def bury_ends(page: Page, headline: int) -> None:
    """Mark as dead the boxes that begin with a heading such as "Related articles" and don't hold the headline."""
    nodes = page.nodes
    total = weigh(page)
    around = set(page.path(page.blocks[headline].node)) if headline >= 0 else set()
    before = -1
    for index, block in enumerate(page.blocks):
        if index > headline and block.node >= 0 and block.tag in HEADINGS and ends_article(block.text):
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
    heaviest: dict[int, int] = {}
    for index, node in enumerate(nodes):
        if node.parent >= 0 and not node.dead:
            best = heaviest.get(node.parent)
            if best is None or node.mass > nodes[best].mass:
                heaviest[node.parent] = index
    at = 0
    while (child := heaviest.get(at)) is not None:
        node, mass = nodes[child], nodes[at].mass
        needed = _DOMINANT_CONTENT if node.says & Says.CONTENT or node.tag in {"article", "main"} else _DOMINANT
        if not node.mass or node.mass < needed * mass or node.tag in _PROSE_TAGS or _has_equals(page, child):
            break
        at = child
    return at


def _has_equals(page: Page, index: int) -> bool:
    """Tell whether siblings of the same tag and class hold prose too: parts of one article in several boxes."""
    nodes = page.nodes
    node = nodes[index]
    if not node.words:
        return False
    kind = node.words.split()[0]
    return any(
        other.parent == node.parent
        and not other.dead
        and other is not node
        and other.tag == node.tag
        and other.mass > 0.04 * node.mass
        and other.words.split()[:1] == [kind]
        for other in nodes[node.parent + 1 :]
    )


def article_blocks(page: Page, main: int, headline: int) -> list[int]:
    """Return the indices of the blocks under the main node that stand in no dead node, up to the article's end."""
    nodes = page.nodes
    inside = [False] * len(nodes)
    for index, node in enumerate(nodes):
        inside[index] = index == main or (node.parent >= 0 and inside[node.parent])
    found: list[int] = []
    seen = 0.0
    for index, block in enumerate(page.blocks):
        if block.node < 0 or not inside[block.node] or nodes[block.node].dead or block.says & Says.HIDDEN:
            continue
        if index <= headline:
            continue
        if seen > 0.5 * nodes[main].mass and (block.tag in HEADINGS or block.strong) and ends_article(block.text):
            break
        seen += _prose(block)
        found.append(index)
    return found
