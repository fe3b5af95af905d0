"""Files that were moved or renamed since they were added: their documents are the same ones at another place.

So their quotes keep their ids, what was put right by hand and what was said of them holds, and nobody finds each of
them twice. A document has moved where its file is gone and a new one has the same bytes; where something else is said
of the new one it is another document.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from quotecli.app.intake.pipeline import Reading
from quotecli.app.intake.said import mark_in, mark_of, with_what_was_said
from quotecli.app.intake.said_as_hash import in_words
from quotecli.core.types import Article
from quotecli.read import SourceRef, digest_of, read
from quotecli.read.sniff import suffix
from quotecli.read.sources import is_file_there

if TYPE_CHECKING:
    from quotecli.store import Store

__all__ = ["Moved", "Moves", "is_gone"]


@dataclass(frozen=True, slots=True)
class Moved:
    """A document that was read from one path and is now the one of another."""

    old: str
    new: str


def is_gone(document: str) -> bool:
    """Tell whether the file is no longer there that a document, or the container that it is in, was read from."""
    paths = (document, document.partition("#")[0])
    return Path(document).is_absolute() and not any(is_file_there(path) for path in paths)


class Moves:
    """Knows documents again whose file was moved, and lets the store know them at their new place."""

    def __init__(self, store: Store, asked: Reading) -> None:
        """Take the store, and what is said now of all that is added."""
        self._store, self._asked = store, asked
        self._moved: list[Moved] = []

    def told(self) -> Iterator[Moved]:
        """Yield what has moved since this was asked last."""
        moved, self._moved = self._moved, []
        yield from moved

    def digest_before(self, ref: SourceRef) -> str | None:
        """Return the digest, with what was said, of the document that a new source has; None where it is really new.

        The document of a file moves by this; those in a container one by one, when they are read.
        """
        if ref.is_url or ref.location == "-":
            return None
        if ref.container:
            return self._of_container(ref)
        digest = digest_of(ref)
        for old, before in self._left_by(digest, ref, ""):
            if self._says_nothing_else(before) and self._move(old, ref.display, ""):
                return before
        return None

    def follow(self, ref: SourceRef, article: Article, reading: Reading) -> None:
        """Let a document of a container move, which is to be read as it was before it moved."""
        if ref.is_url or ref.location == "-" or not article.source.startswith(f"{ref.display}#"):
            return
        inside = article.source.removeprefix(ref.display)
        for old, before in self._left_by(article.digest, ref, inside):
            as_now = before == article.digest + mark_of(reading)
            if as_now and self._move(old.removesuffix(inside), ref.display, inside):
                return

    def _of_container(self, ref: SourceRef) -> str | None:
        """Return what is known of a container's first document, where a container of its kind has gone."""
        if suffix(ref.display) not in self._gone_containers:
            return None
        first = next(read(ref, self._asked.options), None)
        if not isinstance(first, Article):
            return None
        left = self._left_by(first.digest, ref, first.source.removeprefix(ref.display))
        return next((before for _, before in left if self._says_nothing_else(before)), None)

    @cached_property
    def _gone_containers(self) -> set[str]:
        """The suffixes of containers that the store has documents of, and that are gone."""
        places = {source.partition("#")[0] for source in self._store.sources() if "#" in source}
        return {suffix(place) for place in places if is_gone(place)}

    def _left_by(self, digest: str, ref: SourceRef, inside: str) -> Iterator[tuple[str, str]]:
        """Yield documents of these bytes whose file has gone, with their digests."""
        if digest:
            for old, before in self._store.read_from(digest):
                same_kind = suffix(old.removesuffix(inside)) == suffix(ref.display)  # else it may be read otherwise
                if old.endswith(inside) and same_kind and is_gone(old):
                    yield old, in_words(self._store, old, before) or before

    def _says_nothing_else(self, before: str) -> bool:
        return mark_in(before) == mark_of(with_what_was_said(self._asked, before))

    def _move(self, old: str, new: str, inside: str) -> bool:
        moved = self._store.move(old, new, inside)
        if moved:
            self._moved.append(Moved(old + inside, new + inside))
        return moved
