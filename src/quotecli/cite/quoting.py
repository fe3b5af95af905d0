"""Citations of quotations: references, in-text citations, notes, and quotations set with their citation."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Literal, Protocol

from quotecli.cite.entries import Entry, gather
from quotecli.cite.fitted import fitted
from quotecli.cite.items import Item
from quotecli.cite.nameless import with_names
from quotecli.cite.outputs import OUTPUTS
from quotecli.cite.paragraphs import cite_paragraphs
from quotecli.cite.rules import Rules, rules_of, said_once
from quotecli.cite.secondary import affixes, reported_speaker
from quotecli.cite.setting import set_quotation
from quotecli.cite.short_titles import with_short_titles
from quotecli.cite.source import Cited, locator
from quotecli.cite.works import work_of

As = Literal["reference", "in-text", "note", "quote"]
Cite = dict[str, str]

_LISTED_AS = "webpage"
"""The type of what a style prints no entry for: all styles list web pages."""
_COMMA_BEFORE_HANDLE = re.compile(r",(?= \\?\[\\?@)")
_RETRIEVED = re.compile(r"(?<=[.?!] )[^\W\d_]{1,20} (?=<?https?://)")
"""APA's "Retrieved" without the date that belongs to it: APA.csl writes it for all that is undated (APA 7, 9.16)."""
_BARE_DATE = re.compile(r",(?= \((?:[A-Z][a-z]{2,4}\.? (?:\d{1,2}, )?)?\d{4}\))")
"""A comma before a date in brackets: Bluebook's file writes it where no site stands between."""
_SUPRA = re.compile(r"(\bsupra\b\S{0,5} note \d+) (?=at )")
"""Where Bluebook has a comma (21, 4.2) and its file none: `supra note 1, at 5`."""
_MENDED = (("apa", _RETRIEVED, ""), ("bluebook", _BARE_DATE, ""), ("bluebook", _SUPRA, r"\1, "))
_HANDLE = re.compile(r" \\?\[\\?@(?:\\(?!\])|[^\]\\])*\\?\]")


class Processor(Protocol):
    """What a citation processor must be able to do; `quotecli.csl.CitationProcessor` is one."""

    @property
    def style_class(self) -> str:
        """`note` or `in-text`."""
        ...

    @property
    def locale(self) -> str:
        """The language tag in force."""
        ...

    @property
    def citation_format(self) -> str:
        """`numeric`, `author-date` …, or "" where the style doesn't say."""
        ...

    def term(self, name: str) -> str:
        """Return the language's short word for a locator (`para.`), or ""."""
        ...

    def cite(self, clusters: Sequence[Sequence[Mapping[str, Any]]], output: str = "text") -> list[str]:
        """Return one citation for each cluster of CSL cites, in document order."""
        ...

    @property
    def has_bibliography(self) -> bool:
        """Whether the style makes a list of works at all."""
        ...

    @property
    def bibliography_ids(self) -> list[str]:
        """The ids of the items that the references are of, in the same order."""
        ...

    def bibliography(self, output: str = "text") -> list[str]:
        """Return the references in the style's order."""
        ...


Render = Callable[[list[Item]], Processor]
"""Makes a processor of one style and locale for these items."""


def cite_quotes(
    cited: Iterable[Cited],
    render: Render,
    *,
    as_: As = "reference",
    style: str = "",
    output: str = "text",
    tell: Callable[[str], object] = str,
) -> list[str]:
    """Cite quotations, or documents as a whole.

    Args:
        cited: in the order in which they are to be cited.
        render: makes the processor; it is called once, with an item for each document.
        as_: `reference` gives one entry a document, in the style's order; the others one string for each of `cited`,
            as if they stood in one text in this order: a note style's later notes are short. `in-text` and `note` are
            the citation that the style's class has. `quote` needs a quotation and cites what has none.
        style: the CSL id, by which the style's rules for quotations are known (`apa`).
        output: `text`, `html`, `markdown`, `rtf` or `terminal`; all text is escaped for it.
        tell: is told of sources that the style's list of works has no form for.
    """
    wanted = list(cited)
    by_source, places = gather(wanted, once=said_once(style))
    items = [fitted(entry.item, style, work_of(entry.source).kind) for entry in by_source]
    items = with_short_titles(items, style)
    processor = render(items)
    if (named := with_names(processor, items)) != items:
        items, processor = named, render(named)
    if as_ == "reference":
        return _mended(_references(processor, items, render, output, tell), style)
    rules = rules_of(style, processor.locale)
    placed = [(by_source[place], one) for place, one in zip(places, wanted, strict=True)]
    citations = _mended(_citations(processor, placed, rules, output), style)
    if as_ != "quote":
        return citations
    is_note = processor.style_class == "note"
    return [
        set_quotation(one.quote.text, citation, rules, output, number if is_note else None) if one.quote else citation
        for number, ((_, one), citation) in enumerate(zip(placed, citations, strict=True), start=1)
    ]


