"""What one line at the head of a text says by itself: a byline, a date, a label, a citation of the article."""

from __future__ import annotations

import re
from typing import NamedTuple

from quotecli.read.clippings import clipping_of, page_of, undated
from quotecli.read.draft import DraftBuilder, Rank
from quotecli.read.labelled import FIELD_NAMES, TAKEN_AFTER, note_fact, note_field
from quotecli.read.lines import is_byline, label_of, post_source, without_helpers
from quotecli.read.metadata.dates import out_and_updated, parse_date
from quotecli.read.outlets import outlet_kind
from quotecli.read.papers import DATE_WORDS, has_post, is_name, is_paper, is_post, paper_of_host, printed, says_when
from quotecli.read.titles import DEBATED, FILED

__all__ = ["paper_of", "says"]

_SMALL = (
    "of|the|and|de|la|le|der|du|des|del|dell|della|dello|degli|di|do|da|dos|das|den|van|het|am|im|et|y|e|und|og|och|på"
)
_BESIDE_DATE = re.compile(rf"[^\W\da-zß-ÿ][\w.’'&-]*(?: (?:[^\W\da-zß-ÿ][\w.’'&-]*|(?:{_SMALL})(?:['’]\w+)?)){{0,5}}")
"""A name that stands with a date on a line of their own: the outlet's, the place's or the writer's."""
_WITH_ARTICLE = re.compile(r"The(?: [A-Z][\w’'&-]*){1,4}")
_PLACES = frozenset((
    "the bahamas", "the bronx", "the gambia", "the hague", "the netherlands", "the philippines", "the vatican",
    "the white house",
))  # fmt: skip
"""Places with an article: "The Hague, 5 May 2024"."""
_WRITTEN_FOR = re.compile(
    r"\b(?:[Ff]or|FOR) (?:the |THE )?(?P<name>[A-Z][\w.&’']*(?: (?:of|the|and|[A-Z][\w.&’']*)){0,4})$"
)
"""Whom a byline is written for: "By Carly Finch For Gossipline"."""
_HEAD_DATE = re.compile(r"(?:date|published|posted|updated|on)?\W{0,3}(?=\d|[A-Z][a-z]{2})", re.IGNORECASE)
_PARTED = re.compile(r",\s+|\s+[|•·–—/-]\s+")
_PAPER_LONGEST = 50
_RELEASED = re.compile(r"for (?:immediate )?release\b[\s:,–—-]{0,4}(?=[A-Z\d][\w., ]{3,20}\d{4}$)", re.IGNORECASE)
"""Before the date of a press release: "FOR IMMEDIATE RELEASE: March 3, 2019"."""
_TAKEN = re.compile(
    r"(?:last )?(?:accessed|retrieved|saved|printed|downloaded|archived|viewed|consulté|abgerufen|consultado|consultato"
    r"|load-date|date and time)\b",
    re.IGNORECASE,
)
"""How a line begins that tells when somebody took a copy of the document."""
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
_CITED_EBSCO = re.compile(
    r"(?P<title>[^\n]{8,200}?)\. By: (?P<author>[^,\n]{2,40}, [^,\n]{2,40}(?:; [^\n]{2,120}?)?)"
    r", (?P<outlet>[^,\n]{3,80}), (?P<issn>\d{7}[\dX]), (?P<published>[^,\n]{3,12}, ?\d{4}|[\d/]{8,10})"
    r"(?:, [^\n]{0,80})?(?:\s+Database: [^\n]{0,80})?"
)
"""What EBSCO prints above an article: "Title. By: Roe, Jane, The Wexham Herald, 00000001, Mar 3, 2020"."""
_CITED_APA = re.compile(
    r"(?P<author>[A-Z][^()\n]{2,80}) \((?P<year>(?:19|20)\d\d)(?:, (?P<day>[A-Z][^()]{2,14}))?\)\."
    r" (?P<title>[^\n]{3,200}?)\. (?P<outlet>[A-Z][^.\n]{2,50})\.?(?: https?://\S{1,300})?"
)
"""The same as psychologists write it: "Roe, J. (2020, March 3). Title. The Wexham Herald."."""
_PARTY = re.compile(r"^[^()]{0,80}\s\)\s+(?=\S)")
"""Left of what a court prints beside the names of the parties: "PETRA HALL,       )   March 12, 2024"."""
_AS_TOLD = re.compile(r"[\s,;|–—-]{0,4}\bas told to\b.{0,120}", re.IGNORECASE)
_SAID_LONGEST = 300
_DATE_LONGEST = 80
_PAGED_LONGEST = 12
_STAFF = re.compile(r"\s+staff(?: (?:writers?|reporters?|reports?))?$", re.IGNORECASE)
_PLACE = re.compile(r" \([A-Z][^()]{1,30}\)$")
"""Where a paper is printed: "The Times (London)"."""
_PROQUEST = re.compile(
    r"(?:(?P<author>[^.;]{3,120})\. )?(?P<outlet>[^.;]{3,80}); (?P<place>[^.;\[]{2,60}?)(?: \[[^\]]{1,80}\])?\. ?"
    r"(?P<date>\d{1,2} [A-Z][a-z]{2} \d{4}): ?[\w.]{1,12}\.?"
)
"""How ProQuest tells of an article: "Roe, Jane. The Guardian; London (UK) [London (UK)]. 03 Mar 2020: 14."."""
_ADDRESSES = re.compile(r"\S{1,64}@\S{1,64}|(?<!\S)@\w{1,30}")
_BY = re.compile(r"^(?:[Bb]y|BY|(?:[Ff]rom|FROM)(?: the|:)?) (?=[A-Z])")
_URL = re.compile(r"https?://\S+")
_ADDRESS = re.compile(
    r"(?:(?:URL|link|via|source|from|found at|permalink|original(?: (?:article|link|page|post|source|url))?"
    r"|(?P<taken>(?:copied|saved|retrieved|downloaded|printed|taken|accessed) (?:from|at)))\W{0,3})?"
    r"(?P<url>https?://\S+?)(?P<day>[,;]? (?:on|at) [^\n]{6,40})?",
    re.IGNORECASE,
)
"""An address, with or without when somebody took a copy from there."""


