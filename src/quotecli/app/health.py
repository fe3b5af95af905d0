"""Use-case: is the store sound?"""

from __future__ import annotations

from quotecli.app.context import Context
from quotecli.core.errors import DamagedStore
from quotecli.store import Problem


def doctor(context: Context) -> list[Problem]:
    """Check the store's file, the links between its tables and its indexes against the texts; empty means sound.

    Raises:
        StoreError: there is no store, or it is not ours to judge (foreign, newer, locked).
    """
    try:
        with context.reading() as store:
            return store.check()
    except DamagedStore as error:
        return [Problem("file", str(error))]
