"""Names of authors out of bylines and metadata: people, bodies and agencies, without "By", roles, places and dates."""

from __future__ import annotations

import html
import re
from functools import cache
from typing import NamedTuple

from quotecli.core.bodies import is_body, is_given_name, is_one_body
from quotecli.core.folding import fold
from quotecli.core.names import is_numeral, is_post_nominal, is_rank, parse_name
from quotecli.read.lines import behind_by_label, by_words
from quotecli.read.metadata.author_names import JOINING, MONTH, ROLE, clean_name, is_nobody
from quotecli.read.metadata.bylines import byline_in, without_days
from quotecli.read.outlets import find_outlet, outlet_kind
from quotecli.read.papers import is_name, is_paper

_AND = re.compile(r"(,? (?:and|und|et|y|e|en|och|og|with|mit|avec|&) | ?[;|•·/&] ?)", re.IGNORECASE)
_BRACKETS = re.compile(r"\([^()]{0,120}\)|\([^()]{0,120}$")
_TOLD = re.compile(r"[\s,;|–—-]{0,4}\bas told to\b.{0,200}$", re.IGNORECASE)
_PICTURED = (
    r"(?:(?:fotos?|kuvat?|zdjęcia|fotografías?|fotografias?|fotografie|bild(?:er)?|billeder?|beeld|imagen|imagem|immagini"
    r"|fotók?|fotoğraf(?:lar)?|фото|photo(?:s|graphs?|graphy)?|pictures?|images?|illustrations?|graphics?|video)"
    r"\b(?:\s+by\b|\s*:)|fotogra[fp]h?ias?\s+(?:de|di)\b|fotos?\s+(?:de|von|di|door|av|af)\b)"
)
_OTHERS = re.compile(_PICTURED, re.IGNORECASE)
"""How the credit of a photographer begins."""
_TRANSLATED = (
    r"(?:fact-?checked by\b|(?:medically|clinically|legally) reviewed by\b"
    r"|(?:translated|adapted|edited|illustrated|narrated|photographed|produced|filmed)(?: from (?:the )?\w+)?"
    r"(?: (?:and|&) \w+)? by\b|(?<!and )(?<!& )editing by\b|translat(?:ion|or)s?(?: by\b|\s?:)"
    r"|(?:aus dem \w+ )?übersetzt von\b"
    r"|übersetzung(?: von\b|\s?:)|traduit (?:de \S+ )?par\b"
    r"|traducido (?:del \w+ )?por\b|traducción(?: de\b|\s?:)|traduzione di\b|tradotto da\b)"
)
_OTHER_HAND = re.compile(rf"[\s,;.|(–—-]*\b{_TRANSLATED}.*$", re.IGNORECASE)
"""The credit of who translated or edited it, and what follows."""
_CONTRIBUTED = re.compile(
    r"(?<=\w)[;.,|]\s+[^;.|]{3,120}?\b(?:contributed (?:reporting|research|to )"
    r"|assisted (?:with|in)|provided reporting).*$"
)
"""Who helped, behind who wrote: "Ann Roe; Bo Day contributed reporting from Paris."."""
_AGENT = re.compile(r"(?:corporate|personal)Name\s?=\s?([^;]{2,100})")
"""As the metadata of Australian bodies write who made a page: "corporateName=Ports Victoria; jurisdiction=…"."""
_ADDRESSED = re.compile(r"\S{1,64}@\S{1,64} \(([^()]{2,80})\)")
"""As feeds name a writer: "karl@post.example (Karl Berg)"."""
_WROTE = re.compile(r"\b(?:words|text|story|reporting)(?:\s?:|\sby\b)\s*", re.IGNORECASE)
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,300}>")
_BESIDE = re.compile(rf"(?:[\s.,;|/•·–—-]|\band\b){{1,6}}{_PICTURED}.*$", re.IGNORECASE)
"""The credit of a photographer behind the writer's: "Ann Lowry. Pictures: Tim Oke."."""
_SUFFIX = frozenset({"jr", "jr.", "sr", "sr."})
_LONGEST_FIELD = 6000
_FULL_STOP = re.compile(r"(?<=[^\W\d_]{3})\.$")
"""That of the field ("O'Brien, Mary Ann."), behind more than an initial."""
_KEPT_COMMA = "\ufdd0"
"""Stands for a comma within a body's name while a byline is split at the others."""
_MOST = 100
_FAMILY = "\ufdd1"
"""Stands behind the given names of a name that was printed with the family name first."""


_ACCOUNT = re.compile(r"(?<![\w.@])@([\w][\w.-]{0,50}(?:@[\w.-]{3,60})?)")


def account_in(text: str) -> str | None:
    """Return the one account's name in an author field, without its "@": `Nora Quill (@noraq)`."""
    found = _ACCOUNT.findall(text[:_LONGEST_FIELD])
    return found[0].rstrip(".") if len(found) == 1 else None


