"""Cuts the reporter's clauses out of quotations, where other languages than English leave them inside the marks.

« Non, a dit Anne. Jamais. » is « Non » and « Jamais. », both of Anne; «No —dijo Ana—. Nunca» is «No» and «Nunca».
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from quotecli.core.types import Span
from quotecli.find.marks.dashed import dashed_clause
from quotecli.find.marks.piece import Piece
from quotecli.find.words.lexicon import cue_class

_GAP = re.compile(r"(?P<mark>[?!…]?)\s?,\s|(?<=[?!…])\s(?=[a-zéèêà])")
_VERB = re.compile(
    r"(?:(?:a|ont|avait|avaient)(?P<asked>-t-(?:il|elle|on)|-(?:ils|elles))?\s(?:\w+ment\s|aussi\s|alors\s|ainsi\s)?"
    r"(?P<past>[^\W\d_]+)(?!\w)"
    r"|s[’'](?:est|était|sont|étaient)(?:-(?:il|elle|ils|elles))?\s(?P<turned>[^\W\d_]+)(?!\w)"
    r"|(?:s[’']|se\s)?(?P<inverted>[^\W\d_]+)(?:-t)?-(?:il|elle|on|ils|elles)(?!\w)"
    r"|(?:s[’']|se\s)?(?P<now>[^\W\d_]+)\s(?=(?:le|la|les|un|une|son|sa|ses|M\.|Mme)\s|l[’']|[A-ZÀ-Ý]))"
)
_ENDS = re.compile(r"(?<!\bM)(?<!\bMM)(?<!\bDr)[.!?…](?=\s|\Z)|,(?=\s)")
_APPOSED = re.compile(
    r"\s\d{1,3}\sans\b"
    r"|\s(?![a-zà-ÿ]+ment\b)[a-zà-ÿ]+(?:eure?|euse|trice|ière?|iste|ienn?e?|ante?|aire|ente?|logue|adjointe?|élue?|préfète?|députée?)\b"
    r"|\s(?:maire|mère|père|chef|cheffe)\b"
    r"|\s(?:qui|que|dont|où|le|la|les|un|une|son|sa|ses|ex|ancien|ancienne|également|lui|elle)\b|\sl[’']|(?:\s[A-ZÀ-Ý][\w’-]+)+\s?[.,]"
)
"""Behind a comma it goes on about who speaks."""
_SINGLE = frozenset("'‘’‚‹›`")
_DASHES = ("—", "–", "-")
_DASH = re.compile(r"[—–]|[\s,]-\s")
"""Those beside which a clause may stand, no hyphen."""
_LONGEST = 200
"""Characters of a reporter's clause."""


def without_incises(text: str, pieces: list[Piece]) -> list[Piece]:
    """Return the pieces with each in marks cut where a reporter's clause stands in it; `continues` renumbered.

    French clauses are looked for between guillemets alone, those between dashes in all double marks.
    """
    if not any(_may_be_cut(text, piece) for piece in pieces):
        return pieces
    found: list[Piece] = []
    last: list[int] = []
    for piece in pieces:
        goes_on = piece if piece.continues is None else replace(piece, continues=last[piece.continues])
        cut = _cut(text, goes_on) if _may_be_cut(text, piece) else [goes_on]
        for part in cut:  # what follows the reporter's words is the same statement, however long these are
            found.append(part if part is cut[0] else replace(part, continues=len(found) - 1))
        last.append(len(found) - 1)
    return found


def _may_be_cut(text: str, piece: Piece) -> bool:
    if piece.mark == "«":
        return True
    if piece.style != "marks" or piece.mark in _SINGLE:
        return False
    words = text[piece.start : piece.end]
    return any(map(words.__contains__, _DASHES)) and _DASH.search(words) is not None


def _cut(text: str, piece: Piece) -> list[Piece]:
    spans = list(_spoken(text, piece))
    if spans == [Span(piece.start, piece.end)]:
        return [piece]
    cut = []
    for number, (start, end) in enumerate(spans):
        cut.append(
            replace(
                piece,
                start=start,
                end=end,
                outer_start=start if number else piece.outer_start,
                outer_end=piece.outer_end if end == piece.end else end,
                continues=None if number else piece.continues,
                cut=True,
            )
        )
    return cut


def _spoken(text: str, piece: Piece) -> Iterator[Span]:
    """Yield the spans of the piece's words between the reporter's clauses."""
    at, end = piece.start, piece.end
    while incise := _first_of(_incise(text, at, end) if piece.mark == "«" else None, dashed_clause(text, at, end)):
        if at < incise.start:
            yield Span(at, incise.start)
        at = incise.end
        while at < end and text[at].isspace():
            at += 1
    if at < end:
        yield Span(at, end)


def _first_of(one: Span | None, other: Span | None) -> Span | None:
    return min(one, other) if one and other else one or other


def _incise(text: str, start: int, end: int) -> Span | None:
    """Return the first reporter's clause with the comma before it and the mark behind it; None where there is none."""
    nested = text.find("«", start, end)
    for gap in _GAP.finditer(text, start, nested if nested >= 0 else end):
        verb = _VERB.match(text, gap.end(), end)
        if verb is None or not _reports(verb):
            continue
        begin = gap.end("mark") if gap["mark"] else gap.start()
        limit = min(end, verb.end() + _LONGEST)
        for stop in _ENDS.finditer(text, verb.end(), limit):
            if stop[0] != "," or not _APPOSED.match(text, stop.end(), end):
                return Span(begin, stop.end())
        return Span(begin, end) if limit == end else None
    return None


def _reports(verb: re.Match[str]) -> bool:
    word = verb["past"] or verb["inverted"] or verb["now"]
    return word is None or bool(
        cue_class(word) or cue_class("s'" + word)
    )  # s’est étonnée, s’est exclamé: what anybody does who speaks so
