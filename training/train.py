"""Trains the attribution and writes src/quotecli/find/data/weights.json, the same bytes each time.

`nice python training/train.py [--check]` needs numpy and scipy (dependency group `train`) and ../shared/corpora;
`--check` writes nothing and tells whether the file would be the same. Its exit code is 1 where code or documents have
changed since, so that a weight would be another (on another machine sums may differ in the last digits). What ships
learned from all documents, the validation part too; what is reported of that part (evaluate.py) is of weights trained
without it.
"""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Any

sys.path[:0] = [str(Path(__file__).resolve().parent), str(Path(__file__).resolve().parents[1] / "src")]

import altered
import corpora
import labels
import numpy as np
from fit import Group, Problem, fit, isotonic

from quotecli.find.answer.kinds import kind_features
from quotecli.find.answer.trust import trust_features, trusted
from quotecli.find.antecedents import resolving
from quotecli.find.entities.name_forms import FAMILY
from quotecli.find.learned.model import Chances, Weights, softmax, total
from quotecli.find.learned.scores import named
from quotecli.find.pieces import find_pieces
from quotecli.find.ranker.bearings import Bearings
from quotecli.find.ranker.decode import Round, choose, first_round, hold
from quotecli.find.ranker.features import VERSION
from quotecli.find.ranker.quoted import Quoted
from quotecli.find.ranker.slates import Slate, build_slate
from quotecli.find.reporting.indirect import find_indirect
from quotecli.find.scene.scene import Scene

FOLDS = 3
WEIGHTS = Path(__file__).resolve().parents[1] / "src" / "quotecli" / "find" / "data" / "weights.json"
ROUNDING = 0.05
"""What sums in another order may change in a weight: the file has three decimals."""
STYLE_WEIGHT = 0.15
"""How much a quotation of our own articles counts against one of the corpora: styles the corpora lack."""
RELAID_WEIGHT = 0.3
"""How much a quotation of PolNeAR counts once more, in the same article with a sentence a paragraph: much of the press
prints so, and none of the corpora."""
ANTECEDENTS_ROBUST, CLEAN_WEIGHT = 0.4, 2.0
"""The full names of the corpora were worked out by machine: what contradicts all else counts less still, a person's
work counts double."""
FIRST_PENALTY, SECOND_PENALTY, TRUST_PENALTY = 5.0, 10.0, 3.0


@dataclass(slots=True)
class Example:
    """One document ready to learn from: its scene, the gold of each piece, its fold; whether it was `relaid`."""

    document: dict[str, Any]
    scene: Scene
    gold: list[Any]
    fold: int
    relaid: bool = False

    @property
    def clean(self) -> bool:
        """Whether its full names are a person's work: those of the corpora were worked out by machine."""
        return self.document["file"] not in corpora.FILES

    @property
    def weight(self) -> float:
        """How much its quotations count."""
        if self.relaid:
            return RELAID_WEIGHT
        return 1.0 if self.document["file"] in corpora.FILES else STYLE_WEIGHT


def read_examples(part: str | None = "train") -> list[Example]:
    """Return the documents of a part (None: of both), those of PolNeAR once more, relaid."""
    found: list[Example] = []
    for document in corpora.documents():
        if part is None or document["part"] == part:
            found.append(_example(document))
            if document["file"] == "polnear":
                found.append(_example(altered.a_sentence_a_paragraph(document), relaid=True))
    return found


def _example(document: dict[str, Any], *, relaid: bool = False) -> Example:
    article = corpora.article_of(document)
    scene = Scene(article, find_pieces(article))
    fold = blake2b(document["id"].encode(), digest_size=2).digest()[0] % FOLDS
    return Example(document, scene, labels.gold_of(document, scene.pieces), fold, relaid)


def forget(scene: Scene) -> None:
    """Undo the resolution of pronouns and nouns."""
    scene.strangers.clear()
    for mention in scene.mentions:
        for part in [mention, *mention.members]:
            if part.kind != "name":
                part.entity = -1


def learn_antecedents(examples: list[Example]) -> dict[str, float]:
    """Learn what pronouns mean, from the speakers whose full names are known; later rounds walk with the weights."""
    weights: dict[str, float] = {}
    for _ in range(3):
        groups: list[Group] = []
        for example in examples:
            scene = example.scene
            forget(scene)
            for index, found, rows, _ in resolving.walk(scene, weights):
                mention = scene.mentions[index]
                name = labels.full_name_at(example.document, mention, example.clean)
                if name is None or (not name and mention.kind == "pron" and has_half_a_name(scene, found)):
                    mention.entity = resolving.guess(scene, found, rows, weights, mention)
                    _keep_unnamed(scene, index)
                    continue
                right = [bool(name) and labels.score.canon_ok(name, scene.cast.entities[e].name) for e in found]
                mention.entity = found[right.index(True)] if any(right) else -1
                _keep_unnamed(scene, index)
                if mention.kind == "pron" and mention.gender in ("m", "f"):
                    right += [not name] * (len(rows) - len(found))
                elif len(rows) > len(found):
                    right.append(not any(right))
                # The corpora never tell that a pronoun means nobody named: of that only our own articles teach.
                told = len(rows) if example.clean or mention.kind == "noun" else len(found)
                if any(right[:told]):
                    groups.append((rows[:told], right[:told], CLEAN_WEIGHT if example.clean else 1.0))
        weights = fit(groups, least=2, penalty=8.0, robust=ANTECEDENTS_ROBUST)
    return weights


