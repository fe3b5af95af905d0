"""The head of a plain text: its title, and the lines that say who wrote and printed it, and when."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from typing import NamedTuple

from quotecli.core.folding import fold
from quotecli.core.names import given_names
from quotecli.core.papers import names_paper
from quotecli.read.boilerplate import is_boilerplate
from quotecli.read.draft import DraftBuilder, Rank
from quotecli.read.lines import is_byline, is_caption, label_of, post_source
from quotecli.read.metadata.dates import parse_date
from quotecli.read.outlets import find_outlet, outlet_kind

__all__ = ["FIELD_NAMES", "HEAD_LINES", "TITLE_WITHIN", "note_title", "read_head", "title_line"]

FIELD_NAMES = {
    "title": "title", "headline": "title", "author": "author", "authors": "author", "by": "author", "byline": "author",
    "author/byline": "author", "date": "published", "published": "published", "publication date": "published",
    "source": "outlet", "outlet": "outlet", "publication": "outlet", "newspaper": "outlet", "url": "url", "link": "url",
    "section": "section", "language": "language", "length": "",
}  # fmt: skip
"""What lines such as "Date: …" at the head tell, by their label."""
_FIELD = re.compile(
    rf"(?P<name>{'|'.join(sorted(FIELD_NAMES, key=len, reverse=True))})[ \t]*[:=][ \t]*(?P<value>\S.*)", re.IGNORECASE
)
_BESIDE_DATE = re.compile(r"[A-Z][\w.’'&-]*(?: (?:[A-Z][\w.’'&-]*|of|the|and|de|la|le|der|du)){0,5}")
"""A name that stands with a date on a line of their own: the outlet's, the place's or the writer's."""
_WRITTEN_FOR = re.compile(
    r"\b(?:[Ff]or|FOR) (?:the |THE )?(?P<name>[A-Z][\w.&’']*(?: (?:of|the|and|[A-Z][\w.&’']*)){0,4})$"
)
"""Whom a byline is written for: "By Carly Finch For Gossipline"."""
_HEAD_DATE = re.compile(r"(?:date|published|posted|updated|on)?\W{0,3}(?=\d|[A-Z][a-z]{2})", re.IGNORECASE)
_DATE_WORDS = frozenset(
    "published posted updated last modified on at by date dated first created stand am pm et est edt pt pst"
    " pdt gmt utc bst cet cest monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun uhr"
    " veröffentlicht am publié le à publicado el em stand min read p m a today yesterday".split()
)
HEAD_LINES = 12
"""Lines at the beginning that may say who wrote and printed the document, and when."""
_TITLE_LINES = 4
TITLE_WITHIN = 16
"""Lines that a title is told by: itself and those below it."""
_PARTED = re.compile(r",\s+|\s+[|•·–—/-]\s+")
_PAPER_LONGEST = 50
_SENTENCE_FROM = 60
_SAID_LONGEST = 300
_FEW_WORDS = 3
_BELOW_TITLE = 8
_SMALL_WORDS = frozenset("of the and de la le der & & for at on".split())
_ONE = r"[A-Z][^\W\d_’'-]*(?:[’'-][^\W\d_]+)*(?: [A-Z]\.)?(?: [A-Z][^\W\d_]*(?:[’'-][^\W\d_]+)*){1,2}"
_NAME = re.compile(rf"{_ONE}(?: (?:and|und|et|y) {_ONE})?(?: (?:in|aus|à|en) [A-Z][\w’' -]{{1,30}})?")
_PLACE = re.compile(r" \([A-Z][^()]{1,30}\)$")
"""Where a paper is printed: "The Times (London)"."""
_FILED = re.compile(
    r"@\w{2,30}|\S{1,64}@\S{1,64}\.\w{2,12}|(?:LENGTH:\s*)?\d{1,3}(?:,\d{3}|\d{0,3}) words|\d+ of \d+ DOCUMENTS?"
    r"|(?:[\w.]+,? ){1,5}Edition"
    r"|\d+ (?:shares?|comments?)",
    re.IGNORECASE,
)
"""What databases and pages count: "812 words", "1 of 3 DOCUMENTS", "Final Edition"."""
_PROQUEST = re.compile(
    r"(?:(?P<author>[^.;]{3,120})\. )?(?P<outlet>[^.;]{3,80}); (?P<place>[^.;\[]{2,60}?)(?: \[[^\]]{1,80}\])?\. ?"
    r"(?P<date>\d{1,2} [A-Z][a-z]{2} \d{4}): ?[\w.]{1,12}\.?"
)
"""How ProQuest tells of an article: "Roe, Jane. The Guardian; London (UK) [London (UK)]. 03 Mar 2020: 14."."""
_UPDATED = re.compile(
    r"[\s,|·•–—-]*\b(?:mis à jour|(?:last )?updated|(?:last )?modified|(?:zuletzt )?aktualisiert|actualizado"
    r"|modifié)\b",
    re.IGNORECASE,
)
_ADDRESSES = re.compile(r"\S{1,64}@\S{1,64}|(?<!\S)@\w{1,30}")
_BY = re.compile(r"^(?:[Bb]y|BY) (?=[A-Z])")
_BY_ALONE = frozenset("by von par por di".split())
_STAFF = re.compile(r"\s+staff(?: (?:writers?|reporters?|reports?))?$", re.IGNORECASE)
_EDITION = re.compile(r":? \[[^\[\]]{0,40}edition\]$", re.IGNORECASE)
"""What a database writes behind a title."""
_ADDRESS = re.compile(r"(?:URL\W{0,3})?(https?://\S+)")
_TITLE_LONGEST = 180


