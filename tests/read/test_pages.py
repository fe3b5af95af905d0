"""Saved pages, Markdown and plain texts become paragraphs with roles and metadata, as their `.json` says."""

from __future__ import annotations

import json
from itertools import pairwise

import pytest
from tests.read.pages import FOLDER, facts, fixture, page, plain, roles

from quotecli.core.types import Article

NAMES = sorted(path.name for path in FOLDER.iterdir() if path.suffix != ".json")
PROSE = "<p>The water rose all night, and nobody on the quay had slept when the morning came at last.</p>" * 3


@pytest.mark.parametrize("name", NAMES)
def test_fixture(name: str) -> None:
    assert facts(fixture(name)) == json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", NAMES)
def test_paragraphs_lie_in_order_with_nothing_but_space_between(name: str) -> None:
    article = fixture(name)
    spans = [(0, 0), *((one.start, one.end) for one in article.paragraphs), (len(article.text), len(article.text))]
    if not name.endswith(".srt"):  # the time codes lie between
        for (_, end), (start, _) in pairwise(spans):
            assert article.text[end:start].strip() == ""
    for one in article.paragraphs:
        text = article.text[one.start : one.end]
        assert text == text.strip() != ""


@pytest.mark.parametrize("name", [name for name in NAMES if name.endswith((".txt", ".srt"))])
def test_plain_text_is_stored_as_given(name: str) -> None:
    assert fixture(name).text == (FOLDER / name).read_text(encoding="utf-8")


def bodies(article: Article) -> str:
    return " ".join(text for role, text in roles(article) if role != "boilerplate")


@pytest.mark.parametrize(
    "aside",
    [
        "<nav><p>“A menu,” said a menu that went on and on.</p></nav>",
        '<div class="cookie-notice"><p>“We value your privacy,” said a banner of some length.</p></div>',
        '<div class="newsletter-signup"><p>“Best letter,” say our readers of it every morning.</p></div>',
        '<section class="comments-area"><p>“Fake,” wrote a reader who was very angry about it.</p></section>',
        '<div id="related-stories"><p>“Another story,” said somebody in another story altogether.</p></div>',
        "<aside><p>“By the side,” said somebody at the side of this page.</p></aside>",
        '<p style="display:none">“Hidden,” said somebody whom nobody could see at all.</p>',
        "<div hidden><p>“Hidden,” said somebody whom nobody could see at all.</p></div>",
        '<div aria-hidden="true"><p>“Hidden,” said somebody whom nobody could see at all.</p></div>',
        "<script>document.write('“Scripted,” said a script to the browser.')</script>",
        "<noscript><p>“No script,” said the page to those without one.</p></noscript>",
        "<template><p>“A template,” said a template that is no content.</p></template>",
        '<p><a href="/x">READ MORE: “Elsewhere,” said somebody else</a></p>',
        '<div class="card"><h3><a href="/y">Another day</a></h3><p>“Later,” said the mayor of another town.</p></div>',
        "<footer><p>“All rights reserved,” said the publisher of this page.</p></footer>",
    ],
)
def test_what_is_no_part_of_the_article_gives_no_text(aside: str) -> None:
    article = page(
        f"<body><article><h1>The water rose</h1>{PROSE}{aside}<p>“We stayed,” she said.</p></article></body>"
    )
    assert "said" in bodies(article)
    assert bodies(article).count("“") == 1, bodies(article)


def test_an_article_in_a_box_of_a_misleading_name_is_found() -> None:
    markup = f'<body class="has-sidebar"><div class="banner-section"><h1>The water rose</h1>{PROSE}</div></body>'
    assert bodies(page(markup)).count("The water rose all night") == 3


