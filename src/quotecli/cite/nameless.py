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
_NAMES = frozenset(("author", "editor", "interviewer"))


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
    return [item if _NAMES & item.keys() or _is_told(processor, item) else _named(item) for item in items]


def _is_told(processor: _Citing, item: Item) -> bool:
    told = {word for part in _PARTS for word in _words(_MARKUP.sub("", item.get(part, "")))}
    printed = _words(processor.cite([[{"id": item["id"]}]])[0])
    return bool(told.intersection(printed)) or any(word.startswith("anon") for word in printed)


def _words(text: str) -> list[str]:
    return _WORD.findall(fold(text))


def _named(item: Item) -> Item:
    name = next(item[part] for part in _PARTS if item.get(part))
    return item | {"author": [{"literal": _MARKUP.sub("", name)}]}
