"""quotes: find, verify and cite what people said."""

from __future__ import annotations

__version__ = "0.1.0"
