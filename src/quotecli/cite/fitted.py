"""A CSL item as one style's file needs it to print all that the item tells: date, site, bracket, names as they are."""

from __future__ import annotations

import re
from functools import cache

from quotecli.cite.items import Item
from quotecli.cite.judgments import with_court
from quotecli.core.tables import read_table

__all__ = ["fitted"]

_SITES = ("container-title", "event-title", "publisher")
_GENRE_IN_SENTENCE = ("chicago", "turabian")
"""Styles that print "press release" within a note, and with a capital in the list."""
_ROLES = frozenset(("author", "director", "editor", "host", "interviewer", "translator"))
_WITHOUT_AUTHOR = {"broadcast": "document", "motion_picture": "document", "post": "post-weblog"}
"""Types for which APA's file writes a description of its own where there is none, and what prints all else alike."""
_DIRECTED = ("apa", "chicago", "ieee", "modern-language-association", "oscola", "turabian")
"""Styles that say who directed a film."""
_NAMED_BY_SITE = ("broadcast", "motion_picture", "paper-conference", "post")
"""What needs no description in MLA, for its site, show or studio tells what it is."""
_COMPANY = re.compile(r"\b(Bros|Co|Corp|Inc|Ltd)\.$")
_GENERATION = re.compile(r"^([JS]r)\b\.?")
_DISSERTATION = re.compile(r"\s*\b(?:dissertation|thesis)$", re.IGNORECASE)
_INITIALS = re.compile(r"[A-Z]{2,3}")
_OPENS = re.compile(r"""(^|[:—] |[?]["”’]* )(["“‘]*[a-zà-ÿ])(?![^\W\d_]*(?:[A-ZÀ-Þ]|\.\w))""")
_PARTICLES = re.compile(
    r"(?P<before>[A-ZÀ-Þ]\w+ (?=bin )|(?<=\w )(?!bin )|(?=\b[DV]))"
    r"(?P<small>(?:bin|da|de|della?|di|dos|du|ibn|van|von|zu|D[aei]|V[ao]n)(?: (?:de[mnr]?|het|l[ae]|l[ao]s|zu))*)"
    r"(?= [A-ZÀ-Þ])"
)
"""The small words of a name amid a title, but not where a sentence begins."""
_WITHOUT_STOPS = ("american-medical-association", "nlm", "oscola")
"""Styles that print names without full stops: King ML Jr."""
_TITLE_WORDS = frozenset("a an and at by for from in of on or the to with".split())
"""What a title in English has in small letters; other small words are another language's: della, des."""


def fitted(item: Item, style: str, kind: str = "") -> Item:
    """Return the item for a style (CSL id); exports have it as it is.

    Args:
        item: the CSL item.
        style: the style's CSL id.
        kind: what its source is, of the table of works: a page of a news site is handed to some as a newspaper's.

    Some styles' files print no date or site for posts, documents and speeches, though their manuals ask for both: such
    an item is handed over as the type that prints them (`data/style_types.tsv`), and for OSCOLA an interview as the
    article of who led it.
    """
    made = _retyped(with_court(dict(item), style), style, kind)
    if "event-title" in made:
        made["event"] = made["event-title"]  # as files of styles have it that are older than CSL 1.0.2
    posted = item["type"] == "post" and item.get("genre") != "Video"  # somebody's words, in his own capitals
    if not posted:
        made["title"] = _PARTICLES.sub(r'\g<before><span class="nocase">\g<small></span>', made["title"])
    if style.startswith("apa") and not posted:
        made["title"] = _with_capitals(made["title"], made.get("language", "en"))
    made |= _led(made, style, kind)
    if style.startswith("apa") and made.get("genre") and not made.keys() & {"author", "director", "editor", "host"}:
        # APA 7, 9.12: the title moves to the author's place, and its description in brackets with it
        made["title-short"], made["title"] = made["title"], f"{made['title']} [{made.pop('genre')}]"
        made["type"] = _WITHOUT_AUTHOR.get(made["type"], made["type"])
    if posted and "span" not in made["title"]:
        shown = [variable for variable in ("title", "title-short") if variable in made]
        made |= {variable: f'<span class="nocase">{made[variable]}</span>' for variable in shown}
    if style.startswith(_GENRE_IN_SENTENCE) and "genre" in made and made["genre"].partition(" ")[0][1:].islower():
        made["genre"] = made["genre"][0].lower() + made["genre"][1:]
    if style.startswith("modern-language-association"):
        made = _described_last(made, item["type"])
    if style.startswith("bluebook") and made["type"] == "thesis":
        made["genre"] = _DISSERTATION.sub("", made.get("genre", ""))  # the style's file writes the word itself
    site = made.get("container-title", "")
    if site and item["type"] not in ("chapter", "paper-conference"):  # whose container has a title, and no name
        made["container-title"] = _in_its_own_capitals(site)
    for role in _ROLES & made.keys():
        made[role] = [_set(name, stops=not style.startswith(_WITHOUT_STOPS)) for name in made[role]]
    if authors := made.get("author"):
        made["author"] = _joined(authors)
    return made


