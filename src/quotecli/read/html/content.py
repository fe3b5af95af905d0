"""Which blocks of a page are its article: the node that holds most prose, less what is marked or built as an aside."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from html import unescape

from quotecli.read.boilerplate import ends_article
from quotecli.read.html.walk import Block, Page
from quotecli.read.html.words import Says
from quotecli.read.lines import is_byline
from quotecli.read.metadata.dates import parse_date

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_PROSE_TAGS = frozenset({"p", "blockquote", "pre", "li", "dd"})
_ASIDE_TAGS = frozenset({"aside", "footer", "form"})
_SENTENCE_END = re.compile(r"[.!?…:;,。！？、؟।][\"'”’»)]*(?:\s|$)")
_WORD = re.compile(r"\w+")
_MIN_PROSE = 20  # characters; shorter blocks are labels as often as prose
_DOMINANT = 0.8
_DOMINANT_CONTENT = 0.55
_MUCH_PROSE = 300.0  # characters
_FEW_BLOCKS = 30
_BESIDE = 0.02
_EQUAL = 0.04
_TITLE_MATCH = 0.6
_FIRST_BLOCKS = 20
_HEAD_LINE = 120
_TITLE_START = 8  # characters of a title that its headline may leave off the site's name from
_TRUST = ((0.5, True, 0.2), (0.5, False, 0.05), (0.15, False, 0.05), (0.0, False, 0.0))
"""Ever less trust in words that say "no article": from which share of the page's prose on a node is spared, whether
only around the headline, and which share of the prose must be left for this to be believed."""
_PARTED = re.compile(r"\s+[|–—:·»«>-]+\s+|:\s")
"""What stands between the parts of a page's title."""
_LONG_TITLE = 20  # characters of a headline that no site's name is as long as
_HEADLINE_LONGEST = 180
_DATED_LONGEST = 60
_SIGNED_WITHIN = 3  # blocks below a headline
_REPLY = re.compile(r"^(?:Re|AW|RE|Aw):\s*")
_TEASER_PARTS = frozenset({"header", "hgroup"})
_OWN_ARTICLE = 0.3  # of the page's prose
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


def part_headline(page: Page, titles: Sequence[str]) -> None:
    """Part the block whose first line is the end of the page's title: old pages have their whole head in one."""
    for index, block in enumerate(page.blocks[:_FIRST_BLOCKS]):
        first, *rest = block.text.split("\n")
        if not rest or len(first) < _TITLE_START or not any(title.strip().endswith(first) for title in titles):
            continue
        short = next((at for at, line in enumerate(rest) if len(line) > _HEAD_LINE), len(rest))
        texts = [first, *rest[:short], *(["\n".join(rest[short:])] if rest[short:] else [])]
        parts = [replace(block, text=text, links=0) for text in texts]
        parts[0].tag = "h2"
        page.blocks[index : index + 1] = parts
        return


class _Titles:
    """What the head of a page is titled, for telling the block that prints it."""

    def __init__(self, titles: Sequence[str]) -> None:
        self.heads = [" ".join(unescape(title).lower().split()) for title in titles]
        self._words = [words for head in self.heads if (words := set(_WORD.findall(head)))]
        self._parts = [[part for part in _PARTED.split(head) if part] for head in self.heads]

    def __bool__(self) -> bool:
        """Tell whether there is a title of words."""
        return bool(self._words)

    def may_be_printed(self, text: str) -> bool:
        """Tell whether a line that is no heading begins as a title, or is most of one behind the site's name."""
        behind = len(text) >= _LONG_TITLE
        return any(head.startswith(text[:_TITLE_START]) or (behind and head.endswith(text)) for head in self.heads)

    def match(self, text: str, tag: str, *, named: bool) -> float:
        """Return how far a line is a title: 0 for not at all, more than 1 where the page calls it the headline too."""
        words = set(_WORD.findall(text))
        match = max((len(words & title) / len(words | title) for title in self._words), default=0.0)
        if len(text) < _TITLE_START:
            return match if match >= _TITLE_MATCH else 0.0
        if named and any(head.endswith(text) for head in self.heads):
            return 1.5  # behind the site's name
        sure = tag in HEADINGS or len(text) >= _LONG_TITLE
        if any(head.startswith(text) or (sure and head.endswith(f": {text}")) for head in self.heads):
            match = max(match, 0.9)
        elif any(text in (parts[1:-1] if tag == "h1" else parts[1:]) for parts in self._parts):
            match = max(match, _TITLE_MATCH)  # behind a section, or the site; an h1 at the end is the site's name
        return match if match >= _TITLE_MATCH else 0.0


