"""The headline of a plain text among its first lines, and what stands around one without being it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from functools import cache

from quotecli.core.tables import read_table
from quotecli.read.boilerplate import is_boilerplate
from quotecli.read.draft import DraftBuilder, Rank
from quotecli.read.lines import is_byline, is_caption, label_of, post_source
from quotecli.read.metadata.dates import parse_date
from quotecli.read.outlets import find_outlet
from quotecli.read.papers import is_name, is_paper

__all__ = [
    "DEBATED",
    "DENSE",
    "FILED",
    "TITLE_LONGEST",
    "TITLE_WITHIN",
    "is_ago",
    "is_menu",
    "is_noise",
    "is_ruler",
    "is_section",
    "note_title",
    "title_line",
]

TITLE_WITHIN = 16
"""Lines that a title is told by: itself and those below it."""
TITLE_LONGEST = 180
_TITLE_LINES = 4
_SENTENCES_LONGEST = 120
"""Characters of a headline of whole sentences."""
_FEW_WORDS = 3
_MENU_FROM = 4
"""Words of a line from which on it may be a menu; "World News Today" is a programme."""
_MENU_SHARE = 0.75
_BELOW_TITLE = 8
_SHORTEST = 12
_SHORTEST_ABOVE = 4
"""Characters of a headline of one to three words, which a byline or a date stands below."""
FILED = re.compile(
    r"@\w{2,30}|\S{1,64}@\S{1,64}\.\w{2,12}|(?:LENGTH:\s*)?\d{1,3}(?:,\d{3}|\d{0,3}) words|\d+ of \d+ DOCUMENTS?"
    r"|Document \d+ of \d+"
    r"|(?:[\w.]+,? ){1,5}Edition(?:\s?[-–;,:]\s?(?:[\w.]+ ?){1,3})?"
    r"|\d+ (?:shares?|comments?)",
    re.IGNORECASE,
)
"""What databases and pages count: "812 words", "1 of 3 DOCUMENTS", "Final Edition"."""
_KINDS = (
    r"(?:address|briefing|debate|deposition|evidence|eulogy|hearing|homily|interview|keynote|lecture|letter|meeting"
    r"|memorandum|minutes|proceedings|remarks|sermon|speech|statement|testimony|transcript)\b"
)
DEBATED = re.compile(
    r"(?:Volume \d{1,4}(?:, [Cc]olumn \w{1,8})?: )?[Dd]ebated on (?P<day>[^\n]{8,40})"
    r"|(?:HC|HL|SP|OR) (?:Deb|OR|Hansard)[ ,(]{1,2}(?P<cited>\d{1,2} \w{3,9} \d{4})\W{0,3}"
    r"(?:vol\W? ?\w+)?[ ,]*(?:cc?\W?[\w-]+|col\.? [\w-]+)?"
)
"""Below a debate's title: "Volume 700: debated on Tuesday 7 September 2021", "HC Deb 12 May 2014 vol 580 cc1-20"."""
_SPOKEN = re.compile(rf"^(?:\S{{1,30}} ){{0,5}}\W{{0,2}}{_KINDS}", re.IGNORECASE)
"""What is headed by its own day: "Minutes of the meeting held on 3 March 2020", "Speech by …, 3 March 2020"."""
_SIGNED = re.compile(r"(?:,| [-–—|])\s+(By ([A-Z][^,|\n]{2,40})(?:, [^\n]{2,40})?)$")
"""A byline behind a title: "Rain on Monday, By Jane Roe, Staff Reporter"; not the writer of a book that is reviewed."""
_HEADS = re.compile(
    rf"(?:\S{{1,30}} ){{0,2}}{_KINDS}(?:,| -| by| of| with| on| to| at| from| delivered| given| held) ", re.IGNORECASE
)
"""How the title of such a document begins, whatever stands below: "Interview with Ann Lee"."""
_BEHIND_DAY = re.compile(r"[\s,.;:)\]–—-]*(?:$|\(|\d|(?:at|before|by|from|in|with)\b)")
"""What follows the day of such a title: its end, the hour, the place."""
_EDITION = re.compile(
    r":? \[[^\[\]]{0,40}edition\]$|\s?\((?:check against delivery|as (?:prepared(?: for delivery)?|delivered))\)$",
    re.IGNORECASE,
)
"""What a database writes behind a title, and a ministry."""
_NOTES = re.compile(
    r"this (?:article|story|post|content) is (?:more than|over) \d{1,2} (?:months?|years?) old"
    r"|listen(?: to (?:this |the )?(?:article|story))?\W{0,4}(?:\d{1,2}:\d\d|\d{1,3})\W{0,2}(?:min(?:ute)?s?)?\W{0,2}"
    r"|(?:reading time|estimated read(?:ing)? time|lesezeit|temps de lecture)\W{0,3}\d{1,3}.{0,12}"
    r"|(?:abstract|full text)(?: \([a-z]{4,12}\)?)?"
    r"|page \d{1,4} of \d{1,4}\b.{0,60}"
    r"|\d{1,3}(?: ?[-–] ?\d{1,3})?[ -]?min(?:ut[a-z]{0,5})?s?\.?(?: (?:read|listen|watch|di lettura|de lecture"
    r"|de lectura|de leitura|lesezeit|leestijd|czytania|läsning|lesetid|okuma))?"
    r"|(?:share|print|save|comment|e-?mail|tweet|gift|listen|follow)(?:\W{1,3}(?:share|print|save|comments?|e-?mail|tweet|gift|listen"
    r"|follow)){0,6}",
    re.IGNORECASE,
)
_AGO = re.compile(
    r"(?:(?:last )?(?:updated|published|posted|modified)\W{0,3})?(?:about |over )?(?:an?|\d{1,3})"
    r" (?:second|minute|min|hour|hr|day|week|month|year)s? ago",
    re.IGNORECASE,
)
_CONTACT = re.compile(
    r"(?:(?:for )?(?:press|media|news|public|general|further|more|any|all)? ?"
    r"(?:contacts?|information|enquiries|inquiries|queries)"
    r"(?: (?:information|details|person))?(?:,? (?:please )?contact)?|tel(?:ephone)?|phone|e-?mail)\.?\s?:",
    re.IGNORECASE,
)
_MAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,64}\.\w")
_POSTAL = re.compile(
    r"\d{1,5}[A-Za-z]?,? (?:[A-Z][\w'’.-]* ){1,4}(?:Road|Rd|Street|St|Avenue|Ave|Lane|Drive|Square|Place|Way|Boulevard"
    r"|Blvd|Court|Close|Terrace|Row|Quay)\.?,? .*\d.*"
    r"|.*\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}|.*, [A-Z]{2},? \d{5}(?:-\d{4})?"
)
_BELOW = re.compile(r"(?:BYLINE|SECTION|LENGTH|Byline|Section|Length):")
_NOTE_LONGEST = 90
_SECTION_PARTS = re.compile(r"\s*(?:[|/>»›·•,]|\s-\s)\s*")
DENSE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_EDGES = " \t.:;!|•·–—-*#()[]"


