"""Lines around an article that tell of it: its day, its writer's name, post and house."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quotecli.read.html.walk import Page
from quotecli.read.lines import ends_sentence, without_reading_time
from quotecli.read.metadata.author_names import is_nobody
from quotecli.read.metadata.bylines import without_lead
from quotecli.read.metadata.calendars import OTHER_YEARS
from quotecli.read.metadata.dates import out_and_updated, parse_date, words_of
from quotecli.read.outlets import find_outlet
from quotecli.read.papers import ends_with_job, is_names, is_paper

__all__ = ["DATE_LONGEST", "introduces_writer", "is_date_line", "names_alone", "tells_of_it", "writer_before_day"]

DATE_LONGEST = 120
"""Characters of a line that may be little more than a date."""
_CLOCK = re.compile(r"\d{1,2}[:.h]\d\d(?:\s?[ap]\.?m\.?|\s?Uhr)?(?:\s?[A-Z]{2,4})?", re.IGNORECASE)
_QUOTED = re.compile(r"[“”\"„«»]")
_DATE_WORDS = 5
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)|(?<![\d.])\d\d?([./])\d\d?\1\d\d(?![\d.]\d)|" + OTHER_YEARS)
_WORDS = re.compile(r"[^\W\d_]{2,}")
_PARTED = re.compile(r"\s[|•·–—-]\s|\n")
"""What stands between a writer and the day in one line."""
_LAST = 3  # blocks of an article that may introduce its writer
_WRITER_IS = re.compile(
    r"(?P<who>[^,.]{5,60}?),? (?:is|are|was|writes|covers|reports|has been) (?=[^.]*\b(?:reporters?|writers?"
    r"|columnists?|editors?|correspondents?|authors?|journalists?|contributors?|critics?|professors?|fellows?|freelancers?"
    r"|intern|covers|writes|about|for)\b)"
)
_HOUSE_WORDS = 10
_HANDLE = re.compile(r"\s@\w{1,40}$")
"""A writer's account behind the name: "Ann Roe @annroe"."""
_LEADING = frozenset({"by", "in", "on", "von", "par", "por", "di", "da", "door", "av", "af", "&", "and", "und", "et"})
"""Words that some themes print as lines of their own between the writer, the day and the section."""
_CREDITED = re.compile(
    r"\((?:dpa|afp|ap|apa|ansa|efe|epd|kna|lusa|ots|pap|reuters|sda|sid|tass)(?:[/,] ?[\w-]{2,12}){0,4}\)",
    re.IGNORECASE,
)
"""An agency on a line of its own: "(dpa/lno)"."""
_STAFF_OF = re.compile(r"(?:[A-Z][\w.’'-]* ){1,4}(?:Staff|News Service|Wire Service|News Agency)")
"""Below the writer's name: "Observer Staff"."""


def is_date_line(text: str) -> bool:
    """Tell whether a line is little more than a date ("Published on 7 May 2025 at 08:30")."""
    text = without_reading_time(text)
    if len(text) > DATE_LONGEST or not _YEAR.search(text) or ends_sentence(text):
        return False
    if out_and_updated(text) or _dates_below_each_other(text):
        return True
    found = parse_date(text)
    if found is None:
        return False
    rest = text[: found.start] + text[found.end :]
    for kind in ("published", "updated"):
        rest = words_of(kind).sub(" ", rest)
    return len(_WORDS.findall(rest)) <= _DATE_WORDS


def _dates_below_each_other(text: str) -> bool:
    """Tell whether a line holds several, each of which is a date: when it was changed, and when it came out."""
    first, *rest = text.split("\n")
    return bool(rest) and all(map(is_date_line, (first, *rest)))


def tells_of_it(text: str) -> bool:
    """Tell whether a line of an article's head gives its day, its hour or its writer's post, in whatever words."""
    if text.lower() in _LEADING or _CREDITED.fullmatch(text) or is_nobody(text):
        return True
    if _CLOCK.fullmatch(text) or ends_with_job(text.partition(", ")[0]) or _names_house(text):
        return True
    found = parse_date(text) if _YEAR.search(text) and not _QUOTED.search(text) else None
    return found is not None and (found.date.precision == "day" or found.note is not None)


def introduces_writer(page: Page, index: int, indices: Sequence[int]) -> bool:
    """Tell whether one of the article's last paragraphs, in italics, tells who its writer is."""
    block = page.blocks[index]
    if not block.strong or index not in indices[-_LAST:] or len(indices) < 2 * _LAST:
        return False
    found = _WRITER_IS.match(block.text)
    return found is not None and is_names(found["who"])


def _names_house(text: str) -> bool:
    """Tell whether a line is whom the writer writes for, behind the name or alone: "Jane Roe Associated Press"."""
    words = text.split()
    if not 1 < len(words) <= _HOUSE_WORDS:
        return False
    if is_paper(text) or find_outlet(text) or _STAFF_OF.fullmatch(text):
        return True
    tails = range(2, len(words))
    return any(is_names(" ".join(words[:at])) and find_outlet(" ".join(words[at:])) for at in tails)


def names_alone(page: Page, index: int) -> bool:
    """Tell whether a block is nothing but names, and the next one tells the day or a post: a writer without "By"."""
    below = page.blocks[index + 1].text if index + 1 < len(page.blocks) else ""
    names, _, paper = page.blocks[index].text.rpartition(", ")
    named = is_names(page.blocks[index].text) or (is_names(names) and is_paper(paper))
    return named and (is_date_line(below) or ends_with_job(below.partition(", ")[0]))


def writer_before_day(text: str) -> str:
    """Return the writer's name in a line of name and day, or "".

    "Jane Roe | Posted: 9:40 PM May 14, 2021", "Jane Roe 14 May 2021, 21:40".
    """
    if len(text) >= DATE_LONGEST:
        return ""
    name, *rest = _PARTED.split(text, maxsplit=1)
    if rest and is_names(name) and is_date_line(rest[0]):
        return name
    day = parse_date(text) if _YEAR.search(text) else None
    lead = _HANDLE.sub("", text[: day.start].rstrip(" ·•|")) if day else ""
    name = "" if lead.endswith(",") else without_lead(lead, dated=True)  # "Virginia Beach, 14 May 2021"
    return name if day and is_names(name) and is_date_line(text[day.start :]) else ""
