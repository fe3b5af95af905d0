"""Lines that say what they tell: "Source: The Guardian, 3 March 2020"."""

from __future__ import annotations

import re

from quotecli.core.tables import read_table
from quotecli.read.clippings import clipping_of, page_of, undated
from quotecli.read.draft import DraftBuilder, Rank
from quotecli.read.metadata.dates import parse_date
from quotecli.read.papers import paper_of_host

__all__ = ["FIELD_NAMES", "MARKS", "TAKEN_AFTER", "note_fact", "note_field"]

FIELD_NAMES: dict[str, str] = dict(read_table("quotecli.read", "head_labels.tsv"))
"""What lines such as "Date: …" at the head tell, by their label in lower case; "" where nothing that is kept."""
_FIELD = re.compile(
    rf"(?:[-*•·] )?(?P<name>{'|'.join(sorted(FIELD_NAMES, key=len, reverse=True))})[ \t]{{0,9}}[:=|][ \t]{{0,9}}"
    r"(?P<value>\S.*)",
    re.IGNORECASE,
)
TAKEN_AFTER = re.compile(
    r"[\s,;.|·•–—(-]{0,4}\b(?:accessed|retrieved|saved|printed|downloaded|archived|viewed|consulté|abgerufen|consultado"
    r"|consultato)\b[^;|]{0,60}",
    re.IGNORECASE,
)
"""When somebody took a copy of the document, behind what the line says."""
_COLUMN = re.compile(r"(?:Column|Col\.?) \d", re.IGNORECASE)
"""Where Nexis says an article is printed: "Section: Section A; Column 1; National Desk; Pg. 12"."""
_DECK = re.compile(r"(?P<title>[^;]{12,180}); \S")
_SPEAKERS = frozenset({"interviewee", "interviewer", "reporter"})
"""Labels of lines that name somebody at the head of an interview, and of what they say in it."""
_NAMED = re.compile(r"(?:[A-Z][^\W\d_]*\.?[ ’'-]|(?:[a-z]{2,3}) ){1,4}[A-Z][\w’'-]*(?:, \S.{1,80})?")
MARKS = re.compile(r"[“”\"«»„]")
_FACT_LONGEST = 160
_FACT_WORDS = 6
_DECK_FROM = 4
"""Words of a headline with which a deck stands, from which on it is one."""


def note_fact(builder: DraftBuilder, line: str) -> bool:
    """Note what a line says behind a label; False where it has none, or somebody speaks: "Reporter: And then?"."""
    found = _FIELD.fullmatch(line)
    if not found or not _is_fact(found["name"], found["value"]):
        return False
    note_field(builder, found["name"], found["value"])
    return True


def _is_fact(label: str, value: str) -> bool:
    """Tell a fact from what somebody says in a conversation, or below a picture: "Reporter: And what came of it?"."""
    told = FIELD_NAMES[label.lower()]
    if label.lower() in _SPEAKERS and (value[-1] in ".?!" or not _NAMED.fullmatch(value)):
        return False
    if told in {"title", "url", "section"} or label.lower() == "highlight" or (told == "outlet" and clipping_of(value)):
        return True
    if not told and MARKS.search(value):
        return False
    return not (len(value) > _FACT_LONGEST or (value[-1] in '.?!”"' and len(value.split()) > _FACT_WORDS))


def note_field(builder: DraftBuilder, label: str, value: str) -> None:
    """Note the value of a line such as "Source: The Guardian, 3 March 2020"."""
    name, source = FIELD_NAMES[label.lower()], f"line “{label}:”"
    if name in {"published", "outlet"}:
        value = TAKEN_AFTER.sub("", value)
    if name == "outlet":
        dated = parse_date(value)
        if printed := clipping_of(value):
            value = printed.outlet
            for field, told in (("published", printed.day), ("page", printed.page)):
                builder.candidate(field, told, source, rank=Rank.RECORD)
        elif dated and dated.start and dated.date.precision == "day":
            builder.candidate("published", value[dated.start : dated.end], source, rank=Rank.RECORD)
            value = undated(value[: dated.start])
        value = paper_of_host(value) or value
    if label == "HEADLINE" and (deck := _DECK.match(value)) and len(deck["title"].split()) >= _DECK_FROM:
        value = deck["title"]
    if name == "section" and (page := page_of(value)):
        builder.candidate("page", page, source, rank=Rank.RECORD)
        parts = [part.strip() for part in value.split(";")]
        named = [part for part in parts if part and not page_of(part) and not _COLUMN.fullmatch(part)]
        value = next((part for part in named if not part.startswith("Section ")), "".join(named[:1]))
    if name:
        builder.candidate(name, value, source, rank=Rank.RECORD)
