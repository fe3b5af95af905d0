"""Plain text and transcripts → Draft; the stored text is the text as given, so that offsets hold."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from quotecli.core.chats import Message, messages_of
from quotecli.core.types import Role, Span
from quotecli.read.boilerplate import ends_article, is_boilerplate
from quotecli.read.databases import cover_end, read_filed
from quotecli.read.draft import Draft, DraftBuilder, Rank
from quotecli.read.excerpts import sources_of_excerpts
from quotecli.read.frontmatter import split_front_matter
from quotecli.read.head import HEAD_LINES, head_role, read_head
from quotecli.read.lines import bracketed_source, is_byline, is_caption, is_note, label_of, post_source, signs_post
from quotecli.read.media import media_of
from quotecli.read.metadata.dates import is_date_alone
from quotecli.read.printed.wrapped import page_width, starts_of_paragraphs
from quotecli.read.titles import TITLE_WITHIN, note_title, title_line

_LINE = re.compile(r"[^\S\n]*(\S[^\n]*)")
_TIME_LINE = re.compile(
    r"(?:\d+\s+)?\[?\(?(?:(\d{1,2}):)?(\d{1,2}):(\d{2})(?:[.,]\d{1,3})?\)?\]?"
    r"(?:\s*-->\s*[\d:.,]{4,14}[\])]?(?:\s+[a-z]{4,8}:\S{1,40})*)?(?=\s|$)"
)
_EMPTY_LINES = re.compile(r"[ \t]*\n(?:[ \t]*\n)+[ \t]*")
_CUE_NUMBER = re.compile(r"\d{1,5}\s*$")
_STOPS = '.!?:…”"'
_OPEN_LONGEST = 600  # characters above a line in which a quotation may have begun
_SUBHEAD_LONGEST = 90
_CAPTION_LONGEST = 1200
_WRAPPED = (45, 110)
_POST_LINES = 8
_HEAD_BLOCKS = 8
_SMALL_WORD = 3
_FEW_SMALL = 2  # words longer than this in small letters: the headline isn't set in capitals throughout
_ABSTRACT = re.compile(r"abstract(?: \(\w{4,12}\))?", re.IGNORECASE)
_ABOVE_TEXT = 20
"""Lines in which an abstract begins, and lines it may have."""


@dataclass(slots=True)
class _Line:
    start: int
    end: int
    text: str
    block: int
    time: float | None = None


def draft_from_text(text: str) -> Draft:
    """Read plain text: its paragraphs stand between blank lines, or are its lines where they aren't wrapped.

    Front matter (YAML, TOML) and lines such as `Date: 2 October 2020` at the head give metadata. The stored text is
    `text` itself (NUL and lone surrogates become U+FFFD one for one), so that offsets hold.
    """
    builder = DraftBuilder(text)
    candidates, body = split_front_matter(text)
    for found in candidates:
        builder.candidate(found.field, found.value, found.source, rank=found.rank, note=found.note)
    if body:
        start = len(text) - len(text.lstrip())
        builder.mark(start, start + len(text[start:body].rstrip()), Role.BOILERPLATE)
    chat = messages_of(text)
    end = chat[0].start if chat else len(text)
    width = page_width(text[body:end].split("\n"))
    lines = _join_posts(list(_paragraphs(text, body, end, width)), text)
    titled = any(found.field == "title" for found in candidates)
    marked = _without_abstract(list(_roles(builder, lines, titled=titled)))
    excerpts = sources_of_excerpts([(line.text, role) for line, role in marked])
    signatures = set(excerpts.values())
    for number, (line, role) in enumerate(marked):
        source = post_source(line.text) if role is Role.POST else None
        span = Span(line.start + source[0], line.start + source[1]) if source else None
        if number in excerpts:
            role, signed = Role.BLOCKQUOTE, lines[excerpts[number]]  # noqa: PLW2901
            name = bracketed_source(signed.text) or signed.text
            at = signed.start + signed.text.index(name)
            span = Span(at, at + len(name))
        elif number in signatures:
            role = Role.BYLINE  # noqa: PLW2901
        builder.mark(line.start, line.end, role, source=span, time=line.time)
    if chat:
        _mark_messages(builder, text, chat)
        return builder.build()
    timed = sum(line.time is not None for line in lines) > 1
    builder.media = media_of([line.text for line in lines], timed=timed)
    return builder.build()


def _mark_messages(builder: DraftBuilder, text: str, chat: Sequence[Message]) -> None:
    """Make paragraphs of the messages of a chat, and of what stands apart in one; it came out with its last one."""
    for message in chat:
        role = Role.BODY if message.sender else Role.BOILERPLATE
        start = message.start
        for gap in _EMPTY_LINES.finditer(text, message.words.start, message.words.end):
            builder.mark(start, gap.start(), role)
            start = gap.end()
        if start < message.end:
            builder.mark(start, message.end, role)
    if day := next((message.day for message in reversed(chat) if message.day), None):
        builder.candidate("published", str(day), "last message", rank=Rank.TEXT)


def _without_abstract(marked: list[tuple[_Line, Role]]) -> list[tuple[_Line, Role]]:
    """Pass over what ProQuest prints between "ABSTRACT" and "FULL TEXT": the text's own beginning."""
    first = next((at for at, (line, _) in enumerate(marked[:_ABOVE_TEXT]) if _ABSTRACT.fullmatch(line.text)), None)
    if first is None:
        return marked
    stretch = range(first, min(len(marked), first + _ABOVE_TEXT))
    end = next((at for at in stretch if marked[at][0].text.lower() == "full text"), first)
    return [(line, Role.BOILERPLATE if first <= at <= end else role) for at, (line, role) in enumerate(marked)]


