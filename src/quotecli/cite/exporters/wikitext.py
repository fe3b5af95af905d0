"""Text that MediaWiki shows as it stands: what it would take for markup is written as character references."""

from __future__ import annotations

import re

from quotecli.cite.text import clean, one_line

_MARKUP = {char: f"&#{ord(char)};" for char in "|={}[]<>~"}
_MARKUP_HERE = re.compile(r"&(?=#?\w+;)|(?<=')'|'(?=')|^'|'$")
"""An ampersand that begins a character reference, and apostrophes beside others, also beside a template's own.

All others show as they stand: editors read and mend what is pasted ("O'Brien", "AT&T").
"""
_LINKED = re.compile(r"(?i)\b(https?|ftps?|ircs?|mailto|news|tel|urn)(?=:)|\b(ISBN|PMID|RFC)(?= )")
_SWITCHES = re.compile(r"__(?=[A-Z])")
_URL = {char: f"%{ord(char):02X}" for char in " |{}[]<>\"'~"}


def wikitext(text: str) -> str:
    """Return `text` on one line, safe as a template's named parameter and in running wikitext."""
    return _escape(one_line(text))


def wiki_lines(text: str) -> str:
    """Return `text` with its line breaks as `<br />`, so that a list item can hold it."""
    return "<br />".join(_escape(line.strip()) for line in clean(text).splitlines() if line.strip())


def _escape(text: str) -> str:
    text = _MARKUP_HERE.sub(lambda found: f"&#{ord(found[0])};", text)
    text = "".join(_MARKUP.get(char, char) for char in text)
    text = _SWITCHES.sub("&#95;&#95;", text)
    text = _LINKED.sub(lambda found: f"{found[0]}<nowiki />", text)
    return f"&#{ord(text[0])};{text[1:]}" if text[:1] in {"*", "#", ":", ";"} else text


def wiki_url(url: str) -> str:
    """Return a URL that ends where it should in an external link or a template's parameter."""
    return "".join(_URL.get(char, char) for char in one_line(url))
