"""Finds posts of social networks, embedded or pasted, by the lines that sign, head and date them."""

from __future__ import annotations

import re

from quotecli.core.types import Role, Span
from quotecli.find.structure.blocks import goes_on
from quotecli.find.structure.posts_bare import find_bare_posts
from quotecli.find.structure.shared import QUOTED_LINE, Layout, name_span, trim, trim_links, without_dash

_DATE = (
    r"(?:[^\W\d_]{3,12}\.?\s\d{1,2}(?:st|nd|rd|th)?,?\s\d{4}|\d{1,2}\.?\s(?:de\s)?[^\W\d_]{3,12}\.?(?:\sde)?,?\s\d{4}"
    r"|\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{2,4})"
)
_TIME = r"(?:,?\s(?:at\s)?\d{1,2}:\d\d(?::\d\d)?(?:\s?[APap]\.?[Mm]\.?)?(?:\s[A-Z]{2,4}\b)?)?"
_HANDLE = r"@[\w.]{1,40}(?:@[\w.-]{1,40}|\.[\w.-]{1,40})?"
_NETWORK = r"(?:Twitter|X|Truth Social|Facebook|Instagram|Threads|Bluesky|Mastodon|Telegram|TikTok|LinkedIn|Weibo|VK)"
_ON_DATE = rf"\son\s(?:\w{{6,9}},\s)?{_DATE}{_TIME}"

_CLOCK = r"\d{1,2}[:.]\d\d\s?(?:[AaPp]\.?[Mm]\.?)?"
_SIGNATURE = re.compile(
    rf"(?:[—–―]|--|&mdash;|(?<=\s)-)[ \t\xa0]{{0,3}}"
    rf"(?:(?P<name>[^\n()@—]{{1,60}}?)[ \t\xa0]{{0,3}}\((?P<handle>{_HANDLE})\)|(?P<bare>{_HANDLE}))"
    rf"(?:[\s,·•|]{{0,4}}(?:on\s|{_CLOCK}\s?[·•,|\-–]\s?)?{_DATE}{_TIME}|(?=\s*\Z))"
)
_NETWORK_SIGNATURE = re.compile(
    rf"(?:[—–―]|--)[ \t\xa0]{{0,3}}(?P<name>[^\n()@—,]{{2,60}}?)(?:,\s|\son\s|\svia\s|\s\((?:via\s|on\s)?){_NETWORK}\b"
    rf"[^\n]{{0,40}}\Z"
)
_SHARED_BY = re.compile(
    rf"(?:A\s(?:post|video|photo|reel|story)\s(?:shared|posted)\sby|Posted\sby|Publicada\spor|Publié\spar|Gepostet\svon"
    rf"|Ein\sBeitrag\sgeteilt\svon|Une\spublication\spartagée\spar|Una\spublicación\scompartida\sde)\s"
    rf"(?P<name>[^\n()@]{{1,60}}?)(?:\s?\({_HANDLE}\)(?:{_ON_DATE})?|{_ON_DATE})"
)
_VIEW_POST = re.compile(
    r"View this (?:post|photo) on Instagram|(?:Voir|Ver|Sieh dir) [^\n]{3,40} (?:auf|sur|en) Instagram\w*"
)
_HEAD = re.compile(
    rf"(?P<name>[^\n@·•\"“‘]{{1,50}}?)?[ \t✔✓☑✅\ufe0f]{{0,5}}\n?\(?(?<![\w.])(?P<handle>{_HANDLE})\)?"
    rf"(?P<dated>\s{{0,3}}(?:[·•\-]\s{{0,3}})?(?:{_DATE}{_TIME}|[^\W\d_]{{3,9}}\.?\s\d{{1,2}}"
    r"|\d{1,2}\s?(?:[hmdw]|[^\W\d_]{3,9}\.?)))?(?:\Z|(?=\n))"
)
_REPLYING = re.compile(
    r"\s*(?:Replying to|In reply to|(?:Als )?Antwort (?:an|auf)|En réponse à|En respuesta a|Em resposta a)"
    rf"\s{_HANDLE}[^\n]{{0,80}}"
)
"""A line below the head that tells whom a post answers."""
_DATE_LINE = re.compile(
    rf"^(?:(?:Posted|Published)\s(?:on\s|at\s)?)?(?:{_CLOCK}\s?[·•,|\-–]\s?{_DATE}"
    rf"|{_DATE}\s?[·•,|\-–]?\s?\d{{1,2}}[:.]\d\d|{_DATE}(?=\s*$))[^\n]{{0,60}}$",
    re.MULTILINE,
)
_COUNTS = re.compile(
    r"^[\d.,]+\s?[KMB]?\s(?:[Rr]e(?:tweets?|posts?)|[Ll]ikes?|[Vv]iews?|[Rr]eplies|[Qq]uotes?)\b", re.MULTILINE
)
_HANDLE_LABEL = re.compile(
    rf"(?:(?P<name>[^\W\d_][^\n()@:“\"‘]{{1,50}}?)\s\(?{_HANDLE}\)?"
    rf"(?:,[^\n:.]{{0,30}}?\s\d{{1,2}}[:.]\d\d(?:\s?[ap]\.?m\.?)?)?"
    rf"|(?P<handle>{_HANDLE})):\s(?=[^\s“\"‘'])"
)
_BEFORE_WORDS = re.compile(r"\s*(?:<[^<>]{1,300}>|\d{1,2}/\d{0,2}\s)")  # markup left over; the number in a thread
_LONGEST = 6  # paragraphs of one pasted post
_DASHES = "—–―-"


