"""Measures families: how often a statement meets what an edit leaves of it, and what is kept apart.

    python bench/families.py                                       # quotes of bench/corpus.py
    python bench/families.py --articles corpus.jsonl …             # {"quotes": [{"text"}]} a line, as annotated news
    python bench/families.py --pairs tests/fixtures/families       # pairs that must meet, and pairs that must not
    python bench/families.py --fill 20000 --wordings 10            # CPU of filling with near-duplicates

Each kind of edit is measured in a store of its own: all statements, then what is left of each, said by one speaker.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from bench import corpus
from bench.corruptions import typo
from tests.store.making import document

from quotecli.core.tables import read_table
from quotecli.store import Store

_Edit = Callable[[list[str], random.Random], list[str]]
_FILL = "really just that very also now actually simply".split()
_SHORTER = {"do not": "don't", "did not": "didn't", "is not": "isn't", "will not": "won't", "we are": "we're",
            "it is": "it's", "I am": "I'm", "they are": "they're", "that is": "that's", "I have": "I've",
            "we have": "we've", "can not": "can't", "cannot": "can't", "does not": "doesn't"}  # fmt: skip
_LONGER = {short: full for full, short in _SHORTER.items() if full != "can not"}


def _cut(first: float, last: float) -> _Edit:
    """Return the edit that leaves out what stands between two shares of the words."""
    return lambda words, _: words[: round(len(words) * first)] + words[round(len(words) * last) :]


def _times(number: int, edit: _Edit) -> _Edit:
    def repeated(words: list[str], draw: random.Random) -> list[str]:
        for _ in range(number):
            words = edit(words, draw)
        return words

    return repeated


def _dropped(words: list[str], draw: random.Random) -> list[str]:
    at = draw.randrange(len(words))
    return words[:at] + words[at + 1 :]


def _filled(words: list[str], draw: random.Random) -> list[str]:
    at = draw.randrange(len(words) + 1)
    return [*words[:at], draw.choice(_FILL), *words[at:]]


def _misspelt(words: list[str], draw: random.Random) -> list[str]:
    at = max(range(len(words)), key=lambda place: len(words[place]))
    return [*words[:at], typo(words[at], draw), *words[at + 1 :]]


def _any_misspelt(words: list[str], draw: random.Random) -> list[str]:
    at = draw.choice([place for place, word in enumerate(words) if len(word) > 5] or [0])
    return [*words[:at], typo(words[at], draw), *words[at + 1 :]]


def _capitals(words: list[str], _: random.Random) -> list[str]:
    return " ".join(words).upper().split()


def _other_spelling(words: list[str], _: random.Random) -> list[str]:
    """Spell every word that has two spellings in the other way; nothing where there is none."""
    rows = [(row[0], row[1]) for row in read_table("quotecli.core", "spellings.tsv")]
    both = [*rows, *((american, british) for british, american in rows)]
    found = []
    for word in words:
        low = word.lower()
        other = next((low.replace(one, two, 1) for one, two in both if one in low), low)
        if other == low:
            other = re.sub(r"(?<=\w{4})is(e|ed|es|ing|ation|ations)$", r"iz\1", low) if len(low) > 7 else low
        found.append(word if other == low else other)
    return found if found != words else []


def _contracted(words: list[str], _: random.Random) -> list[str]:
    text = " ".join(words)
    for table in (_SHORTER, _LONGER):
        for one, other in table.items():
            text = re.sub(rf"\b{one}\b", other, text, flags=re.IGNORECASE)
        if text.split() != words:
            return text.split()
    return []


def edits(pool: Sequence[str]) -> dict[str, _Edit]:
    """Return all kinds of edits; some leave nothing of a statement that they don't fit."""

    def replaced(words: list[str], draw: random.Random) -> list[str]:
        at = draw.randrange(len(words))
        new = draw.choice(pool)
        return [*words[:at], new.title() if at == 0 else new, *words[at + 1 :]]

    def inserted(words: list[str], draw: random.Random) -> list[str]:
        at = draw.randrange(len(words) + 1)
        return [*words[:at], draw.choice(pool), *words[at:]]

    return {
        "last quarter cut": _cut(0.75, 1),
        "first quarter cut": _cut(0, 0.25),
        "last 40 % cut": _cut(0.6, 1),
        "both ends to 60 %": lambda words, draw: _cut(0, 0.25)(_cut(0.8, 1)(words, draw), draw),
        "front half": _cut(0.5, 1),
        "back half": _cut(0, 0.5),
        "quarter left out in the middle": _cut(0.4, 0.65),
        "word replaced": replaced,
        "two words replaced": _times(2, replaced),
        "word inserted": inserted,
        "two words inserted": _times(2, inserted),
        "harmless word inserted": _filled,
        "word dropped": _dropped,
        "two words dropped": _times(2, _dropped),
        "longest word misspelt": _misspelt,
        "any long word misspelt": _any_misspelt,
        "capitals": _capitals,
        "other spelling": _other_spelling,
        "contraction or full form": _contracted,
    }


