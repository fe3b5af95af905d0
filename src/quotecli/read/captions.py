"""Subtitles (SubRip, WebVTT) and pasted captions of films → a text of whole sentences, each below its time."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from html import unescape
from itertools import pairwise
from typing import NamedTuple

__all__ = ["as_sentences"]

_TIMES = re.compile(r"\s*((?:\d{1,3}:)?\d{1,2}:\d\d(?:[.,]\d{1,3})?)\s*-->\s*(?:\d{1,3}:)?\d{1,2}:\d\d.*")
_TIME = re.compile(r"\s*(\d{1,2}:\d\d(?::\d\d)?)\s*")
_TAG = re.compile(r"</?(?:c|i|b|u|s|ruby|rt|lang|font)\b[^<>]{0,200}>|<[\d:.]{5,14}>|</v>|\{\\[^{}]{1,60}\}")
_VOICE = re.compile(r"<v(?:\.[\w.-]{1,60})?[ \t]+[^<>\n]{1,80}>")
_NOTE = re.compile(r"(?:NOTE|STYLE|REGION)\b(?![^\n]*[a-z][.!?]$)")
_OPENS = re.compile(r"<v[ .]|[-–—]\s?\S|\[|\(|♪|[A-Z][^a-z:\n]{1,30}:\s")
"""How the words of another begin, or what is no words."""
_NAME = re.compile(r"[^\W\d_a-z][\w.’'()-]{0,30}(?: [\w.’'()-]{1,30}){0,4}:(?=\s)")
_CHANGE = re.compile(r"(?:^|\s)>{2,3}\s*")
_ENDED = re.compile(r"[.!?…♪)\]][\"'”’»]*$")
_LONGEST = 700  # characters that are joined where no sentence ends
_FEWEST = 4  # bare times that make captions of a pasted text
_ROLLING = 0.3  # of the captions show a line of the one before again
_LINE_LONGEST = 100


class _Cue(NamedTuple):
    time: str
    """The line of its time, as the file has it."""
    lines: list[str]


def as_sentences(text: str) -> str | None:
    """Return the text of subtitles with whole sentences below the times at which they begin; None where it is none.

    A caption ends where its line is full. What programs put in (styles, the time of each word, lines that roll up and
    are shown again) is left out; who speaks (`<v Ann Lee>`) stays.
    """
    lines = text.lstrip("\ufeff").replace("\r\n", "\n").split("\n")
    cues = _files_cues(lines) if "-->" in text else _pasted_cues(lines)
    if not cues:
        return None
    out: list[str] = []
    for time, sentence in _sentences(_unrolled(cues)):
        out += [time, sentence, ""]
    return "\n".join(out)


def _files_cues(lines: Sequence[str]) -> list[_Cue]:
    """Return the captions of a file: what stands below a line of times, but for the next one's name and for notes."""
    first = next((at for at, line in enumerate(lines) if _TIMES.fullmatch(line)), len(lines))
    above = [line.strip() for line in lines[:first] if line.strip()]
    if above and not above[0].startswith("WEBVTT") and not (len(above) == 1 and above[0].isdecimal()):
        return []
    cues: list[_Cue] = []
    blank, note = True, False
    for line, below in zip(lines[first:], [*lines[first + 1 :], ""], strict=True):
        if _TIMES.fullmatch(line):
            cues.append(_Cue(line.strip(), []))
            note = False
        elif not line.strip():
            note = note and line != ""
        else:
            note = note or (blank and bool(_NOTE.match(line)))
            if not note and not (blank and _TIMES.fullmatch(below)) and (words := _words(line)):
                cues[-1].lines.extend(_turns(words))
        blank = line == ""
    return [cue for cue in cues if cue.lines]


def _words(line: str) -> str:
    return " ".join(unescape(_TAG.sub("", line)).split())


def _turns(words: str) -> Iterator[str]:
    """Yield what each speaker says of a line: broadcasters set `>>` before the next one's words, or his name."""
    first, *turns = _CHANGE.split(words)
    if first:
        yield first
    for turn in filter(None, turns):
        yield turn if _NAME.match(turn) else f"- {turn}"


def _pasted_cues(lines: Sequence[str]) -> list[_Cue]:
    """Return the captions of a text in which a bare time and a short line take turns, from the first line on."""
    filled = [line for line in lines if line.strip()]
    if len(filled) < 2 * _FEWEST or not _TIME.fullmatch(filled[0]):
        return []
    cues = [
        _Cue(time.strip(), list(_turns(words.strip())) or [words.strip()])
        for time, words in zip(filled[::2], filled[1::2], strict=False)
        if _TIME.fullmatch(time) and not _TIME.fullmatch(words) and len(words) <= _LINE_LONGEST
    ]
    ended = sum(bool(_ENDED.search(cue.lines[0])) for cue in cues)
    return cues if 2 * len(cues) >= len(filled) - 1 and 2 * ended < len(cues) else []


def _unrolled(cues: list[_Cue]) -> list[_Cue]:
    """Leave out the lines that the caption before has shown, where captions roll up."""
    again = sum(below.lines[0] in above.lines for above, below in pairwise(cues))
    if again < max(2, _ROLLING * len(cues)):
        return cues
    kept = [cues[0]]
    for above, cue in pairwise(cues):
        fresh = cue.lines
        for shown in range(len(fresh), 0, -1):
            if above.lines[-shown:] == fresh[:shown]:
                fresh = fresh[shown:]
                break
        kept += [_Cue(cue.time, fresh)] if fresh else []
    return kept


def _sentences(cues: Sequence[_Cue]) -> Iterator[tuple[str, str]]:
    """Yield the time and the words of each stretch up to a sentence's end, with nothing said by another in it."""
    time, words = "", ""
    labels = _labels(cues)
    for cue in cues:
        for place, line in enumerate(cue.lines):
            label = _label(line, labels)
            opens = label or _OPENS.match(line)
            if words and (
                (not place and _is_whole(words)) or (opens and not (label and label == _label(words, labels)))
            ):
                yield time, words
                time, words = cue.time, line
            elif words:
                words += " " + line.removeprefix(label).lstrip()
            else:
                time, words = cue.time, line
    if words:
        yield time, words


def _labels(cues: Sequence[_Cue]) -> frozenset[str]:
    """Return the names with a colon that open captions more than once: "Ann Lee:", as meetings have them."""
    counts = Counter(found[0] for cue in cues if (found := _NAME.match(cue.lines[0])))
    return frozenset(label for label, count in counts.items() if count > 1)


def _label(line: str, labels: frozenset[str]) -> str:
    """Return who speaks a caption, as it is written before the words; "" where nobody is named."""
    found = _VOICE.match(line) or _NAME.match(line)
    return found[0] if found and (found[0].startswith("<") or found[0] in labels) else ""


def _is_whole(words: str) -> bool:
    balanced = words.count("“") <= words.count("”") and words.count('"') % 2 == 0
    return (bool(_ENDED.search(words)) and balanced) or len(words) > _LONGEST
