"""Use-case: citations of quotes and of documents, in a CSL style or an export format."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, get_args

from quotecli.app.context import Context
from quotecli.app.listing import ALL
from quotecli.app.naming.formats import Chosen, check_locale, choose
from quotecli.app.naming.given import is_json, names_alone, names_in, records_in
from quotecli.app.naming.ids import last_listing, quotes_named
from quotecli.app.naming.records import quotes_from_records
from quotecli.cite.load import load_items
from quotecli.cite.quoting import As, cite_quotes
from quotecli.cite.quoting import cite_items as cite_list
from quotecli.cite.source import Cited, Source, text_paragraphs
from quotecli.core.errors import StoreError, UnknownFormat, UnknownId, UsageError
from quotecli.core.types import Article, Filters, Kind, Quote, Sort

if TYPE_CHECKING:
    from quotecli.store import Store

Form = As
"""How a quote can be cited."""
FORMS: tuple[Form, ...] = get_args(Form)


def form_asked(name: str, value: str) -> Form:
    """Return the form that is asked for.

    Raises:
        UsageError: it is none; the message has the name of what takes it.
    """
    for form in FORMS:
        if form == value:
            return form
    raise UsageError(f"{name} takes {', '.join(FORMS)}; not {value!r}")


class Choice(NamedTuple):
    """Which quotes of the store to cite.

    Attributes:
        match: a query; None for all that the filters let through.
        filters: see `Filters`.
        limit: quotes at most; 0 for all.
        offset: quotes to leave out first.
        sort: the order; None for relevance.
        reverse: turn the order round.
    """

    match: str | None = None
    filters: Filters = Filters()
    limit: int = 0
    offset: int = 0
    sort: Sort | None = None
    reverse: bool = False


@dataclass(frozen=True, slots=True)
class CiteRequest:
    """What to cite, and how.

    Attributes:
        names: ids, unique prefixes, numbers of lines of the last listing.
        given: text from standard input: ids, or a listing as plain lines, CSV, JSON or JSON Lines; None when not
            asked for.
        chosen: which quotes of the store, where none is named.
        format: a CSL style (short name, id, `.csl` file) or an export format; None for the config's, else APA.
        as_: one of `FORMS`.
        locale: BCP 47 tag; None for the config's, else en-US.
        output: markup of CSL citations: `text`, `html`, `markdown`, `rtf` or `terminal`.
    """

    names: tuple[str, ...] = ()
    given: str | None = None
    chosen: Choice = field(default_factory=Choice)
    format: str | None = None
    as_: Form = "reference"
    locale: str | None = None
    output: str = "text"


@dataclass(frozen=True, slots=True)
class Citations:
    """What `cite` made.

    Attributes:
        entries: citations of a CSL style, in order; or one text, an export's whole file.
        whole: `entries` is one file that is written as it is.
        note: to be said beside the result: what was cited when nothing was named, why there is nothing; or None.
    """

    entries: tuple[str, ...]
    whole: bool
    note: str | None = None


def cite(context: Context, request: CiteRequest) -> Citations:
    """Cite what the request names.

    Raises:
        UnknownId: an id or number that no quote has.
        UnknownFormat: no style or export has this name; near names are in the hint.
        UsageError: there is no such locale, or an indirect quote was to be set as a quotation.
        StoreError: the store is needed and can't be used.
    """
    chosen = _chosen(context, request)
    locale = _locale(context, request)
    cited, note = _what(context, request, quotes_only=request.as_ == "quote" or _of_quotes(chosen))
    if not cited:
        return Citations((), whole=False, note=note)
    indirect = [one.quote.id for one in cited if one.quote and _is_indirect(one)]
    if chosen.exporter:
        # exports carry a quotation as somebody's words; indirect speech is the reporter's, so its source stands alone
        verbatim = [Cited(one.source) if _is_indirect(one) else one for one in cited]
        return Citations((chosen.exporter.export(verbatim),), whole=True, note=note)
    if indirect and request.as_ == "quote":
        raise UsageError(f"{indirect[0]} is indirect speech: nobody's exact words, so it can't be set as a quotation")
    render = _renderer(chosen, locale)
    notes = [note] if note else []
    entries = cite_quotes(
        cited, render, as_=request.as_, style=chosen.style_id, output=request.output, tell=notes.append
    )
    return Citations(tuple(entries), whole=False, note="; ".join(notes) or None)


def cite_items(context: Context, path: Path, request: CiteRequest) -> Citations:
    """Cite the items of a CSL-JSON (or CSL-YAML) file, or of what is given; quotes and the store have no part in it.

    Raises:
        UsageError: the file can't be read, or is no list of CSL items; or there is no such locale.
        UnknownFormat: no style has this name.
    """
    if request.as_ == "quote":
        raise UsageError("a list of items can be cited --as reference, in-text or note")
    text = _text_of(path) if request.given is None else request.given
    chosen = _chosen(context, request)
    if chosen.exporter:
        raise UsageError(f"--items are cited in a CSL style; {chosen.exporter.name} is an export format")
    render = _renderer(chosen, _locale(context, request))
    notes: list[str] = []
    entries = cite_list(load_items(text), render, as_=request.as_, output=request.output, tell=notes.append)
    return Citations(tuple(entries), whole=False, note="; ".join(notes) or None)


def _text_of(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path} can't be read: {getattr(error, 'strerror', None) or 'not UTF-8'}") from None


def _chosen(context: Context, request: CiteRequest) -> Chosen:
    """Return the style or export that is asked for, else that of the config file, which is named where it is none."""
    try:
        return choose(request.format or context.config.style or "apa")
    except UnknownFormat as error:
        if request.format:
            raise
        raise UnknownFormat(f"{error}, as the config file has it", hint=error.hint) from None


def _locale(context: Context, request: CiteRequest) -> str | None:
    locale = request.locale or context.config.locale
    if locale:
        check_locale(locale)
    return locale


def _of_quotes(chosen: Chosen) -> bool:
    return chosen.exporter is not None and chosen.exporter.of_quotes


def _renderer(chosen: Chosen, locale: str | None) -> Callable[[list[dict[str, Any]]], Any]:
    def render(items: list[dict[str, Any]]) -> Any:
        from quotecli.cite.rules import home_locale
        from quotecli.csl import CitationProcessor, CSLError

        try:
            return CitationProcessor(chosen.style, items, locale=locale or home_locale(chosen.style_id) or "en-US")
        except CSLError as error:
            raise UsageError(str(error)) from None

    return render


def _what(context: Context, request: CiteRequest, *, quotes_only: bool) -> tuple[list[Cited], str | None]:
    """Return what to cite, and a note for the user: what was chosen if nothing was named, or why there is nothing.

    With `quotes_only`, for forms in which a source alone says nothing, the whole store is its quotes, not its sources.
    """
    if request.given is not None:
        cited = _given(context, request.given, request.names)
        return cited, None if cited else "standard input names no quotes"
    if request.names:
        return _named(context, request.names), None
    with context.reading() as store:
        if request.chosen != Choice():
            return _cited(store, _matching(store, request.chosen)), None
        last = last_listing(context, store)
        if last is not None:
            note = f"citing the last listing ({_count(len(last), 'quote')})" if last else "the last listing is empty"
            return _cited(store, last), note
        if quotes_only:
            cited = _cited(store, _matching(store, request.chosen))
            return cited, f"citing every quote in the store ({_count(len(cited), 'quote')})"
        documents = [store.article(row.id) for row in store.documents()]
        return [Cited(_source(store, article)) for article in documents], (
            f"citing every source in the store ({_count(len(documents), 'document')})"
        )


def _is_indirect(cited: Cited) -> bool:
    return cited.quote is not None and cited.quote.kind is Kind.INDIRECT


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" + ("" if number == 1 else "s")


def _matching(store: Store, chosen: Choice) -> list[Quote]:
    """Return the quotes that the query and the filters choose."""
    from quotecli.search import search

    found = search(
        store,
        chosen.match or "",
        chosen.filters,
        sort=chosen.sort or Sort.RELEVANCE,
        reverse=chosen.reverse,
        limit=chosen.limit or ALL,
        offset=chosen.offset,
        group=False,
    )
    return [hit.quote for hit in found.hits]


def _cited(store: Store, quotes: Iterable[Quote]) -> list[Cited]:
    articles: dict[str, tuple[Article, Source, list[int]]] = {}
    cited = []
    for quote in quotes:
        if quote.document not in articles:
            article = store.article(quote.document)
            articles[quote.document] = article, _source(store, article), text_paragraphs(article)
        article, source, numbers = articles[quote.document]
        if 0 < quote.paragraph <= len(numbers):
            place, number = article.paragraphs[quote.paragraph - 1], numbers[quote.paragraph - 1]
            cited.append(Cited(source, quote, place.page, place.time, number))
        else:
            cited.append(Cited(source, quote))
    return cited


def _source(store: Store, article: Article) -> Source:
    """Return the document as it is cited, whichever of its quotes are: an interview is by who is asked in it."""
    source = Source.of_article(article, outlet_kind=_outlet_kind(article.outlet))
    if source.media != "interview" or source.speakers:
        return source
    from quotecli.cite.names import same_person

    told = [row.name for row in store.speakers(Filters(document=article.source))]
    asked = tuple(name for name in told if not any(same_person(name, author) for author in source.authors))
    return replace(source, speakers=asked) if len(asked) == 1 else source


def _outlet_kind(outlet: str | None) -> str:
    from quotecli.read.outlets import outlet_kind

    return (outlet_kind(outlet) or "") if outlet else ""


def _given(context: Context, text: str, names: Sequence[str]) -> list[Cited]:
    """Return quotes that are named, and those of standard input: ids, or a listing in any of the forms ours have."""
    if is_json(text) and not names_alone(records_in(text)):
        return [*(_named(context, names) if names else ()), *_from_json(context, text)]
    words = [*names, *names_in(text)]
    return _named(context, words) if words else []


def _named(context: Context, names: Sequence[str]) -> list[Cited]:
    with context.reading() as store:
        return _cited(store, quotes_named(context, store, names))


def _from_json(context: Context, text: str) -> list[Cited]:
    """Look the quotes up by id, for all that the store knows of their documents; else take the JSON at its word."""
    quotes = quotes_from_records(records_in(text))
    try:
        with context.reading() as store:
            cited = []
            for quote in quotes:
                try:
                    cited += _cited(store, [store.quote(quote.id)])
                except UnknownId:
                    cited.append(_alone(quote))
            return cited
    except StoreError:
        return [_alone(quote) for quote in quotes]


def _alone(quote: Quote) -> Cited:
    return Cited(Source.of_quote(quote, outlet_kind=_outlet_kind(quote.outlet)), quote)
