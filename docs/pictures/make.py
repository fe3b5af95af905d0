"""Draws the pictures of the README from real output on the sample articles.

python docs/pictures/make.py    writes search.svg beside this file
"""

from __future__ import annotations

import io
import tempfile
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import MONOKAI

from quotecli.app.add import AddRequest, add
from quotecli.app.config import StorePlace
from quotecli.app.context import Context
from quotecli.app.listing import ListingRequest, search_quotes
from quotecli.show.listing import print_hits
from quotecli.show.progress import AddProgress
from quotecli.show.terminal import Terminal

HERE = Path(__file__).parent
ARTICLES = HERE.parents[1] / "data"


def picture() -> str:
    """Return the picture: a search with misspelt words in the sample articles."""
    with tempfile.TemporaryDirectory() as folder:
        context = Context(StorePlace(Path(folder, "quotes.db"), "for the picture"))
        with AddProgress(Terminal(screen=False, colour=False, width=96, progress=False)) as progress:
            add(context, AddRequest((str(ARTICLES),)), progress)
        listed = search_quotes(context, ListingRequest("unprovokd attacks", limit=3))
    console = Console(
        record=True, file=io.StringIO(), force_terminal=True, width=96, highlight=False, markup=False, emoji=False
    )
    console.print("$ quotes search unprovokd attacks --limit 3", style="bold")
    console.print()
    print_hits(console, listed.hits)
    return console.export_svg(title="quotes", theme=MONOKAI, unique_id="quotes-search")


if __name__ == "__main__":
    (HERE / "search.svg").write_text(picture(), encoding="utf-8")
