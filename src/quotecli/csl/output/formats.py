"""Writing events as plain text, HTML, Markdown, RTF, or styled runs for a terminal."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from .events import Event

__all__ = ["FORMATS", "Run", "ansi", "runs", "write_html", "write_markdown", "write_rtf", "write_text"]

#: Text and the styles it has: "italic", "bold", "small-caps", "underline", "sup", "sub".
Run = tuple[str, frozenset[str]]

_BLANK_AT_END = re.compile(r"(?<! ) +(?=</div>\s*$)")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_RAISED = re.compile(r"[^\x00-\x7fªº]")
"""What plain text may have in its line; the ordinal signs of Spanish, Portuguese and Italian stay raised."""


#: superscripts that Unicode does not decompose
_MODIFIERS = {"\u02c0": "\u0294", "\u02c1": "\u0295", "\u06e5": "\u0648", "\u06e6": "\u064a"}


def _superscript(char: str) -> str:
    """What a superscript character is a superscript of, "" for any other."""
    if char in _MODIFIERS:
        return _MODIFIERS[char]
    kind, _, _ = unicodedata.decomposition(char).partition(" ")
    return unicodedata.normalize("NFKC", char) if kind == "<super>" else ""


_STYLES = {
    ("font-style", "italic"): "italic",
    ("font-style", "oblique"): "italic",
    ("font-weight", "bold"): "bold",
    ("font-variant", "small-caps"): "small-caps",
    ("text-decoration", "underline"): "underline",
    ("vertical-align", "sup"): "sup",
    ("vertical-align", "sub"): "sub",
}
_HTML_TAGS = {
    ("font-style", "italic"): ("<i>", "</i>"),
    ("font-style", "oblique"): ("<em>", "</em>"),
    ("font-weight", "bold"): ("<b>", "</b>"),
    ("vertical-align", "sup"): ("<sup>", "</sup>"),
    ("vertical-align", "sub"): ("<sub>", "</sub>"),
    ("vertical-align", "baseline"): ('<span style="baseline">', "</span>"),
}
_HTML_DISPLAY = {
    "block": ('\n\n    <div class="csl-block">', "</div>\n"),
    "left-margin": ('\n    <div class="csl-left-margin">', "</div>"),
    "right-inline": ('<div class="csl-right-inline">', "</div>\n  "),
    "indent": ('<div class="csl-indent">', "</div>\n  "),
}
_RTF_TAGS = {
    "italic": ("{\\i{}", "}"),
    "bold": ("{\\b{}", "}"),
    "small-caps": ("{\\scaps ", "}"),
    "underline": ("{\\ul{}", "}"),
    "sup": ("\\super ", "\\nosupersub{}"),
    "sub": ("\\sub ", "\\nosupersub{}"),
}
_MARKDOWN_TAGS = {"italic": ("*", "*"), "bold": ("**", "**"), "sup": ("^", "^"), "sub": ("~", "~")}
_ANSI = {"italic": "3", "bold": "1", "underline": "4"}
_MARKDOWN_SPECIAL = re.compile(r"([\\`*_\[\]<>^~|$@&#]|:(?=[\w+-]*[a-z][\w+-]*:))")
"""What may be markup; a colon that may begin GitHub's name of an emoji among it."""
_IN_BRACKETS = r"\([^\s\x00-\x1f<>()]*\)"
_PUNCTUATION_BEFORE = re.compile(r"^[^\w]+")
_PUNCTUATION_BEHIND = re.compile(r"(?<=\w)[^\w]+$")
_WEB_ADDRESS = re.compile(
    rf"https?://(?:[^\s\x00-\x1f<>()“”‘’«»]|{_IN_BRACKETS})*(?:[^\s\x00-\x1f<>()“”‘’«».,;:!?'\"*]|{_IN_BRACKETS})",
    re.IGNORECASE,
)
_MARKDOWN_LINE_START = re.compile(r"^(\s*)([-+=:]|\d{1,9}[.)])(?=\s|$|-)", re.MULTILINE)


def html_text(text: str) -> str:
    """Text for HTML: specials as numeric references, superscript letters as `<sup>` as citeproc-js writes them."""
    text = text.replace("&", "&#38;").replace("<", "&#60;").replace(">", "&#62;").replace("  ", "&#160; ")
    if not text.isascii():
        text = _NOT_ASCII.sub(lambda m: f"<sup>{base}</sup>" if (base := _superscript(m[0])) else m[0], text)
    return text


def write_html(events: list[Event]) -> str:
    """HTML as citeproc-js writes it."""
    out: list[str] = []
    for kind, one, two in events:
        if kind == "text":
            out.append(html_text(one))
        elif kind in ("open", "close"):
            pair = _HTML_TAGS.get((one, two)) or (f'<span style="{one}:{two};">', "</span>")
            out.append(pair[kind == "close"])
        else:
            pair = _HTML_DISPLAY.get(one, ("", ""))
            out.append(pair[kind == "display-end"])
    return _BLANK_AT_END.sub("", "".join(out))


def write_text(events: list[Event]) -> str:
    """Plain text on one line; displayed parts are set off by a space."""
    out: list[str] = []
    for kind, one, _ in events:
        if kind == "text":
            out.append(one)
        elif kind in ("display", "display-end") and out:
            out.append(" ")
    text = "".join(out)
    if not text.isascii():
        # as the text of the HTML that citeproc-js writes: "2e édition"; but 40 m² stay, n.º 3, and what is a trademark™
        text = _RAISED.sub(lambda m: base if len(base := _superscript(m[0])) == 1 and base.isalpha() else m[0], text)
    if any(kind == "display" for kind, _, _ in events):
        text = re.sub(r" {2,}", " ", text).strip()
    return text


