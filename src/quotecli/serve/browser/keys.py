"""The keys: what each does, in one table, for the bindings, the footer and the help."""

from __future__ import annotations

from typing import NamedTuple

from textual.binding import Binding

__all__ = ["CITING", "KEYS", "bindings"]


class Key(NamedTuple):
    """One thing that a key does.

    Attributes:
        keys: names of Textual, separated by commas.
        shown: as a person reads them.
        action: what is called; None for what a widget does by itself.
        label: in the footer; "" to leave it out there.
        help: one line of the help.
    """

    keys: str
    shown: str
    action: str | None
    label: str
    help: str


KEYS = (
    Key("slash", "/", "to_search", "Search", "to the search line; what is typed is searched at once"),
    Key("c", "c", "cite", "Cite", "citation of the chosen quote, in a style of your choice"),
    Key("y", "y", "copy_quote", "Copy", "copy the quotation"),
    Key("question_mark", "?", "help", "Help", "this help"),
    Key("q,ctrl+q", "q", "quit", "Quit", "leave (Ctrl+Q in the search line)"),
    Key("s", "s", "only('by')", "Speaker", "only what the chosen quote's speaker said"),
    Key("o", "o", "only('outlet')", "Outlet", "only what its outlet printed"),
    Key("d", "d", "only('document')", "Document", "only its document"),
    Key("g", "g", "group", "Group", "each statement once, or every quote of its own"),
    Key("escape", "Esc", "take_back", "", "take the last filter off, then the query; leave a dialog"),
    Key("C", "C", "copy_citation", "", "copy the citation in the config's style, or the one chosen last"),
    Key("", "Tab Enter", None, "", "to the next pane: search line, list, chosen quote"),
    Key("", "j k ↓ ↑", None, "", "next and previous quote; in the chosen quote a line"),
    Key("", "PgDn PgUp", None, "", "a screen further, a screen back"),
    Key("", "Home End", None, "", "first quote; last one read so far (going on reads more)"),
)
"""In the order of the footer, which a narrow terminal cuts."""

CITING = (
    Key("slash", "/", "to_search", "Style", "type the name of any style"),
    Key("a", "a", "form", "Form", "reference, in-text, note, quote"),
    Key("C", "C", "copy", "Copy", "copy the citation"),
    Key("escape,q", "Esc", "leave", "Back", "leave"),
)


def bindings(keys: tuple[Key, ...]) -> list[Binding]:
    """Return the bindings of a table."""
    return [
        Binding(name, key.action, key.label or key.help, show=bool(key.label) and not place, key_display=key.shown)
        for key in keys
        if key.action
        for place, name in enumerate(key.keys.split(","))
    ]
