"""Quotes as Textual draws them. All text is literal (never markup) and passes the cleaner of `show`."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from quotecli.app.detail import Detail
from quotecli.app.variants import Family, Variant
from quotecli.core.types import Filters, Hit, Kind, Quote, Span
from quotecli.show.changes import marked_changes
from quotecli.show.clean import clean_line, clean_same_length
from quotecli.show.detail import facts, percent, reasons
from quotecli.show.wording import date_words, others_words, outlet_words, speaker_words

__all__ = ["context_of", "facts_of", "filter_words", "line", "reasons_of", "where_quoted", "wordings_of"]

_MATCH = "bold ansi_magenta"
_SPEAKER = "bold ansi_green"
_NAME = "ansi_cyan"
_QUIET = "dim"
_BEFORE = 3
"""One part in so many of a shortened quotation stands before its first match."""


def line(hit: Hit, room: int) -> Content:
    """Return a hit as the list shows it: its words, then who, when and where.

    Args:
        hit: what was found.
        room: so many characters of the words are shown, those that matched among them.
    """
    quote = hit.quote
    who = Content.styled(speaker_words(quote), _SPEAKER if quote.speaker else _QUIET)
    details = [date_words(quote.date), outlet_words(quote)]
    if quote.kind is not Kind.DIRECT:
        details.append(quote.kind.value)
    facts_line = who + Content(" · " + " · ".join(details))
    if others := others_words(hit).partition(":")[0]:
        facts_line += Content.styled(" · " + others, _QUIET)
    return _excerpt(quote.text, hit.matches, room) + Content("\n") + facts_line


def _excerpt(text: str, matches: Sequence[Span], room: int) -> Content:
    """Return the words in marks, what matched highlighted; of a long text the part with the first match."""
    text = clean_same_length(text)
    start, end = 0, len(text)
    if end > room:
        first = matches[0].start if matches else 0
        start = 0 if first < room * 2 // _BEFORE else text.rfind(" ", 0, first - room // _BEFORE) + 1
        end = min(start + room, end)
        if end < len(text):
            end = max(text.rfind(" ", start, end), start) or end
    words = Content(text[start:end], strip_control_codes=False)
    for match in matches:
        if match.end > start and match.start < end:
            words = words.stylize(_MATCH, max(match.start - start, 0), min(match.end, end) - start)
    return Content("“" + "…" * (start > 0)) + words + Content("…" * (end < len(text)) + "”")


def context_of(quote: Quote) -> Content:
    """Return the paragraph of a quote with the quotation marked."""
    start, end = where_quoted(quote)
    paragraph = Content(clean_same_length(quote.context), strip_control_codes=False)
    return paragraph.stylize(_QUIET, 0, start).stylize("bold", start, end).stylize(_QUIET, end)


def where_quoted(quote: Quote) -> tuple[int, int]:
    """Return where the quotation stands in its paragraph."""
    start = max(quote.start - quote.context_start, 0)
    return start, max(quote.end - quote.context_start, start)


def facts_of(detail: Detail) -> Content:
    """Return the facts of a quote, a line each."""
    rows = facts(detail)
    width = max(len(name) for name, _ in rows)
    return Content("\n").join(
        [Content.styled(name.ljust(width), _NAME) + Content(f"  {value}") for name, value in rows]
    )


def reasons_of(detail: Detail) -> Content:
    """Return why the quote has its speaker, date and outlet."""
    return Content("\n").join([Content.styled("why", _NAME), *map(Content, reasons(detail))])


def wordings_of(family: Family) -> Content:
    """Return the wordings of a statement, what differs from the first marked; nothing where it stands alone."""
    if sum(len(variant.quotes) for variant in family.variants) < 2:
        return Content()
    blocks = [_wording(variant) for variant in family.variants]
    return Content("\n").join([Content.styled("wordings", _NAME), *blocks])


def _wording(variant: Variant) -> Content:
    words = (
        Content.from_text(marked_changes(variant.changes))
        if variant.changes
        else Content(f"“{clean_line(variant.text)}”")
    )
    where = [
        Content.styled(f"{speaker_words(quote)} · {date_words(quote.date)} · {outlet_words(quote)}", _QUIET)
        for quote in variant.quotes
    ]
    return Content("\n").join([words, *where])


def filter_words(filters: Filters) -> list[str]:
    """Return the filters as a person reads them."""
    words = {
        "by": filters.by,
        "in": filters.outlet,
        "since": filters.since and date_words(filters.since),
        "until": filters.until and date_words(filters.until),
        "on": filters.on and date_words(filters.on),
        "only": ", ".join(filters.kinds),
        "document": filters.document and filters.document.rstrip("/").rsplit("/", 1)[-1],
        "at least": filters.min_confidence and f"{percent(filters.min_confidence)}% sure",
    }
    here = [f"{name} {clean_line(value)}" for name, value in words.items() if value]
    return [*here, *(words for more in filters.also for words in filter_words(more))]
