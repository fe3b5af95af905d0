"""XML read safely and in a stream: no entities are declared, none is fetched, depth and size are bounded.

Expat is driven directly: it neither loads DTDs nor external entities, and a declared entity ends the reading before it
is ever used. What comes out are small trees, one for each wanted element, so that memory is bounded by one of them.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from html import unescape
from xml.etree.ElementTree import Element, TreeBuilder, tostring
from xml.parsers import expat

from quotecli.core.errors import NotADocument, TooLarge
from quotecli.read.bounds import Budget, Readable

_MAX_DEPTH = 400
_MAX_ELEMENTS = 400_000
_PIECE = 1 << 16
_NAME = re.compile(r"[\w.:-]+")


class _Collector:
    """Expat's handlers: builds the trees of wanted elements, and lets everything else pass."""

    def __init__(self, wanted: Container[str]) -> None:
        self.ready: list[Element] = []
        self._wanted = wanted
        self._builder: TreeBuilder | None = None
        self._depth = 0
        self._inside = 0
        self._elements = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > _MAX_DEPTH:
            raise TooLarge(f"XML elements nested more than {_MAX_DEPTH} deep")
        if self._builder is None:
            if _local(name) not in self._wanted:
                return
            self._builder, self._inside, self._elements = TreeBuilder(), self._depth, 0
        self._elements += 1
        if self._elements > _MAX_ELEMENTS:
            raise TooLarge(f"more than {_MAX_ELEMENTS:,} XML elements in one part")
        self._builder.start(name, {_local(key): value for key, value in attributes.items()})

    def end(self, name: str) -> None:
        self._depth -= 1
        if self._builder is None:
            return
        element = self._builder.end(name)
        if self._depth < self._inside:
            self.ready.append(element)
            self._builder = None

    def data(self, text: str) -> None:
        if self._builder is not None:
            self._builder.data(text)

    def skipped(self, name: str, is_parameter: bool) -> None:
        """Take an entity that the document doesn't declare for HTML's (`&nbsp;` in feeds)."""
        if not is_parameter and _NAME.fullmatch(name):
            self.data(unescape(f"&{name};"))

    @staticmethod
    def entity(*_declaration: object) -> None:
        raise NotADocument("it declares XML entities, which are refused")


def iter_elements(stream: Readable, wanted: Container[str], budget: Budget) -> Iterator[Element]:
    """Yield the outermost wanted elements of an XML document, each as soon as it has ended.

    Args:
        stream: the document.
        wanted: local names. Tags of the trees are `namespace}local`, or `local`; attributes have their local names.
        budget: for its clock.

    Raises:
        NotADocument: the document is not well formed, or it declares entities.
        TooLarge: it nests too deeply, or a wanted element is too large.
    """
    collector = _Collector(wanted)
    parser = expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True
    parser.StartElementHandler = collector.start
    parser.EndElementHandler = collector.end
    parser.CharacterDataHandler = collector.data
    parser.EntityDeclHandler = collector.entity
    parser.SkippedEntityHandler = collector.skipped
    parser.UseForeignDTD(True)
    done = False
    while not done:
        piece = stream.read(_PIECE)
        done = not piece
        try:
            parser.Parse(piece, done)
        except expat.ExpatError as error:
            yield from collector.ready
            reason = expat.errors.messages.get(error.code) or "malformed"
            raise NotADocument(f"broken XML: {reason} at line {error.lineno}") from None
        budget.tick()
        yield from collector.ready
        collector.ready.clear()


def is_well_formed(data: bytes) -> bool:
    """Tell whether expat reads all of `data`."""
    parser = expat.ParserCreate()
    parser.UseForeignDTD(True)
    try:
        parser.Parse(data, True)
    except expat.ExpatError:
        return False
    return True


def to_html(element: Element) -> str:
    """Return the content of an element of XHTML as HTML (its tags lose their namespaces)."""
    for inner in element.iter():
        inner.tag = _local(str(inner.tag))
    return (element.text or "") + "".join(tostring(child, "unicode", "html") for child in element)


def _local(name: str) -> str:
    return name.rpartition("}")[2]


def local_name(element: Element) -> str:
    """Return an element's name without its namespace."""
    return _local(str(element.tag))


def text_of(element: Element | None) -> str:
    """Return all text within an element with single spaces; "" for None."""
    return "" if element is None else " ".join("".join(element.itertext()).split())