def _led(item: Item, style: str, kind: str) -> Item:
    """Return the role in which a style names who made a film or an episode: director, host (APA 7, 10.12)."""
    authors = item.get("author", [])
    if item["type"] == "motion_picture" and authors and style.startswith(_DIRECTED):
        return {"director": item.pop("author")}
    if kind == "podcast" and style.startswith("apa") and authors and all("family" in name for name in authors):
        return {"host": item.pop("author")}
    return {}


def _described_last(item: Item, kind: str) -> Item:
    """Set what MLA says of a work's kind, if anything, where it has it: at the end (9, 5.112), a thesis's apart."""
    genre = item.get("genre")
    if not genre or kind == "thesis" or "number" in item:
        return item
    rest = {variable: value for variable, value in item.items() if variable != "genre"}
    return rest if kind in _NAMED_BY_SITE and genre != "Transcript" else rest | {"medium": genre}


@cache
def _types() -> list[list[str]]:
    return read_table("quotecli.cite", "style_types.tsv")


def _retyped(item: Item, style: str, kind: str) -> Item:
    lacks = {
        "no event": "event-title" in item,
        "no container": "container-title" in item,
        "no number": bool(item.keys() & {"volume", "issue", "page"}),
        "transcript": item.get("genre") != "Transcript",
        "video": item.get("genre") != "Video",
    }
    for prefix, type_, where, other in _types():
        if not style.startswith(prefix) or type_ not in (item["type"], kind) or lacks.get(where):
            continue
        if other == "speech":  # a paper that no proceedings print
            return _retyped(item | {"type": other, "genre": "Paper"}, style, other)
        if other == "event-date":
            return item | ({other: item["issued"]} if "issued" in item else {})
        if other == "interviewer":  # whose article it is, where it appeared somewhere
            wrote = {"author": item["interviewer"]} if "interviewer" in item else {}
            return item | ({"type": "webpage"} | wrote if "container-title" in item else {})
        site = next((name for name in _SITES if item.get(name)), "")
        moved = {"container-title": item.pop(site)} if site else {}
        if style.startswith("bluebook") and not site and "genre" in item:
            moved = {"container-title": item["genre"]}  # else a comma stands before the date
        return item | moved | {"type": other}
    return item


def _with_capitals(title: str, language: str) -> str:
    """Begin an English title and its subtitle with a capital (APA 7, 6.17): `The mill: Who paid?`; not iPhones."""
    return _OPENS.sub(lambda found: found[1] + found[2].upper(), title) if language.startswith("en") else title


def _in_its_own_capitals(name: str) -> str:
    """Keep a style from setting a foreign name in English capitals: Corriere della Sera."""
    foreign = any(word.islower() and word not in _TITLE_WORDS for word in name.split())
    return f'<span class="nocase">{name}</span>' if foreign and "<" not in name else name


def _set(name: dict[str, str], *, stops: bool) -> dict[str, str]:
    """Write "Jr.", "Ltd." and initials (JK Rowland) with the full stops that a style has, or without."""
    given, suffix = name.get("given", ""), name.get("suffix", "")
    made = {"suffix": _GENERATION.sub(r"\1." if stops else r"\1", suffix)} if suffix else {}
    if not stops and "literal" in name:
        made["literal"] = _COMPANY.sub(r"\1", name["literal"])
    if _INITIALS.fullmatch(given):
        made["given"] = " ".join(f"{letter}." if stops else letter for letter in given)
    return name | made


def _joined(authors: list[dict[str, str]]) -> list[dict[str, str]]:
    """Have the comma between a person turned round and a body: `Ek, T., & CNN` (APA 7, 9.8; MLA 9, 5.6).

    The processor follows citeproc-js, which leaves it out before a literal name; in quotation marks a family name is
    printed as it stands.
    """
    if len(authors) == 2 and "family" in authors[0] and "literal" in authors[1]:
        body = authors[1]["literal"].replace('"', "”")
        return [authors[0], {"family": f'"{body}"'}]
    return authors
