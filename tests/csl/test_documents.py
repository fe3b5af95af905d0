"""What depends on the other cites of a document: disambiguation, collapsing, sorting, positions, numbering."""

from __future__ import annotations

from typing import Any

import pytest
from tests.csl.samples import bibliography, date, item, people, style

from quotecli.csl import CitationProcessor

SHORT = (
    '<group delimiter=" "><names variable="author"><name form="short" and="symbol" {}/></names>'
    '<date variable="issued" form="text" date-parts="year"/></group>'
)
AROUND = 'prefix="(" suffix=")" delimiter="; "'


def each(style_xml: str, *items: dict[str, Any]) -> list[str]:
    """Each item in a citation of its own."""
    processor = CitationProcessor(style_xml, items)
    return processor.cite([[{"id": one["id"]}] for one in items])


def together(style_xml: str, *items: dict[str, Any], **cite: Any) -> str:
    return CitationProcessor(style_xml, items).cite([[{"id": one["id"], **cite} for one in items]])[0]


def work(item_id: str, year: int, *names: str, **more: Any) -> dict[str, Any]:
    return item(item_id, author=people(*names), issued=date(year), **more)


ASH = [
    work("a", 2020, "Ann Ash", title="B"),
    work("b", 2020, "Ann Ash", title="A"),
    work("c", 2021, "Ann Ash", title="C"),
]


def test_year_suffixes_follow_the_bibliography() -> None:
    sort = '<sort><key variable="title"/></sort>'
    one = style(
        SHORT.format(""), citation='disambiguate-add-year-suffix="true"', bibliography=SHORT.format(""), bib_sort=sort
    )
    assert each(one, *ASH) == ["Ash 2020b", "Ash 2020a", "Ash 2021"]
    assert bibliography(one, *ASH) == ["Ash 2020a", "Ash 2020b", "Ash 2021"]


def test_year_suffix_where_the_style_places_it() -> None:
    layout = SHORT.format("") + '<text variable="year-suffix" prefix="-" font-style="italic"/>'
    one = style(layout, citation='disambiguate-add-year-suffix="true"')
    assert each(one, *ASH) == ["Ash 2020-a", "Ash 2020-b", "Ash 2021"]


def test_suffixes_beyond_z() -> None:
    one = style(SHORT.format(""), citation='disambiguate-add-year-suffix="true"')
    many = [work(f"i{n}", 2020, "Ann Ash", title=str(n)) for n in range(28)]
    assert each(one, *many)[25:] == ["Ash 2020z", "Ash 2020aa", "Ash 2020ab"]


def test_more_names_are_shown_until_the_cites_differ() -> None:
    layout = SHORT.format('et-al-min="3" et-al-use-first="1"')
    works = [
        work("a", 2020, "A Ash", "B Bay", "C Cox"),
        work("b", 2020, "A Ash", "B Bay", "D Day"),
        work("c", 2020, "E Elm", "F Fir", "G Gum"),
    ]
    assert each(style(layout), *works) == ["Ash et al. 2020", "Ash et al. 2020", "Elm et al. 2020"]
    told_apart = each(style(layout, citation='disambiguate-add-names="true"'), *works)
    assert told_apart == ["Ash, Bay, & Cox 2020", "Ash, Bay, & Day 2020", "Elm et al. 2020"]


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("by-cite", ["A. Ash & Bay 2020", "B. Ash & Bay 2020", "Cox & Ash 2021"]),
        ("all-names", ["A. Ash & Bay 2020", "B. Ash & Bay 2020", "Cox & A. Ash 2021"]),
        ("all-names-with-initials", ["A. Ash & Bay 2020", "B. Ash & Bay 2020", "Cox & A. Ash 2021"]),
        ("primary-name", ["A. Ash & Bay 2020", "B. Ash & Bay 2020", "Cox & Ash 2021"]),
        ("primary-name-with-initials", ["A. Ash & Bay 2020", "B. Ash & Bay 2020", "Cox & Ash 2021"]),
    ],
)
def test_given_names_as_the_rule_says(rule: str, expected: list[str]) -> None:
    works = [
        work("a", 2020, "Ann Ash", "Max Bay"),
        work("b", 2020, "Bob Ash", "Max Bay"),
        work("c", 2021, "Cy Cox", "Ann Ash"),
    ]
    attrs = f'disambiguate-add-givenname="true" givenname-disambiguation-rule="{rule}"'
    assert each(style(SHORT.format('initialize-with=". "'), citation=attrs), *works) == expected


def test_given_names_are_spelt_out_where_initials_are_the_same() -> None:
    works = [work("a", 2020, "Ann Ash"), work("b", 2020, "Amy Ash")]
    attrs = 'disambiguate-add-givenname="true"'
    assert each(style(SHORT.format('initialize-with="."'), citation=attrs), *works) == ["Ann Ash 2020", "Amy Ash 2020"]


def test_condition_adds_what_the_style_has_in_store() -> None:
    layout = SHORT.format("") + '<choose><if disambiguate="true"><text variable="title" prefix=" "/></if></choose>'
    assert each(style(layout), *ASH) == ["Ash 2020 B", "Ash 2020 A", "Ash 2021"]


