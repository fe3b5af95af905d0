"""Whom somebody recalls or quotes: their words are told by another.

"“…,” he recalls her saying"; "She remembered the coach telling her: “…”"; "quoted Brandt, who is 40, as saying “…”".
"""

from __future__ import annotations

from collections.abc import Sequence

from quotecli.find.clauses.setting import Setting
from quotecli.find.mentions.tokens import QUOTE
from quotecli.find.scene.scene import Scene
from quotecli.find.words.closed import RECALLING
from quotecli.find.words.lexicon import cue_class

_RECALL_WITHIN = 12
"""Words from the piece to who is recalled."""


def remembered(setting: Setting) -> int:
    """Return whom somebody recalls saying the words of the piece; -1 for none.

    "“…,” he recalls her saying"; "She remembered the coach telling her: “…”".
    """
    lows, at = setting.lows, setting.at
    for number, mention, _ in setting.candidates:
        if abs(mention.first - at) > _RECALL_WITHIN or lows[mention.first - 1] not in RECALLING:
            continue
        said = _behind_name(setting.scene, number)
        if said == len(lows) or not (cue_class(lows[said]) and lows[said].endswith("ing")):
            continue
        behind = lows[said + 1 : said + 2]
        if (said > at and behind in ([","], ["."], ["of"])) or (said < at and QUOTE not in lows[said:at]):
            return number
    return -1


def _behind_name(scene: Scene, number: int) -> int:
    """Return the word behind a mention and the name in apposition to it: "her late father, Ned Orr, telling"."""
    lows, last = scene.stream.lows, scene.mentions[number].last
    following = scene.mentions[number + 1] if number + 1 < len(scene.mentions) else None
    named = following is not None and following.kind == "name" and following.first == last + 1 and lows[last] == ","
    if following is None or not named or lows[following.last : following.last + 1] != [","]:
        return last
    return following.last + 1


def as_saying(lows: Sequence[str], last: int, at: int) -> int:
    """Return where "as" stands behind whom somebody quotes, over words between: "quoted Brandt, 40, as saying".

    Or where the verb stands: "quotes Brandt telling an aide". 0 for neither.
    """
    if lows[last] == "as" or (lows[last].endswith("ing") and cue_class(lows[last])):
        return last
    behind = (
        word for word in range(last, min(last + _RECALL_WITHIN, at - 1)) if lows[word : word + 2] == ["as", "saying"]
    )
    return next(behind, 0)