@cache
def _table() -> tuple[frozenset[str], frozenset[str]]:
    """Return the names of sections, and whole lines that are no titles."""
    sections: set[str] = set()
    whole: set[str] = set()
    for kind, words in read_table("quotecli.read", "no_titles.tsv"):
        if kind == "line":
            whole.add(words)
        else:
            sections.update(words.split() if kind == "section" else [words])
    return frozenset(sections), frozenset(whole)


def is_section(text: str) -> bool:
    """Tell whether a line names nothing but sections: "Politics", "World | Europe"."""
    plain = text.lower().strip(_EDGES)
    if not plain or len(plain) > _NOTE_LONGEST:
        return False
    return plain in _table()[0] or all(part.strip(_EDGES) in _table()[0] for part in _SECTION_PARTS.split(plain))


def is_menu(text: str) -> bool:
    """Tell whether a line is a site's menu: "News Sport Opinion Weather Subscribe"."""
    words = text.lower().split()
    return len(words) >= _MENU_FROM and sum(word in _table()[0] for word in words) >= _MENU_SHARE * len(words)


def is_noise(text: str) -> bool:
    """Tell whether a line is a section's name, a button or a note beside the headline, and so never the headline."""
    if len(text) > _NOTE_LONGEST:
        return False
    plain = text.lower().replace("’", "'").strip(_EDGES)
    return plain in _table()[1] or is_section(text) or is_menu(text) or bool(_NOTES.fullmatch(plain)) or is_ago(text)


