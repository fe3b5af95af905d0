"""A query may be a question: who said something, what somebody said of something, whether somebody said it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.cli.conftest import Inside

LATE = "The ferry plan was late before the first timber was ever bought for it."
TOLL = "We will never ask the fishermen of this town to pay a toll at the harbour gate."
LAMPS = "Nobody has counted the lamps on the northern pier since the winter storm."
SAID = {"Ana Ruiz-Bosch": LATE, "Mary O’Halloran": TOLL, "J.D. Farkas": LAMPS}


@pytest.fixture
def store(inside: Inside, tmp_path: Path) -> Inside:
    text = "\n\n".join(f"“{words}” {name} said." for name, words in SAID.items())
    (tmp_path / "a.jsonl").write_text(json.dumps({"id": "a", "text": text, "date": "2024-03-01"}), encoding="utf-8")
    assert inside("add", str(tmp_path / "a.jsonl")).returncode == 0
    return inside


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("who was it that said the ferry plan was late?", LATE),
        ("which senator said that nobody has counted the lamps", LAMPS),
        ("Did Ana Ruiz-Bosch really say that the ferry plan was late?", LATE),
        ("what did Ruiz-Bosch say about timber and ferries", LATE),
        ("ruiz-bosch timber plan", LATE),
        ("Ana Ruiz-Bosch: the ferry plan was late", LATE),
        ("the ferry plan was late, said Ana Ruiz-Bosch", LATE),
        ("has Mary O'Halloran commented on a harbour toll?", TOLL),
        ("O’Halloran fishermen toll", TOLL),
        ("where did Mary O’Halloran say we will never ask the fishermen to pay", TOLL),
        ("according to Mary O’Halloran, we never ask the fishermen to pay", TOLL),
        ("we never ask the fishermen to pay — Mary O'Halloran", TOLL),
        ("the one where Farkas says nobody counted the lamps on the pier", LAMPS),
        ("J.D. Farkas's opinion of the northern lamps", LAMPS),
        ("who said that they would never ask the fishermen of that town?", TOLL),
        ("who said that nobody had counted the lamps?", LAMPS),
        ("O'Halloran said she wouldn't ask the fishermen of that town for a toll", TOLL),
        ("Farkas said that nobody had counted the lamps", LAMPS),
        ("Mary O'Halloran in 2024: we shall never ask the fishermen to pay", TOLL),
        ("the ferry plan came late before a timber (Ana Ruiz-Bosch, 2024)", LATE),
        ("the ferry plan was late, said Ana Ruiz-Bosch on Tuesday.", LATE),
        ("the ferry plan was late, Ana Ruiz-Bosch told reporters", LATE),
        ("remember when Mary O'Halloran said we shall never ask fishermen for tolls", TOLL),
        ("mary o'halloran we shall never ask fishermen for a toll here", TOLL),
        ("nobody counts the lamps on the southern pier ana ruiz-bosch", LAMPS),
        ("what did JD Frakas say about the nothern lamps", LAMPS),
    ],
)
def test_a_question_finds_what_it_asks_for(store: Inside, query: str, found: str) -> None:
    assert [hit["text"] for hit in store.json("search", query)][:1] == [found]


def test_what_somebody_else_said_answers_whether_somebody_said_it(store: Inside) -> None:
    done = store("search", "did J.D. Farkas say that the ferry plan was late", "--jsonl")
    assert json.loads(done.stdout)["speaker"] == "Ana Ruiz-Bosch"
    assert "what anybody said of “the ferry plan was late”" in done.stderr


@pytest.mark.parametrize(
    "query",
    [
        "did Ana Ruiz-Bosch say that every school needs a garden of its own?",
        "what did Farkas say about the budget of the museum?",
        "who said that every school needs a garden of its own?",
    ],
)
def test_a_question_that_no_quote_answers_finds_nothing(store: Inside, query: str) -> None:
    done = store("search", query)
    assert (done.returncode, done.stdout) == (1, "")


LONG = (
    "It was my aunt who first told me that the valley had a mill, and that was the year in which it burned down. Then"
    " came the long winter, and nobody in the village had any flour left, so that we walked to the town over the ridge"
    " and carried the sacks home ourselves. I think of it whenever I see the bakers at their ovens. You might say that"
    " we were poor, but that is what everybody was, and in the evening there was music all the same in the old barn."
)


@pytest.mark.parametrize(
    "query",
    [
        "who was it that said the lantern makers earn nothing?",
        "Olga Brandt said that the music lessons cost too much for children",
        "who said the valley has a burned bridge and no lawful owner?",
    ],
)
def test_a_long_quote_with_all_words_of_asking_is_no_answer(store: Inside, tmp_path: Path, query: str) -> None:
    (tmp_path / "b.txt").write_text(f"“{LONG}” Olga Brandt said.", encoding="utf-8")
    assert store("add", str(tmp_path / "b.txt")).returncode == 0
    done = store("search", query)
    assert (done.returncode, done.stdout) == (1, "")


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("who was it that said the ferry plan came late, before any first timber?", LATE),
        ("who was it that said that nobody has seen any lamps on the southern pier?", LAMPS),
        ("who was the one who said we shall never ask fishermen for a toll?", TOLL),
    ],
)
def test_a_misremembered_statement_is_found_by_a_question(store: Inside, query: str, found: str) -> None:
    assert [hit["text"] for hit in store.json("search", query)][:1] == [found]


def test_a_phrase_goes_before_its_one_rare_word(store: Inside, tmp_path: Path) -> None:
    said = ("It’s not about us, it’s all about them.", "Letters regarding the mill were in the chest.")
    (tmp_path / "b.txt").write_text("\n\n".join(f"“{words}” Olga Brandt said." for words in said), encoding="utf-8")
    assert store("add", str(tmp_path / "b.txt")).returncode == 0
    assert store.json("search", "Olga Brandt said it’s not about us it’s regarding")[0]["text"] == said[0]
    assert store("search", "Olga Brandt said what we’re going to do").returncode == 1


def test_what_a_question_begins_with_is_not_what_anybody_said(store: Inside, tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text("“That is what Mary O’Halloran described as sense,” Olga Brandt said.", "utf-8")
    assert store("add", str(tmp_path / "b.txt")).returncode == 0
    done = store("search", "what did Mary O’Halloran say about Farkas and the eels")
    assert (done.returncode, done.stdout) == (1, "")


def test_words_that_a_quote_has_are_no_question(store: Inside, tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text("“Who said that the ferry plan was late?” Olga Brandt asked.", encoding="utf-8")
    assert store("add", str(tmp_path / "b.txt")).returncode == 0
    hits = store.json("search", "who said that the ferry plan was late?")
    assert hits[0]["speaker"] == "Olga Brandt"


@pytest.mark.parametrize("query", ["opinion polling on a river", "one of the lamps, like a", "the state of the pier"])
def test_words_that_only_stand_in_questions_as_well_are_words(store: Inside, query: str) -> None:
    assert "no quote has all of" not in store("search", query).stderr
