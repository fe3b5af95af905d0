"""The right quotation first, however it is misremembered; filters, marks, order, pages, families."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.store.making import document

from quotecli.core.dates import PartialDate
from quotecli.core.types import Filters, Kind, Sort
from quotecli.search import list_quotes, search, variants
from quotecli.store import Store

WALL = "We’ll rebuild the old sea-wall at Café Zoë before the autumn storms."
SAID = [
    ("Ada Lovelace", WALL),
    ("Ada Lovelace", "The engine has no pretensions whatever to originate anything."),
    ("Ben Bell", "Storms before autumn? The wall at the café was old, and rebuild it we must, by the sea."),
    ("Ben Bell", "An unprovoked attack on a helpless harbour museum."),
    ("Robert Stone", "Nobody asked the harbour what it wanted."),
    ("Robert Stone", "We have to do what we have to do."),
    ("Kim Rivers", "I have a form from the ministry."),
    ("Kim Rivers", "Nothing here is like the rest."),
]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with Store.open(tmp_path_factory.mktemp("search") / "quotes.db") as made:
        for number, pair in enumerate(SAID):
            date = f"20{number + 10}-0{number % 9 + 1}-15"
            made.write(
                *document(f"d{number}", pair, date=date, outlet="The Daily Lantern" if number % 2 else "Morning Echo")
            )
        for number, words in enumerate(
            [
                "She walked out of the meeting without a word to anyone.",
                "She walked out of the meeting without a word to anybody",
            ]
        ):
            made.write(*document(f"f{number}", ("Una Vale", words), date=f"202{5 - number}"))
        yield made


@pytest.mark.parametrize(
    "query",
    [
        WALL,
        "rebuild the old sea-wall",
        "REBUILD THE OLD SEA — WALL",
        "rebiuld the old sea wall",
        "rebuild the odl seawall at cafe zoe",
        "well rebuild the old sea wall",
        "we'll the old sea-wall at Cafe Zoë before storms",
        "old the sea-wall rebuild at café",
        "rebuild that very old sea-wall at the café zoë",
        "re build the old sea wall",
        "rebuild the cold sea-wall at Café Zoë",
    ],
)
def test_the_quote_that_was_meant_comes_first(store: Store, query: str) -> None:
    assert search(store, query).hits[0].quote.text == WALL


def test_exact_before_scattered_before_misspelt(store: Store) -> None:
    hits = search(store, "storms before autumn").hits
    assert [hit.reason for hit in hits[:2]] == ["exact", "words"]
    assert hits[0].quote.speaker == "Ben Bell"
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


def test_words_spelt_wrong_are_found(store: Store) -> None:
    for query in ("unprovokd", "unprovoked", "UNPROVOKED", "unprovok", "atack"):
        assert "unprovoked" in search(store, query).hits[0].quote.text


def test_a_phrase_of_common_words(store: Store) -> None:
    assert search(store, "have to do what we").hits[0].quote.speaker == "Robert Stone"


def test_nothing_close_is_nothing_and_the_nearest_words_are_offered(store: Store) -> None:
    assert search(store, "xylophone quartet").hits == []
    found = search(store, "pretentious zzz")
    assert found.hits == [] or found.hits[0].score < 80
    assert "museum" in search(store, "musseumz").suggestions or search(store, "musseumz").hits


def test_marks_stand_on_what_matched(store: Store) -> None:
    def marked(query: str) -> list[str]:
        hit = search(store, query).hits[0]
        return [hit.quote.text[span.start : span.end] for span in hit.matches]

    assert marked("old sea wall") == ["old sea-wall"]
    assert marked("CAFE ZOE") == ["Café Zoë"]
    assert marked("well rebuild") == ["We’ll rebuild"]
    assert marked("unprovokd") == ["unprovoked"]
    assert marked("seawall") == ["sea-wall"]
    assert marked("pretentions originate") == ["pretensions", "originate"]


def test_exact_words_are_exact(store: Store) -> None:
    assert [hit.quote.speaker for hit in search(store, '"the harbour"').hits] == ["Robert Stone"]
    assert search(store, '"harbour the"').hits == []


@pytest.mark.parametrize(
    ("query", "filters", "speakers"),
    [
        ("harbour", Filters(by="bob stone"), {"Robert Stone"}),
        ("harbour by:ben", Filters(), {"Ben Bell"}),
        ("harbour", Filters(outlet="lantern"), {"Ben Bell"}),
        ("harbour", Filters(since=PartialDate(2014)), {"Robert Stone"}),
        ("harbour until:2013", Filters(), {"Ben Bell"}),
        ("harbour", Filters(on=PartialDate(2013, 4)), {"Ben Bell"}),
        ("harbour", Filters(document="d4.txt"), {"Robert Stone"}),
        ("harbour", Filters(kinds=(Kind.POST,)), set()),
        ("harbour", Filters(min_confidence=0.95), set()),
        ("harbour", Filters(by="nobody at all"), set()),
    ],
)
def test_filters(store: Store, query: str, filters: Filters, speakers: set[str]) -> None:
    assert {hit.quote.speaker for hit in search(store, query, filters).hits} == speakers


def test_lists_without_a_query(store: Store) -> None:
    everything = list_quotes(store, sort=Sort.DATE, limit=100, group=False)
    dates = [str(hit.quote.date) for hit in everything.hits]
    assert dates == sorted(dates, reverse=True)
    assert everything.total == len(dates) == len(SAID) + 2
    pages = [list_quotes(store, sort=Sort.DATE, limit=3, offset=at, group=False).hits for at in range(0, 12, 3)]
    assert [hit.quote.id for page in pages for hit in page] == [hit.quote.id for hit in everything.hits]
    backwards = list_quotes(store, sort=Sort.DATE, reverse=True, limit=100, group=False).hits
    assert [str(hit.quote.date) for hit in backwards] == sorted(dates)
    names = [hit.quote.speaker or "" for hit in list_quotes(store, sort=Sort.SPEAKER, limit=100, group=False).hits]
    assert names == sorted(names)
    assert [hit.quote.speaker for hit in search(store, "by:kim").hits] == ["Kim Rivers"] * 2


def test_sorted_by_date_the_hits_are_the_same(store: Store) -> None:
    by_score = {hit.quote.id for hit in search(store, "the wall").hits}
    by_date = search(store, "the wall", sort=Sort.DATE).hits
    assert {hit.quote.id for hit in by_date} == by_score
    assert [str(hit.quote.date) for hit in by_date] == sorted((str(hit.quote.date) for hit in by_date), reverse=True)


def test_a_statement_in_several_documents_is_one_line(store: Store) -> None:
    grouped = search(store, "walked out of the meeting").hits
    assert [len(hit.others) for hit in grouped] == [1]
    assert [hit.stands_for for hit in grouped] == [1]
    alone = search(store, "walked out of the meeting", group=False).hits
    assert [hit.also_in for hit in alone] == [(other.quote.id,) for other in reversed(alone)]
    assert grouped[0].also_in == tuple(other.id for other in grouped[0].others)
    one = search(store, f"walked out of the meeting document:{Path(alone[0].quote.document).name}").hits
    assert [(hit.stands_for, hit.also_in) for hit in one] == [(0, alone[0].also_in)]
    family = variants(store, grouped[0].quote.id)
    assert family is not None
    assert [str(variant.quotes[0].date) for variant in family.variants] == ["2024", "2025"]
    assert [(c.text, c.first) for c in family.variants[1].changes if c.kind == "instead"] == [("anyone.", "anybody")]
    assert variants(store, "walked out of the meeting") == family
    assert variants(store, "xylophone quartet") is None


def test_a_reading_store_lists_in_any_order(store: Store) -> None:
    with Store.open(store.path, readonly=True) as reading:
        for sort in Sort:
            assert len(list_quotes(reading, sort=sort, limit=5).hits) == 5
            assert search(reading, "harbour", sort=sort).hits


@pytest.mark.slow
def test_a_phrase_of_frequent_words_is_found_among_thousands(tmp_path: Path) -> None:
    with Store.open(tmp_path / "quotes.db") as made:
        scattered = [("Ada", f"To number {n} we did all that they have.") for n in range(2500)]
        made.write(*document("many", *scattered, ("Ben", "Whatever we have to do.")))
        assert search(made, "we have to").hits[0].quote.speaker == "Ben"
        assert len(search(made, "number", limit=50).hits) == 50
        assert search(made, "number").total == 2500


def test_a_phrase_with_a_wrong_word_is_found_by_one_that_many_have_and_those_that_most_have(tmp_path: Path) -> None:
    """No word tells the quote from hundreds, nor do any two: the rare one and three frequent ones together do."""
    frequent = ["they", "just", "their"]
    texts = []
    for number in range(12_000):
        rare = {1: "banner", 2: "committee"}.get(number % 12, "harbour")
        texts.append(" ".join([*frequent[: number % 3], *frequent[number % 3 + 1 :], rare, str(number)]))
    with Store.open(tmp_path / "quotes.db") as made:
        made.write(*document("many", *[("Ada", text) for text in (*texts, "They just believe their banner.")]))
        assert search(made, "They just committee their banner").hits[0].quote.text == "They just believe their banner."


def test_a_phrase_with_a_misspelt_word_is_all_that_is_found(store: Store) -> None:
    hits = search(store, "the engine has no pretensoins whatever").hits
    assert [hit.quote.text for hit in hits] == [SAID[1][1]]
    assert hits[0].reason == "fuzzy"


def test_frequent_words_are_looked_for_in_the_texts(tmp_path: Path) -> None:
    """Of rows with the rare words few are left: whether they have the frequent ones is seen in their texts."""
    common = [f"the harbour of the town number {number}" for number in range(40)]
    texts = ["the zebra owner's quagga of the town", "zebra and quagga"]
    with Store.open(tmp_path / "quotes.db") as made:
        made.write(*document("common", *[("Ada", text) for text in (*common, *texts)]))
        for query in ("zebra quagga of the town", "zebra quagga owner", "zebra quagga of the twon"):
            assert [hit.quote.text for hit in search(made, query).hits][:1] == texts[:1], query
        assert search(made, "zebra quagga the town").total == 1


LOOSELY = [
    "His phone is his medical device.",
    "We will rebuild every single home that has been lost to this water.",
    "The ministry said that its phone rang all night, and that nobody who answered it had any medical training.",
    "Every single night we go home.",
]


@pytest.mark.parametrize(
    ("query", "meant"),
    [
        ("phone is a medical instrument", [LOOSELY[0]]),
        ("rebuild all the homes", [LOOSELY[1]]),
        ("we rebuild all their homes again", [LOOSELY[1]]),
        ("phone of a medical bureau", [LOOSELY[0]]),
        ("ministry without medical knowledge", []),
        ("all the phones are out", []),
        ("every single one of the", []),
        ("moon is a green cheese", []),
    ],
)
def test_a_short_phrase_is_found_by_the_words_that_tell_where_they_stand_together(
    tmp_path: Path, query: str, meant: list[str]
) -> None:
    with Store.open(tmp_path / "quotes.db") as store:
        list(store.write_many(document(f"d{number}", ("Ada", text)) for number, text in enumerate(LOOSELY)))
        assert [hit.quote.text for hit in search(store, query).hits] == meant
