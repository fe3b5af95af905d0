"""What speaks against one statement makes two; what is only written otherwise does not."""

from __future__ import annotations

from itertools import cycle, product
from pathlib import Path

import pytest
from tests.store.making import document

from quotecli.core.names import titles
from quotecli.core.spelling import spelt_in_two_ways
from quotecli.core.tables import read_table
from quotecli.store import Store
from quotecli.store.contrary import wording_of
from quotecli.store.families import alike
from quotecli.store.figures import values, with_whole_figures
from quotecli.store.opposites import negates, opposed

FIXTURES = Path(__file__).parents[1] / "fixtures" / "families"
NOT_MET = 10
"""Pairs of `same.tsv` that are one statement, but share no sketch: a word in the middle of a short one differs."""


def pairs(name: str) -> list[tuple[str, str]]:
    lines = (FIXTURES / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    return [(one, other) for one, other in rows]


def stored(path: Path, said: list[tuple[str, str]]) -> list[tuple[int | None, int | None]]:
    """Store pairs, each said by a speaker of its own; return the families of each."""
    speakers = [
        f"{given} {family}" for given, family in product("Ada Ben Cleo Dan Eve Finn".split(), map(_name, range(60)))
    ]
    with Store.open(path) as store:
        for number, (speaker, pair) in enumerate(zip(speakers, said, strict=False)):
            for place, text in enumerate(pair):
                store.write(*document(f"d{number}-{place}", (speaker, text)))
        assert store.check() == []
        found = [quote.family for quote in store.quotes(range(1, 2 * len(said) + 1))]
    return list(zip(found[::2], found[1::2], strict=True))


def _name(number: int) -> str:
    return "".join(part for part, _ in zip(cycle(("Ro", "Ka", "Lim", "Tes")), range(number % 4 + 1), strict=False)) + (
        "aeiou"[number % 5] + "bdfgklmnprst"[number % 12]
    )


@pytest.mark.parametrize("turned", [False, True])
def test_contrary_statements_are_no_family(tmp_path: Path, turned: bool) -> None:
    said = [pair[::-1] if turned else pair for pair in pairs("contrary")]
    found = stored(tmp_path / "a.db", said)
    assert [pair for pair, (one, other) in zip(said, found, strict=True) if one is not None and one == other] == []


def test_wordings_of_one_statement_are_a_family(tmp_path: Path) -> None:
    said = pairs("same")
    found = stored(tmp_path / "a.db", said)
    apart = [pair for pair, (one, other) in zip(said, found, strict=True) if one is None or one != other]
    assert len(apart) <= NOT_MET, apart


@pytest.mark.parametrize(("name", "same"), [("contrary", False), ("same", True)])
def test_held_against_each_other_either_way(name: str, same: bool) -> None:
    for one, other in pairs(name):
        first, second = wording_of(one), wording_of(other)
        assert alike(first, second, one_voice=True) is same, (one, other)
        assert alike(second, first, one_voice=True) is same, (other, one)


@pytest.mark.parametrize("order", [(0, 1, 2), (1, 0, 2), (2, 0, 1), (2, 1, 0), (0, 2, 1), (1, 2, 0)])
@pytest.mark.parametrize(
    ("one", "other"),
    [("will surely rise", "will surely fall"), ("in May stay safe", "in May stay unsafe"),
     ("on Monday", "on Friday"),
     ("by 2.5 crowns", "by 25 crowns"), ("with Harrow", "with Vance"), ("for everybody", "for nobody")],
)  # fmt: skip
def test_a_piece_of_both_does_not_join_contrary_statements(
    tmp_path: Path, order: tuple[int, ...], one: str, other: str
) -> None:
    piece = "the ferry fares to the eastern islands of the bishopric"
    wordings = (f"We believe that {piece} {one}.", f"We believe that {piece} {other}.", piece)
    with Store.open(tmp_path / "a.db") as store:
        for number, place in enumerate(order):
            store.write(*document(f"d{number}", ("Ada Lovelace", wordings[place])))
        found = [quote.family for quote in store.quotes([1, 2, 3])]
    said = dict(zip(order, found, strict=True))
    assert said[0] is None or said[0] != said[1]
    assert said[2] is not None


@pytest.mark.parametrize(
    ("one", "other"),
    [("rise", "falls"), ("rising", "fell"), ("buys", "sold"), ("safe", "unsafe"), ("agree", "disagree"),
     ("careful", "careless"), ("carefully", "carelessly"), ("monday", "thursday"), ("may", "june"), ("him", "her"),
     ("million", "billion"), ("export", "imports"), ("included", "excluded"), ("overpaid", "underpaid"),
     ("criticized", "praised"), ("stronger", "weaker"), ("easily", "hardly"), ("most", "few"),
     ("regular", "irregular")],
)  # fmt: skip
def test_words_that_speak_against_each_other(one: str, other: str) -> None:
    assert opposed(one, other)
    assert opposed(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [("rise", "increase"), ("big", "large"), ("to", "into"), ("fit", "fat"), ("harbour", "harbor"),
     ("monday", "mondays"),
     ("goverment", "government"), ("everyone", "everybody"), ("less", "fewer"), ("rain", "train"), ("", "rise")],
)  # fmt: skip
def test_words_that_do_not(one: str, other: str) -> None:
    assert not opposed(one, other)
    assert not opposed(other, one)
    assert not negates(one, other)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [("4,500 people", [4500]), ("2.5 per cent", [2.5]), ("£3bn", [3e9]), ("3 billion", [3e9]), ("twenty five", [25]),
     ("two hundred and six boats", [206]), ("5k", [5000]), ("1,5 or 12,3456", [1, 5, 12, 3456]), ("a million", [1e6]),
     ("in 2015", [2015]), ("no figure", []), ("ten, twelve", [10, 12]), ("10.30", [10.3]),
     ("nineteen ninety-six", [1996]), ("thirty thirty", [30, 30]), ("the twenty-first", [21]), ("first of all", [])],
)  # fmt: skip
def test_figures_are_read_by_their_value(text: str, numbers: list[float]) -> None:
    from quotecli.store.words import cut

    assert values(cut(with_whole_figures(text))) == numbers


def test_the_table_says_nothing_twice_and_nothing_against_itself() -> None:
    rows = read_table("quotecli.store", "opposites.tsv")
    assert len({tuple(row) for row in rows}) == len(rows)
    for kind, *sides in rows:
        assert kind in {"v", "a", "n", "w"}
        assert 2 <= len(sides) <= 32
        words = [word for side in sides for word in side.split()]
        assert len(set(words)) == len(words), words
        assert all(word == word.lower() for word in words)


def test_a_word_of_two_spellings_is_known_by_one() -> None:
    known = spelt_in_two_ways()
    assert known["harbours"] == known["harbors"] == "harbors"
    assert known["organised"] == known["organized"] == "organized"
    assert "president" in titles()
