"""The ids of the last listing, so that `quotes cite 2 3` can mean its lines.

They live in a file of their own in the user's state folder, one for each store: a listing never writes to the store,
which may be read-only.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from zlib import adler32, crc32

__all__ = ["last_listing", "save_listing"]

_MOST = 10_000


def _file(store: Path) -> Path:
    if os.environ.get("XDG_STATE_HOME"):
        state = Path(os.environ["XDG_STATE_HOME"])
    elif sys.platform == "win32" and os.environ.get("LOCALAPPDATA"):
        state = Path(os.environ["LOCALAPPDATA"])
    else:
        state = Path(os.path.expanduser("~")) / ".local" / "state"  # noqa: PTH111 (Path.home() raises without a home)
    path = os.fsencode(os.path.realpath(store))
    name = f"{crc32(path):08x}{adler32(path):08x}"  # hashlib would load OpenSSL at each start
    return state / "quotes" / f"listing-{name}"


def save_listing(store: Path, ids: Sequence[str]) -> None:
    """Remember the ids of a listing of the store at this path, in order; where nothing can be written, forget it."""
    file = _file(store)
    part = file.with_name(f"{file.name}.{os.getpid()}")
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        part.write_text("\n".join(ids[:_MOST]), encoding="ascii")
        part.replace(file)


def last_listing(store: Path) -> list[str] | None:
    """Return the ids of the last listing of the store at this path, empty where it found nothing; None before any."""
    try:
        return _file(store).read_text(encoding="ascii").split()
    except (OSError, UnicodeError):
        return None
