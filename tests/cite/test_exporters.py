"""Each export read back by an independent reader, with what is in any document: nothing in it can break the file."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from xml.etree import ElementTree as ET

import bibtexparser
import jsonschema
import markdown_it
import mwparserfromhell
import pytest
import rispy  # type: ignore[import-untyped]
import yaml
from hypothesis import HealthCheck, Phase, given, settings
from tests.cite import samples
from tests.cite.csl_schema import SCHEMA

from quotecli.cite import EXPORTERS, Cited
from quotecli.cite.entries import entries
from quotecli.cite.exporters.common import without_comma
from quotecli.cite.text import clean, one_line

UNHURRIED = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
Citations = list[Cited]


def export(name: str, cited: Citations | tuple[Cited, ...]) -> str:
    text = EXPORTERS[name].export(cited)
    text.encode("utf-8")
    return text


def quoted(cited: Citations) -> list[Cited]:
    return [one for entry in entries(cited) for one in entry.quoted]


def test_the_registry_is_sorted_and_complete() -> None:
    assert list(EXPORTERS) == sorted(
        "bibtex biblatex ris csl-json csl-yaml endnote wikipedia wikiquote hayagriva markdown html jsonld "
        "webannotation csv".split()
    )


@pytest.mark.parametrize("name", sorted(EXPORTERS))
def test_every_format_takes_nothing_and_sources_alone(name: str) -> None:
    assert isinstance(export(name, []), str)
    assert isinstance(export(name, [Cited(source) for source in samples.ALL]), str)


@pytest.mark.parametrize("name", sorted(EXPORTERS))
def test_every_format_carries_the_quotation(name: str) -> None:
    text = export(name, [samples.cited(samples.NEWS, "We stand together", "Rob Marlow")])
    assert "We stand together" in text
    assert "Rob Marlow" in text or name == "wikipedia"  # its templates have no place for a speaker
    assert "Harbour towns" in text or "https://gazette.example/storm" in text


def check_csl_json(cited: Citations) -> None:
    """It validates, ids are unique, and the words come back."""
    items = json.loads(export("csl-json", cited))
    jsonschema.validate(items, SCHEMA)
    assert len({item["id"] for item in items}) == len(items) == len(entries(cited))
    texts = [said["text"] for item in items for said in item.get("custom", {}).get("quotations", [])]
    assert texts == [clean(one.quote.text) for one in quoted(cited) if one.quote]


def check_csl_yaml(cited: Citations) -> None:
    """It says what CSL-JSON says."""
    assert yaml.safe_load(export("csl-yaml", cited))["references"] == json.loads(export("csl-json", cited))


def check_ris(cited: Citations) -> None:
    """One TY and one ER a record, a tag a line, and rispy reads all records."""
    text = export("ris", cited)
    lines = text.split("\r\n")
    assert [line[:2] for line in lines if line[:2] in ("TY", "ER")] == ["TY", "ER"] * len(entries(cited))
    assert all(line[2:6] == "  - " or not line for line in lines)
    assert not any(mark in line for line in lines for mark in "\n\r\x0b\x0c\x1c\x85\u2028\u2029")
    records = rispy.loads(text)
    assert [record["id"] for record in records] == [entry.key for entry in entries(cited)]
    notes = [note for record in records for note in record.get("notes", [])]
    assert all(any(one_line(one.quote.text) in note for note in notes) for one in quoted(cited) if one.quote)


def check_bibtex(cited: Citations, name: str = "bibtex") -> None:
    """Braces balance, keys are unique, and bibtexparser reads every entry."""
    text = export(name, cited)
    depth = 0
    for char in text:
        depth += (char == "{") - (char == "}")
        assert depth >= 0
    assert depth == 0
    library = bibtexparser.parse_string(text)  # type: ignore[attr-defined]
    assert library.failed_blocks == []
    assert [entry.key for entry in library.entries] == [entry.key for entry in entries(cited)]
    field = {"bibtex": "annote", "biblatex": "annotation"}[name]
    assert [field in entry.fields_dict for entry in library.entries] == [bool(entry.quoted) for entry in entries(cited)]


def check_endnote(cited: Citations) -> None:
    """It is well-formed XML with a record for each source."""
    root = ET.fromstring(export("endnote", cited))
    records = root.findall("./records/record")
    assert [record.findtext("label/style") for record in records] == [entry.key for entry in entries(cited)]
    for record, entry in zip(records, entries(cited), strict=True):
        notes = record.findtext("research-notes/style") or ""
        assert all(one_line(one.quote.text) in notes for one in entry.quoted if one.quote)


def _without_marks(text: str) -> str:
    """Return a text without quotation marks and blanks: inside the template's own, marks turn over."""
    return re.sub(r"[\s\"'“”„‟‘’‚‛«»‹›]", "", text)


