"""Tells where a statement was first made, where the reporter's words say so: a network, a paper, a channel."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

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
_TYPE = (
    r"(?:op-ed|opinion piece|opinion article|opinion column|guest essay|essay|article|column|piece|editorial|blog post"
    r"|interview|q&a|profile|cover story|appearance|podcast|letter|documentary|broadcast|segment|statement)"
)
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


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """Return the ways to name the place, surest first; group `at` is the name."""
    bare_x = r"X(?=\s\(|\s(?:account|post|on|that|to|in|late|early|and)\b|[,.:;]|\s*\Z)"
    network = rf"(?=[A-Z])(?P<at>{_alternatives('network', leave_out='X')}|{bare_x})\b"
    outlet = rf"(?=[A-Z\d])(?P<at>{_alternatives('outlet')}|{_GENERIC})(?![\w-])"
    the = r"(?:[Tt]he\s)?"
    kind = r"(?:(?:\w+\s){0,3}(?:program|programme|show|magazine|newspaper|daily|network|broadcaster|channel|paper)\s)?"
    wrote = r"(?:wrote|writes|writing|written|write|published|said|says|appeared|appearing|posted|asked|interviewed)"
    return (
        re.compile(rf"\b(?:[Oo]n|[Vv]ia|[Tt]o|[Ii]n)\s(?:{_POSS}{_ADJECTIVE}\s)?{network}"),
        re.compile(rf"\b[Ii]n\s{_POSS}{_ADJECTIVE}\s(?P<at>[Tt]weet|[Rr]etweet)s?\b"),
        re.compile(rf"{network}\s{_POST}\b"),
        re.compile(rf"\b{_TYPE}s?(?:\s[\w’'-]+){{0,4}}?,?\s(?:with|in|for|on|to|by|from)\s{the}{kind}{outlet}"),
        re.compile(rf"\b(?:[Ss]peaking|[Ss]poke|[Tt]alking|[Tt]alked|[Ss]peaks)\s(?:to|with|on)\s{the}{kind}{outlet}"),
        re.compile(rf"\b(?:asked|interviewed)\s(?:in|on|by)\s{the}{kind}{outlet}"),
        re.compile(rf"\b{the}{outlet}(?:['’]s)?\s(?:[\w’'&-]+\s){{0,3}}?(?:interview|op-ed|essay|column)\b"),
        re.compile(r"\b(?P<at>(?:re)?tweet(?:ed|s|ing)?)\b"),
        re.compile(rf"\b(?:told|tells|tell|telling)\s{the}{kind}{outlet}"),
        re.compile(rf"\b{wrote}(?:\s[\w’'-]+){{0,3}}?\s(?:in|on|for)\s{the}{kind}{outlet}"),
    )


_ONLY_OWN = 7
"""Patterns from here on count only in the quotation's own sentence: what `told the BBC` before it may be another."""


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
    named = _patterns()[2].search(around) or _patterns()[0].search(around) or _AFTER_NAME.search(around)
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
    """Match whatever any pattern needs, so that most sentences are searched only once."""
    names = by_first_letter(f"X|{_alternatives('network', leave_out='X')}|{_alternatives('outlet')}")
    return re.compile(rf"\b(?=[A-Z\dTtRr])(?:(?=[A-Z\d])(?:{names}|{_GENERIC})(?![\w-])|[Tt]weet|[Rr]etweet)")


def _place(text: str, span: Span, *, lead: bool) -> str | None:
    words = text[span.start : span.end]
    if words.islower() and not any(map(words.__contains__, _without_capitals())):
        return None
    if _hint().search(text, *span) is None:
        return None
    for pattern in _patterns()[: _ONLY_OWN if lead else None]:
        found = pattern.search(text, *span)
        if found is not None:
            return _canonical(found["at"])
    return None


def _canonical(name: str) -> str:
    if name.lower().startswith(("tweet", "retweet")):
        return "Twitter"
    return _names().get(name, name)
