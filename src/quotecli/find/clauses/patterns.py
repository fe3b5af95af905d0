"""Whose words the clause right before a piece gives, by patterns of its text: relative clauses, what documents say.

"Rob followed Kim's advice, which she described as “…”": hers. "Rob agreed with Khloé, whose letter spoke of “…”":
Khloé's. "He waved a study by Ana Ruiz, which finds that it is “…”": hers, who issued the study.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quotecli.find.clauses.setting import Setting
from quotecli.find.words.lexicon import cue_class

_REACH = 320  # characters before the piece; sentences are rarely longer
_DOCUMENTS = (
    "report|study|letter|statement|memo|message|post|tweet|caption|speech|column|essay|note|email|article|book|paper"
    "|opinion|analysis|review|filing|lawsuit|complaint|survey|postcard|card|telegram|text|leaflet|flyer"
)
_INSIDE = r"[^.;:!?“”\"]"
_PRONOUN = re.compile(
    r"\b(?:which|whom|what) (?P<who>he|she|they) (?:\w+ly )?(?:\w+ (?:\w+ )?as|called|dubbed|termed|labell?ed)[\s:,]*$"
)
_WHOM = re.compile(
    r"(?P<who>),? whom (?:he|she|they|[A-Z][\w’'-]+)(?: had| has)? (?:described|quoted|quotes|recalled|remembered) as"
    rf" (?:having said|saying|telling){_INSIDE}{{0,60}}$"
)
_WHOSE = re.compile(rf"(?P<who>), whose (?:\w+ ){{0,3}}?(?:{_DOCUMENTS})s?\b(?P<said>{_INSIDE}{{0,90}})$")
_WORDS = ("words", "phrase", "phrasing", "telling")
_BY_WORDS = "|".join(_WORDS)
_OWN_WORDS = re.compile(
    rf"\b[Ii]n (?:the (?:{_BY_WORDS}) of (?P<of>[^,.;:!?“”\"]{{2,60}}?)"
    rf"|(?P<who>[^.;:!?“”\"]{{2,60}})['’]s? (?:own )?(?:{_BY_WORDS})"
    rf"|(?P<whose>her|his|their) (?:own )?(?:{_BY_WORDS}))(?:,(?P<rest>[^,.;:!?“”\"]{{0,40}}),?)? ?$"
)
_DOCUMENT_TELLS = re.compile(
    rf"\b(?P<who>{_DOCUMENTS})(?: (?:for|in|on|to|with) [^.,;:!?“”\"]{{2,60}}?)? (?:which|that) (?P<said>\w+)"
    rf"(?P<rest>{_INSIDE}{{0,90}}?)[\s,:]*$"
)
_ISSUED = re.compile(
    rf"\b(?:{_DOCUMENTS}) (?:by|from) (?P<who>[A-Z]){_INSIDE}{{2,160}}?,?"
    rf" (?:which|that) (?P<said>\w+{_INSIDE}{{0,90}})$"
)
_SUGGESTED = re.compile(
    r"\b(?:accusation|allegation|argument|assertion|claim|complaint|prediction|suggestion|warning)s? (?:by|from)"
    rf" (?P<who>[^\s,]{_INSIDE}{{2,50}}?) that {_INSIDE}{{2,90}}$"
)
"""What somebody else rejects or repeats: "a suggestion from one analyst that it amounted to “…”"."""


def ruling_clause(setting: Setting) -> int:
    """Return whose clause ends in the piece; -1 for none."""
    before = setting.text_before(_REACH)
    begin = setting.piece.outer_start - len(before)
    for starts, offset in _told(before):
        at = begin + offset
        for number, mention, _ in setting.candidates:
            if (mention.start if starts else mention.end) == at and not mention.modifies:
                return _subject_of(setting, number)
    return -1


def _subject_of(setting: Setting, number: int) -> int:
    """Return the pronoun that reports in the sentence of "in her words", where one of the gender does: "She said …"."""
    owner = setting.scene.mentions[number]
    if owner.kind != "pron" or setting.lows[owner.first - 1] != "in":
        return number
    begin = setting.scene.stream.sentence_span(owner.first)[0]
    for other, mention, profile in setting.candidates:
        reports = profile.relation == "SV" and cue_class(profile.verb) and begin <= mention.first < owner.first
        if reports and mention.kind == "pron" and mention.gender == owner.gender:
            return other
    return number


def _told(before: str) -> Iterator[tuple[bool, int]]:
    """Yield where in the text before a piece those stand whose words it may give: whether they start there, or end.

    Most texts are not worth a search.
    """
    asks = "which " in before or "whom " in before or "what " in before
    if asks and (found := _PRONOUN.search(before)):
        yield True, found.start("who")
    if "whom " in before and (found := _WHOM.search(before.rstrip(" :,"))):
        yield False, found.end("who")
    if ", whose " in before and (found := _WHOSE.search(before)) and _has_verb(found["said"]):
        yield False, found.end("who")
    found = _OWN_WORDS.search(before) if any(map(before.__contains__, _WORDS)) else None
    if found and not _has_verb(found["rest"] or ""):
        if starting := (found["of"] and "of") or (found["whose"] and "whose"):
            yield True, found.start(starting)
        if not found["whose"]:
            yield False, found.end("of" if found["of"] else "who")
    found = _DOCUMENT_TELLS.search(before) if asks or " that " in before else None
    if found and cue_class(found["said"]) and not _has_verb(found["rest"]):
        yield False, found.end("who")
    issued = " by " in before or " from " in before
    if issued and (found := _ISSUED.search(before)) and cue_class(found["said"].split()[0].lower()):
        yield True, found.start("who")
    if issued and (found := _SUGGESTED.search(before)):
        yield True, found.start("who")


def _has_verb(words: str) -> bool:
    """Tell whether a reporting verb stands among some words."""
    return any(cue_class(word.strip(",").lower()) for word in words.split())
