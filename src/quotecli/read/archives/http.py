"""HTTP messages as archives keep them and servers send them: headers, chunks, content encodings."""

from __future__ import annotations

import zlib
from collections.abc import Mapping

from quotecli.core.errors import MissingExtra, NotADocument, TooLarge
from quotecli.read.bounds import size_in_words


def split_headers(data: bytes) -> tuple[str, dict[str, str], bytes]:
    """Split a message into its first line, its headers (names in lower case, the last of a name stands), its body."""
    head, gap, body = data.partition(b"\r\n\r\n")
    if not gap:
        head, _, body = data.partition(b"\n\n")
    first, *rest = head.decode("latin-1").splitlines() or [""]
    headers: dict[str, str] = {}
    for line in rest:
        name, colon, value = line.partition(":")
        if colon:
            headers[name.strip().lower()] = value.strip()
    return first, headers, body


def content_type(headers: Mapping[str, str]) -> tuple[str, str | None]:
    """Return the MIME type in lower case ("" when unknown) and the charset of a `content-type` header."""
    kind, *parameters = headers.get("content-type", "").split(";")
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "charset":
            return kind.strip().lower(), value.strip(" \"'") or None
    return kind.strip().lower(), None


def join_chunks(data: bytes) -> bytes:
    """Join a chunked body (RFC 9112 section 7.1) as far as it goes; what isn't chunked stays as it is."""
    out: list[bytes] = []
    at = 0
    while (end := data.find(b"\n", at, at + 100)) >= 0:
        try:
            size = int(data[at:end].split(b";")[0].strip(), 16)
        except ValueError:
            return b"".join(out) or data
        if size <= 0:
            return b"".join(out)
        out.append(data[end + 1 : end + 1 + size])
        at = end + 1 + size
        at += 2 if data[at : at + 2] == b"\r\n" else 1
    return b"".join(out) or data


def unpack(data: bytes, encodings: str, limit: int) -> bytes:
    """Undo a `content-encoding` header's encodings, the last first.

    Raises:
        TooLarge: more than `limit` bytes come out.
        NotADocument: the data are damaged, or their encoding is unknown.
        MissingExtra: Brotli without its package.
    """
    for encoding in reversed([name.strip().lower() for name in encodings.split(",")]):
        if encoding in {"gzip", "x-gzip", "deflate"}:
            data = _inflate(data, limit)
        elif encoding == "br":
            data = _unbrotli(data, limit)
        elif encoding not in {"", "identity"}:
            raise NotADocument(f"packed as {encoding[:20]}, which we don't know")
    return data


def _inflate(data: bytes, limit: int) -> bytes:
    # what names itself deflate is often raw, without zlib's header; archives may hold bodies unpacked already
    is_zlib = len(data) > 1 and data[0] & 15 == 8 and (data[0] << 8 | data[1]) % 31 == 0
    packed = zlib.decompressobj(47 if is_zlib or data[:2] == b"\x1f\x8b" else -15)
    try:
        out = packed.decompress(data, limit + 1)
    except zlib.error:
        if data.lstrip()[:1] == b"<":
            return data
        raise NotADocument("damaged: its packed data don't unpack") from None
    if len(out) > limit:
        raise TooLarge(f"unpacks to more than {size_in_words(limit)}")
    return out


def _unbrotli(data: bytes, limit: int) -> bytes:
    try:
        import brotli
    except ImportError:
        raise MissingExtra("Pages packed with Brotli", "warc") from None
    packed = brotli.Decompressor()
    out: list[bytes] = []
    total = 0
    try:
        for at in range(0, len(data), 1 << 14):
            out.append(packed.process(data[at : at + (1 << 14)]))
            total += len(out[-1])
            if total > limit:
                raise TooLarge(f"unpacks to more than {size_in_words(limit)}")
    except brotli.error:
        raise NotADocument("damaged: its packed data don't unpack") from None
    return b"".join(out)
