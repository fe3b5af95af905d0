"""The canonical names of a mention: joint ones one by one, pronouns by what they mean."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from weakref import WeakKeyDictionary

from quotecli.core.folding import fold
from quotecli.find.answer.examined import WITNESS, examiners, sides_at
from quotecli.find.marks.piece import Piece
from quotecli.find.mentions.mention import Mention
from quotecli.find.scene.scene import Scene
from quotecli.find.structure.examinations import is_heading_of_examination
from quotecli.find.structure.letters import letter_phrases

_TALK = re.compile(
    r"\b(?P<who>[\w’'&]{1,40}) (?:spoke|speaks|talked|talks|chatted|sat down) (?:to|with) (?:[a-z][a-z’'-]* ){0,4}"
    r"(?P<name>[A-Z]\w+ [A-Z][\w’'-]+)(?= (?:in|at|on|about|over|from)\b|[.,])"
)
"""Who asks in an interview without a byline: "She spoke to our editor Pat Sorensen in Durban"."""
_WRITING = frozenset(("we", "i"))
"""Who asks whom they "spoke to"."""
_ASKING = ("interviewer", "question")
_LONGEST_SHORT = 4
_LINE = re.compile(r"[*_]{0,3}[QA][.:][*_]{0,3}\s")
"""A line of a transcript, whose labels are letters."""
_EXAMINING = frozenset("ask begin continue demand inquire press question resume".split())
"""Verbs of who asks in a transcript."""
_LONGEST_EXCERPT, _LOOKED_AT = 60, 40
"""Lines of a transcript inside a report; mentions before it."""
_IN_TITLES = 4
"""Mentions of whom a text tells; what is named in the title alone is the title's ("The Long Thread")."""
_INTERVIEWS: WeakKeyDictionary[Scene, tuple[tuple[str, ...], tuple[str, ...]]] = WeakKeyDictionary()
"""Who asks and who answers, as long as the article is worked on."""
_UNKNOWN = frozenset("unidentified unknown unnamed male female another".split())
_ANYBODY = frozenset(
    "man woman male female voice speaker person boy girl child student reporter caller audience participant".split()
)
"""The first and the last word of a label of whom nobody knows: "UNIDENTIFIED MAN"."""
_ONESELF = frozenset("du eu i ich ik io ja jag jeg jij me mig moi mí tu tú vous você yo you".split())
"""As whom a chat's program names who exported it."""
_NUMBERED = re.compile(r"(?:caller|guest|interviewee|participant|person|respondent|speaker|voice)[ _-]?\d{1,3}")
"""Whom a program that transcribes numbers; in the next transcript they are others."""
_LABEL = re.compile(r"[^\w]+\Z")


def _interview_label(scene: Scene, mention: Mention) -> tuple[str, ...] | None:
    """Read the labels Q and A: the examiner asks, or the byline, the witness answers, or the person most spoken of.

    None for other mentions, and for "THE WITNESS" where nobody is named as one.
    """
    text = scene.article.text[mention.start : mention.end].rstrip(".:")
    if text not in WITNESS and (text not in ("Q", "A") or mention.last - mention.first > 2):
        return None
    known = _examined(scene, mention)
    sides = sides_at(scene, mention.start) if known is None else None
    told = sides and (sides[0] if text == "Q" else sides[1])
    if told is not None or text in WITNESS:
        return told
    known = known or _INTERVIEWS.get(scene)
    if known is None:
        known = _INTERVIEWS[scene] = _interview(scene)
    return known[0] if text == "Q" else known[1]


def _interview(scene: Scene) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return who asks and who answers in the article's interview; worked out once for all its labels."""
    if (sides := _sides(scene)) is not None:
        return sides
    talk = _TALK.search(scene.article.text)
    answers = talk["name"] if talk and talk["who"].lower() in _WRITING else ""
    authors = scene.article.authors or ((talk["name"],) if talk and not answers else ())
    asking = {*authors, *examiners(scene)}
    people = [e for e in scene.cast.entities if e.is_person and len(e.words) > 1 and e.name not in asking]
    opening = scene.article.paragraphs[0]
    if scene.article.text[opening.end - 1].isalnum():
        people = [e for e in people if any(scene.stream.paragraphs[m.first] for m in e.mentions[:_IN_TITLES])]
    title = scene.article.title or scene.article.text[: opening.end]
    people = [e for e in people if e.name in (answers or title)] or people
    return authors[:1], (max(people, key=lambda e: len(e.mentions)).name,) if people else ()