def _keep_unnamed(scene: Scene, index: int) -> None:
    """Remember of a pronoun that means nobody named, as `resolving.resolve` does, that whoever it means has no name."""
    mention = scene.mentions[index]
    if mention.entity < 0 and mention.kind == "pron" and mention.gender in ("m", "f"):
        scene.strangers.add(index)


def has_half_a_name(scene: Scene, found: list[int]) -> bool:
    """Tell whether who was named last has a first name alone: our gold then leaves his name open, as it may be lent."""
    entity = scene.cast.entities[found[0]]
    return not FAMILY.isdisjoint(entity.roles) or any(len(mention.words) == 1 for mention in entity.mentions[:1])


def gold_slates(example: Example) -> tuple[list[Slate], list[int], list[list[bool]]]:
    """Return the slates of a document decided as the gold says, the decisions, and which options are right."""
    slates: list[Slate] = []
    decided: list[int] = []
    rights: list[list[bool]] = []
    previous = -1
    bearings = Bearings(example.scene)
    for index, gold in enumerate(example.gold):
        slate = build_slate(example.scene, index, previous, bearings, decided)
        right = labels.right_options(example.scene, gold or None, slate.options)
        option = labels.best_option(example.scene, gold or None, slate.options, right)
        slates.append(slate)
        decided.append(option)
        rights.append(right)
        if option >= 0:
            previous = option
    return slates, decided, rights


def first_groups(examples: list[Example]) -> list[tuple[int, Group]]:
    """Return the first round's groups with their folds, decisions before taken from the gold."""
    groups: list[tuple[int, Group]] = []
    for example in examples:
        slates, decided, rights = gold_slates(example)
        around = Round(example.scene, slates, None)
        for number, slate in enumerate(slates):
            if example.gold[number] is False:
                continue
            rows = around.features(number, decided)
            joined = [slate.names(place) + named(row) for place, row in enumerate(rows)]
            groups.append((example.fold, (joined, rights[number], example.weight)))
    return groups


@dataclass(slots=True)
class Second:
    """A group of the second round, with what is needed to calibrate on it."""

    fold: int
    group: Group
    bases: list[float]
    example: Example
    slate: Slate
    number: int


def second_groups(examples: list[Example], by_fold: list[dict[str, float]]) -> list[Second]:
    """Return the second round's groups; the first round is decided by weights that never saw the document."""
    groups: list[Second] = []
    weights = [Weights(fold) for fold in by_fold]  # which keep their sums from document to document
    for example in examples:
        slates, decided = first_round(example.scene, weights[example.fold], keep=True)
        around = Round(example.scene, slates, decided)
        for number, slate in enumerate(slates):
            if example.gold[number] is False:
                continue
            rows = [named(row) for row in around.features(number, decided)]
            right = labels.right_options(example.scene, example.gold[number], slate.options)
            bases = [total(weights[example.fold], slate.names(place)) for place in range(len(slate.options))]
            groups.append(Second(example.fold, (rows, right, example.weight), bases, example, slate, number))
    return groups


def fit_folds(problem: Problem, folds: list[int], penalty: float) -> list[dict[str, float]]:
    """Return for each fold the weights fitted on all the others."""
    return [problem.fit(np.array(folds) != fold, penalty=penalty) for fold in range(FOLDS)]


def calibrate(
    groups: list[Second], by_fold: list[dict[str, float]], sure_of: dict[int, Chances]
) -> tuple[dict[str, float], list[tuple[float, float]]]:
    """Return the weights of trust and the calibration table, from decisions on documents that the weights never saw."""
    folds: list[int] = []
    outcomes: list[Group] = []
    for g in groups:
        if g.example.relaid:
            continue
        weights, scene = by_fold[g.fold], g.example.scene
        scores = [weights["base"] * b + total(weights, row) for b, row in zip(g.bases, g.group[0], strict=True)]
        hold(g.slate, scores)
        likely = softmax(scores)
        best = choose(g.slate, likely)
        if g.slate.options[best] < 0:
            continue
        right = labels.is_right(
            scene, g.example.gold[g.number], g.slate.options[best], g.group[1][best], g.example.clean
        )
        features = trust_features(scene, g.slate, likely, best, sure_of[id(g.example)])
        folds.append(g.fold)
        outcomes.append(([features, []], [right, not right], 1.0))
    problem = Problem(outcomes, least=5)
    points: list[tuple[float, float]] = []
    for fold, weights in enumerate(fit_folds(problem, folds, TRUST_PENALTY)):
        held = [outcome for outcome, other in zip(outcomes, folds, strict=True) if other == fold]
        points += [(trusted(weights, rows[0]), float(marks[0])) for rows, marks, _ in held]
    return rounded(problem.fit(penalty=TRUST_PENALTY), 0.005), isotonic(points, least=300)


