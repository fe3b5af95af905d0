"""The room's tables are sorted, without doubles, and have the columns that the code reads."""

from __future__ import annotations

import pytest

from quotecli.cite.rules import marks_of, rules_of, said_once
from quotecli.cite.works import works
from quotecli.core.folding import fold
from quotecli.core.tables import read_table

COLUMNS = {
    "elisions.tsv": {1},
    "marks.tsv": {6},
    "outlet_words.tsv": {2},
    "platforms.tsv": {3, 4},
    "secondary.tsv": {3},
    "style_rules.tsv": {9},
    "works.tsv": {12},
}


@pytest.mark.parametrize("name", sorted(COLUMNS))
def test_table_is_sorted_and_whole(name: str) -> None:
    rows = read_table("quotecli.cite", name)
    keys = [row[0] for row in rows]
    assert keys == sorted(set(keys))
    assert {len(row) for row in rows} <= COLUMNS[name]
    assert all(cell.strip("\u00a0") == cell.strip("\u00a0").strip() for row in rows for cell in row)


@pytest.mark.parametrize("name", ["elisions.tsv", "outlet_words.tsv", "platforms.tsv"])
def test_words_are_folded(name: str) -> None:
    assert [row[0] for row in read_table("quotecli.cite", name) if fold(row[0]) != row[0]] == []


def test_every_style_rule_and_language_can_be_used() -> None:
    for style, *_ in read_table("quotecli.cite", "style_rules.tsv"):
        rules = rules_of(style, "en-US")
        assert rules.block > 0
        assert rules.place in ("inside", "after", "before")
        assert said_once(style) in ("", "author", "container")
    for language, *_ in read_table("quotecli.cite", "marks.tsv"):
        assert all(mark.strip() for mark in (*marks_of(language).outer, *marks_of(language).inner))


def test_the_works_name_types_of_csl() -> None:
    assert {work.csl for work in works().values()} <= set(
        "article-journal article-magazine article-newspaper book broadcast document entry-encyclopedia interview "
        "personal_communication "
        "post post-weblog speech webpage".split()
    )
