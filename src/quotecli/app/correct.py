"""Use-cases: corrections by hand of quotes and of their documents' facts, the list of all steps, and undoing them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from quotecli.app.context import Context
from quotecli.app.naming.ids import documents_named, quotes_named
from quotecli.core.dates import PartialDate
from quotecli.core.errors import UnknownId, UsageError
from quotecli.core.types import Kind, Quote
from quotecli.store import Amendment

if TYPE_CHECKING:
    from quotecli.store import Correction, Store

__all__ = [
    "OF_DOCUMENTS",
    "OF_QUOTES",
    "Correction",
    "Edited",
    "Edits",
    "NewSpeaker",
    "OtherName",
    "edit",
    "log",
    "now",
    "undo",
]

OF_QUOTES = ("speakers", "date", "via", "kind", "text", "speech")
"""Fields of a quote that can be corrected."""
OF_DOCUMENTS = ("outlet", "published", "title", "authors", "url")
"""Fields of a document that can be corrected."""
_OF_STATEMENTS = ("speakers", "date", "via")
"""Fields that all pieces of one statement share."""


class Edits(NamedTuple):
    """What a correction sets: None leaves a field as it is, an empty value says that it is not known.

    Attributes:
        speakers: canonical names.
        date: when it was said, a partial date.
        via: where it was first said or posted.
        kind: `direct`, `partial`, `post` or `indirect`.
        text: the words; where the document prints them around the quotation, its ends are moved.
        speech: False: it is no quotation at all.
        outlet: who printed the document.
        published: its date.
        title: its title.
        authors: its authors.
        url: its address.
    """

    speakers: tuple[str, ...] | None = None
    date: str | None = None
    via: str | None = None
    kind: str | None = None
    text: str | None = None
    speech: bool | None = None
    outlet: str | None = None
    published: str | None = None
    title: str | None = None
    authors: tuple[str, ...] | None = None
    url: str | None = None


class NewSpeaker(NamedTuple):
    """A name that was given for a speaker and that the store had not; `near` is the nearest that it had, or None."""

    name: str
    near: str | None


class OtherName(NamedTuple):
    """A name that was given for a speaker whom the store shows under another, `shown`."""

    name: str
    shown: str


class Edited(NamedTuple):
    """What an `edit` did.

    Attributes:
        corrections: what was changed; empty where everything stood so already.
        new: names of speakers that the store had not before.
        others: names given that are other names of speakers.
        not_printed: the words of its document that a quote had, where those that were given for it are others.
    """

    corrections: tuple[Correction, ...]
    new: tuple[NewSpeaker, ...] = ()
    others: tuple[OtherName, ...] = ()
    not_printed: str | None = None


def now(context: Context) -> str:
    """Return the present moment as it is written beside a correction."""
    return context.clock().isoformat(timespec="seconds")


def edit(context: Context, names: Sequence[str], edits: Edits) -> Edited:
    """Correct the quotes of these ids or line numbers, and the facts of their documents, in one step.

    What concerns a whole statement (its speaker, date, and where it was said) is corrected in all its pieces. A
    document may also be named by its path or URL.

    Raises:
        UsageError: nothing is to be changed, a value is none, or the words are given for several quotes.
        UnknownId: there is no such quote or document; nothing was changed.
    """
    values = _values(edits)
    if not values:
        raise UsageError("say what to correct", hint="for instance --speaker NAME or --outlet NAME")
    of_quotes = {field: value for field, value in values.items() if field in OF_QUOTES}
    of_documents = {field: value for field, value in values.items() if field in OF_DOCUMENTS}
    with context.writing(create=False) as store:
        quotes, documents = _targets(context, store, names)
        if of_quotes and documents:
            raise UsageError(f"{documents[0]} is a document: name the quotes whose words or speaker to correct")
        if "text" in of_quotes and len(quotes) > 1:
            raise UsageError("--text is for one quote")
        amendments = [*_of_quotes(store, quotes, of_quotes)] if of_quotes else []
        if of_documents:
            sources = dict.fromkeys([*documents, *(quote.document for quote in quotes)])
            amendments += [Amendment(source, None, of_documents) for source in sources]
        new = tuple(_new_speakers(store, of_quotes.get("speakers", ())))
        corrections = tuple(store.amend(amendments, made=now(context)))
        reworded = "text" in of_quotes and corrections and of_quotes.get("speech", True)
        others = tuple(_other_names(store, of_quotes.get("speakers", ())))
        taken = {one.name for one in others}  # for a speaker's that the store has
        new = tuple(one for one in new if one.name not in taken)
        return Edited(corrections, new, others, store.quote(quotes[0].id).printed if reworded else None)


def _other_names(store: Store, names: Iterable[str]) -> Iterable[OtherName]:
    for name in names:
        if (shown := store.known_as(name)) not in {None, name}:
            yield OtherName(name, str(shown))


def _new_speakers(store: Store, names: Iterable[str]) -> Iterable[NewSpeaker]:
    from quotecli.search import resolve_speaker

    for name in names:
        if store.known_as(name) is None:
            yield NewSpeaker(name, next((hit.name for hit in resolve_speaker(store, name, 1)), None))


def _values(edits: Edits) -> dict[str, Any]:
    """Return the fields that are given, as the store takes them."""
    given = {field: value for field, value in edits._asdict().items() if value is not None}
    for field in ("speakers", "authors"):
        if field in given:
            given[field] = [name.strip() for name in given[field] if name.strip()]
    for field in ("date", "via", "text", "outlet", "published", "title", "url"):
        if field in given:
            given[field] = given[field].strip() or None
    for field in ("date", "published"):
        if given.get(field):
            given[field] = _date(given[field])
    if given.get("kind", Kind.DIRECT) not in set(Kind):
        raise UsageError(f"there is no kind {given['kind']!r}: it is one of {', '.join(Kind)}")
    if "text" in given and not given["text"]:
        raise UsageError("a quote without words is none: leave it out with --no-quotation")
    if given.get("outlet"):
        given["outlet"] = _canonical(given["outlet"])
    return given


def _date(text: str) -> str:
    date = PartialDate.parse(text)
    if date is None:
        raise UsageError(f"{text!r} is no date: write 2020, 2020-10 or 2020-10-02")
    return str(date)


def _canonical(outlet: str) -> str:
    from quotecli.read.outlets import find_outlet

    known = find_outlet(outlet)
    return known.name if known else outlet


def _targets(context: Context, store: Store, names: Sequence[str]) -> tuple[list[Quote], list[str]]:
    """Return the quotes and the documents of these names."""
    quotes: list[Quote] = []
    documents: list[str] = []
    for name in names:
        try:
            quotes += quotes_named(context, store, [name])
        except UnknownId as error:
            named = documents_named(store, name)
            if not named:
                raise UnknownId(str(error), hint=_NAMED) from None
            documents += named
    return quotes, documents


def _of_quotes(store: Store, quotes: Sequence[Quote], value: dict[str, Any]) -> Iterable[Amendment]:
    """Return what is to be changed: of each quote, and what concerns the statement of its other pieces."""
    whole = {field: one for field, one in value.items() if field in _OF_STATEMENTS}
    named = {quote.id for quote in quotes}
    done: set[str] = set()
    for quote in quotes:
        yield Amendment(quote.document, quote.id, value)
        for piece in _pieces(store, quote) if whole else ():
            if piece.id not in named | done:
                done.add(piece.id)
                yield Amendment(piece.document, piece.id, whole)


def _pieces(store: Store, quote: Quote) -> list[Quote]:
    """Return all pieces of the statement that a quote is one of."""
    head = quote.part_of or quote.id
    return [other for other in store.quotes_of(quote.document) if head in (other.id, other.part_of)]


def log(context: Context) -> list[Correction]:
    """Return all corrections made by hand, oldest first."""
    with context.reading() as store:
        return store.corrections()


def undo(context: Context, steps: Sequence[int] = ()) -> list[Correction]:
    """Undo these steps, or the last one that stands; return their corrections, none where nothing is left to undo.

    Raises:
        UsageError: there is no such step, or it is undone already.
    """
    with context.writing(create=False) as store:
        made = store.corrections()
        standing = {one.step for one in made if one.undone is None}
        if not steps and not standing:
            return []
        for step in steps:
            if step not in standing:
                told = any(one.step == step for one in made)
                raise UsageError(f"step {step} is undone already" if told else f"there is no step {step}", hint=_LOG)
        undone: list[Correction] = []
        for step in sorted(set(steps) or {max(standing)}, reverse=True):
            undone += store.undo(step, made=now(context))
        return undone


_NAMED = "a document is named by its path or URL, as `quotes documents` lists it"
_LOG = "`quotes log` lists the steps"
