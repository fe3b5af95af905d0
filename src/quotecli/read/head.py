"""The head of a plain text: its title, and the lines that say who wrote and printed it, and when."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import takewhile

from quotecli.core.types import Role
from quotecli.read.boilerplate import is_boilerplate
from quotecli.read.draft import Draft, DraftBuilder, Rank
from quotecli.read.head_names import (
    BESIDE_DATE,
    DATE_WORDS,
    PARTED,
    Credits,
    is_name,
    is_paper,
    is_post,
    paper_of,
    printed,
    writer_of,
)
from quotecli.read.lines import is_byline, is_caption, label_of, post_source
from quotecli.read.metadata.dates import parse_date
from quotecli.read.outlets import find_outlet, outlet_kind

__all__ = ["HEAD_LINES", "TITLE_WITHIN", "note_title", "read_head", "tells_fact", "title_line", "with_head"]

_NAMED_BY = {
    "title": ("title", "headline"),
    "author": (
        "author",
        "authors",
        "by",
        "byline",
        "author/byline",
        "reporter",
        "writer",
        "words",
        "journalist",
        "auteur",
        "autor",
    ),
    "published": (
        "date",
        "published",
        "publication date",
        "issue date",
        "date of publication",
        "date published",
        "published on",
        "datum",
    ),
    "outlet": ("source", "outlet", "publication", "newspaper", "publication title", "quelle"),
    "url": ("url", "link"),
    "section": ("section",),
    "language": ("language",),
    "accessed": ("accessed", "date accessed", "access date", "retrieved", "saved", "downloaded", "printed"),
    "": ("length",),
}
"""Each field with the words that name it at the head of a line; what has no field is passed over."""
_FIELDS = {word: field for field, words in _NAMED_BY.items() for word in words}
_FIELD = re.compile(
    rf"(?P<name>{'|'.join(sorted(_FIELDS, key=len, reverse=True))})[ \t]*[:=][ \t]*(?P<value>\S.*)", re.IGNORECASE
)
_WRITTEN_FOR = re.compile(
    r"\b(?:[Ff]or|FOR) (?:the |THE )?(?P<name>[A-Z][\w.&’']*(?: (?:of|the|and|[A-Z][\w.&’']*)){0,4})$"
)
"""Whom a byline is written for: "By Carly Finch For Gossipline"."""
_HEAD_DATE = re.compile(r"(?:date|published|posted|updated|on)?\W{0,3}(?=\d|[A-Z][a-z]{2})", re.IGNORECASE)
_MAY_BE_HEAD = frozenset({Role.BODY, Role.SUBTITLE, Role.BYLINE})
HEAD_LINES = 12
"""Lines at the beginning that may say who wrote and printed the document, and when."""
_TITLE_LINES = 4
TITLE_WITHIN = 16
"""Lines that a title is told by: itself and those below it."""
_SENTENCE_FROM = 60
_SAID_LONGEST = 300
_FEW_WORDS = 3
_BELOW_TITLE = 8
_SECTIONS = frozenset(
    ("world news", "uk news", "us news", "breaking news", "top stories", "front page", "latest news", "letters page")
)
_FILED = re.compile(
    r"@\w{2,30}|\S{1,64}@\S{1,64}\.\w{2,12}|(?:LENGTH:\s*)?\d{1,3}(?:,\d{3}|\d{0,3}) words|\d+ of \d+ DOCUMENTS?"
    r"|(?:[\w.]+,? ){1,5}Edition"
    r"|\d+ (?:shares?|comments?)",
    re.IGNORECASE,
)
"""What databases and pages count: "812 words", "1 of 3 DOCUMENTS", "Final Edition"."""
_PROQUEST = re.compile(
    r"(?:(?P<author>[^.;]{3,120})\. )?(?P<outlet>[^.;]{3,80}); (?P<place>[^.;\[]{2,60}?)(?: \[[^\]]{1,80}\])?\. ?"
    r"(?P<date>\d{1,2} [A-Z][a-z]{2} \d{4}): ?[\w.]{1,12}\.?"
)
"""How ProQuest tells of an article: "Roe, Jane. The Guardian; London (UK) [London (UK)]. 03 Mar 2020: 14."."""
_CODES = {"HD": "title", "BY": "author", "PD": "published", "SN": "outlet"}
_TEXT_CODES = frozenset(("LP", "TD"))
_CODED = re.compile(
    r"(?P<code>HD|BY|CR|WC|PD|ET|SN|SC|ED|PG|VOL|LA|CY|SE|LP|TD|CLM|RF|ART)(?:[ \t]{1,8}(?P<value>\S.{0,400}))?"
)
_VISITED = re.compile(
    r"(?:date )?(?:last )?(?:accessed|retrieved|saved|downloaded|printed|archived|viewed)\b(?: on\b| from\b)?[:\s]",
    re.IGNORECASE,
)
"""When somebody looked at it, which is no day of publication."""
_CITATION = re.compile(
    r"(?P<author>[^.“\"]{3,80})\. [“\"](?P<title>[^”\"]{5,200})[”\"],? (?P<outlet>[^,.]{3,60})(?: \([^()]{2,40}\))?,"
    r" (?P<published>[^,.]{0,20}\b\d{4}|[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4})[.,]?(?: \S+\.?)?"
)
"""A first line that cites: "Roe, Jane. “Title.” The Wexham Herald, 3 March 2020."."""
_AGENCYS_WRITER = re.compile(
    r"(?:Associated Press|AP|Reuters|AFP|United Press International|UPI) (?:\w{3,12} )?Writers?"
)
_GENRES = frozenset("analysis comment exclusive explainer feature interview opinion review".split())
_LEAST_CODES = 4
"""Lines that begin with Factiva's codes, from which on they are no words."""
_UPDATED = re.compile(
    r"[\s,|·•–—-]*\b(?:mis à jour|(?:last )?updated|(?:last )?modified|(?:zuletzt )?aktualisiert|actualizado"
    r"|modifié)\b",
    re.IGNORECASE,
)
_ADDRESSES = re.compile(r"\S{1,64}@\S{1,64}|(?<!\S)@\w{1,30}")
_BY_ALONE = frozenset("by von par por di".split())
_EDITION = re.compile(r":? \[[^\[\]]{0,40}edition\]$", re.IGNORECASE)
"""What a database writes behind a title."""
_ADDRESS = re.compile(r"(?:URL\W{0,3})?(https?://\S+)")
_TITLE_LONGEST = 180


