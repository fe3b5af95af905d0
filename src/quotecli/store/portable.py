"""A document and its quotations as data that JSON can hold, and back: kept so of what is corrected or taken out."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Sequence
from dataclasses import fields
from typing import Any

from quotecli.core.dates import PartialDate
from quotecli.core.types import Article, Evidence, Kind, Paragraph, Quotation, Role, Span

__all__ = ["article_from", "pack", "plain", "quotations_from", "unpack"]

_LEVEL = 6


def plain(value: Any) -> Any:
    """Return one of our frozen types as dictionaries, lists and what JSON has; fields with their default are left out.

    The reasons of a quotation (`why`) are left out too: the finder tells them anew.
    """
    if isinstance(value, PartialDate):
        return str(value)
    if isinstance(value, Span):
        return list(value)
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    if isinstance(value, (Article, Evidence, Paragraph, Quotation)):
        named = [(field, getattr(value, field.name)) for field in fields(value) if field.name != "why"]
        return {field.name: plain(one) for field, one in named if one != field.default}
    return value


def quotations_from(records: Sequence[dict[str, Any]]) -> list[Quotation]:
    """Read what `plain` made of quotations."""
    return [_read(Quotation, record, _OF_QUOTATION) for record in records]


def article_from(record: dict[str, Any]) -> Article:
    """Read what `plain` made of an article."""
    article: Article = _read(Article, record, _OF_ARTICLE)
    return article


def pack(data: Any) -> bytes:
    """Write data as one blob. Lone surrogates are kept, as JSON escapes them."""
    return zlib.compress(json.dumps(data, separators=(",", ":")).encode("ascii"), _LEVEL)


def unpack(blob: bytes) -> Any:
    """Read what `pack` wrote."""
    return json.loads(zlib.decompress(blob))


def _read(kind: Any, record: dict[str, Any], readers: dict[str, Callable[[Any], Any]]) -> Any:
    return kind(**{name: readers[name](value) if name in readers else value for name, value in record.items()})


def _span(value: Sequence[int] | None) -> Span | None:
    return Span(*value) if value is not None else None


def _date(value: str | None) -> PartialDate | None:
    return PartialDate.parse(value or "")


_OF_QUOTATION: dict[str, Callable[[Any], Any]] = {
    "kind": Kind,
    "role": Role,
    "speakers": tuple,
    "said_as_span": _span,
    "said_on": _date,
}
_OF_PARAGRAPH: dict[str, Callable[[Any], Any]] = {"role": Role, "source": _span}
_OF_ARTICLE: dict[str, Callable[[Any], Any]] = {
    "paragraphs": lambda records: tuple(_read(Paragraph, record, _OF_PARAGRAPH) for record in records),
    "authors": tuple,
    "evidence": lambda records: tuple(_read(Evidence, record, {}) for record in records),
    **dict.fromkeys(("published", "updated", "archived", "accessed"), _date),
}
"""How the fields are read that JSON has no type for."""
