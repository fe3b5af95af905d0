"""Draft + options → Article: the candidates merged in the order of `Rank`, each kept as evidence."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence

from quotecli.core.dates import PartialDate
from quotecli.core.language import foreign_language
from quotecli.core.types import FILED_AUTHOR, Article, Evidence
from quotecli.read.draft import Draft, MetaCandidate, Rank
from quotecli.read.fields import FOR_CITING
from quotecli.read.metadata.authors import Author, account_in, read_authors
from quotecli.read.metadata.clues import picture_clue, text_clues
from quotecli.read.metadata.dates import YEAR_FIRST, parse_date, region_of
from quotecli.read.metadata.merge import Merge
from quotecli.read.metadata.outlet import Chosen, choose_outlet
from quotecli.read.metadata.published import choose_date
from quotecli.read.metadata.urls import canonical, country_of_host, has_path, is_copys_own, split_archive
from quotecli.read.options import ReadOptions
from quotecli.read.outlets import find_outlet
from quotecli.read.papers import is_name, is_paper
from quotecli.read.titles import DENSE, is_noise, is_section
from quotecli.read.work_told import OF_WORK

_LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?:[-_]([A-Za-z]{4}))?(?:[-_]([A-Za-z]{2}|\d{3}))?(?![A-Za-z])")
_LONGEST_TITLE = 500
_SENTENCE = 20  # characters of a headline that is more than a site's name
_RELEASE_WIRES = frozenset({"PR Newswire", "Business Wire", "GlobeNewswire", "PR TIMES"})
_BLOG_HOSTS = re.compile(
    r"^https?://(?:[\w-]+\.(?:wordpress\.com|blogspot\.[a-z.]+|substack\.com|typepad\.com|hypotheses\.org)|(?:www\.)?medium\.com|blogs?\.)"
)
_NEWSLETTER = re.compile(r"https?://(?:[\w-]+\.)?substack\.com/(?:pub/[\w-]+/|@[\w-]+/)?p[/-]", re.IGNORECASE)
_MOST_AUTHORS = 100
_LISTED = "twitter:data"  # in which a site's software lists all who wrote


def _flags(options: ReadOptions) -> list[MetaCandidate]:
    rank = Rank.FORCED if options.force_meta else Rank.FLAG
    values = [
        ("outlet", options.outlet, "--outlet"),
        ("published", options.date, "--date"),
        ("title", options.title, "--title"),
        ("url", options.url, "--url"),
    ]
    flags = [MetaCandidate(name, str(value), source, rank) for name, value, source in values if value]
    return flags + [MetaCandidate("author", name, "--author", rank) for name in options.author]


def finish(
    draft: Draft,
    *,
    options: ReadOptions,
    source: str,
    key: str,
    digest: str = "",
    extra: Iterable[MetaCandidate] = (),
) -> Article:
    """Merge the candidates of `draft`, the flags and `extra` (a sidecar's, a record's) into an Article.

    Args:
        draft: what a reader made.
        options: the flags; with `force_meta` they go before all else, without it they come last.
        source: path or URL as stored and shown.
        key: names the document in any store when it has no canonical URL.
        digest: of the bytes it was read from.
        extra: further candidates, before the draft's own of the same rank.

    Raises:
        UsageError: the user's table of outlets can't be read.
    """
    merge = _gathered(draft, options, extra)
    url, archive_url, archived = _url(merge, source)
    outlet = choose_outlet(merge.of("outlet"), url, options.outlets_file)
    merge.evidence += outlet.evidence
    language = _language(merge)
    published, published_at, updated = _dates(merge, outlet, language, url)
    media = _media(merge, draft, outlet, url)
    for name in FOR_CITING:
        _plain(merge, name, 100)
    for name in OF_WORK:
        _plain(merge, name, 300)
    accessed = _first_date(merge, "accessed")
    return Article(
        text=draft.text,
        paragraphs=draft.paragraphs,
        source=source,
        key=url or key,
        title=_title(merge, outlet),
        authors=_authors(merge, outlet, is_post=media == "post"),
        published=published,
        published_at=published_at,
        updated=updated,
        outlet=outlet.name,
        url=url,
        language=language,
        section=_plain(merge, "section", 80),
        media=media,
        archive_url=archive_url or _plain(merge, "archive_url", 4000),
        archived=archived or _first_date(merge, "archived"),
        accessed=accessed,
        evidence=tuple(merge.evidence),
        digest=digest,
    )


def _dates(
    merge: Merge, outlet: Chosen, language: str | None, url: str | None
) -> tuple[PartialDate | None, str | None, PartialDate | None]:
    """Return when the document came out, the moment of that, and when it was changed."""
    region = region_of(language or outlet.language, outlet.country or _country(outlet) or country_of_host(url or ""))
    for told in merge.of("date_order"):
        region = region if region in YEAR_FIRST else told.value  # 21/03/04 tells nothing there
    published, at = choose_date(merge, "published", url, region)
    return published, at, choose_date(merge, "updated", None, region)[0]


def _gathered(draft: Draft, options: ReadOptions, extra: Iterable[MetaCandidate]) -> Merge:
    """Return all candidates in the order in which they are believed; the text is asked for what nothing else tells."""
    found = [*_flags(options), *extra, *draft.candidates]
    if {"outlet", "author"} - {one.field for one in found if one.rank < Rank.TEXT}:
        found += text_clues(draft.text, user_table=options.outlets_file)
    if "language" not in {one.field for one in found} and (told := foreign_language(draft.text)):
        found.append(MetaCandidate("language", told, "its words", Rank.TEXT))
    pictures = [candidate.value for candidate in found if candidate.field == "picture"]
    found += [clue for url in pictures[:3] if (clue := picture_clue(url, user_table=options.outlets_file))]
    by_field: dict[str, list[MetaCandidate]] = {}
    for candidate in sorted(found, key=lambda one: one.rank):
        by_field.setdefault(candidate.field, []).append(candidate)
    return Merge(by_field)


def _url(merge: Merge, source: str) -> tuple[str | None, str | None, PartialDate | None]:
    """Choose the canonical URL; a canonical link to the site's front page is a mistake of its makers."""
    chosen: str | None = None
    archive: tuple[str | None, PartialDate | None] = (None, None)
    candidates = list(merge.of("url"))
    if source.startswith(("http://", "https://")):
        candidates.append(MetaCandidate("url", source.partition("#")[0], "address it was read from", Rank.URL))
    pages = [clean for found in candidates if (clean := canonical(found.value)) and has_path(clean)]
    for found in candidates:
        _, copy, day = split_archive(found.value)
        if copy and not archive[0]:
            archive = (copy, day)
        clean = canonical(found.value)
        if is_copys_own(found.value) and len(pages) > 1:
            archive = archive if archive[0] else (found.value, None)
            merge.note(found, found.value, used=False, note="an archive's address")
            continue
        front = clean is not None and not has_path(clean) and bool(pages) and found.rank > Rank.RECORD
        used = clean is not None and chosen is None and not front
        chosen = clean if used else chosen
        why = "no http(s) address" if clean is None else "the site's front page" if front else None
        merge.note(found, clean or found.value, used=used, note=why)
    return chosen, *archive


