"""What the running text gives away about its outlet and author: the outlet's own voice, datelines, lines on the writer.

A report that another outlet is credited with ("the Hill reported", "according to People") gives nothing away.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from quotecli.core.bodies import is_body
from quotecli.read.draft import MetaCandidate, Rank
from quotecli.read.outlets import Outlet, find_outlet, outlet_for_url

_HEAD = 1500  # characters in which a release says that it is one, and whose
_LONGEST = 60_000  # characters of the beginning and of the end that are looked at
_NAME = r"((?:[A-Z0-9][\w.&’'!-]*)(?: (?:of|the|and|de|[A-Z0-9][\w.&’'!-]*)){0,5})"
_JOB = (
    r"(?:[A-Z]?[\w-]+ ){0,4}?"
    r"(?:[Rr]eporter|[Ee]ditor|[Cc]orrespondent|[Ww]riter|[Cc]olumnist|[Jj]ournalist|[Cc]ritic)\b"
)
_STAFF = re.compile(
    rf"\bis (?:a|an|the) {_NAME} {_JOB}|\b(?:is|was) (?:a|an|the) {_JOB} (?:at|for|with) (?:the )?{_NAME}"
)
_CONTACTED = re.compile(
    rf"(?:^|[.!?”\"’'] |\n){_NAME} (?:has|have|had)? ?(?:emailed|contacted|reached out|approached|asked|written to)"
    rf"\b[^.\n]{{0,120}}\bcomment"
    rf"|(?:^|[.!?”\"’'] |\n){_NAME} (?:has not been able to|was (?:not able|unable) to|could not|couldn't|cannot)"
    rf" (?:\w+ly )?(?:verify|confirm|reach)"
)
_TOLD = re.compile(
    rf"\b(?:told|tells|spoke (?:exclusively )?(?:to|with)|interview with|statement to|comment to) {_NAME}"
)
_OWN_GOODS = re.compile(
    rf"(?:^|\n)[^\w\n]{{0,8}}{_NAME} (?:magazine|app|newsletter|cover|subscriber|Voices|is committed)\b"
    rf"|\b(?:how|on) {_NAME} uses AI\b"
    rf"|\b[Ff]ollow {_NAME} on\b|\b[Ss]ubscribe to {_NAME}\b"
)
_DATELINE = re.compile(
    r"^[A-Z][A-Z .,'/-]{2,40}(?:,? [A-Z][a-z]+\.? \d{1,2})?,?\s*"
    r"\((AP|Reuters|REUTERS|AFP|UPI|CNN|dpa|PA|TASS|IANS|ANI|PTI|Bloomberg|CP|AAP|ANSA|EFE|Xinhua)\)\s*[-–—:]"
)
# "LOS ANGELES, 29 September 2020 (Meridian Wire) –", "Port Harcourt, May 3 –": who, and when, before the text
_PLACE_AND_DAY = re.compile(
    r"^[A-Z][\w .'/-]{2,40}(?:, [A-Z][\w .'/-]{1,30}){0,2}(?:,| \() ?"
    r"(?P<day>(?:\d{1,2}\.? [A-Z][a-z]{2,8}\.?|[A-Z][a-z]{2,8}\.? \d{1,2},?) \d{4}\)?)"
    r"(?: ?[(/](?P<name>[A-Z][\w.&’' -]{1,40})[)/])?\s*[-–—:]"
)
_RELEASED = re.compile(
    r"\b(?:for immediate release|(?:press|news|media) release)\b|/PRNewswire|/CNW/|\((?:BUSINESS|GLOBE NEWS) ?WIRE\)",
    re.IGNORECASE,
)
_ISSUER = re.compile(r"(?:^|\n)[ \t]*SOURCE:?[ \t]+(?P<name>[A-Z][^\n]{2,80}?)[ \t]*(?:\n|$)")
_ABOUT = re.compile(r"(?:^|\n)[ \t#*]*About (?P<name>[A-Z][^\n.:]{2,60}?):?[ \t*]*\n")
"""Who issues a press release, at its foot."""
_WRITER = re.compile(r"(?:^|\n)[ \t]*((?:[A-Z][\w.’'-]+ ){1,3}[A-Z][\w’'-]+) is (?:a|an|the)\b[^\n]{0,160}")
_WRITER_HEADING = re.compile(
    r"(?:^|\n)[ \t]*(?:About|ABOUT) (?:[Tt]he|THE) (?:[Aa]uthor|[Ww]riter|AUTHOR|WRITER)s?[ \t:]*\n"
)
UNSURE = "not enough by itself"
"""Note of a candidate that is only mentioned, never chosen."""
_ENOUGH = 2
_STRENGTH = (
    (_STAFF, 2, "words on its reporter"),
    (_CONTACTED, 2, "its own voice"),
    (_OWN_GOODS, 2, "its own goods"),
    (_TOLD, 1, "“told …”"),
)


def _named(found: re.Match[str], user_table: Path | None) -> Outlet | None:
    """Return the outlet that a match names: the longest beginning of its run of words that is an outlet's name."""
    words = next((group for group in found.groups() if group), "").split()
    for count in range(len(words), 0, -1):
        name = " ".join(words[:count]).rstrip(".,’'")
        outlet = find_outlet(name, user_table=user_table) or find_outlet(
            re.sub(r"[’']s$", "", name), user_table=user_table
        )
        if outlet and outlet.kind not in {"social", "aggregator"}:
            return outlet
    return None


