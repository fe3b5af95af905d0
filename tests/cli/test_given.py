"""Quotes named by what stands on standard input, and by ranges of lines of the last listing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.cli.conftest import Inside

WALL = "“The harbour wall will cost us twice what we were told in spring,” said Joan Tolliver on Monday.\n"
FERRY = "“The ferry will run again before the summer holidays begin,” said Olga Marsh at the pier on Monday.\n"
BAKER = "“Nobody bakes here any longer, and nobody buys bread here,” said Tove Munk in the market hall.\n"


@pytest.fixture
def three(inside: Inside) -> Inside:
    """A store of three quotes, the first of them printed twice."""
    for name, text in {"a": WALL, "b": FERRY, "c": BAKER, "d": f"The council met.\n\n{WALL}"}.items():
        (inside.home / f"{name}.txt").write_text(text, encoding="utf-8")
    assert inside("add", *(f"{name}.txt" for name in "abcd")).returncode == 0
    return inside


def ids(tool: Inside, *arguments: str) -> list[str]:
    return [record["id"] for record in tool.json(*arguments)]


def removed(tool: Inside, given: str) -> list[str]:
    """Return the documents that would be removed by what stands on standard input."""
    documents: list[str] = json.loads(tool("remove", "-", "--dry-run", "--json", stdin=given).stdout)["removed"]
    return documents


@pytest.mark.parametrize("form", ["--json", "--jsonl", "--csv", ""])
def test_show_reads_a_listing_in_any_form(three: Inside, form: str) -> None:
    listed = three(*filter(None, ["search", "ferry", form])).stdout
    done = three("show", "-", "--json", stdin=listed)
    assert [record["speaker"] for record in json.loads(done.stdout)] == ["Olga Marsh"]


def test_show_reads_ids_and_keeps_the_order_of_names(three: Inside) -> None:
    ferry, baker = ids(three, "search", "ferry"), ids(three, "search", "bakes")
    named = [record["id"] for record in json.loads(three("show", *baker, "-", "--json", stdin=ferry[0]).stdout)]
    assert named == baker + ferry
    assert three("show", "-", stdin=ferry[0].encode("utf-16")).returncode == 0


def test_variants_reads_the_first_quote_of_a_listing(three: Inside) -> None:
    listed = three("search", "harbour wall", "--json").stdout
    done = three("variants", "-", stdin=listed)
    assert (done.returncode, len(done.stdout.splitlines())) == (0, 2)
    assert "first of 2 quotes" in done.stderr


def test_edit_corrects_what_a_search_finds(three: Inside) -> None:
    done = three("edit", "-", "--speaker", "Joan Tolliver-Pell", stdin=three("search", "harbour wall").stdout)
    assert done.returncode == 0, done.stderr
    assert {record["speaker"] for record in three.json("search", "harbour wall")} == {"Joan Tolliver-Pell"}


@pytest.mark.parametrize("command", [("show",), ("variants",), ("cite",), ("edit", "--outlet", "The Quay")])
@pytest.mark.parametrize("given", ["", "\n", "[]"])
def test_a_search_that_found_nothing_names_nothing(three: Inside, command: tuple[str, ...], given: str) -> None:
    done = three(*command, "-", stdin=given)
    assert (done.returncode, done.stdout) == (1, "")
    assert "standard input names no quotes" in done.stderr


@pytest.mark.parametrize("command", ["show", "variants"])
def test_what_a_store_does_not_have_is_told(three: Inside, command: str, tmp_path: Path) -> None:
    (tmp_path / "e.txt").write_text(FERRY.replace("ferry", "tram"))
    extracted = three("extract", "e.txt").stdout
    for given in (extracted, "nonsense", "{", '[{"text": "Words alone."}]'):
        done = three(command, "-", stdin=given)
        assert (done.returncode, done.stdout) == (2, ""), given


@pytest.mark.parametrize("command", ["show", "cite"])
def test_a_range_means_lines_of_the_last_listing(three: Inside, command: str) -> None:
    listed = ids(three, "search", "--sort", "speaker")
    form = ("--json",) if command == "show" else ("--format", "csv")
    shown = three(command, "2-4", *form).stdout
    one_by_one = three(command, "2", "3", "4", *form).stdout
    assert shown == one_by_one
    assert listed[1] in shown
    assert listed[0] not in shown


def test_remove_takes_a_range_but_for_a_document_of_that_name(three: Inside) -> None:
    (three.home / "1-3").write_text(FERRY.replace("ferry", "tram"))
    three("add", "1-3")
    three("search", "--sort", "speaker", "-n", "0")
    assert three.json("remove", "--dry-run", "1-3")["removed"] == [str(three.home / "1-3")]
    assert len(three.json("remove", "--dry-run", "1-5")["removed"]) == 5


@pytest.mark.parametrize("form", ["--json", "--jsonl", "--csv", ""])
def test_remove_reads_a_listing_in_any_form(three: Inside, form: str) -> None:
    listed = three(*filter(None, ["search", "ferry", form])).stdout
    done = three("remove", "-", stdin=listed)
    assert done.stdout == "1 document and 1 quote removed\n", done.stderr
    assert three("search", "ferry").returncode == 1


@pytest.mark.parametrize("form", ["--json", "--jsonl", "--csv"])
def test_remove_reads_a_listing_of_documents(three: Inside, form: str) -> None:
    listed = three("documents", "--document", "c.txt", form).stdout
    assert removed(three, listed) == [str(three.home / "c.txt")]


def test_remove_reads_paths_with_spaces_a_line_each_and_ids(three: Inside) -> None:
    (three.home / "a letter.txt").write_text(FERRY.replace("ferry", "tram"))
    three("add", "a letter.txt")
    assert removed(three, "a letter.txt\nb.txt\n") == [str(three.home / "a letter.txt"), str(three.home / "b.txt")]
    ferry, baker = ids(three, "search", "ferry"), ids(three, "search", "bakes")
    assert len(removed(three, f"{ferry[0]} {baker[0]}\n")) == 2


def test_remove_tells_that_standard_input_names_nothing(three: Inside) -> None:
    done = three("remove", "-", stdin="")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "quotes: standard input names no documents\n"


def test_words_with_a_range_stay_a_query(three: Inside) -> None:
    (three.home / "match.txt").write_text("“We lost 1-3 and nobody in the team knows why,” said Rosa Lind.\n")
    three("add", "match.txt")
    three("search", "harbour")
    assert "Rosa Lind" in three("variants", "1-3").stdout


@pytest.mark.parametrize("lines", ["0-1", "2-1", "1-9", "1-99999999999999999999", "1-2-3", "1-", "2-g"])
def test_a_range_that_is_none_is_told(three: Inside, lines: str) -> None:
    three("search")
    for command in ("show", "cite"):
        done = three(command, lines)
        assert (done.returncode, done.stdout) == (2, "")
        assert lines in done.stderr


@pytest.mark.parametrize("command", ["show", "cite", "variants"])
@pytest.mark.parametrize("form", ['["{}"]', '[{{"id": "{}"}}]', '{{"id": "{}"}}\n{{"id": "{}"}}\n', '"{}"'])
def test_ids_alone_are_enough_in_json(three: Inside, command: str, form: str) -> None:
    (ferry,) = ids(three, "search", "ferry")
    done = three(command, "-", stdin=form.replace("{}", ferry).replace("{{", "{").replace("}}", "}"))
    assert (done.returncode, done.stdout) == (0, three(command, ferry).stdout), done.stderr
