"""Scores find_quotes on annotated articles that are altered in a way which should change no answer.

    nice python training/altered.py [validation|train] [ALTERATION …]

Other names, other marks, other line breaks: where a figure falls, an answer hung on something that is not the point.
Decided by weights trained on the training part alone, as in `evaluate.py`. The names are in `altered_names.tsv`.
"""

from __future__ import annotations

import argparse
import copy
import random
import re
import sys
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

sys.path[:0] = [str(Path(__file__).resolve().parent), str(Path(__file__).resolve().parents[1] / "src")]

import corpora

from quotecli.find.words.lexicon import gender_of_given

Document = dict[str, Any]
Alteration = Callable[[Document], Document]

_FULL_NAME = re.compile(r"[A-Z][a-z]+(?: [A-Z]\.)? [A-Z][a-z]+")
_DOUBLE = re.compile('[“”"]')
_OPENS = frozenset(" \n(—-[“‘\u00a0")
"""What stands before an opening straight mark."""
_SENTENCES = re.compile(
    r"(?<=[a-z][.!?”\"])(?<!Mr\.)(?<!Ms\.)(?<!Mrs\.)(?<!Dr\.)(?<!Sen\.)(?<!Rep\.)(?<!Gov\.)(?<!Rev\.) (?=[A-Z“\"])"
)
_LAST_WORD = re.compile(r"(?<=,[”\"]) (?=(?:[A-Z]\w+|he|she) said\b)")


class Edit(NamedTuple):
    """What takes the place of `[start, end)` of a text."""

    start: int
    end: int
    new: str


def altered(document: Document, edits: Sequence[Edit], rename: Callable[[str], str] = str) -> Document:
    """Return a document with edits, in order and apart, carried out; its quotations stand where they did.

    `rename` is applied to the names that the gold and the head of the document have.
    """
    text = document["text"]
    starts = [edit.start for edit in edits]
    gained = [0]
    for edit in edits:
        gained.append(gained[-1] + len(edit.new) - (edit.end - edit.start))

    def moved(place: int, *, ends: bool) -> int:
        number = bisect_left(starts, place)
        if number and (last := edits[number - 1]).end > place:
            return last.start + gained[number - 1] + len(last.new) * ends
        return int(place + gained[number])

    parts, position = [], 0
    for edit in edits:
        parts += [text[position : edit.start], edit.new]
        position = edit.end
    new = copy.deepcopy(document)
    new["text"] = "".join(parts) + text[position:]
    for quote in new["quotes"]:
        quote["start"], quote["end"] = moved(quote["start"], ends=False), moved(quote["end"], ends=True)
        quote["text"] = new["text"][quote["start"] : quote["end"]]
        for key in ("speaker", "speaker_canonical"):
            quote[key] = rename(quote[key]) if quote.get(key) else quote.get(key)
    new["ignore"] = [[moved(start, ends=False), moved(end, ends=True)] for start, end in new.get("ignore", ())]
    new["title"] = rename(new["title"]) if new.get("title") else new.get("title")
    return new


def other_names(men: Sequence[str], women: Sequence[str], families: Sequence[str]) -> Alteration:
    """Return what gives the speakers of a document, where the gold has a full name, other names of their gender."""

    def alter(document: Document) -> Document:
        draw = random.Random(document["id"])
        pools = {"m": draw.sample(men, len(men)), "f": draw.sample(women, len(women))}
        left = draw.sample(families, len(families))
        names: dict[str, str] = {}
        for given, family in sorted(_persons(document)):
            pool = pools[gender_of_given(given)]
            if family not in names and left:
                names[family] = left.pop()
            if given not in names and pool:
                names[given] = pool.pop()
        return _replaced(document, names) if names else document

    return alter


def _persons(document: Document) -> Iterator[tuple[str, str]]:
    """Yield given and family name of the speakers whose full names the gold has."""
    for quote in document["quotes"]:
        name = quote.get("speaker_canonical") or ""
        given, _, family = name.partition(" ")
        if _FULL_NAME.fullmatch(name) and gender_of_given(given) in ("m", "f"):
            yield given, family.split()[-1]


def _replaced(document: Document, words: Mapping[str, str]) -> Document:
    pattern = re.compile(rf"(?<![\w@#.])(?:{'|'.join(sorted(map(re.escape, words)))})(?!\w|\.com)")
    edits = [Edit(*found.span(), words[found[0]]) for found in pattern.finditer(document["text"])]
    return altered(document, edits, lambda name: pattern.sub(lambda found: words[found[0]], name))


def other_marks(opening: str, closing: str) -> Alteration:
    """Return what puts other marks in the place of double ones."""

    def alter(document: Document) -> Document:
        text = document["text"]
        return altered(
            document,
            [
                Edit(*found.span(), opening if _opens(text, found.start()) else closing)
                for found in _DOUBLE.finditer(text)
            ],
        )

    return alter


def _opens(text: str, at: int) -> bool:
    """Tell whether a double mark opens; a straight one does before a word and behind a blank."""
    if text[at] != '"':
        return text[at] == "“"
    before, after = text[max(at - 1, 0) : at], text[at + 1 : at + 2]
    return (not before or before in _OPENS) and bool(after) and not after.isspace()


def with_breaks(pattern: re.Pattern[str], *, inside: bool) -> Alteration:
    """Return what puts a line break where the pattern matches; inside quotations or outside them only."""

    def alter(document: Document) -> Document:
        spans = [] if inside else [(quote["start"], quote["end"]) for quote in document["quotes"]]
        found = (match.span() for match in pattern.finditer(document["text"]))
        free = (span for span in found if not any(start < span[1] and span[0] < end for start, end in spans))
        return altered(document, [Edit(*span, "\n") for span in free])

    return alter


a_sentence_a_paragraph = with_breaks(_SENTENCES, inside=False)
"""Prints every sentence as a paragraph, as much of the press does: an alteration."""


def alterations() -> dict[str, Alteration]:
    """Return every alteration by its name; the first changes nothing."""
    found: dict[str, Alteration] = {
        "as it is": lambda document: document,
        "marks: “ ”": other_marks("“", "”"),
        'marks: " "': other_marks('"', '"'),
        "marks: « »": other_marks("«", "»"),
        "marks: « », blanks": other_marks("« ", " »"),
        "marks: „ “": other_marks("„", "“"),
        "a sentence a paragraph": a_sentence_a_paragraph,
        "a break before the tag": with_breaks(_LAST_WORD, inside=True),
    }
    table = Path(__file__).with_name("altered_names.tsv").read_text(encoding="utf-8").splitlines()[1:]
    for row in table:
        kind, *lists = row.split("\t")
        men, women, families = ([name.replace("_", " ") for name in names.split()] for names in lists)
        found[f"names: {kind}"] = other_names(men, women, families)
    return found


def main() -> int:
    """Print a line of figures for each alteration."""
    import evaluate  # its scorer stands beside the project

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("part", nargs="?", choices=["validation", "train"], default="validation")
    parser.add_argument("wanted", nargs="*")
    options = parser.parse_args()
    evaluate.decide_by_training_part()
    documents = [d for d in corpora.documents() if d["part"] == options.part and d["file"] == "polnear"]
    for name, alter in alterations().items():
        if not options.wanted or name in options.wanted:
            changed = [alter(document) for document in documents]
            found = [evaluate.prediction(document, corpora.article_of(document)) for document in changed]
            print(evaluate.row_of(name, changed, found, []), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
