"""`quotes part`: two names that the store takes for one speaker's are two, until that is taken back."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.cli.conftest import Inside

BOB, ROBERT = "Bob Sorley", "Robert Sorley"
WARDEN = "“The gulls have learned to open the bins,” said Bob Sorley, the warden of the quay.\n"
MANAGER = "“The storm fund opens on Monday morning,” said Robert Sorley, its manager.\n"
GULLS, FUND = "The gulls have learned to open the bins,", "The storm fund opens on Monday morning,"


@pytest.fixture
def two(inside: Inside) -> Inside:
    """A store of two documents whose speakers are taken for one."""
    for name, text in (("warden.txt", WARDEN), ("manager.txt", MANAGER)):
        (inside.home / name).write_text(text, encoding="utf-8")
    assert inside("add", "warden.txt", "manager.txt").returncode == 0
    return inside


def speakers(store: Inside) -> set[tuple[str, ...]]:
    """Return the names of each speaker."""
    return {tuple(sorted(record["spellings"])) for record in store.json("speakers")}


def said_by(store: Inside, *command: str) -> list[tuple[str, str]]:
    return [(record["speaker"], record["text"]) for record in store.json(*command)]


def moved(store: Inside, name: str) -> Inside:
    other = Inside(store.home, store.environment | {"QUOTES_DB": str(store.home / name)})
    assert other("import", "-", stdin=store("export").stdout).returncode == 0
    return other


def are_two(store: Inside) -> bool:
    return speakers(store) == {(BOB,), (ROBERT,)}


def test_two_speakers_taken_for_one_are_two_wherever_they_are_asked_for(two: Inside) -> None:
    assert speakers(two) == {(BOB, ROBERT)}
    done = two("part", BOB, ROBERT)
    assert (done.returncode, done.stdout, done.stderr) == (0, f"{BOB} is not {ROBERT}: 1 quote and 1 quote\n", "")
    assert are_two(two)
    assert said_by(two, "by", BOB) == said_by(two, "search", "--by", "bob sorley", "") == [(BOB, GULLS)]
    assert said_by(two, "by", ROBERT) == [(ROBERT, FUND)]
    assert {text for _, text in said_by(two, "by", "sorley")} == {GULLS, FUND}
    rows = two("export", "--format", "csv").stdout
    assert BOB in rows
    assert ROBERT in rows
    [record] = two.json("log")
    assert (record["action"], record["of"], record["change"]) == ("part", BOB, f"is not {ROBERT}")
    assert record["value"] == {"name": BOB, "other": ROBERT}
    assert two("doctor").returncode == 0


def test_they_stay_two_when_documents_are_read_again_or_come_later(two: Inside, tmp_path: Path) -> None:
    two("part", BOB, ROBERT)
    (tmp_path / "warden.txt").write_text(WARDEN + "\nThe meeting is on Monday.\n", encoding="utf-8")
    later = "“We have counted nine hundred gulls on the quay,” said Bobby Sorley, the warden.\n"
    assert two("add", "warden.txt").returncode == 0
    assert are_two(two)
    assert two("add", "-", stdin=later).returncode == 0
    assert speakers(two) == {(BOB, "Bobby Sorley"), (ROBERT,)}
    assert two("remove", "warden.txt", "manager.txt").returncode == 0
    assert two("add", "warden.txt", "manager.txt").returncode == 0
    assert speakers(two) == {(BOB, "Bobby Sorley"), (ROBERT,)}
    assert two("doctor").returncode == 0


def test_what_parts_them_is_undone_and_overruled_by_a_later_merge(two: Inside) -> None:
    two("part", BOB, ROBERT)
    assert two("undo").stdout == f"step 1  undone  {BOB}  is not {ROBERT}\n"
    assert speakers(two) == {(BOB, ROBERT)}
    two("part", BOB, ROBERT)
    assert two("merge", BOB, ROBERT).stdout == f"{BOB} is {ROBERT}: 2 quotes\n"
    assert sorted(said_by(two, "by", BOB)) == [(ROBERT, GULLS), (ROBERT, FUND)]
    two("undo")
    assert are_two(two)
    two("merge", BOB, ROBERT)
    assert two("part", ROBERT, BOB).returncode == 0
    assert are_two(two)
    two("undo")
    assert speakers(two) == {(BOB, ROBERT)}


def test_they_are_two_in_another_store_too_and_one_where_the_later_step_says_so(two: Inside) -> None:
    two("part", BOB, ROBERT)
    other = moved(two, "other.db")
    assert are_two(other)
    assert other("export").stdout == two("export").stdout
    assert other("doctor").returncode == 0
    for number, action in enumerate(("merge", "part", "merge")):
        assert two(action, BOB, ROBERT).returncode == 0
        new = moved(two, f"{number}.db")
        assert speakers(new) == speakers(two) == ({(BOB,), (ROBERT,)} if action == "part" else {(BOB, ROBERT)})
        assert [one["change"] for one in new.json("log")] == [one["change"] for one in two.json("log")]
    assert new("undo").returncode == 0
    assert are_two(new)


def test_one_of_the_two_alone_takes_what_parts_them_along(two: Inside) -> None:
    two("part", BOB, ROBERT)
    for document, the_other in (("manager.txt", "warden.txt"), ("warden.txt", "manager.txt")):
        new = Inside(two.home, two.environment | {"QUOTES_DB": str(two.home / f"{document}.db")})
        new("import", "-", stdin=two("export", "--document", document).stdout)
        new("add", the_other)
        assert are_two(new)


def test_names_linked_by_hand_with_either_stay_with_it(two: Inside) -> None:
    two("add", "-", stdin="“Nobody opens the storm fund before the tide is in,” said Roberto Sorley, an adviser.\n")
    two("merge", "Roberto Sorley", BOB)
    two("alias", "The Warden", BOB)
    two("part", BOB, ROBERT)
    assert speakers(two) == {(BOB, "Roberto Sorley"), (ROBERT,)}
    assert FUND not in {text for _, text in said_by(two, "by", "The Warden")}


def test_a_name_corrected_by_hand_is_parted_from_the_one_it_is_taken_for(two: Inside) -> None:
    [fund] = two.json("search", "storm fund")
    assert two("edit", fund["id"], "--speaker", "Bob T. Sorley").returncode == 0
    assert speakers(two) == {(BOB, "Bob T. Sorley")}
    assert two("part", "Bob T. Sorley", BOB).returncode == 0
    assert said_by(two, "by", "Bob T. Sorley") == [("Bob T. Sorley", FUND)]
    assert speakers(two) == speakers(moved(two, "other.db")) == {(BOB,), ("Bob T. Sorley",)}


def test_two_who_are_linked_through_a_third_are_two(two: Inside) -> None:
    two("add", "-", stdin="“The quay is closed until the wind has dropped,” said Ada Brand, a clerk.\n")
    two("add", "-", stdin="“The quay will be open again before the weekend,” said Tom Brill, a clerk.\n")
    two("merge", BOB, "Ada Brand")
    two("merge", "Tom Brill", "Ada Brand")
    assert speakers(two) == {("Ada Brand", BOB, ROBERT, "Tom Brill")}
    two("part", BOB, "Tom Brill")
    assert speakers(two) == {("Ada Brand", "Tom Brill"), (BOB, ROBERT)}  # of the two merges the later one stands
    two("undo")
    assert speakers(two) == {("Ada Brand", BOB, ROBERT, "Tom Brill")}


def test_a_lone_surname_is_neither_s_when_two_bear_it(two: Inside) -> None:
    two("add", "-", stdin="“The quay is closed until the wind has dropped,” said Mr. Sorley.\n")
    assert speakers(two) == {(BOB, ROBERT, "Sorley")}
    two("part", BOB, ROBERT)
    assert speakers(two) == {(BOB,), (ROBERT,), ("Sorley",)}


def test_two_speakers_made_one_are_so_in_the_names_that_kept_them_apart(two: Inside) -> None:
    two("add", "-", stdin="“The fund has paid for nine new roofs so far,” said Robert K. Sorley, its manager.\n")
    two("part", BOB, ROBERT)
    assert speakers(two) == {(BOB,), ("Robert K. Sorley", ROBERT)}
    two("merge", BOB, "Robert K. Sorley")
    assert speakers(two) == speakers(moved(two, "other.db")) == {(BOB, "Robert K. Sorley", ROBERT)}
    two("undo")
    assert speakers(two) == {(BOB,), ("Robert K. Sorley", ROBERT)}


def test_what_is_parted_already_is_not_parted_twice(two: Inside) -> None:
    assert two.json("part", BOB, ROBERT) == {"name": BOB, "other": ROBERT, "quotes": [1, 1], "changed": True}
    assert two("part", "robert sorley", BOB).stdout == f"{ROBERT} is not {BOB} already: 1 quote and 1 quote\n"
    assert len(two.json("log")) == 1


@pytest.mark.parametrize(
    ("names", "says"),
    [
        (("Nobody", ROBERT), "the store has no speaker 'Nobody'"),
        ((BOB, "!"), "the store has no speaker '!'"),
        ((BOB, "bob sorley"), "'Bob Sorley' is one name"),
    ],
)
def test_what_is_no_pair_of_names_is_told_in_one_sentence(two: Inside, names: tuple[str, str], says: str) -> None:
    done = two("part", *names)
    assert done.returncode == two("merge", "Nobody", ROBERT).returncode == 2
    assert says in done.stderr
    assert two.json("log", code=1) == []


def test_names_are_parted_in_a_store_alone(inside: Inside) -> None:
    done = inside("part", BOB, ROBERT)
    assert (done.returncode, done.stdout) == (2, "")
    assert not inside.store.exists()
