"""Two names of one person, peers by their titles, things named after people, and who is told to be dead."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from quotecli.core.types import Article
from quotecli.find import find_quotes

ArticleMaker = Callable[..., Article]


def speakers(article: Article) -> list[tuple[str, ...]]:
    return [quotation.speakers for quotation in find_quotes(article)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # the name that the text uses more is the canonical one
        (
            "The beat was late, so Big Otter, whose real name is Theodore Alst, was sorry. “It is late,” Otter said.",
            "Big Otter",
        ),
        ("Theodore Alst, who performs as Big Otter, was sorry. “It is late,” Otter said.", "Big Otter"),
        ("Ted Alst, who tours as Big Otter, was sorry. “It is late,” Otter said.", "Big Otter"),
        ("Anna Holm (born Anna Burk) won it. “I did it,” Holm said. “I did,” Burk said.", "Anna Holm"),
        (
            (
                "Lumi Vane has an album. “I moved house,” she says. The singer, born Louise Vandersten in Duluth, has"
                " worked on it for ten years. “It is done,” she says."
            ),
            "Lumi Vane",
        ),
    ],
)
def test_two_names_are_one_person(as_article: ArticleMaker, text: str, name: str) -> None:
    assert set(speakers(as_article(text))) == {(name,)}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "The Duke of Arden opened the bridge with its builder, Ned Orr. ‘It is long,’ the Duke said.",
            ["Duke of Arden"],
        ),
        ("The Duchess of Arden came on Tuesday. ‘The tea was cold,’ she said.", ["Duchess of Arden"]),
        # who has a name is called by it
        ("Prince Rupert, Duke of Arden, came. ‘We are sad,’ the Duke of Arden said.", ["Rupert"]),
        ("Meghan Vane came. The Duchess of Arden, Meghan, spoke. ‘We are sad,’ the Duchess said.", ["Meghan Vane"]),
    ],
)
def test_a_peer_is_named_by_the_title_where_there_is_no_other_name(
    as_article: ArticleMaker, text: str, names: list[str]
) -> None:
    assert [" and ".join(found) for found in speakers(as_article(text))] == names


def test_an_inn_is_not_who_keeps_it(as_article: ArticleMaker) -> None:
    text = "Casa Zulmira is run by a widow of 71 who gives her name as Zulmira. “He is dead,” says Zulmira, spooning."
    assert speakers(as_article(text)) == [("Zulmira",)]


def test_the_candidates_sister_is_not_the_candidate(as_article: ArticleMaker) -> None:
    text = (
        "Warren Holm has called it “the thing I’m proudest of.” Asked who told him, he named Brenda Holm, the"
        " candidate’s sister. A lawyer for Brenda Holm had no comment. Brenda Holm left.\n\nHolm himself spoke at noon."
        " “He counted stamps,” Holm said."
    )
    assert speakers(as_article(text))[-1] == ("Warren Holm",)


def test_an_age_in_words_is_no_part_of_a_name(as_article: ArticleMaker) -> None:
    text = "Seventy-year-old Lakshmavva lives alone. “They were washing our feet,” Lakshmavva said of the men."
    assert speakers(as_article(text)) == [("Lakshmavva",)]


def test_a_comet_is_not_who_found_it(as_article: ArticleMaker) -> None:
    text = "Inés Calder found Comet Calder-Lykke in June. “I was furious,” admits Calder, who is 31."
    assert speakers(as_article(text)) == [("Inés Calder",)]


@pytest.mark.parametrize(
    "told",
    [
        "Curtis Orr worked at the mill. Curtis Orr died in 1983. His brother, Raymond Orr, never gave up.",
        "Curtis Orr worked at the mill. Raymond Orr, his brother, read at Curtis Orr’s funeral.",
        "Raymond Orr lives here. His father was the late Curtis Orr. Curtis Orr had a mill.",
    ],
)
def test_the_dead_do_not_speak_for_the_family(as_article: ArticleMaker, told: str) -> None:
    assert speakers(as_article(f"{told}\n\n“He looked at me,” Orr said on Friday.")) == [("Raymond Orr",)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Callum Boyd scored. The Scot was not happy. ‘You can’t play like that,’ he told a reporter.", "Callum Boyd"),
        ("Jens Kraus won it. The German said he was tired. “I slept badly,” the German said.", "Jens Kraus"),
        ("Compare Renata Sills, who lost her seat in April. “I don’t care,” she said.", "Renata Sills"),
    ],
)
def test_one_of_a_people_and_a_verb_that_opens_are_no_names(as_article: ArticleMaker, text: str, name: str) -> None:
    assert speakers(as_article(text)) == [(name,)]
