"""What the tools take and give, as JSON schemas: tables, no logic but what puts them together."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from quotecli.core.types import Kind, Role, Sort

__all__ = ["CHECKED", "CITED", "FILTERS", "LISTED", "MEANINGS", "PAGE", "SHOWN", "STATS", "WORDS", "named", "taking"]

Schema = Mapping[str, Any]

LIMIT, MOST = 10, 100
"""Results where nothing is said, and at most."""
_LONGEST_NAME = 300
_DATE = "2020, 2020-10 or 2020-10-02"

WORDS: Schema = {"type": "string", "maxLength": 2000}

FILTERS: dict[str, Schema] = {
    "by": {
        "type": "string",
        "maxLength": _LONGEST_NAME,
        "description": "Only what this speaker said. The name may be partial, a nickname or misspelt.",
    },
    "outlet": {
        "type": "string",
        "maxLength": _LONGEST_NAME,
        "description": "Only what this newspaper, site or broadcaster printed.",
    },
    "since": {"type": "string", "description": f"From this date on: {_DATE}."},
    "until": {"type": "string", "description": f"Up to and with this date: {_DATE}."},
    "on": {"type": "string", "description": f"Within this day, month or year: {_DATE}."},
    "kind": {
        "type": "array",
        "items": {"enum": [kind.value for kind in Kind]},
        "description": "direct; partial: a fragment inside the reporter's sentence; post: of a social network; "
        "indirect: reported without marks, so nobody's exact words. Left out: all but indirect.",
    },
    "document": {"type": "string", "maxLength": 2000, "description": "Only from the document of this path or URL."},
    "min_confidence": {
        "type": "number",
        "minimum": 0,
        "maximum": 1,
        "description": "Only attributions at least this sure; 0.9 leaves out the doubtful ones.",
    },
}
"""The filters of every listing; `serve.arguments` makes `Filters` of them."""

PAGE: dict[str, Schema] = {
    "limit": {"type": "integer", "minimum": 1, "maximum": MOST, "default": LIMIT, "description": "Results at most."},
    "offset": {
        "type": "integer",
        "minimum": 0,
        "maximum": 1_000_000_000,
        "default": 0,
        "description": "Leave out so many first.",
    },
}
SORT: dict[str, Schema] = {
    "sort": {
        "enum": [sort.value for sort in Sort],
        "description": "The order; left out: by relevance where there is a query, else by date.",
    },
    "reverse": {"type": "boolean", "default": False, "description": "Turn the order round."},
}


def taking(properties: Mapping[str, Schema], *required: str) -> dict[str, Any]:
    """Return the schema of a tool's arguments: these and no others."""
    return {
        "type": "object",
        "properties": dict(properties),
        "required": list(required),
        "additionalProperties": False,
    }


def named(schema: Schema, description: str) -> dict[str, Any]:
    """Return a schema with what it means in its place."""
    return {**schema, "description": description}


def _of(kind: str, description: str) -> dict[str, Any]:
    return {"type": kind, "description": description}


def _maybe(kind: str, description: str) -> dict[str, Any]:
    return {"type": [kind, "null"], "description": description}


def _list(items: Schema, description: str) -> dict[str, Any]:
    return {"type": "array", "items": items, "description": description}


_TEXT = {"type": "string"}

QUOTE: dict[str, Any] = {
    "id": _of("string", "stable; name the quote by it"),
    "text": _of("string", "the words inside the quotation marks, verbatim, as the document prints them"),
    "speaker": _maybe("string", "who said it, by canonical name; null when unknown"),
    "speakers": _list(_TEXT, "the same as a list: statements may be joint"),
    "said_as": _maybe("string", "the document's own words for the speaker (“she”, “the report”)"),
    "date": _maybe("string", "YYYY, YYYY-MM or YYYY-MM-DD; see date_kind"),
    "date_kind": {
        "enum": ["said", "published", None],
        "description": "said: the document tells when it was said; published: only when it was printed is known",
    },
    "outlet": _maybe("string", "who printed it"),
    "via": _maybe("string", "where it was first said or posted, when the document tells"),
    "kind": {"enum": [kind.value for kind in Kind], "description": "indirect: not the speaker's exact words"},
    "part_of": _maybe("string", "id of the statement's first piece, where the reporter's words split it"),
    "role": {"enum": [role.value for role in Role], "description": "where it stands in the document"},
    "confidence": _of("number", "0 to 1, that this is the speaker"),
    "title": _maybe("string", "of the document"),
    "author": _list(_TEXT, "of the document"),
    "published": _maybe("string", "date of the document"),
    "url": _maybe("string", "of the document"),
    "document": _of("string", "path or URL it was read from"),
    "paragraph": _of("integer", "number from 1"),
    "start": _of("integer", "offset into the document's text"),
    "end": _of("integer", "offset after its last character"),
    "context": _of("string", "the paragraph it stands in"),
    "doubtful": _of("boolean", "the speaker is known and not sure enough to be told as a fact"),
}
"""The fields of a quote, in order, by their names in `--json`, and `doubtful`."""

