"""The browser on a screen of a given size, with a real store; and the command on a pseudo-terminal."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from textual.events import Paste
from textual.pilot import Pilot
from textual.widgets import Input, Static

import quotecli
from quotecli.app.config import StorePlace
from quotecli.app.context import Context
from quotecli.app.listing import ListingRequest
from quotecli.core.types import Filters
from quotecli.serve.browser.browser import Browser
from quotecli.serve.browser.results import Results

DATA = Path(__file__).resolve().parents[3] / "data"
SIZES = [(40, 15), (80, 24), (200, 60)]
_NAMES = ["40x15", "80x24", "200x60"]
at_all_sizes = pytest.mark.parametrize("size", SIZES, ids=_NAMES)
at_the_least_size = pytest.mark.parametrize(
    "size",
    [SIZES[0], *(pytest.param(size, marks=pytest.mark.slow) for size in SIZES[1:])],
    ids=_NAMES,
)
"""The least size in the quick suite, all in the longer proofs: a test on a large screen takes seconds."""


class Screen:
    """What the user sees and does."""

    def __init__(self, app: Browser, pilot: Pilot[None]) -> None:
        self.app, self.pilot = app, pilot

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await self.settle()

    async def write(self, text: str) -> None:
        """Go to the line that takes text, empty it and paste; typing takes a test ten times as long."""
        if not isinstance(self.app.focused, Input):
            await self.pilot.press("slash")
        await self.pilot.press("end", "ctrl+u")
        assert isinstance(self.app.focused, Input)
        self.app.focused.post_message(Paste(text))
        await self.settle()

    async def settle(self) -> None:
        """Wait until everything that was asked is answered and drawn."""
        await self.pilot.pause()
        for _ in range(600):
            if not any(worker.is_running for worker in self.app.workers):
                break
            await asyncio.sleep(0.02)
        else:
            raise TimeoutError
        await self.pilot.pause()

    @property
    def rows(self) -> list[str]:
        strips = self.app.screen._compositor.render_strips()
        return ["".join(part.text for part in strip) for strip in strips]

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.rows).split())

    def said(self, place: str) -> str:
        """What a line or part says, whether or not it has room: `status`, `filters`, `context`, `facts`, `why` …"""
        return str(self.app.screen.query_one(f"#{place}", Static).content)

    @property
    def results(self) -> Results:
        return self.app.query_one(Results)

    @property
    def texts(self) -> list[str]:
        return [hit.quote.text for hit in self.results.hits]

    @property
    def query(self) -> str:
        return self.app.query_one("#search", Input).value


Steps = Callable[[Screen], Awaitable[None]]


def drive(
    context: Context, steps: Steps, query: str = "", *, size: tuple[int, int] = (80, 24), **filters: Any
) -> Browser:
    """Open the browser as `quotes browse QUERY` does, do the steps, and leave."""

    async def run() -> Browser:
        app = Browser(context, ListingRequest(query, Filters(**filters), 50))
        async with app.run_test(size=size) as pilot:
            screen = Screen(app, pilot)
            await screen.settle()
            await steps(screen)
        return app

    return asyncio.run(run())


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Context:
    """A store of the sample articles, which tests only read."""
    path = tmp_path_factory.mktemp("samples") / "quotes.db"
    with quotecli.Store.open(path) as store:
        quotecli.add(store, DATA)
    return Context(StorePlace(path, "for the test"))


def store_of(folder: Path, **documents: str) -> Context:
    """Return the world with a store of these texts."""
    path = folder / "quotes.db"
    with quotecli.Store.open(path) as store:
        for name, text in documents.items():
            (folder / f"{name}.txt").write_text(text, encoding="utf-8")
            quotecli.add(store, folder / f"{name}.txt")
    return Context(StorePlace(path, "for the test"))


@pytest.fixture(autouse=True)
def _no_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    """Do at once what is done when a user pauses; whatever that asks is still asked beside the screen's thread."""
    for pause in ("browser._PAUSE", "browser._REST", "citing._PAUSE"):
        monkeypatch.setattr(f"quotecli.serve.browser.{pause}", 0)
