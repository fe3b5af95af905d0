"""One citation: its cites sorted, rendered, joined, and set between the layout's affixes."""

from __future__ import annotations

import re

from .collapse import Rendered, collapses, find_mark, first_names, join_cites
from .context import Cite, Context
from .engine import Engine
from .output.nodes import Node, has_text
from .richtext import parse_rich, strip_markup
from .sort import sort_ids
from .textcase import apply_case

__all__ = ["NO_PRINTED_FORM", "citation_node"]

#: What stands for a cite of which the style prints nothing (as citeproc-js has it).
NO_PRINTED_FORM = "[NO_PRINTED_FORM]"
#: ends of a prefix that need a space before the cite
_TOUCHES = re.compile(r"[\w\])’'\"”,;:.!?]")


def _affix(engine: Engine, text: str) -> Node:
    return Node(parse_rich(text, engine.locale.quotation_marks))


def _sorted(engine: Engine, cites: list[Cite]) -> list[Cite]:
    keys = engine.style.citation.keys
    if not keys or len(cites) < 2:
        return cites
    rank = {item_id: place for place, item_id in enumerate(engine.bibliography_order)}
    cites = sorted(cites, key=lambda cite: rank.get(cite.id, len(rank)))  # what the keys leave open
    names = [str(index) for index in range(len(cites))]
    values = {
        name: engine.sort_values(cite.id, engine.style.citation, "citation", cite)
        for name, cite in zip(names, cites, strict=True)
    }
    return [cites[int(name)] for name in sort_ids(names, keys, values)]


def _starts_sentence(prefix: str) -> bool:
    """Whether what follows the prefix begins a sentence: no prefix, or one of several words that ends one."""
    text = prefix.strip().rstrip("\"'”’»")
    return not text or (text[-1] in ".?!" and " " in text)


def _render(engine: Engine, cite: Cite, *, first: bool) -> Rendered:
    ctx = engine.context(cite.id, "citation", cite)
    ctx.started = not (first or cite.prefix.strip()) or not _starts_sentence(cite.prefix)
    node = engine.cite_node(ctx)
    if cite.author_only:
        node = _names_only(engine, ctx, node)
    return Rendered(cite, ctx, node)


def _names_only(engine: Engine, ctx: Context, node: Node) -> Node:
    """The names of a cite; in a numeric style, which has none, "Reference 1"."""
    found = first_names(node)
    if found is not None:
        return Node([found])
    if find_mark(node, "citation-number") is None:
        return node
    term = apply_case(engine.locale.text("reference") or "reference", "capitalize-first")
    return Node([f"{term} {ctx.citation_number}"])


def _with_affixes(engine: Engine, rendered: Rendered) -> None:
    cite, node = rendered.cite, rendered.node
    if cite.prefix:
        end = strip_markup(cite.prefix)[-1:]
        joint = " " if _TOUCHES.search(end) else ""
        node.kids.insert(0, _affix(engine, cite.prefix + joint))
    if cite.suffix:
        start = strip_markup(cite.suffix)[:1]
        joint = " " if start.isalnum() or start in "([“‘" else ""
        node.kids.append(_affix(engine, joint + cite.suffix))


def citation_node(engine: Engine, cites: list[Cite]) -> Node:
    """The whole citation as a node."""
    area = engine.style.citation
    rendered = [_render(engine, cite, first=not index) for index, cite in enumerate(_sorted(engine, cites))]
    if rendered and not has_text(rendered[0].node):
        if not any(has_text(one.node) or one.cite.prefix or one.cite.suffix for one in rendered):
            return Node([NO_PRINTED_FORM])
        rendered[0].node.kids = [NO_PRINTED_FORM]
    in_text = not engine.style.is_note
    kids = join_cites(rendered, area, engine.locale, in_text=in_text) if collapses(area) else None
    for one in rendered:
        _with_affixes(engine, one)
    if kids is None:
        kids = join_cites(rendered, area, engine.locale, in_text=in_text)
    if all(cite.author_only for cite in cites):
        return Node(kids)
    layout = area.format
    # in a citation the layout's decorations take in its affixes, as in citeproc-js
    inner = Node(kids, prefix=layout.prefix, suffix=layout.suffix)
    return Node([inner], decor=layout.decor, quotes=layout.quotes)
