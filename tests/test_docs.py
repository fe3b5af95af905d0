"""The documents say what the code does."""

from __future__ import annotations

import re
import runpy
from pathlib import Path

import pytest

from quotecli import __version__
from quotecli.cli.commands import COMMANDS

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
_POLNEAR, _OURS, _BLIND = "PolNeAR, validation", "test articles, never trained on", "blind articles"
"""Rows of the page on attribution whose figures the README has too."""


@pytest.mark.slow
def test_the_reference_is_the_help() -> None:
    made = runpy.run_path(str(ROOT / "docs/reference/make.py"))["page"]()
    assert (ROOT / "docs/reference/commands.md").read_text(encoding="utf-8") == made, "run docs/reference/make.py"


@pytest.mark.parametrize("command", COMMANDS)
def test_the_readme_shows_every_command(command: str) -> None:
    assert re.search(rf"quotes {command}\b", README)


def test_the_readme_links_to_what_is_there() -> None:
    for target in re.findall(r"\]\((?!https?:)([^)#]+)", README):
        assert (ROOT / target).exists(), target


def test_the_python_of_the_readme_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    [block] = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    (tmp_path / "data").symlink_to(ROOT / "data")
    monkeypatch.chdir(tmp_path)
    exec(compile(block, "README.md", "exec"), {})


def test_the_changelog_has_this_version() -> None:
    assert f"## [{__version__}]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("page", sorted((ROOT / "docs").rglob("*.md")), ids=lambda page: page.stem)
def test_no_page_waits_for_words(page: Path) -> None:
    assert not re.search(r"@@\w+@@|\bTODO\b|\bTBD\b", page.read_text(encoding="utf-8"))


def test_the_readme_has_the_figures_of_the_page_on_attribution() -> None:
    page = (ROOT / "docs/explanation/attribution.md").read_text(encoding="utf-8").splitlines()
    rows = {cells[1].split("(")[0].strip(): cells[5:8] for line in page if len(cells := line.split("|")) == 9}
    measured = [[cell.strip() for cell in rows[name]] for name in (_POLNEAR, _OURS, _BLIND)]
    for joint, direct, _ in measured:
        assert f"joint F1 {joint}, direct quotations {direct}" in README
    polnear, ours, blind = (names for _, _, names in measured)
    assert f"{ours} % · {polnear} %" in README
    assert f"full names {blind} %" in README


@pytest.mark.slow
def test_the_picture_shows_what_is_printed() -> None:
    """It showed a speaker without the doubt that there is today; how it is drawn is Rich's business."""
    shown, printed = (
        re.findall(r">([^<>]+)</text>", picture)
        for picture in (
            (ROOT / "docs/pictures/search.svg").read_text(encoding="utf-8"),
            runpy.run_path(str(ROOT / "docs/pictures/make.py"))["picture"](),
        )
    )
    assert shown == printed, "run docs/pictures/make.py"


@pytest.mark.slow
@pytest.mark.parametrize("page", [ROOT / "docs/tutorial.md", *sorted((ROOT / "docs/how-to").glob("*.md"))], ids=str)
def test_the_pages_show_what_is_printed(page: Path) -> None:
    shown = page.read_text(encoding="utf-8")
    assert runpy.run_path(str(ROOT / "docs/console.py"))["rerun"](shown) == shown, "run docs/console.py"


def test_the_pages_of_the_docs_link_to_what_is_there() -> None:
    for page in (ROOT / "docs").rglob("*.md"):
        for target in re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"
