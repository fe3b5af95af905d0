"""Pages that mislead: data of another story, stories that follow on the same page, days in an order of their own."""

from __future__ import annotations

import json
from typing import Any

from tests.read.pages import page

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
