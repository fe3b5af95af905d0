"""Article → quotations with attributions. One public name: `find_quotes`."""

from __future__ import annotations

from quotecli.core.types import Article, Quotation

__all__ = ["find_quotes"]


def find_quotes(article: Article, *, indirect: bool = False, explain: bool = False) -> list[Quotation]:
    """Return the quotations of `article` in order, each with its speaker and how sure that is.

    Args:
        article: the document as read; offsets of the result are into `article.text`.
        indirect: also return what is reported without quotation marks, as kind `indirect`.
        explain: fill `Quotation.why`.
    """
    from quotecli.find.attribute import attribute

    return attribute(article, indirect=indirect, explain=explain)