_BETWEEN = r"(?:$|\s*[,;]\s*(?:(?:&|and)\s+)?|\s+(?:&|and)\s+)(?:et al\.?$)?"
_APA = re.compile(
    r"(?P<family>[^\W\d_][^\s,;&]*(?: [^\s,;&]+){0,3}), (?P<given>[A-Z]\.(?:[ -]?[A-Z]\.){0,3}|[A-Z]{1,3})" + _BETWEEN
)
_VANCOUVER = re.compile(
    r"(?P<family>(?:[a-z]+ ){0,2}[A-Z][a-zß-ÿ][^\s,;&]*(?: [A-Z][^\s,;&]+)?) (?P<given>[A-Z]{1,3})" + _BETWEEN
)
"""A writer with initials behind the family name, and what divides him from the next."""


class Author(NamedTuple):
    """A writer.

    Attributes:
        name: in reading order.
        filed: "Family, Given" where it was printed so, else "".
    """

    name: str
    filed: str


_PREPOSITION = re.compile(
    r"(?:Von|Par|Por|Di|Door|Av) (?P<name>[A-ZÀ-Þ][a-zß-ÿ][\w’'-]*)(?=$|[,;]|\s+(?:and|und|et|y|e|en|och|og|&)\s)"
)
"""No "by" where one name follows: Di Fisher, Von Miller and Ann Roe."""


_KOREAN = re.compile(r"([\uac00-\ud7af]{2,5})\s?(?:기자|특파원|논설위원)")
_PARTICLE = re.compile(r"[Vv]on (?:der|dem|den) ")
"""That of a family name: Von der Mark."""


@cache
def _by() -> re.Pattern[str]:
    words = sorted((*by_words("byline"), *by_words("field")), key=len, reverse=True)
    return re.compile(rf"^(?:{'|'.join(map(re.escape, words))})(?:\b|(?<=[:・＝／：]))[:\s]*", re.IGNORECASE)


def _without_by(text: str) -> str:
    if reporter := _KOREAN.fullmatch(text):
        return reporter[1]
    if _PARTICLE.match(text) or _FAMILY in text:
        return text
    if behind := behind_by_label(text):
        return behind.rstrip("】")
    alone = _PREPOSITION.match(text)
    return text if alone and not find_outlet(alone["name"]) else _by().sub("", text)


_FROM_PLACE = re.compile(r"(?:da|do|de|dal|dalla|desde|du|aus|vom|from) [A-ZÀ-Þ][^\W\d_]+")
"""Where a writer of the byline writes from, or for whom, behind the name."""


def read_authors(text: str) -> list[Author]:
    """Return the writers in a byline or an author field, in order, each once; nothing that isn't a name.

    Translators, photographers, editors and who only helped are no writers:
    "By KIM LEE and Ana Ortiz in Lima, Staff Writer | Photo: Tom Brill" → Kim Lee, Ana Ortiz.
    """
    text = _single_spaced(html.unescape(_TAG.sub(" ", text[:_LONGEST_FIELD])))
    if addressed := _ADDRESSED.fullmatch(text):
        text = addressed[1]
    text = _single_spaced(_BRACKETS.sub("", text)).strip("【】［］")
    if agent := _AGENT.match(text):
        text = agent[1]
    if _OTHERS.match(text):
        wrote = _WROTE.search(text)
        if not wrote:
            return []
        text = text[wrote.end() :]
    if filed := _by_initials(text):
        return filed
    text = _OTHER_HAND.sub("", _CONTRIBUTED.sub("", text))
    text = without_days(_BESIDE.sub("", _TOLD.sub("", _without_by(byline_in(text)))))
    if text.startswith(("http://", "https://", "www.")):
        return []
    found: list[Author] = []
    person = False
    for part in _parts(MONTH.sub("", text.replace(_KEPT_COMMA, " ").replace(_FAMILY, ""))):
        for piece in _pieces(part):
            author = _author(clean_name(_without_by(piece).replace(_KEPT_COMMA, ",")) or "")
            outlet = find_outlet(author.name) is not None
            if not author.name or (person and (outlet or _is_where_written(author.name))):
                continue  # "Anna Krüger, CNN", "Anna Krüger, The Harbour Tide"
            person = person or (" " in author.name and not outlet)
            if found and " " in found[-1].name and " " not in author.name and not outlet:
                continue  # "Anna Krüger, Berlin"
            if found and _FROM_PLACE.fullmatch(author.name):
                continue  # "Ana Prado, da Enseada"
            if author.name.casefold() not in {known.name.casefold() for known in found}:
                found.append(author)
    persons = [author for author in found if outlet_kind(author.name) != "agency"]
    return (persons or found)[:_MOST]  # an agency's material is no second writer


def _is_where_written(name: str) -> bool:
    """Tell whether what stands behind a person is the house written for: "The Harbour Tide", "CNN Business"."""
    first, _, rest = name.partition(" ")
    of_outlet = bool(rest) and first.isupper() and find_outlet(first) is not None
    return of_outlet or first == "The" or (is_paper(name) and not is_name(name))


def _single_spaced(text: str) -> str:
    return " ".join(text.split())


