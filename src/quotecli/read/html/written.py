"""Pages that a word processor wrote: the paragraph in the style Title, and who wrote the document."""

from __future__ import annotations

import re
from itertools import islice
from typing import Any

from quotecli.read.draft import DraftBuilder, Rank
from quotecli.read.office.paragraphs import add_properties

__all__ = ["note_document", "set_title"]

_WITHIN = 20_000
_MOST = 50
_STYLES = frozenset({"MsoTitle", "MsoTitleCxSpFirst", "title"})
_PROGRAMS = re.compile(r"class=[\"']?(?:Mso|WordSection|[^\"'<>]{0,40}\bdoc-content\b)|xmlns:w=", re.IGNORECASE)
_HINTS = ("mso", "wordsection", "doc-content", "xmlns:w=")
"""What the pattern above holds, which takes longer to look for."""
_AUTHOR = re.compile(r"<o:Author>([^<>]{2,80})</o:Author>")


def set_title(markup: str, root: Any) -> str:
    """Make a heading of the paragraph that Word or Google Docs wrote in the style Title; return its text, or ""."""
    head = markup[:_WITHIN].lower()
    if not (any(map(head.count, _HINTS)) and _PROGRAMS.search(head)) or next(root.iter("h1"), None) is not None:
        return ""
    for paragraph in islice(root.iter("p"), _MOST):
        if not _STYLES.isdisjoint((paragraph.get("class") or "").split()):
            text = " ".join("".join(paragraph.itertext()).split())
            if text:
                paragraph.tag = "h1"
                return text
    return ""


def note_document(builder: DraftBuilder, markup: str, title: str) -> None:
    """Note the title in its style, which goes before the document's property, and the document's author."""
    builder.candidate("title", title, "paragraph in the style Title", rank=Rank.ARTICLE_META)
    if author := _AUTHOR.search(markup[:_WITHIN]):
        add_properties(builder, "", author[1], "", "document")
