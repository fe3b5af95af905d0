"""Block quotations, excerpts and posts: told alike in a page and in the plain text that people make of one."""

from __future__ import annotations

import pytest
from tests.cite.samples import cited
from tests.read.pages import finished, page, plain, roles

from quotecli.cite import EXPORTERS, Source
from quotecli.find import find_quotes
from quotecli.read.html import draft_from_html
from quotecli.read.markdown import draft_from_markdown

_LEAD = "<h1>The lighthouse is to be sold</h1><p>The council talked for four hours about the lighthouse on Monday.</p>"
_END = "<p>The next meeting is in May, and everybody who lives on the island may come and speak.</p>"


def _article(middle: str) -> str:
    return f"<title>The lighthouse is to be sold</title><article>{_LEAD}{middle}{_END}</article>"


@pytest.mark.parametrize(
    "below",
    [
        '<p><b>[</b><a href="/x">Harbour Gazette</a><b>]</b></p>',
        "<p>[via Harbour Gazette]</p>",
        "<p>[Harbour Gazette]</p>",
    ],
)
def test_a_name_in_brackets_below_a_block_quotation_is_its_source(below: str) -> None:
    quoted_words = "<blockquote>Selling the light would be a mistake, and a costly one.</blockquote>"
    article = page(_article(quoted_words + below))
    (quoted,) = [one for one in article.paragraphs if one.role == "blockquote"]
    assert quoted.source is not None
    assert article.text[quoted.source.start : quoted.source.end] == "Harbour Gazette"


def test_excerpts_with_their_sources_in_plain_text() -> None:
    text = (
        "What the papers make of the new bridge, which opened to the public on Sunday morning:\n\n"
        "The bridge is a folly. It leads nowhere, and it took nine years to get there.\n\n[ Harbour Gazette ]\n\n"
        "How Long Will It Last\n\n"
        "Nobody has asked the engineers, who give it forty years at the most.\n\nThat is not much.\n\n[Island Post]\n"
    )
    article = plain(text)
    quoted = [one for one in article.paragraphs if one.role == "blockquote"]
    assert [
        (article.text[one.start :][:12], article.text[one.source.start : one.source.end])
        for one in quoted
        if one.source
    ] == [
        ("The bridge i", "Harbour Gazette"),
        ("Nobody has a", "Island Post"),
        ("That is not ", "Island Post"),
    ]  # fmt: skip
    assert {one.text[:10] for one in find_quotes(article)} >= {"The bridge", "Nobody has"}


@pytest.mark.parametrize("stage", ["[Applause]", "[LAUGHTER]", "[Video clip]", "[end of tape]", "[Music playing]"])
def test_stage_directions_are_no_sources(stage: str) -> None:
    text = f"Thank you all for coming here tonight, my friends.\n\n{stage}\n\nAnd now to the war.\n\n{stage.lower()}\n"
    assert "blockquote" not in [role for role, _ in roles(plain(text))]


@pytest.mark.parametrize(
    "own",
    [
        "A lighthouse is more than a lamp on a stick.",
        "Today I will show you how to keep one in good order.",
    ],
)
def test_what_a_page_sets_large_without_naming_anybody_is_its_own(own: str) -> None:
    article = page(_article(f"<blockquote><p>{own}</p></blockquote>"))
    assert ("body", own) in roles(article)


@pytest.mark.parametrize(
    "middle",
    [
        "<p>The mayor put it like this:</p><blockquote>It is only a lamp.</blockquote>",
        "<p>The mayor wrote about it on Friday.</p><blockquote>It is only a lamp.</blockquote>",
        "<p>The mayor was clear.</p><blockquote>It is only a lamp.</blockquote><p>She added that it leaks.</p>",
        "<blockquote>It is only a lamp. <footer>Ada Obi</footer></blockquote>",
        "<blockquote>“It is only a lamp.”</blockquote>",
        "<p>Ada Obi was furious.</p><blockquote>It is only a lamp.</blockquote>",
        "<p>Nobody could calm her.</p><blockquote>It is only a lamp.</blockquote>",
        "<blockquote>It is only a lamp.</blockquote><p>Ada Obi on Truth Social, May 1</p>",
        '<p>See <a href="/minutes">the minutes</a>.</p><blockquote>It is only a lamp.</blockquote>',
    ],
)
def test_what_is_led_over_to_or_signed_is_quoted(middle: str) -> None:
    assert "blockquote" in [role for role, _ in roles(page(_article(middle)))]


