"""Quotations that run over paragraphs: whose the first are where only a later one tells."""

from __future__ import annotations

from quotecli.find.ranker.decode import Decided
from quotecli.find.ranker.echoes import repeat
from quotecli.find.ranker.features import NOT_SPEECH
from quotecli.find.scene.scene import Scene


def bind_chains(scene: Scene, decided: Decided) -> None:
    """Let paragraphs that are all quotation, and go on in a later one, have the speaker whom that one tells.

    Where no paragraph tells any, they are speech all the same: nobody sets two paragraphs of a term in marks.
    """
    following = {
        piece.continues: number
        for number, piece in enumerate(scene.pieces)
        if piece.continues is not None and piece.style == "marks"
    }
    led: set[int] = set()
    for number in sorted(following, reverse=True):
        later = following[number]
        told = later in led or not decided.slates[later].quoted.solo
        if told and decided.options[later] >= 0 and not _is_told(scene, decided, number):
            repeat(decided, number, later)
            led.add(number)
    for number, later in sorted(following.items()):
        for each in (number, later):
            if decided.slates[each].quoted.solo and decided.options[each] == NOT_SPEECH:
                decided.options[each] = _likeliest(decided, each)
        if decided.slates[later].quoted.solo and decided.options[number] >= 0:
            repeat(decided, later, number)


def _likeliest(decided: Decided, number: int) -> int:
    """Return the likeliest speaker of a piece, or nobody where that is likelier."""
    slate = decided.slates[number]
    choices = zip(decided.likely[number], slate.options, strict=True)
    return max((chance, option) for chance, option in choices if option != NOT_SPEECH)[1]


def _is_told(scene: Scene, decided: Decided, number: int) -> bool:
    """Tell whether words of the reporter in its paragraph, or set before a colon, say whose a piece is."""
    if not decided.slates[number].quoted.solo:
        return True
    begin = scene.pieces[number].outer_start
    introduced = scene.article.text[max(0, begin - 3) : begin].rstrip().endswith(":")
    return introduced and decided.options[number] >= 0
