"""The exports read by the programs that people use: pandoc, biber, BibTeX. Each test skips where its program is absent.

`.ci/run` installs them: apt-get install pandoc biber texlive-binaries; pip install pypandoc_binary for pandoc 3, whose
readers of RIS and EndNote Debian's pandoc 2 lacks, and typst for Hayagriva.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
from dataclasses import replace
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from tests.cite import samples

from quotecli.cite import EXPORTERS, Cited
from quotecli.cite.entries import entries

pytestmark = pytest.mark.slow

_BST = """
ENTRY { address annote author date day editor howpublished journal key language month note publisher title url urldate
        year } {} { label }
INTEGERS { depth }
MACRO {jan} {"1"} MACRO {feb} {"2"} MACRO {mar} {"3"} MACRO {apr} {"4"} MACRO {may} {"5"} MACRO {jun} {"6"}
MACRO {jul} {"7"} MACRO {aug} {"8"} MACRO {sep} {"9"} MACRO {oct} {"10"} MACRO {nov} {"11"} MACRO {dec} {"12"}
FUNCTION {default.type} { "item " cite$ * write$ newline$
  author empty$ { } { author num.names$ int.to.str$ write$ newline$ } if$ }
FUNCTION {article} { default.type } FUNCTION {book} { default.type } FUNCTION {misc} { default.type }
READ ITERATE {call.type$}
"""


def nasty_sources(count: int) -> list[Cited]:
    """Sources whose every field is made of what breaks formats, the same ones each time."""
    rng = random.Random(7)
    pieces = "{ } { } \\ % $ # & _ ^ ~ \" ' “ ” @ , and \\end{x} {{ }} = | < > é 習 😀 -- \\bf{ ~~ Jr. \u2028 \x00 No"

    def words() -> str:
        return " ".join(rng.choices([*pieces.split(" "), "harbour", "storm", "Smith", "town"], k=rng.randint(1, 8)))

    made = []
    for number in range(count):
        base = rng.choice(samples.ALL)
        source = replace(base, document=f"{number}", title=words(), authors=(words(), words()), outlet=words())
        source = replace(source, section=words(), place=words(), publisher=words(), url=f"https://e.example/{words()}")
        made.append(samples.cited(source, words(), words()))
    return made


@cache
def pandoc() -> str:
    """Return the newest pandoc at hand, or ""."""
    if find_spec("pypandoc"):
        import pypandoc

        return str(pypandoc.get_pandoc_path())
    return shutil.which("pandoc") or ""


def run(command: list[str], folder: Path, **paths: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command, capture_output=True, encoding="utf-8", check=False, cwd=folder, env=os.environ | paths
    )


def read_with_pandoc(text: str, kind: str, folder: Path) -> list[dict[str, Any]]:
    if not pandoc():
        pytest.skip("pandoc is not installed (apt-get install pandoc)")
    if kind not in run([pandoc(), "--list-input-formats"], folder).stdout.split():
        pytest.skip(f"this pandoc reads no {kind} (pip install pypandoc_binary)")
    file = folder / "export"
    file.write_text(text, encoding="utf-8", newline="")
    done = run([pandoc(), "-f", kind, "-t", "csljson", str(file)], folder)
    assert done.returncode == 0, done.stderr
    items: list[dict[str, Any]] = json.loads(done.stdout)
    return items


CITED = {"plain": list(samples.EVERYTHING), "nasty": nasty_sources(60)}


@pytest.mark.parametrize("kind", sorted(CITED))
@pytest.mark.parametrize(
    ("name", "reader"),
    [
        ("bibtex", "bibtex"),
        ("biblatex", "biblatex"),
        ("ris", "ris"),
        ("csl-json", "csljson"),
        ("endnote", "endnotexml"),
    ],
)
def test_pandoc_reads_every_record(name: str, reader: str, kind: str, tmp_path: Path) -> None:
    items = read_with_pandoc(EXPORTERS[name].export(CITED[kind]), reader, tmp_path)
    expected = entries(CITED[kind])
    assert len(items) == len(expected)
    if name != "endnote":  # EndNote numbers its records; the key is their label
        assert [item["id"] for item in items] == [entry.key for entry in expected]
    if kind == "plain" or name in ("endnote", "ris"):  # pandoc drops lone braces and sets marks anew in the others
        titles = [item.get("title", "") for item in items]
        assert titles == [" ".join(entry.item.get("title", "").split()) for entry in expected]


@pytest.mark.parametrize("name", ["bibtex", "biblatex", "csl-json"])
def test_pandoc_reads_dates_and_quotations_back(name: str, tmp_path: Path) -> None:
    reader = {"csl-json": "csljson"}.get(name, name)
    items = read_with_pandoc(EXPORTERS[name].export(samples.EVERYTHING), reader, tmp_path)
    for item, entry in zip(items, entries(samples.EVERYTHING), strict=True):
        assert item.get("issued") == entry.item.get("issued")
        assert item.get("accessed") == entry.item.get("accessed")
        assert "We stand together" in item["annote"]
        assert "Rob Marlow" in item["annote"]


@pytest.mark.parametrize("kind", sorted(CITED))
def test_typst_sets_a_bibliography_from_hayagriva(kind: str, tmp_path: Path) -> None:
    typst = pytest.importorskip("typst", reason="typst is not installed (pip install typst)")
    (tmp_path / "works.yaml").write_text(EXPORTERS["hayagriva"].export(CITED[kind]), encoding="utf-8")
    (tmp_path / "main.typ").write_text('#bibliography("works.yaml", full: true)', encoding="utf-8")
    assert typst.compile(str(tmp_path / "main.typ")).startswith(b"%PDF")


@pytest.mark.parametrize("kind", sorted(CITED))
@pytest.mark.parametrize("name", ["bibtex", "biblatex"])
def test_biber_finds_no_error(name: str, kind: str, tmp_path: Path) -> None:
    if not shutil.which("biber"):
        pytest.skip("biber is not installed (apt-get install biber)")
    file = tmp_path / "export.bib"
    file.write_text(EXPORTERS[name].export(CITED[kind]), encoding="utf-8")
    done = run(["biber", "--tool", "--output-file", str(tmp_path / "out.bib"), str(file)], tmp_path)
    assert done.returncode == 0, done.stdout
    assert "ERROR" not in done.stdout
    assert (tmp_path / "out.bib").read_text(encoding="utf-8").count("\n@") >= len(entries(CITED[kind])) - 1


@pytest.mark.parametrize("kind", sorted(CITED))
def test_bibtex_reads_every_entry_and_two_names_in_each_list(kind: str, tmp_path: Path) -> None:
    if not shutil.which("bibtex"):
        pytest.skip("BibTeX is not installed (apt-get install texlive-binaries)")
    (tmp_path / "export.bib").write_text(EXPORTERS["bibtex"].export(CITED[kind]), encoding="utf-8")
    (tmp_path / "test.bst").write_text(_BST, encoding="utf-8")
    (tmp_path / "test.aux").write_text("\\citation{*}\n\\bibstyle{test}\n\\bibdata{export}\n", encoding="utf-8")
    done = run(["bibtex", "test"], tmp_path, BIBINPUTS=".", BSTINPUTS=".", TEXMFOUTPUT=".")
    assert done.returncode == 0, done.stdout
    lines = (tmp_path / "test.bbl").read_text(encoding="utf-8").splitlines()
    assert [line.removeprefix("item ") for line in lines if line.startswith("item ")] == [
        entry.key for entry in entries(CITED[kind])
    ]
    counts = [int(line) for line in lines if line.isdecimal()]
    assert counts == [len(entry.names("author")) for entry in entries(CITED[kind]) if entry.names("author")]
