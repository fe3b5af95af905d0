"""PDF → Draft, by PDFium (extra `pdf`): pages become locators, columns are read one after another."""

from __future__ import annotations

import json
import math
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

from quotecli.core.errors import MissingExtra, NotADocument, TooLarge
from quotecli.core.types import Role
from quotecli.read.draft import Draft, DraftBuilder, Rank
from quotecli.read.item import Item
from quotecli.read.margin import MarginNumber, numbered_runs
from quotecli.read.office.layout import (
    BULLET,
    Block,
    Line,
    blocks,
    columns,
    count_words,
    join_lines,
    joined,
    merge_baselines,
    running_heads,
)
from quotecli.read.office.paragraphs import add_properties

_PAGES = 20_000
_PAGE_CHARACTERS = 500_000
_MEMORY = 2 << 30
_LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "ft", "ﬆ": "st", "\x02": "-", "\ufffe": "-"}
)
_URL = re.compile(r"https?://[^\s<>\"]{4,500}")
_HEADLINE_LINES = 6
_FIGURES = 4  # of the number of a line


def read_pdf(data: bytes, item: Item) -> Draft:
    """Read a PDF's text in reading order, without running heads; each paragraph knows the page it begins on."""
    if find_spec("pypdfium2") is None:
        raise MissingExtra("PDF files", "pdf")
    said, *pages = _ask_pdfium(data, item)
    words = _without_margins([[_Word(*found) for found in page] for page in pages])
    return _draft(said.get("properties", {}), [list(_lines(page)) for page in words], item)


def _ask_pdfium(data: bytes, item: Item) -> list[Any]:
    """Return what `pdfium.py` says of the file: its properties, then the words of each page."""
    seconds = item.budget.bounds.seconds
    limits = [_PAGES, _PAGE_CHARACTERS, _MEMORY + len(data), math.ceil(seconds)]
    command = [sys.executable, "-P", str(Path(__file__).with_name("pdfium.py")), *map(str, limits)]
    try:
        done = subprocess.run(command, input=data, capture_output=True, check=False, timeout=seconds)  # noqa: S603
    except subprocess.TimeoutExpired:
        raise TooLarge(f"took longer than {seconds:g} s to read") from None
    item.budget.unpack(len(done.stdout))
    values = [json.loads(line) for line in done.stdout.splitlines()] if not done.returncode else []
    if not values:
        raise NotADocument("a PDF that needs too much memory or time, or is damaged")
    for value in values:
        if isinstance(value, dict) and "error" in value:
            raise (TooLarge if value["too_large"] else NotADocument)(value["error"])
    return values


def _draft(properties: dict[str, str], pages: list[list[Line]], item: Item) -> Draft:
    if not any(pages):
        raise NotADocument("no text in this PDF; pictures of pages need text recognition (OCR) first")
    heads = running_heads(pages)
    found: list[Block] = []
    for number, (lines, head) in enumerate(zip(pages, heads, strict=True), 1):
        item.budget.tick()
        for column in columns([line for line in lines if line not in head]):
            found += blocks(merge_baselines(column), number)
    builder = DraftBuilder()
    _add_blocks(builder, joined(found), count_words(line.text for lines in pages for line in lines))
    add_properties(builder, properties.get("Title", ""), properties.get("Author", ""), "", "PDF")
    for line in (line for head in heads for line in head):
        if url := _URL.search(line.text):
            builder.candidate("url", url[0], "address in the pages' margin", rank=Rank.TEXT)
            break
    return builder.build()


def _add_blocks(builder: DraftBuilder, found: list[Block], words: Counter[str]) -> None:
    """Add the paragraphs; the largest print of the first page is the headline."""
    sizes: Counter[float] = Counter()
    for block in found:
        sizes[round(block.size, 1)] += block.length
    body = sizes.most_common(1)[0][0]
    first = [block for block in found if block.page == 1 and len(block.lines) <= _HEADLINE_LINES and block.length > 3]
    headline = max(first, key=lambda block: block.size, default=None)
    if headline and headline.size < 1.25 * body:
        headline = None
    for block in found:
        text = join_lines(block.lines, words)
        role = Role.HEADLINE if block is headline else Role.LIST if BULLET.match(text) else Role.BODY
        builder.add(text, role, page=block.page)
        if block is headline:
            builder.candidate("title", text, "largest print of the first page", rank=Rank.BYLINE)


class _Word(NamedTuple):
    """Printed characters without a blank: where they begin and end, their base line, the height of their print."""

    text: str
    left: float
    right: float
    base: float
    size: float


def _without_margins(pages: list[list[_Word]]) -> list[list[_Word]]:
    """Take out the numbers that count the lines of pages, at the left or the right of all of these."""
    rows = [row for page in pages for row in _rows(page)]
    counted: set[int] = set()
    for side in (0, -1):
        numbers = [
            MarginNumber(at, int(row[side].text), row[side].left, row[side].right, " ".join(_texts_beside(row, side)))
            for at, row in enumerate(rows)
            if row[side].text.isdecimal() and len(row[side].text) <= _FIGURES
        ]
        for run in numbered_runs(numbers):
            beside = [word for number in run for word in rows[number.line] if word is not rows[number.line][side]]
            if side == 0:
                apart = max(number.end for number in run) < min(word.left for word in beside)
            else:
                apart = min(number.start for number in run) > max(word.right for word in beside)
            if apart:
                counted.update(id(rows[number.line][side]) for number in run)
    return [[word for word in page if id(word) not in counted] for page in pages] if counted else pages


def _texts_beside(row: list[_Word], side: int) -> list[str]:
    return [word.text for word in (row[1:] if side == 0 else row[:-1])]


def _rows(words: list[_Word]) -> Iterator[list[_Word]]:
    """Yield the words that stand on one base line, from the left; from the page's top down."""
    row: list[_Word] = []
    for word in sorted(words, key=lambda word: word.base):
        if row and word.base - row[0].base > 0.4 * row[0].size:
            yield sorted(row, key=lambda word: word.left)
            row = []
        row.append(word)
    if row:
        yield sorted(row, key=lambda word: word.left)


def _lines(page: list[_Word]) -> Iterator[Line]:
    """Join words to lines: a jump back, up or down, or a gap wider than a letter's height, begins a new one."""
    line: list[_Word] = []
    for word in page:
        if line and _is_apart(line[-1], word):
            yield from _line(line)
            line = []
        line.append(word)
    if line:
        yield from _line(line)


def _is_apart(last: _Word, word: _Word) -> bool:
    size = max(last.size, word.size)
    return abs(word.base - last.base) > 0.5 * size or not last.right - size <= word.left <= last.right + size


def _line(words: list[_Word]) -> Iterator[Line]:
    text = " ".join(word.text for word in words).translate(_LIGATURES)
    if not text.isprintable():
        # PDFium may give characters beyond the first plane as two halves
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        text = "".join(char for char in text if char.isprintable() or char == "\u00ad")
    if cleaned := " ".join(text.split()):
        sizes, bases = Counter[float](), Counter[float]()
        for word in words:
            sizes[round(word.size, 1)] += len(word.text)
            bases[round(word.base, 1)] += len(word.text)
        base, size = bases.most_common(1)[0][0], sizes.most_common(1)[0][0]
        yield Line(cleaned, words[0].left, max(word.right for word in words), base, size)