CORRECTED = {"printed": _of("string", "there where `text` was corrected by hand: what the document prints instead")}

HIT: dict[str, Any] = {
    "score": _of("number", "0 to 100: how near the query's words are; 100 is the exact words"),
    "matches": _list(_list({"type": "integer"}, "start, end"), "spans of `text` that matched"),
    "also_in": _list(_TEXT, "ids of the same statement in other documents or places"),
}


def _object(properties: Mapping[str, Schema], *optional: str) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": dict(properties),
        "required": [name for name in properties if name not in optional],
    }


_CHANGES = _list(
    _object({"kind": _TEXT, "text": _TEXT, "first": _TEXT}),
    "word by word from the store's words to the given ones: kind is same, added, left out or instead; `first` are the "
    "store's words, `text` the given ones",
)
_NOTE = _maybe("string", "something to know beside the result, such as a name that was taken for another")
_MORE = _of("integer", "so many further results that were not given; `offset` reaches them")

LISTED = _object(
    {
        "quotes": _list(_object({**QUOTE, **CORRECTED, **HIT}, "printed"), "the best first, one of each statement"),
        "more": _MORE,
        "note": _NOTE,
        "suggestions": _list(_TEXT, "nearest words or names, where nothing was found"),
    }
)
SHOWN = _object(
    {
        "quote": _object({**QUOTE, **CORRECTED}, "printed"),
        "why": _maybe("object", "what spoke for the speaker, and who came second"),
        "evidence": _list(_maybe("object", "one candidate"), "where date, outlet, title and author came from"),
    }
)
MEANINGS = {
    "exact": "The store has exactly these words.",
    "formatting only": "The store has these words; only case, accents, marks or words in brackets differ.",
    "truncated": "These words are a part of what was said: the statement goes on, or words are left out.",
    "altered": "The store has nearly these words, or the sense is turned: they are NOT what the document prints.",
    "other speaker": "The store has these words, but SOMEBODY ELSE said them, or not all who are named.",
    "not found": "The store has no such quotation. It may still have been said, in a document that the store lacks.",
    "not checked": "Too short to tell: give more of the words, or the speaker.",
}
"""What each status of a checked quotation means."""

CHECKED = _object(
    {
        "text": _of("string", "the words that were held against the store"),
        "speaker": _maybe("string", "who was supposed to have said them"),
        "status": {"enum": list(MEANINGS)},
        "meaning": _of("string", "the status in a sentence"),
        "quote": {
            **_object({**QUOTE, **CORRECTED}, "printed"),
            "type": ["object", "null"],
            "description": "the store's quote that comes nearest",
        },
        "changes": _CHANGES,
    }
)
CITED = _object({"citations": _list(_TEXT, "in order; of an export format one text, its whole file")})
DOCUMENTS = _object(
    {
        "documents": _list(
            _object(
                {
                    **{name: QUOTE[name] for name in ("document", "title", "author", "outlet", "published", "url")},
                    "quotes": _of("integer", "how many it has, of those that the filters let through"),
                }
            ),
            "in the order of their paths and URLs",
        ),
        "more": _MORE,
        "note": _NOTE,
    }
)
STATS = {"type": "object", "description": "totals of the store"}


def rows(name: str) -> dict[str, Any]:
    """Return the schema of a list of speakers or outlets."""
    row = {
        name[:-1]: _of("string", "canonical name"),
        "quotes": _of("integer", "how many"),
        "documents": _of("integer", "in how many documents"),
        "first": _maybe("string", "earliest date"),
        "last": _maybe("string", "latest date"),
        "spellings": _list(_TEXT, "as documents write the name"),
    }
    return _object({name: _list(_object(row, "spellings"), "who has most quotes first"), "more": _MORE, "note": _NOTE})
