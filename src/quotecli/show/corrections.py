"""Corrections made by hand in words and as records: what they are of, what stood there, what stands there now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any, TextIO

from quotecli.show.clean import clean_line
from quotecli.show.tables import Column, Table
from quotecli.show.wording import count, near_path

if TYPE_CHECKING:
    from quotecli.app.correct import Correction
    from quotecli.app.join import Joined, Parted

__all__ = [
    "CORRECTIONS",
    "correction_record",
    "correction_words",
    "joined_words",
    "parted_words",
    "shortened",
    "write_corrections",
]

CORRECTIONS = Table(
    (
        Column.of_number("step"),
        Column("action", "action", rigid=True),
        Column("of", "of"),
        Column("change", "change"),
        Column("state", "state", rigid=True),
        Column("made", "made", rigid=True),
    ),
    "step action of change state made undone quote document value before".split(),
)
_NAMES = {"speakers": "speaker", "authors": "author", "speech": "quotation"}
"""Fields whose names in the store are not the contract's."""
_MOST_NAMED = 10
"""Removed documents of one step that are named one by one; a whole export may have gone with it."""
_LONGEST = 60
"""Characters of a quote's words that tell which it is."""


def correction_record(correction: Correction) -> dict[str, Any]:
    """Return a correction as data."""
    return {
        "step": correction.step,
        "action": correction.action,
        "of": _of(correction),
        "change": "; ".join(_changes(correction)),
        "state": "undone" if correction.undone else "stands",
        "made": correction.made,
        "undone": correction.undone,
        "quote": correction.quote,
        "document": correction.document or correction.value.get("document"),
        "value": {_NAMES.get(field, field): value for field, value in correction.value.items()},
        "before": {_NAMES.get(field, field): value for field, value in correction.before.items()},
    }


def shortened(records: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Return records of corrections, in one those of a step that removed a great many documents."""
    told: list[Mapping[str, Any]] = []
    for (_, action, _), of_step in groupby(records, itemgetter("step", "action", "state")):
        several = list(of_step)
        told += [_together(several)] if action == "remove" and len(several) > _MOST_NAMED else several
    return told


def _together(removals: Sequence[Mapping[str, Any]]) -> Mapping[str, Any]:
    """Return one record for the removal of several documents."""
    first, more = removals[0], len(removals) - 1
    quotes = sum(removal["value"].get("quotes", 0) for removal in removals)
    named = f"{first['of']} and {count(more, 'more document')}"
    return {**first, "of": named, "change": f"{count(quotes, 'quote')} with them"}


def correction_words(correction: Correction) -> str:
    """Return what a correction changed, and which step it was."""
    return f"{'; '.join(_changes(correction))} (step {correction.step})"


def _of(correction: Correction) -> str:
    """Return what a correction is of."""
    if correction.quote:
        return correction.quote
    if correction.document:
        return near_path(correction.document)
    if correction.action == "remove":
        return near_path(str(correction.value.get("document", "")))
    return str(correction.value.get("name", ""))


def _changes(correction: Correction) -> list[str]:
    """Return what changed, a phrase for each field."""
    value, before = correction.value, correction.before
    if correction.action == "remove":
        return [f"{count(value.get('quotes', 0), 'quote')} with it"]
    if correction.action == "part":
        return [f"is not {value.get('other', '')}"]
    if correction.action != "edit":
        return [f"is {value.get('shown', '')}"]
    changes = []
    for field, now in value.items():
        if field == "speech":
            changes.append(f"no quotation: “{_cut(before.get('text') or '')}”")
        elif now == before.get(field):
            changes.append(f"{_NAMES.get(field, field)}: {_words(now)}, confirmed")
        else:
            changes.append(f"{_NAMES.get(field, field)}: {_words(before.get(field))} → {_words(now)}")
    return changes


def _words(value: Any) -> str:
    if isinstance(value, list):
        value = " and ".join(map(str, value))
    return "unknown" if value in {None, ""} else str(value)


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "…"


def write_corrections(corrections: Sequence[Correction], out: TextIO) -> None:
    """Write what was just done, a line for each correction, or that nothing had to be."""
    if not corrections:
        out.write("nothing to change: it stands so already\n")
    for done in shortened(map(correction_record, corrections)):
        verb = "undone" if done["undone"] else done["action"]
        words = (f"step {done['step']}", verb, done["of"], done["change"])
        out.write("  ".join(map(clean_line, words)) + "\n")


def joined_words(joined: Joined) -> str:
    """Return in words under which name a speaker is shown now."""
    already = "" if joined.changed else " already"
    return clean_line(f"{joined.name} is {joined.shown}{already}: {count(joined.quotes, 'quote')}")


def parted_words(parted: Parted) -> str:
    """Return in words that two names are two speakers'."""
    already = "" if parted.changed else " already"
    said = " and ".join(count(quotes, "quote") for quotes in parted.quotes)
    return clean_line(f"{parted.name} is not {parted.other}{already}: {said}")
