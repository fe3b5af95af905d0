"""A paragraph that is a quotation and nothing else, as news with a sentence a paragraph has them."""

from __future__ import annotations

import pytest
from tests.find.conftest import ArticleMaker

from quotecli.find import find_quotes

_WOMAN = """Forty people spent the night in a sports hall after a fire at a block of flats in Saltmere.

"We could smell smoke and then the lights went," said Imran Qadir, a bus driver who lives on the fourth floor.

One woman, who did not want to be named, said the alarms had not sounded.

"I have told them about the alarms three times."
"""

_NEIGHBOUR = """Imran Qadir told the council about the alarms in March.

A neighbour said the council had never answered.

"They just don't care about people like us."

The council has been asked to comment on the fire.
"""

_SPOKESMAN = """Councillor Bernice Holt visited the tower on Monday with Imran Qadir, who has lived there since 1998.

A spokesman for Harbour Homes said the alarms had been tested.

"We will help every family until they are home."

Ms Holt leads the opposition on the council.
"""

_PASSENGER = """Leanne Carter, 41, was on her way home from work when the bus left the road.

She said that the driver had been shouting at a cyclist.

"It was horrible, we all went flying."

The driver, Tom Orr, was arrested at the scene.
"""

_RESIDENT = """Forty people spent the night in a sports hall after a fire at a block of flats in Saltmere.

"We could smell smoke and then the lights went," said Imran Qadir, a bus driver who lives there with Sara Marlow.

"Nobody knocked on our door."

"My boys carried the cat down in a pillowcase."

Councillor Bernice Holt leads the opposition.
"""


@pytest.mark.parametrize(
    ("text", "said_as", "speakers"),
    [
        (_WOMAN, "One woman", ()),
        (_NEIGHBOUR, "A neighbour", ()),
        (_SPOKESMAN, "A spokesman for Harbour Homes", ()),
        (_PASSENGER, "She", ("Leanne Carter",)),
        (_RESIDENT, "Imran Qadir", ("Imran Qadir",)),
    ],
)
def test_it_is_theirs_who_spoke_or_told_something_right_above(
    as_article: ArticleMaker, text: str, said_as: str, speakers: tuple[str, ...]
) -> None:
    last = find_quotes(as_article(text))[-1]
    assert last.text in {line.strip('"') for line in text.splitlines() if line.startswith('"') and line.endswith('"')}
    assert (last.said_as, last.speakers) == (said_as, speakers)