def says(builder: DraftBuilder, line: str, place: int) -> bool:
    """Note what a line says; tell whether it is a line that does nothing else.

    Args:
        builder: takes the candidates.
        line: without blanks around it.
        place: of the line at the head, from 0; only the first may cite the article or begin with the date of its text.
    """
    if len(line) <= _SAID_LONGEST:
        line = _PARTY.sub("", _RELEASED.sub("Date: ", line))
        if any(note(builder, line) for note in _OF_WHOLE_LINES) or (place == 0 and _cited(builder, line)):
            return True
        line = TAKEN_AFTER.sub("", line)
        if any(note(builder, line) for note in _OF_THE_REST):
            return True
    if place == 0:
        _dated_text(builder, line)
    return False


def paper_of(line: str) -> str | None:
    """Return the paper that a line names alone, or with the place where it is printed or was written."""
    line = _STAFF.sub("", _PLACE.sub("", line))
    if is_paper(line) or (len(line) <= _PAPER_LONGEST and outlet_kind(line) == "agency"):
        return line
    credits_ = _Credits.of(line)
    alone = len(credits_.papers) == 1 and not credits_.names and all(map(_BESIDE_DATE.fullmatch, credits_.others))
    return credits_.papers[0] if alone and len(credits_.others) < 2 else None


def _out_and_updated(builder: DraftBuilder, line: str) -> bool:
    """Note two dates behind one label: "Published 3 March 2020, updated 5 March 2020"."""
    both = out_and_updated(line)
    if not both or FIELD_NAMES.get((label_of(line) or "").lower()) not in {"published", "updated"}:
        return False
    note_field(builder, "published", both[0].lstrip(" :"))
    note_field(builder, "updated", both[1].lstrip(" :"))
    return True


def _credited(builder: DraftBuilder, line: str) -> bool:
    """Note the writers of a line that gives several credits: "Pictures: Tim Oke. Words: Ann Lowry."."""
    credits_ = list(_CREDITS.finditer(line))
    if len(credits_) < 2 or credits_[0].start() > 0:
        return False
    for one in credits_:
        if one["writer"]:
            builder.candidate("author", one["names"], f"line “{one['writer']}:”", rank=Rank.RECORD)
    return True


