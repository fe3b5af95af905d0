"""Indirect speech: who is reported to have said what, without marks."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.find.conftest import ArticleMaker

from quotecli.core.tables import read_table
from quotecli.core.types import Article, Kind, Paragraph, Role
from quotecli.find.pieces import find_pieces
from quotecli.find.reporting.indirect import find_indirect

CASES = {
    "She said that the bridge was closed.": ("that the bridge was closed", "She", "said"),
    "Ann Lee said the bridge was closed on Friday.": ("the bridge was closed on Friday", "Ann Lee", "said"),
    "On Tuesday, the mayor said it would reopen.": ("it would reopen", "the mayor", "said"),
    "Ann Lee, the mayor, told reporters on Monday that it would reopen.": (
        "that it would reopen",
        "Ann Lee",
        "told",
    ),
    "According to the mayor, nobody was hurt.": ("nobody was hurt", "the mayor", "According to"),
    "Nobody was hurt, according to Ann Lee.": ("Nobody was hurt", "Ann Lee", "according to"),
    "Nobody was hurt in the storm, she said.": ("Nobody was hurt in the storm", "she", "said"),
    "Nobody was hurt in the storm, said Ann Lee.": ("Nobody was hurt in the storm", "Ann Lee", "said"),
    "The council says it will pay and urged people to wait.": ("it will pay", "The council", "says"),
    "The report found that two dams had failed.": ("that two dams had failed", "The report", "found"),
    "The firm later announced that it will close.": ("that it will close", "The firm", "announced"),
}


@pytest.mark.parametrize("text", CASES)
def test_reported_words_with_their_speaker_and_cue(text: str, as_article: ArticleMaker) -> None:
    (report,) = find_indirect(as_article(text))
    words = [text[start:end] for start, end in ((report.start, report.end), report.mention, report.cue)]
    assert tuple(words) == CASES[text]
    assert report.kind is Kind.INDIRECT
    assert report.paragraph == 0


@pytest.mark.parametrize(
    "text",
    [
        "The bridge was closed.",
        "He said a prayer.",
        "She maintained their steady pace.",
        "The swing states voted.",
        "An estimated 200 officers were there.",
        "He said the plan was “absurd” and left.",
        "“We go,” he said.",
        "His claim that it rained was false.",
    ],
)
def test_what_is_no_indirect_speech(text: str, as_article: ArticleMaker) -> None:
    article = as_article(text)
    assert find_indirect(article, find_pieces(article)) == []


def test_only_body_text_reports(as_article: ArticleMaker) -> None:
    text = "She said that it was late.\nShe said that it was late."
    reports = find_indirect(as_article(text, roles={0: Role.CAPTION}))
    assert [report.paragraph for report in reports] == [1]


@given(st.text(st.sampled_from(list("He said that, according to Ann. “”;:—\n ")), max_size=200))
def test_any_text_gives_spans_in_order(as_article: ArticleMaker, text: str) -> None:
    article = as_article(text)
    at = 0
    for report in find_indirect(article, find_pieces(article)):
        assert at <= report.start < report.end <= len(text)
        assert 0 <= report.mention.start < report.mention.end <= len(text)
        at = report.end


def test_the_table_is_sorted() -> None:
    forms = [row[0] for row in read_table("quotecli.find", "indirect_cues.tsv")]
    assert forms == sorted(set(forms))


@pytest.mark.slow
def test_precision_on_annotated_news(shared: Path) -> None:
    """At least 70 % of the reports in PolNeAR's articles overlap one that people annotated (measured: 88 %)."""
    right = every = 0
    for line in (shared / "corpora" / "polnear.jsonl").read_text(encoding="utf-8").splitlines():
        document = json.loads(line)
        text = document["text"]
        spans = [found.span() for found in re.finditer(r"\S(?:[^\n]*\S)?", text)]
        article = Article(text, tuple(Paragraph(start, end) for start, end in spans))
        for report in find_indirect(article, find_pieces(article)):
            every += 1
            right += any(
                2 * (min(gold["end"], report.end) - max(gold["start"], report.start)) >= report.end - report.start
                for gold in document["quotes"]
                if gold["type"] == "indirect"
            )
    assert every > 1000
    assert right / every >= 0.7
