"""Which names of the store are one person's, over all documents.

The answer follows from the set of names, how often each stands, and what speaks against a link; never from the order
in which documents came. Names meet in blocks (a surname and a kind of given name), so that a new name is held against
few others. Evidence that is weak links nobody: a short form fits only where one longer name does.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache

from quotecli.core.folding import fold
from quotecli.core.names import short_forms
from quotecli.core.transliteration import given_from_elsewhere, sound
from quotecli.store.bearers import Name, extends, gender_of_title, known, one_person, parts_of, words_of
from quotecli.store.bulk import insert, sought
from quotecli.store.codec import storable, text_from
from quotecli.store.links import Links, bind, read_links
from quotecli.store.rivals import Rival, gender_of, told_apart
from quotecli.store.words import grams

__all__ = ["file", "file_anew", "unlink", "update"]

_MOST = 400
"""Names held against each other at once; what shares a block with more is linked by equal spelling only."""
_FEW_BEARERS = 20
"""Persons of one surname among whom "Mr" may be the only man."""


@cache
def _kind_of_given(given: str) -> str:
    """Return what all short forms of one given name share: the first, by the alphabet, that they lead to."""
    reached = {given}
    ahead = [given]
    while ahead:
        for form in short_forms(ahead.pop()):
            if form not in reached:
                reached.add(form)
                ahead.append(form)
    return min(reached)


def _blocks(name: str) -> set[str]:
    """Return the blocks of a name: each surname with its kind of given name; a lone surname with none.

    Surnames behind a given name from another writing have a second one, for their sound.
    """
    _, given, middle, family, _ = parts_of(name)
    kind = _kind_of_given(given) if given else ""
    surnames = [word for word in (*middle, *family) if len(word) > 1]
    sounds = map(sound, surnames) if given_from_elsewhere(given) else ()
    return {f"{word}|{kind}" for word in surnames} | {f"~{word}|{kind}" for word in sounds}


def update(db: sqlite3.Connection, changes: Counter[int], new_rivals: Iterable[Rival]) -> None:
    """Bring the counts of names up to date, and the persons of all names that this touches.

    Args:
        db: inside a transaction.
        changes: by how many quotes each name has more or fewer.
        new_rivals: what the new documents say against links.
    """
    before: dict[int, tuple[int, int]] = {}
    numbers = sorted(number for number, change in changes.items() if change)
    for number, quotes, person in sought(db, "SELECT id, quotes, person FROM names WHERE id IN ({})", numbers):
        before[number] = (quotes, person)
    db.executemany(
        "UPDATE names SET quotes = quotes + ? WHERE id = ?", [(changes[number], number) for number in numbers]
    )
    rows = [(storable(rival.name), storable(rival.other), rival.document) for rival in new_rivals]
    db.executemany(
        "INSERT OR IGNORE INTO rivals(name, other, document) SELECT id, ?2, ?3 FROM names WHERE name = ?1", rows
    )
    dirty = {number for number, (quotes, _) in before.items() if (quotes == 0) != (quotes + changes[number] == 0)}
    dirty |= {
        row[0]
        for name in {row[0] for row in rows}
        for row in db.execute("SELECT id FROM names WHERE name = ?", (name,))
    }
    shared = _sharing(db, {person for number, (_, person) in before.items() if number not in dirty})
    dirty |= {number for number, (_, person) in before.items() if person in shared}
    _relink(db, dirty)


def unlink(db: sqlite3.Connection, names: Iterable[int]) -> None:
    """Part the persons of these names, and link their names anew by what they tell and by the links that stand."""
    of_their_persons = "SELECT id FROM names WHERE person IN (SELECT person FROM names WHERE id IN ({}))"
    found = set(sought(db, of_their_persons, sorted(names)))
    db.executemany("UPDATE names SET person = id WHERE id = ?", sorted(found))
    _relink(db, {row[0] for row in found})


def _sharing(db: sqlite3.Connection, persons: set[int]) -> set[int]:
    """Return those of the persons that have more names than one."""
    several = "SELECT person FROM names WHERE person IN ({}) GROUP BY person HAVING count(*) > 1"
    return {row[0] for row in sought(db, several, sorted(persons))}


def _relink(db: sqlite3.Connection, dirty: set[int]) -> None:
    """Give each of these names, and all that share a block with them or are corrected with them, its person."""
    links = read_links(db)
    done: set[int] = set()
    surnames: set[str] = set()
    ahead = _not_alone(db, sorted(dirty))
    for number in ahead:
        if number in done:
            continue
        members, met = _touching(db, number)
        numbers = {name.number for name in members}
        done |= numbers
        surnames |= met
        ahead += links.beside(numbers)
        for cluster in _clusters(db, [name for name in members if name.given]):
            _write(db, cluster)
    _correct(db, links)  # before lone surnames, which ask who bears them
    for surname in sorted(surnames):
        lone = [row[0] for row in db.execute("SELECT name FROM name_blocks WHERE block = ?", (f"{surname}|",))]
        if lone:
            _assign_lone(db, surname, [name for name in _read(db, lone) if not name.given])
    _correct(db, links)


def _correct(db: sqlite3.Connection, links: Links) -> None:
    """Put in force what is said of names by hand."""
    bind(db, links)
    parted = [_part(db, links, *pair) for pair in links.apart]
    if any(parted):
        bind(db, links)  # each is shown under the name that was asked for


def _part(db: sqlite3.Connection, links: Links, one: int, other: int) -> bool:
    """Make two persons of one that has both of these names; tell whether there was such a one."""
    of_person = "SELECT id FROM names WHERE person = (SELECT person FROM names WHERE id = ?)"
    members = {name.number: name for name in _read(db, [row[0] for row in db.execute(of_person, (one,))])}
    if other not in members:
        return False
    for side in links.sides({number: fold(name.shown) for number, name in members.items()}, one, other):
        _write(db, [members[number] for number in side])
    return True


def _not_alone(db: sqlite3.Connection, numbers: Sequence[int]) -> list[int]:
    """Return those of the names that others may be linked with: most new names share a block with none.

    Left out is what is its own person already, and has neither another name nor a lone surname beside it.
    """
    linked = (
        "SELECT n.id FROM names n WHERE n.id IN ({}) AND (n.person != n.id OR EXISTS("
        "SELECT 1 FROM name_blocks a WHERE a.name = n.id AND ("
        " EXISTS(SELECT 1 FROM name_blocks b WHERE b.block = a.block AND b.name != a.name)"
        " OR EXISTS(SELECT 1 FROM name_blocks c WHERE c.block = substr(a.block, 1, instr(a.block, '|'))))))"
        " ORDER BY n.id"
    )
    return [row[0] for row in sought(db, linked, numbers)]


def _touching(db: sqlite3.Connection, number: int) -> tuple[list[Name], set[str]]:
    """Return all names reached from this one through shared blocks, and the surnames met."""
    reached = {number}
    ahead = [number]
    seen_blocks: set[str] = set()
    while ahead and len(reached) <= _MOST:
        found = db.execute("SELECT block FROM name_blocks WHERE name = ?", (ahead.pop(),)).fetchall()
        for (block,) in found:
            if block in seen_blocks:
                continue
            seen_blocks.add(block)
            for (other,) in db.execute("SELECT name FROM name_blocks WHERE block = ?", (block,)).fetchall():
                if other not in reached:
                    reached.add(other)
                    ahead.append(other)
    surnames = {block.partition("|")[0] for block in seen_blocks}
    return _read(db, reached), surnames


def file(db: sqlite3.Connection, names: Sequence[tuple[int, str]]) -> None:
    """File names, given with their numbers, under what they are found by: their blocks, and their groups of letters."""
    met = [(block, number) for number, name in names for block in _blocks(name)]
    insert(db, "INSERT OR FAIL INTO name_blocks(block, name)", met)
    db.executemany(
        "INSERT INTO name_words(rowid, grams) VALUES(?, ?)",
        [
            (number, " ".join([gram for word in words_of(name) for gram in (grams(word) or [word])]))
            for number, name in names
        ],
    )


def file_anew(db: sqlite3.Connection) -> None:
    """File all names anew under what they are found by, and find anew which are one person's."""
    names = [(number, text_from(name)) for number, name in db.execute("SELECT id, name FROM names").fetchall()]
    db.execute("DELETE FROM name_blocks")
    db.execute("INSERT INTO name_words(name_words) VALUES('delete-all')")
    file(db, names)
    db.execute("UPDATE names SET person = id")
    _relink(db, {number for number, _ in names})


