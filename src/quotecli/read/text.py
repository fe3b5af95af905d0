"""Plain text and transcripts → Draft; the stored text is the text as given, so that offsets hold."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quotecli.core.papers import names_paper
from quotecli.core.types import Role, Span
from quotecli.read.boilerplate import ends_article, is_boilerplate
from quotecli.read.draft import Draft, DraftBuilder, Rank
from quotecli.read.excerpts import sources_of_excerpts
from quotecli.read.frontmatter import split_front_matter
from quotecli.read.lines import bracketed_source, is_byline, is_caption, is_note, label_of, post_source, signs_post
from quotecli.read.media import media_of
from quotecli.read.metadata.dates import parse_date
from quotecli.read.outlets import find_outlet

_LINE = re.compile(r"[^\S\n]*(\S[^\n]*)")
_TIME_LINE = re.compile(r"(?:\d+\s+)?\[?\(?(?:(\d{1,2}):)?(\d{1,2}):(\d{2})(?:[.,]\d{1,3})?\)?\]?(?:\s*-->.*)?(?=\s|$)")
_CUE_NUMBER = re.compile(r"\d{1,5}\s*$")
_FIELD = re.compile(
    r"(?P<name>title|headline|authors?|by|byline|date|published|publication date|source|outlet|publication|newspaper"
    r"|url|link|section|language)[ \t]*[:=][ \t]*(?P<value>\S.*)",
    re.IGNORECASE,
)
_FIELDS = {
    "title": "title", "headline": "title", "author": "author", "authors": "author", "by": "author", "byline": "author",
    "date": "published", "published": "published", "publication date": "published", "source": "outlet",
    "outlet": "outlet", "publication": "outlet", "newspaper": "outlet", "url": "url", "link": "url",
    "section": "section", "language": "language",
}  # fmt: skip
_BESIDE_DATE = re.compile(
    r"[,|·•–—(-]?\s*(?P<name>[A-Z][\w.’'&-]*(?: (?:[A-Z][\w.’'&-]*|of|the|and|de|la|le|der|du)){0,5})\s*[,|·•–—()-]*\s*"
)
"""A name that stands with a date on a line of their own: the outlet's, the place's or the writer's."""
_WRITTEN_FOR = re.compile(r"\b[Ff]or (?:the )?(?P<name>[A-Z][\w.&’']*(?: (?:of|the|and|[A-Z][\w.&’']*)){0,4})$")
"""Whom a byline is written for: "By Carly Finch For Gossipline"."""
_HEAD_DATE = re.compile(r"(?:date|published|posted|updated|on)?\W{0,3}(?=\d|[A-Z][a-z]{2})", re.IGNORECASE)
_DATE_WORDS = frozenset(
    "published posted updated last modified on at by date dated first created am pm et est edt pt pst"
    " pdt gmt utc bst cet cest monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun uhr"
    " veröffentlicht am publié le à publicado el em stand min read p m a".split()
)
_HEAD_LINES = 8
_ADDRESS = re.compile(r"(?:URL\W{0,3})?(https?://\S+)")
_TITLE_LONGEST = 180
_SUBHEAD_LONGEST = 90
_CAPTION_LONGEST = 1200
_WRAPPED = (45, 110)
_POST_LINES = 8


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
    lines = _join_posts(list(_paragraphs(text, body)), text)
    titled = any(found.field == "title" for found in candidates)
    marked = list(_roles(builder, lines, titled=titled))
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
    timed = sum(line.time is not None for line in lines) > 1
    builder.media = media_of([line.text for line in lines], timed=timed)
    return builder.build()


def _blocks(text: str, body: int) -> Iterator[list[_Line]]:
    """Yield the runs of lines between blank lines."""
    block: list[_Line] = []
    number = 0
    for found in re.finditer(r"[^\n]*\n?", text[body:]):
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
    full = [len(line.text) for line in block[:-1]]
    if not full or min(full) < _WRAPPED[0] or max(full) > _WRAPPED[1] or len(block[-1].text) > max(full) + 5:
        return False
    open_ends = sum(not line.text.endswith((".", "!", "?", "”", '"', ":")) for line in block[:-1])
    return max(full) - min(full) <= 28 and open_ends * 2 >= len(full)


def _paragraphs(text: str, body: int) -> Iterator[_Line]:
    """Yield the paragraphs; lines that are nothing but time codes or cue numbers give the next one its time."""
    time: float | None = None
    for block in _blocks(text, body):
        if _is_wrapped(block):
            start, end = block[0].start, block[-1].end
            block = [_Line(start, end, text[start:end], block[0].block)]  # noqa: PLW2901
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
    size = sum(len(line.text) for line in lines)
    title = -1 if titled else _title_line(lines, labels)
    seen = 0
    ended = False
    for place, line in enumerate(lines):
        seen += len(line.text)
        ended = ended or (seen > 0.5 * size and place > 2 and ends_article(line.text))
        if ended:
            yield line, Role.BOILERPLATE
            continue
        role = _head_role(builder, line, place) if place < _HEAD_LINES else None
        if place == title:
            builder.candidate("title", line.text, "first line", rank=Rank.TEXT)
            role = Role.HEADLINE
        yield line, role or _role(lines, place, labels)


