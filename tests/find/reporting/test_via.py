"""Where a statement was first made: networks, papers, programmes, under their short canonical names."""

from __future__ import annotations

import pytest
from tests.find.conftest import ArticleMaker

from quotecli.core.tables import read_table
from quotecli.find.pieces import find_pieces
from quotecli.find.reporting.via import via

CASES: list[tuple[str, list[str | None]]] = [
    (
        "“We go,” she wrote in an Instagram story, white on blue. “Now.”",
        ["Instagram", "Instagram"],
    ),
    ("“We go,” Kim told fans on Instagram.", ["Instagram"]),
    ("Ann Lee answered on X, the platform once called Twitter: “We go.”", ["X"]),
    ("Lee posted on her X (formerly Twitter) page: “No.”", ["X"]),
    ("In a tweet that named no one she called for “all force”.", ["Twitter"]),
    ("“We go,” Trump tweeted.", ["Twitter"]),
    ("“We go,” he told the BBC on Tuesday.", ["BBC"]),
    ("“We go,” he told The New York Times.", ["The New York Times"]),
    ("“We go,” she said in an interview with Rolling Stone magazine.", ["Rolling Stone"]),
    (
        "In a guest essay that ran in Rolling Stone on Friday, Ann Lee, a nurse, asks Biden: “Why?”",
        ["Rolling Stone"],
    ),
    (
        "Ann Lee was asked on Channel 4 News on September 20 whether it was so. “We go,” she said.",
        ["Channel 4 News"],
    ),
    (
        "In an interview on Friday with the Scottish program Channel 4 News, Lee smiled. “No,” he said.",
        ["Channel 4 News"],
    ),
    ("“We go,” he wrote on Facebook.", ["Facebook"]),
    ("“We go,” he wrote in an op-ed in the Washington Post.", ["The Washington Post"]),
    ("“We go,” he told the Hereford Times.", ["Hereford Times"]),
    ("He posted on Truth Social: “We go.”", ["Truth Social"]),
    ("“We go,” he told reporters in Washington.", [None]),
    ("“We go,” he said of X, his company.", [None]),
    ("“We go,” said the man who reads the Guardian.", [None]),
    ("“We go,” she told People.", ["People"]),
    ("“People told me,” he said. People are “angry”.", [None, None]),
    ("“We go,” he told Sky News's Sophy Ridge on Sunday.", ["Sky News"]),
    ("“We go,” he told BBC Radio 4’s Today programme.", ["BBC Radio 4"]),
    ("“We go,” he said in a video on YouTube.", ["YouTube"]),
    ("“We go,” Musk wrote on X on Monday.", ["X"]),
    ("“We go,” he told Time.", ["Time"]),
    ("In time he said “no” to it.", [None]),
    ("Asked about Facebook, he said “no”.", [None]),
    ("“We go,” the CEO of Twitter said.", [None]),
    ("We go. pic.twitter.com/abc — Eric (@eric) October 1, 2020", ["Twitter"]),
    ("THE HUNT GOES ON! — Donald J. Trump, Truth Social, March 18, 2023", ["Truth Social"]),
    ("So happy. A post shared by Kim (@kim) on Sep 27, 2020", ["Instagram"]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_place_of_the_statement(text: str, expected: list[str | None], as_article: ArticleMaker) -> None:
    article = as_article(text)
    pieces = find_pieces(article)
    assert [via(article, pieces, number) for number in range(len(pieces))] == expected


@pytest.mark.parametrize(
    ("outlet", "text", "expected"),
    [
        ("The Alnbeck Echo", "“We go,” she told the Alnbeck Echo.", None),
        ("Fenland Observer", "“We go,” she told the Observer.", None),
        ("Fenland Observer", "“We go,” she told The Observer.", None),
        ("The Guardian", "“We go,” she told the Guardian.", None),
        ("BBC News", "“We go,” he told the BBC on Tuesday.", None),
        ("New York", "“We go,” he told New York magazine.", None),
        ("Fenland Observer", "“We go,” she told the Guardian.", "The Guardian"),
        ("The Observer", "“We go,” she told the Fenland Observer.", "Fenland Observer"),
        ("New York Times", "“We go,” she told the Los Angeles Times.", "Los Angeles Times"),
        (None, "“We go,” she told the Observer.", "The Observer"),
        ("Fenland Observer", "Ann Lee wrote of it on Facebook. “We go,” she told this newspaper.", None),
        (None, "Ann Lee wrote of it on Facebook. “We go,” she told us.", None),
        ("Fenland Observer", "“We go,” she told us on Facebook.", "Facebook"),
    ],
)
def test_what_was_told_to_the_articles_own_outlet_was_first_said_in_it(
    outlet: str | None, text: str, expected: str | None, as_article: ArticleMaker
) -> None:
    article = as_article(text, outlet=outlet)
    assert via(article, find_pieces(article), 0) == expected


def test_the_table_is_sorted_and_sound() -> None:
    rows = read_table("quotecli.find", "via.tsv")
    assert [row[0] for row in rows] == sorted({row[0] for row in rows})
    assert {row[2] for row in rows} == {"network", "outlet"}
    assert all(len(row) == 3 and all(row) for row in rows)
