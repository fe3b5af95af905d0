"""The store: one SQLite file, keyed by speaker, date and outlet; the only room that touches sqlite3."""

from __future__ import annotations

from quotecli.store.listing import last_listing, save_listing
from quotecli.store.rows import DocumentRow, OutletRow, Period, Problem, Scope, SpeakerRow, WriteResult
from quotecli.store.store import Store

__all__ = [
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
