"""What was said of documents that versions before 0.14.0 added: they kept no more of it than a hash.

What was said is part of what they stored, so that the hash tells which part.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from hashlib import blake2b
from itertools import product
from typing import TYPE_CHECKING, Any

from quotecli.app.intake.said import mark_of_words

if TYPE_CHECKING:
    from quotecli.core.types import Article
    from quotecli.store import Store

__all__ = ["in_words"]

_NAMES = ("outlet", "date", "author", "title", "url")
_MOST_TRIED = 200
"""Documents of a container that are tried: what was said of it is the outlet of those that don't tell theirs."""
_HASHED = re.compile(r"(?P<digest>[0-9a-f]{32}\+)(?P<hash>[0-9a-f]{8})")


def in_words(store: Store, source: str, digest: str | None) -> str | None:
    """Return a digest as it is stored, with what was said in words where it stands there as a hash.

    Args:
        store: which holds the document.
        source: path of the document, or of the container that it is in.
        digest: of this document, or one in this container.
    """
    hashed = _HASHED.fullmatch(digest or "")
    if hashed is None:
        return digest
    held = store.sources_at(source)
    said = next(filter(None, (_said(store.article(one), hashed["hash"]) for one in held[:_MOST_TRIED])), None)
    if said is None and held == [source]:
        said = _perhaps_said(store.article(source))
    return hashed["digest"].removesuffix("+") + mark_of_words(said or {})


def _said(article: Article, wanted: str) -> dict[str, Any] | None:
    """Return the words that have this hash; None where they were typed otherwise than they are stored."""
    return next((said for said in _sayings(article) if _hash(said) == wanted), None)


def _perhaps_said(article: Article) -> dict[str, Any]:
    """Return what may have been said of a document, and is true of it: typed otherwise ("tide" for The Tide)."""
    return {"outlet": article.outlet, "date": str(article.published or ""), "author": article.authors}


def _sayings(article: Article) -> Iterator[dict[str, Any]]:
    """Yield what may have been said of a document that is stored so: the shortest first."""
    date = str(article.published) if article.published else None
    held = (article.outlet, date, tuple(article.authors), article.title, article.url)
    for force, indirect in product((False, True), repeat=2):
        for chosen in product((False, True), repeat=len(_NAMES)):
            said = {name: value for name, value, takes in zip(_NAMES, held, chosen, strict=True) if takes and value}
            yield {**said, **({"force_meta": True} if force else {}), **({"indirect": True} if indirect else {})}


def _hash(said: dict[str, Any]) -> str:
    """Return the hash as it was made."""
    words = tuple(said.get(name, () if name == "author" else None) for name in _NAMES)
    made_of: tuple[Any, ...] = ((*words, "force_meta" in said), [], "indirect" in said)
    return blake2b(repr(made_of).encode("utf-8", "surrogatepass"), digest_size=4).hexdigest()
