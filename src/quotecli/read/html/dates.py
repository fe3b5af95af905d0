"""Dates and bylines that a page prints around its headline, and last resorts for pages whose head is silent."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from quotecli.read.boilerplate import ends_article
from quotecli.read.draft import NEAR_HEADLINE, MetaCandidate, Rank
from quotecli.read.html.roles import names_alone
from quotecli.read.html.walk import Block, Page
from quotecli.read.html.words import OTHER_STORIES, Says
from quotecli.read.lines import CREDIT, is_byline
from quotecli.read.metadata.bylines import byline_in
from quotecli.read.metadata.calendars import OTHER_YEARS
from quotecli.read.metadata.dates import FoundDate, date_in_path, out_and_updated, parse_date, words_of

_LONGEST = 250
_LONGEST_WORDED = 500
_DEDICATED = 60  # characters; a line so short that holds a date is about the date
_LONGEST_BYLINE = 120
_WORDS_OF_NAMES = 5  # from which on a line that ends with a stop is a sentence
_OPENING = 30  # characters of a paragraph of the article that may go before its date
_CLOSE = 4  # blocks from the headline within which a printed date goes before the first <time>
_BELOW = 4  # blocks below the headline in which a name alone may be its writer's
_NEAR = 12  # blocks before and after the headline
_JUST_BEFORE = 3  # blocks above a headline belong to it as often as not; what is farther up is the site's
_LEVELS = 4  # of nodes around the headline that are still its own box
_MOST_SCRIPTS = 400_000  # characters of inline scripts looked at
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)|\d[./-]\d\d?[./-]\d\d(?!\d)|[٢۲][٠۰]\d\d|" + OTHER_YEARS)
_OF_ISSUE = re.compile(r"\d\W{1,3}(?:issue|print edition)\b|\b(?:print|issue of)\b", re.IGNORECASE)
"""The day that stands on a magazine, which may be later than that of its page."""
_DATE_LABEL = re.compile(r"\b(?:date|datum)\b", re.IGNORECASE)
_NOT_OURS = re.compile(
    r"©|copyright|all rights|\bsince\b|founded|comment|born\b|geboren"
    r"|\b(?:joined|registered|registriert|last (?:seen|visit|active)|beiträge seit|mitglied seit|membre depuis)\b"
    r"|\b(?:accessed|retrieved|downloaded|archived|(?:saved|printed) on)\b",
    re.IGNORECASE,
)
_SCRIPT_DATE = re.compile(
    r'\\?"(datePublished|publishDate|publish_date|published_at|publishedAt|publicationDate|publication_date|pubDate'
    r'|dateCreated|uploadDate|created_at|publishOn|firstPublished|first_published|published)\\?"\s*:\s*\\?"?([\d][^"\\,}]{7,39})'
    r"|\bvar (?P<name>publish_?[Tt]ime|publish_?[Dd]ate|pub_?[Dd]ate)\s?=\s?[\"'](?P<value>\d[^\"']{7,39})"
)
_HEADED = 4
_HEADINGS = frozenset("h2 h3 h4 h5 h6".split())
_HEAD_OF_TEXT = re.compile(r"^\W{0,3}(?:[A-Z][\w .,-]{2,30}[,:–—-] )?")


def _spots(page: Page, headline: int, indices: Sequence[int]) -> list[tuple[int, int]]:
    """Return blocks by their nearness to the headline (or to the article's first block): (distance, index)."""
    anchors = sorted({anchor for anchor in (headline, indices[0] if indices else -1) if anchor >= 0}) or [0]
    last = indices[-1] if indices else anchors[-1]
    beside = set(page.path(page.blocks[anchors[-1]].node)[:_LEVELS]) if page.blocks else set()
    spots: dict[int, int] = {}
    for anchor in anchors:
        for index in range(max(0, anchor - _NEAR), min(len(page.blocks), anchor + _NEAR + 1)):
            distance = index - anchor
            if distance < 0:
                near = -distance <= _JUST_BEFORE and not beside.isdisjoint(page.path(page.blocks[index].node)[:_LEVELS])
                distance = (2 if near else 15) - distance
            spots[index] = min(distance, spots.get(index, distance))
    for index in range(max(last - 1, 0), min(len(page.blocks), last + 8)):
        spots.setdefault(index, 20 + abs(index - last))
    return sorted((distance, index) for index, distance in spots.items())


def _is_others(page: Page, index: int) -> bool:
    """Tell whether a block stands in a box of other stories, by the box's name or by the heading above."""
    path = [page.nodes[node] for node in page.path(page.blocks[index].node)]
    if not any(node.dead for node in path):
        return False
    if any(node.dead and OTHER_STORIES.search(node.words) for node in path):
        return True
    above = page.blocks[max(0, index - _HEADED) : index]
    return any(block.tag in _HEADINGS and ends_article(block.text) for block in above)


def _says_changed(text: str) -> bool:
    return bool(words_of("updated").search(text))


def _dated(text: str) -> FoundDate | None:
    if not _YEAR.search(text[:_LONGEST_WORDED]):
        return None
    found = parse_date(text)
    return found if found and (found.date.precision == "day" or found.note) else None


def date_near(
    page: Page, headline: int, indices: Sequence[int], times: Sequence[MetaCandidate]
) -> Iterator[MetaCandidate]:
    """Yield candidates for the dates and authors printed around the headline, the likeliest first.

    Args:
        page: the page.
        headline: index of the headline's block, or -1.
        indices: of the article's blocks.
        times: `<time>` elements whose meaning is open, in their order.
    """
    inside = set(indices)
    sure: list[tuple[int, MetaCandidate]] = []
    doubtful: list[tuple[int, MetaCandidate]] = []
    for distance, index in _spots(page, headline, indices):
        block = page.blocks[index]
        own = index in inside
        if index != headline and not own and _is_others(page, index):
            continue
        says = block.says | (page.nodes[block.node].says if block.node >= 0 else Says.NOTHING)
        if _is_byline(block.text, says, own=own):
            yield _writer(block.text)
        elif 0 <= headline < index <= headline + _BELOW and names_alone(page, index):
            yield MetaCandidate("author", block.text, "name below the headline", Rank.TEXT)
        worded = bool(words_of("published").search(block.text) or _DATE_LABEL.search(block.text))
        found = _date_of(page, block, worded=worded, own=own)
        if not found:
            continue
        text, updated = block.text, not worded and _says_changed(block.text)
        if both := out_and_updated(text):
            yield MetaCandidate("updated", both[1], NEAR_HEADLINE, Rank.BYLINE)
            text, updated = both[0], False
        marked = bool(says & Says.DATE)
        little = _is_dedicated(text, found) and not (own and found.start > _OPENING)
        dedicated = not _OF_ISSUE.search(text) and (worded or marked or little)
        candidate = MetaCandidate("updated" if updated else "published", text, NEAR_HEADLINE, Rank.BYLINE)
        kept = sure if dedicated and index != headline else doubtful
        kept.append((distance - 8 * worded - 6 * marked, candidate))
    printed = [one for _, one in sorted(sure, key=lambda pair: pair[0])]
    first_time = [MetaCandidate("published", one.value, "first time element", Rank.BYLINE) for one in times[:1]]
    close = any(cost < _CLOSE for cost, _ in sure)
    yield from [*printed, *first_time] if close else [*first_time, *printed]
    yield from _opening(page, indices)
    for _, one in sorted(doubtful, key=lambda pair: pair[0]):
        yield MetaCandidate(one.field, one.value, one.source, Rank.TEXT)


def _is_byline(text: str, says: int, *, own: bool) -> bool:
    """Tell whether a block is a byline, by its words or, outside the article, by the names of its elements."""
    if len(text) >= _LONGEST:
        return False
    named = bool(says & Says.BYLINE) and len(text) < _LONGEST_BYLINE
    return is_byline(_capitalised(byline_in(text))) or (
        named and not own and not (text.endswith(".") and len(text.split()) > _WORDS_OF_NAMES)
    )


def _capitalised(text: str) -> str:
    """Return a line as it is printed where a style sets it in capitals: "by Jane Roe"."""
    return text[:1].upper() + text[1:]


def _writer(text: str) -> MetaCandidate:
    if CREDIT.match(text):
        return MetaCandidate("author", text.partition(";")[0], "credit line", Rank.BYLINE)
    return MetaCandidate("author", text, "byline", Rank.BYLINE)


def _date_of(page: Page, block: Block, *, worded: bool, own: bool) -> FoundDate | None:
    """Return the date in a block that may be the document's; None for others', and in long blocks.

    Args:
        page: the page.
        block: of it.
        worded: the block says "published", "date" or the like.
        own: the block is the article's.
    """
    text = block.text
    if len(text) > (_LONGEST_WORDED if worded else _LONGEST) or _NOT_OURS.search(text) or not (found := _dated(text)):
        return None
    entry = own and not worded and page.nodes[block.node].tag == "li" and not _says_changed(text)
    return None if entry else found  # an entry of a list tells when something was said or done


def _is_dedicated(text: str, found: FoundDate) -> bool:
    """Tell whether a block that holds a date is little else."""
    return len(text) < _DEDICATED or (found.start < 3 and len(text) < 2 * _DEDICATED) or is_byline(text)


def _opening(page: Page, indices: Sequence[int]) -> Iterator[MetaCandidate]:
    """The article's first paragraph may begin with its date: "(18.01.2018) …", "LONDON, 2 October 2020 - …"."""
    for index in indices[:2]:
        text = page.blocks[index].text
        opening = _HEAD_OF_TEXT.match(text)
        dated = _dated(text[:90])
        if opening and dated and dated.start <= opening.end() and not _says_changed(opening[0]):
            yield MetaCandidate("published", text[dated.start : dated.end], "dateline", Rank.BYLINE)


def last_resorts(root: Any, page: Page, pictures: Sequence[str]) -> Iterator[MetaCandidate]:
    """Yield dates from where they are least sure: inline scripts, lines at the page's edges, pictures."""
    budget = _MOST_SCRIPTS
    for script in root.iter("script"):
        text = script.text or ""
        if script.get("src") or budget <= 0:
            continue
        if written := _SCRIPT_DATE.search(text[:budget]):
            name, value = written["name"] or written[1], written["value"] or written[2]
            yield MetaCandidate("published", value, f"script: {name}", Rank.TEXT)
        budget -= len(text)
    count = len(page.blocks)
    for index in (*range(count - 1, max(-1, count - 41), -1), *range(min(20, count))):
        block = page.blocks[index]
        if len(block.text) < _LONGEST and _dated(block.text) and not _is_others(page, index):
            updated = _says_changed(block.text)
            if page.nodes[block.node].tag == "li" and not updated and not words_of("published").search(block.text):
                continue
            yield MetaCandidate("updated" if updated else "published", block.text, "date at the page's edge", Rank.TEXT)
            break
    for picture in pictures[:1]:
        day = date_in_path(picture.partition("//")[2].partition("?")[0])
        if day and day.precision == "day":
            yield MetaCandidate("published", str(day), "path of its picture", Rank.TEXT)
