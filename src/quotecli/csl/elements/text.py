"""`cs:text`, `cs:number` and `cs:label`."""

from __future__ import annotations

from quotecli.csl.context import Context
from quotecli.csl.locators import before_labels, labelled_part
from quotecli.csl.numbers import format_numbers, is_multiple, is_numeric, page_ranges
from quotecli.csl.output.nodes import Node
from quotecli.csl.richtext import strip_markup
from quotecli.csl.textcase import apply_case
from quotecli.csl.variables import NUMBERS
from quotecli.csl.xmltree import Element

from .base import Formatting, rich

__all__ = ["Label", "Number", "Term", "Value", "Variable", "number_value"]

_VERBATIM = frozenset({"URL", "DOI", "PMID", "PMCID", "ISBN", "ISSN"})
_ITALIC = ("font-style", "italic")
_SHORT = {"title": "title-short", "container-title": "container-title-short"}


def number_value(ctx: Context, variable: str) -> str:
    """The value of a number variable, those of the cite among them."""
    if variable == "locator":
        return ctx.cite.locator
    if variable == "citation-number":
        return str(ctx.citation_number) if ctx.citation_number else ""
    if variable == "first-reference-note-number":
        first = ctx.cite.first_note  # a cite later in the same note does not point to it
        return str(first) if first and ctx.position and first != ctx.cite.note else ""
    return ctx.item.text.get(variable, "")


def _is_docket(ctx: Context, variable: str) -> bool:
    """Tell a court's docket number, which is no range: No. 70-18."""
    return variable == "number" and ctx.item.type == "legal_case"


def _is_upright(text: str) -> bool:
    """Tell text in a script that has no italics: Chinese, Japanese or Korean characters and no other letters."""
    letters = [char for char in strip_markup(text) if char.isalpha()]
    return bool(letters) and all("\u3040" <= char <= "\u9fff" or "\uac00" <= char <= "\ud7af" for char in letters)


def _note(ctx: Context, variable: str, value: str) -> None:
    """Book-keeping for groups and substitution: the variable was called, and had a value or not."""
    ctx.called = True
    if value:
        ctx.ok = True
        if ctx.substituted is not None:
            ctx.substituted.add(variable)


class Variable:
    """`cs:text` with `variable`."""

    __slots__ = ("form", "format", "name")

    def __init__(self, element: Element) -> None:
        self.format = Formatting(element)
        self.name = element.get("variable")
        self.form = element.get("form", "long")

    def render(self, ctx: Context, out: list[Node | str]) -> None:
        ctx.spend()
        name = self.name
        if name == "year-suffix":
            self._year_suffix(ctx, out)
            return
        value = "" if ctx.is_said(name) else self._value(ctx)
        _note(ctx, name, value)
        if not value:
            return
        ctx.started = True
        if name in _VERBATIM:
            out.append(self.format.wrap([value], mark=name))
            return
        node = self.format.wrap(rich(ctx, value, self.format.text_case), mark=name)
        if node.decor and _is_upright(value):
            node.decor = tuple(pair for pair in node.decor if pair != _ITALIC)
        out.append(node)

    def _value(self, ctx: Context) -> str:
        name, text = self.name, ctx.item.text
        if name == "citation-label":
            label = text.get(name, "") or ctx.trigraph
            return label + ctx.year_suffix if label else ""
        if name in {"page", "locator"}:
            value = text.get("page", "") if name == "page" else ctx.cite.locator
            if name == "locator" and ctx.cite.label not in {"page", ""}:
                return page_ranges(value, "", ctx.locale)
            return _with_and(ctx, page_ranges(value, ctx.style.page_range_format, ctx.locale))
        if name in NUMBERS:
            value = number_value(ctx, name)
            is_range = _plain_range(value) and not _is_docket(ctx, name)
            return format_numbers(value, "numeric", "", ctx.locale) if is_range else value
        short = _SHORT.get(name)
        value = text.get(name, "")
        if short and self.form == "short":
            value = text.get(short, "") or value
        if self.form == "short":
            value = abbreviated(ctx, name, value)
        return value

    def _year_suffix(self, ctx: Context, out: list[Node | str]) -> None:
        # an absent suffix is no empty variable: "(n.d.)" must not vanish with it
        if ctx.year_suffix and not ctx.year_suffix_used:
            ctx.called = ctx.ok = True
            ctx.year_suffix_used = True
            out.append(self.format.wrap([ctx.year_suffix], mark="year-suffix"))


def _plain_range(value: str) -> bool:
    return is_numeric(value) and not value.isdigit()


def abbreviated(ctx: Context, variable: str, value: str) -> str:
    """The abbreviation given for a title or a place, if any."""
    if not ctx.abbreviations:
        return value
    category = "title" if variable in {"title", "title-short"} else variable
    table = ctx.abbreviations.get(category) or ctx.abbreviations.get(
        "container-title" if category == "collection-title" else ""
    )
    return (table or {}).get(value, value)


