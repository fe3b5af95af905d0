"""gzip, bzip2, xz and zip: unpacked in a stream and counted while they are read; nothing is written to disk."""

from __future__ import annotations

import io
import os
import struct
import zipfile
from collections.abc import Iterator
from typing import IO

from quotecli.core.errors import NotADocument, ReadError, TooLarge
from quotecli.read.bounds import Exhausted, size_in_words
from quotecli.read.item import HEAD, Counted, Item, Reader, Result
from quotecli.read.options import ReadFailure, ReadOptions
from quotecli.read.sniff import PACKED, suffix
from quotecli.read.sources import is_passed_over

_DIRECTORY_BYTES = 64 << 20
_END = b"PK\x05\x06"
_END_64 = b"PK\x06\x06"


def read_packed(item: Item, options: ReadOptions, reader: Reader) -> Iterator[Result]:
    """Read the one content of a packed file, whatever its kind."""
    end = suffix(item.name)
    name = item.name[: -len(end)] if end in PACKED else item.name
    unpacking = io.BufferedReader(Counted(unpacked(item), item.budget), HEAD)
    yield from reader(item.unpacked(unpacking, name), options)


def unpacked(item: Item) -> io.BufferedIOBase:
    """Return a stream of what is packed in a gzip, bzip2 or xz file, uncounted."""
    if item.head.startswith(b"\x1f\x8b"):
        import gzip

        return gzip.GzipFile(fileobj=item.stream, mode="rb")
    if item.head.startswith(b"BZh"):
        import bz2

        return bz2.BZ2File(item.stream)
    import lzma

    return lzma.LZMAFile(item.stream)


def read_zip(item: Item, options: ReadOptions, reader: Reader) -> Iterator[Result]:
    """Read the members of a zip archive in their order; hidden ones, pictures, scripts and styles are passed over."""
    stream = item.seekable()
    archive = open_zip(stream, item.budget.bounds.members)
    met: dict[str, int] = {}
    for info in archive.infolist():
        if info.is_dir() or _is_hidden(info.filename) or is_passed_over(info.filename):
            continue
        met[info.filename] = met.get(info.filename, 0) + 1
        label = info.filename if met[info.filename] == 1 else f"{info.filename}~{met[info.filename]}"
        item.budget.restart()
        try:
            stream = open_member(archive, info, item)
            member = item.member(stream, info.filename.rpartition("/")[2], label)
        except Exhausted:
            raise
        except ReadError as error:
            yield ReadFailure(f"{item.source}#{label}", str(error))
            continue
        yield from reader(member, options)


def open_zip(stream: IO[bytes], members: int) -> zipfile.ZipFile:
    """Open a zip archive after a look at the size of its directory, which zipfile reads into memory whole.

    Raises:
        TooLarge: more than `members` members.
        NotADocument: it is damaged.
    """
    if _directory_size(stream) > _DIRECTORY_BYTES:
        raise TooLarge(f"its directory is larger than {size_in_words(_DIRECTORY_BYTES)}")
    try:
        archive = zipfile.ZipFile(stream)
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError, struct.error) as error:
        raise NotADocument("damaged or cut short: its zip directory can't be read") from error
    if len(archive.infolist()) > members:
        raise TooLarge(f"holds more than {members:,} members")
    return archive


def _directory_size(stream: IO[bytes]) -> int:
    """Return the size of the central directory that the archive's end states (APPNOTE.TXT 4.3.14 and 4.3.16)."""
    length = stream.seek(0, os.SEEK_END)
    stream.seek(max(0, length - (1 << 16) - 128))
    tail = stream.read()
    stream.seek(0)
    sizes = [0]
    if (at := tail.rfind(_END)) >= 0 and len(tail) >= at + 16:
        sizes.append(struct.unpack_from("<L", tail, at + 12)[0] % 0xFFFFFFFF)
    if (at := tail.rfind(_END_64)) >= 0 and len(tail) >= at + 48:
        sizes.append(struct.unpack_from("<Q", tail, at + 40)[0])
    return max(sizes)


def open_member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, item: Item) -> IO[bytes]:
    """Return a member's bytes as a stream that counts against the budget of `item`.

    Raises:
        NotADocument: it is encrypted, damaged, or packed in a way that zipfile doesn't know.
    """
    if info.flag_bits & 1:
        raise NotADocument("encrypted")
    try:
        allowed = item.budget.member(info.compress_size)
        return io.BufferedReader(Counted(archive.open(info), item.budget, allowed), HEAD)
    except NotImplementedError as error:
        raise NotADocument("packed by a method that we don't know") from error
    except (zipfile.BadZipFile, ValueError, RuntimeError, EOFError, OSError, struct.error) as error:
        raise NotADocument("damaged in its archive") from error


def _is_hidden(name: str) -> bool:
    return any(
        part.startswith(".") or part == "__MACOSX" for part in name.replace("\\", "/").split("/") if part != ".."
    )
