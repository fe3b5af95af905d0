"""Puts the corrections of a document in place of what its reader and the finder made of it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from quotecli.core.dates import PartialDate
from quotecli.core.folding import fold, fold_with_map
from quotecli.core.papers import names_outlet
from quotecli.core.types import Article, Evidence, Kind, Quotation, Span
from quotecli.store.corrections import Edit, numbers_of
from quotecli.store.portable import article_from

__all__ = ["FACTS", "Corrected", "correct", "facts_from"]

FACTS = ("outlet", "published", "published_at", "title", "authors", "url", "evidence")
"""Fields of an article that a correction changes."""
_BY_HAND = "corrected by hand"
_AROUND = 2_000
"""Characters before and behind a quotation among which its corrected words are looked for."""
_EVIDENCE_OF = {"authors": "author"}


class Corrected(NamedTuple):
    """A document as it is stored.

    Attributes:
        article: with its corrected facts.
        quotations: corrected; those that are none are left out.
        numbers: of each, by what the finder found.
        printed: of each the words that the document prints where the quotation's are others, else None.
        waiting: how many quotes have corrections and are not among those that the finder found.
    """

    article: Article
    quotations: list[Quotation]
    numbers: list[int]
    printed: list[str | None]
    waiting: int


def correct(article: Article, key: str, quotations: Sequence[Quotation], edits: Sequence[Edit]) -> Corrected:
    """Return a document with its corrections, later ones over earlier ones."""
    numbers = numbers_of(key, quotations)
    facts: dict[str, Any] = {}
    of_quotes: dict[int, dict[str, Any]] = {}
    for edit in edits:
        fields = facts if edit.number is None else of_quotes.setdefault(edit.number, {})
        fields.update(edit.value)
    found = _first_here(quotations, facts.get("outlet"))
    corrected = [
        _quotation(article, one, of_quotes.get(number, {})) for one, number in zip(found, numbers, strict=True)
    ]
    kept = [at for at, number in enumerate(numbers) if of_quotes.get(number, {}).get("speech", True)]
    printed = [article.text[one.start : one.end] for one in corrected]
    return Corrected(
        _article(article, facts),
        _pieces(corrected, kept),
        [numbers[at] for at in kept],
        [None if corrected[at].text == printed[at] else printed[at] for at in kept],
        len(of_quotes.keys() - set(numbers)),
    )


def _first_here(quotations: Sequence[Quotation], outlet: str | None) -> Sequence[Quotation]:
    """Return the quotations, without `via` where it names the outlet told by hand: they were first said in it."""
    if not outlet:
        return quotations
    return [replace(one, via=None) if one.via and names_outlet(one.via, outlet) else one for one in quotations]


def facts_from(facts: dict[str, Any]) -> dict[str, Any]:
    """Return facts of an article, as `portable.plain` writes them, as its fields have them."""
    values = facts | {"text": "", "paragraphs": []}
    return {field: getattr(article_from(values), field) for field in facts}


def _article(article: Article, facts: dict[str, Any]) -> Article:
    if not facts:
        return article
    values = facts_from(facts)
    if "published" in values:
        values["published_at"] = None  # its time is of the date that was wrong
    corrected = {_EVIDENCE_OF.get(name, name): value for name, value in facts.items()}
    evidence = [replace(one, used=False) if one.field in corrected else one for one in article.evidence]
    for field, value in corrected.items():
        ones = value if isinstance(value, list) else [value]
        evidence += [Evidence(field, one or "", _BY_HAND, used=True) for one in ones]
    return replace(article, **values, evidence=tuple(evidence))


def _quotation(article: Article, quotation: Quotation, fields: dict[str, Any]) -> Quotation:
    values: dict[str, Any] = {}
    if "speakers" in fields:
        speakers = tuple(fields["speakers"])
        values |= {"speakers": speakers, "confidence": 1.0 if speakers else 0.0}
        values["said_as"] = quotation.said_as if _may_mean(quotation.said_as, speakers) else None
    if "date" in fields:
        values["said_on"] = PartialDate.parse(fields["date"] or "")
    if "kind" in fields:
        values["kind"] = Kind(fields["kind"])
    if "via" in fields:
        values["via"] = fields["via"]
    if "text" in fields:
        values |= _words(article, quotation, fields["text"])
    return replace(quotation, **values) if values else quotation


def _may_mean(said_as: str | None, speakers: Sequence[str]) -> bool:
    """Tell whether a mention may stand for these speakers: it shares a word with their names, or names nobody."""
    words = set(fold(said_as or "").split())
    return (said_as or "A")[0].islower() or bool(words & set(fold(" ".join(speakers)).split()))


def _words(article: Article, quotation: Quotation, words: str) -> dict[str, Any]:
    """Return where a quotation's corrected words stand, or them alone where the document prints others.

    Words that the document prints around the quotation, up to accents, case, dashes and marks, are what it prints: so
    a quotation that was cut short, or too long, is mended without a word or mark being changed.
    """
    first = max(0, quotation.start - _AROUND)
    around = article.text[first : quotation.end + _AROUND]
    exact = [Span(at, at + len(words)) for at in _places(around, words)]
    folded, offsets = fold_with_map(around)
    wanted = fold(words)
    alike = [Span(offsets[at], offsets[at + len(wanted) - 1] + 1) for at in _places(folded, wanted)]
    own = Span(quotation.start, quotation.end)
    near = [Span(first + start, first + end) for start, end in exact]
    near += [span for span in (Span(first + start, first + end) for start, end in alike) if span != own]
    for start, end in near:
        if min(end, own.end) > max(start, own.start):
            paragraph = bisect_right([one.start for one in article.paragraphs], start)
            return {"text": article.text[start:end], "start": start, "end": end, "paragraph": max(1, paragraph)}
    return {"text": words}


def _places(text: str, words: str) -> Iterator[int]:
    """Yield where the words stand in a text."""
    at = text.find(words) if words else -1
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def _pieces(quotations: Sequence[Quotation], kept: Sequence[int]) -> list[Quotation]:
    """Return the quotations that are kept; where a statement's first piece is none, the next one is the first."""
    place = {old: new for new, old in enumerate(kept)}
    heads: dict[int, int] = {}
    pieces = []
    for old in kept:
        quotation = quotations[old]
        head = quotation.part_of
        if head is None:
            pieces.append(quotation)
        elif head in place:
            pieces.append(replace(quotation, part_of=place[head]))
        else:
            first = heads.setdefault(head, place[old])
            pieces.append(replace(quotation, part_of=None if first == place[old] else first))
    return pieces
