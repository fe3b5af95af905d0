"""Front matter: titles are Markdown, too."""

from __future__ import annotations

import pytest

from quotecli.read.markdown import draft_from_markdown


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("The boats of *Little Hamble* and **others**", "The boats of Little Hamble and others"),
        ("“_Ulla_ sails again”", "“Ulla sails again”"),
        ("2 * 3 * 4 and snake_case_name", "2 * 3 * 4 and snake_case_name"),
        ("Five stars: *****", "Five stars: *****"),
    ],
)
def test_a_title_in_front_matter_is_read_without_its_marks_of_emphasis(written: str, title: str) -> None:
    text = f"---\ntitle: '{written}'\n---\n\nThe mayor opened the bridge. “We have waited for this,” she said.\n"
    assert next(one.value for one in draft_from_markdown(text).candidates if one.field == "title") == title


@pytest.mark.parametrize("name", ["accessed", "Access date", "retrieved_at", "dateAccessed"])
def test_the_day_on_which_a_page_was_read_is_told(name: str) -> None:
    text = f"---\ntitle: Tides\n{name}: 2023-11-30\n---\n\nThe mayor opened the bridge. “We have waited,” she said.\n"
    [accessed] = [one.value for one in draft_from_markdown(text).candidates if one.field == "accessed"]
    assert accessed == "2023-11-30"


def test_tags_and_anchors_of_front_matter_with_aliases_are_no_words() -> None:
    text = '---\ntitle: !!python/name "The weir"\nauthor: &one [*one]\ndate: 2021-03-04\n---\n\nThe weir stands.\n'
    found = {one.field: one.value for one in draft_from_markdown(text).candidates if one.source.startswith("front")}
    assert found == {"published": "2021-03-04"}
