"""Fields that databases write around an article: Factiva's codes, the names of ProQuest, EBSCO, Gale and Nexis."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from quotecli.core.types import Role
from quotecli.read.draft import DraftBuilder, Rank
from quotecli.read.labelled import note_field

__all__ = ["Filed", "cover_end", "read_filed"]

_CODE = re.compile(
    r"(?P<code>HD|SE|BY|CR|WC|PD|ET|SN|SC|ED|PG|VOL|LA|CY|CX|LP|TD|CT|RF|CO|IN|NS|RE|IPD|IPC|PUB|AN|CLM|ART)(?:\s+|$)"
)
_CODES = {"HD": "title", "BY": "author", "PD": "published", "SN": "outlet"}
_CODES_TELL = frozenset({"WC", "PD", "SN", "SC", "LA", "CY", "LP", "TD", "AN"})
_TEXT_CODES = frozenset({"LP", "TD"})
_ENOUGH_CODES = 3
_CODES_WITHIN = 12
_NAMES = (
    r"(?P<name>Title|Authors?|Author\(s\)|Source|Record|Publication (?:title|info|date|year|subject)|Full text|Abstract"
    r"|Links?|Subject|Location|People|Company / organi[sz]ation|Identifier ?/ ?keyword|Pages|First page|Number of pages"
    r"|Volume|Issue|ISSN|e-ISSN|Publisher|Place of publication|Country of publication|Copyright|Last updated|Database"
    r"|Document type|Source type|Language of publication|Language|Dateline|Section|ProQuest document ID|Document URL"
    r"|Column|(?:Subject|Geographic|Company) Terms|Company/Entity|NAICS/Industry Codes|Accession Number"
    r"|(?:Full Text )?Word Count|Persistent link to this record(?: \(Permalink\))?|Cut and Paste|Gale Document Number)"
)
_NAMED = re.compile(rf"{_NAMES}\s?:(?:\s+|$)", re.IGNORECASE)
_NAMES_TELL = frozenset(
    ("publication title,publication info,full text,proquest document id,document url,source type,place of publication"
     ",language of publication,country of publication,accession number,subject terms,gale document number"
     ",document type").split(",")
)  # fmt: skip
_FACTS = {
    "title": "title",
    "author": "author",
    "authors": "author",
    "author(s)": "author",
    "source": "source",
    "publication title": "outlet",
    "publication date": "published",
    "publication info": "info",
}
_INFO = re.compile(r"(?P<outlet>[^;:]{3,80}?)\s?; [^\n]{0,160}?(?P<date>\d{1,2} [A-Z][a-z]{2} \d{4})")
"""ProQuest: "The Guardian ; London (UK) [London (UK)]. 03 Mar 2020: 14."."""
_AMERICAN = re.compile(r"\b(\d\d)/(\d\d)/(\d{4})\b")
"""EBSCO's dates, whose month goes first wherever a paper is printed."""
_LOADED = re.compile(r"Load-Date:", re.IGNORECASE)
_NEXIS = re.compile(
    r"(?:(?:Load-Date|Language|(?:Publication|Document)-Type|Journal[ -]Code|Subject|Industry|Person|Organization"
    r"|Company|Geographic|Graphic|Ticker|Acc-No|Country|State|City):|Classification$|Body:?$|End of Document$"
    r"|Copyright \S|All Rights Reserved)",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"End of Document|(?:AN\s{1,8})?Document [A-Z][A-Za-z0-9]{2,16}(?:19|20)\d{6}[a-z][a-z0-9]{5,11}", re.IGNORECASE
)
_LONGEST_MARK = 80
_SECTIONS = frozenset({"full text", "dateline"})
_FEWEST = 2
_DOCUMENTS = re.compile(r"Documents? ?\(\d{1,5}\)", re.IGNORECASE)
_LISTED = re.compile(
    r"\d{1,5}\. \S.{0,300}|(?:User Name|Date and Time|Job Number|Client/Matter|Search Terms?|Search Type|Narrowed by"
    r"|Content Type|News Sources?|Sources?|Timeline)\b.{0,200}",
    re.IGNORECASE,
)
_COVER_WITHIN = 30


