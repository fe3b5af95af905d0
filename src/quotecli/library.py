"""The library's own functions: what the commands do, for Python."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

from quotecli.core.dates import PartialDate, date_asked
from quotecli.core.errors import ReadError, UsageError
from quotecli.core.types import Article, Filters, Hit, Quotation, Quote, Sort, confidence_asked, kinds_asked
from quotecli.read import Bounds, ReadFailure, ReadOptions, article_from_text, iter_sources
from quotecli.read import read as read_ref
from quotecli.read.metadata.dates import parse_date
from quotecli.store import Store

if TYPE_CHECKING:
    import datetime as dt

    from quotecli.app.check import CheckedQuotation


class Said(TypedDict, total=False):
    """What the caller knows of the documents of a source, and how to read it; see `ReadOptions`.

    Attributes:
        outlet: who printed them.
        date: when they were published.
        author: the author's name, or several.
        title: title of the document.
        url: its canonical URL.
        force_meta: the five above override what a document says; otherwise they fill in what it doesn't say.
        include: globs; in folders only files that match one of them are read.
        exclude: globs; in folders what matches one of them is left out.
        field_map: our field → the field's name in records (`{"text": "body"}`).
        outlets_file: the caller's own table of outlets.
        cache_file: where the validators of fetched feeds and pages are kept.
        bounds: limits on size, nesting and time.
    """

    outlet: str | None
    date: str | None
    author: str | Sequence[str]
    title: str | None
    url: str | None
    force_meta: bool
    include: Sequence[str]
    exclude: Sequence[str]
    field_map: Mapping[str, str]
    outlets_file: Path | None
    cache_file: Path | None
    bounds: Bounds


def _options(said: Said) -> ReadOptions:
    """Return how to read; one name alone is one name, not its letters, and a date has to be one."""
    date = said.get("date")
    if date and date.strip() and parse_date(date) is None:
        raise UsageError(f"date takes a date such as 2020, 2020-10 or 2020-10-02, not {date!r}")
    plain = {**said}
    for name in ("author", "include", "exclude"):
        if name in plain:
            plain[name] = _texts(said[name])
    return ReadOptions(**plain)  # type: ignore[arg-type]


def _texts(given: str | Iterable[str]) -> tuple[str, ...]:
    return (given,) if isinstance(given, str) else tuple(given)


def read(source: str | Path, **said: Unpack[Said]) -> Article:
    """Return the one document of a source: a file, `-` for standard input, an http(s) URL.

    Args:
        source: what to read.
        said: what the caller knows of the document (`outlet`, `date`, `author`, `title`, `url`), whether it goes before
            what the document says itself (`force_meta`), and how to read it; see `Said`.

    Raises:
        ReadError: it can't be read.
        UsageError: it holds several documents, or none (see `read_all`), or the date that is said is none.
    """
    documents = list(islice(read_all(source, **said), 2))
    if len(documents) != 1:
        raise UsageError(
            f"{source} holds {'several documents' if documents else 'no document'}; read_all() reads any number"
        )
    return documents[0]


def read_all(source: str | Path, *, skip_unreadable: bool = False, **said: Unpack[Said]) -> Iterator[Article]:
    """Yield the documents of a source of any kind: also of folders, archives, feeds, JSON Lines.

    Args:
        source: what to read.
        skip_unreadable: leave out what can't be read instead of raising.
        said: as for `read`.

    Raises:
        ReadError: something in the source can't be read.
        UsageError: the date that is said is none.
    """
    options = _options(said)
    for ref in iter_sources([str(source)], options):
        for result in [ref] if isinstance(ref, ReadFailure) else read_ref(ref, options):
            if isinstance(result, Article):
                yield result
            elif result.lost and not skip_unreadable:
                raise _unreadable(result)


def article(
    text: str,
    *,
    title: str | None = None,
    outlet: str | None = None,
    date: str | None = None,
    author: str | Sequence[str] = (),
    url: str | None = None,
    id: str = "",  # noqa: A002 (the field's name in JSON Lines)
    source: str = "",
) -> Article:
    """Return an article of plain text; offsets of its quotations are offsets into `text`.

    Args:
        text: the whole text.
        title: its title.
        outlet: who printed it.
        date: when it was published; what is no date counts as unknown.
        author: the author's name, or several.
        url: its canonical URL.
        id: its own id, which names it in any store where it has no URL; else a digest of the text does.
        source: the path or URL that a store shows it under; else the URL or the id.
    """
    return article_from_text(
        text, title=title, outlet=outlet, date=date, author=_texts(author), url=url, key=id, source=source
    )


def find_quotes(article: Article, *, indirect: bool = False, explain: bool = False) -> list[Quotation]:
    """Return the quotations of an article in order, each with its speaker and how sure that is.

    Args:
        article: the document, from `read` or `article`; offsets of the result are into `article.text`.
        indirect: also return what is reported without quotation marks, as kind `indirect`.
        explain: fill `Quotation.why`.

    Raises:
        UsageError: it is no article, but a text or a path: only the caller knows which of the two.
    """
    from quotecli.find import find_quotes as find

    return find(_article(article), indirect=indirect, explain=explain)


def _article(given: Article) -> Article:
    if isinstance(given, Article):
        return given
    raise UsageError(
        f"an article is wanted here, not {type(given).__name__}:"
        " quotecli.article(text) makes one of a text, quotecli.read(path) of a file"
    )


def add(store: Store, source: str | Path, *, skip_unreadable: bool = False, **said: Unpack[Said]) -> int:
    """Read a source, find its quotations and store them; return how many quotes its documents have now.

    As `quotes add` does it: documents that the store has as they are aren't read again, and what was said of one
    before holds until something else is said.

    Args:
        store: an open store.
        source: what to read, as for `read_all`.
        skip_unreadable: leave out what can't be read instead of raising.
        said: as for `read`.

    Raises:
        ReadError: something in the source can't be read; what came before it is stored.
        StoreError: the store can't be written.
        UsageError: the date that is said is none.
    """
    from quotecli.app.add import AddRequest, steps
    from quotecli.app.intake.together import Stored

    request = AddRequest((str(source),), _options(said), jobs=1)  # a library starts no processes unasked
    quotes = 0
    unread: list[str] = []
    for step in steps(store, iter_sources(request.sources, request.options), request):
        if isinstance(step, ReadFailure) and step.lost and not skip_unreadable:
            raise _unreadable(step)
        if isinstance(step, Stored):
            quotes += step.quotes
            if step.status == "unchanged" and not step.quotes:
                unread.append(step.source)
    if not unread:
        return quotes
    held = {row.source: row.quotes for row in store.documents()}
    return quotes + sum(held.get(document, 0) for document in unread)


def _unreadable(failure: ReadFailure) -> ReadError:
    return ReadError(f"{failure.display}: {failure.error}")


def search(
    store: Store,
    query: str = "",
    *,
    limit: int | None = 20,
    offset: int = 0,
    sort: Sort | str = Sort.RELEVANCE,
    reverse: bool = False,
    by: str | None = None,
    outlet: str | None = None,
    since: str | int | dt.date | PartialDate | None = None,
    until: str | int | dt.date | PartialDate | None = None,
    on: str | int | dt.date | PartialDate | None = None,
    kinds: str | Iterable[str] = (),
    document: str | None = None,
    min_confidence: float = 0.0,
) -> list[Hit]:
    """Return the quotes that fit a query, the best first; an empty query lists what the filters let through.

    Args:
        store: an open store.
        query: words, "exact words", filters such as `by:rob`; any text is legal.
        limit: hits at most; None for all.
        offset: hits to leave out at the beginning.
        sort: the order, a `Sort` or its name.
        reverse: turn the order round.
        by: a speaker's name, partial, a nickname or misspelt.
        outlet: an outlet's name, short or misspelt.
        since: from this date on: `"2020"`, `"2020-10"`, `"2020-10-02"`, 2020, a `datetime.date` or a `PartialDate`.
        until: up to and with this date.
        on: within this day, month or year.
        kinds: one kind or several, each a `Kind` or its name; none means all but indirect speech.
        document: path or URL of a document, or an unambiguous part of it.
        min_confidence: least confidence of the attribution, 0 to 1.

    Raises:
        UsageError: a date, a kind, the order, the confidence, the limit or the offset is none.
        StoreError: the store can't be read.
    """
    from quotecli.app.listing import ALL
    from quotecli.search import search as find

    if sort not in set(Sort):
        raise UsageError(f"sort takes {', '.join(Sort)}; not {sort!r}")
    filters = Filters(
        by=by,
        outlet=outlet,
        since=date_asked("since", since),
        until=date_asked("until", until),
        on=date_asked("on", on),
        kinds=kinds_asked("kinds", _texts(kinds)),
        document=document,
        min_confidence=confidence_asked("min_confidence", min_confidence),
    )
    most = ALL if limit is None else limit
    with store.at_one_moment():
        found = find(store, query, filters, sort=Sort(sort), reverse=reverse, limit=most, offset=offset, group=False)
    return list(found.hits)


def check(store: Store, article: Article) -> list[CheckedQuotation]:
    """Hold every quotation of a manuscript against the store; return them in order, each with what the store says.

    As `quotes check` does it; a manuscript that the store holds as a document is not held against itself.

    Args:
        store: an open store.
        article: the manuscript, from `read` or `article`.

    Raises:
        StoreError: the store can't be read.
        UsageError: it is no article, but a text or a path.
    """
    from quotecli.app.check import check_article

    manuscript = _article(article)
    with store.at_one_moment():
        return check_article(store, manuscript)


def cite(
    store: Store,
    quotes: str | Iterable[str | Quote | Hit],
    style: str | Path = "apa",
    *,
    form: str = "reference",
    locale: str | None = None,
    output: str = "text",
) -> list[str]:
    """Return citations of quotes of the store, as `quotes cite` makes them: in order, of an export format one text.

    Args:
        store: an open store.
        quotes: what to cite: ids or their beginnings, quotes, or hits of a search.
        style: a CSL style by its short name, id or `.csl` file, or an export format (`bibtex`, `ris` …).
        form: `reference` (a list of works, sorted as the style says), `in-text`, `note`, or `quote` (the quotation,
            set as the style wants it, with its citation).
        locale: BCP 47 tag; None for the style's own, else en-US.
        output: markup of a style's citations: `text`, `html`, `markdown`, `rtf` or `terminal`.

    Raises:
        UnknownId: the store has no such quote.
        UnknownFormat: no style or export format has this name; near names are in the hint.
        UsageError: there is no such form, locale or output.
        StoreError: the store can't be read.
    """
    from quotecli.app.cite import CiteRequest, form_asked
    from quotecli.app.cite import cite as made
    from quotecli.app.config import StorePlace
    from quotecli.app.context import Context
    from quotecli.csl import CSLError

    as_ = form_asked("form", form)
    wanted = [quotes] if isinstance(quotes, str) else quotes
    ids = tuple(one if isinstance(one, str) else _quote(one).id for one in wanted)
    if not ids:
        return []
    context = Context(StorePlace(store.path, "the library"), remembers=False)
    request = CiteRequest(ids, format=str(style), as_=as_, locale=locale, output=output)
    try:
        return list(made(context, request).entries)
    except CSLError as error:  # the markup is none
        raise UsageError(str(error)) from None


def _quote(found: Quote | Hit) -> Quote:
    return found.quote if isinstance(found, Hit) else found
