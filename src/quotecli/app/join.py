"""Use-cases: two names of the store made one speaker's, or two speakers'."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from quotecli.app.context import Context
from quotecli.app.correct import now
from quotecli.core.errors import UnknownId, UsageError
from quotecli.core.folding import fold
from quotecli.search import NameHit, fitting, resolve_speaker

if TYPE_CHECKING:
    from quotecli.store import Store

__all__ = ["Joined", "Parted", "alias", "merge", "part"]


class Joined(NamedTuple):
    """What a `merge` or an `alias` did.

    Attributes:
        name: the name that now leads to the other.
        shown: the name that the speaker is shown under.
        quotes: how many quotes the speaker has now.
        changed: False where it was so already.
        also: another speaker whose name it was, and who is joined with it; None where it was nobody else's.
    """

    name: str
    shown: str
    quotes: int
    changed: bool
    also: str | None = None


class Parted(NamedTuple):
    """What a `part` did.

    Attributes:
        name: a name.
        other: the name that is another speaker's.
        quotes: how many quotes each of the two speakers has now.
        changed: False where it was so by hand already.
    """

    name: str
    other: str
    quotes: tuple[int, int]
    changed: bool


def merge(context: Context, name: str, other: str) -> Joined:
    """Make the speaker `name` one with the speaker `other`, whose name is shown.

    A whole name that fits the speaker `name` alone, and that no document has, is what the speaker is shown under then.

    Raises:
        UnknownId: the store has no such speaker.
        UsageError: a name may be several speakers'.
    """
    other = other.strip()
    with context.writing(create=False) as store:
        one, two = _speaker(store, name), _speaker(store, other)
        if one == two and fold(other) != fold(two) and " " in other and not other.islower():
            two = other
        return _join(context, store, "merge", one, two)


def alias(context: Context, name: str, other: str) -> Joined:
    """Let `name` lead to the speaker `other`; it need not stand in the store.

    Raises:
        UnknownId: the store has no speaker `other`.
        UsageError: a name may be several speakers', or is empty.
    """
    name, other = name.strip(), other.strip()
    if not name or not other:
        raise UsageError("a name is empty")
    with context.writing(create=False) as store:
        try:
            shown = _speaker(store, other)
        except UnknownId as error:
            if store.known_as(name):  # the other way round is a guess: it would show quotes under a name unasked
                raise UnknownId(str(error), hint=f"for another name of {name}: alias {other!r} {name!r}") from None
            raise
        return _join(context, store, "alias", name, shown)


def part(context: Context, name: str, other: str) -> Parted:
    """Keep two names of the store apart: they are two speakers', also where the store would link them by itself.

    Raises:
        UnknownId: the store has no such name.
        UsageError: a name may be several speakers', or the two are one name.
    """
    with context.writing(create=False) as store:
        name, other = _spelling(store, name), _spelling(store, other)
        if name == other:
            raise UsageError(f"{name!r} is one name: say the two names as the documents have them", hint=_NAMES)
        parted = any(
            one.action == "part" and not one.undone and {name, other} == set(one.value.values())
            for one in store.corrections()
        )
        changed = not parted or store.known_as(name) == store.known_as(other)
        if changed:
            store.link("part", name, other, made=now(context))
        return Parted(name, other, (_quotes(store, name), _quotes(store, other)), changed)


_NAMES = "`quotes speakers --json` has all names of each speaker, as `spellings`"


def _join(context: Context, store: Store, action: str, name: str, shown: str) -> Joined:
    before = store.known_as(name)
    also = before if before not in {None, name, shown, store.known_as(shown)} else None
    changed = not before == shown == store.known_as(shown)
    if changed:
        store.link(action, name, shown, made=now(context))
    return Joined(name, shown, _quotes(store, shown), changed, also)


def _quotes(store: Store, name: str) -> int:
    """Return how many quotes whoever has this name has."""
    called = store.index.called(name)
    return called[2] if called else 0


def _speaker(store: Store, name: str) -> str:
    """Return the name, as the store has it, of the one speaker that a name means."""
    if store.known_as(name):
        return name
    hits = _fitting(store, name)
    whole = [hit for hit in hits if fold(hit.name) == fold(name)]  # "ruiz" is Ruiz, though Ana Ruiz fits as well
    if len(whole) == 1:
        return whole[0].name
    if len(hits) > 1:
        raise UsageError(f"{name!r} may be {' or '.join(hit.name for hit in hits[:5])}: say which")
    if not hits:
        near = ", ".join(hit.name for hit in resolve_speaker(store, name, 3))
        raise UnknownId(f"the store has no speaker {name!r}", hint=f"did you mean {near}?" if near else None)
    return hits[0].name


def _spelling(store: Store, name: str) -> str:
    """Return the name that is meant, as the store has it: it need not be the one that its speaker is shown under."""
    shown = _speaker(store, name)
    called = store.index.called(shown)
    alike = [one for one in store.index.names_of(called[0]) if fold(one) == fold(name)] if called else []
    return shown if shown == name or not alike else alike[0]


def _fitting(store: Store, name: str) -> list[NameHit]:
    """Return the speakers whose names fit, not those that are merely spelt alike."""
    return [hit for hit in fitting(resolve_speaker(store, name, forgiving=False)) if hit.fits]
