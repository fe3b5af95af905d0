"""What a user said of a document holds when it is added again, until something else is said."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from hashlib import blake2b
from typing import Any

import pytest
from tests.cli.conftest import Inside

import quotecli

TEXT = "“We stay,” said Ngozi Okafor. Okafor said that the ferry would run all winter.\n"


def outlets(inside: Inside) -> list[str | None]:
    return [quote["outlet"] for quote in inside.json("search", "--limit", "0", "--kind", "direct")]


def test_outlet_and_date_outlive_a_change_of_the_file(inside: Inside) -> None:
    article = inside.home / "a.txt"
    article.write_text(TEXT, encoding="utf-8")
    inside.json("add", "a.txt", "--outlet", "The Ferry Post", "--date", "2021-03-04", "--author", "Ida Quill")
    assert inside.json("add", "a.txt")["unchanged"] == 1
    article.write_text(TEXT + "\n“Good,” said Thomas Brill.\n", encoding="utf-8")
    assert inside.json("add", str(inside.home))["updated"] == 1
    found = inside.json("search", "--limit", "0")
    assert [(quote["outlet"], quote["date"], quote["author"]) for quote in found] == [
        ("The Ferry Post", "2021-03-04", ["Ida Quill"])
    ] * 2


def test_what_is_said_now_counts(inside: Inside) -> None:
    (inside.home / "a.txt").write_text(TEXT, encoding="utf-8")
    inside.json("add", "a.txt", "--outlet", "The Ferry Post")
    assert inside.json("add", "a.txt", "--outlet", "The Quay")["updated"] == 1
    assert outlets(inside) == ["The Quay"]
    assert inside.json("add", "a.txt")["unchanged"] == 1


def test_reports_stay_when_a_document_is_added_again(inside: Inside) -> None:
    article = inside.home / "a.txt"
    article.write_text(TEXT, encoding="utf-8")
    inside.json("add", "a.txt", "--indirect")
    assert inside.json("add", "a.txt")["unchanged"] == 1
    article.write_text(TEXT + "\nNobody else spoke.\n", encoding="utf-8")
    assert inside.json("add", "a.txt")["updated"] == 1
    assert len(inside.json("search", "--kind", "indirect")) == 1


def test_documents_of_one_file_keep_what_was_said_of_it(inside: Inside) -> None:
    lines = [json.dumps({"id": name, "body": TEXT}) for name in "ab"]
    (inside.home / "a.jsonl").write_text("\n".join(lines), encoding="utf-8")
    inside.json("add", "a.jsonl", "--outlet", "The Ferry Post", "--map", "text=body")
    (inside.home / "a.jsonl").write_text("\n".join([*lines, json.dumps({"id": "c", "body": TEXT})]), encoding="utf-8")
    report = inside.json("add", "a.jsonl")
    assert (report["added"], report["unchanged"]) == (1, 2)
    assert outlets(inside) == ["The Ferry Post"] * 3


def test_what_comes_through_standard_input_is_new(inside: Inside) -> None:
    assert inside("add", "-", "--outlet", "The Ferry Post", stdin=TEXT).returncode == 0
    assert inside("add", "-", stdin=TEXT.replace("stay", "leave")).returncode == 0
    assert outlets(inside) == ["The Ferry Post", None]


def test_what_was_said_outlives_a_new_version(inside: Inside) -> None:
    (inside.home / "a.txt").write_text(TEXT, encoding="utf-8")
    inside.json("add", "a.txt", "--outlet", "The Ferry Post")
    with closing(sqlite3.connect(inside.home / "quotes.db")) as db, db:
        assert db.execute("UPDATE documents SET finder = '0.1.0'").rowcount == 1
    assert inside.json("add", "a.txt")["failures"] == []
    assert outlets(inside) == ["The Ferry Post"]


@pytest.mark.parametrize("first", ["library", "command line"])
def test_the_library_and_the_command_line_add_alike(inside: Inside, first: str) -> None:
    folder = inside.home / "d"
    folder.mkdir()
    (folder / "a.txt").write_text("“We stay,” said Ngozi Okafor.\n", encoding="utf-8")
    (folder / "b.jsonl").write_text(json.dumps({"text": "“We go,” said Tom Brill."}) + "\n", encoding="utf-8")
    said = {"outlet": "The Tide", "date": "2024-05-01"}
    with quotecli.Store.open(inside.store) as store:
        if first == "library":
            assert quotecli.add(store, folder, outlet=said["outlet"], date=said["date"]) == 2
            assert inside.json("add", folder)["unchanged"] == 2
        else:
            inside.json("add", folder, "--outlet", said["outlet"], "--date", said["date"])
        assert quotecli.add(store, folder) == 2, "all its documents count, unchanged ones too"
        found = quotecli.search(store)
        assert {(hit.quote.outlet, str(hit.quote.date)) for hit in found} == {("The Tide", "2024-05-01")}
        (folder / "a.txt").write_text("“We stay,” said Ngozi Okafor. “Good,” she said.\n", encoding="utf-8")
        assert quotecli.add(store, folder) == 3
        assert {hit.quote.outlet for hit in quotecli.search(store)} == {"The Tide"}


@pytest.mark.parametrize(
    "said",
    [
        ("--outlet", "The Ferry Post"),
        ("--outlet", "the ferry post", "--date", "2021-03-04"),
        ("--outlet", "the FERRY post", "--author", "Ida Quill"),
        ("--outlet", "The Ferry Post", "--indirect"),
        ("--title", "All Winter", "--url", "https://ferry.example/a", "--force-meta"),
    ],
)
@pytest.mark.parametrize("moved", [False, True])
def test_what_was_said_to_a_version_that_kept_a_hash_of_it_holds(
    inside: Inside, said: tuple[str, ...], moved: bool
) -> None:
    """Each document lost outlet, date and author when it was added again by the version after it."""
    folder = inside.home / "press"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    inside("add", folder, *said)
    fields = ("text", "outlet", "date", "author", "title", "url", "kind")
    before = [[quote[field] for field in fields] for quote in listed(inside)]
    as_before_0_14(inside, said)
    if moved:
        folder.rename(inside.home / "later")
    assert len(inside.json("add", "later" if moved else folder)["moved"]) == moved
    assert [[quote[field] for field in fields] for quote in listed(inside)] == before


def test_of_a_container_that_a_version_kept_a_hash_of_only_what_is_known_holds(inside: Inside) -> None:
    lines = [json.dumps({"id": at, "text": f"“We stay for {at},” said Ngozi Okafor.", **more}) for at, more in TWO]
    (inside.home / "a.jsonl").write_text("\n".join(lines), encoding="utf-8")
    for said, outlet in ((("--outlet", "The Ferry Post"), "The Ferry Post"), (("--date", "2021-03-04"), None)):
        inside.store.unlink(missing_ok=True)
        inside("add", "a.jsonl", *said)
        as_before_0_14(inside, said)
        assert inside.json("add", "a.jsonl")["updated"] == 2
        assert {quote["outlet"] for quote in listed(inside)} == {"The Quay", outlet}


TWO: tuple[tuple[str, dict[str, str]], ...] = (("1", {"outlet": "The Quay"}), ("2", {}))


def listed(inside: Inside) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = inside.json(
        "search", "--limit", "0", "--ungroup", "--kind", "direct,partial,indirect"
    )
    return sorted(found, key=lambda quote: str(quote["id"]))


def as_before_0_14(inside: Inside, said: tuple[str, ...]) -> None:
    """Let the store be as a version before 0.14.0 wrote it, which kept a hash of what was typed."""
    typed = dict(zip(said[::2], said[1::2], strict=False))
    words = [typed.get(option) for option in ("--outlet", "--date", "--author", "--title", "--url")]
    words[2] = (words[2],) if words[2] else ()  # type: ignore[call-overload]
    made_of: tuple[Any, ...] = ((*words, "--force-meta" in said), [], "--indirect" in said)
    mark = blake2b(repr(made_of).encode(), digest_size=4).hexdigest()
    with closing(sqlite3.connect(inside.store)) as db, db:
        db.execute("UPDATE documents SET finder = '0.12.0', digest = substr(digest, 1, 33) || ?", (mark,))
