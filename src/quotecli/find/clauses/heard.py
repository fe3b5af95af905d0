"""Words that somebody is told, or hears said of himself: nobody's, unless the text says by whom.

"Ruiz was told: “You are finished.”"; "She was asked about the “missing” money"; "He dismissed claims that he was
“unfit”".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from quotecli.find.mentions.tokens import QUOTE
from quotecli.find.scene.scene import Scene
from quotecli.find.words.lexicon import cue_class

_HEARERS = frozenset("court inquest inquiry jurors jury hearing magistrates panel trial tribunal".split())
_HEARING = frozenset("heard hears told".split())
_HEARERS_WITHIN, _HEARD_WITHIN = 6, 4
"""Words from a piece to who hears a case, and from there to the verb."""
_TELLING = frozenset("advise ask assure inform instruct order question remind tell warn".split())
"""Verbs whose subject in the passive hears what is said."""
_SAYS = frozenset(("SV", "VS", "ACC"))
_LONGEST = 16
"""Words from such a verb to the piece."""
_BROKEN = frozenset((",", ";", ":", ".", "—", "–", "by", "and", "but", QUOTE))
"""What begins another clause before the piece, or tells who said it."""
_READERS = frozenset(("one", "we", "you"))
"""Who is told by the text: "We are told that it was “so”"."""
_REJECTED = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)"
    r"|(?:dismiss|reject|refut|rebuff|rebutt|disput|ridicul|shrugg|brush|laugh)(?:e?d|e?s|ing)?)"
    r" (?:off |away |aside )?"
    r"(?:(?:any|all|the|such|earlier|recent|repeated|online|media|press|widespread|growing) ){0,2}"
    r"(?:accusations?|allegations?|claims?|complaints?|criticisms?|fears|reports?|rumou?rs?|speculation|suggestions?|talk)"
    r" (?:that|of) [^,.;:!?“”\"]{0,90}$"
)
_REACH = 220
"""Characters before the piece that are searched."""


def is_heard(scene: Scene, index: int, options: Sequence[int]) -> bool:
    """Tell whether the words before piece `index` say that somebody hears it, and the sentence names nobody who tells.

    "Told he would “never walk”, Hale said so" is Hale's.
    """
    stream, at = scene.stream, scene.stream.quote_at[index]
    low, high = stream.sentence_span(at)
    profiles = [scene.profiles[option] for option in options if option >= 0]
    told = [profile.at for profile in profiles if profile.relation in _SAYS and low <= profile.at < high]
    if any(verb > at for verb in told):
        return False
    end = at - 1 if stream.lows[at - 1] in (",", ":") else at
    if not told and is_told_in_court(scene, index) and not any(map(cue_class, stream.lows[low:at])):
        return True  # "A nurse was “playing God”, a jury has been told"
    if stream.lows[max(low, end - 2) : end] in (["was", "told"], ["were", "told"]) and stream.lows[at - 1] == ":":
        return True  # "The cashier asked him why, and was told: “…”"
    hears = not told and any(_hears(scene, option, low, end) for option in options if option >= 0)
    return hears or _is_rejected(scene, index)


def is_told_in_court(scene: Scene, index: int) -> bool:
    """Tell whether the words behind piece `index` say where it was heard: “so”, a coroner's court has been told."""
    lows, at = scene.stream.lows, scene.stream.quote_at[index]
    high = scene.stream.sentence_span(at)[1]
    begin = at + (2 if lows[at + 1 : at + 2] == [","] else 1)
    if lows[begin : begin + 1] not in (["a"], ["an"], ["the"]):
        return False
    for who in range(begin + 1, min(begin + _HEARERS_WITHIN, high)):
        if lows[who] in _HEARERS:
            return not _HEARING.isdisjoint(lows[who + 1 : min(who + _HEARD_WITHIN, high)])
    return False


def _hears(scene: Scene, option: int, low: int, end: int) -> bool:
    """Tell whether a mention is told what stands behind word `end`, in a sentence that begins at word `low`."""
    profile, mention, lows = scene.profiles[option], scene.mentions[option], scene.stream.lows
    if profile.relation != "PV" or profile.verb not in _TELLING or lows[mention.first] in _READERS:
        return False
    near = low <= profile.at < end <= profile.at + _LONGEST
    return near and mention.kind != "noun" and _BROKEN.isdisjoint(lows[profile.at + 1 : end])


def _is_rejected(scene: Scene, index: int) -> bool:
    end = scene.pieces[index].outer_start
    before = scene.article.text[max(0, end - _REACH) : end].rpartition("\n")[2]
    return (" that " in before or " of " in before) and _REJECTED.search(before) is not None
