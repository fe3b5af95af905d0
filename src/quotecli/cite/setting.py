"""A quotation as it stands in a text: in marks within a sentence, or as a block, with its citation."""

from __future__ import annotations

import re

from quotecli.cite.markup import ESCAPES
from quotecli.cite.nesting import ends_in_mark, renest
from quotecli.cite.rules import Marks, Rules

_DROPPED_END = re.compile(r"[\s.,;:]{1,9}([”’»›“‘\"']{0,3})$")
"""What ends the words before the sentence does, nested marks behind it."""
_KEPT_END = re.compile(
    r"(?P<kept>…|\.[ \u00a0]?\.[ \u00a0]?\.(?:[ \u00a0]?\.)?"
    r"|\b(?:[^\W\d_]{1,2}\.){1,4}[^\W\d_]{1,2}\.|\b(?:[^\W\d_]\.[ \u00a0]){1,4}[^\W\d_]\."
    r"|\b(?:Inc|Ltd|Corp|Co|Bros|Jr|Sr|etc|Esq|Ave|Blvd)\.)"
    r"[\s,;:]{0,9}(?P<nested>[”’»›“‘\"']{0,3})$"
)
"""An ellipsis, or an abbreviation's full stop (U.S., a.m., Ph.D., Inc.): they belong to the words.

A comma behind them does not."""
_BROKEN_OFF = re.compile(r"[—–―][”’»›“‘\"']{0,3}$")
"""A dash at which somebody was interrupted takes no full stop."""
_ENDS_SENTENCE = re.compile(r"[.!?…。！？][”’»\"')\]]*$")
_CLOSING = "”’»›"
_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_MARKUP_OR_DIGIT = re.compile(r"(?:<sup>|\{?\\super\s?|\x1b\[[0-9;]*m|\^)?\d")


def set_quotation(text: str, citation: str, rules: Rules, output: str, note: int | None) -> str:
    """Return the quotation with its citation.

    Args:
        text: the words, as printed.
        citation: the in-text citation or the note, already escaped for `output`.
        rules: the style's.
        output: as in `cite_quotes`.
        note: the note's number, or None where the citation stands in the text.
    """
    words = text.strip()
    if rules.is_block(words):
        quotation = _block_with(renest(words, rules.marks, inside=False), citation, rules.marks, output, note)
    elif note or _is_bare_number(citation):
        sentence = _sentence(renest(words, rules.marks, inside=True), rules.marks)
        quotation = ESCAPES[output](sentence) + (_mark(note, output) if note else _raised(citation, output))
    else:
        before, after = rules.marks.outer
        fragment = _without_end(renest(words, rules.marks, inside=True))
        quotation = f"{ESCAPES[output](before + fragment + after)} {citation}."
    return quotation + (_note(note, citation, output) if note else "")


def _without_end(words: str) -> str:
    """Drop the full stop or comma that the sentence's own will replace, within nested marks (`‘… home.’`) too."""
    if kept := _KEPT_END.search(words):
        return words[: kept.end("kept")] + kept["nested"]
    return _DROPPED_END.sub(r"\1", words) or words


def _sentence(words: str, marks: Marks) -> str:
    """Return the words in marks as a whole sentence, its full stop where the language has it."""
    (before, after), fragment = marks.outer, _without_end(words)
    if _ENDS_SENTENCE.search(fragment) or (marks.stop_inside and _BROKEN_OFF.search(fragment)):
        return f"{before}{fragment}{after}"
    return f"{before}{_stopped(fragment, marks)}{after}" if marks.stop_inside else f"{before}{fragment}{after}."


def _stopped(fragment: str, marks: Marks) -> str:
    """Return the words with a full stop; where the language has it inside marks, within nested ones, too."""
    nested = len(fragment) - len(fragment.rstrip(_CLOSING)) if marks.stop_inside and ends_in_mark(fragment) else 0
    end = len(fragment) - nested
    return f"{fragment[:end]}.{fragment[end:]}"


def _block_with(words: str, citation: str, marks: Marks, output: str, note: int | None) -> str:
    lines = [line.strip() for line in words.splitlines() if line.strip()]
    if not _ENDS_SENTENCE.search(lines[-1]) and not _BROKEN_OFF.search(lines[-1]):
        lines[-1] = _stopped(_without_end(lines[-1]), marks)
    lines = [ESCAPES[output](line) for line in lines]
    tied = _is_bare_number(citation)
    lines[-1] += _mark(note, output) if note else _raised(citation, output) if tied else f" {citation}"
    return _block(lines, output)


def _is_bare_number(citation: str) -> bool:
    """Tell a superscript number, which follows the full stop, from a citation in brackets."""
    return bool(_MARKUP_OR_DIGIT.match(citation))


def _raised(citation: str, output: str) -> str:
    """Return a number that the style sets superscript so in plain text too, where it has no markup of its own."""
    return citation.translate(_SUPERSCRIPTS) if output == "text" and citation.isdecimal() else citation


def _mark(number: int, output: str) -> str:
    match output:
        case "html":
            return f"<sup>{number}</sup>"
        case "markdown":
            return f"[^{number}]"
        case "rtf":
            return f"{{\\super {number}}}"
        case _:
            return str(number).translate(_SUPERSCRIPTS)


def _note(number: int, citation: str, output: str) -> str:
    match output:
        case "html":
            return f"\n<p>{number}. {citation}</p>"
        case "markdown":
            return f"\n\n[^{number}]: {citation}"
        case "rtf":
            return f"\\par {number}. {citation}"
        case _:
            return f"\n\n{number}. {citation}"


def _block(lines: list[str], output: str) -> str:
    match output:
        case "html":
            return "<blockquote>" + "".join(f"<p>{line}</p>" for line in lines) + "</blockquote>"
        case "markdown":
            return "\n>\n".join(f"> {line}" for line in lines)
        case "rtf":
            return "{\\li720 " + "\\par ".join(lines) + "\\par}"
        case _:
            return "\n\n".join(f"    {line}" for line in lines)
