"""What the store hands out besides articles and quotes: small named rows."""

from typing import Any, NamedTuple

from quotecli.core.dates import PartialDate

__all__ = ["Amendment", "Correction", "DocumentRow", "OutletRow", "Period", "Problem", "SpeakerRow", "WriteResult"]


class WriteResult(NamedTuple):
    """What writing one document did.

    Attributes:
        status: `added`, `updated` or `unchanged`; `refused` where a part of a document has quotes that the whole one
            in the store lacks.
        quotes: how many quotes the document has now.
        added: how many of them are new.
        removed: how many it had before and has no more.
        kept: how many stayed, with their ids.
        waiting: how many quotes that were corrected by hand it has no more; their corrections wait for them.
    """

    status: str
    quotes: int
    added: int
    removed: int
    kept: int
    waiting: int = 0


class DocumentRow(NamedTuple):
    """One document of the store.

    Attributes:
        id: its number in this store.
        source: path or URL.
        key: what names it in any store.
        title: as printed, or None.
        authors: names as printed.
        outlet: who printed it, or None.
        published: date of publication, or None.
        url: canonical URL, or None.
        quotes: how many quotes it has, of those that were asked for.
        digest: of the bytes it was read from.
    """

    id: int
    source: str
    key: str
    title: str | None
    authors: tuple[str, ...]
    outlet: str | None
    published: PartialDate | None
    url: str | None
    quotes: int
    digest: str


class SpeakerRow(NamedTuple):
    """One speaker of the store.

    Attributes:
        name: the name shown: the most frequent full spelling.
        quotes: how many quotes.
        documents: in how many documents.
        first: earliest date of a quote, or None.
        last: latest date, or None.
        spellings: all names linked to this speaker, the most frequent first.
    """

    name: str
    quotes: int
    documents: int
    first: PartialDate | None
    last: PartialDate | None
    spellings: tuple[str, ...]


class OutletRow(NamedTuple):
    """One outlet of the store; fields as in `SpeakerRow`."""

    name: str
    quotes: int
    documents: int
    first: PartialDate | None
    last: PartialDate | None


class Period(NamedTuple):
    """One year, month or day of a timeline; `date` is None for the quotes without one."""

    date: PartialDate | None
    quotes: int


class Problem(NamedTuple):
    """Something that is wrong with the store.

    Attributes:
        check: the check's name (`file`, `links`, `index`, `texts`, `ids`).
        message: one sentence.
    """

    check: str
    message: str


class Amendment(NamedTuple):
    """What somebody says of a quote or a document, against what was found.

    Attributes:
        document: path or URL.
        quote: id of the quote; None where it is the document's facts.
        value: the fields as they should be. Of a quote `speakers` (a list), `date`, `via`, `text`, `kind` and `speech`
            (false: it is no quotation); of a document `outlet`, `published`, `title`, `authors` (a list), `url`.
            Dates are texts; what is unknown is None.
    """

    document: str
    quote: str | None
    value: dict[str, Any]


class Correction(NamedTuple):
    """One correction made by hand.

    Attributes:
        step: number of the step that it belongs to; a step is made, and undone, as one.
        made: the moment, in ISO 8601.
        action: `edit`, `merge`, `alias`, `part` or `remove`.
        document: path or URL of the document, if it is of one.
        quote: id of the quote, if it is of one.
        value: what was set; names of `merge` and `alias` are `name` and `shown`, of `part` `name` and `other`.
        before: what stood there before.
        undone: the moment at which it was undone, or None.
    """

    step: int
    made: str
    action: str
    document: str | None
    quote: str | None
    value: dict[str, Any]
    before: dict[str, Any]
    undone: str | None
