"""Opens the store's file: refuses what is not ours, creates and migrates what is, and names every failure plainly."""

from __future__ import annotations

import os
import sqlite3
import stat
import struct
import time
import zlib
from _thread import allocate_lock
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from pathlib import Path
from urllib.parse import quote as percent

from quotecli.core.errors import DamagedStore, LockedStore, NewerStore, NotAStore, StoreError, StoreFull
from quotecli.store.codec import NotWritten
from quotecli.store.migrations import APPLICATION_ID, MIGRATIONS, run
from quotecli.store.transactions import at_one_moment, writing

__all__ = ["DAMAGE_HINT", "While", "beside", "check_in_place", "connect", "log_size", "plainly", "uri"]

WAIT = 12.0
"""Seconds that we wait for another process's lock, on each step; two steps stay below the promised 20 s with most."""

_opening = allocate_lock()  # that of `threading`, whose import takes longer than opening the store
_open_here: Counter[tuple[int, int]] = Counter()
"""How often this process has a file open. Such a file must not be opened and closed beside SQLite, to look at its
header: closing it would drop all locks that the process holds on it (POSIX), and with them what guards the log."""

_MAGIC = b"SQLite format 3\x00"
_JOURNAL_LIMIT = 64 << 20
_PAGE_SIZE = 8192
"""Bytes of a page of a new store: half as many pages to look for, sum up and write as SQLite's own size would make."""
DAMAGE_HINT = "`quotes doctor` looks through the store and says what to do"


_NO_ROOM = {sqlite3.SQLITE_IOERR_SHMOPEN, sqlite3.SQLITE_IOERR_SHMSIZE, sqlite3.SQLITE_IOERR_SHMMAP}
_LOG_SHUT = "which can't be read where nothing can be written"
_LOG_HINT = "copy it together with the file beside it whose name ends in -wal, and read the copy"


class Connection(sqlite3.Connection):
    """A connection that is counted while it is open, and that knows the place of its file."""

    counted: tuple[int, int] | None = None
    place = ""

    def close(self) -> None:
        """Close it."""
        if self.counted is not None:
            _open_here[self.counted] -= 1
            self.counted = None
        super().close()


def _identity(path: Path) -> tuple[int, int]:
    info = path.stat()
    return info.st_dev, info.st_ino


def check_in_place(db: sqlite3.Connection, path: Path) -> None:
    """Raise StoreError where the file is no longer in its place: what is written into it would be lost unseen."""
    if isinstance(db, Connection) and db.counted is not None:
        try:
            there = _identity(Path(db.place)) == db.counted
        except FileNotFoundError:
            there = False
        except OSError:  # nothing is known
            return
        if not there:
            raise StoreError(
                f"the store {path} was deleted or replaced while it was written",
                hint="what was written to the file that was there is lost with it: do it again",
            )


@contextmanager
def plainly(path: Path) -> Iterator[None]:
    """Turn SQLite's errors into ours, one plain sentence each, and those of values that can't be what was written."""
    try:
        yield
    except sqlite3.Error as error:
        raise _named(error, path) from error
    except (NotWritten, UnicodeDecodeError, struct.error, zlib.error) as error:
        raise DamagedStore(f"the store {path} is damaged ({error})", hint=DAMAGE_HINT) from error


def _named(error: sqlite3.Error, path: Path) -> StoreError:
    code = (getattr(error, "sqlite_errorcode", None) or 0) & 0xFF
    text = str(error)
    if code in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
        return LockedStore(f"the store {path} is locked by another process", hint="try again when that has ended")
    if code == sqlite3.SQLITE_NOTADB:
        return NotAStore(f"{path} is not a quote store")
    if code == sqlite3.SQLITE_CORRUPT or "vtable constructor failed" in text:
        return DamagedStore(f"the store {path} is damaged ({text})", hint=DAMAGE_HINT)
    if code == sqlite3.SQLITE_FULL or _no_room(error):
        return StoreFull(f"the store {path} can't grow: the disk is full")
    if code == sqlite3.SQLITE_IOERR:
        return StoreFull(f"the store {path} can't be written: {text}")
    if code in {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM}:
        return StoreFull(f"the store {path} is read-only")
    if code == sqlite3.SQLITE_CANTOPEN and log_size(path):
        return StoreError(f"the last changes of the store {path} stand in its log, {_LOG_SHUT}", hint=_LOG_HINT)
    if code == sqlite3.SQLITE_CANTOPEN:
        return StoreError(f"the store {path} can't be opened: {text}")
    if (code == sqlite3.SQLITE_ERROR and "no such" in text) or "not decode to UTF-8" in text:
        return DamagedStore(f"the store {path} is damaged ({text})")
    return StoreError(f"the store {path} can't be used: {text}")


