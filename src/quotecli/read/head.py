"""The head of a plain text: its title, and the lines that say who wrote and printed it, and when."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from quotecli.core.types import Role
from quotecli.read.draft import DraftBuilder, Rank
from quotecli.read.lines import is_byline, label_of, post_source, without_helpers
from quotecli.read.metadata.dates import out_and_updated, parse_date
from quotecli.read.outlets import find_outlet, outlet_kind
from quotecli.read.papers import DATE_WORDS, has_post, is_name, is_paper, is_post, paper_of_host, printed, says_when
from quotecli.read.titles import FILED, TITLE_LONGEST, is_ago, is_noise

__all__ = ["FIELD_NAMES", "HEAD_LINES", "head_role", "note_field", "read_head"]

FIELD_NAMES = {
    "title": "title", "headline": "title", "author": "author", "authors": "author", "by": "author", "byline": "author",
    "author/byline": "author", "reporter": "author", "writer": "author", "words": "author", "written by": "author",
    "date": "published", "published": "published", "publication date": "published", "date of publication": "published",
    "issue date": "published", "date published": "published", "published on": "published", "pubdate": "published",
    "updated": "updated", "last updated": "updated", "last modified": "updated",
    "source": "outlet", "outlet": "outlet", "publication": "outlet", "newspaper": "outlet",
    "publication title": "outlet", "url": "url", "link": "url",
    "accessed": "accessed", "accessed on": "accessed", "access date": "accessed", "date accessed": "accessed",
    "retrieved": "accessed", "date retrieved": "accessed", "saved": "accessed", "date saved": "accessed",
    "printed": "accessed", "downloaded": "accessed", "viewed": "accessed", "archived": "archived",
    "section": "section", "highlight": "", "language": "language", "length": "",
    "load-date": "", "date and time": "", "photo": "", "photos": "", "photographs": "", "photography": "",
    "photographer": "", "picture": "", "pictures": "", "image": "", "images": "", "foto": "", "fotos": "",
}  # fmt: skip
"""What lines such as "Date: …" at the head tell, by their label."""
_FIELD = re.compile(
    rf"(?:[-*•·] )?(?P<name>{'|'.join(sorted(FIELD_NAMES, key=len, reverse=True))})[ \t]{{0,9}}[:=|][ \t]{{0,9}}"
    r"(?P<value>\S.*)",
    re.IGNORECASE,
)
_BESIDE_DATE = re.compile(r"[A-Z][\w.’'&-]*(?: (?:[A-Z][\w.’'&-]*|of|the|and|de|la|le|der|du)){0,5}")
"""A name that stands with a date on a line of their own: the outlet's, the place's or the writer's."""
_WRITTEN_FOR = re.compile(
    r"\b(?:[Ff]or|FOR) (?:the |THE )?(?P<name>[A-Z][\w.&’']*(?: (?:of|the|and|[A-Z][\w.&’']*)){0,4})$"
)
"""Whom a byline is written for: "By Carly Finch For Gossipline"."""
_HEAD_DATE = re.compile(r"(?:date|published|posted|updated|on)?\W{0,3}(?=\d|[A-Z][a-z]{2})", re.IGNORECASE)
HEAD_LINES = 12
"""Lines at the beginning that may say who wrote and printed the document, and when."""
_PARTED = re.compile(r",\s+|\s+[|•·–—/-]\s+")
_PAPER_LONGEST = 50
_FEW_WORDS = 3
_FACT_LONGEST = 160
_FACT_WORDS = 6
_RELEASED = re.compile(r"for (?:immediate )?release\b[\s:,–—-]{0,4}(?=[A-Z\d][\w., ]{3,20}\d{4}$)", re.IGNORECASE)
"""Before the date of a press release: "FOR IMMEDIATE RELEASE: March 3, 2019"."""
_TAKEN = re.compile(
    r"(?:last )?(?:accessed|retrieved|saved|printed|downloaded|archived|viewed|consulté|abgerufen|consultado|consultato"
    r"|load-date|date and time)\b",
    re.IGNORECASE,
)
"""How a line begins that tells when somebody took a copy of the document."""
_TAKEN_AFTER = re.compile(
    r"[\s,;.|·•–—(-]{0,4}\b(?:accessed|retrieved|saved|printed|downloaded|archived|viewed|consulté|abgerufen|consultado"
    r"|consultato)\b[^;|]{0,60}",
    re.IGNORECASE,
)
_NO_WRITER = re.compile(
    r"(?:photo(?:s|graphs?|graphy)?|pictures?|images?|illustrations?|graphics?|video|film|edited|editing|translated|compiled"
    r"|as told) (?:by|to)\b",
    re.IGNORECASE,
)
"""Credits of others than the writer."""
_CREDITS = re.compile(
    r"\b(?:(?P<writer>words|text|story|reporting|interview(?=\sby))|photo(?:s|graphs?|graphy)?|pictures?|images?|illustrations?)"
    r"(?:\s?:|\sby\b)\s?(?P<names>[^:]{3,80}?)"
    r"(?=[\s.,;|/•·–—-]{0,3}(?:$|\b(?:words|text|story|reporting|interview(?=\sby)|photo|picture|image|illustration)\w{0,6}(?:\s?:|\sby\b)))",
    re.IGNORECASE,
)
"""One of several credits on a line."""
_CITED = re.compile(
    r"(?P<author>[A-Z][^“”\"\n]{2,80}?)\.? [“\"](?P<title>[^“”\"\n]{3,200}?)[.,]?[”\"][.,]? (?P<rest>[^“”\"\n]{6,160})"
)
"""A citation: "Roe, Jane. “Title.” The Wexham Herald, 3 March 2020."."""
_CITED_APA = re.compile(
    r"(?P<author>[A-Z][^()\n]{2,80}) \((?P<year>(?:19|20)\d\d)(?:, (?P<day>[A-Z][^()]{2,14}))?\)\."
    r" (?P<title>[^\n]{3,200}?)\. (?P<outlet>[A-Z][^.\n]{2,50})\.?(?: https?://\S{1,300})?"
)
"""The same as psychologists write it: "Roe, J. (2020, March 3). Title. The Wexham Herald."."""
_MARKS = re.compile(r"[“”\"«»„]")
_AS_TOLD = re.compile(r"[\s,;|–—-]{0,4}\bas told to\b.{0,120}", re.IGNORECASE)
_PAGE = re.compile(r"\b(?:Pg\.?|Page|p\.) ?(?P<page>[A-Z]{0,2}\d{1,4}[A-Z]?)\b", re.IGNORECASE)
_COLUMN = re.compile(r"(?:Column|Col\.?) \d", re.IGNORECASE)
"""Where Nexis says an article is printed: "Section: Section A; Column 1; National Desk; Pg. 12"."""
_DECK = re.compile(r"(?P<title>[^;]{12,180}); \S")
_SENTENCE_FROM = 60
_SAID_LONGEST = 300
_FEW_WORDS = 3
_PLACE = re.compile(r" \([A-Z][^()]{1,30}\)$")
"""Where a paper is printed: "The Times (London)"."""
_PROQUEST = re.compile(
    r"(?:(?P<author>[^.;]{3,120})\. )?(?P<outlet>[^.;]{3,80}); (?P<place>[^.;\[]{2,60}?)(?: \[[^\]]{1,80}\])?\. ?"
    r"(?P<date>\d{1,2} [A-Z][a-z]{2} \d{4}): ?[\w.]{1,12}\.?"
)
"""How ProQuest tells of an article: "Roe, Jane. The Guardian; London (UK) [London (UK)]. 03 Mar 2020: 14."."""
_ADDRESSES = re.compile(r"\S{1,64}@\S{1,64}|(?<!\S)@\w{1,30}")
_BY = re.compile(r"^(?:[Bb]y|BY|(?:[Ff]rom|FROM)(?: the)?) (?=[A-Z])")
_BY_ALONE = frozenset("by von par por di".split())
_STAFF = re.compile(r"\s+staff(?: (?:writers?|reporters?|reports?))?$", re.IGNORECASE)
_ADDRESS = re.compile(r"(?:URL\W{0,3})?(https?://\S+)")


