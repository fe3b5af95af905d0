"""What word processors' documents have in common: paragraphs with styles, and properties."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from quotecli.core.types import Role
from quotecli.read.draft import DraftBuilder, Rank

_ROLES = (
    (re.compile(r"title\b"), Role.HEADLINE),
    (re.compile(r"subtitle\b|sub-?head"), Role.SUBTITLE),
    (re.compile(r"(?:.* )?(?:quote|quotation|block text)\b"), Role.BLOCKQUOTE),
    (re.compile(r"caption\b"), Role.CAPTION),
    (re.compile(r"list\b"), Role.LIST),
    (re.compile(r"byline\b|author\b"), Role.BYLINE),
    (re.compile(r"(?:toc|table of|index|header|footer)\b"), Role.BOILERPLATE),
)
_HEADING = re.compile(r"heading\b")
_NOBODY = re.compile(
    r"(?:microsoft|windows|office|user|admin|administrator|author|owner|unknown|anonymous|\(anonymous\)|python-docx|pc|default)(?!\w).*",
    re.IGNORECASE,
)
_FILE_NAME = re.compile(
    r"(?:microsoft word - .*|.*\.(?:docx?|odt|pdf|rtf|indd|qxp)|untitled.*|\(anonymous\)|document\d*)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Written:
    """A paragraph as it was written.

    Attributes:
        text: its text.
        style: its style's English name in lower case, or "".
        is_listed: it stands in a list.
        breaks: page breaks within it, as the program last set them.
    """

    text: str
    style: str
    is_listed: bool
    breaks: int


def add_paragraphs(builder: DraftBuilder, paragraphs: Iterable[Written]) -> None:
    """Add paragraphs with the roles of their styles, and the pages where the document keeps its breaks."""
    found = list(paragraphs)
    is_paged = any(paragraph.breaks for paragraph in found)
    page, is_first = 1, True
    for paragraph in found:
        role, is_heading = _role(paragraph, is_first=is_first)
        if paragraph.text.strip():
            builder.add(paragraph.text, role, page=page if is_paged else None)
            is_first = is_first and is_heading
            if role is Role.HEADLINE:
                builder.candidate("title", paragraph.text, "paragraph in the style Title", rank=Rank.ARTICLE_META)
        page += paragraph.breaks


def _role(paragraph: Written, *, is_first: bool) -> tuple[Role, bool]:
    """Return the role that a style gives, and whether it is a heading; the first heading is the headline."""
    if _HEADING.match(paragraph.style):
        return (Role.HEADLINE if is_first else Role.BODY), True
    role = next((role for pattern, role in _ROLES if pattern.match(paragraph.style)), Role.BODY)
    if role is Role.BODY and paragraph.is_listed:
        return Role.LIST, False
    return role, role in {Role.HEADLINE, Role.SUBTITLE}


def add_properties(builder: DraftBuilder, title: str, creator: str, language: str, kind: str) -> None:
    """Note the properties that a writing program keeps; the names of its users and files are no candidates."""
    if not _FILE_NAME.fullmatch(title):
        builder.candidate("title", title, f"{kind} property title", rank=Rank.META)
    if not _NOBODY.fullmatch(creator):  # who saved the file: what the article prints goes before
        builder.candidate("author", creator, f"{kind} property author", rank=Rank.URL)
    builder.candidate("language", language, f"{kind} property language", rank=Rank.META)
