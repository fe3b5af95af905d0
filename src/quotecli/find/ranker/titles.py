"""What is a title once is a title again: “Salt House” of the headline is no speech further down."""

from __future__ import annotations

from quotecli.find.ranker.decode import Decided
from quotecli.find.ranker.features import NOT_SPEECH
from quotecli.find.ranker.quoted import capitals_of
from quotecli.find.scene.scene import Scene

_SURE = 0.9
"""How likely words have to be no speech in one place to be none in another."""
_AROUND = " ,.!?;:"


def leave_out_titles(scene: Scene, decided: Decided) -> None:
    """Take words that have capitals as a title has for no speech where the same words surely are none elsewhere."""
    titles = {_title(scene, number) for number in range(len(scene.pieces)) if _is_title(decided, number)}
    if not titles:
        return
    for number, slate in enumerate(decided.slates):
        if not slate.tagged and _title(scene, number) in titles:
            decided.options[number] = NOT_SPEECH


def _is_title(decided: Decided, number: int) -> bool:
    return decided.slates[number].quoted.titled and decided.likely[number][0] >= _SURE


def _title(scene: Scene, number: int) -> str | None:
    """Return the words of a piece without the marks around them, in lower case; None where they are no title."""
    piece = scene.pieces[number]
    text = scene.article.text[piece.start : piece.end].strip(_AROUND)
    words = text.split()
    return text.lower() if capitals_of(words, len(words)) == "T" else None
