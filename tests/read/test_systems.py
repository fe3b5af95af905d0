"""What common content-management systems print about an article, in markup of our own: who, when, where."""

from __future__ import annotations

import pytest
from tests.read.pages import page

_BODY = (
    "<p>The lamp was lit again on Monday, and people came from far away to look at it for hours.</p>"
    "<p>“Nobody asked us,” said Ada Obi, the keeper, who has lived in the tower for thirty years with her dogs.</p>"
) * 4


def _page(head: str, body: str, language: str = "en") -> str:
    return (
        f'<!doctype html><html lang="{language}"><head><title>The lamp is lit</title>{head}</head>'
        f"<body>{body}</body></html>"
    )


def _ld(text: str) -> str:
    return f'<script type="application/ld+json">{text}</script>'


_ARTICLE = f"<article><h1>The lamp is lit</h1>{_BODY}</article>"
_OTHER = '{"@type":"NewsArticle","headline":"Another story","datePublished":"2020-01-01","author":"Bo Li"}'
_OURS = '{"@type":"NewsArticle","headline":"The lamp is lit","datePublished":"2022-08-09","author":"Kim Lee"}'

_CASES: dict[str, tuple[str, dict[str, object]]] = {
    "a graph of nodes that refer to each other": (
        _page(
            _ld(
                '{"@graph":[{"@type":"WebPage","@id":"/#page","datePublished":"2024-05-03T10:00:00+00:00"},'
                '{"@type":"Article","author":{"@id":"/#kim"},"headline":"The lamp is lit","publisher":{"@id":"/#us"},'
                '"datePublished":"2024-05-03T10:00:00+00:00","dateModified":"2024-05-06T10:00:00+00:00"},'
                '{"@type":"Organization","@id":"/#us","name":"Shore News"},'
                '{"@type":"Person","@id":"/#kim","name":"Kim Lee"}]}'
            ),
            _ARTICLE,
        ),
        {"authors": ("Kim Lee",), "published": "2024-05-03", "updated": "2024-05-06", "outlet": "Shore News"},
    ),
    "a list of other stories before the article's own": (
        _page(_ld(f'{{"@type":"ItemList","itemListElement":[{{"item":{_OTHER}}}]}}') + _ld(_OURS), _ARTICLE),
        {"title": "The lamp is lit", "authors": ("Kim Lee",), "published": "2022-08-09"},
    ),
    "an array with another story first": (
        _page(_ld(f"[{_OTHER},{_OURS}]"), _ARTICLE),
        {"title": "The lamp is lit", "authors": ("Kim Lee",), "published": "2022-08-09"},
    ),
    "the canonical address tells whose data it is": (
        _page(
            '<link rel="canonical" href="https://shore.example/a/lamp">'
            + _ld(
                '{"@type":"NewsArticle","url":"https://shore.example/a/x","datePublished":"2020-01-01","headline":"X"}'
            )
            + _ld('{"@type":"NewsArticle","url":"https://shore.example/a/lamp","datePublished":"2022-08-09"}'),
            _ARTICLE,
        ),
        {"published": "2022-08-09", "url": "https://shore.example/a/lamp"},
    ),
    "damaged JSON": (
        _page(
            _ld(
                '{"@type":"NewsArticle","headline":"The "lamp" is lit","author":{"@type":"Person","name":"Kim Lee"},'
                '"publisher":{"@type":"Organization","name":"Shore News"},"datePublished":"2022-08-09T09:00:00+02:00",}'
            ),
            _ARTICLE,
        ),
        {"authors": ("Kim Lee",), "published": "2022-08-09", "outlet": "Shore News"},
    ),
    "a theme without any metadata": (
        _page(
            "",
            '<div class="post"><h2 class="entry-title">The lamp is lit</h2><p class="postmetadata">Posted on '
            '<abbr title="2011-03-04T09:12:00">March 4th, 2011</abbr> by <span class="author vcard"><a class="fn n">'
            f'Kim Lee</a></span></p><div class="entry">{_BODY}</div></div><ol class="commentlist"><li class="comment">'
            '<cite class="fn">Bo</cite><div class="commentmetadata">April 9th, 2012</div></li></ol>',
        ),
        {"authors": ("Kim Lee",), "published": "2011-03-04"},
    ),
    "a publication on a platform": (
        _page(
            '<link rel="canonical" href="https://lamps.substack.com/p/the-lamp">'
            + _ld(
                '{"@type":"NewsArticle","headline":"The lamp is lit","datePublished":"2024-01-05T11:01:34+00:00",'
                ' "author":[{"name":"Kim Lee"}],"publisher":{"@type":"Organization","name":"Lamp Letters"}}'
            ),
            _ARTICLE,
        ),
        {"outlet": "Lamp Letters", "authors": ("Kim Lee",), "published": "2024-01-05"},
    ),
    "a platform whose page names no publication": (
        _page('<link rel="canonical" href="https://medium.com/@kim/the-lamp-1a2b">', _ARTICLE),
        {"outlet": "Medium"},
    ),
    "JSON in parsely-page": (
        _page(
            '<meta name="parsely-page" content=\'{"pub_date":"2017-06-30T22:00:00Z","author":"Kim Lee"}\'>', _ARTICLE
        ),
        {"authors": ("Kim Lee",), "published": "2017-06-30"},
    ),
    "microdata, and a comment's": (
        _page(
            "",
            '<article itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">The lamp is lit</h1>'
            '<span itemprop="author" itemscope itemtype="http://schema.org/Person"><b itemprop=name>Kim Lee</b></span>'
            '<meta itemprop="datePublished" content="2016-05-06T07:00:00Z"><div itemprop="publisher" itemscope '
            f'itemtype="https://schema.org/Organization"><meta itemprop="name" content="Shore News"></div>{_BODY}'
            '<div itemprop="comment" itemscope itemtype="https://schema.org/Comment">'
            '<time itemprop="datePublished" datetime="2018-01-01">x</time></div></article>',
        ),
        {"authors": ("Kim Lee",), "published": "2016-05-06", "outlet": "Shore News"},
    ),
    "who reported and who edited, below": (
        _page(
            "",
            "<article><h1>The lamp is lit</h1><div>By <a>Kim Lee</a> and <a>Bo Li</a></div><p>May 5, 2023</p>"
            f"{_BODY}<p>Reporting by Kim Lee in Douglas and Bo Li in London; Editing by Jo Field</p></article>",
        ),
        {"authors": ("Kim Lee", "Bo Li"), "published": "2023-05-05"},
    ),
    "only who reported": (
        _page(
            "", f"<article><h1>The lamp is lit</h1>{_BODY}<p>Reporting by Kim Lee; Editing by Jo Field</p></article>"
        ),
        {"authors": ("Kim Lee",)},
    ),
    "a moment in Greenwich, and the evening before in print": (
        _page(
            '<meta property="article:published_time" content="2023-02-04T00:30:00Z">',
            f'<article><h1>The lamp is lit</h1><p class="date">7:30 PM EST, February 3, 2023</p>{_BODY}</article>',
        ),
        {"published": "2023-02-03"},
    ),
    "a moment in Greenwich, and the day before in print": (
        _page(
            '<meta property="article:published_time" content="2023-02-04T02:30:00Z">',
            f'<article><h1>The lamp is lit</h1><p class="date">February 3, 2023</p>{_BODY}</article>',
        ),
        {"published": "2023-02-03"},
    ),
    "an accelerated page": (
        _page(
            '<link rel="canonical" href="https://shore.example/lamp.html">' + _ld(_OURS),
            _ARTICLE + "<amp-sidebar><p>“Menu,” said the site.</p></amp-sidebar>",
        ),
        {"url": "https://shore.example/lamp.html", "authors": ("Kim Lee",)},
    ),
    "times of other stories around": (
        _page(
            "",
            '<aside><a href="/o"><h3>Other</h3><time datetime="2019-01-01">2019</time></a></aside><main><h1>The lamp'
            f' is lit</h1><div>Published <time datetime="2022-10-11">11 Oct 2022</time></div>{_BODY}</main>'
            '<section class="related"><time datetime="2023-01-01">1 Jan 2023</time></section>',
        ),
        {"published": "2022-10-11"},
    ),
    "a day and a month that only the country tells apart": (
        _page("", f'<article><h1>The lamp is lit</h1><p class="date">03/04/2022</p>{_BODY}</article>', "en-GB"),
        {"published": "2022-04-03", "language": "en-GB"},
    ),
}


@pytest.mark.parametrize("name", _CASES)
def test_what_a_system_prints_is_read(name: str) -> None:
    markup, wanted = _CASES[name]
    article = page(markup, url="https://www.google.com/amp/s/shore.example/lamp" if "accelerated" in name else None)
    found = {field: getattr(article, field) for field in wanted}
    dates = {field: str(value) for field, value in found.items() if field in {"published", "updated"}}
    assert found | dates == wanted
    assert "Menu" not in article.text