def test_collapse_by_year_and_by_suffix() -> None:
    attrs = 'disambiguate-add-year-suffix="true" collapse="{}" year-suffix-delimiter=","'
    works = [*ASH, work("d", 2020, "Ben Bay")]
    layout = SHORT.format("")
    assert (
        together(style(layout, citation=attrs.format("year"), layout_attrs=AROUND), *works)
        == "(Ash 2020a, 2020b, 2021; Bay 2020)"
    )
    suffix = style(layout, citation=attrs.format("year-suffix"), layout_attrs=AROUND)
    assert together(suffix, *works) == "(Ash 2020a,b, 2021; Bay 2020)"
    run = [work(f"r{n}", 2020, "Ann Ash", title=str(n)) for n in range(4)]
    ranged = style(layout, citation=attrs.format("year-suffix-ranged"), layout_attrs=AROUND)
    assert together(ranged, *run) == "(Ash 2020a–d)"


def test_cites_of_one_author_are_gathered_when_sorted() -> None:
    works = [work("a", 2001, "Ann Ash"), work("b", 2002, "Ben Bay"), work("c", 2003, "Ann Ash")]
    attrs, sort = 'cite-group-delimiter=", "', '<sort><key variable="issued"/></sort>'
    assert together(style(SHORT.format(""), citation=attrs, sort=sort), *works) == "Ash 2001, Ash 2003; Bay 2002"
    assert together(style(SHORT.format(""), citation=attrs), *works) == "Ash 2001; Bay 2002; Ash 2003"


NUMERIC = style(
    '<text variable="citation-number"/>',
    citation='collapse="citation-number"',
    layout_attrs='prefix="[" suffix="]" delimiter=","',
)


def test_numbers_collapse_to_ranges_of_three_and_more() -> None:
    works = [work(name, 2000, "Ann Ash") for name in "abcdef"]
    processor = CitationProcessor(NUMERIC, works)
    cites = [[{"id": name} for name in cluster] for cluster in ("abcdef", "ab", "abcf", "a")]
    assert processor.cite(cites) == ["[1–6]", "[1,2]", "[1–3,6]", "[1]"]
    assert processor.cite([[{"id": "a"}, {"id": "b", "locator": "4"}, {"id": "c"}]]) == ["[1,2,3]"]


def test_items_are_numbered_as_they_are_cited() -> None:
    processor = CitationProcessor(NUMERIC, [work(name, 2000, "Ann Ash") for name in "abc"])
    assert processor.cite([[{"id": "c"}], [{"id": "a"}]]) == ["[1]", "[2]"]


def test_a_sorted_bibliography_numbers_by_its_order() -> None:
    one = style(
        '<text variable="citation-number"/>',
        bibliography='<text variable="citation-number"/><text variable="title" prefix=". "/>',
        bib_sort='<sort><key variable="title"/></sort>',
    )
    processor = CitationProcessor(one, ASH)
    assert processor.cite([[{"id": "a"}], [{"id": "b"}]]) == ["2", "1"]
    assert processor.bibliography() == ["1. A", "2. B", "3. C"]


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ('<key variable="issued"/>', "dacb"),
        ('<key variable="issued" sort="descending"/>', "cadb"),
        ('<key variable="author"/>', "bcda"),
        ('<key macro="year"/><key variable="title"/>', "dacb"),
        ('<key variable="volume"/>', "cadb"),
    ],
)
def test_sorting(keys: str, expected: str) -> None:
    works = [
        item("a", author=people("Zoë Zeh"), issued=date(2000, 5), title="a", volume="10"),
        item("b", author=people("ärne Ähl"), title="b"),
        item("c", author=people("Bo Bay"), issued=date(2001), title="c", volume="9"),
        item("d", author=people("Vic van Gogh"), issued=date(-50), title="d", volume="11a"),
    ]
    macro = '<macro name="year"><date variable="issued" form="text" date-parts="year"/></macro>'
    one = style(extra=macro, bibliography='<text variable="title"/>', bib_sort=f"<sort>{keys}</sort>")
    assert "".join(bibliography(one, *works)) == expected


NOTE = style(
    '<choose><if position="ibid-with-locator"><text term="ibid"/><text variable="locator" prefix=" "/>'
    '</if><else-if position="ibid"><text term="ibid"/></else-if>'
    '<else-if position="near-note"><text variable="title" prefix="near "/></else-if>'
    '<else-if position="subsequent"><text variable="title"/>'
    '<text variable="first-reference-note-number" prefix=" n. "/></else-if><else>'
    '<text variable="title" prefix="first "/></else></choose>',
    kind="note",
    citation='near-note-distance="2"',
    layout_attrs='suffix="." delimiter="; "',
)


def test_positions_in_notes() -> None:
    processor = CitationProcessor(NOTE, [item("a", title="A"), item("b", title="B")])
    notes = [["a"], ["a"], ["a 4"], ["a 4"], ["a"], ["b"], ["a"], ["b"], ["b"], ["b"], ["a"], ["a", "a"]]
    cites = [[dict(zip(("id", "locator"), one.split(), strict=False)) for one in note] for note in notes]
    assert processor.cite(cites) == [
        "First A.".replace("First", "first"),
        "Ibid.",
        "Ibid. 4.",
        "Ibid.",
        "near A.",
        "first B.",
        "near A.",
        "near B.",
        "Ibid.",
        "Ibid.",
        "A n. 1.",
        "Ibid.; ibid.",
    ]


