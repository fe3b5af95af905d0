"""Listings of quotes: laid out for a screen, or one plain line a quote in a pipe."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, TextIO

from quotecli.core.types import Hit, Kind
from quotecli.show.clean import clean_line, clean_same_length
from quotecli.show.terminal import Terminal
from quotecli.show.wording import date_words, in_place, others_words, outlet_words, speaker_words, surroundings

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

_MEASURE = 110
"""Columns: longer lines are hard to read, however wide the terminal."""


def write_plain(hits: Sequence[Hit], out: TextIO) -> None:
    """Write one line a quote, fields separated by tabs: id, date, speaker, outlet, kind, text; never wrapped."""
    for hit in hits:
        quote = hit.quote
        fields = (
            quote.id,
            str(quote.date or ""),
            clean_line(quote.speaker or "") + ("?" if quote.speaker and speaker_words(quote).endswith("?") else ""),
            clean_line(quote.outlet or ""),
            quote.kind.value,
            clean_line(quote.text),
        )
        out.write("\t".join(fields) + "\n")


def make_console(terminal: Terminal, out: TextIO) -> Console:
    """Return a Rich console that never reads markup, emoji codes or numbers out of the text it prints."""
    from rich.console import Console

    return Console(
        file=out,
        force_terminal=terminal.colour,
        no_color=not terminal.colour,
        width=terminal.width,
        highlight=False,
        markup=False,
        emoji=False,
        soft_wrap=False,
        legacy_windows=False,
    )


def print_hits(console: Console, hits: Sequence[Hit], *, first: int = 1) -> None:
    """Lay hits out for a person, numbered from `first`: the words, who, when, where, the reporter's words dimmed."""
    gutter = len(str(first + len(hits) - 1)) + 2
    for number, hit in enumerate(hits, first):
        if number > first:
            console.print()
        print_block(console, quotation_text(hit), gutter, f"{number:>{gutter - 2}}  ")
        print_block(console, _facts(hit), gutter)
        around = surroundings(hit, 2 * text_width(console, gutter) - 8)
        if any(around):
            print_block(console, _dim(in_place(*around)), gutter)
        if others := others_words(hit):
            print_block(console, _dim(others), gutter)


def text_width(console: Console, gutter: int) -> int:
    """Return how many columns a block of text takes: what is left of the gutter, but no line longer than reads well."""
    return min(max(console.width - gutter, 12), _MEASURE)


def print_block(console: Console, text: Text, gutter: int, label: str = "") -> None:
    """Print text wrapped and indented by `gutter` columns, a label in the gutter of its first line."""
    from rich.text import Text

    for index, line in enumerate(text.wrap(console, text_width(console, gutter))):
        line.rstrip()
        head = Text(label, style="cyan") if label and index == 0 else Text(" " * gutter)
        console.print(Text.assemble(head, line), soft_wrap=True)


def _dim(text: str) -> Text:
    from rich.text import Text

    return Text(text, style="dim")


def quotation_text(hit: Hit) -> Text:
    """Return the words in marks, what matched in bold and colour."""
    from rich.text import Text

    text = Text("“" + clean_same_length(hit.quote.text) + "”")
    for start, end in hit.matches:
        text.stylize("bold magenta", start + 1, end + 1)
    return text


def _facts(hit: Hit) -> Text:
    from rich.text import Text

    quote = hit.quote
    facts = Text(speaker_words(quote), style="bold green" if quote.speaker else "dim")
    details = [date_words(quote.date) + (" (said)" if quote.date_kind == "said" else ""), outlet_words(quote)]
    if quote.via:
        details.append("via " + clean_line(quote.via))
    if quote.kind is not Kind.DIRECT:
        details.append(quote.kind.value)
    if quote.role.value != "body":
        details.append(quote.role.value)
    facts.append(" · " + " · ".join(details), style="not bold default")
    facts.append(" · " + quote.id[:8], style="not bold dim default")
    return facts
