"""Whose words are told inside another's report: of whom the outer clause only says that they said so.

"Ruiz mocked Brandt's claim that it was “so”", "blamed Brandt for calling it “so”", "said Brandt had told her it was
“so”": Brandt's. What somebody thinks, wants or expects by another's word stays the other's: "Ruiz said Brandt thinks".
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from quotecli.find.clauses.setting import Setting
from quotecli.find.mentions.mention import Mention
from quotecli.find.mentions.profiles import Profile
from quotecli.find.mentions.tokens import QUOTE
from quotecli.find.scene.scene import Scene
from quotecli.find.words.lexicon import cue_class, vocabulary

_LONGEST = 24
"""Words from the inner verb to the piece."""
_BROKEN = frozenset((",", ";", ":", ".", "—", "–", "(", "and", "but", "which", "who", QUOTE))
"""What ends the inner clause before the piece."""
_SAYING = vocabulary("saying")
_PUT = frozenset(("put it", "puts it", "phrased it", "called it", "calls it", "described it", "described them"))
_SHORTEST_TOLD = 5
"""Words before a piece are more, where a tag stands among them."""
_ENDED = frozenset((",", ";", ":", ".", QUOTE))
_HELPING = frozenset("also had has have just later once since then".split())
_CLAIMED = vocabulary("claimed")
"""What is somebody's that his words follow: "his claim that it was “so”"."""
_ANSWERED = vocabulary("answered")
"""What stands before whose claim is only answered: "called Brandt's claim that it fell “absurd”" is another's word."""
_UTTERED = vocabulary("uttered")
"""Verbs of what is said aloud, which nobody reports for himself: "Ruiz said Brandt called it “so”"."""
_REPORTING = vocabulary("reporting")
_THINKING = frozenset("believe expect feel hope know see think want".split())
_HEARD = frozenset("heard hear hearing saw".split())
_HEARING = frozenset("her him me them us".split())
_TOLD = vocabulary("told")
_BESIDE, _ACCORDING = 1, 3
_COURT_PAPERS = frozenset("affidavit complaint filing filings indictment lawsuit papers records suit warrant".split())


def inner_clause(setting: Setting) -> int:
    """Return whose clause inside another's report ends in the piece; -1 for none.

    The last such clause counts, and none where another verb of saying stands between its own and the piece.
    """
    lows, at = setting.lows, setting.at
    for number, mention, profile in setting.candidates:
        if profile.relation != "SV" or not setting.low <= mention.first < profile.at < at <= profile.at + _LONGEST:
            continue
        between = lows[profile.at + 1 : setting.end]
        if setting.scene.heads[number] and _is_vouched_for(between):
            return number
        if not _BROKEN.isdisjoint(between) or (mention.possessive and lows[at - 1] == ":"):
            continue  # "Ruiz said of Brandt's claim: “…”"
        inner = _is_inner(lows, mention, profile) or (not between and _says_beside(lows, mention, profile))
        if inner and _is_last(setting, number, profile.at):
            return number
    return -1


def _is_vouched_for(words: Sequence[str]) -> bool:
    """Tell whether another's word is put in before what is told: "He told them, according to the report, that"."""
    for at in range(len(words) - _ACCORDING):
        if words[at : at + _ACCORDING] == [",", "according", "to"]:
            behind = words[at + _ACCORDING :]
            return any(behind[i : i + 2] == [",", "that"] for i in range(len(behind)))
    return False


def _is_last(setting: Setting, number: int, verb: int) -> bool:
    """Tell whether no other mention has its verb of saying between that of `number` and the piece.

    What a pronoun only thinks is no saying: "told investigators he had seen “a dark object”".
    """
    others = (
        profile
        for other, mention, profile in setting.candidates
        if other != number and not (mention.kind == "pron" and profile.verb in _THINKING)
    )
    return not any(other.relation in ("SV", "VS") and verb < other.at < setting.at for other in others)


