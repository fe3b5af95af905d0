"""Several articles in one file: where each begins and ends, told by the marks that databases and collections set."""

from __future__ import annotations

from quotecli.read.parts.split import MOST_PARTS, TextPart, parts_of_draft, parts_of_text

__all__ = ["MOST_PARTS", "TextPart", "parts_of_draft", "parts_of_text"]
