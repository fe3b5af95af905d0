"""A statement in all its wordings: side by side with the first, differences marked, who printed which."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, TextIO

from quotecli.show.changes import change_records, marked_changes, plain_changes
from quotecli.show.clean import clean_line, clean_same_length
from quotecli.show.records import QUOTE_FIELDS, quote_record
from quotecli.show.terminal import Format, Terminal
from quotecli.show.wording import count, facts_line, outlet_words, speaker_words

if TYPE_CHECKING:
    from rich.text import Text

    from quotecli.app.variants import Family, Variant


_FIELDS = [*QUOTE_FIELDS, "wording", "changes"]
"""Of a table of wordings, a row a quote."""


def write_family_data(family: Family | None, form: Format, out: TextIO) -> None:
    """Write the wordings as JSON, a record a wording, or as CSV, a row a quote; None is none."""
    from quotecli.show.machine import write_data

    records: list[dict[str, Any]] = []
    if family:
        records = list(_rows(family)) if form is Format.CSV else family_records(family)
    write_data(records, form, _FIELDS, out)


def _rows(family: Family) -> Iterator[dict[str, Any]]:
    """Yield a row a quote: the wording's number, and its words with the differences from the first marked."""
    for number, variant in enumerate(family.variants, 1):
        for quote in variant.quotes:
            yield {**quote_record(quote), "wording": number, "changes": plain_changes(variant.changes)}


def family_records(family: Family) -> list[dict[str, Any]]:
    """Return a record a wording: `text quotes changes`."""
    return [
        {
            "text": variant.text,
            "quotes": [quote_record(quote) for quote in variant.quotes],
            "changes": change_records(variant.changes),
        }
        for variant in family.variants
    ]


def write_family(family: Family, terminal: Terminal, out: TextIO) -> None:
    """Lay the wordings out; in a pipe one line a quote: wording's number, id, date, speaker, outlet, marked text."""
    if not terminal.screen:
        for number, variant in enumerate(family.variants, 1):
            for quote in variant.quotes:
                where = (str(quote.date or ""), speaker_words(quote), outlet_words(quote))
                fields = (str(number), quote.id, *where, _plain(variant))
                out.write("\t".join(fields) + "\n")
        return
    from rich.text import Text

    from quotecli.show.listing import make_console, print_block

    console = make_console(terminal, out)
    gutter = len(str(len(family.variants))) + 2
    for number, variant in enumerate(family.variants, 1):
        if number > 1:
            console.print()
        words = _marked(variant) if terminal.colour else Text(f"“{_plain(variant)}”")
        print_block(console, words, gutter, f"{number:>{gutter - 2}}  ")
        for quote in variant.quotes:
            print_block(console, Text(facts_line(quote), style="dim"), gutter)
    if len(family.variants) == 1:
        documents = len({quote.document for quote in family.variants[0].quotes})
        console.print(f"one wording, in {count(documents, 'document')}", style="dim")
    if family.left_out:
        console.print(f"… {count(family.left_out, 'more quote')} of this statement", style="dim")


def _marked(variant: Variant) -> Text:
    from rich.text import Text

    if variant.changes:
        return marked_changes(variant.changes)
    return Text("“" + clean_same_length(variant.text) + "”")


def _plain(variant: Variant) -> str:
    return plain_changes(variant.changes) or clean_line(variant.text)
