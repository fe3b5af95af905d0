"""The article as the page prints it, or, where it prints next to nothing, as its data hold it."""

from __future__ import annotations

from collections.abc import Sequence
from html import unescape
from typing import Any

from quotecli.core.types import Role
from quotecli.read.boilerplate import is_boilerplate
from quotecli.read.draft import DraftBuilder, MetaCandidate
from quotecli.read.html.islands import island_of
from quotecli.read.html.parse import text_of
from quotecli.read.html.posts_told import post_text
from quotecli.read.html.roles import Group
from quotecli.read.html.walk import Page
from quotecli.read.html.write import write_groups

__all__ = ["write_article"]

_SHARE_READ = 0.3  # of the text that JSON-LD gives; where less is found on the page, it isn't on the page
_LITTLE = 400  # characters; a page that prints less may hold its article as data
_MOST_PARAGRAPHS = 500
_MOST_PIECES = 1000
_SHORTEST = 40  # characters of a paragraph for readers without scripts
_PROSE = frozenset({Role.BODY, Role.LIST, Role.BLOCKQUOTE, Role.POST})


def write_article(
    builder: DraftBuilder,
    root: Any,
    page: Page,
    groups: list[Group],
    found: Sequence[MetaCandidate],
    titles: list[str],
) -> tuple[list[Group], list[MetaCandidate]]:
    """Write the article of a page.

    Where a script would fill the page, its JSON-LD has the text, or the data for its scripts; else it is what the page
    says where no script runs.

    Args:
        builder: takes the paragraphs.
        root: the page (lxml).
        page: its blocks.
        groups: what it prints.
        found: what its head tells; `body` is the text that JSON-LD gives.
        titles: what it is titled.

    Returns:
        The groups that were written, and what the data tell of the article.
    """
    printed = sum(len(page.blocks[index].text) for group in groups if group.role in _PROSE for index in group.blocks)
    told = next((one.value for one in found if one.field == "body"), "")
    headline = [group for group in groups if group.role is Role.HEADLINE]
    if len(told) * _SHARE_READ > printed:
        write_groups(builder, page, headline)
        _write_lines(builder, told)
        return headline, []
    island = island_of(root, titles) if printed < _LITTLE else None
    if island and island.length() * _SHARE_READ > printed:
        write_groups(builder, page, headline)
        island.write(builder)
        return headline, list(island.candidates())
    write_groups(builder, page, groups)
    if not printed:
        _write_lines(builder, _without_scripts(root))
    return groups, []


def _write_lines(builder: DraftBuilder, text: str) -> None:
    for line in unescape(text).split("\n"):
        builder.add(" ".join(line.split()))


def _without_scripts(root: Any) -> str:
    """Return what a page that prints nothing says where no script runs, or the post that its description gives."""
    if post := post_text(root):
        return post
    texts = [text_of(one, _MOST_PIECES) for one in root.xpath("//noscript//p")[:_MOST_PARAGRAPHS]]
    return "\n".join(text for text in texts if len(text) > _SHORTEST and not is_boilerplate(text))
