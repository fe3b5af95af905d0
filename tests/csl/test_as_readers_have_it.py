"""Where styles rely on a processor to know order, persons, scripts and languages."""

from __future__ import annotations

from typing import Any

import pytest
from tests.csl.samples import bibliography, cite, date, item, people, style

from quotecli.csl import CitationProcessor

NAMED = '<names variable="author"><name form="short"/><substitute><text variable="title"/></substitute></names>'


def test_what_stands_for_the_author_is_left_out_with_him() -> None:
    layout = f'<group delimiter=", ">{NAMED}<date variable="issued" date-parts="year" form="numeric"/></group>'
    nameless = item(title="Why ferries stop at dusk", issued=date(2021))
    signed = item("signed", author=people("Ann Ash"), issued=date(2020))
    processor = CitationProcessor(style(layout), [nameless, signed])
    assert processor.cite([[{"id": one, "suppress-author": True}] for one in ("i", "signed")]) == ["2021", "2020"]


def test_a_variable_stands_in_for_names_once() -> None:
    stand_in = '<group delimiter=", "><text variable="container-title"/><text variable="container-title"/></group>'
    layout = f'<names variable="author"><substitute>{stand_in}</substitute></names>'
    assert cite(style(layout), item(container_title="The Ship Book")) == "The Ship Book"


@pytest.mark.parametrize(
    ("titles", "expected"),
    [
        (["Pier 10", "Pier 9", "Pier 100"], ["Pier 9", "Pier 10", "Pier 100"]),
        (["Harbours", "@gulls", "Ferries", "#fog"], ["Ferries", "#fog", "@gulls", "Harbours"]),
        (["Ozone", "O’Neil", "Oak"], ["Oak", "O’Neil", "Ozone"]),
        (["Sea-wall", "Sea air", "Seal"], ["Sea air", "Seal", "Sea-wall"]),
    ],
)
def test_order_of_titles(titles: list[str], expected: list[str]) -> None:
    layout = '<text variable="title"/>'
    made = style(layout, bibliography=layout, bib_sort='<sort><key variable="title"/></sort>')
    assert bibliography(made, *(item(title, title=title) for title in titles)) == expected


def test_year_suffixes_and_spans_of_one_year_dont_disturb_the_order() -> None:
    year = '<date variable="issued"><date-part name="year"/></date>'
    key = '<sort><key macro="year"/></sort>'
    made = style(
        '<group delimiter=" "><names variable="author"/><text macro="year"/></group>',
        extra=f'<macro name="year"><group>{year}<text variable="year-suffix"/></group></macro>',
        sort=key,
        bibliography='<text variable="title"/>',
        bib_sort='<sort><key variable="author"/><key variable="title"/></sort>',
        citation='disambiguate-add-year-suffix="true"',
    )
    works = [
        item("a", author=people("Jane Ash"), title="A", issued={"date-parts": [[2020, 3, 4], [2020, 3, 6]]}),
        item("b", author=people("Jane Ash"), title="B", issued=date(2020)),
        item("c", author=people("John Ash"), title="C", issued=date(2020)),
    ]
    processor = CitationProcessor(made, works)
    together = [{"id": one} for one in "cba"]
    assert processor.cite([together]) == ["Jane Ash 2020a; Jane Ash 2020b; John Ash 2020"]


def test_short_notes_of_one_author_say_which_work() -> None:
    works: list[dict[str, Any]] = [
        item("a", author=people("Al Roe"), title="Moles"),
        item("b", author=people("Al Roe"), title="Piers"),
        item("c", author=people("Bo Ek"), title="Docks"),
    ]
    processor = CitationProcessor("oscola", works, "en-GB")
    notes = processor.cite([[{"id": one}] for one in "abcabc"])
    assert notes[3:] == ["Roe, Moles (n 1).", "Roe, Piers (n 2).", "Ek (n 3)."]


def test_a_suffix_is_no_given_name_to_be_told_apart() -> None:
    posted = people("Rob Marlow")[0] | {"suffix": "[@robmarlow]"}
    works = [item("a", author=people("Rob Marlow"), issued=date(2013)), item("b", author=[posted], issued=date(2019))]
    processor = CitationProcessor("chicago-author-date", works)
    assert processor.cite([[{"id": "a"}], [{"id": "b"}]]) == ["(Marlow 2013)", "(Marlow 2019)"]