_MARKED_END = re.compile(r"(?<=[.!?:] )(?:“[^“”\n]{1,1000}”|\"[^\"\n]{1,1000}\")\Z")
"""A post in marks behind the reporter's own sentence."""


def find_posts(layout: Layout) -> None:
    """Claim the posts of the article: paragraphs of role `post`, and those pasted into its text."""
    _roles(layout)
    text = layout.article.text
    if any(sign in text for sign in ("@", "osted by", "shared by", "Social")):
        for number in range(len(layout.article.paragraphs)):
            if layout.free(number):
                any(takes(layout, number) for takes in (_signed, _shared, _headed, _labelled))  # the first that does
    find_bare_posts(layout)  # last: what signs a post may stand below its picture


def _roles(layout: Layout) -> None:
    """Take the paragraphs of role `post`; neighbours with one source are one post."""
    text = layout.article.text
    before: tuple[int, Span | None, int | None] | None = None
    for number, paragraph in enumerate(layout.article.paragraphs):
        if paragraph.role is not Role.POST:
            continue
        layout.take(number)
        start, end, source = paragraph.start, paragraph.end, paragraph.source
        if source is None and (signature := _SIGNATURE.search(text, start, end)):
            source = Span(signature.start(), end)
        if source is not None and start <= source.start < end:
            if source.start - start < end - source.end:
                start = source.end
            else:
                end = source.start
        end = trim_links(text, start, without_dash(text, start, end, _DASHES))
        if marked := _MARKED_END.search(text, start, end):
            start = marked.start()
        same = before is not None and before[0] == number - 1 and before[1] == source
        name = None if source is None else name_span(text, source)
        index = layout.add(
            number, start, end, "post", source=name, continues=before[2] if same and before else None, hint=1.0
        )
        if index is not None:
            before = (number, source, index)


def _signed(layout: Layout, number: int) -> bool:
    """Take what stands before `— Name (@handle) date` in its paragraph, or the paragraph before it."""
    article = layout.article
    paragraph = article.paragraphs[number]
    at = paragraph.start
    found = False
    handles = article.text.find("@", at, paragraph.end) >= 0  # without one there is no signature
    for signature in _SIGNATURE.finditer(article.text, at, paragraph.end) if handles else ():
        name = Span(*signature.span("name" if signature["name"] else "bare"))
        found = _post_before(layout, number, at, signature.start(), name) or found
        layout.take(number, at, signature.end())
        at = signature.end()
    if not found and at == paragraph.start:
        signature_end = _NETWORK_SIGNATURE.search(article.text, paragraph.start, paragraph.end)
        if signature_end is not None:
            name = Span(*signature_end.span("name"))
            found = _post_before(layout, number, at, signature_end.start(), name)
            if found:
                layout.take(number)
    return found


def _post_before(layout: Layout, number: int, start: int, end: int, name: Span) -> bool:
    """Add the words `[start, end)` as a post by `name`; without any, the paragraph before them."""
    text = layout.article.text
    if before := _BEFORE_WORDS.match(text, start, end):
        start = before.end()
    start, end = trim(text, start, end)
    end = trim_links(text, start, end)
    if start < end:
        return layout.add(number, start, end, "post", source=name, hint=1.0) is not None
    previous = number - 1
    while layout.free(previous) and layout.article.paragraphs[previous].role is Role.BODY:
        paragraph = layout.article.paragraphs[previous]
        last = trim_links(text, paragraph.start, paragraph.end)
        marked = _MARKED_END.search(text, paragraph.start, last)
        start = marked.start() if marked else paragraph.start
        layout.take(previous, start, paragraph.end)
        if last > start:
            return layout.add(previous, start, last, "post", source=name, hint=0.9) is not None
        previous -= 1
    return False


def _shared(layout: Layout, number: int) -> bool:
    """Take the caption above `A post shared by Name (@handle)`, where the embed shows one."""
    article = layout.article
    paragraph = article.paragraphs[number]
    shared = _SHARED_BY.search(article.text, paragraph.start, paragraph.end)
    if shared is None:
        return False
    name = Span(*shared.span("name"))
    view = _VIEW_POST.search(article.text, paragraph.start, shared.start())
    start = view.end() if view else paragraph.start
    layout.take(number, paragraph.start, shared.end())
    if article.text[start : shared.start()].strip(" \n·•-—"):
        end = without_dash(article.text, start, shared.start(), _DASHES)
        return layout.add(number, start, end, "post", source=name, hint=1.0) is not None
    if view is None:
        first = number - 1
        while first >= number - _LONGEST and layout.free(first):
            above = article.paragraphs[first]
            if _VIEW_POST.fullmatch(article.text, above.start, above.end):
                _add_between(layout, first + 1, number - 1, Span(above.end, paragraph.start), name)
                layout.take(first)
                return True
            first -= 1
        if shared[0].startswith("Posted"):
            return _post_before(layout, number, start, start, name)
    return True


