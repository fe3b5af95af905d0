"""Who is named only behind the pronoun, and who leads a sentence although another is named in it before or after."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from quotecli import article
from quotecli.core.types import Article
from quotecli.find import find_quotes

ArticleMaker = Callable[..., Article]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Tom Hale won. Asked what he would do next, Ned Orr grinned. “A long swim,” he said.", "Ned Orr"),
        ("Tom Hale won. When he was asked about it, Ned Orr sighed. “A long swim,” he said.", "Ned Orr"),
        # a quotation between, or another sentence: the pronoun goes back
        ("Tom Hale won. After the race he sat down. Ned Orr left. “A long swim,” Orr said.", "Ned Orr"),
        # whose chairman speaks does not lead
        ("Tom Hale rests. Hale’s chairman, Ned Orr, told of Hale’s leg. He called it “a long story”.", "Ned Orr"),
        # an opening tells of somebody new, who is named at the head of the next paragraph
        (
            "A bus tycoon said he was “a victim”.\n\nNed Orr, 58, spoke out in Spain.\n\n“I am,” said the 58-year-old.",
            "Ned Orr",
        ),
        ("A dad-of-three said he felt “robbed”.\n\nNed Orr, from Dunmore, came home to find it gone.", "Ned Orr"),
        # who is said to claim something in another's report is not who reports
        ("Ned Orr said it would end in Tom Hale claiming the seat. “A long story,” he said.", "Ned Orr"),
    ],
)
def test_whom_he_means(as_article: ArticleMaker, text: str, speaker: str) -> None:
    assert find_quotes(as_article(text))[-1].speakers == (speaker,)


@pytest.mark.parametrize(
    "text",
    [
        "A bus tycoon said he was “a victim”.\n\nThe shadow minister Ned Orr said otherwise.",
        "A bus tycoon said he was “a victim”.\n\nOn Monday Ned Orr spoke out in Spain.",
        "A bus tycoon who met Tom Hale said he was “a victim”.\n\nNed Orr, 58, spoke out in Spain.",
    ],
)
def test_who_is_told_of_next_need_not_be_who_spoke(as_article: ArticleMaker, text: str) -> None:
    assert find_quotes(as_article(text))[0].speakers == ()


def test_lines_for_author_outlet_and_date_are_no_paragraphs_of_the_opening() -> None:
    head = "Ferry cuts are late\n\nBy Mairi Orme\n\nThe Skerry Herald\n\n14 March 2026\n\n"
    lead = "The ferry has been told to wait after the Convener of Skerry Council called the cuts “odd.”\n\n"
    rest = "“We wait,” Nora Quill said. Quill left. Her brother, Bo Quill, is a skipper."
    quotes = find_quotes(article(head + lead + rest + 3 * " Bo Quill came."))
    assert quotes[0].speakers == ("Nora Quill",)
