"""What styles and languages ask for beyond CSL: secondary citations, block quotations, quotation marks."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from math import ceil

from quotecli.core.tables import read_table

_LINE = 85  # characters of a typed line: 12-point type, 6.5 inches
_DEFAULT_BLOCK = "40 words"


@dataclass(frozen=True, slots=True)
class Marks:
    """Quotation marks of a language.

    Attributes:
        outer: opening and closing mark, spaces within them included.
        inner: those of a quotation inside a quotation.
        stop_inside: whether a full stop stands before the closing mark, whoever wrote it.
    """

    outer: tuple[str, str]
    inner: tuple[str, str]
    stop_inside: bool


@dataclass(frozen=True, slots=True)
class Rules:
    """How one style, in one language, treats quotations.

    Attributes:
        phrase: words between the speaker and the document that reports him ("as cited in").
        place: `inside` the citation before its first name, `after` it in parentheses, or `before` it (numeric styles).
        both: word between two speakers.
        block: number of words or lines from which a quotation is set as a block.
        in_lines: whether `block` counts lines: then more than so many make a block.
        marks: the quotation marks.
        paragraph: the word before a paragraph's number where the style's file has none, "" for the language's own;
            None where paragraphs that print no number are left out (MLA).
    """

    phrase: str
    place: str
    both: str
    block: int
    in_lines: bool
    marks: Marks
    paragraph: str | None

    def is_block(self, text: str) -> bool:
        """Tell whether a quotation of this text is set as a block; one of several paragraphs always is."""
        paragraphs = [line for line in text.splitlines() if line.strip()]
        if len(paragraphs) > 1:
            return True
        if self.in_lines:
            return sum(ceil(len(line) / _LINE) for line in paragraphs) > self.block
        return len(text.split()) >= self.block


@cache
def _marks() -> dict[str, Marks]:
    rows = read_table("quotecli.cite", "marks.tsv")
    return {row[0]: Marks((row[1], row[2]), (row[3], row[4]), row[5] == "inside") for row in rows}


@cache
def _phrases() -> dict[str, tuple[str, str]]:
    return {row[0]: (row[1], row[2]) for row in read_table("quotecli.cite", "secondary.tsv")}


@cache
def _styles() -> list[list[str]]:
    # Longest first, so that a style's own row comes before its family's.
    return sorted(read_table("quotecli.cite", "style_rules.tsv"), key=lambda row: -len(row[0]))


def marks_of(locale: str) -> Marks:
    """Return the quotation marks of a BCP 47 tag: of the tag itself, else of its language, else English ones."""
    table = _marks()
    return table.get(locale) or table.get(locale.split("-", maxsplit=1)[0]) or table["en"]


def _row(style: str) -> list[str]:
    plain = [style, "", "inside", "", _DEFAULT_BLOCK, "-", "-", "-", "-"]
    return next((row for row in _styles() if style.startswith(row[0])), plain)


def home_locale(style: str) -> str | None:
    """Return the locale of a style (CSL id) whose manual has one that its file doesn't name, else None."""
    found = _row(style)[8]
    return None if found == "-" else found


def said_once(style: str) -> str:
    """Return what is left out where a body is a work's only author and its outlet too, see `cite.items.item_of`."""
    return _row(style)[7].strip("-")


def rules_of(style: str, locale: str) -> Rules:
    """Return the rules of a style (CSL id) in a language; a style without a row has its language's common ones."""
    language = locale.split("-", maxsplit=1)[0]
    _, phrase, place, both, block, marks, paragraph, *_ = _row(style)
    common_phrase, common_both = _phrases().get(language, _phrases()["en"])
    if language != "en" or not phrase:
        phrase = common_phrase
    if language != "en" or not both:
        both = both if both == "&" else common_both
    count, _, unit = block.partition(" ")
    set_in = marks_of(locale if marks == "-" else marks)
    word = None if paragraph == "left out" else paragraph.strip("-")
    return Rules(phrase, place, both, int(count), unit == "lines", set_in, word)
