"""Groups of blocks → paragraphs of the stored text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from quotecli.core.types import Role
from quotecli.read.draft import DraftBuilder
from quotecli.read.html.posts import quoted_source, split_post
from quotecli.read.html.roles import Group
from quotecli.read.html.walk import Page

_QUOTING = re.compile(r"[“”\"„«»‘]|(?<!\w)'\w")


def write_groups(builder: DraftBuilder, page: Page, groups: Iterable[Group]) -> None:
    """Write the paragraphs of an article in order, boilerplate left out."""
    seen: set[str] = set()
    for group in groups:
        texts = [page.blocks[index].text for index in group.blocks]
        if group.role is Role.BOILERPLATE:
            continue
        if group.role is Role.POST:
            words, source = split_post(texts)
            if words:
                builder.add(f"{words} — {source}" if source else words, Role.POST, source_text=source or None)
        elif group.role is Role.BLOCKQUOTE:
            _write_quotation(builder, texts)
        elif group.role is Role.CAPTION:
            short = texts[0][:60]
            if short not in seen and _worth_keeping(page, group, texts[0]):  # galleries print captions twice, in full and cut
                seen.add(short)
                builder.add(texts[0], Role.CAPTION)
        else:
            builder.add(texts[0], group.role)


def _worth_keeping(page: Page, group: Group, caption: str) -> bool:
    """Captions are kept for what they quote, and where the page itself calls them captions; else they are decoration."""
    node = page.nodes[page.blocks[group.blocks[0]].node]
    return bool(_QUOTING.search(caption)) or node.tag == "figcaption"


def _write_quotation(builder: DraftBuilder, texts: Sequence[str]) -> None:
    """Write a block quotation's paragraphs, then the line that names who is quoted, which is their source."""
    *before, last = texts
    lines = last.split("\n")
    if len(lines) > 1 and quoted_source(lines[-1]):  # the name on a line of its own in the last paragraph
        before, last = [*before, "\n".join(lines[:-1])], lines[-1]
    source = quoted_source(last) if before else None
    first = end = -1
    for text in before if source else texts:
        end = builder.add(text, Role.BLOCKQUOTE)
        first = end if first < 0 else first
    if source:
        builder.attribute(range(first, end + 1), builder.add(last, Role.BYLINE), text=source)
