"""Finds the voices of subtitles, as WebVTT writes who speaks: `<v Ann Lee>We stay.</v>`. Others tell of nobody."""

from __future__ import annotations

import re

from quotecli.core.types import Role, Span
from quotecli.find.structure.shared import Layout

_VOICE = re.compile(r"<v(?:\.[\w.-]{1,60})?[ \t]+(?P<name>[^<>\n]{1,80}?)\s*>")
_ENDS = re.compile(r"</v>|(?=<v[ .])")
_LEFT = re.compile(r"-->|\n[ \t]*\n")
"""What stands between two captions, and not between the lines of one."""


def find_voices(layout: Layout) -> None:
    """Claim the captions in which a voice is named, each as a turn; those of one voice in a row go on."""
    text = layout.article.text
    if "<v" not in text:
        return
    speaking: Span | None = None  # whose caption goes on in the next line
    index: int | None = None
    last = 0
    for number, paragraph in enumerate(layout.article.paragraphs):
        if not layout.free(number) or paragraph.role is Role.HEADLINE:
            continue
        if _LEFT.search(text, last, paragraph.start):
            speaking = None
        last = paragraph.end
        at = paragraph.start
        while at < paragraph.end:
            voice = _VOICE.match(text, at, paragraph.end)
            if voice is not None:
                if index is None or text[slice(*layout.pieces[index].source or (0, 0))] != voice["name"]:
                    index = None
                speaking, at = Span(*voice.span("name")), voice.end()
            if speaking is None:
                break
            end = _ENDS.search(text, at, paragraph.end)
            stop = end.start() if end is not None else paragraph.end
            layout.take(number)
            index = layout.add(number, at, stop, "script", source=speaking, continues=index, hint=1.0)
            if end is not None and end.end() > end.start():
                speaking = None
            at = max(end.end() if end is not None else paragraph.end, at + 1)
            while at < paragraph.end and text[at].isspace():
                at += 1
