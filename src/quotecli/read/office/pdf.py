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
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

from quotecli.core.errors import MissingExtra, NotADocument, TooLarge
from quotecli.core.types import Role
from quotecli.read.draft import Draft, DraftBuilder, Rank
from quotecli.read.item import Item
from quotecli.read.office.paragraphs import add_properties
from quotecli.read.printed.browser import Margins, browser_margins
from quotecli.read.printed.heads_told import told_by_heads
from quotecli.read.printed.layout import (
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
from quotecli.read.printed.margin import MarginNumber, numbered_runs
from quotecli.read.titles import is_section

_PAGES = 20_000
_PAGE_CHARACTERS = 500_000
_MEMORY = 2 << 30
_LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "ft", "ﬆ": "st", "\x02": "-", "\ufffe": "-"}
)
_URL = re.compile(r"https?://[^\s<>\"]{4,500}")
_LOOSE = re.compile(r"(?<=\w) (?=[.,](?: |$))")
"""A blank before a stop, which PDFium puts where print of another size stands, as a note's mark does."""
_LARGEST = "largest print of the first page"
_SITE = re.compile(r"\s[|–—·:-]\s(\S.{1,48})")
"""Behind the headline in a page's title: the site."""
_HEADLINE_LINES = 6
_FIGURES = 4  # of the number of a line
_COLUMN_GAP = 1.2  # heights of print between columns


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
    margins = browser_margins(pages)
    heads = [edge | more for edge, more in zip(running_heads(pages), margins.lines, strict=True)]
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
    if not margins.day:  # of a web page that was printed tells its own date, if any
        for one in told_by_heads(line.text for page in heads for line in sorted(page, key=lambda line: line.base)):
            builder.candidate(one.field, one.value, one.source, rank=one.rank)
    _note_margins(builder, margins)
    return builder.build()


def _note_margins(builder: DraftBuilder, margins: Margins) -> None:
    """Note the title of the web page that was printed, the site's name behind it, and the day of printing."""
    headline = next((one.value for one in builder.build().candidates if one.source == _LARGEST), "")
    behind = margins.title[len(headline) :] if headline and margins.title.startswith(headline) else ""
    if (site := _SITE.fullmatch(behind)) and not is_section(site[1]):
        builder.candidate("outlet", site[1], "title in the pages' margin", rank=Rank.TEXT)
    builder.candidate("title", margins.title, "title in the pages' margin", rank=Rank.TEXT)
    builder.candidate("accessed", margins.day, "day on which it was printed", rank=Rank.RECORD)


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
            builder.candidate("title", text, _LARGEST, rank=Rank.BYLINE)


class _Word(NamedTuple):
    """Printed characters without a blank: where they begin and end, their base line, the height of their print."""

    text: str
    left: float
    right: float
    base: float
    size: float


def _without_margins(pages: list[list[_Word]]) -> list[list[_Word]]:
    """Take out the numbers that count lines, at the left of a page or of a column of it, or at the right of a page."""
    rows = [row for page in pages for row in _rows(page)]
    counted: set[int] = set()
    for is_left, numbers in _margins(rows):
        for run in numbered_runs(number for number, _, _ in numbers):
            lines = {number.line for number in run}
            own = [(word, beside) for number, word, beside in numbers if number.line in lines]
            edges = [one.left if is_left else one.right for _, beside in own for one in beside]
            apart = (
                max(word.right for word, _ in own) < min(edges)
                if is_left
                else min(word.left for word, _ in own) > max(edges)
            )
            if apart:
                counted.update(id(word) for word, _ in own)
    return [[word for word in page if id(word) not in counted] for page in pages] if counted else pages


_Numbered = tuple[MarginNumber, _Word, list[_Word]]
"""What may be the number of a line, its word, and the words beside it."""


def _margins(rows: list[list[_Word]]) -> Iterator[tuple[bool, list[_Numbered]]]:
    """Yield the numbers that stand below each other: whether they are left of their lines, and they."""
    left: dict[tuple[str, int], list[_Numbered]] = {}
    right: list[_Numbered] = []
    for at, row in enumerate(rows):
        opening = [place for place, word in enumerate(row) if _is_number(word) and _opens_column(row, place)]
        for place, end in pairwise([*opening, len(row)]):
            found = _numbered(at, row[place], row[place + 1 : end])
            left.setdefault(("left", round(row[place].left)), []).append(found)
            left.setdefault(("right", round(row[place].right)), []).append(found)
        if _is_number(row[-1]):
            right.append(_numbered(at, row[-1], row[:-1]))
    yield from ((True, numbers) for numbers in left.values())
    yield False, right


def _is_number(word: _Word) -> bool:
    return word.text.isdecimal() and len(word.text) <= _FIGURES


def _opens_column(row: list[_Word], place: int) -> bool:
    return place == 0 or row[place].left - row[place - 1].right > _COLUMN_GAP * row[place].size


def _numbered(at: int, word: _Word, beside: list[_Word]) -> _Numbered:
    return MarginNumber(at, int(word.text), word.left, word.right, " ".join(one.text for one in beside)), word, beside


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
    if cleaned := _LOOSE.sub("", " ".join(text.split())):
        sizes, bases = Counter[float](), Counter[float]()
        for word in words:
            sizes[round(word.size, 1)] += len(word.text)
            bases[round(word.base, 1)] += len(word.text)
        base, size = bases.most_common(1)[0][0], sizes.most_common(1)[0][0]
        yield Line(cleaned, words[0].left, max(word.right for word in words), base, size)
