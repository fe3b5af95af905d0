"""OpenDocument texts (ISO 26300) → Draft: paragraphs with the roles that their styles give them."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import replace
from typing import NamedTuple
from xml.etree.ElementTree import Element

from quotecli.core.errors import NotADocument
from quotecli.read.draft import Draft, DraftBuilder
from quotecli.read.item import Item
from quotecli.read.office.package import Package
from quotecli.read.office.paragraphs import Written, add_paragraphs, add_properties
from quotecli.read.printed.notes import is_note_mark
from quotecli.read.xml import local_name, text_of

_WANTED = frozenset({"p", "h", "list", "style", "tracked-changes", "soft-page-break", "table-of-content", "forms"})
_LEFT_OUT = frozenset({"note", "annotation", "tracked-changes", "ruby-text", "forms"})
_LAST_PIECES = 4
_STYLE_NAMES = {
    "quotations": "quote",
    "text_20_body": "",
    "standard": "",
    "illustration": "caption",
    "figure": "caption",
}


class _Looks(NamedTuple):
    """The styles that text may have which is no part of its sentence: struck or hidden ones, and raised ones."""

    unseen: AbstractSet[str]
    raised: AbstractSet[str]

    def leave_out(self, span: Element, pieces: list[str]) -> bool:
        """Tell whether a span isn't shown, or is a note's mark behind the pieces before it."""
        style = span.get("style-name")
        if style in self.unseen:
            return True
        return style in self.raised and is_note_mark("".join(span.itertext()).strip(), "".join(pieces[-_LAST_PIECES:]))


def read_odt(data: bytes, item: Item) -> Draft:
    """Read an OpenDocument text; deleted text and comments are left out; notes stand at the end.

    Pages are those at which the program last broke the text, where the document keeps them (soft page breaks).
    """
    package = Package(data, item)
    if "content.xml" not in package:
        raise NotADocument("damaged: it lacks its part content.xml")
    if "META-INF/manifest.xml" in package and b"encryption-data" in package.read("META-INF/manifest.xml"):
        raise NotADocument("encrypted: it needs a password")
    builder = DraftBuilder()
    _properties(package, builder)
    parents: dict[str, str] = {}
    unseen: set[str] = set()
    raised: set[str] = set()
    looks = _Looks(unseen, raised)
    paragraphs: list[Written] = []
    notes: list[Written] = []
    for element in package.elements("content.xml", _WANTED):
        name = local_name(element)
        if name == "style":
            parents[element.get("name", "")] = element.get("parent-style-name", "")
            unseen.update([element.get("name", "")] if any(map(_is_unseen, element)) else [])
            raised.update([element.get("name", "")] if any(map(_is_raised, element)) else [])
        elif name == "soft-page-break":
            paragraphs.append(Written("", "", is_listed=False, breaks=1))
        elif name in {"p", "h", "list"}:
            paragraphs += _paragraphs(element, looks, is_listed=name == "list")
            for body in element.iter():
                if local_name(body) == "note-body":
                    notes += _paragraphs(body, looks, is_listed=False)
    named = (replace(found, style=_style_name(found.style, parents)) for found in paragraphs)
    add_paragraphs(builder, named)
    # by themselves: the page on which a note stands isn't known
    add_paragraphs(builder, [replace(note, style="", breaks=0) for note in notes])
    return builder.build()


def _properties(package: Package, builder: DraftBuilder) -> None:
    wanted = {"title", "creator", "initial-creator", "language"}
    try:
        found = {local_name(element): text_of(element) for element in package.elements("meta.xml", wanted)}
    except NotADocument:
        return
    creator = found.get("initial-creator") or found.get("creator", "")
    add_properties(builder, found.get("title", ""), creator, found.get("language", ""), "document")


def _style_name(style: str, parents: dict[str, str]) -> str:
    """Return the name that Word gives the same style: automatic styles (`P1`) are called by their parents' names."""
    for _ in range(5):
        if style not in parents or not parents[style]:
            break
        style = parents[style]
    plain = style.lower()
    return _STYLE_NAMES.get(plain, plain.replace("_20_", " "))


def _paragraphs(element: Element, looks: _Looks, *, is_listed: bool) -> Iterator[Written]:
    """Yield a paragraph and those of its text boxes, or a list's paragraphs, with the names of their styles."""
    if local_name(element) not in {"p", "h"}:
        for child in element:
            if local_name(child) not in _LEFT_OUT:
                yield from _paragraphs(child, looks, is_listed=is_listed)
        return
    pieces: list[str] = []
    boxes: list[Element] = []
    breaks = _collect(element, pieces, boxes, looks)
    style = element.get("style-name", "") if local_name(element) == "p" else "heading"
    yield Written("".join(pieces), style, is_listed, breaks)
    for box in boxes:
        yield from _paragraphs(box, looks, is_listed=is_listed)


def _is_raised(properties: Element) -> bool:
    """Tell whether a style sets text above the line: `super 58%`, `33% 80%`."""
    where = properties.get("text-position", "")
    return where.startswith("super") or (where[:1].isdecimal() and not where.startswith("0"))


def _is_unseen(properties: Element) -> bool:
    """Tell whether a style strikes text through or hides it."""
    return properties.get("text-line-through-style", "none") != "none" or properties.get("display") == "none"


def _collect(element: Element, pieces: list[str], boxes: list[Element], looks: _Looks) -> int:
    breaks = 0
    pieces.append(element.text or "")
    for child in element:
        name = local_name(child)
        if name == "s":
            pieces.append(" " * min(int(child.get("c", "1")) if child.get("c", "1").isdecimal() else 1, 100))
        elif name == "tab":
            pieces.append("\t")
        elif name == "line-break":
            pieces.append("\n")
        elif name == "soft-page-break":
            breaks += 1
        elif name == "text-box":
            boxes.append(child)
        elif name not in _LEFT_OUT and not (name == "span" and looks.leave_out(child, pieces)):
            breaks += _collect(child, pieces, boxes, looks)
        pieces.append(child.tail or "")
    return breaks