def is_ruler(text: str) -> bool:
    """Tell whether a line says nothing: it is empty, or drawn."""
    return not any(map(str.isalnum, text))


def is_contact(text: str) -> bool:
    """Tell whether a line tells whom to ask, or where to write: "Contact: Joy Abiola", "1 Mill Road, Skellby SK1"."""
    return len(text) <= TITLE_LONGEST and bool(_CONTACT.match(text) or _MAIL.search(text) or _POSTAL.fullmatch(text))


def is_ago(text: str) -> bool:
    """Tell whether a line tells nothing but how long ago it was: "Updated 2 hours ago"."""
    return len(text) <= _NOTE_LONGEST and bool(_AGO.fullmatch(text.strip(_EDGES)))


def title_line(lines: Sequence[str], labels: Counter[str], head: Collection[int]) -> int:
    """Return the index of the line that is the headline, or -1.

    It is a short one without a full stop before longer ones; one of one to three words where a byline or a date stands
    right below it.

    Args:
        lines: the first lines of the document.
        labels: how often each label stands before a colon in it.
        head: the lines that say something else (`read_head`).
    """
    best = -1
    if len(lines) > 1 and lines[0] and DEBATED.fullmatch(next(filter(None, lines[1:]), "")):
        return 0
    noise = {place for place, line in enumerate(lines) if is_ruler(line) or is_noise(line)}
    for place in [place for place in range(len(lines)) if place not in head and place not in noise][:_TITLE_LINES]:
        line = lines[place]
        below = next((at for at in range(place + 1, len(lines)) if lines[at]), -1)
        # "It failed. Nobody can say why." above a paper, a byline or a date
        told = below in head and best < 0 and ". " in line and line.endswith(".") and len(line) <= _SENTENCES_LONGEST
        sentence = _length(line) > 60 and line.rstrip('”"').endswith((".", ",", "?", "!", "。")) and not told
        if len(line) > TITLE_LONGEST or sentence:
            break
        following = [one for at, one in enumerate(lines) if at > place and at not in head][:_BELOW_TITLE]
        # a place, or a paper that nobody knows
        amid = place - 1 in head and place + 1 in head and _words(line) <= _FEW_WORDS
        above = any(place < at for at in head) and _words(line) > _FEW_WORDS  # a byline, a date stands below
        if amid or not _may_be_title(line.rstrip(".") if told else line, labels):
            continue
        heads = best < 0 and place == 0 and _HEADS.match(line)
        if not above and not heads and not any(_length(one) > max(80, 1.5 * _length(line)) for one in following):
            continue
        best = place
        if _words(line) > _FEW_WORDS:
            break
    return best if best >= 0 else _short_title(lines, labels, head, noise)


