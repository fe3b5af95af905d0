"""Pieces that are speech whatever the ranker weighs: what somebody named calls a thing, what stands behind its verb."""

from __future__ import annotations

from collections.abc import Sequence

from quotecli.find.ranker.quoted import SPACELESS, Quoted
from quotecli.find.scene.scene import Scene
from quotecli.find.words.lexicon import cue_class

_SAYS = frozenset(("SV", "VS"))
_UTTERING = frozenset("ask reply say shout tell tweet write yell".split())
_CALLED = frozenset(("it", "that", "this", "him", "her", "them"))


_LEAST_UNSPACED = 5
"""Characters of a writing without spaces that are a statement; fewer name something."""
_BESIDE = 30
"""Words on either side that tell whether a piece is a sentence by itself."""
_HEARING = frozenset("her him me them us reporters".split())
_TOLD = frozenset("asked tell telling tells told warned".split())
_STOPS = frozenset(".!?…。！？؟")
_SETTING_APART = frozenset((",", "،", "—", "–", "-"))


def is_speech(scene: Scene, quoted: Quoted, found: Sequence[int]) -> bool:
    """Tell whether a piece can be nothing but speech; `found` are the mentions that may have said it."""
    piece = scene.pieces[quoted.index]
    if piece.style == "dash" or piece.cut or _is_called(scene, quoted, found) or _is_led_in(scene, quoted, found):
        return True
    if scene.stream.english:
        return _is_told_to(scene, quoted)
    return not quoted.named and (_is_told(scene, quoted) or _stands_as_speech(scene, quoted))


def _is_called(scene: Scene, quoted: Quoted, found: Sequence[int]) -> bool:
    """Tell whether somebody named calls something so: “Hale called it “…””, but not "some call it"."""
    lows, at = scene.stream.lows, quoted.at
    if at < 2 or lows[at - 1] not in _CALLED:
        return False
    profiles = [scene.profiles[option] for option in found if scene.mentions[option].kind == "name"]
    return any(p.relation == "SV" and p.kind == "call" and p.at == at - 2 and p.form == "ed" for p in profiles)


def _is_led_in(scene: Scene, quoted: Quoted, found: Sequence[int]) -> bool:
    """Tell whether subject, verb and a comma or colon stand right before the piece: "Another simply wrote, “…”".

    What looks like a title has to be somebody's: "as the signs say, “Have Your Change Ready”".
    """
    at, mark = quoted.at, scene.stream.lows[quoted.at - 1]
    if at < 2 or mark not in (",", ":"):
        return False
    nearest = at - 2 if mark == "," else at - 5  # "reads in full:"
    for option in found:
        profile = scene.profiles[option]
        if nearest <= profile.at <= at - 2 and profile.relation in _SAYS:
            person = scene.mentions[option].category != "document" and profile.verb in _UTTERING
            return mark == ":" or person or not quoted.titled
    return False


def _is_told_to(scene: Scene, quoted: Quoted) -> bool:
    """Tell whether a sentence stands behind a verb and who hears it: "who is said to have told them, “I wondered.”"."""
    lows, at = scene.stream.lows, quoted.at
    if at < 3 or quoted.titled or quoted.named or lows[at - 1] not in (",", ":"):
        return False
    piece = scene.pieces[quoted.index]
    whole = scene.article.text[piece.start].isupper() and scene.article.text[piece.end - 1] in _STOPS
    return whole and lows[at - 2] in _HEARING and lows[at - 3] in _TOLD


def _is_told(scene: Scene, quoted: Quoted) -> bool:
    """Tell whether a reporting verb stands right beside the piece: “…”, dijo; er sagte: „…“. Not of single words."""
    piece = scene.pieces[quoted.index]
    lows, at = scene.stream.lows, quoted.at
    if quoted.size == "1" or quoted.titled or quoted.named:
        return False
    if quoted.first_case == "o" and quoted.size in ("s", "m", "l") and scene.article.text[piece.start].isalpha():
        return True  # of writing that knows no capitals, several words
    after = at + (2 if lows[at + 1 : at + 2] == [","] else 1)
    told = after < quoted.high and (cue_class(lows[after]) or cue_class(lows[after].partition("-")[0]))
    tells = lows[max(quoted.low, at - 1) : at] == [":"] and any(map(cue_class, lows[max(quoted.low, at - 9) : at]))
    return bool(told) or tells


def _stands_as_speech(scene: Scene, quoted: Quoted) -> bool:
    """Tell whether a piece reads as speech whatever the words beside it mean, in a language that is not English.

    It is a sentence, or ends as one; it has a capital and stands before a comma or a dash, or behind a colon; or it is
    several words of a writing without capitals, or characters of one without spaces.
    """
    piece, lows, at = scene.pieces[quoted.index], scene.stream.lows, quoted.at
    text = scene.article.text[piece.start : piece.end].strip()
    if quoted.titled or not any(map(str.isalpha, text)):
        return False
    if SPACELESS.search(text):
        return len(text) >= _LEAST_UNSPACED or text[-1] in _STOPS
    beside = lows[max(quoted.low, at - _BESIDE) : min(quoted.high, at + _BESIDE)]
    alone = not any(word[0].isalnum() for word in beside)
    if alone or text[-1] in _STOPS:
        return True
    if text[0].lower() == text[0].upper() and " " in text:
        return True  # of writing that knows no capitals
    before, after = lows[at - 1] if at > quoted.low else "", lows[at + 1] if at + 1 < quoted.high else ""
    apart = before == ":" or (after in _SETTING_APART and (" " in text or at == quoted.low))
    return text[0].isupper() and apart
