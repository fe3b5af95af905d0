"""Whose words are told inside another's report: of whom the outer clause only says that they said so.

"Ruiz mocked Brandt's claim that it was “so”", "blamed Brandt for calling it “so”", "said Brandt had told her it was
“so”": Brandt's. What somebody thinks, wants or expects by another's word stays the other's: "Ruiz said Brandt thinks".
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

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


def inner_clause(scene: Scene, index: int, options: Sequence[int]) -> int:
    """Return the place among `options` (mentions) of whose clause inside another's report ends in piece `index`; or -1.

    The last such clause counts, and none where another verb of saying stands between its own and the piece.
    """
    lows, at = scene.stream.lows, scene.stream.quote_at[index]
    low = scene.stream.sentence_span(at)[0]
    for place, option in enumerate(options):
        if option < 0 or not low <= scene.at[option] < at:
            continue
        profile = scene.profiles[option]
        if profile.relation != "SV" or not scene.at[option] < profile.at < at <= profile.at + _LONGEST:
            continue
        between = lows[profile.at + 1 : at - 1 if lows[at - 1] in (",", ":") else at]
        if scene.heads[option] and _is_vouched_for(between):
            return place
        if not _BROKEN.isdisjoint(between) or (scene.mentions[option].possessive and lows[at - 1] == ":"):
            continue  # "Ruiz said of Brandt's claim: “…”"
        inner = _is_inner(scene, option, profile) or (not between and _says_beside(scene, option, profile))
        if inner and _is_last(scene, options, option, at):
            return place
    return -1


def _is_vouched_for(words: Sequence[str]) -> bool:
    """Tell whether another's word is put in before what is told: "He told them, according to the report, that"."""
    for at in range(len(words) - _ACCORDING):
        if words[at : at + _ACCORDING] == [",", "according", "to"]:
            behind = words[at + _ACCORDING :]
            return any(behind[i : i + 2] == [",", "that"] for i in range(len(behind)))
    return False


def _is_last(scene: Scene, options: Sequence[int], option: int, at: int) -> bool:
    """Tell whether no other mention has its verb of saying between an option's and the piece at word `at`."""
    verb = scene.profiles[option].at
    others = (
        scene.profiles[other]
        for other in options
        if other >= 0 and other != option and not (scene.mentions[other].kind == "pron" and _only_thinks(scene, other))
    )
    return not any(other.relation in ("SV", "VS") and verb < other.at < at for other in others)


def _only_thinks(scene: Scene, option: int) -> bool:
    """Tell whether the verb of a mention tells no words: "told investigators he had seen “a dark object”"."""
    return scene.profiles[option].verb in _THINKING


def _is_inner(scene: Scene, option: int, profile: Profile) -> bool:
    """Tell whether the clause of a mention stands in what another does or says."""
    mention, lows = scene.mentions[option], scene.stream.lows
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


def _says_beside(scene: Scene, option: int, profile: Profile) -> bool:
    """Tell whether another reports that somebody said what stands right behind: "Ruiz claims Brandt said “…”"."""
    mention, lows = scene.mentions[option], scene.stream.lows
    reported = mention.first > 0 and lows[mention.first - 1 - (lows[mention.first - 1] == "that")] in _REPORTING
    plain = mention.kind in ("name", "noun") and not (mention.possessive or mention.modifies)
    return reported and plain and profile.verb == "say" and profile.gap[0] in "0,("


def told_within(scene: Scene, index: int, options: Sequence[int]) -> int:
    """Return the place among `options` of who tells piece `index` to somebody inside another's report; -1 for none.

    "She said a roofer had told her it was “tired”"; "He said the mayor came by and promised him he would be “whole”".
    """
    lows, at = scene.stream.lows, scene.stream.quote_at[index]
    low = scene.stream.sentence_span(at)[0]
    if (place := _told_that(scene, options, low, at)) >= 0:
        return place
    verb = _told_somebody(lows, max(low, at - _LONGEST), at - 1 if lows[at - 1] in (",", ":") else at)
    places = [place for place, option in enumerate(options) if option >= 0 and low < scene.at[option] < verb]
    leads = {place: _leads(scene, options[place], verb) for place in places}
    place = max(places, key=lambda place: (leads[place], scene.at[options[place]]), default=-1)
    told = place >= 0 and leads[place] and _is_reported(scene, options, scene.at[options[place]], low)
    return place if told else -1


def _told_that(scene: Scene, options: Sequence[int], low: int, at: int) -> int:
    """Return the place of who "had told the daughter, Ana Ruiz, that he was “so”" by another's word; -1 for none."""
    lows = scene.stream.lows
    that = next((word for word in range(at - 1, low, -1) if lows[word] in ("that", QUOTE)), low)
    if lows[that] != "that" or not _BROKEN.isdisjoint(lows[that + 1 : at]) or any(map(cue_class, lows[that + 1 : at])):
        return -1
    for place, option in enumerate(options):
        profile = scene.profiles[option] if option >= 0 else None
        if profile is None or profile.relation != "SV" or not low < scene.at[option] < profile.at < that:
            continue
        reported = lows[scene.at[option] - 1] in _REPORTING and scene.mentions[option].kind != "pron"
        if reported and lows[profile.at] in _TOLD and not any(map(cue_class, lows[profile.at + 1 : that])):
            return place if _is_reported(scene, options, scene.at[option], low) else -1
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


