"""Use-cases: what a speaker said, and what an outlet printed, by a name as it is remembered."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from quotecli.app.context import Context
from quotecli.app.listing import ALL, Listed, ListingRequest, Section, remember, run, section_of, standing_for
from quotecli.app.naming.taken import taken_for
from quotecli.core.types import Filters, Shown

if TYPE_CHECKING:
    from quotecli.search import NameHit
    from quotecli.store import Store

__all__ = ["by_speaker", "from_outlet"]

_NEAR = 80.0
"""From this score on a name is taken for a misspelling, where none fits; below it is only offered."""
_SHOWN = 10
"""Speakers or outlets shown where a name fits more, unless all are asked for."""
_KNOWN = 1_500
"""Names that fit, counted."""


class _Field(NamedTuple):
    """The field of `Filters` that a name is for, and what finds the names of the store that it may mean."""

    name: str
    resolve: Callable[[Store, str, int], list[NameHit]]

    def only(self, name: str) -> Filters:
        return Filters(**{self.name: Shown(name)})  # type: ignore[arg-type]


class _Named(NamedTuple):
    """Whom the first words of a command name.

    Attributes:
        length: how many words are the name.
        names: those of the store that it may mean, the likeliest first.
        fits: whether the name is theirs; else it is a near miss.
    """

    length: int
    names: list[str]
    fits: bool


def by_speaker(context: Context, words: Sequence[str], request: ListingRequest) -> Listed:
    """List what a speaker said, grouped by speaker where the name fits several, the likeliest first.

    Args:
        context: the world.
        words: the name, then perhaps a query; the longest beginning that names a speaker is the name.
        request: its query is added to the words that are left.
    """
    from quotecli.search import resolve_speaker

    speaker = _Field("by", resolve_speaker)
    listed = _of_name(context, words, request, speaker)
    if listed.sections:
        return listed
    return (
        _of_joint(context, words, request)
        or _of_first_words(context, words, request, speaker)
        or remember(context, listed)
    )


def from_outlet(context: Context, words: Sequence[str], request: ListingRequest) -> Listed:
    """List what an outlet printed; short names and misspellings will do. Arguments as in `by_speaker`."""
    from quotecli.search import resolve_outlet

    outlet = _Field("outlet", resolve_outlet)
    listed = _of_name(context, words, request, outlet)
    if listed.sections:
        return listed
    return _of_first_words(context, words, request, outlet) or remember(context, listed)


def _of_name(context: Context, words: Sequence[str], request: ListingRequest, field: _Field) -> Listed:
    with context.reading() as store:
        near = {length: field.resolve(store, " ".join(words[:length]), _KNOWN) for length in range(len(words), 0, -1)}
        if namings := _namings(near):
            listed = _of_named(store, words, request, field, namings[0])
            if not listed.sections:
                others = _otherwise(store, words, request, field, namings)
                listed = next((other for other in others if other.sections), listed)
            return remember(context, listed)
    offered = dict.fromkeys(person.name for people in near.values() for person in people[:_SHOWN])
    return remember(context, Listed((), request.offset + 1, tuple(offered)))


def _namings(near: dict[int, list[NameHit]]) -> list[_Named]:
    """Return whom the beginnings name, given what each may mean: the longest that fits, then longer near misses."""
    from quotecli.search import fitting

    near_misses: list[_Named] = []
    for length, people in near.items():
        taken = fitting(people)
        if names := [person.name for person in taken if person.fits]:
            return [_Named(length, names, fits=True), *near_misses]
        if names := [person.name for person in taken if person.score >= _NEAR]:
            near_misses.append(_Named(length, names, fits=False))
    return near_misses


def _otherwise(
    store: Store, words: Sequence[str], request: ListingRequest, field: _Field, namings: Sequence[_Named]
) -> Iterator[Listed]:
    """Yield what else is found where nothing is: without words that lead to a topic, of who is nearly named."""
    from quotecli.app.naming.asking import topic

    first = namings[0]
    if about := topic(words[first.length :]):
        yield _of_named(store, [*words[: first.length], *about], request, field, first)
    for named in namings[1:2]:
        yield _of_named(store, words, request, field, named)


def _of_named(store: Store, words: Sequence[str], request: ListingRequest, field: _Field, named: _Named) -> Listed:
    """List for those who are named, a section each; where nothing of theirs is found, tell why."""
    names = named.names if named.fits and request.limit == 0 else named.names[:_SHOWN]
    upto = request._replace(
        query=" ".join([*words[named.length :], request.query]).strip(),
        offset=0,
        limit=request.limit and request.offset + request.limit,
    )
    asked = {name: upto._replace(filters=field.only(name).together(request.filters)) for name in names}
    found = {name: run(store, one) for name, one in asked.items()}
    sections = _page(_apart([section_of(name, listing) for name, listing in found.items()]), request)
    first = found[names[0]]
    told = _note(" ".join(words[: named.length]), named, names)
    note = "; ".join(filter(None, [told, taken_for(store, request.filters.together(first.query.filters))])) or None
    listed = Listed(tuple(filter(_has_hits, sections)), request.offset + 1, note=note, unknown=first.unknown)
    if listed.sections:
        return listed
    from quotecli.app.nothing import why_nothing

    likeliest = asked[names[0]]._replace(offset=request.offset)
    return listed._replace(why=why_nothing(store, likeliest, first, field.only(names[0])))


def _has_hits(section: Section) -> bool:
    return bool(section.hits)


def _note(typed: str, named: _Named, shown: Sequence[str]) -> str | None:
    """Return what to tell beside a listing: for whom a name was taken, and of how many it shows nothing."""
    told = None if named.fits else f"taking {typed} for {', '.join(shown)}"
    more = len(named.names) - len(shown)
    if not more:
        return told
    left_out = f"{more} more {'name fits' if more == 1 else 'names fit'} and nothing of theirs is shown"
    otherwise = ", or --limit 0 for all" if named.fits else ""
    return "; ".join(filter(None, [told, f"{left_out}: narrow the name{otherwise}"]))


def _of_first_words(context: Context, words: Sequence[str], request: ListingRequest, field: _Field) -> Listed | None:
    """List for a name and a query that came as one word, in marks: "okafor vaccine"; None unless all of it is found."""
    from quotecli.search.scoring import WORDS

    apart = " ".join(words).split()
    if len(apart) == len(words):
        return None
    listed = _of_name(context, apart, request, field)
    return listed if any(hit.score >= WORDS for hit in listed.hits) else None


def _of_joint(context: Context, words: Sequence[str], request: ListingRequest) -> Listed | None:
    """List what several said together: "Ngozi Okafor and Thomas Brill"; None where not all of them are known."""
    from quotecli.search import fitting, resolve_speaker

    names = re.split(r"\s+(?:and|&)\s+", " ".join(words).strip())
    if len(names) == 1:
        return None
    with context.reading() as store:
        people = [fitting(resolve_speaker(store, name)) for name in names]
        known = [[person.name for person in fits if person.score >= _NEAR] for fits in people]
        if not all(known):
            return None
        alone = request._replace(filters=Filters(by=names[0]).together(request.filters), limit=0, offset=0)
        together = [hit for hit in run(store, alone).hits if all(set(hit.quote.speakers) & set(one) for one in known)]
        page = together[request.offset :][: request.limit or ALL]
        heading = " and ".join(one[0] for one in known)
        before = standing_for(together[: request.offset])
        section = Section(heading, tuple(page), standing_for(together), before)
        return remember(context, Listed((section,), request.offset + 1)) if page else None


def _apart(sections: Sequence[Section]) -> list[Section]:
    """Show each quote under one heading: a short name ("Khloé") also finds what stands under the full one."""
    seen: set[str] = set()
    apart = []
    for section in sections:
        hits = tuple(hit for hit in section.hits if hit.quote.id not in seen)
        fewer = standing_for(section.hits) - standing_for(hits)
        apart.append(section._replace(hits=hits, total=None if section.total is None else section.total - fewer))
        seen.update(hit.quote.id for hit in hits)
    return apart


def _page(sections: Sequence[Section], request: ListingRequest) -> list[Section]:
    """Cut the page that is wanted out of the sections, which share it equally as long as they have quotes."""
    sizes = [len(section.hits) for section in sections]
    before = _shares(sizes, request.offset)
    upto = _shares(sizes, request.offset + (request.limit or ALL))
    return [
        section._replace(hits=section.hits[first:last], before=standing_for(section.hits[:first]))
        for section, first, last in zip(sections, before, upto, strict=True)
    ]


def _shares(sizes: Sequence[int], wanted: int) -> list[int]:
    """Return how many each of them gives, one in turn as long as it has some, until `wanted` are given."""
    if wanted >= sum(sizes):
        return list(sizes)
    level = 0
    while (step := sum(size > level for size in sizes)) <= wanted:
        wanted -= step
        level += 1
    having = [place for place, size in enumerate(sizes) if size > level][:wanted]
    return [min(size, level) + (place in having) for place, size in enumerate(sizes)]
