"""How fast quotations are found and attributed, on one core, and what it costs to load the weights.

    python bench/attribution.py [FOLDER_OR_JSONL]

Without an argument the articles of ../shared/corpora/polnear.jsonl are taken where they are, else the test fixtures.
Times are CPU times of this process. The yardstick, in the same run, is reading the same texts word by word with `re`:
ratios to it carry over to other machines, articles a second don't.
"""

from __future__ import annotations

import json
import re
import resource
import sys
import time
from collections.abc import Callable
from itertools import product
from pathlib import Path

from quotecli.core.types import Article, Paragraph
from quotecli.find import find_quotes
from quotecli.find.learned.model import load_model

ROOT = Path(__file__).resolve().parents[1]
POLNEAR = ROOT.parent / "shared" / "corpora" / "polnear.jsonl"
FIXTURES = ROOT / "tests" / "fixtures" / "attribution"


CROWDS = {
    "bearers of one surname": "{name} Hollis left. Hollis said “no {at}”.",
    "ministers": "Prime Minister Ana {name} left. The prime minister said “no {at}”. The foreign minister said “yes”.",
    "couples": "Ana {name} met her husband Tom {name}. The couple said “no {at}”.",
    "strangers": "A baker left. The baker said “no {at}”. Her clerk said “yes”.",
}
"""Texts of many people who are hard to tell apart: finding who is meant has to take time by the text's length."""


def articles(source: Path) -> list[Article]:
    paths = sorted(source.glob("*.jsonl")) if source.is_dir() else [source]
    lines = (line for path in paths for line in path.read_text(encoding="utf-8").splitlines())
    return [_article(json.loads(line)["text"]) for line in lines]


def _article(text: str) -> Article:
    return Article(text, tuple(Paragraph(*line.span()) for line in re.finditer(r"[^\n]*\S[^\n]*", text)))


def cpu(work: list[Article], function: Callable[[Article], object]) -> float:
    began = time.process_time()
    for article in work:
        function(article)
    return time.process_time() - began


def main() -> int:
    began = time.process_time()
    load_model()
    loading = time.process_time() - began
    source = Path(sys.argv[1]) if len(sys.argv) > 1 else POLNEAR if POLNEAR.is_file() else FIXTURES
    work = articles(source)
    find_quotes(work[0])
    characters = sum(len(article.text) for article in work)
    finding = cpu(work, find_quotes)
    reading = cpu(work, lambda article: re.findall(r"\w+|[^\w\s]", article.text))
    longest = max(work, key=lambda article: len(article.text))
    short, long = (cpu([_article("\n".join([longest.text] * times))], find_quotes) for times in (4, 16))
    print(f"{source.name}: {len(work)} articles, {characters:,} characters")
    print(f"{len(work) / finding:.0f} articles/s, {finding / reading:.0f} times the cost of reading the words")
    print(f"four times the text costs {long / short:.1f} times the time")
    for kind, unit in CROWDS.items():
        short, long = (cpu([_crowd(unit, number)], find_quotes) for number in (400, 1600))
        print(f"four times the {kind} cost {long / short:.1f} times the time")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10
    print(f"weights: {1000 * loading:.0f} ms to load; peak memory {peak} MB")
    return 0


def _crowd(unit: str, number: int) -> Article:
    names = ("".join(parts).title() for parts in product(("ba", "di", "lo", "mu", "re", "ta"), repeat=5))
    lines = [unit.format(name=name, at=at) for at, name in zip(range(number), names, strict=False)]
    return _article("\n\n".join(lines))


if __name__ == "__main__":
    sys.exit(main())
