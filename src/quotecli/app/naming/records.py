"""Quotes read back from the JSON that our listings print."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from quotecli.core.dates import PartialDate
from quotecli.core.errors import UsageError
from quotecli.core.types import Kind, Quote, Role


def quotes_from_records(records: Iterable[Any]) -> list[Quote]:
    """Return quotes from records of the contract's fields; only `text` is needed.

    What stands for quotes gives these: a document with its quotes as `extract` prints it, a statement with its wordings
    (`variants`), a quotation of a manuscript with the quote that it was held against (`check`), or none.

    Raises:
        UsageError: a record is no object, or has no `text`.
    """
    return [_quote(quote, number) for number, record in enumerate(records, 1) for quote in quotes_within(record)]


def quotes_within(record: Any) -> list[Any]:
    """Return the records of quotes that a record stands for."""
    if not isinstance(record, dict):
        return [record]
    if isinstance(several := record.get("quotes"), list):
        return several
    if "status" in record and "quote" in record:
        return [record["quote"]] if record["quote"] else []
    return [record]


def _quote(record: Any, number: int) -> Quote:
    if not isinstance(record, dict) or not isinstance(record.get("text"), str):
        raise UsageError(f"record {number} on standard input is no quote: it has no text")
    speakers = _texts(record.get("speakers")) or _texts(record.get("speaker"))
    text = record["text"]
    context = _text(record, "context") or ""
    start = _number(record, "start")
    inside = context.find(_text(record, "printed") or text)
    return Quote(
        id=_text(record, "id") or "",
        text=text,
        speakers=speakers,
        said_as=_text(record, "said_as"),
        date=_date(record, "date"),
        date_kind=_text(record, "date_kind"),
        outlet=_text(record, "outlet"),
        via=_text(record, "via"),
        kind=_kind(record.get("kind")),
        part_of=_text(record, "part_of"),
        role=_role(record.get("role")),
        confidence=0.0,
        title=_text(record, "title"),
        authors=_texts(record.get("author")),
        published=_date(record, "published"),
        url=_text(record, "url"),
        document=_text(record, "document") or "",
        paragraph=_number(record, "paragraph"),
        start=start,
        end=start + len(_text(record, "printed") or text),
        context=context,
        context_start=start - max(inside, 0),
        printed=_text(record, "printed"),
        filed=_texts(record.get("author_filed")),
    )


def _text(record: dict[str, Any], name: str) -> str | None:
    value = record.get(name)
    return value if isinstance(value, str) and value else None


def _texts(value: Any) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,) if value else ()
    return tuple(part for part in value if isinstance(part, str)) if isinstance(value, list) else ()


def _number(record: dict[str, Any], name: str) -> int:
    value = record.get(name)
    return value if isinstance(value, int) and value >= 0 else 0


def _date(record: dict[str, Any], name: str) -> PartialDate | None:
    return PartialDate.parse(_text(record, name) or "")


def _kind(value: Any) -> Kind:
    return Kind(value) if value in set(Kind) else Kind.DIRECT


def _role(value: Any) -> Role:
    return Role(value) if value in set(Role) else Role.BODY
