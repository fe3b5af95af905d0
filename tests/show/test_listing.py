"""What a listing looks like on a terminal, at any width."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from quotecli import article, find_quotes
from quotecli.core.types import Filters
from quotecli.library import add, search
from quotecli.search import search as find
from quotecli.show.listing import make_console, print_hits
from quotecli.show.terminal import Terminal
from quotecli.store import Store

STORY = (
    "The lane was built for a bus that no longer runs. Gary Tull, 44, called it ‘daylight robbery’. He has paid four"
    " fines since the spring, and he keeps all of them in a drawer of the kitchen table."
)


def shown(path: Path, width: int) -> list[str]:
    """Return the lines of the listing of a store that holds the story."""
    with Store.open(path / "quotes.db") as store:
        document = article(STORY, source="story.txt")
        store.write(document, find_quotes(document))
        out = io.StringIO()
        terminal = Terminal(screen=True, colour=False, width=width, progress=False)
        print_hits(make_console(terminal, out), search(store, "robbery"))
    return out.getvalue().splitlines()


@pytest.mark.parametrize("width", [20, 40, 80, 200])
def test_lines_keep_to_the_width(tmp_path: Path, width: int) -> None:
    lines = shown(tmp_path, width)
    assert "daylight" in " ".join(lines)
    assert max(map(len, lines)) <= width


def test_a_full_stop_keeps_no_distance_from_the_quotation(tmp_path: Path) -> None:
    assert "called it “…”. He has paid" in " ".join(line.strip() for line in shown(tmp_path, 200))


def test_copies_of_an_article_are_told_once(tmp_path: Path) -> None:
    said = "“Nobody has asked the people of the lane about any of it,” Gary Tull said on Monday."
    (tmp_path / "texts").mkdir()
    for number, outlet in enumerate(["The Tide", "The Tide", "Fen Post", "The Tide", "Mere Echo"]):
        (tmp_path / "texts" / f"{number}.txt").write_text(f"Title {number}\nSource: {outlet}, 4 March 2021\n\n{said}\n")
    with Store.open(tmp_path / "quotes.db") as store:
        add(store, str(tmp_path / "texts"))
        out = io.StringIO()
        terminal = Terminal(screen=True, colour=False, width=200, progress=False)
        print_hits(make_console(terminal, out), find(store, "people of the lane", Filters()).hits)
    told = next(line for line in out.getvalue().splitlines() if "also in" in line)
    assert told.strip().startswith("also in 4 others: ")
    named = told.partition(": ")[2].split(", ")
    assert len(named) == len(set(named)) < 4
