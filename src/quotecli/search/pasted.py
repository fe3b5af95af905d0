"""Queries pasted as a web address ("we%20shall%20see") or the source of a page ("we&rsquo;ll see") codes them."""

from __future__ import annotations

import re

__all__ = ["decoded"]

_REFERENCE = r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});"
_CODED = rb"%([0-9a-fA-F]{2})"


def decoded(text: str) -> str:
    """Return a query as it reads, where it is coded as in an address or in a page's source; else as it is."""
    if "&" in text and ";" in text:
        text = re.sub(_REFERENCE, _referred, text)
    words = text.strip()
    if "%" in words and not re.search(r"\s", words):
        return _of_address(words) or text
    return text


def _referred(found: re.Match[str]) -> str:
    from html import unescape  # hardly a query has any

    return unescape(found[0])


def _of_address(coded: str) -> str | None:
    """Return the text that is coded so in an address, where blanks may be `+`; None where it is no such code."""
    written = coded.encode("utf-8", "surrogatepass")
    plain = re.sub(_CODED, lambda found: bytes.fromhex(found[1].decode()), written)
    if plain == written:
        return None
    try:
        text = plain.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return None
    return text if re.search(r"\s", text) else text.replace("+", " ")
