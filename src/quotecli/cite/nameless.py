"""Works without an author in styles that would cite them by their year alone."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from quotecli.cite.items import Item
from quotecli.core.folding import fold

__all__ = ["with_names"]

_WORD = re.compile(r"\w{2,}")
_MARKUP = re.compile(r"</?span[^<>]*>")
_PARTS = ("container-title", "publisher", "title")
_NAMES = frozenset(("author", "director", "editor", "host", "interviewer"))


class _Citing(Protocol):
    @property
    def citation_format(self) -> str: ...

    def cite(self, clusters: Sequence[Sequence[Mapping[str, Any]]], output: str = "text") -> list[str]: ...


def with_names(processor: _Citing, items: list[Item]) -> list[Item]:
    """Return the items, those of which a style's citation would print no name and no title by their outlet or title.

    So manuals have an unsigned article: under the paper's name (CMOS 18, 14.98), else under its title.
    """
    if processor.citation_format not in ("author-date", "author"):
        return items
    nameless = [item for item in items if not _NAMES & item.keys()]
    printed = (
        processor.cite([[{"id": item["id"]}] for item in nameless]) if nameless else []
    )  # at once: each call costs
    bare = {item["id"] for item, citation in zip(nameless, printed, strict=True) if not _is_told(item, citation)}
    return [_named(item) if item["id"] in bare else item for item in items]


def _is_told(item: Item, citation: str) -> bool:
    told = {word for part in _PARTS for word in _words(_MARKUP.sub("", item.get(part, "")))}
    printed = _words(citation)
    return bool(told.intersection(printed)) or any(word.startswith("anon") for word in printed)


def _words(text: str) -> list[str]:
    return _WORD.findall(fold(text))


def _named(item: Item) -> Item:
    name = next(item[part] for part in _PARTS if item.get(part))
    return item | {"author": [{"literal": _MARKUP.sub("", name)}]}
