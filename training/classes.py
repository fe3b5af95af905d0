"""Error rates by class of quotation on the validation part, and how confidence holds: `python training/classes.py`.

A quotation may be of several classes. Wrong is: not found, or found with a speaker that `score.py` calls wrong.
"""

from __future__ import annotations

import sys
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

sys.path[:0] = [str(Path(__file__).resolve().parent), str(Path(__file__).resolve().parents[1] / "src")]

import corpora
import evaluate
import labels

from quotecli.core.types import Article, Kind, Quotation, Role
from quotecli.find import find_quotes
from quotecli.find.words.lexicon import roles


def classes(article: Article, quote: dict[str, Any], others: list[dict[str, Any]]) -> set[str]:
    """Return the classes of a gold quotation."""
    text, start, end = article.text, quote["start"], quote["end"]
    words, speaker = text[start:end], (quote.get("speaker") or "").strip()
    before = text[max(0, start - 3) : start].rstrip("“\"'‘ ")
    found: set[str] = set()
    low = speaker.lower()
    head = labels.score.head(speaker)
    if low in labels.score.PRON:
        found.add("pronoun")
    elif " and " in speaker and sum(w[0].isupper() for w in speaker.split()) > 1:
        found.add("joint")
    elif roles().get(head, ("",))[0] in ("body", "document"):
        found.add("body or document")
    elif speaker and (speaker[0].islower() or low.split()[0] in ("the", "a", "an")) and head in roles():
        found.add("nominal")
    elif speaker:
        found.add("named")
    if before.endswith(":"):
        found.add("colon")
    if any(mark in words for mark in '“‘"') or " '" in words:
        found.add("nested")
    if len(words.split()) <= 2:
        found.add("one or two words")
    if quote.get("type") == "mixed":
        found.add("fragment")
    if start and text[start - 1] in "'‘" and text[start - 2 : start] != "''":
        found.add("single marks")
    if any(p.role is Role.HEADLINE and p.start <= start < p.end for p in article.paragraphs):
        found.add("headline")
    same = [o for o in others if o.get("speaker_span") == quote.get("speaker_span") and quote.get("speaker_span")]
    if any(o["end"] < start < o["end"] + 120 and "\n" not in text[o["end"] : start] for o in same):
        found.add("split")
    return found


def outcome(quote: dict[str, Any], found: list[Quotation]) -> tuple[bool, Quotation | None]:
    """Return whether a gold quotation was found with its speaker, and what was found there."""
    length = quote["end"] - quote["start"]
    for q in found:
        common = min(q.end, quote["end"]) - max(q.start, quote["start"])
        if common >= 0.8 * max(length, q.end - q.start):
            name, canonical = " and ".join(q.speakers), quote.get("speaker_canonical")
            right = labels.score.surface_ok(quote.get("speaker"), q.said_as)
            return right or bool(canonical and labels.score.canon_ok(canonical, name or q.said_as)), q
    return False, None


@dataclass(slots=True)
class Tally:
    """How many quotations there are of each class, how many of them are wrong, and how confident attributions are."""

    count: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    confident: Counter[str] = field(default_factory=Counter)

    def take(self, document: dict[str, Any]) -> None:
        """Find the quotations of a document and count them."""
        article = corpora.article_of(document)
        found = [q for q in find_quotes(article) if article.text[q.start - 2 : q.start] != "''"]
        gold = [q for q in document["quotes"] if q.get("type", "direct") != "indirect"]
        matched: set[int] = set()
        for quote in gold:
            right, q = outcome(quote, found)
            for name in classes(article, quote, gold) | ({"post"} if q and q.kind is Kind.POST else set()):
                self.count[name] += 1
                self.wrong[name] += not right
            if q is not None:
                matched.add(q.start)
                self._trust(q, right=right)
        ignored = [tuple(span) for span in document.get("ignore", [])]
        for q in found:
            if q.start not in matched and not any(a < q.end and b > q.start for a, b in ignored):
                self._trust(q, right=False)

    def _trust(self, found: Quotation, *, right: bool) -> None:
        sure = found.confidence >= 0.9
        self.confident.update({"all": bool(found.said_as), "sure": sure, "sure and right": sure and right})


def main() -> int:
    """Print the table."""
    evaluate.decide_by_training_part()
    tally = Tally()
    for document in corpora.documents():
        if document["part"] == "validation" and not document.get("partial"):
            tally.take(document)
    for name, total in tally.count.most_common():
        print(f"{name:18} {total:5} wrong {100 * tally.wrong[name] / total:5.1f} %")
    confident = tally.confident
    print(
        f"confidence >= 0.9: {100 * confident['sure'] / confident['all']:.1f} % of the attributions,"
        f" {100 * confident['sure and right'] / confident['sure']:.1f} % of them right"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