def _blocks(text: str, body: int, end: int) -> Iterator[list[_Line]]:
    """Yield the runs of lines between blank lines."""
    block: list[_Line] = []
    number = 0
    for found in re.finditer(r"[^\n]*\n?", text[body:end]):
        inner = _LINE.match(found[0])
        if inner:
            start = body + found.start() + inner.start(1)
            line = inner[1].rstrip()
            block.append(_Line(start, start + len(line), line, number))
        elif block:
            yield block
            block = []
            number += 1
    if block:
        yield block


def _is_wrapped(block: Sequence[_Line]) -> bool:
    """Tell whether the lines of a block are one paragraph, broken to a width."""
    if len(block) == 2 and block[0].block < _HEAD_BLOCKS and _are_title_and_deck(block[0].text, block[1].text):
        return False
    full = [len(line.text) for line in block[:-1]]
    if any(is_byline(line.text) for line in block) or is_date_alone(block[-1].text):
        return False
    if not full or min(full) < _WRAPPED[0] or max(full) > _WRAPPED[1] or len(block[-1].text) > max(full) + 5:
        return False
    open_ends = sum(not line.text.endswith((".", "!", "?", "”", '"', ":")) for line in block[:-1])
    return max(full) - min(full) <= 28 and open_ends * 2 >= len(full)


def _are_title_and_deck(above: str, below: str) -> bool:
    """Tell whether two lines are no paragraph but a headline and what stands below it: neither ends, both begin."""
    small = sum(word[0].islower() and len(word) > _SMALL_WORD for word in above.split())
    ends = above[-1] in _STOPS or below[-1] in f"{_STOPS},"
    return not ends and below[0].isupper() and above[0].isupper() and small >= _FEW_SMALL


def _joined(block: list[_Line], text: str, width: int | None) -> list[_Line]:
    """Join the lines of a block that are one paragraph; in a text that is broken to a width, each of its paragraphs."""
    starts = list(range(len(block)))
    if width is not None:
        printed = [text[text.rfind("\n", 0, line.start) + 1 : line.end] for line in block]
        starts = starts_of_paragraphs(printed, width)
    elif _is_wrapped(block):
        starts = [0]
    starts = _without_open_marks(block, starts, text)
    ends = [*(start - 1 for start in starts[1:]), len(block) - 1]
    return [
        _Line(block[one].start, block[last].end, text[block[one].start : block[last].end], block[one].block)
        for one, last in zip(starts, ends, strict=True)
    ]


def _without_open_marks(block: Sequence[_Line], starts: Sequence[int], text: str) -> list[int]:
    """Return which lines of a block begin a paragraph, without those before which a quotation breaks off."""
    kept = list(starts[:1])
    for start in starts[1:]:
        above = text[max(block[kept[-1]].start, block[start - 1].end - _OPEN_LONGEST) : block[start - 1].end]
        below = block[start].text
        if not (_is_open(above) and below[0].isalpha() and above[-1] not in _STOPS and label_of(below) is None):
            kept.append(start)
    return kept


def _is_open(text: str) -> bool:
    """Tell whether a quotation has begun in the text and not ended."""
    german = text.count("„")
    pairs = (german, text.count("“") + text.count("”")) if german else (text.count("“"), text.count("”"))
    return text.count('"') % 2 == 1 or pairs[0] > pairs[1]


def _paragraphs(text: str, body: int, end: int, width: int | None) -> Iterator[_Line]:
    """Yield the paragraphs; lines that are nothing but time codes or cue numbers give the next one its time."""
    time: float | None = None
    for lines in _blocks(text, body, end):
        block = _joined(lines, text, width)
        for place, line in enumerate(block):
            found = _TIME_LINE.match(line.text)
            if found:
                hours, minutes, seconds = (int(part or 0) for part in found.groups())
                time = float(hours * 3600 + minutes * 60 + seconds)
                line.time = time
                if found.end() >= len(line.text):
                    continue
            elif _CUE_NUMBER.fullmatch(line.text) and place + 1 < len(block) and "-->" in block[place + 1].text:
                continue
            else:
                line.time = time
            yield line