def _leads(scene: Scene, option: int, verb: int) -> int:
    """Return how surely a mention is the subject of the verb at `verb` in a reported clause: 0 for not, 2 for surely.

    "told her": surely; "said the mayor came by and promised him": the clause is the mayor's.
    """
    mention, lows = scene.mentions[option], scene.stream.lows
    if mention.possessive or mention.modifies or mention.kind == "pron" or mention.category == "document":
        return 0
    profile = scene.profiles[option]
    beside = profile.relation != "SO" and _HELPING.issuperset(lows[mention.last : verb])
    if beside or (profile.relation == "SV" and profile.at == verb):
        return 2
    return int(lows[mention.first - 1] in _REPORTING)


def _is_reported(scene: Scene, options: Sequence[int], first: int, low: int) -> bool:
    """Tell whether somebody else says what a clause that begins at word `first` tells."""
    profiles = [scene.profiles[option] for option in options if option >= 0]
    return any(profile.relation in ("SV", "VS") and low <= profile.at < first for profile in profiles)


def told_to_others(scene: Scene, index: int, options: Sequence[int]) -> int:
    """Return the place among `options` of who said piece `index` by another's word: “…,” he told her, according to Z.

    -1 for none.
    """
    stream = scene.stream
    lows, at = stream.lows, stream.quote_at[index]
    begin = at + (2 if lows[at + 1 : at + 2] == [","] else 1)
    high = stream.sentence_span(at)[1]
    for place, option in enumerate(options):
        if option < 0 or not begin <= scene.at[option] <= begin + _BESIDE:
            continue
        profile = scene.profiles[option]
        if profile.relation != "SV" or profile.gap != "0" or scene.mentions[option].category == "document":
            continue
        for word in range(profile.at + 1, min(high, profile.at + _LONGEST) - _ACCORDING):
            if lows[word : word + _ACCORDING] == [",", "according", "to"]:
                return place if _vouches(scene, word + _ACCORDING) else -1
    return -1


def told_beside(scene: Scene, index: int, options: Sequence[int]) -> int:
    """Return the place among `options` of whose words a tag inside the sentence gives: "Her agent, she said, called".

    -1 for none. The tag is somebody else's; "He asked her, she said, if she had “so”" is his.
    """
    lows, at = scene.stream.lows, scene.stream.quote_at[index]
    low = scene.stream.sentence_span(at)[0]
    if at - low < _SHORTEST_TOLD:
        return -1
    tags = {
        scene.at[option]: option
        for option in options
        if option >= 0 and scene.profiles[option].relation == "SV" and lows[scene.at[option] - 1] == ","
    }
    for place, option in enumerate(options):
        if option < 0 or scene.at[option] != low or not tags:
            continue
        profile, last = scene.profiles[option], scene.mentions[option].last
        asks = profile.relation == "SV" and lows[profile.at] in _TOLD and profile.at + 3 in tags
        tag = tags.get(profile.at + 3 if asks else last + 1, -1)
        if tag < 0 or lows[scene.at[tag] - 1] != ",":
            continue
        behind = lows[scene.profiles[tag].at + 1 : at]
        named = scene.mentions[tag].kind != "pron" and scene.mentions[option].category == "body"
        told = asks or not (named or _SAYING.isdisjoint(behind))
        if told and behind[:1] == [","] and _ENDED.isdisjoint(behind[1:]):
            return place
    return -1


def put_so(scene: Scene, index: int, options: Sequence[int]) -> int:
    """Return the place among `options` of who is told behind piece `index` to have put it so: "as a critic put it"."""
    lows, at = scene.stream.lows, scene.stream.quote_at[index]
    begin = at + (2 if lows[at + 1 : at + 2] == [","] else 1)
    if lows[begin : begin + 1] != ["as"]:
        return -1
    for place, option in enumerate(options):
        if option >= 0 and scene.at[option] == begin + 1:
            last = scene.mentions[option].last
            if " ".join(lows[last : last + 2]) in _PUT:
                return place
    return -1


def said_to_have_told(scene: Scene, index: int, options: Sequence[int]) -> int:
    """Return the place among `options` of who told piece `index` to who reports it: “…,” Ruiz said Brandt had told her.

    -1 for none.
    """
    stream = scene.stream
    lows, at = stream.lows, stream.quote_at[index]
    begin, high = at + (2 if lows[at + 1 : at + 2] == [","] else 1), stream.sentence_span(at)[1]
    reporting = (option for option in options if option >= 0 and begin <= scene.at[option] <= begin + _BESIDE)
    said = {scene.profiles[option].at + 1 for option in reporting if scene.profiles[option].relation == "SV"}
    for place, option in enumerate(options):
        if option < 0 or scene.at[option] - (lows[scene.at[option] - 1] == "that") not in said:
            continue
        last = scene.mentions[option].last
        last += lows[last : last + 1] == ["had"]
        if last + 2 < high and lows[last] == "told" and lows[last + 1] in _HEARING and lows[last + 2] in (".", ","):
            return place
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