def _with_and(ctx: Context, value: str) -> str:
    if " and " in value:
        value = value.replace(" and ", f" {ctx.locale.text('and') or 'and'} ")
    if " & " in value:
        value = value.replace(" & ", f" {ctx.locale.ampersand} ")
    return value


class Term:
    """`cs:text` with `term`."""

    __slots__ = ("form", "format", "name", "plural")

    def __init__(self, element: Element) -> None:
        self.format = Formatting(element)
        self.name = element.get("term")
        self.form = element.get("form", "long")
        self.plural = element.get("plural") == "true"

    def render(self, ctx: Context, out: list[Node | str]) -> None:
        ctx.spend()
        if ctx.substituted is not None and "term:" + self.name in ctx.suppressed:
            return
        text = ctx.locale.term(self.name, self.form, plural=self.plural)
        if not text:
            if text == "" and ctx.substituted is not None:
                out.append(Node([]))  # a term set to nothing still ends a substitution
            return
        case = self.format.text_case
        if not ctx.started and not case and ctx.style.is_note and ctx.area == "citation":
            case = "capitalize-first"
        ctx.started = True
        node = self.format.wrap(rich(ctx, text, case, term=True), mark="term")
        if (
            self.name == "no date"
            and ctx.year_suffix
            and not ctx.style.has_year_suffix
            and not ctx.year_suffix_used
            and not ctx.sorting
        ):
            ctx.year_suffix_used = True
            node.kids.append(Node([ctx.year_suffix], prefix="-", mark="year-suffix"))
        out.append(node)


class Value:
    """`cs:text` with `value`."""

    __slots__ = ("format", "text")

    def __init__(self, element: Element) -> None:
        self.format = Formatting(element)
        self.text = element.get("value")

    def render(self, ctx: Context, out: list[Node | str]) -> None:
        ctx.spend()
        if self.text:
            ctx.started = True
            out.append(self.format.wrap(rich(ctx, self.text, self.format.text_case), mark="value"))


class Number:
    """`cs:number`."""

    __slots__ = ("form", "format", "name")

    def __init__(self, element: Element) -> None:
        self.format = Formatting(element)
        self.name = element.get("variable")
        self.form = element.get("form", "numeric")

    def render(self, ctx: Context, out: list[Node | str]) -> None:
        ctx.spend()
        value = "" if ctx.is_said(self.name) else number_value(ctx, self.name)
        _note(ctx, self.name, value)
        if not value:
            return
        if self.name in {"page", "locator"}:
            value = page_ranges(value, ctx.style.page_range_format, ctx.locale)
        if part := labelled_part(value):
            before, label, number = part
            word = ctx.locale.term(label, "short", plural=is_multiple(number)) or label
            value = f"{self._formatted(ctx, before)}, {word} {format_numbers(number, 'numeric', '', ctx.locale)}"
        else:
            value = self._formatted(ctx, value)
        ctx.started = True
        if self.format.text_case:
            value = apply_case(value, self.format.text_case, language=ctx.lang, locale=ctx.locale.lang)
        out.append(self.format.wrap([value], mark=self.name))

    def _formatted(self, ctx: Context, value: str) -> str:
        if not is_numeric(value) or _is_docket(ctx, self.name):
            return value
        return format_numbers(value, self.form, ctx.locale.gender(self.name), ctx.locale)


class Label:
    """`cs:label` outside of names."""

    __slots__ = ("form", "format", "name", "plural")

    def __init__(self, element: Element) -> None:
        self.format = Formatting(element)
        self.name = element.get("variable")
        self.form = element.get("form", "long")
        self.plural = element.get("plural", "contextual")

    def render(self, ctx: Context, out: list[Node | str]) -> None:
        ctx.spend()
        value = number_value(ctx, self.name)
        ctx.called = True
        if not value:
            return
        term = self.name
        if term == "locator":
            term = ctx.cite.label or "page"
        plural = self.plural == "always" or (self.plural == "contextual" and self._multiple(ctx, value))
        text = ctx.locale.term(term, self.form, plural=plural) or ""
        if not text:
            return
        ctx.started = True
        out.append(self.format.wrap(rich(ctx, text, self.format.text_case, term=True), mark="label"))

    def _multiple(self, ctx: Context, value: str) -> bool:
        if _is_docket(ctx, self.name):
            return False
        if self.name in {"number-of-pages", "number-of-volumes"}:
            return value.strip() not in {"1", "0", ""} if value.strip().isdigit() else is_multiple(value)
        return is_multiple(before_labels(value), ("and", "&", ctx.locale.text("and"), ctx.locale.text("and", "symbol")))