def read_head(builder: DraftBuilder, lines: Sequence[str], *, titled: bool) -> set[int]:
    """Make candidates of what the first lines say of the document; return which lines do nothing else.

    A paper's name, or a writer's without "By", is told by what it stands beside: a byline, a date, the paper's name.
    `titled`: the title is known, so that a name alone is not the title.
    """
    sentences = [place for place, line in enumerate(lines) if place > 0 and _is_sentence(line)]
    lines = lines[: sentences[1]] if len(sentences) > 1 else lines  # below a standfirst the text begins
    said = {place for place, line in enumerate(lines) if _says(builder, line, place)}
    short = next((place for place, line in enumerate(lines) if len(line) > _TITLE_LONGEST), len(lines))
    for place, line in enumerate(lines[: short - 1]):
        if line.strip(" :").lower() in _BY_ALONE and _is_name(lines[place + 1]):
            builder.candidate("author", lines[place + 1], "byline", rank=Rank.BYLINE)
            said |= {place, place + 1}
    for place, line in enumerate(lines[:short]):
        beside = {1, 2, 3} if place == 0 else {place - 1, place + 1}
        heads = place == 0 and find_outlet(line) is not None and any(map(_is_headline, lines[1:2]))
        told = bool(beside & said) or heads
        if place not in said and told and (paper := _paper_of(line)):
            agency = outlet_kind(paper) == "agency"
            rank = Rank.TEXT if agency else Rank.BYLINE  # what prints an agency's article goes before it
            builder.candidate("outlet", _printed(paper), "line of its own", rank=rank)
            said.add(place)
    headed = titled or any(_is_headline(line) for place, line in enumerate(lines[:short]) if place not in said)
    for place, line in enumerate(lines[:short]):
        if headed and place > 0 and place not in said and {place - 1, place + 1} & said and _is_name(line):
            builder.candidate("author", line, "line of its own", rank=Rank.BYLINE)
            said.add(place)
    return said


def _is_sentence(line: str) -> bool:
    """Tell whether a line is one of the text, or a standfirst; a headline may end in a question or a quotation."""
    return len(line) > _TITLE_LONGEST or (len(line) > _SENTENCE_FROM and line.rstrip('”"').endswith((".", ",", ":")))


def _paper_of(line: str) -> str | None:
    """Return the paper that a line names alone, or with the place where it is printed or was written."""
    line = _STAFF.sub("", _PLACE.sub("", line))
    if _is_paper(line) or (len(line) <= _PAPER_LONGEST and outlet_kind(line) == "agency"):
        return line
    credits_ = _Credits.of(line)
    alone = len(credits_.papers) == 1 and not credits_.names and all(map(_BESIDE_DATE.fullmatch, credits_.others))
    return credits_.papers[0] if alone and len(credits_.others) < 2 else None


