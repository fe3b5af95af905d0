"""Markup and texts made to harm end soon, and anything at all becomes a draft without an exception."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.growth import assert_linear
from tests.read.pages import finished
from tests.read.reading import names_in

from quotecli.core.types import Article
from quotecli.read.draft import Draft
from quotecli.read.encoding import decode
from quotecli.read.html import draft_from_html
from quotecli.read.markdown import draft_from_markdown
from quotecli.read.metadata.dates import parse_date
from quotecli.read.text import draft_from_text

LD = '<script type="application/ld+json">'
DATA = '<script type="application/json">{"body":"'
NODES, NODE = '{"@graph":[', '{"@type":"NewsArticle","author":{"name":"x"}},'
HOSTILE: dict[str, Callable[[int], str]] = {
    "nesting": lambda n: "<div>" * 100 * n + "x",
    "inline nesting": lambda n: "<b>" * 100 * n + "x",
    "tables in tables": lambda n: "<table>" * 20 * n,
    "a row of cells": lambda n: "<table><tr>" + "<td>x" * 50 * n,
    "paragraphs": lambda n: "<p>a" * 50 * n,
    "quotations in quotations": lambda n: "<q>" * 50 * n + "x",
    "deep quotations": lambda n: "<div>" * 2 * n + "<q>x</q>" * 20 * n,
    "block quotations": lambda n: "<blockquote>a b c d e f g h i j k l m n</blockquote>" * 10 * n,
    "posts": lambda n: '<blockquote class="twitter-tweet">x &mdash; a (@b) c</blockquote>' * 10 * n,
    "ends of the article": lambda n: "<div>" * 2 * n + "<h2>Comments</h2>" * 20 * n,
    "giant attribute": lambda n: "<p class='" + "a " * 500 * n + "'>x",
    "giant style": lambda n: "<p style='" + "display:" * 200 * n + "'>x",
    "an open tag": lambda n: "<a " + "x" * 2000 * n,
    "ampersands": lambda n: "&" * 500 * n,
    "broken entities": lambda n: "&#x110000;&#0;&#xd800;&bogus;" * 20 * n,
    "angles": lambda n: "<" * 500 * n,
    "comments": lambda n: "<!--" * 50 * n,
    "no tags": lambda n: "text " * 500 * n,
    "empty lines": lambda n: "\n" * 1000 * n,
    "marks": lambda n: "<p>“" * 50 * n,
    "line breaks": lambda n: "<br>" * 200 * n,
    "NUL": lambda n: "\x00" * 200 * n,
    "surrogates": lambda n: "\ud800" * 100 * n,
    "titles": lambda n: "<meta property='og:title' content='a b c'>" * 20 * n + "<h1>a b c</h1>" * 5 * n,
    "times": lambda n: "<time datetime='2020-01-01'>x</time>" * 20 * n,
    "authors": lambda n: "<div itemprop=author>" * 20 * n,
    "dates": lambda n: "<p>1/2/20 " * 50 * n,
    "JSON-LD nesting": lambda n: LD + "[" * 100 * n + "</script>",
    "JSON-LD nodes": lambda n: (
        LD + '{"@graph":[' + '{"@type":"NewsArticle","author":{"name":"x"}},' * 20 * n + "{}]}</script>"
    ),
    "blanks in data for scripts": lambda n: DATA + "x\\n." + " " * 200 * n + 'x"}</script>',
    "marks in data for scripts": lambda n: DATA + "x\\n" + "”" * 200 * n + 'x"}</script>',
    "front matter": lambda n: "---\n" + "a: [" * 10 * n + "\n---\nx",
    "damaged front matter": lambda n: "---\na: b: c" + " " * 50 * n + "d\n---\nx",
    "open brackets": lambda n: "[" * 100 * n + "\n\n**x**",
    "emphasis": lambda n: "*a **b " * 10 * n,
    "labels": lambda n: "; x pictured" * 50 * n,
    "outlets": lambda n: "told A " * 50 * n + "is a A " * 50 * n,
}


def _finish(reader: Callable[[str], Draft], text: str) -> Article:
    return finished(reader(text))


def takes_time_by_its_length(make: Callable[[int], str]) -> None:
    for reader in (draft_from_html, draft_from_text, draft_from_markdown):
        assert_linear(partial(_finish, reader), make, 125, times=8)


@pytest.mark.parametrize(
    "name",
    [
        "nesting",
        "inline nesting",
        "giant attribute",
        "NUL",
        "surrogates",
        "JSON-LD nesting",
        "damaged front matter",
        "marks in data for scripts",
    ],
)
def test_hostile_documents_take_time_by_their_length(name: str) -> None:
    takes_time_by_its_length(HOSTILE[name])


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_all_hostile_documents_take_time_by_their_length(name: str) -> None:
    takes_time_by_its_length(HOSTILE[name])


def is_sound(draft: Draft) -> None:
    draft.text.encode("utf-8")
    assert "\x00" not in draft.text
    end = 0
    for one in draft.paragraphs:
        assert end <= one.start < one.end <= len(draft.text)
        assert draft.text[end : one.start].strip() == "" or one.time is not None or end == 0
        assert draft.text[one.start : one.end].strip()
        if one.source:
            assert 0 <= one.source.start < one.source.end <= len(draft.text)
        end = one.end
    article = finished(draft)
    assert article.text == draft.text
    assert all(one.value for one in article.evidence)


TAGS = (
    "p div article h1 h2 blockquote q cite footer figure figcaption ul li table tr td a b br time script aside".split()
)
PIECES = st.one_of(
    st.sampled_from([f"<{tag}>" for tag in TAGS] + [f"</{tag}>" for tag in TAGS]),
    st.sampled_from(
        ['<blockquote class="twitter-tweet">', '<p class="byline">', "<div hidden>", '<meta name="date" content="']
    ),
    st.sampled_from(
        ["“said”", "By Ada Obi", "2020-10-02", "— Ada Obi (@ada) May 1, 2026", "Read more", "&mdash;", "\n\n"]
    ),
    st.text(max_size=20),
)


@given(st.lists(PIECES, max_size=60).map("".join))
@settings(max_examples=150, deadline=None)
def test_any_markup_becomes_a_sound_draft(markup: str) -> None:
    is_sound(draft_from_html(markup, url="https://example.org/2020/01/02/a"))


@given(st.binary(max_size=400))
@settings(max_examples=150, deadline=None)
def test_any_bytes_become_a_sound_draft(data: bytes) -> None:
    is_sound(draft_from_html(decode(data)))


LINES = st.sampled_from(
    [
        "Q: Why?",
        "A: Because.",
        "By Ada Obi",
        "Date: 2020-10-02",
        "> quoted",
        "# Heading",
        "- item",
        "---",
        "a: b",
        "+++",
        "[x](y)",
    ]
)


@given(st.lists(st.one_of(LINES, st.text(max_size=40)), max_size=30).map("\n".join))
@settings(max_examples=150, deadline=None)
def test_any_text_becomes_a_sound_draft_and_is_stored_as_given(text: str) -> None:
    draft = draft_from_text(text)
    assert len(draft.text) == len(text)
    is_sound(draft)
    is_sound(draft_from_markdown(text))


@given(st.text(max_size=200))
@settings(max_examples=200, deadline=None)
def test_any_line_may_be_asked_for_dates_and_names(text: str) -> None:
    found = parse_date(text)
    assert found is None or 1 <= found.date.year <= 9999
    assert all(name.strip() for name in names_in(text))


@given(st.dates())
@settings(max_examples=100, deadline=None)
def test_iso_dates_are_read_back(day: object) -> None:
    found = parse_date(f"on {day}T10:00:00+02:00")
    if str(day)[:2] in {"19", "20"}:
        assert found
        assert str(found.date) == str(day)
        assert found.at == f"{day}T10:00:00+02:00"


def test_paragraphs_of_a_long_page_do_not_overlap() -> None:
    draft = draft_from_html("<p>“One,” said two, who was three.</p>" * 500)
    assert all(first.end < second.start for first, second in pairwise(draft.paragraphs))