def _taken(builder: DraftBuilder, line: str) -> bool:
    """Note when somebody took a copy of the document."""
    if not _TAKEN.match(line) or not parse_date(line):
        return False
    builder.candidate("accessed", line, "line of its own", rank=Rank.BYLINE)
    if address := _URL.search(line):
        builder.candidate("url", address[0].rstrip(".,;)"), "line of its own", rank=Rank.BYLINE)
    return True


def _tells_nothing(_builder: DraftBuilder, line: str) -> bool:
    """Tell whether a line stands at the head and says nothing that is kept."""
    return bool(FILED.fullmatch(line) or _NO_WRITER.match(line)) or is_post(line)


def _cited(builder: DraftBuilder, line: str) -> bool:
    """Note what a first line tells that cites the article."""
    if ebsco := _CITED_EBSCO.fullmatch(line.strip()):
        for name in ("title", "author", "outlet", "published"):
            builder.candidate(name, ebsco[name], "citation in the first line", rank=Rank.BYLINE)
        return True
    if apa := _CITED_APA.fullmatch(line.strip()):
        date = f"{apa['day']} {apa['year']}" if apa["day"] else apa["year"]
        for name, value in (
            ("author", apa["author"]), ("title", apa["title"]), ("outlet", apa["outlet"]), ("published", date)
        ):  # fmt: skip
            builder.candidate(name, value, "citation in the first line", rank=Rank.BYLINE)
        return True
    found = _CITED.fullmatch(line.strip())
    rest = TAKEN_AFTER.sub("", found["rest"]).strip(" .") if found else ""
    dated = parse_date(rest)
    if not found or not dated or dated.start == 0 or dated.date.precision == "year":
        return False
    outlet = undated(rest[: dated.start])
    if not outlet or len(outlet) > _PAPER_LONGEST or not outlet[0].isupper():
        return False
    for name, value in (
        ("author", found["author"]), ("title", found["title"]), ("outlet", outlet),
        ("published", rest[dated.start : dated.end]),
    ):  # fmt: skip
        builder.candidate(name, value, "citation in the first line", rank=Rank.BYLINE)
    return True


def _of_proquest(builder: DraftBuilder, line: str) -> bool:
    filed = _PROQUEST.fullmatch(line)
    if not filed:
        return False
    for name, value in (("author", filed["author"]), ("outlet", filed["outlet"]), ("published", filed["date"])):
        builder.candidate(name, value or "", "line of a database", rank=Rank.BYLINE)
    return True


def _clipped(builder: DraftBuilder, line: str) -> bool:
    """Note where the article is printed: "The Argus (Melbourne), 14 March 1933, page 5"."""
    printed = clipping_of(line)
    if not printed:
        return False
    for name, value in (("outlet", printed.outlet), ("published", printed.day), ("page", printed.page)):
        builder.candidate(name, value, "where it is printed", rank=Rank.BYLINE)
    return True


def _in_bars(builder: DraftBuilder, line: str) -> bool:
    """Note facts that bars part: "Author: Ann Lee | Section: News | Page 5"."""
    parts = [part.strip() for part in line.split(" | ")]
    counts = [part for part in parts if FILED.fullmatch(part) or (len(part) < _PAGED_LONGEST and page_of(part))]
    facts = [part for part in parts if part not in counts]
    if len(parts) < 2 or not counts or not all(label_of(part) or is_name(part) for part in facts):
        return False
    for part in counts:
        builder.candidate("page", page_of(part), "line of a database", rank=Rank.BYLINE)
    for part in facts:
        if not note_fact(builder, part) and is_name(part):
            builder.candidate("author", part, "line of a database", rank=Rank.BYLINE)
    return True


def _address(builder: DraftBuilder, line: str) -> bool:
    address = _ADDRESS.fullmatch(line)
    if not address:
        return False
    builder.candidate("url", address["url"], "line of its own", rank=Rank.BYLINE)
    if address["taken"]:
        builder.candidate("accessed", address["day"] or "", "line of its own", rank=Rank.BYLINE)
    return True


