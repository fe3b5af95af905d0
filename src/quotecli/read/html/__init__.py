"""HTML → Draft: the article of a saved web page, with the roles of its paragraphs and what the page says of itself."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from typing import Any

from quotecli.read.draft import Draft, DraftBuilder, MetaCandidate, Rank
from quotecli.read.html.ago import told_by_copy
from quotecli.read.html.bylines import bylines_near
from quotecli.read.html.content import (
    article_blocks,
    bury,
    bury_ends,
    bury_teasers,
    main_node,
    measure,
)
from quotecli.read.html.dates import dates_near, last_resorts, order_told
from quotecli.read.html.escaped_twice import read_escaped
from quotecli.read.html.head import head_candidates
from quotecli.read.html.headline import find_headline, part_headline
from quotecli.read.html.held import write_article
from quotecli.read.html.home import site_at_home
from quotecli.read.html.jsonld import OF_SITE
from quotecli.read.html.near import spots_near
from quotecli.read.html.next_stories import bury_next_stories
from quotecli.read.html.page_titles import doubted_titles, is_file_name, telling_titles
from quotecli.read.html.parse import parse
from quotecli.read.html.posts_told import join_thread, post_candidates, set_posts
from quotecli.read.html.printed_lines import join_printed_lines
from quotecli.read.html.roles import front_groups, grouped, surroundings
from quotecli.read.html.saved import Saved, of_copy, printed_by, printed_from, saved
from quotecli.read.html.site import site_before_title, site_credited, site_of_title, site_printed_first
from quotecli.read.html.turns import set_turns
from quotecli.read.html.unseen import hide_changes
from quotecli.read.html.walk import Page, Walker
from quotecli.read.html.words import UNWANTED
from quotecli.read.html.writers import writers_below_headline
from quotecli.read.html.written import note_document, set_title
from quotecli.read.media import media_of

_ABOVE = 2  # blocks before the headline, in which some sites say what kind of document it is
_HANDLES = frozenset({"twitter:site", "application-name"})
_DESCRIPTIONS = frozenset({"description", "og:description", "twitter:description"})
_SPACES = re.compile(r"\s+")

__all__ = ["draft_from_html"]


def draft_from_html(markup: str, *, url: str | None = None, copied: str | None = None) -> Draft:
    """Read a web page of any quality.

    Args:
        markup: the page.
        url: the address it came from, if known; a candidate, and a help to find the page's own JSON-LD.
        copied: when it was saved, if what it came in tells; from then "2 hours ago" is counted.

    Returns:
        A draft whose text is the headline, subtitle, captions and paragraphs of the article, in the order of the page.
        Menus, teasers, comments, cookie notes and hidden elements are left out. Never raises for bad markup.
    """
    builder = DraftBuilder()
    root = parse(markup)
    if root is None:
        return builder.build()
    copy = saved(markup, root) if copied is None else Saved(day=copied)
    own = [one for one in (url, copy.url) if one]
    found = of_copy([*head_candidates(root, url=next(iter(own), None)), *copy.candidates()])
    builder.candidate("url", url or "", "address it was read from", rank=Rank.URL)
    for change in (hide_changes, join_thread, set_posts, set_turns):
        change(root)
    note_document(builder, markup, set_title(markup, root))
    body = root.find("body")
    page = Walker().walk(root if body is None else body)
    read_escaped(page)
    titles = telling_titles(found)
    headline, indices = _article(page, titles, titled=any(one.field == "title" for one in found))
    found += _site(root, found, own, page.blocks[headline].text if headline >= 0 else "")
    around = surroundings(page)
    front = front_groups(page, headline, indices, around, _descriptions(root))
    groups = [*front, *grouped(page, indices, around)]
    groups, more = write_article(builder, root, page, groups, found, titles)
    found += more
    above = [block.text for block in page.blocks[max(headline - _ABOVE, 0) : max(headline, 0)]]
    builder.media = media_of([page.blocks[index].text for group in groups for index in group.blocks], above=above)
    _tell(builder, root, found, page, headline, indices)
    return builder.build()


def _article(page: Page, titles: Sequence[str], *, titled: bool) -> tuple[int, list[int]]:
    """Return the index of the headline's block (-1: none) and those of the article's."""
    part_headline(page, titles, titled=titled)
    join_printed_lines(page)
    measure(page)
    headline = find_headline(page, titles)
    bury(page, UNWANTED, headline)
    bury_teasers(page, headline)
    bury_next_stories(page, headline)
    bury_ends(page, headline)
    return headline, article_blocks(page, main_node(page), headline)


def _site(root: Any, found: list[MetaCandidate], urls: list[str], headline: str) -> list[MetaCandidate]:
    """Return the outlet that the page's title names, where its address, its footer or its headline agrees."""
    title = next((one.value for one in found if one.source == "title element"), "")
    own = [*urls, *(one.value for one in found if one.field == "url")]
    sites = [one.value for one in found if one.source == OF_SITE]
    return [
        *site_of_title(root, title, own, [*_said(root, _HANDLES), *sites], headline),
        *site_before_title(root, title, own, headline),
        *site_credited(root, title, headline),
        *site_at_home(root, title, own),
    ]


def _descriptions(root: Any) -> set[str]:
    """Return the page's descriptions, folded for comparison: a paragraph that repeats one is a subtitle."""
    return {_SPACES.sub(" ", text).strip().casefold() for text in _said(root, _DESCRIPTIONS) if len(text) > 20}


def _said(root: Any, names: Container[str]) -> Iterator[str]:
    """Yield what the page's `<meta>` of these names or properties say."""
    for meta in root.iter("meta"):
        if (meta.get("name") or meta.get("property") or "").lower() in names:
            yield meta.get("content") or ""


def _tell(
    builder: DraftBuilder, root: Any, found: list[MetaCandidate], page: Page, headline: int, indices: Sequence[int]
) -> None:
    """Hand over the candidates; the page is searched for a date only where its head gives none."""
    doubted = doubted_titles(page, found, headline)
    for one in found:
        if one.field not in {"time", "body"} and not (one.field == "title" and is_file_name(one.value)):
            builder.candidate(
                one.field, one.value, one.source, rank=Rank.TEXT if one in doubted else one.rank, note=one.note
            )
    builder.candidate("url", printed_from(page) or "", "address it was printed from", rank=Rank.TEXT)
    builder.candidate("outlet", printed_by(page) or "", "site it was printed from", rank=Rank.META)
    if headline >= 0:
        builder.candidate("title", page.blocks[headline].text, "headline", rank=Rank.BYLINE)
    for one in post_candidates(root):
        builder.candidate(one.field, one.value, one.source, rank=one.rank)
    spots = spots_near(page, headline, indices)
    times = [one for one in found if one.field == "time"]
    more = [*bylines_near(page, headline, spots), *dates_near(page, headline, indices, spots, times)]
    if not any(one.field == "published" and one.rank < Rank.TEXT for one in (*found, *more)):
        more += told_by_copy(page, headline, found)
    if not any(one.field == "published" and one.rank < Rank.TEXT for one in (*found, *more)):
        more += last_resorts(root, page, [one.value for one in found if one.field == "picture"])
    for one in (*more, *writers_below_headline(root), *site_printed_first(page), *order_told(page)):
        builder.candidate(one.field, one.value, one.source, rank=one.rank, note=one.note)
