"""Locales: terms, date formats and options, layered as CSL 1.0.2 "Locale Fallback" says.

Base: en-US, then the language's primary dialect, then the dialect itself; on top the `cs:locale` elements of the
style: those without a language, then those of the language, then those of the dialect.
"""

from __future__ import annotations

import json
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from .errors import StyleError
from .xmltree import Element, parse_file

__all__ = ["Locale", "Term", "available_locales", "load_locale"]

#: CSL 1.0.2, "Terms": where a form is not defined, the next one is tried.
FORM_FALLBACK = {"verb-short": "verb", "verb": "long", "symbol": "short", "short": "long"}

#: Terms renamed between CSL versions; either name finds the other.
TERM_ALIASES = {
    "no-place": "no place",
    "no-publisher": "no publisher",
    "sub verbo": "sub-verbo",
    "sub-verbo": "sub verbo",
}


class Term:
    """One term in one form."""

    __slots__ = ("gender", "match", "multiple", "single")

    def __init__(self, single: str, multiple: str, gender: str, match: str) -> None:
        self.single = single
        self.multiple = multiple
        self.gender = gender
        self.match = match


class Locale:
    """Terms, dates and options of one language as one style sees it."""

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self.terms: dict[tuple[str, str], Term] = {}
        #: en-US terms, for what another language has in no form
        self.foreign: dict[tuple[str, str], Term] = {}
        self.ordinals: dict[tuple[str, str], Term] = {}
        self.dates: dict[str, Element] = {}
        self.options: dict[str, str] = {}
        self._cache: dict[tuple[str, str, bool], str | None] = {}

    def copy(self, lang: str) -> Locale:
        other = Locale(lang)
        other.terms = dict(self.terms)
        other.foreign = self.foreign
        other.ordinals = dict(self.ordinals)
        other.dates = dict(self.dates)
        other.options = dict(self.options)
        return other

    def update(self, root: Element) -> None:
        """Lay a `cs:locale` element over what is known."""
        for child in root.children:
            if child.tag == "style-options":
                self.options.update(child.attrs)
            elif child.tag == "date":
                self.dates[child.get("form", "text")] = child
            elif child.tag == "terms":
                self._update_terms(child)

    def _update_terms(self, terms: Element) -> None:
        fresh_ordinals = False
        for node in terms.findall("term"):
            name, form = node.get("name"), node.get("form", "long")
            if not node.children and not node.text.strip(" \t\r\n"):
                single = multiple = ""
            elif node.children:
                single = next((c.text for c in node.findall("single")), "")
                multiple = next((c.text for c in node.findall("multiple")), single)
            else:
                single = multiple = node.text
            term = Term(single, multiple, node.get("gender"), node.get("match"))
            if name == "ordinal" or name.startswith("ordinal-"):
                if not fresh_ordinals:  # a set of ordinals is replaced whole
                    self.ordinals = {}
                    fresh_ordinals = True
                self.ordinals[name, node.get("gender-form")] = term
            elif node.get("gender-form"):
                self.terms[name, form + "/" + node.get("gender-form")] = term
            else:
                self.terms[name, form] = term

    def find(self, name: str, form: str = "long") -> Term | None:
        """The term in `form`, or in the form it falls back to."""
        names = (name, TERM_ALIASES[name]) if name in TERM_ALIASES else (name,)
        for terms in (self.terms, self.foreign):
            wanted: str | None = form
            while wanted:
                for one in names:
                    if (one, wanted) in terms:
                        return terms[one, wanted]
                wanted = FORM_FALLBACK.get(wanted)
        return None

    def term(self, name: str, form: str = "long", *, plural: bool = False) -> str | None:
        """The text of a term, or None when the locale doesn't define it."""
        key = (name, form, plural)
        if key in self._cache:
            return self._cache[key]
        term = self.find(name, form)
        text = None if term is None else (term.multiple if plural else term.single)
        self._cache[key] = text
        return text

    def text(self, name: str, form: str = "long") -> str:
        """The text of a term, "" when not defined."""
        return self.term(name, form) or ""

    @property
    def ampersand(self) -> str:
        """The sign for "and": "&" where the language has no other; its word is no sign."""
        term = self.terms.get(("and", "symbol"))
        return term.single if term else "&"

    @property
    def quotation_marks(self) -> tuple[str, str]:
        """The opening and closing marks of a quotation, and of one inside a quotation."""
        outer = self.text("open-quote") + self.text("close-quote")
        return outer or "“”", self.text("open-inner-quote") + self.text("close-inner-quote") or "‘’"

    def gender(self, name: str) -> str:
        """The grammatical gender of a noun term: "masculine", "feminine" or ""."""
        term = self.terms.get((name, "long"))
        return term.gender if term else ""

    def ordinal_suffix(self, number: int, gender: str) -> str:
        """CSL 1.0.2, "Ordinal Suffixes": the most specific of the terms that match wins."""
        digits = abs(number)
        for width, rule, value in (
            (0, "whole-number", digits),
            (2, "last-two-digits", digits % 100),
            (1, "last-digit", digits % 10),
        ):
            if width == 0 and digits > 99:
                continue
            for form in (gender, "") if gender else ("",):
                term = self.ordinals.get((f"ordinal-{value:02d}", form))
                if term is None or (value >= 10 and width == 1):
                    continue
                default = "last-digit" if value < 10 else "last-two-digits"
                if (term.match or default) == rule:
                    return term.single
        for form in (gender, "") if gender else ("",):
            term = self.ordinals.get(("ordinal", form))
            if term is not None:
                return term.single
        return ""

    def long_ordinal(self, number: int, gender: str) -> str | None:
        """The word for an ordinal of 1 to 10 ("first"), else None."""
        if not 1 <= number <= 10:
            return None
        name = f"long-ordinal-{number:02d}"
        term = (self.terms.get((name, "long/" + gender)) if gender else None) or self.terms.get((name, "long"))
        return term.single if term else None

    def option(self, name: str) -> bool:
        return self.options.get(name) == "true"


