"""What stands beside an article on its page, under whatever name, gives no text."""

from __future__ import annotations

import pytest
from tests.read.pages import page

_PROSE = "".join(
    f"<p>On day {number} the lamp was lit again, and people came from far away to look at it for hours.</p>"
    f"<p>“Nobody asked us {number} times,” said Ada Obi, the keeper, who has lived in the tower with her dogs.</p>"
    for number in range(3, 9)
)
_BESIDE = {
    "responses": '<section id="responses"><h2>3 Responses</h2><p>Bo says: “Elsewhere,” he did.</p></section>',
    "thoughts": "<div><h3>5 thoughts on “The lamp is lit”</h3><ol><li><p>Bo said “Elsewhere”.</p></li></ol></div>",
    "comments counted": "<div><h4>1,204 comments</h4><p>“Elsewhere,” wrote Bo to everybody in the room.</p></div>",
    "testimonials": '<div class="testimonials"><blockquote>“Elsewhere”<footer>A reader</footer></blockquote></div>',
    "ticker": '<div class="breaking-news-ticker"><p>“Elsewhere,” says the president of the isle.</p></div>',
    "a card": '<div><header><h3><a href="/1">A keeper</a></h3></header><p>“Elsewhere,” he said.</p></div>',
    "a request": "<blockquote>Do you have a tip for us? “Elsewhere” is not enough. Email the writer.</blockquote>",
    "an advertisement": "<p>Advert</p>",
}


@pytest.mark.parametrize("name", _BESIDE)
@pytest.mark.parametrize("place", ["in", "after"])
def test_what_stands_beside_an_article(name: str, place: str) -> None:
    inside, after = (_BESIDE[name], "") if place == "in" else ("", _BESIDE[name])
    article = page(
        f"<title>Lit</title><body><main><article><h1>Lit</h1><div>{_PROSE}{inside}</div></article>{after}</main></body>"
    )
    assert "Elsewhere" not in article.text
    assert "Advert" not in article.text
    assert article.text.count("Nobody asked us") == 6


def test_the_next_story_of_an_endless_page() -> None:
    second = (
        f"<article><h1>The storm is over</h1>{_PROSE.replace('lamp', 'storm').replace('Nobody', 'Somebody')}</article>"
    )
    article = page(f"<title>Lit</title><main><article><h1>Lit</h1>{_PROSE}</article>{second}</main>")
    assert "Somebody" not in article.text


def test_a_live_page_keeps_its_posts() -> None:
    posts = "".join(f"<article><h2>At {hour}</h2><p>“It is {hour},” said Ada Obi.</p></article>" for hour in range(9))
    article = page(f"<title>Lit</title><main><h1>Lit</h1>{posts}</main>")
    assert article.text.count("said Ada Obi") == 9
