"""`cs:choose` and its conditions."""

from __future__ import annotations

from collections.abc import Callable

from quotecli.csl.context import FIRST, IBID, IBID_WITH_LOCATOR, SUBSEQUENT, Context
from quotecli.csl.numbers import is_numeric, is_roman
from quotecli.csl.output.nodes import Node
from quotecli.csl.xmltree import Element

from .base import Renderer
from .text import number_value

__all__ = ["Choose"]

Test = Callable[[Context], bool]
_MATCHES: dict[str, Callable[[list[bool]], bool]] = {
    "all": all,
    "any": any,
    "none": lambda results: not any(results),
    "nand": lambda results: not all(results),
}


def _types(values: str) -> Test:
    """One of several types will do, whatever `match` says of the other conditions: no item has two."""
    wanted = frozenset(values.split())
    return lambda ctx: ctx.item.type in wanted


def _variable(value: str) -> Test:
    if value in {"locator", "citation-number", "first-reference-note-number"}:
        return lambda ctx: bool(number_value(ctx, value))
    if value == "year-suffix":
        return lambda ctx: bool(ctx.year_suffix)
    return lambda ctx: ctx.item.has(value)


def _numeric(value: str) -> Test:
    def test(ctx: Context) -> bool:
        if value in ctx.item.dates:
            return ctx.item.dates[value].start is not None
        number = number_value(ctx, value)
        return is_numeric(number) or (value == "locator" and is_roman(number))

    return test


def _uncertain(value: str) -> Test:
    return lambda ctx: bool((date := ctx.item.dates.get(value)) and date.circa)


def _locator(value: str) -> Test:
    return lambda ctx: (
        bool(ctx.cite.locator) and (ctx.cite.label or "page").replace(" ", "-") == value.replace(" ", "-")
    )


def _position(value: str) -> Test:
    def test(ctx: Context) -> bool:
        if ctx.area == "bibliography":
            return False
        if value == "first":
            return ctx.position == FIRST
        if value == "ibid":
            return ctx.position in (IBID, IBID_WITH_LOCATOR)
        if value == "ibid-with-locator":
            return ctx.position == IBID_WITH_LOCATOR
        if value == "near-note":
            return ctx.position >= SUBSEQUENT and ctx.cite.near_note
        if value == "far-note":
            return ctx.position >= SUBSEQUENT and not ctx.cite.near_note
        return value == "subsequent" and ctx.position >= SUBSEQUENT

    return test


def _disambiguate(value: str) -> Test:
    wanted = value == "true"

    def test(ctx: Context) -> bool:
        if ctx.area == "bibliography":
            return (ctx.config.extra > 0) is wanted
        ctx.extra_tests += 1
        if ctx.config.extra > ctx.extra_used:
            ctx.extra_used += 1
            return wanted
        return not wanted

    return test


_TESTS: dict[str, Callable[[str], Test]] = {
    "variable": _variable,
    "is-numeric": _numeric,
    "is-uncertain-date": _uncertain,
    "locator": _locator,
    "position": _position,
    "disambiguate": _disambiguate,
}


class Branch:
    """`cs:if`, `cs:else-if` or `cs:else`."""

    __slots__ = ("children", "match", "tests")

    def __init__(self, element: Element, children: list[Renderer]) -> None:
        self.match = _MATCHES.get(element.get("match", "all"), all)
        self.tests = [
            make(value) for name, make in _TESTS.items() if name in element.attrs for value in element.get(name).split()
        ]
        if "type" in element.attrs:
            self.tests.insert(0, _types(element.get("type")))
        self.children = children

    def holds(self, ctx: Context) -> bool:
        return not self.tests or self.match([test(ctx) for test in self.tests])


class Choose:
    """`cs:choose`: the children of the first branch that holds render as if they stood here."""

    __slots__ = ("branches",)

    def __init__(self, branches: list[Branch]) -> None:
        self.branches = branches

    def render(self, ctx: Context, out: list[Node | str]) -> None:
        ctx.spend()
        for branch in self.branches:
            if branch.holds(ctx):
                for child in branch.children:
                    child.render(ctx, out)
                return
