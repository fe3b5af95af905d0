"""The numbers of what many quotes share: outlets, phrases, names, and the sets of names that are voices."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from itertools import count

from quotecli.store import people
from quotecli.store.bulk import filled_parts, insert, marks
from quotecli.store.codec import join_list, storable, text_from
from quotecli.store.filed import Filed
from quotecli.store.terms import Terms

__all__ = ["Numbers"]

_MOST = 20_000
"""Names and phrases that are remembered between batches."""


class Numbers:
    """Looks numbers up and gives new ones, remembering both; `forget` when a transaction was undone.

    Many are asked for at once, so that few statements look up those that are not remembered and write the new ones.

    Numbers are never taken back or given twice, so that what is remembered stays true while others write.
    """

    def __init__(self, db: sqlite3.Connection) -> None:
        """Take the connection."""
        self._db = db
        self.filed = Filed()
        self.forget()

    def forget(self) -> None:
        """Empty the memory, and that of `terms`, which counts words; what `filed` marks is never wrong."""
        self.terms = Terms()
        self._outlets: dict[str, int] = {}
        self._phrases: dict[str | None, int | None] = {None: None}
        self._voices: dict[tuple[str, ...], int | None] = {(): None}
        self._names: dict[int, tuple[int, ...]] = {}

    def trim(self) -> None:
        """Forget of each kind what has become too many to remember; to be called between batches."""
        self.terms.trim()
        if len(self._phrases) > _MOST:
            self._phrases = {None: None}
        if len(self._voices) > _MOST:
            self._voices = {(): None}
        if len(self._names) > _MOST:
            self._names = {}

    def outlet(self, name: str) -> int:
        """Return the number of the outlet of this canonical name."""
        if name not in self._outlets:
            numbers, new = self._numbered("outlets", "name", [name])
            insert(self._db, "INSERT OR FAIL INTO outlets(id, name)", new)
            self._outlets |= numbers
        return self._outlets[name]

    def phrases(self, texts: Sequence[str | None]) -> list[int | None]:
        """Return the number of each of these texts that many quotes share ("he", "said"); that of None is None."""
        known = self._phrases
        unmet = [text for text in dict.fromkeys(texts) if text is not None and text not in known]
        if unmet:
            numbers, new = self._numbered("phrases", "text", unmet)
            insert(self._db, "INSERT OR FAIL INTO phrases(id, text)", new)
            known.update(numbers)
        return list(map(known.__getitem__, texts))

    def voices(self, speakers: Sequence[tuple[str, ...]]) -> list[int | None]:
        """Return the number of each of these sets of names, whose order counts; that of an empty one is None."""
        known = self._voices
        unmet = [names for names in dict.fromkeys(speakers) if names not in known]
        if unmet:
            joined = {names: text_from(join_list(dict.fromkeys(names)) or "") for names in unmet}
            numbers = self._voices_of({joined[names]: names for names in unmet})
            known.update((names, numbers[joined[names]]) for names in unmet)
        return list(map(known.__getitem__, speakers))

    def _voices_of(self, speakers: dict[str, tuple[str, ...]]) -> dict[str, int]:
        """Find or write voices, given as what is stored and the names."""
        numbers, new = self._numbered("voices", "names", speakers)
        insert(self._db, "INSERT OR FAIL INTO voices(id, names)", new)
        members = {number: tuple(dict.fromkeys(speakers[text_from(joined)])) for number, joined in new}
        name = self._names_of(dict.fromkeys(name for names in members.values() for name in names))
        rows = [(name[one], voice, position) for voice, names in members.items() for position, one in enumerate(names)]
        insert(self._db, "INSERT OR FAIL INTO voice_names(name, voice, position)", rows)
        self._names.update((voice, tuple(map(name.__getitem__, names))) for voice, names in members.items())
        return numbers

    def name(self, name: str) -> int:
        """Return the number of a name, whether a quote has it or not."""
        return self._names_of([name])[name]

    def names(self, voices: Iterable[int]) -> list[tuple[int, ...]]:
        """Return the numbers of the names that are each of these voices."""
        wanted = list(voices)
        for part in filled_parts([voice for voice in wanted if voice not in self._names]):
            found: dict[int, list[int]] = {voice: [] for voice in part}
            for voice, name in self._db.execute(
                f"SELECT voice, name FROM voice_names WHERE voice IN ({marks(part)}) ORDER BY voice, position", part
            ):
                found[voice].append(name)
            self._names.update((voice, tuple(names)) for voice, names in found.items())
        return list(map(self._names.__getitem__, wanted))

    def _names_of(self, names: Iterable[str]) -> dict[str, int]:
        """Find or write names, and what they are found by."""
        numbers, new = self._numbered("names", "name", names)
        insert(
            self._db,
            "INSERT OR FAIL INTO names(id, name, quotes, person)",
            [(number, value, 0, number) for number, value in new],
        )
        people.file(self._db, [(number, text_from(value)) for number, value in new])
        return numbers

    def _numbered(
        self, table: str, column: str, texts: Iterable[str]
    ) -> tuple[dict[str, int], list[tuple[int, str | bytes]]]:
        """Look these texts up in a table.

        Returns:
            Their numbers, and the rows (number, value) that are yet to be written of those that it lacks; others can't
            take these numbers, as a batch holds the write lock.
        """
        values = {text: storable(text) for text in texts}
        numbers: dict[str, int] = {}
        for part in filled_parts(list(values.values())):
            found = self._db.execute(f"SELECT {column}, id FROM {table} WHERE {column} IN ({marks(part)})", part)
            numbers.update((text_from(value), number) for value, number in found)
        new = [text for text in values if text not in numbers]
        last = self._db.execute(f"SELECT coalesce(max(id), 0) FROM {table}").fetchone()[0] if new else 0
        rows = [(number, values[text]) for number, text in zip(count(last + 1), new)]
        numbers.update(zip(new, count(last + 1)))
        return numbers, rows
