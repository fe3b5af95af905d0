"""Labels of one name get the full one that the lines tell; joint labels, nobody's labels, posts that answer others."""

from __future__ import annotations

from collections.abc import Callable

from quotecli.core.types import Article
from quotecli.find import find_quotes

_PODCAST = """Side Streets, episode 12: the man who counts drains (transcript)

Petra: Hello and welcome to Side Streets, the show about the things below our feet. I’m Petra Lindgate.

Owen: And I’m Owen Marsh, and I have lost my voice.

Petra: With us today is Harold Finn, who has counted every drain in Wexley. Harold, why?

Harold: Well, somebody told me that there were four thousand, and I didn't believe it.

Petra and Owen: Nobody would!

Unknown speaker: Can you move back from the microphone a bit?

Petra: That’s our producer, who has been holding that in for twenty minutes.
"""

_POSTS = """Nora Tallis
@nora_tallis
the hole on Mill Street now has a fish in it and somebody has named the fish
8:14 AM · Jan 11, 2024

Saltmere Roads
@SaltmereRoads
Replying to @nora_tallis
Good morning! A crew is booked for the 19th and we ask you not to feed the fish.
9:02 AM · Jan 11, 2024
"""

_PULLED = """Delphine Ash tunes two hundred pianos a year, most of them in places without a road.

“A piano in a cold church is a sulking child.”

Her brother Hugo, who built the workshop, has less patience. “A piano in a cold church is a sulking child,” she says.
"""


def test_first_names_before_lines_get_the_full_names_of_the_lines(as_article: Callable[[str], Article]) -> None:
    assert [quotation.speakers for quotation in find_quotes(as_article(_PODCAST))] == [
        ("Petra Lindgate",),
        ("Owen Marsh",),
        ("Petra Lindgate",),
        ("Harold Finn",),
        ("Petra Lindgate", "Owen Marsh"),
        (),
        ("Petra Lindgate",),
    ]


def test_a_first_name_that_begins_two_full_names_stays_alone(as_article: Callable[[str], Article]) -> None:
    text = _PODCAST.replace("has been holding", "Petra Vance, has been holding")
    assert {quotation.speakers for quotation in find_quotes(as_article(text)) if quotation.said_as == "Petra"} == {
        ("Petra",)
    }


def test_a_post_that_answers_another_is_its_writers(as_article: Callable[[str], Article]) -> None:
    found = [(quotation.speakers, quotation.text[:12]) for quotation in find_quotes(as_article(_POSTS))]
    assert found == [(("Nora Tallis",), "the hole on "), (("Saltmere Roads",), "Good morning")]


def test_a_pull_quote_is_said_by_who_says_it_in_the_text(as_article: Callable[[str], Article]) -> None:
    first, second = find_quotes(as_article(_PULLED))
    assert first.speakers == second.speakers == ("Delphine Ash",)