def write_markdown(events: list[Event]) -> str:
    """CommonMark (with Pandoc's ^super^ and ~sub~); nothing in a field is markup."""
    merged = _merged(runs(events))
    texts = ["", *(text for text, _ in merged), ""]
    out = [
        _markdown_run(text, styles, in_word=(before[-1:].isalnum(), after[:1].isalnum()))
        for before, (text, styles), after in zip(texts, merged, texts[2:], strict=False)
    ]
    line = "".join(out).strip()
    return _MARKDOWN_LINE_START.sub(
        lambda m: f"{m[1]}\\{m[2]}" if not m[2][0].isdigit() else f"{m[1]}{m[2][:-1]}\\{m[2][-1]}", line
    )


def _markdown_text(text: str) -> str:
    """Escaped text, web addresses as autolinks: GitHub takes a backslash in a bare one for a part of it."""
    out: list[str] = []
    end = 0
    for match in _WEB_ADDRESS.finditer(text):
        out += [_MARKDOWN_SPECIAL.sub(r"\\\1", text[end : match.start()]), f"<{match[0]}>"]
        end = match.end()
    return "".join([*out, _MARKDOWN_SPECIAL.sub(r"\\\1", text[end:])])


def _markdown_run(text: str, styles: frozenset[str], *, in_word: tuple[bool, bool] = (False, False)) -> str:
    """A run with its marks; `in_word`: whether a letter or digit stands before it, and behind it.

    Next to one, CommonMark takes no mark that punctuation follows or precedes ("pier*: 1900*"): that stays outside.
    """
    emphasised = bool(styles & {"italic", "bold"})
    start = len(text) - len((_PUNCTUATION_BEFORE.sub("", text) if emphasised and in_word[0] else text).lstrip())
    end = len((_PUNCTUATION_BEHIND.sub("", text) if emphasised and in_word[1] else text).rstrip())
    if start >= end:
        return _markdown_text(text)
    lead, trail = _markdown_text(text[:start]), _markdown_text(text[end:])
    escaped = _markdown_text(text[start:end])
    for style in ("sub", "sup", "italic", "bold"):
        if style in styles:
            if style in ("sub", "sup"):
                escaped = escaped.replace(" ", "\\ ")
            escaped = _MARKDOWN_TAGS[style][0] + escaped + _MARKDOWN_TAGS[style][1]
    if "small-caps" in styles:
        escaped = f"[{escaped}]{{.smallcaps}}"
    return lead + escaped + trail


def _rtf_text(text: str) -> str:
    out: list[str] = []
    for char in text:
        code = ord(char)
        if char in "\\{}":
            out.append("\\" + char)
        elif char == "\n":
            out.append("\\line ")
        elif char == "\t":
            out.append("\\tab ")
        elif code < 32 or 0x7F <= code < 0xA0:
            continue
        elif code < 128:
            out.append(char)
        else:
            units = char.encode("utf-16-le", "surrogatepass")
            for at in range(0, len(units), 2):
                value = int.from_bytes(units[at : at + 2], "little")
                out.append(f"\\uc0\\u{value if value < 0x8000 else value - 0x10000}{{}}")
    return "".join(out)


def write_rtf(events: list[Event]) -> str:
    """RTF text without the document's header; every character beyond ASCII as a Unicode escape."""
    out: list[str] = []
    for text, styles in _merged(runs(events)):
        body = _rtf_text(text)
        for style, (opening, closing) in _RTF_TAGS.items():
            if style in styles:
                body = opening + body + closing
        out.append(body)
    return "".join(out)


def runs(events: list[Event]) -> list[Run]:
    """Styled runs, for whoever prints them (a terminal, a word processor)."""
    out: list[Run] = []
    active: dict[str, list[str]] = {}
    current: frozenset[str] = frozenset()
    for kind, one, two in events:
        if kind == "text":
            out.append((one, current))
            continue
        if kind == "open":
            active.setdefault(one, []).append(two)
        elif kind == "close":
            active[one].pop()
        elif out and not out[-1][0].endswith(" "):
            out.append((" ", current))
        current = frozenset(
            _STYLES[key, values[-1]] for key, values in active.items() if values and (key, values[-1]) in _STYLES
        )
    while out and not out[-1][0].strip():
        out.pop()
    return out


def _merged(parts: list[Run]) -> list[Run]:
    out: list[Run] = []
    for text, styles in parts:
        if out and out[-1][1] == styles:
            out[-1] = (out[-1][0] + text, styles)
        else:
            out.append((text, styles))
    return out


_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def ansi(events: list[Event]) -> str:
    """Text with ANSI escapes for italic, bold and underline; control characters of the text itself are dropped."""
    out: list[str] = []
    for text, styles in _merged(runs(events)):
        clean = _CONTROL.sub(lambda m: " " if m[0] in "\n\t" else "", text)
        codes = ";".join(code for style, code in _ANSI.items() if style in styles)
        out.append(f"\x1b[{codes}m{clean}\x1b[0m" if codes and clean else clean)
    return "".join(out)


FORMATS: dict[str, Callable[[list[Event]], str]] = {
    "text": write_text,
    "html": write_html,
    "markdown": write_markdown,
    "rtf": write_rtf,
    "terminal": ansi,
}
