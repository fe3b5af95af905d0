"""The outlet chosen among its candidates, with the table of outlets as a judge of names and hosts."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from pathlib import Path

from quotecli.core.types import Evidence
from quotecli.read.draft import MetaCandidate, Rank
from quotecli.read.metadata.clues import UNSURE
from quotecli.read.outlets import Outlet, find_outlet, host_of, outlet_for_url
from quotecli.read.titles import is_section

_LONGEST = 80
_HOST = re.compile(r"(?:https?://)?(?:[\w-]+\.)+[a-z]{2,24}/?", re.IGNORECASE)
_POST = re.compile(r"\s(?:writers?|reporters?|correspondents?|editors?|columnists?)$", re.IGNORECASE)
_TWICE = re.compile(r"^(.{3,60}) [-–—|] \1$")
"""As some sites have it: "European Commission - European Commission"."""
_AFTER_ALL = max(Rank) + 1
_GIVES_WAY = frozenset({"aggregator"})
_PLATFORMS = frozenset({"Medium", "Substack"})
"""Hosts of publications that have names of their own."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """The outlet as chosen.

    Attributes:
        name: canonical, or None.
        country: two letters, or "".
        language: BCP 47 tag, or "".
        kind: of the table, or "".
        names: all names the outlet goes by in this document and in the table; for taking them off titles.
        evidence: all candidates.
    """

    name: str | None
    country: str
    language: str
    kind: str
    names: tuple[str, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class _Judged:
    found: MetaCandidate
    name: str
    known: Outlet | None
    order: tuple[int, int]


def _judge(found: MetaCandidate, user_table: Path | None) -> _Judged | None:
    """Judge a candidate; of a page's own words, names the table knows go before others (a holding's, a blog's)."""
    name = _TWICE.sub(r"\1", " ".join(html.unescape(found.value).split()).strip(" |-–—"))
    if not name or len(name) > _LONGEST or found.note == UNSURE or name.startswith("@") or _POST.search(name):
        return None
    if Rank.RECORD <= found.rank < Rank.FLAG and is_section(name) and not find_outlet(name, user_table=user_table):
        return None
    known = find_outlet(name, user_table=user_table)
    if not known and _HOST.fullmatch(name):
        known = outlet_for_url(name if "://" in name else f"https://{name}", user_table=user_table)
        name = host_of(name if "://" in name else f"https://{name}") or name
    on_page = Rank.JSON_LD <= found.rank <= Rank.META
    if known and known.kind in _GIVES_WAY and found.rank > Rank.RECORD:
        return _Judged(found, known.name, known, (_AFTER_ALL, 0))
    if known and known.kind == "agency" and found.rank == Rank.TEXT:
        return _Judged(found, known.name, known, (_AFTER_ALL, 2))
    if on_page:
        place = 2 if not known else 3 if known.name in _PLATFORMS else 1
        return _Judged(found, known.name if known else name, known, (Rank.JSON_LD, place))
    return _Judged(found, known.name if known else name, known, (found.rank, 0))


def _by_url(url: str | None, user_table: Path | None) -> list[_Judged]:
    if not url:
        return []
    known = outlet_for_url(url, user_table=user_table)
    if known:
        place = 3 if known.name in _PLATFORMS else 0
        order = (_AFTER_ALL, 0) if known.kind in _GIVES_WAY else (int(Rank.JSON_LD), place)
        return [_Judged(MetaCandidate("outlet", known.name, "host of the URL", Rank.URL), known.name, known, order)]
    host = host_of(url)
    found = MetaCandidate("outlet", host, "host of the URL", Rank.URL, "not in the table of outlets")
    return [_Judged(found, host, None, (_AFTER_ALL, 1))] if _HOST.fullmatch(host) else []


def _shorter(judged: list[_Judged]) -> _Judged:
    """Of a publisher's name and the page's own ("Gazette Media Ltd", "Gazette"), take the latter."""
    first = judged[0]
    if first.known or first.found.rank < Rank.JSON_LD:
        return first
    shorter = (
        one
        for one in judged
        if one.order == first.order and first.name.casefold().startswith(f"{one.name.casefold()} ")
    )
    return next(shorter, first)


def choose_outlet(candidates: list[MetaCandidate], url: str | None, user_table: Path | None) -> Chosen:
    """Choose the outlet.

    The order is that of `Rank`, where the table's entry for the URL's host goes before the names a page gives itself
    (JSON-LD publisher, og:site_name …), and of those the ones in the table first. Aggregators (MSN, Yahoo) give way
    to anybody. A host that no table knows comes after all these, as a host, and last an agency that a text credits.

    Raises:
        UsageError: the user's table can't be read.
    """
    judged = [one for found in candidates if (one := _judge(found, user_table))] + _by_url(url, user_table)
    judged.sort(key=lambda one: one.order)
    winner = _shorter(judged) if judged else None
    left_out = [found for found in candidates if not any(one.found is found for one in judged)]
    evidence = [Evidence("outlet", one.name, one.found.source, one is winner, one.found.note) for one in judged]
    evidence += [Evidence("outlet", found.value, found.source, used=False, note=found.note) for found in left_out]
    names = {one.name for one in judged} | {html.unescape(found.value) for found in candidates}
    known = winner.known if winner else None
    if known:
        names |= {known.name, *known.short_names, *known.hosts}
    if url:
        names.add(host_of(url))
    return Chosen(
        winner.name if winner else None,
        known.country if known else "",
        known.language if known else "",
        known.kind if known else "",
        tuple(sorted(names - {""})),
        tuple(evidence),
    )
