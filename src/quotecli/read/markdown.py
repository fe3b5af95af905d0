"""Markdown with front matter → Draft: rendered by markdown-it-py, then read like a page that is all article."""

from __future__ import annotations

import re
from typing import Any

from quotecli.read.draft import Draft, DraftBuilder, Rank, storable, without_links
from quotecli.read.frontmatter import split_front_matter
from quotecli.read.head import HEAD_LINES
from quotecli.read.labelled import FIELD_NAMES, note_field
from quotecli.read.paragraph_head import says_in_lines, with_head
from quotecli.read.text import draft_from_text
from quotecli.read.titles import note_title

_MARKUP = re.compile(
    r"^ {0,3}(?:#{1,6} |>|```|~~~|[-*+] |\d{1,3}[.)] |\|[^\n]{0,300}\||\[[^\[\]\n]{1,300}\]: )"
    r"|^ {0,3}(?:={3,}|-{3,}) *$"
    r"|\*\*\S|__\S|!?\[[^\[\]\n]{1,300}\]\(|<(?:[a-z][a-z0-9-]*|/[a-z]+)[\s>]"
    r"|(?<![\w*])\*[^\s*][^*\n]{0,300}\*(?![\w*])|(?<!\w)_[^\s_][^_\n]{0,300}_(?!\w)|`[^`\n]{1,300}`"
    r"|\\[*_#\[\]]|~~[^\s~][^~\n]{0,300}~~|\[\[[^\[\]\n]{1,200}\]\]|\{(?:\+\+|--|>>|==)",
    re.MULTILINE,
)
_NOTE = re.compile(r"^ {0,3}\[\^([^\]\s]{1,60})\]:[ \t]*", re.MULTILINE)
_NOTE_MARK = re.compile(r"\[\^([^\]\s]{1,60})\]")
_EDITING = re.compile(
    r"\{\+\+(.{0,200}?)\+\+\}|\{==(.{0,200}?)==\}|\{~~[^~{}]{0,200}?~>([^~{}]{0,200}?)~~\}"
    r"|\{--.{0,200}?--\}|\{>>.{0,200}?<<\}|%%.{1,200}?%%|(?<![=\w])==(?=[^\s=])([^=\n]{1,300})(?<=\S)==(?![=\w])"
)
"""Changes and comments (CriticMarkup), what is hidden, and marked words; the group is what stays."""
_NAMED = re.compile(r"\s*(?:[—–―]|--)\s*\S")
_EMPHASIS = re.compile(r"[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3}")
_TABLE_WITHIN = 40
_TABLE_TOKENS = 200
_LONGEST = 4 << 20  # characters; larger files are read as plain text
_MOST_BRACKETS = 400  # on one line: the parser's time grows with the square of brackets that stay open


def draft_from_markdown(text: str) -> Draft:
    """Read Markdown (CommonMark with tables; raw HTML in it is read too).

    Marks of emphasis, links and headings are left out of the stored text; the words between quotation marks stay as
    written. A text with no markup at all, save its front matter, is stored as given.

    Args:
        text: the document.
    """
    candidates, body = split_front_matter(text)
    if len(text) > _LONGEST or not _MARKUP.search(text, body) or _is_hostile(text):
        return draft_from_text(text)
    from quotecli.read.html.whole import write_whole

    builder = DraftBuilder()
    for found in candidates:
        builder.candidate(found.field, found.value, found.source, rank=found.rank, note=found.note)
    tokens, markup = _render(_without_note_marks(storable(text[body:])))
    _note_table(builder, tokens)
    headline = write_whole(builder, markup)
    if headline:
        note_title(builder, headline, "first heading", rank=Rank.BYLINE)
    return with_head(builder.build())


def _is_hostile(text: str) -> bool:
    return any(line.count("[") > _MOST_BRACKETS for line in text.split("\n")) or text.count("[") > 50 * _MOST_BRACKETS