def _read(db: sqlite3.Connection, numbers: Iterable[int]) -> list[Name]:
    return [
        Name(number, text_from(value), quotes, *parts_of(text_from(value)), person)
        for number, value, quotes, person in sought(
            db, "SELECT id, name, quotes, person FROM names WHERE id IN ({})", sorted(numbers)
        )
    ]


def _assign_lone(db: sqlite3.Connection, surname: str, lone: list[Name]) -> None:
    """Link names that are a surname alone, or with a title, to the only person of the store who may be meant.

    That is the only one who bears it; with a title, the only man or woman where all others are told by their names.
    """
    bearers = db.execute(
        "SELECT DISTINCT n.person FROM name_blocks b JOIN names n ON n.id = b.name"
        " WHERE b.block > ? AND b.block < ? AND n.quotes > 0 LIMIT ?",
        (f"{surname}|", f"{surname}}}", _FEW_BEARERS + 1),
    ).fetchall()
    groups: dict[str, list[Name]] = {}
    numbered: dict[str, list[Name]] = {}
    for name in lone:
        if name.family == (surname,) and name.suffix:
            numbered.setdefault(name.suffix, []).append(name)
        elif name.family == (surname,):
            groups.setdefault(gender_of_title(name), []).append(name)
    for names in numbered.values():  # Charles II is not Charles III
        _write(db, names)
    if len(bearers) < 2 and len(groups) == 2 and "" in groups:  # "Trump" beside "Mr Trump" alone is he
        groups = {"".join(groups): [name for group in groups.values() for name in group]}
    persons = _read(db, [row[0] for row in bearers]) if len(bearers) <= _FEW_BEARERS else []
    for gender, names in groups.items():
        meant = [person for person in persons if not gender or gender_of(person.given) in {"", "u", gender}]
        if len(meant) == 1 and known(meant[0].given):
            db.executemany("UPDATE names SET person = ? WHERE id = ?", [(meant[0].number, one.number) for one in names])
        else:
            _write(db, names)


