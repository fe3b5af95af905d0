"""Bytes → text: byte order marks, UTF-16 and UTF-32 without them, declared encodings, UTF-8, else older ones.

What a document declares is believed only when its bytes aren't valid UTF-8: pages are re-encoded more often than
their declarations are.
"""

from __future__ import annotations

import codecs
import re
from typing import Final

from quotecli.read.legacy import legacy_encoding

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins with theirs
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    rb"""<\?xml[^>]{0,200}?\bencoding\s*=\s*["']\s*([\w.:-]{1,40})"""
    rb"""|<meta\b[^>]{0,400}?\bcharset\s*=\s*["']?\s*([\w.:-]{1,40})""",
    re.IGNORECASE,
)
_LIKE_1252 = {"ascii", "us-ascii", "iso-8859-1", "iso8859-1", "latin-1", "latin1", "ansi", "windows-1252", "cp1252"}
_NO_ENCODINGS = {"utf-7", "idna", "punycode", "unicode-escape", "raw-unicode-escape", "undefined", "mbcs", "oem"}
_WIDE_SAMPLE = 4096


def _as_1252(error: UnicodeError) -> tuple[str, int]:
    """Decode the bytes that aren't UTF-8 as Windows-1252: files pasted together from both are common."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    bad = error.object[error.start : error.end]
    return "".join(_CP1252[byte] for byte in bad), error.end


_CP1252 = [bytes([byte]).decode("cp1252", "ignore") or "\ufffd" for byte in range(256)]
codecs.register_error("quotecli-1252", _as_1252)


def wide_encoding(head: bytes) -> str | None:
    """Return the UTF-16 or UTF-32 that `head` (the first bytes) is written in, by mark or by its zero bytes, or None.

    Without a mark the zero bytes tell: text of Western scripts has them at every second, or at three of four places.
    """
    for mark, name in _MARKS[1:]:
        if head.startswith(mark):
            return name
    sample = head[: min(_WIDE_SAMPLE, len(head) // 4 * 4)]
    if len(sample) < 8 or sample.count(0) * 4 < len(sample):
        return None
    zeros = [sample[place::4].count(0) * 4 / len(sample) for place in range(4)]
    pattern = "".join("0" if share > 0.9 else "x" if share < 0.2 else "?" for share in zeros)
    # UTF-32's upper half must be empty, else executables full of zeros would pass for text
    return {"0x0x": "utf-16-be", "x0x0": "utf-16-le", "000x": "utf-32-be", "x000": "utf-32-le"}.get(pattern)


def declared_encoding(head: bytes) -> str | None:
    """Return the encoding that an XML declaration or a `<meta charset>` in the first bytes names, or None."""
    found = _DECLARED.search(head[:4096])
    return (found[1] or found[2]).decode("ascii") if found else None


def _known(name: str | None) -> str | None:
    """Return the Python codec for a declared name, or None; never one that isn't a character encoding (`zip`)."""
    if not name or name.strip().lower() in _LIKE_1252:
        return None
    try:
        codec = codecs.lookup(name.strip())
    except (LookupError, ValueError):
        return None
    if not getattr(codec, "_is_text_encoding", True) or codec.name.replace("_", "-") in _NO_ENCODINGS:
        return None
    return codec.name


def decode(data: bytes, declared: str | None = None) -> str:
    """Return `data` as text, without its byte order mark; never raises.

    Args:
        data: the bytes of a whole document.
        declared: an encoding named outside of them (HTTP header, MIME part); else their own declaration is sought.
    """
    if data.startswith(codecs.BOM_UTF8):
        return data[3:].decode("utf-8", "quotecli-1252")
    if wide := wide_encoding(data):
        return data.decode(wide, "replace").removeprefix("\ufeff")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    named = _known(declared) or _known(declared_encoding(data))
    if named and not named.startswith(("utf-8", "utf-16", "utf-32")):
        return data.decode(named, "replace")
    return _mixed(data)


_STRAY = re.compile("[\udc80-\udcff]")
_NOT_ASCII = re.compile("[^\x00-\x7f]")


def _mixed(data: bytes) -> str:
    """Decode as UTF-8 with strays when most of what isn't ASCII is valid UTF-8, else as Windows-1252."""
    text = data.decode("utf-8", "surrogateescape")
    strays = len(_STRAY.findall(text))
    if len(_NOT_ASCII.findall(text)) > 2 * strays:
        return data.decode("utf-8", "quotecli-1252")
    if _is_mac_roman(data):
        return data.decode("mac-roman", "quotecli-1252")
    found = legacy_encoding(data)
    return data.decode(found, "quotecli-1252" if found == "cp1252" else "replace")


_MAC_MARKS = re.compile(rb"(?:^|[\s(])\xd2[A-Za-z]|[a-z.,!?]\xd3(?:[\s).,]|$)|[A-Za-z]\xd5[a-z]")
_WINDOWS_MARKS = re.compile(rb"(?:^|[\s(])[\x91\x93][A-Za-z]|[a-z.,!?][\x92\x94](?:[\s).,]|$)|[A-Za-z]\x92[a-z]")


def _is_mac_roman(data: bytes) -> bool:
    """Tell old Macintosh text by its quotation marks, which are capital letters with accents in Windows-1252."""
    sample = data[:200_000]
    marks = len(_MAC_MARKS.findall(sample))
    return marks > 2 and marks > 2 * len(_WINDOWS_MARKS.findall(sample))