def _by_initials(text: str) -> list[Author]:
    """Return the writers of a list as journals have it ("Roe, A. B., & Day, C."; "Roe AB, Day C"), [] for any other."""
    for entry in (_APA, _VANCOUVER):
        found: list[Author] = []
        place = 0
        while place < len(text) and (match := entry.match(text, place)) and not is_post_nominal(match["given"]):
            found.append(Author(f"{match['given']} {match['family']}", f"{match['family']}, {match['given']}"))
            place = match.end()
        if len(found) > 1 and place == len(text):
            return found[:_MOST]
    return []


def _author(name: str) -> Author:
    given, turned, family = name.partition(f"{_FAMILY} ")
    return Author(f"{given} {family}", f"{family}, {given}") if turned else Author(name.replace(_FAMILY, ""), "")


def _parts(text: str) -> list[str]:
    """Split at "and" and its like, but not within one name."""
    first, *rest = _AND.split(text)
    parts = [first]
    for joint, part in zip(rest[::2], rest[1::2], strict=True):
        if (whole := _as_one_body(parts[-1], joint, part)) or _is_compound(parts[-1], joint, part):
            parts[-1] = whole or f"{parts[-1]}{joint}{part}"
        else:
            parts.append(part)
    return parts


def _as_one_body(left: str, joint: str, right: str) -> str:
    """Return both sides as one body's name, its commas kept from being split at, or ""."""
    if joint.strip(" ,").casefold() not in ("and", "&"):
        return ""
    name, comma, behind = right.partition(",")
    for start in [0, *(found.end() for found in re.finditer(r",\s*", left))]:
        body = f"{left[start:]}{joint}{name}"
        if is_one_body(body) and not find_outlet(name.strip()):
            return f"{left[:start]}{body.replace(',', _KEPT_COMMA)}{comma}{behind}"
    one, other = left.strip(), name.strip()
    if " " in one or not one or find_outlet(one) or find_outlet(other) or is_nobody(other):
        return ""
    if fold(one) == fold(other):  # "Johnson & Johnson"
        joins = True
    elif " " in other:  # "Bill & Melinda Gates Foundation"
        joins = is_body(other) and not is_body(one)
    else:  # "Smith & Sons"
        joins = not (is_given_name(one) and (is_given_name(other) or "&" not in joint))
    return f"{left}{joint}{right}" if joins else ""


def _is_compound(left: str, joint: str, right: str) -> bool:
    """Tell whether "y" joins the family names of one person: his whole name before it, one name behind it."""
    if joint.strip() not in JOINING:
        return False
    before, behind = left.rpartition(",")[2].split(), right.partition(",")[0].split()
    family = [word for word in behind if not word.islower()]
    return (
        2 <= len(before) <= 5
        and len(family) == 1
        and family[0][0].isupper()
        and not family[0].isupper()
        and not is_given_name(family[0])
        and not is_body(family[0])
        and not find_outlet(" ".join(behind))
        and not is_nobody(family[0])
    )


def _pieces(part: str) -> list[str]:
    """Split at commas, but keep "Jr." with its name and read "Last, First" as one name.

    So are read halves of one word, and a family name that begins with a particle or is no given name's.
    """
    pieces = [piece.strip() for piece in part.split(",") if piece.strip()]
    joined: list[str] = []
    if len(pieces) == 3 and _is_suffix(pieces[2]) and _is_inverted(*pieces[:2]):  # "King, Martin Luther, Jr."
        return [f"{pieces[1]} {pieces[0]} {pieces[2]}"]
    for piece in pieces:
        if joined and _is_suffix(piece):
            joined[-1] = f"{joined[-1]} {piece}"
        elif joined and is_rank(piece) and not parse_name(joined[-1]).given:  # "Prince Harry, Duke of Sussex"
            joined[-1] = f"{joined[-1]}{_KEPT_COMMA} {piece}"
        elif joined and (is_rank(piece) or all(map(is_post_nominal, piece.split()))):
            continue
        else:
            joined.append(piece)
    if len(joined) == 2 and _is_inverted(*joined):
        return [f"{_FULL_STOP.sub('', joined[1])}{_FAMILY} {joined[0]}"] if not ROLE.search(joined[1]) else joined[:1]
    return joined


def _is_suffix(piece: str) -> bool:
    return piece.casefold() in _SUFFIX or is_numeral(piece)


def _is_inverted(last: str, first: str) -> bool:
    """Tell "Last, First" from two names, or a name and a place."""
    family, given = last.split(), [word for word in first.split() if not word.islower()]
    if not 1 <= len(given) <= 2 or is_nobody(first):
        return False
    if len(family) == 1:
        return True
    if len(family) > 4 or not is_given_name(given[0]) or is_body(last) or ROLE.search(first):
        return False
    of_family = not any(map(is_given_name, family)) and all(map(is_given_name, given))  # "García Márquez, Gabriel José"
    return family[0].islower() or of_family or (len(given) == 1 and (not is_given_name(family[0]) or family[0] == "Ó"))
