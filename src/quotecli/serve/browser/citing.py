"""The dialog that cites a quote: styles to choose from, and the citation in the style that is chosen."""

from __future__ import annotations

import asyncio
from typing import ClassVar, NamedTuple

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Footer, Input, OptionList, Static

from quotecli.app.cite import FORMS, Citations, CiteRequest, Form, cite
from quotecli.app.context import Context
from quotecli.app.naming.formats import familiar
from quotecli.core.errors import QuotesError
from quotecli.core.types import Quote
from quotecli.serve.browser.asking import Desk
from quotecli.serve.browser.clipboard import copy
from quotecli.serve.browser.keys import CITING, bindings
from quotecli.serve.browser.lines import Lines
from quotecli.serve.browser.search_line import SearchLine
from quotecli.show.citations import as_file
from quotecli.show.clean import clean_block

__all__ = ["Cite", "CiteDialog", "citation"]

_PAUSE = 0.1
"""Seconds that a style stays chosen before it is cited in: who goes down a list doesn't wait for each."""


class Cite(NamedTuple):
    """How the user wants a citation: kept from one dialog to the next.

    Attributes:
        style: of `cite --format`.
        form: of `cite --as`.
    """

    style: str
    form: Form = FORMS[0]


def citation(context: Context, quote: Quote, wanted: Cite) -> tuple[str, Citations]:
    """Return a quote's citation as text, and as `show` copies it; raises what `cite` raises."""
    citations = cite(context, CiteRequest((quote.id,), format=wanted.style, as_=wanted.form))
    return as_file(citations, "text").strip("\n"), citations


class CiteDialog(ModalScreen[Cite]):
    """A list of styles and the citation in the chosen one."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(CITING)]

    def __init__(self, context: Context, desk: Desk, quote: Quote, wanted: Cite) -> None:
        """Take what to cite, and how the user wanted it last."""
        super().__init__()
        self._world, self._desk, self._quote, self._wanted = context, desk, quote, wanted
        self._names = list(dict.fromkeys([wanted.style, *familiar()]))
        self._shown: list[str] = []
        self._made: tuple[str, Citations] | None = None

    def compose(self) -> ComposeResult:
        """Write the line for a style's name, the styles, and what comes out."""
        with Vertical(classes="dialog"):
            yield SearchLine(name="style", told="/ any of 10,000 styles")
            yield Lines(id="styles", compact=True)
            with VerticalScroll(id="citation-room"):
                yield Static(id="citation", markup=False)
        yield Footer(show_command_palette=False, compact=True)

    def on_mount(self) -> None:
        """Begin with the style that was wanted last."""
        self._list_styles("")
        self.query_one(OptionList).focus()

    def _list_styles(self, typed: str) -> None:
        fitting = [name for name in self._names if typed in name]
        # a name that none of these has may be one of the thousands
        self._shown = list(dict.fromkeys(fitting if typed in fitting or not typed else [*fitting, typed]))
        styles = self.query_one(OptionList)
        styles.set_options(self._shown)
        styles.highlighted = self._shown.index(typed) if typed in self._shown and typed in self._names else 0

    def on_input_changed(self, event: Input.Changed) -> None:
        """Offer the styles whose names hold what is typed."""
        self._list_styles(event.value.strip().lower())

    def on_input_submitted(self) -> None:
        """Go on to the styles."""
        self.query_one(OptionList).focus()

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Cite in this style."""
        self._wanted = self._wanted._replace(style=self._shown[event.option_index])
        self._cite()

    def on_option_list_option_selected(self) -> None:
        """Copy, and leave."""
        self.action_copy()
        self.dismiss(self._wanted)

    @work(exclusive=True)
    async def _cite(self) -> None:
        await asyncio.sleep(_PAUSE)
        wanted = self._wanted
        room = self.query_one("#citation", Static)
        self.query_one("#citation-room").border_title = f"{wanted.style}, {wanted.form}"
        self._made = None
        try:
            self._made = await self._desk.ask(lambda: citation(self._world, self._quote, wanted))
        except QuotesError as error:
            room.update(clean_block(f"{error}" + (f"\n{error.hint}" if error.hint else "")))
            return
        room.update(clean_block(self._made[0]))

    def action_to_search(self) -> None:
        """Go to the line for a style's name."""
        self.query_one(Input).focus()

    def action_form(self) -> None:
        """Go on to the next form of citation."""
        self._wanted = self._wanted._replace(form=FORMS[(FORMS.index(self._wanted.form) + 1) % len(FORMS)])
        self._cite()

    def action_copy(self) -> None:
        """Copy the citation."""
        if self._made:
            copy(self.app, *self._made)

    def action_leave(self) -> None:
        """Leave the line for a style's name, else the dialog."""
        if self.focused is self.query_one(Input):
            self.query_one(OptionList).focus()
        else:
            self.dismiss(self._wanted)
