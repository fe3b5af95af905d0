"""Safari's web archives (`.webarchive`): a property list that holds a page with its pictures → the page's draft."""

from __future__ import annotations

import plistlib
from typing import Any
from xml.parsers.expat import ExpatError

from quotecli.core.errors import NotADocument
from quotecli.read.draft import Draft
from quotecli.read.encoding import decode
from quotecli.read.mojibake import decoded_once

__all__ = ["draft_of_webarchive"]

_PAGES = frozenset({"text/html", "application/xhtml+xml"})


def draft_of_webarchive(data: bytes) -> Draft:
    """Read the page of a web archive; its pictures, styles and frames are left alone.

    Raises:
        NotADocument: it is damaged, or holds no page.
    """
    from quotecli.read.documents import html_draft
    from quotecli.read.text import draft_from_text

    try:
        archive = plistlib.loads(data)
    except (
        plistlib.InvalidFileException,
        ExpatError,
        ValueError,
        KeyError,
        TypeError,
        OverflowError,
        RecursionError,
    ) as error:
        raise NotADocument("a damaged web archive") from error
    page: Any = archive.get("WebMainResource") if isinstance(archive, dict) else None
    content = page.get("WebResourceData") if isinstance(page, dict) else None
    kind = str(page.get("WebResourceMIMEType") or "").lower() if isinstance(page, dict) else ""
    if not isinstance(content, bytes) or not (kind in _PAGES or kind == "text/plain"):
        raise NotADocument("no page in this web archive")
    text = decoded_once(decode(content, str(page.get("WebResourceTextEncodingName") or "") or None))
    if kind == "text/plain":
        return draft_from_text(text)
    url = str(page.get("WebResourceURL") or "")
    return html_draft(text, url=url if url.lower().startswith(("http://", "https://")) else None)