def _country(outlet: Chosen) -> str | None:
    known = find_outlet(outlet.name) if outlet.name else None
    return known.country or None if known else None


def _first_date(merge: Merge, name: str) -> PartialDate | None:
    return next((parsed.date for found in merge.of(name) if (parsed := parse_date(found.value))), None)


def _language(merge: Merge) -> str | None:
    chosen = None
    for candidate in merge.of("language"):
        found = _LANGUAGE.match(candidate.value.strip())
        tag = (
            "-".join(filter(None, (found[1].lower(), (found[2] or "").title(), (found[3] or "").upper())))
            if found
            else ""
        )
        merge.note(candidate, tag or candidate.value, used=chosen is None and bool(tag))
        chosen = chosen or tag or None
    return chosen


def _title(merge: Merge, outlet: Chosen) -> str | None:
    chosen = None
    printed = next((one.value for one in merge.of("title") if one.source == "headline"), None)
    for candidate in merge.of("title"):
        title = " ".join(html.unescape(candidate.value).split())
        if printed and (candidate.source == "title element" or DENSE.search(printed)) and _holds(title, printed):
            title = printed
        title = printed if printed and _is_headed(title, printed, outlet.names) else title
        title = _without_site(title, outlet.names) if Rank.RECORD <= candidate.rank < Rank.FLAG else title
        usable = 0 < len(title) <= _LONGEST_TITLE and title not in outlet.names
        merge.note(candidate, title, used=chosen is None and usable)
        chosen = chosen or (title if usable else None)
    return chosen


def _holds(title: str, printed: str) -> bool:
    """Tell whether a page's title is its headline with the site's name behind or before it.

    "Rain on Monday - The Shore", or "The Shore: Rain on Monday", above which the page prints "Rain on Monday".
    """
    before = title.partition(": ")[0]
    between = (
        r"(?:（[^（）]{2,20}）)?(?:\s?[-–—|｜:：·_/]|$)" if DENSE.search(printed) else r"\s+(?:[-–—|｜:·»«/]|::)\s"
    )
    if title.endswith(f": {printed}") and is_paper(before.removesuffix(" Online")):
        return True  # behind a section too: "The Shore Online: News: Rain on Monday"
    return bool(re.match(rf"{re.escape(printed)}{between}", title))


