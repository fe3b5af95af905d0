"""A quotation as it stands in a text: in marks within a sentence, or as a block, with its citation."""

from __future__ import annotations

import re

from quotecli.cite.nesting import ends_in_mark, renest
from quotecli.cite.outputs import OUTPUTS, Output, superscript
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
    words, kind = text.strip(), OUTPUTS[output]
    if note:
        behind = kind.mark(note)
    elif _is_bare_number(citation):
        behind = superscript(citation) if output == "text" and citation.isdecimal() else citation
    else:
        behind = ""
    if rules.is_block(words):
        quoted = renest(words, rules.marks, inside=False)
        quotation = _block_with(quoted, behind or f" {citation}", rules.marks, kind)
    elif behind:
        quotation = kind.escape(_sentence(renest(words, rules.marks, inside=True), rules.marks)) + behind
    else:
        before, after = rules.marks.outer
        fragment = _without_end(renest(words, rules.marks, inside=True))
        quotation = f"{kind.escape(before + fragment + after)} {citation}."
    return quotation + (kind.note(note, citation) if note else "")


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


def _block_with(words: str, behind: str, marks: Marks, kind: Output) -> str:
    """Return the words as a block, with the mark of their note or the citation behind them."""
    lines = [line.strip() for line in words.splitlines() if line.strip()]
    if not _ENDS_SENTENCE.search(lines[-1]) and not _BROKEN_OFF.search(lines[-1]):
        lines[-1] = _stopped(_without_end(lines[-1]), marks)
    lines = [kind.escape(line) for line in lines]
    lines[-1] += behind
    return kind.block(lines)


def _is_bare_number(citation: str) -> bool:
    """Tell a superscript number, which follows the full stop, from a citation in brackets."""
    return bool(_MARKUP_OR_DIGIT.match(citation))
