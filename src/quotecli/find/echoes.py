"""Speakers that a headline or caption calls by a noun: the words stand again in the text, with a name."""

from __future__ import annotations

from quotecli.core.folding import fold
from quotecli.core.types import Role
from quotecli.find.decode import Decided
from quotecli.find.scene import Scene

_LEAST = 8
"""Letters that two quotations must share to be one."""
_SHORT = (Role.HEADLINE, Role.CAPTION)


def bind_echoes(scene: Scene, decided: Decided) -> None:
    """Lead a noun beside a headline's quotation to whoever says the same words in the text, or is interviewed there."""
    answering = _interviewed(scene, decided)
    open_pieces: list[tuple[str, int]] = []
    spoken: list[tuple[int, int]] = []
    for number, option in enumerate(decided.options):
        if option < 0:
            continue
        piece, mention = scene.pieces[number], scene.mentions[option]
        heads = piece.paragraph == 0 or scene.article.paragraphs[piece.paragraph].role in _SHORT
        called = heads and mention.kind == "noun"
        if mention.entity >= 0 and not called:
            spoken.append((number, mention.entity))
        elif called and answering >= 0 and mention.category != "body":
            mention.entity = answering
        elif called and len(open_pieces) < 8:
            letters = _letters(scene, number)
            if len(letters) >= _LEAST:
                open_pieces.append((letters, option))
    if not open_pieces:
        return
    said = [(_letters(scene, number), entity) for number, entity in spoken]
    for letters, option in open_pieces:
        saying = {entity for other, entity in said if letters in other}
        if len(saying) == 1:
            scene.mentions[option].entity = saying.pop()


def _interviewed(scene: Scene, decided: Decided) -> int:
    """Return who gives the answers of an interview without labels, -1 for nobody."""
    for number in scene.voices:
        option = decided.options[number]
        if scene.pieces[number].turn == "answer":
            return scene.mentions[option].entity if option >= 0 else -1
    return -1


def _letters(scene: Scene, number: int) -> str:
    piece = scene.pieces[number]
    return "".join(c for c in fold(scene.article.text[piece.start : piece.end]) if c.isalnum())
