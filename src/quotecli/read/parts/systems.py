"""The marks that databases set between the articles of one download; each must be repeated to be believed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from quotecli.read.databases import cover_end

__all__ = ["SYSTEMS", "Part", "has_prose", "has_text"]

_LONGEST_MARK = 80
_DOCUMENT = r"(?:documents?|dokumente?|documentos?|documenti?)"
_NUMBERED = re.compile(
    rf"(?:{_DOCUMENT} (?P<first>\d{{1,6}}) (?:of|von|sur|de|di) (?P<total>\d{{1,6}})"
    rf"|(?P<nth>\d{{1,6}}) (?:of|von|sur|de|di) (?P<all>\d{{1,6}}) {_DOCUMENT})",
    re.IGNORECASE,
)
"""Nexis: "1 of 25 DOCUMENTS"; ProQuest: "Document 1 of 4"."""
_RECORD = re.compile(r"Record: (\d{1,6})")
_END = re.compile(
    r"(?:end of document|ende des dokuments|fin du document|fin del documento|fine del documento)", re.IGNORECASE
)
_ACCESSION = re.compile(r"(?:AN\s{1,8})?Document (?P<id>[A-Z][A-Za-z0-9]{2,16}(?:19|20)\d{6}[a-z][a-z0-9]{5,11})")
"""Factiva: the source's code, the day, a number of its own."""
_LOADED = re.compile(r"LOAD-DATE:\s?\S.{0,40}", re.IGNORECASE)
_NEXIS = re.compile(r"(?:LENGTH|BYLINE|SECTION|HEADLINE|BODY|HIGHLIGHT|DATELINE):", re.IGNORECASE)
_TRAILER = re.compile(
    r"(?:(?:LANGUAGE|(?:PUBLICATION|DOCUMENT)-TYPE|JOURNAL-CODE|SUBJECT|ACC-NO|GRAPHIC|NOTES|COMPANY|PERSON|STATE|CITY"
    r"|COUNTRY|GEOGRAPHIC|INDUSTRY|ORGANIZATION|TICKER|URL):|Copyright \S|©|All Rights Reserved)",
    re.IGNORECASE,
)
_RULER = re.compile(r"_{20,200}")
_PROQUEST = re.compile(
    r"(?P<name>ProQuest document ID|Publication (?:title|info|date|year)|Full text|Document URL|Source type|Database"
    r"|Language of publication|Place of publication|Abstract)\s?:",
    re.IGNORECASE,
)
_PROQUEST_ID = re.compile(r"ProQuest document ID\s?:\s?(?P<id>\d{4,20})", re.IGNORECASE)
_COVER = re.compile(
    r"(?:User Name|Date and Time|Job Number|Documents? ?\(\d{1,5}\)|Client/Matter|Search Terms?|Search Type|Narrowed by"
    r"|Content Type|News Sources?|Sources?|Timeline|Language|Location|Document Types?)\b",
    re.IGNORECASE,
)
"""The sheet in front of a download of Nexis Uni."""
_COVER_TELLS = re.compile(r"(?:User Name|Job Number|Client/Matter|Search Type|Narrowed by)\b", re.IGNORECASE)
_SUMMARY = re.compile(r"(?:Search Summary|Contact ProQuest|Report Information from ProQuest)", re.IGNORECASE)
_FEWEST_FACTS = 2
_SHORTEST = 40
_PROSE = 120
_COVER_LINES = 60


class Part(NamedTuple):
    """An article's lines, `[start, end)`, and the id that the database gives it, or None."""

    start: int
    end: int
    id: str | None = None


System = Callable[[Sequence[str]], list[Part]]


def has_text(lines: Sequence[str], part: Part) -> bool:
    """Tell whether there is enough between two marks to be an article, however short."""
    return sum(len(lines[at]) for at in range(part.start, part.end)) >= _SHORTEST


def has_prose(lines: Sequence[str], part: Part) -> bool:
    """Tell whether what stands outside the marks is an article, rather than a cover or an imprint."""
    long = [at for at in range(part.start, part.end) if len(lines[at]) >= _PROSE]
    return bool(long) and not any(_SUMMARY.match(lines[at]) for at in range(part.start, part.end))


def _marks(lines: Sequence[str], pattern: re.Pattern[str]) -> Iterator[tuple[int, re.Match[str]]]:
    for at, line in enumerate(lines):
        if len(line) <= _LONGEST_MARK and (found := pattern.fullmatch(line)):
            yield at, found