def test_a_dash_stands_for_the_same_person_only() -> None:
    layout = '<names variable="author"><name initialize-with="" name-as-sort-order="all"/></names>'
    made = style(bibliography=layout + '<text variable="title" prefix=" "/>', bib='subsequent-author-substitute="—"')
    works = [
        item("a", author=people("Jane Smith"), title="Moles"),
        item("b", author=people("John Smith"), title="Piers"),
        item("c", author=people("John Smith"), title="Docks"),
    ]
    assert bibliography(made, *works) == ["Smith, J Moles", "Smith, J Piers", "— Docks"]


@pytest.mark.parametrize(("kind", "expected"), [("legal_case", "no. 70-18 70-18"), ("report", "nos. 70–18 70–18")])
def test_a_docket_number_is_no_range(kind: str, expected: str) -> None:
    layout = '<label variable="number" form="short"/><number variable="number"/><text variable="number"/>'
    layout = f'<group delimiter=" ">{layout}</group>'
    assert cite(style(layout), item(number="70-18") | {"type": kind}) == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("海港日报", "海港日报"),
        ("みなと", "みなと"),
        ("항구 일보", "항구 일보"),
        ("海港 Daily", "<i>海港 Daily</i>"),
        ("Портовый листок", "<i>Портовый листок</i>"),
    ],
)
def test_scripts_without_italics_stay_upright(title: str, expected: str) -> None:
    made = CitationProcessor(style('<text variable="title" font-style="italic"/>'), [item(title=title)])
    assert made.cite([[{"id": "i"}]], "html") == [expected]


def test_a_body_before_a_person_is_set_off_where_the_style_always_does() -> None:
    layout = '<names variable="author"><name and="text" delimiter-precedes-last="always"/></names>'
    assert cite(style(layout), item(author=people("=Tarn Press", "Al Roe"))) == "Tarn Press, and Al Roe"
    assert cite(style(layout), item(author=people("=Tarn Press", "=Gull Board"))) == "Tarn Press and Gull Board"


@pytest.mark.parametrize(
    ("term", "form", "locale", "expected"),
    [
        ("legislation", "short", "de-DE", "Gesetz"),
        ("chapter", "symbol", "de-DE", "Kap."),
        ("version", "short", "es-ES", "versión"),
        ("chapter", "symbol", "en-GB", "c."),
    ],
)
def test_a_language_has_its_own_word_in_another_form_before_the_english_one(
    term: str, form: str, locale: str, expected: str
) -> None:
    made = CitationProcessor(style(f'<text term="{term}" form="{form}"/>'), [item(title="x")], locale)
    assert made.cite([[{"id": "i"}]]) == [expected]


def test_the_sign_for_and_is_the_same_in_languages_that_have_no_other() -> None:
    layout = '<names variable="author"><name and="symbol"/></names>'
    made = CitationProcessor(style(layout), [item(author=people("Ann Ash", "Ben Bay"))], "de-DE")
    assert made.cite([[{"id": "i"}]]) == ["Ann Ash & Ben Bay"]


@pytest.mark.parametrize(
    ("test", "holds"),
    [
        ('type="book thesis"', True),
        ('type="thesis report"', False),
        ('type="book thesis" variable="title" match="all"', True),
        ('type="book thesis" variable="publisher" match="all"', False),
        ('type="book thesis" match="none"', False),
        ('type="report thesis" match="none"', True),
    ],
)
def test_one_of_several_types_will_do(test: str, *, holds: bool) -> None:
    layout = f'<choose><if {test}><text value="yes"/></if><else><text value="no"/></else></choose>'
    assert cite(style(layout), item(title="The white pier")) == ("yes" if holds else "no")


def test_a_displayed_entry_ends_without_a_blank() -> None:
    layout = '<group display="block"><text variable="title" suffix=". "/><text variable="publisher"/></group>'
    entries = bibliography(style(bibliography=layout), item(title="Piers"), output="html")
    assert [entry.strip() for entry in entries] == ['<div class="csl-block">Piers.</div>']


