"""Pages that mislead: data of another story, stories that follow on the same page, days in an order of their own."""

from __future__ import annotations

import json
from typing import Any

import pytest
from tests.read.pages import page, roles

TITLE = "Harbor bridge to open in spring"
PROSE = (
    "<p>The harbor bridge will open in the spring, the city said on Monday, after three years of costly repairs.</p>"
    "<p>“We waited three years,” Mayor Ada Marlow said. “Now we can see the result of all that noise.”</p>"
)


def story(lines: str = "", head: str = "", behind: str = "") -> str:
    return (
        f"<html><head><title>{TITLE}</title>{head}</head><body><div class='story'><h1>{TITLE}</h1>{lines}"
        f"<div>{PROSE}</div></div>{behind}</body></html>"
    )


def data(**properties: Any) -> str:
    node = {
        "@type": "NewsArticle",
        "headline": "Ferry line raises its fares",
        "datePublished": "2023-03-10T08:00:00Z",
        "author": {"@type": "Person", "name": "Tom Bell"},
        "publisher": {"@type": "Organization", "name": "Saltmouth Courier"},
    } | properties
    return f"<script type='application/ld+json'>{json.dumps(node)}</script>"


def test_the_data_of_another_story_gives_way_to_what_the_page_prints() -> None:
    found = page(story("<p class='byline'>By Nora Finch</p><p class='date'>March 14, 2023</p>", data()))
    assert (found.title, found.authors, str(found.published)) == (TITLE, ("Nora Finch",), "2023-03-14")
    assert found.outlet == "Saltmouth Courier"
    assert any(one.note == "of an article with another headline" for one in found.evidence)


def test_the_data_of_the_story_by_another_headline_is_believed() -> None:
    found = page(story("<p>By N. Finch</p>", data(headline="Harbor bridge will be free of charge")))
    assert (found.authors, str(found.published)) == (("Tom Bell",), "2023-03-10")


@pytest.mark.parametrize(("last", "day"), [("12-14-2009", "2009-12-03"), ("14-12-2009", "2009-03-12"), ("", "2009")])
def test_the_order_of_a_day_in_numbers_by_the_pages_other_days(last: str, day: str) -> None:
    posts = "".join(
        f"<table><tr><td>{when}, 09:41 PM</td></tr><tr><td>{words}</td></tr></table>"
        for when, words in (
            ("12-03-2009", "Does anybody here know when the harbor bridge will be open to us again this year?"),
            (last, "Thanks to all, I will take the ferry then, though it costs me twice as much as before."),
        )
    )
    found = page(f"<html><head><title>When will it open?</title></head><body><div>{posts}</div></body></html>")
    assert str(found.published) == day


@pytest.mark.parametrize(
    "lines",
    [
        "<p>Argued: November 9, 2021<br>Decided: March 14, 2022</p>",
        "<p>Argued November 9, 2021</p><p>Decided March 14, 2022</p>",
        "<p>Submitted on 9 November 2021</p><p>Filed 14 March 2022</p>",
    ],
)
def test_a_courts_opinion_is_of_the_day_of_its_decision(lines: str) -> None:
    assert str(page(story(lines)).published) == "2022-03-14"


def test_a_day_with_spaces_behind_its_stops() -> None:
    lines = "<div class='info'>김민수 기자 입력 2021. 04. 09. 오후 3:20 수정 2021. 04. 10. 오전 9:01</div>"
    found = page(story(lines))
    assert (str(found.published), str(found.updated)) == ("2021-04-09", "2021-04-10")


NEXT = (
    "<div class='story'><h1>Ferry line raises its fares</h1><div>By Tom Bell, March 13, 2023</div>"
    "<div><p>The ferry line will raise its fares by a tenth from April, its owner said in a letter to passengers.</p>"
    "<p>“We have no choice,” owner Piet Vos said. “Fuel costs twice what it did when we began.”</p></div></div>"
)


def test_the_next_story_in_a_box_like_the_articles_own_is_not_read() -> None:
    found = page(story("<div>By Nora Finch, March 14, 2023</div>", behind=NEXT))
    assert found.authors == ("Nora Finch",)
    assert "ferry" not in found.text.casefold()
    assert "“Now we can see" in found.text


@pytest.mark.parametrize("heading", [f"Re: {TITLE}", TITLE])
def test_a_reply_in_a_box_like_the_articles_own_is_read(heading: str) -> None:
    behind = NEXT.replace("Ferry line raises its fares", heading)
    assert "Fuel costs twice" in page(story("<div>By Nora Finch, March 14, 2023</div>", behind=behind)).text


def test_a_part_of_the_article_that_nobody_signs_is_read() -> None:
    behind = NEXT.replace("By Tom Bell, March 13, 2023", "What it means for the ferry")
    assert "Fuel costs twice" in page(story("<div>By Nora Finch, March 14, 2023</div>", behind=behind)).text


@pytest.mark.parametrize(
    "day",
    ["4-Mar-21", "March 4th, '21", "४ मार्च २०२१", "4 мар 2021", "4 bře 2021", "4 mrt 2021", "4 Μαρ 2021", "4 märz ’21"],
)
def test_short_years_digits_and_months_of_other_writings(day: str) -> None:
    assert str(page(story(f"<div>{day}</div>")).published) == "2021-03-04"


def test_a_short_year_that_is_still_to_come_is_of_the_last_century() -> None:
    assert str(page(story("<div>4-Mar-87</div>")).published) == "1987-03-04"


@pytest.mark.parametrize("line", ["The 4-Mar-2 boat sailed", "Built in '21", "Turn to page 4-march-211"])
def test_what_is_no_short_year(line: str) -> None:
    assert page(story(f"<div>{line}</div>")).published is None


def test_all_writers_of_data_that_is_no_json() -> None:
    broken = data(author=[{"@type": "Person", "name": "Nora Finch"}, {"@type": "Person", "name": "Tom Bell"}])
    found = page(story(head=broken.replace("Ferry line", 'Ferry "line')))
    assert found.authors == ("Nora Finch", "Tom Bell")


def test_characters_that_were_escaped_twice() -> None:
    words = "<p>&amp;ldquo;We asked,&amp;rdquo; he said. &amp;quot;It&amp;#8217;s Bell &amp;amp; Sons&amp;quot;</p>"
    assert '“We asked,” he said. "It’s Bell & Sons"' in page(story(behind=words)).text


def test_a_page_that_tells_of_such_characters_keeps_them() -> None:
    told = "<p>Write &amp;ldquo; and &amp;rdquo; around what you quote, and <code>a&amp;amp;b</code> in an address.</p>"
    assert "Write &ldquo; and &rdquo; around" in page(story(behind=told)).text


@pytest.mark.parametrize("line", ["Nora Finch · Published: 14.03.23, 18:05 Uhr", "Nora Finch | 14/03/23"])
def test_a_writer_before_a_day_with_a_short_year(line: str) -> None:
    found = page(story(f"<div>{line}</div>"))
    assert (found.authors, str(found.published)) == (("Nora Finch",), "2023-03-14")
    assert ("byline", line) in roles(found)


def test_what_was_submitted_and_never_decided_is_of_that_day() -> None:
    assert str(page(story("<p>Submitted on 9 November 2021</p>")).published) == "2021-11-09"