def find_headline(page: Page, titles: Sequence[str]) -> int:
    """Return the index of the block that prints the page's title, as the head of the page gives it; -1 if none does."""
    wanted = _Titles(titles)
    tops = {"h1": 0.3, "h2": 0.1, "h3": 0.05}
    stands_alone = {"h1"} if wanted else tops.keys()  # of a page without a title its first heading is the headline
    best, best_score = -1, 0.0
    half = 0.5 * sum(block.prose for block in page.blocks)
    before = 0.0
    for index, block in enumerate(page.blocks):
        before += block.prose
        heading = block.tag in HEADINGS
        linked = block.links > 0.5 * len(block.text) and block.tag != "h1"
        if len(block.text) > 300 or not (heading or wanted) or (linked and not heading) or before > 1.5 * half > 200:
            continue
        text = " ".join(block.text.lower().split())
        late = before > 0.2 * half > 50
        if not heading and (late or not wanted.may_be_printed(text)):
            continue
        says = block.says | page.nodes[block.node].says
        match = wanted.match(text, block.tag, named=bool(says & Says.HEADLINE))
        if not match and (linked or late or block.tag not in stands_alone or not _WORD.search(text)):
            continue  # an h1 after the article is another's
        score = match + tops.get(block.tag, 0.0) - 0.3 * linked
        if score > best_score:
            best, best_score = index, score
    return best if best >= 0 else _signed_line(page, half)


def _signed_line(page: Page, half: float) -> int:
    """Return the first large or bold line above who wrote the article, or when: old pages have no other headline."""
    before = 0.0
    for index, block in enumerate(page.blocks[:_FIRST_BLOCKS]):
        before += block.prose
        if before > 0.2 * half > 50:
            break
        large = block.tag in HEADINGS or block.strong or block.says & Says.HEADLINE
        short = _TITLE_START <= len(block.text) <= _HEADLINE_LONGEST and "\n" not in block.text
        if large and short and not block.links and not tells_of_article(block.text) and is_signed(page, index):
            return index
    return -1


def is_signed(page: Page, index: int) -> bool:
    """Tell whether one of the lines right below a block tells who wrote the article, or when."""
    below = page.blocks[index + 1 : index + 1 + _SIGNED_WITHIN]
    return any(tells_of_article(block.text) for block in below)


def tells_of_article(text: str) -> bool:
    """Tell whether a line is a byline, or holds little but a day."""
    if is_byline(text.partition("\n")[0]):
        return True
    day = parse_date(text) if len(text) <= _DATED_LONGEST else None
    return day is not None and day.date.precision == "day"


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
    if not node.words:
        return False
    kind = node.words.split()[0]
    siblings = (page.nodes[one] for one in brood if one != index)
    return any(
        one.tag == node.tag and one.mass > _EQUAL * node.mass and one.words.split()[:1] == [kind] for one in siblings
    )


def _is_headed(page: Page, block: Block) -> bool:
    """Tell whether a block is a heading by its tag, its weight, or the words of its element."""
    return block.tag in HEADINGS or block.strong or "heading" in page.nodes[block.node].words


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
        if seen > 0.5 * nodes[main].mass and _is_headed(page, block) and ends_article(block.text):
            break
        seen += block.prose
        found.append(index)
    return found
