"""From an article and its quotations to quotes with ids, as stored and listed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quotecli.core.folding import fold
from quotecli.core.ids import format_id, occurrences, quote_numbers
from quotecli.core.kept import Kept
from quotecli.core.names import filed_authors
from quotecli.core.types import FILED_AUTHOR, Article, Quotation, Quote, Span, context_of


def as_quotes(article: Article, quotations: Sequence[Quotation]) -> list[Quote]:
    """Return the quotations as quotes of their article, without what only a store knows (families, people)."""
    ids = ids_of(article.key, [quotation.text for quotation in quotations])
    return [_quote(article, quotation, ids, index) for index, quotation in enumerate(quotations)]


def ids_of(key: str, texts: Sequence[str]) -> list[str]:
    """Return the ids of all the quotations of the document that has this key, given their words in order."""
    folded = [fold(text) for text in texts]
    keys = [key] * len(folded)
    return [format_id(number) for number in quote_numbers(keys, folded, occurrences(keys, folded))]


def kept_quotes(kept: Kept, places: Sequence[int]) -> Iterator[Quote]:
    """Yield those quotations of a store's document that stand at these places, as quotes of the store."""
    for index in places:
        yield _quote(kept.article, kept.quotations[index], kept.ids, index)._replace(speakers=kept.shown[index])


def context_sizes(kept: Kept) -> int:
    """Return how many characters the contexts of a document's quotations have in all."""
    total = 0
    for quotation in kept.quotations:
        paragraph = kept.article.paragraphs[quotation.paragraph - 1]
        around = context_of(kept.article.text, Span(paragraph.start, paragraph.end), quotation.start, quotation.end)
        total += around.end - around.start
    return total


def _quote(article: Article, quotation: Quotation, ids: Sequence[str], index: int) -> Quote:
    date = quotation.said_on or article.published
    paragraph = article.paragraphs[quotation.paragraph - 1]
    around = context_of(article.text, Span(paragraph.start, paragraph.end), quotation.start, quotation.end)
    printed = article.text[quotation.start : quotation.end]
    return Quote(
        id=ids[index],
        text=quotation.text,
        speakers=quotation.speakers,
        said_as=quotation.said_as,
        date=date,
        date_kind=None if date is None else "said" if quotation.said_on else "published",
        outlet=article.outlet,
        via=quotation.via,
        kind=quotation.kind,
        part_of=None if quotation.part_of is None else ids[quotation.part_of],
        role=quotation.role,
        confidence=quotation.confidence,
        title=article.title,
        authors=article.authors,
        published=article.published,
        url=article.url,
        document=article.source,
        paragraph=quotation.paragraph,
        start=quotation.start,
        end=quotation.end,
        context=article.text[around.start : around.end],
        context_start=around.start,
        printed=None if printed == quotation.text else printed,
        filed=filed_authors(article.authors, (one.value for one in article.evidence if one.field == FILED_AUTHOR)),
    )
