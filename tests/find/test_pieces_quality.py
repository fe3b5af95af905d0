"""How many of the quotations that people marked are found as stretches, at their exact place; floors in floors.toml."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from quotecli.core.types import Article, Paragraph, Role
from quotecli.find.pieces import find_pieces

TESTS = Path(__file__).resolve().parents[1]
FLOORS: dict[str, float] = tomllib.loads((TESTS / "floors.toml").read_text(encoding="utf-8"))["pieces"]


_LABEL = re.compile(r"[A-Z][A-Z .'-]{2,30}:\s+")
"""Who speaks in a transcript that is printed as one quotation: annotators took it for words that were said."""


def _words(text: str, quote: dict[str, Any]) -> int:
    """Return where the words of a quotation begin, behind the label that may open it."""
    label = _LABEL.match(text, quote["start"], quote["end"])
    return label.end() if label else int(quote["start"])


def recall(files: list[Path]) -> tuple[float, int]:
    """Return the share of the quotations in marks or structure that are found exactly, and how many there are."""
    found = every = 0
    for file in files:
        for line in file.read_text(encoding="utf-8").splitlines():
            document: dict[str, Any] = json.loads(line)
            gold = [quote for quote in document["quotes"] if quote.get("type") != "indirect"]
            spans = [match.span() for match in re.finditer(r"\S(?:[^\n]*\S)?", document["text"])]
            roles = [Role.HEADLINE if start == 0 else Role.BODY for start, _ in spans]
            paragraphs = tuple(Paragraph(*span, role) for span, role in zip(spans, roles, strict=True))
            article = Article(document["text"], paragraphs, language=document.get("lang"))
            places = {(piece.start, piece.end) for piece in find_pieces(article)}
            every += len(gold)
            found += sum(
                not places.isdisjoint(((quote["start"], quote["end"]), (_words(document["text"], quote), quote["end"])))
                for quote in gold
            )
    return found / max(every, 1), every


def test_own_articles() -> None:
    share, every = recall(sorted((TESTS / "fixtures" / "attribution").glob("*.jsonl")))
    assert every >= 400
    assert share >= FLOORS["own_articles_recall"], share


@pytest.mark.slow
@pytest.mark.parametrize("corpus", ["polnear", "gum-news", "basil"])
def test_annotated_news(corpus: str, shared: Path) -> None:
    share, _ = recall([shared / "corpora" / f"{corpus}.jsonl"])
    assert share >= FLOORS[f"{corpus.replace('-', '_')}_recall"], share
