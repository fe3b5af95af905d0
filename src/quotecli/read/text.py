"""Plain text and transcripts → Draft; the stored text is the text as given, so that offsets hold."""

from __future__ import annotations

import re

from quotecli.read.draft import Draft, DraftBuilder

_PARAGRAPH = re.compile(r"\S(?:.*\S)?")


def draft_from_text(text: str) -> Draft:
    """Read plain text: its paragraphs stand between blank lines, or are its lines where it has no blank ones."""
    builder = DraftBuilder(text)
    for found in _PARAGRAPH.finditer(text):
        builder.mark(found.start(), found.end())
    return builder.build()
