"""Citations onto a screen, into a pipe, a file or the clipboard."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TextIO

from quotecli.app.cite import Citations
from quotecli.core.errors import MissingExtra, UsageError
from quotecli.core.whole_file import whole_file
from quotecli.show.clean import clean_block
from quotecli.show.terminal import Terminal

MARKUPS = ("text", "html", "markdown", "rtf")
_BY_SUFFIX = {".html": "html", ".htm": "html", ".md": "markdown", ".markdown": "markdown", ".rtf": "rtf"}
_EXPORTS = {
    ".bib": "bibtex",
    ".csv": "csv",
    ".json": "csl-json",
    ".jsonld": "jsonld",
    ".ris": "ris",
    ".wiki": "wikipedia",
}
_STYLES = re.compile("(\x1b\\[[0-9;]*m)")


def format_for(output: Path | None) -> str | None:
    """Return the export format that the file's name asks for, None where it tells none."""
    return None if output is None else _EXPORTS.get(output.suffix.lower())


def markup_for(output: Path | None, terminal: Terminal) -> str:
    """Return the markup that the file's name asks for; styles for a terminal, plain text for a pipe."""
    if output is not None:
        return _BY_SUFFIX.get(output.suffix.lower(), "text")
    return "terminal" if terminal.colour else "text"


def as_file(citations: Citations, markup: str) -> str:
    """Return the citations as one text: an export as it is, else a paragraph each, wrapped up for HTML and RTF."""
    if citations.whole:
        return citations.entries[0]
    if markup == "html":
        return "".join(map(_paragraph, citations.entries))
    if markup == "rtf":
        return "{\\rtf1\\ansi\\deff0\n" + "".join(f"{{\\pard {entry}\\par}}\n" for entry in citations.entries) + "}\n"
    of_lines = any("\n" in entry for entry in citations.entries)  # a quotation and its note: a blank line parts them
    return ("\n\n" if markup == "markdown" or of_lines else "\n").join(citations.entries) + "\n"


def _paragraph(entry: str) -> str:
    """Return an entry as HTML that can follow others: blocks and notes are paragraphs already, none within another."""
    words, gap, note = entry.partition("\n<p>")
    if "<div" in words:
        words = f'<div class="csl-entry">{words.strip()}</div>'
    elif not words.startswith("<blockquote>"):
        words = f"<p>{words}</p>"
    return f"{words}{gap}{note}\n"


def write_citations(citations: Citations, markup: str, terminal: Terminal, out: TextIO) -> None:
    """Write citations to standard output; on a terminal a blank line parts them and they are cleaned."""
    if not terminal.screen:
        text = as_file(citations, markup)
        out.write(text if text.endswith("\n") else text + "\n")
        return
    entries = [_clean_styled(entry) if markup == "terminal" else clean_block(entry) for entry in citations.entries]
    out.write(("\n\n" if not citations.whole else "\n").join(entry.rstrip("\n") for entry in entries) + "\n")


def _clean_styled(entry: str) -> str:
    """Clean all but the styles that the processor itself put in."""
    return "".join(part if part.startswith("\x1b[") else clean_block(part) for part in _STYLES.split(entry))


def write_file(citations: Citations, markup: str, path: Path, *, force: bool) -> None:
    """Write citations to a file, whole or not at all; a device or a pipe is written to as it stands.

    Raises:
        UsageError: the file is there already and `force` is not given, or it can't be written.
    """
    with whole_file(path, force=force) as stream:
        stream.write(as_file(citations, markup).encode("utf-8", "replace"))


def copy(citations: Citations) -> None:
    """Copy plain citations to the clipboard."""
    try:
        import pyperclip
    except ImportError:
        raise MissingExtra("--copy", "copy") from None
    try:
        pyperclip.copy("\n".join(_STYLES.sub("", entry) for entry in citations.entries))
    except pyperclip.PyperclipException:
        raise UsageError("there is no clipboard here that can be written to") from None
