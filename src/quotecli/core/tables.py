"""Reads the tables that stand beside the code as tab-separated files."""

from __future__ import annotations

from importlib.resources import files


def read_table(package: str, name: str) -> list[list[str]]:
    """Return the rows of `package`'s `data/<name>`: fields split at tabs, comment (`#`) and empty lines left out."""
    text = (files(package) / "data" / name).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
