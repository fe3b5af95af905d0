"""Pages of content systems, countries and programs that are met less often: who, when, and what is the article."""

from __future__ import annotations

import pytest
from tests.read.pages import page, roles
from tests.read.reading import names_in

TITLE = "The weir keeper sells her boat"
PROSE = (
    "<p>The keeper of the upper weir has sold the boat in which she crossed the river for thirty-one years.</p>"
    "<p>“It knew the way better than I did,” said Nell Ferrow, who will take the bus from now on like the others.</p>"
    "<p>The buyer, a school from the other bank, wants to teach its pupils how to row before the summer is over.</p>"
)


def story(lines: str = "", head: str = "", behind: str = "", lang: str = "en") -> str:
    return (
        f'<html lang="{lang}"><head><title>{TITLE}</title>{head}</head><body><main><article><h1>{TITLE}</h1>{lines}'
        f"<div>{PROSE}</div></article>{behind}</main></body></html>"
    )


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("Erstellt von Jutta Reimers", ["Jutta Reimers"]),
        ("Anna Roe für die Tageszeitung", ["Anna Roe"]),
        ("Interview: Ann Roe", ["Ann Roe"]),
        ("Jan Kos, oprac. AW", ["Jan Kos"]),
        ("karl.berg@post.example (Karl Berg)", ["Karl Berg"]),
        ("By Orla Petrie, Brannock Post", ["Orla Petrie"]),
        ("By Ann Roe, CNN Business", ["Ann Roe"]),
        ("Ann Roe | Staff Writer | The Post", ["Ann Roe"]),
        ("Ann Roe and Emily Post", ["Ann Roe", "Emily Post"]),
        ("By Orla Petrie Harbour Correspondent", ["Orla Petrie"]),
        ("corporateName=Ports Authority; jurisdiction=State", ["Ports Authority"]),
        ("كتب: سامي الحداد الثلاثاء ١٤ مايو ٢٠٢٤ - ٢١:٤٠", ["سامي الحداد"]),
        ("（記者林若溪／台北報導）", ["林若溪"]),
        ("聯合報 記者林若溪／即時報導", ["林若溪"]),
        ("Post by ropewalker » Tue May 14, 2019 9:40 pm", ["ropewalker"]),
    ],
)
def test_names_in_bylines(byline: str, names: list[str]) -> None:
    assert names_in(byline) == names


@pytest.mark.parametrize(
    ("lines", "authors"),
    [
        ("<p>Por Clara Bento e Rui Lemos, Gazeta do Cais — Brejal</p>", ("Clara Bento", "Rui Lemos")),
        ("<p>By HAL QUIMBY<br>Sentinel Staff Writer</p>", ("Hal Quimby",)),
        ("<p>By Jane Roe, Brannock Post<br>May 14, 2013 9:40 pm</p>", ("Jane Roe",)),
        ("<p><b>Jane Roe</b> | <i>Posted: 9:40 PM May 14, 2021</i></p>", ("Jane Roe",)),
        ("<p>Jane Roe, Brannock Post</p><p>14 May 2021</p>", ("Jane Roe",)),
        ('<div id="reading_byline">Jane Roe</div>', ("Jane Roe",)),
        ('<div data-component="byline-block"><div><p>2 days ago</p></div><p>Jane Roe</p></div>', ("Jane Roe",)),
        (
            "<div class='byline'><span>Jane Roe</span><a href='mailto:j@post.example'>j@post.example</a></div>",
            ("Jane Roe",),
        ),
        ("<ul><li>Author, Jane Roe</li><li>Weir News</li></ul>", ("Jane Roe",)),
        ("<ul><li>الكاتب, روزا تيغ</li></ul>", ("روزا تيغ",)),
        ("<p>Opinion by Jane Roe</p>", ("Jane Roe",)),
        ("<p>By Jane Roe, as told to Karl Berg</p>", ("Jane Roe",)),
        ("<p>Von Karl Berg und dpa</p>", ("Karl Berg",)),
        ("<p>Γράφει ο Κάρολος Μπεργκ</p>", ("Κάρολος Μπεργκ",)),
        ("<p>Teksti: Kalle Vuori Kuvat: Aino Niemi</p>", ("Kalle Vuori",)),
        ("<p>By Jane Roe</p><p>Reviewed by Ada Holm</p>", ("Jane Roe",)),
        ("<p>Reviewed by Ada Holm</p>", ("Ada Holm",)),
        ("<blockquote>Ring it once.<cite class='author'>Olof Ek</cite></blockquote>", ()),
        ("<p>Virginia Beach, 14 May 2021</p>", ()),
    ],
)
def test_who_wrote_it(lines: str, authors: tuple[str, ...]) -> None:
    assert page(story(lines)).authors == authors


def test_the_writer_of_a_story_below_is_none() -> None:
    more = "<section><h3>More stories</h3><div><a>Mill burns</a><span class='byline'>By Olof Ek</span></div></section>"
    assert page(story(behind=more)).authors == ()
    own = "<div><span class='byline'>By Jane Roe</span></div>"
    assert page(story(own, behind="<h2>Comments</h2><p>Nobody has said anything.</p>")).authors == ("Jane Roe",)


