"""Pages that were made from printed ones, with an element for each printed line."""

from __future__ import annotations

import pytest
from tests.read.pages import page, roles

FIRST = [
    "The harbor bridge will open in the spring, the commission",
    "said on Monday, after three years of repairs that cost more",
    "than anybody had planned. The chair, Ada Marlow, said: “We",
    "waited three years, and so did everybody who lives near the",
    "bridge.”",
]
SECOND = [
    "The engineer told the commission that “the noise was hard",
    "on the neighbors,” and that he was sorry for it. The work at",
    "night will end before the summer is over, and the com-",
    "mission thanks all residents.",
]
WHOLE = [" ".join(FIRST), " ".join(SECOND).replace("com- mission", "commission")]


def bodies(markup: str) -> list[str]:
    found = page(f"<html><head><title>Report</title></head><body>{markup}</body></html>")
    return [text for role, text in roles(found) if role == "body"]


@pytest.mark.parametrize(
    "markup",
    [
        "".join(f"<p>{line}</p>" for line in FIRST + SECOND),
        "".join(f"<div style='left:60px'><span>{line}</span></div>" for line in FIRST + SECOND),
        f"<div>{'<br>'.join(FIRST + SECOND)}</div>",
        f"<div>{'<br>'.join(FIRST)}<br><br>{'<br>'.join(SECOND)}</div>",
    ],
)
def test_printed_lines_become_paragraphs(markup: str) -> None:
    assert bodies(markup) == WHOLE


VERSES = [
    "The tide came in, the tide went out,",
    "And nobody was there to see",
    "The keeper turn her lamp about",
    "And put the boats upon the lee.",
    "She sang to them of wind and sail",
    "While all the town was fast asleep,",
    "And told the gulls a longer tale",
    "Than any log has room to keep.",
]
ADDRESS = ["Ada Marlow", "Harbor Commission", "12 Quay Street", "third floor", "Saltmouth", "Maine 04101"]


@pytest.mark.parametrize("lines", [VERSES, ADDRESS])
def test_verses_and_addresses_keep_their_lines(lines: list[str]) -> None:
    assert bodies("<p>" + "<br>".join(lines) + "</p>") == ["\n".join(lines)]
