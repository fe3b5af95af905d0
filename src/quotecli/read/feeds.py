"""RSS (0.9 to 2.0, and 1.0 in RDF) and Atom (RFC 4287): each item is a document."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC
from email.utils import parsedate_to_datetime
from html import escape
from xml.etree.ElementTree import Element

from quotecli.core.errors import NotADocument, ReadError
from quotecli.read.bounds import time_limit
from quotecli.read.draft import MetaCandidate, Rank, storable
from quotecli.read.item import Item, Reader, Result, digest_bytes
from quotecli.read.options import ReadFailure, ReadOptions
from quotecli.read.titles import is_section
from quotecli.read.xml import is_well_formed, iter_elements, local_name, text_of, to_html

_WANTED = frozenset({"item", "entry", "title", "language", "image", "textInput", "textinput", "author"})
_JOINT = re.compile(r"\s+[-–—|>»·]+\s+|\s*[»:]\s+")
_FEED_WORDS = re.compile(
    r"(?:(?:RSS|Atom)(?: feed)?|feed|latest(?: \w+)?|home|headlines|all \w+|top \w+|blog posts)", re.IGNORECASE
)
"""What a feed's title says beside the site's name: "The Shore » Feed"."""
_MARKUP = re.compile(r"<\w|&(?:\w+|#\d+);")
_BARE = re.compile(rb"&(?!(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|\w{1,31});)|[\x00-\x08\x0b\x0c\x0e-\x1f]")
_DECLARATION = re.compile(rb"^\s*<\?xml[^>]*\?>")


@dataclass(frozen=True, slots=True)
class Entry:
    """One item of a feed.

    Attributes:
        link: address of its article, or "".
        id: its guid or id, or "".
        markup: its content, or its summary where it has no content, as HTML.
        candidates: for the metadata.
    """

    link: str
    id: str
    markup: str
    candidates: tuple[MetaCandidate, ...]


def read_feed(item: Item, options: ReadOptions, _reader: Reader) -> Iterator[Result]:
    """Read a feed's items as far as the feed itself holds them; no link is followed."""
    from quotecli.read.documents import html_draft
    from quotecli.read.metadata import finish

    for number, entry in enumerate(iter_entries(item), 1):
        item.budget.restart()
        item.budget.record()
        label = storable(entry.id or entry.link or str(number))
        try:
            with time_limit(options.bounds.seconds):
                draft = html_draft(f"<article>{entry.markup}</article>", url=entry.link or None)
                if not draft.text.strip():
                    raise NotADocument("no text in this item of the feed")
                yield finish(
                    draft,
                    options=options,
                    source=f"{item.source}#{label}",
                    key=label if entry.id or entry.link else f"{item.key}#{label}",
                    digest=digest_bytes(entry.markup.encode("utf-8", "replace")),
                    extra=(*entry.candidates, *item.candidates),
                )
        except ReadError as error:
            yield ReadFailure(f"{item.source}#{label}", str(error))


def iter_entries(item: Item) -> Iterator[Entry]:
    """Yield the items of a feed; small mistakes (bare ampersands, control characters) are mended.

    Raises:
        NotADocument: it is broken beyond that, or declares entities.
    """
    data = item.data()
    if not is_well_formed(data):
        data = _mended(data)
    feed: dict[str, str] = {}
    for element in iter_elements(io.BytesIO(data), _WANTED, item.budget):
        name = local_name(element)
        if name in {"item", "entry"}:
            yield _entry(element, feed)
        elif name == "author":  # in Atom it is the author of all entries that name none (RFC 4287, 4.2.1)
            feed.setdefault(name, "; ".join(_authors({name: [element]})))
        elif name in {"title", "language"}:
            feed.setdefault(name, text_of(element))


def _mended(data: bytes) -> bytes:
    """Return XML whose bare ampersands are escaped and whose control characters are gone; its encoding is kept."""
    declaration = _DECLARATION.match(data)
    at = declaration.end() if declaration else 0
    return data[:at] + _BARE.sub(lambda found: b"&amp;" if found[0] == b"&" else b"", data[at:])


