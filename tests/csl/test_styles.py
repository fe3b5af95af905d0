"""Finding styles, dependent styles, untrusted XML; and every installed style."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.csl.samples import date, item, people, style

from quotecli.csl import (
    CitationProcessor,
    ItemError,
    StyleError,
    StyleNotFound,
    available_locales,
    find_style,
    short_names,
    style_names,
)
from quotecli.csl.library import load_style_xml

WORKS = [
    item(
        "n",
        type="article-newspaper",
        author=people("Ann Ash"),
        issued=date(2024, 3, 5),
        title="Is it over?",
        container_title="The Paper",
        URL="https://paper.example/1",
        accessed=date(2024, 4, 1),
    ),
    item(
        "b",
        author=people("Ben Bay", "=World Bank"),
        issued=date(1999),
        title='On "it"',
        publisher="House",
        publisher_place="Oslo",
        edition="2",
    ),
    item(
        "j",
        type="article-journal",
        author=people("Cy Cox", "Di Day", "Ed Elm", "Flo Fir"),
        issued=date(2010, 14),
        title="<i>E. coli</i> & us",
        container_title="Journal",
        volume="12",
        issue="3",
        page="321-328",
        DOI="10.1/x",
    ),
    item(
        "p",
        type="post",
        author=people("=City [@city]"),
        issued=date(2022, 9, 14),
        title="Today we start. It will take years.",
        genre="Tweet",
        URL="https://t.example/1",
    ),
    item(
        "t",
        type="broadcast",
        title="The news",
        container_title="Ten",
        publisher="BBC",
        issued=date(2024, 6, 3),
        host=people("Carla Lane"),
    ),
    item(
        "l",
        type="legal_case",
        title="Doe v. Roe",
        authority="Court",
        issued=date(1964),
        volume="376",
        container_title="U.S.",
        page="254",
    ),
    item(
        "s",
        type="speech",
        author=people("Vincent van Gogh"),
        title="Remarks",
        event_title="Assembly",
        event_place="Oslo",
        issued=date(2011, 9, 22),
    ),
    item("x", type="webpage", title="Nobody wrote this"),
]
CITES = (
    [[{"id": one["id"]}] for one in WORKS]
    + [[{"id": one["id"], "locator": "4-6", "label": "page"}] for one in WORKS]
    + [[{"id": one["id"]} for one in WORKS]]
)


def renders(name: str) -> None:
    """A style renders every work in every format, and leaves nothing unresolved."""
    processor = CitationProcessor(name, WORKS)
    for output in ("text", "html", "markdown", "rtf", "terminal"):
        cites, entries = processor.cite(CITES, output), processor.bibliography(output)
        assert len(cites) == len(CITES)
        assert all(cites), f"{name} cites nothing in {output}"
        assert bool(entries) is processor.has_bibliography or name in EMPTY


#: styles whose bibliography leaves these types out by design
EMPTY: set[str] = set()


def test_a_sample_of_the_installed_styles_renders() -> None:
    independent = [
        name for name in style_names() if name not in short_names() and find_style(name).path.parent.name == "styles"
    ]
    assert len(independent) > 2_000
    for name in independent[::80]:
        renders(name)


@pytest.mark.slow
def test_every_installed_style_renders() -> None:
    for name in style_names():
        if name not in short_names() and find_style(name).path.parent.name == "styles":
            renders(name)


@pytest.mark.slow
def test_every_dependent_style_leads_to_its_parent() -> None:
    for name in style_names():
        assert load_style_xml(name)[0].find("citation") is not None


def test_every_short_name_is_installed() -> None:
    table = short_names()
    assert list(table) == sorted(table)
    for name, style_id in table.items():
        assert find_style(name).id == style_id
    assert {
        "apa",
        "mla",
        "chicago",
        "chicago-notes",
        "harvard",
        "ieee",
        "vancouver",
        "ama",
        "acs",
        "turabian",
        "oscola",
        "bluebook",
        "nature",
        "science",
        "asa",
        "apsa",
        "mhra",
    } <= set(table)


@pytest.mark.parametrize(
    "name",
    [
        "apa",
        "APA",
        "http://www.zotero.org/styles/apa",
        "https://www.zotero.org/styles/apa/",
        "apa.csl",
        " apa ",
        "apa-7",
        "APA 7",
        "APA 7th edition",
        "APA, 7th ed.",
    ],
)
def test_names_of_one_style(name: str) -> None:
    assert find_style(name).id == "apa"


@pytest.mark.parametrize(
    ("once", "today"),
    [
        ("chicago-fullnote-bibliography", "chicago-notes-bibliography"),
        ("http://www.zotero.org/styles/chicago-note-bibliography", "chicago-shortened-notes-bibliography"),
        ("modern-language-association-8th-edition", "modern-language-association"),
        ("turabian-fullnote-bibliography", "turabian-notes-bibliography"),
        ("harvard1", "harvard-cite-them-right"),
    ],
)
def test_a_style_is_found_by_the_id_that_it_had_once(once: str, today: str) -> None:
    assert find_style(once).id == today


def test_a_style_may_depend_on_one_by_the_id_that_it_had_once(tmp_path: Path) -> None:
    path = tmp_path / "journal.csl"
    parent = "http://www.zotero.org/styles/chicago-fullnote-bibliography"
    path.write_text(
        '<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0"><info><title>J</title>'
        f'<link href="{parent}" rel="independent-parent"/></info></style>',
        encoding="utf-8",
    )
    assert load_style_xml(path)[0].find("citation") is not None


def test_titles_and_dependent_styles() -> None:
    assert find_style("Modern Language Association").id == "modern-language-association"
    journal = find_style("2d-materials")
    assert journal.path.parent.name == "dependent"
    assert CitationProcessor("2d-materials", WORKS).cite([[{"id": "b"}]])


@pytest.mark.parametrize(
    ("wrong", "near"), [("apaa", "apa"), ("chicgo", "chicago"), ("oscolla", "oscola"), ("Vancover", "vancouver")]
)
def test_near_misses_are_suggested(wrong: str, near: str) -> None:
    with pytest.raises(StyleNotFound) as caught:
        find_style(wrong)
    assert near in caught.value.suggestions
    assert "did you mean" in str(caught.value)


@pytest.mark.parametrize("name", ["", "../../etc/passwd", "no/such", "nothing.csl", "\0", "x" * 5000, ".."])
def test_nonsense_names_are_refused(name: str) -> None:
    with pytest.raises(StyleNotFound):
        find_style(name)


def test_style_from_a_file(tmp_path: Path) -> None:
    path = tmp_path / "own.csl"
    path.write_text(style('<text variable="title"/>'), encoding="utf-8")
    assert CitationProcessor(path, WORKS).cite([[{"id": "s"}]]) == ["Remarks"]
    assert CitationProcessor(str(path), WORKS).cite([[{"id": "s"}]]) == ["Remarks"]


BOMB = '<!DOCTYPE style [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'


@pytest.mark.parametrize(
    "xml",
    [
        "<style>",
        "<a/>",
        "<style/>",
        "<style><citation/></style>",
        BOMB + style("<text value='&b;'/>"),
        '<!DOCTYPE style SYSTEM "file:///etc/passwd">' + style(),
        "<style>" + "<group>" * 200,
        "<" + "a" * 5_000_000,
        style(
            '<text macro="a"/>',
            extra='<macro name="a"><text macro="b"/></macro><macro name="b"><text macro="a"/></macro>',
        ),
        style('<text macro="missing"/>'),
        "<style>\x00</style>",
    ],
)
def test_untrusted_xml_is_refused(xml: str) -> None:
    with pytest.raises(StyleError):
        CitationProcessor(xml, WORKS)


@pytest.mark.slow
def test_macros_that_multiply_are_stopped() -> None:
    macros = "".join(f'<macro name="m{n}">' + f'<text macro="m{n + 1}"/>' * 10 + "</macro>" for n in range(9))
    one = style('<text macro="m0"/>', extra=macros + '<macro name="m9"><text value="x"/></macro>')
    with pytest.raises(StyleError, match="without end"):
        CitationProcessor(one, WORKS).cite([[{"id": "s"}]])


def test_unknown_items_and_formats() -> None:
    processor = CitationProcessor("apa", WORKS)
    with pytest.raises(ItemError, match="'ghost'"):
        processor.cite([[{"id": "ghost"}]])
    with pytest.raises(StyleError, match="docx"):
        processor.cite([[{"id": "s"}]], "docx")


@pytest.mark.parametrize(
    ("asked", "given"), [("de-DE", "de-DE"), ("de", "de"), ("DE_de", "de-DE"), ("xx-YY", "xx-YY"), ("", "en-US")]
)
def test_locales(asked: str, given: str) -> None:
    processor = CitationProcessor(style('<text term="and"/>'), WORKS, asked)
    assert processor.locale == given
    assert processor.cite([[{"id": "s"}]]) == ["und" if given.startswith("de") else "and"]


def test_a_style_s_own_locale_stands_unless_another_is_asked_for() -> None:
    one = style('<text term="and"/>', attrs='default-locale="fr-FR"')
    assert CitationProcessor(one, WORKS).cite([[{"id": "s"}]]) == ["et"]
    assert CitationProcessor(one, WORKS, "de-DE").cite([[{"id": "s"}]]) == ["und"]


def test_every_locale_loads() -> None:
    for name in available_locales():
        text = CitationProcessor(style('<date variable="issued" form="text"/>'), WORKS, name).cite([[{"id": "n"}]])
        assert "2024" in text[0] or name == "fa-IR"
