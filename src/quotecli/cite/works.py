"""What a source is: newspaper article, blog post, speech … and what each format calls that."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from urllib.parse import urlsplit

from quotecli.cite.source import Source
from quotecli.core.folding import fold
from quotecli.core.tables import read_table

_NOT_WORD = re.compile(r"[^\w]+")
_EASTERN_PAPER = re.compile(r"(?:新聞|新闻报|新報|新报|日報|日报|晚報|晚报|時報|时报|신문|일보)$")
"""How names of newspapers end that are written without blanks."""
_LEARNED = re.compile(r"\b(?:journal (?:of|for)|annals of|transactions (?:of|on)|zeitschrift fur)\b")
"""What the folded name of a learned journal has, and a newspaper's (The Evening Journal) has not."""
_BY_MEDIA = {
    "post": "post",
    "email": "email",
    "book": "book",
    "speech": "speech",
    "press release": "press release",
    "blog": "blog",
    "transcript": "broadcast",
}
_NEWSLETTER = re.compile(r"https?://(?:[\w-]+\.)?substack\.com/(?:pub/[\w-]+/|@[\w-]+/)?p[/-]", re.IGNORECASE)
"""An article of a Substack, which is no note."""
_PERHAPS_JOURNALS = frozenset(("", "journal", "magazine", "publisher", "site", "website"))
"""Kinds of outlets that print an article with a volume or a DOI as a journal does: Nature."""
_OF = frozenset("for of on".split())
_BODIES = frozenset(("body", "government", "organization"))
_BY_OUTLET = {
    "newspaper": "newspaper",
    "magazine": "magazine",
    "journal": "journal",
    "broadcaster": "news page",  # APA 7, 10.16: articles of news sites that print no newspaper are web pages
    "agency": "news page",
    "site": "news page",
    "website": "webpage",
    "webpage": "webpage",
    "blog": "blog",
    "body": "webpage",
    "government": "webpage",
    "organization": "webpage",
    "publisher": "book",
    "platform": "post",
    "social": "post",
    "aggregator": "webpage",
}


@dataclass(frozen=True, slots=True)
class Work:
    """One row of the table of works: a kind of source and its name in each format ("" for none).

    Attributes:
        kind: our name.
        csl: item type of CSL 1.0.2.
        genre: CSL genre, also the type or medium of other formats.
        bibtex: entry type.
        biblatex: entry type.
        subtype: biblatex's `entrysubtype`.
        ris: `TY`.
        endnote: reference type as `name:number`.
        wikipedia: citation template.
        hayagriva: entry type.
        parent: entry type of the container in Hayagriva.
        schema: type of schema.org.
    """

    kind: str
    csl: str
    genre: str
    bibtex: str
    biblatex: str
    subtype: str
    ris: str
    endnote: str
    wikipedia: str
    hayagriva: str
    parent: str
    schema: str


@dataclass(frozen=True, slots=True)
class Platform:
    """A place where people post.

    Attributes:
        name: as written.
        genre: what a post there is called.
        hosts: host names without `www.`.
    """

    name: str
    genre: str
    hosts: tuple[str, ...]


@cache
def works() -> dict[str, Work]:
    """Return the table of works by kind."""
    rows = (["" if cell == "-" else cell for cell in row] for row in read_table("quotecli.cite", "works.tsv"))
    return {row[0]: Work(*row) for row in rows}


@cache
def _platforms() -> dict[str, Platform]:
    rows = read_table("quotecli.cite", "platforms.tsv")
    return {row[0]: Platform(row[1], row[2], tuple(row[3].split()) if len(row) > 3 else ()) for row in rows}


@cache
def _outlet_words() -> dict[str, str]:
    return {row[0]: row[1] for row in read_table("quotecli.cite", "outlet_words.tsv")}


def platform_of(source: Source) -> Platform | None:
    """Return where a post stands: told by the outlet, `via`, or the host of its URL."""
    for name in (source.outlet, source.via):
        if name and (found := _platforms().get(fold(name))):
            return found
    host = host_of(source.url)
    return next((p for p in _platforms().values() if host in p.hosts), None) if host else None


def is_agency(name: str) -> bool:
    """Tell whether a name is a news agency's."""
    return _outlet_words().get(fold(name)) == "agency"


def host_of(url: str | None) -> str:
    """Return the host of a URL in lower case without `www.` and `m.`, or ""."""
    try:
        host = urlsplit(url or "").hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.").removeprefix("mobile.").removeprefix("m.")


def work_of(source: Source) -> Work:
    """Return what the source is, by its medium, else by its outlet's kind, else by the outlet's name."""
    return works()[_kind(source)]


def _kind(source: Source) -> str:
    if source.kind in works():
        return source.kind
    if source.media in ("post", "article", "blog") and _NEWSLETTER.match(source.url or ""):
        return "blog"
    if source.media in _BY_MEDIA:
        return _BY_MEDIA[source.media]
    if source.media == "interview" and source.speakers:
        return "interview"
    if source.outlet and _outlet_words().get(fold(source.outlet)) == "encyclopedia":
        return "encyclopedia"
    outlet_kind = source.outlet_kind or _guess(source)
    if _is_in_journal(source, outlet_kind):
        return "journal"
    if outlet_kind in _BY_OUTLET:
        return _BY_OUTLET[outlet_kind]
    if source.url:
        return "webpage"
    return "newspaper" if source.outlet else "document"


def is_of_body(source: Source) -> bool:
    """Tell whether a page is on the site of a body (a ministry, a university) that publishes nothing but its own."""
    if not source.outlet or source.outlet_kind in _BODIES:
        return bool(source.outlet)
    words = _NOT_WORD.split(fold(source.outlet))
    heads = (word for word, after in pairwise((*words, "of")) if after in _OF)  # Tarn Council, not Council Watch
    told = source.outlet_kind in ("", "website") and _guess(source) in _BODIES
    return told and any(_outlet_words().get(word) == "body" for word in heads)


def _is_in_journal(source: Source, outlet_kind: str) -> bool:
    """Tell an article of a journal by its volume or DOI; no newspaper has a DOI, whatever its name is taken for."""
    if not source.outlet or not (source.doi or source.volume):
        return False
    if outlet_kind == "magazine" and not source.doi:
        return False  # magazines have volumes too, and their citations the day
    guessed = not source.outlet_kind and outlet_kind not in ("platform", "broadcaster", "publisher")
    return outlet_kind in _PERHAPS_JOURNALS or (guessed and bool(source.doi or "journal" in fold(source.outlet)))


def _guess(source: Source) -> str:
    if source.outlet:
        name = fold(source.outlet)
        if name in _platforms():
            return "platform"
        if _LEARNED.search(name):
            return "journal"
        # The last telling word decides: The New York Times Magazine is a magazine.
        words = _NOT_WORD.split(name)
        for word in (name, " ".join(words[-2:]), *reversed(words)):
            if word in _outlet_words():
                return _outlet_words()[word]
        if _EASTERN_PAPER.search(source.outlet):
            return "newspaper"
    return ""
