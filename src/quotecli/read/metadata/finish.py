"""Draft + options → Article: the candidates merged in the order of `Rank`."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Protocol

from quotecli.core.dates import PartialDate
from quotecli.core.types import Article, Evidence
from quotecli.read.draft import Draft, MetaCandidate, Rank


class Overrides(Protocol):
    """What `finish` needs of `ReadOptions`: values of the flags, None or empty where not given."""

    @property
    def outlet(self) -> str | None: ...
    @property
    def date(self) -> str | None: ...
    @property
    def author(self) -> tuple[str, ...]: ...
    @property
    def title(self) -> str | None: ...
    @property
    def url(self) -> str | None: ...
    @property
    def force_meta(self) -> bool: ...
    @property
    def outlets_file(self) -> Path | None: ...


def _flags(options: Overrides) -> list[MetaCandidate]:
    rank = Rank.FORCED if options.force_meta else Rank.FLAG
    values = [("outlet", options.outlet), ("published", options.date), ("title", options.title), ("url", options.url)]
    flags = [
        MetaCandidate(field, value, f"--{'date' if field == 'published' else field}", rank)
        for field, value in values
        if value
    ]
    return flags + [MetaCandidate("author", name, "--author", rank) for name in options.author]


def finish(
    draft: Draft,
    *,
    options: Overrides,
    source: str,
    key: str,
    digest: str = "",
    extra: Iterable[MetaCandidate] = (),
) -> Article:
    """Merge the candidates of `draft`, the flags and `extra` (a sidecar's) into an Article.

    Args:
        draft: what a reader made.
        options: the flags; with `force_meta` they go before all else, without it they come last.
        source: path or URL as stored and shown.
        key: names the document in any store when it has no canonical URL.
        digest: of the bytes it was read from.
        extra: further candidates.
    """
    candidates = sorted([*_flags(options), *extra, *draft.candidates], key=lambda found: found.rank)
    chosen: dict[str, str] = {}
    evidence: list[Evidence] = []
    for found in candidates:
        used = found.field not in chosen
        chosen.setdefault(found.field, found.value)
        evidence.append(Evidence(found.field, found.value, found.source, used, found.note))
    published = chosen.get("published")
    return Article(
        text=draft.text,
        paragraphs=draft.paragraphs,
        source=source,
        key=chosen.get("url") or key,
        title=chosen.get("title"),
        authors=(chosen["author"],) if "author" in chosen else (),
        published=PartialDate.parse(published) if published else None,
        outlet=chosen.get("outlet"),
        url=chosen.get("url"),
        language=chosen.get("language"),
        section=chosen.get("section"),
        media=draft.media,
        evidence=tuple(evidence),
        digest=digest,
    )
