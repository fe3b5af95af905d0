"""Untrusted XML to a small tree: no DTDs, no entities of its own, bounded size and depth."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from xml.parsers import expat

from .errors import StyleError

__all__ = ["Element", "parse_file", "parse_xml"]

#: The largest published style is below 0.3 MB.
MAX_BYTES = 4_000_000
MAX_DEPTH = 80
MAX_ELEMENTS = 60_000


class Element:
    """One XML element; namespaces are dropped from tag and attribute names."""

    __slots__ = ("attrs", "children", "tag", "text")

    def __init__(self, tag: str, attrs: dict[str, str]) -> None:
        self.tag = tag
        self.attrs = attrs
        self.children: list[Element] = []
        self.text = ""

    def get(self, name: str, default: str = "") -> str:
        return self.attrs.get(name, default)

    def find(self, tag: str) -> Element | None:
        return next(self.findall(tag), None)

    def findall(self, tag: str) -> Iterator[Element]:
        return (child for child in self.children if child.tag == tag)


def _local(name: str) -> str:
    return name.rpartition(" ")[2]


class _Builder:
    def __init__(self) -> None:
        self.root: Element | None = None
        self.stack: list[Element] = []
        self.count = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self.count += 1
        if len(self.stack) >= MAX_DEPTH or self.count > MAX_ELEMENTS:
            raise StyleError("The style is nested too deeply or is too large")
        element = Element(_local(tag), {_local(k): v for k, v in attributes.items()})
        if self.stack:
            self.stack[-1].children.append(element)
        else:
            self.root = element
        self.stack.append(element)

    def end(self, _tag: str) -> None:
        self.stack.pop()

    def data(self, text: str) -> None:
        self.stack[-1].text += text

    def refuse(self, *_args: object) -> None:
        raise StyleError("The style has a document type declaration, which is not allowed")


def parse_xml(source: str | bytes) -> Element:
    """Parse XML text; raises StyleError when it is not well-formed, has a DTD, or exceeds the bounds."""
    if len(source) > MAX_BYTES:
        raise StyleError(f"The style is larger than {MAX_BYTES} bytes")
    if isinstance(source, str):
        # an encoding declaration no longer holds for decoded text
        source = source.lstrip("\ufeff \t\r\n").encode("utf-8", "replace")
        parser = expat.ParserCreate("utf-8", " ")
    else:
        parser = expat.ParserCreate(None, " ")
    builder = _Builder()
    parser.buffer_text = True
    parser.StartElementHandler = builder.start
    parser.EndElementHandler = builder.end
    parser.CharacterDataHandler = builder.data
    parser.StartDoctypeDeclHandler = builder.refuse
    try:
        parser.Parse(source, True)
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise StyleError(f"The style is not well-formed XML: {error}") from error
    if builder.root is None:
        raise StyleError("The style is empty")
    return builder.root


def parse_file(path: Path) -> Element:
    """Parse a file; raises StyleError also when it can't be read."""
    try:
        if path.stat().st_size > MAX_BYTES:
            raise StyleError(f"{path.name} is larger than {MAX_BYTES} bytes")
        return parse_xml(path.read_bytes())
    except OSError as error:
        raise StyleError(f"{path} can't be read: {error.strerror or error}") from error
