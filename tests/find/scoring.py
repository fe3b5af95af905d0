"""Scores quotations against gold by places and names: what `../shared/corpora/score.py` does, for whole-piece gold."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import Any

from quotecli.core.folding import fold
from quotecli.core.names import strip_titles
from quotecli.core.types import Article, Paragraph, Quotation, Role

_WORD = re.compile(r"\w+")


def article_of(document: dict[str, Any]) -> Article:
    """Return the article of a gold document, a paragraph a line, the printed title as headline."""
    title = (document.get("title") or "").strip()
    paragraphs: list[Paragraph] = []
    for line in re.finditer(r"[^\n]*\S[^\n]*", document["text"]):
        headline = not paragraphs and line.group().strip() == title
        paragraphs.append(Paragraph(line.start(), line.end(), Role.HEADLINE if headline else Role.BODY))
    author = document.get("author")
    return Article(document["text"], tuple(paragraphs), title=title or None, authors=(author,) if author else ())


def _words(text: str, start: int, end: int) -> set[int]:
    return {found.start() for found in _WORD.finditer(text, start, end)}


def _bare(text: str | None) -> str:
    return " ".join(_WORD.findall(fold(text or "")))


def _names(text: str) -> set[str]:
    return {_bare(strip_titles(name)) for name in text.split(" and ")}


def _mention_right(gold: str | None, found: str | None) -> bool:
    a, b = _bare(gold), _bare(found)
    if not a or not b:
        return a == b
    return a == b or a.split()[-1] == b.split()[-1] or f" {a} " in f" {b} " or f" {b} " in f" {a} "


def score(documents: Iterable[tuple[dict[str, Any], list[Quotation]]]) -> dict[str, float]:
    """Return span and joint F1, the share of full names that are right, and how many quotations there are.

    `nobody` is the share of those by somebody without a name ("a nurse", "she") that are given none. All but the last
    are between 0 and 1.
    """
    count: Counter[str] = Counter()
    for document, found in documents:
        text = document["text"]
        gold = [(q, _words(text, q["start"], q["end"])) for q in document["quotes"]]
        ignored = set().union(*(_words(text, a, b) for a, b in document.get("ignore", [])))
        taken: set[int] = set()
        for quotation in found:
            words = _words(text, quotation.start, quotation.end)
            fits = [
                (len(words & own) / len(words | own), number)
                for number, (_, own) in enumerate(gold)
                if number not in taken and words & own
            ]
            best = max(fits, default=(0.0, -1))
            if best[0] < 0.8:
                count["found"] += len(words & ignored) < 0.5 * len(words)
                continue
            taken.add(best[1])
            quote = gold[best[1]][0]
            count.update(found=1, matched=1)
            name = quote.get("speaker_canonical")
            named = bool(name) and _names(name) == _names(" and ".join(quotation.speakers) or quotation.said_as or "")
            count["named"] += bool(name)
            if not name and quote.get("speaker"):
                count["nobody"] += 1
                count["nobody right"] += not quotation.speakers
            count["named right"] += named
            count["right"] += named or _mention_right(quote.get("speaker"), quotation.said_as)
        count["gold"] += len(gold)
    return {
        "span_f1": _f1(count["matched"], count["found"], count["gold"]),
        "joint_f1": _f1(count["right"], count["found"], count["gold"]),
        "canonical": count["named right"] / max(count["named"], 1),
        "nobody": count["nobody right"] / max(count["nobody"], 1),
        "quotations": count["gold"],
    }


def _f1(right: int, found: int, gold: int) -> float:
    return 2 * right / (found + gold) if found + gold else 1.0