def _examined(scene: Scene, mention: Mention) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """Return who asks and who answers in a transcript inside a report: "She could not recall it. Oyama continued: ".

    Whoever the sentence before the first line tells to ask or go on asks; whoever else the text tells of last, as what
    a verb is about, answers. None where no sentence with a colon leads to the line.
    """
    stream, mentions, text = scene.stream, scene.mentions, scene.article.text
    paragraph = stream.paragraphs[mention.first]
    for _ in range(_LONGEST_EXCERPT):
        if not paragraph or not _LINE.match(text, scene.article.paragraphs[paragraph].start):
            break
        paragraph -= 1
    end = stream.opened[paragraph + 1]
    above = scene.article.paragraphs[paragraph]
    if not end or stream.lows[end - 1] != ":" or is_heading_of_examination(text, above.start, above.end):
        return None
    told: list[int] = []
    last = bisect_left(scene.at, end)
    for index in range(last - 1, max(last - _LOOKED_AT, 0) - 1, -1):
        before = mentions[index]
        if paragraph - stream.paragraphs[before.first] > 1 or len(told) == 2:
            break
        entity, profile = scene.entity_of(before), scene.profiles[index]
        governs = profile.relation == "SV" or scene.leads[index]
        same = stream.sentences[before.first] == stream.sentences[end - 1]
        inside = bool(told) or (same and profile.verb in _EXAMINING)  # "Here is what Ann Lee told us:" is no question
        if entity is not None and entity.is_person and governs and inside and entity.number not in told:
            told.append(entity.number)
    if not told:
        return None
    asks, answers = ([(scene.cast.entities[person].name,) for person in told] + [()])[:2]
    return asks, answers


def _sides(scene: Scene) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """Return who asks and who answers where two persons' labels tell it elsewhere in the script; else None."""
    turns: Counter[int] = Counter()
    asked: Counter[int] = Counter()
    for index, number in scene.source_of.items():
        label = scene.mentions[number]
        entity = label.entity
        if entity >= 0 and scene.article.text[label.start : label.end].rstrip(".:") not in ("Q", "A"):
            turns[entity] += 1
            asked[entity] += scene.article.text[scene.pieces[index].end - 1] == "?"
    if len(turns) != 2:
        return None
    asks, answers = sorted(turns, key=lambda entity: -asked[entity] / turns[entity])
    if asked[asks] * turns[answers] == asked[answers] * turns[asks]:
        return None
    return (scene.cast.entities[asks].name,), (scene.cast.entities[answers].name,)


def _asks(scene: Scene, mention: Mention) -> bool:
    """Tell whether a script's label means who writes: "INTERVIEWER:", or the outlet's name."""
    lows, printed = scene.stream.lows, scene.article.text[mention.start : mention.end]
    doubled = lows[max(mention.first - 2, 0) : mention.first] == ["(", "("]  # "((WN)) Why?"
    opens = mention.first - 2 * doubled in scene.stream.opened
    if not opens or lows[mention.last : mention.last + 1] != ([")"] if doubled else [":"]):
        return False
    label, outlet = fold(printed), fold(scene.article.outlet or "")
    return label in (*_ASKING, outlet) or (printed.isupper() and _shortens(label, outlet))


def _shortens(label: str, outlet: str) -> bool:
    """Tell whether a label of two to four letters is short for the outlet: WN for Wikinews, HT for the Hallam Times."""
    initials = "".join(word[0] for word in outlet.split() if word != "the")
    letters = iter(outlet)
    inside = " " not in outlet and outlet[:1] == label[:1] and all(letter in letters for letter in label)
    return 1 < len(label) <= _LONGEST_SHORT and (label == initials or inside)


def is_nobody(label: str) -> bool:
    """Tell whether a label says that nobody knows who speaks: "UNIDENTIFIED MAN", "Male Voice 2", "Speaker 1"."""
    if _NUMBERED.fullmatch(fold(label)):
        return True
    words = [word for word in fold(label).split() if not word.isdigit()]
    return len(words) > 1 and words[0] in _UNKNOWN and words[-1] in _ANYBODY


def names_of(scene: Scene, piece: Piece, mention: Mention) -> tuple[str, ...]:
    """Return who says a piece by canonical name; of a chat's sender never more than the chat tells."""
    names = canonical_names(scene, mention)
    if not piece.by_name or piece.source is None:
        return names
    sender = scene.article.text[slice(*piece.source)]
    if fold(sender) in _ONESELF:
        return ()
    return names if names and all(fold(name) in fold(sender) for name in names) else (sender,)


def canonical_names(scene: Scene, mention: Mention) -> tuple[str, ...]:
    """Return who a mention means by canonical name; empty where the text names nobody."""
    label = _interview_label(scene, mention)
    if label is not None:
        return label
    if mention.kind != "pron" and is_nobody(scene.article.text[mention.start : mention.end]):
        return ()
    authors = scene.article.authors
    asks = mention.entity < 0 or not scene.cast.entities[mention.entity].is_person
    asks = asks and _asks(scene, mention)
    if len(authors) == 1 and (mention.words == ("i",) or asks):
        return authors  # who writes “…,” I said, or asks
    if asks and scene.article.outlet and fold(scene.article.text[mention.start : mention.end]) not in _ASKING:
        return (scene.article.outlet,)
    if mention.members:
        names = [name for member in mention.members for name in canonical_names(scene, member)]
        return tuple(dict.fromkeys(names))
    entity = scene.entity_of(mention)
    if entity is not None:
        return tuple(scene.cast.entities[part].name for part in entity.parts) or (entity.name,)
    text = scene.article.text[mention.start : mention.end]
    if mention.kind == "source" and text.lower() not in letter_phrases("anonymous"):
        return (_LABEL.sub("", text),)
    return ()
