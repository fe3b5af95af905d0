"""The one cleaner between foreign text and a terminal.

Text from documents, file names and queries may hold escape sequences (which can move the cursor, rename the window or
hide text) and bidirectional controls (which can make text read as other text). They never reach a terminal.
"""

from __future__ import annotations

import re

_BIDI = [0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)]
_DELETED: dict[int, str | None] = {
    **dict.fromkeys([*range(0x20), *range(0x7F, 0xA0), *_BIDI, 0xFEFF]),
    **dict.fromkeys(range(0xD800, 0xE000), "\ufffd"),  # lone surrogates can't be encoded
    **dict.fromkeys([0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029], " "),
}
_DELETED_BUT_LINES = {**_DELETED, 0x0A: "\n", 0x2028: "\n", 0x2029: "\n"}
_DELETED_BUT_TABS = {**_DELETED_BUT_LINES, 0x09: "\t"}


def _visible(text: str) -> str:
    from quotecli.core.escapes import without_escapes  # most that is shown is printable throughout
    from quotecli.core.invisible import visible

    return visible(without_escapes(text))


def clean_line(text: str) -> str:
    """Return `text` as one line without control, escape and bidirectional characters; runs of spaces become one."""
    if text.isprintable():  # no control, format or private character, and no space but the plain one
        return " ".join(text.split())
    return re.sub(" {2,}", " ", _visible(text).translate(_DELETED)).strip()


def clean_block(text: str) -> str:
    """Return `text` without control, escape and bidirectional characters, its line breaks kept."""
    return _visible(text.replace("\r\n", "\n")).translate(_DELETED_BUT_LINES)


def clean_cell(text: str) -> str:
    """Return `text` as a cell for a program: without control, escape and bidirectional characters, its shape kept."""
    if text.isprintable():
        return text
    from quotecli.core.escapes import without_escapes

    return without_escapes(text.replace("\r\n", "\n")).translate(_DELETED_BUT_TABS)


def clean_same_length(text: str) -> str:
    """Return `text` cleaned character by character, so that offsets into it still hold (every bad one a space)."""
    if text.isprintable():
        return text
    from quotecli.core.escapes import blanked_escapes

    return "".join(" " if (bad := _DELETED.get(ord(char), char)) is None else bad for char in blanked_escapes(text))
