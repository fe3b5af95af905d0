"""What a source without a title is called: by its file or address, else by what it is."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

__all__ = ["title_from"]

_JOINT = re.compile(r"(?<!\d)-|-(?!\d)|[_+\s]+")  # the hyphens of a date stay
_CODE = re.compile(r"[0-9a-f-]{8,}", re.IGNORECASE)
"""Digests and the like: nobody's name for a document."""
_LONGEST = 100
_CALLED = {
    "blog": "blog post",
    "encyclopedia": "encyclopedia entry",
    "journal": "journal article",
    "magazine": "magazine article",
    "newspaper": "newspaper article",
}
"""What a source of a kind is called: it is the article that has no title."""


def title_from(document: str, kind: str) -> str:
    """Return the words that stand in a title's place.

    Args:
        document: path or URL, a member of an archive or list behind `#`.
        kind: what the source is (`newspaper`), for those whose file tells nothing: a description in brackets, as APA
            (7, 9.22) and MLA have it for works without a title.

    `notes/letter_to-the-mayor.txt` is "Letter to the mayor".
    """
    place, _, member = document.rpartition("#")
    if not place or "://" in document:
        name = _stem(document)
    elif PurePosixPath(member).suffix:
        name = _stem(member)
    else:
        name = f"{_stem(place)} {member}" if _stem(place) else ""
    words = " ".join(_JOINT.sub(" ", name).split())[:_LONGEST].strip()
    return (
        words[0].upper() + words[1:]
        if any(char.isalpha() for char in words)
        else f"[Untitled {_CALLED.get(kind, kind)}]"
    )


def _stem(document: str) -> str:
    """Return the last part of a path or URL without its suffix, or "" where it says nothing."""
    if "://" in document:
        try:
            document = unquote(urlsplit(document).path)
        except ValueError:
            return ""
    stem = PurePosixPath(document.replace("\\", "/")).stem
    return "" if stem == "-" or _CODE.fullmatch(stem) else stem
