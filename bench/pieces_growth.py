"""How finding stretches in marks grows with the text: CPU time of 4n characters over that of n, in one run.

    python bench/pieces_growth.py [--characters 200000]

Prints a line for each kind of hostile text, and exits 1 when one grows faster than a linear algorithm may (4, with room
for caches and garbage collection).
"""

from __future__ import annotations

import argparse
import re
import sys
import time

from quotecli.core.types import Article, Paragraph
from quotecli.find.pieces import find_pieces
from quotecli.find.reporting.indirect import find_indirect

BOUND = 8.0
HOSTILE = {
    "straight marks, spaced": '" ',
    "opening marks": "“ ",
    "closing marks": "a” ",
    "unbalanced": "“a 'b\" ",
    "single marks": "'a ",
    "possessives": "'a drivers' ",
    "guillemets": "«a ",
    "closing mark missing": '"a, he said. ',
    "opening mark missing": 'a," b. ',
    "paragraphs that go on": "“a\n",
    "paragraphs unclosed and nested": "“a “b” c\n",
    "entities": "&quot;a ",
    "capital words": "“We, A. A. A. A. A. ",
    "signatures": "text — Name (@handle) ",
    "handles": "@a ",
    "questions": "Q: a\n",
    "labels": "ANN: a\nBOB: b\n",
    "dashes": "— a, dit-il\n",
    "quoted lines": "> a\n",
    "colons": "He wrote:\n    a\n",
    "dates": "he said on October 1, 2020 ",
    "one word": "a",
    "spaces": " ",
}


def article_of(unit: str, characters: int) -> Article:
    """Repeat `unit` to a text of that many characters, one paragraph a line."""
    text = (unit * (characters // len(unit) + 1))[:characters]
    spans = [found.span() for found in re.finditer(r"\S(?:[^\n]*\S)?", text)]
    return Article(text, tuple(Paragraph(start, end) for start, end in spans))


def cpu_seconds(article: Article) -> float:
    """Return the CPU time of finding all pieces and all indirect speech of the article."""
    start = time.process_time()
    find_indirect(article, find_pieces(article))
    return time.process_time() - start


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--characters", type=int, default=200_000)
    characters: int = parser.parse_args().characters
    worst = 0.0
    for name, unit in HOSTILE.items():
        small, large = article_of(unit, characters), article_of(unit, 4 * characters)
        one = min(cpu_seconds(small) for _ in range(2))
        four = cpu_seconds(large)
        growth = four / max(one, 0.005)
        worst = max(worst, growth)
        print(f"{name:32} {one:7.3f} s  {four:7.3f} s  x{growth:.1f}")
    print(f"worst growth x{worst:.1f}, bound x{BOUND}")
    return int(worst > BOUND)


if __name__ == "__main__":
    sys.exit(main())
