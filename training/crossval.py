"""Scores the training by cross-validation: `nice python training/crossval.py [train|all] [--folds 5] [--errors FILE]`.

Each fold is decided by weights trained, antecedents and calibration too, on all the others; a document's fold hangs on
its id. `train` (the default) leaves the validation part out, so that changes can be chosen here and held against it.
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from concurrent.futures import ProcessPoolExecutor
from hashlib import blake2b
from multiprocessing import get_context
from pathlib import Path
from typing import Any

sys.path[:0] = [str(Path(__file__).resolve().parent), str(Path(__file__).resolve().parents[1] / "src")]

import corpora
import evaluate
import labels
import train

SALT = "fold-1"
MARKS = tuple("“\"‘'«„‚「[")


def fold_of(document: str, folds: int) -> int:
    """Return the fold of a document by its id."""
    return int.from_bytes(blake2b((SALT + document).encode(), digest_size=4).digest()) % folds


def predictions(part: str | None, fold: int, folds: int) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """Return the documents of a fold with what is found in them by weights that never saw them."""
    examples = train.read_examples(part)
    seen = [e for e in examples if fold_of(e.document["id"], folds) != fold]
    evaluate.decide_by(train.train(seen))
    held = [e.document for e in examples if fold_of(e.document["id"], folds) == fold and not e.relaid]
    return [(d, evaluate.prediction(d, corpora.article_of(d))) for d in held]


def trusted_share(pairs: list[tuple[dict[str, Any], dict[str, Any]]], least: float = 0.9) -> tuple[float, float]:
    """Return the share of attributions at `least` or more, and how many of them are right, as joint F1 counts.

    Of quotations in marks: scripts, posts and blocks are speech that the corpora mostly leave unannotated.
    """
    high = right = whole = 0
    for document, found in pairs:
        if document.get("partial"):
            continue
        for quote in found["quotes"]:
            opener = document["text"][max(quote["start"] - 1, 0) : quote["start"]]
            if not quote["speaker"] or quote["doubled"] or opener not in MARKS:
                continue
            whole += 1
            if quote["confidence"] < least:
                continue
            one = [{**found, "quotes": [quote]}]
            o = labels.score.evaluate([document], one)
            if o["pred"]:
                high += 1
                right += round(o["joint"]["P"] * o["pred"])
    return high / max(whole, 1), right / max(high, 1)


def main() -> int:
    """Print the scores of the corpora and of our own articles."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("part", nargs="?", choices=["train", "all"], default="train")
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--errors", type=Path)
    options = parser.parse_args()
    part = None if options.part == "all" else "train"
    with ProcessPoolExecutor(2, mp_context=get_context("fork")) as pool:
        jobs = [pool.submit(predictions, part, fold, options.folds) for fold in range(options.folds)]
        pairs = [pair for job in jobs for pair in job.result()]
    gold: dict[str, list[Any]] = defaultdict(list)
    found: dict[str, list[Any]] = defaultdict(list)
    for document, predicted in pairs:
        for quote in document["quotes"]:
            quote.setdefault("type", "direct")
        kept = [q for q in predicted["quotes"] if not (document["file"] == "polnear" and q["doubled"])]
        gold[evaluate.group_of(document)].append(document)
        found[evaluate.group_of(document)].append({**predicted, "quotes": kept})
    lines: list[str] = []
    for name in sorted(gold):
        errors: list[Any] = []
        print(evaluate.row_of(name, gold[name], found[name], errors))
        lines += ["\t".join(str(x) for x in (name, *e)) for e in errors]
        share, right = trusted_share([*zip(gold[name], found[name], strict=True)])
        print(f"{'':22} confidence of 0.9 or more: {100 * share:.1f} % of the attributions, {100 * right:.1f} % right")
    if options.errors:
        options.errors.write_text("\n".join(lines), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
