"""Names that somebody made one speaker's by hand, or kept apart, whatever the names tell by themselves."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable
from difflib import SequenceMatcher
from typing import NamedTuple

from quotecli.store.codec import storable, text_from

__all__ = ["Links", "bind", "parted_between", "read_links"]


class Links(NamedTuple):
    """The corrections of names that are in force: what a later one says against an earlier one stands.

    Attributes:
        pairs: (name, name shown) as numbers, oldest first.
        apart: (name, name of another speaker) as numbers, latest first.
        groups: of each name that is in one of these, all names that are its speaker's by hand.
    """

    pairs: tuple[tuple[int, int], ...]
    apart: tuple[tuple[int, int], ...]
    groups: dict[int, frozenset[int]]

    def beside(self, names: Collection[int]) -> list[int]:
        """Return what is linked with any of these names by hand, or kept apart from it."""
        if self.groups.keys().isdisjoint(names):
            return []
        return [name for pair in (*self.pairs, *self.apart) if not set(pair).isdisjoint(names) for name in pair]

    def sides(self, spellings: dict[int, str], one: int, other: int) -> tuple[list[int], list[int]]:
        """Part the names of somebody, given with their spellings, of which these two are two speakers'.

        Names that are one speaker's by hand stay together; those of neither go where a spelling is nearer.
        """
        heads = self._group(one), self._group(other)
        found: tuple[list[int], list[int]] = ([], [])
        for group in {self._group(name) for name in spellings}:
            near = [-1.0 if _parted(group, head, self.apart) else _nearness(group, head, spellings) for head in heads]
            found[near[1] > near[0]].extend(group & spellings.keys())
        return found

    def _group(self, name: int) -> frozenset[int]:
        return self.groups.get(name, frozenset({name}))


def read_links(db: sqlite3.Connection) -> Links:
    """Return the corrections of names that are in force in a store."""
    rows = db.execute(
        "SELECT s.name, s.shown, c.action FROM same_person s JOIN corrections c ON c.id = s.correction"
        " ORDER BY c.step DESC, c.id DESC"
    )
    pairs: list[tuple[int, int]] = []
    apart: list[tuple[int, int]] = []
    groups: dict[int, frozenset[int]] = {}
    for name, other, action in rows:
        one, two = (groups.setdefault(each, frozenset({each})) for each in (name, other))
        if action != "part" and not _parted(one, two, apart):
            pairs.append((name, other))
            groups.update(dict.fromkeys(one | two, one | two))
        elif action == "part" and one != two:
            apart.append((name, other))
    return Links(tuple(reversed(pairs)), tuple(apart), groups)


def _parted(one: frozenset[int], other: frozenset[int], apart: Iterable[tuple[int, int]]) -> bool:
    return any((a in one and b in other) or (a in other and b in one) for a, b in apart)


def _nearness(group: frozenset[int], head: frozenset[int], spellings: dict[int, str]) -> float:
    """Return how alike the spellings are of those two names, one of each group, that are most alike."""
    some, others = ([spellings[name] for name in names & spellings.keys()] for names in (group, head))
    return max(SequenceMatcher(None, one, other, autojunk=False).ratio() for one in some for other in others)


def parted_between(db: sqlite3.Connection, name: str, other: str) -> list[tuple[str, str]]:
    """Return the pairs of other names that keep two speakers apart by hand, given a name of each."""
    sql = (
        "SELECT a.name, b.name FROM names a JOIN names b JOIN names n JOIN names o"
        " WHERE a.id = ? AND b.id = ? AND n.name = ? AND o.name = ?"
        " AND (a.person, b.person) IN (VALUES (n.person, o.person), (o.person, n.person))"
    )
    found = [db.execute(sql, (*pair, storable(name), storable(other))).fetchone() for pair in read_links(db).apart]
    pairs = [(text_from(row[0]), text_from(row[1])) for row in found if row]
    return [pair for pair in pairs if set(pair) != {name, other}]


def bind(db: sqlite3.Connection, links: Links) -> None:
    """Make each pair one person's, with all names that each of the two is linked with by itself."""
    for name, shown in links.pairs:
        db.execute(
            "UPDATE names SET person = ?2 WHERE person IN (SELECT person FROM names WHERE id IN (?1, ?2))"
            " AND person != ?2",
            (name, shown),
        )