def _render(text: str) -> tuple[list[Any], str]:
    from markdown_it import MarkdownIt

    markdown = MarkdownIt("commonmark", {"html": True, "typographer": False}).enable(["table", "strikethrough"])
    markdown.add_render_rule("image", _caption)
    markdown.add_render_rule("softbreak", _line_end)
    tokens = markdown.parse(text)
    for token in tokens:
        _without_editing(token)
    _mark_captions(tokens)
    _part_head(tokens)
    rendered: str = markdown.renderer.render(tokens, markdown.options, {})
    return tokens, rendered


def _without_note_marks(text: str) -> str:
    """Leave out the marks of footnotes, which are none of the words; each note stays a paragraph where it stands."""
    labels = set(_NOTE.findall(text))
    if not labels:
        return text
    return _NOTE_MARK.sub(lambda found: "" if found[1] in labels else found[0], _NOTE.sub("", text))


def _without_editing(token: Any) -> None:
    """Read what editors write into Markdown as it is meant: [[links]], ==marked words==, {++changes++}, %%notes%%."""
    for piece in token.children or ():
        if piece.type == "text":
            piece.content = _EDITING.sub(
                lambda found: found[found.lastindex or 0] if found.lastindex else "", piece.content
            )
            piece.content = without_links(piece.content)


def _mark_captions(tokens: list[Any]) -> None:
    """Make captions of paragraphs in italics right under a picture, which is how Markdown has captions."""
    under_picture = False
    for place, token in enumerate(tokens[:-2]):
        if token.type != "paragraph_open":
            under_picture = under_picture and token.type in {"inline", "paragraph_close"}
            continue
        pieces = [piece for piece in tokens[place + 1].children or () if piece.content.strip() or piece.type != "text"]
        pictures = 0
        while pictures < len(pieces) and pieces[pictures].type in {"image", "softbreak"}:
            pictures += 1
        rest = pieces[pictures:]
        if rest and (under_picture or pictures) and _is_all_italic(rest):
            token.tag = tokens[place + 2].tag = "figcaption"
        under_picture = pictures > 0 and not rest


def _note_table(builder: DraftBuilder, tokens: list[Any]) -> None:
    """Note the facts of a table at the head: a name and its value in each row, or names above values."""
    opens = [place for place, token in enumerate(tokens[:_TABLE_WITHIN]) if token.type == "table_open"]
    rows: list[list[str]] = []
    for token in tokens[opens[0] : opens[0] + _TABLE_TOKENS] if opens else ():
        if token.type == "table_close":
            break
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "inline":
            rows[-1].append(_EMPHASIS.sub("", token.content).strip(" :"))
    if len(rows) == 2 and len(rows[0]) > 2 and all(name.lower() in FIELD_NAMES for name in rows[0]):
        rows = [[name, value] for name, value in zip(*rows, strict=False)]
    facts = [row for row in rows if len(row) == 2 and row[0].lower() in FIELD_NAMES and row[1]]
    for name, value in facts if len(facts) > 1 else ():
        note_field(builder, name, value)


def _part_head(tokens: list[Any]) -> None:
    """Keep the ends of lines in the first paragraphs where they tell who wrote or printed the document, or when."""
    for token in [token for token in tokens if token.type == "inline"][:HEAD_LINES]:
        if "\n" in token.content and says_in_lines(_EMPHASIS.sub("", token.content)):
            for piece in token.children or ():
                piece.type = "hardbreak" if piece.type == "softbreak" else piece.type


def _is_all_italic(pieces: list[Any]) -> bool:
    inside = all(piece.level > pieces[0].level for piece in pieces[1:-1])
    return inside and pieces[0].type == "em_open" and pieces[-1].type == "em_close" and len(pieces) > 2


def _line_end(_renderer: Any, tokens: Any, index: int, _options: Any, _env: Any) -> str:
    """Keep the end of a line before "— Name", which names who is quoted."""
    following = tokens[index + 1].content if index + 1 < len(tokens) else ""
    return "<br>" if _NAMED.match(following) else "\n"


def _caption(_renderer: Any, tokens: Any, index: int, _options: Any, _env: Any) -> str:
    """Render a picture as its caption: its title, else its alternative text."""
    from html import escape

    token = tokens[index]
    caption = str(token.attrs.get("title") or token.content or "")
    return f"<figcaption>{escape(caption)}</figcaption>" if len(caption.split()) > 2 else ""
