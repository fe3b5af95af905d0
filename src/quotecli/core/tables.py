"""Reads the tables that stand beside the code as tab-separated files."""

from __future__ import annotations

import sys
from pathlib import Path


def read_table(package: str, name: str) -> list[list[str]]:
    """Return the rows of `package`'s `data/<name>`: fields split at tabs, comment (`#`) and empty lines left out.

    The package must have been imported. Its folder is read directly: importlib.resources would load `tempfile`,
    `random` and `hashlib`, which cost a start-up more than the table does.
    """
    folder = Path(sys.modules[package].__path__[0])
    text = (folder / "data" / name).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
