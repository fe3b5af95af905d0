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
_MEANT: Final = {
    **dict.fromkeys(("gb2312", "gbk", "x-gbk", "gb-2312-80", "csgb2312", "chinese", "euc-cn"), "gb18030"),
    **dict.fromkeys(("shift-jis", "sjis", "x-sjis", "ms-kanji", "windows-31j"), "cp932"),
    **dict.fromkeys(("euc-kr", "ks-c-5601-1987", "ks-c-5601", "ksc5601", "korean", "windows-949"), "cp949"),
    **dict.fromkeys(("big5", "x-x-big5", "big5-tw", "cn-big5"), "big5hkscs"),
    **dict.fromkeys(("x-euc-jp", "x-euc"), "euc_jp"),
    **dict.fromkeys(("iso-8859-9", "latin5"), "cp1254"),
    **dict.fromkeys(("iso-8859-11", "tis-620", "windows-874", "dos-874"), "cp874"),
    **{f"x-cp125{number}": f"cp125{number}" for number in range(9)},
}
"""What pages that declare these are written in, as browsers know: the larger set that a country's Windows had."""
_OF_WINDOWS: Final = {"iso8859-2": "cp1250", "iso8859-5": "cp1251", "iso8859-7": "cp1253", "iso8859-8": "cp1255",
                      "iso8859-6": "cp1256", "iso8859-13": "cp1257"}  # fmt: skip
"""Windows' counterparts of standards in which bytes from 80 to 9F are no characters."""
_CONTROLS = re.compile(rb"[\x80-\x9f]")
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
    name = name.strip()
    try:
        codec = codecs.lookup(_MEANT.get(name.lower().replace("_", "-"), name))
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
        windows = _OF_WINDOWS.get(named) if _CONTROLS.search(data) else None
        return data.decode(windows or named, "replace")
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
