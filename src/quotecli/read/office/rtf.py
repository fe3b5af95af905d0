"""Rich Text files (Rich Text Format specification 1.9.1) → Draft: paragraphs with the roles that their styles give.

Written for this, as the one small library for it sets addresses into the text of links, whose words we quote, and takes
time by the square of a table of fonts.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, replace

from quotecli.read.draft import Draft, DraftBuilder
from quotecli.read.office.paragraphs import Written, add_paragraphs, add_properties
from quotecli.read.office.rtf_words import CHARACTERS, CHARSETS, ENDS, KEPT, LEFT_OUT, SYMBOLS

_TOKEN = re.compile(
    r"\\(?:(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,9})?[ ]?|'(?P<hex>[0-9a-fA-F]{2})|(?P<sign>.))"
    r"|(?P<brace>[{}])|[\r\n\0]+|(?P<run>[^\\{}\r\n\0]+)",
    re.DOTALL,
)
_PAGES = {"mac": "mac_roman", "pc": "cp437", "pca": "cp850", "ansi": "cp1252"}
_BODY, _NOTE = "", "note"


def read_rtf(data: bytes) -> Draft:
    """Read a Rich Text file; deleted and hidden text, comments, headers and footers are left out.

    Footnotes and endnotes stand at the end, so that none tears the sentence to which it belongs.
    """
    reader = _Reader(data.decode("latin-1"))
    reader.read()
    builder = DraftBuilder()
    add_properties(builder, reader.told("title"), reader.told("author"), "", "document")
    names = {number: name.strip(" ;").lower() for number, name in reader.styles.items()}
    add_paragraphs(builder, [replace(found, style=names.get(found.style, "")) for found in reader.paragraphs])
    add_paragraphs(builder, reader.notes)
    return builder.build()


@dataclass(frozen=True, slots=True)
class _Group:
    """What holds until the brace that closes.

    Attributes:
        place: where its text goes: the body, a note, a property, the name of a style; None is nowhere.
        passed_over: an unknown destination in it is none of the document's.
        replaced: characters that stand for one in Unicode, for older readers.
        font: its number.
        hidden: its text isn't shown.
        struck: it is struck through.
    """

    place: str | None = _BODY
    passed_over: bool = False
    replaced: int = 1
    font: int = -1
    hidden: bool = False
    struck: bool = False

    @property
    def unseen(self) -> bool:
        """Tell whether its text is none of the document's."""
        return self.hidden or self.struck


