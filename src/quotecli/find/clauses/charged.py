"""Whose words tell what another is charged with: "Ruiz accused Brandt of wanting “so”" gives Ruiz's words.

What is charged is no saying: "accused Brandt of calling it “so”" gives Brandt's, see `inner`.
"""

from __future__ import annotations

from collections.abc import Sequence

from quotecli.find.scene.scene import Scene
from quotecli.find.words.lexicon import cue_class, cue_lemma

_CHARGING = frozenset("accuse attack blame criticise criticize denounce fault mock praise thank".split())
_LONGEST = 16
"""Words from the verb to the piece."""
_THOUGHT = ("", "think")
_ENDING = frozenset((";", ":", ".", "—", "–", "(", "and", "but", "which", "who", "saying", "that"))


def charged(scene: Scene, index: int, options: Sequence[int]) -> int:
    """Return the place among `options` (mentions) of who charges or praises another in words that piece `index` ends.

    -1 where no such clause leads to the piece, or a verb of saying stands in it.
    """
    lows, at = scene.stream.lows, scene.stream.quote_at[index]
    low = max(scene.stream.sentence_span(at)[0], at - _LONGEST)
    verb = next((word for word in range(at - 4, low, -1) if cue_lemma(lows[word]) in _CHARGING), -1)
    if (
        verb < 0
        or not _ENDING.isdisjoint(lows[verb:at])
        or any(cue_class(low) not in _THOUGHT for low in lows[verb + 1 : at])
    ):
        return -1
    doing = next((word for word in range(verb + 2, at - 1) if lows[word] in ("of", "for")), -1)
    if doing < 0 or not lows[doing + 1].endswith("ing"):
        return -1
    charging = [
        (scene.at[option], place)
        for place, option in enumerate(options)
        if option >= 0 and scene.at[option] < verb and scene.profiles[option].at == verb
    ]
    return max(charging)[1] if charging else _leading(scene, options, verb)


def _leading(scene: Scene, options: Sequence[int], verb: int) -> int:
    """Return the place of the subject that the sentence's verbs share: "Vane said he would win, and accused Brill"."""
    lows = scene.stream.lows
    if lows[verb - 1] != "and":
        return -1
    begin = scene.stream.sentence_span(verb)[0]
    first = [place for place, option in enumerate(options) if option >= 0 and scene.at[option] == begin]
    return first[0] if len(first) == 1 and scene.profiles[options[first[0]]].relation == "SV" else -1
