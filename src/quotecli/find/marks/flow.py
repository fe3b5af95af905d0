"""Carries quotations over paragraphs, and mends marks without a partner inside their own paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from quotecli.find.marks.pairs import CUE_CLAUSE, Pair, Paired
from quotecli.find.marks.piece import Piece
from quotecli.find.marks.read import Family, Mark, Side

_LOOK_FOR_WORDS = 80  # characters in which a quotation shows its first letter or digit
_LETTER = re.compile(r"[^\W_]")
_LOOK_AHEAD = 6  # paragraphs without any mark that a quotation may run over before it closes
_REPORT = re.compile(rf"[,.!?…][’']?\s+(?={CUE_CLAUSE.pattern})")
_TAG = re.compile(rf"[,.!?…][’']?\s+(?={CUE_CLAUSE.pattern}(?:\s?[.,;:]|\Z))")
"""A reporter's clause that ends there; "she told me a story" goes on and may be somebody's words."""
_SENTENCE_END = re.compile(r"[.!?…][)\]’'”\"]*\s+(?=[\"“‘'(\[]?[^\Wa-z_])")
_STRONG = frozenset(",.!?…—-")


class Block(NamedTuple):
    """One paragraph's characters `[start, end)` with its marks, read and paired; `paragraph` is its index."""

    paragraph: int
    start: int
    end: int
    marks: Sequence[Mark]
    paired: Paired


class _Carried(NamedTuple):
    piece: int
    family: Family


def flow(text: str, blocks: Sequence[Block]) -> list[Piece]:
    """Return the pieces of consecutive paragraphs, in order; `continues` counts from 0 in the returned list."""
    pieces: list[Piece] = []
    carried: _Carried | None = None
    for number, block in enumerate(blocks):
        pairs, runs_on = _mend(text, blocks, number, carried)
        first = len(pieces)
        for pair in pairs:
            piece = _piece(text, pair, block.paragraph)
            if piece is not None:
                pieces.append(piece)
        if carried is not None and len(pieces) > first and pieces[first].outer_start == block.start:
            pieces[first] = _continuing(pieces[first], carried.piece)
        carried = _Carried(len(pieces) - 1, runs_on) if runs_on is not None and len(pieces) > first else None
    return pieces


def _mend(
    text: str, blocks: Sequence[Block], number: int, carried: _Carried | None
) -> tuple[list[Pair], Family | None]:
    """Return a paragraph's stretches, and the family of the one that runs on into the next paragraph, if one does."""
    block = blocks[number]
    pairs, unclosed, orphans = block.paired
    if not unclosed and not orphans:
        if carried is not None and not _reopens(block, carried.family):
            return [
                Pair(block.start, block.start, block.end, block.end, "", carried.family, closed=False)
            ], carried.family
        return pairs, None
    if orphans:
        pairs = _with_orphan(text, block, pairs, orphans[0], carried)
    if not unclosed:
        return pairs, None
    return _with_unclosed(text, blocks, number, pairs)


def _reopens(block: Block, family: Family) -> bool:
    """Tell whether the paragraph begins with an opening mark of the family."""
    if not block.marks:
        return False
    first = block.marks[0]
    return first.start == block.start and first.family is family and first.side is not Side.CLOSE


def _with_orphan(text: str, block: Block, pairs: list[Pair], orphan: Mark, carried: _Carried | None) -> list[Pair]:
    """Open the paragraph's first closer without a partner where its words most likely begin."""
    before = [pair for pair in pairs if pair.outer_end <= orphan.start]
    if carried is not None and carried.family is orphan.family and not before:
        start = block.start
    elif text[orphan.start - 1] not in _STRONG or orphan.start == block.start:
        return pairs
    else:
        low = before[-1].outer_end if before else block.start
        colon = text.rfind(": ", low, orphan.start)
        start = colon + 2 if colon >= 0 else low
        if before and start == low:
            sentence = _SENTENCE_END.search(text, low, orphan.start)
            if sentence is None:
                return pairs
            start = sentence.end()
    mended = Pair(start, start, orphan.start, orphan.end, "", orphan.family)
    return [*before, mended, *pairs[len(before) :]]


