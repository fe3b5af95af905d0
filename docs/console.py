"""Runs the commands that the tutorial and the how-tos show, and writes down what they print.

python docs/console.py [PAGE …]

A ```console block holds commands behind `$ `, their further lines behind `> `, and what they print. A page's commands
are run in order, in a terminal of 80 columns without colours and in a folder of their own, in which `data` has the
sample articles. `tests/test_docs.py` holds that the pages show what is printed today.
"""

from __future__ import annotations

import os
import pty
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
PAGES = [HERE / "tutorial.md", *sorted((HERE / "how-to").glob("*.md"))]
_SHOWN = "/home/ana/papers"
"""What the pages call the folder that the commands are run in: as long as its own name, so that lines break alike."""
_BLOCK = re.compile(r"(?<=^```console\n).*?(?=^```$)", re.DOTALL | re.MULTILINE)
_COMMAND = re.compile(
    r"""^\$[ ](?: .*<<'END'\n(?:>[ ].*\n)*?>[ ]END\n | [^'\n]*(?:'[^']*'[^'\n]*)*\n )""", re.MULTILINE | re.VERBOSE
)
"""A line; or several, to the end of a document that it holds or to the single mark that closes one."""


def rerun(page: str) -> str:
    """Return a page with what its commands print now."""
    with tempfile.TemporaryDirectory(dir="/tmp") as made:
        folder = Path(made)
        environment = _surroundings(folder)
        shutil.copytree(HERE.parent / "data", folder / "data")

        def again(block: re.Match[str]) -> str:
            commands = _COMMAND.findall(block.group())
            printed = [command + _printed(command, folder, environment) for command in commands]
            return "".join(printed).replace(made, _SHOWN)

        return _BLOCK.sub(again, page)


def _surroundings(folder: Path) -> dict[str, str]:
    """Return the environment of somebody who has `quotes` on the path, and make it so."""
    programs = folder / ".bin"
    programs.mkdir()
    tool = programs / "quotes"
    tool.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m quotecli "$@"\n', encoding="utf-8")
    tool.chmod(0o755)
    keep = {name: os.environ[name] for name in ("LANG", "PYTHONPATH") if name in os.environ}
    path = f"{programs}{os.pathsep}{os.environ['PATH']}"
    return keep | {"HOME": str(folder), "PATH": path, "COLUMNS": "80", "TERM": "dumb", "PYTHONUTF8": "1"}


def _printed(command: str, folder: Path, environment: dict[str, str]) -> str:
    """Return what a command prints on a terminal, on either stream."""
    script = "".join(line[2:] for line in command.splitlines(keepends=True))
    reading, writing = pty.openpty()
    with subprocess.Popen(["sh", "-c", script], cwd=folder, env=environment, stdout=writing, stderr=writing):
        os.close(writing)
        printed = b"".join(iter(lambda: _read(reading), b""))
    os.close(reading)
    return printed.decode().replace("\r\n", "\n")


def _read(reading: int) -> bytes:
    try:
        return os.read(reading, 1 << 16)
    except OSError:  # Linux tells so that nobody writes to the terminal any more
        return b""


def main() -> None:
    """Write the pages anew."""
    for page in map(Path, sys.argv[1:] or PAGES):
        page.write_text(rerun(page.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