def _numbered(lines: Sequence[str]) -> list[Part]:
    """Nexis and ProQuest number their documents; a number that doesn't go on from the last is no mark."""
    starts: list[int] = []
    last = total = 0
    for at, found in _marks(lines, _NUMBERED):
        number, count = int(found["first"] or found["nth"]), int(found["total"] or found["all"])
        if number <= count and (number == 1 or not starts or (count == total and number > last)):
            starts.append(at)
            last, total = number, count
    if len(starts) < 2:
        return []
    parts = [Part(0, starts[0])] if has_prose(lines, Part(0, starts[0])) else []
    ends = [*starts[1:], len(lines)]
    return parts + [_in_rulers(lines, Part(start + 1, end)) for start, end in zip(starts, ends, strict=True)]


def _recorded(lines: Sequence[str]) -> list[Part]:
    """EBSCO begins each record with its number: "Record: 1"."""
    starts = [at for at, found in _marks(lines, _RECORD)]
    numbers = [int(found[1]) for _, found in _marks(lines, _RECORD)]
    if len(starts) < 2 or numbers != sorted(set(numbers)) or any(lines[: starts[0]]):
        return []
    return [Part(start + 1, end) for start, end in zip(starts, [*starts[1:], len(lines)], strict=True)]


def _in_rulers(lines: Sequence[str], part: Part) -> Part:
    """Leave out what follows the last ruler where it says nothing, and note ProQuest's number of the document."""
    start, end, own = part.start, part.end, None
    for at in range(start, end):
        if found := _PROQUEST_ID.fullmatch(lines[at]):
            own = found["id"]
    rulers = [at for at in range(start, end) if lines[at][:1] == "_" and _RULER.fullmatch(lines[at])]
    if rulers and not has_prose(lines, Part(rulers[-1], end)):
        end = rulers[-1]
    return Part(start, end, own)


def _ended(lines: Sequence[str]) -> list[Part]:
    """Nexis Uni and Factiva say where a document ends."""
    for pattern in (_ACCESSION, _END):
        marks = list(_marks(lines, pattern))
        if len(marks) < 2:
            continue
        parts: list[Part] = []
        start = _after_cover(lines, marks[0][0]) if pattern is _END else 0
        for at, found in marks:
            if at > start:
                parts.append(Part(start, at, found["id"] if pattern is _ACCESSION else None))
            start = at + 1
        rest = Part(start, len(lines))
        return [*parts, rest] if has_prose(lines, rest) else parts
    return []


def _after_cover(lines: Sequence[str], end: int) -> int:
    """Return where the first article begins, below the sheet that tells who searched for what."""
    if listed := cover_end(lines[: end + 1]):
        return min(listed, end)
    within = range(min(end, _COVER_LINES))
    if len({lines[at].split()[0] for at in within if _COVER_TELLS.match(lines[at])}) < _FEWEST_FACTS:
        return 0
    return max(at for at in within if _COVER.match(lines[at])) + 1


def _loaded(lines: Sequence[str]) -> list[Part]:
    """Older downloads of Nexis: each article ends with the day it was loaded, and what stands beside that."""
    parts: list[Part] = []
    start = 0
    for at, _ in _marks(lines, _LOADED):
        if at < start:
            continue
        end = at + 1
        while end < len(lines) and (not lines[end] or _LOADED.fullmatch(lines[end]) or _TRAILER.match(lines[end])):
            end += 1
        parts.append(Part(start, end))
        start = end
    told = all(any(_NEXIS.match(lines[at]) for at in range(part.start, part.end)) for part in parts)
    rest = Part(start, len(lines))
    if len(parts) < 2 or not told:
        return []
    return [*parts, rest] if has_prose(lines, rest) else parts


def _between_rulers(lines: Sequence[str]) -> list[Part]:
    """ProQuest without numbers: rulers, and between them records that name their fields."""
    rulers = [at for at, _ in _marks(lines, _RULER)]
    if not rulers:
        return []
    parts: list[Part] = []
    for start, end in zip([-1, *rulers], [*rulers, len(lines)], strict=True):
        part = _in_rulers(lines, Part(start + 1, end))
        names = {found["name"].lower() for line in lines[part.start : part.end] if (found := _PROQUEST.match(line))}
        if len(names) >= _FEWEST_FACTS:
            parts.append(part)
        elif parts and has_prose(lines, part):
            parts[-1] = parts[-1]._replace(end=part.end)
        elif has_prose(lines, part):
            return []
    return parts if len(parts) > 1 else []


SYSTEMS: tuple[System, ...] = (_numbered, _recorded, _ended, _loaded, _between_rulers)
"""In the order in which they are asked; the first whose marks are repeated has parted the file."""
