"""Locators written with their label: "fol. 12" is a folio, whatever the cite's label says."""

from __future__ import annotations

import re

__all__ = ["before_labels", "labelled_part", "split_label"]

_LABELS = {
    "art.": "article",
    "bk.": "book",
    "ch.": "chapter",
    "chap.": "chapter",
    "cl.": "clause",
    "col.": "column",
    "cols.": "column",
    "fig.": "figure",
    "figs.": "figure",
    "fol.": "folio",
    "fols.": "folio",
    "l.": "line",
    "ll.": "line",
    "n.": "note",
    "nn.": "note",
    "no.": "issue",
    "nos.": "issue",
    "op.": "opus",
    "p.": "page",
    "para.": "paragraph",
    "paras.": "paragraph",
    "pp.": "page",
    "pt.": "part",
    "pts.": "part",
    "r.": "rule",
    "s.v.": "sub-verbo",
    "sec.": "section",
    "secs.": "section",
    "tit.": "title-locator",
    "v.": "verse",
    "vol.": "volume",
    "vols.": "volume",
    "vv.": "verse",
}
_LABELLED = re.compile(r"([a-z.]+\.)\s*(?=[\w§])")
_PART = re.compile(r"(?P<before>[^,]+), (?P<label>[a-z.]+\.) (?P<number>\d[\w–-]*)")
_EMBEDDED = re.compile(r",\s*[a-z]+\.\s.*$")


def split_label(locator: str, label: str) -> tuple[str, str]:
    """(locator without its label, label): only a locator labelled "page" is looked into."""
    if label != "page":
        return locator, label
    match = _LABELLED.match(locator)
    found = _LABELS.get(match[1]) if match else None
    return (locator[match.end() :], found) if match and found else (locator, label)


def before_labels(locator: str) -> str:
    """The part of a locator before a label inside it: "367-368" of "367-368, fig. 333"."""
    return _EMBEDDED.sub("", locator)


def labelled_part(number: str) -> tuple[str, str, str] | None:
    """("7", "page", "3-8") of a number with a label inside it, "7, p. 3-8"; None for any other."""
    match = _PART.fullmatch(number)
    label = _LABELS.get(match["label"]) if match else None
    return (match["before"], label, match["number"]) if match and label else None
