"""Corrections by hand: what is written down of them, by whom they are found, and what the finder had found before.

A correction of a quote or of a document's facts is filed under the document's key and the quote's number, which are the
same in any store, so that it stands when the document is read anew, or taken out and added again. Beside the
corrections of a document stands what the finder and the reader themselves make of it, so that each can be undone at any
time.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from typing import Any, NamedTuple

from quotecli.core.errors import UnknownId
from quotecli.core.folding import fold
from quotecli.core.ids import id_range, occurrences, quote_numbers
from quotecli.core.types import Quotation
from quotecli.store.bulk import sought
from quotecli.store.codec import signed, storable
from quotecli.store.portable import pack, plain, quotations_from, unpack

__all__ = [
    "Edit",
    "Found",
    "corrected_keys",
    "follow",
    "forget_found",
    "found",
    "keep_found",
    "number_of",
    "numbers_of",
    "standing",
]

_LEAST_SHARED = 12
"""Characters from which a quotation that contains another, or lies in it, may be the same one with other ends."""


class Edit(NamedTuple):
    """A correction of a quote or of its document's facts that stands.

    Attributes:
        number: the quote's, as the store writes it; None for the document.
        value: the corrected fields.
    """

    number: int | None
    value: dict[str, Any]


class Found(NamedTuple):
    """What the reader and the finder make of a document that is corrected.

    Attributes:
        facts: fields of the article, as `portable.plain` writes them.
        quotations: all that were found.
    """

    facts: dict[str, Any]
    quotations: list[Quotation]


def corrected_keys(db: sqlite3.Connection) -> set[str | bytes]:
    """Return the keys of all documents that have corrections which stand."""
    return {row[0] for row in db.execute("SELECT DISTINCT key FROM corrections WHERE key IS NOT NULL AND undone = ''")}


def standing(db: sqlite3.Connection, key: str) -> list[Edit]:
    """Return the corrections of a document and its quotes that stand, oldest first."""
    rows = db.execute(
        "SELECT number, value FROM corrections WHERE key = ? AND undone = '' ORDER BY step, id", (storable(key),)
    )
    return [Edit(number, json.loads(value)) for number, value in rows]


def numbers_of(key: str, quotations: Sequence[Quotation]) -> list[int]:
    """Return the numbers of a document's quotations, as the store writes them."""
    folded = [fold(quotation.text) for quotation in quotations]
    keys = [key] * len(folded)
    return list(map(signed, quote_numbers(keys, folded, occurrences(keys, folded))))


def number_of(identity: str) -> int:
    """Return the number, as the store writes it, of the quote that has an id.

    Raises:
        UnknownId: it is the id of none.
    """
    bounds = id_range(identity)
    if bounds is None or bounds[0] != bounds[1]:
        raise UnknownId(f"{identity!r} is not the id of a quote")
    return signed(bounds[0])


def found(db: sqlite3.Connection, key: str) -> Found | None:
    """Return what was found in a document that has corrections; None when none were ever made."""
    row = db.execute("SELECT data FROM found WHERE key = ?", (storable(key),)).fetchone()
    if row is None:
        return None
    data = unpack(row[0])
    return Found(data["facts"], quotations_from(data["quotations"]))


def keep_found(db: sqlite3.Connection, key: str, facts: dict[str, Any], quotations: Sequence[Quotation]) -> None:
    """Keep what was found in a document that has corrections, in place of what was found before."""
    data = pack({"facts": facts, "quotations": plain(quotations)})
    db.execute("REPLACE INTO found(key, data) VALUES(?, ?)", (storable(key), data))


def forget_found(db: sqlite3.Connection, key: str) -> None:
    """Forget what was found in a document of which no correction stands."""
    db.execute("DELETE FROM found WHERE key = ?", (storable(key),))


