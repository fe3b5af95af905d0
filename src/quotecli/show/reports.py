"""The one-line and few-line reports: of `add`, `remove`, `doctor`, `info`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from quotecli.app.intake.tally import AddReport
from quotecli.core.types import Article, Quotation
from quotecli.show.tables import Column, Table
from quotecli.show.wording import count


def add_summary(report: AddReport) -> str:
    """Return the one line that ends an `add`."""
    parts = [count(report.added, "document") + (" would be added" if report.dry_run else " added")]
    if report.updated:
        parts.append(f"{report.updated:,} updated")
    if report.unchanged:
        parts.append(f"{report.unchanged:,} unchanged")
    if report.moved:
        parts.append(f"{len(report.moved):,} moved or renamed")
    new = f" ({report.quotes_new:,} new)" if report.updated else ""
    parts.append(count(report.quotes, "quote") + (" found" if report.dry_run else " stored") + new)
    if report.quotes_removed:
        parts.append(count(report.quotes_removed, "quote") + " dropped")
    if report.without_quotes:
        parts.append(f"{report.without_quotes:,} without a quotation")
    if report.failures:
        parts.append(f"{len(report.failures):,} could not be read")
    line = ", ".join(parts)
    if report.error:
        return f"stopped; so far {line}"
    return f"interrupted; so far {line}; run it again to go on" if report.interrupted else line


FOUND = Table(
    (
        Column.of_number("quotes"),
        Column.of_date("published"),
        Column("outlet", "outlet"),
        Column("document", "document"),
    ),
    ["quotes", "published", "outlet", "document"],
)
"""Of what a dry run found."""


def found_records(found: Sequence[tuple[Article, Sequence[Quotation]]]) -> list[dict[str, Any]]:
    """Return what a dry run found, a record a document."""
    return [
        {
            "quotes": len(quotations),
            "published": str(article.published or ""),
            "outlet": article.outlet,
            "document": article.source,
        }
        for article, quotations in found
    ]


def add_record(report: AddReport) -> dict[str, Any]:
    """Return the report of an `add` as data."""
    return {
        "added": report.added,
        "updated": report.updated,
        "unchanged": report.unchanged,
        "quotes": report.quotes,
        "quotes_removed": report.quotes_removed,
        "quotes_new": report.quotes_new,
        "without_quotes": report.without_quotes,
        "failures": [{"document": failure.display, "error": failure.error} for failure in report.failures],
        "moved": [{"from": moved.old, "to": moved.new} for moved in report.moved],
        "gone": list(report.gone),
        "corrections_waiting": [{"document": one.document, "quotes": one.quotes} for one in report.corrections_waiting],
        "interrupted": report.interrupted,
        "dry_run": report.dry_run,
        "error": None if report.error is None else str(report.error),
    }
