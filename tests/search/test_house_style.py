"""What papers write each in their own style is formatting to `check`; what only looks so is altered."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.search.test_check_signs import held

from quotecli.search import Status
from quotecli.search.house_style import in_one_style


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ("The U.S. sent a fax to our village hall.", "The US sent a fax to our village hall."),
        ("The BBC gave my goat a Ph.D. in patience.", "The B.B.C. gave my goat a PhD in patience."),
        ("We close at 5:30 p.m. on every Sunday.", "We close at 5.30pm on every Sunday."),
        ("We close at 5 p.m. on every Sunday.", "We close at 5:00 PM on every Sunday."),
        ("Bring a tool, i.e. a spoon, to the quay.", "Bring a tool, ie a spoon, to the quay."),
        ("It was J. K. Hollis who played the saw.", "It was J K Hollis who played the saw."),
        ("It was Mr. T. Hollis who played the saw.", "It was Mr T Hollis who played the saw."),
        ("We drank from the river in the 1990s.", "We drank from the river in the ’90s."),
        ("We drank from the river in the nineties.", "We drank from the river in the 1990's."),
        ("A rabbit of 2.5 kg fed us for a week.", "A rabbit of 2.5kg fed us for a week."),
        ("Okay, we walked towards the harbour.", "O.K., we walked toward the harbour."),
        ("I have locked the door since September 11.", "I have locked the door since 9/11."),
        ("After 9/11 we stopped opening the door.", "After Sept. 11, we stopped opening the door."),
        ("He was the second-best trumpeter in town.", "He was the [second-]best trumpeter in town."),
        ("We sat in the set-up room of the harbour.", "We sat in the set[-]up room of the harbour."),
        ("She is unhappy with the new harbour wall.", "She is [un]happy with the new harbour wall."),
        ("She is the best nurse in all the valley.", "She is the [very] best nurse in all the valley."),
    ],
)
def test_a_papers_style_is_formatting(tmp_path: Path, said: str, text: str) -> None:
    assert held(tmp_path, said, text).status is Status.FORMATTING


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ("We close at 5 p.m. on every Sunday.", "We close at 5 a.m. on every Sunday."),
        ("The U.S. sent a fax to our village hall.", "The UK sent a fax to our village hall."),
        ("We drank from the river in the 1990s.", "We drank from the river in the ’80s."),
        ("He was in the nineties when he sailed.", "He was in his nineties when he sailed."),
        ("I have locked the door since September 12.", "I have locked the door since 9/11."),
        ("The quay took 9/11 of the year's money.", "The quay took September 11 of the year's money."),
        ("He was the best trumpeter in the town.", "He was the [second-]best trumpeter in the town."),
        ("He was the best trumpeter in the town.", "He was the [second] best trumpeter in the town."),
        ("They run the largest farm of the valley.", "They run the [3rd] largest farm of the valley."),
        ("She is an honest nurse, I always thought.", "She is a [dis]honest nurse, I always thought."),
        ("His wife is on the council of the harbour.", "His [ex-]wife is on the council of the harbour."),
        ("The quay is 40 m long and cost nothing.", "The quay is 40m long and cost nothing."),
    ],
)
def test_what_only_looks_like_style_is_altered(tmp_path: Path, said: str, text: str) -> None:
    assert held(tmp_path, said, text).status is Status.ALTERED


@pytest.mark.parametrize(
    "text",
    ["what am i a fool", "it was plan b. i left", "no. a boat", "it ends here. a dog barks.", "10-15 or 3.5 a day"],
)
def test_what_is_no_abbreviation_stays(text: str) -> None:
    assert in_one_style(text) == text
