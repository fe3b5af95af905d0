"""Markup that is all article (rendered Markdown, a feed's item, a mail's body) → paragraphs."""

from __future__ import annotations

from quotecli.core.types import Role
from quotecli.read.draft import DraftBuilder
from quotecli.read.html.content import measure, weigh
from quotecli.read.html.parse import parse
from quotecli.read.html.roles import grouped, surroundings
from quotecli.read.html.turns import set_turns
from quotecli.read.html.walk import HEADINGS, Walker
from quotecli.read.html.words import Says
from quotecli.read.html.write import write_groups
from quotecli.read.media import media_of


def write_whole(builder: DraftBuilder, markup: str) -> str | None:
    """Write all paragraphs of `markup` into `builder`.

    Returns:
        The first heading, which is written as the headline, if it goes before all else; or None.
    """
    root = parse(markup)
    if root is None:
        return None
    set_turns(root)
    page = Walker().walk(root)
    measure(page)
    weigh(page)
    blocks = page.blocks
    headline = None
    start = 0
    if blocks and blocks[0].tag in HEADINGS:
        headline = blocks[0].text
        builder.add(headline, Role.HEADLINE)
        start = 1
    indices = [index for index in range(start, len(blocks)) if not blocks[index].says & Says.HIDDEN]
    write_groups(builder, page, grouped(page, indices, surroundings(page)))
    builder.media = media_of([block.text for block in blocks])
    return headline
