"""`quotes browse`: search, read and cite on the full screen. Textual draws it, and is loaded when it is asked for."""

from __future__ import annotations

from quotecli.app.context import Context
from quotecli.app.listing import ListingRequest
from quotecli.core.errors import MissingExtra
from quotecli.serve.browser.terminal import any_bytes, drawn_on, need_terminal

__all__ = ["browse"]


def browse(context: Context, request: ListingRequest) -> int:
    """Show a listing on the full screen until the user leaves; return the exit code.

    Args:
        context: the world.
        request: what to list first; `limit` is the length of the pages that are read.

    Raises:
        UsageError: there is no terminal to draw on.
        MissingExtra: Textual is not installed.
        StoreError: there is no store, or it can't be used.
        KeyboardInterrupt: the user or the system broke it off.
    """
    need_terminal()
    with context.reading():
        pass  # what is wrong with the store is said where the other commands say it
    try:
        from quotecli.serve.browser.browser import INTERRUPTED, Browser
    except ModuleNotFoundError as error:
        if (error.name or "").split(".")[0] != "textual":
            raise
        raise MissingExtra("The screens of `quotes browse`", "browse") from None
    browser = Browser(context, request)
    with drawn_on(), any_bytes():
        browser.run()
    if browser.broken_by:
        raise browser.broken_by
    if browser.return_code == INTERRUPTED:
        raise KeyboardInterrupt
    return browser.return_code or 0
