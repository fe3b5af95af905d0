r"""Text and entries in BibTeX's syntax, shared by the BibTeX and biblatex exporters.

Files are UTF-8. Braces are counted by every BibTeX parser even when they are escaped, so only pairs that balance are
written `\{ … \}`; a lone brace becomes a command.
"""

from __future__ import annotations

from quotecli.cite.entries import Entry
from quotecli.cite.names import Name
from quotecli.cite.text import one_line, ranges_joined

_SPECIAL = {
    "\\": r"\textbackslash{}",
    "%": r"\%",
    "$": r"\$",
    "#": r"\#",
    "&": r"\&",
    "_": r"\_",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}
_LONE = {"{": r"\textbraceleft{}", "}": r"\textbraceright{}"}
_MACROS = frozenset(("month",))  # jan … dec are macros that styles translate
_URL = {"{": "%7B", "}": "%7D", "\\": "%5C", " ": "%20", '"': "%22", "<": "%3C", ">": "%3E", "^": "%5E", "`": "%60"}


def latex(text: str) -> str:
    """Return `text` on one line, LaTeX's special characters written as commands, braces balanced."""
    text = one_line(text)
    paired = _paired_braces(text)
    return "".join(
        f"\\{char}" if place in paired else _LONE.get(char) or _SPECIAL.get(char, char)
        for place, char in enumerate(text)
    )


def _paired_braces(text: str) -> set[int]:
    paired: set[int] = set()
    opened: list[int] = []
    for place, char in enumerate(text):
        if char == "{":
            opened.append(place)
        elif char == "}" and opened:
            paired |= {opened.pop(), place}
    return paired


def url(text: str) -> str:
    """Return a URL for a verbatim field: nothing is a command there, but braces must balance."""
    return "".join(_URL.get(char, char) for char in one_line(text))


def person(name: Name) -> str:
    """Return one name of a list: `van der Berg, Jr., Anna`; whatever BibTeX would split stands in braces."""
    if "literal" in name:
        return f"{{{latex(name['literal'])}}}"
    particle = name.get("non-dropping-particle") or name.get("dropping-particle") or ""
    family = " ".join(part for part in (particle, _whole(name.get("family", ""))) if part)
    parts = (family, *(_whole(name[part]) for part in ("suffix", "given") if part in name))
    return ", ".join(parts) if len(parts) > 1 else f"{{{latex(name.get('family', ''))}}}"


def _whole(part: str) -> str:
    """Guard a part of a name: a comma, an "and" or a leading lower-case word would be taken for syntax."""
    words = part.lower().split()
    guarded = "," in part or "and" in words or part[:1].islower()
    return f"{{{latex(part)}}}" if guarded else latex(part)


def people(names: list[Name]) -> str:
    """Return a list of names."""
    return " and ".join(person(name) for name in names)


def title(text: str) -> str:
    """Return a title in double braces: styles then leave its capitals as they are printed."""
    return f"{{{latex(text)}}}" if text else ""


def pages(text: str) -> str:
    """Return pages with BibTeX's two hyphens in a range: `12--15`."""
    return latex(ranges_joined(text, "--"))


def format_entry(kind: str, entry: Entry, fields: dict[str, str]) -> str:
    """Write one entry; empty fields are left out, values must be balanced already."""
    lines = [f"  {name} = {value if name in _MACROS else f'{{{value}}}'}" for name, value in fields.items() if value]
    return f"@{kind}{{{entry.key},\n" + ",\n".join(lines) + "\n}\n"
