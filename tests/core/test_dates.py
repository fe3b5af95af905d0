"""Partial dates."""

from __future__ import annotations

import pytest

from quotecli.core.dates import PartialDate


@pytest.mark.parametrize("text", ["2020-13", "2020-02-30", "20", "2020-1-1-1", "", "last year", "0000", "２０２０"])
def test_what_is_no_date_is_unknown(text: str) -> None:
    assert PartialDate.parse(text) is None


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2020", "2020-01-01", "2020-12-31"),
        ("2020-02", "2020-02-01", "2020-02-29"),
        ("2020-9-5", "2020-09-05", "2020-09-05"),
        ("9999", "9999-01-01", "9999-12-31"),
    ],
)
def test_a_partial_date_is_a_range(text: str, first: str, last: str) -> None:
    date = PartialDate.parse(text)
    assert date is not None
    assert (str(date.first), str(date.last)) == (first, last)
