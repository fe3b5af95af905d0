"""Tells where a statement was first made, where the reporter's words say so: a network, a paper, a channel."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from quotecli.core.papers import names_outlet
from quotecli.core.tables import read_table
from quotecli.core.types import Article, Span
from quotecli.find.marks.piece import Piece
from quotecli.find.mentions.tokens import by_first_letter
from quotecli.find.reporting.frames import Frame, frame_of

_POSS = r"(?:the|a|an|his|her|their|its|my|our|this|that|one|another|[A-Z][\w.’'-]*['’]s)"
_ADJECTIVE = r"(?:\s(?!and\b|or\b|that\b)[\w’'-]+){0,3}?"
_POST = (
    r"(?:post|posts|story|stories|caption|video|live|page|account|thread|message|reel|feed|update|status|channel"
    r"|profile)"
)
_TYPES = (
    "op-ed", "opinion piece", "opinion article", "opinion column", "guest essay", "essay", "article", "column", "piece",
    "editorial", "blog post", "interview", "q&a", "profile", "cover story", "appearance", "podcast", "letter",
    "documentary", "broadcast", "segment", "statement",
)  # fmt: skip
_TALKS = ("speaking", "spoke", "talking", "talked", "speaks")
_TALKING = (*_TALKS, *map(str.title, _TALKS))
_ASKED = ("asked", "interviewed")
_COLUMNS = ("interview", "op-ed", "essay", "column")
_TOLD = ("told", "tells", "tell", "telling")
_WROTE = (
    "wrote", "writes", "writing", "written", "write", "published", "said", "says", "appeared", "appearing", "posted",
    *_ASKED,
)  # fmt: skip
_SUFFIX = (
    r"(?:Times|Post|News|Journal|Herald|Tribune|Gazette|Magazine|Radio|TV|Television|Chronicle|Observer|Telegraph"
    r"|Mail|Mirror|Globe|Press|Independent|Register|Inquirer|Examiner|Dispatch|Courier|Argus|Echo|Review|Weekly|Daily"
    r"|[Pp]odcast|Zeitung|Tageblatt|Gazeta|Bee|Advertiser|Bulletin|Sentinel|Ledger|Record)"
)
_GENERIC = rf"(?:[A-Z][\w.’'&-]*\s){{1,4}}{_SUFFIX}(?![\w-])"


@cache
def _names() -> dict[str, str]:
    return {row[0]: row[1] for row in read_table("quotecli.find", "via.tsv")}


def _alternatives(kind: str, *, leave_out: str = "") -> str:
    forms = [row[0] for row in read_table("quotecli.find", "via.tsv") if row[2] == kind and row[0] != leave_out]
    return "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True))


def _either(words: Sequence[str]) -> str:
    return f"(?:{'|'.join(words)})"


class _Way(NamedTuple):
    """A way to name the place: one of the words that it needs, and how it is written; group `at` is the name."""

    needed: Sequence[str]
    written: str

    def search(self, text: str, span: Span) -> re.Match[str] | None:
        """Return where the place is named so; what is written with the names of all outlets is compiled when needed."""
        words = text[span.start : span.end]
        return _compiled(self.written).search(text, *span) if any(map(words.__contains__, self.needed)) else None


_compiled = cache(re.compile)
_ANY = ("",)


@cache
def _ways() -> tuple[_Way, ...]:
    """Return the ways to name the place, surest first."""
    bare_x = r"X(?=\s\(|\s(?:account|post|on|that|to|in|late|early|and)\b|[,.:;]|\s*\Z)"
    network = rf"(?=[A-Z])(?P<at>{_alternatives('network', leave_out='X')}|{bare_x})\b"
    outlet = rf"(?=[A-Z\d])(?P<at>{_alternatives('outlet')}|{_GENERIC})(?![\w-])"
    kind = r"(?:(?:\w+\s){0,3}(?:program|programme|show|magazine|newspaper|daily|network|broadcaster|channel|paper)\s)?"
    named = rf"(?:[Tt]he\s)?{kind}{outlet}"
    return (
        _Way(_ANY, rf"\b(?:[Oo]n|[Vv]ia|[Tt]o|[Ii]n)\s(?:{_POSS}{_ADJECTIVE}\s)?{network}"),
        _Way(("weet",), rf"\b[Ii]n\s{_POSS}{_ADJECTIVE}\s(?P<at>[Tt]weet|[Rr]etweet)s?\b"),
        _Way(_ANY, rf"{network}\s{_POST}\b"),
        _Way(_TYPES, rf"\b{_either(_TYPES)}s?(?:\s[\w’'-]+){{0,4}}?,?\s(?:with|in|for|on|to|by|from)\s{named}"),
        _Way(_TALKING, rf"\b{_either(_TALKING)}\s(?:to|with|on)\s{named}"),
        _Way(_ASKED, rf"\b{_either(_ASKED)}\s(?:in|on|by)\s{named}"),
        _Way(_COLUMNS, rf"\b(?:[Tt]he\s)?{outlet}(?:['’]s)?\s(?:[\w’'&-]+\s){{0,3}}?{_either(_COLUMNS)}\b"),
        _Way(("tweet",), r"\b(?P<at>(?:re)?tweet(?:ed|s|ing)?)\b"),
        _Way(_TOLD, rf"\b{_either(_TOLD)}\s{named}"),
        _Way(_WROTE, rf"\b{_either(_WROTE)}(?:\s[\w’'-]+){{0,3}}?\s(?:in|on|for)\s{named}"),
    )


_ONLY_OWN = 7
"""Ways from here on count only in the quotation's own sentence: what `told the BBC` before it may be another."""


