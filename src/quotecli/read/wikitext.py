"""Wiki text (MediaWiki) → Draft: the words as a page shows them, its quotation templates as block quotations."""

from __future__ import annotations

import html
import re
from collections.abc import Callable

from quotecli.core.types import Role
from quotecli.read.draft import Draft, DraftBuilder

__all__ = ["draft_from_wikitext"]

_COMMENT = re.compile(r"<!--|-->")
_NOTE = re.compile(r"<(/?)ref\b[^<>]{0,500}?(/?)>", re.IGNORECASE)
_LINK = re.compile(r"\[\[([^\[\]|]{0,300})\|?([^\[\]]{0,1000})\]\]")
_FILE = re.compile(r"(?:file|image|category|media|datei|fichier|archivo)\s?:", re.IGNORECASE)
_OUTSIDE = re.compile(r"\[https?://[^\s\[\]]{1,2000}\s?([^\[\]]{0,1000})\]")
_TEMPLATE = re.compile(r"\{\{([^{}]{0,20000})\}\}")
_NAMED = re.compile(r"\s*([\w -]{1,30})\s*=\s*", re.ASCII)
_QUOTE_TAG = re.compile(r"<(/?)blockquote\b[^<>]{0,300}>", re.IGNORECASE)
_TAG = re.compile(r"</?[a-z][^<>]{0,300}>", re.IGNORECASE)
_TABLE = re.compile(r"^[ \t]*(\{\||\|\})[^\n]*", re.MULTILINE)
_STRESS = re.compile(r"'{2,5}")
_HEADING = re.compile(r"(={1,6})\s*(.{1,300}?)\s*\1")
_ITEM = re.compile(r"[*#:;]+\s*")
_DEEPEST = 12
"""Templates or links inside each other."""
_QUOTING = frozenset("blockquote bquote cita cquote quotation quote quotebox rquote zitat".split()) | {
    "centered pull quote", "citation bloc", "quote box",
}  # fmt: skip
_SAID = ("text", "quote", "quotation", "content", "1")
_BY = ("author", "by", "sign", "character", "2")
_SHOWN = {"nbsp": " ", "spaces": " ", "snd": " – ", "spnd": " – ", "spaced ndash": " – ", "ndash": "–", "mdash": "—",
          "'": "'", "'s": "'s", "sic": "[sic]", "!": "|", "en dash": "–", "em dash": "—", "pound": "£"}  # fmt: skip
_LAST_SHOWN = frozenset("lang nowrap nobr transl tooltip abbr small big em strong convert nihongo".split())
"""Templates of which the last part without a name is shown, more or less."""
_Test = Callable[[re.Match[str]], bool]
_BLOCK, _BY_WHOM, _END = "\x02", "\x03", "\x04"


def draft_from_wikitext(text: str) -> Draft:
    """Read the source of a wiki's page: its running text without notes, templates and tables.

    Quotations that a template sets (`{{Blockquote|…|author=…}}`), or `<blockquote>`, are paragraphs of their own.
    """
    source = re.sub(f"[{_BLOCK}{_BY_WHOM}{_END}]", "", text.replace("\r\n", "\n"))
    source = _without(_COMMENT, source, lambda found: found[0] == "-->", lambda _: False)
    source = _without(_NOTE, source, lambda found: bool(found[1]), lambda found: bool(found[2]))
    for _ in range(_DEEPEST):
        source, links = _LINK.subn(_label, source)
        source, templates = _TEMPLATE.subn(_template, source)
        if not links and not templates:
            break
    source = _without(_TABLE, source, lambda found: found[1] == "|}", lambda _: False, nests=True)
    source = _QUOTE_TAG.sub(lambda tag: f"\n\n{_END if tag[1] else _BLOCK}\n", _OUTSIDE.sub(r"\1", source))
    source = html.unescape(_STRESS.sub("", _TAG.sub("", source)))
    builder = DraftBuilder()
    _set(builder, source)
    return builder.build()


def _without(pattern: re.Pattern[str], source: str, closes: _Test, alone: _Test, *, nests: bool = False) -> str:
    """Leave out what stands between opening and closing marks; behind the last that closes, none opens anything."""
    found = list(pattern.finditer(source))
    last = max((one.start() for one in found if closes(one)), default=-1)
    parts, at, depth = [], 0, 0
    for one in found:
        if not depth:
            parts.append(source[at : one.start()])
        at = one.end()
        if closes(one):
            depth = max(depth - 1, 0)
        elif not alone(one) and one.start() < last:
            depth = depth + 1 if nests else 1
    return "".join([*parts, source[at:]])


def _label(link: re.Match[str]) -> str:
    return "" if _FILE.match(link[1]) else link[2] or link[1]


def _template(found: re.Match[str]) -> str:
    name, *parts = found[1].split("|")
    name = name.strip().casefold().replace("_", " ")
    if name in _SHOWN:
        return _SHOWN[name]
    named: dict[str, str] = {}
    place = 0
    for part in parts:
        if key := _NAMED.match(part):
            named[key[1].strip().casefold()] = part[key.end() :].strip()
        else:
            place += 1
            named[str(place)] = part.strip()
    if name in _QUOTING:
        said = next((named[key] for key in _SAID if named.get(key)), "")
        by = next((named[key] for key in _BY if named.get(key)), "")
        return f"\n\n{_BLOCK}\n{said}\n{_BY_WHOM}{by}\n{_END}\n\n" if said else ""
    return named[str(place)] if name in _LAST_SHOWN and place else ""


def _set(builder: DraftBuilder, source: str) -> None:
    """Add the lines of a page without templates as paragraphs."""
    role, quoted = Role.BODY, list[int]()
    for line in (" ".join(line.split()) for line in source.split("\n")):
        if line.startswith(_BLOCK):
            role, quoted = Role.BLOCKQUOTE, []
        elif line.startswith(_END):
            role = Role.BODY
        elif line.startswith(_BY_WHOM):
            if quoted and (by := builder.add(line[1:], Role.BYLINE)) >= 0:
                builder.attribute(range(quoted[0], quoted[-1] + 1), by)
        elif heading := _HEADING.fullmatch(line):
            builder.add(heading[2], Role.SUBTITLE)
        elif (added := builder.add(_ITEM.sub("", line, count=1) if line[:1] in "*#:;" else line, role)) >= 0:
            quoted.append(added)
