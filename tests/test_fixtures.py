"""The gold that we train on and are measured by is sound: every offset, mark and mention is where it says."""

from __future__ import annotations

import html
import importlib.util
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[1]
TESTED = ROOT / "tests" / "fixtures"
FOLDERS = (ROOT / "training" / "articles", TESTED / "attribution", TESTED / "one-sentence", TESTED / "unnamed")
OPENING = "“「\"'‘„«‹»”’—–-:>/"
"""May stand before quoted words: a mark of any language, a dash, a label's colon, a `>`, a thread's number."""

BOLD_LABEL = re.compile(r"\*\*[^*\n]+\*\* \Z")
"""What names a speaker in an interview without colons."""


def _markup() -> ModuleType:
    spec = importlib.util.spec_from_file_location("training_markup", ROOT / "training" / "markup.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


MARKUP = _markup()
SOURCES = [source for folder in FOLDERS for source in sorted((folder / "src").glob("*.txt"))]


def _lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def _articles() -> Iterator[dict[str, Any]]:
    for folder in FOLDERS:
        for path in sorted(folder.glob("*.jsonl")):
            yield from _lines(path)


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: f"{path.parents[1].name}/{path.stem}")
def test_json_lines_are_what_the_marked_up_source_says(source: Path) -> None:
    written = source.parents[1] / f"{source.stem}.jsonl"
    assert written.read_text(encoding="utf-8") == MARKUP.as_jsonl(source), "run: python training/markup.py FOLDER"


def test_offsets_of_quotations_and_mentions_hold() -> None:
    for article in _articles():
        text = article["text"]
        for quote in article["quotes"]:
            assert text[quote["start"] : quote["end"]] == quote["text"], article["id"]
            assert quote["text"] == quote["text"].strip(), article["id"]
            if quote["speaker"] is not None:
                start, end = quote["speaker_span"]
                assert text[start:end] == quote["speaker"], article["id"]
            assert quote["type"] in {"direct", "mixed"}, article["id"]


def test_quotations_stand_in_order_and_apart() -> None:
    for article in _articles():
        ends = 0
        for quote in article["quotes"]:
            assert quote["start"] >= ends, (article["id"], quote["text"])
            ends = quote["end"]


def test_a_quotation_stays_in_its_paragraph_and_follows_a_mark_or_a_structure() -> None:
    for article in _articles():
        text = article["text"]
        for quote in article["quotes"]:
            assert "\n\n" not in quote["text"], (article["id"], quote["text"])
            before = BOLD_LABEL.sub("\n", text[: quote["start"]]).rstrip(" \t\u00a0*_…]")
            in_dashes = before.rpartition("\n")[2].startswith("—")
            incise = "," if article.get("language") == "fr" or in_dashes else ""  # « …, dit-il, … », — …, he says, …
            assert not before or before[-1] in OPENING + "\n?.)" + incise, (article["id"], quote["text"])


def test_fragments_stand_in_marks() -> None:
    for article in _articles():
        for quote in article["quotes"]:
            if quote["type"] == "mixed":
                before = article["text"][: quote["start"]].rstrip("\u00a0\u202f ")
                assert before[-1] in "“\"'‘„«‹»”’", (article["id"], quote["text"])


def test_ids_are_unique() -> None:
    ids = [article["id"] for article in _articles()]
    assert len(ids) == len(set(ids))


def test_the_styles_of_the_gate_were_written_apart_from_the_training() -> None:
    training, *gates = ({q["text"] for path in sorted(f.glob("*.jsonl")) for a in _lines(path) for q in a["quotes"]}
                        for f in FOLDERS)  # fmt: skip
    shared = {words for gate in gates for words in training & gate if len(words) > 25}
    assert not shared


def test_the_sample_articles_hold_their_gold() -> None:
    for gold in _lines(ROOT / "data" / "gold.jsonl"):
        raw = (ROOT / "data" / gold["id"]).read_text(encoding="utf-8")
        text, position = html.unescape(raw), 0
        for quote in gold["quotes"]:
            found = text.find(quote["text"], position)
            assert found > 0, (gold["id"], quote["text"])
            position = found + len(quote["text"])
            assert quote["said_as"] in text
            if "start" in quote:
                assert raw[quote["start"] : quote["end"]] == quote["text"]


def test_four_of_the_sample_articles_say_unprovoked() -> None:
    golds = _lines(ROOT / "data" / "gold.jsonl")
    assert sum(any("unprovoked" in q["text"] for q in gold["quotes"]) for gold in golds) == 4


def test_markup_keeps_offsets_of_quotations_mentions_and_cues() -> None:
    head = "=== x | 2020-01-02 |\nA = Ana Ruiz\n\n# Title\n\n"
    source = head + "“{1:No,}” ^said^ <1A:Ms Ruiz>. It was “{i:odd}”, “{0~very}”.\n"
    (article,) = MARKUP.articles(source, "s")
    assert article["text"] == "Title\n\n“No,” said Ms Ruiz. It was “odd”, “very”."
    first, second = article["quotes"]
    assert (first["text"], first["speaker"], first["speaker_canonical"], first["cue"]) == (
        "No,",
        "Ms Ruiz",
        "Ana Ruiz",
        "said",
    )
    assert (second["type"], second["speaker"], second["speaker_span"]) == ("mixed", None, None)
    assert [article["text"][start:end] for start, end in article["ignore"]] == ["odd"]
    assert (article["outlet"], article["date"]) == (None, "2020-01-02")


def test_a_person_without_a_certain_name_has_no_canonical_one() -> None:
    source = "=== x ||\nA = Ana Ruiz\nB = ?\n\n#- T\n\n“{1:No,}” said <1B:his wife>. “{2:Yes,}” said <2AB:the pair>.\n"
    (article,) = MARKUP.articles(source, "s")
    assert [quote["speaker_canonical"] for quote in article["quotes"]] == [None, None]


@pytest.mark.parametrize(
    ("body", "why"),
    [
        ("“{2:No}” said <1:she>.", "is not there"),
        ("“{1:No}” said <1Z:she>.", "is not there"),
        ("“{1:No” said <1:she>.", "broken tag"),
        ("“{1:No}” said <1:she>, and <2:he>.", "no quotation refers"),
        ("“{1:No}” said <1:she>, and <1:she>.", "stands twice"),
    ],
)
def test_broken_markup_is_refused(body: str, why: str) -> None:
    with pytest.raises(MARKUP.MarkupError, match=why):
        list(MARKUP.articles(f"=== x ||\n\n# Title\n\n{body}\n", "s"))


def test_an_article_without_a_title_line_is_refused() -> None:
    with pytest.raises(MARKUP.MarkupError, match="must begin"):
        list(MARKUP.articles("=== x ||\n\nNo title.\n", "s"))


def test_canonical_names_can_be_read_from_the_article() -> None:
    for article in _articles():
        told = f"{article['text']} {article['title']} {article['author']}".casefold().replace("’", "'")
        for quote in article["quotes"]:
            for name in (quote["speaker_canonical"] or "").split(" and "):
                words = name.casefold().replace("’", "'").split()
                assert all(word in told for word in words), (article["id"], name)
