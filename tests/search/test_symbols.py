"""Emoji and other signs are looked for as they stand: alone, beside words, whatever they are made of."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import quotecli
from quotecli.search import list_quotes, search
from quotecli.store import Store

QUOTES = (
    "I love this harbour 😀 so much",
    "We love the sea and the wind",
    "My ☕️ is cold and the 👍🏽 is late",
    "The 🇺🇦 stands by the 🇦🇺🇫🇷 now",
    "The 👩‍👩‍👧 came and a 🤷🏽‍♀️ was all",
    "It costs ₿3 or ￥400, not £40m, says § 12 :)",
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    folder: Path = tmp_path_factory.mktemp("symbols")
    text = "\n\n".join(f"“{quote},” said Ada Finch." for quote in QUOTES)
    (folder / "a.txt").write_text(text, encoding="utf-8")
    with Store.open(folder / "q.db") as opened:
        quotecli.add(opened, folder / "a.txt")
        yield opened


def found(store: Store, query: str) -> list[tuple[int, list[str]]]:
    """Return which of the quotes are found, best first, and what is marked in each."""
    hits = search(store, query).hits
    texts = [hit.quote.text for hit in hits]
    places = [next(at for at, quote in enumerate(QUOTES) if text.startswith(quote)) for text in texts]
    marked = [[text[span.start : span.end] for span in hit.matches] for text, hit in zip(texts, hits, strict=True)]
    return list(zip(places, marked, strict=True))


@pytest.mark.parametrize(
    ("query", "place", "marked"),
    [
        ("😀", 0, "😀"),
        ("😀😀", 0, "😀"),
        ('"😀"', 0, "😀"),
        ("☕", 2, "☕️"),  # printed with the character that asks for colours
        ("☕️", 2, "☕️"),
        ("👍", 2, "👍🏽"),
        ("👍🏽", 2, "👍🏽"),
        ("👍🏿", 2, "👍🏽"),
        ("🇺🇦", 3, "🇺🇦"),
        ("🇫🇷", 3, "🇫🇷"),
        ("👩‍👩‍👧", 4, "👩‍👩‍👧"),
        ("🤷", 4, "🤷🏽‍♀️"),
        ("₿", 5, "₿"),
        ("¥", 5, "￥"),
        ("§", 5, "§"),
        (":)", 5, ":)"),
        ("by:finch ☕", 2, "☕️"),
    ],
)
def test_a_sign_alone(store: Store, query: str, place: int, marked: str) -> None:
    assert found(store, query) == [(place, [marked])]


@pytest.mark.parametrize("query", ["🎉", "🇺🇫", '"', ",", "👧🏽‍🚀", '"love 🎉"', "by:finch 🎉"])
def test_a_sign_that_no_quote_has(store: Store, query: str) -> None:
    assert found(store, query) == []


def test_two_letters_of_different_flags_are_no_flag(store: Store) -> None:
    assert found(store, "🇺🇫") == []  # …🇦🇺🇫🇷…


def test_the_same_sign_comes_before_one_made_of_it(store: Store) -> None:
    assert [hit.score for hit in search(store, "👍🏽").hits] == [100.0]
    assert search(store, "👍").hits[0].score < 100.0


def test_beside_words_what_has_the_sign_comes_first(store: Store) -> None:
    assert found(store, "love 😀") == [(0, ["love", "😀"]), (1, ["love"])]
    assert found(store, "😀 love")[0][0] == 0
    assert found(store, "£40m")[0] == (5, ["£40m"])


def test_a_sign_that_no_quote_has_leaves_the_words(store: Store) -> None:
    assert [place for place, _ in found(store, "sea and wind 🎉")] == [1]


def test_in_marks_the_sign_must_be_there(store: Store) -> None:
    assert [place for place, _ in found(store, '"love" 😀')] == [0, 1]
    assert [place for place, _ in found(store, '"love this harbour 😀"')] == [0]


def test_filters_without_words_or_signs_are_a_listing(store: Store) -> None:
    assert len(search(store, "by:finch").hits) == len(list_quotes(store).hits) == len(QUOTES)


def test_the_total_is_told(store: Store) -> None:
    assert search(store, "😀").total == 1
    assert search(store, "love 😀").total == 2
