"""Tables of records on a screen: every figure is there at any width."""

from __future__ import annotations

import io
from typing import Any

import pytest

from quotecli.cli.commands import documents, log, outlets, speakers, timeline
from quotecli.show.tables import Column, write_table_screen
from quotecli.show.terminal import Terminal

RECORDS = {
    documents: {
        "published": "2024-02-09",
        "outlet": "The Harbour Gazette",
        "quotes": 1234,
        "title": "Ferry operator apologises after island left without service for nine days",
        "document": "/a/long/way/to/the/articles/of/the/year/harbour-gazette-2024.jsonl#https://harbour.example/a1",
    },
    speakers: {"speaker": "Ada Obi", "quotes": 1234, "documents": 77, "first": "1992", "last": "2019-11-06"},
    outlets: {"outlet": "Lamp Letters", "quotes": 1234, "documents": 77, "first": "1992", "last": "2019-11-06"},
    log: {
        "step": 17,
        "action": "merge",
        "of": "Rube Okoro",
        "change": "is Lena Farkas",
        "state": "stands",
        "made": "2026-11-29T12:00:00+00:00",
    },
}


def shown(columns: tuple[Column, ...], record: dict[str, object], width: int) -> list[str]:
    out = io.StringIO()
    terminal = Terminal(screen=True, colour=False, width=width, progress=False)
    write_table_screen(columns, [record, record], terminal, out)
    return out.getvalue().splitlines()


@pytest.mark.parametrize("width", [20, 40, 80, 200])
@pytest.mark.parametrize("listing", RECORDS, ids=lambda module: module.__name__.rsplit(".", 1)[1])
def test_nothing_is_left_out_at_any_width(listing: Any, width: int) -> None:
    columns: tuple[Column, ...] = listing.COLUMNS
    record = RECORDS[listing]
    lines = shown(columns, record, width)
    assert max(map(len, lines)) <= width
    for column in columns:
        cell = record[column.key]
        if column.rigid:
            assert sum((f"{cell:,}" if column.number else str(cell)) in line for line in lines) >= 2 or width == 20
        else:
            letters = [letter for line in lines for letter in line]
            assert all(letters.count(letter) >= 2 for letter in str(cell) if letter != " ")


def test_columns_stand_beside_each_other_where_they_fit() -> None:
    assert shown(documents.COLUMNS, RECORDS[documents], 80)[0].split() == [column.title for column in documents.COLUMNS]
    assert shown(documents.COLUMNS, RECORDS[documents], 40)[0] == "The Harbour Gazette"


def test_quotes_without_a_date_are_called_undated_in_a_timeline() -> None:
    assert shown(timeline.COLUMNS, {"date": None, "quotes": 3}, 80)[1].split() == ["undated", "3"]
