"""When a statement was made: the date in the reporter's words, and no date of anything else."""

from __future__ import annotations

import pytest
from tests.find.conftest import ArticleMaker

from quotecli.find.pieces import find_pieces
from quotecli.find.reporting.when import said_on

# Published on Wednesday, 30 September 2020; one expected date for each quotation of the text.
CASES: list[tuple[str, list[str | None]]] = [
    ("“We go,” he said on Tuesday.", ["2020-09-29"]),
    ("“We go,” he told reporters Tuesday evening. “We stay.”", ["2020-09-29", "2020-09-29"]),
    ("On Monday, Ann Lee wrote: “We go.”", ["2020-09-28"]),
    ("“We go,” he said of the vote on Tuesday.", [None]),
    ("“We go to the vote on Tuesday,” he said.", [None]),
    ("He said the vote on Tuesday was “a farce.”", [None]),
    ("In an interview on Monday with the BBC, she called it “a farce.”", ["2020-09-28"]),
    ("In mid-July, Ann wrote: “We go.”", ["2020-07"]),
    ("“We go,” she wrote in an Instagram story in September 2019.", ["2019-09"]),
    ("“We go,” he said last week.", [None]),
    ("“We go,” he said last month.", ["2020-08"]),
    ("“We go,” he said in 2015.", ["2015"]),
    ("“We go,” he said of work after the Sept. 11, 2001, attacks.", [None]),
    ("He said that in 2031 people would call it “a farce.”", [None]),
    ("“We go,” he said yesterday, as 12 people died.", ["2020-09-29"]),
    ("“We go”; posted by Ann on September 28", ["2020-09-28"]),
    ("Ann, whose letter of September 28 complained of “noise”.", ["2020-09-28"]),
    (
        "Ann Lee was asked on Channel 4 News on September 20 whether it was so. “We go,” she said.",
        ["2020-09-20"],
    ),
    ("“We go,” Trump, who visited on Monday, said.", [None]),
    ("The man was killed on Sunday. “We go,” he said.", [None]),
    ("“We go,” Mr. Trump on Tuesday said in Ohio.", ["2020-09-29"]),
    ("“We go,” the police said after the attack on Sunday.", [None]),
    ("“We will win,” he said at a rally in Ohio on Saturday night. ", ["2020-09-26"]),
    ("She put out this note on Thursday:\n“We go.”", ["2020-09-24"]),
    ("“We go,” he said in a statement released Friday.", ["2020-09-25"]),
    ("“We go,” she said on Dec. 3, 2019, in Paris.", ["2019-12-03"]),
    ("“We go,” she said on 3 December.", ["2019-12-03"]),
    ("Earlier this month he said: “We go.”", ["2020-09"]),
    ("“We go,” he said two days ago.", ["2020-09-28"]),
    ("“We go,” he said, two years after the election in 2016.", [None]),
    ("Please share pic.twitter.com/x — Eric (@e) October 1, 2019", ["2019-10-01"]),
    ("The minister told parliament on Thursday that it was “absurd”.", ["2020-09-24"]),
    ("He was arrested Friday and told police “nothing”.", [None]),
    ("Ann Lee, 42, urged him in 2015 to use the word “war”.", ["2015"]),
    ("Speaking to reporters in Paris on Sunday, Macron said “no”.", ["2020-09-27"]),
    ("“No,” said the union, which plans a strike on Friday.", [None]),
    ("On Friday the court ruled. “No,” he said.", [None]),
    ("Theresa May said: “We go.”", [None]),
    ("“We go,” said Kim Wells of North Augusta.", [None]),
    ("Her book “Trump and Me” will be published on July 5.", [None]),
    ("The rule will change next Friday, he said: “We go.”", [None]),
    ("“We go,” he said in a 2019 interview.", ["2019"]),
    ("In a 2019 interview with the Island Post, Ann Lee said: “We go.”", ["2019"]),
    ("“We go,” wrote Ann Lee in her 2015 memoir.", ["2015"]),
    ("“We go,” the 2018 report said.", ["2018"]),
    ("“We go,” the filing from 2018 said.", ["2018"]),
    ("During the 2016 campaign, Ann Lee said: “We go.”", ["2016"]),
    ("“We go,” Ann Lee said after the 2015 election.", [None]),
    ("“We go,” Ann Lee said of her 2015 memoir.", [None]),
    ("“We go,” he said in late 2019.", ["2019"]),
    ("“We go,” he said in the summer of 2019.", ["2019"]),
    ("“We go,” he said in an August interview.", ["2020-08"]),
    ("In a May interview, Ann Lee said: “We go.”", ["2020-05"]),
    ("“We go,” he said on the morning of Sept. 3.", ["2020-09-03"]),
    ("“We go,” he said as early as March.", ["2020-03"]),
    ("“We go,” he said by phone Monday.", ["2020-09-28"]),
    ("On Tuesday, after the fire, Ann Lee said: “We go.”", ["2020-09-29"]),
    ("“We go,” he said before the debate on Tuesday.", [None]),
    ("“We go,” he said ahead of a hearing on Tuesday.", [None]),
    ("“We go,” he said at Sunday’s debate.", ["2020-09-27"]),
    ("“We go,” he said in an interview that aired Sunday.", ["2020-09-27"]),
    ("“We go,” he said on Tuesday, Sept. 29.", ["2020-09-29"]),
    ("“We go,” he said on November 3.", ["2019-11-03"]),
    ("In 1997, Tarry said: “We go.”", ["1997"]),
    ("In 1997 the mayor told Parliament: “We go.”", ["1997"]),
    ("In 1997, Tarry, then mayor, wrote: “We go.”", ["1997"]),
    ("In 1997, when she was mayor, Tarry said: “We go.”", ["1997"]),
    ("In 1997, speaking in Leeds, Tarry said: “We go.”", ["1997"]),
    ("In 2019, the firm closed. Tarry said: “We go.”", [None]),
    ("In 2019 the firm closed, Tarry said: “We go.”", [None]),
    ("In 2019, profits rose by a third, the company said, calling it “a record”.", [None]),
    ("In 2019, she said, the firm was “a mess”.", [None]),
    ("In March the firm closed, Tarry said: “We go.”", [None]),
    ("In 2019, Tarry joined the firm that he called “a mess”.", [None]),
    ("In 2031, Tarry said: “We go.”", [None]),
]