def _is_headline(line: str) -> bool:
    """Tell whether a line may be the headline: some words, and no sentence."""
    return len(line) <= _TITLE_LONGEST and len(line.split()) > _FEW_WORDS and line[-1:] not in ".,:;"


class _Credits(NamedTuple):
    """What the parts of a line between its commas and bars are: papers, writers, other."""

    papers: list[str]
    names: list[str]
    others: list[str]

    @classmethod
    def of(cls, text: str) -> _Credits:
        found = cls([], [], [])
        for piece in _PARTED.split(text):
            part = _BY.sub("", _PLACE.sub("", piece.strip()).strip(" ,|·•–—()/-"))
            if part and not _says_when(part):
                (found.papers if _is_paper(part) else found.names if _is_name(part) else found.others).append(part)
        return found

    def note(self, builder: DraftBuilder, source: str) -> None:
        for paper in self.papers:
            builder.candidate("outlet", paper, source, rank=Rank.BYLINE)
        for name in self.names:
            builder.candidate("author", name, source, rank=Rank.BYLINE)


def _is_paper(text: str) -> bool:
    """Tell whether a line, or the end of a byline, is the name of a known outlet, or a periodical's by its words."""
    if not text or len(text) > _PAPER_LONGEST or not text[:1].isupper() or text[-1] in ".,;:?":
        return False
    words = text.split()
    if _says_when(text):
        return False
    if find_outlet(text):
        return outlet_kind(text) not in {"agency", "social", "aggregator"}
    return names_paper(text) and all(word[0].isupper() or word in _SMALL_WORDS for word in words)


def _says_when(part: str) -> bool:
    """Tell whether a part of a line tells the hour, the day of the week or how long one reads."""
    return all(word in _DATE_WORDS or not word.isalpha() for word in re.findall(r"[^\W_]+", part.lower()))


def _printed(paper: str) -> str:
    """Return the name of a paper as it is printed elsewhere than in a line of capitals."""
    if not paper.isupper() or " " not in paper:
        return paper
    words = paper.lower().split()
    return " ".join(word if place and word in _SMALL_WORDS else word.capitalize() for place, word in enumerate(words))


def _is_name(text: str) -> bool:
    return bool(_NAME.fullmatch(text)) and fold(text.split(maxsplit=1)[0]) in given_names()


def title_line(lines: Sequence[str], labels: Counter[str], head: Collection[int]) -> int:
    """Return the index of the line that is the headline: a short one without a full stop before longer ones, or -1.

    Args:
        lines: the first lines of the document.
        labels: how often each label stands before a colon in it.
        head: the lines that say something else (`read_head`).
    """
    best = -1
    for place in [place for place in range(len(lines)) if place not in head][:_TITLE_LINES]:
        line = lines[place]
        sentence = len(line) > 60 and line.rstrip('”"').endswith((".", ",", "?", "!"))
        if len(line) > _TITLE_LONGEST or sentence:
            break
        following = [one for at, one in enumerate(lines) if at > place and at not in head][:_BELOW_TITLE]
        # a place, or a paper that nobody knows
        amid = place - 1 in head and place + 1 in head and len(line.split()) <= _FEW_WORDS
        above = any(place < at for at in head) and len(line.split()) > _FEW_WORDS  # a byline, a date stands below
        if amid or not _may_be_title(line, labels):
            continue
        if not above and not any(len(one) > max(80, 1.5 * len(line)) for one in following):
            continue
        best = place
        if len(line.split()) > 3:
            break
    return best


def note_title(builder: DraftBuilder, line: str) -> None:
    """Make a candidate of the headline of a text."""
    title = _EDITION.sub("", line)
    head, mark, tail = max(
        (title.rpartition(mark) for mark in (" | ", " - ", " – ", " — ")), key=lambda one: len(one[0])
    )
    if mark and len(head.split()) > _FEW_WORDS and _is_paper(tail):
        builder.candidate("outlet", tail, "end of the first line", rank=Rank.BYLINE)
        title = head
    builder.candidate("title", title, "first line", rank=Rank.TEXT)


