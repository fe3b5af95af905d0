"""Wordings of a statement that one document prints whole and another in pieces, the reporter's words between them."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.cli.conftest import Inside, inside

__all__ = ["inside"]

WHOLE = "We cannot sell the mill while the looms are running, and we will not be hurried into it,"


@pytest.fixture
def tool(inside: Inside) -> Inside:
    def write(name: str, text: str) -> Path:
        path = inside.home / name
        path.write_text(text, encoding="utf-8")
        return path

    whole = write("whole.txt", f"“{WHOLE}” said Noor Halvorsen, who owns it.\n")
    split = write(
        "split.txt",
        "“We can not sell the mill while the looms are running,” Noor Halvorsen told reporters on the steps,"
        " “and we won’t be hurried into it.” Then she left.\n",
    )
    cut = write("cut.txt", "“We cannot sell the mill while the looms are running,” Noor Halvorsen said.\n")
    for day, path in enumerate((whole, split, cut), 1):
        assert inside("add", str(path), "--date", f"2024-05-0{day}").returncode == 0
    return inside


def marked(tool: Inside, *arguments: str) -> list[str]:
    return [line.split("\t")[-1] for line in tool("variants", *arguments).stdout.splitlines()]


def test_the_other_pieces_of_a_statement_are_not_left_out(tool: Inside) -> None:
    whole, split, cut = marked(tool, "sell the mill")
    assert whole == WHOLE
    assert split == (
        "We [-cannot-] {+can not+} sell the mill while the looms are running, and we [-will not-] {+won’t+} be hurried"
        " into it."
    )
    assert cut == "We cannot sell the mill while the looms are running, [-and we will not be hurried into it,-]"
    texts = [wording["text"] for wording in tool.json("variants", "sell the mill")]
    assert texts[1] == "We can not sell the mill while the looms are running, and we won’t be hurried into it."


def test_split_first_the_whole_has_nothing_more(tool: Inside) -> None:
    assert marked(tool, "sell the mill", "--reverse", "--until", "2024-05-02")[1] == (
        "We [-can not-] {+cannot+} sell the mill while the looms are running, and we [-won’t-] {+will not+} be hurried"
        " into it,"
    )


def test_a_later_piece_leads_to_the_statement(tool: Inside) -> None:
    [piece] = [record["id"] for record in tool.json("search", '"hurried into it"') if record["part_of"]]
    assert len(marked(tool, piece)) == 3


def test_a_piece_is_not_taken_for_what_others_print_of_another_piece(tool: Inside) -> None:
    for name, words in (
        ("both.txt", "“My knees have gone,” Ida Brekke wrote. “The lifeboat needs a coxswain who can climb.”"),
        ("one.txt", "“The lifeboat needs a coxswain who can climb,” Ida Brekke wrote."),
    ):
        path = tool.home / name
        path.write_text(words + "\n", encoding="utf-8")
        tool("add", str(path))
    assert marked(tool, "knees have gone") == ["My knees have gone,"]
    assert len(marked(tool, "coxswain who can climb")) == 2
