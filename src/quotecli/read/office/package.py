"""Zip packages of XML (OOXML, OpenDocument, EPUB): parts by name, counted while they are unpacked."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Container, Iterator
from xml.etree.ElementTree import Element

from quotecli.core.errors import NotADocument
from quotecli.read.archives.packed import open_member, open_zip
from quotecli.read.bounds import read_all
from quotecli.read.item import Item
from quotecli.read.xml import iter_elements


class Package:
    """A document's zip file."""

    def __init__(self, data: bytes, item: Item) -> None:
        """Open the package; raises NotADocument or TooLarge."""
        self._item = item
        self._archive = open_zip(io.BytesIO(data), item.budget.bounds.members)
        self._parts: dict[str, zipfile.ZipInfo] = {info.filename: info for info in self._archive.infolist()}

    def __contains__(self, name: str) -> bool:
        """Tell whether the package has a part of this name."""
        return name in self._parts

    def read(self, name: str) -> bytes:
        """Return a part whole.

        Raises:
            NotADocument: it is missing, encrypted or damaged.
            TooLarge: it is larger than one document may be.
        """
        if name not in self._parts:
            raise NotADocument(f"damaged: it lacks its part {name[:80]}")
        return read_all(open_member(self._archive, self._parts[name], self._item), self._item.budget.bounds.document)

    def elements(self, name: str, wanted: Container[str]) -> Iterator[Element]:
        """Yield the wanted elements of an XML part, as `xml.iter_elements` does; nothing when there is no such part."""
        if name in self._parts:
            stream = open_member(self._archive, self._parts[name], self._item)
            yield from iter_elements(stream, wanted, self._item.budget)
