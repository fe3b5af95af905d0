"""Which names of the store are one person's."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from quotecli.core.folding import fold
from quotecli.core.names import parse_name
from quotecli.store.words import cut


def block(name: str) -> str:
    """Return what all spellings of one person's name share."""
    words = cut(fold(parse_name(name).family))
    return words[-1] if words else ""


def relink(db: sqlite3.Connection, changed: Iterable[int]) -> None:
    """Link the names that changed, and those they touch, to persons."""
    db.execute("UPDATE names SET person = id WHERE person IS NULL")
