"""Which outlets the table lacks, and how a user's own table adds them."""

from __future__ import annotations

import pytest
from tests.cli.conftest import Quotes

SAID = "“The lamp is lit,” Ada Obi said.\n"


@pytest.mark.slow
def test_outlets_that_the_table_lacks(quotes: Quotes) -> None:
    for name, outlet in (("a.txt", "The Guardian"), ("b.txt", "Lamp Letters")):
        (quotes.home / name).write_text(SAID, encoding="utf-8")
        quotes("add", name, "--outlet", outlet)
    assert [one["outlet"] for one in quotes.json("outlets", "--unknown")] == ["Lamp Letters"]
    assert len(quotes.json("outlets")) == 2
    (quotes.home / "c.txt").write_text("It rained all day.\n", encoding="utf-8")
    quotes("add", "c.txt", "--outlet", "The Times")
    assert [one["quotes"] for one in quotes.json("outlets")] == [1, 1, 0]
    assert [one["outlet"] for one in quotes.json("outlets", "--outlet", "guardian")] == ["The Guardian"]

    table = quotes.home / "outlets.tsv"
    table.write_text("lamps.example\tLamp Letters\t\tGB\ten\tmagazine\t\n", encoding="utf-8")
    config = quotes.home / "config.toml"
    config.write_text(f'outlets = "{table}"\n', encoding="utf-8")
    done = quotes("outlets", "--unknown", QUOTES_CONFIG=str(config))
    assert (done.returncode, done.stdout) == (1, "")
    assert "the table has all outlets" in done.stderr


def test_outlets_count_only_documents_with_such_quotes(quotes: Quotes) -> None:
    (quotes.home / "a.txt").write_text(SAID, encoding="utf-8")
    (quotes.home / "b.txt").write_text(SAID.replace("Ada Obi", "Ben Bell"), encoding="utf-8")
    quotes("add", ".", "--outlet", "Lamp Letters")
    [all_of_it] = quotes.json("outlets")
    [hers] = quotes.json("outlets", "--by", "obi")
    assert [(one["quotes"], one["documents"]) for one in (all_of_it, hers)] == [(2, 2), (1, 1)]