def _join_posts(lines: list[_Line], text: str) -> list[_Line]:
    """Make one paragraph of a pasted post: the block above the line that signs it, and that line.

    In a text without empty lines, where all is one block, it is the line above.
    """
    joined: list[_Line] = []
    for line in lines:
        if joined and signs_post(line.text):
            first = len(joined) - 1
            while first > 0 and joined[first - 1].block == joined[-1].block and len(joined) - first <= _POST_LINES:
                first -= 1
            whole = joined[-1].block != line.block and len(joined) - first <= _POST_LINES
            whole = whole or (first > 0 and joined[first - 1].block != joined[-1].block)
            first = first if whole else len(joined) - 1
            start, time = joined[first].start, joined[first].time
            line = _Line(start, line.end, text[start : line.end], line.block, time)  # noqa: PLW2901
            del joined[first:]
        joined.append(line)
    return joined


def _roles(builder: DraftBuilder, lines: Sequence[_Line], *, titled: bool) -> Iterator[tuple[_Line, Role]]:
    """Give each paragraph its role; the head's lines become candidates on the way."""
    labels = Counter(label for line in lines if (label := label_of(line.text)))
    labels.update(_families(labels))
    size = sum(len(line.text) for line in lines)
    filed = read_filed(builder, [line.text for line in lines])
    for place, count in filed.prefixes.items():
        lines[place].start += count
        lines[place].text = lines[place].text[count:]
    titled = titled or filed.titled
    first = cover_end([line.text for line in lines])
    near = range(first, min(len(lines), first + TITLE_WITHIN))
    texts = ["" if place in filed.roles else lines[place].text for place in near]
    below = read_head(builder, texts[:HEAD_LINES], titled=titled)
    known = below | {place - first for place in filed.roles}
    title = -1 if titled else title_line(texts, labels, known)
    title = title + first if title >= 0 else title
    head = {place + first for place in below}
    seen = 0
    ended = False
    for place, line in enumerate(lines):
        seen += len(line.text)
        ended = ended or (seen > 0.5 * size and place > 2 and ends_article(line.text))
        if ended:
            yield line, Role.BOILERPLATE
            continue
        role = filed.roles.get(place) or (head_role(line.text) if place in head else None)
        if place == title:
            note_title(builder, line.text)
            role = Role.HEADLINE
        yield line, role or _role(lines, place, labels)


def _role(lines: Sequence[_Line], place: int, labels: Counter[str]) -> Role:
    line = lines[place]
    text = line.text
    if post_source(text):
        return Role.POST
    if is_note(text):
        return Role.NOTE
    if is_boilerplate(text):
        return Role.BOILERPLATE
    if is_byline(text):
        return Role.BYLINE
    label = label_of(text)
    once = label is not None and labels[label] == 1 and line.time is None
    if is_caption(text) or (label and once and _is_labelled_caption(text, label)):
        return Role.CAPTION
    following = lines[place + 1] if place + 1 < len(lines) else None
    bare = len(text) <= _SUBHEAD_LONGEST and text[-1:] not in ".,;:!?…”\"'’)"
    if bare and following and following.block == line.block and is_caption(following.text):
        return Role.CAPTION  # a picture's alternative text on the line above its caption
    alone = not (place and lines[place - 1].block == line.block) and not (following and following.block == line.block)
    if bare and alone and not label and len(text.split()) > 1 and following and len(following.text) > len(text):
        return Role.SUBTITLE
    return Role.BODY


def _families(labels: Iterable[str]) -> list[str]:
    """Return the family names in labels in capitals: ORME of "PETRA ORME, HOST", so that "ORME" is no caption's."""
    named = (label.partition(",")[0].split() for label in labels if label.isupper())
    return [words[-1] for words in named if len(words) > 1]


def _is_labelled_caption(text: str, label: str) -> bool:
    """British tabloids' captions: "Lending his voice: Rob … on Tuesday", "Bye: … ; Rob pictured in 2016"."""
    if len(text) > _CAPTION_LONGEST:
        return False
    if text.endswith(("pictured", "above", "below")) or re.search(
        r";[^;.]{3,80}\b(?:pictured|posted|seen|photo)\b[^.]*$", text
    ):
        return True
    return len(text) > len(label) + 30 and len(label.split()) <= 5 and text[-1:] not in ".!?…:;,”\"'’)-–—"