def _title_line(lines: Sequence[_Line], labels: Counter[str]) -> int:
    """Return the index of the line that is the headline: a short one without a full stop before longer ones, or -1."""
    best = -1
    for place, line in enumerate(lines[:4]):
        sentence = len(line.text) > 60 and line.text.rstrip('”"').endswith((".", ",", "?", "!"))
        if len(line.text) > _TITLE_LONGEST or sentence:
            break
        following = lines[place + 1 : place + 6]
        if not _may_be_title(line.text, labels) or not any(
            len(one.text) > max(80, 1.5 * len(line.text)) for one in following
        ):
            continue
        best = place
        if len(line.text.split()) > 3:
            break
    return best


def _may_be_title(text: str, labels: Counter[str]) -> bool:
    if len(text) < 12 or text.endswith((".", ",", ";", ":")):
        return False
    if is_byline(text) or is_caption(text) or is_boilerplate(text) or post_source(text):
        return False
    label = label_of(text)
    return label is None or labels[label] == 1


def _head_role(builder: DraftBuilder, line: _Line, place: int) -> Role | None:
    """Read a line at the head of the document: `Date: …`, a byline, a date by itself or before the text."""
    field = _FIELD.fullmatch(line.text)
    if field and len(line.text) < 300:
        name = _FIELDS[field["name"].lower()]
        builder.candidate(name, field["value"], f"line “{field['name']}:”", rank=Rank.RECORD)
        return Role.BYLINE
    if address := _ADDRESS.fullmatch(line.text):
        builder.candidate("url", address[1], "line of its own", rank=Rank.BYLINE)
        return Role.BYLINE
    if is_byline(line.text):
        builder.candidate("author", line.text, "byline", rank=Rank.BYLINE)
        if written := _WRITTEN_FOR.search(line.text):
            builder.candidate("outlet", written["name"], "byline", rank=Rank.BYLINE)
        _date(builder, line.text, "byline")
        return Role.BYLINE
    if (
        len(line.text) < 80
        and not post_source(line.text)
        and _date(builder, line.text, "line of its own")
        and not label_of(line.text)
    ):
        return Role.BYLINE
    if place == 0:
        opening = _HEAD_DATE.match(line.text)
        found = parse_date(line.text[:60]) if opening else None
        if opening and found and found.start <= opening.end() and (found.date.precision == "day" or found.note):
            builder.candidate(
                "published", line.text[found.start : found.end], "date at the head of the text", rank=Rank.BYLINE
            )
    return None


def _date(builder: DraftBuilder, text: str, source: str) -> bool:
    """Note the date of a line about dates; True when the line is little else."""
    found = parse_date(text)
    if not found or (found.date.precision != "day" and not found.note):
        return False
    rest = text[: found.start] + text[found.end :]
    words = [word for word in re.findall(r"[^\W\d_]+", rest.lower()) if word not in _DATE_WORDS]
    little = len(words) <= 1 and not text.endswith(".")
    if not little and (named := _BESIDE_DATE.fullmatch(rest.strip())):  # "Port Ellis Courier, 3 May 2024"
        little = True
        if find_outlet(named["name"]) or names_paper(named["name"]):
            builder.candidate("outlet", named["name"], f"{source}: outlet and date", rank=Rank.BYLINE)
    if little or source == "byline":
        updated = re.match(r"\W*(?:last )?(?:updated|modified)", text, re.IGNORECASE)
        builder.candidate("updated" if updated else "published", text, f"{source}: date", rank=Rank.BYLINE)
    return little


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
    if is_caption(text) or (label and labels[label] == 1 and _is_labelled_caption(text, label)):
        return Role.CAPTION
    following = lines[place + 1] if place + 1 < len(lines) else None
    bare = len(text) <= _SUBHEAD_LONGEST and text[-1:] not in ".,;:!?…”\"'’)"
    if bare and following and following.block == line.block and is_caption(following.text):
        return Role.CAPTION  # a picture's alternative text on the line above its caption
    alone = not (place and lines[place - 1].block == line.block) and not (following and following.block == line.block)
    if bare and alone and not label and len(text.split()) > 1 and following and len(following.text) > len(text):
        return Role.SUBTITLE
    return Role.BODY


def _is_labelled_caption(text: str, label: str) -> bool:
    """British tabloids' captions: "Lending his voice: Rob … on Tuesday", "Bye: … ; Rob pictured in 2016"."""
    if len(text) > _CAPTION_LONGEST:
        return False
    if text.endswith(("pictured", "above", "below")) or re.search(
        r";[^;.]{3,80}\b(?:pictured|posted|seen|photo)\b[^.]*$", text
    ):
        return True
    return len(text) > len(label) + 30 and len(label.split()) <= 5 and text[-1:] not in ".!?…:;,”\"'’)"