_AS_BRITISH = frozenset(f"en-{region}" for region in "AU BW GH GI HK IE IN JM KE MT MY NG NZ PK SG ZA ZM ZW".split())
"""English without a file of its own that sets quotations and dates as Britain does, and not as en-US."""


@lru_cache(maxsize=1)
def _folder() -> Path:
    # the package is found, never imported: its own imports (lxml) cost more than our whole start
    spec = find_spec("citeproc")
    if spec is None or not spec.submodule_search_locations:
        raise StyleError("The CSL locales are missing: pip install citeproc-py")
    return Path(next(iter(spec.submodule_search_locations))) / "data" / "locales"


@lru_cache(maxsize=1)
def _primary_dialects() -> dict[str, str]:
    try:
        table = json.loads((_folder() / "locales.json").read_text(encoding="utf-8"))
        return dict(table["primary-dialects"])
    except (OSError, ValueError, KeyError):
        return {"en": "en-US"}


def available_locales() -> list[str]:
    """The language tags for which a locale file is installed."""
    return sorted(path.stem.removeprefix("locales-") for path in _folder().glob("locales-*.xml"))


def known_locale(tag: str) -> str | None:
    """The canonical form of a tag that is installed, or whose language alone it names and is; None for others."""
    tag = _canonical(tag)
    return tag if tag in available_locales() or tag in _primary_dialects() else None


def known_language(tag: str) -> bool:
    """Whether there is a locale for a tag's language, of whatever region: "en-AU" is set as English."""
    language = _canonical(tag).partition("-")[0]
    return any(known.partition("-")[0] == language for known in available_locales())


def _canonical(tag: str) -> str:
    parts = tag.strip().replace("_", "-").split("-")
    first = parts[0].lower()
    if len(parts) == 1:
        return first
    if len(parts) > 2 and len(parts[1]) == 4:
        return "-".join((first, parts[1].title(), parts[2].upper()))
    return f"{first}-{parts[-1].upper()}"


def _file(tag: str) -> Path | None:
    if not all(part.isalnum() for part in tag.split("-")):
        return None
    path = _folder() / f"locales-{tag}.xml"
    return path if path.is_file() else None


@lru_cache(maxsize=16)
def _base(tag: str) -> Locale:
    english = Locale("en-US")
    path = _file("en-US")
    if path:
        english.update(parse_file(path))
    language = tag.split("-", maxsplit=1)[0]
    dialect = _primary_dialects().get(language, "")
    if tag == "en-US":
        return english
    locale = english.copy(tag)
    if language != "en":  # what only English defines must not leak into another language's ordinals
        locale.ordinals = {}
        locale.foreign = english.terms
        locale.terms = {}
    for name in dict.fromkeys((dialect if tag != dialect and _file(tag) is None else "", tag)):
        path = _file(name) if name else None
        if path:
            locale.update(parse_file(path))
    return locale


def load_locale(tag: str, overrides: list[Element]) -> Locale:
    """The locale for a language tag with a style's `cs:locale` elements on top; unknown tags give en-US."""
    tag = _canonical(tag or "en-US")
    language = tag.split("-")[0]
    if _file(tag) is None:
        base = _base("en-GB" if tag in _AS_BRITISH else _primary_dialects().get(language, "en-US"))
    else:
        base = _base(tag)
    locale = base.copy(tag)
    levels = {"": 0, language: 1, tag: 2}
    if tag == language:
        levels[_primary_dialects().get(language, tag)] = 2
    chosen = [(levels[lang], element) for element in overrides if (lang := _override_lang(element)) in levels]
    for _, element in sorted(chosen, key=lambda pair: pair[0]):
        locale.update(element)
    return locale


def _override_lang(element: Element) -> str:
    lang = element.get("lang")
    return _canonical(lang) if lang else ""
