"""From a source to a CSL item (CSL-JSON of CSL 1.0.2)."""

from __future__ import annotations

from typing import Any

from quotecli.cite.bylines import names_in
from quotecli.cite.capitals import lowered
from quotecli.cite.names import Name, csl_name, post_author
from quotecli.cite.source import Source
from quotecli.cite.text import first_words, without_full_stop, without_site, without_tags
from quotecli.cite.untitled import title_from
from quotecli.cite.works import Work, host_of, is_of_body, platform_of, work_of
from quotecli.core.dates import PartialDate
from quotecli.core.folding import fold

Item = dict[str, Any]

_POST_WORDS = 20  # APA 7, section 10.15: the first 20 words of a post stand for its title

_OF_INSTITUTIONS = {"thesis": "publisher", "master's thesis": "publisher", "report": "publisher", "case": "authority"}
"""Works whose university, ministry or court is told, and the variable that it is."""


def csl_date(when: PartialDate) -> dict[str, list[list[int]]]:
    """Return a CSL date variable of the same precision."""
    return {"date-parts": [[part for part in (when.year, when.month, when.day) if part]]}


def csl_item(source: Source, *, id: str) -> Item:  # noqa: A002 - CSL's own word
    """Return the CSL item of a source; `id` is the item's id, unique in the list it goes into.

    Absent facts are absent variables: nothing is invented, styles say "n.d." or begin with the title themselves. The
    date of a document that tells only when it was updated is that one; a document without a live URL has its
    archived copy's; one without a title has its file's name, as a citation without title and author points nowhere.
    """
    return item_of(source.tidied(), id=id)


def item_of(source: Source, *, id: str, once: str = "container") -> Item:  # noqa: A002 - CSL's own word
    """Return the CSL item of a source that is tidied already.

    Args:
        source: the document.
        id: the item's.
        once: what is left out where a body alone is author and outlet: `container`, `author`, `author of a page`
            (not of a report), or "" for neither.
    """
    work = work_of(source)
    item: Item = {"id": id, "type": work.csl}
    item |= _title(source, work)
    item |= _people(source, work)
    item |= _dates(source)
    item |= _container(source, work)
    platform = platform_of(source) if work.kind == "post" else None
    if genre := source.genre or (platform.genre if platform else work.genre):
        item["genre"] = genre
    numbers = {"volume": source.volume, "issue": source.issue, "page": source.pages, "DOI": source.doi}
    item |= {variable: value for variable, value in numbers.items() if value}
    link = (source.url or source.archive_url or "").replace(" ", "%20")  # else it ends there wherever it is printed
    told = {"section": source.section, "edition": source.edition, "language": source.language, "URL": link}
    item |= {variable: value for variable, value in told.items() if value}
    if work.kind == "report" and source.number:
        item |= {"genre": item.get("genre", "Report"), "number": source.number}  # a number alone says nothing
    if once == "container" and work.kind == "webpage" and "author" not in item and is_of_body(source):
        item["author"] = [{"literal": source.outlet}]  # group author: APA 7, 9.7
    return _once(item, once)


def _once(item: Item, once: str) -> Item:
    """Say a body that publishes its own page or release once: as author (APA 7, 9.29) or as publisher (MLA 9).

    Bluebook has no publisher of a report: its author stays (21, 15.1).
    """
    authors = item.get("author", ())
    body = fold(authors[0].get("literal", "")) if len(authors) == 1 else ""
    is_page = item["type"] in ("webpage", "document")
    twice = ("publisher", "container-title") if is_page else ("publisher",)
    same = [variable for variable in twice if body and fold(item.get(variable, "")) == body]
    author = ["author"] if same else []
    left_out = {"container": same, "author": author, "author of a page": author if is_page else []}.get(once, [])
    return {variable: value for variable, value in item.items() if variable not in left_out}


def _title(source: Source, work: Work) -> Item:
    printed = without_site(without_tags(source.title or ""), source.outlet or "")
    title = without_full_stop(lowered(printed, source.text[source.begins :]))
    if work.kind == "post":
        title = without_full_stop(first_words(title or source.text[source.begins :], _POST_WORDS))
    if work.kind == "case" and source.citation and source.citation not in title:
        title = f"{title} {source.citation}".strip()
    return {"title": title or title_from(source.document, work.kind)}


def _people(source: Source, work: Work) -> Item:
    authors = _names(source.authors, source.outlet, source.language)
    speakers = _names(source.speakers, None, source.language)
    others = {"editor": source.editors, "translator": source.translators}
    people: Item = {role: _names(printed, None, source.language) for role, printed in others.items()}
    if work.kind in ("newspaper", "magazine", "journal") and source.outlet:
        # A newspaper's own name as byline is no author; the container says it.
        authors = [name for name in authors if fold(name.get("literal", "")) != fold(source.outlet)]
    elif work.kind == "post":
        posted = (post_author(name, source.handle) for name in (*source.authors, "")[:1] if name or source.handle)
        authors = [name for name in posted if name]
    elif work.kind == "interview":
        people["interviewer"] = [name for name in authors if name not in speakers]
        authors = speakers
    elif work.kind == "speech":
        authors = speakers or authors
    elif work.kind == "case":
        authors = []  # who sits in judgment is no author
    elif work.kind in ("press release", "email") and not authors and (body := source.publisher or source.outlet):
        authors = [{"literal": body}]
    people["author"] = authors
    return {role: names for role, names in people.items() if names}


def _names(bylines: tuple[str, ...], outlet: str | None, language: str | None) -> list[Name]:
    names: list[Name] = []
    for printed in (name for byline in bylines for name in names_in(byline, outlet=outlet)):
        name = csl_name(printed, outlet=outlet, language=language)
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


def _container(source: Source, work: Work) -> Item:
    """Say where it appeared."""
    outlet, publisher, place = source.outlet or "", source.publisher or "", source.place or ""
    if work.kind == "post":
        platform = platform_of(source)
        found = {"container-title": platform.name if platform else outlet or source.via or ""}
    elif work.kind == "speech":
        site = "" if source.event else outlet
        found = {"event-title": source.event or "", "event-place": place, "publisher": publisher or site}
    elif work.kind in _OF_INSTITUTIONS:
        found = {_OF_INSTITUTIONS[work.kind]: source.institution or publisher or outlet, "publisher-place": place}
        found |= {"container-title": source.container or ""} if work.kind == "case" else {}  # the reporter
    elif work.kind in ("book", "press release", "document", "email", "film"):
        found = {"publisher": publisher or outlet, "publisher-place": place}
    elif work.kind in ("chapter", "conference paper", "podcast", "programme"):
        found = _within(source, outlet, publisher)
    else:
        found = {"container-title": outlet, "publisher": publisher, "publisher-place": place}
    return {key: value for key, value in found.items() if value}


def _within(source: Source, outlet: str, publisher: str) -> Item:
    """Say in which book, proceedings or show it is; where these are told, the outlet is who published them."""
    told = source.container or ""
    container = told or ("" if fold(outlet) == fold(publisher) else outlet)
    place = {"event-place" if source.event else "publisher-place": source.place or ""}
    publisher = publisher or (outlet if told and fold(outlet) != host_of(source.url) else "")
    return {"container-title": container, "publisher": publisher, "event-title": source.event or ""} | place