def cite_items(
    items: list[Item],
    render: Render,
    *,
    as_: As = "reference",
    output: str = "text",
    tell: Callable[[str], object] = str,
) -> list[str]:
    """Cite any CSL items: `reference` as a list of works, `in-text` and `note` one citation each."""
    processor = render(items)
    keys = [str(item["id"]) for item in items]
    if as_ == "reference":
        return _references(processor, items, render, output, tell)
    return processor.cite([[{"id": key}] for key in keys], output=output)


def _mended(citations: list[str], style: str) -> list[str]:
    """Return the citations as a style's manual has them where its file writes something else."""
    for prefix, unwanted, wanted in _MENDED:
        if style.startswith(prefix):
            citations = [unwanted.sub(wanted, one) for one in citations]
    return citations


def _references(
    processor: Processor, items: list[Item], render: Render, output: str, tell: Callable[[str], object]
) -> list[str]:
    """Return the bibliography; styles without one (Bluebook) give full notes.

    A style may leave kinds of sources out of it, as Chicago's notes do with posts and interviews: they are cited in
    notes alone. A list of works that was asked for has them nevertheless, in the form of web pages.
    """
    keys = [str(item["id"]) for item in items]
    listed = frozenset(processor.bibliography_ids)
    left_out = [key for key in keys if key not in listed]
    if left_out and processor.has_bibliography:
        processor = render([item if item["id"] in listed else item | {"type": _LISTED_AS} for item in items])
        told = "1 source is" if len(left_out) == 1 else f"{len(left_out)} sources are"
        tell(f"{told} of a kind that this style cites in notes only; listed in the form of a web page")
    found = processor.bibliography(output=output)
    again = frozenset(processor.bibliography_ids)
    rest = [[{"id": key}] for key in keys if key not in again]
    found += processor.cite(rest, output=output) if rest else []
    return [_COMMA_BEFORE_HANDLE.sub("", reference) for reference in found]


def _citations(processor: Processor, placed: list[tuple[Entry, Cited]], rules: Rules, output: str) -> list[str]:
    if not placed:
        return []
    speakers = [reported_speaker(entry, one, rules.both) for entry, one in placed]
    numeric = _is_numeric(processor, placed[0][0])
    clusters = []
    for (entry, one), speaker in zip(placed, speakers, strict=True):
        cite: Cite = {"id": entry.key} | ({} if numeric else affixes(speaker, rules))
        place = locator(one)
        if place and not (place.label == "paragraph" and rules.paragraph is None):
            cite |= {"locator": place.value, "label": place.label}
        clusters.append([cite])
    word = rules.paragraph or processor.term("paragraph")
    citations = cite_paragraphs(lambda given: processor.cite(given, output=output), clusters, word)
    if numeric:  # the number stands for the document: who spoke is said before it
        return [
            _numbered(OUTPUTS[output].escape(f"{speaker}, {rules.phrase}"), citation) if speaker else citation
            for speaker, citation in zip(speakers, citations, strict=True)
        ]
    if processor.style_class == "note":
        return [_COMMA_BEFORE_HANDLE.sub("", citation) for citation in citations]
    return [_HANDLE.sub("", citation) for citation in citations]  # APA 7, 10.15: handles are for the reference


def _numbered(lead: str, number: str) -> str:
    """Return `(Rob Kardashian, quoted in [1])`; a number without square brackets is led by "ref."."""
    if number.lstrip("\\").startswith("["):  # Markdown has a backslash before it
        return f"({lead} {number})"
    bare = number[1:-1] if number.startswith("(") and number.endswith(")") else number
    return f"({lead} ref. {bare})"


def _is_numeric(processor: Processor, entry: Entry) -> bool:
    if processor.citation_format not in ("numeric", ""):
        return False
    return not any(char.isalpha() for char in processor.cite([[{"id": entry.key}]])[0])