def _labelled(layout: Layout, number: int) -> bool:
    """Take a paragraph of the form `@handle: words` or `Name (@handle), 11:02: words`."""
    paragraph = layout.article.paragraphs[number]
    label = _HANDLE_LABEL.match(layout.article.text, paragraph.start, paragraph.end)
    if label is None:
        return False
    layout.take(number)
    end = trim_links(layout.article.text, label.end(), paragraph.end)
    return (
        layout.add(number, label.end(), end, "post", source=Span(*label.span(label.lastgroup or 0)), hint=0.9)
        is not None
    )


def _headed(layout: Layout, number: int) -> bool:
    """Take what stands below a line `Name @handle` that is dated, or down to a date line, as on the screen."""
    article = layout.article
    paragraph = article.paragraphs[number]
    limit = min(paragraph.end, paragraph.start + 200)
    if paragraph.role is Role.BYLINE or article.text.find("@", paragraph.start, limit) < 0:
        return False
    if _REPLYING.match(article.text, paragraph.start, limit):
        return False
    quoted = QUOTED_LINE.match(article.text, paragraph.start, limit)
    head = _HEAD.match(article.text, quoted.end() if quoted else paragraph.start, limit)
    if head is None or (head.end() < paragraph.end and article.text[head.end()] != "\n"):
        return False
    found = _below_head(layout, number, head, alone=quoted is not None or head["dated"] is not None)
    if found is None:
        return False
    name = Span(*head.span("name" if (head["name"] or "").strip() else "handle"))
    before = number - 1
    if not (head["name"] or "").strip() and layout.free(before) and _is_name(article.text, *_span(layout, before)):
        name = name_span(article.text, _span(layout, before))
        layout.take(before)
    _add_between(layout, number, *found, name)
    return True


def _below_head(layout: Layout, number: int, head: re.Match[str], *, alone: bool) -> tuple[int, Span] | None:
    """Return the last paragraph of the post below a head, and where its words stand; None where nothing ends it.

    A head tells that a post follows `alone`, without a date below it, where it is dated or stands in a quoted line.
    """
    article = layout.article
    answers = _REPLYING.match(article.text, head.end())
    start = answers.end() if answers else head.end()
    for last in range(number, min(number + _LONGEST + 1, len(article.paragraphs))):
        begin, end = _span(layout, last)
        if begin > start and (not layout.free(last) or _HEAD.fullmatch(article.text, begin, end)):
            break
        if head["dated"] and last > number + 1:
            break  # a date line further on is another post's
        low = max(begin, start)
        line = _DATE_LINE.search(article.text, low, end) or _COUNTS.search(article.text, low, end)
        if line is not None and article.text[start : line.start()].strip():
            return last, Span(start, line.start())
        if line is not None and not head["dated"]:  # the date is the last line of the head
            return _below_date(layout, last, line.end())
    return _below_date(layout, number, start) if alone else None


def _below_date(layout: Layout, number: int, start: int) -> tuple[int, Span] | None:
    """Return the last paragraph of the post whose head ends at `start` in a paragraph, and where its words stand."""
    paragraphs = layout.article.paragraphs
    if layout.article.text[start : paragraphs[number].end].strip():
        return number, Span(start, paragraphs[number].end)
    last = number + 1
    if not (layout.free(last) and paragraphs[last].role is Role.BODY):
        return None
    while last < number + _LONGEST and layout.free(last + 1) and goes_on(layout, last + 1):
        last += 1
    return last, Span(start, paragraphs[last].end)


def _add_between(layout: Layout, first: int, last: int, span: Span, name: Span) -> None:
    """Add what stands in a span of paragraphs `first` to `last` as one post by `name`."""
    text = layout.article.text
    continues = None
    for number in range(first, last + 1):
        paragraph = layout.article.paragraphs[number]
        layout.take(number)
        start, end = max(paragraph.start, span.start), min(paragraph.end, span.end)
        if start < end:
            end = trim_links(text, *trim(text, start, end))
            continues = layout.add(number, start, end, "post", source=name, continues=continues, hint=1.0)


def _span(layout: Layout, number: int) -> Span:
    paragraph = layout.article.paragraphs[number]
    return Span(paragraph.start, paragraph.end)


def _is_name(text: str, start: int, end: int) -> bool:
    return end - start <= 50 and text[start:end].count(" ") <= 4 and text[end - 1] not in ".!?,:;"
