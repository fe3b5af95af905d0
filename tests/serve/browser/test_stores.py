"""The browser on stores that are long, empty, written meanwhile or broken; it leaves no trace in any."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.serve.browser.conftest import DATA, Screen, drive, store_of

import quotecli
from quotecli.app.context import Context
from quotecli.app.listing import ListingRequest, search_quotes
from quotecli.store import last_listing


def many(folder: Path, number: int) -> Context:
    parts = [f"“Harbour number {place} shall be dredged before winter,” said Ada Lindgren." for place in range(number)]
    return store_of(folder, many="Harbours\n\n" + "\n\n".join(parts) + "\n")


@pytest.mark.slow
def test_a_long_list_is_read_page_by_page(tmp_path: Path) -> None:
    context = many(tmp_path, 180)

    async def steps(screen: Screen) -> None:
        assert len(screen.texts) == 50
        assert "1 · 180 quotes" in screen.rows[-2]
        await screen.press("end")
        assert len(screen.texts) == 100
        for _ in range(4):
            await screen.press("end")
        assert len(set(screen.texts)) == len(screen.texts) == 180
        assert "180 · 180 quotes" in screen.rows[-2]

    drive(context, lambda screen: ungrouped(screen, steps))


async def ungrouped(screen: Screen, steps: object) -> None:
    await screen.press("g")
    await steps(screen)  # type: ignore[operator]


def test_an_empty_store_says_how_to_fill_it(tmp_path: Path) -> None:
    async def steps(screen: Screen) -> None:
        assert "`quotes add FOLDER`" in screen.text
        await screen.press("j", "k", "pagedown", "end", "g", "s", "tab", "c", "y", "escape")

    drive(store_of(tmp_path), steps, size=(40, 15))


def test_others_may_write_meanwhile(tmp_path: Path) -> None:
    context = store_of(tmp_path)

    async def steps(screen: Screen) -> None:
        with quotecli.Store.open(context.place.path) as store:
            quotecli.add(store, DATA)
        await screen.write("lifeline")
        assert len(screen.texts) == 1

    drive(context, steps)


def test_a_quote_that_was_taken_out_is_a_sentence(tmp_path: Path) -> None:
    context = many(tmp_path, 3)

    async def steps(screen: Screen) -> None:
        with quotecli.Store.open(context.place.path) as store:
            store.remove(next(iter(store.sources())))
        await screen.press("j")
        assert "no quote" in screen.said("facts")
        await screen.press("C")
        assert "no quote" in screen.said("status")

    drive(context, steps)


def test_a_store_that_breaks_is_a_sentence_and_the_browser_goes_on(tmp_path: Path) -> None:
    context = many(tmp_path, 3)
    path = context.place.path
    whole = path.read_bytes()

    async def steps(screen: Screen) -> None:
        path.write_bytes(b"no store at all" * 100)
        await screen.write("harbour")
        assert "not a quote store" in screen.said("status") or "not a store" in screen.said("status")
        assert screen.texts
        path.write_bytes(whole)
        await screen.write("harbours")
        assert "quotes" in screen.said("status")

    drive(context, steps)


def test_browsing_leaves_the_last_listing_alone(
    samples: Context, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:

    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    search_quotes(samples, ListingRequest("lifeline"))
    before = last_listing(samples.place.path)

    async def steps(screen: Screen) -> None:
        await screen.write("attacks")

    drive(samples, steps)
    assert last_listing(samples.place.path) == before
    assert len(before or ()) == 1
