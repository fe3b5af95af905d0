"""What every use-case is given: where the store is, the config, the clock."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

from quotecli.app.config import Config, StorePlace
from quotecli.core.errors import StoreError

if TYPE_CHECKING:
    from quotecli.store import Store


def _now() -> datetime:
    return datetime.now(UTC)


class Context(NamedTuple):
    """The world of a use-case; tests give their own.

    Attributes:
        place: the store's path and why it is there.
        config: what the config file says.
        clock: returns the present moment, with its time zone.
        remembers: listings are remembered, and a number means a line of the last one; not where somebody else than the
            user at the prompt asks.
        debug: where an unforeseen error happened is shown, also by what then goes on.
        migrating: returns what is entered while a store of an older version is brought up to date.
    """

    place: StorePlace
    config: Config = Config()
    clock: Callable[[], datetime] = _now
    remembers: bool = True
    debug: bool = False
    migrating: Callable[[], AbstractContextManager[object]] = nullcontext

    def has_store(self) -> bool:
        """Tell whether there is a file in the store's place; raises StoreError where that can't be seen."""
        try:
            self.place.path.stat()
        except (FileNotFoundError, NotADirectoryError):
            return False
        except OSError as error:
            raise StoreError(f"the store {self.place.path} can't be opened: {error.strerror}") from error
        return True

    @contextmanager
    def reading(self) -> Iterator[Store]:
        """Open the store to read it as it is at one moment, migrated where its version is older.

        Raises:
            StoreError: there is none yet, or it can't be used.
        """
        from quotecli.store import Store

        with (
            Store.open(self.place.path, create=False, readonly=True, migrating=self.migrating) as store,
            store.at_one_moment(),
        ):
            yield store

    def writing(self, *, create: bool = True) -> Store:
        """Open the store to write, and make it where there is none yet; without `create` raise StoreError then."""
        from quotecli.store import Store

        return Store.open(self.place.path, create=create, migrating=self.migrating)