def test_ibid_needs_a_note_with_one_work() -> None:
    processor = CitationProcessor(NOTE, [item("a", title="A"), item("b", title="B")])
    assert processor.cite([[{"id": "a"}, {"id": "b"}], [{"id": "b"}]]) == ["first A; first B.", "near B."]


def test_bibliography_options_and_alignment() -> None:
    one = style(
        bibliography='<text variable="citation-number" suffix="."/><text variable="title" prefix=" " suffix="."/>',
        bib='second-field-align="flush" hanging-indent="true" entry-spacing="0" line-spacing="2"',
    )
    processor = CitationProcessor(one, ASH[:1])
    assert processor.bibliography_options == {
        "hanging-indent": True,
        "second-field-align": "flush",
        "line-spacing": 2,
        "entry-spacing": 0,
    }
    assert processor.bibliography() == ["1. B."]
    assert processor.bibliography("html") == [
        '\n    <div class="csl-left-margin">1.</div><div class="csl-right-inline"> B.</div>\n  '
    ]


def test_style_without_bibliography() -> None:
    processor = CitationProcessor(style("<text value='x'/>", kind="note"), ASH)
    assert (processor.bibliography(), processor.has_bibliography, processor.style_class) == ([], False, "note")


def test_cite_that_prints_nothing_is_marked() -> None:
    assert each(style('<text variable="genre"/>', layout_attrs=AROUND), item()) == ["[NO_PRINTED_FORM]"]


def test_year_suffix_of_a_range_follows_its_end() -> None:
    one = style(SHORT.format(""), citation='disambiguate-add-year-suffix="true"')
    works = [item(name, author=people("Ann Ash"), issued=date(2019, end=(2021,)), title=name) for name in "ab"]
    assert each(one, *works) == ["Ash 2019–2021a", "Ash 2019–2021b"]


def test_delimiter_after_collapsed_groups_and_locators() -> None:
    attrs = 'collapse="year" after-collapse-delimiter="; "'
    one = style(
        SHORT.format("") + '<text variable="locator" prefix=", "/>', citation=attrs, layout_attrs='delimiter=", "'
    )
    works = [work("a", 2001, "Ann Ash"), work("b", 2002, "Ann Ash"), work("c", 2003, "Ben Bay")]
    processor = CitationProcessor(one, works)
    assert processor.cite([[{"id": name} for name in "abc"]]) == ["Ash 2001, 2002; Bay 2003"]
    assert processor.cite([[{"id": name, "locator": "4"} for name in "abc"]]) == ["Ash 2001, 4; 2002, 4; Bay 2003, 4"]


def test_ids_come_in_the_order_of_the_bibliography() -> None:
    one = style(bibliography='<text variable="title"/>', bib_sort='<sort><key variable="title"/></sort>')
    assert CitationProcessor(one, ASH).bibliography_ids == ["b", "a", "c"]


def test_cites_that_the_keys_leave_open_follow_the_bibliography() -> None:
    by_year = '<sort><key variable="issued"/></sort>'
    one = style(
        SHORT.format(""),
        sort=by_year,
        bibliography='<text variable="title"/>',
        bib_sort='<sort><key variable="author"/></sort>',
    )
    works = [work("b", 2020, "Ben Bay"), work("c", 2019, "Cy Cox"), work("a", 2020, "Ann Ash")]
    assert together(one, *works) == "Cox 2019; Ash 2020; Bay 2020"


def test_given_names_that_tell_cites_apart_tell_entries_apart() -> None:
    one = style(
        SHORT.format('initialize-with="."'),
        citation='disambiguate-add-givenname="true"',
        bibliography='<names variable="author"><name initialize-with="."/></names>',
    )
    works = [work("a", 2020, "Jane Ash"), work("b", 2020, "John Ash"), work("c", 2020, "Cy Cox")]
    assert each(one, *works) == ["Jane Ash 2020", "John Ash 2020", "Cox 2020"]
    assert bibliography(one, *works) == ["Jane Ash", "John Ash", "C. Cox"]


def test_a_note_that_cites_a_work_twice_is_followed_by_no_ibid_and_does_not_point_to_itself() -> None:
    layout = (
        '<choose><if position="ibid"><text value="ibid"/></if><else-if position="subsequent">'
        '<text variable="title"/><text variable="first-reference-note-number" prefix=" (n " suffix=")"/></else-if>'
        '<else><text variable="title" suffix=" first"/></else></choose>'
    )
    processor = CitationProcessor(style(layout, kind="note"), [item("a", title="A"), item("b", title="B")])
    a, b = {"id": "a"}, {"id": "b"}
    assert processor.cite([[a, a], [a], [a], [b, a, b]]) == ["A first; ibid", "A (n 1)", "ibid", "B first; A (n 1); B"]
