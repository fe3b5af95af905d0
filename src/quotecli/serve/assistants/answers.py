"""Results as an assistant gets them: a text that says all that matters, and the same as data with the contract's names.

The text is cleaned, and what a document says never begins a line of its own in it: it can't pass for our own words.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from quotecli.app.listing import standing_for
from quotecli.app.nothing import Missing, beyond
from quotecli.core.types import Hit, Kind, Quote
from quotecli.serve.assistants.schemas import MEANINGS
from quotecli.show.changes import change_records, plain_changes
from quotecli.show.clean import clean_block, clean_line
from quotecli.show.detail import detail_record, percent, reasons
from quotecli.show.holdings import totals_words
from quotecli.show.records import hit_record, quote_record
from quotecli.show.wording import (
    DOUBTFUL,
    count,
    date_words,
    in_place,
    nothing_found,
    others_words,
    outlet_words,
    surroundings,
)

if TYPE_CHECKING:
    from quotecli.app.check import CheckedQuotation
    from quotecli.app.cite import Citations
    from quotecli.app.detail import Detail
    from quotecli.app.listing import Listed

__all__ = ["Answer", "checked", "cited", "listed", "shown", "totals", "who"]

_ROOM = 100_000
"""Characters of quotations and their paragraphs in one answer; at least one quote is always given."""
_AROUND = 500
"""Characters of the paragraph around a quotation in a listing's text."""


class Answer(NamedTuple):
    """What a tool answers: for reading, and as data."""

    text: str
    data: dict[str, Any]


def listed(found: Listed, offset: int, nothing: str) -> Answer:
    """Return a listing, as much of it as there is room for."""
    hits = _with_room(found.hits)
    more = sum(section.more for section in found.sections) + standing_for(found.hits[len(hits) :])
    data = {
        "quotes": [_record(hit_record(hit), hit.quote) for hit in hits],
        "more": more,
        "note": found.note,
        "suggestions": list(found.suggestions),
    }
    blocks = [clean_line(found.note)] if found.note else []
    blocks += ["\n".join(_hit_lines(hit, number)) for number, hit in enumerate(hits, offset + 1)]
    if not hits:
        blocks += filter(None, nothing_found(found.unknown, found.suggestions, nothing, found.why))
    elif more:
        blocks.append(f"… {count(more, 'more quote')}: offset={offset + len(hits)} goes on")
    return Answer("\n\n".join(blocks), data)


def _with_room(hits: Sequence[Hit]) -> list[Hit]:
    kept: list[Hit] = []
    room = _ROOM
    for hit in hits:
        room -= len(hit.quote.text) + len(hit.quote.context)
        if kept and room < 0:
            break
        kept.append(hit)
    return kept


def _record(record: dict[str, Any], quote: Quote) -> dict[str, Any]:
    return {**record, "doubtful": _is_doubtful(quote)}


def _is_doubtful(quote: Quote) -> bool:
    return quote.speaker is not None and quote.confidence < DOUBTFUL


def _hit_lines(hit: Hit, number: int) -> list[str]:
    lines = [f"{number}. {_words(hit.quote)}", *_facts(hit.quote)]
    before, after = surroundings(hit, _AROUND)
    if before or after:
        lines.append(f"   in its paragraph: {in_place(before, after)}")
    if others := others_words(hit):
        lines.append(f"   {others}; ids: {', '.join(hit.also_in[:3])}{', …' if len(hit.also_in) > 3 else ''}")
    return lines


def _words(quote: Quote) -> str:
    text = clean_line(quote.text)
    return f"reported, not in quotation marks: {text}" if quote.kind is Kind.INDIRECT else f"“{text}”"


def _facts(quote: Quote) -> list[str]:
    """Return who, when and where, a line each; how sure it is stands beside the name."""
    when = "undated" if quote.date is None else f"{date_words(quote.date)} ({quote.date_kind})"
    where = [outlet_words(quote), f"“{clean_line(quote.title)}”" if quote.title else "", clean_line(quote.url or "")]
    lines = [
        f"id: {quote.id}",
        f"speaker: {_speaker(quote)}",
        f"date: {when}",
        "source: " + " · ".join(filter(None, where)),
    ]
    if quote.via:
        lines.append(f"first said or posted: {clean_line(quote.via)}")
    if quote.kind in {Kind.PARTIAL, Kind.POST}:
        lines.append("kind: " + ("a fragment in the reporter's sentence" if quote.kind is Kind.PARTIAL else "a post"))
    if quote.printed is not None:
        lines.append(f"corrected by hand: the document prints “{clean_line(quote.printed)}”")
    if quote.part_of:
        lines.append(f"part of the statement that begins with {quote.part_of}")
    return ["   " + line for line in lines]


