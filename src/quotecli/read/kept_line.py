"""One line of what `quotes export` writes, back to its document; a line is foreign until all of it is checked."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from enum import StrEnum
from math import isfinite
from typing import Any, NoReturn, TypeVar

from quotecli.core.dates import PartialDate
from quotecli.core.errors import NotADocument, TooLarge
from quotecli.core.kept import FORMAT, FOUND, Kept
from quotecli.core.quotes import ids_of
from quotecli.core.types import Article, Evidence, Kind, Paragraph, Quotation, Role, Span
from quotecli.read.bounds import Bounds, size_in_words
from quotecli.read.kept_corrections import read_corrections

__all__ = ["read_kept_line"]

_LAST_PAGE = 0xFFFFFFFE
_LONGEST_TIME = 1e9
"""Seconds."""
_SEPARATORS = frozenset("\x1e\x1f")
"""Part the values of a list in the store."""
_Choice = TypeVar("_Choice", bound=StrEnum)
_KINDS_OF_JSON = {
    bool: "true or false",
    int: "a number",
    float: "a number",
    str: "text",
    list: "a list",
    dict: "an object",
}


def read_kept_line(line: bytes, bounds: Bounds) -> Kept:
    """Return the document of a line.

    Raises:
        ReadError: it is none, or not whole; the message is one sentence.
    """
    values = _parse(line)
    record = _Fields(values)
    record.check_format()
    corrections = read_corrections(values.get("corrections"))
    if (found := values.get("found")) is not None:
        record = _Fields(values | _Fields(found, "found: ").among(FOUND))  # what was corrected goes without saying
    article = _article(record, bounds)
    key = record.text("id")
    quotes = [_Fields(value, f"quote {number}: ") for number, value in enumerate(record.values("quotes"), 1)]
    left_out = record.whole("left_out", most=1 << 40, default=0)
    ids = tuple(quote.text("id") for quote in quotes)
    firsts = [_first_piece(quote, ids, left_out) for quote in quotes]
    quotations = tuple(_quotation(quote, article, first) for quote, first in zip(quotes, firsts, strict=True))
    _check_ids(key, ids, quotations, left_out)
    return Kept(article, quotations, ids, key, record.text("finder", default=""), (), left_out, corrections)


def _parse(line: bytes) -> Any:
    try:
        return json.loads(line.decode("utf-8"), parse_constant=_refuse_constant)
    except UnicodeDecodeError:
        raise NotADocument("not UTF-8") from None
    except RecursionError:
        raise NotADocument("broken JSON: nested too deeply") from None
    except json.JSONDecodeError as error:
        reason = (
            "not JSON"
            if error.pos == 0
            else f"broken JSON: {error.msg.lower().removesuffix(' at')} at character {error.pos + 1}"
        )
        raise NotADocument(reason) from None
    except ValueError:
        raise NotADocument("broken JSON: a number of too many digits") from None


def _refuse_constant(name: str) -> NoReturn:
    raise NotADocument(f"broken JSON: {name} is no number of JSON")


class _Fields:
    """The fields of a JSON object, each asked for as what it must be; NotADocument says what it is instead."""

    def __init__(self, values: Any, where: str = "") -> None:
        self._where = where
        if not isinstance(values, dict):
            raise NotADocument(f"{where}{_named(values)}, not an object with fields")
        self._values: dict[str, Any] = values

    def check_format(self) -> None:
        """Refuse what is not a line of an export, and say what it seems to be."""
        given = self._values.get("format")
        if given == FORMAT:
            return
        if isinstance(given, str) and given.startswith("quotes/"):
            raise NotADocument("written by a later version of quotes")
        if {"text", "quotes"} <= self._values.keys():
            raise NotADocument("from `quotes extract`, which leaves out what a store keeps; `quotes add` reads it")
        if {"speaker", "document"} <= self._values.keys():
            raise NotADocument("a quote of a listing, which holds no text of its document")
        raise NotADocument("not a document that `quotes export` wrote")

    def among(self, names: Iterable[str]) -> dict[str, Any]:
        """Return those of the fields that have one of these names."""
        return {name: self._values[name] for name in names if name in self._values}

    def refuse(self, name: str, what: str) -> NoReturn:
        raise NotADocument(f"{self._where}{name} {what}")

    def _get(self, name: str, wanted: str, *kinds: type) -> Any:
        """Return the field's value, which must be of one of these types; None where it is null or missing."""
        value = self._values.get(name)
        if value is not None and type(value) not in kinds:
            self.refuse(name, f"is {_named(value)}, not {wanted}")
        return value

    def maybe(self, name: str) -> str | None:
        """Return a text, or None."""
        value = self._get(name, "text", str)
        return None if value is None else self._sound(name, value)

    def text(self, name: str, *, default: str | None = None) -> str:
        """Return a text."""
        value = self.maybe(name)
        if value is None and default is None:
            self.refuse(name, "is missing")
        return value if value is not None else default or ""

    def _sound(self, name: str, value: str) -> str:
        if not value.isascii():
            try:
                value.encode()
            except UnicodeEncodeError:
                self.refuse(name, "holds half a character (a lone surrogate)")
        return value

    def part(self, name: str, *, default: str | None = None) -> str:
        """Return a text that the store keeps in a list."""
        value = self.text(name, default=default)
        if not _SEPARATORS.isdisjoint(value):
            self.refuse(name, "holds a control character that parts lists")
        return value

    def parts(self, name: str) -> tuple[str, ...] | None:
        """Return a list of such texts, or None where it is missing."""
        values = self._get(name, "a list", list)
        if values is None:
            return None
        named = [_Fields({name: value}, self._where) for value in values]
        return tuple(one.part(name) for one in named)

    def values(self, name: str, *, default: Sequence[Any] | None = None) -> Sequence[Any]:
        """Return a list."""
        value: list[Any] | None = self._get(name, "a list", list)
        if value is None and default is None:
            self.refuse(name, "is missing")
        return value if value is not None else default or ()

    def date(self, name: str) -> PartialDate | None:
        """Return a partial date, or None."""
        value = self.maybe(name)
        date = None if value is None else PartialDate.parse(value)
        if value is not None and date is None:
            self.refuse(name, "is no date such as 2020, 2020-10 or 2020-10-02")
        return date

    def choice(self, name: str, among: type[_Choice]) -> _Choice:
        """Return one of the values of an enumeration."""
        value = self.text(name)
        found = among.__members__.get(value.upper())  # a tenth of the time that the enumeration's own look-up takes
        if found is None or found.value != value:
            self.refuse(name, f"is none of {', '.join(among)}")
        return found

    def flag(self, name: str) -> bool:
        """Return a truth value."""
        return bool(self._get(name, "true or false", bool))

    def whole_or_none(self, name: str, most: int, least: int = 0) -> int | None:
        """Return a whole number within bounds, or None."""
        value: int | None = self._get(name, "a whole number", int)
        if value is not None and not least <= value <= most:
            self.refuse(name, f"is not from {least} to {most}")
        return value

    def whole(self, name: str, most: int, least: int = 0, *, default: int | None = None) -> int:
        """Return a whole number within bounds."""
        value = self.whole_or_none(name, most, least)
        if value is None and default is None:
            self.refuse(name, "is missing")
        return value if value is not None else default or 0

    def number(self, name: str, most: float) -> float | None:
        """Return a number from 0 on, or None."""
        value: float | None = self._get(name, "a number", int, float)
        if value is not None and not (isfinite(value) if isinstance(value, float) else True):
            self.refuse(name, "is too large")
        if value is not None and not 0 <= value <= most:
            self.refuse(name, f"is not from 0 to {most:g}")
        return None if value is None else float(value)

    def span(self, name: str, end: int) -> Span | None:
        """Return a pair of offsets up to `end`, or None."""
        values = self._get(name, "a list", list)
        if values is None:
            return None
        if len(values) != 2:
            self.refuse(name, "is not a pair of offsets")
        pair = _Fields({"start": values[0], "end": values[1]}, f"{self._where}{name}: ")
        start = pair.whole("start", end)
        return Span(start, pair.whole("end", end, start))


