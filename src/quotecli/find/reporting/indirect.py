"""Finds indirect speech: what somebody is reported to have said, without marks (`she said that it was late`)."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from quotecli.core.tables import read_table
from quotecli.core.types import Article, Kind, Role, Span
from quotecli.find.marks.piece import Piece
from quotecli.find.reporting.frames import sentence_starts
from quotecli.find.words.lexicon import vocabulary

_DAY = r"(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|yesterday|today|last\s\w+|this\s\w+|in\s\d{4})"
_ADVERBS = re.compile(
    rf"(?:\s(?:also|later|then|once|often|has|have|had|never|previously|recently|now|again|\w+ly|(?:on\s)?{_DAY}))*\s\Z"
)
_BOUNDARY = re.compile(
    r"(?:[;:(\[—–]|,|--)\s*|\b(?:and|but|that|while|as|because|when|where|if|although|though|after|before|since|so|or|whether)\s",
    re.IGNORECASE,
)
_PRONOUN = r"(?:he|she|they|it|we|you|who|I|there|this|that|these|those|some|many|most|others|both|nobody|everyone)"
_DETERMINER = r"(?:the|an?|his|her|their|its|our|my|no|any|all|more|several|few|each|every|another|one|two|three)"
_WHO = re.compile(
    rf"(?:{_PRONOUN}|{_DETERMINER}\s[\w’'.&-]+(?:\s[\w’'.&-]+){{0,7}}|[A-Z][\w’'.&-]*(?:\s[\w’'.&-]+){{0,6}})\Z",
    re.IGNORECASE,
)
_ONLY_DETERMINER = re.compile(_DETERMINER, re.IGNORECASE)
_NOT_WHO = re.compile(
    r"\b(?:is|are|was|were|be|been|who|which|not|to|did|does|do|will|would|can|could|has|have|had)\b", re.IGNORECASE
)
_OBJECT = (
    r"(?:\s(?:him|her|them|us|me|it|reporters|supporters|voters|journalists|lawmakers|police|people|attendees|viewers"
    r"|(?:the|a|an|his|her|their)\s[\w’'-]+(?:\s[\w’'-]+)?|(?:the\s)?[A-Z][\w’'.&-]*(?:\s[A-Z][\w’'.&-]*){0,3}))"
)
_WHEN = rf"(?:,?\s(?:(?:on|late|early|earlier)\s)?{_DAY}(?:\s(?:morning|afternoon|evening|night))?,?)?"
_WHERE = r"(?:,?\s(?:in|during|at|on|to)\s(?:an?|the|his|her|their)\s(?:[\w’'-]+\s){0,4}?[\w’'-]+,?)?"
_THAT = re.compile(rf"(?P<object>{_OBJECT})?{_WHEN}{_WHERE}{_WHEN}\s(?P<content>that)\s(?=\w)")
_BARE = re.compile(
    rf"{_WHEN}\s(?P<content>(?:(?:{_PRONOUN}|{_DETERMINER})\b|[A-Z]|\d+\s|\w+s\s(?:are|were|will|have|had|would)\b))"
)
_TOLD = re.compile(rf"(?P<object>{_OBJECT}){_WHEN}\s(?P<content>(?:that\s\w|(?:{_PRONOUN}|{_DETERMINER})\b|[A-Z]))")
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|should|may|might|must|do|does|did|he|she|they|it|we|there"
    r"|isn|aren|wasn|weren|hasn|haven|won|wouldn|can’t|can't|\w+n[’']t)\b|\w[’'](?:s|re|ve|d|ll)\s"
)
_NAMED = re.compile(r"[A-Z]|he\b|she\b|they\b|it\b|we\b")
_SUBORDINATE = re.compile(r"\b(?:while|although|though|if|when|after|before|as|because|since)\s\Z", re.IGNORECASE)
_LONGEST_CLAUSE = 500
_NEAR = 100  # characters in which the verb of what was said is looked for
_CLOSES = re.compile(rf"(?:{_WHEN}{_WHERE}{_WHEN}|\s(?:in|at|on|to|during|of)\s[^,;:]{{1,60}})[.!?]?\s*\Z")
_INVERTED = re.compile(
    r"\s(?P<who>(?:(?:the|an?|his|her|their)\s\w|[A-Z])[\w’'.&-]*(?:\s[\w’'.&-]+){0,5}(?<!\.))"
    r"(?:,\s[^;:]{1,120})?[.]?\s*\Z"
)
_INVERTING = vocabulary("inverting")
_NEXT = re.compile(
    r"(?:,\s(?:according\sto|saying|adding|noting|arguing|citing|but\s(?:he|she|they)\s|though\s|although\s)"
    r"|,?\s(?:and|but)\s(?:also\s|later\s|then\s)?(?:(?:he|she|they)\s)?"
    r"(?:said|says|added|suggested|argued|urged|warned|called|asked|told|noted|offered|declined|insisted)\b)"
)
_ACCORDING_FIRST = re.compile(r"[Aa]ccording\sto\s(?P<who>[^,;:]{2,90}(?:,\s[^,;:]{2,60}(?=,\s))?),\s(?P<content>\S)")
_ACCORDING_LAST = re.compile(r",?\s(?P<cue>according\sto)\s(?P<who>[^,;:]{2,120}?)(?=[,;]|[.]?\s*\Z)")
_SHORTEST = 3  # words of what was said
_ROLES = frozenset((Role.BODY, Role.BLOCKQUOTE, Role.LIST))


@dataclass(frozen=True, slots=True)
class Indirect:
    """One report of what somebody said. Offsets are into `Article.text`.

    Attributes:
        start: offset of the first character of what is reported.
        end: offset after its last character; the full stop is left out.
        paragraph: index, from 0, into `Article.paragraphs`.
        mention: the words that name the speaker.
        cue: the reporting word.
        kind: always `Kind.INDIRECT`.
    """

    start: int
    end: int
    paragraph: int
    mention: Span
    cue: Span
    kind: Kind = Kind.INDIRECT


@cache
def _cues() -> dict[str, frozenset[str]]:
    return {row[0]: frozenset(row[1].split()) for row in read_table("quotecli.find", "indirect_cues.tsv")}


@cache
def _cue_pattern() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(_cues(), key=len, reverse=True))})\b|\b[Aa]ccording to\b")


def find_indirect(article: Article, pieces: Sequence[Piece] = ()) -> list[Indirect]:
    """Return the indirect speech of `article`, in order, not overlapping itself nor `pieces` (those of `find_pieces`).

    English reports only; recall is given up for precision.
    """
    found: list[Indirect] = []
    marked = [Span(piece.outer_start, piece.outer_end) for piece in pieces]
    starts = [span.start for span in marked]
    for number, paragraph in enumerate(article.paragraphs):
        if paragraph.role in _ROLES:
            first, last = (bisect_left(starts, at) for at in (paragraph.start, paragraph.end))
            found += _in_paragraph(article.text, number, Span(paragraph.start, paragraph.end), marked[first:last])
    return found


def _in_paragraph(text: str, number: int, span: Span, marked: list[Span]) -> Iterator[Indirect]:
    at = 0
    for start, end in pairwise([*sentence_starts(text, *span), span.end]):
        while at < len(marked) and marked[at].end <= start:
            at += 1
        last = at
        while last < len(marked) and marked[last].start < end:
            last += 1
        inside = marked[at:last]
        at_cue = 0
        for cue in _cue_pattern().finditer(text, start, end):
            while at_cue < len(inside) and inside[at_cue].end <= cue.start():
                at_cue += 1
            if at_cue < len(inside) and inside[at_cue].start <= cue.start():
                continue
            reported = _report(text, number, Span(start, end), Span(*cue.span()), inside)
            if reported is not None:
                yield reported
                break


def _report(text: str, number: int, sentence: Span, cue: Span, taken: list[Span]) -> Indirect | None:
    word = text[cue.start : cue.end].lower()
    if word.startswith("according"):
        return _according(text, number, sentence, cue, taken)
    kinds = _cues()[word]
    who = _subject(text, sentence, cue)
    if "bare" in kinds and (closed := _closing(text, number, sentence, cue, who, taken)):
        return closed
    if who is None:
        return None
    if "name" in kinds and not _NAMED.match(text, *who):
        return None
    for kind, pattern in (("tell", _TOLD), ("", _THAT), ("bare", _BARE)):
        if kind and kind not in kinds:
            continue
        follows = pattern.match(text, cue.end, sentence.end)
        if follows is None:
            continue
        content = Span(follows.start("content"), _clause_end(text, sentence, who, follows.end()))
        if kind == "bare" and "any" not in kinds and not _FINITE.search(text, content.start, content.start + _NEAR):
            continue
        return _made(text, number, content, who, cue, taken)
    return None


def _clause_end(text: str, sentence: Span, who: Span, start: int) -> int:
    """Return where the clause ends that begins at `start`: in a subordinate one (`While she said …,`) at its comma."""
    if not _SUBORDINATE.search(text, max(sentence.start, who.start - 12), who.start):
        return sentence.end
    comma = text.find(", ", start, min(sentence.end, start + _LONGEST_CLAUSE))
    return comma if comma >= 0 else sentence.end


def _subject(text: str, sentence: Span, cue: Span) -> Span | None:
    """Return the words before the cue that are its subject, an apposition between them left out."""
    low = max(sentence.start, cue.start - 250)
    adverbs = _ADVERBS.search(text, low, cue.start)
    end = adverbs.start() if adverbs else cue.start
    if end > low and text[end - 1] == ",":
        opening = text.rfind(",", low, end - 1)
        if opening < 0:
            return None
        end = opening
    start = low
    for boundary in _BOUNDARY.finditer(text, low, end):
        start = boundary.end()
    who = _WHO.match(text, start, end)
    if who is None or _NOT_WHO.search(text, start, end) or _ONLY_DETERMINER.fullmatch(text, start, end):
        return None
    return Span(start, end)


def _closing(text: str, number: int, sentence: Span, cue: Span, who: Span | None, taken: list[Span]) -> Indirect | None:
    """Return what stands before `, she said.` or `, said Kim Lee.` at the end of its sentence."""
    if who is not None and text[who.start - 2 : who.start] == ", " and _CLOSES.match(text, cue.end, sentence.end):
        return _made(text, number, Span(sentence.start, who.start - 2), who, cue, taken)
    if text[cue.start - 2 : cue.start] == ", " and text[cue.start : cue.end] in _INVERTING:
        inverted = _INVERTED.match(text, cue.end, sentence.end)
        if inverted is not None:
            return _made(text, number, Span(sentence.start, cue.start - 2), Span(*inverted.span("who")), cue, taken)
    return None


def _according(text: str, number: int, sentence: Span, cue: Span, taken: list[Span]) -> Indirect | None:
    first = _ACCORDING_FIRST.match(text, cue.start, sentence.end)
    if first is not None and cue.start == sentence.start:
        who = Span(*first.span("who"))
        return _made(text, number, Span(first.start("content"), sentence.end), who, cue, taken)
    last = _ACCORDING_LAST.match(text, max(cue.start - 2, sentence.start), sentence.end) or _ACCORDING_LAST.match(
        text, max(cue.start - 1, sentence.start), sentence.end
    )
    if last is None:
        return None
    return _made(text, number, Span(sentence.start, last.start()), Span(*last.span("who")), cue, taken)


def _made(text: str, number: int, content: Span, who: Span, cue: Span, taken: list[Span]) -> Indirect | None:
    """Trim what was said; drop it where too little is left, and where words of it stand in marks."""
    start, end = content
    first = bisect_right(taken, start, key=lambda quote: quote.end)
    if first < len(taken) and taken[first].start < end:
        return None
    if following := _NEXT.search(text, start + 1, end):
        end = following.start()
    while end > start and (text[end - 1].isspace() or text[end - 1] in ".!?,;:"):
        end -= 1
    if len(text[start:end].split()) < _SHORTEST:
        return None
    return Indirect(start, end, number, who, cue)
