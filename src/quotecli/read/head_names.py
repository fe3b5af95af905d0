"""What the parts of a head's line name: papers and writers, told by their words and by what they stand beside."""

from __future__ import annotations

import re
from typing import NamedTuple

from quotecli.core.folding import fold
from quotecli.core.names import given_names
from quotecli.core.papers import names_paper
from quotecli.read.draft import DraftBuilder, Rank
from quotecli.read.outlets import find_outlet, outlet_for_url, outlet_kind

__all__ = [
    "BESIDE_DATE",
    "DATE_WORDS",
    "PARTED",
    "Credits",
    "is_name",
    "is_paper",
    "is_post",
    "paper_of",
    "printed",
    "writer_of",
]

BESIDE_DATE = re.compile(r"[A-Z][\w.’'&-]*(?: (?:[A-Z][\w.’'&-]*|of|the|and|de|la|le|der|du)){0,5}")
"""A name that stands with a date on a line of their own: the outlet's, the place's or the writer's."""
DATE_WORDS = frozenset(
    "published posted updated last modified on at by date dated first created stand am pm et est edt pt pst"
    " pdt gmt utc bst cet cest monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun uhr"
    " veröffentlicht am publié le à publicado el em stand min read p m a today yesterday"
    " lundi mardi mercredi jeudi vendredi samedi dimanche montag dienstag mittwoch donnerstag freitag samstag sonntag"
    " lunes martes miércoles jueves viernes sábado domingo lunedì martedì mercoledì giovedì venerdì sabato"
    " domenica".split()
)
PARTED = re.compile(r",\s+|\s+[|•·–—/-]\s+")
_PAPER_LONGEST = 50
_SMALL_WORDS = frozenset("of the and de la le der & & for at on".split())
_ONE = r"[A-Z][^\W\d_’'-]*(?:[’'-][^\W\d_]+)*(?: [A-Z]\.)?(?: [A-Z][^\W\d_]*(?:[’'-][^\W\d_]+)*){1,2}"
_NAME = re.compile(rf"{_ONE}(?: (?:and|und|et|y) {_ONE})?(?: (?:in|aus|à|en) [A-Z][\w’' -]{{1,30}})?")
_HOST = re.compile(r"(?:www\.)?[a-z0-9-]{2,40}(?:\.[a-z]{2,10}){1,3}")
_NO_PAPERS = frozenset(
    "analysis business comment culture feature interview opinion politics review sport world".split()
)
"""Sections and genres that outlets are named by as well."""
_TITLED = re.compile(r"^(?:Dr|Prof|Professor|Sir|Dame|Rev)\.? (?=[A-Z])")
_FIELDS_OF_WORK = (
    "affairs africa arts asia assistant associate business capitol chief city consumer crime culture data"
    " defence defense deputy digital diplomatic economics economy education entertainment environment europe"
    " executive fashion features finance food foreign health home house investigations investigative legal"
    " local managing media national news north personal political politics property religion royal science"
    " security senior showbiz social south special sport sports staff technology transport travel uk us"
    " washington west westminster white"
)
_POST = re.compile(
    rf"(?:[,|/–—-] )?(?:(?:{'|'.join(_FIELDS_OF_WORK.split())})(?: (?:of|and))? ){{0,4}}"
    r"(?:editor|correspondent|reporter|writer|columnist|critic)s?(?: at large)?",
    re.IGNORECASE,
)
"""What a writer is: "Political Editor"."""
_PLACE = re.compile(r" \([A-Z][^()]{1,30}\)$")
"""Where a paper is printed: "The Times (London)"."""
_BY = re.compile(r"^(?:[Bb]y|BY) (?=[A-Z])")
_STAFF = re.compile(r"\s+staff(?: (?:writers?|reporters?|reports?))?$", re.IGNORECASE)


def paper_of(line: str) -> str | None:
    """Return the paper that a line names alone, or with the place where it is printed or was written."""
    line = _STAFF.sub("", _PLACE.sub("", line))
    if is_paper(line) or (len(line) <= _PAPER_LONGEST and outlet_kind(line) == "agency"):
        return line
    credits_ = Credits.of(line)
    alone = len(credits_.papers) == 1 and not credits_.names and all(map(BESIDE_DATE.fullmatch, credits_.others))
    return credits_.papers[0] if alone and len(credits_.others) < 2 else None


class Credits(NamedTuple):
    """What the parts of a line between its commas and bars are: papers, writers, other."""

    papers: list[str]
    names: list[str]
    others: list[str]

    @classmethod
    def of(cls, text: str) -> Credits:
        found = cls([], [], [])
        for piece in PARTED.split(text):
            part = _BY.sub("", _PLACE.sub("", piece.strip()).strip(" ,|·•–—()/-"))
            if part and not _says_when(part):
                (found.papers if is_paper(part) else found.names if is_name(part) else found.others).append(part)
        return found

    def note(self, builder: DraftBuilder, source: str) -> None:
        for paper in self.papers:
            builder.candidate("outlet", paper, source, rank=Rank.BYLINE)
        for name in self.names:
            builder.candidate("author", name, source, rank=Rank.BYLINE)


def is_paper(text: str) -> bool:
    """Tell whether a line, or the end of a byline, is the name of a known outlet, or a periodical's by its words."""
    if _HOST.fullmatch(text):
        return outlet_for_url(f"https://{text}") is not None
    if not text or len(text) > _PAPER_LONGEST or not text[:1].isupper() or text[-1] in ".,;:?":
        return False
    words = text.split()
    if _says_when(text) or text.lower() in _NO_PAPERS:
        return False
    if find_outlet(text):
        return outlet_kind(text) not in {"agency", "social", "aggregator"}
    return names_paper(text) and all(word[0].isupper() or word in _SMALL_WORDS for word in words)


def is_post(line: str) -> bool:
    """Tell whether a line is what a writer is, and nothing else."""
    return _POST.fullmatch(line) is not None


def _says_when(part: str) -> bool:
    """Tell whether a part of a line tells the hour, the day of the week or how long one reads."""
    return all(word in DATE_WORDS or not word.isalpha() for word in re.findall(r"[^\W_]+", part.lower()))


def printed(paper: str) -> str:
    """Return the name of a paper as it is printed elsewhere than in a line of capitals."""
    if not paper.isupper() or " " not in paper:
        return paper
    words = paper.lower().split()
    return " ".join(word if place and word in _SMALL_WORDS else word.capitalize() for place, word in enumerate(words))


def writer_of(line: str) -> str | None:
    """Return the writer whom a line names, with a title ("Dr") or a post ("Political Editor") at most; or None."""
    if is_name(line):
        return line
    words = _TITLED.sub("", line).split()
    for length in (2, 3):
        name, post = " ".join(words[:length]).rstrip(",/|"), " ".join(words[length:])
        if is_name(name) and (not post or _POST.fullmatch(post)):
            return name
    return None


def is_name(text: str) -> bool:
    return bool(_NAME.fullmatch(text)) and fold(text.split(maxsplit=1)[0]) in given_names()
