"""Names of papers and writers in the lines of a head, told from what else stands there."""

from __future__ import annotations

import re
from functools import cache

from quotecli.core.folding import fold
from quotecli.core.names import given_names, strip_titles
from quotecli.core.papers import names_paper
from quotecli.read.outlets import find_outlet, outlet_for_url, outlet_kind

__all__ = [
    "DATE_WORDS",
    "ends_with_job",
    "has_post",
    "is_name",
    "is_names",
    "is_paper",
    "is_post",
    "may_be_paper",
    "paper_of_host",
    "printed",
    "says_when",
]

DATE_WORDS = frozenset(
    "published posted updated last modified on at by date dated first created stand am pm et est edt pt pst"
    " pdt gmt utc bst cet cest monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun uhr"
    " veröffentlicht am publié le à publicado el em stand min read p m a today yesterday issue publication of"
    " erschienen pubblicato il um vom lundi mardi mercredi jeudi vendredi samedi dimanche montag dienstag mittwoch"
    " donnerstag freitag samstag sonnabend sonntag lunes martes miércoles jueves viernes sábado domingo lunedì martedì"
    " mercoledì giovedì venerdì sabato domenica segunda terça quarta quinta sexta feira".split()
)
_LONGEST = 50
_MOST_NAMES = 6
_MOST_JOB_WORDS = 5
_SMALL_WORDS = frozenset(
    "of the and de la le der & for at on das den des du van am im an l d del della dell dello degli di do da dos das"
    " los las el y e et und og och i på".split()
)
_ELIDED = re.compile(r"(?:d|dell|l)['’][^\W\d_]")
_PARTICLES = r"(?:(?:van(?: de[rn]?)?|von(?: de[rmn])?|ter|ten|bin|ben) )?"
_ONE = (
    r"[A-Z][^\W\d_’'-]*(?:[’'-][^\W\d_]+)*(?: [A-Z]\.)?"
    rf"(?: {_PARTICLES}[A-Z][^\W\d_]*(?:[’'-][^\W\d_]+)*){{1,2}}"
)
_NAME = re.compile(rf"{_ONE}(?: (?:and|und|et|y) {_ONE})?(?: (?:in|aus|à|en) [A-Z][\w’' -]{{1,30}})?")
_HOST = re.compile(r"(?:https?://)?(?:www\.)?(?:[\w-]{1,40}\.){1,3}[a-z]{2,12}/?", re.IGNORECASE)
_MAY_BE_PAPER = re.compile(r"The(?: [A-Z][^\W\d_’'-]*(?:[’'-][^\W\d_]+)*){2,4}")
"""The form of "The Harbour Tide"; of two words alone it may be a place: "The Hague"."""
_PARTS = frozenset(
    "briefing column debate desk diary edition essay interview page picture profile read reads report review section"
    " series story team view week weekend".split()
)
"""By which parts of a paper are named: "The Saturday Interview"."""
_LABELS = frozenset({"interview", "today", "record", "press release", "press releases", "news release"})
"""What a document or a part of it is called, though an outlet may be named so, or by one of the words."""
_JOBS = frozenset(
    "writer writers reporter reporters correspondent correspondents editor editors columnist columnists journalist"
    " journalists critic critics redakteur redakteurin korrespondent korrespondentin".split()
)
_FIELDS = frozenset(
    "political politics health transport science education economics economic business chief senior deputy associate"
    " assistant foreign home home-affairs world national local city court courts crime sport sports environment climate"
    " technology tech diplomatic defence defense legal media arts music film news staff social affairs religious"
    " religion europe us uk washington investigations investigative features culture consumer community data energy"
    " industry financial finance managing executive contributing special royal football cricket state general"
    " assignment business night weekend digital online global security justice housing rural community war theatre"
    " books food travel fashion the and & public policy local democracy middle east africa asia government council"
    " parliamentary westminster brussels london scotland wales ireland northern midlands care harbour harbor maritime"
    " shipping fishing farming agriculture agricultural motoring motor property retail tourism labour labor employment"
    " breaking trending audience live feature multimedia video picture trainee junior faith church heritage regional"
    " district county village border aviation rail rugby golf tennis racing boxing athletics cycling personal".split()
)


