"""Files that were moved, renamed or replaced since they were added: their quotes keep ids, corrections and facts."""

from __future__ import annotations

import json
import os
import zipfile
from pathlib import Path
from typing import Any

import pytest
from tests.cli.conftest import Inside, articles


def quotes(inside: Inside) -> dict[str, dict[str, Any]]:
    return {quote["id"]: quote for quote in inside.json("search", "--limit", "0", "--ungroup")}


def correct(inside: Inside) -> str:
    """Correct the speaker of one quote; return its id."""
    chosen: str = inside.json("search", "1 go", "--limit", "1")[0]["id"]
    assert inside("edit", chosen, "--speaker", "Una Cole").returncode == 0
    return chosen


@pytest.mark.parametrize("new", ["press/1001.txt", "press/later/0001.txt", "kept/older/first.txt"])
def test_a_file_that_was_moved_or_renamed_is_the_same_document(inside: Inside, new: str) -> None:
    """Its quotes were there twice, and what was put right and said of it held for the half that nobody has."""
    folder = articles(inside.home / "press", 3)
    inside("add", folder, "--outlet", "The Tide", "--date", "2021-03-04")
    chosen = correct(inside)
    before = quotes(inside)
    place = inside.home / new
    place.parent.mkdir(parents=True, exist_ok=True)
    (folder / "0001.txt").rename(place)
    report = inside.json("add", place.parent)
    assert report["moved"] == [{"from": str(folder / "0001.txt"), "to": str(place)}]
    assert (report["added"], report["updated"], report["gone"]) == (0, 0, [])
    after = quotes(inside)
    assert after[chosen]["speaker"] == "Una Cole"
    assert after[chosen]["document"] == str(place)
    assert {one: quote | {"document": ""} for one, quote in after.items()} == {
        one: quote | {"document": ""} for one, quote in before.items()
    }
    place.write_text(place.read_text(encoding="utf-8") + "\n“Late,” said Tom Brill.\n", encoding="utf-8")
    assert inside.json("add", place)["quotes_new"] == 1
    assert quotes(inside)[chosen]["speaker"] == "Una Cole"
    assert before.keys() < quotes(inside).keys()
    assert inside("doctor").returncode == 0


def test_a_folder_that_was_moved_is_told_in_a_line(inside: Inside) -> None:
    folder = articles(inside.home / "press", 3)
    inside("add", folder)
    before = quotes(inside).keys()
    folder.rename(inside.home / "archive")
    assert inside("add", "archive").stdout == "0 documents added, 3 unchanged, 3 moved or renamed, 0 quotes stored\n"
    assert quotes(inside).keys() == before
    assert inside("add", "archive").stdout == "0 documents added, 3 unchanged, 0 quotes stored\n"


def test_what_an_earlier_version_read_is_read_anew_at_its_new_place(inside: Inside, monkeypatch: Any) -> None:
    folder = articles(inside.home / "press", 3)
    monkeypatch.setattr("quotecli.app.add.__version__", "0.1.0")
    monkeypatch.setattr("quotecli.app.intake.together.__version__", "0.1.0")
    inside("add", folder, "--outlet", "The Tide")
    monkeypatch.undo()
    chosen = correct(inside)
    folder.rename(inside.home / "archive")
    report = inside.json("add", "archive")
    assert (report["added"], report["updated"], len(report["moved"])) == (0, 3, 3)
    assert (quotes(inside)[chosen]["speaker"], quotes(inside)[chosen]["outlet"]) == ("Una Cole", "The Tide")


def test_a_copy_is_another_document(inside: Inside) -> None:
    folder = articles(inside.home / "press", 2)
    inside("add", folder)
    (folder / "copy.txt").write_bytes((folder / "0001.txt").read_bytes())
    report = inside.json("add", folder)
    assert (report["added"], report["moved"]) == (1, [])


def test_what_another_outlet_printed_is_another_document_though_the_first_file_is_gone(inside: Inside) -> None:
    (inside.home / "a.txt").write_text("“We stay,” said Ngozi Okafor.\n", encoding="utf-8")
    inside("add", "a.txt", "--outlet", "The Tide")
    (inside.home / "a.txt").rename(inside.home / "b.txt")
    assert inside.json("add", "b.txt", "--outlet", "The Quay")["added"] == 1
    assert {quote["outlet"] for quote in quotes(inside).values()} == {"The Tide", "The Quay"}


def test_documents_of_a_container_move_with_it(inside: Inside) -> None:
    lines = [json.dumps({"id": f"k{at}", "text": f"“We row {at} boats,” said Lena Farkas."}) for at in range(3)]
    (inside.home / "all.jsonl").write_text("\n".join(lines), encoding="utf-8")
    with zipfile.ZipFile(inside.home / "all.zip", "w") as archive:
        for at in range(3):
            archive.writestr(f"page/{at}.txt", f"“We sow {at} fields,” said Tom Brill.")
    inside("add", "all.jsonl", "all.zip", "--outlet", "The Oar")
    before = quotes(inside)
    for name in ("all.jsonl", "all.zip"):
        (inside.home / name).rename(inside.home / f"old-{name}")
    lines[1] = lines[1].replace("1 boats", "one boat")
    (inside.home / "old-all.jsonl").write_text("\n".join(lines), encoding="utf-8")
    report = inside.json("add", "old-all.jsonl", "old-all.zip")
    assert (report["added"], report["unchanged"], len(report["moved"])) == (1, 5, 5)
    after = quotes(inside)
    assert before.keys() < after.keys()
    assert {quote["outlet"] for quote in after.values()} == {"The Oar"}


def test_a_file_replaced_by_a_folder_is_gone(inside: Inside) -> None:
    folder = articles(inside.home / "press", 2)
    inside("add", folder)
    (folder / "0001.txt").unlink()
    (folder / "0001.txt").mkdir()
    assert inside.json("add", folder)["gone"] == [str(folder / "0001.txt")]


@pytest.mark.parametrize("names", [(b"caf\xe9.txt", b"caf\xe8.txt"), (b"\xcd\xce\xc2.txt", b"\xc4\xc5\xcd.txt")])
def test_names_in_an_older_encoding_are_as_many_documents(inside: Inside, names: tuple[bytes, ...]) -> None:
    """Each took the place of the other, on every run."""
    folder = os.fsencode(inside.home / "press")
    Path(os.fsdecode(folder)).mkdir()
    for at, name in enumerate(names):
        path = Path(os.fsdecode(folder + b"/" + name))
        path.write_text(f"“We stay for {at} years,” said Ngozi Okafor.\n", encoding="utf-8")
    assert inside.json("add", "press")["added"] == 2
    assert inside.json("add", "press")["unchanged"] == 2
    assert len(quotes(inside)) == 2
    (inside.home / "copy.txt").write_bytes(Path(os.fsdecode(folder + b"/" + names[0])).read_bytes())
    assert inside.json("add", "copy.txt")["added"] == 1  # the first is still there, whatever its name
