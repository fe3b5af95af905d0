"""A query may name the speaker beside the words; where it names nobody else, that person's quotes are offered."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.cli.conftest import Inside

TEXTS = {
    "a": "“The harbour pension is safe,” Mayor Lena Farkas said. “Nobody is safe,” Olga Brandt said.",
    "b": "“The pension was never safe,” Olga Brandt said. “Ask Farkas about the bridge,” said Ruben Okoro.",
}


@pytest.fixture
def store(inside: Inside, tmp_path: Path) -> Inside:
    lines = [json.dumps({"id": name, "text": text, "date": "2024-03-01"}) for name, text in TEXTS.items()]
    (tmp_path / "all.jsonl").write_text("\n".join(lines), encoding="utf-8")
    assert inside("add", str(tmp_path / "all.jsonl")).returncode == 0
    return inside


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("farkas pension", ["The harbour pension is safe,"]),
        ("pension brandt", ["The pension was never safe,"]),
        ("olga brandt safe", ["Nobody is safe,", "The pension was never safe,"]),
        ("What did Farkas say about the pension?", ["The harbour pension is safe,"]),
        ("olga brandt on the safe pension", ["The pension was never safe,"]),
        ("frakas pension", ["The harbour pension is safe,"]),
        ("pension olga brant", ["The pension was never safe,"]),
        ("farkas bridge", ["Ask Farkas about the bridge,"]),
    ],
)
def test_a_name_beside_the_words_is_the_speaker(store: Inside, query: str, said: list[str]) -> None:
    assert sorted(hit["text"] for hit in store.json("search", query)) == said
    told = store("search", query).stderr
    assert ("what " in told) == (query != "farkas bridge")  # a quote has all of that one


def test_all_whom_the_name_fits_are_heard(inside: Inside, tmp_path: Path) -> None:
    said = {"Lena Farkas": "is safe", "Bela Farkas": "is lost", "Olga Brandt": "was never safe"}
    text = "\n\n".join(f"“The harbour pension {end},” {name} said." for name, end in said.items())
    assert inside("add", "-", stdin=text).returncode == 0
    done = inside("search", "farkas pension", "--json")
    assert {hit["speaker"] for hit in json.loads(done.stdout)} == {"Lena Farkas", "Bela Farkas"}
    assert "what Bela Farkas, Lena Farkas said of “pension”" in done.stderr
    assert {hit["speaker"] for hit in inside.json("search", "farkas pension lost")} == {"Bela Farkas"}


def test_nobody_said_it(store: Inside) -> None:
    done = store("search", "okoro pension")
    assert (done.returncode, done.stdout) == (1, "")


def test_a_filter_is_no_word_that_somebody_said(store: Inside) -> None:
    done = store("search", "okor until:2025")
    assert (done.returncode, done.stdout) == (1, "")


def test_a_name_alone_is_offered(store: Inside) -> None:
    done = store("search", "okoro")
    assert (done.returncode, done.stdout) == (1, "")
    assert "quotes by Ruben Okoro" in done.stderr


def test_exact_words_are_no_name(store: Inside) -> None:
    assert store("search", '"farkas pension"').returncode == 1