def via(article: Article, pieces: Sequence[Piece], number: int, frame: Frame | None = None) -> str | None:
    """Return where piece `number` of the article's pieces was first said or posted, if the text says so.

    The name is canonical and short: `Instagram`, `Rolling Stone`, `BBC`; for papers that no table knows, as printed.
    What was said to the article's own outlet was first said in it: None, also where it is named for short or as "this
    newspaper". `frame` is the piece's, where it is known already.
    """
    if pieces[number].style == "post":
        return _network_of_post(article, pieces[number])
    frame = frame or frame_of(article, pieces, number)
    text = article.text
    spans = [frame.after, frame.before, frame.lead]
    for span in spans:
        if span.start >= span.end:
            continue
        if place := _place(text, span, lead=span is frame.lead and not frame.silent):
            return None if article.outlet and names_outlet(place, article.outlet) else place
        if span is not frame.lead and _is_told_us(text, span):
            return None  # whatever the sentence before tells of is another occasion
    return None


_TOLD_US = re.compile(
    r"\b(?:[Tt]old|[Tt]ells?|[Tt]elling|(?:[Ss]peaking|[Ss]poke|[Tt]alking|[Tt]alked)\s(?:to|with))"
    r"\s(?:us|this\s(?:newspaper|paper|magazine|website|reporter))\b"
)
"""What was said to whoever prints it."""
_TELLING = ("old", "ell", "oke", "eaking", "alk")
"""In the verbs of that."""


def _is_told_us(text: str, span: Span) -> bool:
    words = text[span.start : span.end]
    return any(map(words.__contains__, _TELLING)) and _TOLD_US.search(text, *span) is not None


def _network_of_post(article: Article, piece: Piece) -> str | None:
    """Return the network whose form of signature stands behind a post, or that is named there."""
    source = piece.source or Span(piece.end, piece.end)
    signed = max(piece.outer_end, source.end)
    line = article.text.find("\n", signed)  # what the next paragraph tells of is another post
    around = article.text[piece.outer_end : min(signed + 80, line if line >= 0 else len(article.text))]
    whole = Span(0, len(around))
    named = _ways()[2].search(around, whole) or _ways()[0].search(around, whole) or _AFTER_NAME.search(around)
    if _SHARED.search(around):
        return "Instagram"
    if "twitter.com" in around:
        return "Twitter"
    if "bsky." in around:
        return "Bluesky"
    return None if named is None else _canonical(named["at"])


_SHARED = re.compile(r"A (?:post|video|photo|reel) shared by")
_AFTER_NAME = re.compile(r",\s(?P<at>Truth Social|Twitter|Facebook|Instagram|Telegram|Bluesky|Mastodon|Threads)\b")


@cache
def _without_capitals() -> tuple[str, ...]:
    """Return what tells of a place without a capital."""
    return ("tweet", *(name for name in _names() if name == name.lower()))


@cache
def _hint() -> re.Pattern[str]:
    """Match whatever any way needs, so that most sentences are searched only once."""
    names = by_first_letter(f"X|{_alternatives('network', leave_out='X')}|{_alternatives('outlet')}")
    return re.compile(rf"\b(?=[A-Z\dTtRr])(?:(?=[A-Z\d])(?:{names}|{_GENERIC})(?![\w-])|[Tt]weet|[Rr]etweet)")


def _place(text: str, span: Span, *, lead: bool) -> str | None:
    words = text[span.start : span.end]
    if words.islower() and not any(map(words.__contains__, _without_capitals())):
        return None
    if _hint().search(text, *span) is None:
        return None
    for way in _ways()[: _ONLY_OWN if lead else None]:
        if found := way.search(text, span):
            return _canonical(found["at"])
    return None


def _canonical(name: str) -> str:
    if name.lower().startswith(("tweet", "retweet")):
        return "Twitter"
    return _names().get(name, name)
