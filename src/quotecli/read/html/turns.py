"""Tables and definition lists that are transcripts → a paragraph for each turn: "Ann Lee: We never saw the key."."""

from __future__ import annotations

from itertools import islice
from typing import Any

from quotecli.read.turn_tables import turn_table

__all__ = ["set_turns"]

_MOST_TABLES = 200
_MOST_ROWS = 20_000
_BLOCKS = ("p", "div", "li")


def set_turns(root: Any) -> None:
    """Put paragraphs in the place of tables and definition lists that are transcripts; others stay as they are."""
    for table in list(islice(root.iter("table"), _MOST_TABLES)):
        if next(table.iterdescendants("table"), None) is not None:
            continue  # of a layout
        rows = [list(row.iterchildren("td", "th")) for row in islice(table.iter("tr"), _MOST_ROWS)]
        _set(table, [cells for cells in rows if cells])
    for listed in list(islice(root.iter("dl"), _MOST_TABLES)):
        parts = list(islice(listed.iterchildren("dt", "dd"), 2 * _MOST_ROWS))
        if [one.tag for one in parts] == ["dt", "dd"] * (len(parts) // 2):
            _set(listed, [list(pair) for pair in zip(parts[::2], parts[1::2], strict=True)])


def _set(element: Any, rows: list[list[Any]]) -> None:
    """Make a box of paragraphs of an element whose rows are turns."""
    if turns := turn_table([[_text(cell) for cell in cells] for cells in rows]):
        tail = element.tail
        paragraphs = [_turn(cells[turns.speaker], cells[turns.words]) for cells in rows[turns.first :]]
        element.clear()
        element.tag, element.tail = "div", tail
        element.extend(paragraphs)


def _text(cell: Any) -> str:
    return " ".join("".join(cell.itertext()).split())


def _turn(speaker: Any, words: Any) -> Any:
    """Return the turn as an element: the words with their markup behind who says them."""
    label = _text(speaker).rstrip(" :")
    words.tag = "div"
    words.attrib.clear()
    first = next(words.iterdescendants(*_BLOCKS), words)
    place = first if not (words.text or "").strip() else words
    place.text = f"{label}: {place.text or ''}" if label else place.text
    return words