def learn_kinds(examples: list[Example]) -> dict[str, float]:
    """Learn which pieces are fragments inside the reporter's sentence (gold type `mixed`)."""
    groups: list[Group] = []
    for example in examples:
        for index, gold in enumerate(example.gold):
            if isinstance(gold, dict) and gold.get("type") in ("direct", "mixed"):
                mixed = gold["type"] == "mixed"
                rows = [kind_features(example.scene, Quoted(example.scene, index)), []]
                groups.append((rows, [mixed, not mixed], example.weight))
    return fit(groups, least=3, penalty=1.0)


def share_of_reports(examples: list[Example]) -> float:
    """Return how many speakers of reports without marks are right, where the gold has the report."""
    right = total_reports = 0
    for example in examples:
        text = example.scene.article.text
        golds = [q for q in example.document["quotes"] if q.get("type") == "indirect" and q.get("speaker")]
        if not golds:
            continue
        for found in find_indirect(example.scene.article, example.scene.pieces):
            for gold in golds:
                if 2 * (min(gold["end"], found.end) - max(gold["start"], found.start)) >= found.end - found.start:
                    total_reports += 1
                    right += labels.score.surface_ok(gold["speaker"], text[found.mention.start : found.mention.end])
                    break
    return round(right / max(total_reports, 1), 3)


def rounded(weights: dict[str, float], least: float) -> dict[str, float]:
    """Return the weights that matter, with three decimals, sorted by name."""
    return {name: round(weights[name], 3) for name in sorted(weights) if abs(weights[name]) >= least}


def train(examples: list[Example]) -> dict[str, Any]:
    """Return the contents of the weights file."""
    antecedent = rounded(learn_antecedents(examples), 0.002)
    sure_of: dict[int, Chances] = {}
    for example in examples:
        forget(example.scene)
        sure_of[id(example)] = resolving.resolve(example.scene, antecedent)
    groups = first_groups(examples)
    problem = Problem([group for _, group in groups], least=3)
    by_fold = fit_folds(problem, [fold for fold, _ in groups], FIRST_PENALTY)
    first = problem.fit(penalty=FIRST_PENALTY)
    seconds = second_groups(examples, by_fold)
    again = Problem([g.group for g in seconds], least=3, bases=[g.bases for g in seconds])
    second_by_fold = fit_folds(again, [g.fold for g in seconds], SECOND_PENALTY)
    second = again.fit(penalty=SECOND_PENALTY)
    trust, table = calibrate(seconds, second_by_fold, sure_of)
    digest = blake2b(digest_size=16)
    for example in examples:
        digest.update(json.dumps([example.document["id"], example.document["text"]]).encode())
    return {
        "version": VERSION,
        "trained_on": digest.hexdigest(),
        "first": rounded(first, 0.02),
        "second": rounded(second, 0.01),
        "kinds": rounded(learn_kinds(examples), 0.02),
        "antecedents": antecedent,
        "indirect": share_of_reports(examples),
        "trust": trust,
        "calibration": [[round(x, 4), round(y, 4)] for x, y in table],
    }


def furthest(old: Any, new: Any) -> float:
    """Return the greatest difference of two weights files' numbers; infinite where they differ in anything else."""
    if isinstance(old, dict) and isinstance(new, dict):
        return max((furthest(old.get(name, 0.0), new.get(name, 0.0)) for name in {*old, *new}), default=0.0)
    if isinstance(old, list) and isinstance(new, list):
        pairs = zip(old, new, strict=False)
        return max((furthest(*pair) for pair in pairs), default=0.0) if len(old) == len(new) else float("inf")
    if isinstance(old, int | float) and isinstance(new, int | float):
        return abs(old - new)
    return 0.0 if old == new else float("inf")


def main() -> int:
    """Train and write, or check."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true")
    check = parser.parse_args().check
    raw = json.dumps(train(read_examples(None)), ensure_ascii=False, indent=0, sort_keys=True) + "\n"
    if check:
        kept = WEIGHTS.read_text(encoding="utf-8")
        apart = 0.0 if kept == raw else furthest(json.loads(kept), json.loads(raw))
        print("the same, byte for byte" if kept == raw else f"different by up to {apart}")
        return int(apart > ROUNDING)
    WEIGHTS.write_text(raw, encoding="utf-8")
    print(f"{WEIGHTS}: {len(raw.encode()) // 1024} KB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
