"""Saved pages as users have them: copies in archives, relative dates, posts, data for scripts, heads."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.read.pages import page, roles
from tests.read.reading import only_article, paragraphs, read_bytes

TITLE = "Otters move into the town baths"
LINES = [
    "The otters of Brackmouth have taken the shallow end, and the lifeguards have given them the mornings for now.",
    "“They were here before the tiles,” said Wilma Croy, who has kept the baths since the last king was crowned.",
    "The council will count the towels on Monday, and has asked the public not to bring any fish to the building.",
    "Nobody has been bitten so far, although a snorkel is missing and the clock above the door has been unwound.",
]
PROSE = "".join(f"<p>{line}</p>" for line in LINES)
NAV = "<nav>" + "".join(f'<a href="/{place}">Part {place}</a>' for place in range(30)) + "</nav>"


def story(lines: str = "", head: str = "", behind: str = "", title: str = TITLE, html: str = "<html lang='en'>") -> str:
    return (
        f"<!DOCTYPE html>{html}<head><title>{title}</title>{head}</head><body>{NAV}<main><h1>{TITLE}</h1>{lines}"
        f"{PROSE}</main>{behind}</body></html>"
    )


WAYBACK = (
    '<script>__wm.wombat("http://www.brackpost.example/otters","20190614093011","https://web.archive.org/",'
    '"web","https://web-static.archive.org/_static/","1560504611");</script>'
)
SINGLE_FILE = (
    "<!--\n Page saved with SingleFile \n url: https://www.brackpost.example/otters \n"
    " saved date: Fri Jun 14 2019 09:30:11 GMT+0000 (GMT)\n-->"
)


@pytest.mark.parametrize(
    ("told", "day"),
    [
        ("2 hours ago", "2019-06-14"),
        ("14 hours ago", "2019-06-13"),
        ("Published yesterday", "2019-06-13"),
        ("3 days ago", "2019-06-11"),
        ("a week ago", "2019-06"),
        ("a month ago", None),  # April or May: the year alone
        ("vor 3 Tagen", "2019-06-11"),
        ("il y a 3 jours", "2019-06-11"),
        ("hace 3 días", "2019-06-11"),
        ("3 giorni fa", "2019-06-11"),
        ("gestern", "2019-06-13"),
        ("3d · ", "2019-06-11"),
        ("3日前", "2019-06-11"),
    ],
)
@pytest.mark.parametrize("kind", ["wayback", "SingleFile"])
def test_a_day_told_from_the_day_of_the_copy(told: str, day: str | None, kind: str) -> None:
    head = WAYBACK if kind == "wayback" else ""
    found = page(story(f"<p>{told}</p>", head, html="<html>" if kind == "wayback" else f"<html>{SINGLE_FILE}"))
    assert str(found.published) == (day or "2019")
    assert found.url == f"http{'' if kind == 'wayback' else 's'}://www.brackpost.example/otters"
    assert str(found.archived if kind == "wayback" else found.accessed) == "2019-06-14"


def test_how_long_ago_is_no_date_without_the_day_of_the_copy() -> None:
    assert page(story("<p>2 hours ago</p>")).published is None


def test_a_copy_in_archive_today() -> None:
    head = (
        '<meta property="og:site_name" content="archive.ph"><meta property="og:url" content="https://archive.ph/Ab1cD">'
        '<link rel="canonical" href="https://archive.ph/2022.11.09-181500/https://brackpost.example/otters">'
        '<meta property="article:published_time" content="2022-11-09T18:15:00Z">'
    )
    found = page(story("<div>Jane Fallow</div><div>Nov. 7, 2022 5:00 am ET</div>", head, title=f"{TITLE} - Brack Post"))
    assert (found.url, found.outlet) == ("https://brackpost.example/otters", "Brack Post")
    assert (str(found.published), str(found.archived), found.authors) == ("2022-11-07", "2022-11-09", ("Jane Fallow",))


@pytest.mark.parametrize(
    ("lines", "authors", "published", "updated"),
    [
        ("<p>di <b>Ettore Salvi</b></p>", ("Ettore Salvi",), "None", "None"),
        (
            "<p>Autor: <b>Jan Brzoza</b> <span>Dodano: 17 września 2020, 10:14 / Zmodyfikowano: 18.09.2020</span>",
            ("Jan Brzoza",), "2020-09-17", "2020-09-18",
        ),
        (
            "<div>Par <a>Solène Quint</a> (Brack)<i>Publié le 14 février 2024, modifié le 15 février 2024</i></div>",
            ("Solène Quint",), "2024-02-14", "2024-02-15",
        ),
        ("<div>3 октября 2012, 18:40 | Автор: Ирина Солянова</div>", ("Ирина Солянова",), "2012-10-03", "None"),
        ("<p>12 May 2021 | By Marlo Finch | Photos by Peg Arden</p>", ("Marlo Finch",), "2021-05-12", "None"),
        ("<p>كتب: سامر الحداد - ٤ ديسمبر ٢٠٢١</p>", ("سامر الحداد",), "2021-12-04", "None"),
        ("<p>2022年3月8日</p><p>【記者・高瀬直人】</p>", ("高瀬直人",), "2022-03-08", "None"),
        ("<p>June 3, 2020 | Updated June 5, 2020 4:10 p.m.</p>", (), "2020-06-03", "2020-06-05"),
        ("<p>·6 min read·Mar 2, 2021</p>", (), "2021-03-02", "None"),
        ("<div>Submetido por <a>Beatriz Moita</a> em qui, 02/11/2023</div>", ("Beatriz Moita",), "2023", "None"),
        ("<p>Pubblicato da: Nina Scogli il 3 ottobre 2021 in Porti</p>", ("Nina Scogli",), "2021-10-03", "None"),
        ("<p>a.example • by Nina Scogli • Mar 3, 2021</p>", ("Nina Scogli",), "2021-03-03", "None"),
        ("<p>Haber: Deniz Akta <span class='date'>Yayınlanma: 14 Şubat 2024 - 09:15</span></p>", ("Deniz Akta",),
         "2024-02-14", "None"),
        ("<p>Συντάκτης: Νίκος Αλεξίου | 14 Φεβρουαρίου 2024, 09:15</p>", ("Νίκος Αλεξίου",), "2024-02-14", "None"),
        ("<p>입력 2022.03.08 21:15 | 수정 2022.03.09 09:00 | 김서연 기자</p>", ("김서연",), "2022-03-08", "2022-03-09"),
        ("<p>2022年03月08日 21:15　来源：海湾晚报　作者：陈思远</p>", ("陈思远",), "2022-03-08", "None"),
        ("<p>Door: redacteur Joost Verhulst</p>", ("Joost Verhulst",), "None", "None"),
        ("<p>Por Bia Farias, g9 Litoral</p>", ("Bia Farias",), "None", "None"),
        ("<p><span class='date'>14 февраля 2024</span><span class='author'>Марина Лещук</span></p>", ("Марина Лещук",),
         "2024-02-14", "None"),
        ("<p>3 May 2022</p><p><span>Updated</span>4 May 2022</p>", (), "2022-05-03", "2022-05-04"),
        ("<div>April 8, 2019 Issue</div><time>April 1, 2019</time>", (), "2019-04-01", "None"),
        ("<ul><li>9:05 pm</li><li>No Comments</li></ul><p>Post Staff Writer</p>", (), "None", "None"),
    ],
)  # fmt: skip
def test_the_line_of_writer_and_day(lines: str, authors: tuple[str, ...], published: str, updated: str) -> None:
    found = page(story(lines))
    assert (found.authors, str(found.published), str(found.updated)) == (authors, published, updated)
    assert [text for role, text in roles(found) if role == "body"] == LINES


def test_the_day_of_a_change_beside_the_day_when_it_came_out() -> None:
    times = (
        '<span><time class="updated" datetime="2024-02-14T08:03:00+00:00">February 14, 2024</time>'
        '<time class="entry-date published" datetime="2024-02-13T22:41:07+00:00">February 13, 2024</time></span>'
    )
    found = page(story(times, '<meta property="article:published_time" content="2024-02-13T22:41:07Z">'))
    assert (str(found.published), str(found.updated)) == ("2024-02-13", "2024-02-14")


def test_the_days_of_comments_members_and_other_stories_are_not_the_articles() -> None:
    comments = '<ol class="comment-list"><li><time datetime="2021-01-05">5 January 2021</time> So it is.</li></ol>'
    assert str(page(story("<div>7 October 2022</div>", behind=comments)).published) == "2022-10-07"
    assert page(story(behind='<div class="related-posts"><h3>Seals</h3><p>6 March 2023</p></div>')).published is None
    found = page(story("<div>Joined: Sat Feb 03, 2007</div><div>by gaff » Tue Nov 12, 2013 9:41 pm</div>"))
    assert str(found.published) == "2013-11-12"


@pytest.mark.parametrize(
    ("host", "day"),
    [("brackpost.ie", "2019-11-05"), ("brackpost.co.uk", "2019-11-05"), ("brackpost.us", "2019-05-11")],
)
def test_the_order_of_a_date_by_the_country_of_the_host(host: str, day: str) -> None:
    head = f'<meta property="og:url" content="https://www.{host}/news/otters">'
    assert str(page(story("<div>05/11/2019</div>", head, html="<html>")).published) == day
    elsewhere = head.replace(host, "brackpost.io")
    assert str(page(story("<div>05/11/2019</div>", elsewhere, html="<html>")).published) == "2019"


def test_an_encyclopedias_headline_is_its_description() -> None:
    data = {"@type": "Article", "name": TITLE, "headline": "baths in Brackmouth", "datePublished": "2006-02-03"}
    script = f'<script type="application/ld+json">{json.dumps(data)}</script>'
    assert page(story(head=script, title=f"{TITLE} - Brackpedia")).title == TITLE


@pytest.mark.parametrize(
    ("language", "tail", "outlet"),
    [("cs", " - Hlas zátoky", "Hlas zátoky"), ("el", " - Η Φωνή του Κόλπου", "Η Φωνή του Κόλπου"),
     ("en", " - what we know", None), ("zh", "_海湾晚报", "海湾晚报"), ("fr", " - Jeanne Moreau", None)],
)  # fmt: skip
def test_the_end_of_a_title_in_languages_with_few_capitals(language: str, tail: str, outlet: str | None) -> None:
    assert page(story(title=f"{TITLE}{tail}", html=f"<html lang='{language}'>")).outlet == outlet


def test_the_film_that_a_page_is_of_names_its_author() -> None:
    def film(name: str) -> str:
        person = 'itemscope itemtype="http://schema.org/Person"'
        author = f'<span itemprop="author" {person}><link itemprop="name" content="Slack Water"></span>'
        told = f'<meta itemprop="name" content="{name}">{author}'
        return f'<div itemscope itemtype="http://schema.org/VideoObject">{told}</div>'

    assert page(story(film(TITLE), title=f"{TITLE} - YouTube")).authors == ("Slack Water",)
    assert page(story(film("Seals sing"))).authors == ()


@pytest.mark.parametrize(
    ("title", "foot", "outlet"),
    [
        (f"{TITLE} « The Creek Post", "", "The Creek Post"),
        (f"{TITLE} - Вестник Эстуария", "", "Вестник Эстуария"),
        (f"{TITLE} | by Dot Farrier | The Slipway | Medium", "", "The Slipway"),
        (f"{TITLE} / Les loutres - Ville de Brac", "", "Ville de Brac"),
        (f"{TITLE} - Brackpedia", "<div>© 2012 Brackpedia</div>", "Brackpedia"),
        (
            "Brack Post - Print version",
            "<p>Article printed from the Brack Post: http://brackpost.example</p>",
            "Brack Post",
        ),
    ],
)
def test_whose_page_it_is(title: str, foot: str, outlet: str) -> None:
    found = page(story(title=title, behind=foot))
    assert (found.outlet, found.title) == (outlet, TITLE)
    assert [text for role, text in roles(found) if role == "body"] == LINES


ISLANDS = [
    ("next", {"headline": TITLE, "byline": "By Tamsin Roe", "body": [{"type": "p", "text": one} for one in LINES]}),
    ("data", {"title": TITLE, "author": {"name": "Tamsin Roe"}, "bodyHtml": PROSE}),
    ("arc", {"headline": TITLE, "authors": ["Tamsin Roe"], "content_elements":
             [{"type": "image", "content": "No."}, *({"type": "text", "content": one} for one in LINES)]}),
    ("rendered", {"title": TITLE, "author": "Tamsin Roe", "content": {"rendered": PROSE}}),
    ("portable", {"title": TITLE, "author": "Tamsin Roe",
                  "body": [{"_type": "block", "children": [{"text": one[:20]}, {"text": one[20:]}]} for one in LINES]}),
]  # fmt: skip


@pytest.mark.parametrize(("name", "article"), ISLANDS, ids=[name for name, _ in ISLANDS])
def test_an_article_that_a_page_holds_as_data(name: str, article: dict[str, object]) -> None:
    held = json.dumps({"props": {"related": [{"body": ["Seals sing. " * 90]}], "page": {"article": article}}})
    found = page(
        f"<html><head><title>{TITLE}</title></head><body><div>{NAV}<h1>{TITLE}</h1><p>Brack Ltd, 1 Mill Lane.</p></div>"
        f'<script id="{name}" type="application/json">{held}</script></body></html>'
    )
    assert [text for role, text in roles(found) if role == "body"] == LINES
    assert (found.title, found.authors) == (TITLE, ("Tamsin Roe",))


def test_data_gives_way_to_what_the_page_prints() -> None:
    held = json.dumps({"headline": TITLE, "body": [f"{line} Or so it was once." for line in LINES]})
    found = page(story(behind=f'<script type="application/json">{held}</script>'))
    assert [text for role, text in roles(found) if role == "body"] == LINES


def test_data_of_scripts_and_menus_is_no_article() -> None:
    code = "<script>window.ads = [];</script><p>Menu</p>" * 40 + f"<!-- {'x' * 400} -->"
    held = json.dumps({"title": TITLE, "html": code})
    data = f'<script type="application/json">{held}</script>'
    found = page(
        f"<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1><p>{LINES[0]}</p>{data}</body></html>"
    )
    assert [text for role, text in roles(found) if role == "body"] == [LINES[0]]


SAID = "We had hoped to keep the otters out of the sauna. The otters decided otherwise."


@pytest.mark.parametrize(
    "body",
    [
        "<div id='root'></div>",
        f"<noscript><h1>JavaScript Required</h1><p>JavaScript is required for this page.</p><p>{SAID}</p></noscript>",
    ],
    ids=["description", "noscript"],
)
def test_a_post_whose_page_prints_nothing(body: str) -> None:
    found = page(
        '<html><head><title>Wilma Croy (@wilma.bsky.social): "We had…" — Bluesky</title>'
        '<meta property="og:title" content="Wilma Croy (@wilma.bsky.social)">'
        f'<meta property="og:description" content="{SAID}"></head><body>{body}</body></html>'
    )
    assert (found.authors, found.media, found.text) == (("Wilma Croy",), "post", SAID)


def test_replies_on_a_saved_page_are_their_writers() -> None:
    def post(name: str, handle: str, text: str) -> str:
        return (
            f'<article data-testid="tweet"><div data-testid="User-Name"><a>{name}</a><span>@{handle}</span></div>'
            f'<div data-testid="tweetText"><span>{text}</span></div><a><time datetime="2024-02-14T07:55:00Z">'
            "7:55 AM</time></a><span>1,203</span><span>Views</span></article>"
        )

    told = [
        ("Wilma Croy", "wilmac", SAID),
        ("Gull", "gull", "Otters decide nothing."),
        ("Wilma Croy", "wilmac", "They do."),
    ]
    found = page(
        f"<html><head><title>Wilma Croy on X: “{SAID}” / X</title></head><body>"
        + "".join(post(*one) for one in told)
        + "</body></html>",
        url="https://x.com/wilmac/status/1760000000000000001",
    )
    assert found.authors == ("Wilma Croy",)
    posts = [("body", SAID), ("post", "Otters decide nothing. — Gull (@gull) 2024-02-14"), ("body", "They do.")]
    assert roles(found) == posts
    reply = found.paragraphs[1].source
    assert reply is not None
    assert found.text[reply.start : reply.end] == "Gull (@gull) 2024-02-14"


def test_a_forums_next_post_is_no_teaser() -> None:
    def post(number: int, head: str, text: str) -> str:
        return f'<div class="post"><h3><a href="#p{number}">{head}</a></h3><div class="content">{text}</div></div>'

    thread = "".join(post(number, f"Re: {TITLE}", f"{line} ({number})") for number, line in enumerate(LINES))
    found = page(f"<html><head><title>{TITLE}</title></head><body>{NAV}<h2>{TITLE}</h2>{thread}</body></html>")
    assert all(f"({number})" in found.text for number in range(len(LINES)))


def test_the_replies_of_a_forum_are_no_comments() -> None:
    reply = f'<div itemprop="comment" itemscope itemtype="http://schema.org/Comment"><p>{LINES[1]}</p></div>'
    topic = '<div itemscope itemtype="http://schema.org/DiscussionForumPosting">'
    assert LINES[1] in page(f"<title>{TITLE}</title><h1>{TITLE}</h1>{topic}<p>{LINES[0]}</p>{reply}</div>").text
    assert LINES[1] not in page(f"<title>{TITLE}</title><h1>{TITLE}</h1><div><p>{LINES[0]}</p>{reply}</div>").text


@pytest.mark.parametrize(
    "line",
    ["Läs också: Svan i postlåda", "责任编辑：王小明", "Get the news sent straight to your device.", "© Brack Post",
     "Condividi",
     "© 2012 Brack Post", "(c) 2019 Brack Ltd.", "Table of Contents", "1,204 views", "311 points (94% upvoted)",
     "Il vous reste 78.4% de cet article à lire. La suite est réservée aux abonnés."],
)  # fmt: skip
def test_lines_that_are_no_part_of_the_article(line: str) -> None:
    assert line not in page(story(f"<p>{line}</p>")).text


def test_a_page_without_a_title_is_headed_as_a_text_is(tmp_path: Path) -> None:
    head = f"<p>{TITLE}<br>By Jane Fallow<br>The Guardian, 3 May 2022</p>"
    found = only_article(read_bytes(tmp_path, "pasted.html", head + PROSE))
    assert (found.title, found.authors, str(found.published)) == (TITLE, ("Jane Fallow",), "2022-05-03")
    assert found.outlet == "The Guardian"
    assert paragraphs(found)[-len(LINES) :] == LINES


@pytest.mark.parametrize("words", ["About Us", "Read More", "Post Desk", "The Guardian"])
def test_a_class_of_authors_around_what_is_no_name(words: str) -> None:
    assert page(story(f"<div><span class='author'>{words}</span></div>")).authors == ()


def test_a_title_with_a_tag_before_the_headline() -> None:
    assert page(story(title=f"otters - {TITLE} - Brack Answers")).title == TITLE


def test_the_day_that_a_script_sets() -> None:
    script = '<script>var publish_time = "2022-03-08 21:15" || "";</script>'
    assert str(page(story(behind=script)).published) == "2022-03-08"
