"""Titles and words come back from the exports letter by letter, as strict little readers read them."""

from __future__ import annotations

import csv
import io
import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable
from typing import Any

import bibtexparser
import pytest
import rispy  # type: ignore[import-untyped]
import yaml
from hypothesis import HealthCheck, Phase, given, settings
from tests.cite import samples
from tests.cite.test_outputs import HOSTILE

from quotecli.cite import EXPORTERS, Cited, Source
from quotecli.cite.entries import entries
from quotecli.cite.text import clean, one_line
from quotecli.core.dates import PartialDate

UNHURRIED = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
_COMMANDS = {
    "textbackslash": "\\", "textasciitilde": "~", "textasciicircum": "^", "textbraceleft": "{", "textbraceright": "}"
}  # fmt: skip
_LATEX = re.compile(r"\\(?P<command>[a-z]+)\{\}|\\(?P<escaped>[{}%$#&_])|(?P<group>[{}])|(?P<plain>[^\\%$#&_~^{}])")


def from_latex(text: str) -> str:
    """Return what LaTeX prints of a field: no command but of characters, no special one that isn't escaped."""
    shown, place = "", 0
    while place < len(text):
        found = _LATEX.match(text, place)
        assert found, text[place : place + 20]
        place = found.end()
        shown += _COMMANDS[found["command"]] if found["command"] else found["escaped"] or found["plain"] or ""
    return shown


def in_bibtex(text: str, field: str = "annote") -> list[tuple[str, str]]:
    library = bibtexparser.parse_string(text)  # type: ignore[attr-defined]
    found = [{name: str(one.value) for name, one in entry.fields_dict.items()} for entry in library.entries]
    return [(from_latex(one["title"]), from_latex(one.get(field, ""))) for one in found]


def in_ris(text: str) -> list[tuple[str, str]]:
    return [(one["title"], "\n".join(one.get("notes", []))) for one in rispy.loads(text)]


def in_endnote(text: str) -> list[tuple[str, str]]:
    records = ET.fromstring(text).findall("./records/record")
    told = ("titles/title/style", "research-notes/style")
    return [tuple(one.findtext(path) or "" for path in told) for one in records]  # type: ignore[misc]


def in_csl(data: Any) -> list[tuple[str, str]]:
    said = [[one["text"] for one in item.get("custom", {}).get("quotations", [])] for item in data]
    return [(item["title"], one_line("\n".join(words))) for item, words in zip(data, said, strict=True)]


def in_hayagriva(text: str) -> list[tuple[str, str]]:
    def bare(value: str) -> str:
        return re.sub(r"\\([\\{}$])", r"\1", value)

    found = yaml.safe_load(text) or {}
    return [(bare(one["title"]["value"]), bare(one.get("note", ""))) for one in found.values()]


def in_csv(text: str) -> list[tuple[str, str]]:
    def bare(cell: str) -> str:
        return (
            cell[1:] if cell[:1] == "'" and (cell[1:].lstrip()[:1] in tuple("=+-@") or cell[1:2] in "\t\r\n") else cell
        )

    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    return [(bare(row["title"]), one_line(bare(row["text"]))) for row in rows]


READERS: dict[str, Callable[[str], list[tuple[str, str]]]] = {
    "biblatex": lambda text: in_bibtex(text, "annotation"),
    "bibtex": in_bibtex,
    "csl-json": lambda text: in_csl(json.loads(text)),
    "csl-yaml": lambda text: in_csl(yaml.safe_load(text)["references"]),
    "csv": in_csv,
    "endnote": in_endnote,
    "hayagriva": in_hayagriva,
    "ris": in_ris,
}


def comes_back(one: Cited) -> None:
    """Hold title and words of a quotation against what each reader finds."""
    (entry,) = entries([one])
    title, words = entry.item["title"], one_line(clean(one.quote.text)) if one.quote else ""
    for name, read in READERS.items():
        (found,) = read(EXPORTERS[name].export([one]))
        assert found[0] == title, name
        assert words in found[1], name


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text[:12]))
def test_hostile_titles_and_words_come_back(text: str) -> None:
    source = Source(
        "a.txt", text, (text[:80],), outlet=text, published=PartialDate(2021, 3, 3), url=f"https://a.example/{text}"
    )
    comes_back(samples.cited(source, text, text[:80]))


@settings(UNHURRIED, max_examples=25, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(samples.quotations())
def test_any_title_and_any_words_come_back(one: Cited) -> None:
    comes_back(one)


@pytest.mark.slow
@settings(UNHURRIED, max_examples=800, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(samples.quotations())
def test_any_title_and_any_words_come_back_at_length(one: Cited) -> None:
    comes_back(one)
