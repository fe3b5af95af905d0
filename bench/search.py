"""Measures search: recall by kind of mistake, warm times, whole processes against their peers, growth.

    python bench/search.py 1000000 --folder /tmp/bench     # makes the corpus once, prints one table
    python bench/search.py 10000000 --alone                # no other programs, and not the JSON Lines that they read
    python bench/search.py --draw /tmp/bench docs/explanation/search-growth.svg

Peers are run where they are installed: `apt-get install ripgrep ugrep fzf`. All of them read the same quotes as JSON
Lines. Times of processes are CPU seconds (user + system), the median of some runs, and their ratios are what counts;
warm times are CPU milliseconds of one query in an open store.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import subprocess
import sys
import time
from pathlib import Path
from statistics import median
from typing import Any

from quotecli.core.folding import fold
from quotecli.core.types import Article, Quotation
from quotecli.search import resolve_speaker, search
from quotecli.store import Store
from quotecli.store.words import cut

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from bench import corpus
from bench.corruptions import CORRUPTIONS, phrase, real_word_by, replaced_by


def make(folder: Path, quotes: int, *, alone: bool = False) -> dict[str, Any]:
    """Make the store and, for its peers, the JSON Lines, unless they are there; return how fast and how large."""
    facts = folder / f"{quotes}.json"
    if facts.exists():
        return dict(json.loads(facts.read_text()))
    store_path = folder / f"{quotes}.db"
    store_path.unlink(missing_ok=True)
    seconds = 0.0
    lines_path = Path(os.devnull) if alone else folder / f"{quotes}.jsonl"
    with Store.open(store_path) as store, lines_path.open("w", encoding="utf-8") as lines:
        batch = []
        for pair in corpus.documents(quotes):
            batch.append(pair)
            if not alone:
                lines.writelines(_line(*pair, quotation) for quotation in pair[1])
            if len(batch) == 4000:
                seconds += _fill(store, batch)
                batch = []
        seconds += _fill(store, batch)
    found = {"quotes": quotes, "filled a second": quotes / seconds, "bytes a quote": store_path.stat().st_size / quotes}
    facts.write_text(json.dumps(found))
    return found


def _line(article: Article, quotations: list[Quotation], quotation: Quotation) -> str:
    """Return a quote as `quotes export` prints it: the fields of the contract, its paragraph among them."""
    paragraph = article.paragraphs[quotation.paragraph - 1]
    row = {
        "id": f"g{quotation.start:07x}{quotations.index(quotation):08x}",
        "text": quotation.text,
        "speaker": quotation.speakers[0],
        "speakers": quotation.speakers,
        "said_as": quotation.said_as,
        "date": str(article.published),
        "date_kind": "published",
        "outlet": article.outlet,
        "kind": quotation.kind.value,
        "role": quotation.role.value,
        "confidence": quotation.confidence,
        "title": article.title,
        "author": article.authors,
        "published": str(article.published),
        "document": article.source,
        "paragraph": quotation.paragraph,
        "start": quotation.start,
        "end": quotation.end,
        "context": article.text[paragraph.start : paragraph.end],
    }
    return json.dumps(row) + "\n"


def _fill(store: Store, batch: list[Any]) -> float:
    began = time.process_time()
    list(store.write_many(batch))
    return time.process_time() - began


def recall(store: Store, each: int, seed: int) -> dict[str, Any]:
    """Ask for phrases of the store in every corruption; return recall and warm times."""
    size = store.index.size()
    draw = random.Random(seed)
    pool = sorted({word for row in draw.sample(range(1, size + 1), 2000) for _, text in store.index.texts([row])
                   for word in cut(fold(text))})  # fmt: skip
    kinds = CORRUPTIONS | {"words replaced": replaced_by(pool), "typo makes a word": real_word_by(frozenset(pool))}
    times: list[float] = []
    table: dict[str, Any] = {}
    for kind, corrupt in kinds.items():
        first = tenth = 0
        for _ in range(each):
            text, wanted = _unique(store, draw, size)
            query = " ".join(corrupt(list(wanted), draw))
            began = time.process_time()
            hits = search(store, query, limit=10, group=False).hits
            times.append(time.process_time() - began)
            texts = [hit.quote.text for hit in hits]
            first += texts[:1] == [text]
            tenth += text in texts
        table[kind] = {"recall@10": tenth / each, "recall@1": first / each}
    times.sort()
    count = len(table)
    return {
        "kinds": table,
        "recall@10": sum(row["recall@10"] for row in table.values()) / count,
        "recall@1": sum(row["recall@1"] for row in table.values()) / count,
        "p50 ms": 1000 * times[len(times) // 2],
        "p95 ms": 1000 * times[int(len(times) * 0.95)],
    }


def _unique(store: Store, draw: random.Random, size: int) -> tuple[str, list[str]]:
    """Return a quote and a phrase of it that no other quote has."""
    while True:
        found = store.index.texts([draw.randint(1, size)])
        words = phrase(found[0][1].rstrip(",").split(), draw) if found else []
        if len(words) >= 5 and search(store, " ".join(words), limit=2, group=False).total == 1:
            return found[0][1], words


def names(store: Store, draw: random.Random) -> float:
    """Return the median CPU milliseconds of resolving a misspelt or partial name."""
    people = [row[1] for row in store.index.names_like(["·ma", "son", "ley"], 3000)]
    times = []
    for _ in range(60):
        name = draw.choice(people)
        asked = draw.choice([name.split()[-1], name.lower(), name[:-2] + name[-1] + name[-2], name[:-1]])
        began = time.process_time()
        resolve_speaker(store, asked)
        times.append(time.process_time() - began)
    return 1000 * median(times)


_QUERIES = 11
_RUN = """
import json, os, subprocess, sys
command, source = json.loads(sys.argv[1]), sys.argv[2]
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed package is compiled; a checkout is not yet
child = subprocess.Popen(command, stdin=open(source) if source else None, stdout=subprocess.PIPE, stderr=-3)
while child.stdout.read(1 << 16):  # read and dropped: with /dev/null ugrep would end at its first match
    pass