def test_a_block_that_reports_words_in_marks_is_read_like_a_paragraph() -> None:
    article = page(
        _article("<blockquote>She told the board instead: “The lamp is mine, and I shall keep it.”</blockquote>")
    )
    assert [one.text for one in find_quotes(article)] == ["The lamp is mine, and I shall keep it."]


def test_a_request_to_readers_in_a_block_quotation_is_no_quotation() -> None:
    asked = "Do you have a story about a lighthouse? Email the writer at the address below, and we will be in touch."
    assert asked not in page(_article(f"<blockquote>{asked}</blockquote>")).text


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_a_post_pasted_with_its_signature_below(between: str) -> None:
    words = "Resolved today:\nThe lamp stays on all night."
    signed = f"{words}{between}— The Island Council (@isle) May 4, 2024"
    text = f"The council shared its decision.\n\n{signed}\n\nNobody objected.\n"
    article = plain(text)
    (post,) = [one for one in find_quotes(article) if one.kind == "post"]
    assert (post.text, post.speakers) == (words, ("Island Council",))
    assert article.text == text


def test_a_post_in_a_text_without_empty_lines_is_the_line_above_its_signature() -> None:
    signed = "The lamp stays on.\n— The Island Council (@isle) May 4, 2024"
    text = f"The council met.\nIt was late.\n{signed}\nNobody objected.\n"
    (post,) = [one for one in find_quotes(plain(text)) if one.kind == "post"]
    assert post.text == "The lamp stays on."


def test_teasers_whose_heading_stands_in_a_box_of_its_own_give_nothing() -> None:
    prose = "<p>" + "The lamp was lit again on Monday, and people came to look at it from far away. " * 9 + "</p>"
    teasers = "".join(
        f'<article><header><h2><a href="/{number}">Story number {number}</a></h2></header>'
        f'<div><p>"Nobody asked us," said the keeper of house {number}.</p></div></article>'
        for number in range(3)
    )
    markup = f"<title>The lamp is lit</title><main><div><h1>The lamp is lit</h1>{prose * 3}</div>{teasers}</main>"
    assert "keeper of house" not in draft_from_html(markup).text


def test_a_list_of_other_stories_ends_the_article() -> None:
    more = (
        '<div class="heading-h3">More great Gazette stories</div><ul><li>How <a href="/a">to light a lamp</a></li></ul>'
    )
    assert "light a lamp" not in page(_article(f"{_END * 4}{more}").replace("</article>", "", 1)).text.replace(_END, "")


def test_a_page_that_writes_no_body_element_is_read() -> None:
    article = page("<!doctype html><title>Rain</title><main><h1>Rain</h1><p>“So,” she said.</p></main>")
    assert roles(article) == [("headline", "Rain"), ("body", "“So,” she said.")]


@pytest.mark.parametrize("form", ["markdown", "html"])
def test_our_own_exports_read_back_name_no_speaker_where_there_was_none(form: str) -> None:
    source = Source("x", "Rumours at the quay", ("Lena Marsh",), outlet="The Weir Gazette")
    words = "The ferry will never sail again, not this year and not the next."
    exported = EXPORTERS[form].export([cited(source, words)])
    assert "Unattributed" in exported
    draft = draft_from_html(exported) if form == "html" else draft_from_markdown(exported)
    (quote,) = find_quotes(finished(draft))
    assert (quote.text, quote.speakers) == (words, ())
