"""Pages made from printed ones, with a `<p>`, `<div>` or `<br>` for each printed line → blocks that are paragraphs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from quotecli.read.html.walk import HEADINGS, Block, Page
from quotecli.read.printed.layout import count_words, join_lines
from quotecli.read.printed.wrapped import page_width, starts_of_paragraphs

__all__ = ["join_printed_lines"]

_FEWEST = 6  # lines
_LONGEST = 120  # characters of a printed line
_BOXES = frozenset({"p", "div"})  # of a line each
_LINKED = 0.3  # of the characters; what links so much is a menu


def join_printed_lines(page: Page) -> None:
    """Join lines that are broken to one width, where sentences run on from line to line; other blocks stay.

    Poems, addresses and lists are broken to no width: their lines would have held the next one's first word.
    """
    blocks: list[Block] = []
    for run in _runs(page):
        blocks += _paragraphs(run)
    page.blocks[:] = blocks


def _runs(page: Page) -> Iterator[list[Block]]:
    """Yield the page's blocks in order, those together that may be lines of one printed page."""
    run: list[Block] = []
    before: tuple[int, str] | None = None
    for block in page.blocks:
        kind = _kind(page, block)
        if run and (kind is None or kind != before):
            yield run
            run = []
        run.append(block)
        before = kind
    if run:
        yield run


def _kind(page: Page, block: Block) -> tuple[int, str] | None:
    """Return what the lines of one page have in common, the box around them; None for what is no such line."""
    if block.node < 0 or block.tag in HEADINGS:
        return None
    lines = block.text.split("\n")
    if max(map(len, lines)) > _LONGEST or block.links > _LINKED * len(block.text):
        return None
    node = page.nodes[block.node]
    return (node.parent, node.tag) if node.tag in _BOXES and len(lines) == 1 else (block.node, node.tag)


def _paragraphs(run: Sequence[Block]) -> list[Block]:
    """Return the blocks of a run, those that are lines of a paragraph as one."""
    texts = [block.text.split("\n") for block in run]
    lines = [line for text in texts for line in text]
    width = page_width(lines) if len(lines) >= _FEWEST else None
    if width is None:
        return list(run)
    words = count_words(lines)
    if len(lines) == len(run):
        return [_joined(run[start:end], lines[start:end], words) for start, end in _spans(lines, width)]
    return [
        _joined([block], text[start:end], words)
        for block, text in zip(run, texts, strict=True)
        for start, end in _spans(text, width)
    ]


def _spans(lines: Sequence[str], width: int) -> Iterator[tuple[int, int]]:
    """Return where paragraphs begin and end among lines."""
    return pairwise([*starts_of_paragraphs(lines, width), len(lines)])


def _joined(blocks: Sequence[Block], lines: Sequence[str], words: Counter[str]) -> Block:
    links = sum(block.links for block in blocks)
    text = join_lines(lines, words)
    return replace(blocks[0], text=text, links=min(links, len(text)), strong=all(block.strong for block in blocks))
