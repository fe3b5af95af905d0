"""Who said it: what a reader of the quotations relies on, on small articles in our own words."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotecli.core.types import Article, Kind, Paragraph, Quotation, Role
from quotecli.find import find_quotes

ArticleMaker = Callable[..., Article]

COUNCIL = """Harbour bridge to close for a year
The mayor, Ana Ruiz, told the council on Monday that the bridge would close in May.
“We have patched it for thirty years,” Ruiz said. “We are out of patches.”
Engineer Tom Becker called the plan “a relief”. He added: “I have not slept under it since March.”
“Nobody asked the ferrymen,” said Olu Adeyemi, who runs the last two boats.
Ruiz and Becker met the ferrymen on Tuesday. “We should have come earlier,” the pair said in a joint letter.
The song “Low Water” was played at the end."""


@pytest.fixture(scope="module")
def council(as_article: ArticleMaker) -> list[Quotation]:
    return find_quotes(as_article(COUNCIL))


def by_words(found: list[Quotation], words: str) -> Quotation:
    return next(q for q in found if words in q.text)


@pytest.mark.parametrize(
    ("words", "speakers", "said_as"),
    [
        ("patched it", ("Ana Ruiz",), "Ruiz"),
        ("out of patches", ("Ana Ruiz",), "Ruiz"),
        ("a relief", ("Tom Becker",), "Tom Becker"),
        ("not slept", ("Tom Becker",), "He"),
        ("Nobody asked", ("Olu Adeyemi",), "Olu Adeyemi"),
        ("come earlier", ("Ana Ruiz", "Tom Becker"), "the pair"),
    ],
)
def test_names_short_names_pronouns_and_pairs_come_to_full_names(
    council: list[Quotation], words: str, speakers: tuple[str, ...], said_as: str
) -> None:
    found = by_words(council, words)
    assert found.speakers == speakers
    assert found.said_as == said_as


def test_titles_of_works_are_no_speech(council: list[Quotation]) -> None:
    assert not [q for q in council if q.text == "Low Water"]


def test_text_and_mention_are_verbatim_at_their_offsets(council: list[Quotation]) -> None:
    for quotation in council:
        assert COUNCIL[quotation.start : quotation.end] == quotation.text
        assert quotation.said_as_span is not None
        assert COUNCIL[quotation.said_as_span.start : quotation.said_as_span.end] == quotation.said_as


def test_a_fragment_is_partial_and_a_split_statement_is_tied(council: list[Quotation]) -> None:
    assert by_words(council, "a relief").kind is Kind.PARTIAL
    assert by_words(council, "patched it").kind is Kind.DIRECT
    assert by_words(council, "out of patches").part_of == council.index(by_words(council, "patched it"))
    assert by_words(council, "patched it").part_of is None


def test_roles_come_from_the_paragraphs(as_article: ArticleMaker) -> None:
    text = "Ana Ruiz opened the bridge.\nOpen again: “It sways a little,” said Ana Ruiz on Friday"
    assert find_quotes(as_article(text, {1: Role.CAPTION}))[0].role is Role.CAPTION


def test_siblings_of_one_surname_are_kept_apart(as_article: ArticleMaker) -> None:
    text = (
        "Mara Lindqvist and her brother Jonas Lindqvist run the mill.\n"
        "“It was always loud,” said Mara.\n“You get used to it,” Jonas said."
    )
    assert [q.speakers for q in find_quotes(as_article(text))] == [("Mara Lindqvist",), ("Jonas Lindqvist",)]


def test_confidence_is_between_0_and_1_and_0_for_nobody(council: list[Quotation]) -> None:
    assert all(0.0 < q.confidence <= 1.0 for q in council if q.said_as)
    assert all(q.confidence == 0.0 for q in council if q.said_as is None)


def test_why_names_the_features_that_decided_and_the_runner_up(as_article: ArticleMaker) -> None:
    found = find_quotes(as_article(COUNCIL), explain=True)
    for quotation in found:
        assert quotation.why is not None
        assert bool(quotation.why.features) == (quotation.why.decided_by in ("ranker", "layout"))  # or a rule did
        chances = [candidate.probability for candidate in quotation.why.candidates]
        assert len(chances) >= 2
        assert chances[1:] == sorted(chances[1:], reverse=True)  # the chosen one stands first
        named = [candidate.name for candidate in quotation.why.candidates if candidate.name]
        assert len(set(named)) == len(named)  # mentions of one person are one candidate
    assert all(q.why is None for q in find_quotes(as_article(COUNCIL)))


def test_indirect_speech_comes_only_when_asked_for_and_in_order(as_article: ArticleMaker) -> None:
    article = as_article(COUNCIL)
    assert not [q for q in find_quotes(article) if q.kind is Kind.INDIRECT]
    both = find_quotes(article, indirect=True)
    assert [q.start for q in both] == sorted(q.start for q in both)
    split = next(q for q in both if "out of patches" in q.text)
    assert split.part_of is not None
    assert "patched it" in both[split.part_of].text


def test_an_article_without_marks_has_no_quotations(as_article: ArticleMaker) -> None:
    assert find_quotes(as_article("Nothing was said.\nNobody asked.")) == []
    assert find_quotes(Article("", ())) == []


def test_where_reporting_words_are_unknown_nobody_is_named_with_confidence(as_article: ArticleMaker) -> None:
    text = (
        "Pekka Virtanen saapui aamulla torille ja katseli veneitä pitkään.\n”Meri on tänään levoton ja kalat syvällä.”"
    )
    assert all(q.confidence < 0.9 for q in find_quotes(as_article(text)))


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet="aB .,:;!?\n“”\"'‘’—–-()@#5sé’s", max_size=200))
def test_any_text_gives_quotations_that_lie_in_it(text: str) -> None:
    spans = [(i, i + len(line)) for i, line in _lines(text) if line.strip()]
    article = Article(text, tuple(Paragraph(a, b) for a, b in spans))
    found = find_quotes(article, indirect=True, explain=True)
    for number, quotation in enumerate(found):
        assert text[quotation.start : quotation.end] == quotation.text
        assert quotation.part_of is None or 0 <= quotation.part_of < number


def _lines(text: str) -> list[tuple[int, str]]:
    at, found = 0, []
    for line in text.split("\n"):
        found.append((at, line))
        at += len(line) + 1
    return found


def test_importing_the_room_loads_no_weights_and_no_numbers_library() -> None:
    code = "import sys, json; import quotecli.find; print(json.dumps(sorted(sys.modules)))"
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    loaded = json.loads(out)
    assert "quotecli.find.attribute" not in loaded
    code = code.replace(
        "import quotecli.find;",
        "from quotecli.find import find_quotes; from quotecli.core.types import Article, Paragraph;"
        " find_quotes(Article('“Go,” she said.', (Paragraph(0, 15),)));",
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert not {"numpy", "scipy", "torch", "rapidfuzz"} & set(json.loads(out))
