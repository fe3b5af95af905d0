"""Families follow from what is stored: not from how much was written at once, nor from what stood there before."""

from __future__ import annotations

import random
import sqlite3
import time
from contextlib import closing
from pathlib import Path

import pytest
from tests.store.making import document

from quotecli.store import Store
from quotecli.store.migrations import WORDINGS
from quotecli.store.remaking import make_anew

SPEAKERS = ["Ada Lovelace", "Lovelace", "Ben Bell", "Mr Bell", "Cara Cole", None]
PLACES = ["the harbour museum", "the railway station", "the fish market", "the county library", "the old lighthouse"]
DEEDS = ["rebuild", "close", "sell", "repair"]
WHEN = ["before the winter", "after the election", "within three years", "as soon as we can"]
BODIES = ["the council", "the mayor", "the ministry", "the fishermen"]
FORMS = [
    "We will {deed} {place} {when}, whatever {body} decides.",
    "We will never {deed} {place} {when}, whatever {body} decides.",
    "{deed} {place} {when}, whatever {body} decides",
    "Nobody asked {body} whether we should {deed} {place} {when}.",
    "I told {body} that we would {deed} {place}, and certainly {when}.",
]
WHOLE = "We will rebuild the harbour museum for the fishing families of the eastern shore before this winter."


def said(draw: random.Random) -> tuple[str | None, str]:
    """Return a statement that others are like, contradict, or are pieces of."""
    words = draw.choice(FORMS).format(
        deed=draw.choice(DEEDS), place=draw.choice(PLACES), when=draw.choice(WHEN), body=draw.choice(BODIES)
    )
    return draw.choice(SPEAKERS), words


def families(path: Path) -> list[tuple[int, int | None]]:
    with closing(sqlite3.connect(path)) as db:
        return db.execute("SELECT id, family FROM quotes ORDER BY id").fetchall()


def made_anew(path: Path) -> list[tuple[int, int | None]]:
    """Return the families that the quotes of a store give when they are all held against each other again."""
    copy = path.with_name("copy.db")
    copy.unlink(missing_ok=True)
    with closing(sqlite3.connect(path)) as db, closing(sqlite3.connect(copy)) as other:
        db.backup(other)
    with closing(sqlite3.connect(copy)) as db, db:
        make_anew(db, {WORDINGS})
    return families(copy)


def test_families_are_the_same_however_many_documents_are_written_at_once(tmp_path: Path) -> None:
    draw = random.Random(5)
    documents = [document(f"d{number}", said(draw), said(draw)) for number in range(120)]
    found = []
    for at_once in (1, 7, 50, 120):
        path = tmp_path / f"{at_once}.db"
        with Store.open(path) as store:
            for start in range(0, len(documents), at_once):
                list(store.write_many(documents[start : start + at_once]))
            assert store.check() == []
        found.append(families(path))
    assert any(family is not None for _, family in found[0])
    assert all(one == found[0] for one in found)


@pytest.mark.parametrize("seed", range(4))
def test_families_are_what_is_stored_whatever_came_and_went(tmp_path: Path, seed: int) -> None:
    draw = random.Random(seed)
    path = tmp_path / "a.db"
    with Store.open(path) as store:
        for step in range(1, 13):
            names = [*draw.sample(range(50), 2), *draw.choices(range(50), k=draw.randrange(10))]  # some twice
            list(store.write_many(document(f"d{name}", *[said(draw) for _ in range(5)]) for name in names))
            store.remove_many(draw.sample(list(store.sources()), 2), made="2020-10-02T10:00:00")
            if draw.random() < 0.4:
                store.undo(step, made="2020-10-02T11:00:00")
            assert families(path) == made_anew(path)
        assert store.check() == []


def test_what_a_quote_joined_is_parted_when_it_goes(tmp_path: Path) -> None:
    words = WHOLE.split()
    front, back = " ".join(words[:12]), " ".join(words[5:])
    with Store.open(tmp_path / "a.db") as store:
        for name, text in (("a", front), ("b", back), ("c", WHOLE)):
            store.write(*document(name, ("Ada Lovelace", text)))
        assert [quote.family for quote in store.quotes([1, 2, 3])] == [1, 1, 1]
        store.remove("/press/c.txt")
        alone = [quote.family for quote in store.quotes([1, 2])]
    assert alone == [family for _, family in made_anew(tmp_path / "a.db")] == [None, None]


def test_what_a_contrary_quote_kept_out_comes_in_when_that_goes(tmp_path: Path) -> None:
    piece = "rebuild the harbour museum for the fishing families of the eastern shore before this winter"
    with Store.open(tmp_path / "a.db") as store:
        for name, text in (("a", f"We will never {piece}."), ("b", piece), ("c", WHOLE)):
            store.write(*document(name, ("Ada Lovelace", text)))
        assert [quote.family for quote in store.quotes([1, 2, 3])] == [1, 1, None]
        store.remove("/press/a.txt")
        assert [quote.family for quote in store.quotes([2, 3])] == [2, 2]


def test_of_a_sketch_that_many_share_the_next_takes_the_place_of_the_oldest(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    with Store.open(path) as store:
        texts = [f"{WHOLE} {word} {word}s {word}ed" for word in ("alpha", "beta", "gamma", "delta")]
        documents = [document(f"d{at}", ("Ada Lovelace", texts[at % 4])) for at in range(60)]
        list(store.write_many(documents))
        for at in range(30):
            store.remove(f"/press/d{at}.txt")
        assert families(path) == made_anew(path)
        assert store.check() == []


def test_who_a_speaker_turns_out_to_be_later_changes_no_family(tmp_path: Path) -> None:
    one = [document("a", ("Lovelace", "No comment.")), document("b", ("Ada Lovelace", "No comment"))]
    another = document("c", ("Ben Lovelace", "Nobody asked the harbour master about it."))
    found = []
    for number, order in enumerate(([*one, another], [another, *one], [one[0], another, one[1]])):
        with Store.open(tmp_path / f"{number}.db") as store:
            for each in order:
                store.write(*each)
            rows = [store.row(quote.id) for name in "ab" for quote in store.quotes_of(f"/press/{name}.txt")]
            found.append(len(set(store.index.families(rows).values())))
    assert found == [1, 1, 1]


@pytest.mark.parametrize("order", [1, -1])
def test_a_misspelt_statement_meets_the_right_one_whichever_was_stored_first(tmp_path: Path, order: int) -> None:
    both = [WHOLE, WHOLE.replace("families", "famlies")][::order]
    with Store.open(tmp_path / "a.db") as store:
        for name, text in zip("ab", both, strict=True):
            store.write(*document(name, ("Ada Lovelace", text)))
        assert [quote.family for quote in store.quotes([1, 2])] == [1, 1]


def test_the_doctor_misses_the_oldest_of_a_family(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    with Store.open(path) as store:
        for name in "abc":
            store.write(*document(name, ("Ada Lovelace", WHOLE)))
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("UPDATE quotes SET family = 2 WHERE family IS NOT NULL")
    with Store.open(path) as store:
        assert [problem.check for problem in store.check()] == ["links"]


def test_many_copies_are_taken_out_in_seconds(tmp_path: Path) -> None:
    with Store.open(tmp_path / "a.db") as store:
        list(store.write_many(document(f"d{at}", ("Ada Lovelace", WHOLE)) for at in range(2000)))
        began = time.process_time()
        store.remove_many([f"/press/d{at}.txt" for at in range(0, 400, 2)], made="2020-10-02T10:00:00")
        assert time.process_time() - began < 5
        assert {family for _, family in families(tmp_path / "a.db")} == {2}
