"""Markup inside fields (CSL-JSON rich text) and quotation marks inside fields, read into nodes.

Known: <i> <b> <sup> <sub> <sc>, <span style="font-variant:small-caps;">, <span class="nocase">,
<span class="nodecor">. Anything else, and a tag without its partner, is text.
"""

from __future__ import annotations

import re

from .output.nodes import Decoration, Node

__all__ = ["TAG", "parse_rich", "strip_markup"]

TAG = re.compile(
    r"</?(?:i|b|sup|sub|sc)>|<span\s+(?:style=\"font-variant:\s*small-caps;?\"|class=\"(?:nocase|nodecor)\")\s*>|</span>"
)
_PIECE = re.compile(TAG.pattern + r"|[\"'“”‘’«»„‚‹›]")
_SPECIAL = re.compile(r"[<\"'“”‘’«»„‚‹›]")
_FRENCH_BLANK = re.compile(r"(?<=«) | (?=[»;:!?])")
_DECOR: dict[str, Decoration] = {
    "i": ("font-style", "italic"),
    "b": ("font-weight", "bold"),
    "sup": ("vertical-align", "sup"),
    "sub": ("vertical-align", "sub"),
    "sc": ("font-variant", "small-caps"),
}
_CLOSERS = {
    '"': '"',
    "'": "'’",
    "“": "”",
    "‘": "’",
    "«": "»",
    "‹": "›",
    "„": "“”",
    "‚": "‘’",
    "»": "«",
    "”": "”",
    "’": "’",
}
_OPEN_BEFORE = ' \t\n\u00a0\u202f\u2009([{-–—/<>…|~‘“"'
_CLOSE_AFTER = " \t\n\u00a0\u202f\u2009)]}-–—/.,;:!?…|~’”'\"<"


#: Characters; what is longer is shown as it is.
_LONGEST = 50_000
#: Marks open at once; what is nested deeper is text.
_MAX_DEPTH = 24


class _Frame:
    __slots__ = ("closer", "kids", "literal", "node")

    def __init__(self, literal: str, closer: str, node: Node | None) -> None:
        self.literal = literal
        self.closer = closer
        self.node = node
        self.kids: list[Node | str] = []


def strip_markup(text: str) -> str:
    """The text without known tags."""
    return TAG.sub("", text) if "<" in text else text


def _open_tag(tag: str) -> tuple[str, Node | None]:
    """Closing tag and node of an opening tag; nocase has no node of its own."""
    if tag.startswith("<span"):
        if "nocase" in tag:
            return "</span>", None
        if "nodecor" in tag:
            return "</span>", Node([], decor=(("nodecor", "all"),), flip=True)
        return "</span>", Node([], decor=(_DECOR["sc"],), flip=True)
    name = tag[1:-1]
    return f"</{name}>", Node([], decor=(_DECOR[name],), flip=True)


def parse_rich(text: str, quote_marks: tuple[str, str] = ("“”", "‘’")) -> list[Node | str]:
    """Nodes and strings for a field. `quote_marks`: the locale's outer and inner ones; other marks are text.

    Blanks that French sets before its marks never end a line.
    """
    if " " in text:
        text = _FRENCH_BLANK.sub("\u202f", text)
    if len(text) > _LONGEST or not _SPECIAL.search(text):
        return [text] if text else []
    return _Parser(text, quote_marks).run()


