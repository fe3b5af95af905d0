"""What was cited, gathered by source: one entry per document, with the quotations taken from it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace

from quotecli.cite.items import Item, item_of
from quotecli.cite.names import Name, same_person, without_handle
from quotecli.cite.source import Cited, Source
from quotecli.core.bodies import is_given_name
from quotecli.core.folding import fold
from quotecli.core.names import strip_titles

_SMALL_WORDS = frozenset(
    "a an and as at by der die das for from how in is le la les of on the to un une why with".split()
)


_SPOKEN_BY = re.compile(
    r"[^,:;]{3,40}? (?:by|of|von|par|de) "
    r"(?P<name>[A-Z][^\W\d_.]*\.?(?:(?: (?:bin|da|de[lnr]?|di|la|van|von))* [A-Z][\w.’'-]*){1,5})"
    r"(?=$|,| (?:at|on|to|in|before|for|with|an|à|zu)\b)"
)
"""A speech's title that says who held it."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A source with all that is cited from it.

    Attributes:
        key: ASCII letters, digits and hyphens, unique in its list, of use as BibTeX key: `smith2020council`.
        source: the document, its facts tidied.
        item: its CSL item, whose id is `key`.
        quoted: what is cited from it, in order; those without a quote are left out.
        authors: who wrote it, even where the item leaves that out.
    """

    key: str
    source: Source
    item: Item
    quoted: tuple[Cited, ...]
    authors: tuple[Name, ...] = ()

    def names(self, role: str) -> list[Name]:
        """Return the item's names in a role (`author`, `editor`, `interviewer`), without the handles of accounts."""
        return [without_handle(name) for name in self.item.get(role, [])]


def gather(cited: Iterable[Cited], *, once: str = "container") -> tuple[list[Entry], list[int]]:
    """Gather what is cited by document, in the order in which the documents first appear.

    Args:
        cited: quotations and sources.
        once: what is left out where a body alone is author and outlet, see `item_of`.

    Returns the entries, and for each thing cited the number of its entry.
    """
    numbers: dict[tuple[object, ...], int] = {}
    groups: list[list[Cited]] = []
    places: list[int] = []
    for one in cited:
        place = numbers.setdefault(_identity(one.source), len(numbers))
        if place == len(groups):
            groups.append([])
        groups[place].append(one)
        places.append(place)
    taken: set[str] = set()
    found = []
    for group in groups:
        source = _with_speaker(group).tidied()
        item = item_of(source, id="", once=once)
        item["id"] = key = _unique(cite_key(item), taken)
        authors = item_of(source, id="").get("author", []) if once.startswith("author") else item.get("author", [])
        found.append(Entry(key, source, item, tuple(one for one in group if one.quote is not None), tuple(authors)))
    return found, places


def entries(cited: Iterable[Cited], *, once: str = "container") -> list[Entry]:
    """Gather what is cited by document, in the order in which the documents first appear; see `gather`."""
    return gather(cited, once=once)[0]


def _with_speaker(group: list[Cited]) -> Source:
    """Return the document; an interview that names no speaker is by the only one quoted from it.

    A speech is not: who speaks quotes others. It is by whom its title names ("Remarks by Jane Roe at …"), or nobody.
    """
    source = group[0].source
    if source.media == "speech" and not source.speakers and not source.authors:
        found = _SPOKEN_BY.match(source.title or "")
        spoke = (found["name"],) if found and is_given_name(strip_titles(found["name"]).split(maxsplit=1)[0]) else ()
        return replace(source, speakers=spoke)
    if source.media != "interview" or source.speakers:
        return source
    told = {name for one in group if one.quote for name in one.quote.speakers}
    others = [name for name in told if not any(same_person(name, author) for author in source.authors)]
    return replace(source, speakers=tuple(others)) if len(others) == 1 else source


def _identity(source: Source) -> tuple[object, ...]:
    """Return what tells one document from another: its path or URL, else what is known of it."""
    return (source.document,) if source.document else (source.url, source.title, source.authors, source.published)


def cite_key(item: Item) -> str:
    """Return a key of first family name, year and first telling word of the title; not unique by itself."""
    people = item.get("author") or item.get("editor") or item.get("interviewer") or [{}]
    first = people[0]
    name = _ascii(first.get("family") or " ".join(first.get("literal", "").split("[")[0].split()[:2]))
    parts = item.get("issued", {}).get("date-parts", [[""]])[0]
    title = fold(item.get("title", ""))
    words = (_ascii(word) for word in title.split() if word not in _SMALL_WORDS)
    word = next((word for word in words if word), "")
    return f"{name}{parts[0]}{word[:24]}" if name or word else f"source{parts[0]}"


def _ascii(text: str) -> str:
    plain = unicodedata.normalize("NFKD", fold(text)).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]", "", plain)


def _unique(key: str, taken: set[str]) -> str:
    number, candidate = 1, key
    while candidate in taken:
        number += 1
        candidate = f"{key}-{number}"
    taken.add(candidate)
    return candidate
