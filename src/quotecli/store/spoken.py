"""What stands beside a quote: the other pieces of its statement, and what is said in its paragraph."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import NamedTuple

from quotecli.store.bulk import marks
from quotecli.store.codec import text_from
from quotecli.store.reading import voice_names

__all__ = ["MOST_PIECES", "Said", "said_beside"]

MOST_PIECES = 12
"""Quotes among which the pieces of one statement are looked for: they stand one behind the other."""

_BESIDE = f"""
SELECT DISTINCT n.id, coalesce(n.part_of, n.id), n.document, n.paragraph, n.voice, n.confidence, n.start, n.text
FROM quotes q JOIN quotes n ON n.id BETWEEN q.id - {MOST_PIECES} AND q.id + {MOST_PIECES - 1}
    AND n.document = q.document
    AND (n.paragraph = q.paragraph OR coalesce(n.part_of, n.id) = coalesce(q.part_of, q.id))
WHERE q.id IN ({{}})
"""


class Said(NamedTuple):
    """A quote as far as it is held against others, which takes a tenth of what reading it whole does.

    Attributes:
        row: its row number.
        first: that of the first piece of its statement.
        document: the row number of its document.
        paragraph: number from 1.
        start: offset into the document's text.
        text: its words.
        speakers: as shown.
        confidence: 0 to 1.
    """

    row: int
    first: int
    document: int
    paragraph: int
    start: int
    text: str
    speakers: tuple[str, ...]
    confidence: float


def said_beside(db: sqlite3.Connection, rows: Sequence[int]) -> dict[int, Said]:
    """Return, by row, the quotes of these rows and those near them of the same statements or paragraphs, in order."""
    found = sorted(db.execute(_BESIDE.format(marks(rows)), tuple(rows)))
    voices = voice_names(db, (row[4] for row in found if row[4] is not None))
    return {
        row: Said(row, first, document, paragraph, start, text_from(text), voices.get(voice, ()), confidence / 1000)
        for row, first, document, paragraph, voice, confidence, start, text in found
    }
