"""One thing to read: bytes with a name, a place and their first kilobytes at hand."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass, replace
from hashlib import blake2b
from typing import IO, TYPE_CHECKING, Protocol

from quotecli.core.errors import ReadError, TooLarge
from quotecli.core.types import Article
from quotecli.read.bounds import Budget, Readable, read_all, size_in_words
from quotecli.read.draft import MetaCandidate
from quotecli.read.options import ReadFailure, ReadOptions

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

Result = Article | ReadFailure
HEAD = 1 << 16
"""Bytes of the beginning that kinds are told by."""


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to read.

    Attributes:
        stream: its bytes from the first on; seekable only where `seekable()` says so.
        head: its first bytes, at most `HEAD` of them.
        name: the file's or member's name without folders, as a hint to its kind.
        source: `Article.source`.
        key: `Article.key`, unless the document has a canonical URL.
        budget: what is left of the source's bounds.
        depth: archives around it.
        url: the address it was fetched from, or that an archive names for it.
        media_type: the MIME type that came with it, without parameters, in lower case; "" when unknown.
        charset: the encoding that came with it, or None.
        candidates: metadata that came with it (a sidecar's, the archive's date).
    """

    stream: IO[bytes]
    head: bytes
    name: str
    source: str
    key: str
    budget: Budget
    depth: int = 0
    url: str | None = None
    media_type: str = ""
    charset: str | None = None
    candidates: tuple[MetaCandidate, ...] = ()

    def data(self) -> bytes:
        """Read it whole; raises TooLarge beyond the bound of one document."""
        return read_all(self.stream, self.budget.bounds.document)

    def seekable(self) -> IO[bytes]:
        """Return a seekable stream of it, read into memory where it must be."""
        return self.stream if self.stream.seekable() else io.BytesIO(self.data())

    def member(self, stream: IO[bytes], name: str, label: str, *, deeper: bool = True) -> Item:
        """Return the item of a member: `label` names it within this item, `deeper` counts as one more archive."""
        inner = item(stream, name=name, source=f"{self.source}#{label}", key=f"{self.key}#{label}", budget=self.budget)
        return replace(inner, depth=self.depth + deeper)

    def unpacked(self, stream: IO[bytes], name: str) -> Item:
        """Return the item of the only content of this one (`a.txt` of `a.txt.gz`), in the same place."""
        inner = item(stream, name=name, source=self.source, key=self.key, budget=self.budget)
        return replace(inner, depth=self.depth + 1, url=self.url, candidates=self.candidates)


class Reader(Protocol):
    """How a container reads a member of any kind."""

    def __call__(self, member: Item, options: ReadOptions, /) -> Iterator[Result]:
        """Read the member."""


def item(stream: IO[bytes], *, name: str, source: str, key: str, budget: Budget) -> Item:
    """Make an Item of a stream, whose first bytes are read now."""
    head = _read_head(stream)
    if stream.seekable():
        stream.seek(0)
    else:
        stream = io.BufferedReader(Chained(head, stream), HEAD)
    return Item(stream, head, name, source, key, budget)


def _read_head(stream: IO[bytes]) -> bytes:
    pieces: list[bytes] = []
    missing = HEAD
    while missing and (piece := stream.read(missing)):
        pieces.append(piece)
        missing -= len(piece)
    return b"".join(pieces)


class Chained(io.RawIOBase):
    """Bytes that were read already, then the rest of the stream they came from."""

    def __init__(self, head: bytes, rest: IO[bytes]) -> None:
        """Chain `head` and `rest`."""
        self._head = memoryview(head)
        self._rest = rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        view = memoryview(buffer).cast("B")
        piece = self._head[: len(view)] if self._head else self._rest.read(len(view))
        self._head = self._head[len(piece) :] if self._head else self._head
        view[: len(piece)] = piece
        return len(piece)


class Counted(io.RawIOBase):
    """An unpacking stream whose bytes are counted against the budget as they are read."""

    def __init__(self, stream: Readable, budget: Budget, allowed: int | None = None) -> None:
        """Count what is read of `stream`; more than `allowed` bytes are too many for this stream alone."""
        self._stream = stream
        self._budget = budget
        self._allowed = allowed
        self._count = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        view = memoryview(buffer).cast("B")
        try:
            piece = self._stream.read(len(view))
        except Exception as error:  # gzip, bz2, lzma and zipfile raise different ones for the same damage
            if isinstance(error, ReadError) or (isinstance(error, OSError) and error.errno is not None):
                raise
            raise ReadError("damaged: its packed data don't unpack") from error
        self._count += len(piece)
        if self._allowed is not None and (self._count > self._allowed or self._budget.is_bomb(self._count, len(piece))):
            self._budget.forgive(self._count - len(piece))
            raise TooLarge(f"unpacks to more than {size_in_words(min(self._allowed, self._count))}")
        self._budget.unpack(len(piece))
        view[: len(piece)] = piece
        return len(piece)


def lines(stream: IO[bytes], limit: int) -> Iterator[bytes | None]:
    r"""Yield the lines of `stream` without their `\n`; None for one longer than `limit` bytes, which is passed over."""
    while line := stream.readline(limit + 1):
        if len(line) <= limit or line.endswith(b"\n"):
            yield line.rstrip(b"\r\n")
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(limit + 1)
        yield None


def digest_bytes(*parts: bytes) -> str:
    """Return the digest of bytes as `Article.digest` has it: BLAKE2b, 16 bytes, hexadecimal."""
    digest = blake2b(digest_size=16)
    for part in parts:
        digest.update(part)
    return digest.hexdigest()
