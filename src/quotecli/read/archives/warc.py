"""Web archives (WARC, ISO 28500): the pages that servers answered with, one document each, read in a stream."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import IO

from quotecli.core.errors import MissingExtra, NotADocument, ReadError
from quotecli.read.archives.http import content_type, join_chunks, split_headers, unpack
from quotecli.read.bounds import read_all, size_in_words
from quotecli.read.draft import MetaCandidate, Rank
from quotecli.read.item import Item, Reader, Result
from quotecli.read.options import ReadFailure, ReadOptions

_LINE = 1 << 16
_HEADER_LINES = 1000
_PAGES = re.compile(
    r"text/(?!css|javascript|x-)|application/(?:xhtml\+xml|pdf|epub\+zip|rss\+xml|atom\+xml|vnd\.|msword)"
)
_DATE = re.compile(r"\d{4}-\d\d-\d\d")


def read_warc(item: Item, options: ReadOptions, reader: Reader) -> Iterator[Result]:
    """Read the answers with status 200 (`response`), and `resource` and `conversion` records, that hold text."""
    number = 0
    while (headers := _headers(item.stream)) is not None:
        number += 1
        item.budget.record()
        label = headers.get("warc-record-id", "").strip("<>").removeprefix("urn:uuid:") or str(number)
        try:
            length = int(headers.get("content-length", ""))
        except ValueError:
            raise NotADocument(f"a damaged web archive: record {number} states no length") from None
        kind = headers.get("warc-type", "").lower()
        if kind not in {"response", "resource", "conversion"} or length > item.budget.bounds.document:
            _skip(item.stream, length, item)
            if kind in {"response", "resource", "conversion"}:
                yield ReadFailure(f"{item.source}#{label}", f"larger than {size_in_words(item.budget.bounds.document)}")
            continue
        block = read_all(_Part(item.stream, length), length) if length > 0 else b""
        try:
            page = _page(kind, headers, block, item, label)
        except (ReadError, MissingExtra) as error:
            yield ReadFailure(f"{item.source}#{label}", str(error))
            continue
        if page:
            yield from reader(page, options)
        item.budget.restart()


def _headers(stream: IO[bytes]) -> dict[str, str] | None:
    """Return the headers of the next record, or None at the end; what isn't a record's first line is passed over."""
    while line := stream.readline(_LINE):
        if line.startswith(b"WARC/"):
            break
    else:
        return None
    found: dict[str, str] = {}
    for _ in range(_HEADER_LINES):
        line = stream.readline(_LINE)
        name, colon, value = line.decode("utf-8", "replace").partition(":")
        if not line.strip() or not colon:
            break
        found[name.strip().lower()] = value.strip()
    return found


def _page(kind: str, headers: dict[str, str], block: bytes, item: Item, label: str) -> Item | None:
    """Return the page that a record holds, or None for one without text (pictures, redirects, errors)."""
    url = headers.get("warc-target-uri", "").strip("<>")
    media_type, charset = content_type(headers)
    if kind == "response":
        if not url.lower().startswith("http"):
            return None
        status, answer, block = split_headers(block)
        if not re.match(r"HTTP/\S+ 200\b", status):
            return None
        media_type, charset = content_type(answer)
    if media_type and not _PAGES.match(media_type):
        return None
    if kind == "response":
        if "chunked" in answer.get("transfer-encoding", "").lower():
            block = join_chunks(block)
        block = unpack(block, answer.get("content-encoding", ""), item.budget.bounds.document)
        item.budget.unpack(len(block))
    if not block.strip():
        return None
    name = url.partition("?")[0].rpartition("/")[2]
    member = replace(item.member(io.BytesIO(block), name, label), media_type=media_type, charset=charset)
    if not url.lower().startswith("http"):
        return member
    date = _DATE.match(headers.get("warc-date", ""))
    accessed = [MetaCandidate("accessed", date[0], "WARC-Date", Rank.RECORD)] if date else []
    return replace(member, url=url, key=url, candidates=(*item.candidates, *accessed))


class _Part(io.RawIOBase):
    """The next `length` bytes of a stream."""

    def __init__(self, stream: IO[bytes], length: int) -> None:
        self._stream = stream
        self._left = length

    def read(self, size: int = -1) -> bytes:
        piece = self._stream.read(min(self._left, size) if size >= 0 else self._left)
        self._left -= len(piece)
        return piece


def _skip(stream: IO[bytes], length: int, item: Item) -> None:
    part = _Part(stream, length)
    while part.read(1 << 18):
        item.budget.tick()
