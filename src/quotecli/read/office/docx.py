"""Word documents (Office Open XML, ISO 29500) → Draft: paragraphs with the roles that their styles give them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from xml.etree.ElementTree import Element

from quotecli.core.errors import NotADocument
from quotecli.read.draft import Draft, DraftBuilder
from quotecli.read.item import Item
from quotecli.read.office.package import Package
from quotecli.read.office.paragraphs import Written, add_paragraphs, add_properties
from quotecli.read.printed.notes import is_note_mark
from quotecli.read.turn_tables import turn_table
from quotecli.read.xml import local_name, text_of

_DELETED = frozenset({"del", "moveFrom", "Fallback", "pPr", "rPr", "sectPr", "instrText", "delText", "binData"})

_CELLS = frozenset({"tc", "sdt"})
_UNSEEN = frozenset({"vanish", "strike", "dstrike"})
_LAST_PIECES = 4
_OFF = frozenset({"0", "false", "off"})


def read_docx(data: bytes, item: Item) -> Draft:
    """Read a Word document; deleted text, comments, headers and footers are left out; notes stand at the end.

    Pages are those at which Word last broke the text, where the document keeps them.
    """
    package = Package(data, item)
    if "word/document.xml" not in package:
        raise NotADocument("damaged: it lacks its part word/document.xml")
    styles = _styles(package)
    builder = DraftBuilder()
    _properties(package, builder)
    paragraphs = list(_body(package))
    add_paragraphs(builder, [replace(found, style=styles.get(found.style, found.style)) for found in paragraphs])
    add_paragraphs(builder, _notes(package))  # by themselves: the page on which a note stands isn't known
    return builder.build()


def _body(package: Package) -> Iterator[Written]:
    """Yield the paragraphs of the text, those of tables row by row; a transcript set as a table by turns."""
    parts = package.elements("word/document.xml", {"p", "tr"})
    for is_table, run in groupby(parts, key=lambda element: local_name(element) == "tr"):
        if not is_table:
            yield from (part for element in run for part in _paragraphs(element))
            continue
        rows = [[_cell(cell) for cell in row if local_name(cell) in _CELLS] for row in run]
        turns = turn_table([[" ".join(part.text for part in cell).strip() for cell in row] for row in rows])
        for number, row in enumerate(rows):
            if turns and number >= turns.first:
                yield from _turn(row[turns.speaker], row[turns.words])
            elif not turns:
                yield from (part for cell in row for part in cell)


def _cell(element: Element) -> list[Written]:
    """Return the paragraphs of a cell, or of what is around one."""
    found: list[Written] = []
    for child in element:
        name = local_name(child)
        found += _paragraphs(child) if name == "p" else [] if name in _DELETED else _cell(child)
    return found


def _turn(speaker: Sequence[Written], words: Sequence[Written]) -> Iterator[Written]:
    """Yield the words with who says them before the first: "Ann Lee: We never saw the key."."""
    label = " ".join(part.text for part in speaker).strip(" :")
    said = [part for part in words if part.text.strip()] or list(words)
    for number, part in enumerate(said):
        yield replace(part, text=f"{label}: {part.text.lstrip()}") if label and not number else part


def _notes(package: Package) -> list[Written]:
    """Return the paragraphs of the footnotes and the endnotes."""
    found: list[Written] = []
    for part in ("word/footnotes.xml", "word/endnotes.xml"):
        try:
            found += [note for element in package.elements(part, {"p"}) for note in _paragraphs(element)]
        except NotADocument:
            continue
    return [replace(note, style="", breaks=0) for note in found]


def _properties(package: Package, builder: DraftBuilder) -> None:
    try:
        found = {
            local_name(element): text_of(element)
            for element in package.elements("docProps/core.xml", {"title", "creator", "language"})
        }
    except NotADocument:
        return
    add_properties(builder, found.get("title", ""), found.get("creator", ""), found.get("language", ""), "document")


def _styles(package: Package) -> dict[str, str]:
    """Return the names of the paragraph styles by their ids; ids are translated in some languages, names aren't."""
    names: dict[str, str] = {}
    try:
        for style in package.elements("word/styles.xml", {"style"}):
            name = next((child.get("val", "") for child in style if local_name(child) == "name"), "")
            names[style.get("styleId", "")] = name.lower()
    except NotADocument:
        return names
    return names


def _paragraphs(element: Element) -> Iterator[Written]:
    """Yield a paragraph and those of its text boxes, with the ids of their styles."""
    pieces: list[str] = []
    boxes: list[Element] = []
    breaks = _collect(element, pieces, boxes)
    properties = next((child for child in element if local_name(child) == "pPr"), None)
    style, is_listed = "", False
    for child in properties if properties is not None else ():
        if local_name(child) == "pStyle":
            style = child.get("val", "")
        is_listed = is_listed or local_name(child) == "numPr"
    yield Written("".join(pieces), style, is_listed, breaks)
    for box in boxes:
        yield from _paragraphs(box)


def _collect(element: Element, pieces: list[str], boxes: list[Element]) -> int:
    """Collect the text of runs; paragraphs within (text boxes) go to `boxes`. Returns the page breaks met."""
    breaks = 0
    for child in element:
        name = local_name(child)
        if name == "t":
            pieces.append(child.text or "")
        elif name in {"tab", "ptab"}:
            pieces.append("\t")
        elif name in {"br", "cr"} and child.get("type") not in {"page", "column"}:
            pieces.append("\n")
        elif name == "noBreakHyphen":
            pieces.append("\u2011")
        elif name == "lastRenderedPageBreak":
            breaks += 1
        elif name == "p":
            boxes.append(child)
        elif name not in _DELETED and not (name == "r" and (_is_unseen(child) or _marks_note(child, pieces))):
            breaks += _collect(child, pieces, boxes)
    return breaks


def _is_unseen(run: Element) -> bool:
    """Tell whether a run is hidden or struck through."""
    said = next((child for child in run if local_name(child) == "rPr"), None)
    return said is not None and any(
        local_name(one) in _UNSEEN and one.get("val", "true").lower() not in _OFF for one in said
    )


def _marks_note(run: Element, pieces: list[str]) -> bool:
    """Tell whether a run is the mark of a note that stands as text, behind the pieces before it."""
    said = next((child for child in run if local_name(child) == "rPr"), None)
    if said is None or not any(local_name(one) == "vertAlign" and one.get("val") == "superscript" for one in said):
        return False
    words = "".join(child.text or "" for child in run if local_name(child) == "t").strip()
    return is_note_mark(words, "".join(pieces[-_LAST_PIECES:]))
