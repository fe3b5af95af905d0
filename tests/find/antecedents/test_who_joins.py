"""Unions, couples, places and papers by others: who a name or noun for several may mean, and who it never does."""

from __future__ import annotations

from itertools import islice, product

import pytest
from tests.find.conftest import ArticleMaker
from tests.growth import assert_linear

from quotecli.find import find_quotes

CASES: list[tuple[str, list[tuple[str, ...]]]] = [
    ("It was a cold day, and the plan is late.\n\n“It is odd,” the firm told the Guardian.", [()]),
    ("The plan is late.\n\n“It is odd,” the refugee agency told the Herald on Friday.", [()]),
    (
        "The bay in Austin is late.\n\nLil Quillon, in Austin for a day, wept. “It is odd,” the singer said.",
        [("Lil Quillon",)],
    ),
    (
        "Ana Ruiz called the plan late.\n\nIt met, and the Rev. Tom Pell introduced her as “a friend of ours.”",
        [("Tom Pell",)],
    ),
    (
        "Tom Pell ran the plant with Ana Ruiz. The United Assembly Workers, which lost a vote, called it “an insult.”",
        [("United Assembly Workers",)],
    ),
    (
        "The Florida Department of Health warned us. A report by the department found the bays “too warm to swim.”",
        [("Florida Department of Health",)],
    ),
    (
        "A study of village bakeries by the Nebraska Rural Futures Institute called it “the exception to the rule.”",
        [("Nebraska Rural Futures Institute",)],
    ),
    (
        "Joan Stoltz counted the eggs; men came from Kansas and South Dakota. “Thank you,” the baby’s parents wrote.",
        [()],
    ),
    (
        "Margot Sell and Idris Pengelly answered with a joint statement that began, “We are not over.”",
        [("Margot Sell", "Idris Pengelly")],
    ),
    ("His counterpart, Amihan Delos Reyes, came. “We are done,” Delos Reyes said.", [("Amihan Delos Reyes",)]),
    ("Ana Ruiz was mayor for ten years.\n\n“I am done,” ex-mayor Ruiz said.", [("Ana Ruiz",)]),
    ("Ex-mayor Ruiz: “I am done”\n\nAna Ruiz, who was mayor for ten years, left the hall.", [("Ana Ruiz",)]),
    (
        "Minister for Minor Irrigation Basavaraj Hiremath said it was “politically motivated”.",
        [("Basavaraj Hiremath",)],
    ),
    (
        (
            "Mitchell Dwyer, 41, was heard in court. His father left the car to his second wife, Leanne.\n\n"
            "“Well, that’s rude,” Dwyer said.\n\nLeanne Dwyer, 63, told the court she woke up."
        ),
        [("Mitchell Dwyer",)],
    ),
    ("“No,” said J.-L. Moreau, who came.", [("J.-L. Moreau",)]),
    ("“No,” said C. J. van Houten, who came.", [("C. J. van Houten",)]),
    ("“No,” said Jan Kowalczyk, who came.", [("Jan Kowalczyk",)]),
    ("The brothers sat in silence. “I had the fish,” Cash, 38, told us.", [("Cash",)]),
    ("Karl Dunn, 34, said: “It was awful.” Someone shouted: “Get out!”", [("Karl Dunn",), ()]),
    ("''Twas cold,' said Tom Brill. 'We gave 'em tea,' he said.", [("Tom Brill",), ("Tom Brill",)]),
]


@pytest.mark.parametrize(("text", "speakers"), CASES)
def test_who_speaks(as_article: ArticleMaker, text: str, speakers: list[tuple[str, ...]]) -> None:
    assert [quote.speakers for quote in find_quotes(as_article(text))] == speakers


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("Museum 'ignored volunteers' warnings' before flood, watchdog finds", ["ignored volunteers' warnings"]),
        ("'It was the drivers' wages,' he said.", ["It was the drivers' wages,"]),
        ("''Twas cold,' said Tom Brill.", ["'Twas cold,"]),
    ],
)
def test_where_single_marks_close(as_article: ArticleMaker, text: str, quotes: list[str]) -> None:
    assert [quote.text for quote in find_quotes(as_article(text))] == quotes


def test_a_post_below_its_name_handle_and_date(as_article: ArticleMaker) -> None:
    text = (
        "The passengers wrote to the company.\n\nTobias Lund\n@lundtobias\nFeb. 11, 2024, 8:14 p.m.\n\n"
        "“Comfortable.” My bride sleeps on a rope.\n\nDoes anyone want to come out and be comfortable with us?\n\n"
        "Lund and his wife had been married for three hours. “It was the cake I’d have saved,” she said by phone."
    )
    found = find_quotes(as_article(text))
    assert [(quote.kind, quote.text[:12], quote.speakers[:1]) for quote in found] == [
        ("post", "“Comfortable", ("Tobias Lund",)),
        ("post", "Does anyone ", ("Tobias Lund",)),
        ("direct", "It was the c", found[2].speakers),
    ]


def test_a_letter_with_its_salutation_below_a_colon(as_article: ArticleMaker) -> None:
    text = (
        "Wendell Tarpley owned the shop behind the levee. In June he wrote:\n\n"
        "Gentlemen: It has sunk two more inches. I have marked the place with a nail.\n\nNo one came."
    )
    [letter] = find_quotes(as_article(text))
    assert letter.text.startswith("Gentlemen: It has sunk")
    assert letter.speakers == ("Wendell Tarpley",)


@pytest.mark.parametrize(
    "tag",
    [
        "neighbors Ralf and Edna Quaid said.",
        "said homeowners Ralf and Edna Quaid.",
        "said her parents, Ralf and Edna Quaid.",
        "her parents, Ralf and Edna Quaid, said in a statement.",
    ],
)
def test_a_couple_behind_a_noun_is_two(as_article: ArticleMaker, tag: str) -> None:
    text = f"Tom and Ivy Pell lost a dog in Calder. “It was dark,” {tag} “It rained,” he said."
    found = find_quotes(as_article(text))
    assert [quote.speakers for quote in found] == [("Ralf Quaid", "Edna Quaid"), ("Ralf Quaid",)]


def test_colleagues_have_names_of_their_own(as_article: ArticleMaker) -> None:
    found = find_quotes(as_article("It was late. “We closed,” said officers Glenn and Edna Quaid."))
    assert found[0].speakers == ("Glenn", "Edna Quaid")


@pytest.mark.slow
def test_many_couples_take_time_by_the_text(as_article: ArticleMaker) -> None:
    def text(number: int) -> str:
        names = map("".join, product("BDFGKLMNPRSTV", "aeiou", "bdgklmnrstv", "aeiou", "nrst"))
        return "".join(
            f"Her parents, Lou and Ana {name}, said “no {at}”. " for at, name in enumerate(islice(names, number))
        )

    assert_linear(find_quotes, lambda number: as_article(text(number)), 1_200)
