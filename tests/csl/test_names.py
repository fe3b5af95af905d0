"""Names: et al., and, order, particles, initials, labels, substitution."""

from __future__ import annotations

from typing import Any

import pytest
from tests.csl.samples import bibliography, cite, date, item, people, style

from quotecli.csl import CitationProcessor

TWO, THREE = people("Ann Ash", "Ben Bay"), people("Ann Ash", "Ben Bay", "Cy Cox")


def names(attrs: str = "", inside: str = "", authors: list[dict[str, str]] | None = None, **options: Any) -> str:
    layout = f'<names variable="author"><name {attrs}/>{inside}</names>'
    return cite(style(layout, **options), item(author=THREE if authors is None else authors))


@pytest.mark.parametrize(
    ("attrs", "expected"),
    [
        ("", "Ann Ash, Ben Bay, Cy Cox"),
        ('and="text"', "Ann Ash, Ben Bay, and Cy Cox"),
        ('and="symbol" delimiter-precedes-last="never"', "Ann Ash, Ben Bay & Cy Cox"),
        ('delimiter="; " and="text"', "Ann Ash; Ben Bay; and Cy Cox"),
        ('form="short"', "Ash, Bay, Cox"),
        ('form="count"', "3"),
        ('name-as-sort-order="first" and="text"', "Ash, Ann, Ben Bay, and Cy Cox"),
        ('name-as-sort-order="all" sort-separator=" "', "Ash Ann, Bay Ben, Cox Cy"),
        ('initialize-with=". "', "A. Ash, B. Bay, C. Cox"),
        ('et-al-min="3" et-al-use-first="1"', "Ann Ash et al."),
        ('et-al-min="3" et-al-use-first="2"', "Ann Ash, Ben Bay, et al."),
        ('et-al-min="4" et-al-use-first="1"', "Ann Ash, Ben Bay, Cy Cox"),
        ('et-al-min="3" et-al-use-first="1" et-al-use-last="true"', "Ann Ash, … Cy Cox"),
        ('et-al-min="3" et-al-use-first="1" delimiter-precedes-et-al="always"', "Ann Ash, et al."),
    ],
)
def test_lists_of_names(attrs: str, expected: str) -> None:
    assert names(attrs) == expected


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("always", "Ash, Ann, and Ben Bay"),
        ("never", "Ash, Ann and Ben Bay"),
        ("after-inverted-name", "Ash, Ann, and Ben Bay"),
    ],
)
def test_delimiter_before_the_last_of_two(rule: str, expected: str) -> None:
    assert names(f'and="text" name-as-sort-order="first" delimiter-precedes-last="{rule}"', authors=TWO) == expected


def test_options_are_inherited_from_style_and_citation() -> None:
    layout = '<names variable="author"/>'
    one = style(
        layout, attrs='and="symbol" name-form="short"', citation='name-delimiter=" / " delimiter-precedes-last="always"'
    )
    assert cite(one, item(author=THREE)) == "Ash / Bay / & Cox"


def test_et_al_term_can_be_another_and_be_formatted() -> None:
    layout = (
        '<names variable="author"><name et-al-min="2" et-al-use-first="1"/>'
        '<et-al term="and others" font-style="italic"/></names>'
    )
    assert cite(style(layout), item(author=TWO), output="html") == "Ann Ash <i>and others</i>"


@pytest.mark.parametrize(
    ("given", "attrs", "expected"),
    [
        ("Jean-Luc Marie", 'initialize-with=". "', "J.-L. M. Doe"),
        ("Jean-Luc", 'initialize-with=""', "J-L Doe"),
        ("Guo-ping", 'initialize-with="."', "G. Doe"),
        ("J.R.R.", 'initialize-with=". "', "J. R. R. Doe"),
        ("Anna M.", 'initialize-with=". " initialize="false"', "Anna M. Doe"),
        ("Charles de Bois", 'initialize-with="."', "C. de B. Doe"),
    ],
)
def test_initials(given: str, attrs: str, expected: str) -> None:
    assert names(attrs, authors=[{"family": "Doe", "given": given}]) == expected


def test_initials_without_hyphens() -> None:
    author = [{"family": "Doe", "given": "Jean-Luc"}]
    one = style('<names variable="author"><name initialize-with="."/></names>', attrs='initialize-with-hyphen="false"')
    assert cite(one, item(author=author)) == "J.L. Doe"


GOGH = {"given": "Vincent", "family": "Gogh", "non-dropping-particle": "van"}
FONTAINE = {"given": "Jean", "family": "Fontaine", "dropping-particle": "de", "non-dropping-particle": "La"}


