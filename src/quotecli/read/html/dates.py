"""Dates that a page prints around its headline, and last resorts for pages whose head is silent."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from quotecli.read.draft import NEAR_HEADLINE, MetaCandidate, Rank
from quotecli.read.html.near import Spot, is_in_post, is_others
from quotecli.read.html.walk import Block, Page
from quotecli.read.html.words import Says
from quotecli.read.lines import ends_sentence, is_byline, is_caption, without_reading_time
from quotecli.read.metadata.calendars import OTHER_YEARS
from quotecli.read.metadata.dates import FoundDate, date_in_path, numeric_order, out_and_updated, parse_date, words_of

_LONGEST = 250
_LONGEST_WORDED = 500
_DEDICATED = 60  # characters; a line so short that holds a date is about the date
_OPENING = 30  # characters of a paragraph of the article that may go before its date
_CLOSE = 4  # blocks from the headline within which a printed date goes before the first <time>
_MOST_SCRIPTS = 400_000  # characters of inline scripts looked at
_YEAR = re.compile(
    r"(?<!\d)(?:19|20)\d\d(?!\d)|\d[./-]\d\d?[./-]\d\d(?!\d)|[٢۲२২][٠۰०০]\d\d"
    r"|['’]\d\d(?!\w)|\d-[^\W\d_]{3,9}-\d\d(?!\d)|" + OTHER_YEARS
)
_OF_ISSUE = re.compile(r"\d\W{1,3}(?:issue|print edition)\b|\b(?:print|issue of)\b", re.IGNORECASE)
"""The day that stands on a magazine, which may be later than that of its page."""
_DATE_LABEL = re.compile(r"\b(?:date|datum)\b", re.IGNORECASE)
_NOT_OURS = re.compile(
    r"\b(?:deadline|closing date|expires?|valid (?:until|through)|apply by|due (?:by|date)|when\s?:)"
    r"|bewerbungsschluss|einsendeschluss|date limite|fecha límite"
    r"|\bsince\b|founded|comment|born\b|geboren"
    r"|\b(?:joined|registered|registriert|last (?:seen|visit|active)|beiträge seit|mitglied seit|membre depuis)\b"
    r"|\b(?:accessed|retrieved|downloaded|archived|(?:saved|printed) on)\b",
    re.IGNORECASE,
)
_COMMENTED = re.compile(r"\b(?:\d+|no|leave a) comments?\b", re.IGNORECASE)
"""What stands beside a document's own day: "By Ann Roe / 2 February 2023 / 3 Comments"."""
_RIGHTS = re.compile(r"©|copyright|all rights", re.IGNORECASE)
_SCRIPT_DATE = re.compile(
    r'\\?"(datePublished|publishDate|publish_date|published_at|publishedAt|publicationDate|publication_date|pubDate'
    r'|dateCreated|uploadDate|created_at|publishOn|firstPublished|first_published|published)\\?"\s*:\s*\\?"?([\d][^"\\,}]{7,39})'
    r"|\bvar (?P<name>publish_?[Tt]ime|publish_?[Dd]ate|pub_?[Dd]ate)\s?=\s?[\"'](?P<value>\d[^\"']{7,39})"
)
_DECIDED = re.compile(
    r"(?:^|(?<=[.;] ))(?:opinion )?(?:decided|filed)(?: on)?:?\s+(?=[a-z]+\.? \d|\d)", re.IGNORECASE | re.MULTILINE
)
_ARGUED = re.compile(r"\W*(?:re-?)?(?:argued|submitted|heard)\b(?! by\b)", re.IGNORECASE)
"""A court's dates: an opinion is of the day on which the case was decided."""
_WORD = re.compile(r"\w")
_WORDS = re.compile(r"[^\W\d_]{2,}")
_SENTENCE_WORDS = 4
_BELOW = 4  # blocks below the headline
_MONTH_LONGEST = 30
_HEAD_OF_TEXT = re.compile(r"^\W{0,3}(?:[A-Z][\w .,-]{2,30}[,:–—-] )?")


def order_told(page: Page) -> Iterator[MetaCandidate]:
    """Yield by which order the page's labels write days in numbers: "12-14-2009" tells what 12-03-2009 is."""
    if order := numeric_order(block.text for block in page.blocks if len(block.text) <= _DEDICATED):
        yield MetaCandidate("date_order", order, "other dates of the page", Rank.TEXT)


def _says_changed(text: str) -> bool:
    return bool(words_of("updated").search(text))


def _dated(text: str) -> FoundDate | None:
    if not _YEAR.search(text[:_LONGEST_WORDED]):
        return None
    found = parse_date(text)
    return found if found and (found.date.precision == "day" or found.note) else None


def dates_near(
    page: Page, headline: int, indices: Sequence[int], spots: Sequence[Spot], times: Sequence[MetaCandidate]
) -> Iterator[MetaCandidate]:
    """Yield candidates for the dates printed around the headline, the likeliest first.

    Args:
        page: the page.
        headline: index of the headline's block, or -1.
        indices: of the article's blocks.
        spots: `spots_near` of them.
        times: `<time>` elements whose meaning is open, in their order.
    """
    sure: list[tuple[int, MetaCandidate]] = []
    doubtful: list[tuple[int, MetaCandidate]] = []
    for spot in spots:
        if not (told := _told_at(page, spot)):
            continue
        if told.changed:
            yield MetaCandidate("updated", told.changed, NEAR_HEADLINE, Rank.BYLINE)
        kept = sure if told.sure and spot.at != headline else doubtful
        kept.append((told.cost, told.candidate))
    printed = [one for _, one in sorted(sure, key=lambda pair: pair[0])]
    first_time = [MetaCandidate("published", one.value, "first time element", Rank.BYLINE) for one in times[:1]]
    close = any(cost < _CLOSE for cost, _ in sure)
    yield from [*printed, *first_time] if close else [*first_time, *printed]
    yield from _opening(page, indices)
    for _, one in sorted(doubtful, key=lambda pair: pair[0]):
        yield MetaCandidate(one.field, one.value, one.source, Rank.TEXT)
    yield from _month_below(page, headline)


