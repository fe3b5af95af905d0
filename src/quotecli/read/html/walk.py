"""The tree of a page → blocks of text in order, each under a node for its block element.

One pass, linear in the size of the page; nothing recursive, so that nesting costs no stack.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from quotecli.core.invisible import visible
from quotecli.read.html.unseen import is_unseen, may_be_put_in
from quotecli.read.html.words import Says, meaning_of

_SILENT = frozenset(
    "script style noscript template iframe svg canvas object embed audio video map math head title select button input"
    " textarea datalist option progress meter dialog menu nav frameset applet link meta base amp-sidebar amp-ad"
    " amp-consent amp-analytics amp-state amp-list amp-social-share amp-user-notification amp-sticky-ad".split()
)
_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr output q rp rt ruby s samp"
    " small span strike strong sub sup time tt u var wbr img picture source amp-img".split()
)
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_PICTURES = frozenset({"img", "amp-img"})
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_ASIDE_ROLES = frozenset("navigation banner complementary contentinfo search dialog alert menu menubar toolbar".split())
_CELLS = frozenset({"td", "th"})
_SHORT_CELL = 60
_LAST_PIECES = 4
_LONGEST_NOTE = 20  # characters of a link that may be a note's mark
_MARKS = ("“‘", "”’")  # of <q>, outer and nested
_OPENING = "“‘«„\"'‹「『([/-–—’"
_OPENING_MARKS = '“‘«„"‹「『'
_STOPS = frozenset(".!?")
_ANY_MARK = "“”‘’«»„\"'‹›「『"


@dataclass(slots=True)
class Node:
    """A block element: `parent` is its parent's index (-1 for the root), `says` what its words mean."""

    parent: int
    tag: str
    says: int
    words: str = ""
    images: int = 0
    mass: float = 0.0
    dead: bool = False
    others: bool = False
    """It is dead because it is another story, with a headline and writers of its own."""


@dataclass(slots=True)
class Block:
    """A run of text between block boundaries: its lines joined by newlines, and how many characters are links."""

    text: str
    node: int
    tag: str
    links: int
    strong: bool = False
    """All of it is bold or emphasised."""
    says: int = Says.NOTHING
    """What the words of inline elements around all of it say."""
    prose: float = 0.0
    """How much of it is running text, in characters; `content.measure` sets it."""


@dataclass(slots=True)
class Page:
    """The nodes and blocks of a page in document order; a node's parent has a smaller index."""

    nodes: list[Node] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)

    def path(self, index: int) -> list[int]:
        """Return the indices from a node up to the root."""
        found = []
        while index >= 0:
            found.append(index)
            index = self.nodes[index].parent
        return found


class _Lines:
    """The text of the block being read: lines of pieces, with its link and bold characters counted."""

    def __init__(self) -> None:
        self.lines: list[list[str]] = [[]]
        self.links = 0
        self.strong = 0
        self.says: int | None = None

    def put(self, text: str, in_link: bool, in_strong: bool, says: int) -> None:
        self.lines[-1].append(text)
        if in_link or in_strong or says or self.says:
            count = len(text.strip())
            if count:
                self.says = says if self.says is None else self.says & says
            if in_link:
                self.links += count
            if in_strong:
                self.strong += count
        elif self.says is None and not text.isspace():
            self.says = Says.NOTHING

    def so_far(self) -> str:
        """Return the last words of the line."""
        return "".join(self.lines[-1][-_LAST_PIECES:])

    def length(self) -> int:
        """Return the number of characters so far, white space and all."""
        return sum(len(piece) for line in self.lines for piece in line)

    def texts(self) -> list[str]:
        """Return the paragraphs: lines joined, split where a line is empty."""
        paragraphs: list[list[str]] = [[]]
        for pieces in self.lines:
            line = " ".join(visible("".join(pieces)).split())
            if line:
                paragraphs[-1].append(line)
            elif paragraphs[-1]:
                paragraphs.append([])
        return ["\n".join(lines) for lines in paragraphs if lines]


_NAMING = frozenset({"class", "id", "itemprop", "data-testid", "data-component"})


def _look_at(element: Any) -> tuple[str, int]:
    """Return the class, id and such of an element joined by spaces, and what they and its other attributes say."""
    items = element.items()
    if not items:
        return "", 0
    words: list[str] = []
    says = 0
    for name, value in items:
        if name in _NAMING:
            words.append(value)
        elif name == "style":
            if _HIDING.search(value[:1000]):
                says |= Says.HIDDEN
        elif name == "hidden" or (name == "aria-hidden" and value == "true"):
            says |= Says.HIDDEN
        elif name == "role" and value in _ASIDE_ROLES:
            says |= Says.ASIDE
    joined = " ".join(words)
    return joined, says | meaning_of(joined) if words else says


def _goes_on(element: Any) -> bool:
    """Tell whether a letter of the next element follows right behind this one, with nothing between."""
    beside = None if element.tail else element.getnext()
    return beside is not None and isinstance(beside.tag, str) and (beside.text or "")[:1].isalnum()


def _is_parted(element: Any, tag: str, before: str) -> bool:
    """Tell whether a style alone parts a name from its address, or two spans: `8:00 AM</span><span>Published`."""
    if tag == "a" and before[-1:].isalnum() and (element.get("href") or "").startswith("mailto:"):
        return True
    if tag == "span" and _begins_sentence(element.text or "", before):
        return True
    beside = element.getprevious() if tag == "span" else None
    if beside is None or beside.tag != "span" or beside.tail:
        return False
    text = element.text or ""
    first, second = text[:1], text[1:2]
    word = before[-2:]
    follows = len(word.strip(_OPENING)) > 1 and not any(map(str.isspace, word))
    return follows and first.isupper() and (second.islower() or not word[-1].isupper())


