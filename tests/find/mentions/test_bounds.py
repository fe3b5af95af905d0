"""Where mentions begin and end: a verb is no part of the noun or name that it belongs to."""

from __future__ import annotations

import pytest
from tests.find.conftest import ArticleMaker

from quotecli.find import find_quotes
from quotecli.find.pieces import find_pieces
from quotecli.find.scene.scene import Scene


def mentions(as_article: ArticleMaker, text: str) -> list[str]:
    """Return the words of the mentions of a text."""
    article = as_article(text)
    return [article.text[m.start : m.end] for m in Scene(article, find_pieces(article)).mentions]


@pytest.mark.parametrize(
    ("text", "said_as"),
    [
        ("The corporation advised citizens to take “due caution”.", "The corporation"),
        ("The newspaper took note of it: “We know.”", "The newspaper"),
        ("The Harbour Times reports: “It is bad.”", "Harbour Times"),
        ("On Monday the Times reports that “it” fell.", "Times"),
        ("A bulletin to his supporters notes that it “is late”.", "his supporters"),
        ("A present from eight-year-old Poppy Hale, who said “here”.", "Poppy Hale"),
        ("“It fell,” the Easton Post reported on Monday.", "Easton Post"),
        ("Brogan BLASTS Ana: “No.”", "Brogan"),
        ("The 41-year-old diving star said “no”.", "The 41-year-old diving star"),
        ("There is a question Democrats avoid, “why?”", "Democrats"),
        ("Amid reports that “he left”, the minister said no.", "the minister"),
    ],
)
def test_a_mention_ends_before_its_verb(as_article: ArticleMaker, text: str, said_as: str) -> None:
    assert said_as in mentions(as_article, text)


@pytest.mark.parametrize(
    "text",
    [
        "It was the exchange the company attributed the “loss” to.",
        "A worry that is shared among land-owning brewers.",
    ],
)
def test_no_mention_runs_over_a_preposition_or_a_second_determiner(as_article: ArticleMaker, text: str) -> None:
    assert all(len(words.split()) <= 2 for words in mentions(as_article, text))


@pytest.mark.parametrize(
    ("text", "said_as"),
    [
        ("“No,” Marlowe press secretary Ines Okada said.", "Marlowe press secretary Ines Okada"),
        ("“It failed,” said HRU executive Director Ulla Reeve.", "HRU executive Director Ulla Reeve"),
        ("“No,” said Leeds sea-food executive Lou Hart.", "Leeds sea-food executive Lou Hart"),
        ("Herald’s Mina Osei said it was “wrong”.", "Herald’s Mina Osei"),
        ("“It was,” a spokeswoman for the Harbour Board said.", "a spokeswoman for the Harbour Board"),
        ("The family of Dolores Vega called it “a wig”.", "The family of Dolores Vega"),
        ("A spokesman for Hale’s campaign said “no”.", "A spokesman for Hale’s campaign"),
        ("“Yes,” said one of them, Tom Wray.", "one of them"),
        ("Marty Black won. Black, who was there, said “yes”.", "Black"),
        ("Faculty Senate on Thursday said “no”.", "Faculty Senate"),
    ],
)
def test_a_mention_holds_all_that_belongs_to_it(as_article: ArticleMaker, text: str, said_as: str) -> None:
    assert said_as in mentions(as_article, text)


def relations(as_article: ArticleMaker, text: str) -> dict[str, str]:
    """Return how each mention of a text stands to its reporting verb."""
    article = as_article(text)
    scene = Scene(article, find_pieces(article))
    return {article.text[m.start : m.end]: scene.profiles[n].relation for n, m in enumerate(scene.mentions)}


@pytest.mark.parametrize(
    ("text", "subject", "governed"),
    [
        ("A notice on the website reads: “Mind the gulls.”", "A notice", "the website"),
        ("Bakers walking along the embankment sang “no”.", "Bakers", "the embankment"),
        ("A letter published in the Herald said “no”.", "A letter", "Herald"),
        ("An aide to the mayor, who asked not to be named, said it was “odd”.", "An aide", "the mayor"),
        ("An aide at the ministry, who asked not to be named, said it was “odd”.", "An aide", "the ministry"),
        ("An adviser to the mayor said it was “odd”.", "An adviser", "the mayor"),
    ],
)
def test_behind_a_preposition_stands_no_subject(
    as_article: ArticleMaker, text: str, subject: str, governed: str
) -> None:
    found = relations(as_article, text)
    assert found[subject] == "SV"
    assert found[governed] != "SV"


def test_a_subject_that_leads_shares_a_later_verb(as_article: ArticleMaker) -> None:
    assert relations(as_article, "Hale quits and blames “greed” for it.")["Hale"] == "SC"
    assert relations(as_article, "Hale quits and the board blames “greed” for it.")["Hale"] == "-"


def test_what_a_preposition_governs_is_no_verb(as_article: ArticleMaker) -> None:
    found = relations(as_article, "From his secretary of state, the pair want it: he should “act at once”.")
    assert found["his secretary"] == "-"


@pytest.mark.parametrize(
    "text",
    [
        "PORT ELLIS, Me. — Gov. Ada Pell said on Monday that the ferry was late and the bread was “old”.",
        "PORT ELLIS, July 25 (UPN) — Gov. Ada Pell said on Monday that the ferry was late and the bread was “old”.",
    ],
)
def test_a_dateline_is_a_sentence_of_its_own(as_article: ArticleMaker, text: str) -> None:
    article = as_article(text)
    scene = Scene(article, find_pieces(article))
    leading = [article.text[m.start : m.end] for n, m in enumerate(scene.mentions) if scene.leads[n]]
    assert "Gov. Ada Pell" in leading


def test_capitals_before_a_dash_and_a_quotation_open_no_sentence(as_article: ArticleMaker) -> None:
    article = as_article("MARA — “I never said so.”")
    scene = Scene(article, find_pieces(article))
    assert len(scene.stream.first) == 1


@pytest.mark.parametrize(
    "name",
    [
        "Eleanor van de Velde", "Ignacio Ferreyros de la Puente", "Ursula von der Linden", "Faisal bin Turki al-Harthi",
        "Jean-Baptiste de la Rochette", "Ludwig van Beethoven", "Charles de Gaulle", "Mathijs van der Veen",
        "Máire Ní Dhomhnaill",
    ],
)  # fmt: skip
def test_names_have_their_particles(as_article: ArticleMaker, name: str) -> None:
    assert f"Professor {name}" in mentions(as_article, f"“No,” said Professor {name}, who leads it.")
    assert name in mentions(as_article, f"“No,” said {name} in May.")


@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("Eleanor van de Velde", "van de Velde"),
        ("Ali al-Harthi", "al-Harthi"),
        ("Ana Ugarte Salazar", "Ugarte"),
    ],
)
def test_short_names_lead_to_such_full_ones(as_article: ArticleMaker, full: str, short: str) -> None:
    found = find_quotes(as_article(f"“No,” said {full}, who leads it.\n\n“Never,” {short} said."))
    assert [quotation.speakers for quotation in found] == [(full,)] * 2


def test_an_adverb_is_no_part_of_the_noun_before_it(as_article: ArticleMaker) -> None:
    text = "President Orsi said so. The president's office later said he had “misspoken.”"
    (quotation,) = find_quotes(as_article(text))
    assert quotation.said_as == "The president's office"
