"""Small dialogs: the help, and a choice of one among a few."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static

from quotecli.serve.browser.keys import KEYS
from quotecli.serve.browser.lines import Lines
from quotecli.show.clean import clean_line

__all__ = ["Choice", "Help"]

_SYNTAX = (
    ("some words", "forgiven when misspelt, missing or swapped"),
    ('“…” or "…"', "exactly these words"),
    ("by:rob", "what Rob said"),
    ('outlet:"daily mail"', "what it printed"),
    ("since:2020 until:2021", "dates; also on:2020-10"),
    ("kind:post", "direct, partial, post, indirect"),
    ("document:page.html", "one document"),
)


class Help(ModalScreen[None]):
    """All keys, and what a query may hold."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q,question_mark,enter", "dismiss", "Back")]

    def compose(self) -> ComposeResult:
        """Write two small tables."""
        keys = [(key.shown, key.help) for key in KEYS]
        width = max(len(shown) for shown, _ in keys) + 2
        rows = [Content.styled(shown.ljust(width), "bold") + Content(told) for shown, told in keys]
        syntax = [Content.styled(shown, "bold") + Content(f"  {told}") for shown, told in _SYNTAX]
        text = [*rows, Content(), Content("The search line takes, as `quotes search` does:"), *syntax]
        with VerticalScroll(classes="dialog"):
            yield Static(Content("\n").join(text), markup=False)


class Choice(ModalScreen[str | None]):
    """One of a few words; None when the user thinks better of it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q", "dismiss", "Back")]

    def __init__(self, question: str, answers: Sequence[str]) -> None:
        """Take the question and what may be answered."""
        super().__init__()
        self._question, self._answers = question, tuple(answers)

    def compose(self) -> ComposeResult:
        """Write the question and a list."""
        with VerticalScroll(classes="dialog", can_focus=False):
            yield Static(self._question, markup=False)
            yield Lines(*map(clean_line, self._answers), compact=True)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Leave with the answer."""
        self.dismiss(self._answers[event.option_index])
