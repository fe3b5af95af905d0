"""One quote whole: its words in their paragraph, who, when, where, and on request the reasons."""

from __future__ import annotations

from typing import Any, TextIO

from quotecli.app.detail import Detail
from quotecli.core.types import Evidence, Why
from quotecli.show.clean import clean_line, clean_same_length
from quotecli.show.corrections import correction_record, correction_words
from quotecli.show.records import QUOTE_FIELDS, evidence_record, quote_record
from quotecli.show.terminal import Terminal
from quotecli.show.wording import date_words


def percent(share: float) -> int:
    """Return a share from 0 to 1 in whole per cent, rounded down: what is marked as doubtful never reads 90."""
    return int(100 * share + 1e-9)


def facts(detail: Detail) -> list[tuple[str, str]]:
    """Return the quote's facts as name and value, those that are known."""
    quote, article = detail.quote, detail.article
    by_hand = any("speakers" in correction.value for correction in detail.corrections)
    confidence = "by hand" if by_hand else f"{percent(quote.confidence)}% sure"
    rows: list[tuple[str, str | None]] = [
        ("id", quote.id),
        ("speaker", f"{quote.speaker} ({confidence})" if quote.speaker else "unknown"),
        ("words", f"“{quote.text}” (corrected by hand)" if quote.printed is not None else None),
        ("said as", f"“{quote.said_as}”" if quote.said_as else None),
        ("said", date_words(quote.date) if quote.date_kind == "said" else None),
        ("via", quote.via),
        ("kind", quote.kind.value + ("" if quote.role.value == "body" else f", {quote.role.value}")),
        ("part of", quote.part_of),
        ("title", quote.title),
        ("author", "; ".join(quote.authors) or None),
        ("outlet", quote.outlet),
        ("published", _published(detail)),
        ("updated", date_words(article.updated) if article.updated else None),
        ("url", quote.url),
        ("archived", article.archive_url),
        ("document", quote.document),
        ("paragraph", f"{quote.paragraph} (characters {quote.start:,}–{quote.end:,})"),
        *(("by hand", correction_words(correction)) for correction in detail.corrections),
    ]
    return [(name, clean_line(value)) for name, value in rows if value]


def _published(detail: Detail) -> str | None:
    if detail.quote.published is None:
        return None
    exact = detail.article.published_at
    return date_words(detail.quote.published) + (f" ({exact})" if exact and "T" in exact else "")


_FEWEST_MEANT = 2
_WORTH_NAMING = 0.005
"""Probability below which a candidate after the runner-up is not shown."""


def reasons(detail: Detail) -> list[str]:
    """Return the reasons for the speaker and the metadata, a line each."""
    lines: list[str] = []
    found = detail.found
    if found is None:
        lines.append("speaker: this version of the finder no longer finds the quotation")
    else:
        lines += _speaker_reasons(found.cue, found.said_as, found.why)
    lines += [_evidence_line(evidence) for evidence in detail.evidence]
    return [clean_line(line) for line in lines]


def _speaker_reasons(cue: str | None, said_as: str | None, why: Why | None) -> list[str]:
    lines = [f"mention: {said_as or 'none'}", f"cue: {cue or 'none'}"]
    if why is None:
        return lines
    lines.append(f"decided by: {why.decided_by}")
    lines += [f"  {weight:+.2f}  {words}" for words, weight in why.features]
    for rank, candidate in enumerate(why.candidates):
        if rank > 1 and candidate.probability < _WORTH_NAMING:
            break
        name = candidate.name or candidate.said_as or "nobody, or no speech"
        mention = f" (“{candidate.said_as}”)" if candidate.said_as and candidate.said_as != name else ""
        label = "chosen" if rank == 0 else "runner-up" if rank == 1 else "also"
        lines.append(f"{label}: {name}{mention} {candidate.probability:.0%}")
    meant = [
        f"{candidate.name or 'nobody named'} {candidate.probability:.0%}"
        for rank, candidate in enumerate(why.meant)
        if rank < _FEWEST_MEANT or candidate.probability >= _WORTH_NAMING
    ]
    return [*lines, f"“{said_as}” means: {', '.join(meant)}"] if meant and said_as else lines


def _evidence_line(evidence: Evidence) -> str:
    mark = "used" if evidence.used else "not used"
    note = f" ({evidence.note})" if evidence.note else ""
    return f"{evidence.field}: {evidence.value} from {evidence.source}, {mark}{note}"


DETAIL_FIELDS = [*QUOTE_FIELDS, "corrections"]
"""The fields of `detail_record` that every quote has, in order."""
WHY_FIELDS = ["why", "evidence"]
"""Those that it has when the reasons are asked for; in CSV they are JSON, as all that is no text or number."""


def detail_record(detail: Detail, *, why: bool) -> dict[str, Any]:
    """Return the quote's fields, with `why` and `evidence` when asked for."""
    record = quote_record(detail.quote) | {"corrections": [correction_record(one) for one in detail.corrections]}
    if not why:
        return record
    found = detail.found
    reasons_of = found.why if found else None
    record["why"] = {
        "mention": found.said_as if found else None,
        "cue": found.cue if found else None,
        "decided_by": reasons_of.decided_by if reasons_of else None,
        "features": [[words, weight] for words, weight in reasons_of.features] if reasons_of else [],
        "candidates": [
            {"speaker": candidate.name, "said_as": candidate.said_as, "probability": round(candidate.probability, 4)}
            for candidate in (reasons_of.candidates if reasons_of else ())
        ],
        "meant": [
            {"speaker": candidate.name, "probability": round(candidate.probability, 4)}
            for candidate in (reasons_of.meant if reasons_of else ())
        ],
    }
    record["evidence"] = [evidence_record(evidence) for evidence in detail.evidence]
    return record


def write_detail(detail: Detail, terminal: Terminal, out: TextIO, *, why: bool) -> None:
    """Write one quote whole: its paragraph with the words highlighted, its facts, and the reasons when asked for."""
    quote = detail.quote
    start = quote.start - quote.context_start
    rows = facts(detail)
    width = max(len(name) for name, _ in rows)
    lines = [f"{name:<{width}}  {value}" for name, value in rows]
    if why:
        lines += ["", "why", *(f"  {line}" for line in reasons(detail))]
    if not terminal.screen:
        out.writelines(line + "\n" for line in [clean_line(quote.context), "", *lines])
        return
    from rich.text import Text

    from quotecli.show.listing import make_console, print_block

    console = make_console(terminal, out)
    paragraph = Text(clean_same_length(quote.context), style="dim")
    paragraph.stylize("not dim bold", max(start, 0), quote.end - quote.context_start)
    print_block(console, paragraph, 0)
    console.print()
    for name, value in rows:
        print_block(console, Text(value), width + 2, f"{name:<{width}}  ")
    if why:
        console.print()
        console.print("why", style="cyan")
        for line in reasons(detail):
            print_block(console, Text(line.strip()), 4 if line.startswith(" ") else 2)
