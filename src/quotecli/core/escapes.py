"""Terminal escape sequences in text: each with its letters and numbers is one thing, which nobody is meant to read."""

from __future__ import annotations

import re

__all__ = ["blanked_escapes", "without_escapes"]

# ECMA-48: CSI and the string controls (OSC, DCS, SOS, PM, APC) with their payload, then any other escape. What has no
# end is no sequence: of it the introducer goes alone. So does U+009D in “â€\x9d”, which is a mark decoded wrongly.
# Kept as text and compiled when first needed: most lines are printable throughout.
_SEQUENCES = (
    "(?:\x1b\\[[0-?]*|\x9b[0-?]+)[ -/]*[@-~]"
    "|(?:\x1b[\\]PX^_]|[\x9d\x90\x98\x9e\x9f])[^\x07\x1b\x90\x98\x9c-\x9f]{0,4096}+(?:\x07|\x1b\\\\|\x9c)"
    "|\x1b[ -/]*[0-~]?"
    "|[\x9b\x9d\x90\x98\x9e\x9f]"
)
_INTRODUCERS = frozenset("\x1b\x9b\x9d\x90\x98\x9e\x9f")


def without_escapes(text: str) -> str:
    """Return `text` without escape sequences, each taken out whole: of one that colours a word stays the word."""
    return text if _INTRODUCERS.isdisjoint(text) else re.sub(_SEQUENCES, "", text)


def blanked_escapes(text: str) -> str:
    """Return `text` with a space for each character of an escape sequence, so that offsets into it still hold."""
    return text if _INTRODUCERS.isdisjoint(text) else re.sub(_SEQUENCES, lambda found: " " * len(found[0]), text)
