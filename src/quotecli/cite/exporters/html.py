"""HTML: each quotation a figure with a block quotation and its source, linked to the words in the page."""

from __future__ import annotations

from collections.abc import Iterable

from quotecli.cite.dates import long_date
from quotecli.cite.entries import Entry, entries
from quotecli.cite.exporters.common import UNATTRIBUTED, credit, where, without_comma
from quotecli.cite.links import deep_link
from quotecli.cite.markup import html_text, is_web_link
from quotecli.cite.source import Cited
from quotecli.cite.text import clean, one_line

_HEAD = '<!DOCTYPE html>\n<html>\n<head>\n<meta charset="utf-8">\n<title>Quotations</title>\n</head>\n<body>\n'


def export(cited: Iterable[Cited]) -> str:
    """Return a whole HTML document; the figures can be taken out of it as they are."""
    figures = [_figure(entry, one) for entry in entries(cited) for one in entry.quoted or (Cited(entry.source),)]
    return f"{_HEAD}{''.join(figures)}</body>\n</html>\n"


def _figure(entry: Entry, cited: Cited) -> str:
    quote, language = cited.quote, html_text(one_line(entry.source.language or ""))
    if quote is None:
        return f"<p>{_source(entry, cited)}</p>\n"
    lines = [line.strip() for line in clean(without_comma(quote.text)).splitlines() if line.strip()]
    body = "".join(f"<p>{html_text(line)}</p>" for line in lines)
    url = one_line(entry.source.url or "")
    cite = f' cite="{html_text(url)}"' if is_web_link(url) else ""
    lang = f' lang="{language}"' if language else ""
    speaker = html_text(one_line(quote.speaker or "") or UNATTRIBUTED)
    caption = ", ".join(part for part in (speaker, _source(entry, cited)) if part)
    return (
        f'<figure id="{html_text(quote.id)}">\n<blockquote{cite}{lang}>{body}</blockquote>\n'
        f"<figcaption>— {caption}</figcaption>\n</figure>\n"
    )


def _source(entry: Entry, cited: Cited) -> str:
    item, link = entry.item, deep_link(cited)
    title = html_text(item.get("title", "") or item.get("URL", "") or "source")
    outlet = html_text(item.get("container-title", "") or item.get("publisher", ""))
    when = entry.source.published or entry.source.updated
    by = credit(entry, cited)
    parts = [
        html_text(by),
        f'<cite><a href="{html_text(link)}">{title}</a></cite>' if is_web_link(link) else f"<cite>{title}</cite>",
        outlet,
        f'<time datetime="{when}">{long_date(when)}</time>' if when else "",
        html_text(where(cited)),
    ]
    return ", ".join(part for part in parts if part)
