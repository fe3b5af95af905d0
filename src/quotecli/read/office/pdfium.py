"""The words of a PDF, with their places, by PDFium: a program of its own, run by `pdf.py` for each file.

    python pdfium.py PAGES CHARACTERS BYTES SECONDS < file.pdf

PDFium is a large library in C++ that reads hostile files; nothing within Python can stop it or bound its memory. Here
it may hang, crash or run out of its memory without harm. This file stands alone: it imports nothing of ours, so that
it starts at once.

Out comes one JSON value a line: `{"pages": 3, "properties": {…}}`, then for each page a list of
`[text, left, right, base, size]` in points from the top left corner; or `{"error": …, "too_large": …}`, which ends it.
"""

from __future__ import annotations

import contextlib
import json
import re
import sys
from collections.abc import Iterator
from typing import Any

_WORD = re.compile("[^\\s\x02\ufffe]+[\x02\ufffe]?|[\x02\ufffe]")
_NOTED = re.compile(r"(?:[^\W\d_]{3}|[.,;:!?…”\"'’)\]])(?P<number>\d{1,3}(?:[,–-]\d{1,3})*)[.,;:!?…”\"'’)\]]*$")
"""A word that may end with the mark of a note; not m² and 10⁶."""
_SQUARED = re.compile(r"(?:met(?:re|er)s?|feet|foot|miles?|yards?|inch(?:es)?|seconds?)\d", re.IGNORECASE)
_RAISED = 0.15  # of the height of print, by which such a mark stands above the line
_SMALLER = 0.85
Word = tuple[str, float, float, float, float]


def bound_itself(memory: int, seconds: int) -> None:
    """Let the system bound the memory and the processor time of this process, where it can."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))


def run(data: bytes, most_pages: int, most_characters: int) -> Iterator[object]:
    """Yield what is to be printed."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        reason = "encrypted: it needs a password" if "assword" in str(error) else "a damaged PDF"
        yield {"error": reason, "too_large": False}
        return
    count = len(document)
    if count > most_pages:
        yield {"error": f"more than {most_pages:,} pages", "too_large": True}
        return
    properties: dict[str, str] = {}
    with contextlib.suppress(Exception):  # PDFium's own errors, and texts that don't decode: properties are a bonus
        properties = {name: str(value) for name, value in document.get_metadata_dict().items()}
    yield {"pages": count, "properties": properties}
    for number in range(count):
        try:
            page = document[number]
            letters = page.get_textpage()
        except pypdfium2.PdfiumError:  # a damaged page; the others may be whole
            yield []
            continue
        if letters.count_chars() > most_characters:
            yield {"error": f"more than {most_characters:,} characters on one page", "too_large": True}
            return
        yield list(words(letters, page.get_height()))
        letters.close()
        page.close()


def words(letters: Any, height: float) -> Iterator[Word]:
    """Yield what is printed upright. PDFium puts a blank wherever there is a gap, and a mark for line-end hyphens."""
    from ctypes import c_double

    from pypdfium2 import raw

    page = letters.raw
    begin, end, x, y = raw.FS_RECTF(), raw.FS_RECTF(), c_double(), c_double()
    for found in _WORD.finditer(page_text(page, letters.count_chars())):
        # asking PDFium for boxes is what costs, so only the ends of words are asked for
        is_boxed = raw.FPDFText_GetLooseCharBox(page, found.start(), begin)
        if not is_boxed or not raw.FPDFText_GetLooseCharBox(page, found.end() - 1, end):
            continue
        if 0.2 < raw.FPDFText_GetCharAngle(page, found.start()) % 6.2832 < 6.08:
            continue
        raw.FPDFText_GetCharOrigin(page, found.start(), x, y)
        size = max(begin.top - begin.bottom, 1.0)
        right = max(begin.right, end.right)
        text = found[0]
        note = None if _SQUARED.search(text) else _NOTED.search(text)
        if note and _is_raised(page, found.start() + note.start("number"), begin, y.value):
            text = text[: note.start("number")] + text[note.end("number") :]
        yield text, round(begin.left, 2), round(right, 2), round(height - y.value, 2), round(size, 2)


def _is_raised(page: Any, at: int, begin: Any, base: float) -> bool:
    """Tell whether the character here is smaller than the one that begins its word, and stands higher."""
    from ctypes import c_double

    from pypdfium2 import raw

    box, x, y = raw.FS_RECTF(), c_double(), c_double()
    if not raw.FPDFText_GetLooseCharBox(page, at, box):
        return False
    raw.FPDFText_GetCharOrigin(page, at, x, y)
    size = begin.top - begin.bottom
    return bool(box.top - box.bottom < _SMALLER * size and y.value - base > _RAISED * size)


def page_text(page: Any, count: int) -> str:
    """Return the characters of a page by their indexes: at once where PDFium drops none, else one by one."""
    from ctypes import c_ushort

    from pypdfium2 import raw

    buffer = (c_ushort * (count + 1))()
    if raw.FPDFText_GetText(page, 0, count, buffer) == count + 1:
        text = bytes(buffer)[: 2 * count].decode("utf-16-le", "surrogatepass")
        if len(text) == count:
            return text
    codes = (raw.FPDFText_GetUnicode(page, index) for index in range(count))
    return "".join(chr(code) if 0 < code < 0x110000 else "\ufffd" for code in codes)


def main() -> None:
    """Read standard input, print to standard output."""
    most_pages, most_characters, memory, seconds = map(int, sys.argv[1:])
    data = sys.stdin.buffer.read()
    bound_itself(memory, seconds)
    for value in run(data, most_pages, most_characters):
        sys.stdout.write(json.dumps(value) + "\n")


if __name__ == "__main__":
    main()
