"""A CSL 1.0.2 processor: CSL-JSON items to citations and bibliographies, in any CSL style and locale.

Independent of the rest of quotecli. Entry points: CitationProcessor, find_style, style_names.
"""

from __future__ import annotations

from .errors import CSLError, ItemError, StyleError, StyleNotFound
from .library import StyleRef, find_style, short_names, style_names
from .locale import available_locales
from .processor import CitationProcessor

__all__ = [
    "CSLError",
    "CitationProcessor",
    "ItemError",
    "StyleError",
    "StyleNotFound",
    "StyleRef",
    "available_locales",
    "find_style",
    "short_names",
    "style_names",
]
