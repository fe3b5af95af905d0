"""What the user said of a document when it was added: kept beside its digest, and true until something else is said.

Who adds a folder again, after an update or because files changed, need not repeat what was said the first time.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from quotecli.app.intake.pipeline import Reading

__all__ = ["mark_in", "mark_of", "mark_of_words", "with_what_was_said"]

_SEPARATOR = "+"
"""Parts a document's digest, which is hexadecimal, from what was said of it."""
_WORDS = ("outlet", "date", "author", "title", "url", "force_meta", "field_map")
"""The options that are said of documents; the others tell which files to read, and how far."""


def mark_of(reading: Reading) -> str:
    """Return what to write behind a document's digest; nothing where nothing was said."""
    said: dict[str, Any] = {word: getattr(reading.options, word) for word in _WORDS}
    said["field_map"] = dict(reading.options.field_map)
    said["indirect"] = reading.indirect
    return mark_of_words(said)


def mark_of_words(said: Mapping[str, Any]) -> str:
    """Return what to write behind a digest for these words; those that were not said count for nothing."""
    said = {word: value for word, value in said.items() if value}
    return _SEPARATOR + json.dumps(said, sort_keys=True, separators=(",", ":")) if said else ""


def mark_in(digest: str) -> str:
    """Return what stands behind a digest as it is stored."""
    return "".join(digest.partition(_SEPARATOR)[1:])


def with_what_was_said(reading: Reading, digest: str | None) -> Reading:
    """Return how to read a document: as asked now, and where nothing is said now, as was said before.

    Args:
        reading: as asked now.
        digest: the document's, with its mark, as it is stored; None if it is new.
    """
    before = _said((digest or "").partition(_SEPARATOR)[2])
    words = {word: before[word] for word in _WORDS if before.get(word) and not getattr(reading.options, word)}
    if "author" in words:
        words["author"] = tuple(words["author"])
    indirect = reading.indirect or bool(before.get("indirect"))
    return Reading(replace(reading.options, **words), indirect) if words else replace(reading, indirect=indirect)


def _said(mark: str) -> Mapping[str, Any]:
    try:
        found = json.loads(mark)
    except ValueError:  # nothing was said
        return {}
    return found if isinstance(found, dict) else {}