def test_a_link_to_a_writers_other_stories_names_nobody_else() -> None:
    card = '<div class="AuthorCard"><p>Jane Roe keeps bees.</p><a class="Link">See stories by Jane Roe</a></div>'
    assert page(story("<p>Hill Radio | By Jane Roe</p>", behind=card)).authors == ("Jane Roe",)


GLUED = (
    "<div><span>Written by: <a>Jane Roe</a></span><span>Updated: 15 May 2024, 8:00 AM</span>"
    "<span>Published: 14 May 2024, 9:40 PM</span></div>"
)


@pytest.mark.parametrize(
    ("lines", "head", "published", "updated"),
    [
        ("<dl><dt>Published</dt><dd>14 May 2024</dd><dt>Last updated</dt><dd>20 June 2024</dd></dl>",
         "", "2024-05-14", "2024-06-20"),
        ("", '<meta name="govuk:first-published-at" content="2024-05-14T09:30:00+01:00">', "2024-05-14", None),
        ("<p>03/10/2022 21h40 Atualizado há 2 anos</p>", "", "2022-10-03", None),
        (GLUED, "", "2024-05-14", "2024-05-15"),
        ("<p>10-05-24, 07:00</p><p>Laatste update: 13-05-24, 09:41</p>", "", "2024-05-10", "2024-05-13"),
    ],
)  # fmt: skip
def test_when_it_came_out(lines: str, head: str, published: str, updated: str | None) -> None:
    found = page(story(lines, head, lang="pt-br"))
    assert (str(found.published), str(found.updated) if found.updated else None) == (published, updated)


def test_spans_that_a_style_parts_and_a_large_first_letter() -> None:
    text = page(story("<p><span>Lock House</span><span>Far bank</span> <span>T</span><span>he</span> mill</p>")).text
    assert "Lock House Far bank The mill" in text


def test_a_forums_first_post() -> None:
    post = (
        '<div class="post has-profile bg2"><h3><a href="#p1">{}</a></h3><p class="author">Post by <b>{}</b> »'
        ' Tue May 14, 2019 9:40 pm</p><div class="content">{}</div></div>'
    )
    first = "Just back from the weir, and I can hardly believe that the boat is gone after all these years."
    second = "They did ask, in a leaflet that came with the mooring bill in March, and I still have it here."
    found = page(
        f"<title>{TITLE} - Weir Boaters</title><body><h2><a>{TITLE}</a></h2>"
        f"{post.format(TITLE, 'ropewalker', first)}{post.format(f'Re: {TITLE}', 'tidemark', second)}</body>"
    )
    assert first in found.text
    assert second in found.text
    assert found.authors == ("ropewalker",)
    assert not [text for role, text in roles(found) if role == "body" and "»" in text]


def whole(title: str, body: str, lang: str = "en", head: str = "") -> str:
    return f'<html lang="{lang}"><head><title>{title}</title>{head}</head><body>{body}</body></html>'


LOCK = "A site of the state is known by a lock beside its address. " * 9
CHINESE = "旋转桥将封闭十一周"
CHINESE_PAGE = f"<h1>{CHINESE}</h1>{PROSE}<p>版权所有 © 滨海晚报网</p>"
PORTAL = whole(
    "湖を六月から遊泳者に開放（みなと日報） - Yahoo!ニュース",
    f"<h1>湖を六月から遊泳者に開放</h1>{PROSE}",
    "ja",
    '<meta property="og:site_name" content="Yahoo!ニュース">',
)
H1 = f"<h1>{TITLE}</h1>"
DATED = "<p>14 May 2024</p>"


@pytest.mark.parametrize(
    ("markup", "title"),
    [
        (whole(f"Press Office | {TITLE} | Ministry of Rivers", f"<p>{LOCK}</p>{H1}{DATED}{PROSE}"), TITLE),
        (whole(TITLE, H1 + PROSE, head='<meta property="og:title" content="Press corner">'), TITLE),
        (whole("Weir Sentinel - News", f"<p><b>{TITLE}</b></p><p><i>By Jane Roe</i></p>{PROSE}"), TITLE),
        (whole(f"Weir Post: {TITLE}", f"<div>{TITLE}</div><div>By Jane Roe</div>{PROSE}"), TITLE),
        (whole("boat_report-2.pdf", f"<h2>{TITLE}</h2>{PROSE}"), TITLE),
        (whole("Weir Gazette Online", f"<h3>Weir Gazette Online</h3><h2>{TITLE}</h2>{PROSE}"), TITLE),
        (PORTAL, "湖を六月から遊泳者に開放"),
        (whole(f"{TITLE} - Weir Diary", f"<h1>Weir Diary</h1><h3>{TITLE}</h3>{PROSE}"), TITLE),
        (whole(f"{CHINESE}-新闻中心-滨海晚报网", CHINESE_PAGE, "zh"), CHINESE),
        (whole("旋回橋を十一週間通行止めに｜みなと日報", f"<h1>旋回橋を十一週間通行止めに</h1>{PROSE}", "ja"),
         "旋回橋を十一週間通行止めに"),
    ],
)  # fmt: skip
def test_titles(markup: str, title: str) -> None:
    assert page(markup).title == title


