"""Whose words tell what another is charged with: "Ruiz accused Brandt of wanting “so”", or of “so”, gives Ruiz's words.

What is charged is no saying: "accused Brandt of calling it “so”" gives Brandt's, see `inner`.
"""

from __future__ import annotations

from quotecli.find.clauses.setting import Setting
from quotecli.find.words.lexicon import cue_class, cue_lemma

_CHARGING = frozenset("accuse attack blame criticise criticize denounce fault mock praise thank".split())
_DESCRIBING = frozenset(
    "brand cast characterise characterize condemn decry denounce depict deride describe dismiss hail label mock portray"
    " praise reject ridicule".split()
)
"""Verbs of what somebody is described by: "dismissed the talk as “noise”"."""
_ARTICLES = frozenset(("a", "an", "the"))
_LONGEST = 16
"""Words from the verb to the piece."""
_THOUGHT = ("", "think")
_ENDING = frozenset((";", ":", ".", "—", "–", "(", "and", "but", "which", "who", "saying", "that"))


def charged(setting: Setting) -> int:
    """Return who charges or praises another in words that the piece ends; -1 where a verb of saying stands in them."""
    lows, at = setting.lows, setting.at
    low = max(setting.low, at - _LONGEST)
    verb = next((word for word in range(at - 3, low, -1) if cue_lemma(lows[word]) in _CHARGING), -1)
    if (
        verb < 0
        or not _ENDING.isdisjoint(lows[verb:at])
        or any(cue_class(low) not in _THOUGHT for low in lows[verb + 1 : at])
    ):
        return -1
    doing = next((word for word in range(verb + 2, at) if lows[word] in ("of", "for")), -1)
    done = doing < at - 1 and lows[doing + 1].endswith("ing")
    quoted = doing == at - 1 and cue_lemma(lows[verb]) == "accuse"
    if doing < 0 or not (done or quoted):
        return -1
    charging = [
        (mention.first, number) for number, mention, profile in setting.candidates if mention.first < verb == profile.at
    ]
    return max(charging)[1] if charging else _leading(setting, verb)


def described(setting: Setting) -> int:
    """Return who describes something as what the piece says: "Orr dismissed all of it as “noise”"; -1 for nobody."""
    lows, at = setting.lows, setting.at
    begin = at - 1 - (lows[at - 1] in _ARTICLES)
    if lows[begin] != "as":
        return -1
    low = max(setting.low, at - _LONGEST)
    verb = next((word for word in range(begin - 1, low, -1) if cue_lemma(lows[word]) in _DESCRIBING), -1)
    between = lows[verb + 1 : begin]
    tells = any(cue_class(low) not in _THOUGHT and low != cue_lemma(low) for low in between)  # "talk" may be a noun
    if verb < 0 or lows[verb].endswith("ing") or tells or not _ENDING.isdisjoint(between) or "by" in between:
        return -1
    told = [(m.first, number) for number, m, profile in setting.candidates if m.first < verb == profile.at]
    subjects = [number for first, number in sorted(told) if setting.scene.profiles[number].relation == "SV"]
    return subjects[-1] if subjects else -1


def _leading(setting: Setting, verb: int) -> int:
    """Return the subject that the sentence's verbs share: "Vane said he would win, and accused Brill"; -1 for none."""
    if setting.lows[verb - 1] != "and":
        return -1
    first = [(number, profile) for number, mention, profile in setting.candidates if mention.first == setting.low]
    return first[0][0] if len(first) == 1 and first[0][1].relation == "SV" else -1