def _byline(builder: DraftBuilder, line: str) -> bool:
    """Note the writer of a byline, and the paper and the date that stand in it."""
    bare = without_helpers(_AS_TOLD.sub("", _ADDRESSES.sub("", line))).strip(" ,|")
    if not is_byline(bare[:1].upper() + bare[1:]):
        return False
    builder.candidate("author", bare, "byline", rank=Rank.BYLINE)
    for part in _PARTED.split(line)[1:]:
        if _rank_of_paper(part) is Rank.BYLINE:  # who prints an agency's writer isn't told
            builder.candidate("outlet", part, "byline", rank=Rank.BYLINE)
    if written := _WRITTEN_FOR.search(line):
        builder.candidate("outlet", printed(written["name"]), "byline", rank=Rank.BYLINE)
    _date(builder, line, "byline")
    return True


def _date_alone(builder: DraftBuilder, line: str) -> bool:
    if len(line) >= _DATE_LONGEST or post_source(line):
        return False
    return _date(builder, line, "line of its own") and _may_date(label_of(line))


def _bearer_of_post(builder: DraftBuilder, line: str) -> bool:
    """Note the writer of a line that gives a name and a post: "Ann Lowry, Political Editor"."""
    writer = has_post(line)
    if not writer:
        return False
    builder.candidate("author", writer, "line of its own", rank=Rank.BYLINE)
    return True


def _writer_and_paper(builder: DraftBuilder, line: str) -> bool:
    """Note both of a line that gives nothing else: "Jane Roe, The Guardian"."""
    credits_ = _Credits.of(line)
    if not credits_.papers or not credits_.names or credits_.others:
        return False
    credits_.note(builder, "line of its own")
    return True


def _of_debate(builder: DraftBuilder, line: str) -> bool:
    """Note the day in the line that an official report prints below a debate's title."""
    found = DEBATED.fullmatch(line)
    return bool(found) and _date(builder, (found["day"] or found["cited"]) if found else "", "day of the debate")


_OF_WHOLE_LINES = (_of_debate, _in_bars, _out_and_updated, _credited, note_fact, _taken, _tells_nothing)
_OF_THE_REST = (_of_proquest, _clipped, _address, _byline, _date_alone, _bearer_of_post, _writer_and_paper)
"""What is tried on a line in this order, on the second ones without "accessed 3 March 2020" behind it."""


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

    def names_outlet(self) -> bool:
        """Tell whether a part is a paper or an agency by its name alone."""
        return bool(self.papers) or any(outlet_kind(other) == "agency" for other in self.others)

    def note(self, builder: DraftBuilder, source: str) -> None:
        for paper in [*self.papers, *self.others]:
            if rank := _rank_of_paper(paper):
                builder.candidate("outlet", paper, source, rank=rank)
        for name in self.names:
            builder.candidate("author", name, source, rank=Rank.BYLINE)


def _rank_of_paper(name: str) -> Rank | None:
    """Return how far a name beside a writer or a date is believed to be the outlet's, or None.

    What prints an agency's article goes before it; a paper that no table holds is told by its form: "The Harbour Tide".
    """
    if outlet_kind(name) == "agency":
        return Rank.TEXT
    may_print = _WITH_ARTICLE.fullmatch(name) is not None and name.lower() not in _PLACES
    return Rank.BYLINE if is_paper(name) or may_print else None


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
    if source != "byline" and (not little or _Credits.of(rest).names_outlet()):
        beside = _Credits.of(rest)
        little = len(beside.others) < 2 and all(_BESIDE_DATE.fullmatch(other) for other in beside.others)
        if little:
            beside.note(builder, f"{source}: beside the date")
    if little or source == "byline":
        updated = re.match(r"\W*(?:last )?(?:updated|modified)", text, re.IGNORECASE)
        builder.candidate("updated" if updated else "published", text, f"{source}: date", rank=Rank.BYLINE)
    return little


def _may_date(label: str | None) -> bool:
    """Tell whether a line is one of a date by its label: none, or "Stand: 3.3.2020"."""
    return label is None or label.lower() in DATE_WORDS


def _dated_text(builder: DraftBuilder, line: str) -> None:
    """Note the date with which the text begins."""
    opening = _HEAD_DATE.match(line)
    found = parse_date(line[:60]) if opening else None
    if opening and found and found.start <= opening.end() and (found.date.precision == "day" or found.note):
        builder.candidate("published", line[found.start : found.end], "date at the head of the text", rank=Rank.BYLINE)
