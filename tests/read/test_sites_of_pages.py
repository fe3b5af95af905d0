"""Whose page it is, who wrote a forum's thread, and the title without what software writes around it."""

from __future__ import annotations

import pytest
from tests.read.pages import page, roles

TITLE = "Council keeps the ferry"
PROSE = (
    "<p>The ferry council voted on Tuesday night to keep the chain ferry for another ten years, against all advice.</p>"
    "<p>“It has carried us to every wedding,” said Nell Ferrow, who will stand at the rail again when it opens.</p>"
)
DENSE = (
    "<p>渡船议会周二晚间决定，铁链渡船将继续运行十年，市民对此反应热烈，码头上挤满了人。</p>"
    "<p>议会主席马静安说：“每一场婚礼都是它载我们去的。”</p>"
)


def story(title: str, *, head: str = "", line: str = "", headline: str = TITLE, prose: str = PROSE) -> str:
    body = f"<body><h1>{headline}</h1>{line}<div>{prose}</div></body>"
    return f"<html><head><title>{title}</title>{head}</head>{body}</html>"


def test_the_site_that_json_ld_tells_of_beside_a_film() -> None:
    head = (
        '<script type="application/ld+json">[{"@type": "WebSite", "name": "channel nine grebe"}, {"@type":'
        ' "VideoObject", "name": "Council keeps the ferry", "uploadDate": "2021-02-28"}]</script>'
    )
    assert page(story(TITLE, head=head)).outlet == "channel nine grebe"


@pytest.mark.parametrize(
    ("title", "line", "outlet"),
    [
        ("议会保留渡船", "<p>2021年03月04日 08:15 来源：灯塔周刊</p>", "灯塔周刊"),
        ("议会保留渡船", "<p>2021-03-04 08:15:22 来源： 灯塔周刊 编辑：周礁石</p>", "灯塔周刊"),
        ("议会保留渡船_新闻频道_灯塔网", "<p>2021年03月04日 08:15 来源：海湾晚报</p>", "灯塔网"),
    ],
)
def test_the_source_that_a_chinese_page_names(title: str, line: str, outlet: str) -> None:
    assert page(story(title, line=line, headline="议会保留渡船", prose=DENSE)).outlet == outlet


def test_a_paper_before_the_headline_in_the_title() -> None:
    read = page(story(f"The Grebe Record Online - {TITLE} - 11/04/2003"))
    assert (read.outlet, read.title) == ("The Grebe Record", TITLE)


@pytest.mark.parametrize("title", [f"Print - {TITLE}", f"{TITLE} :: 2019 :: Ferry Decisions :: Rivers"])
def test_the_title_is_the_headline(title: str) -> None:
    assert page(story(title)).title == TITLE


def test_a_forums_thread() -> None:
    def post(member: str, words: str) -> str:
        return (
            f"<article class='message message--post' data-author='{member}'><div class='message-user'><h4>{member}</h4>"
            f"<h5>Well-Known Member</h5><dl><dt>Joined</dt><dd>Jan 1, 2012</dd></dl></div><div class='message-main'>"
            f"<header><time datetime='2019-02-03'>Feb 3, 2019</time> #1</header><div>{words}</div></div></article>"
        )

    quoted = "<blockquote><div><a>ferrylad said:</a></div><div>So they have kept it.</div></blockquote>"
    first = "So they have kept it, and we shall pay for every link of that chain until we are old."
    second = "For ten years, and who will pay for it then? I shall not be the one, and nor will you."
    starter = "<ul><li>Thread starter <a>ferrylad</a></li></ul>"
    read = page(
        f"<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1>{starter}{post('ferrylad', first)}"
        f"{post('netmender', quoted + second)}</body></html>"
    )
    assert read.authors == ("ferrylad",)
    assert [text for role, text in roles(read) if role in {"body", "subtitle", "list"}] == [first, second]
    [quotation] = [one for one in read.paragraphs if one.role == "blockquote"]
    assert quotation.source is not None
    assert read.text[quotation.source.start : quotation.source.end] == "ferrylad"
