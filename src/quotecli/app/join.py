"""Use-cases: two names of the store made one speaker's."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from quotecli.app.context import Context
from quotecli.app.correct import now
from quotecli.core.errors import UnknownId, UsageError
from quotecli.core.folding import fold
from quotecli.search import NameHit, fitting, resolve_speaker

if TYPE_CHECKING:
    from quotecli.store import Store

__all__ = ["Joined", "alias", "merge"]


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


def merge(context: Context, name: str, other: str) -> Joined:
    """Make the speaker `name` one with the speaker `other`, whose name is shown.

    Raises:
        UnknownId: the store has no such speaker.
        UsageError: a name may be several speakers'.
    """
    with context.writing(create=False) as store:
        return _join(context, store, "merge", _speaker(store, name), _speaker(store, other))


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


def _join(context: Context, store: Store, action: str, name: str, shown: str) -> Joined:
    before = store.known_as(name)
    also = before if before not in {None, name, shown, store.known_as(shown)} else None
    changed = not before == shown == store.known_as(shown)
    if changed:
        store.link(action, name, shown, made=now(context))
    called = store.index.called(shown)
    return Joined(name, shown, called[2] if called else 0, changed, also)


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


def _fitting(store: Store, name: str) -> list[NameHit]:
    """Return the speakers whose names fit, not those that are merely spelt alike."""
    return [hit for hit in fitting(resolve_speaker(store, name, forgiving=False)) if hit.fits]