def read_head(builder: DraftBuilder, lines: Sequence[str], *, titled: bool) -> set[int]:
    """Make candidates of what the first lines say of the document; return which lines do nothing else.

    A paper's name, or a writer's without "By", is told by what it stands beside: a byline, a date, the paper's name.
    `titled`: the title is known, so that a name alone is not the title.
    """
    sentences = [place for place, line in enumerate(lines) if place > 0 and _is_sentence(line)]
    lines = lines[: sentences[1]] if len(sentences) > 1 else lines  # below a standfirst the text begins
    said = {place for place, line in enumerate(lines) if _says(builder, line, place)}
    said |= _read_codes(builder, lines)
    short = next((place for place, line in enumerate(lines) if len(line) > _TITLE_LONGEST), len(lines))
    for place, line in enumerate(lines[: short - 1]):
        if line.strip(" :").lower() in _BY_ALONE and is_name(lines[place + 1]):
            builder.candidate("author", lines[place + 1], "byline", rank=Rank.BYLINE)
            said |= {place, place + 1}
    for place, line in enumerate(lines[:short]):
        beside = {1, 2, 3} if place == 0 else {place - 1, place + 1}
        heads = place == 0 and find_outlet(line) is not None and any(map(_is_headline, lines[1:2]))
        told = bool(beside & said) or heads
        if place not in said and told and (paper := paper_of(line)):
            agency = outlet_kind(paper) == "agency"
            rank = Rank.TEXT if agency else Rank.BYLINE  # what prints an agency's article goes before it
            builder.candidate("outlet", printed(paper), "line of its own", rank=rank)
            said.add(place)
    headed = titled or any(_is_headline(line) for place, line in enumerate(lines[:short]) if place not in said)
    for place, line in enumerate(lines[:short]):
        if headed and place > 0 and place not in said and {place - 1, place + 1} & said and (name := writer_of(line)):
            builder.candidate("author", name, "line of its own", rank=Rank.BYLINE)
            said.add(place)
    return said


def _read_codes(builder: DraftBuilder, lines: Sequence[str]) -> set[int]:
    """Note what Factiva's codes say, before or above what they name; return those lines."""
    coded = {place: found for place, line in enumerate(lines) if (found := _CODED.fullmatch(line))}
    if len(coded) < _LEAST_CODES:
        return set()
    said = {place for place, found in coded.items() if found["code"] not in _TEXT_CODES or not found["value"]}
    for place, found in coded.items():
        value = found["value"] or ""
        if not value and place + 1 < len(lines) and place + 1 not in coded and found["code"] not in _TEXT_CODES:
            value = lines[place + 1]
            said.add(place + 1)
        if value and (field := _CODES.get(found["code"])):
            builder.candidate(field, value, f"line “{found['code']}”", rank=Rank.RECORD)
    return said


