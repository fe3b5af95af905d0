"""Finds block quotations: paragraphs of that role, and those that plain text indents or marks with `>`."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import NamedTuple

from quotecli.core.types import Article, Paragraph, Role, Span
from quotecli.find.marks.pairs import CUE_CLAUSE
from quotecli.find.marks.read import read_marks
from quotecli.find.structure.examinations import LETTERED_LINE, is_heading_of_examination
from quotecli.find.structure.shared import QUOTED_LINE, Layout, is_title, name_span, trim, without_dash

_NEXT_SPEAKER = re.compile(r">{2,3}\s?[A-Z][A-Z .'’-]{1,40}:\s")
_FOOTER = re.compile(r"\s*(?:[—–―]|--)\s*(?=[^\W\d_a-zß-öø-ÿ])[^\n]{2,120}\Z")
_NAME = re.compile(
    r"[^\W\d_a-z][\w.’'-]*(?: (?:(?:al|bin|de|la|van|von) )?[^\W\d_a-z][\w.’'-]*){1,3}(?:, [^\n.!?]{2,60})?"
)
_BETWEEN = 12
"""Characters between a block and its source line."""
_TELLS = re.compile(
    r"\b(?:(?:wrote|writes|e-?mailed|texted)(?: to)?(?: [\w’']{1,20}){1,4}|wrote|writes|written|[Ii]n full"
    r"|said|says|reads?|posted|posts|tweeted|replied|replies|stated|states|added|adds|responded"
    r"|explained|captioned|e-?mail(?:ed|s)|texted|declared|conclude[ds]|began|begins|ended|ends|commented|comments|tweeting|posting|writing"
    r"|(?:full|key|relevant) (?:extract|line|paragraph|passage|quote|section)s?|as (?:delivered|prepared)"
    r"|continued|continues|(?:goes|went) on|told (?:us|me|reporters|the \w+)|put it|puts it|caption|post|tweet"
    r"|(?:this|these|the following|a|an|his|her|their|its) (?:\w+ )?"
    r"(?:answer|lines|message|note|reply|statement|words))"
    r"(?:\s(?:this|that|in part|in full|simply|only|as follows|the following|back|online|later|there"
    r"|on\s(?:\w+\s){0,2}(?:Twitter|X|Facebook|Instagram|LinkedIn|Threads|Bluesky|Mastodon|Telegram)))*\s?:\Z"
)
_ENUMERATED = re.compile(
    r"(?!(?:Dear|Gentlemen|Ladies|Sirs?|Madam|Mesdames|Friends|Colleagues|Comrades|Neighbou?rs|Hello|Hi|To)\b)"
    r"(?:(?:\d{1,2}|[a-z])[.)]\s|[^\s:]{1,30}(?:\s[^\s:]{1,30}){0,4}:\s)"
)
"""Begins an item of a list, or a line with a label; a letter's salutation is none."""
_TELLS_SOMEWHERE = re.compile(
    r"\b(?:told|tells|explain(?:ed|s)|describe[ds]?|recall(?:ed|s)|remember(?:ed|s)|said|says|wrote|writes|replie[ds]"
    r"|answer(?:ed|s)|respond(?:ed|s)|warn(?:ed|s)|ask(?:ed|s)|add(?:ed|s)|sent|put|sum(?:med|s) up|letter|statement"
    r"|notice|message|email|post|speech)\b[^.!?“”\"]*:\Z"
)
"""Tells, in the sentence that ends in a colon, of something said; what stands below then may be the words."""
_WHOLE = re.compile(r"\b(?:as (?:delivered|prepared)|full text|in full|verbatim)\b[^.!?]{0,40}:\Z")
"""Introduces all of what somebody said, paragraph by paragraph."""
_FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|[Uu]s|me|mine|ours|myself|ourselves)\b")
_OWN = ("I ", "We ", "You ")
"""Begins what the words themselves tell, and no reporter's clause: "We have asked for three meetings"."""
_MARKS = "“”‘’\"'"
_FEWEST, _MOST = 12, 900
"""Characters of a paragraph that is told above."""
_INDENT = 4  # columns by which a block is set in