def _write(db: sqlite3.Connection, cluster: Sequence[Name]) -> None:
    """Write one person: shown under the most frequent of the fullest kind of spelling."""
    shown = max(cluster, key=lambda name: (name.quotes > 0, bool(name.given), name.quotes, len(name.shown), name.shown))
    moved = [(shown.number, name.number) for name in cluster if name.person != shown.number]
    if moved:
        db.executemany("UPDATE names SET person = ? WHERE id = ?", moved)


def _clusters(db: sqlite3.Connection, names: list[Name]) -> list[list[Name]]:
    """Part full names into persons."""
    spelt: dict[tuple[object, ...], list[Name]] = {}
    for name in names:
        spelt.setdefault(name.key, []).append(name)
    groups = [
        sorted(group, key=lambda name: name.shown) for _, group in sorted(spelt.items(), key=lambda item: str(item[0]))
    ]
    live = [group for group in groups if any(name.quotes > 0 for name in group)]
    against = told_apart(db, [name.number for name in names])
    if len(live) > _MOST:
        return groups
    parent = list(range(len(live)))

    def root(at: int) -> int:
        while parent[at] != at:
            at = parent[at]
        return at

    heads = [group[0] for group in live]
    fitting = [
        [to for to, other in enumerate(heads) if to != at and extends(head, other, against)]
        for at, head in enumerate(heads)
    ]
    sure = [all(one_person(heads[a], heads[b], against) for a in some for b in some if a < b) for some in fitting]
    for at, some in enumerate(fitting):
        for to in some if sure[at] else ():
            if sure[to] or at not in fitting[to]:  # Bert, who may be Albert or Robert, is neither's other name
                parent[root(to)] = root(at)
    merged: dict[int, list[Name]] = {}
    for at, group in enumerate(live):
        merged.setdefault(root(at), []).extend(group)
    return [*merged.values(), *(group for group in groups if group not in live)]
