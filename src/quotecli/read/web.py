"""An address the user gave → articles: the page itself, or the articles that a feed links to."""

from __future__ import annotations

import io
import json
import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

from quotecli.core.errors import FetchError, MissingExtra, ReadError
from quotecli.read.archives.http import content_type
from quotecli.read.bounds import Budget
from quotecli.read.draft import MetaCandidate, Rank
from quotecli.read.feeds import iter_entries
from quotecli.read.fetch import USER_AGENT, Answer, Fetcher
from quotecli.read.item import Item, Reader, Result, item
from quotecli.read.options import ReadFailure, ReadOptions, SourceRef
from quotecli.read.sniff import Kind, sniff

_CACHED = 20_000


def read_url(ref: SourceRef, options: ReadOptions, reader: Reader) -> Iterator[Result]:
    """Fetch and read an address; the articles of a feed are fetched too.

    Raises:
        ReadError: the address can't be fetched.
    """
    fetcher = Fetcher(options.bounds, ref.location if ref.typed else None)
    cache = Validators.load(options.cache_file)
    # a page that a feed has led to is read again when it is typed; only feeds are asked whether they have changed
    answer = fetcher.get(ref.location, cache.headers(ref.location) if cache.is_feed(ref.location) else None)
    if answer.status != 200:
        return  # a feed that hasn't changed
    page = _item(answer, ref.location, options)
    if _is_feed(page):
        yield from _follow(page, ref.location, answer, fetcher, options, reader, cache)
    else:
        yield from reader(page, options)


def _item(answer: Answer, url: str, options: ReadOptions) -> Item:
    """Return the item of a fetched page; `url` is what it is stored as, the address after redirects is its base."""
    name = urlsplit(answer.url).path.rpartition("/")[2]
    budget = Budget(options.bounds, len(answer.body))
    opened = item(io.BytesIO(answer.body), name=name, source=url, key=url, budget=budget)
    media_type, charset = content_type(answer.headers)
    day = datetime.now(UTC).astimezone().date().isoformat()
    accessed = MetaCandidate("accessed", day, "day on which it was fetched", Rank.RECORD)
    return replace(opened, url=answer.url, media_type=media_type, charset=charset, candidates=(accessed,))


def _is_feed(page: Item) -> bool:
    try:
        return sniff(page.head, page.name, page.media_type) is Kind.FEED
    except ReadError:
        return False


def _follow(
    feed: Item, url: str, answer: Answer, fetcher: Fetcher, options: ReadOptions, reader: Reader, cache: Validators
) -> Iterator[Result]:
    """Read the articles of a feed: what robots.txt allows, one after the other, only those that are new or changed."""
    visitor = _Visitor(fetcher, options.bounds.fetch_delay)
    complete = True
    try:
        for number, entry in enumerate(iter_entries(feed)):
            if number >= options.bounds.feed_items:
                complete = False
                break
            if not entry.link:
                continue
            try:
                page = visitor.visit(entry.link, cache.headers(entry.link))
            except (ReadError, MissingExtra) as error:
                complete = False
                yield ReadFailure(entry.link, str(error))
                continue
            if page.status == 200:
                opened = _item(page, entry.link, options)
                yield from reader(replace(opened, candidates=(*opened.candidates, *entry.candidates)), options)
                cache.keep(entry.link, page)
        if complete:
            cache.keep(url, answer, is_feed=True)
    except ReadError as error:
        yield ReadFailure(url, str(error))
    finally:
        cache.save()


@dataclass(slots=True)
class _Visitor:
    """Visits pages politely: robots.txt is obeyed, and a host is asked again only after a pause."""

    fetcher: Fetcher
    delay: float
    _robots: dict[str, RobotFileParser | None] = field(default_factory=dict)
    _last: dict[str, float] = field(default_factory=dict)

    def visit(self, url: str, headers: dict[str, str]) -> Answer:
        """Fetch a page; raises FetchError when robots.txt forbids it."""
        parts = urlsplit(url)
        host = f"{parts.scheme}://{parts.netloc}"
        if host not in self._robots:
            self._robots[host] = self._read_robots(host)
        robots = self._robots[host]
        if robots is None:
            raise FetchError("its site's robots.txt can't be asked, so nothing is fetched there")
        if not robots.can_fetch(USER_AGENT, url):
            raise FetchError("its site's robots.txt asks programs not to fetch it")
        pause = min(max(self.delay, float(robots.crawl_delay(USER_AGENT) or 0)), 30.0)
        time.sleep(max(0.0, self._last.get(host, -pause) + pause - time.monotonic()))
        try:
            return self.fetcher.get(url, headers)
        finally:
            self._last[host] = time.monotonic()

    def _read_robots(self, host: str) -> RobotFileParser | None:
        """Return a host's rules (RFC 9309): empty ones where it has no such file, None where it can't be asked."""
        robots = RobotFileParser()
        try:
            text = self.fetcher.get(f"{host}/robots.txt").body.decode("utf-8", "replace")
        except FetchError as error:
            if error.status is None or not 400 <= error.status < 500:
                return None
            text = ""
        except ReadError:
            return None
        robots.parse(text.splitlines()[:5000])
        return robots


@dataclass(slots=True)
class Validators:
    """What servers gave to ask later whether a feed, or an article of one, has changed (RFC 9110 section 13)."""

    file: Path | None
    known: dict[str, dict[str, str]] = field(default_factory=dict)

    @classmethod
    def load(cls, file: Path | None) -> Validators:
        """Read the file; one that is missing or damaged is empty."""
        known: dict[str, dict[str, str]] = {}
        if file is not None:
            with suppress(OSError, ValueError, RecursionError):
                found = json.loads(file.read_text(encoding="utf-8"))
                known = {url: dict(said) for url, said in found.items() if isinstance(said, dict)}
        return cls(file, known)

    def headers(self, url: str) -> dict[str, str]:
        """Return the request headers that ask for `url` only if it has changed."""
        return {name: value for name, value in self.known.get(url, {}).items() if name in _CONDITIONS.values()}

    def is_feed(self, url: str) -> bool:
        """Tell whether `url` is a feed that was followed to its end."""
        return "feed" in self.known.get(url, {})

    def keep(self, url: str, answer: Answer, *, is_feed: bool = False) -> None:
        """Note the validators of an answer whose articles have been taken."""
        said = {ours: answer.headers[theirs] for theirs, ours in _CONDITIONS.items() if answer.headers.get(theirs)}
        self.known.pop(url, None)
        if said:
            self.known[url] = {**said, "feed": "followed"} if is_feed else said

    def save(self) -> None:
        """Write the file whole or not at all, the latest entries of a great many."""
        if self.file is None:
            return
        kept = dict(list(self.known.items())[-_CACHED:])
        with suppress(OSError):
            self.file.parent.mkdir(parents=True, exist_ok=True)
            number, name = tempfile.mkstemp(dir=self.file.parent)
            with os.fdopen(number, "w", encoding="utf-8") as out:
                json.dump(kept, out)
            Path(name).replace(self.file)


_CONDITIONS = {"etag": "If-None-Match", "last-modified": "If-Modified-Since"}