def test_an_article_that_a_script_would_show_is_found() -> None:
    assert "all night" in bodies(page(f'<body><div style="display:none"><h1>It rose</h1>{PROSE}</div></body>'))


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<q>Stay</q>", "“Stay”"),
        ("<q>Stay <q>here</q></q>", "“Stay ‘here’”"),
        ("<q>“Stay”</q>", "“Stay”"),
        ("&ldquo;Stay&rdquo;", "“Stay”"),
        ("&#8220;Stay&#x201D;", "“Stay”"),
        ("&quot;Stay&quot;", '"Stay"'),
        ("“St<b>a</b>y”", "“Stay”"),
        ("“Stay”<script>x</script>", "“Stay”"),
        ("&laquo;&nbsp;Stay&nbsp;&raquo;", "« Stay »"),
    ],
)
def test_marks_are_kept_as_printed(markup: str, text: str) -> None:
    article = page(
        f"<body><article><h1>It rose</h1>{PROSE}<p>And {markup} was all she said that night.</p></article></body>"
    )
    assert f"And {text} was all" in article.text


@pytest.mark.parametrize(
    ("embed", "words", "source"),
    [
        (
            (
                '<blockquote class="twitter-tweet"><p>It rains.</p>'
                '&mdash; Ada Obi (@ada) <a href="x">May 1, 2026</a></blockquote>'
            ),
            "It rains.",
            "Ada Obi (@ada) May 1, 2026",
        ),
        (
            '<blockquote class="twitter-tweet">It rains. &mdash; Ada Obi (@ada) May 1, 2026</blockquote>',
            "It rains.",
            "Ada Obi (@ada) May 1, 2026",
        ),
        (
            (
                '<blockquote class="bluesky-embed"><p>It rains.</p>'
                "&mdash; Ada Obi (<a>@ada.example</a>) <a>May 1, 2026</a></blockquote>"
            ),
            "It rains.",
            "Ada Obi (@ada.example) May 1, 2026",
        ),
        (
            (
                '<blockquote class="instagram-media"><div><a>View this post on Instagram</a><p><a>It rains.</a></p>'
                "<p>A post shared by <a>Ada Obi</a> (@ada) on <time>May 1, 2026</time></p></div></blockquote>"
            ),
            "It rains.",
            "A post shared by Ada Obi (@ada) on May 1, 2026",
        ),
    ],
)
def test_embedded_posts_keep_their_author(embed: str, words: str, source: str) -> None:
    article = page(f"<body><article><h1>It rains</h1>{PROSE}{embed}{PROSE}</article></body>")
    post = next(one for one in article.paragraphs if one.role == "post")
    assert post.source
    assert article.text[post.source.start : post.source.end] == source
    assert article.text[post.start : post.source.start].rstrip(" —") == words


@pytest.mark.parametrize(
    "markup",
    [
        "<blockquote><p>All is well.</p><footer>— Bo Li, engineer</footer></blockquote>",
        "<blockquote><p>All is well.</p><cite>Bo Li, engineer</cite></blockquote>",
        "<blockquote><p>All is well.</p><p>— Bo Li, engineer</p></blockquote>",
        "<blockquote><p>All is well.<br>— Bo Li, engineer</p></blockquote>",
        "<figure><blockquote><p>All is well.</p></blockquote><figcaption>— Bo Li, engineer</figcaption></figure>",
    ],
)
def test_block_quotations_keep_who_is_quoted(markup: str) -> None:
    article = page(f"<body><article><h1>It rains</h1>{PROSE}{markup}{PROSE}</article></body>")
    quoted = [one for one in article.paragraphs if one.role == "blockquote"]
    assert [article.text[one.start : one.end] for one in quoted] == ["All is well."]
    assert quoted[0].source
    assert article.text[quoted[0].source.start : quoted[0].source.end] == "Bo Li, engineer"


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<p>He said <q>yes</q>.</p>", [("body", "He said “yes”.")]),
        ("<title>T</title>“Bare,” he said.", [("body", "“Bare,” he said.")]),
        (
            "<p>He wrote:</p><div><blockquote>These words are most of this page.</blockquote></div><p>She left.</p>",
            [
                ("body", "He wrote:"),
                ("blockquote", "These words are most of this page."),
                ("body", "She left."),
            ],
        ),
        (
            "<h1>Rain</h1><div><p>One here, he said.</p></div><div><p>Two there.</p></div><nav>“Menu”</nav>",
            [("headline", "Rain"), ("body", "One here, he said."), ("body", "Two there.")],
        ),
        (
            "<h1>Rain</h1><figure><img><figcaption>“A long caption,” said she.</figcaption></figure><p>So.</p>",
            [("headline", "Rain"), ("caption", "“A long caption,” said she."), ("body", "So.")],
        ),
    ],
)
def test_small_pages_lose_nothing(markup: str, expected: list[tuple[str, str]]) -> None:
    assert roles(page(markup)) == expected


