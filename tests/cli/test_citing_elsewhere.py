"""JSON taken to a computer without the store is cited there as it is here."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.cli.conftest import Inside

PAGE = (
    "<html><head><title>Harbour wall</title>"
    '<meta name="citation_author" content="Orrego Salas, Ana María"><meta name="citation_author" content="Finch, Ada">'
    '</head><body><article><p>"We will mend the wall," said Ngozi Okafor in the council.</p>'
    "<p>The wall is old and long, and it stands where the sea comes in.</p></article></body></html>"
)


@pytest.fixture
def listed(inside: Inside, tmp_path: Path) -> Inside:
    (tmp_path / "wall.html").write_text(PAGE, encoding="utf-8")
    assert inside("add", tmp_path / "wall.html").returncode == 0
    return inside


def both(inside: Inside, form: str) -> tuple[str, str]:
    """Return what is cited of the listing with its store, and without it."""
    listing = inside("search", "wall", "--json").stdout
    here = inside("cite", "-", "--format", form, stdin=listing)
    there = inside("--db", "elsewhere.db", "cite", "-", "--format", form, stdin=listing)
    assert (here.returncode, there.returncode) == (0, 0), there.stderr
    return here.stdout, there.stdout


@pytest.mark.parametrize("form", ["bibtex", "csl-json", "apa"])
def test_family_names_are_those_of_the_document(listed: Inside, form: str) -> None:
    here, there = both(listed, form)
    assert "Orrego Salas" in there
    assert here == there


def test_family_names_are_those_given_by_hand(listed: Inside) -> None:
    [quote] = listed.json("search", "wall")
    assert quote["author"] == ["Ana María Orrego Salas", "Ada Finch"]
    assert quote["author_filed"] == ["Orrego Salas, Ana María", "Finch, Ada"]
    assert listed("edit", quote["id"], "--author", "Bonilla Reyes, Eva").returncode == 0
    here, there = both(listed, "bibtex")
    assert "author = {Bonilla Reyes, Eva}" in there
    assert here == there


def test_a_name_that_nobody_filed_has_no_field_more(inside: Inside, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text('"We will mend the wall," said Ngozi Okafor.\n', encoding="utf-8")
    inside("add", tmp_path / "a.txt", "--author", "Ada Finch")
    [quote] = inside.json("search", "wall")
    assert "author_filed" not in quote


def test_what_extract_prints_is_its_quotes(inside: Inside, tmp_path: Path) -> None:
    (tmp_path / "wall.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "bare.txt").write_text("Nobody said a word.\n", encoding="utf-8")
    extracted = inside("extract", tmp_path / "wall.html", tmp_path / "bare.txt").stdout
    done = inside("cite", "-", "--as", "quote", "--format", "apa", stdin=extracted)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == (
        "“We will mend the wall” (Ngozi Okafor, as cited in Orrego Salas & Finch, n.d., para. 1)."
    )


def test_what_check_prints_is_the_quotes_of_the_store(listed: Inside, tmp_path: Path) -> None:
    draft = "“We will mend the wall,” said Ngozi Okafor.\n\n“Nobody will ever pay for it,” said Tom Vale.\n"
    (tmp_path / "draft.md").write_text(draft, encoding="utf-8")
    checked = listed("check", tmp_path / "draft.md", "--json")
    assert checked.returncode == 1  # Vale's words are not in the store
    done = listed("cite", "-", "--as", "quote", "--format", "apa", stdin=checked.stdout)
    assert done.stdout.strip() == (
        "“We will mend the wall” (Ngozi Okafor, as cited in Orrego Salas & Finch, n.d., para. 1)."
    )
