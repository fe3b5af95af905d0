"""The doors between rooms are one-way: core ← {read, find, store, search, cite, csl} ← app ← {show, serve} ← cli."""

from __future__ import annotations

import ast
from pathlib import Path

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
ONLY_IN = {
    "sqlite3": "store",
    "typer": "cli",
    "rich": "show",
    "pyarrow": "show",
    "rapidfuzz": "search",
    "mcp": "serve",
    "mcp_types": "serve",
    "anyio": "serve",
    "textual": "serve",
}
"""Third parties (and sqlite3) that one room keeps to itself."""


def modules() -> list[Path]:
    return sorted(path for path in SOURCE.rglob("*.py") if path.parent != SOURCE)


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
    room = path.relative_to(SOURCE).parts[0]
    for name in imports(path):
        parts = name.split(".")
        if parts[0] == "quotecli" and len(parts) > 1 and parts[1] != "__version__":
            assert parts[1] in DOORS[room] | {room}, f"{room} imports {name}"
        keeper = ONLY_IN.get(parts[0])
        assert keeper in {None, room}, f"{room} imports {parts[0]}, which belongs to {keeper}"


def test_every_room_has_a_door() -> None:
    rooms = {path.name for path in SOURCE.iterdir() if path.is_dir() and path.name != "__pycache__"}
    assert rooms == set(DOORS)


def test_core_and_csl_need_no_third_party() -> None:
    import sys

    for room in ("core", "csl"):
        for path in (SOURCE / room).rglob("*.py"):
            outside = {name.split(".")[0] for name in imports(path)} - set(sys.stdlib_module_names) - {"quotecli"}
            assert not outside, f"{path} imports {outside}"


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(SOURCE)))
def test_files_have_one_duty(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").count("\n")
    assert lines <= 400, f"{path} has {lines} lines: find its second duty and give it a file of its own"
