"""Features are named once: what is summed up by their facts is the sum of their names' weights."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.find.scoring import article_of

from quotecli.find.antecedents.resolving import open_mentions
from quotecli.find.learned.model import Weights, load_model, total
from quotecli.find.learned.scores import Said, Scores, named, scores_by
from quotecli.find.pieces import find_pieces
from quotecli.find.scene.scene import Scene


def _greeting(word: str, times: int) -> list[str]:
    return [f"word:{word}", f"times:{times}", "both:" + word * times]


FIXTURES = Path(__file__).resolve().parents[2] / "fixtures" / "attribution"
WEIGHTS = {"word:hi": 1.5, "times:2": -0.25, "both:hihi": 4.0, "word:ho": 8.0}


def test_a_row_weighs_what_its_names_weigh_however_often_it_is_asked_for() -> None:
    scores = Scores(WEIGHTS)
    row: list[Said] = [(_greeting, "hi", 2), (_greeting, "ho", 1)]
    assert named(row) == ["word:hi", "times:2", "both:hihi", "word:ho", "times:1", "both:ho"]
    assert scores.of([row]) == scores.of([row]) == [total(WEIGHTS, named(row))] == [13.25]


def test_only_so_many_sums_are_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quotecli.find.learned.scores._KEPT", 3)
    scores = Scores(WEIGHTS)
    assert scores.of([[(_greeting, "hi", times)] for times in (1, 2, 3, 4, 2)]) == [1.5, 5.25, 1.5, 1.5, 5.25]
    assert len(scores) <= 3


def test_sums_are_kept_with_a_models_weights_and_with_no_others() -> None:
    weights = Weights(WEIGHTS)
    assert scores_by(weights) is scores_by(weights)
    assert scores_by(WEIGHTS) is not scores_by(WEIGHTS)


@pytest.mark.parametrize("name", ["follow-on", "nominals", "plain-news", "joint"])
def test_antecedents_by_sums_are_those_by_names(name: str) -> None:
    weights = load_model().antecedents
    score = scores_by(weights).of
    compared = 0
    for line in (FIXTURES / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
        article = article_of(json.loads(line))
        scene = Scene(article, find_pieces(article))
        for mention in open_mentions(scene, weights):
            rows = mention.rows(scene)
            sums = score(rows)
            assert sums == pytest.approx([total(weights, named(row)) for row in rows])
            best = sums.index(max(sums))
            if best < len(mention.found):
                scene.mentions[mention.number].entity = mention.found[best]
            compared += 1
    assert compared > 5
