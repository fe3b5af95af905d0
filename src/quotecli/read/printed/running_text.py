"""Text as a page prints it → text that runs on: margin numbers, page heads, hyphens at line ends, columns side by side.

Courts, parliaments and archives hand out text that way. Where nothing of the kind is seen the text stays as it is; what
is taken out would else stand amid quotations.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from quotecli.read.frontmatter import split_front_matter
from quotecli.read.printed.layout import HYPHENS, PAGE_NUMBER, count_words, form_of, join_lines, unhyphenated
from quotecli.read.printed.margin import MarginNumber, numbered_runs
from quotecli.read.printed.side_by_side import without_columns
from quotecli.read.printed.wrapped import STARTS_TURN, ends_sentence, page_width, starts_of_paragraphs

__all__ = ["as_running_text", "joined_where_broken"]

_NUMBERED = re.compile(r"(?P<before>[ \t\f]*)(?P<number>\d{1,4})(?P<gap>[ \t]+(?=\S)|\s*$)")
_HYPHENS = (*HYPHENS, "¬")
_CITED = re.compile(r"(?:>[ \t]?)+")
_NARROWEST = 40  # characters of the longest line of a citation; less are short lines of their own
_HEAD_LINES = 4
_HEAD_LONGEST = 90
_COUNTED = re.compile(r"\W*page\s*\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?\W*|[-–—]\s*\d{1,4}\s*[-–—]", re.IGNORECASE)
"""A page's number that can't be anything else."""


def as_running_text(text: str) -> str:
    """Return the text without what a printed page puts into it; `text` itself where nothing of the kind is seen."""
    _, body = split_front_matter(text)
    lines = text[body:].split("\n")
    changed = _without_margin(lines)
    changed = without_columns(changed) or changed
    changed = _without_page_heads(changed)
    changed = _single_spaced(changed)
    changed = _without_hyphens(changed)
    changed = _with_whole_citations(changed)
    return text[:body] + "\n".join(changed) if changed != lines else text


def _without_margin(lines: list[str]) -> list[str]:
    """Take the numbers of lines out of the margin and join the lines to paragraphs: here they are sure to run on."""
    runs = numbered_runs(_margin_numbers(lines))
    if not runs:
        return lines
    bare = {at: line for run in runs for at, line in _bare(run, lines)}
    first, last = min(bare), max(bare)
    near = range(max(0, first - _HEAD_LINES), min(len(lines), last + 1 + _HEAD_LINES))
    forms = Counter(form_of(lines[at]) for at in near if at not in bare)
    paragraphs: list[str] = []
    block: list[str] = []
    width = max(len(line) for line in bare.values())
    words = count_words(bare.values())
    for at in range(first, last + 2):
        line = bare.get(at, "")
        if line.strip():
            block.append(line)
        elif at in bare or at > last:
            paragraphs += _joined(block, width, words)
            block = []
        elif lines[at].strip() and not _is_head(lines[at], forms) and not _turns_page(lines[at]):
            paragraphs += [*_joined(block, width, words), lines[at].strip()]
            block = []
    above = [line for line in lines[:first] if not PAGE_NUMBER.fullmatch(line.strip())]
    below = [line for line in lines[last + 1 :] if not _is_head(line, forms)]
    return [*above, *(line for one in paragraphs for line in ("", one)), *(["", *below] if any(below) else [])]


def _is_head(line: str, forms: Counter[str]) -> bool:
    """Tell the head or foot of a page: its number, or what stands on others, too."""
    return bool(line.strip()) and (bool(PAGE_NUMBER.fullmatch(line.strip())) or forms[form_of(line)] > 1)


def _turns_page(line: str) -> bool:
    """Tell whether a line without a number, amid numbered ones, is no more than a page's head or foot."""
    return len(line.strip()) <= _HEAD_LONGEST and not ends_sentence(line) and not STARTS_TURN.match(line.strip())


