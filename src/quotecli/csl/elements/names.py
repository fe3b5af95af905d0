"""`cs:names`: whole lists of names with et al., labels and substitution."""

from __future__ import annotations

import re

from quotecli.csl.context import FIRST, Context
from quotecli.csl.datamodel import Name
from quotecli.csl.output.nodes import Node, delimiter
from quotecli.csl.xmltree import Element

from .base import Formatting, Renderer, rich
from .person import NameOptions, PartFormats, render_person

__all__ = ["Names"]

_CJK = re.compile(r"[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]")


def _int(value: str | None, default: int) -> int:
    return int(value) if value is not None and value.isascii() and value.isdigit() and len(value) < 6 else default


class NameLabel:
    """`cs:label` inside names."""

    __slots__ = ("first", "form", "format", "plural")

    def __init__(self, element: Element, *, first: bool) -> None:
        self.format = Formatting(element)
        self.form = element.get("form", "long")
        self.plural = element.get("plural", "contextual")
        #: stands before the names
        self.first = first

    def render(self, ctx: Context, variable: str, count: int) -> Node | None:
        plural = self.plural == "always" or (self.plural == "contextual" and count > 1)
        text = ctx.locale.term(variable, self.form, plural=plural)
        if not text:
            return None
        return self.format.wrap(rich(ctx, text, self.format.text_case, term=True), mark="label")


