"""One personal name: initials, particles, order of parts (CSL 1.0.2, "Name-part Order")."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from quotecli.csl.context import Context
from quotecli.csl.datamodel import Name
from quotecli.csl.output.nodes import Node
from quotecli.csl.richtext import TAG
from quotecli.csl.xmltree import Element

from .base import Formatting, rich

__all__ = ["NameOptions", "PartFormats", "initials", "render_person"]

#: What a part ends with that takes no space behind it: d’Arc.
_CLOSE = ("'", "’", "-", "\u02bc", " ", "\u00a0")
#: Scripts in which the given name comes first and a space stands between the parts.
_SPACED_SCRIPT = re.compile(
    r"[-0-9A-Za-z\u00c0-\u024f\u0370-\u052f\u0530-\u06ff\u0e01-\u0e5b\u10a0-\u10ff\u1e00-\u1fff]"
)


@dataclass(slots=True)
class NameOptions:
    """The name attributes in force: those of the style, of citation or bibliography, and of `cs:name`."""

    and_: str = ""
    delimiter: str = ", "
    precedes_et_al: str = "contextual"
    precedes_last: str = "contextual"
    et_al_min: int = 0
    et_al_use_first: int = 1
    et_al_use_last: bool = False
    form: str = "long"
    initialize: bool = True
    initialize_with: str | None = None
    hyphens: bool = True
    sort_order: str = ""
    sort_separator: str = ", "
    demote: str = "display-and-sort"


class PartFormats:
    """`cs:name-part` for family and given."""

    __slots__ = ("family", "given")

    def __init__(self, name: Element | None) -> None:
        self.family = self.given = Formatting()
        for part in name.findall("name-part") if name is not None else ():
            if part.get("name") == "family":
                self.family = Formatting(part)
            elif part.get("name") == "given":
                self.given = Formatting(part)


#: Characters; what is longer is no name and has no initials.
_LONGEST = 500
_NICKNAME = re.compile(r"""\s*(?:"[^"]*"|“[^”]*”|\([^)]*\))""")


def _letters(text: str) -> str:
    return TAG.sub("", text)


def initials(given: str, with_: str, *, initialize: bool, hyphens: bool) -> str:
    """A given name as initials; with `initialize` false only initials it already has are rewritten."""
    if len(given) > _LONGEST:
        return given
    given = _NICKNAME.sub("", given) or given
    words = re.sub(r"\.(?=[^\s.\-–<])", ". ", given.replace("\u00a0", " ")).split()
    out = ""
    for word in words:
        pieces: list[str] = []
        kept = False
        for index, piece in enumerate(part for part in re.split(r"[-–]", word) if part):
            if index and initialize and _letters(piece)[:1].islower():
                continue  # "Guo-ping" is one name with one initial
            text, kept = _initial(piece, with_, initialize=initialize)
            pieces.append(text)
        if not pieces:
            continue
        joined = ("-" if hyphens else "").join([*(piece.rstrip() for piece in pieces[:-1]), pieces[-1]])
        if kept:
            out = f"{out.rstrip()} {joined} " if out else joined + " "
        else:
            out += joined
    return out.rstrip()


def _initial(piece: str, with_: str, *, initialize: bool) -> tuple[str, bool]:
    """(the piece as initial with its mark, or as it is; whether it stays a whole word)."""
    bare = _letters(piece)
    opening = "".join(tag for tag in TAG.findall(piece) if not tag.startswith("</"))
    closing = "".join(tag for tag in TAG.findall(piece) if tag.startswith("</"))

    def marked(text: str) -> str:
        return opening + text + with_.rstrip() + closing + with_[len(with_.rstrip()) :]

    if bare.endswith("."):
        return marked(bare[:-1]), False
    if not bare or not bare[0].isalpha() or bare[0].islower():
        return piece, True
    if len(bare) == 1:
        return marked(bare), False
    if not initialize:
        return piece, True
    first = bare[0]
    if len(bare) > 2 and bare[1].isupper() and bare[2:].islower():
        first = bare[0] + bare[1].lower()  # "TSerendorj" is one sound in two letters
    return marked(first), False


def _join(*parts: str) -> str:
    """Particles and names with a space between, none after an apostrophe or a hyphen."""
    out = ""
    for part in parts:
        if part:
            out += part if not out or out.endswith(_CLOSE) else " " + part
    return out


def _given(name: Name, options: NameOptions, level: int) -> str:
    if name.given.islower() and name.family.islower() and options.initialize_with is not None:  # "hooks, b."
        capitals = Name("", name.given.title())
        return _given(capitals, options, level).lower()
    if level < 2 and options.initialize_with is not None and name.given:
        return initials(name.given, options.initialize_with, initialize=options.initialize, hyphens=options.hyphens)
    if options.initialize_with is not None and name.given:
        return initials(name.given, options.initialize_with, initialize=False, hyphens=options.hyphens)
    return name.given