@pytest.mark.parametrize(
    ("demote", "attrs", "expected"),
    [
        ("never", "", "Vincent van Gogh; Jean de La Fontaine"),
        ("never", 'name-as-sort-order="all"', "van Gogh, Vincent; La Fontaine, Jean de"),
        ("sort-only", 'name-as-sort-order="all"', "van Gogh, Vincent; La Fontaine, Jean de"),
        ("display-and-sort", 'name-as-sort-order="all"', "Gogh, Vincent van; Fontaine, Jean de La"),
        ("display-and-sort", 'form="short"', "van Gogh; La Fontaine"),
    ],
)
def test_particles(demote: str, attrs: str, expected: str) -> None:
    layout = f'<names variable="author"><name delimiter="; " {attrs}/></names>'
    one = style(layout, attrs=f'demote-non-dropping-particle="{demote}"')
    assert cite(one, item(author=[GOGH, FONTAINE])) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ({"family": "van der Berg", "given": "Anna"}, "van der Berg, Anna"),
        ({"family": "d'Artagnan", "given": "Charles"}, "d’Artagnan, Charles"),
        ({"family": "Humboldt", "given": "Alexander von"}, "Humboldt, Alexander von"),
        ({"family": "King", "given": "Martin, Jr."}, "King, Martin, Jr."),
        ({"family": "Doe", "given": "Jo", "suffix": "III"}, "Doe, Jo, III"),
        ({"literal": "World Bank"}, "World Bank"),
        ({"family": "毛", "given": "泽东"}, "毛泽东"),
    ],
)
def test_names_with_particles_and_suffixes_inside(name: dict[str, str], expected: str) -> None:
    layout = '<names variable="author"><name name-as-sort-order="all"/></names>'
    assert cite(style(layout, attrs='demote-non-dropping-particle="never"'), item(author=[name])) == expected


def test_a_person_and_a_body_are_joined_without_a_comma() -> None:
    assert (
        names('and="text" delimiter-precedes-last="always"', authors=people("Ann Ash", "=Reuters"))
        == "Ann Ash and Reuters"
    )


def test_name_parts_are_formatted_apart() -> None:
    layout = (
        '<names variable="author"><name><name-part name="family" text-case="uppercase" font-weight="bold"/>'
        "</name></names>"
    )
    assert cite(style(layout), item(author=people("Ann Ash")), output="html") == "Ann <b>ASH</b>"


def test_labels_count_names_and_stand_where_the_style_says() -> None:
    after = '<names variable="editor"><name/><label prefix=" (" form="short" suffix=")"/></names>'
    before = '<names variable="editor"><label form="verb" suffix=" "/><name and="text"/></names>'
    assert cite(style(after), item(editor=people("Ann Ash"))) == "Ann Ash (ed.)"
    assert cite(style(after), item(editor=TWO)) == "Ann Ash, Ben Bay (eds.)"
    assert cite(style(before), item(editor=TWO)) == "edited by Ann Ash and Ben Bay"


def test_editor_and_translator_of_the_same_names_are_one() -> None:
    terms = '<locale><terms><term name="editortranslator">ed. and trans.</term></terms></locale>'
    layout = '<names variable="editor translator" delimiter="; "><name/><label prefix=", "/></names>'
    both = item(editor=people("Ann Ash"), translator=people("Ann Ash"))
    assert cite(style(layout, extra=terms), both) == "Ann Ash, ed. and trans."
    other = item(editor=people("Ann Ash"), translator=people("Ben Bay"))
    assert cite(style(layout, extra=terms), other) == "Ann Ash, editor; Ben Bay, translator"


def test_substitutes_stand_in_once() -> None:
    layout = (
        '<group delimiter=". "><names variable="author"><name form="short"/><substitute><names variable="editor"/>'
        '<text variable="title"/></substitute></names><text variable="title" prefix="T: "/></group>'
    )
    assert cite(style(layout), item(author=people("Ann Ash"), title="Tea")) == "Ash. T: Tea"
    assert cite(style(layout), item(editor=people("Ben Bay"), title="Tea")) == "Bay. T: Tea"
    assert cite(style(layout), item(title="Tea")) == "Tea"


def test_suppressed_and_lone_authors() -> None:
    layout = (
        '<group delimiter=", "><names variable="author"><name form="short"/></names>'
        '<date variable="issued" form="text" date-parts="year"/></group>'
    )
    processor = CitationProcessor(
        style(layout, layout_attrs='prefix="(" suffix=")"'), [item(author=TWO, issued=date(2020))]
    )
    cites = [{"id": "i"}], [{"id": "i", "suppress-author": True}], [{"id": "i", "author-only": True}]
    assert processor.cite(cites) == ["(Ash, Bay, 2020)", "(2020)", "Ash, Bay"]


def test_repeated_authors_are_replaced_in_the_bibliography() -> None:
    layout = '<group delimiter=". "><names variable="author"><name/></names><text variable="title"/></group>'
    works = [
        item("a", author=TWO, title="One"),
        item("b", author=TWO, title="Two"),
        item("c", author=THREE, title="Three"),
    ]
    one = style(bibliography=layout, bib='subsequent-author-substitute="———"')
    assert bibliography(one, *works) == ["Ann Ash, Ben Bay. One", "———. Two", "Ann Ash, Ben Bay, Cy Cox. Three"]
    each = style(
        bibliography=layout, bib='subsequent-author-substitute="—" subsequent-author-substitute-rule="partial-each"'
    )
    assert bibliography(each, *works) == ["Ann Ash, Ben Bay. One", "—, —. Two", "—, —, Cy Cox. Three"]


def test_lone_author_of_a_numeric_style() -> None:
    processor = CitationProcessor(style('<text variable="citation-number"/>', layout_attrs='prefix="["'), [item()])
    assert processor.cite([[{"id": "i", "author-only": True}]]) == ["Reference 1"]


@pytest.mark.parametrize(
    ("attrs", "expected"), [('initialize-with=""', "ML Roe Jr, A"), ('initialize-with=". "', "M. L. Roe Jr., A")]
)
def test_names_without_full_stops_have_none_behind_them(attrs: str, expected: str) -> None:
    author = [{"family": "Roe", "given": "Max Leo", "suffix": "Jr."}, {"literal": "A"}]
    assert names(attrs, authors=author) == expected