def _named(value: Any) -> str:
    return _KINDS_OF_JSON.get(type(value), "null")


def _article(record: _Fields, bounds: Bounds) -> Article:
    text = record.text("text")
    if len(text) > bounds.document:
        raise TooLarge(f"its text is larger than {size_in_words(bounds.document)}, the limit for one document")
    return Article(
        text=text,
        paragraphs=_paragraphs(record, len(text)),
        source=record.text("document"),
        key=record.text("key", default=record.text("id")),
        title=record.maybe("title"),
        authors=record.parts("author") or (),
        published=record.date("date"),
        published_at=record.maybe("published_at"),
        updated=record.date("updated"),
        outlet=record.maybe("outlet"),
        url=record.maybe("url"),
        language=record.maybe("language"),
        section=record.maybe("section"),
        media=record.text("media", default="article"),
        archive_url=record.maybe("archive_url"),
        archived=record.date("archived"),
        accessed=record.date("accessed"),
        evidence=tuple(_evidence(record)),
        digest=record.text("digest", default=""),
    )


def _paragraphs(record: _Fields, length: int) -> tuple[Paragraph, ...]:
    paragraphs = []
    after = 0
    for number, value in enumerate(record.values("paragraphs"), 1):
        fields = _Fields(value, f"paragraph {number}: ")
        start = fields.whole("start", length)
        if start < after:
            fields.refuse("start", "is before the end of the paragraph above")
        after = fields.whole("end", length, start)
        page, time = fields.whole_or_none("page", _LAST_PAGE), fields.number("time", _LONGEST_TIME)
        paragraphs.append(
            Paragraph(start, after, fields.choice("role", Role), fields.span("source", length), page, time)
        )
    return tuple(paragraphs)


