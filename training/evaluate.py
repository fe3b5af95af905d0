"""Scores find_quotes on a part of the corpora.

    nice python training/evaluate.py [validation|train|blind] [--errors FILE]

Training and validation part are decided by weights trained on the training part alone, not by those that ship (they
learned from both); `blind` prints totals of `training/blind` by the weights that ship.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import defaultdict
from importlib import import_module
from pathlib import Path
from typing import Any

sys.path[:0] = [str(Path(__file__).resolve().parent), str(Path(__file__).resolve().parents[1] / "src")]

import corpora
import labels

from quotecli.core.types import Article
from quotecli.find import find_quotes
from quotecli.find.learned import model


def decide_by(raw: dict[str, Any]) -> None:
    """Let find_quotes of this process decide by the contents of a weights file instead of by the weights that ship."""
    weights = model.from_data(raw)
    import_module("quotecli.find.attribute").load_model = lambda: weights  # type: ignore[attr-defined]


def decide_by_training_part() -> None:
    """Train on the training part and decide by that: the validation part stays unseen."""
    import train

    decide_by(train.train(train.read_examples("train")))


def prediction(document: dict[str, Any], article: Article) -> dict[str, Any]:
    """Return what the scorer reads: one line a document."""
    began = time.process_time()
    quotes = find_quotes(article)
    return {
        "id": document["id"],
        "seconds": time.process_time() - began,
        "quotes": [
            {
                "text": q.text, "start": q.start, "end": q.end, "speaker": q.said_as,
                "speaker_canonical": " and ".join(q.speakers) or None, "confidence": q.confidence,
                "doubled": article.text[q.start - 2 : q.start] == "''",
            }
            for q in quotes
        ],
    }  # fmt: skip


def group_of(document: dict[str, Any]) -> str:
    """Return the name under which a document's figures are summed."""
    return document["file"] if document["file"] in corpora.FILES else "articles"


def _pc(share: float | None) -> str:
    return "  -  " if share is None else f"{100 * share:5.1f}"


def row_of(name: str, gold: list[Any], found: list[Any], errors: list[Any]) -> str:
    """Return the figures of some documents as one line; appends what is wrong to `errors`."""
    o = labels.score.evaluate(gold, found, errors=errors)
    direct = labels.score.evaluate(gold, found, types=("direct",))
    return (
        f"{name:22} docs {o['docs']:4} quotes {o['gold'] or o.get('partial', {}).get('gold', 0):5}"
        f" span {_pc(o['lenient']['F1'])} joint {_pc(o['joint']['F1'])}"
        f" direct {_pc(direct['joint']['F1'])} surface {_pc(o['speaker_surface_acc'])} named {_pc(o['named_acc'])}"
        f" pronoun {_pc(o['pronoun_surface_acc'])} canonical {_pc(o['canonical_acc'])}"
        f" partial {_pc(o.get('partial', {}).get('joint_recall'))} docs/s {o.get('docs_per_s', 0):.0f}"
    )


def print_blind() -> int:
    """Print the totals of each half of the articles whose errors nobody has read, and of both."""
    both: list[tuple[dict[str, Any], dict[str, Any]]] = []
    for half in sorted(path for path in (corpora.ROOT / "training" / "blind").iterdir() if path.is_dir()):
        read = [document for path in sorted(half.glob("*.jsonl")) for document in corpora.read_jsonl(path)]
        pairs = [(document, prediction(document, corpora.article_of(document))) for document in read]
        print(row_of(f"blind, {half.name}", [gold for gold, _ in pairs], [found for _, found in pairs], []))
        both += pairs
    print(row_of("blind", [gold for gold, _ in both], [found for _, found in both], []))
    return 0


def main() -> int:
    """Print the scores of each corpus."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("part", nargs="?", choices=["validation", "train", "blind"], default="validation")
    parser.add_argument("--errors", type=Path)
    options = parser.parse_args()
    if options.part == "blind":
        return print_blind()
    decide_by_training_part()
    gold: dict[str, list[Any]] = defaultdict(list)
    found: dict[str, list[Any]] = defaultdict(list)
    for document in corpora.documents():
        if document["part"] != options.part:
            continue
        predicted = prediction(document, corpora.article_of(document))
        for quote in document["quotes"]:
            quote.setdefault("type", "direct")
        for name in {group_of(document), document["file"]}:
            gold[name].append(document)
            found[name].append(predicted)
        if document["file"] == "polnear":
            kept = [q for q in predicted["quotes"] if not q["doubled"]]
            gold["polnear, '' left out"].append(document)
            found["polnear, '' left out"].append({**predicted, "quotes": kept})
    lines: list[str] = []
    for name in sorted(gold):
        errors: list[Any] = []
        print(row_of(name, gold[name], found[name], errors))
        if name in ("polnear, '' left out", "articles", "gum-news", "basil"):
            lines += ["\t".join(str(x) for x in (name, *e)) for e in errors]
    if options.errors:
        options.errors.write_text("\n".join(lines), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
