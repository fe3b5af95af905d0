"""Text directives that find the quotation in the page, read back by a reader written from the specification."""

from __future__ import annotations

import re
from urllib.parse import unquote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.cite import samples

from quotecli.cite import deep_link, text_fragment

PAGE = "https://a.example/page"


def parse(url: str) -> tuple[str, str, str, str]:
    """Split the last text directive into prefix, start, end, suffix, as section 3.4 of the specification does."""
    tokens = url.split(":~:")[1].rsplit("&", maxsplit=1)[-1].removeprefix("text=").split(",")
    prefix = unquote(tokens.pop(0)[:-1]) if tokens[0].endswith("-") else ""
    suffix = unquote(tokens.pop()[1:]) if tokens[-1].startswith("-") else ""
    assert 1 <= len(tokens) <= 2
    start, end = unquote(tokens[0]), unquote(tokens[1]) if len(tokens) == 2 else ""
    return prefix, start, end, suffix


def first_match(url: str, page: str) -> str | None:
    """Find the first range in a page's text as section 3.5.2 has it: case and white space don't matter."""
    text = re.sub(r"\s+", " ", page).lower()
    prefix, start, end, suffix = (re.sub(r"\s+", " ", term).strip().lower() for term in parse(url))
    position = 0
    while (found := text.find(start, position)) >= 0:
        position = found + 1
        if prefix and not text[:found].rstrip().endswith(prefix):
            continue
        if not prefix and found and text[found - 1].isalnum() and start[0].isalnum():
            continue
        close = text.find(end, found + len(start)) + len(end) if end else found + len(start)
        if end and close < found + len(start):
            return None
        if suffix and not text[close:].lstrip().startswith(suffix):
            continue
        if not suffix and text[close : close + 1].isalnum() and text[close - 1].isalnum():
            continue
        return text[found:close]
    return None


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://a.example/p", "https://a.example/p#:~:text=to%20be%20or%20not%20to%20be%20that"),
        ("https://a.example/p#part", "https://a.example/p#part:~:text=to%20be%20or%20not%20to%20be%20that"),
        ("https://a.example/p#", "https://a.example/p#:~:text=to%20be%20or%20not%20to%20be%20that"),
        ("https://a.example/p#:~:text=x", "https://a.example/p#:~:text=x&text=to%20be%20or%20not%20to%20be%20that"),
        ("file:///a.html", "file:///a.html"),
        ("javascript:alert(1)", "javascript:alert(1)"),
        ("http://[", "http://[#:~:text=to%20be%20or%20not%20to%20be%20that"),
    ],
)
def test_the_pages_own_fragment_is_kept(url: str, expected: str) -> None:
    assert text_fragment(url, "to be or not to be that") == expected


def test_syntax_characters_are_encoded() -> None:
    link = text_fragment(PAGE, "a well-known, much-quoted & often repeated line of words")
    assert link.endswith("#:~:text=a%20well%2Dknown%2C%20much%2Dquoted%20%26%20often%20repeated%20line%20of%20words")


def test_long_quotations_are_told_by_their_ends() -> None:
    words = [f"word{n}" for n in range(60)]
    assert parse(text_fragment(PAGE, " ".join(words))) == ("", " ".join(words[:5]), " ".join(words[-5:]), "")


def test_paragraphs_are_told_by_their_ends_though_short() -> None:
    assert parse(text_fragment(PAGE, "One two three.\n\nFour five six.")) == (
        "",
        "One two three.",
        "Four five six",
        ".",
    )


def test_few_words_take_their_surroundings() -> None:
    link = text_fragment(PAGE, "“Yes,”", "He nodded and said: ", " and left the room.")
    assert parse(link) == ("and said: “", "Yes", "", ",” and left")


def test_surroundings_end_at_the_block() -> None:
    assert parse(text_fragment(PAGE, "Yes", "Title\n", "\nNext paragraph")) == ("", "Yes", "", "")


def test_with_the_page_at_hand_no_more_is_said_than_needed() -> None:
    page = "He said: “We stand with you.”\n“We stand with you,” she said."
    assert parse(text_fragment(PAGE, "We stand with you.", "He said: “", "”", document=page))[0] == ""
    prefix, start, _, suffix = parse(text_fragment(PAGE, "We stand with you,", "“", "” she said.", document=page))
    assert (prefix, start) == ("“", "We stand with you") or suffix
    assert first_match(text_fragment(PAGE, "We stand with you,", "“", "” she said.", document=page), page)


def test_the_second_of_two_alike_is_found() -> None:
    page = "She said: “No more war.” Then he said: “No more war.” All agreed."
    link = text_fragment(PAGE, "No more war.", "Then he said: “", "” All agreed.", document=page)
    prefix, _, _, suffix = parse(link)
    assert prefix or suffix
    assert first_match(link, page) == "no more war"


words = st.lists(st.sampled_from("the war is over, we said-so & “you” know it’s 100% true.".split()), min_size=1)


@settings(deadline=None)
@given(words.map(" ".join), words.map(" ".join), words.map(" ".join))
def test_the_directive_finds_the_quotation(before: str, quoted: str, after: str) -> None:
    page = f"{before} “{quoted}” {after}"
    link = text_fragment(PAGE, quoted, f"{before} “", f"” {after}", document=page)
    if link == PAGE:
        assert not any(char.isalnum() for char in quoted)
        return
    found = first_match(link, page)
    assert found is not None
    _, start, end, _ = parse(link)
    assert found.startswith(start.lower())
    assert not end or found.endswith(end.lower())


@given(samples.some_text, samples.text, samples.text)
def test_any_text_makes_a_well_formed_directive(quoted: str, before: str, after: str) -> None:
    link = text_fragment(PAGE, quoted, before, after)
    assert link.isascii()
    assert re.fullmatch(r"[!-~]+", link)
    if link != PAGE:
        assert parse(link)[1]
        assert not set(link.split("text=")[1]) & set('<>"\\^`{|}#[]')


def test_the_link_of_a_quotation_uses_its_paragraph() -> None:
    said = samples.cited(samples.PAGE, "Yes", before="He said: “", after="” twice.")
    assert deep_link(said) == "https://cnn.example/storm#:~:text=He%20said%3A%20%E2%80%9C-,Yes,-%E2%80%9D%20twice."


def test_a_page_that_repeats_itself_is_searched_in_linear_time() -> None:
    page = "we said so and so again " * 20_000
    quoted = "so again " * 30 + "we said nothing"
    assert text_fragment(PAGE, quoted, "x", "y", document=page + "x" + quoted + "y").startswith(PAGE)
