"""`cs:date` and `cs:date-part`."""

from __future__ import annotations

from quotecli.csl.context import Context
from quotecli.csl.datamodel import DateParts, DateValue
from quotecli.csl.locale import Locale
from quotecli.csl.output.nodes import Node
from quotecli.csl.textcase import apply_case
from quotecli.csl.xmltree import Element

from .base import Formatting, rich

__all__ = ["Date"]

_ERA_FIRST = ("ja", "zh")
_EXCHANGED = {"紀元前": "紀元後", "紀元後": "紀元前"}
"""The Japanese locale has BC and AD the wrong way round."""
_ORDER = {"year": 0, "month": 1, "day": 2}
_PART_SETS = {
    "year": frozenset({"year"}),
    "year-month": frozenset({"year", "month"}),
    "year-month-day": frozenset({"year", "month", "day"}),
}


class DatePart:
    """One `cs:date-part`: of a style, or of a locale with the style's formatting laid over it."""

    __slots__ = ("case", "form", "format", "name", "range_delimiter")

    def __init__(self, element: Element) -> None:
        self.name = element.get("name")
        self.form = element.get("form", "long" if self.name != "day" else "numeric")
        self.format = Formatting(element)
        self.case = element.get("text-case")
        self.range_delimiter = element.get("range-delimiter")


class Date:
    """`cs:date`: localized with `form`, else with its own parts."""

    __slots__ = ("_localized", "delimiter", "element", "form", "format", "name", "part_set", "parts")

    def __init__(self, element: Element) -> None:
        self.element = element
        self.format = Formatting(element)
        self.name = element.get("variable")
        self.form = element.get("form")
        self.delimiter = element.get("delimiter")
        self.part_set = _PART_SETS.get(element.get("date-parts"), _PART_SETS["year-month-day"])
        self.parts = [DatePart(child) for child in element.findall("date-part")]
        #: the parts in the locale last used
        self._localized: tuple[Locale, list[DatePart], str] | None = None

    def render(self, ctx: Context, out: list[Node | str]) -> None:
        ctx.spend()
        ctx.called = True
        date = None if ctx.is_said(self.name) else ctx.item.dates.get(self.name)
        if date is None:
            return
        if ctx.looking and self.name == "accessed":
            return  # when a page was read tells no works apart
        if ctx.sorting:
            ctx.ok = True
            out.append(self.sort_key(date))
            return
        kids, delimiter = self._kids(ctx, date)
        if not kids:
            return
        ctx.ok = ctx.started = True
        if ctx.substituted is not None:
            ctx.substituted.add(self.name)
        node = self.format.wrap(kids, delimiter, mark="date")
        if self.format.text_case and date.literal:
            node.kids = rich(ctx, date.literal, self.format.text_case)
        out.append(node)

    def sort_key(self, date: DateValue) -> str:
        """Digits that order dates; only the parts this element would show."""
        parts, _ = (self.parts, "") if not self.form else ([], "")
        wanted = {part.name for part in parts} if parts and not self.form else self.part_set
        return date_sort_key(date, wanted)

    def _kids(self, ctx: Context, date: DateValue) -> tuple[list[Node | str], str]:
        parts, delimiter = self._resolved(ctx)
        if date.literal or date.start is None:
            if not any(part.name == "year" for part in parts):
                return [], ""  # words stand for the whole date, once: where its year would
            kids = rich(ctx, date.literal, self.format.text_case)
            self._suffix(ctx, kids)
            year = next(part for part in parts if part.name == "year")
            return [year.format.wrap(kids)] if date.literal else kids, ""
        shown = [part for part in parts if _has(date.start, part.name, date)]
        if date.open_end:
            since = [self._part(ctx, part, date.start, date) for part in shown]
            if since:
                since[-1].suffix = ""
            return ([Node([*since], delim=delimiter), "–"] if since else []), ""
        if date.end is None or date.end == date.start:
            return [self._part(ctx, part, date.start, date) for part in shown], delimiter
        return self._range(ctx, parts, date, delimiter)

    def _resolved(self, ctx: Context) -> tuple[list[DatePart], str]:
        """The parts to show in order: the locale's, where `form` asks for them."""
        if not self.form:
            return self.parts, self.delimiter
        if self._localized is None or self._localized[0] is not ctx.locale:
            self._localized = (ctx.locale, *self._localize(ctx))
        return self._localized[1:]

    def _localize(self, ctx: Context) -> tuple[list[DatePart], str]:
        source = ctx.locale.dates.get(self.form)
        if source is None:
            return self.parts, self.delimiter
        own = {child.get("name"): child for child in self.element.findall("date-part")}
        parts = []
        for child in source.findall("date-part"):
            name = child.get("name")
            if name not in self.part_set:
                continue
            merged = Element("date-part", dict(child.attrs))
            if name in own:
                # affixes of a localized date belong to the locale (CSL 1.0.2, "Localized Date Formats")
                merged.attrs.update({k: v for k, v in own[name].attrs.items() if k not in {"prefix", "suffix"}})
            parts.append(DatePart(merged))
        return parts, self.element.get("delimiter") or source.get("delimiter")

    def _range(
        self, ctx: Context, parts: list[DatePart], date: DateValue, delimiter: str
    ) -> tuple[list[Node | str], str]:
        start, end = date.start, date.end
        assert start is not None
        assert end is not None
        shown = [part for part in parts if _has(start, part.name, date) or _has(end, part.name, date)]
        level = next((i for i in range(3) if start[i] != end[i]), 3)
        repeated = [i for i, part in enumerate(shown) if _ORDER[part.name] >= level]
        if not repeated:
            return [self._part(ctx, part, start, date) for part in shown], delimiter
        first, last = repeated[0], repeated[-1] + 1
        range_delimiter = "–"
        for part in shown:
            if _ORDER[part.name] == level:
                range_delimiter = part.range_delimiter or "–"
        head = [self._part(ctx, part, start, date) for part in shown[:first]]
        from_parts = [part for part in shown[first:last] if _has(start, part.name, date)]
        to_parts = [part for part in shown[first:last] if _has(end, part.name, date)]
        left = [self._part(ctx, part, start, date, early=True) for part in from_parts]
        right = [self._part(ctx, part, end, date) for part in to_parts]
        if left:
            left[-1].suffix = ""
        if right and left:
            right[0].prefix = ""  # it joins the first half to what stands before: "(2008–2010)"
        tail = [self._part(ctx, part, end, date) for part in shown[last:]]
        middle = Node([Node([*left], delim=delimiter), range_delimiter, Node([*right], delim=delimiter)])
        return [*head, middle, *tail], delimiter

    def _part(self, ctx: Context, part: DatePart, values: DateParts, date: DateValue, *, early: bool = False) -> Node:
        """One part as a node; `early` in the first half of a range, where no year suffix belongs."""
        text = self._text(ctx, part, values, date)
        case = part.case or self.format.text_case
        if case:
            text = apply_case(text, case, language=ctx.lang, locale=ctx.locale.lang)
        if part.format.strip and part.name == "month":  # CSL 1.0.2, "Date-part"; the era of a year keeps its own
            text = text.replace(".", "")
        node = part.format.wrap([text], mark=part.name)
        node.strip = False
        if part.name == "year" and not early:
            self._suffix(ctx, node.kids)
        return node

    def _suffix(self, ctx: Context, kids: list[Node | str]) -> None:
        """The year suffix stands after the first year, unless the style places it itself."""
        if ctx.year_suffix and not ctx.year_suffix_used and not ctx.style.has_year_suffix and self.name == "issued":
            ctx.year_suffix_used = True
            kids.append(Node([ctx.year_suffix], mark="year-suffix"))

    def _text(self, ctx: Context, part: DatePart, values: DateParts, date: DateValue) -> str:
        year, month, day = values
        if part.name == "year":
            return _year(ctx, year, part.form)
        if part.name == "month":
            return _month(ctx, month, part.form) if month else date.season
        return _day(ctx, day, month, part.form)


