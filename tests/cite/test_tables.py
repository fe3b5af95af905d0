"""The room's tables say what the code can use (tests/test_tables.py holds what is true of every table)."""

from __future__ import annotations

import pytest

import quotecli.read  # noqa: F401 - whose table is read
from quotecli.cite.rules import marks_of, rules_of, said_once
from quotecli.cite.works import works
from quotecli.core.folding import fold
from quotecli.core.tables import read_table


@pytest.mark.parametrize("name", ["elisions.tsv", "outlet_words.tsv", "platforms.tsv", "whole_words.tsv"])
def test_words_are_folded(name: str) -> None:
    assert [row[0] for row in read_table("quotecli.cite", name) if fold(row[0]) != row[0]] == []


def test_every_style_rule_and_language_can_be_used() -> None:
    for style, *_ in read_table("quotecli.cite", "style_rules.tsv"):
        rules = rules_of(style, "en-US")
        assert rules.block > 0
        assert rules.place in ("inside", "after", "before")
        assert said_once(style) in ("", "author", "author of a page", "container")
    for language, *_ in read_table("quotecli.cite", "marks.tsv"):
        assert all(mark.strip() for mark in (*marks_of(language).outer, *marks_of(language).inner))


def test_the_works_name_types_of_csl() -> None:
    assert {work.csl for work in works().values()} <= set(
        "article-journal article-magazine article-newspaper book broadcast chapter document entry-encyclopedia "
        "interview legal_case motion_picture paper-conference personal_communication post post-weblog report speech "
        "thesis webpage".split()
    )


def test_the_kinds_that_front_matter_tells_are_kinds_of_works() -> None:
    assert {row[2] for row in read_table("quotecli.read", "work_kinds.tsv")} - {"-"} <= works().keys()