class _Reader:
    """Reads the tokens of a file in one pass; bytes are kept until their codec is known to end."""

    def __init__(self, text: str) -> None:
        self.paragraphs: list[Written] = []
        self.notes: list[Written] = []
        self.styles: dict[str, str] = {}
        self._text = text
        self._group = _Group()
        self._outer: list[_Group] = []
        self._pieces: dict[str, list[str]] = {}
        self._bytes = bytearray()
        self._codec = "cp1252"
        self._fonts: dict[int, str] = {}
        self._skip = 0
        self._style, self._listed = "", False
        self._around = (self._style, self._listed)

    def read(self) -> None:
        """Read all of it; what stands behind the last brace belongs to the document too."""
        at, text = 0, self._text
        while found := _TOKEN.match(text, at):
            at = found.end()
            kind = found.lastgroup
            if kind == "run":
                self._run(found["run"])
            elif kind == "hex":
                self._run(chr(int(found["hex"], 16)))
            elif kind == "brace":
                self._brace(found["brace"])
            elif kind == "sign":
                self._sign(found["sign"])
            elif found["word"] == "bin":
                at += max(0, int(found["number"] or 0))
            elif kind:
                self._word(found["word"], int(found["number"]) if found["number"] else None)
        self._end_note()  # of a file that was cut short
        self._change(place=_BODY, hidden=False, struck=False)
        self._end()

    def told(self, place: str) -> str:
        """Return the text of a property."""
        return _joined(self._pieces.get(place, [])).strip()

    def _run(self, run: str) -> None:
        if self._skip:
            skipped = min(self._skip, len(run))
            self._skip -= skipped
            run = run[skipped:]
        if run and self._group.place is not None and not self._group.unseen:
            self._bytes += run.encode("latin-1")

    def _add(self, text: str) -> None:
        """Add characters that are not of the code page."""
        self._flush()
        if self._group.place is not None and not self._group.unseen:
            self._pieces.setdefault(self._group.place, []).append(text)

    def _flush(self) -> None:
        """Decode the bytes that were met, which are all of the group that is open."""
        if self._bytes:
            text = self._bytes.decode(self._fonts.get(self._group.font, self._codec), "replace")
            self._bytes.clear()
            self._pieces.setdefault(self._group.place or _BODY, []).append(text)

    def _brace(self, brace: str) -> None:
        self._flush()
        self._skip = 0
        if brace == "{":
            self._outer.append(self._group)
        elif self._outer:
            if self._group.place == "style" and self._outer[-1].place != "style":
                self.styles[self._style] = _joined(self._pieces.pop("style", []))
                self._style = ""
            if self._group.place == _NOTE and self._outer[-1].place != _NOTE:
                self._end_note()
                self._style, self._listed = self._around
            self._group = self._outer.pop()

    def _sign(self, sign: str) -> None:
        if self._skip and sign != "*":
            self._skip -= 1
        elif sign == "*":
            self._change(passed_over=True)
        elif sign in "\r\n":
            self._end()
        elif sign in SYMBOLS:
            self._add(SYMBOLS[sign])

    def _word(self, word: str, number: int | None) -> None:
        if word in CHARACTERS:
            self._add(CHARACTERS[word])
        elif word == "u" and number is not None:
            self._add(chr(number & 0xFFFF))
            self._skip = self._group.replaced
        elif word in ENDS:
            self._end()
        elif word in LEFT_OUT or (self._group.passed_over and word not in KEPT):
            self._listed = self._listed or word in {"pntext", "listtext"}
            self._change(place=None, passed_over=False)
        elif word in KEPT:
            self._open(word)
        else:
            self._set(word, number)

    def _open(self, word: str) -> None:
        """Begin a destination whose text is read. All in `info` but a few properties is left out."""
        inner = {"info": None, "fonttbl": None, "stylesheet": "styles"}
        if word in inner:
            self._change(place=inner[word], passed_over=False)
        elif word == "footnote":  # an endnote too; what a note sets of its paragraph is no matter of the text around it
            self._around = (self._style, self._listed) if self._group.place == _BODY else self._around
            self._change(place=_NOTE if self._group.place in {_BODY, _NOTE} else None, passed_over=False)
        elif word in {"title", "author"}:
            self._change(place=word if self._group.place is None else None, passed_over=False)
        else:
            self._change(passed_over=False)

    def _set(self, word: str, number: int | None) -> None:
        """Take what a word sets for the text that follows it."""
        if word == "uc":
            self._change(replaced=max(0, number or 0))
        elif word == "f":
            self._change(font=-1 if number is None else number)
        elif word == "fcharset" and number in CHARSETS:
            self._fonts[self._group.font] = CHARSETS[number]
        elif word in {"strike", "striked"}:
            self._change(struck=number != 0)
        elif word in {"v", "deleted"}:
            self._change(hidden=number != 0)
        elif word == "plain":
            self._change(hidden=False, struck=False, font=-1)
        elif word == "ansicpg":
            self._codec = _codec(number) or self._codec
        elif word in _PAGES:
            self._codec = _PAGES[word]
        elif word in {"s", "cs", "ds"} and self._group.place in {"styles", "style"}:
            self._change(place="style" if word == "s" else None)
            self._style = str(number)
        elif word == "s":
            self._style = str(number)
        elif word == "pard":
            self._style, self._listed = "", False

    def _change(self, **what: object) -> None:
        self._flush()
        self._group = replace(self._group, **what)  # type: ignore[arg-type]

    def _end(self) -> None:
        """End a paragraph of the body or of a note."""
        self._flush()
        if self._group.place == _NOTE and not self._group.unseen:
            self._end_note()
        if self._group.place == _BODY and not self._group.unseen:
            text = _joined(self._pieces.pop(_BODY, []))
            self.paragraphs.append(Written(text, self._style, self._listed, 0))

    def _end_note(self) -> None:
        """End a paragraph of a note, whose number the writing program makes."""
        self._flush()
        text = _joined(self._pieces.pop(_NOTE, [])).strip()
        if text:
            self.notes.append(Written(text, "", is_listed=False, breaks=0))


def _joined(pieces: list[str]) -> str:
    """Join text, and the halves of characters that were written as two of 16 bits."""
    text = "".join(pieces)
    if text.isascii():
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _codec(page: int | None) -> str | None:
    try:
        return codecs.lookup("utf-8" if page == 65001 else f"cp{page}").name
    except LookupError:
        return None