def read_head(builder: DraftBuilder, lines: Sequence[str], *, titled: bool) -> set[int]:
    """Make candidates of what the first lines say of the document; return which lines do nothing else.

    A paper's name, or a writer's without "By", is told by what it stands beside: a byline, a date, the paper's name.
    `titled`: the title is known, so that a name alone is not the title.
    """
    sentences = [place for place, line in enumerate(lines) if place > 0 and _is_sentence(line)]
    lines = lines[: sentences[1]] if len(sentences) > 1 else lines  # below a standfirst the text begins
    ago = {place for place, line in enumerate(lines) if is_ago(line)}
    lines = ["" if is_noise(line) else line for line in lines]
    said = {place for place, line in enumerate(lines) if _says(builder, line, place)} | ago
    short = next((place for place, line in enumerate(lines) if len(line) > TITLE_LONGEST), len(lines))
    for place, line in enumerate(lines[: short - 1]):
        if line.strip(" :").lower() in _BY_ALONE and is_name(lines[place + 1]):
            builder.candidate("author", lines[place + 1], "byline", rank=Rank.BYLINE)
            said |= {place, place + 1}
    for place, line in enumerate(lines[:short]):
        beside = {1, 2, 3} if place == 0 else {place - 1, place + 1}
        heads = place == 0 and find_outlet(line) is not None and any(map(_is_headline, lines[1:2]))
        told = bool(beside & said) or heads
        if place not in said and told and (paper := _paper_of(line)):
            agency = outlet_kind(paper) == "agency"
            rank = Rank.TEXT if agency else Rank.BYLINE  # what prints an agency's article goes before it
            builder.candidate("outlet", printed(paper), "line of its own", rank=rank)
            said.add(place)
    headed = titled or any(_is_headline(line) for place, line in enumerate(lines[:short]) if place not in said)
    for place, line in enumerate(lines[:short]):
        if headed and place > 0 and place not in said and {place - 1, place + 1} & said and is_name(line):
            builder.candidate("author", line, "line of its own", rank=Rank.BYLINE)
            said.add(place)
    return said


