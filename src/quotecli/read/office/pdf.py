"""PDF → Draft, by PDFium (extra `pdf`): pages become locators, columns are read one after another."""

from __future__ import annotations

import contextlib
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from quotecli.core.errors import MissingExtra, NotADocument, TooLarge
from quotecli.core.types import Role
from quotecli.read.draft import Draft, DraftBuilder, Rank
from quotecli.read.item import Item
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
_LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "ft", "ﬆ": "st", "\x02": "-", "\ufffe": "-"}
)
_URL = re.compile(r"https?://[^\s<>\"]{4,500}")
_WORD = re.compile("[^\\s\x02\ufffe]+[\x02\ufffe]?|[\x02\ufffe]")
_HEADLINE_LINES = 6


def read_pdf(data: bytes, item: Item) -> Draft:
    """Read a PDF's text in reading order, without running heads; each paragraph knows the page it begins on."""
    try:
        import pypdfium2
    except ImportError:
        raise MissingExtra("PDF files", "pdf") from None

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise NotADocument("encrypted: it needs a password" if "assword" in str(error) else "a damaged PDF") from None
    try:
        return _draft(document, item)
    finally:
        document.close()


def _draft(document: Any, item: Item) -> Draft:
    if len(document) > _PAGES:
        raise TooLarge(f"more than {_PAGES:,} pages")
    pages = [list(_page_lines(document, number, item)) for number in range(len(document))]
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
    said = dict.fromkeys(("Title", "Author"), "")
    with contextlib.suppress(Exception):  # PDFium's own errors and texts that don't decode: properties are a bonus
        said = document.get_metadata_dict()
    add_properties(builder, said.get("Title", ""), said.get("Author", ""), "", "PDF")
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


def _page_lines(document: Any, number: int, item: Item) -> Iterator[Line]:
    """Yield the parts of lines of a page (from 0) in the order in which the PDF draws them."""
    import pypdfium2

    item.budget.tick()
    try:
        page = document[number]
    except pypdfium2.PdfiumError:  # a damaged page; the others may be whole
        return
    try:
        height = page.get_height()
        letters = page.get_textpage()
    except pypdfium2.PdfiumError:
        page.close()
        return
    try:
        yield from _lines(_words(letters, height, item))
    finally:
        letters.close()
        page.close()


@dataclass(frozen=True, slots=True)
class _Word:
    """Printed characters without a blank: where they begin and end, their base line, the height of their print."""

    text: str
    left: float
    right: float
    base: float
    size: float


def _words(letters: Any, height: float, item: Item) -> Iterator[_Word]:
    """Yield what is printed upright. PDFium puts a blank wherever there is a gap, and a mark for line-end hyphens."""
    from ctypes import c_double

    from pypdfium2 import raw

    count = letters.count_chars()
    if count > _PAGE_CHARACTERS:
        raise TooLarge(f"more than {_PAGE_CHARACTERS:,} characters on one page")
    item.budget.unpack(count)
    page = letters.raw
    begin, end, x, y = raw.FS_RECTF(), raw.FS_RECTF(), c_double(), c_double()
    for found in _WORD.finditer(_page_text(page, count)):
        # asking PDFium for boxes is what costs, so only the ends of words are asked for
        is_boxed = raw.FPDFText_GetLooseCharBox(page, found.start(), begin)
        if not is_boxed or not raw.FPDFText_GetLooseCharBox(page, found.end() - 1, end):
            continue
        if 0.2 < raw.FPDFText_GetCharAngle(page, found.start()) % 6.2832 < 6.08:
            continue
        raw.FPDFText_GetCharOrigin(page, found.start(), x, y)
        right = max(begin.right, end.right)
        yield _Word(found[0], begin.left, right, height - y.value, max(begin.top - begin.bottom, 1.0))


def _page_text(page: Any, count: int) -> str:
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


def _lines(words: Iterator[_Word]) -> Iterator[Line]:
    """Join words to lines: a jump back, up or down, or a gap wider than a letter's height, begins a new one."""
    line: list[_Word] = []
    for word in words:
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
