"""Groups of blocks → paragraphs of the stored text."""

from __future__ import annotations

import re
from collections.abc import Iterable

from quotecli.core.types import Role
from quotecli.read.draft import DraftBuilder
from quotecli.read.html.posts import quoted_source, split_post
from quotecli.read.html.quotations import settle_quotations
from quotecli.read.html.roles import Group
from quotecli.read.html.walk import HEADINGS, Page
from quotecli.read.html.words import Says
from quotecli.read.lines import bracketed_source

_WORD = re.compile(r"\w+")
_SHORTEST_RUN = 3  # paragraphs; fewer may be said twice
_SHORTEST_PULL = 25  # characters; shorter words may be repeated by chance
_MOST_INSIDE = 8  # groups behind a heading that are looked at
_LITTLE = 300  # characters of paragraphs; a page that has fewer may be a gallery
_CAPTION_LEVELS = 3  # of nodes between the words of a gallery's caption and its element
_CALLED = 2  # of them, that may be called a caption by their class
_MOST_PULLS = 60  # block quotations looked up; each look-up reads the whole article
_UNKNOWN = re.compile(r"[\s—–―-]*(?:Unattributed|Unknown speaker|Speaker unknown)\b", re.IGNORECASE)
"""A signature that says that nobody knows whose words they are, as our own exports have it; it names others."""
_WROTE = re.compile(
    r"(?:originally |ursprünglich )?(?:posted|written|geschrieben|quote|zitat) (?:by|von) (?P<by>[^:\n]{1,60}?)\s?:?"
    r"|(?P<name>[^:\n]{1,60}?) (?:wrote|said|posted|schrieb|sagte|a écrit|escribió|ha scritto|schreef|skrev)\s?:",
    re.IGNORECASE,
)
_QUOTING = re.compile(r"[“”\"„«»‘]|(?<!\w)'\w")


def write_groups(builder: DraftBuilder, page: Page, groups: Iterable[Group]) -> None:
    """Write the paragraphs of an article in order, boilerplate left out."""
    seen: set[str] = set()
    groups = settle_quotations(page, groups)
    _drop_headings_of_nothing(page, groups)
    printed = _Printed(page, groups)
    again = _printed_again(page, groups)
    told = sum(len(page.blocks[index].text) for group in groups if group.role is Role.BODY for index in group.blocks)
    levels = _CAPTION_LEVELS if told < _LITTLE else 1  # a gallery tells its story in its captions
    for group in groups:
        texts = [page.blocks[index].text for index in group.blocks]
        if group.role is Role.BOILERPLATE:
            continue
        if group.role is Role.POST:
            words, source = split_post(texts)
            if words:
                builder.add(f"{words} — {source}" if source else words, Role.POST, source_text=source or None)
        elif group.role is Role.BLOCKQUOTE and not printed.repeats(texts[0]):
            _write_quotation(builder, page, group)
        elif group.role is Role.CAPTION:
            short = texts[0][:60]
            if short not in seen and _worth_keeping(page, group, texts[0], levels):
                # galleries print captions twice, in full and cut
                seen.add(short)
                builder.add(texts[0], Role.CAPTION)
        elif group.role is not Role.BLOCKQUOTE and group.blocks[0] not in again and not _is_pull(group, texts, printed):
            builder.add(texts[0], group.role)


def _drop_headings_of_nothing(page: Page, groups: list[Group]) -> None:
    """Make boilerplate of a heading whose box holds nothing else but that: "Never miss a tide", and a form."""
    told = False
    for place, group in enumerate(groups):
        node = page.nodes[page.blocks[group.blocks[0]].node]
        told = told or group.role is Role.BODY  # else it is the article's own subtitle
        if not told or group.role is not Role.SUBTITLE or node.tag not in HEADINGS or node.parent < 0:
            continue
        inside = [
            other.role
            for other in groups[place + 1 : place + 1 + _MOST_INSIDE]
            if node.parent in page.path(page.blocks[other.blocks[0]].node)
        ]
        if inside and all(role is Role.BOILERPLATE for role in inside):
            group.role = Role.BOILERPLATE


def _printed_again(page: Page, groups: Iterable[Group]) -> set[int]:
    """Return the blocks of paragraphs that stand a second time: some pages print their article for two widths."""
    before: set[str] = set()
    again: set[int] = set()
    run: list[int] = []
    for group in groups:
        if group.role is not Role.BODY:
            continue
        text = page.blocks[group.blocks[0]].text
        if text in before:
            run.append(group.blocks[0])
            if len(run) >= _SHORTEST_RUN:
                again.update(run[-_SHORTEST_RUN:])
        else:
            run = []
            before.add(text)
    return again


class _Printed:
    """The words of the article's paragraphs, for telling a pull quotation, which repeats some of them."""

    def __init__(self, page: Page, groups: Iterable[Group]) -> None:
        self._page = page
        self._groups = groups
        self._words: str | None = None
        self._asked = 0

    def repeats(self, text: str) -> bool:
        """Tell whether a block quotation's words stand in a paragraph too."""
        self._asked += 1
        if self._asked > _MOST_PULLS:
            return False
        if self._words is None:
            bodies = (
                self._page.blocks[group.blocks[0]].text
                for group in self._groups
                if group.role is Role.BODY and group.node < 0
            )
            self._words = "\n".join(_bare(body) for body in bodies)
        words = _bare(text)
        return len(words) > _SHORTEST_PULL and words in self._words


def _is_pull(group: Group, texts: list[str], printed: _Printed) -> bool:
    """Tell whether words that the page sets as a block quotation, though they are the article's, stand in it twice."""
    return group.node >= 0 and printed.repeats(texts[0])


def _bare(text: str) -> str:
    return " ".join(_WORD.findall(text.lower()))


def _worth_keeping(page: Page, group: Group, caption: str, levels: int) -> bool:
    """Captions are kept for what they quote, and where the page itself calls them, or what is so near, captions."""
    path = page.path(page.blocks[group.blocks[0]].node)[:levels]
    if _QUOTING.search(caption) or any(page.nodes[node].tag == "figcaption" for node in path):
        return True
    return levels > 1 and any(page.nodes[node].says & Says.CAPTION for node in path[:_CALLED])


def _who(named: str) -> str:
    """Return the name in a block quotation's source: "— Jane Doe", and in a forum's "jane77 wrote:"."""
    found = _WROTE.fullmatch(named.strip())
    return (found["by"] or found["name"]) if found else named.lstrip(" —–―-")


def _write_quotation(builder: DraftBuilder, page: Page, group: Group) -> None:
    """Write a block quotation's paragraphs, then the line that names who is quoted, which is their source."""
    texts = [page.blocks[index].text for index in group.blocks if index not in group.sources]
    named = " ".join(page.blocks[index].text for index in group.sources).strip()
    if not named and texts:
        *before, last = texts
        lines = last.split("\n")
        if len(lines) > 1 and quoted_source(lines[-1]):  # the name on a line of its own in the last paragraph
            texts, named = [*before, "\n".join(lines[:-1])], lines[-1]
        elif before and quoted_source(last):
            texts, named = before, last
        elif before and _WROTE.fullmatch(texts[0]):  # above the words, as forums have it
            named, *texts = texts
    added = [index for text in texts if (index := builder.add(text, Role.BLOCKQUOTE)) >= 0]
    if named and added and not _UNKNOWN.match(named):
        source = bracketed_source(named) or _who(named)
        builder.attribute(range(added[0], added[-1] + 1), builder.add(named, Role.BYLINE), text=source or None)
