"""What kind of document some bytes are: told by the content first, by the name where the content leaves it open."""

from __future__ import annotations

import re
from enum import StrEnum

from quotecli.core.errors import NotADocument
from quotecli.read.encoding import decode, wide_encoding
from quotecli.read.frontmatter import FRONT_MATTER


class Kind(StrEnum):
    """The kinds we read; the value says it to the user ("not readable as a Word document")."""

    TEXT = "plain text"
    MARKDOWN = "Markdown"
    HTML = "HTML"
    LATEX = "LaTeX"
    WIKITEXT = "wiki text"
    MHTML = "saved web page (MHTML)"
    WEBARCHIVE = "web archive (Safari)"
    MAIL = "e-mail"
    MBOX = "mailbox"
    PDF = "PDF"
    DOCX = "Word document"
    ODT = "OpenDocument text"
    RTF = "Rich Text file"
    EPUB = "EPUB book"
    ENEX = "Evernote export"
    FEED = "feed"
    JSON = "JSON"
    TABLE = "table (CSV)"
    WARC = "web archive (WARC)"
    ZIP = "zip archive"
    GZIP = "gzip file"
    BZIP2 = "bzip2 file"
    XZ = "xz file"


CONTAINERS = frozenset({Kind.ENEX, Kind.MBOX, Kind.FEED, Kind.JSON, Kind.TABLE, Kind.WARC, Kind.ZIP})
PACKED = {".gz": Kind.GZIP, ".bz2": Kind.BZIP2, ".xz": Kind.XZ}
_SUFFIXES = {
    **dict.fromkeys((".md", ".markdown", ".mdown", ".mkd", ".qmd", ".rmd"), Kind.MARKDOWN),
    **dict.fromkeys((".html", ".htm", ".xhtml", ".xht", ".shtml", ".php", ".asp", ".aspx", ".jsp"), Kind.HTML),
    **dict.fromkeys((".tex", ".ltx", ".latex"), Kind.LATEX),
    **dict.fromkeys((".wiki", ".wikitext", ".mediawiki"), Kind.WIKITEXT),
    **dict.fromkeys((".mhtml", ".mht"), Kind.MHTML),
    **dict.fromkeys((".eml", ".emlx"), Kind.MAIL),
    **dict.fromkeys((".json", ".jsonl", ".ndjson", ".jsonlines", ".jl"), Kind.JSON),
    **dict.fromkeys((".csv", ".tsv", ".tab"), Kind.TABLE),
    **dict.fromkeys((".rss", ".atom", ".rdf"), Kind.FEED),
    **dict.fromkeys((".txt", ".text", ".log", ".vtt", ".srt"), Kind.TEXT),
    ".webarchive": Kind.WEBARCHIVE,
    ".enex": Kind.ENEX,
    ".mbox": Kind.MBOX,
    ".pdf": Kind.PDF,
    ".docx": Kind.DOCX,
    ".odt": Kind.ODT,
    ".rtf": Kind.RTF,
    ".epub": Kind.EPUB,
    ".warc": Kind.WARC,
    ".zip": Kind.ZIP,
    **PACKED,
}
_MEDIA_TYPES = {
    "text/markdown": Kind.MARKDOWN,
    **dict.fromkeys(("application/x-tex", "application/x-latex", "text/x-tex"), Kind.LATEX),
    "text/html": Kind.HTML,
    "application/xhtml+xml": Kind.HTML,
    "application/json": Kind.JSON,
    "application/x-ndjson": Kind.JSON,
    "application/jsonl": Kind.JSON,
    "application/rss+xml": Kind.FEED,
    "application/atom+xml": Kind.FEED,
    "text/csv": Kind.TABLE,
    "text/tab-separated-values": Kind.TABLE,
    "message/rfc822": Kind.MAIL,
    "multipart/related": Kind.MHTML,
}
_LATEX = re.compile(r"(?:\s{0,99}%[^\n]{0,300}\n){0,50}\s{0,99}\\documentclass\b")
_MAGIC = (
    (b"\x1f\x8b", Kind.GZIP),
    (b"BZh", Kind.BZIP2),
    (b"\xfd7zXZ\x00", Kind.XZ),
    (b"WARC/", Kind.WARC),
    (b"{\\rtf", Kind.RTF),
)
PACKED_HEADS = tuple(magic for magic, kind in _MAGIC if kind in PACKED.values())
"""How packed files begin."""
_REFUSED = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office file (.doc, .xls, .ppt or .msg); save it as .docx or text"),
    (b"%!PS", "a PostScript file; convert it to PDF"),
    (b"SQLite format 3\x00", "a database, not a document"),
    (b"\x89PNG", "an image, not a document"),
    (b"\xff\xd8\xff", "an image, not a document"),
    (b"GIF8", "an image, not a document"),
    (b"II*\x00", "an image, not a document"),
    (b"MM\x00*", "an image, not a document"),
    (b"\x7fELF", "a program, not a document"),
    (b"MZ\x90", "a program, not a document"),
    (b"\xcf\xfa\xed\xfe", "a program, not a document"),
    (b"\xca\xfe\xba\xbe", "a program, not a document"),
    (b"ID3", "a sound recording, not a document"),
    (b"OggS", "a sound recording, not a document"),
    (b"fLaC", "a sound recording, not a document"),
    (b"\x1a\x45\xdf\xa3", "a film, not a document"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive; unpack it, or pack it as .zip"),
    (b"Rar!\x1a\x07", "a RAR archive; unpack it, or pack it as .zip"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard file; unpack it, or pack it as .gz"),
    (b"wOFF", "a font, not a document"),
    (b"wOF2", "a font, not a document"),
)
_SAFARI = b"WebMainResource"
"""A name in the property list that is a page saved by Safari."""
_FEED = re.compile(r"<(?:\w+:)?(?:rss|feed|RDF)\b[^>]*(?:>|$)")
_XML_HEAD = re.compile(r"(?:\s|<\?[^>]*\?>|<!--.*?-->|<!DOCTYPE[^>\[]*(?:\[[^\]]*\]\s*)?>)*", re.DOTALL | re.IGNORECASE)
_HTML = re.compile(r"<(?:!doctype\s+html|html|head|body|article|main|div|p|h[1-6]|meta|title|section)\b", re.IGNORECASE)
_JSON = re.compile(r'\s*(?:\{\s*(?:"(?:[^"\\\n]|\\.){0,200}"\s*:|\}\s*$)|\[\s*(?:\{\s*["}]|\]\s*$))')
_HEADER = re.compile(r"[A-Za-z][A-Za-z0-9-]{1,60}:[ \t\r\n]")
_MAIL_HEADERS = re.compile(
    r"^(?:From|To|Subject|Date|Message-ID|MIME-Version|Content-Type|Return-Path|Received|Delivered-To|DKIM-Signature"
    r"|List-Id|Reply-To|X-[\w-]+):",
    re.MULTILINE | re.IGNORECASE,
)


def suffix(name: str) -> str:
    """Return the last suffix of a file's name in lower case with its dot, or ""."""
    stem, dot, end = name.rpartition(".")
    return f".{end.lower()}" if dot and stem.strip(".") else ""


def kind_by_name(name: str) -> Kind | None:
    """Return the kind that the name alone tells, or None; `a.jsonl.gz` is told by `.jsonl`."""
    end = suffix(name)
    if end in PACKED:
        return kind_by_name(name[: -len(end)]) or PACKED[end]
    return _SUFFIXES.get(end)


def sniff(head: bytes, name: str = "", media_type: str = "") -> Kind:
    """Return the kind of what begins with `head`.

    Args:
        head: the first bytes, 64 KiB where there are so many.
        name: the file's name, which decides only between kinds that the content leaves open.
        media_type: the MIME type sent along, which decides before the name.

    Raises:
        NotADocument: for images, programs and other kinds that hold no text, and for an empty input.
    """
    if not head:
        raise NotADocument("empty")
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            return kind
    if head.startswith(b"bplist0"):
        if _SAFARI not in head:
            raise NotADocument("a property list, not a document")
        return Kind.WEBARCHIVE
    if b"%PDF-" in head[:1024]:
        return Kind.PDF
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        return _zip_kind(head, name)
    for magic, what in _REFUSED:
        if head.startswith(magic):
            raise NotADocument(what)
    if head[4:8] == b"ftyp" or (head.startswith(b"RIFF") and head[8:12] in {b"WEBP", b"WAVE", b"AVI "}):
        raise NotADocument("an image, sound or film, not a document")
    if not wide_encoding(head) and _is_binary(head):
        raise NotADocument("not a document: neither text nor a kind of file that we read")
    return _text_kind(head, _SUFFIXES.get(suffix(name)), _MEDIA_TYPES.get(media_type))


def _zip_kind(head: bytes, name: str) -> Kind:
    if b"mimetypeapplication/epub+zip" in head[:200]:
        return Kind.EPUB
    if b"mimetypeapplication/vnd.oasis.opendocument.text" in head[:200]:
        return Kind.ODT
    by_name = _SUFFIXES.get(suffix(name))
    if by_name in {Kind.EPUB, Kind.ODT, Kind.DOCX}:
        return by_name
    if b"mimetypeapplication/vnd.oasis." in head[:200] or b"[Content_Types].xml" in head:
        if b"word/" in head:
            return Kind.DOCX
        raise NotADocument("a spreadsheet, presentation or drawing; save it as CSV, PDF or text")
    return Kind.ZIP


def _is_binary(head: bytes) -> bool:
    """Tell bytes that no text has: more than a stray zero or control byte."""
    sample = head[:8192]
    controls = len(sample.translate(None, _TEXT_BYTES))
    return controls * 20 > len(sample) or sample.count(0) > max(3, len(sample) // 200)


_TEXT_BYTES = bytes([*b"\t\n\v\f\r\b\x1b\x1a", *range(0x20, 0x100)])


def _text_kind(head: bytes, by_name: Kind | None, by_type: Kind | None) -> Kind:
    text = decode(head).lstrip("\ufeff")
    start = text.lstrip()[:4000]
    if _JSON.match(start):
        return Kind.JSON
    if start.startswith("<"):
        if kind := _markup_kind(text):
            return kind
    elif kind := _mail_kind(text):
        return kind
    hint = by_type or by_name
    if hint is Kind.HTML or (hint is None and len(_HTML.findall(text[:4000])) > 2):
        return Kind.HTML
    if hint is None and _LATEX.match(text):
        return Kind.LATEX
    if hint in {Kind.MARKDOWN, Kind.LATEX, Kind.WIKITEXT, Kind.TABLE, Kind.JSON, Kind.MAIL, Kind.MHTML}:
        return hint
    return Kind.MARKDOWN if FRONT_MATTER.match(text) else Kind.TEXT


def _markup_kind(text: str) -> Kind | None:
    root = _XML_HEAD.match(text.lstrip())
    body = text.lstrip()[root.end() if root else 0 :]
    if _FEED.match(body):
        return Kind.FEED
    if body.startswith("<en-export"):
        return Kind.ENEX
    if body.startswith("<plist") and _SAFARI.decode() in text:
        return Kind.WEBARCHIVE
    if _HTML.search(text[:4000]):
        return Kind.HTML
    if text.lstrip().startswith("<?xml") or re.match(r"<(?:\w+:)?svg\b", body):
        raise NotADocument("an XML file of a kind that we don't read")
    return None


def _mail_kind(text: str) -> Kind | None:
    is_box = text.startswith("From ") and _HEADER.match(text.partition("\n")[2])
    if not is_box and not _HEADER.match(text):
        return None
    block = text.replace("\r\n", "\n").partition("\n\n")[0]
    names = {found.lower() for found in _MAIL_HEADERS.findall(block)}
    if is_box:
        return Kind.MBOX if len(names) > 1 else None
    if "mime-version:" in names and "content-type:" in names and re.search(r"multipart/related", block, re.IGNORECASE):
        return Kind.MHTML if "snapshot-content-location" in block.lower() or "saved by" in block.lower() else Kind.MAIL
    headers = [line for line in block.split("\n") if not line.startswith((" ", "\t"))]
    proper = all(_HEADER.match(line + "\n") for line in headers)
    strong = names & {"message-id:", "mime-version:", "return-path:", "received:", "list-id:", "dkim-signature:"}
    return Kind.MAIL if proper and (strong or {"from:", "subject:", "date:"} <= names) else None