def cover_end(lines: Sequence[str]) -> int:
    """Return how many lines at the top are Nexis's cover: "Documents (2)", and below it the numbered titles."""
    start = next((at for at, line in enumerate(lines[:_COVER_WITHIN]) if _DOCUMENTS.fullmatch(line)), -1)
    if start < 0 or not any(_LISTED.match(line) for line in lines[start + 1 : start + 3]):
        return 0
    end = start + 1
    for at in range(start + 1, len(lines)):
        if lines[at] and not _LISTED.fullmatch(lines[at]):
            break
        end = at + 1 if lines[at] else end
    return end


class Filed(NamedTuple):
    """What a database wrote.

    Attributes:
        roles: of the lines that are its own.
        prefixes: for a line of the article's text, how many characters before it are the database's.
        titled: it gives the title.
    """

    roles: dict[int, Role]
    prefixes: dict[int, int]
    titled: bool


def read_filed(builder: DraftBuilder, lines: Sequence[str]) -> Filed:
    """Make candidates of what a database says of an article; nothing where the lines are of no database."""
    filed = Filed({}, {}, titled=False)
    codes = [
        (at, found) for at, line in enumerate(lines[:_CODES_WITHIN]) if (found := _CODE.match(line))
    ]  # in capitals, and several of them: no sentence begins so again and again
    met = {found["code"] for _, found in codes}
    if "HD" in met and len(met & _CODES_TELL) >= _ENOUGH_CODES:
        filed = _factiva(builder, lines)
    named = {at: found for at, line in enumerate(lines) if line[:1].isupper() and (found := _NAMED.match(line))}
    if len({found["name"].lower() for found in named.values()} & _NAMES_TELL) >= _FEWEST:
        filed = _named(builder, lines, named)
    loaded = any(_LOADED.match(line) for line in lines)
    filed.roles.update(dict.fromkeys(range(cover_end(lines)), Role.BOILERPLATE))
    for at, line in enumerate(lines):
        ends = len(line) <= _LONGEST_MARK and _ENDS.fullmatch(line)
        if ends or (loaded and at not in filed.roles and _NEXIS.match(line)):
            filed.roles[at] = Role.BOILERPLATE
    return filed


def _factiva(builder: DraftBuilder, lines: Sequence[str]) -> Filed:
    """Read lines that begin with a code; what has none goes on with the code above."""
    roles: dict[int, Role] = {}
    prefixes: dict[int, int] = {}
    values: dict[str, list[str]] = {}
    code = ""
    for at, line in enumerate(lines):
        found = _CODE.match(line)
        if found:
            code = found["code"]
        start = found.end() if found else 0
        if code in _TEXT_CODES:
            if found and start >= len(line):
                roles[at] = Role.BOILERPLATE
            elif found:
                prefixes[at] = start
        elif code:
            roles[at] = Role.HEADLINE if code == "HD" else Role.BYLINE if code in _CODES else Role.BOILERPLATE
            if code in _CODES and line[start:].strip():
                values.setdefault(code, []).append(line[start:])
    for one, field in _CODES.items():
        builder.candidate(field, " ".join(values.get(one, [])[:_FEWEST]), f"Factiva’s {one}", rank=Rank.RECORD)
    return Filed(roles, prefixes, titled="HD" in values)


def _named(builder: DraftBuilder, lines: Sequence[str], named: Mapping[int, re.Match[str]]) -> Filed:
    roles: dict[int, Role] = {}
    prefixes: dict[int, int] = {}
    full = any(found["name"].lower() == "full text" for found in named.values())
    titled = False
    for at, found in named.items():
        name, value = found["name"].lower(), lines[at][found.end() :]
        if name in _SECTIONS or (name == "abstract" and not full):
            if value:
                prefixes[at] = found.end()
            else:
                roles[at] = Role.BOILERPLATE
            continue
        roles[at] = Role.BOILERPLATE
        field = _FACTS.get(name)
        if field == "info":
            if info := _INFO.match(value):
                for one, told in (("outlet", info["outlet"]), ("published", info["date"])):
                    builder.candidate(one, told, "ProQuest’s publication info", rank=Rank.RECORD)
        elif field == "source":
            note_field(builder, name, _AMERICAN.sub(r"\3-\1-\2", value))
        elif field:
            value = value.removesuffix(".") if field == "title" and not value.endswith("..") else value
            value = value.partition(";")[0].rstrip(" .") if field == "outlet" else value
            builder.candidate(field, value, f"the database’s {name}", rank=Rank.RECORD)
            titled = titled or (field == "title" and bool(value))
    return Filed(roles, prefixes, titled)
