"""The folder of a store that is to be made."""

from __future__ import annotations

import os
from pathlib import Path

from quotecli.core.errors import StoreError

__all__ = ["make_folder"]


def make_folder(path: Path) -> None:
    """Make the folder that the store at `path` is to lie in, where there is none.

    Raises:
        StoreError: it can't be made, or nothing can be written there.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        why = None if os.access(path.parent, os.W_OK | os.X_OK) else "nothing can be written to its folder"
    except OSError as error:
        why = f"its folder can't be made ({error.strerror})"
    if why:
        raise StoreError(f"the store {path} can't be made: {why}", hint="--db PATH or $QUOTES_DB names another place")
