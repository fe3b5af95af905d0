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


_VET = """‘I never met a stupid sheep’

Imelda Foyle has been a vet in the hills for 44 years, and retires. Here she answers ten minutes’ worth of questions.

*What is the first thing you remember wanting to be?*

‘A nun, until I heard about the hours,’ Foyle says. ‘Then I got a vet’s hours instead.’

*Are animals clever?*

‘I never met a stupid sheep. I’ve met plenty who’d decided they weren’t going to do what I wanted.’

*And farmers?*

‘You won’t catch me there,’ she says, laughing. ‘Farmers’ wives I could tell you about.’

*What will you miss?*

‘The smell of a calf. It’s like warm biscuits. My husband doesn’t believe me.’
"""

_HARPIST = """The harpist Anneke Dorrin is back with her first record for years. Saul Whitby met her in her kitchen.

SAUL WHITBY: Eleven years is a long time. Did you ever think you’d finished?

ANNEKE DORRIN: Every Tuesday. I’d tell my husband, and he’d ask whether I had seen the garden.

SW: So what changed?

AD: My neighbours’ daughter asked for lessons. I’d forgotten that you could do that.

SW: The new songs have a lot of air in them.

AD: They do. On the early records I’m filling every gap, like a bad host.
"""

_INQUIRY = """The Lowmoor Inquiry: Day 11, afternoon session

MR GEOFFREY HAIGH (continued)

Questions from MS FIONA DORNAN, counsel to the inquiry

MS DORNAN: Mr Haigh, before lunch you told us that you had no recollection of the letter of 4 March.

A. I do. They’re mine.

Q. So you read it.

A. I initialled it. I initialled forty things a day.

MR PROSSER: Sir, I rise only to observe that the witness hasn’t been shown the reply.

A. I spoke to the area manager on the telephone.
"""

_ASSEMBLY = """The Presiding Officer: Order. Let us hear the minister.

*[Interruption.]*

Catriona Munro: I know what members’ constituents will say, because mine have been saying it to me.

The Presiding Officer: That is not a point of order, as Mr Ratter well knows.

Catriona Munro: I said it and I believed it.

*The meeting was suspended at 14:51 and resumed at 14:55, when members debated the motion on the sale of licences.*
"""


def test_answers_in_single_marks_leave_the_reporters_words_out(as_article: Callable[[str], Article]) -> None:
    found = [quotation for quotation in find_quotes(as_article(_VET)) if quotation.speakers]
    assert all(quotation.speakers == ("Imelda Foyle",) and "says" not in quotation.text for quotation in found)
    assert [quotation.text[:5] for quotation in found] == [
        "I nev", "A nun", "Then ", "I nev", "You w", "Farme", "The s",
    ]  # fmt: skip


def test_initials_that_are_a_word_lead_to_who_has_them(as_article: Callable[[str], Article]) -> None:
    found = find_quotes(as_article(_HARPIST))
    assert [quotation.speakers[0] for quotation in found] == ["Saul Whitby", "Anneke Dorrin"] * 3


def test_who_goes_on_as_a_witness_answers(as_article: Callable[[str], Article]) -> None:
    found = find_quotes(as_article(_INQUIRY))
    assert [quotation.speakers[0] for quotation in found] == [
        "Fiona Dornan", "Geoffrey Haigh", "Fiona Dornan", "Geoffrey Haigh", "Prosser", "Geoffrey Haigh",
    ]  # fmt: skip


def test_what_an_official_report_tells_of_the_sitting_is_nobodys_speech(as_article: Callable[[str], Article]) -> None:
    found = [quotation.text for quotation in find_quotes(as_article(_ASSEMBLY))]
    assert len(found) == 4
    assert not any("Interruption" in words or "resumed" in words for words in found)


def test_a_name_and_handle_before_a_colon_label_a_post(as_article: Callable[[str], Article]) -> None:
    text = "The account posted:\n\nBrightway Trains @brightway: Good morning! Grab a coffee and let us do the rest.\n"
    assert [quotation.speakers for quotation in find_quotes(as_article(text))] == [("Brightway Trains",)]


def test_the_line_below_a_pull_quote_is_its_source(as_article: Callable[[str], Article]) -> None:
    text = (
        "“You can measure it in the floor,” she says of her work. Owen Tegwell studies limpets in the same tank.\n\n"
        "> “There’s a tidal signal in the building itself”\n> Owen Tegwell\n\nHis student disagrees with him.\n"
    )
    assert [(quotation.text[:7], quotation.speakers) for quotation in find_quotes(as_article(text))][1:] == [
        ("There’s", ("Owen Tegwell",))
    ]