class _Block(NamedTuple):
    """A block quotation found: its paragraph, who is named as its source, and the piece of its last words."""

    paragraph: int
    source: Span | None
    piece: int


def find_blocks(layout: Layout) -> None:
    """Claim the block quotations of the article; neighbours in one block go on from each other."""
    previous: _Block | None = None
    in_full = -2  # the last paragraph of a speech that is printed in full
    reporter = _Reporter(layout)
    quoted = {Role.BLOCKQUOTE} if _quotes_somebody(layout.article) else frozenset()
    for number, paragraph in enumerate(layout.article.paragraphs):
        if not layout.free(number):
            continue
        above = previous if previous is not None and previous.paragraph == number - 1 else None
        if above is not None and _signs(layout, Span(paragraph.start, paragraph.end), above):
            layout.take(number)
            continue
        if paragraph.role in quoted or _signed(layout, number):
            found = _block(layout, number, paragraph, previous)
        elif paragraph.role is Role.BODY and _is_quoted(layout.article.text, paragraph.start):
            found = _quoted_lines(layout, number, paragraph, previous)
        elif paragraph.role is Role.BODY and (how := _led_to(layout, number, previous, in_full=in_full)):
            layout.take(number)
            if how == "full" or _is_whole(layout, number) or (how == "told" and not reporter.is_i(number)):
                in_full = number
            found = _add(layout, number, Span(paragraph.start, paragraph.end), None, previous, hint=0.8)
        else:
            continue
        previous = found if found is not None else previous


def _is_quoted(text: str, start: int) -> bool:
    """Tell whether a mail's quoted line begins at `start`; ">> ANNA OBI:" tells who speaks next."""
    return text[start] == ">" and _NEXT_SPEAKER.match(text, start) is None


def _quotes_somebody(article: Article) -> bool:
    """Tell whether block quotations stand beside a text of its own: some pages set all that they say as such."""
    roles = [paragraph.role for paragraph in article.paragraphs]
    return Role.BODY in roles or roles.count(Role.BLOCKQUOTE) == 1


def _led_to(layout: Layout, number: int, previous: _Block | None, *, in_full: int) -> str:
    """Tell how plain text makes a paragraph a block: `set` in, `told` above, `full` after one that goes on; "" if not.

    `in_full` is the last paragraph of words that are printed in full.
    """
    paragraph = layout.article.paragraphs[number]
    if LETTERED_LINE.match(layout.article.text, paragraph.start):
        return ""
    introduced = _introduced(layout, number, previous)
    if introduced or _told_above(layout, number):
        if is_heading_of_examination(layout.article.text, paragraph.start, paragraph.end):
            return ""
        return "set" if introduced else "told"
    return "full" if in_full == number - 1 and goes_on(layout, number) else ""


def _signed(layout: Layout, number: int) -> bool:
    """Tell whether a paragraph below a colon ends with its source: `Toast takes time. — Gus K., owner`."""
    text, paragraph = layout.article.text, layout.article.paragraphs[number]
    if number == 0 or paragraph.role is not Role.BODY or text[layout.article.paragraphs[number - 1].end - 1] != ":":
        return False
    footer = _FOOTER.search(text, max(paragraph.start, paragraph.end - 80), paragraph.end)
    if (
        footer is None
        or footer.start() == paragraph.start
        or is_title(text[paragraph.start : footer.start()].strip(_MARKS))
    ):
        return False
    return text[footer.start() - 1] in ".!?…”\"’'"