def statements(articles: Sequence[Path], number: int) -> list[list[str]]:
    """Return the words of statements of ten to 45 words, no two alike."""
    if articles:
        found = [
            " ".join(quote["text"].strip("“”\"'").split())
            for path in articles
            for line in path.read_text(encoding="utf-8").splitlines()
            for quote in json.loads(line)["quotes"]
            if quote["type"] == "direct"
        ]
    else:
        found = [quotation.text for _, said in corpus.documents(number * 2, seed=5) for quotation in said]
    unique = list(dict.fromkeys(found))
    random.Random(7).shuffle(unique)
    return [words for words in map(str.split, unique) if 10 <= len(words) <= 45][:number]


def _families(said: Sequence[tuple[str, str]]) -> list[int | None]:
    """Store each of these in a document of its own, in order; return their families."""
    with tempfile.TemporaryDirectory() as folder, Store.open(Path(folder) / "a.db") as store:
        list(store.write_many(document(f"d{number}", pair) for number, pair in enumerate(said)))
        return [quote.family for quote in store.quotes(range(1, len(said) + 1))]


def recall(whole: Sequence[list[str]], voices: Sequence[str]) -> dict[str, tuple[float, int]]:
    """Return for each kind of edit the share of statements that met what it leaves of them, and how many there were."""
    pool = sorted({word.strip('.,;:!?()"“”') for words in whole for word in words} - {""})
    table = {}
    for kind, edit in edits(pool).items():
        draw = random.Random(11)
        pairs = [(" ".join(words), " ".join(edit(list(words), draw))) for words in whole]
        pairs = [(one, other) for one, other in pairs if other and other != one]
        if not pairs:
            continue
        found = _families([(voices[0], one) for one, _ in pairs] + [(voices[-1], other) for _, other in pairs])
        met = sum(
            one is not None and one == other
            for one, other in zip(found[: len(pairs)], found[len(pairs) :], strict=True)
        )
        table[kind] = met / len(pairs), len(pairs)
    return table


def met(one: str, other: str, voices: Sequence[str] = ("Ada Lovelace",)) -> bool:
    """Tell whether two statements, stored one after the other, are one family."""
    first, second = _families([(voices[0], one), (voices[-1], other)])
    return first is not None and first == second


def duplicates(number: int, wordings: int) -> Iterator[Any]:
    """Yield documents that print some hundred statements over and over, each time a little otherwise."""
    draw = random.Random(3)
    whole = statements([], max(number // wordings, 1))
    pool = sorted({word for words in whole for word in words})
    some = [edit for kind, edit in edits(pool).items() if kind.startswith(("last q", "word", "longest"))]
    for at in range(number):
        words = draw.choice(whole)
        yield document(f"d{at}", ("Ada Lovelace", " ".join(draw.choice(some)(list(words), draw))))


def fill(number: int, wordings: int) -> float:
    """Return the CPU seconds that a thousand quotes take, the whole of the filling, in batches of 4,000."""
    made = list(duplicates(number, wordings) if wordings > 1 else corpus.documents(number, seed=2))
    with tempfile.TemporaryDirectory() as folder, Store.open(Path(folder) / "a.db") as store:
        began = time.process_time()
        for start in range(0, len(made), 4000):
            list(store.write_many(made[start : start + 4000]))
        return 1000 * (time.process_time() - began) / number


def main() -> None:
    """Measure what is asked for and print it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=Path, nargs="*", default=[])
    parser.add_argument("--number", type=int, default=1500)
    parser.add_argument("--voices", nargs="+", default=["Ada Lovelace"])
    parser.add_argument("--pairs", type=Path)
    parser.add_argument("--fill", type=int)
    parser.add_argument("--wordings", type=int, default=1)
    chosen = parser.parse_args()
    if chosen.fill:
        print(f"{fill(chosen.fill, chosen.wordings):.2f} s of CPU a thousand quotes")
    elif chosen.pairs:
        for name, wanted in (("contrary", False), ("same", True)):
            rows = [line.split("\t") for line in (chosen.pairs / f"{name}.tsv").read_text("utf-8").splitlines()]
            pairs = [(row[0], row[1]) for row in rows if len(row) == 2 and not row[0].startswith("#")]
            wrong = [pair for pair in pairs if met(*pair, chosen.voices) is not wanted]
            print(f"{name}: {len(pairs) - len(wrong)} of {len(pairs)} right")
            for one, other in wrong:
                print(f"  {one}\n  {other}\n")
    else:
        for kind, (share, number) in recall(statements(chosen.articles, chosen.number), chosen.voices).items():
            print(f"{kind:34} {share:.3f}  of {number}")


if __name__ == "__main__":
    main()
