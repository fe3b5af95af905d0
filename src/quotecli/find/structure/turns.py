"""Claims the turns of a script: the words behind a label, and the unlabelled paragraphs in which a turn goes on."""

from __future__ import annotations

import re

from quotecli.core.types import Article, Role, Span
from quotecli.find.structure.examinations import is_heading_of_examination
from quotecli.find.structure.shared import Layout, trim
from quotecli.find.structure.turn_labels import LABEL, Turn

_OPENING = '"“'
_DOUBLE = re.compile(r'[“”"«»„]')

_CUE = re.compile(r"\b(?:said|says|told|asked|added|replied|explained|continued|laughs?)\b")
_REPORTING = re.compile(r"There (?:was|were) (?:a (?:brief )?(?:pause|silence)|applause|cheers|laughter|silence)\b")
_ADDRESSING = re.compile(r"\b(?:I|me|[Mm]y|[Ww]e|us|[Oo]ur|[Yy]ou|[Yy]our)\b")
_LEAST_NAME = 4
_STAGE = re.compile(
    r"[*_]{0,3}[(\[][^()\[\]\n]{1,80}[)\]]\.?[*_]{0,3}"
    r"|(?:The (?:Assembly|Committee|House|court|hearing|meeting|session|sitting)|Sitting|Meeting)(?: was)? "
    r"(?:adjourned|divided|resumed|rose|suspended|withdrew)\b[^?!\n]{0,100}"
)
_ANOTHER = re.compile(r"[-–—]\s?\S|>>|♪|\([A-Z][A-Z .'’-]{1,30}\)")
"""How subtitles tell that somebody else speaks or sings."""
_CODE = re.compile(r"[\[(]\d{1,2}:\d\d(?::\d\d)?[\])]\s+(?=\S)")
"""The time before a paragraph in which a turn goes on."""
_BREAK = re.compile(
    r"\b(?:ads?|adverts?|advertisements?|break|clip|commercials?|jingle|midroll|music|promo|recording|sponsors?|tape"
    r"|theme|trailer|video|voice-?over)\b",
    re.IGNORECASE,
)
"""What a stage direction tells of behind which somebody else is heard."""
_CLOSING = re.compile(
    r"END|###|-30-"
    r"|[(\[]?(?:END OF|End of|The|This|THE) (?:\w+ )?"
    r"(?i:broadcast|call|conversation|episode|interview|programme|recording|segment|show|tape|transcript)"
    r"(?: \d+)?(?i: (?:ended|ends|finishes|stops|concludes|concluded)(?: here)?)?\.?[)\]]?"
    r"|\d{1,2}[:.]\d\d\s?[AaPp]\.?[Mm]\.?\b[^?!]{0,20}"
    r"|[“\"]?(?:Follow|Find|Like) [^\n.?!]{1,60} on"
    r" (?:Bluesky|Facebook|Instagram|LinkedIn|Threads|TikTok|Twitter|X)\b[^\n]{0,60}"
)
"""A line on which a transcript ends, that only tells when, or where to follow the reporter."""
_HEADING = re.compile(r"[A-Z][\w’'-]*(?: [\w’'-]+){1,5}")
"""A few words without a stop between two turns: "Quick-fire round"."""
SPOKEN_MEDIA = ("interview", "transcript")
"""What articles are whose last turn goes on to their end."""


def claim_turn(layout: Layout, turn: Turn, after: int | None, *, whole: bool) -> None:
    """Take a turn and the paragraphs up to `after` in which it goes on."""
    article = layout.article
    paragraph = article.paragraphs[turn.paragraph]
    start, end = trim(article.text, turn.words, paragraph.end)
    if article.text[paragraph.start] in "*_":  # the whole turn is set in italics
        while end > start and article.text[end - 1] in "*_":
            end -= 1
    marked = paragraph.start < turn.name.start and article.text[turn.name.start - 1] in _OPENING
    inside = _inside_marks(article.text, Span(start, paragraph.end)) if marked else Span(start, end)
    quoted = start < end and article.text[start] in "“\"„«'‘" and not whole
    if inside is None or (quoted and not marked):
        layout.labels[turn.paragraph] = turn.name
        return
    start, end = inside
    layout.take(turn.paragraph)
    index = None
    if not _STAGE.fullmatch(article.text, start, end):
        index = layout.add(turn.paragraph, start, end, "script", source=turn.name, hint=1.0)
    alone = start >= end  # the label stands on a line of its own, the words on the next
    if after is not None:
        limit = after
    else:
        limit = len(article.paragraphs) if article.media in SPOKEN_MEDIA else turn.paragraph + 1 + alone
    if marked:
        _go_on_in_marks(layout, turn, index, len(article.paragraphs) if after is None else after)
    else:
        _go_on(layout, turn, index, limit, whole=whole, alone=alone)


