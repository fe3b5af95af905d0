"""Article → quotations with attributions: `find_quotes`; and all that stands in marks, speech or not: `find_marked`."""

from __future__ import annotations

from quotecli.core.types import Article, Quotation, Span

__all__ = ["find_marked", "find_quotes", "may_be_listed"]


def find_quotes(article: Article, *, indirect: bool = False, explain: bool = False) -> list[Quotation]:
    """Return the quotations of `article` in order, each with its speaker and how sure that is.

    Args:
        article: the document as read; offsets of the result are into `article.text`.
        indirect: also return what is reported without quotation marks, as kind `indirect`.
        explain: fill `Quotation.why`.
    """
    from quotecli.find.attribute import attribute

    return attribute(article, indirect=indirect, explain=explain)


def find_marked(article: Article) -> list[Span]:
    """Return every stretch of `article.text` in outer quotation marks, the marks left out, in order.

    Scare quotes, titles of works and names of things are among them.
    """
    from quotecli.find.pieces import find_pieces

    return [Span(piece.start, piece.end) for piece in find_pieces(article) if piece.style == "marks"]


def may_be_listed(article: Article) -> list[Span]:
    """Return the paragraphs of `article` that may be entries of a reference list, so that titles stand in marks there.

    What is an entry for sure has no stretch in `find_marked`, and no quotation.
    """
    from quotecli.find.structure.references import reference_lists

    _, others = reference_lists(article)
    return [Span(article.paragraphs[number].start, article.paragraphs[number].end) for number in sorted(others)]
