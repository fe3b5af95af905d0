"""What a user of the browser sees and does, on screens of three sizes."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.serve.browser.conftest import Screen, at_all_sizes, at_the_least_size, drive, store_of

from quotecli.app.context import Context
from quotecli.app.listing import ListingRequest, search_quotes
from quotecli.core.dates import PartialDate
from quotecli.serve.browser.browser import Browser
from quotecli.serve.browser.citing import CiteDialog
from quotecli.serve.browser.dialogs import Choice, Help


@at_all_sizes
def test_it_opens_on_the_newest_quotes_and_the_first_of_them_whole(samples: Context, size: tuple[int, int]) -> None:
    async def steps(screen: Screen) -> None:
        dates = [hit.quote.date for hit in screen.results.hits]
        assert dates == sorted(dates, key=str, reverse=True)
        assert "46 quotes" in screen.rows[-2]
        assert screen.rows[-1].startswith("/ Search")
        assert "Sadly, the potential for genocide" in screen.rows[2]
        assert screen.said("context").startswith("Kim Kardashian addressed the news on X")
        assert "Kim Kardashian addressed the news" in screen.text
        assert all(len(row) == size[0] for row in screen.rows)
        assert len(screen.rows) == size[1]
        results, chosen = screen.results.region, screen.app.query_one("#chosen").region
        if size[0] >= 100:
            assert (chosen.x, chosen.y) == (results.right, results.y)
        else:
            assert (chosen.x, chosen.y) == (results.x, results.bottom)

    drive(samples, steps, size=size)


@at_the_least_size
@pytest.mark.slow
def test_what_is_typed_is_searched_at_once(samples: Context, size: tuple[int, int]) -> None:
    async def steps(screen: Screen) -> None:
        await screen.press("slash", *"campain")
        assert screen.texts[0].startswith("Armenia has been the victim")
        assert "Armenia has been" in screen.text
        await screen.press("enter", "y")
        assert screen.app.clipboard == screen.texts[0]

    drive(samples, steps, size=size)


@pytest.mark.parametrize(
    "query", ["unprovokd attaks", "by:rob victims", 'outlet:"copper kettle" since:2020-10 war', '"unprovoked attacks"']
)
@pytest.mark.slow
def test_a_query_finds_what_search_finds(samples: Context, query: str) -> None:
    listed = search_quotes(samples, ListingRequest(query, limit=50))

    async def steps(screen: Screen) -> None:
        assert {hit.quote.id for hit in screen.results.hits} == {hit.quote.id for hit in listed.hits}
        assert listed.hits

    drive(samples, steps, query)


def test_what_matched_is_marked(samples: Context) -> None:
    async def steps(screen: Screen) -> None:
        strip = screen.app.screen._compositor.render_strips()[2]
        marked = [part.text for part in strip if part.style and part.style.bold]
        assert marked == ["unprovoked attacks"]

    drive(samples, steps, "unprovokd attaks")


@pytest.mark.slow
def test_only_the_newest_query_is_shown(samples: Context) -> None:
    async def steps(screen: Screen) -> None:
        await screen.pilot.press("slash", *"war", *["backspace"] * 3, *"lifeline")
        await screen.settle()
        assert screen.query == "lifeline"
        assert all("lifeline" in text for text in screen.texts)
        assert screen.texts

    drive(samples, steps)


@pytest.mark.slow
def test_filters_of_the_command_line_hold_and_come_off_one_by_one(samples: Context) -> None:
    async def steps(screen: Screen) -> None:
        assert screen.said("filters") == "by rob · since 2020"
        assert {hit.quote.speaker for hit in screen.results.hits} == {"Rob Kardashian"}
        await screen.press("escape")
        assert screen.said("filters") == "by rob"
        await screen.press("escape")
        assert not screen.app.query_one("#filters").display
        assert len(screen.texts) > 30

    drive(samples, steps, by="rob", since=PartialDate(2020))


@pytest.mark.parametrize(
    ("key", "told"),
    [("s", "by Kim Kardashian"), ("o", "in North Quay Review"), ("d", "document 2023-09-21-kardashian-warning.html")],
)
@pytest.mark.slow
def test_a_key_lists_only_what_is_like_the_chosen_quote(samples: Context, key: str, told: str) -> None:
    async def steps(screen: Screen) -> None:
        before = screen.texts
        quote = screen.results.hits[0].quote
        await screen.press(key)
        quotes = [hit.quote for hit in screen.results.hits]
        if key == "s":
            assert all("Kim Kardashian" in one.speakers for one in quotes)
        else:
            assert {one.document for one in quotes} == {quote.document}
        assert 0 < len(quotes) < len(before)
        assert told in screen.rows[1]
        await screen.press("escape")
        assert screen.texts == before

    drive(samples, steps)


@pytest.mark.slow
def test_of_joint_speakers_one_is_chosen(samples: Context) -> None:
    async def steps(screen: Screen) -> None:
        await screen.press("s")
        assert isinstance(screen.app.screen, Choice)
        assert "Eric Esrailian" in screen.text
        await screen.press("j", "enter")
        assert screen.said("filters") == "by Eric Esrailian"
        assert all("Eric Esrailian" in hit.quote.speakers for hit in screen.results.hits)

    drive(samples, steps, '"indigenous Christian Armenians"')


def test_a_key_goes_before_what_the_query_says(samples: Context) -> None:
    async def steps(screen: Screen) -> None:
        assert {hit.quote.speaker for hit in screen.results.hits} > {"Rob Kardashian"}
        while screen.results.chosen and screen.results.chosen.quote.speaker != "Rob Kardashian":
            await screen.press("j")
        await screen.press("s")
        assert screen.query == "attacks"
        assert {hit.quote.speaker for hit in screen.results.hits} == {"Rob Kardashian"}

    drive(samples, steps, "attacks by:kardashian")


def test_escape_leaves_the_search_line_then_takes_the_query_off(samples: Context) -> None:
    async def steps(screen: Screen) -> None:
        await screen.press("slash", "escape")
        assert screen.app.focused is screen.results
        assert screen.query == "lifeline"
        await screen.press("escape")
        assert screen.query == ""
        assert len(screen.texts) > 30

    drive(samples, steps, "lifeline")


@pytest.mark.slow
def test_keys_move_through_list_and_panes(samples: Context) -> None:
    async def steps(screen: Screen) -> None:
        results, chosen = screen.results, screen.app.query_one("#chosen")
        await screen.pilot.press("j", "down")
        await screen.press("k")
        assert results.highlighted == 1
        assert "2 · 46 quotes" in screen.text
        await screen.press("pagedown")
        assert (results.highlighted or 0) > 1
        await screen.press("end")
        assert results.highlighted == len(results.hits) - 1
        await screen.press("j")
        assert results.highlighted == len(results.hits) - 1
        await screen.press("home", "up")
        assert results.highlighted == 0
        await screen.press("enter")
        assert screen.app.focused is chosen
        await screen.press("end", "j", "k")
        await screen.press("enter")
        assert screen.app.focused is results
        await screen.press("tab")
        assert screen.app.focused is chosen
        await screen.press("tab", "down")
        assert screen.app.focused is results

    drive(samples, steps)


def test_the_chosen_quote_tells_what_show_why_and_variants_tell(samples: Context) -> None:
    async def steps(screen: Screen) -> None:
        facts = screen.said("facts")
        for fact in (
            "% sure)",
            "“Kardashian”",
            "Sep 2020",
            "21 Sep 2023",
            "North Quay",
            "url",
        ):
            assert fact in facts
        assert "decided by: ranker" in screen.said("why")
        assert "outlet: North Quay Review from JSON-LD publisher, used" in screen.said("why")
        assert "The Copper Kettle" in screen.said("wordings")
        assert "also in The Copper Kettle" in screen.text

    drive(samples, steps, "predictable disinformation outlet:quay", size=(200, 60))


def test_statements_are_grouped_and_ungrouped(samples: Context) -> None:
    async def steps(screen: Screen) -> None:
        grouped = len(screen.texts)
        await screen.press("g")
        assert len(screen.texts) > grouped
        assert "each on its own" in screen.rows[-2]
        await screen.press("g")
        assert len(screen.texts) == grouped

    drive(samples, steps, "attacks")


def test_the_help_names_the_keys(samples: Context) -> None:
    async def steps(screen: Screen) -> None:
        await screen.press("question_mark")
        assert isinstance(screen.app.screen, Help)
        assert "to the search line" in screen.text
        await screen.press("escape")
        assert not isinstance(screen.app.screen, Help)

    drive(samples, steps, size=(40, 15))


@pytest.mark.slow
def test_a_dialog_may_be_opened_while_answers_are_under_way(samples: Context, monkeypatch: pytest.MonkeyPatch) -> None:
    for pause in ("_PAUSE", "_REST"):
        monkeypatch.setattr(f"quotecli.serve.browser.browser.{pause}", 0.3)

    async def steps(screen: Screen) -> None:
        await screen.press("j")
        await screen.pilot.press("k", "question_mark")
        await screen.settle()
        assert isinstance(screen.app.screen, Help)
        await screen.press("escape")
        await screen.pilot.press("g", "c")
        await screen.settle()
        assert isinstance(screen.app.screen, CiteDialog)
        await screen.press("escape")
        assert "each on its own" in screen.said("status")
        assert screen.said("why")
        await screen.press("question_mark", "ctrl+c")

    assert drive(samples, steps).return_code == 130


def test_q_leaves_and_in_the_search_line_it_is_a_letter(samples: Context) -> None:
    async def steps(screen: Screen) -> None:
        await screen.write("q")
        assert screen.query == "q"
        await screen.press("escape", "q")

    assert drive(samples, steps).return_code == 0


@pytest.mark.slow
def test_nothing_found_is_said_with_what_is_near(samples: Context) -> None:
    async def steps(screen: Screen) -> None:
        assert "nothing found" in screen.text
        await screen.press("s", "c", "y", "C", "j", "end", "enter")  # nothing is chosen: nothing happens
        await screen.write("by:zorro")
        assert "the store has no speaker zorro" in screen.text

    drive(samples, steps, "xylophonist")


def test_a_name_beside_words_is_the_speakers(samples: Context) -> None:
    async def steps(screen: Screen) -> None:
        assert {hit.quote.speaker for hit in screen.results.hits} == {"Rob Kardashian"}
        assert "what Rob Kardashian said" in screen.said("status")

    drive(samples, steps, "rob pandemic")


@at_the_least_size
@pytest.mark.slow
def test_text_is_never_markup_and_moves_no_terminal(tmp_path: Path, size: tuple[int, int]) -> None:
    text = (
        "Odd words\n\nBy Ada Lindgren\n\n“A [/b] tag, [sic], [red]not[/red] :smile: and \x1b[2J\x1b]0;title\x07 a"
        " \u202ereversed\u202c end, [@click=app.exit]here[/],” said Nora [/b] Haddad of the council.\n"
    )
    context = store_of(tmp_path, odd=text)

    async def steps(screen: Screen) -> None:
        shown = " ".join([*screen.rows, screen.said("context"), screen.said("facts"), screen.said("why")])
        for words in ("[/b] tag", "[sic]", "[red]not[/red]", ":smile:", "[@click=app.exit]"):
            assert words in shown
        assert not {"\x1b", "\x07", "\x9b", "\u202e", "\u202c"} & set(shown)
        await screen.press("c", "escape", "s", "y")
        assert "\x1b" not in screen.app.clipboard
        assert "[/b] tag" in screen.app.clipboard

    drive(context, steps, size=size)


@pytest.mark.slow
def test_any_query_is_legal(samples: Context) -> None:
    async def steps(screen: Screen) -> None:
        for query in ('"*%', "NEAR( col:", "[/b] [red]", "\x1b[2J\x07", "\0🙂", "by: since:noon"):
            await screen.write(query)
            assert not {"\x1b", "\x07", "\0"} & set("".join(screen.rows))
            assert "quote" in screen.said("status") or "nothing found" in screen.said("status")

    drive(samples, steps, "\x1b[2J[/b]", size=(40, 15))


@pytest.mark.slow
def test_another_size_keeps_what_is_chosen(samples: Context) -> None:
    async def steps(screen: Screen) -> None:
        await screen.press("j", "j", "j", "j", "j")
        chosen = screen.results.chosen
        for width, height in ((40, 15), (20, 8), (80, 24)):
            await screen.pilot.resize_terminal(width, height)
            await screen.settle()
            assert screen.results.chosen == chosen
            assert len(screen.rows) == height
            assert {len(row) for row in screen.rows} == {width}
        assert chosen
        assert chosen.quote.text[:30] in screen.text

    drive(samples, steps, size=(200, 60))


def test_a_quotation_far_down_its_paragraph_is_in_sight(tmp_path: Path) -> None:
    filling = "The committee met again and nothing was decided that anyone could remember. " * 40
    context = store_of(tmp_path, long=f"Minutes\n\n{filling}“The harbour shall be dredged,” said Ada Lindgren.\n")

    async def steps(screen: Screen) -> None:
        chosen = screen.app.query_one("#chosen").region
        below = " ".join(row.strip() for row in screen.rows[chosen.y : chosen.bottom])
        assert "The harbour shall be dredged" in below

    drive(context, steps, size=(40, 15))


def test_an_unforeseen_error_is_handed_on(samples: Context, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("unforeseen")

    monkeypatch.setattr("quotecli.serve.browser.browser.first_page", broken)
    app = Browser(samples, ListingRequest(limit=50))
    app.run(headless=True)
    assert app.broken_by
    assert app._exit_renderables == []
