"""What the tests of the readers share: bytes under a name → what `read` makes of them."""

from __future__ import annotations

from pathlib import Path

from quotecli.core.types import Article
from quotecli.read import ReadFailure, ReadOptions, SourceRef, iter_sources, read
from quotecli.read.metadata.authors import read_authors

Results = list[Article | ReadFailure]


def read_file(path: Path, **options: object) -> Results:
    """Read one file by itself."""
    chosen = ReadOptions(**options)  # type: ignore[arg-type]
    found: Results = []
    for ref in iter_sources([str(path)], chosen):
        found += read(ref, chosen) if isinstance(ref, SourceRef) else [ref]
    return found


def read_bytes(folder: Path, name: str, data: bytes | str, **options: object) -> Results:
    """Write a file of this name and read it."""
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return read_file(path, **options)


def only_article(results: Results) -> Article:
    """Return the one article that was read."""
    assert [type(result) for result in results] == [Article], results
    assert isinstance(results[0], Article)
    return results[0]


def only_error(results: Results) -> str:
    """Return the one reason for which nothing was read."""
    assert [type(result) for result in results] == [ReadFailure], results
    assert isinstance(results[0], ReadFailure)
    return results[0].error


def names_in(byline: str) -> list[str]:
    """Return the names of a byline's writers."""
    return [author.name for author in read_authors(byline)]


def paragraphs(article: Article) -> list[str]:
    """Return the texts of the paragraphs."""
    return [article.text[part.start : part.end] for part in article.paragraphs]
