"""A stretch of text that may be a quotation: what the marks and the structure of an article alone can tell."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from quotecli.core.dates import PartialDate
from quotecli.core.types import Span

Style = Literal["marks", "script", "dash", "post", "block"]
"""How the text shows that words are somebody's: by quotation marks, or by the form that sets them off."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One stretch in outer quotation marks, or set off as speech by the layout. Offsets are into `Article.text`.

    Attributes:
        start: offset of the first character of the words, the marks left out.
        end: offset after the last character of the words.
        outer_start: offset of the opening mark, or `start` where there is none.
        outer_end: offset after the closing mark, or `end` where there is none.
        paragraph: index, from 0, into `Article.paragraphs`.
        style: how the text shows that it is one.
        mark: the opening mark as printed, "" where there is none.
        source: the mention that the structure itself names (a script's label, a post's author, the "Kim:" of a
            headline), else None.
        continues: index, in the list of pieces, of the one whose unclosed paragraph this one goes on from.
        closed: whether it has a closing mark of its own, or needs none.
        confidence_hint: 0 to 1, how sure the structure alone makes it that these words are somebody's; None where
            the structure doesn't tell.
        turn: `question` or `answer` in an interview whose turns have no labels, else "".
        cut: whether a reporter's clause was cut out beside it, inside its marks.
        said: when it was said, where the structure tells: a message's stamp.
        by_name: whether `source` is all that somebody is called there, as in a chat, where Ann is not Ann Lee.
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    paragraph: int
    style: Style = "marks"
    mark: str = ""
    source: Span | None = None
    continues: int | None = None
    closed: bool = True
    confidence_hint: float | None = None
    turn: str = ""
    cut: bool = False
    said: PartialDate | None = None
    by_name: bool = False