def is_paper(text: str) -> bool:
    """Tell whether a line, or the end of a byline, is the name of a known outlet, or a periodical's by its words."""
    if not text or len(text) > _LONGEST or not text[:1].isupper() or text[-1] in ".,;:?" or is_post(text):
        return False
    words = text.split()
    if says_when(text) or words[-1].lower() in _JOBS or text.lower() in _LABELS:
        return False
    if find_outlet(text):
        return outlet_kind(text) not in {"agency", "social", "aggregator"}
    capitals = all(word[0].isupper() or word in _SMALL_WORDS or _ELIDED.match(word) for word in words)
    return names_paper(text) and words[0] not in {"From", "From:"} and capitals


def may_be_paper(text: str) -> bool:
    """Tell whether a line may be the name of a paper that nobody knows, by its form alone: "The Harbour Tide"."""
    if len(text) > _LONGEST or _MAY_BE_PAPER.fullmatch(text) is None:
        return False
    return text.rpartition(" ")[2].lower() not in _PARTS


def paper_of_host(text: str) -> str | None:
    """Return the outlet that an address without a path is known to be of: "theguardian.com"."""
    if len(text) > _LONGEST or not _HOST.fullmatch(text):
        return None
    known = outlet_for_url(text if "://" in text else f"https://{text}")
    return known.name if known and known.kind not in {"social", "aggregator"} else None


def says_when(part: str) -> bool:
    """Tell whether a part of a line tells the hour, the day of the week or how long one reads."""
    return all(word in DATE_WORDS or not word.isalpha() for word in re.findall(r"[^\W_]+", part.lower()))


def printed(paper: str) -> str:
    """Return the name of a paper as it is printed elsewhere than in a line of capitals."""
    if not paper.isupper() or " " not in paper:
        return paper
    words = paper.lower().split()
    return " ".join(word if place and word in _SMALL_WORDS else word.capitalize() for place, word in enumerate(words))


@cache
def _given() -> frozenset[str]:
    return frozenset(given_names())


def is_name(text: str) -> bool:
    """Tell whether a line is a writer's name by its form and its given name; a title may go before it."""
    bare = strip_titles(text)
    return bool(_NAME.fullmatch(bare)) and fold(bare.split(maxsplit=1)[0]) in _given()


def is_names(text: str) -> bool:
    """Tell whether a line is nothing but writers' names, with or without "By": "Conor Roe and Mary Roe"."""
    names = re.split(r",\s+(?:and\s+)?|\s+(?:and|und|et|y|&)\s+", re.sub(r"^(?:By|Von|Par|Por)\s+", "", text))
    return 0 < len(names) <= _MOST_NAMES and all(map(is_name, names))


def is_post(text: str) -> bool:
    """Tell whether a line is nothing but a writer's post: "Political Editor"."""
    words = [word.strip(",") for word in text.lower().split()]
    return 0 < len(words) <= 6 and words[-1] in _JOBS and all(word in _FIELDS for word in words[:-1])


def ends_with_job(text: str) -> bool:
    """Tell whether a line of a few words ends with a writer's job: "Sun Staff Writer"."""
    words = text.lower().split()
    return 1 < len(words) <= _MOST_JOB_WORDS and words[-1] in _JOBS


def has_post(text: str) -> str | None:
    """Return the writer's name in "Jane Roe Political Editor" and "Jane Roe / Political Editor", or None."""
    words = [word for word in text.split() if word not in {"/", "|", "-", "–", "—", "•", "·"}]
    if not 3 <= len(words) <= 9 or words[-1].lower() not in _JOBS:
        return None
    at = len(words) - 1
    while at > 1 and words[at - 1].lower().strip(",") in _FIELDS:
        at -= 1
    name = " ".join(words[:at]).rstrip(",")
    return name if is_name(name) else None
