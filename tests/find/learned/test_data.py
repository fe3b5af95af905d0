"""The room's tables have known classes, its weights are small and of the version that the code reads."""

from __future__ import annotations

from importlib.resources import files

from quotecli.core.tables import read_table
from quotecli.find.answer.why import in_words
from quotecli.find.learned.model import load_model
from quotecli.find.ranker.features import VERSION
from quotecli.find.words.lexicon import cue_class, gender_of_given


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
