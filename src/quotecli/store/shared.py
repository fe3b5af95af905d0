"""The numbers of what many quotes share: outlets, phrases, names, and the sets of names that are voices."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from typing import Any

from quotecli.core.folding import fold
from quotecli.store import people
from quotecli.store.codec import join_list, storable
from quotecli.store.terms import Terms
from quotecli.store.words import cut, grams

__all__ = ["Numbers"]


_NEW = {
    "outlets": "INSERT INTO outlets(id, name) VALUES(?, ?)",
    "phrases": "INSERT INTO phrases(id, text) VALUES(?, ?)",
    "names": "INSERT INTO names(id, name, quotes, person) VALUES(?1, ?2, 0, ?1)",
    "name_blocks": "INSERT INTO name_blocks(block, name) VALUES(?, ?)",
    "name_words": "INSERT INTO name_words(rowid, grams) VALUES(?, ?)",
    "voices": "INSERT INTO voices(id, names) VALUES(?, ?)",
    "voice_names": "INSERT INTO voice_names(name, voice, position) VALUES(?, ?, ?)",
}


_MOST = 20_000
"""Names and phrases that are remembered between batches."""


class _Known(dict[Any, int | None]):
    """Numbers that are known by what they stand for; one that is not is looked for when it is asked for."""

    def __init__(self, nothing: Any, find: Callable[[Any], int]) -> None:
        """Take what has no number, and what finds the others."""
        super().__init__({nothing: None})
        self._nothing = nothing
        self._find = find

    def __missing__(self, key: Any) -> int:
        number = self[key] = self._find(key)
        return number

    def trim(self) -> None:
        """Forget all when they have become too many."""
        if len(self) > _MOST:
            self.clear()
            self[self._nothing] = None


class Numbers:
    """Looks numbers up and gives new ones, remembering both; `forget` when a transaction was undone.

    What is new is collected, and is in the store once `write` was called, in the same transaction.

    Numbers are never taken back or given twice, so that what is remembered stays true while others write.
    """

    def __init__(self, db: sqlite3.Connection) -> None:
        """Take the connection."""
        self._db = db
        self.forget()

    def forget(self) -> None:
        """Empty the memory.

        `phrases` has the number of each phrase that many quotes share ("he", "said"), `voices` that of each set of
        names, in their order; `terms` counts words.
        """
        self._outlets: dict[str, int] = {}
        self.phrases = _Known(None, lambda text: self._number("phrases", "text", text))
        self.voices = _Known((), lambda speakers: self._find_voice(tuple(dict.fromkeys(speakers))))
        self.terms = Terms()
        self._names: dict[int, tuple[int, ...]] = {}
        self._collect()

    def trim(self) -> None:
        """Forget of each kind what has become too many to remember; to be called between batches."""
        self.terms.trim()
        for known in (self.phrases, self.voices):
            known.trim()
        if len(self._names) > _MOST:
            self._names.clear()

    def _collect(self) -> None:
        """Begin collecting."""
        self._next: dict[str, int] = {}
        self._numbered: dict[str | bytes, int] = {}
        self._new: dict[str, list[tuple[Any, ...]]] = {table: [] for table in _NEW}

    def write(self) -> None:
        """Write what is new; to be called before the rows that refer to them are written."""
        for table, statement in _NEW.items():
            if self._new[table]:
                self._db.executemany(statement, self._new[table])
        self._collect()

    def outlet(self, name: str) -> int:
        """Return the number of the outlet of this canonical name."""
        number = self._outlets.get(name)
        if number is None:
            number = self._outlets[name] = self._number("outlets", "name", name)
        return number

    def names(self, voice: int) -> tuple[int, ...]:
        """Return the numbers of the names that are a voice."""
        names = self._names.get(voice)
        if names is None:
            found = self._db.execute("SELECT name FROM voice_names WHERE voice = ? ORDER BY position", (voice,))
            names = self._names[voice] = tuple(row[0] for row in found)
        return names

    def _number(self, table: str, column: str, text: str) -> int:
        value = storable(text)
        found = self._db.execute(f"SELECT id FROM {table} WHERE {column} = ?", (value,)).fetchone()
        if found:
            return int(found[0])
        number = self._new_number(table)
        self._new[table].append((number, value))
        return number

    def _find_voice(self, names: tuple[str, ...]) -> int:
        joined = join_list(names)
        found = self._db.execute("SELECT id FROM voices WHERE names = ?", (joined,)).fetchone()
        if found:
            return int(found[0])
        voice = self._new_number("voices")
        self._new["voices"].append((voice, joined))
        self._new["voice_names"] += [(self._name(name), voice, position) for position, name in enumerate(names)]
        self._names[voice] = tuple(row[0] for row in self._new["voice_names"][-len(names) :])
        return voice

    def _name(self, name: str) -> int:
        value = storable(name)
        number = self._numbered.get(value)
        if number is not None:
            return number
        found = self._db.execute("SELECT id FROM names WHERE name = ?", (value,)).fetchone()
        if found:
            return int(found[0])
        number = self._numbered[value] = self._new_number("names")
        self._new["names"].append((number, value))
        self._new["name_blocks"] += [(block, number) for block in people.blocks(name)]
        line = " ".join(gram for word in cut(fold(name)) for gram in (grams(word) or [word]))
        self._new["name_words"].append((number, line))
        return number

    def _new_number(self, table: str) -> int:
        """Return the number after the table's last one; the transaction keeps others from taking it."""
        number = self._next.get(table)
        if number is None:
            number = 1 + self._db.execute(f"SELECT coalesce(max(id), 0) FROM {table}").fetchone()[0]
        self._next[table] = number + 1
        return int(number)
