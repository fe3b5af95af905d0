"""The room's tables and weights are sound: sorted, known classes, small, of the version that the code reads."""

from __future__ import annotations

from importlib.resources import files

import pytest

from quotecli.core.tables import read_table
from quotecli.find.features import VERSION
from quotecli.find.lexicon import cue_class, gender_of_given
from quotecli.find.model import load_model
from quotecli.find.why import in_words

TABLES = [
    ("quotecli.find", "cues.tsv", 1),
    ("quotecli.find", "cues_other.tsv", 3),
    ("quotecli.find", "cues_nominal.tsv", 2),
    ("quotecli.find", "roles.tsv", 3),
    ("quotecli.core", "common_words.tsv", 1),
    ("quotecli.find", "feature_words.tsv", 2),
    ("quotecli.find", "places.tsv", 1),
    ("quotecli.core", "given_names.tsv", 2),
    ("quotecli.core", "nicknames.tsv", 2),
    ("quotecli.core", "titles.tsv", 2),
    ("quotecli.core", "transliterations.tsv", 2),
]


@pytest.mark.parametrize(("package", "name", "width"), TABLES)
def test_tables_are_sorted_without_double_entries_and_full(package: str, name: str, width: int) -> None:
    rows = read_table(package, name)
    keys = [row[0] for row in rows]
    assert keys == sorted(keys)
    assert len(set(keys)) == len(keys)
    assert all(len(row) >= width and row[0] == row[0].strip() for row in rows)


def test_classes_are_those_that_the_code_knows() -> None:
    assert {row[1] for row in read_table("quotecli.find", "cues.tsv")} == {
        "say", "tell", "ask", "write", "call", "think", "gesture",
    }  # fmt: skip
    assert {row[1] for row in read_table("quotecli.find", "roles.tsv")} == {"person", "group", "body", "document"}
    assert {row[1] for row in read_table("quotecli.core", "given_names.tsv")} == {"m", "f", "u"}


def test_forms_of_verbs_are_found_by_rule_and_by_table() -> None:
    forms = ("said", "tweeting", "denied", "quipped", "sagte", "table")
    assert [cue_class(word) for word in forms] == ["say", "write", "say", "say", "say", ""]
    assert gender_of_given("Khloé") == "f"


def test_weights_are_small_rising_and_of_this_version() -> None:
    model = load_model()
    assert model.version == VERSION
    assert len((files("quotecli.find") / "data" / "weights.json").read_bytes()) <= 1_000_000
    assert list(model.calibration) == sorted(model.calibration)
    assert model.confidence(0.0) <= model.confidence(0.5) <= model.confidence(1.0) <= 1.0
    assert 0.0 < model.indirect <= 1.0


def test_every_feature_that_weighs_anything_has_words_for_people() -> None:
    model = load_model()
    names = {*model.first, *model.second} - {"base"}
    assert all(in_words(name) for name in names)
    assert in_words("wv:LSVsay") == "the reporting verb"
