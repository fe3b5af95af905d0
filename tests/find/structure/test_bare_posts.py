"""Posts of which little is left: a name and a handle above, a handle for a label, a picture's link at the end."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.find.conftest import ArticleMaker
from tests.growth import assert_linear

from quotecli.core.types import Article, Kind, Paragraph, Role
from quotecli.find import find_quotes
from quotecli.find.pieces import find_pieces

Found = list[tuple[str, str | None]]
HEAD = "The road is shut\nIt rained all day.\n"


def posts(article: Article) -> Found:
    """Return the words of each post, and who the structure names."""
    text = article.text
    pieces = [piece for piece in find_pieces(article) if piece.style == "post"]
    return [(text[piece.start : piece.end], text[slice(*piece.source)] if piece.source else None) for piece in pieces]


POSTS: dict[str, tuple[str, Found]] = {
    "a body and its handle": (
        "Denny Chamber of Trade @dennytrade\nWe need a ferry, and we need it free.\nIt rained.",
        [("We need a ferry, and we need it free.", "Denny Chamber of Trade")],
    ),
    "a handle below a name": (
        "Cllr Tom Roe\n@tomroe4denny\nFive hours. I can see my own house.\nIt rained.",
        [("Five hours. I can see my own house.", "Cllr Tom Roe")],
    ),
    "a name, a handle and a time for a label": (
        "Ann Lee (@annlee@social.example), 11:02: I am sorry about the cello.\nIt rained.",
        [("I am sorry about the cello.", "Ann Lee")],
    ),
    "a dated head, and a post below with a date line of its own": (
        (
            "Denny Ferries @dennyferries · Jan 15\nThe 7.40 is late. Thank you!\nAt 9.15 all were in good spirits.\n"
            "Ann Lee @annlee_\nthere is a man with a cello\n9:15 AM · Jan 15, 2025\nIt rained."
        ),
        [("The 7.40 is late. Thank you!", "Denny Ferries"), ("there is a man with a cello", "Ann Lee")],
    ),
    "the time before the date behind a signature": (
        "The boat is in.\nThis was our failure, not yours.\n— Ann Lee (@ann_) 12:14 PM · May 6, 2024\nIt rained.",
        [("This was our failure, not yours.", "Ann Lee")],
    ),
    "a person, and a picture": (
        "Ann Lee (@annlee)\nNo ferry yet pic.twitter.com/x1\nIt rained.",
        [("No ferry yet", "Ann Lee")],
    ),
    "a picture below an introduction": (
        "Her sister went further:\nLog off, the lot of you xx pic.twitter.com/x1\nIt rained.",
        [("Log off, the lot of you xx", None)],
    ),
    "two paragraphs below an introduction": (
        "Her sister went further:\nLog off.\nAll of you xx https://t.co/x1\nIt rained.",
        [("Log off.", None), ("All of you xx", None)],
    ),
    "a picture that is signed below": (
        "Her sister went further:\nLog off xx pic.twitter.com/x1\n— Ann (@ann) May 3, 2020\nIt rained.",
        [("Log off xx", "Ann")],
    ),
    "a handle with a bar": ("annlee_: day nine, still no ferry\nIt rained.", [("day nine, still no ferry", "annlee_")]),
    "a handle with digits": ("annlee99: still no ferry\nIt rained.", [("still no ferry", "annlee99")]),
    "a handle that stands elsewhere": (
        "Many follow @DennyCat.\ndennycat: still no fish\nIt rained.",
        [("still no fish", "dennycat")],
    ),
}


@pytest.mark.parametrize("name", POSTS)
def test_bare_posts(name: str, as_article: ArticleMaker) -> None:
    text, expected = POSTS[name]
    assert posts(as_article(HEAD + text)) == expected


NONE = {
    "a byline of a live blog": "Ann Lee @annlee\nThe mayor has left. “I am off,” she said as she went.\nIt rained.",
    "what tells of a writer": "Ann Lee @annlee\nAnn covers ferries for us.\nIt rained.",
    "a writer's post": "Ann Lee @annlee\nPolitical editor\nIt rained.",
    "two handles": "Ann Lee @annlee\nBob Ray @bobray",
    "a sentence": "Many follow @DennyCat\nIt has no fish.\nIt rained.",
    "a word before a colon": "Update: no ferry today\nCovid19: no ferry today\nG20: no ferry today",
    "a setting": "max_size: 10\nIt rained.",
    "a picture without an introduction": "It rained.\nLog off xx pic.twitter.com/x1\nIt rained.",
    "a quotation before a picture": "She said:\n“We won,” and left. pic.twitter.com/x1\nIt rained.",
    "a report before a picture": "She said:\nThe mayor said she won.\nLog off pic.twitter.com/x1\nIt rained.",
}


@pytest.mark.parametrize("name", NONE)
def test_what_is_no_post(name: str, as_article: ArticleMaker) -> None:
    assert posts(as_article(HEAD + NONE[name])) == []


def test_plain_text_takes_a_label_for_a_caption(as_article: ArticleMaker) -> None:
    article = as_article(HEAD + "annlee_: still no ferry\nIt rained.", roles={2: Role.CAPTION})
    assert posts(article) == [("still no ferry", "annlee_")]


def test_a_writer_of_the_article_posts_nothing(as_article: ArticleMaker) -> None:
    article = as_article(HEAD + "Ann Lee @annlee\nNo ferry yet, and none to come.\nIt rained.")
    assert posts(article) == [("No ferry yet, and none to come.", "Ann Lee")]
    assert posts(replace(article, authors=("Ann Lee",))) == []


def test_name_and_words_in_one_paragraph() -> None:
    text = "The road is shut\n\nIt rained.\n\nToad Trust @toads\nNo road yet.\n\nIt rained."
    paragraphs, at = [], 0
    for part in text.split("\n\n"):
        paragraphs.append(Paragraph(at, at + len(part)))
        at += len(part) + 2
    assert posts(Article(text, tuple(paragraphs))) == [("No road yet.", "Toad Trust")]


def test_a_post_is_the_body_s_that_heads_it(as_article: ArticleMaker) -> None:
    text = HEAD + (
        "There was some shouting. One member called out: “Go home!”\n16.48\nPort Denny Chamber of Trade @dennytrade\n"
        "Members report trade down by half. We need a boat, we need it now and we need it free.\nIt rained."
    )
    *_, post = find_quotes(as_article(text))
    assert (post.speakers, post.kind) == (("Port Denny Chamber of Trade",), Kind.POST)


def test_the_introduction_names_who_posted(as_article: ArticleMaker) -> None:
    text = HEAD + "Ann Lee, who owns the bar, posted:\nLog off, the lot of you xx pic.twitter.com/x1\nIt rained."
    [post] = find_quotes(as_article(text))
    assert (post.said_as, post.kind) == ("Ann Lee", Kind.POST)


@pytest.mark.slow
def test_time_grows_with_the_text(as_article: ArticleMaker) -> None:
    for line in ("ann_lee: no\n", "Toad @toad\n", "A:\nb pic.twitter.com/x\n", "b pic.twitter.com/x\n", "@a_1: b_1: "):
        assert_linear(lambda text: find_pieces(as_article(text)), line.__mul__, 2_500)


def test_a_post_of_one_long_word_takes_time_by_its_length(as_article: ArticleMaker) -> None:
    above, below = "Ann Roe posted this on Twitter:\n\n", "\n\nThe water rose all night pic.twitter.com/abcdefg"
    assert_linear(find_pieces, lambda number: as_article(f"{above}{'H' * number}{below}"), 1_500)


def test_a_signature_of_a_body_is_its_whole_name(as_article: ArticleMaker) -> None:
    text = HEAD + (
        "The body was not amused:\n⚠️ The bridge is SHUT while we look into it. There is no risk.\n"
        "— Transport for Denny (@tfdenny) June 10, 2023\nOthers piled in.\nCan confirm. Lovely toad\n"
        "— gaz 🦀 (@gazwithaz) June 10, 2023\nIt rained."
    )
    found = find_quotes(as_article(text))
    assert [(post.speakers, post.kind) for post in found] == [
        (("Transport for Denny",), Kind.POST),
        (("gaz",), Kind.POST),
    ]


def test_a_post_in_marks_begins_at_its_mark(as_article: ArticleMaker) -> None:
    post = "Her name was trending. “the dog has finished me off”\n— becks (@becks_a) July 20, 2023"
    text = f"He left.\n{post}"
    found = find_quotes(as_article(text))
    assert [(quote.text, quote.said_as) for quote in found] == [("the dog has finished me off", "becks")]
