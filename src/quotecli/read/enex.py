"""Evernote's exports (`.enex`): each note is a document; a clipped page is read as the page that it is of."""

from __future__ import annotations

import io
from collections.abc import Iterator
from html import escape
from xml.etree.ElementTree import Element

from quotecli.core.errors import NotADocument, ReadError
from quotecli.read.bounds import time_limit
from quotecli.read.draft import MetaCandidate, Rank
from quotecli.read.item import Item, Reader, Result, digest_bytes
from quotecli.read.options import ReadFailure, ReadOptions
from quotecli.read.xml import iter_elements, local_name, text_of

__all__ = ["read_enex"]

_WANTED = frozenset({"note"})


def read_enex(item: Item, options: ReadOptions, _reader: Reader) -> Iterator[Result]:
    """Read the notes of an export, one at a time; pictures and files in them are left alone."""
    from quotecli.read.documents import html_draft
    from quotecli.read.metadata import finish

    for number, note in enumerate(iter_elements(io.BytesIO(item.data()), _WANTED, item.budget), 1):
        item.budget.restart()
        item.budget.record()
        markup, told = _told(note)
        url = next((one.value for one in told if one.field == "url"), None)
        created = next((one.value for one in told if one.field == "accessed"), None)
        try:
            with time_limit(options.bounds.seconds):
                draft = html_draft(markup, url=url, copied=created)
                if not draft.text.strip():
                    raise NotADocument("no text in this note")
                yield finish(
                    draft,
                    options=options,
                    source=f"{item.source}#{number}",
                    key=f"{item.key}#{number}",
                    digest=digest_bytes(markup.encode("utf-8", "replace")),
                    extra=(*told, *item.candidates),
                )
        except ReadError as error:
            yield ReadFailure(f"{item.source}#{number}", str(error))


def _told(note: Element) -> tuple[str, tuple[MetaCandidate, ...]]:
    """Return a note as a page, and what its fields say.

    The day of a clipping is the day on which somebody saw the page; that of another note is the note's own, where it
    tells none.
    """
    fields = {local_name(one): text_of(one) for one in note.iter() if local_name(one) != "content"}
    content = next(("".join(one.itertext()) for one in note.iter() if local_name(one) == "content"), "")
    title, created = fields.get("title", ""), _iso(fields.get("created", ""))
    markup = f"<html><head><title>{escape(title)}</title></head><body>{content}</body></html>"
    url = fields.get("source-url", "")
    if url.startswith(("http://", "https://")):
        told = [MetaCandidate("url", url, "note's source-url", Rank.RECORD)]
        told.append(MetaCandidate("accessed", created, "day on which the page was clipped", Rank.RECORD))
    else:
        author = fields.get("author", "")
        told = [
            MetaCandidate("title", title, "note's title", Rank.RECORD),
            MetaCandidate("published", created, "day on which the note was made", Rank.TEXT),
            MetaCandidate("updated", _iso(fields.get("updated", "")), "day on which the note was changed", Rank.TEXT),
            MetaCandidate("author", "" if "@" in author else author, "note's author", Rank.META),
        ]
    return markup, tuple(one for one in told if one.value)


def _iso(stamp: str) -> str:
    """Return the moment that an export writes as 20220505T081500Z in ISO 8601; "" for anything else."""
    day, _, clock = stamp.rstrip("Z").partition("T")
    if len(day) != 8 or not day.isdigit():
        return ""
    date = f"{day[:4]}-{day[4:6]}-{day[6:]}"
    return f"{date}T{clock[:2]}:{clock[2:4]}:{clock[4:]}Z" if len(clock) == 6 and clock.isdigit() else date
