"""From a source to a CSL item (CSL-JSON of CSL 1.0.2)."""

from __future__ import annotations

from pathlib import PurePath
from typing import Any

from quotecli.cite.bylines import names_in
from quotecli.cite.capitals import lowered
from quotecli.cite.names import Name, csl_name, post_author
from quotecli.cite.source import Source
from quotecli.cite.text import first_words
from quotecli.cite.works import Work, platform_of, work_of
from quotecli.core.dates import PartialDate
from quotecli.core.folding import fold

Item = dict[str, Any]

_POST_WORDS = 20  # APA 7, section 10.15: the first 20 words of a post stand for its title


def csl_date(when: PartialDate) -> dict[str, list[list[int]]]:
    """Return a CSL date variable of the same precision."""
    return {"date-parts": [[part for part in (when.year, when.month, when.day) if part]]}


def csl_item(source: Source, *, id: str) -> Item:  # noqa: A002 - CSL's own word
    """Return the CSL item of a source; `id` is the item's id, unique in the list it goes into.

    Absent facts are absent variables: nothing is invented, styles say "n.d." or begin with the title themselves. The
    date of a document that tells only when it was updated is that one; a document without a live URL has its
    archived copy's; one that tells nothing else has its file's name for a title.
    """
    return item_of(source.tidied(), id=id)


def item_of(source: Source, *, id: str) -> Item:  # noqa: A002 - CSL's own word
    """Return the CSL item of a source that is tidied already."""
    work = work_of(source)
    item: Item = {"id": id, "type": work.csl}
    item |= _title(source, work)
    item |= _people(source, work)
    item |= _dates(source)
    item |= _container(source, work, item)
    if work.genre:
        platform = platform_of(source) if work.kind == "post" else None
        item["genre"] = platform.genre if platform else work.genre
    told = {"section": source.section, "language": source.language, "URL": source.url or source.archive_url}
    return item | {variable: value for variable, value in told.items() if value}


def _title(source: Source, work: Work) -> Item:
    title = lowered(source.title or "", source.text)
    if work.kind == "post":
        title = first_words(title or source.text, _POST_WORDS)
    if not (title or source.authors or source.speakers or source.outlet):
        title = PurePath(source.document).name
    return {"title": title} if title else {}


def _people(source: Source, work: Work) -> Item:
    authors, speakers = _names(source.authors, source.outlet), _names(source.speakers, None)
    people: Item = {"editor": _names(source.editors, None)}
    if work.kind in ("newspaper", "magazine", "journal") and source.outlet:
        # A newspaper's own name as byline is no author; the container says it.
        authors = [name for name in authors if fold(name.get("literal", "")) != fold(source.outlet)]
    elif work.kind == "post":
        authors = [post_author(name, source.handle) for name in (*source.authors, "")[:1] if name or source.handle]
    elif work.kind == "interview":
        people["interviewer"] = [name for name in authors if name not in speakers]
        authors = speakers
    elif work.kind == "speech":
        authors = speakers or authors
    elif work.kind == "press release" and not authors and (body := source.publisher or source.outlet):
        authors = [{"literal": body}]
    people["author"] = authors
    return {role: names for role, names in people.items() if names}


def _names(bylines: tuple[str, ...], outlet: str | None) -> list[Name]:
    names: list[Name] = []
    for printed in (name for byline in bylines for name in names_in(byline, outlet=outlet)):
        name = csl_name(printed, outlet=outlet)
        if name and name not in names:
            names.append(name)
    return names


def _dates(source: Source) -> Item:
    dates: Item = {}
    if issued := source.published or source.updated:
        dates["issued"] = csl_date(issued)
    if source.accessed:
        dates["accessed"] = csl_date(source.accessed)
    return dates


def _container(source: Source, work: Work, item: Item) -> Item:
    """Say where it appeared; a body that publishes its own page or release is not said twice (APA 7, section 9.29)."""
    outlet, publisher, place = source.outlet or "", source.publisher or "", source.place or ""
    if work.kind == "post":
        platform = platform_of(source)
        found = {"container-title": platform.name if platform else outlet or source.via or ""}
    elif work.kind == "speech":
        found = {"event-title": source.event or "", "event-place": place, "publisher": publisher}
    elif work.kind in ("book", "press release", "document", "email"):
        found = {"publisher": publisher or outlet, "publisher-place": place}
    else:
        found = {"container-title": outlet, "publisher": publisher, "publisher-place": place}
    bodies = {fold(name["literal"]) for name in item.get("author", ()) if "literal" in name}
    if len(item.get("author", ())) == 1:
        twice = ("publisher", "container-title") if work.csl in ("webpage", "document") else ("publisher",)
        found = {key: value for key, value in found.items() if key not in twice or fold(value) not in bodies}
    return {key: value for key, value in found.items() if value}
