"""Markup → tree, for markup of any quality and any size we are handed."""

from __future__ import annotations

import re
from itertools import islice
from typing import Any, cast

_HEAD_TAGS = frozenset("title meta link base script style noscript template object".split())
_ARCHIVES_BAR = "//*[@id='wm-ipp-base' or @id='wm-ipp']"
"""The bar that the Wayback Machine puts above its copies, with the dates of others."""
_FRAMES = re.compile(rb"</?(?:frameset|noframes|frame)\b[^<>]{0,500}>", re.IGNORECASE)
"""Tags around what a page of frames says where there are none: the parser takes that for plain text."""
_DECLARATION = re.compile(rb"^\s*<\?xml[^>]{0,200}\?>")


def parse(markup: str) -> Any:
    """Return the root element (lxml) of a page; an empty page gives None. Never raises for bad markup."""
    from lxml import etree

    data = markup.encode("utf-8", "replace")  # of lone surrogates
    data = _DECLARATION.sub(b"", data, count=1).replace(b"\x00", b"\xef\xbf\xbd")
    if b"rameset" in data or b"RAMESET" in data:  # quicker than a pattern on every page
        data = _FRAMES.sub(b"", data)
    parser = etree.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True, no_network=True, collect_ids=False
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError, AssertionError):
        return None
    if root is not None:
        _empty_head(root)
        for bar in cast("list[Any]", root.xpath(_ARCHIVES_BAR)) if b"wm-ipp" in data else ():
            del bar[:]
            bar.text = None
    return root


def text_of(element: Any, pieces: int = 50) -> str:
    """Return the text of an element, or of its first pieces, in one line."""
    return " ".join("".join(islice(element.itertext(), pieces)).split())


def _empty_head(root: Any) -> None:
    """Move what is no part of a head into the body: the parser leaves `<article>` where no `<body>` was written."""
    head = root.find("head")
    strays = [] if head is None else [one for one in head if isinstance(one.tag, str) and one.tag not in _HEAD_TAGS]
    if not strays:
        return
    body = root.find("body")
    if body is None:
        body = root.makeelement("body", {})
        root.append(body)
    for place, stray in enumerate(strays):
        body.insert(place, stray)
