"""Settled tokens to events a format can write one after the other.

Here quotation marks get their level, and decorations inside the same decoration turn back to normal ("flip-flop").
"""

from __future__ import annotations

from quotecli.csl.locale import Locale

from .flatten import CLOSE, DISPLAY, DISPLAY_END, OPEN, QUOTE, QUOTE_END, TEXT, Token

__all__ = ["Event", "events"]

#: ("text", text, "") | ("open" | "close", attribute, value) | ("display" | "display-end", kind, "")
Event = tuple[str, str, str]

_NORMAL = {
    "font-style": "normal",
    "font-variant": "normal",
    "font-weight": "normal",
    "text-decoration": "none",
    "vertical-align": "baseline",
}


def events(tokens: list[Token], locale: Locale) -> list[Event]:
    """Events for the tokens; decorations that hold no text are left out."""
    return _Writer(locale).run(_pruned(tokens))


def _pruned(tokens: list[Token]) -> list[Token]:
    """Without empty texts and pairs of marks around nothing."""
    out: list[Token] = []
    pairs = {CLOSE: OPEN, QUOTE_END: QUOTE, DISPLAY_END: DISPLAY}
    for token in tokens:
        kind, text, _ = token
        if kind == TEXT and not text:
            continue
        if kind in pairs and out and out[-1][0] == pairs[kind]:
            out.pop()
            continue
        out.append(token)
    return out


class _Writer:
    def __init__(self, locale: Locale) -> None:
        outer = (locale.text("open-quote") or "“", locale.text("close-quote") or "”")
        inner = (locale.text("open-inner-quote") or "‘", locale.text("close-inner-quote") or "’")
        self.marks = (outer, inner)
        #: of the quotations open: 0 in outer marks, 1 in inner ones
        self.levels: list[int] = []
        self.active: dict[str, list[str]] = {}
        self.opened: list[list[tuple[str, str]]] = []
        self.out: list[Event] = []

    def run(self, tokens: list[Token]) -> list[Event]:
        for kind, text, flag in tokens:
            if kind == TEXT:
                self.out.append(("text", text, ""))
            elif kind == OPEN:
                self._open(text, flip=flag)
            elif kind == CLOSE:
                self._close()
            elif kind == QUOTE:
                self.levels.append(1 if text == "inner" and not self.levels else self._next_level())
                self.out.append(("text", self.marks[self.levels[-1]][0], ""))
            elif kind == QUOTE_END:
                self.out.append(("text", self.marks[self.levels.pop()][1], ""))
            else:
                self.out.append(("display" if kind == DISPLAY else "display-end", text, ""))
        return self.out

    def _next_level(self) -> int:
        return 1 - self.levels[-1] if self.levels else 0

    def _current(self, attribute: str) -> str:
        stack = self.active.get(attribute)
        return stack[-1] if stack else _NORMAL.get(attribute, "")

    def _open(self, text: str, *, flip: bool) -> None:
        attribute, _, value = text.partition("=")
        wanted: list[tuple[str, str]] = []
        if attribute == "nodecor":
            wanted = [(key, _NORMAL[key]) for key in _NORMAL if self._current(key) != _NORMAL[key]]
        else:
            current = self._current(attribute)
            if flip and current == value:
                value = _NORMAL[attribute]
            if value != _NORMAL.get(attribute) or current != value:
                wanted = [(attribute, value)]
        for key, new in wanted:
            self.active.setdefault(key, []).append(new)
            self.out.append(("open", key, new))
        self.opened.append(wanted)

    def _close(self) -> None:
        for key, value in reversed(self.opened.pop()):
            self.active[key].pop()
            self.out.append(("close", key, value))
