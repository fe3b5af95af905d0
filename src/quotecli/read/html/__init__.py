"""HTML → Draft: the article of a saved web page, with the roles of its paragraphs and what the page says of itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from quotecli.core.types import Role
from quotecli.read.draft import Draft, DraftBuilder, MetaCandidate, Rank
from quotecli.read.html.content import (
    article_blocks,
    bury,
    bury_ends,
    bury_teasers,
    find_headline,
    main_node,
)
from quotecli.read.html.dates import date_near, last_resorts
from quotecli.read.html.head import head_candidates
from quotecli.read.html.parse import parse
from quotecli.read.html.posts import quoted_source, split_post
from quotecli.read.html.roles import Group, front_groups, grouped, surroundings
from quotecli.read.html.walk import Page, Walker
from quotecli.read.html.words import Says

_UNWANTED = Says.ASIDE | Says.HIDDEN | Says.PULL
_SPACES = re.compile(r"\s+")
_QUOTING = re.compile(r"[“”\"„«»‘]|(?<!\w)'\w")

__all__ = ["draft_from_html"]


def draft_from_html(markup: str | bytes, *, url: str | None = None) -> Draft:
    """Read a web page of any quality.

    Args:
        markup: the page; bytes are decoded by their byte order mark, their `<meta charset>`, as UTF-8, or Windows-1252.
        url: the address it came from, if known; a candidate, and a help to find the page's own JSON-LD.

    Returns:
        A draft whose text is the headline, subtitle, captions and paragraphs of the article, in the order of the page.
        Menus, teasers, comments, cookie notes and hidden elements are left out. Never raises for bad markup.
    """
    builder = DraftBuilder()
    root = parse(markup)
    if root is None:
        return builder.build()
    found = list(head_candidates(root, url=url))
    if url:
        builder.candidate("url", url, "address it was read from", rank=Rank.URL)
    titles = [one.value for one in found if one.field == "title" and not one.source.startswith("itemprop")]
    body = root.find("body")
    page = Walker().walk(root if body is None else body)
    headline = find_headline(page, titles)
    bury(page, _UNWANTED, headline)
    bury_teasers(page, headline)
    bury_ends(page, headline)
    main = main_node(page)
    indices = article_blocks(page, main, headline)
    around = surroundings(page)
    front = front_groups(page, headline, indices, around, _descriptions(root))
    groups = [*front, *grouped(page, indices, around)]
    _write(builder, page, groups)
    _tell(builder, root, found, page, headline, indices)
    return builder.build()


def _descriptions(root: Any) -> set[str]:
    """Return the page's descriptions, folded for comparison: a paragraph that repeats one is a subtitle."""
    wanted = {"description", "og:description", "twitter:description"}
    texts = (
        meta.get("content") or ""
        for meta in root.iter("meta")
        if (meta.get("name") or meta.get("property") or "").lower() in wanted
    )
    return {_SPACES.sub(" ", text).strip().casefold() for text in texts if len(text) > 20}


def _write(builder: DraftBuilder, page: Page, groups: Iterable[Group]) -> None:
    seen: set[str] = set()
    for group in groups:
        texts = [page.blocks[index].text for index in group.blocks]
        if group.role is Role.BOILERPLATE:
            continue
        if group.role is Role.POST:
            words, source = split_post(texts)
            if words:
                joined = f"{words} — {source}" if source else words
                builder.add(joined, Role.POST, source_text=source or None)
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
    source = quoted_source(texts[-1]) if len(texts) > 1 else None
    first = -1
    last = -1
    for text in texts[:-1] if source else texts:
        last = builder.add(text, Role.BLOCKQUOTE)
        first = last if first < 0 else first
    if source:
        named = builder.add(texts[-1], Role.BYLINE)
        builder.attribute(range(first, last + 1), named, text=source)


def _tell(
    builder: DraftBuilder, root: Any, found: list[MetaCandidate], page: Page, headline: int, indices: Sequence[int]
) -> None:
    """Hand over the candidates; the page is searched for a date only where its head gives none."""
    for one in found:
        if one.field != "time":
            builder.candidate(one.field, one.value, one.source, rank=one.rank, note=one.note)
    if headline >= 0:
        builder.candidate("title", page.blocks[headline].text, "headline", rank=Rank.BYLINE)
    more = list(date_near(page, headline, indices, [one for one in found if one.field == "time"]))
    if not any(one.field == "published" and one.rank < Rank.TEXT for one in (*found, *more)):
        more += last_resorts(root, page, [one.value for one in found if one.field == "picture"])
    for one in more:
        builder.candidate(one.field, one.value, one.source, rank=one.rank, note=one.note)
