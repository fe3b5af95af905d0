"""Which of the dates that a document gives is its own: the first that is possible, corrected by the others."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from quotecli.core.dates import PartialDate
from quotecli.read.draft import NEAR_HEADLINE, MetaCandidate, Rank
from quotecli.read.metadata.dates import FoundDate, date_in_path, is_plausible, parse_date
from quotecli.read.metadata.merge import Merge

__all__ = ["choose_date"]

_CHANGED = "the date of a change; no other is given"
_PATH = "path of the URL"
_NEVER = "1970-01-01T00:00:00"
"""The moment from which computers count, as a field that was never filled."""
_OFFSET = re.compile(r"[+-]\d\d:\d\d$")
_DAY = timedelta(days=1)
_PRINTED = timedelta(minutes=15)
"""Between the moment a page is stamped with and the one it prints."""
_WEST, _EAST, _ZONES = timedelta(hours=12), timedelta(hours=14), timedelta(minutes=30)
"""How far the clocks of the world are from Greenwich's, and by which steps."""
_DAY_FOLDERS = re.compile(r"/(?:19|20)\d\d/\d{1,2}/\d{1,2}/")

_Dated = tuple[FoundDate, MetaCandidate]


def choose_date(merge: Merge, name: str, url: str | None, region: str | None) -> tuple[PartialDate | None, str | None]:
    """Choose a date: the first that is possible; one that is finer and falls within it may refine it.

    Args:
        merge: takes the evidence.
        name: `published` or `updated`.
        url: the document's, whose path may give a date.
        region: tells the day of "3/4/2020" from the month; see `region_of`.

    Returns:
        The date, and its moment in ISO 8601 where that is given.
    """
    candidates = list(merge.of(name))
    if url and name == "published" and (in_path := date_in_path(urlsplit(url).path)):
        candidates.append(MetaCandidate(name, str(in_path), _PATH, Rank.URL))
        candidates.sort(key=lambda found: found.rank)
    if name == "published":  # a document that tells only when it was changed was out by then
        candidates += [MetaCandidate(name, one.value, one.source, Rank.TEXT, _CHANGED) for one in merge.of("updated")]
    read = [(found, _read(found, region)) for found in candidates]
    best: FoundDate | None = None
    winner: MetaCandidate | None = None
    for candidate, parsed in read:
        if parsed and (best is None or _refines(parsed.date, best.date)):
            best, winner = parsed, candidate
    if best and winner and winner.rank > Rank.RECORD and (nearer := _local_day(best, winner, url, read)):
        best, winner = nearer
    for candidate, parsed in read:
        note = "no date of the calendar, or in the future" if parsed is None else parsed.note
        merge.note(candidate, str(parsed.date) if parsed else candidate.value, used=candidate is winner, note=note)
    if best is None:
        return None, None
    at = best.at or next((one.at for _, one in read if one and one.at and one.date == best.date), None)
    return best.date, at


def _local_day(
    best: FoundDate, winner: MetaCandidate, url: str | None, read: Sequence[tuple[MetaCandidate, FoundDate | None]]
) -> _Dated | None:
    """Correct a day that is the day in Greenwich, or of a later restamping; None where nothing speaks against it."""
    others = [(one, found) for found, one in read if one and one.date.precision == "day" and one.date != best.date]
    return (
        _by_printed_hour(best, others) or _by_other_witnesses(best, others, read) or _by_path(best, winner, url, others)
    )


def _by_printed_hour(best: FoundDate, others: Sequence[_Dated]) -> _Dated | None:
    """Return the day that the page prints with an hour of its readers, for the same moment."""
    for one, found in others:
        if _same_moment(best.at, one.at) and _OFFSET.search(one.at or ""):
            return one, found
        if found.rank >= Rank.META and _same_hour_elsewhere(best.at, one.at):
            return one, found
    return None


def _by_other_witnesses(
    best: FoundDate, others: Sequence[_Dated], read: Sequence[tuple[MetaCandidate, FoundDate | None]]
) -> _Dated | None:
    """Return the day before or after, if more of the page's other witnesses (metadata, printed date, path) have it.

    Sites give the moment in UTC, in which an evening in America is the next day: readers saw the day before.
    """
    if not best.at or (not best.at.endswith("Z") and _OFFSET.search(best.at)):
        return None
    votes = Counter(one.date for found, one in read if one and found.rank != Rank.JSON_LD and found.note != _CHANGED)
    for one, found in others:
        beside = abs(one.date.first - best.date.first) == _DAY
        printed = found.source == NEAR_HEADLINE and one.date.first < best.date.first
        if beside and found.rank <= Rank.URL and votes[one.date] > votes[best.date] - printed:
            return one, found
    return None


def _by_path(best: FoundDate, winner: MetaCandidate, url: str | None, others: Sequence[_Dated]) -> _Dated | None:
    """Return the day in the URL's path, if it is another than a printed one, or older than a stamp.

    A path with folders for year, month and day is older than what a later change of the site's software stamped.
    """
    printed = winner.source == NEAR_HEADLINE and winner.rank >= Rank.BYLINE
    folders = bool(url and _DAY_FOLDERS.search(urlsplit(url).path))
    for one, found in others:
        earlier = best.date.first - one.date.first
        if found.source == _PATH and ((printed and abs(earlier) > _DAY) or (folders and earlier > _DAY)):
            return one, found
    return None


def _same_moment(first: str | None, second: str | None) -> bool:
    """Tell whether two moments with their zones are the same, as far as a printed one is exact."""
    if not first or not second:
        return False
    moments = [datetime.fromisoformat(one) for one in (first, second)]
    if any(one.tzinfo is None for one in moments):
        return False
    return abs(moments[0] - moments[1]) <= _PRINTED


def _same_hour_elsewhere(moment: str | None, printed: str | None) -> bool:
    """Tell whether an hour printed without a zone is a moment in Greenwich by the clocks of some zone."""
    if not moment or not printed or not moment.endswith("Z"):
        return False
    clock = datetime.fromisoformat(printed)
    if clock.tzinfo is not None or not clock.time():
        return False
    ahead = clock - datetime.fromisoformat(moment).replace(tzinfo=None, second=0, microsecond=0)
    return -_WEST <= ahead <= _EAST and ahead % _ZONES == timedelta(0)


def _read(found: MetaCandidate, region: str | None) -> FoundDate | None:
    """Parse one candidate; numbers of the day and the month are never guessed against the document's region."""
    exact = PartialDate.parse(found.value)
    parsed = FoundDate(exact) if exact else parse_date(found.value, region=region)
    if parsed and (parsed.at or "").startswith(_NEVER):
        return None
    return parsed if parsed and (is_plausible(parsed.date) or found.rank in {Rank.FORCED, Rank.FLAG}) else None


def _refines(finer: PartialDate, coarser: PartialDate) -> bool:
    order = {"year": 0, "month": 1, "day": 2}
    return order[finer.precision] > order[coarser.precision] and coarser.first <= finer.first <= coarser.last
