"""Output formats: what is text stays text in each of them."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.csl.samples import cite, item, style
from tests.growth import assert_linear

from quotecli.csl import CitationProcessor
from quotecli.csl.items import read_items
from quotecli.csl.richtext import TAG

STYLED = style('<text variable="title" font-style="italic"/><text variable="genre" prefix=" " font-weight="bold"/>')


@pytest.mark.parametrize(
    ("output", "expected"),
    [
        ("text", "A & <b> B"),
        ("html", "<i>A &#38; &#60;b&#62;</i> <b>B</b>"),
        ("markdown", "*A \\& \\<b\\>* **B**"),
        ("rtf", "{\\i{}A & <b>} {\\b{}B}"),
        ("terminal", "\x1b[3mA & <b>\x1b[0m \x1b[1mB\x1b[0m"),
    ],
)
def test_each_format_escapes_its_own_specials(output: str, expected: str) -> None:
    assert cite(STYLED, item(title="A & <b>", genre="B"), output=output) == expected


def test_markdown_keeps_titles_from_being_markup() -> None:
    plain = style('<text variable="title"/>')
    for title in (
        "*a* _b_ [c](d) `e`",
        "# head",
        "1. one",
        "- dash",
        "> quote",
        "a\\b",
        "<script>",
        "~x~ ^y^",
        "$z$ @w",
    ):
        text = cite(plain, item(title=title), output="markdown")
        assert re.sub(r"\\(.)", r"\1", text) == title
        assert not re.search(r"(?<!\\)(?:\\\\)*[*_`\[\]<>~^$@#]", text)
        assert not re.match(r"(?:[-+>#]|\d+[.)])\s", text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("https://a.example/b_c?d=1&e=2~f#g", "<https://a.example/b_c?d=1&e=2~f#g>"),
        ("See https://a.example/b_(c)_d, a_b.", "See <https://a.example/b_(c)_d>, a\\_b."),
        ("(https://a.example/b_c)", "(<https://a.example/b_c>)"),
        ("<https://a.example/b_c>", "\\<<https://a.example/b_c>\\>"),
        ("no https:// address_at all", "no https:// address\\_at all"),
    ],
)
def test_web_addresses_are_links_in_markdown(text: str, expected: str) -> None:
    """GitHub links bare ones too, but with the backslashes of their escapes."""
    assert cite(style('<text variable="note"/>'), item(note=text), output="markdown") == expected


def test_rtf_escapes_unicode_and_control_words() -> None:
    plain = style('<text variable="title"/>')
    assert (
        cite(plain, item(title="é {x} \\par 😀"), output="rtf")
        == "\\uc0\\u233{} \\{x\\} \\\\par \\uc0\\u-10179{}\\uc0\\u-8704{}"
    )


def test_terminal_text_carries_no_escapes_of_its_own() -> None:
    text = cite(style('<text variable="title"/>'), item(title="a\x1b[31mred\x07\u202eb\x9b"), output="terminal")
    assert text == "a[31mredb"


def test_runs_are_for_other_printers() -> None:
    processor = CitationProcessor(STYLED, [item(title="A", genre="B")])
    assert processor.cite_runs([[{"id": "i"}]]) == [
        [("A", frozenset({"italic"})), (" ", frozenset()), ("B", frozenset({"bold"}))]
    ]
    assert CitationProcessor("apa", [item(title="A")]).bibliography_runs()


def test_superscript_letters() -> None:
    plain = style('<text variable="title"/>')
    assert cite(plain, item(title="Nᵒ 3"), output="html") == "N<sup>o</sup> 3"
    assert cite(plain, item(title="Nᵒ 3")) == "No 3"


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from("family given literal date-parts raw season suffix circa".split()), inner, max_size=3
        )
    ),
    max_leaves=6,
)
FIELDS = st.sampled_from(
    "id type title author editor issued accessed page volume note language URL container-title edition number".split()
)
TEXT = st.text(st.sampled_from("aB .,:;!?\"'“”‘’«»<>/ibsup&\\*_{}[]()-–é毛\u200f\x00\x1b\n\t"), max_size=60)
FULL = style(
    '<group delimiter=", "><names variable="author editor" delimiter="; ">'
    '<name initialize-with=". " et-al-min="3" et-al-use-first="1"/>'
    '<label prefix=" "/></names><text variable="title" text-case="title" quotes="true"/>'
    '<text variable="container-title" text-case="sentence" '
    'font-style="italic"/><date variable="issued" form="text"/>'
    '<number variable="edition" form="ordinal"/><text variable="page"/>'
    '<text variable="note" text-case="capitalize-all"/></group>',
    citation='disambiguate-add-names="true" disambiguate-add-givenname="true" collapse="year"',
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.dictionaries(FIELDS, JSON, max_size=6) | JSON, max_size=4))
@pytest.mark.slow
def test_any_json_degrades(items: list[Any]) -> None:
    processor = CitationProcessor(FULL, items)
    clusters = [[{"id": one} for one in read_items(items)]]
    for output in ("text", "html", "markdown", "rtf", "terminal"):
        assert len(processor.cite(clusters, output)) == 1


@settings(max_examples=100, deadline=None)
@given(TEXT, TEXT)
def test_any_text_renders_escaped(title: str, name: str) -> None:
    one = item(title=title, note=title, container_title=name, author=[{"family": name, "given": title}])
    html = cite(FULL, one, output="html")
    assert not re.search(r"<(?!/?(?:i|b|sup|sub|span)\b)|&(?!#\d+;)", html)
    assert html.count("<i>") == html.count("</i>")
    rtf = cite(FULL, one, output="rtf")
    assert rtf.isascii()
    bare = re.sub(r"\\[\\{}]", "", rtf)
    assert bare.count("{") == bare.count("}")


@settings(max_examples=200, deadline=None)
@given(TEXT)
def test_text_without_markup_keeps_its_letters(title: str) -> None:
    shown = cite(style('<text value="-"/><text variable="title"/>'), item(title=title))
    if not TAG.search(title):
        assert [char for char in shown if char.isalnum()] == [char for char in title if char.isalnum()]


@pytest.mark.slow
def test_floods_of_marks_end_soon() -> None:
    for mark in ('"', "'", "“", "<i>", "(“", "'\"", "«"):
        assert cite(FULL, item(title=mark * 8_000, author=[{"family": mark * 2_000, "given": "x"}]))


def test_fields_of_megabytes_end_soon() -> None:
    title = 'x "y" <i>z</i> ' * 100_000
    assert (
        len(cite(FULL, item(title=title, note=title, page=title, author=[{"family": title, "given": title}])))
        > 1_000_000
    )


def test_a_title_of_one_long_word_takes_time_by_its_length() -> None:
    assert_linear(lambda title: CitationProcessor("mla", item(title=title)).bibliography(), "x".__mul__, 2_000)


def test_items_and_cites_of_the_wrong_shape() -> None:
    plain = style('<text variable="title"/>')
    assert CitationProcessor(plain, item(title="T")).bibliography() == []
    assert CitationProcessor(plain, item(title="T")).cite([{"id": "i"}, [], [None, {"id": "i"}]]) == ["T", "", "T"]  # type: ignore[list-item]
    shapes: list[Any] = [None, 3, "text", [None, 3, "x", []]]
    for nothing in shapes:
        assert CitationProcessor(plain, nothing).cite([]) == []
    numbered = CitationProcessor(plain, [{"id": 7, "title": 12.0}, {"title": True}])
    assert numbered.cite([[{"id": 7}], [{"id": "2"}]]) == ["12", "[NO_PRINTED_FORM]"]


def _all_fields(text: str) -> list[str]:
    one = item(title=text, note=text, page=text, edition=text, author=[{"family": text, "given": text}])
    cites = [[{"id": "i", "locator": text, "prefix": text, "suffix": text}]]
    return CitationProcessor(FULL, [one]).cite(cites)


@pytest.mark.parametrize("mark", [" ", "{:a:", "1", "1-", "a ", ": ", "' "])
def test_fields_of_one_mark_again_and_again_take_time_by_their_length(mark: str) -> None:
    assert_linear(_all_fields, lambda number: f"x{mark * number}y", 1_000)


def test_in_plain_text_raised_letters_are_letters_and_raised_digits_and_signs_stay() -> None:
    one = style('<text variable="title"/><number variable="edition" form="ordinal" prefix=", "/>')
    work = item(title="40 m² for Tarn™ owners", edition="2")
    assert cite(one, work, locale="fr-FR") == "40 m² for Tarn™ owners, 2e"
    assert "m<sup>2</sup> for Tarn<sup>TM</sup>" in cite(one, work, locale="fr-FR", output="html")


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Notes on <i>The pier</i>: <b>Now</b>", "*Notes on* The pier: ***Now***"),
        ("(Re)<i>making</i>, again", "*(Re*)making, *again*"),
        ("Tea:tea: at 1:02:03", "*Tea\\:tea: at 1:02:03*"),
    ],
)
def test_emphasis_in_markdown_holds_beside_words_and_punctuation(title: str, expected: str) -> None:
    made = cite(style('<text variable="title" font-style="italic"/>'), item(title=title), output="markdown")
    assert made == expected
