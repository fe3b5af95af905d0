"""Sources and quotations of our own making, of every kind, and strategies for arbitrary ones."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from quotecli.cite import Cited, Source
from quotecli.cite.text import one_line
from quotecli.cite.works import works
from quotecli.core.dates import PartialDate
from quotecli.core.types import Kind, Quote, Role

D = PartialDate

NEWS = Source(
    "news.html",
    "Harbour towns &amp; the storm",
    ("Jane Smith",),
    published=D(2020, 10, 2),
    updated=D(2020, 10, 3),
    outlet="The Daily Gazette",
    outlet_kind="newspaper",
    url="https://gazette.example/storm?a=1&b=2#top",
    section="World",
    language="en",
    accessed=D(2020, 10, 5),
    archive_url="https://web.archive.org/web/2020/https://gazette.example/storm",
    archived=D(2020, 10, 4),
)
PAGE = Source(
    "page.html",
    "Storm hits the coast",
    ("Anna van der Berg", "Luis Garcia"),
    published=D(2021, 6),
    outlet="CNN",
    outlet_kind="broadcaster",
    url="https://cnn.example/storm",
)
BODY = Source(
    "body.html",
    "Heat and health",
    ("World Health Organization",),
    published=D(2023, 8, 9),
    outlet="World Health Organization",
    outlet_kind="body",
    url="https://who.example/heat",
    accessed=D(2024, 4, 2),
)
MAGAZINE = Source(
    "mag.html",
    "The long read",
    ("Martin Luther King Jr.",),
    published=D(2019),
    outlet="The Weekly",
    outlet_kind="magazine",
)
BLOG = Source(
    "blog.md",
    "My thoughts",
    ("Jo Blogger",),
    published=D(2022, 1, 2),
    outlet="Jo’s Blog",
    outlet_kind="blog",
    url="https://jo.example/1",
)
RELEASE = Source(
    "release.html",
    "New rail timetable announced",
    published=D(2024, 5, 6),
    outlet="Department of Transport",
    media="press release",
    url="https://transport.example/rail",
)
POST = Source(
    "post.html",
    authors=("Olivia Vance",),
    published=D(2023, 9, 15),
    outlet="X",
    media="post",
    handle="@oliviavance",
    url="https://x.com/oliviavance/status/31415",
    text="Today we start work on the new bridge. It will take three years, and it will be worth it. Thanks to all.",
)
INTERVIEW = Source(
    "talk.html",
    "A talk with Rob",
    ("Jane Smith",),
    published=D(2020, 1, 1),
    outlet="The Weekly",
    outlet_kind="magazine",
    media="interview",
    speakers=("Rob Marlow",),
    url="https://weekly.example/rob",
)
SPEECH = Source(
    "speech.txt",
    "Remarks at the opening of the assembly",
    published=D(2011, 9, 22),
    media="speech",
    speakers=("Ngozi Abara",),
    event="66th General Assembly",
    place="New York, NY",
    url="https://speech.example/abara",
)
TRANSCRIPT = Source(
    "bulletin.txt", "Evening bulletin", ("Carla Lane",), published=D(2024, 6, 3), outlet="BBC One", media="transcript"
)
BOOK = Source(
    "book.epub",
    "The meaning of rumours",
    ("Edmund Marsh",),
    ("Ann Frost",),
    published=D(1953),
    media="book",
    publisher="Hogarth House",
    place="London",
)
BARE = Source("notes/found.txt")
UNDATED = Source(
    "light.html",
    "Inside the last lighthouse",
    ("Chidi Okafor",),
    outlet="The Irish Times",
    url="https://irish.example/light",
    accessed=D(2024, 4, 2),
)
ALL = (NEWS, PAGE, BODY, MAGAZINE, BLOG, RELEASE, POST, INTERVIEW, SPEECH, TRANSCRIPT, BOOK, BARE, UNDATED)

_QUOTE = Quote(
    id="g000000000000000",
    text="",
    speakers=(),
    said_as=None,
    date=None,
    date_kind=None,
    outlet=None,
    via=None,
    kind=Kind.DIRECT,
    part_of=None,
    role=Role.BODY,
    confidence=0.9,
    title=None,
    authors=(),
    published=None,
    url=None,
    document="",
    paragraph=1,
    start=0,
    end=0,
    context="",
    context_start=0,
)


def quote(text: str, *speakers: str, paragraph: int = 4, before: str = "", after: str = "", **more: Any) -> Quote:
    """A quote whose paragraph begins at character 100 of its document."""
    start = 100 + len(before)
    made = _QUOTE._replace(text=text, speakers=speakers, paragraph=paragraph, start=start, end=start + len(text))
    return made._replace(context=before + text + after, context_start=100, **more)


def cited(source: Source, text: str = "We stand together", *speakers: str, **more: Any) -> Cited:
    """That quotation in that source."""
    return Cited(source, quote(text, *speakers, document=source.document, **more))


EVERYTHING = tuple(cited(source, "We stand together", "Rob Marlow", id=f"g{n:015x}") for n, source in enumerate(ALL))
"""One quotation by Rob Marlow in each kind of source."""

# What breaks formats: their own syntax, line breaks of every kind, control and bidi characters, lone surrogates.
_NASTY = st.sampled_from(
    "TY  - |ER  - |\r\nER  - \r\n|{|}|{{|}}|[[|]]|\\|%|$|#|&|_|^|~|~~~~|<!--|-->|<script>|</a>|]]>|&amp;|&lt;|@a{|"
    "=cmd()|+1|-1|@SUM|\t=1|\n=1|: |- |'|\"|“|”|‘|’|«|»|`|```|***|__TOC__|''|'''|<ref>|{{!}}|http://a.b|javascript:|"
    " and |, Jr.|\x00|\x1b[31m|\u2028|\u2029|\x85|\x0b|\x0c|\x1c|\u202e|\ufeff|\ufffe|\ud800|\U0001fffe|😀|習近平|é|"
    "e\u0301|no|null|1e3|2020-10-02|---|...|? |! |\u00a0".split("|")
)
text = st.one_of(st.text(max_size=30), st.lists(st.one_of(_NASTY, st.text(max_size=5)), max_size=8).map("".join))
some_text = text.filter(lambda value: bool(one_line(value)))
dates = st.one_of(
    st.builds(D, st.integers(1, 9999), st.none(), st.none()),
    st.builds(D, st.integers(1, 9999), st.integers(1, 12), st.none()),
    st.builds(D, st.integers(1, 9999), st.integers(1, 12), st.integers(1, 28)),
)
kinds = st.sampled_from(
    ["", "newspaper", "magazine", "journal", "broadcaster", "agency", "site", "blog", "body", "platform"]
)
media = st.sampled_from(
    ["article", "post", "interview", "speech", "transcript", "book", "press release", "blog", "email", "other"]
)
sources = st.builds(
    Source,
    document=text,
    title=st.none() | text,
    authors=st.lists(text, max_size=3).map(tuple),
    editors=st.lists(text, max_size=1).map(tuple),
    published=st.none() | dates,
    updated=st.none() | dates,
    outlet=st.none() | text,
    outlet_kind=kinds,
    url=st.none() | text | text.map("https://a.example/".__add__),
    section=st.none() | text,
    media=media,
    language=st.none() | st.sampled_from(["en", "de-AT", "zh-Hant"]) | text,
    accessed=st.none() | dates,
    archive_url=st.none() | text,
    archived=st.none() | dates,
    via=st.none() | text,
    place=st.none() | text,
    publisher=st.none() | text,
    event=st.none() | text,
    speakers=st.lists(text, max_size=2).map(tuple),
    handle=st.none() | text,
    volume=st.none() | text,
    issue=st.none() | text,
    pages=st.none() | text | st.sampled_from(["12-15", "A1", "xii–xv"]),
    doi=st.none() | text | text.map("10.1000/".__add__),
    kind=st.just("") | st.sampled_from(sorted(works())),
    genre=st.none() | text,
    container=st.none() | text,
    institution=st.none() | text,
    citation=st.none() | text | st.just("[2021] EWHC 12 (Admin)"),
    edition=st.none() | text | st.just("2nd ed."),
    number=st.none() | text,
    translators=st.lists(text, max_size=1).map(tuple),
)


@st.composite
def quotations(draw: st.DrawFn) -> Cited:
    """Any quotation in any source."""
    said = quote(
        draw(some_text),
        *draw(st.lists(text, max_size=2)),
        paragraph=draw(st.integers(0, 99)),
        before=draw(text),
        after=draw(text),
        id=f"g{draw(st.integers(0, 2**32)):015x}",
        date=draw(st.none() | dates),
        date_kind=draw(st.sampled_from(["said", "published"])),
        said_as=draw(st.none() | text),
        via=draw(st.none() | text),
    )
    page = draw(st.none() | st.integers(1, 500))
    return Cited(draw(sources), said, page=page, time=draw(st.none() | st.floats(0, 1e5)))


citations = st.lists(quotations() | sources.map(Cited), max_size=4)