_, _, usage = os.wait4(child.pid, 0)
print(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)
"""


def process(command: list[str], runs: int = 3, stdin: Path | None = None) -> tuple[float, float]:
    """Return the median CPU seconds and the most memory (MB) of a process whose output is read and dropped.

    A small process starts it, as what is forked from a large one counts that one's memory as its own.
    """
    rows = []
    for _ in range(runs):
        helper = [sys.executable, "-c", _RUN, json.dumps(command), str(stdin or "")]
        rows.append([float(part) for part in subprocess.check_output(helper, text=True).split()])
    return median(row[0] for row in rows), max(row[1] for row in rows)


def peers(folder: Path, quotes: int, store: Store, draw: random.Random, skip: list[str]) -> dict[str, float]:
    """Return the CPU seconds of whole processes that look for one exact word and for one misremembered phrase.

    Programs named in `skip` are left out: over a million quotes fzf takes minutes for each.
    """
    path, lines = folder / f"{quotes}.db", folder / f"{quotes}.jsonl"
    ours = [str(Path(sys.executable).with_name("quotes")), "search", "--db", str(path)]
    rows: dict[str, list[float]] = {}
    memory = 0.0
    for _ in range(_QUERIES):
        _, words = _unique(store, draw, store.index.size())
        word = max(words, key=len)
        wrong = " ".join(CORRUPTIONS["one typo"](list(words), draw))
        commands: dict[str, tuple[list[str], Path | None]] = {
            "python -c pass": ([sys.executable, "-c", "pass"], None),
            "quotes, exact word": ([*ours, word], None),
            "rg -i, exact word": (["rg", "-i", word, str(lines)], None),
            "quotes, phrase with a typo": ([*ours, wrong], None),
            "ugrep -Z1, phrase with a typo": (["ugrep", "-Z1", wrong, str(lines)], None),
            "fzf --filter, phrase with a typo": (["fzf", "--filter", wrong], lines),
        }
        for name, (command, stdin) in commands.items():
            if shutil.which(command[0]) and command[0] not in skip:
                seconds, most = process(command, 1 if command[0] == "fzf" else 3, stdin)
                rows.setdefault(name, []).append(seconds)
                memory = max(memory, most) if name.startswith("quotes") else memory
    return {name: median(values) for name, values in rows.items()} | {"quotes, MB at most": memory}


def draw_growth(folder: Path, picture: Path) -> None:
    """Draw the warm times of all sizes measured in a folder."""
    rows = sorted((json.loads(file.read_text()) for file in folder.glob("*.result")), key=lambda row: row["quotes"])
    top = max(row["p95 ms"] for row in rows)
    step = 560 / max(1, len(rows) - 1)
    parts = ['<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 720 300" font-family="sans-serif" font-size="13">']
    parts.append('<rect width="720" height="300" fill="white"/>')
    for name, colour in (("p50 ms", "#1b6ca8"), ("p95 ms", "#c2571a")):
        points = [(80 + step * at, 250 - 200 * row[name] / top, row[name]) for at, row in enumerate(rows)]
        line = " ".join(f"{x:.0f},{y:.0f}" for x, y, _ in points)
        parts.append(f'<polyline points="{line}" fill="none" stroke="{colour}" stroke-width="2"/>')
        for x, y, value in points:
            parts.append(f'<circle cx="{x:.0f}" cy="{y:.0f}" r="4" fill="{colour}"/>')
            parts.append(f'<text x="{x + 6:.0f}" y="{y - 6:.0f}" fill="{colour}">{name[:3]} {value:.0f} ms</text>')
    for at, row in enumerate(rows):
        parts.append(f'<text x="{80 + step * at:.0f}" y="280" text-anchor="middle">{row["quotes"]:,} quotes</text>')
    picture.write_text("\n".join([*parts, "</svg>\n"]), encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("quotes", type=int, nargs="?")
    parser.add_argument("--folder", type=Path, default=Path("/tmp/quotes-bench"))
    parser.add_argument("--each", type=int, default=100, help="queries of each kind")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--skip", action="append", default=[], help="a peer not to run, such as fzf")
    parser.add_argument("--alone", action="store_true", help="no peers and no JSON Lines (9 GB for ten million quotes)")
    parser.add_argument("--draw", nargs=2, type=Path, metavar=("FOLDER", "SVG"))
    options = parser.parse_args()
    if options.draw:
        draw_growth(*options.draw)
        return
    options.folder.mkdir(parents=True, exist_ok=True)
    facts = make(options.folder, options.quotes, alone=options.alone)
    with Store.open(options.folder / f"{options.quotes}.db", readonly=True) as store:
        result = facts | recall(store, options.each, options.seed)
        result["name ms"] = names(store, random.Random(options.seed))
        result["processes"] = (
            {}
            if options.alone
            else peers(options.folder, options.quotes, store, random.Random(options.seed), options.skip)
        )
    for kind, row in result["kinds"].items():
        print(f"{kind:24} recall@10 {row['recall@10']:.3f}  recall@1 {row['recall@1']:.3f}")
    for name, value in result.items():
        if isinstance(value, float):
            print(f"{name:24} {value:,.3f}")
    base = result["processes"].get("quotes, phrase with a typo", 1.0)
    for name, value in result["processes"].items():
        print(f"{name:34} {value:9.3f}  x{value / base:.2f}")
    (options.folder / f"{options.quotes}.result").write_text(json.dumps(result))


if __name__ == "__main__":
    main()
