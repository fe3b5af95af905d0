"""Finds posts of which little is left: a name and a handle above, a handle for a label, a picture's link at the end."""

from __future__ import annotations

import re

from quotecli.core.types import Role, Span
from quotecli.find.marks.pairs import CUE_CLAUSE
from quotecli.find.structure.name_lines import name_line
from quotecli.find.structure.shared import Layout, trim_links, wrapped

_HANDLE = r"@\w[\w.]{0,40}(?:@[\w.-]{1,40})?"
_AT = re.compile(r"(?<![\w@])@(\w[\w.]{0,40})")
_HEAD = re.compile(
    rf"(?P<name>[^\n@·•\"“‘]{{2,70}}?)[ \t\xa0✔✓☑✅\ufe0f]{{1,5}}\(?(?P<handle>{_HANDLE})\)?[ \t]*(?=\n|\Z)"
)
_WHOLE_HANDLE = re.compile(rf"{_HANDLE}[ \t]*")
_LABEL = re.compile(r"(?P<label>(?P<name>[^\W\d_][\w.]{2,40}):\s)(?:\S{1,60}\s){2}\S")  # `max_size: 10` is no post
_PICTURE = re.compile(r"(?:pic\.(?:twitter|x)\.com/\w+|(?:https?://)?t\.co/\w+)[\s…]*\Z")
_LABEL_LONGEST = 46
_LINK_LONGEST = 80
_HEAD_LONGEST = 140
_POST_LONGEST = 600
_ABOUT_A_WRITER = re.compile(
    r"\A(?:He|She|They)\b|\b(?:editor|reporter|correspondent|columnist|journalist|writer|contributor)\b", re.IGNORECASE
)
"""Of the lines that bylines stand above."""
_PARAGRAPHS = 4
"""Of one post between its introduction and its picture."""
_MARKS = '“"„«‘'
_FEWEST_LETTERS = 3
_ROLES = frozenset((Role.BODY, Role.SUBTITLE, Role.CAPTION))
"""What plain text's lines that are a name, or have a label, are taken for."""
_OPENING = 2
"""Paragraphs at the head of an article, where a name and a handle are a byline."""


def find_bare_posts(layout: Layout) -> None:
    """Claim the posts that neither a signature nor a date shows."""
    text = layout.article.text
    handles: frozenset[str] | None = None
    mailed, linked = "@" in text, "t.co/" in text or "pic.twitter.com" in text or "pic.x.com" in text
    for number, paragraph in enumerate(layout.article.paragraphs):
        if not layout.free(number) or paragraph.role not in _ROLES:
            continue
        labelled = text.find(": ", paragraph.start, paragraph.start + _LABEL_LONGEST) >= 0
        if labelled and (label := _LABEL.match(text, paragraph.start, paragraph.end)):
            if handles is None:
                handles = frozenset(found[1].lower().rstrip(".") for found in _AT.finditer(text))
            if label["name"].lower() in handles or _looks_like_handle(label["name"]):
                _add(layout, number, label.end("label"), Span(*label.span("name")))
                continue
        if not (mailed and _headed(layout, number)) and linked:
            _pictured(layout, number)


def _looks_like_handle(name: str) -> bool:
    """Tell whether a word before a colon can be nothing but somebody's name on a network: `ann_lee`, `annlee99`."""
    if "_" in name:
        return any(char.islower() for char in name)
    letters = re.match(r"[a-z.]+", name)
    return letters is not None and len(letters[0]) >= _FEWEST_LETTERS and any(char.isdigit() for char in name)


def _headed(layout: Layout, number: int) -> bool:
    """Take the words below a line that is a name and a handle, `Toad Trust @toads`; bylines look like that, too."""
    text, paragraphs = layout.article.text, layout.article.paragraphs
    paragraph = paragraphs[number]
    limit = min(paragraph.end, paragraph.start + _HEAD_LONGEST)
    if number < _OPENING or text.find("@", paragraph.start, limit) < 0:
        return False
    head, above = _HEAD.match(text, paragraph.start, limit), paragraphs[number - 1]
    if head is not None:
        name, begin = Span(*head.span("name")), head.end()
    elif _WHOLE_HANDLE.fullmatch(text, paragraph.start, paragraph.end) and layout.free(number - 1):
        name, begin = Span(above.start, above.end), paragraph.end
    else:
        return False
    if name_line(text, *name) is None:
        return False
    below = number
    if not text[begin : paragraph.end].strip():
        begin, below = (paragraphs[number + 1].start, number + 1) if number + 1 < len(paragraphs) else (begin, number)
    if below == len(paragraphs) or not layout.free(below) or paragraphs[below].role is not Role.BODY:
        return False
    if not _is_post(layout, name, Span(begin, paragraphs[below].end)):
        return False
    layout.take(number)
    if head is None:
        layout.take(number - 1)
    _add(layout, below, begin, name)
    return True


def _is_post(layout: Layout, name: Span, words: Span) -> bool:
    """Tell whether words below a name and a handle are a post, not what a reporter of that name wrote."""
    text = layout.article.text
    named, said = text[slice(*name)], text[slice(*words)].strip()
    if not 0 < len(said) <= _POST_LONGEST or any(named in author for author in layout.article.authors):
        return False
    tells_of_bearer = any(word in said for word in named.split() if word[0].isupper())
    return not (tells_of_bearer or _HEAD.match(said) or CUE_CLAUSE.search(said) or _ABOUT_A_WRITER.search(said))


def _pictured(layout: Layout, number: int) -> None:
    """Take a paragraph that ends with a picture's link, and those above it up to one that ends with a colon."""
    text, paragraphs = layout.article.text, layout.article.paragraphs
    paragraph = paragraphs[number]
    low = max(paragraph.start, paragraph.end - _LINK_LONGEST)
    if text.find("/", low, paragraph.end) < 0 or _PICTURE.search(text, low, paragraph.end) is None:
        return
    first = number
    while first > 0 and text[paragraphs[first - 1].end - 1] != ":":
        first -= 1
        if number - first == _PARAGRAPHS or not layout.free(first) or paragraphs[first].role is not Role.BODY:
            return
    if first == 0 or not all(_may_be_posted(layout, at, last=at == number) for at in range(first, number + 1)):
        return
    continues = None
    for at in range(first, number + 1):
        layout.take(at)
        start, end = paragraphs[at].start, paragraphs[at].end
        end = trim_links(text, start, end)
        continues = layout.add(at, start, end, "post", continues=continues, hint=0.9)


def _may_be_posted(layout: Layout, number: int, *, last: bool) -> bool:
    """Tell whether a paragraph may be a post's, not a quotation with the reporter's words, nor words about one."""
    text, paragraph = layout.article.text, layout.article.paragraphs[number]
    end = trim_links(text, paragraph.start, paragraph.end)
    if text[paragraph.start] in _MARKS:
        return wrapped(text, paragraph.start, end)
    return last or CUE_CLAUSE.search(text, paragraph.start, end) is None


def _add(layout: Layout, number: int, start: int, name: Span) -> None:
    layout.take(number)
    end = trim_links(layout.article.text, start, layout.article.paragraphs[number].end)
    layout.add(number, start, end, "post", source=name, hint=0.9)