def tells_fact(line: str) -> bool:
    """Tell whether a line, by itself, says who wrote or printed a document, or when."""
    return 0 < len(line) <= _TITLE_LONGEST and (_says(DraftBuilder(), line, 1) or paper_of(line) is not None)


def _is_sentence(line: str) -> bool:
    """Tell whether a line is one of the text, or a standfirst; a headline may end in a question or a quotation."""
    return len(line) > _TITLE_LONGEST or (len(line) > _SENTENCE_FROM and line.rstrip('”"').endswith((".", ",", ":")))


def with_head(draft: Draft) -> Draft:
    """Return a draft whose paragraphs are those of a word processor or a page, with what its head says of it."""
    first = list(takewhile(lambda one: one.role is not Role.BLOCKQUOTE, draft.paragraphs[:HEAD_LINES]))
    heads = [draft.text[one.start : one.end] if one.role in _MAY_BE_HEAD else "" for one in first]
    builder = DraftBuilder()
    titled = any(one.field == "title" for one in draft.candidates)
    said = read_head(builder, heads, titled=titled)
    title = -1
    if not titled:
        lines = [draft.text[one.start : one.end] for one in draft.paragraphs]
        labels = Counter(label for line in lines if (label := label_of(line)))
        title = title_line(lines[:TITLE_WITHIN], labels, said)
        if title >= 0:
            note_title(builder, lines[title])
    roles = dict.fromkeys(said, Role.BYLINE) | ({title: Role.HEADLINE} if title >= 0 else {})
    paragraphs = tuple(replace(one, role=roles.get(at, one.role)) for at, one in enumerate(draft.paragraphs))
    return replace(draft, paragraphs=paragraphs, candidates=draft.candidates + builder.build().candidates)


def _is_headline(line: str) -> bool:
    """Tell whether a line may be the headline: some words, and no sentence."""
    return len(line) <= _TITLE_LONGEST and len(line.split()) > _FEW_WORDS and line[-1:] not in ".,:;"


def title_line(lines: Sequence[str], labels: Counter[str], head: Collection[int]) -> int:
    """Return the index of the line that is the headline: a short one without a full stop before longer ones, or -1.

    Args:
        lines: the first lines of the document.
        labels: how often each label stands before a colon in it.
        head: the lines that say something else (`read_head`).
    """
    best = -1
    for place in [place for place in range(len(lines)) if place not in head][:_TITLE_LINES]:
        line = lines[place]
        sentence = len(line) > 60 and line.rstrip('”"').endswith((".", ",", "?", "!"))
        if len(line) > _TITLE_LONGEST or sentence:
            break
        following = [one for at, one in enumerate(lines) if at > place and at not in head][:_BELOW_TITLE]
        # a place, or a paper that nobody knows
        short = len(line.split()) <= _FEW_WORDS and not _tells(line)
        amid = place - 1 in head and place + 1 in head and short
        above = any(place < at for at in head) and not short  # a byline, a date stands below
        if amid or not _may_be_title(line, labels):
            continue
        if not above and not any(len(one) > max(80, 1.5 * len(line)) for one in following):
            continue
        best = place
        if not short:
            break
    return best


def _tells(line: str) -> bool:
    """Tell whether a line of two or three words is more than a name or a section: "Farkas resigns", "Sea change"."""
    words = line.split()
    return (
        1 < len(words) <= _FEW_WORDS
        and line[0].isupper()
        and any(word.islower() and word.isalpha() and len(word) > _FEW_WORDS for word in words)
        and line.lower() not in _SECTIONS
    )


def note_title(builder: DraftBuilder, line: str) -> None:
    """Make a candidate of the headline of a text."""
    title = _EDITION.sub("", line)
    head, mark, tail = max(
        (title.rpartition(mark) for mark in (" | ", " - ", " – ", " — ")), key=lambda one: len(one[0])
    )
    if mark and len(head.split()) > _FEW_WORDS and is_paper(tail):
        builder.candidate("outlet", tail, "end of the first line", rank=Rank.BYLINE)
        title = head
    builder.candidate("title", title, "first line", rank=Rank.TEXT)


def _may_be_title(text: str, labels: Counter[str]) -> bool:
    if (len(text) < 12 and not _tells(text)) or text.endswith((".", ",", ";", ":")) or " > " in text or " » " in text:
        return False
    if is_byline(text) or is_caption(text) or is_boilerplate(text) or post_source(text) or _FILED.fullmatch(text):
        return False
    label = label_of(text)
    return label is None or labels[label] == 1