def _is_inner(lows: Sequence[str], mention: Mention, profile: Profile) -> bool:
    """Tell whether the clause of a mention stands in what another does or says."""
    if profile.gap == "f":
        return True
    if mention.first == 0:
        return False
    if mention.possessive:
        tells = lows[profile.at] in _CLAIMED and lows[profile.at + 1] in ("that", "of", "about", QUOTE)
        return tells and lows[mention.first - 1 - (lows[mention.first - 1] == "the")] in _ANSWERED
    if mention.kind == "pron" or profile.form == "ing":
        return False
    before = lows[mention.first - 1]
    if before in _HEARD and (mention.kind == "noun" or lows[profile.at] == profile.verb):
        return profile.verb in _UTTERED or lows[profile.at] in ("say", "ask", "cry")
    if profile.verb not in _UTTERED or profile.gap[0] not in "0,(w":
        return False
    reported = before in _REPORTING or (before == "the" and lows[mention.first - 2] in _REPORTING)
    return reported and lows[profile.at - 1] not in ("to", "would", "will", "should", "could", "might", "may")


def _says_beside(lows: Sequence[str], mention: Mention, profile: Profile) -> bool:
    """Tell whether another reports that somebody said what stands right behind: "Ruiz claims Brandt said “…”"."""
    reported = mention.first > 0 and lows[mention.first - 1 - (lows[mention.first - 1] == "that")] in _REPORTING
    plain = mention.kind in ("name", "noun") and not (mention.possessive or mention.modifies)
    return reported and plain and profile.verb == "say" and profile.gap[0] in "0,("


def told_within(setting: Setting) -> int:
    """Return who tells the piece to somebody inside another's report; -1 for none.

    "She said a roofer had told her it was “tired”"; "He said the mayor came by and promised him he would be “whole”".
    """
    if (number := _told_that(setting)) >= 0:
        return number
    lows, low = setting.lows, setting.low
    verb = _told_somebody(lows, max(low, setting.at - _LONGEST), setting.end)
    subjects = [
        (_leads(lows, mention, profile, verb), mention.first, number)
        for number, mention, profile in setting.candidates
        if low < mention.first < verb
    ]
    leads, first, number = max(subjects, default=(0, 0, -1))
    return number if leads and _is_reported(setting, first) else -1


def _told_that(setting: Setting) -> int:
    """Return who "had told the daughter, Ana Ruiz, that he was “so”" by another's word; -1 for none."""
    lows, low, at = setting.lows, setting.low, setting.at
    that = next((word for word in range(at - 1, low, -1) if lows[word] in ("that", QUOTE)), low)
    if lows[that] != "that" or not _BROKEN.isdisjoint(lows[that + 1 : at]) or any(map(cue_class, lows[that + 1 : at])):
        return -1
    for number, mention, profile in setting.candidates:
        if profile.relation != "SV" or not low < mention.first < profile.at < that:
            continue
        reported = lows[mention.first - 1] in _REPORTING and mention.kind != "pron"
        if reported and lows[profile.at] in _TOLD and not any(map(cue_class, lows[profile.at + 1 : that])):
            return number if _is_reported(setting, mention.first) else -1
    return -1


def _told_somebody(lows: Sequence[str], low: int, end: int) -> int:
    """Return the last verb before `end` that tells somebody something: "had promised him he would be"; -1 for none."""
    for verb in range(end - 2, low, -1):
        if lows[verb] in _TOLD and lows[verb + 1] in _HEARING and lows[verb - 1] not in ("that", "who"):
            behind = lows[verb + 2 : end]
            if behind[:1] == ["of"]:
                return -1  # "it reminded him of"
            return verb if _BROKEN.isdisjoint(behind) and not any(map(cue_class, behind)) else -1
    return -1


def _leads(lows: Sequence[str], mention: Mention, profile: Profile, verb: int) -> int:
    """Return how surely a mention is the subject of the verb at `verb` in a reported clause: 0 for not, 2 for surely.

    "told her": surely; "said the mayor came by and promised him": the clause is the mayor's.
    """
    if mention.possessive or mention.modifies or mention.kind == "pron" or mention.category == "document":
        return 0
    beside = profile.relation != "SO" and _HELPING.issuperset(lows[mention.last : verb])
    if beside or (profile.relation == "SV" and profile.at == verb):
        return 2
    return int(lows[mention.first - 1] in _REPORTING)


