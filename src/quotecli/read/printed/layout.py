"""Printed lines of a page → paragraphs in reading order: columns, running heads, hyphens at line ends.

Knows nothing of PDF: a line is a text with a box, in points from the page's top left corner.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile
from statistics import median

from quotecli.read.printed.wrapped import STARTS_TURN, ends_sentence

_MOST_LINES = 3000
PAGE_NUMBER = re.compile(r"\W*(?:p(?:age|\.)?\s*)?\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?\W*", re.IGNORECASE)
BULLET = re.compile(r"[•◦▪‣●○■]\s")
"""How a point of a list begins."""
_POINT = re.compile(r"(?:[•◦▪‣●○■–*]|\(?\d{1,3}[.)])\s")
HYPHENS = "-\u00ad\u2010"
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line, or a part of one.

    Attributes:
        text: without white space around it, never empty.
        left: where it begins.
        right: where it ends.
        base: its base line.
        size: height of most of its letters.
    """

    text: str
    left: float
    right: float
    base: float
    size: float


@dataclass(slots=True)
class Block:
    """A paragraph in print: its lines, the page it begins on, the size of its print, whether it opens a column."""

    lines: list[str]
    page: int
    size: float
    opens: bool = False

    @property
    def length(self) -> int:
        """Characters of its lines."""
        return sum(map(len, self.lines))


def running_heads(pages: Sequence[Sequence[Line]]) -> list[set[Line]]:
    """Return for each page its page number, and the lines that repeat at the same edge of many pages, numbers aside.

    They stand outermost: what is nearer to the middle than a line of the text is no running head, nor is what stands
    on one base line with the text (a transcript's "Q.").
    """
    edges = [_edges(lines) for lines in pages]
    enough = max(2, len(pages) * 0.3)
    found: list[set[Line]] = [set() for _ in pages]
    for side in (0, 1):
        counts = Counter(form for edge in edges for form in {form_of(line.text) for line in edge[side]})

        def repeats(row: list[Line], counts: Counter[str] = counts) -> bool:
            return all(
                bool(PAGE_NUMBER.fullmatch(line.text))
                or (counts[form_of(line.text)] >= enough and not STARTS_TURN.match(line.text))
                for line in row
            )

        for heads, edge in zip(found, edges, strict=True):
            heads.update(line for row in takewhile(repeats, _rows(edge[side])) for line in row)
    return found


def _rows(lines: Sequence[Line]) -> list[list[Line]]:
    """Return lines that are in the order of their height as rows of one base line each."""
    rows: list[list[Line]] = []
    for line in lines:
        if rows and abs(line.base - rows[-1][0].base) <= 0.4 * min(line.size, rows[-1][0].size):
            rows[-1].append(line)
        else:
            rows.append([line])
    return rows


def edge_rows(lines: Sequence[Line]) -> tuple[list[list[Line]], list[list[Line]]]:
    """Return the outermost rows of a page at the top and at the bottom, from the outside in."""
    top, bottom = _edges(lines)
    return _rows(top), _rows(bottom)