class _Told(NamedTuple):
    """What a block near the headline tells: a date, at what cost, whether it is surely the document's.

    `changed` is what it tells besides of a change, or "".
    """

    cost: int
    candidate: MetaCandidate
    sure: bool
    changed: str


def _told_at(page: Page, spot: Spot) -> _Told | None:
    """Return the date that a block near the headline tells, or None."""
    block = page.blocks[spot.at]
    if not _YEAR.search(block.text[:_LONGEST_WORDED]):
        return None  # what most blocks come to, and the patterns below are slow
    if decided := _DECIDED.search(block.text):
        line = block.text[decided.end() :].partition("\n")[0]
        return _Told(spot.distance - 8, MetaCandidate("published", line, NEAR_HEADLINE, Rank.BYLINE), True, "")
    if _ARGUED.match(block.text) and any(_DECIDED.search(one.text) for one in page.blocks[spot.at + 1 : spot.at + 4]):
        return None
    label = _label_above(page, spot.at)
    worded = label == "published" or _says_published(block.text)
    found = _date_of(page, block, worded=worded, own=spot.own)
    if not found:
        return None
    updated = label == "updated" or (not worded and _tells_change(block.text, found))
    text, changed = out_and_updated(block.text) or (block.text, "")
    if not worded and (_is_caption(page, block) or (spot.own and _says_more(text, found))):
        return None
    marked = bool(spot.says & Says.DATE)
    little = _is_dedicated(text, found) and not (spot.own and found.start > _OPENING)
    dedicated = not _OF_ISSUE.search(text) and (worded or marked or little)
    field = "updated" if updated and not changed else "published"
    cost = spot.distance - 8 * worded - 6 * marked
    return _Told(cost, MetaCandidate(field, text, NEAR_HEADLINE, Rank.BYLINE), dedicated, changed)


def _month_below(page: Page, headline: int) -> Iterator[MetaCandidate]:
    """Yield the month that stands alone below the headline: "June 2024 issue"."""
    for block in page.blocks[headline + 1 : headline + 1 + _BELOW] if headline >= 0 else ():
        found = parse_date(block.text) if len(block.text) <= _MONTH_LONGEST else None
        if found and found.date.precision == "month":
            yield MetaCandidate("published", block.text, NEAR_HEADLINE, Rank.TEXT)


def _says_more(text: str, found: FoundDate) -> bool:
    """Tell whether a line is a sentence that holds a date: "The next ride is on 14 September 2024."."""
    text = without_reading_time(text)
    beside = len(_WORDS.findall(text[: found.start] + text[found.end :]))
    return ends_sentence(text) and found.start > 0 and beside >= _SENTENCE_WORDS


def _is_caption(page: Page, block: Block) -> bool:
    node = page.nodes[block.node]
    return node.tag == "figcaption" or bool((node.says | block.says) & Says.CAPTION) or is_caption(block.text)


def _says_published(text: str) -> bool:
    return bool(words_of("published").search(text) or _DATE_LABEL.search(text))


def _tells_change(text: str, found: FoundDate) -> bool:
    """Tell whether a line's date is that of a change, rather than one before the words "updated 2 hours ago"."""
    changed = words_of("updated").search(text)
    return changed is not None and (changed.start() < found.start or not _WORD.search(text, changed.end()))


def _label_above(page: Page, index: int) -> str:
    """Return what the block above a date says it is, alone on its line: `published`, `updated` or ""."""
    above = page.blocks[index - 1].text.strip(" :") if index else ""
    return next((kind for kind in ("published", "updated") if above and words_of(kind).fullmatch(above)), "")


def _date_of(page: Page, block: Block, *, worded: bool, own: bool) -> FoundDate | None:
    """Return the date in a block that may be the document's; None for others', and in long blocks.

    Args:
        page: the page.
        block: of it.
        worded: the block says "published", "date" or the like.
        own: the block is the article's.
    """
    text = block.text
    others = _NOT_OURS.search(_COMMENTED.sub("", text)) or _RIGHTS.search(text)
    if len(text) > (_LONGEST_WORDED if worded else _LONGEST) or others or not (found := _dated(text)):
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
        ours = opening and not (_says_changed(opening[0]) or _NOT_OURS.search(opening[0]))
        if ours and opening and dated and dated.start <= opening.end():
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
        found = _dated(block.text) if len(block.text) < _LONGEST else None
        if not found or is_others(page, index) or is_in_post(page, index) or _NOT_OURS.search(block.text):
            continue
        updated = _says_changed(block.text)
        told = updated or words_of("published").search(block.text) or _RIGHTS.search(block.text)
        if not told and (page.nodes[block.node].tag == "li" or _says_more(block.text, found)):
            continue
        yield MetaCandidate("updated" if updated else "published", block.text, "date at the page's edge", Rank.TEXT)
        break
    for picture in pictures[:1]:
        day = date_in_path(picture.partition("//")[2].partition("?")[0])
        if day and day.precision == "day":
            yield MetaCandidate("published", str(day), "path of its picture", Rank.TEXT)
