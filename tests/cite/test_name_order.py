"""Which words of a name are the family's: names that begin with it, names of two words, what stands behind them."""

from __future__ import annotations

import pytest

from quotecli.cite import Source, csl_item
from quotecli.cite.names import csl_name, display_name, inverted_name
from quotecli.csl import CitationProcessor


@pytest.mark.parametrize(
    ("printed", "language", "family", "rest"),
    [
        ("Xi Jinping", None, "Xi", "Jinping"),
        ("Ban Ki-moon", None, "Ban", "Ki-moon"),
        ("Kim Jong Un", None, "Kim", "Jong Un"),
        ("Lee Kuan Yew", None, "Lee", "Kuan Yew"),
        ("Nguyễn Văn An", None, "Nguyễn", "Văn An"),
        ("Kovács János", "hu", "Kovács", "János"),
        ("山田 太郎", None, "山田", "太郎"),
    ],
)
def test_a_family_name_that_stands_first(printed: str, language: str | None, family: str, rest: str) -> None:
    name = csl_name(printed, language=language)
    assert name == {"family": family, "given": rest, "static-ordering": "true"}
    assert display_name(name) == printed
    assert inverted_name(name) == f"{family}, {rest}"


@pytest.mark.parametrize(
    ("printed", "language"),
    [
        ("Kovács János", None),
        ("Victor Hale", "hu"),
        ("Kim Lee", None),
        ("Chan Ho Park", None),
        ("Lee Ann Womack", None),
        ("Lee Harvey Oswald", None),
        ("Kim Basinger", None),
        ("Li Na", None),
        ("Ann Chan", None),
        ("ジョン・ スミス", None),
    ],
)
def test_what_is_not_certain_keeps_the_given_name_first(printed: str, language: str | None) -> None:
    assert "static-ordering" not in csl_name(printed, language=language)


@pytest.mark.parametrize(
    ("printed", "language", "family", "given_names"),
    [
        ("Mario Vargas Llosa", None, "Vargas Llosa", "Mario"),
        ("Gabriel García Márquez", None, "García Márquez", "Gabriel"),
        ("María José Rodríguez Ibarra", "es", "Rodríguez Ibarra", "María José"),
        ("María José Rodríguez", "es", "Rodríguez", "María José"),
        ("Maria Garcia Smith", "en", "Smith", "Maria Garcia"),
        ("Tomás Ó Sé", None, "Ó Sé", "Tomás"),
        ("Ó Sé, Tomás", None, "Ó Sé", "Tomás"),
        ("Máire Ní Bhriain", None, "Ní Bhriain", "Máire"),
        ("Roe Smith, Ann", None, "Roe Smith", "Ann"),
        ("O'Brien, Mary Ann.", None, "O'Brien", "Mary Ann"),
        ("Roe, Ann M.", None, "Roe", "Ann M."),
        ("Ann Văn Roe", None, "Roe", "Ann Văn"),
    ],
)
def test_family_names_of_two_words(printed: str, language: str | None, family: str, given_names: str) -> None:
    assert csl_name(printed, language=language) == {"family": family, "given": given_names}


def test_a_particle_within_a_french_name_begins_it() -> None:
    name = csl_name("Jean-Noël de La Tour d’Auvergne")
    assert name == {"family": "La Tour d’Auvergne", "given": "Jean-Noël", "non-dropping-particle": "de"}


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("Sir Keir Starmer KC MP", {"family": "Starmer", "given": "Keir"}),
        ("Dame Jane Doe DBE", {"family": "Doe", "given": "Jane"}),
        ("Jane Roe OBE, PhD", {"family": "Roe", "given": "Jane"}),
        ("Jane Roe Jr. MD", {"family": "Roe", "given": "Jane", "suffix": "Jr."}),
        ("Jane Roe, MP", {"family": "Roe", "given": "Jane"}),
        ("Jane Mp", {"family": "Mp", "given": "Jane"}),
        ("Jane FRS", {"family": "FRS", "given": "Jane"}),
    ],
)
def test_letters_behind_a_name_are_no_family_name(printed: str, expected: dict[str, str]) -> None:
    assert csl_name(printed) == expected


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("Pope John Paul II", {"literal": "John Paul II"}),
        ("Prince Harry, Duke of Sussex", {"literal": "Prince Harry, Duke of Sussex"}),
        ("Ann Roe, Baroness of Tarn", {"family": "Roe", "given": "Ann"}),
    ],
)
def test_who_is_called_by_rank(printed: str, expected: dict[str, str]) -> None:
    assert csl_name(printed) == expected
    assert csl_item(Source("x", "T", (printed,)), id="x")["author"] == [expected]


def reference(style: str, *authors: str) -> str:
    item = csl_item(Source("x", "Tarn", authors, outlet="The Weekly", outlet_kind="magazine"), id="x")
    return CitationProcessor(style, [item]).bibliography()[0]


def test_a_name_in_its_own_order_in_references() -> None:
    assert reference("apa", "Xi Jinping").startswith("Xi, J. (n.d.)")
    assert reference("modern-language-association", "Xi Jinping").startswith("Xi Jinping. “Tarn.”")
    assert reference("ieee", "Xi Jinping").startswith("[1] J. Xi, “Tarn,”")


def test_who_writes_the_name_small_has_small_initials() -> None:
    assert reference("apa", "bell hooks").startswith("hooks, b. (n.d.)")
    assert reference("modern-language-association", "bell hooks").startswith("hooks, bell. “Tarn.”")


@pytest.mark.parametrize(
    ("printed", "language", "filed"),
    [
        ("João da Silva Neto", None, "Silva Neto, João da"),
        ("Antônio Delfim Netto", "pt-BR", "Delfim Netto, Antônio"),
        ("Paulo Mendes Júnior", "pt", "Mendes Júnior, Paulo"),
        ("da Silva Neto, João", "pt", "Silva Neto, João da"),
        ("João da Silva", "pt", "Silva, João da"),
        ("Maria do Carmo", "pt", "Carmo, Maria do"),
        ("Maria do Carmo", None, "do Carmo, Maria"),
        ("Edgar da Costa", "en", "da Costa, Edgar"),
        ("Ana Neto", "pt", "Neto, Ana"),
    ],
)
def test_portuguese_names(printed: str, language: str | None, filed: str) -> None:
    name = csl_name(printed, language=language)
    assert inverted_name(name) == filed
    if "," not in printed:
        assert display_name(name) == printed


@pytest.mark.parametrize("locale", ["en-AU", "en-NZ", "en-IE"])
def test_english_that_is_set_as_in_britain(locale: str) -> None:
    item = csl_item(Source("x", "Tarn", ("Ann Roe",), outlet="The Gazette", outlet_kind="newspaper"), id="x")
    shown = CitationProcessor("harvard", [item], locale=locale).bibliography(output="text")
    assert "‘Tarn’, " in shown[0]
