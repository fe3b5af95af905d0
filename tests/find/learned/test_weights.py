"""The weights are small and of the version that the code reads."""

from __future__ import annotations

from importlib.resources import files

from quotecli.find.answer.why import in_words
from quotecli.find.learned.model import load_model
from quotecli.find.ranker.features import VERSION


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