def _no_room(error: sqlite3.Error) -> bool:
    """Tell whether there was no room for the memory that the users of a log share, 32 KB in a file beside it."""
    return getattr(error, "sqlite_errorcode", None) in _NO_ROOM


While = Callable[[], AbstractContextManager[object]]
"""Returns what is entered while a store of an older version is brought up to date, which takes its time."""


def connect(path: Path, migrating: While = nullcontext, *, create: bool, readonly: bool) -> Connection:
    """Open the store at `path`, making or migrating it where that is asked for and needed.

    Args:
        path: the file.
        migrating: see `While`.
        create: make it when there is none.
        readonly: nothing can be written through the connection; works on files and folders that can't be written. A
            store of an older version is migrated before, a copy kept: it can't be read as it is.

    Raises:
        StoreError: of the kind that fits; the file is then as it was, byte for byte.
    """
    with _opening:
        return _checked(path, migrating, create=create, readonly=readonly)


def _checked(path: Path, migrating: While, *, create: bool, readonly: bool) -> Connection:
    size = _size(path)
    if size is None and (readonly or not create):
        raise StoreError(f"there is no store at {path} yet", hint="`quotes add` makes one")
    if not size and readonly:
        raise StoreError(f"the store at {path} is empty", hint="`quotes add` fills it")
    if size and not _open_here[_identity(path)]:
        _check_header(path)
    with plainly(path):
        return _open_readonly(path, migrating) if readonly else _open_writable(path, migrating, fresh=not size)


def _size(path: Path) -> int | None:
    try:
        info = path.stat()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise StoreError(f"the store {path} can't be opened: {error.strerror}") from error
    if not path.is_file():
        raise NotAStore(f"{path} is not a quote store: it is not a file")
    return info.st_size


def _check_header(path: Path) -> None:
    """Refuse by the file's first hundred bytes alone, before SQLite has touched it (file format, section 1.3)."""
    header, size = _header(path)
    if not header.startswith(_MAGIC):
        raise NotAStore(f"{path} is not a quote store")
    if len(header) < 100:
        raise DamagedStore(f"the store {path} is damaged: it is cut short")
    ours = int.from_bytes(header[68:72]) == APPLICATION_ID
    if not ours and _looks_foreign(path):
        raise NotAStore(f"{path} is not a quote store: it is another program's SQLite file")
    _refuse_newer(path, int.from_bytes(header[60:64]))
    looks = 0
    while ours and _cut_short(path, header, size):
        looks += 1
        if looks == 3:  # the log may have been folded in between two looks at the file; not three times
            raise DamagedStore(f"the store {path} is damaged: it is cut short")
        time.sleep(0.05)
        header, size = _header(path)


def _header(path: Path) -> tuple[bytes, int]:
    """Return the file's first hundred bytes, and its size after they were read."""
    try:
        with path.open("rb") as file:
            return file.read(100), os.fstat(file.fileno()).st_size
    except OSError as error:
        raise StoreError(f"the store {path} can't be opened: {error.strerror}") from error


def _cut_short(path: Path, header: bytes, size: int) -> bool:
    """Tell whether the file lacks pages that its header counts; a log may hold them, and then nothing is known."""
    page_size = int.from_bytes(header[16:18])
    pages = int.from_bytes(header[28:32])
    counted = header[24:28] == header[92:96] and not log_size(path)
    return counted and size < pages * (65536 if page_size == 1 else page_size)


def _refuse_newer(path: Path, version: int) -> None:
    if version > len(MIGRATIONS):
        raise NewerStore(f"the store {path} was written by a later version of quotes", hint="update quotes")


def beside(path: Path, ending: str = "") -> Path:
    """Return the file of this name and ending in the folder where the store stands, to which `path` may be a link."""
    return Path(os.path.realpath(path) + ending)


def log_size(path: Path) -> int:
    """Return the size of a store's write-ahead log in bytes; 0 where there is none (any more)."""
    try:
        return beside(path, "-wal").stat().st_size
    except OSError:
        return 0


def _looks_foreign(path: Path) -> bool:
    """Tell whether a file without our mark holds tables: else it is one that is being created just now.

    A process that was killed at that may have left a journal, which only a writer could roll back: the file is then
    read as if there were none, so that another program's stays as it is.
    """
    with plainly(path):
        try:
            return _holds_foreign(path, "mode=ro")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_READONLY:
                raise
            return _holds_foreign(path, "mode=ro&immutable=1")


def _holds_foreign(path: Path, options: str) -> bool:
    db = sqlite3.connect(uri(path, options), uri=True, timeout=WAIT, isolation_level=None)
    try:
        with at_one_moment(db):  # mark and tables: a store may be made between two looks
            if db.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID:
                return False
            return bool(db.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0])
    finally:
        db.close()


