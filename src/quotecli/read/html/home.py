"""Whose page it is, by the link to its site's front page and by who holds the rights."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any
from urllib.parse import urlsplit

from quotecli.read.draft import MetaCandidate, Rank
from quotecli.read.html.parse import text_of
from quotecli.read.html.site import copyright_lines, key_of, parts_of
from quotecli.read.metadata.urls import split_archive
from quotecli.read.outlets import host_of
from quotecli.read.papers import is_paper
from quotecli.read.titles import is_noise

__all__ = ["site_at_home"]

_MOST_LINKS = 60
_MOST_NAMES = 12
_LONGEST = 50
_LONGEST_LINK = 200
_HOME = re.compile(r"/?(?:(?:index|home|default)\.\w{3,5})?", re.IGNORECASE)
_BESIDE = re.compile(
    r"^(?:back to |home(?: page)?(?: of)?\W+|logo of (?:the )?)|\W+(?:logo|home(?: ?page)?)$", re.IGNORECASE
)
_HOLDER = re.compile(
    r"(?:©|\(c\)|copyright)[\s©]{0,3}(?:\(c\)\s?)?(?:copyright )?"
    r"(?:\d{4}(?:\s?[-–]\s?(?:\d{2,4}|present))?)?[\s,.-]{0,3}(?:by )?"
    r"(?P<name>[^\W\d_][^|,.;©\n]{2,50}?)(?:\s(?:19|20)\d\d\b|[|,.;©\n]|$)",
    re.IGNORECASE,
)
_COMPANY = re.compile(r"\s(?:Ltd|Limited|Inc|LLC|Co|Corp|Corporation|GmbH|AG|plc|S\.?A|B\.?V|Pty)\b.*$")


def site_at_home(root: Any, title: str, urls: Iterable[str]) -> Iterator[MetaCandidate]:
    """Yield the name on the link to the front page, or in the line of the copyright, that another witness confirms.

    That is the page's host, an end of its title, or that the name is a paper's by its words.

    Args:
        root: the page (lxml).
        title: its title element.
        urls: addresses that it gives for itself.
    """
    hosts = {host for one in urls if (host := host_of(split_archive(one)[0]))}
    labels = {host.partition(".")[0].replace("-", "") for host in hosts}
    parts = parts_of(title)
    ends = {parts[0], parts[-1]} if len(parts) > 1 else set()
    for name, certain in islice(_on_links(root, hosts), _MOST_NAMES):
        if name in ends or (certain and (key_of(name) in labels or is_paper(name))):
            yield MetaCandidate("outlet", name, "link to the front page", Rank.TEXT)
    for name in islice(_holders(root), _MOST_NAMES):
        if name in ends or key_of(name) in labels or is_paper(name):
            yield MetaCandidate("outlet", name, "holder of the rights", Rank.TEXT)


def _on_links(root: Any, hosts: set[str]) -> Iterator[tuple[str, bool]]:
    """Yield what stands on the links to a site's front page, words or what a picture shows.

    With it goes whether it is certainly this site, rather than one of a host that may be another's.
    """
    for link in islice(root.iter("a"), _MOST_LINKS):
        host = _home(link.get("href") or "")
        if host is None or (host and hosts and host not in hosts):
            continue
        shown = [text_of(link), link.get("title") or ""]
        shown += [picture.get("alt") or "" for picture in islice(link.iter("img"), 2)]
        names = (_BESIDE.sub("", one.strip()) for one in shown)
        yield from (
            (name, not host or host in hosts) for name in names if 2 < len(name) <= _LONGEST and not is_noise(name)
        )


def _home(href: str) -> str | None:
    """Return the host whose front page a link leads to, "" for one without a host; None for a link elsewhere."""
    try:
        parts = urlsplit(href[:_LONGEST_LINK])
    except ValueError:
        return None
    if not href or parts.query or parts.fragment or parts.scheme not in {"", "http", "https"}:
        return None
    here = parts.netloc or parts.path
    return host_of(href) if here and _HOME.fullmatch(parts.path) else None


def _holders(root: Any) -> Iterator[str]:
    for line in copyright_lines(root):
        if found := _HOLDER.search(line):
            yield _COMPANY.sub("", found["name"].strip())
