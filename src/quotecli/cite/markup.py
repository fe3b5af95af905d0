"""Plain text made safe for each kind of output."""

from __future__ import annotations

import html
import re

from quotecli.cite.text import clean

_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|~$^@])")
_LINE_START = re.compile(r"^([^\S\n]*)([-+=>]|\d+(?=[.)]))", re.MULTILINE)
_ENTITY = re.compile(r"&(?=#?\w+;)")
_IN_BRACKETS = r"\([^\s<>()]*\)"
_WEB_ADDRESS = re.compile(
    rf"(https?://(?:[^\s<>()“”‘’«»]|{_IN_BRACKETS})*(?:[^\s<>()“”‘’«».,;:!?'\"*]|{_IN_BRACKETS}))", re.IGNORECASE
)
_MARKDOWN_URL = {" ": "%20", "(": "%28", ")": "%29", "<": "%3C", ">": "%3E", "\\": "%5C", "`": "%60", "|": "%7C"}
_SAFE_SCHEMES = ("http://", "https://")


def markdown(text: str, *, linked: bool = False) -> str:
    """Escape what CommonMark, pandoc and GitHub would take for markup; line breaks stay.

    Web addresses are autolinks, for GitHub takes a backslash in a bare one for a part of it; in the text of a link
    (`linked`) there can be none.
    """
    text = clean(text)
    parts = [text] if linked else _WEB_ADDRESS.split(text)  # every second one an address
    return "".join(f"<{part}>" if place % 2 else _escaped(part) for place, part in enumerate(parts))


def _escaped(text: str) -> str:
    text = _ENTITY.sub(r"\\&", _MARKDOWN.sub(r"\\\1", text))
    return _LINE_START.sub(_escape_line_start, text)


def _escape_line_start(found: re.Match[str]) -> str:
    indent, mark = found.groups()
    if mark.isdecimal():  # "1." would begin a list: the full stop is what is escaped
        return f"{indent}{mark}\\"
    return f"{indent}\\{mark}" if not mark.startswith("\\") else found[0]


def markdown_url(url: str) -> str:
    """Return a URL that ends where it should inside `](…)`."""
    return "".join(_MARKDOWN_URL.get(char, char) for char in clean(url))


def is_web_link(url: str) -> bool:
    """Tell whether a URL may become a link: `javascript:` and its like never do."""
    return url.lower().startswith(_SAFE_SCHEMES)


def html_text(text: str) -> str:
    """Escape text for HTML, attributes included."""
    return html.escape(clean(text), quote=True)


def rtf(text: str) -> str:
    """Escape text for RTF: its three specials, and all beyond ASCII as UTF-16 code units."""
    out = []
    for char in clean(text):
        if char in "\\{}":
            out.append(f"\\{char}")
        elif char == "\n":
            out.append("\\line ")
        elif char.isascii():
            out.append(char)
        else:
            units = char.encode("utf-16-le")
            pairs = (units[at] | units[at + 1] << 8 for at in range(0, len(units), 2))
            out += [f"\\uc0\\u{unit - 0x10000 if unit > 0x7FFF else unit} " for unit in pairs]
    return "".join(out)