def _is_headed(title: str, printed: str, names: Sequence[str]) -> bool:
    """Tell whether a page's title has the site or a section before the headline ("Opinion | Rain on Monday")."""
    if len(printed) >= _SENTENCE and re.fullmatch(rf".{{1,30}} [-|–] {re.escape(printed)}(?: [-|–] .{{2,40}})?", title):
        return True  # "timber - Why do piles rot at the waterline? - The Shore"
    parts = (title.partition(mark) for mark in (": ", " | ", " - "))
    return any(
        rest == printed
        and (
            head in names
            or head.removesuffix(" Online") in names
            or (mark == " | " and is_section(head))
            or (mark != ": " and is_noise(head))
        )
        for head, mark, rest in parts
    )


def _without_site(title: str, names: Sequence[str]) -> str:
    """Take the site's name off a page's `<title>` ("Rain on Monday | Example Times")."""
    for mark in (" | ", " – ", " — ", " - ", " · ", " :: ", " « ", " » ", "_", "｜"):
        head, found, tail = title.rpartition(mark)
        if found and tail.strip().casefold() in {name.casefold() for name in names}:
            return _without_site(head.strip(), names)
    return title


def _authors(merge: Merge, outlet: Chosen, *, is_post: bool) -> tuple[str, ...]:
    """Take all names of the first source that names anybody.

    What a name alone doesn't tell stays as evidence: which words are the family's, where the document puts it before a
    comma, and the account of a post's author.
    """
    winner: tuple[int, str] | None = None
    names: list[str] = []
    own = {name.casefold() for name in outlet.names}
    bare = {_bare(name) for name in outlet.names}
    for candidate in merge.of("author"):
        exact = candidate.rank in {Rank.FORCED, Rank.FLAG}
        value = candidate.value if exact else _without_outlet(candidate.value, bare)
        found = [Author(value, "")] if exact else read_authors(value)
        if candidate.rank > Rank.RECORD:
            found = [one for one in found if one.name.casefold() not in own and _bare(one.name) not in bare]
        place = (candidate.rank, candidate.source)
        account = account_in(candidate.value) if is_post and not exact else None
        used = bool(found or account) and winner in {None, place}
        if used:
            winner = place
            names += [one.name for one in found if one.name.casefold() not in {known.casefold() for known in names}]
            told = [(FILED_AUTHOR, one.filed) for one in found if one.filed] + [("account", account or "")]
            merge.evidence += [Evidence(what, value, candidate.source, used=True) for what, value in told if value]
        shown = ", ".join(one.name for one in found) or candidate.value
        if names and candidate.rank <= Rank.BYLINE and _names_all(found, names, listed=_LISTED in candidate.source):
            names, used = [one.name for one in found], True  # the metadata gave the first of them
        merge.note(candidate, shown, used=used and bool(found), note=None if found or used else "names nobody")
    filed = [Evidence(FILED_AUTHOR, one.value, one.source, used=True) for one in merge.of(FILED_AUTHOR)]
    merge.evidence += filed[:_MOST_AUTHORS]
    return tuple(names[:_MOST_AUTHORS])


def _names_all(found: Sequence[Author], names: Sequence[str], *, listed: bool) -> bool:
    """Tell whether writers are those already known and other persons, by their given names or the list."""
    known = {name.casefold() for name in names}
    more = [one.name for one in found if one.name.casefold() not in known]
    return bool(more) and len(found) - len(more) == len(known) and (listed or all(map(is_name, more)))


def _without_outlet(value: str, bare: set[str]) -> str:
    """Take the outlet out of a list of names ("Northern Leaf, Jan Holt")."""
    parts = [part.strip() for part in value.split(",")]
    kept = [part for part in parts if _bare(part) not in bare]
    return ", ".join(kept) if 0 < len(kept) < len(parts) else value


def _bare(name: str) -> str:
    """A name without spaces, marks, its article and a host's ending: "The Al-Bawaba" and "albawaba.com" are one."""
    return re.sub(r"\W|^the|_", "", re.sub(r"\.[a-z]{2,4}$", "", name.casefold()))


def _plain(merge: Merge, name: str, longest: int) -> str | None:
    chosen = None
    for candidate in merge.of(name):
        value = html.unescape(candidate.value).strip()
        usable = 0 < len(value) <= longest
        merge.note(candidate, value, used=chosen is None and usable)
        chosen = chosen or (value if usable else None)
    return chosen


def _media(merge: Merge, draft: Draft, outlet: Chosen, url: str | None) -> str:
    """What the document is: as its record or reader says, else a post or a blog by its outlet."""
    recorded = next((found.value for found in merge.of("media") if found.rank <= Rank.RECORD), None)
    if recorded or draft.media != "article":
        return recorded or draft.media
    if merge.of("media"):
        return merge.of("media")[0].value
    if outlet.name in _RELEASE_WIRES:
        return "press release"
    if url and _NEWSLETTER.match(url):
        return "blog"
    if outlet.kind == "social":
        return "post"
    return "blog" if outlet.kind == "blog" or (url and _BLOG_HOSTS.search(url)) else "article"