def test_the_text_of_a_page_that_a_script_would_fill() -> None:
    line = "“The water rose all night,” said the mayor of the town. "
    body = (line * 4).strip() + "\\n" + (line * 4).strip()
    data = '{"@type":"NewsArticle","headline":"It rose","articleBody":"' + body + '"}'
    markup = (
        f'<body><h1>It rose</h1><div id="app">Loading…</div><script type="application/ld+json">{data}</script></body>'
    )
    assert roles(page(markup)) == [("headline", "It rose"), *[("body", (line * 4).strip())] * 2]


def test_a_pull_quotation_is_not_printed_twice() -> None:
    pulled = "<blockquote>nobody on the quay had slept when the morning came</blockquote>"
    assert page(f"<body><article><h1>It rains</h1>{PROSE}{pulled}</article></body>").text.count("slept") == 3


def test_an_article_printed_twice_is_read_once() -> None:
    numbered = "".join(f"<p>Paragraph {number} of what the mayor told the town that night.</p>" for number in range(5))
    article = page(f"<body><article><h1>It rains</h1><div>{numbered}</div><div>{numbered}</div></article></body>")
    assert article.text.count("told the town") == 5


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Please enter your comment!", "boilerplate"),
        ("Read more", "boilerplate"),
        ("Sign up for our newsletter and never miss a story.", "boilerplate"),
        ("Editor’s note: this story has been corrected.", "note"),
        ("By Ines Marlow and Tomas Okoro", "byline"),
        ("Reporting by Ines Marlow; editing by Tomas Okoro", "byline"),
        ("By the time it rained, “nobody cared,” she said.", "body"),
        ("The bridge, seen from the quay on Monday. (Photo: Kim Lee)", "caption"),
        ("She said: “Nobody asked me.”", "body"),
        ("“Nobody asked me,” she wrote on Instagram.", "body"),
        ("Nobody had asked her, she told Reuters.", "body"),
        ("It rains. — Ada Obi (@ada) May 1, 2026", "post"),
    ],
)
def test_roles_of_single_lines(text: str, role: str) -> None:
    filler = "The water rose all night, and nobody on the quay had slept when the morning came at last."
    found = {line: kind for kind, line in roles(plain(f"{filler}\n\n{filler}\n\n{text}\n\n{filler}\n\n{filler}"))}
    assert found[text] == role


def test_everything_after_the_end_of_an_article_is_boilerplate() -> None:
    filler = "The water rose all night, and nobody on the quay had slept when the morning came at last."
    article = plain(
        f"{filler}\n\n{filler}\n\n{filler}\n\nAbout the writer\n\nInes Marlow is a writer. “Hello,” she says."
    )
    assert [kind for kind, _ in roles(article)] == ["body"] * 3 + ["boilerplate"] * 2


@pytest.mark.parametrize(
    ("text", "media"),
    [
        ("FOR IMMEDIATE RELEASE\n\nThe council met and decided that the bridge is closed.", "press release"),
        ("Remarks by the mayor at the harbour\n\nFriends, the water is high.", "speech"),
        ("Q: High?\n\nA: Yes.\n\nQ: Very?\n\nA: Very high indeed.", "interview"),
        (
            "MR HALE: High.\n\nMS OBI: Low.\n\nMR HALE: No.\n\nMS OBI: Yes.\n\nTHE CHAIR: Order.\n\nTHE CHAIR: Now.",
            "transcript",
        ),
        ("The water rose all night, and nobody slept.", "article"),
    ],
)
def test_what_a_text_or_a_page_is(text: str, media: str) -> None:
    assert plain(text).media == media
    paragraphs = "".join(f"<p>{line}</p>" for line in text.split("\n\n"))
    assert page(f"<body><article>{paragraphs}</article></body>").media == media
