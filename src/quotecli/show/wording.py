"""How single facts read on a screen: dates, names, counts, shortened texts."""

from __future__ import annotations

import os
from collections.abc import Sequence

from quotecli.core.dates import PartialDate
from quotecli.core.types import Hit, Quote
from quotecli.show.clean import clean_line

DOUBTFUL = 0.9
"""Attributions below this confidence are marked in listings: above it at least 97 % are right."""

_CLOSE_UP = frozenset(",.;:!?)")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def date_words(date: PartialDate | None) -> str:
    """Return `2 Oct 2020`, `Oct 2020`, `2020`, or "undated"."""
    if date is None:
        return "undated"
    month = _MONTHS[date.month - 1] if date.month else None
    return " ".join(str(part) for part in (date.day, month, date.year) if part)


def speaker_words(quote: Quote) -> str:
    """Return the speaker's name, with "?" behind it when the attribution is doubtful; "unknown speaker" without."""
    if not quote.speaker:
        return f"unknown speaker (“{clean_line(quote.said_as)}”)" if quote.said_as else "unknown speaker"
    return clean_line(quote.speaker) + ("?" if quote.confidence < DOUBTFUL else "")


def outlet_words(quote: Quote) -> str:
    """Return the outlet, or the title or the document's name where no outlet is known."""
    if quote.outlet:
        return clean_line(quote.outlet)
    return clean_line(quote.document.rstrip("/").rsplit("/", 1)[-1])


def facts_line(quote: Quote) -> str:
    """Return who said it, when, who printed it, and the beginning of its id, on one line."""
    return f"{speaker_words(quote)} · {date_words(quote.date)} · {outlet_words(quote)} · {quote.id[:8]}"


def count(number: int, singular: str, plural: str | None = None) -> str:
    """Return `1 quote`, `2 quotes`, `1,200 quotes`."""
    return f"{number:,} {singular if number == 1 else plural or singular + 's'}"


def left_out(more: int) -> str:
    """Return what to say of quotes that a listing's limit leaves out, and how to have them."""
    return f"… {count(more, 'more quote')}: --limit 0 shows all"


def nothing_found(
    unknown: Sequence[str], suggestions: Sequence[str], otherwise: str = "nothing found", why: str | None = None
) -> tuple[str, str | None]:
    """Return what to say of a listing that is empty, and a hint at what may have been meant.

    Args:
        unknown: what the filters name and the store has not: "speaker Zorro".
        suggestions: names, or queries, that are near.
        otherwise: what to say where the store has all that is named.
        why: what else to tell.
    """
    said = f"the store has no {' and no '.join(unknown)}" if unknown else otherwise
    meant = f"did you mean: {', '.join(suggestions[:5])}?" if suggestions else None
    hint = "; ".join(filter(None, [why, meant])) or None
    return clean_line(said), hint and clean_line(hint)


def near_path(document: str) -> str:
    """Return a path below the current folder as seen from there; all others, and addresses, as they are."""
    try:
        here = os.path.join(os.getcwd(), "")  # noqa: PTH109, PTH118 (paths may hold bytes that pathlib normalises)
    except OSError:  # the current folder is gone
        return document
    return document.removeprefix(here)


def others_words(hit: Hit) -> str:
    """Return "also in Heavy (2 Oct 2020)" or "also in 3 others: …" for the other documents that carry the statement."""
    documents: dict[str, Quote] = {}
    for quote in hit.others:
        if quote.document != hit.quote.document:
            documents.setdefault(quote.document, quote)
    named = [f"{outlet_words(quote)} ({date_words(quote.date)})" for quote in documents.values()]
    if not named:
        return ""
    head = "also in " if len(named) == 1 else f"also in {len(named)} others: "
    different = list(dict.fromkeys(named))  # a paper's editions, or copies of one article, are told once
    return head + ", ".join(different[:3]) + (", …" if len(different) > 3 else "")


def in_place(before: str, after: str) -> str:
    """Return what stands around a quotation with a sign in its place; a mark behind it keeps no distance: “…”."""
    gap = "" if after[:1] in _CLOSE_UP else " "
    return f"{before} “…”{gap}{after}".strip()


def surroundings(hit: Hit, room: int) -> tuple[str, str]:
    """Return what the reporter wrote just before and just after the quotation, cut to about `room` characters.

    Both come from the quotation's own paragraph; the marks next to the quotation are left out.
    """
    quote = hit.quote
    start = quote.start - quote.context_start
    before = clean_line(quote.context[: max(start, 0)]).rstrip("\"'“‘„«‚ ")
    after = clean_line(quote.context[quote.end - quote.context_start :]).lstrip("\"'”’“»‘ ")
    half = max(room // 2, 12)
    keep_after = min(len(after), max(half, room - len(before)))
    keep_before = min(len(before), room - keep_after)
    if keep_before < len(before):
        before = "…" + before[len(before) - keep_before :].split(" ", 1)[-1] if keep_before else ""
    if keep_after < len(after):
        after = after[:keep_after].rsplit(" ", 1)[0] + "…"
    return before, after
