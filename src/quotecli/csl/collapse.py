"""Grouping and collapsing the cites of one citation (CSL 1.0.2, "Cite Grouping" and "Cite Collapsing")."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from .context import Cite, Context
from .locale import Locale
from .output.nodes import Node, has_text
from .output.nodes import delimiter as joint
from .output.render import to_string
from .style import Area

__all__ = ["Rendered", "collapses", "find_mark", "first_names", "join_cites"]


@dataclass(slots=True)
class Rendered:
    """One cite as rendered, with what collapsing looks at."""

    cite: Cite
    ctx: Context
    node: Node
    names: str = ""
    year: str = ""
    suffix: str = ""

    @property
    def bare(self) -> bool:
        """Nothing but what the style made of the item: no locator, prefix or suffix."""
        return not (self.cite.locator or self.cite.prefix or self.cite.suffix)


def find_mark(node: Node, *marks: str) -> Node | None:
    """The first node inside that stands for one of `marks`."""
    for kid in node.kids:
        if isinstance(kid, Node) and (found := kid if kid.mark in marks else find_mark(kid, *marks)):
            return found
    return None


def first_names(node: Node) -> Node | None:
    """The first names element; what stands in for it by substitution counts."""
    return find_mark(node, "names", "substitute", "names-substitute")


def _drop(node: Node, target: Node | None) -> None:
    if target is not None:
        _prune(node, target)


def _prune(node: Node, target: Node) -> bool:
    for index, kid in enumerate(node.kids):
        if kid is target:
            del node.kids[index]
            return True
        if isinstance(kid, Node) and _prune(kid, target):
            if not kid.kids:
                del node.kids[index]
            return True
    return False


def measure(rendered: Rendered, locale: Locale) -> None:
    """Read names, year and year suffix of a rendered cite."""
    names = first_names(rendered.node)
    rendered.names = to_string(Node([*names.kids], delim=names.delim), locale, "text") if names else ""
    date = find_mark(rendered.node, "date")
    suffix = find_mark(rendered.node, "year-suffix")
    rendered.suffix = rendered.ctx.year_suffix if suffix is not None else ""
    year = date if date is not None else find_mark(rendered.node, "term") if rendered.suffix else None
    if year is not None:
        letters = suffix.kids if suffix is not None else []
        if suffix is not None:
            suffix.kids = []
        rendered.year = to_string(Node([year]), locale, "text")
        if suffix is not None:
            suffix.kids = letters


def join_cites(cites: list[Rendered], area: Area, locale: Locale, *, in_text: bool) -> list[Node | str]:
    """The cites with delimiters between them, grouped and collapsed as the style's citation element says."""
    collapse = area.attrs.get("collapse", "")
    if collapse == "citation-number":
        return _numbers(cites, area)
    grouping = collapse in {"year", "year-suffix", "year-suffix-ranged"}
    if grouping or "cite-group-delimiter" in area.attrs:
        for rendered in cites:
            measure(rendered, locale)
        groups = _gathered(cites, anywhere=bool(area.keys))
        return _grouped(groups, area, collapse if grouping else "", in_text=in_text)
    return _delimited(cites, area.delimiter)


def _delimited(cites: list[Rendered], delimiter: str) -> list[Node | str]:
    out: list[Node | str] = []
    for index, rendered in enumerate(cites):
        if index:
            if not has_text(rendered.node):
                continue
            out.append(joint(_between(cites[index - 1], rendered, delimiter)))
        out.append(rendered.node)
    return out


def _between(one: Rendered, other: Rendered, delimiter: str) -> str:
    """The delimiter, unless the cites' own affixes bring a comma."""
    if other.cite.prefix.lstrip()[:1] in {",", ".", ";", ":", "!", "?"}:
        return ""
    return " " if one.cite.suffix.rstrip().endswith(",") else delimiter


# -- by name and year ----------------------------------------------------------------------------------------------


def _gathered(cites: list[Rendered], *, anywhere: bool) -> list[list[Rendered]]:
    """Cites of the same names together, at the place of the first; a prefix starts a new group.

    Cites that the style does not sort keep their order: only neighbours are taken together.
    """
    groups: list[list[Rendered]] = []
    places: dict[str, int] = {}
    for rendered in cites:
        place = places.get(rendered.names)
        if place is not None and not (anywhere and rendered.names) and place != len(groups) - 1:
            place = None
        if place is not None and not rendered.cite.prefix and not groups[place][-1].cite.suffix:
            groups[place].append(rendered)
        else:
            places[rendered.names] = len(groups)
            groups.append([rendered])
    return groups


