"""What a listing looks like on a terminal, at any width."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from quotecli import article, find_quotes
from quotecli.library import search
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