def _block(layout: Layout, number: int, paragraph: Paragraph, previous: _Block | None) -> _Block | None:
    """Take a paragraph of role `blockquote`, unless it quotes a report that has marks of its own."""
    text = layout.article.text
    start, end, source = paragraph.start, paragraph.end, paragraph.source
    if source is None and (footer := _FOOTER.search(text, max(start, end - 140), end)) and footer.start() > start:
        source = Span(footer.start(), footer.end())
    if source is not None and start <= source.start < end:
        start, end = (start, source.start) if source.start - start >= end - source.end else (source.end, end)
    if _holds_a_report(text, start, end):
        return None
    layout.take(number)
    name = None if source is None else name_span(text, source)
    end = without_dash(text, start, end, "—–―")
    return _add(layout, number, Span(start, end), name, previous, hint=1.0 if name else 0.9)


def _signs(layout: Layout, span: Span, previous: _Block) -> bool:
    """Tell whether `span` is the source line of the block above it, and give the block its source then."""
    text = layout.article.text
    if previous.source is not None or not (_FOOTER.fullmatch(text, *span) or _is_name_below(text, span)):
        return False
    source = name_span(text, span)
    at: int | None = previous.piece
    while at is not None:
        layout.pieces[at] = replace(layout.pieces[at], source=source)
        at = layout.pieces[at].continues
    return True


def _is_name_below(text: str, span: Span) -> bool:
    """Tell whether a line is a name and nothing else, below words in marks: `> “It hums.”` and then `> Ann Lee`."""
    above = text[max(0, span.start - _BETWEEN) : span.start].rstrip("> \t\n")
    return above[-1:] in tuple('”"’»') and _NAME.fullmatch(text, *span) is not None


def _holds_a_report(text: str, start: int, end: int) -> bool:
    """Tell whether the block is an excerpt in which a reporter quotes others: marks, then a reporting clause."""
    start, end = trim(text, start, end)
    marks = read_marks(text, start, end)
    if len(marks) < 2:
        return False
    quoted_first = marks[0].start == start and text[marks[1].start - 1] in ",!?" and marks[1].end < end
    return quoted_first or any(CUE_CLAUSE.match(text, min(mark.end + 1, end), end) for mark in marks)


def _quoted_lines(layout: Layout, number: int, paragraph: Paragraph, previous: _Block | None) -> _Block | None:
    """Take the lines of a paragraph that begin with `>`, each run of words by itself."""
    text = layout.article.text
    layout.take(number)
    for line in re.finditer(r"[^\n]+", text[paragraph.start : paragraph.end]):
        start, end = paragraph.start + line.start(), paragraph.start + line.end()
        mark = QUOTED_LINE.match(text, start, end)
        words = Span(mark.end() if mark else start, end)
        if previous is not None and previous.paragraph >= number - 1 and _signs(layout, words, previous):
            continue
        found = _add(layout, number, words, None, previous, hint=0.7)
        previous = found or previous
    return previous


def _introduced(layout: Layout, number: int, previous: _Block | None) -> bool:
    """Tell whether plain text sets the paragraph in, below a line that ends with a colon or below such a block."""
    text, paragraphs = layout.article.text, layout.article.paragraphs
    if number == 0:
        return False
    above = paragraphs[number - 1]
    below_block = previous is not None and previous.paragraph == number - 1
    if not below_block and (text[above.end - 1] != ":" or _indent(text, above.start) >= _INDENT):
        return False
    return _indent(text, paragraphs[number].start) >= _INDENT


def _told_above(layout: Layout, number: int) -> bool:
    """Tell whether the line above ends as only words can follow ("In its report the forum wrote:"), and they do.

    Of one paragraph: nothing tells where words without marks end.
    """
    text, paragraphs = layout.article.text, layout.article.paragraphs
    paragraph = paragraphs[number]
    if number == 0 or text[paragraphs[number - 1].end - 1] != ":" or not layout.free(number - 1):
        return False
    above = paragraphs[number - 1]
    own = _FIRST_PERSON.search(text, paragraph.start, paragraph.end) is not None
    tells = _TELLS.search(text, max(above.start, above.end - 60), above.end) is not None
    tells = tells or (own and _TELLS_SOMEWHERE.search(text, max(above.start, above.end - 240), above.end) is not None)
    if above.role is not Role.BODY or not tells:
        return False
    if not text[paragraph.start].isalnum() or _ENUMERATED.match(text, paragraph.start, paragraph.end):
        return False
    if not _FEWEST < paragraph.end - paragraph.start < _MOST or text[paragraph.end - 1] in ":;,":
        return False
    clauses = CUE_CLAUSE.finditer(text, paragraph.start, paragraph.end)
    return own or all(clause[0].startswith(_OWN) for clause in clauses)