class Names:
    """`cs:names`."""

    __slots__ = (
        "_options",
        "delimiter",
        "et_al",
        "et_al_term",
        "format",
        "label",
        "name",
        "name_format",
        "parts",
        "substitute",
        "variables",
    )

    def __init__(self, element: Element, substitute: list[Renderer], parent: Names | None) -> None:
        self.format = Formatting(element)
        self.variables = element.get("variable").split()
        self.substitute = substitute
        self._options: dict[tuple[str, bool, bool], NameOptions] = {}
        own = any(child.tag in {"name", "label", "et-al"} for child in element.children)
        # CSL 1.0.2, "Substitute": names without children of their own take those of the names they stand in for
        source = None if own else parent
        name, label, et_al = element.find("name"), element.find("label"), element.find("et-al")
        self.name: dict[str, str] = source.name if source else name.attrs if name is not None else {}
        #: decorations and affixes on `cs:name` hold for each list of names
        self.name_format: Formatting = source.name_format if source else Formatting(name)
        self.parts: PartFormats = source.parts if source else PartFormats(name)
        self.et_al: Formatting = source.et_al if source else Formatting(et_al)
        self.et_al_term: str = source.et_al_term if source else et_al.get("term", "et-al") if et_al else "et-al"
        self.label: NameLabel | None = source.label if source else _label(element, label)
        self.delimiter: str | None = element.attrs.get("delimiter") or (source.delimiter if source else None)

    # -- options ---------------------------------------------------------------------------------------------------

    def options(self, ctx: Context) -> NameOptions:
        subsequent = ctx.area == "citation" and ctx.position != FIRST and not ctx.sorting
        key = (ctx.area, subsequent, ctx.sorting)
        if ctx.sorting and any(ctx.key_names):
            return self._build(ctx, subsequent)
        found = self._options.get(key)
        if found is None:
            found = self._options[key] = self._build(ctx, subsequent)
        return found

    def _build(self, ctx: Context, subsequent: bool) -> NameOptions:
        attrs = dict(ctx.style.name_attrs(ctx.area))
        if "name-form" in attrs:
            attrs["form"] = attrs.pop("name-form")
        delimiter = attrs.pop("name-delimiter", None)
        if delimiter is not None:
            attrs["delimiter"] = delimiter
        attrs.update(self.name)
        options = NameOptions()
        options.and_ = attrs.get("and", "")
        options.delimiter = attrs.get("delimiter", ", ")
        options.precedes_et_al = attrs.get("delimiter-precedes-et-al", "contextual")
        options.precedes_last = attrs.get("delimiter-precedes-last", "contextual")
        least, first = attrs.get("et-al-min"), attrs.get("et-al-use-first")
        if subsequent:
            least = attrs.get("et-al-subsequent-min", least)
            first = attrs.get("et-al-subsequent-use-first", first)
        use_last = attrs.get("et-al-use-last")
        if ctx.sorting:
            least, first, use_last = (
                own or given for own, given in zip(ctx.key_names, (least, first, use_last), strict=True)
            )
        options.et_al_min = _int(least, 0) if first is not None else 0
        options.et_al_use_first = _int(first, 1)
        options.et_al_use_last = use_last == "true"
        options.form = attrs.get("form", "long")
        options.initialize = attrs.get("initialize", "true") != "false"
        options.initialize_with = attrs.get("initialize-with")
        options.hyphens = ctx.style.initialize_with_hyphen
        options.sort_order = "all" if ctx.sorting else attrs.get("name-as-sort-order", "")
        options.sort_separator = attrs.get("sort-separator", ", ")
        options.demote = ctx.style.demote
        return options

    # -- rendering -------------------------------------------------------------------------------------------------

    def render(self, ctx: Context, out: list[Node | str]) -> None:
        ctx.spend()
        ctx.called = True
        sets = self._sets(ctx)
        if not sets:
            self._substitute(ctx, out)
            return
        ctx.ok = True
        if ctx.substituted is not None:
            ctx.substituted.update(self.variables)
        options = self.options(ctx)
        if options.form == "count":
            self._count(ctx, sets, options, out)
            return
        if self._suppressed_author(ctx):
            out.append(Node([], mark="suppressed"))
            return
        kids: list[Node | str] = []
        for term, names in sets:
            kids.append(self._nameset(ctx, term, names, options))
        ctx.started = True
        delimiter = self.delimiter
        if delimiter is None:
            delimiter = ctx.style.name_attrs(ctx.area).get("names-delimiter", "")
        node = self.format.wrap(kids, delimiter, mark="names")
        out.append(node)

    def _suppressed_author(self, ctx: Context) -> bool:
        """Whether these are the names that a cite with `suppress-author` leaves out: the first, wherever they stand."""
        first = ctx.first_names = ctx.first_names or self.variables[0]
        wanted = ctx.cite.suppress_author and ctx.area == "citation" and not ctx.sorting
        return wanted and first == self.variables[0]

    def _sets(self, ctx: Context) -> list[tuple[str, tuple[Name, ...]]]:
        """(term for the label, names) for each variable that has names."""
        names = ctx.item.names
        done = ctx.suppressed | ctx.substituted if ctx.substituted else ctx.suppressed
        sets = [(v, names[v]) for v in self.variables if v in names and v not in done]
        both = len(sets) == 2 and {v for v, _ in sets} == {"editor", "translator"} and sets[0][1] == sets[1][1]
        if both and ctx.locale.term("editortranslator", self.label.form if self.label else "long"):
            return [("editortranslator", sets[0][1])]
        return sets

    def _substitute(self, ctx: Context, out: list[Node | str]) -> None:
        for child in self.substitute:
            outer = ctx.substituted
            ctx.substituted = set()
            before = len(out)
            started = ctx.started
            child.render(ctx, out)
            used, ctx.substituted = ctx.substituted, outer
            if len(out) > before:
                ctx.suppressed = ctx.suppressed | used
                if outer is not None:
                    outer.update(used)
                ctx.ok = True
                fresh = out[before:]
                del out[before:]
                if self._suppressed_author(ctx):
                    fresh = [Node([], mark="suppressed")]
                wrapped = self.format.wrap(fresh, mark="substitute" if not _has_names(fresh) else "names-substitute")
                out.append(wrapped)
                return
            ctx.started = started

    def _shown(self, ctx: Context, names: tuple[Name, ...], options: NameOptions, index: int) -> int:
        """How many names are shown before et al.; all of them when it is the number of names."""
        total = len(names)
        if not options.et_al_min or total < options.et_al_min or options.et_al_use_first >= total:
            return total
        shown = options.et_al_use_first
        told_by_last = ctx.area == "bibliography" and options.et_al_use_last
        if index < len(ctx.config.names) and not told_by_last:
            shown = max(shown, ctx.config.names[index])
        return min(shown, total)

    def _level(self, ctx: Context, name: Name, nameset: int, index: int) -> int:
        level = 0
        if ctx.given_level is not None and not ctx.sorting:
            level = ctx.given_level(name, index)
        givens = ctx.config.givens
        if nameset < len(givens) and index < len(givens[nameset]):
            level = max(level, givens[nameset][index])
        return level

    def _count(
        self, ctx: Context, sets: list[tuple[str, tuple[Name, ...]]], options: NameOptions, out: list[Node | str]
    ) -> None:
        total = sum(self._shown(ctx, names, options, 99) for _, names in sets)
        if total:
            out.append(self.format.wrap([str(total)], mark="count"))

    def _nameset(self, ctx: Context, term: str, names: tuple[Name, ...], options: NameOptions) -> Node:
        index = ctx.namesets
        ctx.namesets += 1
        shown = self._shown(ctx, names, options, index)
        ctx.name_shapes.append((names, shown))
        persons: list[Node] = []
        inverted_last = False
        for position, name in enumerate(names[:shown]):
            inverted = options.sort_order == "all" or (options.sort_order == "first" and position == 0)
            level = self._level(ctx, name, index, position)
            persons.append(render_person(ctx, name, options, self.parts, inverted=inverted, level=level))
            inverted_last = inverted and not name.is_literal
        if not self.name_format.plain:  # it is the format of each name, not of what stands between them
            persons = [self.name_format.wrap([person]) for person in persons]
        node = self._list(ctx, persons, names, options, inverted_last)
        if shown < len(names):
            node = Node([node], decor=self.name_format.decor)
        node.mark = "nameset"
        label = self.label.render(ctx, term, len(names)) if self.label and not ctx.sorting else None
        if label is None:
            return node
        kids: list[Node | str] = [label, node] if self.label and self.label.first else [node, label]
        return Node(kids)

    def _list(
        self, ctx: Context, persons: list[Node], names: tuple[Name, ...], options: NameOptions, inverted_last: bool
    ) -> Node:
        kids: list[Node | str] = []
        truncated = len(persons) < len(names)
        if ctx.sorting:
            if truncated and options.et_al_use_last:
                persons = [*persons, render_person(ctx, names[-1], options, self.parts, inverted=True, level=0)]
            for person in persons:
                kids += [person, "  "]
            return Node(kids[:-1])
        last = len(persons) - 1
        for position, person in enumerate(persons):
            if position:
                if position == last and not truncated:
                    kids.append(self._before_last(ctx, names, options, last))
                else:
                    kids.append(delimiter(options.delimiter))
            kids.append(person)
        if truncated and kids:
            self._et_al(ctx, kids, names, options, inverted_last)
        return Node(kids)

    def _before_last(self, ctx: Context, names: tuple[Name, ...], options: NameOptions, last: int) -> Node:
        """What stands between the last name and the one before it."""
        term = ""
        if options.and_ == "text":
            term = ctx.locale.text("and")
        elif options.and_ == "symbol":
            term = ctx.locale.ampersand
        if not term:
            return delimiter(options.delimiter)
        if _CJK.match(term):
            return delimiter(term)  # 和 stands between two names as a comma does in Chinese, without blanks
        inverted = options.sort_order == "all" or (options.sort_order == "first" and last == 1)
        rule = options.precedes_last
        precedes = (
            rule == "always"
            or (rule == "contextual" and last > 1)
            or (rule == "after-inverted-name" and inverted and not names[last - 1].is_literal)
        )
        if last == 1 and names[1].is_literal:
            precedes = False  # two names the second of which is a body: citeproc-js sets no comma between them
        if term.endswith("\u2008"):
            return delimiter(term)  # a term that carries its own space: Hebrew "and" is a prefix of the name
        space = "" if options.delimiter.endswith((" ", "\u00a0")) else " "
        return delimiter((options.delimiter + space if precedes else " ") + term + " ")

    def _et_al(
        self, ctx: Context, kids: list[Node | str], names: tuple[Name, ...], options: NameOptions, inverted_last: bool
    ) -> None:
        shown = (len(kids) + 1) // 2
        if options.et_al_use_last and shown + 1 < len(names):
            level = self._level(ctx, names[-1], ctx.namesets - 1, len(names) - 1)
            person = render_person(
                ctx, names[-1], options, self.parts, inverted=options.sort_order == "all", level=level
            )
            kids += [delimiter(options.delimiter + "… "), person]
            return
        text = ctx.locale.text(self.et_al_term)
        if not text:
            return
        rule = options.precedes_et_al
        precedes = (
            rule == "always"
            or (rule == "contextual" and shown > 1)
            or (rule == "after-inverted-name" and inverted_last)
        )
        if precedes:
            kids.append(delimiter(options.delimiter))
        elif not _CJK.match(text):
            kids.append(delimiter(" "))
        kids.append(self.et_al.wrap(rich(ctx, text, self.et_al.text_case), mark="et-al"))


def _label(element: Element, label: Element | None) -> NameLabel | None:
    if label is None:
        return None
    tags = [child.tag for child in element.children]
    return NameLabel(label, first="name" in tags and tags.index("label") < tags.index("name"))


def _has_names(nodes: list[Node | str]) -> bool:
    return any(isinstance(n, Node) and (n.mark == "names" or _has_names(n.kids)) for n in nodes)
