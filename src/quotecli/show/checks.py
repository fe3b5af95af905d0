"""A manuscript's quotations beside what the store holds: how they differ, and where the words were printed."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, TextIO

from quotecli.show.changes import change_records, marked_changes, plain_changes
from quotecli.show.clean import clean_line
from quotecli.show.records import quote_record
from quotecli.show.wording import count, facts_line, near_path

if TYPE_CHECKING:
    from quotecli.app.check import CheckedDraft, CheckedQuotation
    from quotecli.show.terminal import Terminal

CHECK_FIELDS = "document paragraph start end text speaker said_as status quote changes confidence page".split()


def draft_name(draft: CheckedDraft) -> str:
    """Return what a manuscript is called; of standard input `-`, without the digest that tells its documents apart."""
    source = draft.article.source
    return "-" if source.startswith("-#") else clean_line(near_path(source))


def _speakers(line: CheckedQuotation) -> str:
    """Return who said it by the manuscript, with "?" behind the name where that is too doubtful to be held against."""
    return clean_line(line.speaker or "") + ("?" if line.doubtful else "")


def check_record(draft: CheckedDraft, line: CheckedQuotation) -> dict[str, Any]:
    """Return a quotation of a manuscript with its status, the store's quote that comes nearest, and the changes."""
    checked = line.checked
    return {
        "document": draft.article.source,
        "paragraph": line.paragraph,
        "start": line.start,
        "end": line.end,
        "text": line.text,
        "speaker": line.speaker,
        "said_as": line.said_as,
        "status": checked.status.value,
        "quote": None if checked.quote is None else quote_record(checked.quote),
        "changes": change_records(checked.changes),
        "confidence": round(line.confidence, 3) if line.speakers else None,
        "page": line.page,
    }


def check_row(draft: CheckedDraft, line: CheckedQuotation) -> dict[str, Any]:
    """Return the same as a row of a table: the id of the store's quote, and changes as [-words-] {+words+}."""
    record = check_record(draft, line)
    return {
        **record,
        "quote": (record["quote"] or {}).get("id"),
        "changes": plain_changes(line.checked.changes) or None,
    }


def write_checks(draft: CheckedDraft, terminal: Terminal, out: TextIO) -> None:
    """Lay quotations out; in a pipe a line each: status, paragraph, speaker, quote's id, words, document."""
    if not terminal.screen:
        for line in draft.lines:
            quote = line.checked.quote
            words = plain_changes(line.checked.changes) or clean_line(line.text)
            fields = (
                line.checked.status.value,
                str(line.paragraph),
                _speakers(line),
                quote.id if quote else "",
                words,
                draft_name(draft),
            )
            out.write("\t".join(fields) + "\n")
        return
    _lay_out(draft, terminal, out)


def _lay_out(draft: CheckedDraft, terminal: Terminal, out: TextIO) -> None:
    from rich.text import Text

    from quotecli.show.listing import make_console, print_block

    console = make_console(terminal, out)
    print_block(console, Text(draft_name(draft), style="bold underline"), 0)
    for line in draft.lines:
        checked = line.checked
        said = _speakers(line) or "nobody named"
        where = f"paragraph {line.paragraph}" if line.page is None else f"page {line.page}, paragraph {line.paragraph}"
        bad = checked.status.fails
        console.print()
        head = Text(checked.status.value, style="bold red" if bad else "green" if checked.quote else "dim")
        head.append(f" · {where} · {said}", style="not bold default")
        print_block(console, head, 0)
        words = marked_changes(checked.changes) if checked.changes and terminal.colour else None
        print_block(console, words or Text(f"“{plain_changes(checked.changes) or clean_line(line.text)}”"), 2)
        if quote := checked.quote:
            print_block(console, Text(facts_line(quote), style="dim"), 2)
    console.print()
    tally = Counter(line.checked.status.value for line in draft.lines)
    told = ", ".join(f"{number} {status}" for status, number in tally.items())
    console.print(f"{count(len(draft.lines), 'quotation')}: {told}" if told else "no quotation", style="bold")
