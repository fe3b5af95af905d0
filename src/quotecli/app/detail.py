"""Use-case: one quote whole, and why it has its speaker, date and outlet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quotecli.app.context import Context
from quotecli.app.naming.ids import last_listing, quotes_named
from quotecli.core.errors import UsageError
from quotecli.core.types import Article, Evidence, Kind, Quotation, Quote

if TYPE_CHECKING:
    from quotecli.store import Correction


@dataclass(frozen=True, slots=True)
class Detail:
    """A quote with its document.

    Attributes:
        quote: as stored.
        article: its document, as stored.
        found: the quotation as the finder sees it now, with its reasons; None unless asked for, or when this version
            of the finder no longer finds it.
        evidence: candidates for date, outlet, author, title and address; empty unless asked for.
        corrections: what was corrected by hand of the quote and its document, oldest first.
    """

    quote: Quote
    article: Article
    found: Quotation | None = None
    evidence: tuple[Evidence, ...] = ()
    corrections: tuple[Correction, ...] = ()


def details(context: Context, names: Sequence[str], *, why: bool = False) -> list[Detail]:
    """Return the quotes of these ids or line numbers, whole; the last listing's only line when none is named.

    Raises:
        UnknownId: there is no such quote.
        UsageError: none is named, and the last listing doesn't tell which is meant.
    """
    with context.reading() as store:
        quotes = quotes_named(context, store, names) if names else last_listing(context, store)
        if not quotes or (not names and len(quotes) != 1):
            raise UsageError("say which quote: an id, or the number of a line of the last listing")
        made = [one for one in store.corrections() if one.undone is None]
        articles = {quote.document: store.article(quote.document) for quote in quotes}
    return [_detail(quote, articles[quote.document], _of(quote, made), why=why) for quote in quotes]


def _of(quote: Quote, made: Sequence[Correction]) -> tuple[Correction, ...]:
    """Return those of the corrections that concern a quote."""
    return tuple(one for one in made if one.quote == quote.id or (not one.quote and one.document == quote.document))


def _detail(quote: Quote, article: Article, corrections: tuple[Correction, ...], *, why: bool) -> Detail:
    if not why:
        return Detail(quote, article, corrections=corrections)
    from quotecli.find import find_quotes

    again = find_quotes(article, indirect=quote.kind is Kind.INDIRECT, explain=True)
    same = [found for found in again if (found.start, found.end) == (quote.start, quote.end)]
    return Detail(quote, article, same[0] if same else None, article.evidence, corrections)
