"""The numbers of what many quotes share: outlets, phrases, names, and the sets of names that are voices."""

from __future__ import annotations

import sqlite3

from quotecli.core.folding import fold
from quotecli.store import people
from quotecli.store.codec import join_list, storable
from quotecli.store.words import cut, grams

__all__ = ["Numbers"]


class Numbers:
    """Looks numbers up and gives new ones, remembering both; `forget` when a transaction was undone.

    Numbers are never taken back or given twice, so that what is remembered stays true while others write.
    """

    def __init__(self, db: sqlite3.Connection) -> None:
        """Take the connection."""
        self._db = db
        self.forget()

    def forget(self) -> None:
        """Empty the memory."""
        self._outlets: dict[str, int] = {}
        self._phrases: dict[str, int] = {}
        self._voices: dict[tuple[str, ...], int] = {}
        self._names: dict[int, tuple[int, ...]] = {}

    def outlet(self, name: str) -> int:
        """Return the number of the outlet of this canonical name."""
        number = self._outlets.get(name)
        if number is None:
            number = self._outlets[name] = self._number("outlets", "name", name)
        return number

    def phrase(self, text: str) -> int:
        """Return the number of a phrase that many quotes share ("he", "said")."""
        number = self._phrases.get(text)
        if number is None:
            number = self._phrases[text] = self._number("phrases", "text", text)
        return number

    def voice(self, speakers: tuple[str, ...]) -> int:
        """Return the number of the set of these names, in this order."""
        voice = self._voices.get(speakers)
        if voice is None:
            voice = self._voices[speakers] = self._find_voice(tuple(dict.fromkeys(speakers)))
        return voice

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
        return self._db.execute(f"INSERT INTO {table}({column}) VALUES(?)", (value,)).lastrowid or 0

    def _find_voice(self, names: tuple[str, ...]) -> int:
        joined = join_list(names)
        found = self._db.execute("SELECT id FROM voices WHERE names = ?", (joined,)).fetchone()
        if found:
            return int(found[0])
        voice = self._db.execute("INSERT INTO voices(names) VALUES(?)", (joined,)).lastrowid or 0
        rows = [(self._name(name), voice, position) for position, name in enumerate(names)]
        self._db.executemany("INSERT INTO voice_names(name, voice, position) VALUES(?, ?, ?)", rows)
        return voice

    def _name(self, name: str) -> int:
        value = storable(name)
        found = self._db.execute("SELECT id FROM names WHERE name = ?", (value,)).fetchone()
        if found:
            return int(found[0])
        number = self._db.execute(
            "INSERT INTO names(id, name, quotes, person)"
            " SELECT n, ?, 0, n FROM (SELECT coalesce(max(id), 0) + 1 AS n FROM names)",
            (value,),
        ).lastrowid
        assert number is not None
        self._db.executemany(
            "INSERT INTO name_blocks(block, name) VALUES(?, ?)", [(block, number) for block in people.blocks(name)]
        )
        line = " ".join(gram for word in cut(fold(name)) for gram in (grams(word) or [word]))
        self._db.execute("INSERT INTO name_words(rowid, grams) VALUES(?, ?)", (number, line))
        return number