def _with_unclosed(
    text: str, blocks: Sequence[Block], number: int, pairs: list[Pair]
) -> tuple[list[Pair], Family | None]:
    """Close the openers without a partner: before a cue, at the paragraph's end, or before the next mark."""
    block = blocks[number]
    unclosed = block.paired.unclosed
    mended: list[Pair] = []
    at = 0
    for index, mark in enumerate(unclosed):
        while at < len(pairs) and pairs[at].outer_start < mark.start:
            mended.append(pairs[at])
            at += 1
        if mended and mended[-1].outer_end > mark.start:
            continue  # inside what a closer without a partner has claimed
        if mark.family is Family.SINGLE and not _goes_on(blocks, number, mark.family):
            continue  # an apostrophe, or a sound of Arabic names
        last = index + 1 == len(unclosed)
        limit = block.end if last else unclosed[index + 1].start
        goes_on = last and _goes_on(blocks, number, mark.family)
        cue = _cue_outside(text, _TAG if goes_on else _REPORT, mark.end, limit, pairs, at)
        if cue is None and (last or mark.start == block.start):
            runs_on = mark.family if goes_on or _goes_on(blocks, number, mark.family) else None
            if runs_on is not None or mark.start == block.start or at == len(pairs):
                mended.append(_unclosed(mark, block.end))
                return mended, runs_on
        if cue is None:
            limit = pairs[at].outer_start if at < len(pairs) and pairs[at].outer_start < limit else limit
            cue = _last_sentence_end(text, mark.end, limit)
        mended.append(_unclosed(mark, cue))
        while at < len(pairs) and pairs[at].outer_start < cue:
            at += 1
    return [*mended, *pairs[at:]], None


def _unclosed(mark: Mark, end: int) -> Pair:
    return Pair(mark.start, mark.end, end, end, mark.char, mark.family, closed=False)


def _cue_outside(text: str, clause: re.Pattern[str], start: int, end: int, pairs: list[Pair], at: int) -> int | None:
    """Return where the words before the first reporter's clause that no pair holds end, or None."""
    for found in clause.finditer(text, start, end):
        while at < len(pairs) and pairs[at].outer_end <= found.start():
            at += 1
        if at == len(pairs) or pairs[at].outer_start > found.start():
            return found.start() + 1
    return None


def _last_sentence_end(text: str, start: int, end: int) -> int:
    last = end
    for found in _SENTENCE_END.finditer(text, start, end):
        last = found.start() + 1
    return last


def _goes_on(blocks: Sequence[Block], number: int, family: Family) -> bool:
    """Tell whether the next paragraphs go on with a quotation left open: one reopens it, or closes it unopened."""
    for block in blocks[number + 1 : number + 2 + _LOOK_AHEAD]:
        own = [mark for mark in block.marks[:1] if mark.family is family]
        if own and _reopens(block, family):
            return block is blocks[number + 1]
        if block.paired.orphans and block.paired.orphans[0].family is family:
            return not block.paired.pairs or block.paired.pairs[0].outer_start > block.paired.orphans[0].start
        if block.paired.pairs or block.paired.unclosed or block.paired.orphans:
            return False
    return False


def _piece(text: str, pair: Pair, paragraph: int) -> Piece | None:
    start, end = pair.start, pair.end
    while start < end and (text[end - 1].isspace() or text[end - 1] == "\\"):
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    if not _LETTER.search(text, start, min(end, start + _LOOK_FOR_WORDS)):
        return None
    return Piece(start, end, pair.outer_start, pair.outer_end, paragraph, mark=pair.mark, closed=pair.closed)


def _continuing(piece: Piece, first: int) -> Piece:
    return replace(piece, continues=first)
