"""What stands in a manuscript's marks or block quotation and is nobody's words: the source behind them, and titles."""

from __future__ import annotations

import re

from quotecli.core.folding import fold

__all__ = ["is_of_title", "words_end"]

_BEHIND = re.compile(r"\(([^()]{1,160})\)[.,;]?\s*\Z")
_FARTHEST = 200
"""Characters from a quotation's end in which its source is looked for."""
_WORD = re.compile(r"[^\W\d_]+")
_ENDED = re.compile(r"[.!?…][\"”’']?\Z")
_OF_SOURCES = frozenset(
    "added author cited d emphasis ibid in italics lines mine n original p page pages para paras pp qtd quoted"
    " translated translation trans".split()
)
"""Words that say where something was printed, or what was done to it."""
_BETWEEN = frozenset("al and as by ch col der et for from l le la line ll my no our s see the van von vol".split())
"""Words with a small letter that stand beside those, and in names."""


def words_end(text: str) -> int:
    """Return where the words of a quotation end and the source behind them begins; else the length of the text.

    Block quotations end in their source: … for the winter. (Reed, 2022, p. 4). What else stands in parentheses is
    said: only names, numbers and the words of sources are a source, and names alone only behind a whole sentence.
    """
    behind = _BEHIND.search(text, max(len(text) - _FARTHEST, 0))
    said = text[: behind.start()].rstrip() if behind else ""
    if behind is None or not said:
        return len(text)
    words = _WORD.findall(behind[1])
    if any(not word[0].isupper() and word.lower() not in _OF_SOURCES | _BETWEEN for word in words):
        return len(text)
    told = any(character.isdigit() for character in behind[1]) or any(word.lower() in _OF_SOURCES for word in words)
    return len(said) if told or _ENDED.search(said) else len(text)


def is_of_title(text: str, title: str | None) -> bool:
    """Tell whether words are those of a document's title, or some of them in a row."""
    return f" {_plain(text)} " in f" {_plain(title or '')} "


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", fold(text)))