def check_wikipedia(cited: Citations) -> None:
    """One template a quotation, of named parameters only, and the words come back."""
    text = export("wikipedia", cited)
    expected = [one for entry in entries(cited) for one in entry.quoted or (Cited(entry.source),)]
    lines = text.splitlines()
    assert len(lines) == len(expected)
    for line, one in zip(lines, expected, strict=True):
        code = mwparserfromhell.parse(line)
        (template,) = code.nodes
        assert isinstance(template, mwparserfromhell.nodes.Template)
        assert str(template.name).strip().startswith("cite ")
        assert code.filter_templates() == [template]
        assert all(param.showkey for param in template.params)
        if one.quote:
            value = mwparserfromhell.parse(str(template.get("quote").value))
            words = value.strip_code(collapse=False).strip()
            said = without_comma(one_line(one.quote.text))
            assert words == said or set(said) & set('"“”„«»')
            assert _without_marks(words) == _without_marks(said)
            assert not value.filter_wikilinks() + value.filter_comments() + value.filter_arguments()


def check_wikiquote(cited: Citations) -> None:
    """One item and one source line a quotation, no templates or links of the document’s making."""
    text = export("wikiquote", cited)
    items = [line for line in text.splitlines() if line.startswith("* ")]
    assert len(items) == sum(line.startswith("** ") for line in text.splitlines()) == len(quoted(cited))
    code = mwparserfromhell.parse(text)
    assert not code.filter_templates() + code.filter_wikilinks() + code.filter_comments() + code.filter_arguments()
    assert {str(tag.tag) for tag in code.filter_tags()} <= {"li", "br", "i", "nowiki", "b"}


def check_hayagriva(cited: Citations) -> None:
    """A mapping of keys to entries, with the words in the note."""
    data = yaml.safe_load(export("hayagriva", cited))
    assert list(data) == [entry.key for entry in entries(cited)]
    for entry in entries(cited):
        note = re.sub(r"\\([\\{}$])", r"\1", data[entry.key].get("note", ""))
        assert all(one_line(one.quote.text) in note for one in entry.quoted if one.quote)


def check_markdown(cited: Citations) -> None:
    """The words show as they stand; nothing but emphasis and links of ours."""
    parsed = markdown_it.MarkdownIt().parse(export("markdown", cited))
    quotes = [index for index, token in enumerate(parsed) if token.type == "blockquote_open"]
    kinds = {child.type for token in parsed for child in token.children or []}
    assert kinds <= {"text", "text_special", "em_open", "em_close", "link_open", "link_close", "softbreak"}
    assert len(quotes) == len(quoted(cited))
    shown = "\n".join("".join(child.content for child in token.children or []) for token in parsed)
    for one in quoted(cited):
        assert one.quote is not None
        for line in clean(without_comma(one.quote.text)).splitlines():
            assert line.strip() in shown


