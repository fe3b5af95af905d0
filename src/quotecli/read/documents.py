"""The kinds that are one text: plain text, Markdown, HTML. Bytes → Draft."""

from __future__ import annotations

from quotecli.read.draft import Draft
from quotecli.read.encoding import decode
from quotecli.read.item import Item


def read_text(data: bytes, item: Item) -> Draft:
    """Read plain text or a transcript."""
    from quotecli.read.text import draft_from_text

    return draft_from_text(decode(data, item.charset))


def read_markdown(data: bytes, item: Item) -> Draft:
    """Read Markdown with its front matter."""
    from quotecli.read.markdown import draft_from_markdown

    return draft_from_markdown(decode(data, item.charset))


def read_html(data: bytes, item: Item) -> Draft:
    """Read a web page."""
    return html_draft(decode(data, item.charset), url=item.url)


def html_draft(markup: str, *, url: str | None = None) -> Draft:
    """Return the draft of a page or of a piece of one; parsing HTML loads lxml only here."""
    from quotecli.read.html import draft_from_html

    return draft_from_html(markup, url=url)
