"""A source → articles: opens it, tells its kind, hands it to the kind's reader, turns what fails into one sentence."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator
from dataclasses import replace
from hashlib import blake2b
from importlib import import_module
from itertools import chain
from pathlib import Path
from typing import IO, Any

from quotecli.core.errors import MissingExtra, NotADocument, ReadError, TooLarge, UsageError
from quotecli.core.types import Article
from quotecli.read.bounds import Budget, Exhausted, time_limit
from quotecli.read.documents import Section
from quotecli.read.draft import MetaCandidate, Rank
from quotecli.read.item import Item, Result, digest_bytes, item
from quotecli.read.options import ReadFailure, ReadOptions, SourceRef
from quotecli.read.parts import MOST_PARTS
from quotecli.read.sniff import Kind, sniff
from quotecli.read.sources import SIDECAR, plain_reason

_SIDECAR_BYTES = 1 << 20

_DOCUMENTS = {
    Kind.TEXT: "quotecli.read.documents:read_text",
    Kind.MARKDOWN: "quotecli.read.documents:read_markdown",
    Kind.LATEX: "quotecli.read.documents:read_latex",
    Kind.WIKITEXT: "quotecli.read.documents:read_wikitext",
    Kind.HTML: "quotecli.read.documents:read_html",
    Kind.MHTML: "quotecli.read.documents:read_mhtml",
    Kind.WEBARCHIVE: "quotecli.read.documents:read_webarchive",
    Kind.MAIL: "quotecli.read.documents:read_mail",
    Kind.PDF: "quotecli.read.documents:read_pdf",
    Kind.DOCX: "quotecli.read.documents:read_docx",
    Kind.ODT: "quotecli.read.documents:read_odt",
    Kind.RTF: "quotecli.read.documents:read_rtf",
    Kind.EPUB: "quotecli.read.documents:read_epub",
}
"""Kinds that are documents, most of them one: `(bytes, Item) -> Iterator[Section]`."""

_CONTAINERS = {
    Kind.JSON: "quotecli.read.records:read_json",
    Kind.TABLE: "quotecli.read.records:read_table",
    Kind.FEED: "quotecli.read.feeds:read_feed",
    Kind.ENEX: "quotecli.read.enex:read_enex",
    Kind.MBOX: "quotecli.read.mail:read_mbox",
    Kind.WARC: "quotecli.read.archives.warc:read_warc",
    Kind.ZIP: "quotecli.read.archives.packed:read_zip",
    Kind.GZIP: "quotecli.read.archives.packed:read_packed",
    Kind.BZIP2: "quotecli.read.archives.packed:read_packed",
    Kind.XZ: "quotecli.read.archives.packed:read_packed",
}
"""Kinds that may hold many: `(Item, ReadOptions, Reader) -> Iterator[Article | ReadFailure]`."""

_ARCHIVES = frozenset({Kind.ZIP, Kind.GZIP, Kind.BZIP2, Kind.XZ, Kind.WARC})
"""Those of them that may hold one another, which is bounded."""


def read(ref: SourceRef, options: ReadOptions) -> Iterator[Result]:
    """Read one source; never raises for bad input.

    Standard input (`-`) can be read once, and only in the process that owns it.

    Args:
        ref: as `iter_sources` gives it.
        options: what the user says about it.

    Yields:
        Its articles, in order; and a failure for the source, or for each of its members, that can't be read.
        `Article.source` is `ref.display`, or `ref.display#member` for members of archives, lines of JSON Lines
        and items of feeds, where a member that has an id of its own is named by it.
    """
    try:
        if ref.is_url:
            from quotecli.read.web import read_url

            yield from read_url(ref, options, read_item)
            return
        stream = sys.stdin.buffer if ref.location == "-" else open_regular(ref.location)
    except OSError as error:
        yield ReadFailure(ref.display, plain_reason(error))
        return
    except (ReadError, MissingExtra) as error:
        yield ReadFailure(ref.display, str(error))
        return
    try:
        yield from _read_stream(ref, stream, options)
    finally:
        if ref.location != "-":
            stream.close()


def _read_stream(ref: SourceRef, stream: IO[bytes], options: ReadOptions) -> Iterator[Result]:
    name = "" if ref.location == "-" else Path(ref.display).name
    size = os.fstat(stream.fileno()).st_size if name else options.bounds.unpacked
    budget = Budget(options.bounds, size)
    try:
        opened = item(stream, name=name, source=ref.display, key=name or "-", budget=budget)
        opened = replace(opened, candidates=_sidecar(ref))
    except (OSError, ReadError) as error:
        yield ReadFailure(ref.display, plain_reason(error) if isinstance(error, OSError) else str(error))
        return
    digest: str | None = None
    for result in read_item(opened, options):
        if isinstance(result, Article) and result.source == ref.display:
            if name:
                digest = digest or digest_of(ref)
                yield replace(result, digest=digest)
            else:
                yield _from_stdin(result)
        else:
            yield result


def _from_stdin(article: Article) -> Article:
    """Name a document that came without a name by its content, so that two of them are two documents."""
    mark = article.digest[:12]
    return replace(article, source=f"-#{mark}", key=article.url or f"-#{mark}")


def read_item(opened: Item, options: ReadOptions) -> Iterator[Result]:
    """Read one thing of any kind: what can't be read becomes a failure, and what is spent for the source ends it.

    Raises:
        Exhausted: only inside of a container, when the source has used up its bounds.
    """
    kind: Kind | None = None
    try:
        kind = sniff(opened.head, opened.name, opened.media_type)
        opened.budget.restart()
        if kind in _DOCUMENTS:
            yield from _documents(opened, options, kind)
        elif kind in _ARCHIVES and opened.depth >= options.bounds.nesting:
            raise TooLarge(f"archives nested more than {options.bounds.nesting} deep")  # noqa: TRY301
        else:
            for result in _load(_CONTAINERS[kind])(opened, options, read_item):
                yield result
                opened.budget.restart()
    except Exhausted as error:
        if opened.depth:
            raise
        yield ReadFailure(opened.source, str(error))
    except (ReadError, MissingExtra) as error:
        yield ReadFailure(opened.source, str(error))
    except UsageError:
        raise  # not the input's fault: the user's own table of outlets is wrong
    except (MemoryError, RecursionError):
        yield ReadFailure(opened.source, "nested too deeply, or too large for the memory")
    except Exception as error:  # noqa: BLE001 - parsers of hostile files raise anything; the next input must be read
        reason = f"damaged, or no {kind or 'document'} at all"
        if isinstance(error, OSError) and error.errno is not None:
            reason = plain_reason(error)
        yield ReadFailure(opened.source, reason)


def _documents(opened: Item, options: ReadOptions, kind: Kind) -> Iterator[Result]:
    """Read a document, or the several that databases write into one file, each of which is its own."""
    data = opened.data()
    drafts = _timed(_load(_DOCUMENTS[kind])(data, opened), options.bounds.seconds)
    first, second = next(drafts, None), next(drafts, None)
    if first is None or (second is None and not first.draft.text.strip()):
        raise NotADocument(f"no text in this {kind}")
    if second is None:
        yield _finish(first, opened, options, kind, digest_bytes(data))
    else:
        yield from _sections(chain((first, second), drafts), opened, options, kind)


def _timed(sections: Iterator[Section], seconds: float) -> Iterator[Section]:
    """Yield the documents of a file, each of which has its own time."""
    while True:
        with time_limit(seconds):
            section = next(sections, None)
        if section is None:
            return
        yield section


def _sections(sections: Iterator[Section], opened: Item, options: ReadOptions, kind: Kind) -> Iterator[Result]:
    """Finish the documents of one file.

    Each is named by its own id, else by its number; one from standard input by its content.
    """
    names: set[str] = set()
    said = repr(opened.candidates).encode("utf-8", "replace")  # a sidecar is true of all of them
    for number, section in enumerate(sections, 1):
        opened.budget.restart()
        opened.budget.record()
        if number > MOST_PARTS:
            yield ReadFailure(opened.source, f"holds more than {MOST_PARTS:,} articles; the rest is left out")
            return
        digest = digest_bytes(section.draft.text.encode("utf-8", "replace"), said)
        name = section.id or (digest[:12] if opened.source == "-" else str(number))
        name = name if name not in names else f"{name}.{number}"
        names.add(name)
        member = replace(opened, source=f"{opened.source}#{name}", key=f"{opened.key}#{name}")
        article = _finish(section, member, options, kind, digest)
        shared = article.url and article.key == article.url and _is_shared(article.url, opened, options)
        yield replace(article, key=f"{article.url}#{name}") if shared else article


def _is_shared(url: str, opened: Item, options: ReadOptions) -> bool:
    """Tell whether a document's address is that of the whole file, which many documents can't be known by."""
    from quotecli.read.metadata.urls import canonical

    files = [opened.source, opened.url, options.url, *(one.value for one in opened.candidates if one.field == "url")]
    return url in {canonical(one) for one in files if one}


def _finish(section: Section, opened: Item, options: ReadOptions, kind: Kind, digest: str) -> Article:
    from quotecli.read.metadata import finish

    with time_limit(options.bounds.seconds):
        return finish(
            section.draft,
            options=options,
            source=opened.source,
            key=opened.key,
            digest=digest,
            extra=(*opened.candidates, *_address(opened, kind)),
        )


def _address(opened: Item, kind: Kind) -> tuple[MetaCandidate, ...]:
    """Return the address that an archive names for a member; the reader of HTML and `finish` know of theirs."""
    if not opened.url or kind is Kind.HTML or opened.source.startswith(("http://", "https://")):
        return ()
    return (MetaCandidate("url", opened.url, "address in the archive", Rank.URL),)


def _load(where: str) -> Any:
    """Return the reader that a table names; imported only when its kind is met."""
    module, _, name = where.partition(":")
    return getattr(import_module(module), name)


def open_regular(path: str) -> IO[bytes]:
    """Open a regular file for reading, without waiting for the other end of a pipe that took its place.

    Raises:
        OSError: it can't be opened.
        NotADocument: it is no regular file.
    """
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
    number = os.open(path, flags)
    if not stat.S_ISREG(os.fstat(number).st_mode):
        os.close(number)
        raise NotADocument("not a regular file")
    return os.fdopen(number, "rb")


def digest_of(ref: SourceRef) -> str:
    """Return a digest of the raw bytes of a file and its sidecar, read in a stream: equal bytes, equal digest.

    For URLs and standard input, and for files that can't be read, it is "": they must be read to know.
    """
    if ref.is_url or ref.location == "-":
        return ""
    digest = blake2b(digest_size=16)
    try:
        with open_regular(ref.location) as stream:
            while piece := stream.read(1 << 18):
                digest.update(piece)
        digest.update(_sidecar_bytes(ref))
    except (OSError, NotADocument):
        return ""
    return digest.hexdigest()


def _sidecar_bytes(ref: SourceRef) -> bytes:
    if ref.is_url or ref.location == "-":
        return b""
    try:
        with open_regular(ref.location + SIDECAR) as stream:
            return stream.read(_SIDECAR_BYTES)
    except (OSError, NotADocument):
        return b""


def _sidecar(ref: SourceRef) -> tuple[MetaCandidate, ...]:
    """Return what the file's sidecar `NAME.meta.toml` says; a sidecar that is no TOML says nothing."""
    data = _sidecar_bytes(ref)
    if not data:
        return ()
    import tomllib

    from quotecli.read.fields import read_record

    try:
        said = tomllib.loads(data.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise NotADocument(f"its sidecar {Path(ref.display).name}{SIDECAR} is no TOML") from error
    return tuple(replace(found, source=f"sidecar {found.source}") for found in read_record(said, {}).candidates)


def article_from_text(
    text: str,
    *,
    title: str | None = None,
    date: str | None = None,
    outlet: str | None = None,
    author: tuple[str, ...] = (),
    url: str | None = None,
    source: str = "",
    key: str = "",
) -> Article:
    """Return an article of a text as it is, so that offsets into `text` hold (NUL and lone surrogates become U+FFFD).

    Args:
        text: the document.
        title: its title.
        date: when it was published.
        outlet: who printed it.
        author: who wrote it.
        url: its canonical URL.
        source: as `Article.source`.
        key: as `Article.key`; else `url`, else a digest of the text.
    """
    from quotecli.read.metadata import finish
    from quotecli.read.text import draft_from_text

    draft = draft_from_text(text)
    digest = digest_bytes(draft.text.encode())
    options = ReadOptions(outlet=outlet, date=date, author=author, title=title, url=url, force_meta=True)
    return finish(draft, options=options, source=source, key=key or f"text#{digest[:12]}", digest=digest)
