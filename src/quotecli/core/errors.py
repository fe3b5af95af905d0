"""Everything that can go wrong, as one tree; each message is one plain sentence a user can act on.

QuotesError
├── UsageError              wrong option, id, name or format (exit 2)
│   ├── UnknownId           no quote has this id or number
│   ├── AmbiguousId         several quotes begin with this prefix
│   ├── UnknownFormat       no citation style or export of this name
│   └── MissingExtra        an optional dependency is needed: says the pip command
├── ReadError               one input could not be read; the others go on (exit 1)
│   ├── TooLarge            a bound on size, members, nesting or time was met
│   ├── NotADocument        nothing in it is text that we can read
│   └── FetchError          a URL could not be fetched
└── StoreError              the store can't be used (exit 2)
    ├── NotAStore           a file that is not ours
    ├── NewerStore          written by a later version
    ├── DamagedStore        SQLite calls it malformed, or it is cut short
    ├── LockedStore         locked by another process for longer than we wait
    └── StoreFull           the disk is full, or the file can't be written
"""

from __future__ import annotations

__all__ = [
    "AmbiguousId",
    "DamagedStore",
    "FetchError",
    "LockedStore",
    "MissingExtra",
    "NewerStore",
    "NotADocument",
    "NotAStore",
    "QuotesError",
    "ReadError",
    "StoreError",
    "StoreFull",
    "TooLarge",
    "UnknownFormat",
    "UnknownId",
    "UsageError",
]


class QuotesError(Exception):
    """Base of all errors that `quotes` raises on purpose.

    Attributes:
        hint: what the user may try next, a sentence, or None.
    """

    def __init__(self, message: str, *, hint: str | None = None) -> None:
        """Take the one sentence to show, and an optional hint to show after it."""
        super().__init__(message)
        self.hint = hint


class UsageError(QuotesError):
    """The request itself is wrong."""


class UnknownId(UsageError):
    """No quote has this id, prefix or listing number."""


class AmbiguousId(UsageError):
    """Several quotes begin with this prefix."""


class UnknownFormat(UsageError):
    """No citation style or export format has this name."""


class MissingExtra(UsageError):
    """An optional dependency is missing.

    Args of the constructor: what needs it ("PDF files") and the extra's name ("pdf").
    """

    def __init__(self, what: str, extra: str) -> None:
        """Name what needs the extra ("PDF files need …") and the extra ("pdf")."""
        super().__init__(f"{what} need an extra: pip install 'quotecli[{extra}]'")
        self.extra = extra


class ReadError(QuotesError):
    """One input could not be read."""


class TooLarge(ReadError):
    """An input passed one of the bounds on size, members, nesting or time."""


class NotADocument(ReadError):
    """Nothing in the input is text that we can read."""


class FetchError(ReadError):
    """A URL could not be fetched.

    Attributes:
        status: what the server answered instead of the page (404), or None where it gave no answer of that kind.
    """

    def __init__(self, message: str, *, hint: str | None = None, status: int | None = None) -> None:
        """Take the sentence to show, a hint, and the HTTP status where it is the reason."""
        super().__init__(message, hint=hint)
        self.status = status


class StoreError(QuotesError):
    """The store can't be used; its file was left as it was."""


class NotAStore(StoreError):
    """The file is not a quote store."""


class NewerStore(StoreError):
    """The store was written by a later version of quotes."""


class DamagedStore(StoreError):
    """The store's file is malformed or cut short."""


class LockedStore(StoreError):
    """Another process holds the store's lock for longer than we wait."""


class StoreFull(StoreError):
    """The store can't be written: disk full, or read-only."""