def _says(builder: DraftBuilder, line: str, place: int) -> bool:
    """Note what a line says that tells it by itself: `Date: …`, a byline, a date alone or before the text."""
    if len(line) > _SAID_LONGEST:
        return _dated_text(builder, line) if place == 0 else False
    if field := _FIELD.fullmatch(line):
        _note_field(builder, _FIELDS[field["name"].lower()], field["value"], f"line “{field['name']}:”")
        return True
    if (visited := _VISITED.match(line)) and parse_date(line):
        builder.candidate("accessed", line[visited.end() :], "line of its own", rank=Rank.BYLINE)
        return True
    if cited := _CITATION.fullmatch(line):
        for name in ("author", "title", "outlet", "published"):
            builder.candidate(name, cited[name].strip(" ,."), "a citation at the head", rank=Rank.BYLINE)
        return True
    if _FILED.fullmatch(line) or is_post(line) or _AGENCYS_WRITER.fullmatch(line) or line.lower() in _GENRES:
        return True
    if filed := _PROQUEST.fullmatch(line):
        for name, value in (("author", filed["author"]), ("outlet", filed["outlet"]), ("published", filed["date"])):
            builder.candidate(name, value or "", "line of a database", rank=Rank.BYLINE)
        return True
    if address := _ADDRESS.fullmatch(line):
        builder.candidate("url", address[1], "line of its own", rank=Rank.BYLINE)
        return True
    bare = _ADDRESSES.sub("", line).strip(" ,|")
    if is_byline(bare[:1].upper() + bare[1:]):
        builder.candidate("author", bare, "byline", rank=Rank.BYLINE)
        for part in PARTED.split(line)[1:]:
            if is_paper(part):
                builder.candidate("outlet", part, "byline", rank=Rank.BYLINE)
        if written := _WRITTEN_FOR.search(line):
            builder.candidate("outlet", written["name"], "byline", rank=Rank.BYLINE)
        _date(builder, line, "byline")
        return True
    if (
        len(line) < 80
        and not post_source(line)
        and _date(builder, line, "line of its own")
        and _may_date(label_of(line))
    ):
        return True
    credits_ = Credits.of(line)
    if credits_.papers and credits_.names and not credits_.others:  # "Jane Roe, The Guardian"
        credits_.note(builder, "line of its own")
        return True
    return _dated_text(builder, line) if place == 0 else False


def _note_field(builder: DraftBuilder, name: str, value: str, source: str) -> None:
    """Note what a line such as `Source: The Guardian, 3 March 2020` says; such a line may tell the date as well."""
    if name == "outlet" and (found := parse_date(value)):
        builder.candidate("published", value[found.start : found.end], source, rank=Rank.RECORD)
        beside = Credits.of(value[: found.start] + value[found.end :])
        value = next(iter([*beside.papers, *beside.others]), "")
    if name and value:
        builder.candidate(name, value, source, rank=Rank.RECORD)


def _dated_text(builder: DraftBuilder, line: str) -> bool:
    """Note the date with which the text begins; the line is more than that, so False."""
    opening = _HEAD_DATE.match(line)
    found = parse_date(line[:60]) if opening else None
    if opening and found and found.start <= opening.end() and (found.date.precision == "day" or found.note):
        builder.candidate("published", line[found.start : found.end], "date at the head of the text", rank=Rank.BYLINE)
    return False


def _may_date(label: str | None) -> bool:
    """Tell whether a line is one of a date by its label: none, or "Stand: 3.3.2020"."""
    return label is None or label.lower() in DATE_WORDS


def _date(builder: DraftBuilder, text: str, source: str) -> bool:
    """Note the date of a line about dates; True when the line is little else."""
    before, *after = _UPDATED.split(text, maxsplit=1)
    if after and before.strip() and parse_date(before) and parse_date(after[0]):
        _date(builder, f"Updated {after[0]}", source)
        return _date(builder, before, source)
    found = parse_date(text)
    if not found:
        return False
    rest = text[: found.start] + text[found.end :]
    month_alone = found.date.precision == "month" and not rest.strip()
    if found.date.precision != "day" and not found.note and not month_alone:
        return False
    words = [word for word in re.findall(r"[^\W\d_]+", rest.lower()) if word not in DATE_WORDS]
    little = len(words) <= 1 and not text.endswith(".")
    if words and source != "byline":
        beside = Credits.of(rest)
        told = len(beside.others) < 2 and all(BESIDE_DATE.fullmatch(other) for other in beside.others)
        little = little or told
        if told:
            beside.note(builder, f"{source}: beside the date")
    if little or source == "byline":
        updated = re.match(r"\W*(?:last )?(?:updated|modified)", text, re.IGNORECASE)
        builder.candidate("updated" if updated else "published", text, f"{source}: date", rank=Rank.BYLINE)
    return little
