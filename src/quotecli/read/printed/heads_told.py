"""What the running heads of printed pages tell: the paper, and the day of its issue."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from quotecli.read.draft import MetaCandidate, Rank
from quotecli.read.metadata.dates import parse_date
from quotecli.read.papers import is_paper, printed

__all__ = ["told_by_heads"]

_SOURCE = "running head of the pages"
_PARTED = re.compile(r"\s[|•·–—-]\s")
_LONGEST = 60
_MOST = 200
_WORD = re.compile(r"[^\W\d_]{2,}")
_BESIDE_DAY = 2  # words: a day of the week, "Edition of"
_NOT_OURS = re.compile(
    r"\b(?:printed|accessed|retrieved|downloaded|saved|revised|updated|modified|effective|expires?|draft|version)\b",
    re.IGNORECASE,
)


def told_by_heads(heads: Iterable[str]) -> Iterator[MetaCandidate]:
    """Yield the paper and the day that lines at the edges of pages tell, each once."""
    told: set[str] = set()
    for line in list(heads)[:_MOST]:
        for part in _PARTED.split(line) if not _NOT_OURS.search(line) else ():
            text = part.strip()
            field = "outlet" if is_paper(printed(text)) else "published" if _is_day(text) else ""
            if field and field not in told and len(text) <= _LONGEST:
                told.add(field)
                yield MetaCandidate(field, printed(text) if field == "outlet" else text, _SOURCE, Rank.TEXT)


def _is_day(text: str) -> bool:
    found = parse_date(text)
    if found is None or found.date.precision != "day":
        return False
    return len(_WORD.findall(text[: found.start] + text[found.end :])) <= _BESIDE_DAY
