"""One name of a byline: cleaned of titles, posts, places and days; None where it is nobody's."""

from __future__ import annotations

import re

from quotecli.core.bodies import begins_with_body
from quotecli.core.names import is_post_nominal
from quotecli.read.metadata.bylines import without_lead
from quotecli.read.papers import DATE_WORDS, has_post, is_name

__all__ = ["JOINING", "MONTH", "ROLE", "clean_name", "is_nobody"]

_WHERE = re.compile(
    r"\s+(?:in|aus|à|en|at|[Ff]or|FOR|für|pour|voor|para)\s+(?:(?:[Tt]he|THE|die|das|den|l[ae]|el|o|a)\s+)?(?=[A-ZÀ-Þ]).*$"
)
_TITLE = re.compile(r"^(?:Dr|Prof|Mr|Mrs|Ms|Rev|Professor)\.? (?=[^\W\d_][^\s]{0,30} [^\W\d_])")
_AGO = re.compile(r"\b(?:ago|min(?:ute)?s? read|hours?|minutes?)\b", re.IGNORECASE)
_HELPER = re.compile(r"(?:oprac|opr|współpr|fot|foto|tłum|rys|red|trad|übers|illustr?|ph)\.\s", re.IGNORECASE)
"""How one begins who edited, pictured or translated it: "oprac. AW"."""
_CUT = re.compile(
    r"\s*(?:\(.*?\)|\[.*?\]|<.*?>|\b\d{1,2}[:.]\d\d.*|@\w+.*|\S+@\S+.*|https?://.*|\s\d{1,2}(?:\.|er|º)?\s(?:de\s)?[^\W\d_]{3,}\.?,?\s(?:de\s)?\d{4}.*"
    r"|\s\d{1,2}[./-]\d{1,2}[./-]\d{2,4}.*|\s[-–—|»]\s.*|\b(?:published|updated|last)\b.*)",
    re.IGNORECASE,
)
ROLE = re.compile(
    r"\b(?:reporters?|editors?|correspondents?|writers?|contributors?|journalists?|columnists?|bureau chiefs?"
    r"|producers?|redacteur|verslaggever|redactora?|periodista|giornalista|journaliste|redakteur(?:in)?|korrespondent(?:in)?|intern|chief|analyst|fellow|critic|professor|lecturer)\b",
    re.IGNORECASE,
)
_NOBODY = frozenset(
    "admin administrator anonymous author contributor default editor editorial guest n/a na news newsroom none null"
    " online root staff superuser test undefined unknown user webmaster wordpress redaktion redaction redazione"
    " web desk newsdesk team".split()
)
_ACCOUNTS = frozenset(
    {
        *("super user", "site admin", "site administrator", "site editor", "web admin", "web editor", "web team"),
        *("web staff", "guest author", "guest contributor", "guest writer", "guest post", "press office"),
    }
)
"""Names of accounts that several write with."""
_STAFF = re.compile(
    r"(?:.*\b)?(?:staff(?: (?:writers?|reporters?|reports?))?|newsroom|news ?desk|web ?desk"
    r"|editorial (?:team|staff|board)|editors?|correspondents?|contributors?"
    r"|redaktion|redacción|redação|rédaction|redazione|redactie|redakcja|редакция|agencies|wires?|team|and agencies)",
    re.IGNORECASE,
)
_OTHERS_STILL = re.compile(r"(?:\d+ )?others|et al\.?|u\. ?a\.|y otros|et autres", re.IGNORECASE)
MONTH = re.compile(
    r"\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?"
    r"|dec(?:ember)?|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b\.?,?\s.*\d.*$",
    re.IGNORECASE,
)
_DAY = re.compile(
    r"\d{1,2}(?:st|nd|rd|th)?\.? (?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?", re.IGNORECASE
)
"""A day that a byline ends with: "Anna Krüger, Courier, 5 May 2024"."""
_COMMENTER = re.compile(
    r"(?:\bsagt|\bsays|says|\bschreibt|\bdit|\bdice)$|^(?:kommentare|comments|gesponserte)\b"
    r"|^\d+ (?:comments?|kommentare?|commentaires?|comentarios?|comentários?|commenti|reacties)$",
    re.IGNORECASE,
)
_ENDS_IN_STOP = re.compile(r"\b(?:Jr|Sr|Bros|Co|Corp|Inc|Ltd)\.\s*$")
"""A full stop that belongs to the name."""
_TRAILING_NUMBER = re.compile(r"\s+\d+$")
_DEGREES = frozenset("ba bs do dds dvm jd lcsw ma mba md mph ms msc np obe pharmd phd psyd rd rdn rn".split())
_INITIALS = re.compile(r"^(?:[A-Z]\.?){2,4}$")
_LONGEST_NAME = 60
_LONGEST_BODY = 100
JOINING = frozenset("e i y".split())
"""What joins two family names of one person: Ortega y Gasset, Silva e Costa, Mas i Gavarró."""
_POST_BEFORE = re.compile(
    r"(?:[Tt]he )?(?:[^\W\d_]+[ -]){0,4}?"
    r"(?:reporter|editor|correspondent|writer|columnist|journaliste?|critic|redacteur|verslaggever|redactora?|periodista"
    r"|giornalista)s?,? (?=[A-ZÀ-Þ])",
    re.IGNORECASE,
)
"""A post before a name: "Political reporter Jane Roe"."""