def site_of_feed(title: str) -> str:
    """Return the site's name in a feed's title, without sections and words of feeds: "World | The Shore"."""
    parts = _JOINT.split(title.removesuffix(" RSS").strip())
    kept = [part for part in parts if not is_section(part) and not _FEED_WORDS.fullmatch(part.strip())]
    return kept[0] if len(kept) == 1 else title


def _entry(element: Element, feed: dict[str, str]) -> Entry:
    fields: dict[str, list[Element]] = {}
    for child in element:
        fields.setdefault(local_name(child), []).append(child)

    def first(*names: str) -> str:
        return next((text for name in names for child in fields.get(name, []) if (text := text_of(child))), "")

    link, own_id = _link(fields), first("guid", "id")
    found = [
        MetaCandidate("title", _plain(first("title")), "feed item title", Rank.RECORD),
        MetaCandidate(
            "published", iso_date(first("pubDate", "published", "date", "issued")), "feed item date", Rank.RECORD
        ),
        MetaCandidate("updated", iso_date(first("updated", "modified")), "feed item update", Rank.RECORD),
        MetaCandidate("url", link, "feed item link", Rank.RECORD),
        MetaCandidate("language", feed.get("language", ""), "feed language", Rank.META),
        MetaCandidate("section", first("category"), "feed item category", Rank.META),
        MetaCandidate(
            "outlet", first("publisher", "source") or site_of_feed(feed.get("title", "")), "feed title", Rank.TEXT
        ),
    ]
    if not found[1].value:
        found[1] = replace(found[2], field="published")
    authors = [MetaCandidate("author", name, "feed item author", Rank.RECORD) for name in _authors(fields)]
    if not authors and local_name(element) == "entry":
        authors = [MetaCandidate("author", feed.get("author", ""), "feed author", Rank.RECORD)]
    found += authors
    return Entry(link, own_id, _markup(fields), tuple(candidate for candidate in found if candidate.value))


def _plain(text: str) -> str:
    """Return a title without the markup that some feeds put into it."""
    from html import unescape

    return unescape(re.sub(r"</?\w[^>]{0,200}>", "", text)) if _MARKUP.search(text) else text


def _authors(fields: dict[str, list[Element]]) -> list[str]:
    names: list[str] = []
    for child in fields.get("creator", []) + fields.get("author", []):
        inner = next((part for part in child if local_name(part) == "name"), None)
        name = text_of(inner) if inner is not None else text_of(child)
        # RSS 2.0 has an e-mail address with the name in brackets behind it
        if "@" in name:
            name = name.partition("(")[2].rstrip(") ")
        if name and name not in names:
            names.append(name)
    return names


def _link(fields: dict[str, list[Element]]) -> str:
    """Return the article's address: RSS's `link` and its guid where that is one, Atom's alternate link."""
    for child in fields.get("origLink", []) + fields.get("link", []):
        address = (child.text or "").strip() or child.get("href", "")
        if child.get("rel", "alternate") == "alternate" and address.lower().startswith(("http://", "https://")):
            return storable("".join(address.split()))
    guid = text_of(fields["guid"][0]) if "guid" in fields else ""
    return guid if guid.lower().startswith(("http://", "https://")) else ""


def _markup(fields: dict[str, list[Element]]) -> str:
    """Return the longest of the item's contents, else of its summaries, as HTML."""
    for names in (("encoded", "content"), ("description", "summary", "subtitle")):
        contents = [_as_html(child) for name in names for child in fields.get(name, [])]
        if best := max(contents, key=len, default=""):
            return best
    return ""


def _as_html(element: Element) -> str:
    if element.get("type") == "xhtml" or len(element):
        return to_html(element)
    text = (element.text or "").strip()
    is_plain = element.get("type") == "text" or not _MARKUP.search(text)
    return "".join(f"<p>{escape(part)}</p>" for part in text.splitlines() if part.strip()) if is_plain else text


def iso_date(text: str) -> str:
    """Return a date of a feed or a mail (RFC 5322, or ISO 8601 as it is) as ISO 8601; "" for what is none."""
    text = text.strip()
    if not text or re.match(r"\d{4}-\d\d", text):
        return text
    try:
        found = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""
    return (found.replace(tzinfo=UTC) if found.tzinfo is None and text.endswith("-0000") else found).isoformat()
