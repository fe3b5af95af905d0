"""Dates: forms, parts, ranges, seasons, eras, what strings mean."""

from __future__ import annotations

from typing import Any

import pytest
from tests.csl.samples import cite, date, item, style

from quotecli.csl.date_parse import parse_date_string, read_date


def dated(issued: Any, layout: str = '<date variable="issued" form="text"/>', locale: str = "en-US") -> str:
    return cite(style(layout), item(issued=issued), locale=locale)


@pytest.mark.parametrize(
    ("issued", "expected"),
    [
        (date(2024, 3, 5), "March 5, 2024"),
        (date(2024, 3), "March 2024"),
        (date(2024), "2024"),
        (date(2024, 14), "Summer 2024"),
        (date(2024, 22), "Summer 2024"),
        (date(-44, 3, 15), "March 15, 44 BC"),
        (date(79), "79 AD"),
        (date(2003, 8, 10, end=(2003, 8, 23)), "August 10–23, 2003"),
        (date(2003, 8, 10, end=(2003, 10, 2)), "August 10–October 2, 2003"),
        (date(2003, 8, end=(2004, 1)), "August 2003–January 2004"),
        ({"literal": "in press"}, "in press"),
        ({"raw": "2 May 1999"}, "May 2, 1999"),
        ("1999-05-02", "May 2, 1999"),
        ({"date-parts": [["2001", "4"]], "circa": True}, "April 2001"),
        ({"date-parts": [[2001]], "season": 2}, "Summer 2001"),
    ],
)
def test_text_form(issued: Any, expected: str) -> None:
    assert dated(issued) == expected


@pytest.mark.parametrize(
    ("locale", "expected"),
    [
        ("en-GB", "5 March 2024"),
        ("de-DE", "5. März 2024"),
        ("fr-FR", "5 mars 2024"),
        ("es-ES", "5 de marzo de 2024"),
        ("ja-JP", "2024年3月5日"),
    ],
)
def test_locales_have_their_own_order(locale: str, expected: str) -> None:
    assert dated(date(2024, 3, 5), locale=locale) == expected


def test_parts_can_be_chosen_and_formatted() -> None:
    own = (
        '<date variable="issued" delimiter=" "><date-part name="day" form="ordinal"/>'
        '<date-part name="month" form="short" strip-periods="true"/>'
        '<date-part name="year" form="short" prefix="’"/></date>'
    )
    assert dated(date(1999, 1, 2), own) == "2nd Jan ’99"
    numeric = '<date variable="issued" form="numeric" date-parts="year-month"/>'
    assert dated(date(1999, 1, 2), numeric) == "01/1999"


def test_range_delimiter_of_the_part_that_differs() -> None:
    own = (
        '<date variable="issued" delimiter=" "><date-part name="day" range-delimiter=" to "/>'
        '<date-part name="month" range-delimiter="~"/><date-part name="year"/></date>'
    )
    assert dated(date(1999, 1, 2, end=(1999, 1, 4)), own) == "2 to 4 January 1999"
    assert dated(date(1999, 1, 2, end=(1999, 3, 4)), own) == "2 January~4 March 1999"


def test_first_day_only_ordinal_in_french() -> None:
    own = '<date variable="issued" delimiter=" "><date-part name="day" form="ordinal"/><date-part name="month"/></date>'
    assert dated(date(2020, 5, 1), own, "fr-FR") == "1er mai"
    assert dated(date(2020, 5, 2), own, "fr-FR") == "2 mai"


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2020", (2020, 0, 0), None),
        ("2020-10-07T12:00:00Z", (2020, 10, 7), None),
        ("10/7/2020", (2020, 10, 7), None),
        ("7 October 2020", (2020, 10, 7), None),
        ("October 7, 2020", (2020, 10, 7), None),
        ("Spring 2020", (2020, 13, 0), None),
        ("100 BC", (-100, 0, 0), None),
        ("2019-01/2020-02", (2019, 1, 0), (2020, 2, 0)),
        ("1998–2004", (1998, 0, 0), (2004, 0, 0)),
        ("2004/..", (2004, 0, 0), None),
    ],
)
def test_strings_are_read(text: str, start: tuple[int, ...], end: tuple[int, ...] | None) -> None:
    found = parse_date_string(text)
    assert found is not None
    assert (found.start, found.end) == (start, end)


@pytest.mark.parametrize("text", ["c. 1890", "circa 1890", "1890?", "1890~"])
def test_uncertain_dates(text: str) -> None:
    found = parse_date_string(text)
    assert found is not None
    assert (found.circa, found.start) == (True, (1890, 0, 0))


@pytest.mark.parametrize(
    "value",
    [
        None,
        [],
        {},
        {"date-parts": []},
        {"date-parts": [[]]},
        {"date-parts": [[None]]},
        {"date-parts": "x"},
        {"date-parts": [["x"]]},
        True,
        1.5,
        {"raw": ""},
    ],
)
def test_what_is_no_date_is_none(value: Any) -> None:
    assert read_date(value) is None


@pytest.mark.parametrize("parts", [[2020, 13, 40], [2020, 99, 1], [2020, 2, 99], [2020, "x", 3], [2020, -1]])
def test_impossible_parts_are_left_out(parts: list[Any]) -> None:
    found = read_date({"date-parts": [parts]})
    assert found is not None
    assert found.start is not None
    assert found.start[0] == 2020


def test_second_half_of_a_range_loses_the_space_before_it() -> None:
    own = '<date variable="issued"><date-part name="month"/><date-part name="day" prefix=" "/></date>'
    assert dated(date(2021, 6, 3, end=(2021, 6, 5)), own) == "June 3–5"


def test_words_for_a_date_stand_where_the_year_would() -> None:
    layout = (
        '<date variable="issued" form="text" date-parts="year"/>'
        '<date variable="issued" prefix=", "><date-part name="month"/></date>'
    )
    assert dated({"literal": "in press"}, layout) == "in press"


def test_brackets_of_the_year_stand_around_a_span_and_around_words() -> None:
    layout = '<date variable="issued"><date-part name="year" prefix="(" suffix=")"/></date>'
    assert dated(date(2008, end=(2010,)), layout) == "(2008–2010)"
    assert dated({"literal": "in press"}, layout) == "(in press)"


def test_the_era_of_a_year_keeps_its_full_stops() -> None:
    layout = '<date variable="issued"><date-part name="year" strip-periods="true"/></date>'
    assert dated(date(-44), layout, "da-DK").endswith("f.v.t.")


@pytest.mark.parametrize(
    ("locale", "year", "expected"),
    [
        ("fr-FR", 476, "476\u00a0apr. J.-C."),
        ("sv-SE", -44, "44\u00a0f.Kr."),
        ("de-DE", -44, "44\u00a0v.\u00a0Chr."),
        ("en-US", -44, "44 BC"),
        ("zh-CN", -44, "公元前44年"),
        ("ja-JP", -44, "紀元前44年"),
        ("ja-JP", 476, "紀元後476年"),
    ],
)
def test_a_year_has_its_era_where_its_language_has_it(locale: str, year: int, expected: str) -> None:
    assert dated(date(year), locale=locale) == expected