def is_nobody(name: str) -> bool:
    """Tell whether a name is no one's: a desk's, an account's, "and others"."""
    return (
        bool(_OTHERS_STILL.fullmatch(name))
        or name.casefold().strip(". ") in _NOBODY
        or name.casefold().startswith(("name withheld", "names withheld", "special to ", "special for "))
        or name.casefold() in _ACCOUNTS
        or bool(_STAFF.fullmatch(name.strip()))
    )


def clean_name(name: str) -> str | None:
    """Return a writer's name without what stands around it, or None if it is no name."""
    name = without_lead(_TITLE.sub("", MONTH.sub("", _CUT.sub("", name))))
    name = _without_post(name)
    body = begins_with_body(name)  # "Office for National Statistics" says where nobody writes
    name = _TRAILING_NUMBER.sub("", name if body else _WHERE.sub("", name).strip())
    name = _without_letters(name)
    name = name.strip(" \t.,:;-–—|•·*\"'“”‘’") + ("." if _ENDS_IN_STOP.search(name) else "")
    longest = _LONGEST_BODY if body else _LONGEST_NAME
    words = 12 if body else 8 if JOINING.intersection(name.split()) else 6
    if not 2 <= len(name) <= longest or len(name.split()) > words or not any(char.isalpha() for char in name):
        return None
    if name.lower() in DATE_WORDS:  # "von … am 20.06.2018", with nobody named
        return None
    if name.lower().replace(".", "") in _DEGREES or _COMMENTER.search(name) or _DAY.fullmatch(name):
        return None
    if (
        name.startswith("(")
        or _HELPER.match(name)
        or _AGO.search(name)
        or is_nobody(name)
        or ROLE.search(name)
        or sum(char.isdigit() for char in name) > 2
        or (name[0].islower() and any(map(str.isdigit, name)))
    ):
        return None
    if name.isupper() and " " in name:
        name = _capitalised(name)
    return name


def _without_post(name: str) -> str:
    """Take a writer's post from before or behind the name: "Ann Roe Political Editor"."""
    if not ROLE.search(name):
        return name
    before = _POST_BEFORE.match(name)
    if before and is_name(name[before.end() :]):
        return name[before.end() :]
    return has_post(name) or name


def _without_letters(name: str) -> str:
    """Take the letters from behind a name: "Ann Roe KC MP"."""
    words = name.split()
    while len(words) > 2 and is_post_nominal(words[-1]):
        words.pop()
    return " ".join(words)


def _capitalised(name: str) -> str:
    """Write a name printed in capitals the usual way; initials, agencies (AP) and particles keep theirs."""
    words = []
    for word in name.split():
        plain = word if _INITIALS.fullmatch(word) and "." in word else word.title()
        words.append(
            re.sub(r"^(Mc|O'|O’)([a-z])", lambda found: found[1] + found[2].upper(), plain)
            .replace("’S", "’s")
            .replace("'S", "'s")
        )
    return " ".join(words)