def _edges(lines: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """Return the three outermost lines at the top and at the bottom, from the outside in."""
    by_height = sorted(lines, key=lambda line: line.base)
    return by_height[:3], by_height[::-1][:3]


def form_of(text: str) -> str:
    """Return a line as it would stand on another page: its numbers aside."""
    return re.sub(r"\d+", "#", " ".join(text.split())).casefold()


def columns(lines: Sequence[Line], depth: int = 0) -> Iterator[list[Line]]:
    """Yield the lines in reading order, column by column; lines that run over columns part what is above from below."""
    gutter = _gutter(lines) if depth < 4 and len(lines) < _MOST_LINES else None
    if gutter is None:
        if lines:
            yield sorted(lines, key=lambda line: (line.base, line.left))
        return
    left: list[Line] = []
    right: list[Line] = []
    across: list[Line] = []
    for line in sorted(lines, key=lambda line: line.base):
        side = left if line.right <= gutter else right if line.left >= gutter - 1 else across
        if side is across and (left or right):
            yield from columns(left, depth + 1)
            yield from columns(right, depth + 1)
            left, right = [], []
        elif side is not across and across:
            yield across
            across = []
            side = left if line.right <= gutter else right
        side.append(line)
    if across:
        yield across
    yield from columns(left, depth + 1)
    yield from columns(right, depth + 1)


def _gutter(lines: Sequence[Line]) -> float | None:
    """Return where a second column begins, or None: few lines cross it, and both sides hold wide lines side by side."""
    if len(lines) < 6:
        return None
    width = max(line.right for line in lines) - min(line.left for line in lines)
    best: tuple[float, int, float] | None = None
    starts = Counter(round(line.left) for line in lines)
    for start in sorted(start for start, count in starts.items() if count + starts[start + 1] > 1):
        left = [line for line in lines if line.right <= start - 3]
        right = [line for line in lines if line.left >= start - 1]
        crossing = len(lines) - len(left) - len(right)
        if len(left) < 3 or len(right) < 3 or crossing > 0.25 * len(lines):
            continue
        if min(_width(left), _width(right)) < 0.15 * width or not _side_by_side(left, right):
            continue
        found = (float(crossing), -min(len(left), len(right)), float(start))
        best = min(best, found) if best else found
    return best[2] - 1 if best else None


def _width(lines: Sequence[Line]) -> float:
    return median(line.right - line.left for line in lines)


def _side_by_side(left: Sequence[Line], right: Sequence[Line]) -> bool:
    last = min(max(line.base for line in side) for side in (left, right))
    first = max(min(line.base for line in side) for side in (left, right))
    return last - first > median(line.size for line in left)


def merge_baselines(lines: Sequence[Line]) -> list[Line]:
    """Join the parts of printed lines, which wide gaps had parted; lines and result come from the top down."""
    merged: list[Line] = []
    row: list[Line] = []
    for line in sorted(lines, key=lambda line: line.base):
        if row and line.base - row[0].base > 0.4 * min(line.size, row[0].size):
            merged += _merged(row)
            row = []
        row.append(line)
    return merged + _merged(row)


def _merged(row: list[Line]) -> list[Line]:
    row = sorted(row, key=lambda line: line.left)
    if any(after.left < before.right - 1 for before, after in pairwise(row)) or len(row) < 2:
        return row
    longest = max(row, key=lambda line: len(line.text))
    text = " ".join(line.text for line in row)
    return [Line(text, row[0].left, row[-1].right, longest.base, longest.size)]


def blocks(lines: Sequence[Line], page: int) -> Iterator[Block]:
    """Part the lines of one column into paragraphs: by space between, indents, print size, lines that end early."""
    if not lines:
        return
    edge_left, edge_right = min(line.left for line in lines), max(line.right for line in lines)
    pitches = [below.base - above.base for above, below in pairwise(lines) if below.base > above.base]
    pitch = median(pitches) if pitches else 0.0
    block = Block([lines[0].text], page, lines[0].size, opens=True)
    for above, below in pairwise(lines):
        if _parted(above, below, pitch, edge_left, edge_right):
            yield block
            block = Block([], page, below.size)
        block.lines.append(below.text)
    yield block


def _parted(above: Line, below: Line, pitch: float, left: float, right: float) -> bool:
    step = below.base - above.base
    if step > 1.3 * max(pitch, min(above.size, below.size)) or step < -above.size:
        return True
    if abs(below.size - above.size) > 0.15 * max(above.size, below.size):
        return True
    if above.text[-1] in HYPHENS and above.text[-2:-1].isalpha() and below.text[0].isalpha():
        return False
    if BULLET.match(below.text) or (STARTS_TURN.match(below.text) and ends_sentence(above.text)):
        return True
    if _POINT.match(above.text) and below.left > above.left + 0.3 * below.size:  # a hanging indent
        return False
    if 0.6 * below.size < below.left - left < 6 * below.size and above.left - left < 0.3 * below.size:
        return True
    if below.text[0].islower() and not ends_sentence(above.text):
        return False
    first_word = len(below.text.split(maxsplit=1)[0])
    needed = (first_word + 1) / len(below.text) * (below.right - below.left)
    room = right - above.right - needed
    return room > above.size and (ends_sentence(above.text) or room > 0.3 * (right - left))


def joined(found: Iterable[Block]) -> list[Block]:
    """Join paragraphs that a column's or a page's end has parted."""
    out: list[Block] = []
    for block in found:
        if block.opens and out and _goes_on(out[-1], block):
            out[-1].lines += block.lines
        else:
            out.append(block)
    return out


def _goes_on(last: Block, block: Block) -> bool:
    if abs(last.size - block.size) > 0.12 * last.size:
        return False
    end, start = last.lines[-1].rstrip(), block.lines[0].lstrip()
    return not ends_sentence(end) and (start[:1].islower() or end[-1:] in HYPHENS + ",;")


def join_lines(lines: Sequence[str], words: Counter[str]) -> str:
    """Return the text of a paragraph: hyphens that only part a word at a line's end go, those of compounds stay.

    Args:
        lines: its printed lines.
        words: how often each word stands within the lines of the document, in lower case.
    """
    parts: list[str] = []
    for line in lines:
        line = " ".join(line.split())  # noqa: PLW2901
        last = parts[-1] if parts else ""
        if not last or not line:
            parts += [line] if line else []
        elif last[-1] in HYPHENS and line[0].isalpha() and last[-2:-1].isalpha():
            parts[-1:] = [unhyphenated(last, line, words), line]
        elif last[-1] in "—–/" and len(last) > 1 and not last[-2].isspace():
            parts.append(line)
        else:
            parts += [" ", line]
    return "".join(parts)


def unhyphenated(text: str, line: str, words: Counter[str]) -> str:
    """Return a text that ends in a hyphen as it stands before the line that goes on: the hyphen stays in compounds."""
    head = (_WORD.findall(text[:-1]) or [""])[-1].casefold()
    tail = (_WORD.findall(line) or [""])[0].casefold()
    is_compound = line[0].isupper() or words[f"{head}-{tail}"] > words[head + tail]
    return f"{text[:-1]}-" if is_compound else text[:-1]


def count_words(lines: Iterable[str]) -> Counter[str]:
    """Count the words that stand whole within lines, for `join_lines`."""
    return Counter(word.casefold() for line in lines for word in _WORD.findall(line))