def follow(db: sqlite3.Connection, old_key: str, key: str, quotations: Sequence[Quotation]) -> None:
    """Let the corrections of a document's quotes follow them where the document's key or its quotations change.

    A quote that is corrected and not among those found now is taken for the only one that has its words, that has
    them and more, or that is a piece of them; where there is none or several, its corrections wait for it. Of quotes
    with the same words in one document each is told by who says it and by those around it.
    """
    before = found(db, old_key)
    if before is None:
        return
    then, now = numbers_of(old_key, before.quotations), numbers_of(key, quotations)
    if then != now or before.quotations != list(quotations):
        moved = _moved(_corrected(db, old_key), before.quotations, then, quotations, now)
        db.executemany(
            "UPDATE corrections SET number = ? WHERE id = ?",
            [
                (moved[number], correction)
                for number, correction in sought(
                    db, "SELECT number, id FROM corrections WHERE number IN ({})", [*moved]
                )
            ],
        )
    if key != old_key:
        db.execute("UPDATE corrections SET key = ? WHERE key = ?", (storable(key), storable(old_key)))
        forget_found(db, old_key)


def _corrected(db: sqlite3.Connection, key: str) -> dict[int, str]:
    """Return the folded words, before it was corrected, of each quote of a document that corrections stand of."""
    rows = db.execute(
        "SELECT number, before FROM corrections WHERE key = ? AND number IS NOT NULL AND undone = '' ORDER BY id DESC",
        (storable(key),),
    )
    return {number: fold(json.loads(before).get("text", "")) for number, before in rows}


def _moved(
    corrected: dict[int, str],
    old: Sequence[Quotation],
    old_numbers: Sequence[int],
    new: Sequence[Quotation],
    new_numbers: Sequence[int],
) -> dict[int, int]:
    """Return the new number of each corrected quote that has another now.

    Args:
        corrected: by number, the words of the quotes that are corrected.
        old: what was found before.
        old_numbers: of each, its number.
        new: what is found now.
        new_numbers: of each, its number.
    """
    words = [fold(one.text) for one in new]
    places = {number: at for at, number in enumerate(old_numbers)}
    kept = _kept(old, new)
    taken = set(kept.values())
    moved: dict[int, int] = {}
    for number, printed in corrected.items():
        at = places.get(number)
        if at in kept:
            place: int | None = kept[at]
        elif at is None and number in new_numbers:  # it waited, and is back
            place = new_numbers.index(number)
        elif at is None:
            place = _again(printed, None, words, new, taken)
        else:
            place = _again(fold(old[at].text), old[at].speakers, words, new, taken)
        if place is not None:
            taken.add(place)
            moved[number] = new_numbers[place]
        elif number in new_numbers:  # which is another's with the same words now: it waits under a number of none
            moved[number] = number ^ 1 if number ^ 1 not in new_numbers else number ^ 2
    return {number: other for number, other in moved.items() if other != number}


def _again(
    wanted: str, speakers: Sequence[str] | None, words: Sequence[str], new: Sequence[Quotation], taken: set[int]
) -> int | None:
    """Return the place of the free quotation that has these words, the same speakers' first, or nearly has them."""
    there = [place for place, some in enumerate(words) if some == wanted]
    if not there:
        return _same(wanted, ["" if place in taken else some for place, some in enumerate(words)])
    free = [place for place in there if place not in taken]
    return min(free, key=lambda place: new[place].speakers != speakers, default=None)


def _kept(old: Sequence[Quotation], new: Sequence[Quotation]) -> dict[int, int]:
    """Return which of the new quotations is which of the old: by words, the speaker's mention, and the order of all."""
    from difflib import SequenceMatcher

    before, after = ([(fold(one.text), one.said_as) for one in some] for some in (old, new))
    blocks = SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks()
    return {block.a + at: block.b + at for block in blocks for at in range(block.size)}


def _same(words: str, others: Sequence[str]) -> int | None:
    """Return which of these texts is the only one that is these words, or else has or is a part of them."""
    equal = [at for at, other in enumerate(others) if other == words]
    if equal:
        return equal[0] if len(equal) == 1 else None
    near = [
        at
        for at, other in enumerate(others)
        if min(len(words), len(other)) >= _LEAST_SHARED and (words in other or other in words)
    ]
    return near[0] if len(near) == 1 else None