def render_person(
    ctx: Context, name: Name, options: NameOptions, parts: PartFormats, *, inverted: bool, level: int
) -> Node:
    """One name as a node. `level`: 0 as `options` say, 1 with initials, 2 with the full given name."""
    if name.is_literal:
        if ctx.sorting:
            return Node([_letters(name.literal)])
        return parts.family.wrap(rich(ctx, name.literal, parts.family.text_case))
    if ctx.sorting:
        return _sort_key(name, options, level)
    if not _SPACED_SCRIPT.search(_letters(name.family)) and not (name.given and _SPACED_SCRIPT.search(name.given)):
        short = options.form == "short" and not level
        return Node([*_part(ctx, parts.family, name.family), *([] if short else _part(ctx, parts.given, name.given))])
    if options.form == "short" and not level:
        return Node(_with_particle(ctx, name, parts), prefix=parts.family.prefix, suffix=parts.family.suffix)
    given = _given(name, options, level)
    if name.suffix and options.initialize_with is not None and "." not in options.initialize_with:
        name = replace(name, suffix=name.suffix.replace(".", ""))  # "King ML Jr": the style writes names without stops
    if name.static and given == name.given:  # "Xi Jinping", but "Xi, J." and "J. Xi" as any other
        return Node([*_with_particle(ctx, name, parts), *([" ", *_part(ctx, parts.given, given)] if given else [])])
    if inverted:
        return _inverted(ctx, name, options, parts, given)
    kids: list[Node | str] = []
    family_kids = _family_kids(ctx, name, parts)
    if given:
        kids.append(Node(_part(ctx, parts.given, given)))
    kids.append(Node(family_kids, prefix=parts.family.prefix, suffix=parts.family.suffix))
    joint = "" if given.endswith(("-",)) else " "
    return Node(kids, delim=joint)


def _decorated(ctx: Context, formatting: Formatting, text: str) -> Node:
    return Node(rich(ctx, text, formatting.text_case), decor=formatting.decor)


def _part(ctx: Context, formatting: Formatting, text: str) -> list[Node | str]:
    return [formatting.wrap(rich(ctx, text, formatting.text_case))] if text else []


def _spaced(nodes: list[tuple[str, Node]]) -> list[Node | str]:
    """Nodes with a space between, none after an apostrophe or a hyphen."""
    out: list[Node | str] = []
    before = ""
    for text, node in nodes:
        if before and not before.endswith(_CLOSE):
            out.append(" ")
        out.append(node)
        before = text
    return out


def _with_particle(ctx: Context, name: Name, parts: PartFormats) -> list[Node | str]:
    """Non-dropping particle and family name, each in the decorations of the family name."""
    family = _decorated(ctx, parts.family, name.family)
    if not name.non_dropping:
        return [family]
    particle = _decorated(ctx, parts.family, name.non_dropping)
    if ctx.locale.lang[:2] == "fr" and not name.non_dropping.endswith(_CLOSE):
        return [particle, "\u00a0", family]
    return _spaced([(name.non_dropping, particle), (name.family, family)])


def _family_kids(ctx: Context, name: Name, parts: PartFormats) -> list[Node | str]:
    """Dropping particle, non-dropping particle, family name, suffix."""
    kids: list[Node | str] = []
    if name.dropping:
        kids.extend(rich(ctx, name.dropping))
        if not name.dropping.endswith(_CLOSE):
            kids.append(" ")
    kids.extend(_with_particle(ctx, name, parts))
    if name.suffix:
        kids.append(", " if name.comma_suffix else " ")
        kids.extend(rich(ctx, name.suffix))
    return kids


def _inverted(ctx: Context, name: Name, options: NameOptions, parts: PartFormats, given: str) -> Node:
    demoted = options.demote == "display-and-sort"
    family = [_decorated(ctx, parts.family, name.family)] if demoted else _with_particle(ctx, name, parts)
    trailing: list[tuple[str, Node]] = []
    if given:
        trailing.append((given, _decorated(ctx, parts.given, given)))
    if name.dropping:
        trailing.append((name.dropping, _decorated(ctx, parts.given, name.dropping)))
    if demoted and name.non_dropping:
        trailing.append((name.non_dropping, _decorated(ctx, parts.family, name.non_dropping)))
    kids: list[Node | str] = [Node([*family], prefix=parts.family.prefix, suffix=parts.family.suffix)]
    if trailing:
        kids.append(Node(_spaced(trailing), prefix=parts.given.prefix, suffix=parts.given.suffix))
    node = Node(kids, delim=options.sort_separator)
    if name.suffix:
        separator = options.sort_separator if trailing or name.comma_suffix else " "
        return Node([node, *rich(ctx, name.suffix)], delim=separator)
    return node


def _sort_key(name: Name, options: NameOptions, level: int) -> Node:
    demoted = options.demote != "never"
    family = _letters(name.family if demoted else _join(name.non_dropping, name.family)).lstrip("'’[(\"“‘")
    if options.form == "short" and not level:
        return Node([_join(family)])
    given = _letters(_given(name, options, level))
    rest = _join(name.dropping, name.non_dropping if demoted else "")
    return Node([" ".join(part for part in (family, rest, given, name.suffix) if part)])
