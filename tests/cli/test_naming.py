"""Documents, quotes and styles as they are named on the command line: by path, URL, id, line; by nothing at all."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from tests.cli.conftest import Inside, articles

URL = "https://tide.example/harbour"
LINES = [
    {"id": "a", "url": URL, "text": "“We will not leave the harbour,” said Lena Farkas."},
    {"id": "b", "text": "“The ferry will be late,” said Ruben Okoro."},
]


@pytest.fixture
def store(inside: Inside) -> Inside:
    (inside.home / "all.jsonl").write_text("\n".join(map(json.dumps, LINES)), encoding="utf-8")
    assert inside("add", "all.jsonl").returncode == 0
    return inside


def test_a_document_is_filtered_by_its_url(store: Inside) -> None:
    assert [quote["url"] for quote in store.json("search", "--document", URL)] == [URL]
    assert URL in store("cite", "--document", URL).stdout
    assert store("export", "--document", URL).stdout.count("\n") == 1


@pytest.mark.parametrize("command", ["search", "cite", "export", "timeline"])
def test_a_url_that_no_document_has_is_told(store: Inside, command: str) -> None:
    done = store(command, "--document", "https://tide.example/other")
    assert (done.returncode, done.stdout) == (1, "")
    if command != "timeline":
        assert "the store has no document https://tide.example/other" in done.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        "remove",
        "remove --for-good",
        "show",
        "cite",
        "edit --outlet X",
        "add",
        "extract",
        "import",
        "check",
        "merge Okoro",
    ],
)
def test_an_empty_argument_is_wrong_usage(store: Inside, arguments: str) -> None:
    done = store(*arguments.split(), "")
    assert (done.returncode, done.stdout) == (2, "")
    assert "empty" in done.stderr
    assert len(store.json("documents")) == 2


def test_an_empty_query_lists_all(store: Inside) -> None:
    assert len(store.json("search", "")) == 2
    assert len(store.json("by", "Okoro", "")) == 1


@pytest.mark.parametrize("name", [URL, f"{URL}?utm_source=x", "all.jsonl#a"])
def test_a_document_is_corrected_and_removed_by_path_or_url(store: Inside, name: str) -> None:
    done = store("edit", name, "--outlet", "The Tide")
    assert done.returncode == 0, done.stderr
    assert [quote["text"] for quote in store.json("from", "The Tide")] == ["We will not leave the harbour,"]
    assert store("remove", name).returncode == 0
    assert [document["document"][-1] for document in store.json("documents")] == ["b"]


def test_a_file_is_all_its_documents(store: Inside) -> None:
    assert store("edit", "./all.jsonl", "--outlet", "The Tide").returncode == 0
    assert len(store.json("from", "The Tide")) == 2
    assert store("edit", "https://tide.example/none", "--outlet", "X").returncode == 2


def test_a_search_that_found_nothing_is_the_last_listing(store: Inside) -> None:
    assert store("search", "ferry").returncode == 0
    assert store("cite").returncode == 0
    for command in (["search", "zeppelin"], ["by", "Zorro"]):
        store("search", "ferry")
        assert store(*command).returncode == 1
        done = store("cite")
        assert (done.returncode, done.stdout) == (1, "")
        assert done.stderr == "the last listing is empty\nquotes: nothing to cite\n"
        assert store("cite", "1").returncode == 2


def test_a_style_file_that_is_not_there_is_told(store: Inside) -> None:
    for name in ("nosuch.csl", "styles/apa.csl"):
        done = store("cite", "--format", name)
        assert (done.returncode, done.stdout) == (2, "")
        assert f"there is no file '{name}'" in done.stderr


def test_a_citation_is_printed_though_there_is_no_clipboard(store: Inside, monkeypatch: pytest.MonkeyPatch) -> None:
    pyperclip = pytest.importorskip("pyperclip")

    def refuse(_text: str) -> None:
        raise pyperclip.PyperclipException

    monkeypatch.setattr(pyperclip, "copy", refuse)
    done = store("cite", "--copy")
    assert done.returncode == 2
    assert URL in done.stdout


def test_two_texts_with_one_id_are_both_kept_and_a_second_run_changes_nothing(inside: Inside) -> None:
    lines = [{"id": "1", "text": f"“We will stay {where},” said Lena Farkas."} for where in ("here", "there")]
    (inside.home / "a.jsonl").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    for added, unchanged in ((2, 0), (0, 2)):
        done = inside("add", "a.jsonl", "--json")
        assert done.returncode == 0
        assert "line 2 has the id of line 1" in done.stderr
        report = json.loads(done.stdout)
        assert (report["added"], report["unchanged"], report["failures"]) == (added, unchanged, [])
    assert len(inside.json("search", "stay")) == 2
    done = inside("extract", "a.jsonl")
    assert (done.returncode, len(done.stdout.splitlines())) == (0, 2)


def test_a_name_as_a_filter_lets_all_through_whom_it_fits(inside: Inside) -> None:
    letters = "abcdefghijklmnopqrstuvwxyz"
    families = [f"Quill{one}{other}" for one in letters[:8] for other in letters[:8]]
    texts = [f'"We have {place} harbours," said John {family}.' for place, family in enumerate(families)]
    lines = "".join(json.dumps({"id": str(place), "text": text}) + "\n" for place, text in enumerate(texts))
    (inside.home / "a.jsonl").write_text(lines, encoding="utf-8")
    assert inside("add", "a.jsonl").returncode == 0
    assert len(inside.json("search", "by:john", "--limit", "0")) == len(families)
    assert len(inside.json("search", "harbours", "--by", "john", "--limit", "0")) == len(families)


@pytest.mark.parametrize(
    ("line", "text"),
    [
        (("by", "okafor harbour"), "We like the harbour,"),
        (("by", "Ngozi Okafor like the harbour"), "We like the harbour,"),
        (("from", "blue tide harbour"), "We like the harbour,"),
        (("by", "@borak"), "Pay us,"),
    ],
)
def test_a_name_and_words_that_come_as_one_are_told_apart(inside: Inside, line: tuple[str, ...], text: str) -> None:
    said = '"We like the harbour," said Ngozi Okafor.\n\n"Pay us," said Bora Kaplan.\n'
    (inside.home / "a.txt").write_text(said, encoding="utf-8")
    assert inside("add", "a.txt", "--outlet", "The Blue Tide").returncode == 0
    assert [quote["text"] for quote in inside.json(*line)] == [text]
    assert inside("by", "okafor walrus").returncode == 1


def test_a_folder_whose_name_is_not_utf_8_is_named_like_any_other(inside: Inside) -> None:
    folder = Path(os.fsdecode(os.fsencode(inside.home) + b"/caf\xe9"))
    articles(folder, 3)
    assert inside("add", folder).returncode == 0
    (folder / "0001.txt").unlink()
    assert len(inside.json("add", folder)["gone"]) == 1
    assert inside.json("remove", folder)["quotes"] == 6
    assert inside.json("documents", code=1) == []


def test_a_folder_is_not_its_neighbour_whose_name_begins_alike(inside: Inside) -> None:
    for name in ("press", "press-2"):
        inside("add", articles(inside.home / name, 2))
    tried = inside.json("remove", "press/", "--dry-run")
    assert (len(tried["removed"]), tried["quotes"]) == (2, 4)
    assert inside("remove", ".", "--dry-run").stdout == "4 documents and 8 quotes would be removed\n"
    assert inside("remove", ".").stdout == "4 documents and 8 quotes removed\n"


def test_the_document_of_a_line_of_the_last_listing_can_be_removed(small: Inside) -> None:
    small("search")
    assert small("remove", "2").stdout == "1 document and 2 quotes removed\n"
    assert "3: the store has no such document" in small("remove", "3").stderr


def test_a_file_with_the_sign_of_a_part_in_its_name_that_is_left_out_is_not_gone(inside: Inside) -> None:
    folder = articles(inside.home / "press", 1)
    (folder / "note#1.txt").write_text("“We wait,” said Ann Holt.", encoding="utf-8")
    inside("add", folder)
    assert inside.json("add", folder, "--exclude", "note*")["gone"] == []


def test_an_edit_of_what_the_store_has_not_tells_how_documents_are_named(small: Inside) -> None:
    for name in ("gone.txt", "."):
        done = small("edit", name, "--outlet", "The Quay")
        assert (done.returncode, done.stdout) == (2, "")
        assert "quotes documents" in done.stderr
