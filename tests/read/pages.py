"""What the tests of text, Markdown and HTML share: a fixture → its article and its facts as plain data."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from quotecli.core.types import Article
from quotecli.read.draft import Draft
from quotecli.read.html import draft_from_html
from quotecli.read.markdown import draft_from_markdown
from quotecli.read.metadata import finish
from quotecli.read.options import ReadOptions
from quotecli.read.text import draft_from_text

FOLDER = Path(__file__).resolve().parents[1] / "fixtures" / "pages"
_READERS: dict[str, Callable[[str], Draft]] = {".html": draft_from_html, ".md": draft_from_markdown}


def finished(draft: Draft, *, source: str = "/pages/page", **options: Any) -> Article:
    """Make an article of a draft, with these options."""
    return finish(draft, options=ReadOptions(**options), source=source, key="page")


def page(markup: str, *, url: str | None = None, **options: Any) -> Article:
    """Read a web page."""
    return finished(draft_from_html(markup, url=url), source=url or "/pages/page.html", **options)


def plain(text: str, **options: Any) -> Article:
    """Read plain text."""
    return finished(draft_from_text(text), source="/pages/page.txt", **options)


def fixture(name: str) -> Article:
    """Read a file of tests/fixtures/pages."""
    path = FOLDER / name
    return finished(
        _READERS.get(path.suffix, draft_from_text)(path.read_text(encoding="utf-8")), source=f"/pages/{name}"
    )


def roles(article: Article) -> list[tuple[str, str]]:
    """Return (role, text) of each paragraph."""
    return [(str(one.role), article.text[one.start : one.end]) for one in article.paragraphs]


def facts(article: Article) -> dict[str, Any]:
    """Return what a fixture's `.json` holds."""
    paragraphs = []
    for one in article.paragraphs:
        entry: list[Any] = [str(one.role), article.text[one.start : one.end]]
        if one.source:
            entry.append(article.text[one.source.start : one.source.end])
        if one.time is not None:
            entry.append(one.time)
        paragraphs.append(entry)
    return {
        "title": article.title,
        "authors": list(article.authors),
        "published": str(article.published) if article.published else None,
        "published_at": article.published_at,
        "updated": str(article.updated) if article.updated else None,
        "outlet": article.outlet,
        "url": article.url,
        "language": article.language,
        "section": article.section,
        "media": article.media,
        "paragraphs": paragraphs,
    }


def used(article: Article, field: str) -> list[tuple[str, str]]:
    """Return (value, source) of the evidence that was used for a field."""
    return [(one.value, one.source) for one in article.evidence if one.field == field and one.used]
