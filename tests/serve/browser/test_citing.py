"""The dialog that cites the chosen quote, in any style."""

from __future__ import annotations

import pytest
from tests.serve.browser.conftest import Screen, at_the_least_size, drive

from quotecli.app.context import Context
from quotecli.serve.browser.citing import CiteDialog


@at_the_least_size
@pytest.mark.slow
def test_it_cites_in_a_style_of_choice(samples: Context, size: tuple[int, int]) -> None:
    async def steps(screen: Screen) -> None:
        await screen.press("c")
        assert isinstance(screen.app.screen, CiteDialog)
        assert screen.said("citation").startswith("Slade, I. (2020, September 30).")
        assert "Slade, I. (2020" in screen.text
        await screen.write("mla")
        await screen.press("enter")
        assert screen.said("citation").startswith("Slade, Imogen.")
        await screen.press("a")
        assert "Slade" in screen.said("citation")
        assert len(screen.said("citation")) < 80
        await screen.press("enter")
        assert "Slade" in screen.app.clipboard
        assert not isinstance(screen.app.screen, CiteDialog)
        in_mla = screen.app.clipboard
        await screen.press("j", "k", "C")
        assert screen.app.clipboard == in_mla

    drive(samples, steps, "outlet:courier by:khloe", size=size)


@pytest.mark.slow
def test_a_style_that_nobody_has_is_a_sentence(samples: Context) -> None:
    async def steps(screen: Screen) -> None:
        await screen.press("c")
        await screen.write("chigaco")
        assert "no citation style or export format is called 'chigaco'" in screen.said("citation")
        await screen.press("escape", "C", "escape")
        assert screen.app.clipboard == ""
        assert not isinstance(screen.app.screen, CiteDialog)

    drive(samples, steps)


@pytest.mark.slow
def test_any_style_and_export_can_be_typed(samples: Context) -> None:
    async def steps(screen: Screen) -> None:
        await screen.press("c")
        await screen.write("annals-of-botany")
        assert "Slade I" in screen.said("citation")
        await screen.write("bibtex")
        await screen.press("enter")
        assert screen.said("citation").startswith("@")

    drive(samples, steps, "outlet:courier by:khloe")
