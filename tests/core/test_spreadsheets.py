"""No cell is a formula, whichever command wrote it."""

from __future__ import annotations

import csv
import io

import pytest

from quotecli.cite import EXPORTERS, Cited, Source
from quotecli.core.spreadsheets import no_formula
from quotecli.show.machine import write_csv

FORMULAS = ["=1+1", " =1+1", "\u00a0=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\n=1", "＝1+1", "　＝1+1", "＠x"]


@pytest.mark.parametrize("text", FORMULAS)
def test_what_begins_a_formula_is_led_by_an_apostrophe(text: str) -> None:
    assert no_formula(text) == f"'{text}"
    exported = EXPORTERS["csv"].export([Cited(Source(document="/a", title="A", section=text))])
    listed = io.StringIO(newline="")
    write_csv([{"text": text}], ["text"], listed)
    for written, column in ((exported, "section"), (listed.getvalue(), "text")):
        [row] = csv.DictReader(io.StringIO(written, newline=""))
        assert row[column] in {no_formula(text), no_formula(" ".join(text.split()))}


@pytest.mark.parametrize("text", ["", "1 = 1", "a-b", "“=1”", "'=1", "…=1"])
def test_all_else_stays(text: str) -> None:
    assert no_formula(text) == text
