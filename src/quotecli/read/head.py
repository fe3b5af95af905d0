"""The head of a plain text: its title, and the lines that say who wrote and printed it, and when."""

from __future__ import annotations

from collections.abc import Sequence

from quotecli.core.types import Role
from quotecli.read.draft import DraftBuilder, Rank
from quotecli.read.head_line import paper_of, says
from quotecli.read.labelled import MARKS
from quotecli.read.lines import is_byline
from quotecli.read.metadata.dates import is_date_alone
from quotecli.read.outlets import find_outlet, outlet_kind
from quotecli.read.papers import is_name, is_names, may_be_paper, printed
from quotecli.read.titles import TITLE_LONGEST, is_ago, is_noise, is_ruler, is_section

__all__ = ["HEAD_LINES", "head_role", "read_head"]

HEAD_LINES = 12
"""Lines at the beginning that may say who wrote and printed the document, and when."""
_FEW_WORDS = 3
_SENTENCE_FROM = 60
_BY_ALONE = frozenset("by von par por di".split())


def read_head(builder: DraftBuilder, lines: Sequence[str], *, titled: bool) -> set[int]:
    """Make candidates of what the first lines say of the document; return which lines do nothing else.

    A paper's name, or a writer's without "By", is told by what it stands beside: a byline, a date, the paper's name.
    `titled`: the title is known, so that a name alone is not the title.
    """
    sentences = [place for place, line in enumerate(lines) if place > 0 and _is_sentence(line)]
    lines = lines[: sentences[1]] if len(sentences) > 1 else lines  # below a standfirst the text begins
    ago = {place for place, line in enumerate(lines) if is_ago(line)}
    lines = ["" if is_ruler(line) or is_noise(line) else line for line in lines]
    said = {place for place, line in enumerate(lines) if says(builder, line, place)} | ago
    short = next((place for place, line in enumerate(lines) if len(line) > TITLE_LONGEST), len(lines))
    for place, line in enumerate(lines[: short - 1]):
        if line.strip(" :").lower() in _BY_ALONE and is_name(lines[place + 1]):
            builder.candidate("author", lines[place + 1], "byline", rank=Rank.BYLINE)
            said |= {place, place + 1}
    for place, line in enumerate(lines[:short]):
        beside = {1, 2, 3} if place == 0 else {place - 1, place + 1}
        heads = place == 0 and find_outlet(line) is not None and any(map(_is_headline, lines[1:2]))
        told = bool(beside & said) or heads
        unknown = line if 0 < place < len(lines) - 1 and _is_set_between(*lines[place - 1 : place + 2]) else None
        if place not in said and told and (paper := paper_of(line) or unknown):
            unsure = outlet_kind(paper) == "agency" or paper == unknown
            rank = Rank.TEXT if unsure else Rank.BYLINE  # what prints an agency's article goes before it
            builder.candidate("outlet", printed(paper), "line of its own", rank=rank)
            said.add(place)
    headed = titled or any(_is_headline(line) for place, line in enumerate(lines[:short]) if place not in said)
    for place, line in enumerate(lines[:short]):
        if headed and place > 0 and place not in said and {place - 1, place + 1} & said and is_name(line):
            builder.candidate("author", line, "line of its own", rank=Rank.BYLINE)
            said.add(place)
    return said


def _is_set_between(above: str, line: str, below: str) -> bool:
    """Tell whether a line stands where papers do, between writer and date, and may be one by its form."""
    writer = is_byline(above) or is_names(above)
    return writer and is_date_alone(below) and may_be_paper(line) and not is_section(line)


def head_role(line: str) -> Role:
    """Return the role of a line of the head; one with a title in quotation marks quotes nobody."""
    return Role.BOILERPLATE if MARKS.search(line) else Role.BYLINE


def _is_sentence(line: str) -> bool:
    """Tell whether a line is one of the text, or a standfirst; a headline may end in a question or a quotation."""
    return len(line) > TITLE_LONGEST or (len(line) > _SENTENCE_FROM and line.rstrip('”"').endswith((".", ",", ":")))


def _is_headline(line: str) -> bool:
    """Tell whether a line may be the headline: some words, and no sentence."""
    return len(line) <= TITLE_LONGEST and len(line.split()) > _FEW_WORDS and line[-1:] not in ".,:;"
