"""LaTeX → Draft: the words as they would be printed, with the quotation marks that csquotes sets."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import NamedTuple

from quotecli.core.tables import read_table
from quotecli.core.types import Role
from quotecli.read.draft import Draft, DraftBuilder, Rank

__all__ = ["draft_from_latex"]

_TOKEN = re.compile(
    r"\\(?P<command>[a-zA-Z@]+)\*?[ \t]*\n?|\\(?P<sign>[^a-zA-Z@])"
    r"|(?P<brace>[{}])|(?P<blank>[ \t]*\n[ \t]*\n\s*)|(?P<mark>``|''|\"[`'=~-]|---?|[`'~])"
    r"|(?P<text>[^\\{}`'\"~\n-]+|.|\n)"
)
_COMMENT = re.compile(r"(?<!\\)((?:\\\\){0,20})%[^\n]*\n?[ \t]*")
_OPTION = re.compile(r"[ \t]*(?:\n[ \t]*)?\[(?:[^\[\]{}]|\{(?:[^{}]|\{[^{}]{0,200}\}){0,300}\}){0,500}\]")
_BRACES = re.compile(r"\\.|[{}]", re.DOTALL)
_LONGEST = 4000
"""Characters of a formula in a line."""
_VERBATIM = frozenset(
    "align alignat bibliography displaymath equation eqnarray filecontents gather longtable lstlisting math minted"
    " multline tabular tabularx thebibliography tikzpicture verbatim".split()
)
"""What is set apart and is no text."""
_QUOTING = frozenset("quote quotation displayquote displaycquote foreigndisplayquote verse".split())
_MARKS = {
    "``": "“", "''": "”", "`": "‘", "'": "’", "---": "—", "--": "–", "~": " ", '"`': "„",
    "\"'": "“", '"=': "-", '"~': "-", '"-': "",
}  # fmt: skip
_WORDS = {
    "ldots": "…", "dots": "…", "textellipsis": "…", "textquotedblleft": "“", "textquotedblright": "”",
    "textquoteleft": "‘",
    "textquoteright": "’", "glqq": "„", "grqq": "“", "glq": "‚", "grq": "‘", "flqq": "«", "frqq": "»",
    "guillemotleft": "«",
    "guillemotright": "»", "og": "« ", "fg": " »", "quotedblbase": "„", "textendash": "–", "textemdash": "—", "ss": "ß",
    "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "o": "ø", "O": "Ø", "aa": "å", "AA": "Å", "l": "ł", "L": "Ł", "i": "ı",
    "euro": "€", "pounds": "£", "textdollar": "$", "S": "§", "textasciitilde": "~", "textbackslash": "\\",
    "par": "\n\n",
    "LaTeX": "LaTeX", "TeX": "TeX", "quad": " ", "newline": "\n",
}  # fmt: skip
_ACCENTS = {
    "'": "\u0301", "`": "\u0300", "^": "\u0302", '"': "\u0308", "~": "\u0303", "=": "\u0304", ".": "\u0307",
    "c": "\u0327", "v": "\u030c", "H": "\u030b", "u": "\u0306", "k": "\u0328", "r": "\u030a", "d": "\u0323",
    "b": "\u0331",
}  # fmt: skip
_ACCENTED = re.compile(r"[ \t]*(?:\{\\?([^\W\d_])\}|\\([ij])(?![a-zA-Z])[ \t]*|([^\W\d_]))")
_OPENED, _CLOSED = ("“", "‘"), ("”", "’")


class _Command(NamedTuple):
    does: str
    skips: int


@cache
def _commands() -> dict[str, _Command]:
    return {name: _Command(does, int(skips)) for name, does, skips in read_table("quotecli.read", "latex.tsv")}


def draft_from_latex(text: str) -> Draft:
    r"""Read a LaTeX file: its running text, with `\enquote{…}` and the like as quotation marks.

    Footnotes stand behind their paragraph, block quotations are paragraphs of their own; citations, comments, tables
    and formulas set apart are left out. Title, authors and date are those of `\title`, `\author` and `\date`. No file
    that it names is read, no command of its own is carried out.
    """
    source = _COMMENT.sub(r"\1", text.replace("\r\n", "\n"))
    builder = DraftBuilder()
    _, begun, body = source.partition("\\begin{document}")
    whole = body.partition("\\end{document}")[0] if begun else source
    title = _said(source, "title")
    for field, value in (("title", title), ("author", _said(source, "author")), ("published", _said(source, "date"))):
        builder.candidate(field, value, f"\\{'date' if field == 'published' else field}", rank=Rank.RECORD)
    builder.add(title, Role.HEADLINE)
    _Setter(builder).set(whole)
    return builder.build()


def _said(source: str, command: str) -> str:
    """Return the argument of a command of the preamble as running text."""
    found = re.search(rf"\\{command}[ \t]*(?:\[[^\[\]]*\])?[ \t]*\{{", source)
    end = _ends_of_groups(source[found.end() - 1 :][:_LONGEST]).get(0) if found else None
    if not found or end is None:
        return ""
    inner = DraftBuilder()
    words = source[found.end() :][: end - 2].replace("\\and", " and ").replace("\\\\", " ").replace("\\today", "")
    _Setter(inner, notes=False).set(words)
    return " ".join(inner.build().text.split())


def _ends_of_groups(source: str) -> dict[int, int]:
    """Return for each offset at which a group in braces begins the offset behind its end."""
    ends: dict[int, int] = {}
    open_: list[int] = []
    for found in _BRACES.finditer(source):
        if found[0] == "{":
            open_.append(found.start())
        elif found[0] == "}" and open_:
            ends[open_.pop()] = found.end()
    return ends


class _Group(NamedTuple):
    """A group in braces that is open: what closes it, and what the text was before, where it has a text of its own."""

    close: str = ""
    before: list[str] | None = None
    does: str = ""


class _Setter:
    """Sets LaTeX as paragraphs, in one pass; groups are kept on a list, so that nesting costs no stack."""

    def __init__(self, builder: DraftBuilder, *, notes: bool = True) -> None:
        self._builder = builder
        self._keeps_notes = notes
        self._text: list[str] = []
        self._notes: list[str] = []
        self._groups: list[_Group] = []
        self._role = Role.BODY
        self._quoted = 0
        self._ends: dict[int, int] = {}

    def set(self, source: str) -> None:
        at = 0
        self._ends = _ends_of_groups(source)
        while found := _TOKEN.match(source, at):
            at = found.end()
            if found["command"]:
                at = self._command(source, found["command"], at)
            elif found["sign"]:
                at = self._sign(source, found["sign"], at)
            elif found["brace"]:
                self._brace(found["brace"])
            elif found["blank"] and not self._groups:
                self._end_paragraph()
            else:
                self._text.append(_MARKS.get(found[0], found[0]))
        while self._groups:
            self._brace("}")
        self._end_paragraph()

    def _command(self, source: str, name: str, at: int) -> int:
        if name in ("begin", "end"):
            return self._environment(source, name, at)
        if name in _WORDS:
            self._text.append(_WORDS[name])
        elif name in _ACCENTS:
            return self._sign(source, name, at)
        command = _commands().get(name)
        if command is None:
            return at
        skips = command.skips
        while True:
            if option := _OPTION.match(source, at):
                at = option.end()
            elif skips and at in self._ends:
                at, skips = self._ends[at], skips - 1
            else:
                break
        if command.does == "item":
            self._end_paragraph()
        elif source[at : at + 1] == "{" and command.does not in ("drop", "keep"):
            self._open(command.does)
            at += 1
        return at

    def _open(self, does: str) -> None:
        if does == "quote":
            self._text.append(_OPENED[self._quoted % 2])
            self._groups.append(_Group(_CLOSED[self._quoted % 2], does=does))
            self._quoted += 1
        elif does in ("insert", "ellipsis"):
            self._text.append("[" if does == "insert" else "[…")
            self._groups.append(_Group("]"))
        else:
            if does != "note":
                self._end_paragraph()
            self._groups.append(_Group(before=self._text, does=does))
            self._text = []

    def _brace(self, brace: str) -> None:
        if brace == "{":
            self._groups.append(_Group())
        elif self._groups:
            group = self._groups.pop()
            self._text.append(group.close)
            self._quoted -= group.does == "quote"
            if group.before is not None:
                own, self._text = "".join(self._text), group.before
                if group.does == "note":
                    self._notes.append(own)
                else:
                    self._builder.add(_joined(own), Role.CAPTION if group.does == "caption" else Role.SUBTITLE)

    def _sign(self, source: str, sign: str, at: int) -> int:
        r"""Set `\%`, `\'e`, a forced line end or a blank."""
        if sign in _ACCENTS and (found := _ACCENTED.match(source, at)):
            letter = next(filter(None, found.groups()))
            self._text.append(unicodedata.normalize("NFC", letter + _ACCENTS[sign]))
            return found.end()
        if sign in "()[]":  # formulas
            end = source.find({"(": "\\)", "[": "\\]"}.get(sign, "\0"), at, at + _LONGEST)
            return end + 2 if end >= 0 else at
        self._text.append("\n" if sign == "\\" else " " if sign in " ,;:!/\n" else "" if sign == "-" else sign)
        return at

    def _environment(self, source: str, edge: str, at: int) -> int:
        end = self._ends.get(at)
        if end is None:
            return at
        name = source[at + 1 : end - 1].strip().rstrip("*")
        if edge == "begin" and name in _VERBATIM:
            close = source.find(f"\\end{{{source[at + 1 : end - 1]}}}", end)
            return close if close >= 0 else len(source)
        if name in _QUOTING or name in ("abstract", "itemize", "enumerate", "description", "figure", "document"):
            self._end_paragraph()
        if name in _QUOTING:
            self._role = Role.BLOCKQUOTE if edge == "begin" else Role.BODY
        while edge == "begin" and (option := _OPTION.match(source, end)):
            end = option.end()
        return end

    def _end_paragraph(self) -> None:
        if self._groups and self._groups[-1].before is not None:
            return
        self._builder.add(_joined("".join(self._text)), self._role)
        self._text = []
        notes, self._notes = self._notes, []
        for note in notes if self._keeps_notes else ():
            self._builder.add(_joined(note))


def _joined(text: str) -> str:
    """Return a paragraph on one line, without the blanks that what was left out leaves behind."""
    return re.sub(r" (?=[.,;:!?)”’](?:\s|$))", "", " ".join(text.split()))
