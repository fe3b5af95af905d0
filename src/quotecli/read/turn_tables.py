"""Transcripts that are set as tables: one column says who speaks, another what."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

__all__ = ["TurnTable", "turn_table"]

_SPEAKERS = frozenset(
    "speaker speakers name who participant person interlocutor voice sprecher sprecherin locuteur intervenant hablante"
    " parlante spreker".split()
)
_WORDS = frozenset(
    "text transcript transcription words speech utterance dialogue dialog statement said response answer quote"
    " quotation comment transkript äußerung texte paroles texto testo tekst".split()
)
_TIME = re.compile(
    r"\W*(?:\d{1,2}:)?\d{1,2}:\d\d(?:[.,]\d{1,3})?(?:\W{1,3}(?:\d{1,2}:)?\d{1,2}:\d\d(?:[.,]\d{1,3})?)?\W*"
)
_LABEL = re.compile(r"[^\W\d_][^\n.,;?!“”\"]{0,40}:?")
_ENDED = re.compile(r"[.?!…][\"”’)\]]*$")
_FEWEST = 3
_MOST_COLUMNS = 5
_LABEL_WORDS = 5
_LONGER = 2.0  # times as long as the labels are the words
_ENDING = 0.4  # of the words end as sentences do


class TurnTable(NamedTuple):
    """Where the turns stand: from which row on, who speaks in which column, and the words in which."""

    first: int
    speaker: int
    words: int


def turn_table(rows: Sequence[Sequence[str]]) -> TurnTable | None:
    """Tell whether the cells of a table are turns of a conversation, and where they stand; None where they are not.

    A row of names for the columns may say so ("Speaker", "Text"). Without one the table has two columns, times and
    numbers aside: short labels, of which some come again, and beside them sentences.
    """
    width = len(rows[0]) if rows else 0
    if not 2 <= width <= _MOST_COLUMNS or any(len(row) != width for row in rows):
        return None
    names = [cell.strip(" :").lower() for cell in rows[0]]
    speakers = [at for at, name in enumerate(names) if name in _SPEAKERS]
    words = [at for at, name in enumerate(names) if name in _WORDS]
    if len(speakers) == 1 and len(words) == 1 and len(rows) > _FEWEST - 1:
        return TurnTable(1, speakers[0], words[0])
    told = [at for at in range(width) if not all(_counts(row[at]) for row in rows)]
    if len(told) != 2 or len(rows) < _FEWEST or not _are_turns([(row[told[0]], row[told[1]]) for row in rows]):
        return None
    return TurnTable(0, *told)


def _counts(cell: str) -> bool:
    """Tell whether a cell is a time, a number, or empty."""
    return not cell.strip() or cell.strip(" .").isdecimal() or bool(_TIME.fullmatch(cell))


def _are_turns(pairs: Sequence[tuple[str, str]]) -> bool:
    labels = [label.strip() for label, _ in pairs if label.strip()]
    words = [said.strip() for _, said in pairs]
    if not labels or not all(_LABEL.fullmatch(label) and len(label.split()) <= _LABEL_WORDS for label in labels):
        return False
    again = len(set(labels)) < len(labels)
    longer = sum(map(len, words)) >= _LONGER * sum(map(len, labels))
    return again and longer and sum(bool(_ENDED.search(said)) for said in words) >= _ENDING * len(words)
