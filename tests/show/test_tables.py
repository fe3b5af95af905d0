"""Tables of records on a screen: every figure is there at any width."""

from __future__ import annotations

import io
from collections.abc import Sequence

import pytest

from quotecli.show.corrections import CORRECTIONS
from quotecli.show.holdings import DOCUMENTS, OUTLETS, SPEAKERS, TIMELINE
from quotecli.show.tables import Column, Table, write_table_screen
from quotecli.show.terminal import Terminal

DOCUMENT: dict[str, object] = {
    "published": "2024-02-09",
    "outlet": "The Harbour Gazette",
    "quotes": 1234,
    "title": "Ferry operator apologises after island left without service for nine days",
    "document": "/a/long/way/to/the/articles/of/the/year/harbour-gazette-2024.jsonl#https://harbour.example/a1",
}
NUMBERS: dict[str, object] = {"quotes": 1234, "documents": 77, "first": "1992", "last": "2019-11-06"}
CORRECTION: dict[str, object] = {
    "step": 17,
    "action": "merge",
    "of": "Rube Okoro",
    "change": "is Lena Farkas",
    "state": "stands",
    "made": "2026-11-29T12:00:00+00:00",
}


def shown(columns: Sequence[Column], record: dict[str, object], width: int) -> list[str]:
    out = io.StringIO()
    terminal = Terminal(screen=True, colour=False, width=width, progress=False)
    write_table_screen(columns, [record, record], terminal, out)
    return out.getvalue().splitlines()


@pytest.mark.parametrize("width", [20, 40, 80, 200])
@pytest.mark.parametrize(
    ("table", "record"),
    [
        (DOCUMENTS, DOCUMENT),
        (SPEAKERS, {"speaker": "Ada Obi", **NUMBERS}),
        (OUTLETS, {"outlet": "Lamp Letters", **NUMBERS}),
        (CORRECTIONS, CORRECTION),
    ],
    ids=["documents", "speakers", "outlets", "corrections"],
)
def test_nothing_is_left_out_at_any_width(table: Table, record: dict[str, object], width: int) -> None:
    columns = table.columns
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
    columns = DOCUMENTS.columns
    assert shown(columns, DOCUMENT, 80)[0].split() == [column.title for column in columns]
    assert shown(columns, DOCUMENT, 40)[0] == "The Harbour Gazette"


def test_quotes_without_a_date_are_called_undated_in_a_timeline() -> None:
    assert shown(TIMELINE.columns, {"date": None, "quotes": 3}, 80)[1].split() == ["undated", "3"]