def _has(values: DateParts, name: str, date: DateValue) -> bool:
    year, month, day = values
    if name == "month":
        return bool(month) or bool(date.season)
    return bool(year if name == "year" else day)


def _year(ctx: Context, year: int, form: str) -> str:
    if year < 1000:
        name = "bc" if year < 0 else "ad"
        return _with_era(abs(year), ctx.locale.text(name) or name.upper(), ctx.locale.lang)
    return str(year)[-2:] if form == "short" else str(year)


def _with_era(year: int, era: str, lang: str) -> str:
    """Return a year with its era, where citeproc-js writes "44年公元前" and "476apr. J.-C.".

    Chinese and Japanese have the era before the year; and most files of locales leave out the blank between.
    """
    if not era.isascii() and lang.startswith(_ERA_FIRST):
        return f"{_EXCHANGED.get(era, era) if lang.startswith('ja') else era}{year}"
    return f"{year}\u00a0{era}" if era[:1].isalnum() else f"{year}{era}"


def _month(ctx: Context, month: int, form: str) -> str:
    if month > 12:
        return ctx.locale.text(f"season-{month - 12:02d}")
    if form == "numeric":
        return str(month)
    if form == "numeric-leading-zeros":
        return f"{month:02d}"
    return ctx.locale.text(f"month-{month:02d}", "short" if form == "short" else "long")


def _day(ctx: Context, day: int, month: int, form: str) -> str:
    if form == "numeric-leading-zeros":
        return f"{day:02d}"
    if form == "ordinal" and (day == 1 or not ctx.locale.option("limit-day-ordinals-to-day-1")):
        return f"{day}{ctx.locale.ordinal_suffix(day, ctx.locale.gender(f'month-{month:02d}'))}"
    return str(day)


def date_sort_key(date: DateValue, wanted: frozenset[str] | set[str] = _PART_SETS["year-month-day"]) -> str:
    """A string that orders dates; ranges come after their start alone; years before our era first, reversed."""
    if date.start is None:
        return date.literal

    def one(parts: DateParts) -> str:
        year, month, day = parts
        month = {13: 3, 14: 6, 15: 9, 16: 12}.get(month, month)
        shown = (year, month if "month" in wanted else 0, day if "day" in wanted else 0)
        if year < 0:
            return f"A{999_999 + year:06d}{shown[1]:02d}{shown[2]:02d}"
        return f"B{year:06d}{shown[1]:02d}{shown[2]:02d}"

    start = one(date.start)
    end = one(date.end) if date.end else start
    return start if end == start else f"{start}-{end}"