def _evidence(record: _Fields) -> list[Evidence]:
    candidates = [_Fields(value, f"evidence {n}: ") for n, value in enumerate(record.values("evidence", default=()), 1)]
    return [
        Evidence(
            fields.part("field"),
            fields.part("value"),
            fields.part("source"),
            fields.flag("used"),
            fields.part("note", default="") or None,
        )
        for fields in candidates
    ]


def _first_piece(quote: _Fields, ids: Sequence[str], left_out: int) -> int | None:
    """Return the place of the first piece of a quotation's statement, None where it has none or that was left out."""
    first = quote.maybe("part_of")
    if first is None or (left_out and first not in ids):
        return None
    if first not in ids:
        quote.refuse("part_of", "names no quote of the document")
    return ids.index(first)


def _quotation(quote: _Fields, article: Article, first: int | None) -> Quotation:
    words = quote.text("text")
    number = quote.whole("paragraph", len(article.paragraphs), 1)
    paragraph = article.paragraphs[number - 1]
    start = quote.whole("start", len(article.text))
    end = quote.whole("end", len(article.text), start)
    if article.text[start:end] != words:
        quote.refuse("text", f"is not the words of the document from {start} to {end}")
    if not paragraph.start <= start <= end <= paragraph.end:
        quote.refuse("paragraph", f"{number} is not where it stands")
    said = quote.maybe("date_kind") == "said"
    speakers = quote.parts("names")
    return Quotation(
        text=words,
        start=start,
        end=end,
        kind=quote.choice("kind", Kind),
        role=quote.choice("role", Role),
        paragraph=number,
        speakers=(quote.parts("speakers") or ()) if speakers is None else speakers,
        said_as=quote.maybe("said_as"),
        cue=quote.maybe("cue"),
        confidence=quote.number("confidence", 1) or 0.0,
        part_of=first,
        said_on=quote.date("date") if said else None,
        via=quote.maybe("via"),
    )


def _check_ids(key: str, ids: Sequence[str], quotations: Sequence[Quotation], left_out: int) -> None:
    made = ids_of(key, [quotation.text for quotation in quotations])
    for number, (given, own) in enumerate(zip(ids, made, strict=True), 1):
        if given == own:
            continue
        if left_out:  # its place among equal words counts for its id
            raise NotADocument(f"quote {number}: the same words stood before it and were left out; export all of both")
        raise NotADocument(f"quote {number}: its id is {given!r}, and its words make it {own}")
