"""The store: one SQLite file, keyed by speaker, date and outlet; the only room that touches sqlite3."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from quotecli.store.listing import last_listing, save_listing
from quotecli.store.scope import Scope
from quotecli.store.store import Store

if TYPE_CHECKING:
    from quotecli.store.rows import (
        Amendment,
        Correction,
        DocumentRow,
        OutletRow,
        Period,
        Problem,
        SpeakerRow,
        WriteResult,
    )

__all__ = [
    "Amendment",
    "Correction",
    "DocumentRow",
    "OutletRow",
    "Period",
    "Problem",
    "Scope",
    "SpeakerRow",
    "Store",
    "WriteResult",
    "last_listing",
    "save_listing",
]


def __getattr__(name: str) -> Any:
    """Load the rows of tables when they are first asked for: a search has to start at once."""
    if name not in __all__:
        raise AttributeError(name)
    from quotecli.store import rows

    return getattr(rows, name)
