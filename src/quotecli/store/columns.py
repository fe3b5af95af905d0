"""Prepares quotes for the store column by column: their rows, and the lines and words that they are found by.

A step that runs over the quotes of many documents in one call costs a fraction of what it costs quote by quote.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain, islice, repeat
from typing import Any, NamedTuple

from quotecli.core.ids import occurrences, quote_numbers
from quotecli.core.types import Quotation
from quotecli.store.codec import KIND_NUMBERS, ROLE_NUMBERS, date_code, signed, storable
from quotecli.store.facts import with_facts
from quotecli.store.shared import Numbers
from quotecli.store.words import fold_and_cut

__all__ = [
    "COLUMNS",
    "DAY",
    "FAMILY",
    "ID",
    "KIND",
    "NUMBER",
    "PART_OF",
    "TEXT",
    "VOICE",
    "Columns",
    "Placed",
    "Row",
    "columns",
]

Row = tuple[Any, ...]

COLUMNS = (
    "id, document, number, voice, day, said, kind, role, confidence, paragraph, start, said_as, cue, via, part_of,"
    " family, text"
)
"""The columns of a quote's row."""
_NAMES = COLUMNS.split(", ")
ID, NUMBER, VOICE, DAY, KIND, PART_OF, FAMILY, TEXT = 0, 2, 3, 4, 6, 14, 15, 16
_SPARSE = {"via", "part_of", "family"}


class Placed(NamedTuple):
    """A document's quotations with the numbers that the store gave it.

    Attributes:
        quotations: what was found in it.
        document: its number.
        key: what names it in any store.
        outlet: number of who printed it.
        published: its date as the store writes it.
        first: row of its first quote.
        ids: the number of each quote where its words are corrected ones, None where its words tell it.
    """

    quotations: Sequence[Quotation]
    document: int
    key: str
    outlet: int | None
    published: int | None
    first: int
    ids: Sequence[int] | None = None


class Columns(NamedTuple):
    """What is stored of quotes, a list for each column; all lists are in one order.

    Attributes:
        values: of the table of quotes, a list for each of `COLUMNS`.
        numbers: number of each row.
        voices: who said it.
        words: the words of each quote, parted by spaces.
        lines: what the index holds of it.
    """

    values: Sequence[Sequence[Any]]
    numbers: Sequence[int]
    voices: Sequence[int | None]
    words: Sequence[str]
    lines: Sequence[str]

    def rows(self) -> Iterable[Row]:
        """Return the rows of the table of quotes; each is made when it is read, so that none takes memory."""
        return zip(*self.values, strict=True)

    def filled(self) -> dict[str, Sequence[Any]]:
        """Return the columns by their names, without those that hardly a quote has when none of these does."""
        named = zip(_NAMES, self.values, strict=True)
        return {name: values for name, values in named if name not in _SPARSE or any(values)}


def columns(placed: Sequence[Placed], numbers: Numbers) -> Columns:
    """Prepare the quotes of these documents."""
    quotations = list(chain.from_iterable([document.quotations for document in placed]))
    if not quotations:
        return Columns(((),) * len(_NAMES), (), (), (), ())
    texts = [quotation.text for quotation in quotations]
    kinds = [quotation.kind for quotation in quotations]
    said_on = [quotation.said_on for quotation in quotations]
    pieces = [quotation.part_of for quotation in quotations]
    firsts = _of_each(placed, [document.first for document in placed])
    days = _of_each(placed, [document.published for document in placed])
    if any(said_on):
        days = [date_code(said) if said else day for said, day in zip(said_on, days, strict=True)]
    folded, lines = fold_and_cut(texts)
    ids = _ids(placed, folded)
    voices = numbers.voices([quotation.speakers for quotation in quotations])
    kind_numbers = list(map(KIND_NUMBERS.__getitem__, kinds))
    outlets = _of_each(placed, [document.outlet for document in placed])
    own = [row for document in placed for row in range(document.first, document.first + len(document.quotations))]
    cues = numbers.phrases([quotation.cue for quotation in quotations])  # first, for the smallest numbers
    values = (
        own,
        _of_each(placed, [document.document for document in placed]),
        ids,
        voices,
        days,
        [0 if said is None else 1 for said in said_on],
        kind_numbers,
        [ROLE_NUMBERS[quotation.role] for quotation in quotations],
        [round(quotation.confidence * 1000) for quotation in quotations],
        [quotation.paragraph for quotation in quotations],
        [quotation.start for quotation in quotations],
        numbers.phrases([quotation.said_as for quotation in quotations]),
        cues,
        numbers.phrases([quotation.via for quotation in quotations]),
        [None if piece is None else first + piece for first, piece in zip(firsts, pieces, strict=True)],
        (None,) * len(texts),
        texts if all(map(str.isascii, texts)) else list(map(storable, texts)),
    )
    return Columns(values, own, voices, lines, with_facts(lines, ids, voices, outlets, days, kind_numbers))


def _of_each(placed: Sequence[Placed], values: Iterable[Any]) -> list[Any]:
    """Repeat what each document has for each of its quotes."""
    return list(chain.from_iterable(map(repeat, values, [len(document.quotations) for document in placed])))


def _ids(placed: Sequence[Placed], folded: Sequence[str]) -> list[int]:
    """Return the number of each quote, as it is stored: made of its words, or that which its document tells."""
    keys = _of_each(placed, [document.key for document in placed])
    made = list(map(signed, quote_numbers(keys, folded, occurrences(keys, folded))))
    if all(document.ids is None for document in placed):
        return made
    left = iter(made)
    return [
        own if document.ids is None else document.ids[at]
        for document in placed
        for at, own in enumerate(islice(left, len(document.quotations)))
    ]
