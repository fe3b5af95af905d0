"""EPUB books (EPUB 2 and 3) → Draft: the chapters in reading order, one document."""

from __future__ import annotations

import posixpath
import re
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from quotecli.core.errors import NotADocument
from quotecli.core.types import FILED_AUTHOR, Paragraph, Span
from quotecli.read.documents import html_draft
from quotecli.read.draft import Draft, MetaCandidate, Rank
from quotecli.read.encoding import decode
from quotecli.read.item import Item
from quotecli.read.office.package import Package
from quotecli.read.xml import local_name, text_of

_FIELDS = {"title": "title", "creator": "author", "publisher": "outlet", "date": "published", "language": "language"}
_WRITERS = frozenset({"", "aut", "cre"})
"""MARC's relators for who wrote it; trl translated, edt edited, ill drew."""
_PAGES = {"application/xhtml+xml", "text/html", "text/x-oeb1-document", ""}
_ASIDE = re.compile(r"(</?)aside(?=[\s>])")
"""In a book what stands beside the text, notes above all, is no teaser of another."""
_GAP = "\n\n"


def read_epub(data: bytes, item: Item) -> Draft:
    """Read a book: its title, authors, publisher and date from its package file, its text from the spine's chapters."""
    package = Package(data, item)
    if "META-INF/rights.xml" in package or "META-INF/sinf.xml" in package:
        raise NotADocument("protected by DRM")
    root = next(package.elements("META-INF/container.xml", {"rootfile"}), None)
    if root is None:
        raise NotADocument("damaged: it names no package file")
    opf = root.get("full-path", "")
    parts = {local_name(part): part for part in package.elements(opf, {"metadata", "manifest", "spine"})}
    if len(parts) < 3:
        raise NotADocument("damaged: its package file lacks metadata, manifest or spine")
    chapters: list[Draft] = []
    for name in _spine(parts["manifest"], parts["spine"], posixpath.dirname(opf)):
        item.budget.tick()
        if name in package:
            chapters.append(html_draft(_ASIDE.sub(r"\1div", decode(package.read(name)))))
    return join_drafts(chapters, tuple(_candidates(parts["metadata"])))


def _spine(manifest: Element, spine: Element, folder: str) -> list[str]:
    """Return the names of the chapters' parts in reading order; the table of contents is no chapter."""
    hrefs = {
        entry.get("id", ""): entry.get("href", "")
        for entry in manifest
        if entry.get("media-type", "") in _PAGES and "nav" not in entry.get("properties", "").split()
    }
    found = [hrefs[ref.get("idref", "")] for ref in spine if ref.get("idref", "") in hrefs]
    return [
        posixpath.normpath(posixpath.join(folder, unquote(href.partition("#")[0]))) for href in dict.fromkeys(found)
    ]


def _candidates(metadata: Element) -> list[MetaCandidate]:
    found: list[MetaCandidate] = []
    refined = _refinements(metadata)
    for element in metadata:
        field = _FIELDS.get(local_name(element))
        more = refined.get(element.get("id", ""), {})
        role = more.get("role") or element.get("role", "aut")
        is_other = (field == "author" and role not in _WRITERS) or element.get("event") == "modification"
        if field and not is_other and (value := text_of(element)):
            found.append(MetaCandidate(field, value, f"book's {local_name(element)}", Rank.RECORD))
            filed = more.get("file-as", "") or element.get("file-as", "")
            if field == "author" and "," in filed:
                found.append(MetaCandidate(FILED_AUTHOR, filed, "book's file-as", Rank.RECORD))
    return found


def _refinements(metadata: Element) -> dict[str, dict[str, str]]:
    """Return what EPUB 3's `<meta refines="#id" property="role">` tells of an element, by its id and the property."""
    found: dict[str, dict[str, str]] = {}
    for element in metadata:
        if local_name(element) == "meta" and (about := element.get("refines", "")).startswith("#"):
            found.setdefault(about[1:], {}).setdefault(element.get("property", ""), text_of(element))
    return found


def join_drafts(drafts: list[Draft], candidates: tuple[MetaCandidate, ...]) -> Draft:
    """Return one draft of a book's chapters in their order; of their metadata only `candidates` stands."""
    texts: list[str] = []
    paragraphs: list[Paragraph] = []
    at = 0
    for draft in drafts:
        for old in draft.paragraphs:
            source = Span(old.source.start + at, old.source.end + at) if old.source else None
            paragraphs.append(Paragraph(old.start + at, old.end + at, old.role, source, old.page, old.time))
        texts.append(draft.text)
        at += len(draft.text) + len(_GAP)
    return Draft(_GAP.join(texts), tuple(paragraphs), candidates, "book")
