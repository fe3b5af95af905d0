"""Every table beside the code says what it holds, has its columns in each row, and its keys once and in order."""

from __future__ import annotations

from itertools import takewhile
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parents[1] / "src" / "quotecli"
TABLES = sorted(path.relative_to(SOURCE).as_posix() for path in SOURCE.rglob("data/*.tsv"))

COLUMNS = {
    "core/data/chat_notes.tsv": 2,
    "find/data/dialogue_verbs.tsv": 2,
    "find/data/doers.tsv": 2,
    "find/data/fields_of_work.tsv": 2,
    "find/data/interview_words.tsv": 2,
    "find/data/letters.tsv": 2,
    "find/data/role_synonyms.tsv": 2,
    "find/data/title_nouns.tsv": 2,
    "find/data/via.tsv": 3,
    "read/data/ago_words.tsv": 2,
    "read/data/boilerplate.tsv": 2,
    "read/data/by_words.tsv": 2,
    "read/data/date_words.tsv": 2,
    "read/data/encodings.tsv": 4,
    "read/data/fields.tsv": 2,
    "read/data/head_labels.tsv": 2,
    "read/data/latex.tsv": 3,
    "read/data/meta_names.tsv": 3,
    "read/data/months.tsv": 2,
    "read/data/no_titles.tsv": 2,
    "read/data/outlets.tsv": 6,
    "read/data/page_words.tsv": 2,
}
"""Columns of tables that describe them in words; the others have tabs in the comment as in the rows."""
SHORTER = {"core/data/body_words.tsv"}
"""Tables whose rows may end before the last column."""
LONGER = {"store/data/opposites.tsv"}
"""Tables whose rows may go on as the last column does."""
KEYS = {
    "cite/data/style_types.tsv": 2,
    "core/data/chat_notes.tsv": 2,
    "find/data/other_words.tsv": 2,
    "read/data/ago_words.tsv": 2,
    "read/data/boilerplate.tsv": 2,
    "read/data/by_words.tsv": 2,
    "read/data/date_words.tsv": 2,
    "read/data/encodings.tsv": 3,
    "read/data/fields.tsv": 2,
    "read/data/no_titles.tsv": 2,
    "search/data/turning.tsv": 2,
    "store/data/opposites.tsv": 3,
}
"""How many columns tell a row from the others, where it takes more than the first."""
OWN_ORDER = {
    "core/data/languages.tsv",  # the first wins where two are as frequent
    "find/data/function_words.tsv",
    "find/data/interview_words.tsv",  # by language
    "find/data/role_classes.tsv",
    "find/data/role_synonyms.tsv",
    "read/data/encodings.tsv",  # likewise
    "read/data/fields.tsv",  # the order in which fields are believed
    "read/data/months.tsv",  # that of the year
    "search/data/turning.tsv",  # by kinds of words
    "store/data/opposites.tsv",
    "read/data/no_titles.tsv",  # by what may stand beside a headline
}
"""Tables that are not sorted, and the reason."""
BLANKS = "\u00a0"
"""May begin or end a cell: the blank inside French marks."""


@pytest.mark.parametrize("table", TABLES)
def test_the_table_is_sound(table: str) -> None:
    text = (SOURCE / table).read_text(encoding="utf-8")
    lines = text.split("\n")
    assert lines.pop() == "", "the last line ends as the others do"
    comments = [*takewhile(lambda line: line.startswith("#"), lines)]
    assert comments, "a comment first, which says what the table holds"
    assert all(line and not line.startswith("#") for line in lines[len(comments) :])
    rows = [line.split("\t") for line in lines[len(comments) :]]
    columns = COLUMNS.get(table) or max(comment.count("\t") + 1 for comment in comments)
    least = 1 if table in SHORTER else columns
    assert all(least <= len(row) and (len(row) <= columns or table in LONGER) for row in rows)
    assert all(cell.strip(BLANKS) == cell.strip() for row in rows for cell in row)
    keys = [row[: KEYS.get(table, 1)] for row in rows]
    assert all(all(key) for key in keys)
    assert len({*map(tuple, keys)}) == len(keys), "no key twice"
    assert table in OWN_ORDER or rows == sorted(rows)


def test_the_exceptions_are_tables() -> None:
    assert {*COLUMNS, *SHORTER, *LONGER, *KEYS, *OWN_ORDER} <= set(TABLES)