def _is_whole(layout: Layout, number: int) -> bool:
    """Tell whether the paragraph above introduces a speech or letter that is printed in full."""
    above = layout.article.paragraphs[number - 1]
    return number > 0 and _WHOLE.search(layout.article.text, max(above.start, above.end - 80), above.end) is not None


_IN_MARKS = re.compile(
    r"“[^”]*(?:”|\Z)|\"[^\"]*(?:\"|\Z)|‘[^’]*(?:’(?=\w)[^’]*)*(?:’|\Z)|(?<!\w)'[^']*(?:'(?=\w)[^']*)*(?:'(?!\w)|\Z)"
)


class _Reporter:
    """Whether the reporter speaks of themselves: words in the first person below a letter may be theirs then."""

    def __init__(self, layout: Layout) -> None:
        """Look at nothing yet: most texts have no block that is told above."""
        self._layout = layout
        self._upto = 0
        self._first = -1

    def is_i(self, end: int) -> bool:
        """Tell whether a paragraph before number `end` has the first person outside marks; looks at each once."""
        text, paragraphs = self._layout.article.text, self._layout.article.paragraphs
        while self._first < 0 and self._upto < end:
            paragraph = paragraphs[self._upto]
            words = _IN_MARKS.sub(" ", text[paragraph.start : paragraph.end])
            if self._layout.free(self._upto) and paragraph.role is Role.BODY and _FIRST_PERSON.search(words):
                self._first = self._upto
            self._upto += 1
        return 0 <= self._first < end


def goes_on(layout: Layout, number: int) -> bool:
    """Tell whether a paragraph below one that is printed in full reads as its next, not as the reporter's own."""
    text, paragraph = layout.article.text, layout.article.paragraphs[number]
    if not text[paragraph.start].isalnum() or _ENUMERATED.match(text, paragraph.start, paragraph.end):
        return False
    own = any(
        not _inside_marks(text, paragraph.start, found.start())
        for found in _FIRST_PERSON.finditer(text, paragraph.start, min(paragraph.end, paragraph.start + _MOST))
    )
    return own and not _holds_a_report(text, paragraph.start, paragraph.end)


def _inside_marks(text: str, start: int, at: int) -> bool:
    """Tell whether what stands at `at` in a paragraph stands between marks."""
    return text.count("“", start, at) > text.count("”", start, at) or text.count('"', start, at) % 2 == 1


def _indent(text: str, start: int) -> int:
    """Return the columns before the first word of a paragraph, whether it begins behind them or with them."""
    line = text[max(0, start - 2 * _INDENT) : start].rpartition("\n")[2]
    inside = text[start : start + 2 * _INDENT]
    return len((line + inside[: len(inside) - len(inside.lstrip())]).expandtabs(_INDENT)) if not line.strip() else 0


def _add(
    layout: Layout,
    number: int,
    span: Span,
    name: Span | None,
    previous: _Block | None,
    *,
    hint: float,
) -> _Block | None:
    """Add a block's words; a block right below one with the same or no source goes on from it."""
    goes_on = None
    if previous is not None and previous.paragraph in (number - 1, number) and name in (None, previous.source):
        goes_on = previous.piece
    index = layout.add(number, *span, "block", source=name, continues=goes_on, hint=hint)
    return None if index is None or index == goes_on else _Block(number, name, index)  # nothing but marks
