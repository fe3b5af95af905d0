"""Finds the quotes that are one statement in several documents or wordings, when they are stored."""

from __future__ import annotations

import sqlite3

Wording = tuple[int, str, int | None]
"""A quote's row, its folded text and its voice."""


def sketches(words: list[str]) -> list[int]:
    """Return the numbers under which quotes of like wording meet."""
    return []


def link(db: sqlite3.Connection, wordings: list[Wording]) -> None:
    """Give new quotes the family of those that say the same."""
