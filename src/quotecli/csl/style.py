"""A style compiled from its XML: macros, citation and bibliography, options."""

from __future__ import annotations

from collections.abc import Iterator

from .elements.base import Formatting, Group, Macro, Renderer
from .elements.choose import Branch, Choose
from .elements.dates import Date
from .elements.names import Names
from .elements.text import Label, Number, Term, Value, Variable
from .errors import StyleError
from .xmltree import Element

__all__ = ["Area", "SortKey", "Style"]

_NAME_ATTRS = (
    "and",
    "delimiter-precedes-et-al",
    "delimiter-precedes-last",
    "et-al-min",
    "et-al-use-first",
    "et-al-use-last",
    "et-al-subsequent-min",
    "et-al-subsequent-use-first",
    "initialize",
    "initialize-with",
    "name-as-sort-order",
    "sort-separator",
    "name-form",
    "name-delimiter",
    "names-delimiter",
)


class SortKey:
    """`cs:key`: a variable or a macro."""

    __slots__ = ("children", "descending", "macro", "names", "variable")

    def __init__(self, element: Element, children: list[Renderer]) -> None:
        self.variable = element.get("variable")
        self.macro = element.get("macro")
        self.descending = element.get("sort") == "descending"
        self.names = (element.get("names-min"), element.get("names-use-first"), element.get("names-use-last"))
        self.children = children


class Area:
    """`cs:citation` or `cs:bibliography`."""

    __slots__ = ("attrs", "children", "delimiter", "format", "keys")

    def __init__(self, element: Element, style: Style) -> None:
        self.attrs = element.attrs
        layout = element.find("layout")
        if layout is None:
            raise StyleError(f"The style's {element.tag} has no layout")
        self.format = Formatting(layout)
        self.delimiter = layout.get("delimiter")
        self.children = style.compile_children(layout)
        sort = element.find("sort")
        self.keys = [style.sort_key(key) for key in sort.findall("key")] if sort is not None else []

    def flag(self, name: str) -> bool:
        return self.attrs.get(name) == "true"


class Style:
    """A compiled independent style. Raises StyleError when the XML is no style, or its macros run in circles."""

    def __init__(self, root: Element) -> None:
        if root.tag != "style":
            raise StyleError("The file is XML but not a CSL style")
        self.root = root
        self.attrs = root.attrs
        self.is_note = root.get("class") == "note"
        self.citation_format = next(
            (found for one in _walk(root, "category") if (found := one.get("citation-format"))), ""
        )
        self.default_locale = root.get("default-locale")
        self.page_range_format = root.get("page-range-format")
        self.demote = root.get("demote-non-dropping-particle") or "display-and-sort"
        self.initialize_with_hyphen = root.get("initialize-with-hyphen") != "false"
        self.has_year_suffix = False
        self.has_disambiguate = False
        #: cites after the first look different: they are the ones to be told apart
        self.has_subsequent = False
        self.locales = list(root.findall("locale"))
        self._macro_elements = {macro.get("name"): macro for macro in root.findall("macro")}
        self._macros: dict[str, list[Renderer]] = {}
        self._open: list[str] = []
        citation, bibliography = root.find("citation"), root.find("bibliography")
        if citation is None:
            raise StyleError("The style has no citation element")
        self.citation = Area(citation, self)
        self.bibliography = Area(bibliography, self) if bibliography is not None else None
        self.et_al_subsequent = any(name.startswith("et-al-subsequent") for name in self.citation.attrs)
        self._name_attrs = {
            "citation": self._inherited(self.citation),
            "bibliography": self._inherited(self.bibliography),
        }

    def _inherited(self, area: Area | None) -> dict[str, str]:
        layers = [self.attrs] + ([area.attrs] if area else [])
        return {name: layer[name] for layer in layers for name in _NAME_ATTRS if name in layer}

    def name_attrs(self, area: str) -> dict[str, str]:
        """The name attributes that `cs:name` inherits in an area."""
        return self._name_attrs[area]

    @property
    def initialize_with_anywhere(self) -> str | None:
        """The first `initialize-with` in force in citations, None when names are never initialized."""
        inherited = self._name_attrs["citation"].get("initialize-with")
        if inherited is not None:
            return inherited
        names = _walk(self.root, "name")
        return next((name.get("initialize-with") for name in names if "initialize-with" in name.attrs), None)

    # -- compiling -------------------------------------------------------------------------------------------------

    def compile_children(self, element: Element, parent: Names | None = None) -> list[Renderer]:
        compiled = (self._compile(child, parent) for child in element.children)
        return [renderer for renderer in compiled if renderer is not None]

    def sort_key(self, element: Element) -> SortKey:
        name = element.get("macro")
        return SortKey(element, self._macro(name) if name else [])

    def _macro(self, name: str) -> list[Renderer]:
        if name in self._macros:
            return self._macros[name]
        if name in self._open:
            raise StyleError(f"The style's macro {name!r} calls itself")
        element = self._macro_elements.get(name)
        if element is None:
            raise StyleError(f"The style calls a macro {name!r} that it does not have")
        self._open.append(name)
        try:
            children = self.compile_children(element)
        except RecursionError as error:
            raise StyleError("The style's macros are nested too deeply") from error
        self._open.pop()
        self._macros[name] = children
        return children

    def _compile(self, element: Element, parent: Names | None) -> Renderer | None:
        tag = element.tag
        if tag == "text":
            return self._text(element)
        if tag == "group":
            return Group(element, self.compile_children(element, parent))
        if tag == "choose":
            return self._choose(element, parent)
        if tag == "names":
            return self._names(element, parent)
        if tag == "date":
            return Date(element)
        if tag == "number":
            return Number(element)
        if tag == "label":
            return Label(element)
        return None

    def _text(self, element: Element) -> Renderer | None:
        attrs = element.attrs
        if "variable" in attrs:
            if attrs["variable"] in {"year-suffix", "citation-label"}:
                self.has_year_suffix = True
            return Variable(element)
        if "macro" in attrs:
            return Macro(element, attrs["macro"], self._macro(attrs["macro"]))
        if "term" in attrs:
            return Term(element)
        return Value(element) if "value" in attrs else None

    def _choose(self, element: Element, parent: Names | None) -> Choose:
        branches = []
        for child in element.children:
            if child.tag in {"if", "else-if", "else"}:
                if "disambiguate" in child.attrs:
                    self.has_disambiguate = True
                if "subsequent" in child.get("position") or "note" in child.get("position"):
                    self.has_subsequent = True
                branches.append(Branch(child, self.compile_children(child, parent)))
        return Choose(branches)

    def _names(self, element: Element, parent: Names | None) -> Names:
        names = Names(element, [], parent)
        substitute = element.find("substitute")
        if substitute is not None:
            names.substitute = self.compile_children(substitute, names)
        return names


def _walk(element: Element, tag: str) -> Iterator[Element]:
    for child in element.children:
        if child.tag == tag:
            yield child
        yield from _walk(child, tag)
