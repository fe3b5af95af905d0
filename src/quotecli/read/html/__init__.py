"""HTML → Draft: the article of a saved web page, with the roles of its paragraphs and what the page says of itself."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from html import unescape
from typing import Any

from quotecli.core.types import Role
from quotecli.read.boilerplate import is_boilerplate
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
from quotecli.read.html.dates import dates_near, last_resorts
from quotecli.read.html.head import head_candidates
from quotecli.read.html.headline import find_headline, is_signed, part_headline
from quotecli.read.html.home import site_at_home
from quotecli.read.html.islands import island_of
from quotecli.read.html.near import spots_near
from quotecli.read.html.parse import parse
from quotecli.read.html.posts_told import join_thread, post_candidates, post_text, set_posts
from quotecli.read.html.roles import front_groups, grouped, surroundings
from quotecli.read.html.saved import Saved, of_copy, printed_by, printed_from, saved
from quotecli.read.html.site import site_before_title, site_credited, site_of_title
from quotecli.read.html.turns import set_turns
from quotecli.read.html.unseen import hide_changes
from quotecli.read.html.walk import Page, Walker
from quotecli.read.html.words import Says
from quotecli.read.html.write import write_groups
from quotecli.read.html.writers import writers_below_headline
from quotecli.read.html.written import note_document, set_title
from quotecli.read.media import media_of
from quotecli.read.papers import is_paper
from quotecli.read.titles import is_noise, is_section

_MOST_TITLES = 8
_ABOVE = 2  # blocks before the headline, in which some sites say what kind of document it is
_SHARE_READ = 0.3  # of the text that JSON-LD gives; where less is found on the page, it isn't on the page
_LITTLE = 400  # characters; a page that prints less may hold its article as data
_MOST_PARAGRAPHS = 500
_SHORTEST = 40  # characters of a paragraph for readers without scripts
_PROSE = frozenset({Role.BODY, Role.LIST, Role.BLOCKQUOTE, Role.POST})
_UNWANTED = Says.ASIDE | Says.HIDDEN | Says.PULL | Says.PERHAPS
_HANDLES = frozenset({"twitter:site", "application-name"})
_DESCRIPTIONS = frozenset({"description", "og:description", "twitter:description"})
_BEFORE_TAIL = re.compile(r"^.*\s[|–—»«-]\s")
_SPACES = re.compile(r"\s+")
_FILE_NAME = re.compile(r"[^\s/]{1,100}\.(?:pdf|docx?|odt|rtf|html?|txt)", re.IGNORECASE)
_ON_LINE = re.compile(r"\s(?:Online|On-Line|on the Web)$", re.IGNORECASE)
_FEWEST_WORDS = 3
_LONG_WORD = 3  # characters from which on a word in two titles is no chance

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
    hide_changes(root)
    join_thread(root)
    set_posts(root)
    set_turns(root)
    note_document(builder, markup, set_title(markup, root))
    body = root.find("body")
    page = Walker().walk(root if body is None else body)
    titles = [one.value for one in found if one.field == "title" and not one.source.startswith("itemprop")]
    titles = [title for title in titles if not (_says_nothing(title) or _FILE_NAME.fullmatch(title))]
    headline, indices = _article(page, titles[:_MOST_TITLES])
    found += _site(root, found, own, page.blocks[headline].text if headline >= 0 else "")
    around = surroundings(page)
    front = front_groups(page, headline, indices, around, _descriptions(root))
    groups = [*front, *grouped(page, indices, around)]
    told = next((one.value for one in found if one.field == "body"), "")
    read = sum(len(page.blocks[index].text) for group in groups if group.role in _PROSE for index in group.blocks)
    if len(told) * _SHARE_READ > read:  # a page that a script would fill: its JSON-LD has the text
        groups = [group for group in groups if group.role is Role.HEADLINE]
    else:
        told = ""
    island = island_of(root, titles) if read < _LITTLE and not told else None
    if island and island.length() * _SHARE_READ > read:
        groups = [group for group in groups if group.role is Role.HEADLINE]
        found += island.candidates()
    write_groups(builder, page, groups)
    if island and island.length() * _SHARE_READ > read:
        island.write(builder)
    elif not read and not told:
        told = _without_scripts(root)
    for paragraph in unescape(told).split("\n"):
        builder.add(" ".join(paragraph.split()))
    above = [block.text for block in page.blocks[max(headline - _ABOVE, 0) : max(headline, 0)]]
    builder.media = media_of([page.blocks[index].text for group in groups for index in group.blocks], above=above)
    _tell(builder, root, found, page, headline, indices)
    return builder.build()


def _says_nothing(title: str) -> bool:
    """Tell whether a page's title is a section's or a button's, alone or with the site's: "Hill Post - Print"."""
    tail = _BEFORE_TAIL.sub("", title)
    head = title.removesuffix(tail).rstrip(" |–—»«-")
    if is_paper(_ON_LINE.sub("", title)):
        return True  # the site's own
    return is_noise(title) or (bool(head) and is_noise(tail) and (is_paper(head) or not is_section(tail)))


def _doubted_titles(page: Page, found: Sequence[MetaCandidate], headline: int) -> list[MetaCandidate]:
    """Return the titles of a page's head that give way to the printed headline.

    They say nothing, or have no word in common with a headline that another title confirms, or that stands right
    above who wrote the article and when.
    """
    titles = [one for one in found if one.field == "title"]
    empty = [one for one in titles if one.source == "title element" and _says_nothing(one.value)]
    printed = page.blocks[headline].text if headline >= 0 else ""
    if len(words := _words(printed)) < _FEWEST_WORDS:
        return empty
    heads = [one.value for one in titles if one.source == "title element"]
    others = [
        one
        for one in titles
        if words.isdisjoint(_words(unescape(one.value)))
        and not any(one.value in head for head in heads if head != one.value)
    ]
    confirmed = any(unescape(one.value).startswith(printed) for one in titles) or is_signed(page, headline)
    return [*empty, *others] if confirmed else empty


def _words(title: str) -> set[str]:
    return {word for one in title.casefold().split() if len(word := one.strip(".,:;!?“”\"‘’'()")) >= _LONG_WORD}


def _without_scripts(root: Any) -> str:
    """Return what a page that prints nothing says where no script runs, or the post that its description gives."""
    if post := post_text(root):
        return post
    texts = [" ".join("".join(one.itertext()).split()) for one in root.xpath("//noscript//p")[:_MOST_PARAGRAPHS]]
    return "\n".join(text for text in texts if len(text) > _SHORTEST and not is_boilerplate(text))


def _article(page: Page, titles: Sequence[str]) -> tuple[int, list[int]]:
    """Return the index of the headline's block (-1: none) and those of the article's."""
    part_headline(page, titles)
    measure(page)
    headline = find_headline(page, titles)
    bury(page, _UNWANTED, headline)
    bury_teasers(page, headline)
    bury_ends(page, headline)
    return headline, article_blocks(page, main_node(page), headline)


def _site(root: Any, found: list[MetaCandidate], urls: list[str], headline: str) -> list[MetaCandidate]:
    """Return the outlet that the page's title names, where its address, its footer or its headline agrees."""
    title = next((one.value for one in found if one.source == "title element"), "")
    own = [*urls, *(one.value for one in found if one.field == "url")]
    return [
        *site_of_title(root, title, own, _said(root, _HANDLES), headline),
        *site_before_title(root, title, headline),
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
    doubted = _doubted_titles(page, found, headline)
    for one in found:
        if one.field not in {"time", "body"} and not (one.field == "title" and _FILE_NAME.fullmatch(one.value)):
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
    for one in (*more, *writers_below_headline(root)):
        builder.candidate(one.field, one.value, one.source, rank=one.rank, note=one.note)
