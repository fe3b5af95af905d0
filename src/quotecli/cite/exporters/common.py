"""What several formats share: dates, the words that carry a quotation, where it stands."""

from __future__ import annotations

import re

from quotecli.cite.entries import Entry
from quotecli.cite.items import Item
from quotecli.cite.names import display_name
from quotecli.cite.nesting import renest
from quotecli.cite.rules import marks_of
from quotecli.cite.source import Cited, locator
from quotecli.cite.text import one_line

_LABELS = {"paragraph": "para.", "page": "p.", "timestamp": "at"}
_COMMA_AT_END = re.compile(r"(?<=\w),([”’»›“‘\"']{0,3})\s*$")
UNATTRIBUTED = "Unattributed"
"""Stands where the speaker would: whoever else is named there would be taken for one."""
_NAME_ROLES = ("author", "editor", "interviewer")


def in_marks(text: str) -> str:
    """Return a text in quotation marks, those inside it turned over."""
    marks = marks_of("en")
    before, after = marks.outer
    return f"{before}{renest(text, marks, inside=True)}{after}"


def where(cited: Cited) -> str:
    """Return where the quotation stands, in words (`para. 4`, `p. 12`, `at 1:02:03`), or ""."""
    found = locator(cited)
    return f"{_LABELS[found.label]} {found.value}" if found else ""


def without_comma(words: str) -> str:
    """Return the words of a quotation that stands alone, without the comma that led over to who said them."""
    return _COMMA_AT_END.sub(r"\1", words) or words


def quotation_note(cited: Cited) -> str:
    """Return the quotation as one line for a notes field: `“words” — Speaker, via Instagram (para. 4)`."""
    assert cited.quote is not None
    speaker, place = one_line(cited.quote.speaker or ""), where(cited)
    line = f"“{one_line(cited.quote.text)}”"  # as printed: who reads the file back finds the words
    line += f" — {speaker}" if speaker else ""
    line += f", via {one_line(cited.quote.via)}" if cited.quote.via and one_line(cited.quote.via) else ""
    return f"{line} ({place})" if place else line


def quotation_notes(entry: Entry) -> list[str]:
    """Return one line for each quotation taken from the source."""
    return [quotation_note(cited) for cited in entry.quoted]


def extra_notes(entry: Entry) -> list[str]:
    """Return facts that most formats have no field for, one line each: when updated, where archived."""
    source, notes = entry.source, []
    if source.updated and source.published:
        notes.append(f"Updated {source.updated}")
    if source.archive_url and source.url:
        day = f" on {source.archived}" if source.archived else ""
        notes.append(f"Archived{day} at {one_line(source.archive_url)}")
    return notes


def date_parts(item: Item, variable: str = "issued") -> tuple[int, ...]:
    """Return the year, month and day that a CSL date holds, as far as it does; () without one."""
    return tuple(item[variable]["date-parts"][0]) if variable in item else ()


def iso_date(item: Item, variable: str = "issued", *, joint: str = "-") -> str:
    """Return a CSL date as ISO 8601 (or with another joint) as far as it is known, or ""."""
    widths = (4, 2, 2)
    return joint.join(f"{part:0{width}}" for part, width in zip(date_parts(item, variable), widths, strict=False))


def credit(entry: Entry, cited: Cited) -> str:
    """Return who wrote the document as said after the speaker (also after `UNATTRIBUTED`): `quoted by …`.

    It is "" for the author's own words.
    """
    authors = names_in_words(entry)
    if cited.quote is None or not authors:
        return authors
    speaker = one_line(cited.quote.speaker or "")
    return "" if speaker == authors else f"quoted by {authors}"


def issuing_body(entry: Entry) -> str:
    """Return who issued a report: its publisher, else the body that is its author, which the item says once; or ""."""
    authors = entry.names("author")
    own = authors[0].get("literal", "") if len(authors) == 1 else ""
    return str(entry.item.get("publisher", "") or own)


def names_in_words(entry: Entry) -> str:
    """Return the authors (else editors, else interviewers) in reading order: `A, B and C`, or ""."""
    names = next((entry.names(role) for role in _NAME_ROLES if role in entry.item), [])
    shown = [display_name(name) for name in names]
    return " and ".join(part for part in (", ".join(shown[:-1]), *shown[-1:]) if part)
