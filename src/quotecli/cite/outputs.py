"""Kinds of output: how each escapes text, and sets the little structure that a quotation needs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from quotecli.cite.markup import html_text, markdown, rtf
from quotecli.cite.text import clean

__all__ = ["OUTPUTS", "Output", "superscript"]

_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(frozen=True, slots=True)
class Output:
    """One kind of output.

    Attributes:
        escape: makes plain text safe in it.
        mark: the mark of a note, by its number.
        note: the note below the text, by its number and its words, which are escaped already.
        block: a block quotation of these paragraphs, which are escaped already.
    """

    escape: Callable[[str], str]
    mark: Callable[[int], str]
    note: Callable[[int, str], str]
    block: Callable[[Sequence[str]], str]


def superscript(number: object) -> str:
    """Return a number in the characters for raised digits."""
    return str(number).translate(_SUPERSCRIPTS)


_PLAIN = Output(
    escape=clean,
    mark=superscript,
    note=lambda number, words: f"\n\n{number}. {words}",
    block=lambda lines: "\n\n".join(f"    {line}" for line in lines),
)
OUTPUTS: dict[str, Output] = {
    "text": _PLAIN,
    "terminal": _PLAIN,
    "html": Output(
        escape=html_text,
        mark=lambda number: f"<sup>{number}</sup>",
        note=lambda number, words: f"\n<p>{number}. {words}</p>",
        block=lambda lines: "<blockquote>" + "".join(f"<p>{line}</p>" for line in lines) + "</blockquote>",
    ),
    "markdown": Output(
        escape=markdown,
        mark=lambda number: f"[^{number}]",
        note=lambda number, words: f"\n\n[^{number}]: {words}",
        block=lambda lines: "\n>\n".join(f"> {line}" for line in lines),
    ),
    "rtf": Output(
        escape=rtf,
        mark=lambda number: f"{{\\super {number}}}",
        note=lambda number, words: f"\\par {number}. {words}",
        block=lambda lines: "{\\li720 " + "\\par ".join(lines) + "\\par}",
    ),
}
"""By the name that `cite_quotes` knows them by."""