def text_clues(text: str, *, user_table: Path | None = None) -> Iterator[MetaCandidate]:
    """Yield candidates for the outlet and the author from an article's text, the likeliest outlet first.

    Args:
        text: the whole stored text; of very long ones the beginning and the end are looked at.
        user_table: the user's table of outlets.
    """
    if len(text) > 2 * _LONGEST:
        text = text[:_LONGEST] + "\n" + text[-_LONGEST:]
    yield from _datelines(text, user_table)
    yield from _outlets(text, user_table)
    if _RELEASED.search(text[:_HEAD]):
        yield from _issuers(text)
    for heading in _WRITER_HEADING.finditer(text):
        if writer := _WRITER.search(text, heading.end() - 1, heading.end() + 600):
            yield MetaCandidate("author", writer[1], "text: “About the writer”", Rank.TEXT)
            return


def _datelines(text: str, user_table: Path | None) -> Iterator[MetaCandidate]:
    """Yield what datelines say, at the head of the first paragraphs: a headline and a byline may go before them.

    The first may go over the end of a line.
    """
    head = text.lstrip()[:3000]
    lines = [line.strip() for line in head.split("\n")[:12]]
    if found := next(
        filter(None, (_DATELINE.match(line[:100]) for line in [head, *lines])), None
    ):  # may go over a line
        agency = find_outlet(found[1], user_table=user_table)
        if agency:
            yield MetaCandidate("outlet", agency.name, "dateline", Rank.BYLINE)
    if placed := next(filter(None, (_PLACE_AND_DAY.match(line[:140]) for line in lines)), None):
        yield MetaCandidate("published", placed["day"], "dateline", Rank.BYLINE)
        if placed["name"]:
            yield MetaCandidate("outlet", placed["name"], "dateline", Rank.BYLINE)


def _issuers(text: str) -> Iterator[MetaCandidate]:
    """Yield who issues a press release: "SOURCE Skellby Mills", or "About Skellby Mills" where it is told of above.

    It is the author where its name tells that it is no person's, else the outlet, if no wire has printed it.
    """
    told = [(source["name"], "line “SOURCE”") for source in _ISSUER.finditer(text)]
    abouts = (one for one in _ABOUT.finditer(text) if one["name"] in text[: min(one.start(), _HEAD)])
    told += [(about["name"], "heading “About …”") for about in abouts]
    for name, source in told[:1]:
        yield MetaCandidate("author" if is_body(name) else "outlet", name, source, Rank.TEXT)


def _outlets(text: str, user_table: Path | None) -> Iterator[MetaCandidate]:
    """Yield the two outlets that the text speaks for most, and why; only the first may be sure."""
    scores: Counter[str] = Counter()
    reasons: dict[str, list[str]] = {}
    for pattern, strength, reason in _STRENGTH:
        for match in pattern.finditer(text):
            if outlet := _named(match, user_table):
                scores[outlet.name] += strength
                reasons.setdefault(outlet.name, []).append(reason)
    ranked = scores.most_common(2)
    for place, (name, score) in enumerate(ranked):
        source = "text: " + ", ".join(dict.fromkeys(reasons[name]))
        sure = place == 0 and score >= _ENOUGH and (len(ranked) == 1 or score > ranked[1][1])
        yield MetaCandidate("outlet", name, source, Rank.TEXT, None if sure else UNSURE)


def picture_clue(url: str, *, user_table: Path | None = None) -> MetaCandidate | None:
    """Return the outlet whose host a picture of the document lies on (`i.dailymail.co.uk` → Daily Mail), or None."""
    outlet = outlet_for_url(url, user_table=user_table)
    if outlet is None or outlet.kind in {"social", "aggregator"}:
        return None
    return MetaCandidate("outlet", outlet.name, "host of its picture", Rank.TEXT)
