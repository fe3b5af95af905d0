"""Paragraphs as locators in styles that think of pages: a bare number in them would be read as a page's."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

__all__ = ["cite_paragraphs"]

Clusters = list[list[dict[str, str]]]
_HERE = "ZQX"
"""Stands before a number to find it in what a style makes of it; letters that no escaping touches."""
_PAGE = re.compile(rf"(?<!\w)(?:pp?|pgs?|pages?|pág|pag|s|str|sid|с)\b\.?[\s\u00a0~]{{0,2}}{_HERE}", re.IGNORECASE)


def cite_paragraphs(cite: Callable[[Clusters], list[str]], clusters: Clusters, word: str) -> list[str]:
    """Return the citations, each paragraph named as such.

    Where a style sets the same for a page and a paragraph it knows pages alone: then the number gets its word (`Id. at
    para. 3`), or stays away where the style has written "p." before it.

    Args:
        cite: makes citations of clusters in the style.
        clusters: the CSL cites.
        word: the short word for a paragraph, "para." in English.
    """
    made = cite(clusters)
    if not any(one.get("label") == "paragraph" for cluster in clusters for one in cluster):
        return made
    as_pages = cite(_changed(clusters, label="page"))
    bare = [
        one == other and _has_locator(one, cluster)
        for one, other, cluster in zip(made, as_pages, clusters, strict=True)
    ]
    if not any(bare):
        return made
    found = cite(_changed(clusters, before=_HERE))
    if any(_PAGE.search(one) for one, is_bare in zip(found, bare, strict=True) if is_bare):
        return cite(_changed(clusters, leave=True))
    return [
        there.replace(_HERE, f"{word} ") if is_bare else one
        for one, there, is_bare in zip(made, found, bare, strict=True)
    ]


def _changed(clusters: Clusters, *, label: str = "paragraph", before: str = "", leave: bool = False) -> Clusters:
    """Return the clusters with their paragraphs labelled otherwise, marked, or left out."""

    def change(one: dict[str, str]) -> dict[str, str]:
        if one.get("label") != "paragraph":
            return one
        if leave:
            return {key: value for key, value in one.items() if key not in ("locator", "label")}
        return one | {"locator": before + one["locator"], "label": label}

    return [[change(one) for one in cluster] for cluster in clusters]


def _has_locator(citation: str, cluster: Sequence[dict[str, Any]]) -> bool:
    return any(one.get("label") == "paragraph" and one["locator"] in citation for one in cluster)
