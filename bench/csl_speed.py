"""What the CSL processor costs: one citation in a fresh process, and how the time grows with the number of references.

    python bench/csl_speed.py [--style apa] [--runs 9]

CPU time (user and system). Start-up is measured on whole processes that take turns, and given as a ratio to
`python -c pass` and as seconds more than it; growth is given as a ratio to the step before (2.0 is linear). Where
citeproc-py can be imported, it renders the same references for comparison. Exits 1 when a bound is broken.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

ONE = """
from quotecli.csl import CitationProcessor
work = {"id": "a", "type": "book", "title": "Tea", "author": [{"family": "Ash", "given": "Ann"}]}
processor = CitationProcessor("%s", [work])
processor.cite([[{"id": "a"}]]), processor.bibliography()
"""
THEIRS = """
import json, sys, warnings
warnings.simplefilter("ignore")
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
items = json.load(open(sys.argv[1]))
style = CitationStylesStyle(sys.argv[2], validate=False)
made = CitationStylesBibliography(style, CiteProcJSON(items), formatter.plain)
cites = [Citation([CitationItem(item["id"])]) for item in items]
for cite in cites:
    made.register(cite)
made.sort()
[made.cite(cite, print) for cite in cites], [str(entry) for entry in made.bibliography()]
"""
START_BOUND = 0.25  # seconds more than a bare start
THOUSAND_BOUND = 5.0  # seconds for 1,000 references
GROWTH_BOUND = 2.6  # when the references double


def works(count: int) -> list[dict[str, Any]]:
    """News items by authors who often share names and years, so that there is something to tell apart."""
    chance = random.Random(count)
    families = [a + b for a in ("Ash", "Bay", "Cox", "Day", "Elm") for b in ("ton", "er", "ley", "by", "ford", "s")]
    given = "Ann Bob Carla Dan Eve Fay".split()

    def one(number: int) -> dict[str, Any]:
        people = range(chance.randint(1, 4))
        return {
            "id": f"i{number}",
            "type": "article-newspaper",
            "author": [{"family": chance.choice(families), "given": chance.choice(given)} for _ in people],
            "issued": {"date-parts": [[chance.randint(2000, 2024), chance.randint(1, 12), chance.randint(1, 28)]]},
            "title": f'Report {number} on the "matter" at hand',
            "container-title": "The Paper",
            "URL": f"https://paper.example/{number}",
        }

    return [one(number) for number in range(count)]


def cpu(command: list[str]) -> float:
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    return usage.ru_utime + usage.ru_stime if status == 0 else float("nan")


def start_up(style: str, runs: int) -> bool:
    commands = {
        "python -c pass": [sys.executable, "-c", "pass"],
        f"one citation, {style}": [sys.executable, "-c", ONE % style],
        "import citeproc (citeproc-py)": [sys.executable, "-c", "import citeproc"],
    }
    times: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(runs):
        for name, command in commands.items():
            times[name].append(cpu(command))
    medians = {name: statistics.median(values) for name, values in times.items()}
    base = medians["python -c pass"]
    for name, value in medians.items():
        print(f"{name:32} {value * 1000:7.1f} ms  {value / base:5.1f}x  +{value - base:.3f} s")
    return medians[f"one citation, {style}"] - base <= START_BOUND


def growth(style: str) -> bool:
    from quotecli.csl import CitationProcessor

    fine, before = True, 0.0
    for count in (250, 500, 1000, 2000):
        items = works(count)
        start = time.process_time()
        processor = CitationProcessor(style, items)
        processor.cite([[{"id": item["id"]}] for item in items])
        processor.bibliography()
        seconds = time.process_time() - start
        ratio = seconds / before if before else 0.0
        print(f"{style}, {count:5} references          {seconds:7.2f} s" + (f"  {ratio:5.2f}x" if before else ""))
        fine &= ratio <= GROWTH_BOUND and (count != 1000 or seconds <= THOUSAND_BOUND)
        before = seconds
    return fine


def comparison(style: str, count: int = 250) -> None:
    from quotecli.csl import find_style

    items = works(count)
    ours = ONE.split("work =", maxsplit=1)[0] + (
        "import json, sys\nitems = json.load(open(sys.argv[1]))\nprocessor = CitationProcessor(sys.argv[2], items)\n"
        "processor.cite([[{'id': item['id']}] for item in items]), processor.bibliography()"
    )
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "items.json")
        path.write_text(json.dumps(items), encoding="utf-8")
        arguments = [str(path), str(find_style(style).path)]
        mine, theirs = (cpu([sys.executable, "-c", code, *arguments]) for code in (ours, THEIRS))
    if theirs == theirs:  # noqa: PLR0124 - NaN when citeproc-py can't be run
        print(
            f"{count} references, whole process: ours {mine:.2f} s, citeproc-py {theirs:.2f} s ({theirs / mine:.1f}x)"
        )
    else:
        print("citeproc-py could not render the references: no comparison")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--style", default="apa")
    parser.add_argument("--runs", type=int, default=9)
    options = parser.parse_args()
    fine = start_up(options.style, options.runs)
    fine &= growth(options.style)
    comparison(options.style)
    print("within bounds" if fine else "a bound is broken")
    return 0 if fine else 1


if __name__ == "__main__":
    sys.exit(main())
