"""Labels that give less than a name: initials, offices, handles, one of many; and questions that have none."""

from __future__ import annotations

import pytest
from tests.find.conftest import ArticleMaker

from quotecli.find import find_quotes

_TABLE = """Round table: who mends the menders?

Three menders met in our office to talk about the trade. Delia Arkham was in the chair.

**Delia Arkham** Let’s start with the worst thing that you ever sent back.

**Samir Koury** A clock. It went backwards, and the owner said that he liked it so.

**DA** Is there a rule that you would die for?

**SK** I gave up rules when I had children.

**DA** Then we have nothing to talk about.

**SK** We never had.
"""

_TUNER = """Clara Delmont has tuned pianos for twenty years. Interview by Ivo Bendix.

Ivo Bendix – How does one become a tuner of pianos in a town like this?

Clara Delmont – Out of laziness. I preferred to take the keyboard apart.

I. B. – You write that every piano has a character of its own.

C. D. – No, every owner has. The piano obeys, sometimes badly.

I. B. – Which was the most difficult that you have known?

C. D. – That of a lawyer, in Saltmere. He wanted nobody to touch it.
"""

_PODCAST = """Episode 12: transcript

CARLA BELLMAN: Welcome back to the show about food. I’m Carla Bellman.

DEVI ANAND PILLAY: And I’m Devi, and I’m hungry.

CB: Let’s go to a bakery, in Port Stannel, to a woman who bakes by a map of hers.

DAP: It smells so good in here, and I go in and I stay.

CB: I do so, too.

DAP: By now I do it by habit.
"""

_COUNCIL = """Wexley Town Council: record of the extraordinary meeting

Present: Cllr Margaret Olney (Mayor, in the chair), Cllr Pauline Sparke, Cllr Anthony Sparke, the Town Clerk.

The Mayor: We come to item 3, and I remind members that it is about the lavatories.

Cllr P. Sparke: I move that the council reopen them from the first of November.

Cllr A. Sparke: I second that, and for once I agree with my sister-in-law.

A member of the public: Are we allowed to ask something?

The Mayor: You are, under item 9, which we have not reached.

The court reporter: I can only take one at a time.

Cllr P. Sparke: With respect, item 9 will be at half past ten.
"""

_POSTS = """Forty passengers spent the evening in a lay-by after a bus lost power on the moor.

The first sign of trouble was a post from a passenger, Kwame Ofori, shortly before seven.

> Kwame Ofori @kofori_walks · 4 June
> On the 84 at Callow Top. The driver says that the engine is thinking.

Others were less forgiving:

> @callow_commuter
> Third breakdown this month. I have started packing a sleeping bag.

Mr Ofori said that he would take the bus again.
"""

_SOIL = """“Soil is slow news”: Tarek Mansoor on thirty years of digging

The scientist Tarek Mansoor has spent three decades in fields. Ulla Brandveld put the questions, at his farm.

You’re a ploughman’s son. Did your father ever forgive you?

He never mentioned it. He’d come and look at my field, and then go home.

One year he brought a spade. He dug a hole, looked in it, and said, “Worms.” That was all.

How do you explain what a dead soil is like?

Flour. You pick it up and it has no opinion.

Your new book is called “Nothing Happens”. Wasn’t your publisher alarmed?

She wanted “The Secret Underground”. I said that makes me sound like a train.

What would you tell a young farmer who starts tomorrow?

Start yesterday. I did.
"""


def _speakers(text: str, as_article: ArticleMaker) -> list[str]:
    return [" and ".join(quotation.speakers) for quotation in find_quotes(as_article(text))]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (_TABLE, ["Delia Arkham", "Samir Koury"] * 3),
        (_TUNER, ["Ivo Bendix", "Clara Delmont"] * 3),
        (_PODCAST, ["Carla Bellman", "Devi Anand Pillay"] * 3),
    ],
)
def test_initials_lead_to_whose_they_are(text: str, names: list[str], as_article: ArticleMaker) -> None:
    """Set in bold, with full stops before a dash, and where the labels leave hardly a word of English."""
    assert _speakers(text, as_article) == names


def test_a_councils_labels_lead_to_its_members(as_article: ArticleMaker) -> None:
    assert _speakers(_COUNCIL, as_article) == [
        "Margaret Olney", "Pauline Sparke", "Anthony Sparke", "", "Margaret Olney", "", "Pauline Sparke",
    ]  # fmt: skip


def test_posts_in_quoted_lines_are_their_writers(as_article: ArticleMaker) -> None:
    found = [(one.text[:9], *one.speakers) for one in find_quotes(as_article(_POSTS))]
    assert found == [("On the 84", "Kwame Ofori"), ("Third bre", "@callow_commuter")]


def test_who_puts_the_questions_asks_them(as_article: ArticleMaker) -> None:
    found = find_quotes(as_article(_SOIL))
    asked = [quotation.speakers for quotation in found if quotation.text.endswith("?")]
    answered = [quotation.speakers for quotation in found if not quotation.text.endswith("?")]
    assert (asked, set(answered)) == ([("Ulla Brandveld",)] * 4, {("Tarek Mansoor",)})
    assert len(answered) == 6
