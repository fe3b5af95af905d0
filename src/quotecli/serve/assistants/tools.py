"""The tools: what each is for, what it takes and gives, and the use-case that it calls. None changes what is stored."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, NamedTuple, TypeVar

from quotecli.app import holdings
from quotecli.app.context import Context
from quotecli.app.listing import ListingRequest
from quotecli.app.naming.taken import names_taken
from quotecli.app.nothing import missing
from quotecli.core.errors import UnknownFormat
from quotecli.core.types import Filters
from quotecli.serve.assistants import answers, schemas
from quotecli.serve.assistants.answers import Answer
from quotecli.serve.assistants.arguments import filters_of, page_of, sort_of
from quotecli.show.holdings import listed_document_record, outlet_record, speaker_record

__all__ = ["TOOLS", "Tool"]

Given = Mapping[str, Any]
Row = TypeVar("Row")


class Tool(NamedTuple):
    """One tool.

    Attributes:
        name: what it is called by.
        title: for people.
        description: for the assistant: when to use it, and what comes back.
        takes: schema of its arguments.
        gives: schema of its structured result.
        call: the use-case, given arguments that fit.
    """

    name: str
    title: str
    description: str
    takes: dict[str, Any]
    gives: dict[str, Any]
    call: Callable[[Context, Given], Answer]


def _request(given: Given) -> ListingRequest:
    limit, offset = page_of(given)
    return ListingRequest(
        query=given.get("query", ""),
        filters=filters_of(given),
        limit=limit,
        offset=offset,
        sort=sort_of(given),
        reverse=given.get("reverse", False),
    )


def _search(context: Context, given: Given) -> Answer:
    from quotecli.app.listing import search_quotes

    request = _request(given)
    nothing = f"nothing found for {request.query}" if request.query.strip() else "nothing found"
    return answers.listed(search_quotes(context, request), request.offset, nothing)


def _by(context: Context, given: Given) -> Answer:
    from quotecli.app.by_name import by_speaker

    request = _request(given)
    found = by_speaker(context, [given["speaker"]], request)
    return answers.listed(found, request.offset, f"nothing found by {given['speaker']}")


def _show(context: Context, given: Given) -> Answer:
    from quotecli.app.detail import details

    return answers.shown(details(context, [given["id"]], why=True)[0])


def _check(context: Context, given: Given) -> Answer:
    from quotecli.app.check import check_words

    return answers.checked(check_words(context, given["text"], given.get("speaker")))


def _cite(context: Context, given: Given) -> Answer:
    from quotecli.app.cite import CiteRequest, cite, form_asked

    style = given.get("format")
    if style and style.strip().lower().endswith(".csl"):  # would be read from the disk, and that is the user's to ask
        raise UnknownFormat(f"no citation style or export format is called {style!r}")
    as_ = form_asked("as", given.get("as", "reference"))
    request = CiteRequest(names=tuple(given["ids"]), format=style, as_=as_)
    return answers.cited(cite(context, request))


def _speakers(context: Context, given: Given) -> Answer:
    return _who(context, given, "speakers", holdings.speakers, speaker_record)


def _outlets(context: Context, given: Given) -> Answer:
    return _who(context, given, "outlets", holdings.outlets, outlet_record)


def _documents(context: Context, given: Given) -> Answer:
    return _who(context, given, "documents", holdings.documents, listed_document_record)


def _who(
    context: Context,
    given: Given,
    name: str,
    rows: Callable[[Context, Filters], list[Row]],
    record: Callable[[Row], dict[str, Any]],
) -> Answer:
    filters = filters_of(given)
    records = [record(row) for row in rows(context, filters)]
    why = partial(missing, context, ListingRequest(filters=filters, limit=1))
    return answers.who(records, name, page_of(given), why, names_taken(context, filters))


def _stats(context: Context, given: Given) -> Answer:
    del given
    return answers.totals(holdings.stats(context))


_ID = {"type": "string", "minLength": 1, "maxLength": 100}
_LISTING = {**schemas.FILTERS, **schemas.PAGE, **schemas.SORT}
_QUERY = schemas.named(
    schemas.WORDS,
    "The words as far as they are remembered; misspelt, missing and swapped ones are forgiven. "
    'Words in "…" are looked for exactly.',
)
_SPEAKER = {"type": "string", "minLength": 1, "maxLength": 300}

TOOLS = (
    Tool(
        "search_quotes",
        "Search quotes",
        "Find who said something, where and in which exact words. Searches the words of all stored quotations; without "
        "a query it lists what the filters let through. Use it first whenever a quotation has to be found or grounded.",
        schemas.taking({"query": _QUERY, **_LISTING}),
        schemas.LISTED,
        _search,
    ),
    Tool(
        "quotes_by_speaker",
        "What a speaker said",
        "List what one person or body said, optionally about something. Where the name fits several speakers, each is "
        "listed; a name that is taken for another is told in `note`.",
        schemas.taking(
            {
                "speaker": schemas.named(
                    _SPEAKER, "The name: partial, a nickname, misspelt or without accents will do."
                ),
                "query": schemas.named(schemas.WORDS, "Words to look for in what was said."),
                **{name: schema for name, schema in _LISTING.items() if name != "by"},
            },
            "speaker",
        ),
        schemas.LISTED,
        _by,
    ),
    Tool(
        "show_quote",
        "Show a quote",
        "One quote whole: its paragraph, its source, both dates, and the evidence for its speaker, date and outlet, "
        "with the runner-up. Use it before relying on an attribution, above all a doubtful one.",
        schemas.taking({"id": schemas.named(_ID, "The quote's id, or a unique beginning of it.")}, "id"),
        schemas.SHOWN,
        _show,
    ),
    Tool(
        "check_quotation",
        "Check a quotation",
        "Hold one quotation against the store before it is printed: exact, formatting only, truncated, altered (the "
        "words that differ are told), other speaker, not found, or not checked (too short to tell).",
        schemas.taking(
            {
                "text": {
                    "type": "string",
                    "minLength": 1,
                    "maxLength": 20_000,
                    "description": "The quoted words alone, without “she said”; marks around them don't matter.",
                },
                "speaker": schemas.named(_SPEAKER, "Who is supposed to have said it."),
            },
            "text",
        ),
        schemas.CHECKED,
        _check,
    ),
    Tool(
        "cite_quotes",
        "Cite quotes",
        "Citations of quotes in any of 10,000 CSL styles or as an export for a reference manager or wiki.",
        schemas.taking(
            {
                "ids": {
                    "type": "array",
                    "items": _ID,
                    "minItems": 1,
                    "maxItems": schemas.MOST,
                    "description": "Ids of quotes.",
                },
                "format": {
                    "type": "string",
                    "minLength": 1,
                    "maxLength": 200,
                    "description": "A CSL style (apa, mla, chicago-notes, ieee …) or an export (bibtex, ris, csl-json, "
                    "wikipedia, markdown …). Left out: the user's own, else apa.",
                },
                "as": {
                    "enum": ["reference", "in-text", "note", "quote"],
                    "default": "reference",
                    "description": "reference: a list of works; in-text or note: the citation; quote: the quotation "
                    "set as the style wants it, with its citation.",
                },
            },
            "ids",
        ),
        schemas.CITED,
        _cite,
    ),
    Tool(
        "list_speakers",
        "List speakers",
        "The speakers in the store, who said most first, with how much and when.",
        schemas.taking({**schemas.FILTERS, **schemas.PAGE}),
        schemas.rows("speakers"),
        _speakers,
    ),
    Tool(
        "list_outlets",
        "List outlets",
        "The newspapers, sites and broadcasters in the store, who printed most first, with how much and when.",
        schemas.taking({**schemas.FILTERS, **schemas.PAGE}),
        schemas.rows("outlets"),
        _outlets,
    ),
    Tool(
        "list_documents",
        "List documents",
        "The documents in the store: what each is called, who wrote and printed it, when, and how many quotes it has. "
        "To know what an answer rests on; the argument `document` of other tools takes a path or URL of this list.",
        schemas.taking({**schemas.FILTERS, **schemas.PAGE}),
        schemas.DOCUMENTS,
        _documents,
    ),
    Tool(
        "store_stats",
        "What the store holds",
        "How many documents, quotes, speakers and outlets the store has, and from when to when. What it lacks may "
        "still have been said elsewhere.",
        schemas.taking({}),
        schemas.STATS,
        _stats,
    ),
)
