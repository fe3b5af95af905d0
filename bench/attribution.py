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
from itertools import accumulate, product
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
    found: list[Article] = []
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            text = json.loads(line)["text"]
            lines = re.finditer(r"[^\n]*\S[^\n]*", text)
            found.append(Article(text, tuple(Paragraph(*match.span()) for match in lines)))
    return found


def cpu(work: list[Article], function: object) -> float:
    assert callable(function)
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
    copies = [_repeated(longest, times) for times in (4, 16)]
    short, long = (cpu([copy], find_quotes) for copy in copies)
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
    starts = accumulate([0, *(len(line) + 2 for line in lines)])
    spans = [Paragraph(start, start + len(line)) for start, line in zip(starts, lines, strict=False)]
    return Article("\n\n".join(lines), tuple(spans))


def _repeated(article: Article, times: int) -> Article:
    text = "\n".join([article.text] * times)
    lines = re.finditer(r"[^\n]*\S[^\n]*", text)
    return Article(text, tuple(Paragraph(*match.span()) for match in lines))


if __name__ == "__main__":
    sys.exit(main())
