"""quotes: find, verify and cite what people said.

    import quotecli

    article = quotecli.read("page.html")
    quotations = quotecli.find_quotes(article)

    with quotecli.Store.open("quotes.db") as store:
        store.write(article, quotations)
        for hit in quotecli.search(store, "unprovoked"):
            print(hit.quote.speaker, hit.score)
            print(quotecli.cite(store, [hit], "mla"))
        for one in quotecli.check(store, quotecli.read("draft.docx")):
            print(one.checked.status, one.text)

    processor = quotecli.csl.CitationProcessor("apa", items)

Names are loaded when they are first used, so that importing the package costs nothing.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from quotecli import csl
    from quotecli.app.check import CheckedQuotation
    from quotecli.core.dates import PartialDate
    from quotecli.core.errors import (
        AmbiguousId,
        DamagedStore,
        FetchError,
        LockedStore,
        MissingExtra,
        NewerStore,
        NotADocument,
        NotAStore,
        QuotesError,
        ReadError,
        StoreError,
        StoreFull,
        TooLarge,
        UnknownFormat,
        UnknownId,
        UsageError,
    )
    from quotecli.core.types import (
        Article,
        Candidate,
        Evidence,
        Filters,
        Hit,
        Kind,
        Paragraph,
        Quotation,
        Quote,
        Role,
        Sort,
        Span,
        Why,
    )
    from quotecli.library import add, article, check, cite, find_quotes, read, read_all, search
    from quotecli.read import Bounds
    from quotecli.search import Change, Checked, Status
    from quotecli.store import (
        Amendment,
        Correction,
        DocumentRow,
        OutletRow,
        Period,
        Problem,
        SpeakerRow,
        Store,
        WriteResult,
    )

__version__ = "0.29.0"

_HOMES = {
    name: home
    for home, names in {
        "quotecli.app.check": "CheckedQuotation",
        "quotecli.core.dates": "PartialDate",
        "quotecli.core.errors": (
            "AmbiguousId DamagedStore FetchError LockedStore MissingExtra NewerStore NotADocument NotAStore QuotesError"
            " ReadError StoreError StoreFull TooLarge UnknownFormat UnknownId UsageError"
        ),
        "quotecli.core.types": (
            "Article Candidate Evidence Filters Hit Kind Paragraph Quotation Quote Role Sort Span Why"
        ),
        "quotecli.library": "add article check cite find_quotes read read_all search",
        "quotecli.read": "Bounds",
        "quotecli.search": "Change Checked Status",
        "quotecli.store": ("Amendment Correction DocumentRow OutletRow Period Problem SpeakerRow Store WriteResult"),
    }.items()
    for name in names.split()
}
"""Where each name of the library is defined."""

__all__ = [
    "AmbiguousId",
    "Amendment",
    "Article",
    "Bounds",
    "Candidate",
    "Change",
    "Checked",
    "CheckedQuotation",
    "Correction",
    "DamagedStore",
    "DocumentRow",
    "Evidence",
    "FetchError",
    "Filters",
    "Hit",
    "Kind",
    "LockedStore",
    "MissingExtra",
    "NewerStore",
    "NotADocument",
    "NotAStore",
    "OutletRow",
    "Paragraph",
    "PartialDate",
    "Period",
    "Problem",
    "Quotation",
    "Quote",
    "QuotesError",
    "ReadError",
    "Role",
    "Sort",
    "Span",
    "SpeakerRow",
    "Status",
    "Store",
    "StoreError",
    "StoreFull",
    "TooLarge",
    "UnknownFormat",
    "UnknownId",
    "UsageError",
    "Why",
    "WriteResult",
    "__version__",
    "add",
    "article",
    "check",
    "cite",
    "csl",
    "find_quotes",
    "read",
    "read_all",
    "search",
]


class _Package(ModuleType):
    """This package, in which `read` and `search` are the functions, although two rooms have these names as well.

    Importing a room would set its module under its name. Inside, rooms are imported as `from quotecli.read import …`.
    """

    def __setattr__(self, name: str, value: object) -> None:
        if not (name in _HOMES and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package


def __getattr__(name: str) -> Any:
    """Load a name of the library when it is first used."""
    if name == "csl":
        return import_module("quotecli.csl")
    if name not in _HOMES:
        raise AttributeError(f"module 'quotecli' has no attribute {name!r}")
    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """Return the library's names."""
    return sorted(__all__)