def _grouped(groups: list[list[Rendered]], area: Area, collapse: str, *, in_text: bool) -> list[Node | str]:
    attrs = area.attrs
    after = attrs.get("after-collapse-delimiter")
    # citeproc-js sets ", " between the years of one author in the text where the style says nothing else
    within = attrs.get("cite-group-delimiter", ", " if in_text and after is None else area.delimiter)
    out: list[Node | str] = []
    before: list[Rendered] | None = None
    for group in groups:
        if before is not None:
            if not has_text(group[0].node):
                continue
            out.append(joint(_between_groups(before, group, area, collapse)))
        before = group
        if not collapse:
            out.extend(_delimited(group, within))
            continue
        for rendered in group[1:]:
            _drop(rendered.node, first_names(rendered.node))
        if collapse == "year":
            out.extend(_years(group, within, within if after is None else after))
        else:
            suffix_delimiter = attrs.get("year-suffix-delimiter", attrs.get("cite-group-delimiter", area.delimiter))
            out.extend(_suffixes(group, within, suffix_delimiter, ranged=collapse == "year-suffix-ranged"))
    return out


def _between_groups(before: list[Rendered], group: list[Rendered], area: Area, collapse: str) -> str:
    """The delimiter between two groups.

    CSL 1.0.2 has `after-collapse-delimiter` after a collapsed group; citeproc-js also after a locator, and, unless
    collapsing goes down to year suffixes, between all groups.
    """
    after = area.attrs.get("after-collapse-delimiter")
    if collapse and after is not None and (len(before) > 1 or before[-1].cite.locator or collapse != "year-suffix"):
        return _between(before[-1], group[0], after)
    return _between(before[-1], group[0], area.delimiter)


def _years(group: list[Rendered], within: str, after_locator: str) -> list[Node | str]:
    """The years of one group; after a locator the stronger delimiter."""
    out: list[Node | str] = [group[0].node]
    for one, other in pairwise(group):
        if has_text(other.node):
            out += [joint(after_locator if one.cite.locator else within), other.node]
    return out


def _suffixes(group: list[Rendered], within: str, delimiter: str, *, ranged: bool) -> list[Node | str]:
    """Cites of one group; those of the same year reduced to their year suffixes."""
    out: list[Node | str] = []
    index = 0
    while index < len(group):
        run = [group[index]]
        while index + len(run) < len(group) and _same_year(run[-1], group[index + len(run)]):
            run.append(group[index + len(run)])
        if out:
            out.append(joint(within))
        out.append(run[0].node)
        out.extend(_run_of_suffixes(run, delimiter, ranged=ranged))
        index += len(run)
    return out


def _same_year(one: Rendered, other: Rendered) -> bool:
    return bool(one.suffix and other.suffix and one.year == other.year) and not (one.cite.locator or one.cite.suffix)


def _run_of_suffixes(run: list[Rendered], delimiter: str, *, ranged: bool) -> list[Node | str]:
    out: list[Node | str] = []
    position = 1
    while position < len(run):
        end = position
        if ranged:
            while end + 1 < len(run) and run[end + 1].bare and _next(run[end], run[end + 1]):
                end += 1
            if end - position >= 1 and _next(run[position - 1], run[position]) and run[position].bare:
                out += [joint("–"), Node([run[end].suffix])]
                position = end + 1
                continue
        rendered = run[position]
        out.append(joint(delimiter))
        out.append(_only_suffix(rendered))
        position += 1
    return out


def _next(one: Rendered, other: Rendered) -> bool:
    return other.ctx.config.year_suffix == one.ctx.config.year_suffix + 1


def _only_suffix(rendered: Rendered) -> Node:
    """The cite without its year."""
    node = rendered.node
    suffix = find_mark(node, "year-suffix")
    date = find_mark(node, "date")
    if date is not None:
        _drop(node, date)
    else:
        _drop(node, find_mark(node, "term"))
    if suffix is not None and find_mark(node, "year-suffix") is None:
        node.kids.insert(0, suffix)
    return node


# -- by number -----------------------------------------------------------------------------------------------------


def _numbers(cites: list[Rendered], area: Area) -> list[Node | str]:
    """Three or more numbers in a row as a range."""
    after = area.attrs.get("after-collapse-delimiter", area.delimiter)
    out: list[Node | str] = []
    index = 0
    collapsed = False
    while index < len(cites):
        end = index
        while end + 1 < len(cites) and _consecutive(cites[end], cites[end + 1]):
            end += 1
        if out:
            out.append(joint(after if collapsed else area.delimiter))
        collapsed = end - index >= 2
        if collapsed:
            out += [cites[index].node, joint("–"), cites[end].node]
        else:
            out.extend(_delimited(cites[index : end + 1], area.delimiter))
        index = end + 1
    return out


def _consecutive(one: Rendered, other: Rendered) -> bool:
    follows = other.ctx.citation_number == one.ctx.citation_number + 1
    return follows and one.bare and other.bare and _is_number(other.node) and _is_number(one.node)


def _is_number(node: Node) -> bool:
    return find_mark(node, "citation-number") is not None


def collapses(area: Area) -> bool:
    """Whether the style groups or collapses cites at all."""
    return bool(area.attrs.get("collapse")) or "cite-group-delimiter" in area.attrs