def _is_reported(setting: Setting, first: int) -> bool:
    """Tell whether somebody else says what a clause that begins at word `first` tells."""
    profiles = (profile for _, _, profile in setting.candidates)
    return any(profile.relation in ("SV", "VS") and setting.low <= profile.at < first for profile in profiles)


def told_to_others(setting: Setting) -> int:
    """Return who said the piece by another's word: “…,” he told her, according to Z; -1 for none."""
    lows, begin = setting.lows, setting.behind
    for number, mention, profile in setting.candidates:
        beside = begin <= mention.first <= begin + _BESIDE and profile.relation == "SV" and profile.gap == "0"
        if not beside or mention.category == "document":
            continue
        for word in range(profile.at + 1, min(setting.high, profile.at + _LONGEST) - _ACCORDING):
            if lows[word : word + _ACCORDING] == [",", "according", "to"]:
                return number if _vouches(setting.scene, word + _ACCORDING) else -1
    return -1


def told_beside(setting: Setting) -> int:
    """Return of whose words a tag inside the sentence gives: "Her agent, she said, called"; -1 for none.

    The tag is somebody else's; "He asked her, she said, if she had “so”" is his.
    """
    lows, low, at = setting.lows, setting.low, setting.at
    if at - low < _SHORTEST_TOLD:
        return -1
    tags = {
        mention.first: (mention, profile)
        for _, mention, profile in setting.candidates
        if profile.relation == "SV" and lows[mention.first - 1] == ","
    }
    for number, mention, profile in setting.candidates:
        if mention.first != low or not tags:
            continue
        asks = profile.relation == "SV" and lows[profile.at] in _TOLD and profile.at + 3 in tags
        told = tags.get(profile.at + 3 if asks else mention.last + 1)
        if told is None:
            continue
        teller, tag = told
        behind = lows[tag.at + 1 : at]
        named = teller.kind != "pron" and mention.category == "body"
        tells = asks or not (named or _SAYING.isdisjoint(behind))
        if tells and behind[:1] == [","] and _ENDED.isdisjoint(behind[1:]):
            return number
    return -1


def put_so(setting: Setting) -> int:
    """Return who is told behind the piece to have put it so: "as a critic put it"; -1 for none."""
    lows, begin = setting.lows, setting.behind
    if lows[begin : begin + 1] != ["as"]:
        return -1
    return setting.first_where(
        lambda mention: mention.first == begin + 1 and " ".join(lows[mention.last : mention.last + 2]) in _PUT
    )


def said_to_have_told(setting: Setting) -> int:
    """Return who told the piece to who reports it: “…,” Ruiz said Brandt had told her; -1 for none."""
    lows, begin = setting.lows, setting.behind
    said = {
        profile.at + 1
        for _, mention, profile in setting.candidates
        if begin <= mention.first <= begin + _BESIDE and profile.relation == "SV"
    }
    for number, mention, _ in setting.candidates:
        if mention.first - (lows[mention.first - 1] == "that") not in said:
            continue
        last = mention.last + (lows[mention.last : mention.last + 1] == ["had"])
        told = last + 2 < setting.high and lows[last] == "told" and lows[last + 1] in _HEARING
        if told and lows[last + 2] in (".", ","):
            return number
    return -1


def _vouches(scene: Scene, first: int) -> bool:
    """Tell whether a person or a court's paper stands here, not a paper or a record that the words were taken from.

    Who is quoted "according to Reuters" the annotated corpora count as Reuters' words, and what they teach decides.
    """
    at = bisect_left(scene.at, first)
    for mention in scene.mentions[at : at + 2]:
        if mention.first > first + 1:
            return False
        entity = scene.entity_of(mention)
        if mention.kind == "noun" and not mention.modifies:
            return mention.category == "person" or mention.role in _COURT_PAPERS
        if entity is not None and entity.is_person and not mention.modifies:
            return True
    return False
