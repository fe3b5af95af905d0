"""What holds whatever the weights say: structure that the layout gives is speech, and a block keeps its speaker."""

from __future__ import annotations

from tests.find.conftest import ArticleMaker

from quotecli.find import find_quotes


def test_every_line_of_a_script_is_speech(as_article: ArticleMaker) -> None:
    lines = ["CHAIR: Order.", "MS PELL: No.", "CHAIR: Two.", "MS PELL: Wednesday."]
    found = find_quotes(as_article("\n\n".join(lines)))
    assert [quotation.text for quotation in found] == ["Order.", "No.", "Two.", "Wednesday."]
    assert found[1].speakers == found[3].speakers == ("Pell",)


def test_what_somebody_named_called_a_thing_is_speech(as_article: ArticleMaker) -> None:
    (found,) = find_quotes(as_article("Ada Pell came to the fair. Pell called it “unscientific” and left at once."))
    assert (found.text, found.speakers) == ("unscientific", ("Ada Pell",))


def test_a_name_in_capitals_is_written_as_a_name(as_article: ArticleMaker) -> None:
    found = find_quotes(as_article("DANA: We found the piano.\n\nWREN: Not what was in it.\n\nDANA: I am telling it."))
    assert [quotation.speakers for quotation in found] == [("Dana",), ("Wren",), ("Dana",)]


def test_an_acronym_stays_in_capitals(as_article: ArticleMaker) -> None:
    (found,) = find_quotes(as_article("The march began on Monday. “We stay,” NAAPB said in a letter to its members."))
    assert found.speakers == ("NAAPB",)


def test_a_block_that_goes_on_keeps_its_speaker(as_article: ArticleMaker) -> None:
    text = (
        "Ada Pell read from her notes on Monday:\n\n    We hold that a loaf is an event.\n\n"
        "    We do not hate the toaster.\n\nTom Wray, who was in the hall, left early."
    )
    found = find_quotes(as_article(text))
    assert [quotation.text for quotation in found] == [
        "We hold that a loaf is an event.",
        "We do not hate the toaster.",
    ]
    assert found[0].speakers == found[1].speakers


def test_an_office_in_german_is_the_person_named_behind_it(as_article: ArticleMaker) -> None:
    text = (
        "Die Sprecherin der Gruppe, Gerda Mönch, kam am Montag nach Kassel und wartete vor dem Rathaus.\n\n"
        "„Das ist noch nicht das letzte Wort“, sagte die Sprecherin der Gruppe, Gerda Mönch, am Abend."
    )
    (found,) = find_quotes(as_article(text))
    assert found.speakers == ("Gerda Mönch",)