def test_the_names_that_tell_cites_apart_stand_in_the_list_too() -> None:
    layout = '<names variable="author"><name form="short" et-al-min="3" et-al-use-first="1"/></names>'
    made = style(layout, bibliography=layout, citation='disambiguate-add-names="true"')
    works = [
        item("a", author=people("Ann Ash", "Ben Bay", "Cy Cox")),
        item("b", author=people("Ann Ash", "Ben Bay", "Di Day")),
        item("c", author=people("Ed Elm", "Ben Bay", "Di Day")),
    ]
    processor = CitationProcessor(made, works)
    told = ["Ash, Bay, Cox", "Ash, Bay, Day", "Elm et al."]
    assert processor.cite([[{"id": work["id"]}] for work in works]) == told
    assert processor.bibliography() == told


def test_a_list_that_ends_with_the_last_name_is_not_grown_by_what_tells_cites_apart() -> None:
    short = '<names variable="author"><name form="short" et-al-min="3" et-al-use-first="1"/></names>'
    last = '<name form="short" et-al-min="4" et-al-use-first="2" et-al-use-last="true"/>'
    made = style(
        short, bibliography=f'<names variable="author">{last}</names>', citation='disambiguate-add-names="true"'
    )
    works = [item(one, author=people("Ann Ash", "Ben Bay", "Cy Cox", f"Di {one}")) for one in ("Day", "Dew")]
    processor = CitationProcessor(made, works)
    assert processor.cite([[{"id": one}] for one in ("Day", "Dew")]) == ["Ash, Bay, Cox, Day", "Ash, Bay, Cox, Dew"]
    assert processor.bibliography() == ["Ash, Bay, … Day", "Ash, Bay, … Dew"]


def test_the_second_half_of_a_span_has_no_comma_of_its_own() -> None:
    year = '<date variable="issued"><date-part name="year"/></date>'
    month = '<date variable="issued"><date-part name="month" prefix=", "/></date>'
    assert cite(style(year + month), item(issued=date(2008, 12, end=(2009, 1)))) == "2008–2009, December–January"


@pytest.mark.parametrize(
    ("writers", "expected"),
    [
        (people("Ann Ash"), "[<i>Ash</i>]"),
        (people("Ann Ash", "Ben Bay"), "[<i>Ash</i>] and [<i>Bay</i>]"),
        (people("Ann Ash", "Ben Bay", "Cy Cox"), "[<i>Ash</i>], [<i>Bay</i>], and [<i>Cox</i>]"),
    ],
)
def test_each_name_is_formatted_and_what_joins_them_is_not(writers: list[dict[str, str]], expected: str) -> None:
    layout = (
        '<names variable="author"><name form="short" and="text" font-style="italic" prefix="[" suffix="]"/></names>'
    )
    assert cite(style(layout), item(author=writers), output="html") == expected


@pytest.mark.parametrize(
    ("style", "locator", "cited"),
    [
        ("apa", "iv", "(Ash, 2020, Chapter iv)"),
        ("apa", "IV-VI", "(Ash, 2020, Chapters IV–VI)"),
        ("apa", "Flood", "(Ash, 2020, Flood)"),
        ("chicago-author-date", "iv", "(Ash 2020, chap. iv)"),
    ],
)
def test_chapters_in_roman_numerals_are_called_chapters(style: str, locator: str, cited: str) -> None:
    book = {
        "id": "a",
        "type": "book",
        "title": "Tea",
        "author": [{"family": "Ash"}],
        "issued": {"date-parts": [[2020]]},
    }
    [given] = CitationProcessor(style, [book]).cite([[{"id": book["id"], "locator": locator, "label": "chapter"}]])
    assert given == cited


@pytest.mark.parametrize(
    ("locale", "names"), [("zh-CN", "Ann Ash, Bo Elm和Cy Oak"), ("ja-JP", "Ann Ash, Bo ElmとCy Oak")]
)
def test_and_has_no_blanks_and_no_comma_in_chinese_and_japanese(locale: str, names: str) -> None:
    layout = '<names variable="author"><name and="text" delimiter-precedes-last="always"/></names>'
    work = item(author=people("Ann Ash", "Bo Elm", "Cy Oak"))
    assert CitationProcessor(style(layout), [work], locale=locale).cite([[{"id": work["id"]}]]) == [names]
