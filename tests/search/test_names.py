"""Speakers and outlets are found by whatever a user knows of their names."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.store.making import document

from quotecli.search import fitting, resolve_outlet, resolve_speaker
from quotecli.store import Store

PEOPLE = [
    "Robert Kardashian", "Kim Kardashian-West", "Kim Kardashian", "Khloé Kardashian", "Elizabeth Warren",
    "Volodymyr Zelenskyy", "William Hague", "Ursula von der Leyen", "Martin Luther King Jr.", "Ban Ki-moon",
    "Alexandria Ocasio-Cortez", "Donald Trump", "Ivanka Trump", "J.K. Tarn", "JD Vance",
    "Abdelaziz Rahimi", "Shane McTavish", "Brigid O’Hanlon", "Pieter Vandenberg", "Carla Louise Stent", "Joann Wick",
]  # fmt: skip


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with Store.open(tmp_path_factory.mktemp("names") / "quotes.db") as made:
        for number, name in enumerate(PEOPLE):
            outlet = ["The New York Times", "Daily Mail", "E! News", "Süddeutsche Zeitung"][number % 4]
            made.write(*document(f"d{number}", (name, f"Statement number {number}."), outlet=outlet))
        yield made


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Robert Kardashian", "Robert Kardashian"),
        ("rob", "Robert Kardashian"),
        ("Bob Kardashian", "Robert Kardashian"),
        ("khloe", "Khloé Kardashian"),
        ("Kardashian, Khloe", "Khloé Kardashian"),
        ("liz warren", "Elizabeth Warren"),
        ("warren", "Elizabeth Warren"),
        ("zelensky", "Volodymyr Zelenskyy"),
        ("Zelenski", "Volodymyr Zelenskyy"),
        ("bill hague", "William Hague"),
        ("E. Warren", "Elizabeth Warren"),
        ("Donald J. Trump", "Donald Trump"),
        ("von der leyen", "Ursula von der Leyen"),
        ("vonderleyen", "Ursula von der Leyen"),
        ("ban kimoon", "Ban Ki-moon"),
        ("ocasio cortez", "Alexandria Ocasio-Cortez"),
        ("@donaldtrump", "Donald Trump"),
        ("Donald Trmup", "Donald Trump"),
        ("martin luther king", "Martin Luther King Jr."),
        ("kim kardashian west", "Kim Kardashian"),
        ("JK Tarn", "J.K. Tarn"),
        ("J. K. Tarn", "J.K. Tarn"),
        ("J.D. Vance", "JD Vance"),
        ("abdelaziz", "Abdelaziz Rahimi"),
        ("Abdulaziz Rahimi", "Abdelaziz Rahimi"),
        ("mc tavish", "Shane McTavish"),
        ("shane mc tavish", "Shane McTavish"),
        ("o hanlon", "Brigid O’Hanlon"),
        ("van den berg", "Pieter Vandenberg"),
        ("cl stent", "Carla Louise Stent"),
        ("mlk", "Martin Luther King Jr."),
    ],
)
def test_a_speaker_by_any_name(store: Store, typed: str, meant: str) -> None:
    hits = fitting(resolve_speaker(store, typed))
    assert hits
    assert hits[0].name.replace("-West", "") == meant


def test_a_body_is_found_by_its_letters(tmp_path: Path) -> None:
    with Store.open(tmp_path / "quotes.db") as made:
        names = ["Food and Drug Administration", "FDA", "Department of Health and Human Services", "Federica Dale"]
        for number, name in enumerate(names):
            made.write(*document(f"d{number}", (name, f"Statement number {number}.")))
        assert [hit.name for hit in fitting(resolve_speaker(made, "fda"))] == [
            "FDA",
            "Food and Drug Administration",
        ]
        assert [hit.name for hit in fitting(resolve_speaker(made, "HHS"))] == [
            "Department of Health and Human Services"
        ]
        assert not fitting(resolve_speaker(made, "fd%"))


def test_all_who_fit_are_given_and_nobody_else(store: Store) -> None:
    assert {hit.name for hit in fitting(resolve_speaker(store, "trump"))} == {"Donald Trump", "Ivanka Trump"}
    assert [hit.name for hit in fitting(resolve_speaker(store, "rob"))] == ["Robert Kardashian"]
    kim = fitting(resolve_speaker(store, "kim"))
    assert [hit.quotes for hit in kim] == [2]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Elzabet Waren", "Elizabeth Warren"),
        ("Ivnaka Trumpp", "Ivanka Trump"),
        ("danld trmp", "Donald Trump"),
        ("wiliam haige", "William Hague"),
    ],
)
def test_a_name_misspelt_in_both_parts_is_offered(store: Store, typed: str, meant: str) -> None:
    assert meant in [hit.name for hit in resolve_speaker(store, typed)][:3]


def test_a_stranger_is_nobody(store: Store) -> None:
    for name in ("Xaver Quint", "zzz", "", "@", "!!!"):
        assert fitting(resolve_speaker(store, name)) == []


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("nyt", "The New York Times"),
        ("new york times", "The New York Times"),
        ("daily mial", "Daily Mail"),
        ("mail", "Daily Mail"),
        ("e news", "E! News"),
        ("suddeutsche", "Süddeutsche Zeitung"),
    ],
)
def test_an_outlet_by_any_name(store: Store, typed: str, meant: str) -> None:
    assert fitting(resolve_outlet(store, typed))[0].name == meant


def test_an_outlet_typed_in_full_is_no_other(store: Store) -> None:
    assert [hit.name for hit in resolve_outlet(store, "the daily mail")] == ["Daily Mail"]


def test_words_are_joined_to_a_word_of_a_name_not_to_a_part_of_one(store: Store) -> None:
    assert all(hit.score < 90 for hit in resolve_speaker(store, "ann wick"))  # a near miss of Joann Wick


ELSEWHERE = [
    "Аркадий Петров", "Борис Ельцин", "Зоряна Зеленська", "Соломон Зеленський", "Νίκος Παπαδόπουλος",
    "Γιάννης Μπακόλας", "Пётр Хрущёв", "Tymofiy Marchenko", "Ioulia Katsarou", "Дмитро Шмигайло", "Ганна Гулина",
    "Oleh Hulak",
]  # fmt: skip


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with Store.open(tmp_path_factory.mktemp("elsewhere") / "quotes.db") as made:
        for number, name in enumerate([*ELSEWHERE, *PEOPLE]):
            made.write(*document(f"d{number}", (name, f"Statement number {number}.")))
        yield made


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Petrov", ["Аркадий Петров"]),
        ("petr", ["Аркадий Петров", "Пётр Хрущёв"]),
        ("Arkady Petrov", ["Аркадий Петров"]),
        ("Yeltsin", ["Борис Ельцин"]),
        ("Boris Eltsin", ["Борис Ельцин"]),
        ("jelzin", ["Борис Ельцин"]),
        ("Zelensky", ["Volodymyr Zelenskyy", "Соломон Зеленський"]),
        ("Solomon Zelenskyy", ["Соломон Зеленський"]),
        ("zelenska", ["Зоряна Зеленська"]),
        ("Papadopoulos", ["Νίκος Παπαδόπουλος"]),
        ("nikos papadopulos", ["Νίκος Παπαδόπουλος"]),
        ("Yannis Bakolas", ["Γιάννης Μπακόλας"]),
        ("Khrushchev", ["Пётр Хрущёв"]),
        ("Pyotr Khrushchev", ["Пётр Хрущёв"]),
        ("Chruschtschew", ["Пётр Хрущёв"]),
        ("Dmitry Shmyhailo", ["Дмитро Шмигайло"]),
        ("Dmytro Shmyhailo", ["Дмитро Шмигайло"]),
        ("Марченко", ["Tymofiy Marchenko"]),
        ("Тимофій Марченко", ["Tymofiy Marchenko"]),
        ("Кацару", ["Ioulia Katsarou"]),
        ("Κατσάρου", ["Ioulia Katsarou"]),
        ("Гулак", ["Oleh Hulak"]),
        ("Hulina", ["Ганна Гулина"]),
        ("Петров", ["Аркадий Петров"]),
    ],
)
def test_a_speaker_in_other_letters(elsewhere: Store, typed: str, meant: list[str]) -> None:
    hits = fitting(resolve_speaker(elsewhere, typed))
    assert sorted(hit.name for hit in hits) == meant
    assert all(hit.fits for hit in hits)


@pytest.mark.parametrize(
    "typed", ["Petrova", "Kulina", "Zelenko", "Papadakis", "Маркова", "Κατσαρός", "Билов", "Хулио"]
)
def test_who_is_spelt_otherwise_in_other_letters_is_not_taken_for_certain(elsewhere: Store, typed: str) -> None:
    assert not any(hit.fits for hit in resolve_speaker(elsewhere, typed))


def test_names_in_all_letters_come_together(tmp_path_factory: pytest.TempPathFactory) -> None:
    with Store.open(tmp_path_factory.mktemp("both") / "quotes.db") as made:
        for number, name in enumerate(("Boris Yeltsin", "Борис Ельцин")):
            made.write(*document(f"d{number}", (name, f"Statement number {number}.")))
        for typed in ("yeltsin", "Boris Yeltsin", "Ельцин", "Борис Ельцин"):
            assert len(fitting(resolve_speaker(made, typed))) == 2, typed
