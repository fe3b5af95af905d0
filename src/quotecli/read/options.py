"""What goes into the room and what comes out beside articles: sources, options, failures. All of it pickles."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from quotecli.read.bounds import Bounds


@dataclass(frozen=True, slots=True)
class SourceRef:
    """One source to read.

    Attributes:
        location: absolute path, http(s) URL, or `-` for standard input. A path that isn't UTF-8 keeps its bytes as
            surrogates (`os.fsdecode`).
        display: what is stored and shown as `document`: the absolute path or the URL, safe to encode as UTF-8.
        container: may hold many documents (JSON Lines, CSV, zip, WARC, feed …), judged by the name alone.
        typed: the user named it, rather than a folder or a feed; only then may a URL point into the local network.
    """

    location: str
    display: str
    container: bool = False
    typed: bool = True

    @property
    def is_url(self) -> bool:
        """Whether it is fetched from the network."""
        return self.location.startswith(("http://", "https://"))


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What the user says about the sources.

    Attributes:
        outlet: who printed the documents, as typed.
        date: when they were published, as typed.
        author: names of the authors.
        title: title of the document.
        url: canonical URL of the document.
        force_meta: the five above override what a document says; otherwise they fill in what it doesn't say.
        include: globs; in folders only files that match one of them are read (empty: all).
        exclude: globs; in folders files and folders that match one of them are left out.
        field_map: our field → the field's name in records (`{"text": "body"}`); a dotted name reaches into objects.
        outlets_file: the user's own table of outlets.
        cache_file: where the validators of fetched feeds and pages are kept (ETag, Last-Modified); None keeps none.
        bounds: limits on size, nesting and time.
    """

    outlet: str | None = None
    date: str | None = None
    author: tuple[str, ...] = ()
    title: str | None = None
    url: str | None = None
    force_meta: bool = False
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    field_map: Mapping[str, str] = field(default_factory=dict)
    outlets_file: Path | None = None
    cache_file: Path | None = None
    bounds: Bounds = field(default_factory=Bounds)


@dataclass(frozen=True, slots=True)
class ReadFailure:
    """A source, or a part of one, that could not be read; or what is worth knowing of one that was.

    Attributes:
        display: the source as it would be stored (`path`, `path#member` or URL).
        error: one plain sentence without the path.
        lost: False where nothing is missing for it.
    """

    display: str
    error: str
    lost: bool = True