def uri(path: Path, options: str) -> str:
    """Return the URI by which SQLite opens the file at `path` with these options."""
    return f"file:{percent(os.fsencode(os.path.abspath(path)))}?{options}"  # noqa: PTH100 (resolve() follows links)


def _connect(path: Path, options: str) -> Connection:
    db = sqlite3.connect(
        uri(path, options),
        uri=True,
        timeout=WAIT,
        isolation_level=None,
        check_same_thread=False,
        factory=Connection,
    )
    db.counted = _identity(path)
    db.place = os.path.abspath(path)  # noqa: PTH100 (as above): the process may go to another folder
    _open_here[db.counted] += 1
    try:
        db.execute("PRAGMA cache_size=-32000")
        db.execute("PRAGMA temp_store=MEMORY")
        _refuse_newer(path, db.execute("PRAGMA user_version").fetchone()[0])  # the log may know more than the header
    except BaseException:
        db.close()
        raise
    return db


def _open_readonly(path: Path, migrating: While) -> Connection:
    """Open for reading: beside writers where the folder can be written and has room, else as SQLite allows it."""
    may_write = os.access(path, os.W_OK) and os.access(beside(path).parent, os.W_OK)
    options = ["mode=rw" if may_write else "mode=ro"]
    if not log_size(path):
        options.append("mode=ro&immutable=1")
    for option in options:
        try:
            db = _connect(path, option)
            break
        except sqlite3.OperationalError as error:
            if option == options[-1] or (may_write and not _no_room(error)):
                raise
    try:
        _ready_to_read(db, path, migrating, option)
    except BaseException:
        db.close()
        raise
    return db


def _ready_to_read(db: sqlite3.Connection, path: Path, migrating: While, option: str) -> None:
    version = db.execute("PRAGMA user_version").fetchone()[0]
    if version == 0:
        raise StoreError(f"the store at {path} is empty", hint="`quotes add` fills it")
    if version < len(MIGRATIONS):
        if option != "mode=rw":
            raise StoreError(
                f"the store {path} is of an older version and can't be updated where nothing can be written",
                hint="copy it to where you can write, and read the copy with --db; the copy is updated when it is read",
            )
        _migrate(db, path, migrating)
    db.execute("PRAGMA temp.journal_mode=OFF")
    db.execute("PRAGMA query_only=ON")


def _open_writable(path: Path, migrating: While, *, fresh: bool) -> Connection:
    if fresh:
        from quotecli.store.folders import make_folder  # most stores are there

        make_folder(path)
    _open_up_log(path)
    db = _connect(path, "mode=rwc")
    try:
        if fresh or db.execute("PRAGMA user_version").fetchone()[0] < len(MIGRATIONS):
            _migrate(db, path, migrating)
        db.execute("PRAGMA synchronous=NORMAL")
        db.execute("PRAGMA secure_delete=OFF")
        db.execute("PRAGMA cache_size=-16000")  # less than for reading: what a batch collects takes room beside it
        db.execute(f"PRAGMA journal_size_limit={_JOURNAL_LIMIT}")
    except BaseException:
        db.close()
        raise
    return db


def _open_up_log(path: Path) -> None:
    """Let the log be written as the store can be: reading while that was write-protected left both so."""
    for ending in ("-wal", "-shm"):
        with suppress(OSError):  # as a rule there is none
            may = stat.S_IMODE(path.stat().st_mode)
            log = beside(path, ending)
            if may & ~stat.S_IMODE(log.stat().st_mode) & stat.S_IWUSR:
                log.chmod(may)


def _migrate(db: sqlite3.Connection, path: Path, migrating: While) -> None:
    """Go the steps that the store lacks, and make anew what they leave stale: all in one transaction, a copy kept."""
    _write_ahead(db)
    with writing(db):
        version = db.execute("PRAGMA user_version").fetchone()[0]
        if version >= len(MIGRATIONS):
            return
        if version:
            with migrating():
                _bring_up(db, path, version)
        else:
            db.execute(f"PRAGMA application_id={APPLICATION_ID}")
            run(db, MIGRATIONS)
        db.execute(f"PRAGMA user_version={len(MIGRATIONS)}")


def _bring_up(db: sqlite3.Connection, path: Path, version: int) -> None:
    from quotecli.store.copies import keep_copy
    from quotecli.store.remaking import make_anew

    keep_copy(path, version)
    if stale := run(db, MIGRATIONS[version:]):
        make_anew(db, stale)


def _write_ahead(db: sqlite3.Connection) -> None:
    """Set the journal mode, which many processes may want at once at a store's first creation and no handler awaits."""
    deadline = time.monotonic() + WAIT
    while True:
        try:
            if db.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
                db.execute(f"PRAGMA page_size={_PAGE_SIZE}")  # a store that is there keeps its own
                db.execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                raise
            time.sleep(0.02)
        else:
            return
