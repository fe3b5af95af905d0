"""Headlines in capitals are cited in sentence case, names and abbreviations as the text prints them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotecli.cite.capitals import lowered

TEXT = (
    "FARKAS QUITS\n\nWEXHAM — The mayor said that Lena Farkas had met the NDA of McAllister and the Port Authority.\n"
    "It was, Farkas said, a sad day for the port."
)


@pytest.mark.parametrize(
    ("title", "cited"),
    [
        ("FARKAS QUITS AS MAYOR OF THE PORT", "Farkas quits as mayor of the port"),
        ("PORT DEAL: FARKAS'S DAY AT MCALLISTER", "Port deal: Farkas's day at McAllister"),
        ("US AND UN ASK: WHO SIGNED THE NDA?", "US and UN ask: WHO signed the NDA?"),
        ("“I'M SAD,” SAYS FARKAS. SO AM I", "“I'm sad,” says Farkas. So am I"),
        ("THE PORT IS SOLD – AGAIN — TO MCALLISTER", "The port is sold – again — to McAllister"),
        ("Farkas Quits as Mayor", "Farkas Quits as Mayor"),
        ("NDA", "NDA"),
    ],
)
def test_a_headline_in_capitals(title: str, cited: str) -> None:
    assert lowered(title, TEXT) == cited


def test_without_a_text_nothing_is_known() -> None:
    assert lowered("FARKAS QUITS AS MAYOR", "") == "FARKAS QUITS AS MAYOR"


@given(st.text(max_size=60), st.text(max_size=200))
def test_only_the_case_changes(title: str, text: str) -> None:
    assert lowered(title, text).casefold().upper() == title.casefold().upper()
