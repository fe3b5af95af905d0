"""Queries pasted from an address ("we%20shall%20see"), a page's source ("we&rsquo;ll <b>see</b>") or Markdown."""

from __future__ import annotations

import re

__all__ = ["decoded"]

_REFERENCE = r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});"
_CODED = rb"%([0-9a-fA-F]{2})"
_TAG = (
    r"</?(?:a|abbr|b|blockquote|br|cite|dd|div|dl|dt|em|figcaption|font|h[1-6]|i|li|mark|ol|p|q|s|small|span|strong"
    r"|su[bp]|t[dhr]|u|ul)(?:\s[^<>]*)?/?>"
)
_LINK = r"\[([^\[\]]+)\]\([^()\s]*\)"
"""A link of Markdown: "[the pier](https://…)"."""


def decoded(text: str) -> str:
    """Return a query as it reads, where it is coded as in an address, a page's source or Markdown; else as it is.

    So is what some program has decoded wrongly ("donâ€™t").
    """
    if "<" in text:
        text = _without_tags(text)
    if "](" in text:
        text = re.sub(_LINK, r"\1", text)
    if "&" in text and ";" in text:
        text = re.sub(_REFERENCE, _referred, text)
    if not text.isascii():
        text = " ".join(map(_decoded_once, text.split(" ")))
    words = text.strip()
    if "%" in words and not re.search(r"\s", words):
        return _of_address(words) or text
    return text


def _without_tags(text: str) -> str:
    """Return a text without the marks of a page's source, if it has more than these."""
    plain = re.sub(_TAG, " ", text, flags=re.IGNORECASE)
    return plain if plain.strip() else text


def _referred(found: re.Match[str]) -> str:
    from html import unescape  # hardly a query has any

    return unescape(found[0])


def _decoded_once(word: str) -> str:
    """Return a word as it was before some program took its UTF-8 for Windows-1252; any other as it is."""
    try:
        return word.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return word


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