def head_role(line: str) -> Role:
    """Return the role of a line of the head; one with a title in quotation marks quotes nobody."""
    return Role.BOILERPLATE if _MARKS.search(line) else Role.BYLINE


def _is_sentence(line: str) -> bool:
    """Tell whether a line is one of the text, or a standfirst; a headline may end in a question or a quotation."""
    return len(line) > TITLE_LONGEST or (len(line) > _SENTENCE_FROM and line.rstrip('”"').endswith((".", ",", ":")))


def _paper_of(line: str) -> str | None:
    """Return the paper that a line names alone, or with the place where it is printed or was written."""
    line = _STAFF.sub("", _PLACE.sub("", line))
    if is_paper(line) or (len(line) <= _PAPER_LONGEST and outlet_kind(line) == "agency"):
        return line
    credits_ = _Credits.of(line)
    alone = len(credits_.papers) == 1 and not credits_.names and all(map(_BESIDE_DATE.fullmatch, credits_.others))
    return credits_.papers[0] if alone and len(credits_.others) < 2 else None


def _is_headline(line: str) -> bool:
    """Tell whether a line may be the headline: some words, and no sentence."""
    return len(line) <= TITLE_LONGEST and len(line.split()) > _FEW_WORDS and line[-1:] not in ".,:;"


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
            part = paper_of_host(part) or part
            if part and not says_when(part):
                (found.papers if is_paper(part) else found.names if is_name(part) else found.others).append(part)
        return found

    def note(self, builder: DraftBuilder, source: str) -> None:
        for paper in self.papers:
            builder.candidate("outlet", paper, source, rank=Rank.BYLINE)
        for name in self.names:
            builder.candidate("author", name, source, rank=Rank.BYLINE)