def _bare(run: Sequence[MarginNumber], lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Yield the lines of a run without their numbers, set in as they were."""
    places = [(one, lines[one.line].index(one.words, int(one.end))) for one in run if one.words]
    gap = min(words - int(number.end) for number, words in places) if places else 0
    column = 0 if _is_ragged(places) else min((words for _, words in places), default=0)
    for number in run:
        yield number.line, lines[number.line][max(column, int(number.end) + (0 if column else gap)) :].rstrip()


def _joined(block: Sequence[str], width: int, words: Counter[str]) -> Iterator[str]:
    """Yield the paragraphs of a block, each as one line; those that are set in as a whole stay so."""
    if not block:
        return
    starts = starts_of_paragraphs(block, width)
    edge = min(len(line) - len(line.lstrip()) for line in block)
    for start, end in pairwise([*starts, len(block)]):
        indent = min(len(line) - len(line.lstrip()) for line in block[start:end]) - edge
        printed = [line.rstrip().replace("¬", "-") if line.rstrip()[-1:] == "¬" else line for line in block[start:end]]
        yield " " * (indent if end - start > 1 else 0) + join_lines(printed, words)


def _is_ragged(places: Sequence[tuple[MarginNumber, int]]) -> bool:
    """Tell whether the words stand one blank behind their numbers, however many figures these have."""
    gaps: dict[float, float] = {}
    for number, words in places:
        width = number.end - number.start
        gaps[width] = min(gaps.get(width, 99), words - number.end)
    return len(gaps) > 1 and len({number.end for number, _ in places}) > 1 and len(set(gaps.values())) == 1


def _margin_numbers(lines: Sequence[str]) -> Iterator[MarginNumber]:
    for at, line in enumerate(lines):
        if found := _NUMBERED.match(line):
            yield MarginNumber(at, int(found["number"]), *found.span("number"), line[found.end() :].strip())


def _without_page_heads(lines: list[str]) -> list[str]:
    """Take the page numbers out, and the heads and feet beside them that repeat or stand amid a sentence."""
    blocks = list(_blocks(lines))
    forms = Counter(form_of(lines[at]) for block in blocks for at in block if len(block) <= _HEAD_LINES)
    gone: set[int] = set()
    broken: list[int] = []
    for place, block in enumerate(blocks):
        if not 0 < place < len(blocks) - 1 or len(block) > _HEAD_LINES:
            continue
        texts = [lines[at].strip() for at in block]
        numbers = [text for text in texts if PAGE_NUMBER.fullmatch(text) or "\f" in text]
        if not numbers or any(len(text) > _HEAD_LONGEST for text in texts):
            continue
        above, below = lines[blocks[place - 1][-1]].rstrip(), lines[blocks[place + 1][0]].lstrip()
        amid = not ends_sentence(above) and below[:1].islower() and len(above.split()) > 1
        repeated = all(forms[form_of(text)] > 1 for text in texts) and len(texts) + len(numbers) > 2
        if amid or repeated or all(map(_COUNTED.fullmatch, texts)):
            gone.update(range(blocks[place - 1][-1] + 1, blocks[place + 1][0]) if amid else block)
            broken += [blocks[place - 1][-1]] if amid else []
    kept = [at for at in range(len(lines)) if at not in gone]
    out = [lines[at] for at in kept]
    for line in broken:
        _join_word(out, bisect_left(kept, line), Counter())
    return out if gone else lines


def _blocks(lines: Sequence[str]) -> Iterator[list[int]]:
    """Yield the numbers of the lines between blank ones."""
    block: list[int] = []
    for at, line in enumerate(lines):
        if line.strip():
            block.append(at)
        elif block:
            yield block
            block = []
    if block:
        yield block


def _single_spaced(lines: list[str]) -> list[str]:
    """Join the lines of paragraphs where an empty line stands below each."""
    if any(above.strip() and below.strip() for above, below in pairwise(lines)):
        return lines
    filled = [line for line in lines if line.strip()]
    width = page_width(filled)
    if width is None:
        return lines
    return [one for paragraph in _joined(filled, width, count_words(filled)) for one in (paragraph, "")]


def _without_hyphens(lines: list[str]) -> list[str]:
    """Join the lines of paragraphs where a text is set to a width and parts words at the ends of lines."""
    width = page_width(lines)
    if width is None or not any(_parts_word(above, below) for above, below in pairwise(lines)):
        return lines
    words = count_words(lines)
    out: list[str] = []
    for block in _blocks(lines):
        out += [""] if out else []
        out += _joined([lines[at] for at in block], width, words)
    return out


def joined_where_broken(lines: Sequence[str]) -> list[str]:
    """Return the paragraphs of a block of lines, none of them blank; the lines where nothing tells that they go on."""
    width = max(map(len, lines))
    going = any(below.lstrip()[:1].islower() for below in lines[1:])
    return list(_joined(lines, width, Counter())) if going and width >= _NARROWEST else list(lines)


def _with_whole_citations(lines: list[str]) -> list[str]:
    """Join the lines of what is cited with `>` before each, where they are broken to a width."""
    out: list[str] = []
    at = 0
    for is_cited, run in groupby(lines, key=lambda line: line.startswith(">") and line.strip("> \t\r") != ""):
        words = [_CITED.sub("", line) if is_cited else line for line in run]
        whole = joined_where_broken(words) if is_cited else words
        out += [f"> {one.strip()}" for one in whole] if len(whole) < len(words) else lines[at : at + len(words)]
        at += len(words)
    return out if len(out) < len(lines) else lines


def _parts_word(above: str, below: str) -> bool:
    end = above.rstrip()
    return end[-1:] in _HYPHENS and end[-3:-1].isalpha() and below.lstrip()[:1].islower()


def _join_word(lines: list[str], at: int, words: Counter[str]) -> None:
    """Join the word that the end of line `at` parts, if it does, in that line."""
    rest = lines[at + 1].lstrip()
    if _parts_word(lines[at], rest):
        indent = lines[at + 1][: len(lines[at + 1]) - len(rest)]
        word, _, after = rest.partition(" ")
        lines[at] = unhyphenated(lines[at].rstrip().replace("¬", "-"), word, words) + word
        lines[at + 1] = indent + after.lstrip() if after else ""
