"""The quotation in its page: what stands around it, and the link that leads there."""

from __future__ import annotations

from quotecli.cite.fragments import text_fragment
from quotecli.cite.source import Cited
from quotecli.cite.text import one_line

_AROUND = 200  # characters before and after: more than any term of a directive or selector takes


def surroundings(cited: Cited) -> tuple[str, str]:
    """Return the text right before and right after the quotation, at most 200 characters each.

    It is taken from the document if that is at hand, without its front matter, else from the quotation's paragraph;
    ("", "") when the stored words don't stand there.
    """
    quote = cited.quote
    assert quote is not None
    source = cited.source
    for text, offset, first in ((source.text, 0, source.begins), (quote.context, quote.context_start, 0)):
        start, end = quote.start - offset, quote.end - offset
        if 0 <= start < end <= len(text) and text[start:end] == quote.as_printed:
            return text[max(first, start - _AROUND) : start], text[end : end + _AROUND]
    return "", ""


def deep_link(cited: Cited) -> str:
    """Return the URL that leads to the quotation in its page, the page's own URL for a source alone, or ""."""
    url = one_line(cited.source.url or "")
    if not url or cited.quote is None:
        return url
    before, after = surroundings(cited)
    return text_fragment(url, cited.quote.as_printed, before, after, document=cited.source.text)
