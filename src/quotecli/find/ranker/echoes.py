"""Whom a headline, caption or pull quote quotes: its words stand again in the text, where somebody says them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from quotecli.core.folding import fold
from quotecli.core.types import Role
from quotecli.find.mentions.profiles import Profile
from quotecli.find.ranker.decode import Decided
from quotecli.find.ranker.features import NOT_SPEECH
from quotecli.find.scene.scene import Scene

_LEAST = 8
"""Letters that two quotations must share to be one."""
_LOOSE = 3
"""Words that a headline may leave out of what it quotes, and the fewest it has to have for it."""
_DOUBTFUL = 0.7
"""Below this probability a headline's own speaker gives way to the text's."""
_MOST = 8
"""Quotations of headlines and captions that are looked for, each in the whole text."""
_OF_FEW = 6
"""Words of a quotation that a headline may take one of."""
_PULLED = 5
"""Words of a paragraph's only quotation that is looked for in the others."""
_FEW = ("1", "2", "3")
_SHORT = (Role.HEADLINE, Role.CAPTION)


def bind_echoes(scene: Scene, decided: Decided) -> None:
    """Lead a noun beside a headline's quotation to whoever says the same words in the text, or is interviewed there.

    Where the headline tells of nobody, or the text knows better, its quotation is that speaker's.
    """
    numbers = range(len(scene.pieces))
    heads = [number for number in numbers if _is_head(scene, number)]
    if heads:
        doubtful = [number for number in heads if _gives_way(scene, decided, number)]
        _bind_quotations(scene, decided, doubtful, heads)
    if pulled := [number for number in numbers if _may_be_pulled(scene, number)]:
        _bind_quotations(scene, decided, pulled, [*heads, *pulled])
    opening = [number for number in numbers if scene.pieces[number].paragraph == 0]
    if heads := sorted({*opening, *heads}):
        _bind_nouns(scene, decided, heads)


def _is_head(scene: Scene, number: int) -> bool:
    paragraph = scene.pieces[number].paragraph
    return scene.article.paragraphs[paragraph].role in _SHORT or paragraph in scene.headings


def _may_be_pulled(scene: Scene, number: int) -> bool:
    """Tell whether a quotation of several words is all of its paragraph, without who says it: a pull quote."""
    piece = scene.pieces[number]
    alone = piece.style in ("marks", "block") and piece.source is None and piece.continues is None
    return alone and scene.stream.only_quotes(piece.paragraph) and len(_words(scene, number)) >= _PULLED


def _bind_nouns(scene: Scene, decided: Decided, heads: Sequence[int]) -> None:
    answering = _interviewed(scene, decided)
    open_pieces: list[tuple[str, int]] = []
    for number in heads:
        option = decided.options[number]
        if option < 0 or scene.mentions[option].kind != "noun":
            continue
        if answering >= 0 and scene.mentions[option].category != "body":
            scene.mentions[option].entity = answering
        elif len(open_pieces) < _MOST:
            letters = "".join(_words(scene, number))
            if len(letters) >= _LEAST:
                open_pieces.append((letters, option))
    if not open_pieces:
        return
    nouns = {option for _, option in open_pieces}
    said = [
        ("".join(_words(scene, number)), scene.mentions[option].entity)
        for number, option in enumerate(decided.options)
        if option >= 0 and option not in nouns and scene.mentions[option].entity >= 0
    ]
    for letters, option in open_pieces:
        saying = {entity for other, entity in said if letters in other}
        if len(saying) == 1:
            scene.mentions[option].entity = saying.pop()


def _bind_quotations(scene: Scene, decided: Decided, some: Sequence[int], heads: Sequence[int]) -> None:
    """Give some quotations the speaker of the others that say the same; `heads` are none of these."""
    doubtful = some[:_MOST]
    if not doubtful:
        return
    around = set(heads)
    said = [
        (number, _words(scene, number))
        for number, option in enumerate(decided.options)
        if option >= 0 and number not in around
    ]
    for number in doubtful:
        words = _words(scene, number)
        saying = [other for other, more in said if words and _echoes(words, more)]
        if saying and len({_speaker(scene, decided.options[other]) for other in saying}) == 1:
            repeat(decided, number, saying[0])


def _gives_way(scene: Scene, decided: Decided, number: int) -> bool:
    """Tell whether a headline's quotation has no speaker of its own, or one that is not sure.

    A word or three of a headline that tells of nobody may only name something.
    """
    option, slate = decided.options[number], decided.slates[number]
    if option < 0:
        told = any(_tells(scene.profiles[each]) for each in slate.options if each >= 0)
        return option != NOT_SPEECH or told or slate.quoted.size not in _FEW
    return scene.mentions[option].entity < 0 and max(decided.likely[number]) < _DOUBTFUL


def _tells(profile: Profile) -> bool:
    return profile.relation in ("SV", "VS", "SC") and profile.form != "ing"


def repeat(decided: Decided, number: int, other: int) -> None:
    """Let a piece have the speaker of another that says the same, with all that tells how sure this is."""
    quoted = decided.slates[number].quoted
    decided.slates[number] = replace(decided.slates[other], quoted=quoted)
    decided.options[number] = decided.options[other]
    decided.likely[number] = decided.likely[other]
    decided.features[number] = decided.features[other]


def _speaker(scene: Scene, option: int) -> tuple[int, int]:
    entity = scene.mentions[option].entity
    return (entity, -1) if entity >= 0 else (-1, option)


def _echoes(words: Sequence[str], more: Sequence[str]) -> bool:
    """Tell whether words stand in others one behind the other, few left out between them where they are several.

    A single word has to be much of what was said.
    """
    if len(words) == 1 and len(more) > _OF_FEW:
        return False
    gap = _LOOSE if len(words) >= _LOOSE else 0
    for first, word in enumerate(more):
        if word == words[0] and _follow(words, more[first : first + len(words) + gap]):
            return True
    return False


def _follow(words: Sequence[str], more: Sequence[str]) -> bool:
    rest = iter(more)
    return all(word in rest for word in words)


def _interviewed(scene: Scene, decided: Decided) -> int:
    """Return who gives the answers of an interview without labels, -1 for nobody."""
    for number in scene.voices:
        option = decided.options[number]
        if scene.pieces[number].turn == "answer":
            return scene.mentions[option].entity if option >= 0 else -1
    return -1


def _words(scene: Scene, number: int) -> list[str]:
    piece = scene.pieces[number]
    words = fold(scene.article.text[piece.start : piece.end]).split()
    bare = (word if word.isalnum() else "".join(filter(str.isalnum, word)) for word in words)
    return list(filter(None, bare))
