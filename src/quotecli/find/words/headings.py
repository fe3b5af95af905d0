"""Paragraphs that are no text: in which all words have capitals, so that these tell nothing, and who wrote it."""

from __future__ import annotations

import re

from quotecli.core.types import Article, Role

_HEAD = 5
"""Paragraphs at the head of an article among which the author's name stands."""
_LONGEST_BYLINE, _LONGEST_HEAD = 90, 200
CREDIT = re.compile(
    r"[*_\s]{0,4}(?:(?:an )?interview(?:ed)?(?: and [a-z]+)?(?: by|:)|interviewer:|by:?"
    r"|(?:words|text|story|questions|reporting)(?: by|:)):? ",
    re.IGNORECASE,
)
"""How a line begins that tells who wrote or asked: `By Ann Lee`, `Interview: Ann Lee`."""
_SALUTATION = re.compile(r"(?:Dear|Hi|Hello|Hey|Greetings) [^.!?:;]{1,60},")
"""A line that greets whom a letter is to, who says nothing in it."""
_ATTENDING = re.compile(
    r"(?:[A-Za-z]+ ){0,3}(?:present|attendance|attendees|attending|members|panel|panell?ists|participants|speakers"
    r"|witnesses)\s?:",
    re.IGNORECASE,
)
"""How a line begins that names who takes part, all in capitals: `Members present: Dame Honor Pask (Chair); …`."""
_ENDS = frozenset(".?!:…”\"’'")


def byline_paragraphs(article: Article) -> frozenset[int]:
    """Return the indices of paragraphs that tell who wrote the article or whom it is to: nobody that it speaks of.

    Those of that role, salutations, and short lines at the head that hold an author's name, or begin as bylines do.
    """
    found = {number for number, paragraph in enumerate(article.paragraphs) if paragraph.role is Role.BYLINE}
    for number, paragraph in enumerate(article.paragraphs[:_HEAD]):
        line = article.text[paragraph.start : paragraph.end]
        if paragraph.role is Role.BODY and 0 < len(line) <= _LONGEST_BYLINE and line[-1] not in _ENDS:
            signed = any(line.startswith(author) for author in article.authors if author)
            if (number and (signed or CREDIT.match(line))) or _SALUTATION.fullmatch(line):
                found.add(number)
    return frozenset(found)


_MARKS = "“”\"'‘’«»"


def title_case_paragraphs(article: Article) -> frozenset[int]:
    """Return the indices of paragraphs whose words nearly all begin with a capital: there capitals name nobody."""
    found: set[int] = set()
    for number, paragraph in enumerate(article.paragraphs):
        body = paragraph.role is Role.BODY
        if body and paragraph.end - paragraph.start > _LONGEST_HEAD:
            continue
        everything = article.text[paragraph.start : paragraph.end].split()
        last = everything[-1] if everything else ""
        opens = last.endswith(":")  # "Luis Pereda, Chairman of Corvane, said:"
        spoken = last.lstrip(_MARKS)[:1].islower() and last.rstrip(_MARKS).endswith(".")
        told = opens or spoken  # "Datuk Amin Rashid spoke.", "Datuk Amin Rashid was “sad.”"
        if body and (told or _ATTENDING.match(article.text, paragraph.start)):
            continue
        long = [w for w in everything if len(w) > 3 and w[0].isalpha()]
        capitals = len([w for w in long if w[0].isupper()])
        if len(long) < 3 or capitals < 0.8 * len(long):
            continue  # as of any sentence
        words = [w for w in everything if w[0].isalpha()]
        if len(words) >= 5 and sum(w[0].islower() for w in words) <= 0.35 * len(words):
            found.add(number)
    return frozenset(found)
