"""Paragraphs in which capitals tell nothing, since all words have them."""

from __future__ import annotations

from quotecli.core.types import Article, Role


def title_case_paragraphs(article: Article) -> frozenset[int]:
    """Return the indices of paragraphs whose words nearly all begin with a capital: there capitals name nobody."""
    found: set[int] = set()
    for number, paragraph in enumerate(article.paragraphs):
        if paragraph.end - paragraph.start > 200 and paragraph.role is Role.BODY:
            continue
        words = [w for w in article.text[paragraph.start : paragraph.end].split() if w[0].isalpha()]
        long = [w for w in words if len(w) > 3]
        if len(words) < 5 or len(long) < 3:
            continue
        capitals = len([w for w in long if w[0].isupper()])
        if capitals >= 0.8 * len(long) and sum(w[0].islower() for w in words) <= 0.35 * len(words):
            found.add(number)
    return frozenset(found)
