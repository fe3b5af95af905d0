"""Setting one value of a TOML file: tomllib reads what was meant, and every other byte is as it was."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotecli.app.toml_edit import with_text, without

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
COMMENTS = st.sampled_from(["", " # why", "\t# db = 'x'", "#", "  # é “q” \u2028 \x85"])
OTHERS = st.sampled_from(
    [
        "",
        "# db = 'a comment'",
        "  # [table]",
        "other = 1",
        "when = 2020-10-02 # a date",
        "nothing = nan",
        "dbx = 'near'",
        '"a db" = """\ndb = "inside"\n[x]\n"""',
        "lines = '''\ndb = 'inside'\n# '''",
        "list = [\n  'db', # db = 1\n  [1, 2],\n]",
        "a.db = { db = 'deep', x = [] }",
        "empty = ''",
    ]
)
TABLES = st.sampled_from(
    [
        "[table]\ndb = 'of the table'",
        "[[rows]]\ndb = 1\n\n[[rows]]\ndb = 2",
        " [ x . y ] # [z]\n'db' = '''\n[no]\n'''",
        "# about the last one\n[last]",
    ]
)
OLD = st.sampled_from(
    [
        "db = 'old'",
        'db="o#ld"',
        '"db" = "o\\"ld"',
        "'db'\t=  '# no comment'",
        "  db = 3",
        "db = 1.50",
        "db = nan",
        "db = '''\n# db = 'x'\n'''",
        'db = """a\\\n  # b"""',
        "db = [\n  1, # ]\n]",
        "db = { x = '}' }",
        "db = 2020-10-02 10:00:00",
    ]
)


@st.composite
def files(draw: st.DrawFn, *, old: bool) -> tuple[str, str, str, str]:
    """Return what stands before the old statement, it, the comment behind it, and what follows."""
    first = draw(st.lists(OTHERS, max_size=3, unique=True))
    second = [other for other in draw(st.lists(OTHERS, max_size=3, unique=True)) if other not in first]
    tables = draw(st.lists(TABLES, max_size=2, unique=True))
    statement = draw(OLD) if old else ""
    comment = draw(COMMENTS) if old else ""
    before, after = "\n".join([*first, ""]), "\n".join([*second, *tables])
    after = ("\n" if old else "") + after + ("\n" if draw(st.booleans()) else "")
    parts = before, statement, comment, after
    return tuple(part.replace("\n", "\r\n") for part in parts) if draw(st.booleans()) else parts  # type: ignore[return-value]


def said(text: str) -> tuple[Any, str]:
    values = tomllib.loads(text)
    return values.pop("db", None), repr(values)


@given(files(old=True), TEXTS)
def test_a_value_is_replaced_where_it_stands(parts: tuple[str, str, str, str], value: str) -> None:
    before, statement, comment, after = parts
    text = before + statement + comment + after
    changed = with_text(text, "db", value)
    assert said(changed) == (value, said(text)[1])
    assert changed.startswith(before + statement[: statement.index("=") + 1])
    assert changed.endswith(comment + after)
    assert with_text(changed, "db", value) == changed


@given(files(old=False), TEXTS)
def test_a_new_value_is_a_new_line(parts: tuple[str, str, str, str], value: str) -> None:
    text = "".join(parts)
    changed = with_text(text, "db", value)
    assert said(changed) == (value, said(text)[1])
    assert without(changed, "db") in {text, text + "\n", text + "\r\n"}


@given(files(old=True))
def test_a_value_is_taken_out_with_its_line(parts: tuple[str, str, str, str]) -> None:
    before, statement, comment, after = parts
    changed = without(before + statement + comment + after, "db")
    assert said(changed) == (None, said(before + statement + comment + after)[1])
    assert changed == before + after.removeprefix("\r").removeprefix("\n")


@given(TEXTS)
def test_in_an_empty_file(value: str) -> None:
    assert tomllib.loads(with_text("", "db", value)) == {"db": value}


@pytest.mark.parametrize("text", ["db.x = 1\n", "[db]\nx = 1\n", "[[db]]\n"])
def test_a_table_of_the_name_is_left_alone(text: str) -> None:
    with pytest.raises(ValueError, match="not a line of its own"):
        with_text(text, "db", "x")
    with pytest.raises(ValueError, match="not a line of its own"):
        without(text, "db")


def test_a_new_line_stands_before_the_first_table_and_what_is_said_of_it() -> None:
    text = "# mine\nformat = 'mla'\n\n# of the table\n[table]\nx = 1\n"
    assert with_text(text, "db", "a") == "# mine\nformat = 'mla'\ndb = \"a\"\n\n# of the table\n[table]\nx = 1\n"
