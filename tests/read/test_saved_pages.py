"""Pages as programs leave them: saved by a browser or its extensions, for reading, for printing, and from long ago."""

from __future__ import annotations

import pytest
from tests.read.pages import page

TITLE = "Goats on the chapel roof"
BODY = (
    "<p>The goats of Skellby climbed the chapel again, and the sexton has asked the council for a longer ladder.</p>"
    "<p>“They like the view,” said Ada Obi, who keeps eleven of them behind the mill and sells cheese.</p>"
)
URL = "https://www.skellbypost.example/news/goats"
WORDS = "They like the view"


def saved(before: str = "", head: str = "", html: str = "<html>") -> str:
    return f"<!DOCTYPE html>{html}{before}<head>{head}<title>{TITLE}</title></head><body><h1>{TITLE}</h1>{BODY}</body>"


@pytest.mark.parametrize(
    "markup",
    [
        saved(
            f"<!--\n Page saved with SingleFile \n url: {URL} \n"
            " saved date: Tue Jun 14 2022 10:22:31 GMT+0200 (CEST)\n-->"
        ),
        saved(f"<!-- Saved from {URL} at 2022-06-14T08:22:31Z using monolith v2.6.1 -->"),
        saved(
            f"<!-- Mirrored from {URL.removeprefix('https://')} by HTTrack Website Copier/3.x [XR&CO'2014],"
            " Tue, 14 Jun 2022 08:22:31 GMT -->"
        ),
        saved(
            head=f'<meta name="savepage-url" content="{URL}">'
            '<meta name="savepage-date" content="Tue Jun 14 2022 10:22:31 GMT+0200">'
        ),
        saved(html=f'<html data-scrapbook-source="{URL}" data-scrapbook-create="20220614082231123">'),
    ],
    ids=["SingleFile", "monolith", "HTTrack", "Save Page WE", "WebScrapBook"],
)  # fmt: skip
def test_where_and_when_a_page_was_saved(markup: str) -> None:
    found = page(markup)
    assert (found.url or "").removeprefix("https://").removeprefix("http://") == URL.removeprefix("https://")
    assert (found.title, str(found.accessed), found.published) == (TITLE, "2022-06-14", None)


def test_the_reading_view_of_a_browser() -> None:
    found = page(
        f'<title>{TITLE}</title><body><div class="container"><div class="header reader-header">'
        f'<a class="domain reader-domain" href="{URL}">skellbypost.example</a><h1 class="reader-title">{TITLE}</h1>'
        f'<div class="credits reader-credits">Jane Roe</div></div>'
        f'<div class="content"><div class="moz-reader-content">{BODY}</div></div></div></body>'
    )
    assert (found.title, found.authors, found.url) == (TITLE, ("Jane Roe",), URL)


def test_the_classes_of_an_h_entry() -> None:
    entry = (
        f'<title>{TITLE}</title><body><article class="h-entry"><h1 class="p-name">{TITLE}</h1>'
        '<div class="h-cite"><a class="u-url" href="https://other.example/1">Sheep</a> by'
        ' <b class="p-author">Tom Pell</b></div>'
        f'<div class="e-content">{BODY}</div><footer>By'
        f' <a class="p-author h-card u-url" href="https://jane.example/me">Jane Roe</a>'
        f' on <a class="u-url" href="{URL}">14 June 2022</a></footer></article></body>'
    )
    found = page(entry)
    assert (found.title, found.authors, found.url) == (TITLE, ("Jane Roe",), URL)


@pytest.mark.parametrize(
    "label", ["Find this article at:", "URL to article: **", "Article printed from:", "Original URL:"]
)
def test_a_page_made_for_printing(label: str) -> None:
    found = page(
        f"<title>Print this story</title><body><h2>{TITLE}</h2><p><i>By Jane Roe<br>14 June 2022</i></p>{BODY}"
        f"<p>{label}<br>{URL}.</p></body>"
    )
    assert (found.title, found.authors, found.url) == (TITLE, ("Jane Roe",), URL)


def test_a_page_whose_tables_hold_menu_and_article() -> None:
    found = page(
        f"<HTML><TITLE>Skellby Post On-Line: {TITLE}</TITLE><BODY><TABLE><TR><TD><A HREF='/'>Home</A><BR>"
        f"<A HREF='/s'>Sport</A></TD><TD><FONT SIZE=+2><B>{TITLE}</B></FONT><BR><FONT SIZE=-1>By JANE ROE<BR>"
        f"Post Staff<BR>Tuesday, June 14, 2022</FONT><P>{BODY}</TD></TR></TABLE></BODY></HTML>"
    )
    assert (found.title, found.authors, str(found.published)) == (TITLE, ("Jane Roe",), "2022-06-14")
    assert found.outlet == "Skellby Post On-Line"
    assert [found.text[one.start : one.end] for one in found.paragraphs if one.role == "headline"] == [TITLE]


def test_short_cells_of_a_row_are_one_line() -> None:
    row = "<tr><td>Ferry</td><td>10.15</td></tr>"
    assert "Ferry 10.15" in page(f"<title>{TITLE}</title><h1>{TITLE}</h1>{BODY}<table>{row}</table>{BODY}").text


@pytest.mark.parametrize(
    ("head", "body", "authors"),
    [
        (
            "<!--[if gte mso 9]><xml><o:Author>Jane Roe</o:Author></xml><![endif]-->",
            f"<body><div class=WordSection1><p class=MsoTitle>{TITLE}<o:p></o:p></p>{BODY}</div></body>",
            ("Jane Roe",),
        ),
        (
            "<xml><o:Author>user</o:Author></xml>",
            f"<body><div class=WordSection1><p class=MsoTitle>{TITLE}</p>{BODY}</div></body>",
            (),
        ),
        ("", f'<body class="c4 doc-content"><p class="c1 title" id="h.1"><span>{TITLE}</span></p>{BODY}</body>', ()),
    ],
    ids=["Word", "nobody", "Google Docs"],
)
def test_a_page_that_a_word_processor_wrote(head: str, body: str, authors: tuple[str, ...]) -> None:
    found = page(f"<html><head><title>notes_final2</title>{head}</head>{body}</html>")
    assert (found.title, found.authors) == (TITLE, authors)
    assert [found.text[one.start : one.end] for one in found.paragraphs if one.role == "headline"] == [TITLE]


def test_a_class_title_elsewhere_is_no_style() -> None:
    found = page(f'<title>{TITLE}</title><body><p class="title">Read more of this</p>{BODY}</body>')
    assert found.title == TITLE
