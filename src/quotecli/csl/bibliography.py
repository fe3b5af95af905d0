"""The bibliography: entries in order, second-field-align, substitutes for repeated authors."""

from __future__ import annotations

import re
from itertools import takewhile, zip_longest

from .collapse import first_names
from .context import Context
from .elements.base import Formatting, render_all
from .engine import Engine
from .locale import Locale
from .output.nodes import Node, has_text
from .output.render import to_string

__all__ = ["bibliography_nodes", "bibliography_options"]


_NOT_LETTER = re.compile(r"\W")


def bibliography_options(engine: Engine) -> dict[str, object]:
    """hanging-indent, second-field-align, line-spacing, entry-spacing as the style sets them."""
    area = engine.style.bibliography
    attrs = area.attrs if area is not None else {}

    def number(name: str, default: int) -> int:
        value = attrs.get(name, "")
        return int(value) if value.isascii() and value.isdigit() and len(value) < 4 else default

    return {
        "hanging-indent": attrs.get("hanging-indent") == "true",
        "second-field-align": attrs.get("second-field-align", ""),
        "line-spacing": number("line-spacing", 1),
        "entry-spacing": number("entry-spacing", 1),
    }


def bibliography_nodes(engine: Engine) -> list[tuple[str, Node]]:
    """(item id, entry) in the bibliography's order; empty entries are kept with a note of citeproc-js's kind."""
    area = engine.style.bibliography
    if area is None:
        return []
    align = area.attrs.get("second-field-align", "")
    substitute = area.attrs.get("subsequent-author-substitute")
    rule = area.attrs.get("subsequent-author-substitute-rule", "complete-all")
    entries: list[tuple[str, Node]] = []
    previous: list[str] = []
    for item_id in engine.bibliography_order:
        ctx = engine.context(item_id, "bibliography")
        kids = render_all(ctx, area.children)
        entry = area.format.wrap(kids)
        last = kids[-1] if kids else None
        if isinstance(last, Node) and last.display:
            _into(last, entry)
        if not has_text(entry):
            continue
        if substitute is not None:
            previous = _substitute(entry, previous, substitute, rule, engine.locale, _whole_names(ctx))
        if align and len(kids) > 1:
            entry = _aligned(kids, area.format)
        entries.append((item_id, entry))
    return entries


def _into(last: Node, entry: Node) -> None:
    """The layout's suffix belongs to the last displayed part, but for the space after it."""
    mark = entry.suffix.rstrip()
    last.suffix, entry.suffix = last.suffix + mark, entry.suffix[len(mark) :]


def _aligned(kids: list[Node | str], layout: Formatting) -> Node:
    """The first field in a margin of its own, the rest beside it."""
    first = kids[0]
    whole = layout.wrap([])
    rest = Node(list(kids[1:]), display="right-inline")
    _into(rest, whole)
    whole.kids = [Node([first], display="left-margin"), rest]
    return whole


def _whole_names(ctx: Context) -> list[str]:
    """The names first shown, as the item has them: who shares family name and initial may be somebody else."""
    listed, shown = ctx.name_shapes[0] if ctx.name_shapes else ((), 0)
    names = (f"{name.literal}{name.family}{name.given}{name.suffix}" for name in listed[:shown])
    return [_NOT_LETTER.sub("", name).casefold() for name in names]


def _substitute(
    entry: Node, previous: list[str], text: str, rule: str, locale: Locale, whole_names: list[str]
) -> list[str]:
    """Replace names that repeat those of the entry before; returns this entry's names."""
    names = first_names(entry)
    if names is None:
        return []
    sets = _namesets(names)
    persons = [person for nameset in sets for person in _persons(nameset)]
    shown: list[Node | str] = [_copy(nameset) for nameset in sets] or [*names.kids]
    whole = to_string(Node(shown, delim="; "), locale, "text")
    parts = [_copy(person) for person in persons] if sets else [Node([*names.kids])]
    current = [to_string(Node([part]), locale, "text") for part in parts]
    if sets:
        whole = "; ".join((whole, *whole_names))
        told = zip_longest(current, whole_names[: len(current)], fillvalue="")
        current = [f"{shown}; {name}" for shown, name in told]
    if previous and (rule in {"complete-all", "complete-each"} or not sets):
        if previous[0] == whole:
            _replace_all(names, sets, text, each=rule == "complete-each")
    elif previous:
        pairs = zip(persons, current, previous[1:], strict=False)
        same = [person for person, *_ in takewhile(lambda pair: pair[1] == pair[2], pairs)]
        for person in same[:1] if rule == "partial-first" else same:
            _replace(person, text)
    return [whole, *current]


def _namesets(node: Node) -> list[Node]:
    if node.mark == "nameset":
        return [node]
    return [found for kid in node.kids if isinstance(kid, Node) for found in _namesets(kid)]


def _persons(nameset: Node) -> list[Node]:
    inner = nameset
    while len(inner.kids) == 1 and isinstance(inner.kids[0], Node) and inner.kids[0].mark == "list":
        inner = inner.kids[0]
    return [kid for kid in inner.kids if isinstance(kid, Node) and kid.mark not in {"et-al", "delimiter"}]


def _copy(node: Node) -> Node:
    return Node([*node.kids], prefix=node.prefix, suffix=node.suffix, delim=node.delim)


def _replace(person: Node, text: str) -> None:
    person.kids, person.prefix, person.suffix = [text], "", ""


def _replace_all(names: Node, sets: list[Node], text: str, *, each: bool) -> None:
    if not sets:
        names.kids = [text] if text else []
        return
    if each:
        for nameset in sets:
            for person in _persons(nameset):
                _replace(person, text)
        return
    first = sets[0]
    first.kids, first.delim = ([text] if text else []), ""
    for other in sets[1:]:
        other.kids = []
