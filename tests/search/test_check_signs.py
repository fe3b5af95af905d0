"""A manuscript's signs, brackets and ellipses: what only looks otherwise passes, what turns the sense is altered."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.store.making import document

from quotecli.search import Checked, Status, check
from quotecli.store import Store


def held(folder: Path, said: str, text: str) -> Checked:
    """Hold a text against a store that has one quote."""
    with Store.open(folder / "quotes.db") as store:
        store.write(*document("a", ("Lena Farkas", said)))
        return check(store, text, ["Lena Farkas"])


def told(checked: Checked) -> list[tuple[str, str]]:
    """Return what differs, as (the store's, the manuscript's)."""
    return [(change.first, change.text) for change in checked.changes if change.kind != "same"]


@pytest.mark.parametrize(
    ("said", "text", "difference"),
    [
        ("We spent £40m on the quay.", "We spent €40m on the quay.", ("£40m", "€40m")),
        ("It costs $10 a month to park.", "It costs 10 a month to park.", ("$10", "10")),
        ("The quay is 5 million long.", "The quay is 5m long.", ("5 million", "5m")),
        ("There is a hole in the quay.", "There’s a hole in the quay.", ("There is", "There’s")),
        ("We have mended all the boats.", "We’ve mended all the boats.", ("We have", "We’ve")),
        ("It was -3 degrees on the quay.", "It was 3 degrees on the quay.", ("-3", "3")),
        ("It was −3 degrees on the quay.", "It was 3 degrees on the quay.", ("−3", "3")),
        ("We are at +5 for the year.", "We are at -5 for the year.", ("+5", "-5")),
        ("A fever of 39.5 is no joke.", "A fever of 39 5 is no joke.", ("39.5", "39 5")),
        ("We lost 1,500 jobs in a year.", "We lost 1.500 jobs in a year.", ("1,500", "1.500")),
        ("We lost fifty-one boats that night.", "We lost 50 boats that night.", ("fifty-one", "50")),
        ("It cost 150 million pounds.", "It cost fifty million pounds.", ("150", "fifty")),
        ("It cost 150 million pounds.", "It cost 150 million dollars.", ("pounds.", "dollars.")),
        ("We had twenty five of them here.", "We had twenty-six of them here.", ("twenty five", "twenty-six")),
        ("About 3/4 of them will go.", "About 3–4 of them will go.", ("3/4", "3–4")),
        ("Two-thirds of them will go.", "3/4 of them will go.", ("Two-thirds", "3/4")),
        ("This is the third boat we lost.", "This is the 4th boat we lost.", ("third", "4th")),
        ("The odds are 2:1 against us.", "The odds are 2.1 against us.", ("2:1", "2.1")),
        ("I learned C++ at the school here.", "I learned C at the school here.", ("C++", "C")),
        ("I learned C# at the school here.", "I learned C at the school here.", ("C#", "C")),
        ("We know that a>b in this case.", "We know that a<b in this case.", ("a>b", "a<b")),
        ("We know that a ≠ b in this case.", "We know that a = b in this case.", ("≠", "=")),
        ("It grew by 10² in a year or so.", "It grew by 102 in a year or so.", ("10²", "102")),
        ("We’re sure of what we saw.", "Were sure of what we saw.", ("We’re", "Were")),
        ("She’ll never come to the harbour.", "Shell never come to the harbour.", ("She’ll", "Shell")),
        (
            "We’ll ill-treat nobody here today.",
            "Well ill treat nobody here today.",
            ("We’ll ill-treat", "Well ill treat"),
        ),
        ("Did you take the money?", "Did you take the money.", ("money?", "money.")),
        ("Did you take the money? I did.", "Did you take the money, I did.", ("money?", "money,")),
        ("You took the money from them.", "You took the money from them?", ("them.", "them?")),
        ("Nobody comes here any more.", "Nobody comes here anymore.", ("any more.", "anymore.")),
    ],
)
def test_a_sign_that_carries_meaning_is_one_of_the_words(
    tmp_path: Path, said: str, text: str, difference: tuple[str, str]
) -> None:
    checked = held(tmp_path, said, text)
    assert checked.status is Status.ALTERED
    assert told(checked) == [difference]


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ("Don’t you “dare” say that to me.", 'Don\'t you "dare" say that to me'),
        ("The quay — all of it — is ours.", "The quay - all of it – is ours."),
        ("It costs 20 million a year.", "It costs 20\u00a0million a year."),
        ("Wait… we are not done yet.", "Wait... we are not done yet."),
        ("The café is closed for good.", "the cafe is closed for good"),
        ("The co\u00adoperative will find a way.", "The cooperative will ﬁnd a way."),
        ("We lost 1,500 jobs in a year.", "We lost 1500 jobs in a year."),
        ("We lost 1,500,000 jobs in a year.", "We lost 1 500 000 jobs in a year."),
        ("We lost 40 per cent of the jobs.", "We lost 40% of the jobs."),
        ("About ¾ of them will go home.", "About 3/4 of them will go home."),
        ("It took 3½ years to build.", "It took 3 1/2 years to build."),
        ("We work from 10–20 days a month.", "We work from 10 - 20 days a month."),
        ("We close at 5.30 p.m. on Sundays.", "We close at 5:30 p.m. on Sundays."),
        ("We will ill-treat nobody here.", "We will ill treat nobody here."),
        ("Let us eat, Grandma, and go.", "Let us eat Grandma and go."),
        ("Get out of my house!", "Get out of my house."),
        ("It costs 40 € at the door.", "It costs €40 at the door."),
        ("Bread & butter for all of us.", "Bread and butter for all of us."),
        ("It took us two years to build.", "It took us 2 years to build."),
        ("We lost fifty-one boats that night.", "We lost 51 boats that night."),
        ("We need a hundred and six of them.", "We need 106 of them."),
        ("It cost one hundred and fifty million pounds.", "It cost £150m."),
        ("It cost £1.5bn in all, I believe.", "It cost 1,500 million pounds in all, I believe."),
        ("They owe us three thousand dollars.", "They owe us $3,000."),
        ("It was in nineteen ninety-six, I think.", "It was in 1996, I think."),
        ("We had 20. Five of them came back.", "We had twenty, five of them came back."),
        ("The labor movement will organize.", "The labour movement will organise."),
        ("All of us—one by one—went home.", "All of us - one by one - went home."),
        ("They told us by e-mail in the night.", "They told us by email in the night."),
        ("The cooperative pays for it all.", "The co-operative pays for it all."),
        ("We lost five million euros on the quay.", "We lost 5m euros on the quay."),
        ("The quay cost us 2.5m pounds.", "The quay cost us 2.5 million pounds."),
        ("The pier will open on May 4.", "The pier will open on the 4th of May."),
        ("They came back on 12 March 2020, all of them.", "They came back on March 12th, 2020, all of them."),
        ("It was the third winter without a boat.", "It was the 3rd winter without a boat."),
        ("She came twenty-first in the long race.", "She came 21st in the long race."),
        ("Two-thirds of the crew have left the harbour.", "2/3 of the crew have left the harbour."),
        ("Three quarters of the crew have left the harbour.", "¾ of the crew have left the harbour."),
        ("Half of the crew have left the harbour.", "1/2 of the crew have left the harbour."),
        ("We lost two quarters of growth to the flood.", "We lost 2 quarters of growth to the flood."),
    ],
)
def test_what_only_looks_otherwise_is_formatting(tmp_path: Path, said: str, text: str) -> None:
    checked = held(tmp_path, said, text)
    assert (checked.status, checked.changes) == (Status.FORMATTING, ())


@pytest.mark.parametrize("day", ["the 5th of May", "May 14", "4 June", "5/4"])
def test_another_day_is_altered(tmp_path: Path, day: str) -> None:
    checked = held(tmp_path, "The pier will open on May 4.", f"The pier will open on {day}.")
    assert checked.status is Status.ALTERED


def test_a_question_cut_short_is_still_one(tmp_path: Path) -> None:
    said = "Why did you go there when nobody had asked you to?"
    assert held(tmp_path, said, "Why did you go there?").status is Status.TRUNCATED
    assert held(tmp_path, said, "go there when nobody had asked you to,").status is Status.TRUNCATED


@pytest.mark.parametrize(
    ("said", "text", "difference"),
    [
        ("I will not sell the house.", "I will [gladly] sell the house.", ("not", "[gladly]")),
        ("I did not resign from the board.", "I did [certainly] resign from the board.", ("not", "[certainly]")),
        ("I did not resign from the board.", "I did [] resign from the board.", ("not", "[]")),
        ("Some of the councillors lied.", "[None] of the councillors lied.", ("Some", "[None]")),
        ("Some of the councillors lied.", "[All] of the councillors lied.", ("Some", "[All]")),
        ("We need 40 more beds by May.", "We need [400] more beds by May.", ("40", "[400]")),
        ("I support the mayor in this.", "I [oppose] the mayor in this.", ("support", "[oppose]")),
        ("They were happy with the price.", "They were [unhappy] with the price.", ("happy", "[unhappy]")),
        ("I did resign from the board.", "I did [not] resign from the board.", ("", "[not]")),
        ("I don’t like the new mayor.", "I [do] like the new mayor.", ("don’t", "[do]")),
        ("We will stay, we may go.", "We will stay, we [will] go.", ("may", "[will]")),
    ],
)
def test_a_bracket_may_not_turn_the_sense(tmp_path: Path, said: str, text: str, difference: tuple[str, str]) -> None:
    checked = held(tmp_path, said, text)
    assert checked.status is Status.ALTERED
    assert told(checked) == [difference]


@pytest.mark.parametrize(
    ("said", "text", "difference"),
    [
        ("I know it will fall in a year.", "I know [the council] will fall in a year.", [("it", "[the council]")]),
        ("They go to the harbour each day.", "They [went] to the harbour each day.", [("go", "[went]")]),
        ("They walk to the harbour each day.", "They walk[ed] to the harbour each day.", [("walk", "walk[ed]")]),
        ("I do not like the new mayor.", "I [did not] like the new mayor.", [("do", "[did")]),
        (
            "They came to me for the money.",
            "[The two sisters] came to me for the money.",
            [("They", "[The two sisters]")],
        ),
        ("The harbour is closed on Monday.", "[T]he harbour is closed on Monday.", []),
        ("The mayor came to see us all.", "The mayor [Lena Farkas] came to see us all.", []),
        ("They has a lot of money here.", "They has [sic] a lot of money here.", []),
        ("They has a lot of money here.", "They has (sic) a lot of money here.", []),
        ("He told us to wait for the boat.", "He told us to [keep quiet] for the boat.", [("wait", "[keep quiet]")]),
    ],
)
def test_what_a_bracket_stands_for_is_told(
    tmp_path: Path, said: str, text: str, difference: list[tuple[str, str]]
) -> None:
    checked = held(tmp_path, said, text)
    assert checked.status is Status.FORMATTING
    assert told(checked) == difference


@pytest.mark.parametrize(
    ("said", "text", "status"),
    [
        ("We found no evidence of fraud.", "We found … evidence of fraud.", Status.ALTERED),
        ("I did not resign from the board.", "I did … resign from the board.", Status.ALTERED),
        ("I didn’t go, nor did I resign.", "I … resign.", Status.ALTERED),
        ("I can’t say that the mayor lied to us.", "The mayor lied to us.", Status.ALTERED),
        ("I can’t say that the mayor lied to us.", "… the mayor lied to us.", Status.ALTERED),
        ("I can’t say that he lied to us.", "[The mayor] lied to us.", Status.ALTERED),
        ("We can’t live without a pension.", "We can’t live … a pension.", Status.ALTERED),
        ("I can’t say that the mayor lied to us.", "the mayor lied to us", Status.TRUNCATED),
        ("I do not know, but the mayor lied to us.", "The mayor lied to us.", Status.TRUNCATED),
        ("No. I will stay with the boats.", "I will stay with the boats.", Status.TRUNCATED),
        ("No, I will go to the harbour.", "I will go to the harbour.", Status.TRUNCATED),
        ("We will go. Nobody asked us. We will come back.", "We will go. … We will come back.", Status.TRUNCATED),
        ("We went to St. Ives with no money.", "We went … to St. Ives", Status.TRUNCATED),
        ("I never asked Mr. Quaid to go there.", "I … asked Mr. Quaid to go there.", Status.ALTERED),
        ("We left the house at the quay to them.", "We left the house … to them.", Status.TRUNCATED),
        ("I did not go. I did, later, go home.", "I did … go home.", Status.TRUNCATED),
    ],
)
def test_an_ellipsis_or_a_cut_may_not_swallow_a_negation(tmp_path: Path, said: str, text: str, status: Status) -> None:
    checked = held(tmp_path, said, text)
    assert checked.status is status
    assert bool(told(checked)) == (status is Status.ALTERED)


def test_the_words_that_a_cut_leaves_out_are_shown(tmp_path: Path) -> None:
    checked = held(tmp_path, "It rained. I can’t say that the mayor lied to us.", "The mayor lied to us.")
    assert told(checked) == [("I can’t say that", "")]


def test_words_that_stand_elsewhere_are_shown_where_they_stood(tmp_path: Path) -> None:
    said = "The old mayor of the town jumped before the ferry sank."
    checked = held(tmp_path, said, "The ferry sank before the old mayor of the town jumped.")
    assert told(checked) == [("", "The ferry sank before"), ("before the ferry sank.", "")]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The minister will not leave the house.", Status.EXACT),
        ("The min-\nister will not leave the house.", Status.FORMATTING),
        ("The min- ister will not leave the house.", Status.FORMATTING),
        ("the min-\nister will not leave", Status.TRUNCATED),
        ("The min-\nister will never leave the house.", Status.ALTERED),
    ],
)
def test_a_word_parted_at_the_end_of_a_line_is_one(tmp_path: Path, text: str, status: Status) -> None:
    assert held(tmp_path, "The minister will not leave the house.", text).status is status
