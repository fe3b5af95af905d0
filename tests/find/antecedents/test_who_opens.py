"""Somebody without a name who opens a paragraph, documents on pages, and what is heard in court."""

from __future__ import annotations

import pytest
from tests.find.conftest import ArticleMaker

from quotecli.find import find_quotes

MISSION = "Observers doubt result\n\nJean-Marc Duval, who heads the mission, smiled. “We saw it,” he said.\n\n"
DEBATE = (
    "Debate night\n\n“She is relentless,” Teddy Rourke said of Gwen Abbott.\n\n"
    "Nkechi Adey, a nurse, watched. She came out undecided, she said.\n\n"
)


def last(as_article: ArticleMaker, text: str) -> tuple[str, ...]:
    found = find_quotes(as_article(text))
    return found[-1].speakers if found else ()


@pytest.mark.parametrize(
    "text",
    [
        f"{MISSION}A western diplomat was blunter. “Everybody knew the score,” he said.",
        f"{DEBATE}Her husband liked Rourke. “He reminds me of my dad,” he said.",
        (
            "Chain slides\n\nAnneliese Thorne runs a fund. “It is fine,” she said.\n\n"
            "A supplier of linen, who asked not to be named, said insurers had been asking. “I’ve had calls,” she said."
        ),
        (
            "Roofer jailed\n\nBrian Rudd, 44, of Quarry Lane, Dunsby, pleaded guilty on Friday.\n\n"
            "One victim, an 83-year-old woman who lives alone, was driven to a bank. In a statement read to the "
            "court, she said: “I used to love a knock at the door.”"
        ),
        (
            "Trial\n\nGareth Lomax told Ana Bell he was raising money for a roof that, Bolsworth Crown Court heard, "
            "“does not exist”."
        ),
        (
            "Flats\n\nAnjali Thapa, 34, lives in one. “I can touch both walls,” she said.\n\n"
            "A mother of two surnamed Wong, has been on the list since 2018.\n\n“My son draws a square,” she said."
        ),
        (
            "Islands vote\n\nTiago Leitao, who leads the opposition, went to the tribunal.\n\n“We saw it,” said its "
            "vice-president, who read the ruling aloud. He added that they had “every right” to appeal."
        ),
        (
            "Pushbacks\n\nMamadou Diallo was held. “They took my shoes first,” he said.\n\n"
            "A Syrian, who was travelling with his brother, described being bitten. “They were laughing,” he said."
        ),
        "Debate\n\nAlun Pell: I stand by them.\n\nMr Speaker: Order.\n\nAlun Pell: I do.\n\nMr Speaker: Order!",
    ],
)
def test_nobody_who_is_named_said_it(as_article: ArticleMaker, text: str) -> None:
    assert last(as_article, text) == ()


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            (
                "Wallets frozen\n\nA trader, Emeka Obi, said: “Nine days!”\n\nTunde Balogun, in an interview with "
                "our correspondent, declined to say more. “Let us not put the cart before the horse,” he said."
            ),
            "Tunde Balogun",
        ),
        (
            (
                "Election contested\n\nOusmane Tidjan claimed it.\n\nBut Fatou Keleb, a former prime minister, "
                "refused to concede. “I have the sheets,” the 58-year-old economist said."
            ),
            "Fatou Keleb",
        ),
        (
            (
                "Film finds a home\n\n“Ingrid can make a map exciting,” said Marcus Tan, president of production.\n\n"
                "“We’ve crunched it every way you can,” the exec added."
            ),
            "Marcus Tan",
        ),
        (
            (
                "Pipeline firm talks to lenders\n\nTransAnatolia Pipelines said on Monday that talks with lenders were "
                "“constructive” but warned that it might not pay.\n\n“The company goes on,” it said in a filing."
            ),
            "TransAnatolia Pipelines",
        ),
        (
            (
                "Shelter opens\n\nTadhg Buckley runs it. “We are full,” Buckley said.\n\n"
                "The trust’s founder, the late Sr Columba Healy, used to say that a roof was “the least of it”."
            ),
            "Columba Healy",
        ),
        (
            (
                "Mine idles\n\nNorthgate Potash Corp. says it will idle its mine.\n\n"
                "Northgate's 2023 annual report told shareholders the company was “well positioned”."
            ),
            "Northgate Potash Corp.",
        ),
        (
            (
                "Blaze\n\nHarwick Fire Service says a man may have lived there.\n\n"
                "“We ask that person to call us,” a post on Harwick Fire Service's Facebook page read."
            ),
            "Harwick Fire Service",
        ),
        (
            "Strike\n\nThe National Union of Transit and Harbour Workers met.\n\nThe union called it “a threat”.",
            "National Union of Transit and Harbour Workers",
        ),
        (
            "Mandate\n\nThe Front for Renewal, a coalition, said it would not recognise a “stolen mandate”.",
            "Front for Renewal",
        ),
        (
            (
                "Travel\n\n3.6 The Department of Regional Services disagreed.\n\n"
                "3.7 The Rural Doctors' Network of Skerry submitted that the subsidy “bears no relation to fuel”."
            ),
            "Rural Doctors' Network of Skerry",
        ),
        (
            (
                "Cholera stalks camps in Chad\n\nAdré, Chad – Fatime Abakar sits outside the clinic. Three neighbours "
                "have died.\n\n“The first was the old man,” the 29-year-old told us."
            ),
            "Fatime Abakar",
        ),
        (
            (
                "Senate votes\n\nLorenzo Paz watched. Sen. Tom Delarue spoke for an hour.\n\n"
                "“I’d have read it all,” the 61-year-old told reporters."
            ),
            "Tom Delarue",
        ),
    ],
)
def test_who_is_named_said_it(as_article: ArticleMaker, text: str, speaker: str) -> None:
    assert last(as_article, text) == (speaker,)