class Elements(HTMLParser):
    """Collects the tags, the text and the links of a page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.links: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.links += [value or "" for name, value in attrs if name in ("href", "cite")]
        assert {name for name, _ in attrs} <= {"href", "cite", "id", "datetime", "lang", "charset"}

    def handle_data(self, data: str) -> None:
        self.text += data


def check_html(cited: Citations) -> None:
    """No element, attribute or link scheme but ours, and the words show as they stand."""
    page = Elements()
    page.feed(export("html", cited))
    assert set(page.tags) <= set("html head meta title body figure blockquote p figcaption cite a time".split())
    assert page.tags.count("figure") == len(quoted(cited))
    assert {link.split(":")[0].lower() for link in page.links} <= {"http", "https"}
    for one in quoted(cited):
        assert one.quote is not None
        assert all(line.strip() in page.text for line in clean(without_comma(one.quote.text)).splitlines())


def check_csv(cited: Citations) -> None:
    """Rows are whole and no cell begins a formula."""
    rows = list(csv.reader(io.StringIO(export("csv", cited), newline="")))
    header, body = rows[0], rows[1:]
    assert len(body) == sum(len(entry.quoted) or 1 for entry in entries(cited))
    assert all(len(row) == len(header) for row in body)
    cells = [cell for row in body for cell in row]
    assert not any(cell.lstrip().startswith(("=", "+", "-", "@")) or cell[:1] in {"\t", "\r"} for cell in cells)


def check_jsonld(cited: Citations) -> None:
    """Every quotation is part of a work."""
    graph = json.loads(export("jsonld", cited))["@graph"]
    found = [node for node in graph if node["@type"] == "Quotation"]
    assert [node["text"] for node in found] == [clean(one.quote.text) for one in quoted(cited) if one.quote]
    assert all("@type" in node["isPartOf"] for node in found)


def check_webannotation(cited: Citations) -> None:
    """Each annotation selects the words, with a prefix that precedes them."""
    page = json.loads(export("webannotation", cited))
    assert page["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert len(page["items"]) == len(quoted(cited))
    for note, one in zip(page["items"], quoted(cited), strict=True):
        assert one.quote is not None
        selector = note["target"]["selector"]
        assert selector["type"] == "TextQuoteSelector"
        assert selector["exact"] == clean(one.quote.text)
        before = one.quote.context[: max(one.quote.start - one.quote.context_start, 0)]
        assert clean(before).endswith(selector.get("prefix", ""))
        assert ":" in note["target"]["source"] or one.source.url


CHECKS = {
    "biblatex": lambda cited: check_bibtex(cited, "biblatex"),
    "bibtex": check_bibtex,
    "csl-json": check_csl_json,
    "csl-yaml": check_csl_yaml,
    "csv": check_csv,
    "endnote": check_endnote,
    "hayagriva": check_hayagriva,
    "html": check_html,
    "jsonld": check_jsonld,
    "markdown": check_markdown,
    "ris": check_ris,
    "webannotation": check_webannotation,
    "wikipedia": check_wikipedia,
    "wikiquote": check_wikiquote,
}


def test_every_format_has_its_reader() -> None:
    assert list(CHECKS) == list(EXPORTERS)


@settings(UNHURRIED, max_examples=12)
@given(samples.citations)
def test_no_document_breaks_a_format(cited: Citations) -> None:
    for check in CHECKS.values():
        check(cited)


@pytest.mark.slow
@settings(UNHURRIED, max_examples=400, phases=(Phase.explicit, Phase.reuse, Phase.generate))  # shrinking takes minutes
@given(samples.citations)
def test_no_document_breaks_a_format_at_length(cited: Citations) -> None:
    for check in CHECKS.values():
        check(cited)


@pytest.mark.parametrize("name", sorted(CHECKS))
def test_every_kind_of_source_comes_back(name: str) -> None:
    CHECKS[name](list(samples.EVERYTHING))


@pytest.mark.parametrize("name", ["markdown", "html"])
def test_words_of_an_unknown_speaker_are_not_signed_by_who_wrote_the_document(name: str) -> None:
    text = export(name, (samples.cited(samples.NEWS, "We stand together."),))
    assert "— Unattributed, quoted by Jane Smith, " in text


@pytest.mark.parametrize("name", ["markdown", "wikiquote"])
def test_marks_within_a_title_in_marks_turn_over(name: str) -> None:
    source = replace(samples.NEWS, title="Storm wall “will not hold”")
    assert "“Storm wall ‘will not hold’”" in export(name, (samples.cited(source, "We stand together.", "Rob Marlow"),))


@pytest.mark.parametrize("name", ["bibtex", "ris", "wikipedia", "markdown", "csl-json"])
def test_a_title_has_no_tags(name: str) -> None:
    source = replace(samples.NEWS, title="The <b>Storm</b> wall, if a < b")
    text = export(name, (samples.cited(source, "We stand together.", "Rob Marlow"),))
    assert "<b>" not in text
    assert "Storm" in text


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("We stand together,", "We stand together"),
        ("He told us “stand together,”", "He told us “stand together”"),
        ("We stand, all of us.", "We stand, all of us."),
        ("And then …,", "And then …,"),
        (",", ","),
    ],
)
@pytest.mark.parametrize("name", ["html", "markdown", "wikipedia", "wikiquote"])
def test_words_that_stand_alone_end_without_the_comma_of_their_sentence(name: str, words: str, shown: str) -> None:
    text = export(name, (samples.cited(samples.NEWS, words, "Rob Marlow"),))
    lead, end = {
        "html": ("<p>", "</p>"),
        "markdown": ("> ", "\n"),
        "wikipedia": ("|quote=", "}}"),
        "wikiquote": ("* ", "\n"),
    }[name]
    if name == "wikipedia":  # the template has marks of its own
        shown = shown.replace("“", "‘").replace("”", "’")
    assert f"{lead}{shown}{end}" in text


@pytest.mark.parametrize("name", ["bibtex", "csl-json", "ris", "webannotation"])
def test_words_that_are_looked_for_stay_as_printed(name: str) -> None:
    assert "We stand together," in export(name, (samples.cited(samples.NEWS, "We stand together,", "Rob Marlow"),))
