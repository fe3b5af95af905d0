"""Characters that a content system escaped twice: a page that prints `&ldquo;We waited&rdquo;` means “We waited”."""

from __future__ import annotations

import re
from html import unescape

from quotecli.read.html.walk import Page

__all__ = ["read_escaped"]

_ESCAPED = r"&(?:amp;)?(?:[lr][ds]quo|[lr]aquo|quot|apos|nbsp|amp|[mn]dash|hellip|#0?39|#82\d\d|#x20[12][0-9a-f]);"
_WITHIN = re.compile(rf"(?<=\w){_ESCAPED}|{_ESCAPED}(?=\w)|(?<=[.,!?]){_ESCAPED}|(?<=\w )&amp;(?= [A-Z])")
"""One that touches a word. Those that stand alone are told of: "write &ldquo; before it"."""


def read_escaped(page: Page) -> None:
    """Put the characters in the place of their escapes, where they touch words; blocks of code keep theirs."""
    for block in page.blocks:
        if "&" in block.text and block.tag not in {"pre", "code"}:
            block.text = _WITHIN.sub(lambda found: unescape(unescape(found[0])).replace("\xa0", " "), block.text)
