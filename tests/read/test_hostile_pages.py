"""Markup and texts made to harm end soon, and anything at all becomes a draft without an exception."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.read.pages import finished

from quotecli.read.draft import Draft
from quotecli.read.html import draft_from_html
from quotecli.read.markdown import draft_from_markdown
from quotecli.read.metadata.authors import split_authors
from quotecli.read.metadata.dates import parse_date
from quotecli.read.text import draft_from_text

SECONDS = 20.0
"""A bound that catches what grows with the square on the slowest machine; these take a second or two each."""

LD = '<script type="application/ld+json">'
HOSTILE = {
    "nesting": "<div>" * 100_000 + "x",
    "inline nesting": "<b>" * 100_000 + "x",
    "tables in tables": "<table>" * 20_000,
    "a row of cells": "<table><tr>" + "<td>x" * 50_000,
    "paragraphs": "<p>a" * 50_000,
    "quotations in quotations": "<q>" * 50_000 + "x",
    "deep quotations": "<div>" * 2000 + "<q>x</q>" * 20_000,
    "block quotations": "<blockquote>a b c d e f g h i j k l m n</blockquote>" * 10_000,
    "posts": '<blockquote class="twitter-tweet">x &mdash; a (@b) c</blockquote>' * 10_000,
    "ends of the article": "<div>" * 2000 + "<h2>Comments</h2>" * 20_000,
    "giant attribute": "<p class='" + "a " * 500_000 + "'>x",
    "giant style": "<p style='" + "display:" * 200_000 + "'>x",
    "an open tag": "<a " + "x" * 2_000_000,
    "ampersands": "&" * 500_000,
    "broken entities": "&#x110000;&#0;&#xd800;&bogus;" * 20_000,
    "angles": "<" * 500_000,
    "comments": "<!--" * 50_000,
    "no tags": "text " * 500_000,
    "empty lines": "\n" * 1_000_000,
    "marks": "<p>“" * 50_000,
    "line breaks": "<br>" * 200_000,
    "NUL": "\x00" * 200_000,
    "surrogates": "\ud800" * 100_000,
    "titles": "<meta property='og:title' content='a b c'>" * 20_000 + "<h1>a b c</h1>" * 5000,
    "times": "<time datetime='2020-01-01'>x</time>" * 20_000,
    "authors": "<div itemprop=author>" * 20_000,
    "dates": "<p>1/2/20 " * 50_000,
    "JSON-LD nesting": LD + "[" * 100_000 + "</script>",
    "JSON-LD nodes": LD + '{"@graph":[' + '{"@type":"NewsArticle","author":{"name":"x"}},' * 20_000 + "{}]}</script>",
    "front matter": "---\n" + "a: [" * 10_000 + "\n---\nx",
    "open brackets": "[" * 100_000 + "\n\n**x**",
    "emphasis": "*a **b " * 10_000,
    "labels": "; x pictured" * 50_000,
    "outlets": "told A " * 50_000 + "is a A " * 50_000,
}


def ends_soon(text: str) -> None:
    for reader in (draft_from_html, draft_from_text, draft_from_markdown):
        start = time.monotonic()
        finished(reader(text))
        assert time.monotonic() - start < SECONDS, reader


@pytest.mark.parametrize(
    "name", ["nesting", "inline nesting", "giant attribute", "NUL", "surrogates", "JSON-LD nesting"]
)
def test_hostile_documents_end_soon(name: str) -> None:
    ends_soon(HOSTILE[name])


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_all_hostile_documents_end_soon(name: str) -> None:
    ends_soon(HOSTILE[name])


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
    is_sound(draft_from_html(data))


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
    assert all(name.strip() for name in split_authors(text))


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
