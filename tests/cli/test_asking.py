"""What a user asks for and gets no answer to is told why, or found in the end."""

from __future__ import annotations

import pytest
from tests.cli.conftest import Quotes

TEXT = '"It is ours," said Ngozi Okafor and Thomas Brill.\n\n"We like the harbour," said Ngozi Okafor.\n'


@pytest.fixture
def asked(quotes: Quotes) -> Quotes:
    (quotes.home / "a.txt").write_text(TEXT, encoding="utf-8")
    assert quotes("add", "a.txt").returncode == 0
    return quotes


@pytest.mark.parametrize("name", ["Ngozi Okafor and Thomas Brill", "thomas brill & ngozi okafor", "Brill and Okafor"])
def test_who_spoke_together_is_found_by_both_names(asked: Quotes, name: str) -> None:
    assert [quote["text"] for quote in asked.json("by", name)] == ["It is ours,"]


def test_of_two_of_whom_one_is_unknown_nothing_is_shown(asked: Quotes) -> None:
    done = asked("by", "Ngozi Okafor and Petra Nobody")
    assert (done.returncode, done.stdout) == (1, "")


@pytest.mark.parametrize("word", ["harbr", "harber"])
def test_a_word_further_off_than_is_searched_for_is_offered(asked: Quotes, word: str) -> None:
    done = asked("search", word)
    assert done.returncode == 1
    assert "did you mean: harbour?" in done.stderr


def test_reports_that_were_not_kept_are_told_how_to_keep(asked: Quotes) -> None:
    done = asked("search", "--kind", "indirect", "")
    assert done.returncode == 1
    assert "add --indirect" in done.stderr
