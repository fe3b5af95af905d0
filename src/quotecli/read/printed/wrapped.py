"""Lines broken to a width → paragraphs: a line that would have held the next line's first word ends one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

__all__ = ["STARTS_TURN", "ends_sentence", "page_width", "starts_of_paragraphs"]

STARTS_TURN = re.compile(
    r"(?:[QA](?:[.:]|[ \t]{2})\s|(?=[^a-z:]{2,44}:\s)[A-Z][^:]+:\s|BY (?:MR|MS|MRS|DR|THE)\b|\([A-Z][^)]{4,}\)?$)"
)
"""How a turn of a transcript begins: `Q.`, `MR. TULK:`, `BY MS. VANCE:`, `(Whereupon …)`."""
_NARROWEST, _WIDEST = 24, 110
_FEWEST = 4  # lines that go on in the next
_FULL = 0.7  # of them, but for a paragraph's last, are as long as the page lets them be
_GOING = 0.3  # of them go on with a small letter, or in the midst of a word
_SLACK = 3
_ENDED = re.compile(r"[.!?:…][\"'”’»)\]]*$")


def ends_sentence(line: str) -> bool:
    """Tell whether a sentence ends with a line, or a lead-in to the next; closing marks may stand behind its stop."""
    return _ENDED.search(line.rstrip()) is not None


def _right(line: str) -> int:
    return len(line.rstrip().expandtabs())


def page_width(lines: Sequence[str]) -> int | None:
    """Return the width to which the lines of a text are broken, in characters; None where they are not."""
    pairs = [
        (above, below)
        for above, below in pairwise(lines)
        if above.strip() and below.strip() and not STARTS_TURN.match(below.lstrip())
    ]
    if len(pairs) < _FEWEST:
        return None
    rights = sorted(_right(above) for above, _ in pairs)
    width = rights[-1 - len(rights) // 20]  # a few lines may stick out
    if not _NARROWEST <= width <= _WIDEST:
        return None
    going = sum(below.lstrip()[0].islower() for _, below in pairs)
    full = sum(_is_full(above, below, width) for above, below in pairs)
    ends = sum(ends_sentence(above) and not _is_full(above, below, width) for above, below in pairs)
    return width if full >= _FULL * (len(pairs) - ends) and going >= _GOING * len(pairs) else None


def _is_full(above: str, below: str, width: int) -> bool:
    """Tell whether the first word of the line below would not have stood in the line above."""
    word = len(below.split(maxsplit=1)[0])
    return _right(above) + 1 + word > width - _SLACK - width // 12


def starts_of_paragraphs(lines: Sequence[str], width: int) -> list[int]:
    """Return which lines of a block, none of them blank, begin a paragraph, where lines are broken to `width`."""
    starts = [0]
    going = Counter(_indent(below) for above, below in pairwise(lines) if _reads_on(above, below))
    edge = going.most_common(1)[0][0] if going else min(map(_indent, lines))
    for at, (above, below) in enumerate(pairwise(lines), 1):
        if STARTS_TURN.match(below.lstrip()):
            starts.append(at)
        elif not _reads_on(above, below):
            apart = abs(_indent(below) - edge) > 1 or not _is_full(above, below, width)
            starts += [at] if apart else []
    return starts


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _reads_on(above: str, below: str) -> bool:
    """Tell whether a sentence runs from a line to the next."""
    return below.lstrip()[0].islower() and not ends_sentence(above)
