"""Names that somebody linked by hand: the same person's, whatever the names tell by themselves."""

from __future__ import annotations

import sqlite3
from typing import NamedTuple

__all__ = ["Links", "bind", "read_links"]


class Links(NamedTuple):
    """The links that stand, oldest first.

    Attributes:
        pairs: (name, name shown) as numbers.
        names: all names that are in one.
    """

    pairs: tuple[tuple[int, int], ...]
    names: frozenset[int]


def read_links(db: sqlite3.Connection) -> Links:
    """Return the links of a store."""
    pairs = tuple(
        db.execute(
            "SELECT s.name, s.shown FROM same_person s JOIN corrections c ON c.id = s.correction ORDER BY c.step, c.id"
        ).fetchall()
    )
    return Links(pairs, frozenset(name for pair in pairs for name in pair))


def bind(db: sqlite3.Connection, links: Links) -> None:
    """Make each pair one person's, with all names that each of the two is linked with by itself."""
    for name, shown in links.pairs:
        db.execute(
            "UPDATE names SET person = ?2 WHERE person IN (SELECT person FROM names WHERE id IN (?1, ?2))"
            " AND person != ?2",
            (name, shown),
        )
