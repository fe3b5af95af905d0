"""Wikiquote: each quotation a list item, its source below it, gathered by speaker."""

from __future__ import annotations

from collections.abc import Iterable

from quotecli.cite.dates import long_date
from quotecli.cite.entries import Entry, entries
from quotecli.cite.exporters.common import UNATTRIBUTED, in_marks, names_in_words, where, without_comma
from quotecli.cite.exporters.wikitext import wiki_lines, wiki_url, wikitext
from quotecli.cite.source import Cited


def export(cited: Iterable[Cited]) -> str:
    """Return a section for each speaker, in order of appearance; sources without a quotation have no place there."""
    sections: dict[str, list[str]] = {}
    for entry in entries(cited):
        for one in entry.quoted:
            assert one.quote is not None
            speaker = wikitext(one.quote.speaker or "") or UNATTRIBUTED
            sections.setdefault(speaker, []).append(_item(entry, one, speaker))
    return "\n".join(f"== {speaker} ==\n{''.join(items)}" for speaker, items in sections.items())


def _item(entry: Entry, cited: Cited, speaker: str) -> str:
    assert cited.quote is not None
    item, source = entry.item, entry.source
    authors, title = wikitext(names_in_words(entry)), item.get("title", "")
    link = wiki_url(item.get("URL", ""))
    named = wikitext(in_marks(title)) if title else link and "source"
    outlet = wikitext(item.get("container-title", "") or item.get("publisher", ""))
    when = source.published or source.updated
    said = cited.quote.date if cited.quote.date_kind == "said" else None
    lead = f"{long_date(said)}, as quoted" if said else "As quoted"
    parts = [
        f"{lead} by {authors}" if authors and authors != speaker else lead if authors != speaker else "",
        f"[{link} {named}]" if link else named,
        f"''{outlet}''" + (f" ({long_date(when)})" if when else "") if outlet else long_date(when) if when else "",
        where(cited),
    ]
    return f"* {wiki_lines(without_comma(cited.quote.text))}\n** {', '.join(part for part in parts if part)}\n"
