"""URLs of documents: canonical form, and the page behind an archive's or a cache's address."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit, urlunsplit

from quotecli.core.dates import PartialDate

_WAYBACK = re.compile(r"^https?://web\.archive\.org/web/(\d{4,14})\d*(?:[a-z]{2}_)?/(https?:/{1,2}.+)$", re.IGNORECASE)
_TODAY_HOST = r"^https?://archive\.(?:today|ph|is|li|md|vn|fo)/"
_TODAY = re.compile(
    rf"{_TODAY_HOST}(?P<day>\d{{4}}\.\d\d\.\d\d-\d{{4,6}}|\d{{8,14}})/(?P<page>https?:/{{1,2}}.+)$", re.IGNORECASE
)
_TODAY_SHORT = re.compile(rf"{_TODAY_HOST}(?:wip/)?\w{{3,8}}/?$", re.IGNORECASE)
_GOOGLE_AMP = re.compile(r"^https?://(?:www\.)?google\.[a-z.]+/amp/(s/)?(.+)$", re.IGNORECASE)
_AMP_CACHE = re.compile(r"^https?://[\w-]+\.cdn\.ampproject\.org/(?:[cvwi]/)(s/)?(.+)$", re.IGNORECASE)
_PROXY = re.compile(r"^https?://[^/\s]{4,200}/login\?(?:q?url)=(https?(?::|%3a).+)$", re.IGNORECASE)
"""A library's door to a database: "https://ezproxy.example/login?url=https://…"."""
_TRACKING = re.compile(
    r"^(?:utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|ref(?:_?src)?|cmpid|ito|rss(?:feed)?|siteid|smid|smtyp|xtor|wt\.\w+"
    r"|at_\w+|ns_\w+|ocid|guccounter|guce_\w+|feature|__twitter_impression|amp|outputtype|via|src|source|origin)$",
    re.IGNORECASE,
)
_ANYBODYS = frozenset("ac ag ai am ca cc cd co fm gg io is la li ly me sh st to tv vc ws eu".split())
_COUNTRIES = {"uk": "gb"}
_LONGEST = 4000


def split_archive(url: str) -> tuple[str, str | None, PartialDate | None]:
    """Return the page's own URL and, when `url` is a copy in an archive, the copy's URL and day.

    Archives are the Wayback Machine and archive.today.
    """
    found = _WAYBACK.match(url[:_LONGEST]) or _TODAY.match(url[:_LONGEST])
    if not found:
        return url, None, None
    digits = re.sub(r"\D", "", found[1]).ljust(8, "0")
    day = PartialDate.parse(f"{digits[:4]}-{digits[4:6]}-{digits[6:8]}") or PartialDate.parse(digits[:4])
    return re.sub(r"^(https?:)/{1,2}", r"\1//", found[2]), url, day


def is_copys_own(url: str) -> bool:
    """Tell whether an address is archive.today's short one for a copy, which doesn't tell whose page it is."""
    return bool(_TODAY_SHORT.match(url[:_LONGEST]))


def canonical(url: str) -> str | None:
    """Return the absolute http(s) URL without fragment, tracking parameters and AMP caches; None for anything else."""
    url = split_archive(url.strip()[:_LONGEST])[0]
    if door := _PROXY.match(url):
        url = door[1] if "://" in door[1] else unquote(door[1])
    for pattern in (_GOOGLE_AMP, _AMP_CACHE):
        if found := pattern.match(url):
            url = ("https://" if found[1] else "http://") + unquote(found[2])
    if url.startswith("//"):
        url = "https:" + url
    try:
        parts = urlsplit(url)
        if parts.scheme.lower() not in {"http", "https"} or not parts.hostname or "." not in parts.hostname:
            return None
        _ = parts.port
    except ValueError:
        return None
    host = parts.netloc.rpartition("@")[2].lower()
    query = parts.query
    if query:
        pairs = parse_qsl(query, keep_blank_values=True)
        kept = [(name, value) for name, value in pairs if not _TRACKING.match(name)]
        query = query if len(kept) == len(pairs) else urlencode(kept)
    return urlunsplit((parts.scheme.lower(), host, parts.path or "/", query, ""))


def country_of_host(url: str) -> str | None:
    """Return the country (two letters) whose domain an address is under (`gazette.ie`, `post.co.uk`), or None.

    Endings that anybody takes for their sound (.io, .tv, .me) tell of no country, nor does Canada's of one order.
    """
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return None
    ending = host.rpartition(".")[2]
    if len(ending) != 2 or not ending.isalpha() or ending in _ANYBODYS:
        return None
    return _COUNTRIES.get(ending, ending)


def has_path(url: str) -> bool:
    """Tell whether a URL is more than its site's front page."""
    parts = urlsplit(url)
    return len(parts.path.strip("/")) > 0 or bool(parts.query)
