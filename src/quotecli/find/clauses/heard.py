"""Words that somebody is told, or hears said of himself: nobody's, unless the text says by whom.

"Ruiz was told: “You are finished.”"; "She was asked about the “missing” money"; "He dismissed claims that he was
“unfit”".
"""

from __future__ import annotations

import re

from quotecli.find.clauses.setting import Setting
from quotecli.find.mentions.mention import Mention
from quotecli.find.mentions.profiles import SPEAKING, Profile
from quotecli.find.mentions.tokens import QUOTE
from quotecli.find.words.lexicon import cue_class

_HEARERS = frozenset("court inquest inquiry jurors jury hearing magistrates panel trial tribunal".split())
_HEARING = frozenset("heard hears told".split())
_HEARERS_WITHIN, _HEARD_WITHIN = 6, 4
"""Words from a piece to who hears a case, and from there to the verb."""
_TELLING = frozenset("advise ask assure inform instruct order question remind tell warn".split())
"""Verbs whose subject in the passive hears what is said."""
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


def is_heard(setting: Setting) -> bool:
    """Tell whether the words before the piece say that somebody hears it, and the sentence names nobody who tells.

    "Told he would “never walk”, Hale said so" is Hale's.
    """
    lows, low, at, end = setting.lows, setting.low, setting.at, setting.end
    profiles = [profile for _, _, profile in setting.candidates]
    told = [profile.at for profile in profiles if profile.relation in SPEAKING and low <= profile.at < setting.high]
    if any(verb > at for verb in told):
        return False
    if _is_tagged_in_court(setting):
        return True
    if not told and is_told_in_court(setting) and not any(map(cue_class, lows[low:at])):
        return True  # "A nurse was “playing God”, a jury has been told"
    if lows[max(low, end - 2) : end] in (["was", "told"], ["were", "told"]) and lows[at - 1] == ":":
        return True  # "The cashier asked him why, and was told: “…”"
    hears = not told and any(_hears(setting, mention, profile) for _, mention, profile in setting.candidates)
    return hears or _is_rejected(setting)


def is_told_in_court(setting: Setting) -> bool:
    """Tell whether the words behind the piece say where it was heard: “so”, a coroner's court has been told."""
    lows, begin, high = setting.lows, setting.behind, setting.high
    if lows[begin : begin + 1] not in (["a"], ["an"], ["the"]):
        return False
    for who in range(begin + 1, min(begin + _HEARERS_WITHIN, high)):
        if lows[who] in _HEARERS:
            return not _HEARING.isdisjoint(lows[who + 1 : min(who + _HEARD_WITHIN, high)])
    return False


def _is_tagged_in_court(setting: Setting) -> bool:
    """Tell whether the words right before the piece say where it was heard: a roof that, the court heard, “so”."""
    lows, verb = setting.lows, setting.at - 2
    if verb < setting.low or lows[setting.at - 1] != "," or lows[verb] not in _HEARING:
        return False
    tag = lows[max(verb - _HEARERS_WITHIN, setting.low) : verb]
    return "," in tag and not _HEARERS.isdisjoint(tag[len(tag) - tag[::-1].index(",") :])


def _hears(setting: Setting, mention: Mention, profile: Profile) -> bool:
    """Tell whether a mention of the sentence is told what the piece says."""
    lows, end = setting.lows, setting.end
    if profile.relation != "PV" or profile.verb not in _TELLING or lows[mention.first] in _READERS:
        return False
    near = setting.low <= profile.at < end <= profile.at + _LONGEST
    return near and mention.kind != "noun" and _BROKEN.isdisjoint(lows[profile.at + 1 : end])


def _is_rejected(setting: Setting) -> bool:
    before = setting.text_before(_REACH)
    return (" that " in before or " of " in before) and _REJECTED.search(before) is not None
