"""Text that a spreadsheet reads as text, never as a formula (OWASP, "CSV Injection")."""

from __future__ import annotations

__all__ = ["no_formula"]

_BEGIN = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What a formula begins with, in the wide forms of East Asian writing, too; blanks before it are passed over."""


def no_formula(text: str) -> str:
    """Return `text` as a cell may hold it: what would begin a formula is led by an apostrophe."""
    return f"'{text}" if text.startswith(_BEGIN) or text.lstrip().startswith(_BEGIN) else text
