"""Builds articles from bare text for the tests of the find room."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from quotecli.core.dates import PartialDate
from quotecli.core.types import Article, Paragraph, Role

ArticleMaker = Callable[..., Article]


@pytest.fixture(scope="session")
def as_article() -> ArticleMaker:
    """Return a function that makes an article of a text, one paragraph a line, roles by index or `body`."""

    def make(
        text: str, roles: dict[int, Role] | None = None, published: str | None = None, **fields: object
    ) -> Article:
        spans = [found.span() for found in re.finditer(r"\S(?:[^\n]*\S)?", text)]
        paragraphs = tuple(
            Paragraph(start, end, (roles or {}).get(number, Role.BODY)) for number, (start, end) in enumerate(spans)
        )
        date = PartialDate.parse(published) if published else None
        return Article(text, paragraphs, published=date, **fields)  # type: ignore[arg-type]

    return make