def _go_on(layout: Layout, turn: Turn, index: int | None, limit: int, *, whole: bool, alone: bool) -> None:
    """Take the unlabelled paragraphs before `limit` in which a turn goes on."""
    article = layout.article
    for number in range(turn.paragraph + 1, min(limit, len(article.paragraphs))):
        if not layout.free(number) or article.paragraphs[number].role is not Role.BODY:
            break
        if not (whole or alone) or not is_spoken(article, number, alone=alone):
            break
        if not alone and _is_note(article, number, turn.name):
            break
        start, end = article.paragraphs[number].start, article.paragraphs[number].end
        if _CLOSING.fullmatch(article.text, start, end) or (not alone and _HEADING.fullmatch(article.text, start, end)):
            break
        if article.paragraphs[number].time is not None and _ANOTHER.match(article.text, start, end):
            break
        if is_heading_of_examination(article.text, start, end):
            break
        if code := _CODE.match(article.text, start, end):
            start = code.end()
        layout.take(number)
        if _STAGE.fullmatch(article.text, start, end):
            if _BREAK.search(article.text, start, end):
                break
        else:
            index = layout.add(number, start, end, "script", source=turn.name, continues=index, hint=0.9)
        alone = False


def _go_on_in_marks(layout: Layout, turn: Turn, index: int | None, limit: int) -> None:
    """Take the paragraphs before `limit` that a mark opens, too: a transcript printed as one long quotation."""
    article = layout.article
    for number in range(turn.paragraph + 1, limit):
        paragraph = article.paragraphs[number]
        if not layout.free(number) or article.text[paragraph.start] not in _OPENING:
            break
        if any(form.match(article.text, paragraph.start, paragraph.end) for form in (LABEL, _CLOSING)):
            break
        inside = _inside_marks(article.text, Span(paragraph.start + 1, paragraph.end))
        if inside is None:
            break
        layout.take(number)
        if not _STAGE.fullmatch(article.text, *inside):
            index = layout.add(number, *inside, "script", source=turn.name, continues=index, hint=0.9)


def _holds_marks(text: str, start: int, end: int) -> bool:
    """Tell whether double marks stand in `text[start:end]`."""
    return _DOUBLE.search(text, start, end) is not None


def _inside_marks(text: str, span: Span) -> Span | None:
    """Return the words of a paragraph whose opening mark stands before `span`, without the mark that closes them.

    None where the marks close before the paragraph's end, as the reporter goes on: `"HALLAM: No," the record says.`
    Quotations inside come in pairs. Offsets are into `text`.
    """
    start, end = trim(text, *span)
    marks = [found.start() for found in _DOUBLE.finditer(text, start, end)]
    if marks and marks[-1] == end - 1 and len(marks) % 2:
        start, end = trim(text, start, marks.pop())
    opened = not marks or (text[marks[0]] not in "”»" and text[marks[0] - 1] in " \xa0([—–-")
    return Span(start, end) if start < end and opened and len(marks) % 2 == 0 else None


def is_spoken(article: Article, number: int, *, alone: bool) -> bool:
    """Tell whether an unlabelled paragraph reads as the turn going on, not as the reporter's own."""
    if alone:
        return True
    paragraph = article.paragraphs[number]
    return not (
        _holds_marks(article.text, paragraph.start, paragraph.end)
        and _CUE.search(article.text, paragraph.start, paragraph.end)
    )


def _is_note(article: Article, number: int, name: Span) -> bool:
    """Tell whether an unlabelled paragraph is the editor's: it names who speaks or the outlet, and nobody says "I"."""
    paragraph = article.paragraphs[number]
    if _ADDRESSING.search(article.text, paragraph.start, paragraph.end):
        return False
    if _REPORTING.match(article.text, paragraph.start, paragraph.end):
        return True
    names = [article.text[name.start : name.end].split()[-1].title(), article.outlet or ""]
    words = article.text[paragraph.start : paragraph.end]
    return any(len(known) >= _LEAST_NAME and re.search(rf"\b{re.escape(known)}\b", words) for known in names)
