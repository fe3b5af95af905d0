"""The browser: a search line, the quotes it finds, and the chosen one whole beside them."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import ClassVar

from textual import work
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.widgets import Footer, Input, OptionList, Static

from quotecli.app.browsing import Page, first_page, narrowed, next_page
from quotecli.app.context import Context
from quotecli.app.detail import details
from quotecli.app.listing import ListingRequest
from quotecli.app.variants import wordings
from quotecli.core.errors import QuotesError, StoreError
from quotecli.core.signals import ENDINGS
from quotecli.core.types import Filters, Quote
from quotecli.serve.browser.asking import Desk
from quotecli.serve.browser.chosen import Chosen
from quotecli.serve.browser.citing import Cite, CiteDialog, citation
from quotecli.serve.browser.clipboard import copy
from quotecli.serve.browser.dialogs import Choice, Help
from quotecli.serve.browser.drawing import filter_words
from quotecli.serve.browser.filters import Stack
from quotecli.serve.browser.keys import KEYS, bindings
from quotecli.serve.browser.results import Results
from quotecli.serve.browser.search_line import SearchLine
from quotecli.serve.browser.terminal import is_gone
from quotecli.show.clean import clean_line
from quotecli.show.wording import count, nothing_found

__all__ = ["INTERRUPTED", "Browser"]

_PAUSE = 0.12
"""Seconds without a key after which what was typed is searched for."""
_REST = 0.15
"""Seconds that a quote stays chosen before its reasons and wordings are worked out."""
_WATCH = 2.0
"""Seconds between two looks at whether the terminal is still there; Textual alone would read its end for ever."""
INTERRUPTED = 130
"""The return code of a browser that was broken off."""


class Browser(App[None]):
    """The full screen of `quotes browse`; it changes nothing in the store, which is opened anew for each question."""

    CSS_PATH = "style.tcss"
    ENABLE_COMMAND_PALETTE = False
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012 (as Textual declares it)
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(KEYS),
        Binding("ctrl+c", "interrupt", show=False, priority=True),
        Binding("ctrl+z", "suspend_process", show=False),
        Binding("down", "to_results", show=False),  # from the search line; the panes have their own
    ]

    def __init__(self, context: Context, request: ListingRequest) -> None:
        """Take the world, and what to list first."""
        super().__init__(ansi_color=True)  # the terminal's own colours, light or dark
        self.theme = "ansi-dark"
        self.broken_by: Exception | None = None
        self._world, self._request = context, request._replace(query=clean_line(request.query))
        self._stack = Stack(request.filters)
        self._following: ListingRequest | None = None
        self._total: int | None = None
        self._note = ""
        self._cite = Cite(context.config.style or "apa")
        self._desk, self._back_desk = Desk(), Desk()  # a search doesn't wait for the reasons of a long document

    def compose(self) -> ComposeResult:
        """Lay the panes out, and keep them at hand."""
        self._line = SearchLine(self._request.query, name="search", told="/ search")
        self._filter_line, self._status = Static(id="filters", markup=False), Static(id="status", markup=False)
        self._results, self._chosen = Results(), Chosen()
        yield self._line
        yield self._filter_line
        with Container(id="panes"):
            yield self._results
            yield self._chosen
        yield self._status
        yield Footer(show_command_palette=False, compact=True)

    def on_mount(self) -> None:
        """Begin with the first listing."""
        loop = asyncio.get_running_loop()
        for number in ENDINGS:
            with suppress(NotImplementedError, RuntimeError, ValueError):  # Windows; not the main thread
                loop.add_signal_handler(number, self.action_interrupt)
        if not self.is_headless:
            self.set_interval(_WATCH, self._leave_without_terminal)
        self._results.focus()
        self._search(0)

    def _leave_without_terminal(self) -> None:
        if is_gone():
            self.action_interrupt()

    def on_unmount(self) -> None:
        """Answer nothing any more."""
        self._desk.close()
        self._back_desk.close()

    def _handle_exception(self, error: Exception) -> None:
        """Leave; what broke it is told by the command line as any other unforeseen error."""
        self.broken_by = self.broken_by or error
        super()._handle_exception(error)
        self._exit_renderables.clear()

    # Listing ---------------------------------------------------------------------------------------------------------

    def on_input_changed(self, event: Input.Changed) -> None:
        """Search for what is typed."""
        if event.input.id == "search" and event.value != self._request.query:
            self._request = self._request._replace(query=event.value)
            self._search(_PAUSE)

    def on_input_submitted(self) -> None:
        """Go on to the list."""
        self.action_to_results()

    @work(exclusive=True, group="search")
    async def _search(self, pause: float) -> None:
        self._show_filters()
        await asyncio.sleep(pause)
        self.workers.cancel_group(self, "more")
        self._following = None
        request = self._request._replace(filters=self._stack.now)
        self._say("searching …")
        try:
            page = await self._desk.ask(lambda: first_page(self._world, request))
        except QuotesError as error:
            self._say(str(error), problem=True)
            return
        self._show_page(page, request)

    def _show_page(self, page: Page, request: ListingRequest) -> None:
        self._following, self._total, self._note = page.following, page.total, page.note or ""
        self._results.show(page.hits)
        if not page.hits:
            self._chosen.show_quote(None, _nothing(page, request))
        self._say_where()

    def on_results_near_end(self) -> None:
        """Read the next page, if there is one and it isn't being read."""
        if self._following is not None:
            following, self._following = self._following, None
            self._read_on(following)

    @work(exclusive=True, group="more")
    async def _read_on(self, following: ListingRequest) -> None:
        try:
            page = await self._desk.ask(lambda: next_page(self._world, following))
        except QuotesError as error:
            self._following = following
            self._say(str(error), problem=True)
            return
        self._following = page.following
        if not self._results.append(page.hits):
            self.on_results_near_end()  # all of them were there already
        self._say_where()

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Show the quote that is chosen now."""
        if event.option_list.id == "results" and (hit := self._results.chosen):
            self._chosen.show_quote(hit.quote)
            self._say_where()
            self._look_into(hit.quote)

    @work(exclusive=True, group="chosen")
    async def _look_into(self, quote: Quote) -> None:
        await asyncio.sleep(_REST)
        names = [quote.id]
        try:
            [detail] = await self._back_desk.ask(lambda: details(self._world, names))
            self._chosen.show_detail(detail)
            whole = ListingRequest(limit=0)
            self._chosen.show_wordings(await self._back_desk.ask(lambda: wordings(self._world, names, whole)))
            [detail] = await self._back_desk.ask(lambda: details(self._world, names, why=True))
            self._chosen.show_reasons(detail)
        except StoreError as error:
            self._say(str(error), problem=True)
        except QuotesError as error:  # taken out of the store meanwhile
            self._chosen.show_problem(str(error))

    # What the lines say ----------------------------------------------------------------------------------------------

    def _say(self, text: str, *, problem: bool = False) -> None:
        self._status.set_class(problem, "problem")
        self._status.update(clean_line(text))

    def _say_where(self) -> None:
        results = self._results
        if results.highlighted is None:
            self._say("nothing found")
            return
        total = count(len(results.hits) if self._total is None else self._total, "quote")
        more = "more than " if self._total is None and self._following else ""
        words = [f"{results.highlighted + 1:,}", f"{more}{total}", "" if self._request.group else "each on its own"]
        self._say(" · ".join(word for word in [*words, self._note] if word))

    def _show_filters(self) -> None:
        words = filter_words(self._stack.now)
        self._filter_line.update(" · ".join(words))
        self._filter_line.display = bool(words)

    # Keys ------------------------------------------------------------------------------------------------------------

    def action_to_search(self) -> None:
        """Go to the search line."""
        self._line.focus()

    def action_to_results(self) -> None:
        """Go to the list."""
        self._results.focus()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Go to the chosen quote."""
        if event.option_list.id == "results":
            self._chosen.focus()

    def action_take_back(self) -> None:
        """Leave the search line; else take the last filter off; else the query."""
        if self.focused is self._line:
            self.action_to_results()
        elif self._stack.take_off():
            self._search(0)
        else:
            self._line.value = ""

    def action_group(self) -> None:
        """Show each statement once, or every quote."""
        self._request = self._request._replace(group=not self._request.group)
        self._search(0)

    def action_only(self, field: str) -> None:
        """List only what has the chosen quote's speaker, outlet or document."""
        if (hit := self._results.chosen) is None:
            return
        values = {"by": hit.quote.speakers, "outlet": (hit.quote.outlet,), "document": (hit.quote.document,)}[field]
        known = [value for value in values if value]
        if len(known) > 1:
            self.push_screen(Choice("Only what was said by", known), lambda name: self._narrow(field, name))
        elif known:
            self._narrow(field, known[0])
        else:
            self._say(f"no {'speaker' if field == 'by' else field} of this quote is known")

    def _narrow(self, field: str, value: str | None) -> None:
        if value is None:
            return
        request = narrowed(self._request._replace(filters=self._stack.now), field, value)
        self._request = request
        self._stack.put(request.filters)
        self._line.value = request.query
        self._search(0)

    def action_cite(self) -> None:
        """Open the dialog that cites."""
        if hit := self._results.chosen:
            self.push_screen(CiteDialog(self._world, self._back_desk, hit.quote, self._cite), self._keep_style)

    def _keep_style(self, wanted: Cite | None) -> None:
        self._cite = wanted or self._cite

    @work(exclusive=True, group="copy")
    async def action_copy_citation(self) -> None:
        """Copy the citation of the chosen quote."""
        if hit := self._results.chosen:
            try:
                copy(self, *await self._back_desk.ask(lambda: citation(self._world, hit.quote, self._cite)))
            except QuotesError as error:
                self._say(str(error), problem=True)

    def action_copy_quote(self) -> None:
        """Copy the words of the chosen quote."""
        if hit := self._results.chosen:
            copy(self, hit.quote.text)

    def action_help(self) -> None:
        """Show all keys."""
        self.push_screen(Help())

    def action_interrupt(self) -> None:
        """Leave at once, as a command that is broken off."""
        self.exit(return_code=INTERRUPTED)


def _nothing(page: Page, request: ListingRequest) -> str:
    """Return what to say where nothing was found."""
    if not page.unknown and not request.query.strip() and request.filters == Filters():
        return "the store has no quotes yet; `quotes add FOLDER` reads documents in"
    return "\n".join(filter(None, nothing_found(page.unknown, page.suggestions, why=page.why)))
