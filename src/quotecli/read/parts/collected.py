"""Collections without a database's marks: parts that each have a head of their own, with its day and who printed it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from quotecli.read.draft import DraftBuilder, Rank
from quotecli.read.head import HEAD_LINES, read_head
from quotecli.read.labelled import FIELD_NAMES
from quotecli.read.parts.systems import Part

_RULER = re.compile(r"(?P<one>[-_=~#*–—•])(?:\s{0,3}(?P=one)){2,200}")
_HEADING = re.compile(r"#\s+\S")
_FENCE = re.compile(r"(?:```|~~~)")
_LABEL = re.compile(
    rf"[>*_|\s-]{{0,6}}(?P<name>{'|'.join(map(re.escape, sorted(FIELD_NAMES, key=len, reverse=True)))})"
    r"[*_]{0,3}\s?[:=|][*_]{0,3}\s{0,4}\S",
    re.IGNORECASE,
)
_FACTS = frozenset({"title", "published", "outlet", "author", "url"})
_SHORT = 180
_FEWEST = 2
_ABOVE = 2
_TEXT = 40


def with_own_heads(lines: Sequence[str], *, markdown: bool = False) -> list[Part]:
    """Return the parts between rulers, form feeds or first headings when all of them have heads of their own."""
    bounds = _rulers(lines)
    for starts in (bounds, _headings(lines) if markdown else []):
        edges = [-1, *starts, len(lines)]
        parts = [part for start, end in pairwise(edges) if any(lines[(part := Part(start + 1, end)).start : end])]
        if starts and starts is not bounds:  # a heading belongs to what follows
            parts = [Part(start, end) for start, end in pairwise([*starts, len(lines)])]
            parts = parts if not any(lines[: starts[0]]) else []
        if len(parts) >= _FEWEST and all(_has_head(lines[part.start : part.end]) for part in parts):
            return parts
    return []


def _rulers(lines: Sequence[str]) -> list[int]:
    return [at for at, line in enumerate(lines) if 2 < len(line) <= 200 and _RULER.fullmatch(line)]


def _headings(lines: Sequence[str]) -> list[int]:
    """Return the lines of Markdown's headings of the first level, those in code apart."""
    found: list[int] = []
    fenced = False
    for at, line in enumerate(lines):
        fenced ^= bool(_FENCE.match(line))
        if not fenced and line[:2] == "# " and _HEADING.match(line):
            found.append(at)
    return found


def _has_head(lines: Sequence[str]) -> bool:
    """Tell whether lines begin with a head that tells its day, and who printed or wrote it, above some text."""
    said = [line for line in lines if line]
    head = [line.lstrip("#>*_ ").rstrip("*_ ") for line in said[:HEAD_LINES]]
    builder = DraftBuilder()
    places = read_head(builder, head, titled=False)
    facts = {one.field for one in builder.build().candidates if one.rank < Rank.TEXT}
    rest = sum(len(line) for place, line in enumerate(said) if place not in places)
    return "published" in facts and bool(facts & {"outlet", "author"}) and rest >= _TEXT


def with_labels(lines: Sequence[str]) -> list[Part]:
    """Return the parts of a collection whose heads name their facts: "Title: …", "Date: …", "Source: …"."""
    runs = _runs(lines)
    if len(runs) < _FEWEST:
        return []
    above = [at for at in range(runs[0]) if lines[at] and not _RULER.fullmatch(lines[at])]
    if len(above) > _ABOVE or any(len(lines[at]) > _SHORT for at in above):
        return []
    starts = [0]
    for run in runs[1:]:
        start = _above(lines, run, len(above))
        if start is None or start <= starts[-1]:
            return []
        starts.append(start)
    return [Part(start, end) for start, end in pairwise([*starts, len(lines)])]


def _above(lines: Sequence[str], run: int, count: int) -> int | None:
    """Return where the head begins whose labels begin at `run`, with as many lines above them as the first head has."""
    start = run
    for _ in range(count):
        start -= 1
        while start > 0 and not lines[start]:
            start -= 1
        if len(lines[start]) > _SHORT or lines[start].endswith((".", ",")):
            return None
    if start > 0 and _RULER.fullmatch(lines[start - 1]):
        return start - 1  # of front matter
    return start if not lines[start - 1] else None


def _runs(lines: Sequence[str]) -> list[int]:
    """Return where runs of labels begin that tell the same facts in the same order as the first, a day among them."""
    found: list[tuple[int, list[str]]] = []
    last = -9
    for at, line in enumerate(lines):
        label = _LABEL.match(line) if len(line) <= 300 else None
        if label is None:
            continue
        field = FIELD_NAMES[label["name"].lower()]
        if at - last > 2 or any(lines[last + 1 : at]) or (found and field in found[-1][1]):
            found.append((at, []))
        if field in _FACTS:
            found[-1][1].append(field)
        last = at
    heads = [(at, fields) for at, fields in found if len(set(fields)) >= _FEWEST]
    if not heads or "published" not in heads[0][1]:
        return []
    return [at for at, fields in heads if fields[0] == heads[0][1][0] and "published" in fields]
