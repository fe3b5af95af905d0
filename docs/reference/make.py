"""Writes commands.md beside this file from the commands' own --help.

python docs/reference/make.py
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from quotecli.cli.commands import COMMANDS

HERE = Path(__file__).parent


def page() -> str:
    """Return the page: the help of `quotes` and of each command, as printed at 80 columns."""
    parts = ["# Commands\n\nMade by `docs/reference/make.py` from `--help`; `tests/test_docs.py` holds it to that.\n"]
    for name in ("", *COMMANDS):
        arguments = [name] if name else []
        parts.append(f"## quotes {name}".rstrip() + f"\n\n```text\n{_help(arguments)}\n```\n")
    return "\n".join(parts)


def _help(arguments: list[str]) -> str:
    environment = os.environ | {"COLUMNS": "80", "PYTHONUTF8": "1", "NO_COLOR": "1"}
    command = [sys.executable, "-m", "quotecli", *arguments, "--help"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, encoding="utf-8", check=True)
    return "\n".join(line.rstrip() for line in done.stdout.splitlines())


if __name__ == "__main__":
    (HERE / "commands.md").write_text(page(), encoding="utf-8")
