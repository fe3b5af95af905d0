"""`--debug` shows where an unforeseen error happened, and is silent about all others."""

from __future__ import annotations

import pytest
from tests.cli.conftest import Inside

from quotecli.app.context import Context


@pytest.mark.parametrize("arguments", [("search", "ferry", "--debug"), ("--debug", "search", "ferry")])
def test_debug_adds_nothing_to_what_was_foreseen(inside: Inside, arguments: tuple[str, ...]) -> None:
    done = inside(*arguments)
    assert done.returncode == 2
    assert done.stderr.startswith("quotes: there is no store at ")


@pytest.mark.parametrize("arguments", [("stats", "--debug"), ("--debug", "stats")])
def test_debug_shows_where_what_was_not_foreseen_happened(
    inside: Inside, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    def fail(context: Context) -> None:
        raise ZeroDivisionError(f"debug is {context.debug}")

    monkeypatch.setattr("quotecli.app.holdings.stats", fail)
    with pytest.raises(ZeroDivisionError, match="debug is True"):
        inside(*arguments)
    assert "unforeseen went wrong in quotes itself: ZeroDivisionError" in inside("stats").stderr