def _speaker(quote: Quote) -> str:
    said_as = f"“{clean_line(quote.said_as)}” in the document" if quote.said_as else ""
    if not quote.speaker:
        return "unknown" + (f" ({said_as})" if said_as else "")
    sure = f"{percent(quote.confidence)}% sure"
    told = f"{clean_line(quote.speaker)} ({', '.join(filter(None, (sure, said_as)))})"
    return f"{told} – DOUBTFUL: don't tell it as a fact" if _is_doubtful(quote) else told


def shown(detail: Detail) -> Answer:
    """Return one quote whole, with the evidence for its speaker, date and outlet."""
    record = detail_record(detail, why=True)
    why, evidence = record.pop("why", None), record.pop("evidence", [])
    lines = [_words(detail.quote), *_facts(detail.quote)]
    lines += [
        f"   document: {clean_line(detail.quote.document)}, paragraph {detail.quote.paragraph}",
        f"   whole paragraph: {clean_line(detail.quote.context)}",
        "why:",
        *(f"   {line}" for line in reasons(detail)),
    ]
    return Answer("\n".join(lines), {"quote": _record(record, detail.quote), "why": why, "evidence": evidence})


def checked(line: CheckedQuotation) -> Answer:
    """Return what the store says of a quotation."""
    found = line.checked
    status = found.status.value
    lines = [f"{status}: {MEANINGS[status]}"]
    if found.changes:
        lines.append(f"differences, [-the store's-] {{+the given+}}: {plain_changes(found.changes)}")
    if found.quote:
        lines += ["the store's quote:", f"   {_words(found.quote)}", *_facts(found.quote)]
    data = {
        "text": line.text,
        "speaker": line.speaker,
        "status": status,
        "meaning": MEANINGS[status],
        "quote": _record(quote_record(found.quote), found.quote) if found.quote else None,
        "changes": change_records(found.changes),
    }
    return Answer("\n".join(lines), data)


def cited(citations: Citations) -> Answer:
    """Return citations, a blank line between them; an export as it is."""
    text = "\n\n".join(clean_block(entry).strip("\n") for entry in citations.entries)
    return Answer(text, {"citations": list(citations.entries)})


def who(
    records: Sequence[Mapping[str, Any]],
    name: str,
    part: tuple[int, int],
    why: Callable[[], Missing],
    note: str | None = None,
) -> Answer:
    """Return a part of the speakers, outlets or documents; where there are none, the reason.

    Args:
        records: all of them.
        name: what they are.
        part: limit and offset.
        why: asked for the reason.
        note: something to know beside them.
    """
    limit, offset = part
    page = records[offset : offset + limit]
    more = max(len(records) - offset - len(page), 0)
    lines = [_row(record, name[:-1]) if "documents" in record else _document_row(record) for record in page]
    if not page:
        missing = Missing(why=beyond(offset)) if records else why()
        nothing = nothing_found(missing.unknown, missing.suggestions, f"no {name} found", missing.why)
        lines = [line for line in nothing if line]
    if more:
        lines.append(f"… {more:,} more: offset={offset + len(page)} goes on")
    if note:
        lines.insert(0, clean_line(note))
    return Answer("\n".join(lines), {name: [dict(record) for record in page], "more": more, "note": note})


def _row(record: Mapping[str, Any], key: str) -> str:
    dates = [date for date in (record["first"], record["last"]) if date]
    when = f", {' to '.join(dict.fromkeys(dates))}" if dates else ""
    numbers = f"{count(record['quotes'], 'quote')} in {count(record['documents'], 'document')}"
    return f"{clean_line(record[key])}: {numbers}{when}"


def _document_row(record: Mapping[str, Any]) -> str:
    facts = [record["title"] and f"“{record['title']}”", ", ".join(record["author"]), record["outlet"]]
    when = [record["published"], count(record["quotes"], "quote")]
    return " · ".join([clean_line(fact) for fact in (record["document"], *facts, *when) if fact])


def totals(stats: Mapping[str, Any]) -> Answer:
    """Return the store's totals, a line each."""
    return Answer("\n".join(f"{name}: {value}" for name, value in totals_words(stats)), dict(stats))