class _Parser:
    def __init__(self, text: str, quote_marks: tuple[str, str]) -> None:
        self.text = text
        self.stack = [_Frame("", "", None)]
        # typographic marks are quotes only where the locale uses them
        self.ignored = frozenset(mark for mark in "“”‘«»„‚‹›" if mark not in "".join(quote_marks))
        outer, inner = (marks.strip()[:1] for marks in quote_marks)
        self.inner = inner if inner != outer else ""
        self.openers = f"\"'{outer}{inner}"

    def run(self) -> list[Node | str]:
        position = 0
        for match in _PIECE.finditer(self.text):
            self.add(self.text[position : match.start()])
            position = match.end()
            piece = match[0]
            if piece[0] == "<":
                self.tag(piece)
            elif piece in self.ignored:
                self.add(piece)
            else:
                self.quote(piece, match.start())
        self.add(self.text[position:])
        while len(self.stack) > 1:
            self.abandon()
        return _joined(self.stack[0].kids)

    def add(self, text: str) -> None:
        if text:
            self.stack[-1].kids.append(text)

    def abandon(self) -> None:
        """The innermost open frame never closed: its opening is text."""
        frame = self.stack.pop()
        literal = "’" if frame.literal == "'" else frame.literal
        self.stack[-1].kids.append(literal)
        self.stack[-1].kids.extend(frame.kids)

    def close(self, index: int) -> None:
        while len(self.stack) - 1 > index:
            self.abandon()
        frame = self.stack.pop()
        if frame.node is None:
            self.stack[-1].kids.extend(frame.kids)
        elif frame.kids:
            frame.node.kids = _joined(frame.kids)
            if frame.literal in "«‹»›" and frame.node.quotes:
                _strip(frame.node.kids)  # French blanks belong to the marks
            only = frame.node.kids[0]
            if frame.node.quotes and len(frame.node.kids) == 1 and isinstance(only, Node) and only.quotes:
                frame.node = only  # quotation marks twice around the same words
            self.stack[-1].kids.append(frame.node)

    def tag(self, tag: str) -> None:
        if not tag.startswith("</") and len(self.stack) < _MAX_DEPTH:
            closer, node = _open_tag(tag)
            self.stack.append(_Frame(tag, closer, node))
            return
        for index in range(len(self.stack) - 1, 0, -1):
            if self.stack[index].closer == tag:
                self.close(index)
                return
        self.add(tag)

    def quote(self, mark: str, at: int) -> None:
        before = self._before(at)
        after = self._after(at + 1)
        index = self._matching(mark)
        # typographic marks say themselves which side they are; a straight one is known by its neighbours
        closes = not (before == "" or before in " \t\n\u00a0([{") or mark in "»«›"
        if mark in "'’\"" and after and after not in _CLOSE_AFTER:
            closes = False
        if index and closes:
            self.close(index)
            return
        free = not before or before in _OPEN_BEFORE or self._just_opened()
        opens = mark in self.openers and (mark not in "\"'”’" or free)
        if opens and after and (mark in "«»" or after not in " \t\n\u00a0") and len(self.stack) < _MAX_DEPTH:
            # typographic marks are taken as written: single ones in English are inner quotes
            kind = "inner" if mark == self.inner else ""
            self.stack.append(_Frame(mark, _CLOSERS[mark], Node([], quotes=True, flip=True, mark=kind)))
            return
        self.add("’" if mark == "'" else mark)

    def _just_opened(self) -> bool:
        frame = self.stack[-1]
        return frame.literal in {"'", '"'} and not frame.kids

    def _before(self, at: int) -> str:
        """The character before, tags not counted; "" at the start."""
        head = self.text[max(0, at - 80) : at]
        while (stripped := re.sub(TAG.pattern + r"$", "", head)) != head:
            head = stripped
        return head[-1:] if head else ""

    def _after(self, at: int) -> str:
        tail = self.text[at : at + 80]
        while (match := TAG.match(tail)) is not None:
            tail = tail[match.end() :]
        return tail[:1]

    def _matching(self, mark: str) -> int:
        for index in range(len(self.stack) - 1, 0, -1):
            frame = self.stack[index]
            if frame.closer.startswith("</"):
                return 0  # a quote does not reach across a tag
            if mark in frame.closer and frame.literal in _CLOSERS:
                return index
        return 0


def _strip(kids: list[Node | str]) -> None:
    """Take the blanks off the ends of what stands between guillemets."""
    if isinstance(kids[0], str):
        kids[0] = kids[0].lstrip()
    if isinstance(kids[-1], str):
        kids[-1] = kids[-1].rstrip()


def _joined(kids: list[Node | str]) -> list[Node | str]:
    out: list[Node | str] = []
    for kid in kids:
        if isinstance(kid, str) and out and isinstance(out[-1], str):
            out[-1] += kid
        else:
            out.append(kid)
    for index in range(1, len(out)):
        before, text = out[index - 1], out[index]
        if isinstance(before, Node) and before.quotes and isinstance(text, str):
            out[index] = Node([text], mark="own")  # the field's own punctuation stays where it is
    return out