def test_a_title_in_two_languages_doubts_none_of_them() -> None:
    head = '<meta property="og:title" content="Die Wehrwärterin verkauft ihr Boot">'
    found = page(whole(f"{TITLE} | Die Wehrwärterin verkauft ihr Boot", H1 + DATED + PROSE, head=head))
    assert found.title == "Die Wehrwärterin verkauft ihr Boot"


HOME = '<a href="/"><img alt="{} logo"></a>'


@pytest.mark.parametrize(
    ("markup", "outlet"),
    [
        (whole(f"Weir Rowing Club - {TITLE}", f'<a href="/">Weir Rowing Club</a>{H1}{PROSE}'), "Weir Rowing Club"),
        (whole(f"{TITLE}: Stadt Brannau", f'<a href="/">Stadt Brannau</a>{H1}{PROSE}', "de"), "Stadt Brannau"),
        (whole(f"{TITLE} - River - Flusslicht", f'<a href="https://flusslicht.example/">Flusslicht</a>{H1}{PROSE}'),
         "Flusslicht"),
        (PORTAL, "みなと日報"),
        (whole(TITLE, f"{HOME.format('Weir Post')}{H1}{PROSE}"), "Weir Post"),
        (whole(TITLE, f"{HOME.format('Tea kettles')}{H1}{PROSE}"), None),
        (whole(TITLE, f'{H1}{PROSE}<a href="https://www.facebook.com/">Weir Post</a>'), None),
        (whole(TITLE, f"{H1}{PROSE}<p>© 2013-2024 Weir Post. All rights reserved.</p>"), "Weir Post"),
        (whole(TITLE, f"{H1}<p>Jane Roe, Weir Post</p>{DATED}{PROSE}"), "Weir Post"),
        (whole(f"Press Office | {TITLE} | United Ministry of Rivers", H1 + PROSE), "United Ministry of Rivers"),
        (whole(TITLE, H1 + PROSE, head='<meta property="og:site_name" content="The Weir - The Weir">'), "The Weir"),
        (whole(f"{CHINESE}-新闻中心-滨海晚报网", CHINESE_PAGE, "zh"), "滨海晚报网"),
    ],
)  # fmt: skip
def test_whose_page_it_is(markup: str, outlet: str | None) -> None:
    assert page(markup).outlet == outlet


def test_the_base_of_a_caches_copy_is_the_pages_address() -> None:
    base = '<base href="http://www.weirpost.example/news/0514boat.html">'
    assert page(whole(TITLE, H1 + PROSE, head=base)).url == "http://www.weirpost.example/news/0514boat.html"
    assert page(whole(TITLE, H1 + PROSE, head='<base href="https://weirpost.example/news/">')).url is None


def test_a_writer_whom_a_class_names_in_writing_without_capitals() -> None:
    assert page(story('<p class="writer">佐伯 みずほ</p>', lang="ja")).authors == ("佐伯 みずほ",)


DAY = '<time datetime="2024-06-30">30 June 2024</time>'
REPLY = f'<section id="discussion"><div>{DAY}<p>Ding ding, said all of us on the bank.</p></div></section>'
NEXT = f'<section class="more-news"><div><h4><a>Mill burns</a></h4>{DAY}</div></section>'


@pytest.mark.parametrize(
    ("lines", "behind", "published"),
    [
        ("", "<p>The next boat leaves on 14 September 2024 at ten in the morning.</p>", None),
        ("<p>Deadline: 14 September 2024</p>", "", None),
        ("<p>Nell Ferrow (born 3 May 1951) kept the weir until this spring.</p>", "", None),
        ("", REPLY, None),
        ("", NEXT, None),
        ("<figure><figcaption>The boat on 3 May 1971.</figcaption></figure><p>8 June 2024</p>", "", "2024-06-08"),
        ("<p>June 2024 issue</p>", "", "2024-06"),
        ("", "<p>Diese Seite wurde zuletzt geändert am 29. Januar 2020 um 20:14 Uhr.</p>", "2020-01-29"),
        ("", "<p>Copyright © 19.12.2019 - 12:14 h by Weir Ltd, Millford. All rights reserved.</p>", "2019-12-19"),
    ],
)
def test_days_that_are_the_pages_and_days_that_are_not(lines: str, behind: str, published: str | None) -> None:
    found = page(story(lines, behind=behind, lang="de")).published
    assert (str(found) if found else None) == published


def test_the_moment_from_which_computers_count_is_no_date() -> None:
    head = '<meta property="article:published_time" content="1970-01-01T00:00:00Z">'
    assert str(page(story("<p>8 June 2019</p>", head)).published) == "2019-06-08"
