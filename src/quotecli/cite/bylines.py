"""A byline as printed, taken apart into the names in it: `By JANE SMITH and Rob Roe, CNN` has two."""

from __future__ import annotations

import re

from quotecli.core.bodies import is_body, is_given_name, is_one_body
from quotecli.core.folding import fold
from quotecli.core.names import is_rank, parse_name

_BY = re.compile(r"^by\s+(?=\w)", re.IGNORECASE)
_FOREIGN_BY = re.compile(r"^(?:von|par|por|di|door|av)\s+(?=[^\W\d_])", re.IGNORECASE)
"""Also given names and particles: Di Reed, Von Miller, von der Mark."""
_BETWEEN = re.compile(r",?\s+(?:and|und|et|y|e|en|og|och|&)\s+")
_ASIDE = re.compile(r"\s+(?:[|/–—]|(?:in|for|at|aus|à|en)(?=\s+[A-ZÀ-Þ]))\s*.*$")
_SHORTEST_PLACE = 3
# Bylines that name nobody: a work signed so has no author.
_NOBODY = frozenset(
    "admin, administrator, anonymous, editor, guest, guest author, newsroom, staff, staff reporter, staff reporters, "
    "staff writer, staff writers, unknown, web desk, webmaster, name withheld, names withheld, "
    "name withheld by request".split(", ")
)


def names_in(byline: str, *, outlet: str | None = None) -> list[str]:
    """Return the names of persons and bodies in a byline, in order, without "By", places and affiliations.

    A byline that may as well be one body's name ("Smith & Sons", "Food and Drug Administration") stays whole.
    """
    printed = _without_by(byline.strip())
    if is_one_body(printed):
        return [printed]
    if ";" in printed:
        return [name for part in printed.split(";") for name in names_in(part, outlet=outlet)]
    parts = [part.strip(" ,") for part in _BETWEEN.split(printed)]
    if len(parts) > 1 and _are_names(parts, outlet):
        return [name for part in parts for name in names_in(part, outlet=outlet)]
    whole = _without_aside(printed, outlet)
    names = _listed(whole, outlet)
    return [name for name in names if name and fold(name) not in _NOBODY and not fold(name).startswith("special to ")]


def _without_by(byline: str) -> str:
    """Drop "By"; a word that is a name too (`Di Reed`) only before a whole name or a body (`Di Anna Rossi`)."""
    rest = _FOREIGN_BY.sub("", byline)
    if rest == byline:
        return _BY.sub("", byline)
    first = re.split(r"[,;]", _BETWEEN.split(rest)[0])[0]
    return rest if (not first[0].islower() if " " in first else is_body(first)) else byline


def _are_names(parts: list[str], outlet: str | None) -> bool:
    """Tell whether each part is somebody's name, one of them at least a person's whole name."""
    persons = [_is_whole_person(part.split(",")[0], outlet) for part in parts]
    return any(persons) and all(
        person or is_body(part, outlet=outlet) for person, part in zip(persons, parts, strict=True)
    )


def _is_whole_person(name: str, outlet: str | None) -> bool:
    words = name.split()
    return 2 <= len(words) <= 5 and not is_body(name, outlet=outlet) and bool(parse_name(name).given)


def _without_aside(name: str, outlet: str | None) -> str:
    """Drop a place or affiliation after a person's whole name: `Jane Smith in Berlin`, `Jane Smith | Reuters`."""
    head = _ASIDE.sub("", name)
    return head if head != name and _is_whole_person(head, outlet) else name


def _listed(name: str, outlet: str | None) -> list[str]:
    """Tell `Jane Smith, CNN` (one name) from `Smith, Jane` (one, turned round) and `Jane Smith, Rob Roe` (two)."""
    parts = [part.strip() for part in name.split(",") if part.strip()]
    if len(parts) < 2 or " " not in parts[0] or (len(parts) == 2 and is_rank(parts[1])):
        return [name.strip(" ,")]
    if len(parts) == 2 and _is_signed_from(parts[0], parts[1], outlet):
        return parts[:1]
    parts = [part for number, part in enumerate(parts) if number == 0 or not is_body(part, outlet=outlet)]
    known = [is_given_name(part.split(maxsplit=1)[0]) for part in parts]
    if len(parts) > 1 and all(_is_whole_person(part, outlet) for part in parts) and sum(known) >= min(2, len(parts)):
        return parts
    return [", ".join(parts)]


def _is_signed_from(name: str, behind: str, outlet: str | None) -> bool:
    """Tell a name with a place behind it ("Uwe zu Tarn, Berlin") from one turned round ("García Márquez, Gabriel")."""
    family = parse_name(name).family
    return (
        " " not in behind
        and len(behind) > _SHORTEST_PLACE
        and not is_given_name(behind)
        and not behind.endswith(".")
        and not behind.isupper()
        and is_given_name(name.split(maxsplit=1)[0])
        and not is_given_name(family.split()[-1])
        and _is_whole_person(name, outlet)
    )