def _says(builder: DraftBuilder, line: str, place: int) -> bool:
    """Note what a line says that tells it by itself: `Date: …`, a byline, a date alone or before the text."""
    if len(line) > _SAID_LONGEST:
        return _dated_text(builder, line) if place == 0 else False
    line = _RELEASED.sub("Date: ", line)
    if (both := out_and_updated(line)) and FIELD_NAMES.get((label_of(line) or "").lower()) in {"published", "updated"}:
        note_field(builder, "published", both[0].lstrip(" :"))
        note_field(builder, "updated", both[1].lstrip(" :"))
        return True
    if _credited(builder, line):
        return True
    if (field := _FIELD.fullmatch(line)) and _is_fact(field["name"], field["value"]):
        note_field(builder, field["name"], field["value"])
        return True
    if _TAKEN.match(line) and parse_date(line):
        builder.candidate("accessed", line, "line of its own", rank=Rank.BYLINE)
        return True
    if FILED.fullmatch(line) or _NO_WRITER.match(line) or is_post(line):
        return True
    if place == 0 and _cited(builder, line):
        return True
    line = _TAKEN_AFTER.sub("", line)
    if filed := _PROQUEST.fullmatch(line):
        for name, value in (("author", filed["author"]), ("outlet", filed["outlet"]), ("published", filed["date"])):
            builder.candidate(name, value or "", "line of a database", rank=Rank.BYLINE)
        return True
    if address := _ADDRESS.fullmatch(line):
        builder.candidate("url", address[1], "line of its own", rank=Rank.BYLINE)
        return True
    bare = without_helpers(_AS_TOLD.sub("", _ADDRESSES.sub("", line))).strip(" ,|")
    if is_byline(bare[:1].upper() + bare[1:]):
        builder.candidate("author", bare, "byline", rank=Rank.BYLINE)
        for part in _PARTED.split(line)[1:]:
            if is_paper(part):
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
    if writer := has_post(line):
        builder.candidate("author", writer, "line of its own", rank=Rank.BYLINE)
        return True
    credits_ = _Credits.of(line)
    if credits_.papers and credits_.names and not credits_.others:  # "Jane Roe, The Guardian"
        credits_.note(builder, "line of its own")
        return True
    return _dated_text(builder, line) if place == 0 else False


def _credited(builder: DraftBuilder, line: str) -> bool:
    """Note the writers of a line that gives several credits: "Pictures: Tim Oke. Words: Ann Lowry."."""
    credits_ = list(_CREDITS.finditer(line))
    if len(credits_) < 2 or credits_[0].start() > 0:
        return False
    for one in credits_:
        if one["writer"]:
            builder.candidate("author", one["names"], f"line “{one['writer']}:”", rank=Rank.RECORD)
    return True


def _is_fact(label: str, value: str) -> bool:
    """Tell a fact from what somebody says in a conversation, or below a picture: "Reporter: And what came of it?"."""
    told = FIELD_NAMES[label.lower()]
    if told in {"title", "url", "section"} or label.lower() == "highlight":
        return True
    if not told and _MARKS.search(value):
        return False
    return not (len(value) > _FACT_LONGEST or (value[-1] in '.?!”"' and len(value.split()) > _FACT_WORDS))