def _short_title(lines: Sequence[str], labels: Counter[str], head: Collection[int], noise: Collection[int]) -> int:
    """Return a first line of one to three words right above a byline or a date; a place or a section is none."""
    place = next((at for at in range(len(lines)) if at not in head and at not in noise), -1)
    if place < 0 or not _SHORTEST_ABOVE <= _length(lines[place]) <= _NOTE_LONGEST:
        return -1
    below = next((at for at in range(place + 1, len(lines)) if at not in noise), -1)
    above = any(at < place for at in head if at not in noise and lines[at])
    line = lines[place]
    masthead = line.isupper() or (line.startswith("The ") and line.istitle())  # a paper's name, it may be
    fits = (
        line[:1].isalpha()
        and not line[:1].islower()
        and not masthead
        and not is_paper(line)
        and _may_be_title(line, labels, shortest=_SHORTEST_ABOVE)
    )
    filed = below >= 0 and bool(_BELOW.match(lines[below]))  # as Nexis has it, below the paper and the day
    return place if below in head and (filed or not above or _tells(line)) and fits else -1


def _length(text: str) -> int:
    """Return the length of a line in Latin letters: a Chinese, Japanese or Korean one says as much as three."""
    return len(text) + 2 * len(DENSE.findall(text))


def _words(text: str) -> int:
    """Return how many words a line has; of writing without spaces two letters are one."""
    return max(len(text.split()), len(DENSE.findall(text)) // 2)


def _tells(line: str) -> bool:
    """Tell whether a short line is more than a name: "Farkas resigns", "Sea change"."""
    return any(word.islower() and word.isalpha() and len(word) > _FEW_WORDS for word in line.split())


def note_title(builder: DraftBuilder, line: str, source: str = "first line", *, rank: Rank = Rank.TEXT) -> None:
    """Make a candidate of the headline of a text, of the outlet behind it, and of the day of a speech or a meeting."""
    line = _EDITION.sub("", line).rstrip("; ")
    day = parse_date(line) if _SPOKEN.match(line) else None
    if day and day.date.precision == "day" and _BEHIND_DAY.match(line, day.end):
        builder.candidate("published", line[day.start : day.end], f"date in the {source}", rank=Rank.TEXT)
    signed = _SIGNED.search(line)
    if signed and is_byline(signed[1]) and is_name(signed[2]):
        builder.candidate("author", signed[1], f"end of the {source}", rank=Rank.BYLINE)
        line = line[: signed.start()]
    title, paper = _parted(line)
    if paper:
        builder.candidate("outlet", paper, f"end of the {source}", rank=Rank.BYLINE)
    builder.candidate("title", title, source, rank=rank)


def _parted(title: str) -> tuple[str, str | None]:
    """Part a headline from the outlet behind it; one that no table knows stands behind longer headlines only."""
    head, mark, tail = max(
        (title.rpartition(mark) for mark in (" | ", " - ", " – ", " — ")), key=lambda one: len(one[0])
    )
    words = len(head.split())
    known = words > 1 and is_paper(tail) and find_outlet(tail) is not None
    return (head, tail) if mark and (known or (words > _FEW_WORDS and is_paper(tail))) else (title, None)


_NO_TITLE = re.compile(
    r"\d{1,3}[.)]?\s{2,}|(?:BC|AM|PM|AP)-\S.{0,80},\s?\d{2,5}$|\[?\d{1,4}[./-]\d{1,2}[./-]\d{1,4},? \d{1,2}:\d\d.*:\s"
)
"""A point of an agenda ("3   Pond"), an agency's name for a report ("BC-Ferry Fire,480"), a message of a chat."""


def _may_be_title(text: str, labels: Counter[str], shortest: int = _SHORTEST) -> bool:
    ended = text.endswith((".", ",", ":", "。", "，", "：")) or (text.endswith(";") and len(text.split()) <= _FEW_WORDS)
    if _length(text) < shortest or ended or " > " in text or " » " in text or "://" in text:
        return False
    if (
        is_contact(text)
        or is_byline(text)
        or is_caption(text)
        or is_boilerplate(text)
        or post_source(text)
        or FILED.fullmatch(text)
        or _NO_TITLE.match(text)
    ):
        return False
    label = label_of(text)
    if label is not None and label.isupper() and labels[label.partition(",")[0].split()[-1]] > 1:
        return False  # "PETRA ORME, HOST:", below which "ORME:" goes on
    return label is None or labels[label] == 1
