"""Markdown (CommonMark): each quotation a block quotation, its speaker and source below it with a deep link."""

from __future__ import annotations

from collections.abc import Iterable

from quotecli.cite.dates import long_date
from quotecli.cite.entries import Entry, entries
from quotecli.cite.exporters.common import UNATTRIBUTED, credit, in_marks, where, without_comma
from quotecli.cite.links import deep_link
from quotecli.cite.markup import is_web_link, markdown, markdown_url
from quotecli.cite.source import Cited
from quotecli.cite.text import clean, one_line


def export(cited: Iterable[Cited]) -> str:
    """Return one block quotation for each quotation; a source alone is a list item."""
    blocks = [
        _block(entry, one) if one.quote else f"- {_source(entry, one)}\n"
        for entry in entries(cited)
        for one in entry.quoted or (Cited(entry.source),)
    ]
    return "\n".join(blocks)


def _block(entry: Entry, cited: Cited) -> str:
    assert cited.quote is not None
    lines = [line.strip() for line in clean(without_comma(cited.quote.text)).splitlines() if line.strip()]
    speaker = markdown(one_line(cited.quote.speaker or "") or UNATTRIBUTED)
    line = ", ".join(part for part in (speaker, _source(entry, cited)) if part)
    body = [part for text in lines for part in (markdown(text), "")] + ([f"— {line}"] if line else [])
    return "\n".join(f"> {part}".rstrip() for part in body) + "\n"


def _source(entry: Entry, cited: Cited) -> str:
    item, link = entry.item, deep_link(cited)
    title = in_marks(item.get("title", "") or item.get("URL", "") or "source")
    outlet = markdown(item.get("container-title", "") or item.get("publisher", ""))
    when = entry.source.published or entry.source.updated
    by = credit(entry, cited)
    parts = [
        markdown(by),
        f"[{markdown(title, linked=True)}]({markdown_url(link)})" if is_web_link(link) else markdown(title),
        f"*{outlet}*" if outlet else "",
        long_date(when) if when else "",
        where(cited),
    ]
    return ", ".join(part for part in parts if part)
