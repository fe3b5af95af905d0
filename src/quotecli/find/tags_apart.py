"""A reporter's clause that a line break set apart from its quotation is read with it.

Pages and PDFs break such lines: “It is done,” ¶ Hale told reporters. A quotation that ends with a comma goes on there.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import replace

from quotecli.core.article import Article, Paragraph
from quotecli.core.quotation import Quotation
from quotecli.core.types import Role
from quotecli.find.words.lexicon import cue_class

__all__ = ["with_tags_joined"]

_GOES_ON = re.compile(r"[^\s,],[”\"’'»“]|[^\W\d_][”\"’'»“],")
"""How a quotation ends whose sentence goes on: the comma stands inside the marks, in Britain behind them."""
_LONGEST_NAME = 6
"""Words before the verb: "Senate Majority Leader Mitch McConnell said"."""
_OPENING = re.compile(rf"(?:[^\W\d_][\w’'.-]*[ \u00a0]?){{1,{_LONGEST_NAME + 1}}}")
_SPEAKING = frozenset(("say", "tell", "ask", "write"))
"""Classes of verbs in a reporter's clause."""


def with_tags_joined(article: Article, find: Callable[[Article], list[Quotation]]) -> list[Quotation]:
    """Return what `find` finds in an article whose paragraphs are joined where a reporter's clause stands apart.

    Offsets and numbers of paragraphs are those of the article as it is.
    """
    paragraphs = _joined(article)
    if len(paragraphs) == len(article.paragraphs):
        return find(article)
    starts = [paragraph.start for paragraph in article.paragraphs]
    found = find(replace(article, paragraphs=tuple(paragraphs)))
    return [replace(one, paragraph=bisect_right(starts, one.start)) for one in found]


def _joined(article: Article) -> list[Paragraph]:
    joined: list[Paragraph] = []
    for paragraph in article.paragraphs:
        if joined and _is_broken(article.text, joined[-1], paragraph):
            joined[-1] = replace(joined[-1], end=paragraph.end)
        else:
            joined.append(paragraph)
    return joined


def _is_broken(text: str, before: Paragraph, after: Paragraph) -> bool:
    """Tell whether the one paragraph ends with a quotation that goes on, and the other begins with who says it."""
    if text[max(before.end - 1, 0)] not in "”\"’'»“," or before.role is not Role.BODY or after.role is not Role.BODY:
        return False
    if not _GOES_ON.fullmatch(text, max(before.end - 3, before.start), before.end):
        return False
    opening = _OPENING.match(text, after.start, after.end)
    return opening is not None and any(cue_class(word.lower().strip(".")) in _SPEAKING for word in opening[0].split())