def _may_be_title(text: str, labels: Counter[str]) -> bool:
    if len(text) < 12 or text.endswith((".", ",", ";", ":")) or " > " in text or " » " in text:
        return False
    if is_byline(text) or is_caption(text) or is_boilerplate(text) or post_source(text) or _FILED.fullmatch(text):
        return False
    label = label_of(text)
    return label is None or labels[label] == 1


def _says(builder: DraftBuilder, line: str, place: int) -> bool:
    """Note what a line says that tells it by itself: `Date: …`, a byline, a date alone or before the text."""
    if len(line) > _SAID_LONGEST:
        return _dated_text(builder, line) if place == 0 else False
    if field := _FIELD.fullmatch(line):
        if name := FIELD_NAMES[field["name"].lower()]:
            builder.candidate(name, field["value"], f"line “{field['name']}:”", rank=Rank.RECORD)
        return True
    if _FILED.fullmatch(line):
        return True
    if filed := _PROQUEST.fullmatch(line):
        for name, value in (("author", filed["author"]), ("outlet", filed["outlet"]), ("published", filed["date"])):
            builder.candidate(name, value or "", "line of a database", rank=Rank.BYLINE)
        return True
    if address := _ADDRESS.fullmatch(line):
        builder.candidate("url", address[1], "line of its own", rank=Rank.BYLINE)
        return True
    bare = _ADDRESSES.sub("", line).strip(" ,|")
    if is_byline(bare[:1].upper() + bare[1:]):
        builder.candidate("author", bare, "byline", rank=Rank.BYLINE)
        for part in _PARTED.split(line)[1:]:
            if _is_paper(part):
                builder.candidate("outlet", part, "byline", rank=Rank.BYLINE)
        if written := _WRITTEN_FOR.search(line):
            builder.candidate("outlet", written["name"], "byline", rank=Rank.BYLINE)
        _date(builder, line, "byline")
        return True
    if (
        len(line) < 80
        and not post_source(line)
        and _date(builder, line, "line of its own")
        and _may_date(label_of(line))
    ):
        return True
    credits_ = _Credits.of(line)
    if credits_.papers and credits_.names and not credits_.others:  # "Jane Roe, The Guardian"
        credits_.note(builder, "line of its own")
        return True
    return _dated_text(builder, line) if place == 0 else False


def _dated_text(builder: DraftBuilder, line: str) -> bool:
    """Note the date with which the text begins; the line is more than that, so False."""
    opening = _HEAD_DATE.match(line)
    found = parse_date(line[:60]) if opening else None
    if opening and found and found.start <= opening.end() and (found.date.precision == "day" or found.note):
        builder.candidate("published", line[found.start : found.end], "date at the head of the text", rank=Rank.BYLINE)
    return False


def _may_date(label: str | None) -> bool:
    """Tell whether a line is one of a date by its label: none, or "Stand: 3.3.2020"."""
    return label is None or label.lower() in _DATE_WORDS


def _date(builder: DraftBuilder, text: str, source: str) -> bool:
    """Note the date of a line about dates; True when the line is little else."""
    before, *after = _UPDATED.split(text, maxsplit=1)
    if after and before.strip() and parse_date(before) and parse_date(after[0]):
        _date(builder, f"Updated {after[0]}", source)
        return _date(builder, before, source)
    found = parse_date(text)
    if not found:
        return False
    rest = text[: found.start] + text[found.end :]
    month_alone = found.date.precision == "month" and not rest.strip()
    if found.date.precision != "day" and not found.note and not month_alone:
        return False
    words = [word for word in re.findall(r"[^\W\d_]+", rest.lower()) if word not in _DATE_WORDS]
    little = len(words) <= 1 and not text.endswith(".")
    if not little and source != "byline":
        beside = _Credits.of(rest)
        little = len(beside.others) < 2 and all(_BESIDE_DATE.fullmatch(other) for other in beside.others)
        if little:
            beside.note(builder, f"{source}: beside the date")
    if little or source == "byline":
        updated = re.match(r"\W*(?:last )?(?:updated|modified)", text, re.IGNORECASE)
        builder.candidate("updated" if updated else "published", text, f"{source}: date", rank=Rank.BYLINE)
    return little