def _begins_sentence(text: str, before: str) -> bool:
    """Tell whether words behind a full stop are a sentence, or a credit: `At the rail.<span>Ann Roe / The Post`."""
    return before[-1:] in _STOPS and before[-2:-1].islower() and text[:1].isupper() and text[1:2].islower()


class Walker:
    """Fills a Page from a tree."""

    def __init__(self) -> None:
        """Begin an empty page."""
        self.page = Page()
        self._lines = _Lines()
        self._node = -1
        self._link = self._strong = self._pre = 0
        self._quotes: list[bool] = []  # for each open <q>: whether we print its marks
        self._open_marks = 0
        self._inline: list[int] = [Says.NOTHING]

    def walk(self, body: Any) -> Page:
        """Walk the tree under `body` (an lxml element) and return the page."""
        from lxml import etree

        walker = etree.iterwalk(body, events=("start", "end"))
        unseen = None
        for event, element in walker:
            tag = element.tag
            if event == "start":
                if not isinstance(tag, str) or tag in _SILENT:
                    walker.skip_subtree()
                elif self._is_inline(element, tag) and is_unseen(element, tag, self._before(element, tag)):
                    unseen = element
                    walker.skip_subtree()
                else:
                    self._open(element, tag)
                    if element.text:
                        self._put(element.text)
            else:
                if element is unseen:
                    unseen = None
                elif isinstance(tag, str) and tag not in _SILENT:
                    self._close(element, tag)
                if element.tail and element is not body:
                    self._put(element.tail)
        self._flush("div")
        return self.page

    def _before(self, element: Any, tag: str) -> str:
        """Return the line before what may be a note's mark, or put into it."""
        may_be = tag == "sup" or (tag == "a" and len(element.text or "") < _LONGEST_NOTE) or may_be_put_in(element)
        return self._lines.so_far() if may_be else ""

    def _put(self, text: str) -> None:
        lines = self._lines.lines
        if not lines[-1] and len(lines) == 1 and text.isspace():
            return  # nothing begins with white space
        if self._pre and "\n" in text:
            for number, line in enumerate(text.split("\n")):
                if number:
                    self._lines.lines.append([])
                self._lines.put(line, self._link > 0, self._strong > 0, self._inline[-1])
            return
        self._lines.put(text, self._link > 0, self._strong > 0, self._inline[-1])

    def _open(self, element: Any, tag: str) -> None:
        if tag == "br":
            self._lines.lines.append([])
        elif self._is_inline(element, tag):
            if tag in _PICTURES and self._node >= 0:
                self.page.nodes[self._node].images += 1
            self._open_inline(element, tag)
        else:
            if tag in _CELLS and len(self._lines.lines) == 1:  # short cells of a row make one line together
                self._put(" ")
            else:
                self._flush(self.page.nodes[self._node].tag if self._node >= 0 else "div")
            words, says = _look_at(element)
            self.page.nodes.append(Node(self._node, tag, says, words))
            self._node = len(self.page.nodes) - 1
            self._pre += tag == "pre"

    def _is_inline(self, element: Any, tag: str) -> bool:
        """A `<cite>` that stands by itself in a block quotation is a block: it names who is quoted."""
        if tag != "cite":
            return tag in _INLINE
        parent = element.getparent()
        return parent is None or parent.tag != "blockquote"

    def _open_inline(self, element: Any, tag: str) -> None:
        said = _look_at(element)[1] | (Says.DATE if tag == "time" else 0)
        before = self._lines.so_far()
        if (said & (Says.DATE | Says.BYLINE) and before[-1:].isalnum()) or _is_parted(element, tag, before):
            self._put(" ")  # a style parts the writer's name from the date
        self._inline.append(self._inline[-1] | said)
        if tag == "a":
            self._link += 1
        elif tag in {"b", "strong", "em", "i"}:
            self._strong += 1
        elif tag == "q":
            text = (element.text or "").strip()
            around = before[-1:] in _OPENING_MARKS and (element.tail or "")[:1] in _ANY_MARK
            printed = bool(text) and (text[0] in _ANY_MARK or (around and bool(before and element.tail)))
            if not printed:
                self._put(_MARKS[0][self._open_marks % 2])
                self._open_marks += 1
            self._quotes.append(not printed)

    def _close(self, element: Any, tag: str) -> None:
        if tag == "br":
            return
        if not self._is_inline(element, tag):
            if tag not in _CELLS or len(self._lines.lines) > 1 or self._lines.length() > _SHORT_CELL:
                self._flush(tag)
            self._node = self.page.nodes[self._node].parent
            self._pre -= tag == "pre"
            return
        if tag == "q" and self._quotes and self._quotes.pop():
            self._open_marks -= 1
            self._put(_MARKS[1][self._open_marks % 2])
        said = self._inline.pop()
        if said & ~self._inline[-1] & (Says.DATE | Says.BYLINE) and _goes_on(element):
            self._put(" ")
        if tag == "a":
            self._link -= 1
        elif tag in {"b", "strong", "em", "i"}:
            self._strong -= 1

    def _flush(self, tag: str) -> None:
        lines = self._lines
        if len(lines.lines) == 1 and not lines.lines[0]:
            return
        self._lines = _Lines()
        texts = lines.texts()
        total = sum(map(len, texts)) or 1
        for text in texts:
            share = len(text) / total
            block = Block(text, self._node, tag, round(lines.links * share), lines.strong >= total * 0.9)
            block.says = lines.says or Says.NOTHING
            self.page.blocks.append(block)
