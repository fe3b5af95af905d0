"""Bylines that a page prints around its headline, with "By" and without."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quotecli.read.boilerplate import is_boilerplate
from quotecli.read.draft import MetaCandidate, Rank
from quotecli.read.html.near import Spot
from quotecli.read.html.told_lines import names_alone, writer_before_day
from quotecli.read.html.walk import Page
from quotecli.read.html.words import Says
from quotecli.read.html.writers import may_be_name
from quotecli.read.lines import CREDIT, heads_post
from quotecli.read.metadata.bylines import names_writer
from quotecli.read.metadata.dates import parse_date
from quotecli.read.papers import ends_with_job, is_names, is_paper

__all__ = ["bylines_near"]

_LONGEST = 250
_LONGEST_BYLINE = 120
_WORDS_OF_NAMES = 5  # from which on a line that ends with a stop is a sentence
_BELOW = 4  # blocks below the headline in which a name alone may be its writer's
_MAIL = re.compile(r"\s\S{1,64}@\S{1,64}$")
_BEHIND = re.compile(r"\s*[/|·•]\s*|\s[–—-]\s|\s(?=\d)")
"""What stands between a writer and his agency, or the day."""
_COUNT = re.compile(r"\d")
_LEVELS = 4  # of nodes around a name that may be called a byline


def bylines_near(page: Page, headline: int, spots: Sequence[Spot]) -> Iterator[MetaCandidate]:
    """Yield candidates for the authors printed around the headline, the nearest first.

    Args:
        page: the page.
        headline: index of the headline's block, or -1.
        spots: `spots_near` of them.
    """
    posts = 0
    for spot in spots:
        text = page.blocks[spot.at].text
        if heads_post(text):
            posts += 1
            if posts > 1:
                continue  # of a forum's replies
        if _is_byline(text, spot):
            yield _writer(text)
            yield from _paper(text)
        elif 0 <= headline < spot.at <= headline + _BELOW and (name := _name_in_head(page, spot.at)):
            yield MetaCandidate("author", name, "name below the headline", Rank.TEXT)
            yield from _paper(text)
        elif spot.own and len(text) < _LONGEST_BYLINE and _stands_in_byline(page, spot.at):
            name = _BEHIND.split(_MAIL.sub("", text), maxsplit=1)[0]
            named = is_names if not _is_called_byline(page, spot.at) else _may_be_names
            name = next((one for one in (name, name.partition(", ")[0]) if named(one)), "")
            yield from [MetaCandidate("author", name, "byline beside the text", Rank.TEXT)] if name else []


def _paper(text: str) -> Iterator[MetaCandidate]:
    """Yield the paper behind the writer's name: "Jane Roe, Brannock Post"."""
    _, mark, paper = text.partition("\n")[0].rpartition(", ")
    if mark and is_paper(paper):
        yield MetaCandidate("outlet", paper, "behind the writer's name", Rank.TEXT)


def _name_in_head(page: Page, index: int) -> str:
    """Return the writer whom a line below the headline names without "By", or ""."""
    text = _MAIL.sub("", page.blocks[index].text)
    if names_alone(page, index):
        return text
    if (name := writer_before_day(text)) or (is_names(text) and _stands_in_byline(page, index)):
        return name or text
    return ""


def _is_called_byline(page: Page, index: int) -> bool:
    """Tell whether a block's own element, or the one around it, is called a byline."""
    return any(page.nodes[node].says & Says.BYLINE for node in page.path(page.blocks[index].node)[:2])


def _may_be_names(text: str) -> bool:
    return is_names(text) or may_be_name(text)


def _stands_in_byline(page: Page, index: int) -> bool:
    nodes = [page.nodes[node] for node in page.path(page.blocks[index].node)[:_LEVELS]]
    return any(node.says & Says.BYLINE for node in nodes) and not any(node.tag == "blockquote" for node in nodes)


def _is_byline(text: str, spot: Spot) -> bool:
    """Tell whether a block is a byline, by its words or, outside the article, by the names of its elements."""
    if len(text) >= _LONGEST:
        return False
    named = bool(spot.says & Says.BYLINE) and len(text) < _LONGEST_BYLINE and not is_boilerplate(text)
    named = named and (parse_date(text) is not None or not _COUNT.search(text))
    return names_writer(text) or (
        named and not spot.own and not (text.endswith(".") and len(text.split()) > _WORDS_OF_NAMES)
    )


def _writer(text: str) -> MetaCandidate:
    if CREDIT.match(text):
        return MetaCandidate("author", text.partition(";")[0], "credit line", Rank.BYLINE)
    source = "reviewer" if text.lower().startswith("reviewed by") else "byline"  # who isn't beside a writer one himself
    return MetaCandidate("author", _without_post_below(text), source, Rank.BYLINE)


def _without_post_below(text: str) -> str:
    """Return a byline without the lines below its first that name the writer's post or paper: "Post Staff Writer"."""
    first, *rest = text.split("\n")
    below = next((at for at, line in enumerate(rest) if ends_with_job(line) or is_paper(line)), len(rest))
    return "\n".join([first, *rest[:below]])
