"""Writers whom pages name below their headlines by links and classes alone, without "By"."""

from __future__ import annotations

import pytest
from tests.read.pages import page

TEXT = "".join(
    f"<p>On day {number} the lamp was lit again, and people came from far away to look at it for hours and hours, and"
    " then went home by the last of the boats.</p>"
    for number in range(4)
)


def writers(below: str, after: str = "") -> tuple[str, ...]:
    return page(f"<title>The lamp is lit</title><body><h1>The lamp is lit</h1>{below}{TEXT}{after}</body>").authors


@pytest.mark.parametrize(
    "below",
    [
        '<div><a href="/authors/jane-roe"><img alt="Photo">Jane Roe</a> and <a href="/authors/2">Ana Ortiz</a></div>',
        '<div><span class="c-byline__author">Jane Roe</span> <span class="c-byline__author">Ana Ortiz</span></div>',
        '<div class="author-name">Jane Roe</div><div class="author-name">Ana Ortiz</div>',
        '<p><a href="https://x.example/staff/jane-roe/">Jane Roe</a>, <a href="/staff/ana">Ana Ortiz</a></p>',
        '<div class="author">Jane Roe <b class="author-post">Reporter</b></div><div class="author">Ana Ortiz</div>',
    ],
)  # fmt: skip
def test_links_and_classes_name_writers(below: str) -> None:
    assert writers(below)[-1:] == ("Ana Ortiz",)
    assert len(writers(below)) <= 2


def test_a_writer_with_a_post_is_one() -> None:
    link = '<a href="/authors/1">Jane Roe</a>'
    below = f'<div class="author">{link}<i>Contributing</i></div>{link}'
    assert writers(below) == ("Jane Roe",)


@pytest.mark.parametrize(
    ("below", "after"),
    [
        ('<div class="related-stories"><a href="/authors/jane-roe">Jane Roe</a></div>', ""),
        ("", '<div><a href="/authors/jane-roe">Jane Roe</a></div>'),
        ('<a href="/authors/">All of our authors</a>', ""),
        ('<a href="/news/jane-roe">Jane Roe</a>', ""),
    ],
)
def test_other_names_are_no_writers(below: str, after: str) -> None:
    assert writers(below, after) == ()


def test_what_is_printed_goes_first() -> None:
    below = '<p>By Jane Roe and Zyxa Qwill</p><a href="/authors/jane-roe">Jane Roe</a>'
    assert writers(below) == ("Jane Roe", "Zyxa Qwill")