def dates(text: str, published: str | None, as_article: ArticleMaker) -> list[str | None]:
    article = as_article(text, published=published)
    pieces = find_pieces(article)
    found = [said_on(article, pieces, number) for number in range(len(pieces))]
    return [None if date is None else str(date) for date in found]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_date_of_the_statement(text: str, expected: list[str | None], as_article: ArticleMaker) -> None:
    assert dates(text, "2020-09-30", as_article) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We go,” he said on Tuesday.", None),
        ("“We go,” he said on September 28.", None),
        ("“We go,” he said on September 28, 2019.", "2019-09-28"),
        ("“We go,” he said in 2015.", "2015"),
        ("We go. — Eric (@eric) October 1, 2020", "2020-10-01"),
    ],
)
def test_without_a_date_of_publication_only_full_dates_stand(
    text: str, expected: str | None, as_article: ArticleMaker
) -> None:
    assert dates(text, None, as_article) == [expected]


@pytest.mark.parametrize(
    ("published", "text", "expected"),
    [
        ("2020-09", "“We go,” he said on Tuesday.", None),
        ("2020-09", "“We go,” he said last month.", "2020-08"),
        ("2020", "“We go,” he said last year.", "2019"),
        ("2020-01-03", "“We go,” he said on December 30.", "2019-12-30"),
        ("2020-01-03", "“We go,” he said last month.", "2019-12"),
        ("2020-03-01", "“We go,” he said yesterday.", "2020-02-29"),
        ("2021-03-01", "“We go,” he said on February 30.", None),
        ("0001-01-01", "“We go,” he said on Tuesday.", None),
    ],
)
def test_precision_of_publication_and_turns_of_the_year(
    published: str, text: str, expected: str | None, as_article: ArticleMaker
) -> None:
    assert dates(text, published, as_article) == [expected]


def test_every_paragraph_of_a_statement_has_its_date(as_article: ArticleMaker) -> None:
    text = "On Monday he wrote: “We go.\n“We stay.\n“We win.”"
    assert dates(text, "2020-09-30", as_article) == ["2020-09-28"] * 3