def note_field(builder: DraftBuilder, label: str, value: str) -> None:
    """Note the value of a line such as "Source: The Guardian, 3 March 2020"."""
    name, source = FIELD_NAMES[label.lower()], f"line “{label}:”"
    if name in {"published", "outlet"}:
        value = _TAKEN_AFTER.sub("", value)
    if name == "outlet":
        dated = parse_date(value)
        if dated and dated.start and dated.date.precision == "day":
            builder.candidate("published", value[dated.start : dated.end], source, rank=Rank.RECORD)
            value = _undated(value[: dated.start])
        value = paper_of_host(value) or value
    if label == "HEADLINE" and (deck := _DECK.match(value)) and len(deck["title"].split()) > _FEW_WORDS:
        value = deck["title"]
    if name == "section" and (printed_on := _PAGE.search(value)):
        builder.candidate("page", printed_on["page"], source, rank=Rank.RECORD)
        parts = [part.strip() for part in value.split(";")]
        named = [part for part in parts if part and not _PAGE.search(part) and not _COLUMN.fullmatch(part)]
        value = next((part for part in named if not part.startswith("Section ")), "".join(named[:1]))
    if name:
        builder.candidate(name, value, source, rank=Rank.RECORD)


def _undated(text: str) -> str:
    """Return what stands before a date, without the day of the week."""
    text = text.rstrip(" ,;|·•–—(-")
    head, mark, tail = text.rpartition(" ")
    return _undated(head) if mark and says_when(tail) else text


def _cited(builder: DraftBuilder, line: str) -> bool:
    """Note what a first line tells that cites the article."""
    if apa := _CITED_APA.fullmatch(line.strip()):
        date = f"{apa['day']} {apa['year']}" if apa["day"] else apa["year"]
        for name, value in (
            ("author", apa["author"]), ("title", apa["title"]), ("outlet", apa["outlet"]), ("published", date)
        ):  # fmt: skip
            builder.candidate(name, value, "citation in the first line", rank=Rank.BYLINE)
        return True
    found = _CITED.fullmatch(line.strip())
    rest = _TAKEN_AFTER.sub("", found["rest"]).strip(" .") if found else ""
    dated = parse_date(rest)
    if not found or not dated or dated.start == 0 or dated.date.precision == "year":
        return False
    outlet = _undated(rest[: dated.start])
    if not outlet or len(outlet) > _PAPER_LONGEST or not outlet[0].isupper():
        return False
    for name, value in (
        ("author", found["author"]), ("title", found["title"]), ("outlet", outlet),
        ("published", rest[dated.start : dated.end]),
    ):  # fmt: skip
        builder.candidate(name, value, "citation in the first line", rank=Rank.BYLINE)
    return True


def _dated_text(builder: DraftBuilder, line: str) -> bool:
    """Note the date with which the text begins; the line is more than that, so False."""
    opening = _HEAD_DATE.match(line)
    found = parse_date(line[:60]) if opening else None
    if opening and found and found.start <= opening.end() and (found.date.precision == "day" or found.note):
        builder.candidate("published", line[found.start : found.end], "date at the head of the text", rank=Rank.BYLINE)
    return False


def _may_date(label: str | None) -> bool:
    """Tell whether a line is one of a date by its label: none, or "Stand: 3.3.2020"."""
    return label is None or label.lower() in DATE_WORDS


def _date(builder: DraftBuilder, text: str, source: str) -> bool:
    """Note the date of a line about dates; True when the line is little else."""
    if both := out_and_updated(text):
        _date(builder, f"Updated {both[1]}", source)
        return _date(builder, both[0], source)
    found = parse_date(text)
    if not found:
        return False
    rest = text[: found.start] + text[found.end :]
    alone = found.end > 0 and not rest.strip()  # a month, a season, "c. 1890"; a number alone is none
    if found.date.precision != "day" and not found.note and not alone:
        return False
    words = [word for word in re.findall(r"[^\W\d_]+", rest.lower()) if word not in DATE_WORDS]
    little = len(words) <= 1 and not text.endswith(".")
    if source != "byline" and (not little or _Credits.of(rest).papers):
        beside = _Credits.of(rest)
        little = len(beside.others) < 2 and all(_BESIDE_DATE.fullmatch(other) for other in beside.others)
        if little:
            beside.note(builder, f"{source}: beside the date")
    if little or source == "byline":
        updated = re.match(r"\W*(?:last )?(?:updated|modified)", text, re.IGNORECASE)
        builder.candidate("updated" if updated else "published", text, f"{source}: date", rank=Rank.BYLINE)
    return little
