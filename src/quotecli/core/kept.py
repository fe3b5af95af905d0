"""A document with all that a store keeps of it: what `quotes export` writes on one line and `quotes import` reads."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from quotecli.core.types import Article, Quotation

__all__ = ["FORMAT", "FOUND", "SECOND_NAME", "ByHand", "Chosen", "Kept"]

FORMAT = "quotes/1"
"""Stands on each line. Fields may be added to a format; what must not be overlooked, or changes, makes another one."""


FOUND = ("title", "date", "published_at", "outlet", "author", "url", "evidence", "quotes", "left_out")
"""Fields of a line that stand beside its corrections as they were found, without these."""
SECOND_NAME = {"merge": "shown", "alias": "shown", "part": "other"}
"""Actions of corrections by hand that are of two names: the field of the second, beside `name`."""


class ByHand(NamedTuple):
    """A correction made by hand that stands.

    Attributes:
        made: the moment, in ISO 8601.
        action: `edit`, or `merge`, `alias` and `part` of names that the document has.
        quote: id of the quote that is corrected; None where it is the document, or names.
        value: what was set.
        before: what stood there before.
        step: number of the step that made it in its store, from 1; 0 where that isn't told.
    """

    made: str
    action: str
    quote: str | None
    value: dict[str, Any]
    before: dict[str, Any]
    step: int = 0


class Kept(NamedTuple):
    """A document with all that a store keeps of it.

    Attributes:
        article: the document; its `key` is the one that it asked for.
        quotations: in the order of the store, speakers as the document names them.
        ids: of the quotations.
        key: what names the document in the store, and what the ids are made of: another document may have what it
            asked for.
        finder: version of the finder that found the quotations.
        shown: the speakers of each quotation as the store shows them, linked over all its documents; empty for a
            document that comes from elsewhere.
        left_out: how many more quotations the document has, which filters left out.
        corrections: those made by hand that stand, oldest first.
        found: the document as its reader and the finder made it, where the rest is corrected; else None.
    """

    article: Article
    quotations: tuple[Quotation, ...]
    ids: tuple[str, ...]
    key: str
    finder: str = ""
    shown: tuple[tuple[str, ...], ...] = ()
    left_out: int = 0
    corrections: tuple[ByHand, ...] = ()
    found: Kept | None = None


class Chosen(NamedTuple):
    """A document and those of its quotations that were asked for.

    Attributes:
        kept: the document, with all its quotations.
        places: which of them, as places in `kept.quotations`.
    """

    kept: Kept
    places: Sequence[int]
