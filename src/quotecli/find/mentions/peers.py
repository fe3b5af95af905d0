"""Reads "the Duchess of Arden" as a name, where the text gives nobody who may bear the title a name of their own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quotecli.core.folding import fold
from quotecli.find.mentions.mention import Mention
from quotecli.find.mentions.tokens import Stream
from quotecli.find.words.lexicon import gender_of_given

_PEERS = {
    "duke": "m",
    "earl": "m",
    "marquess": "m",
    "viscount": "m",
    "countess": "f",
    "duchess": "f",
    "marchioness": "f",
    "viscountess": "f",
}
"""Titles that their bearers are called by, with the place, and their genders."""
_ROYAL = {"king": "m", "lord": "m", "prince": "m", "sir": "m", "dame": "f", "lady": "f", "princess": "f", "queen": "f"}
"""Titles before the names of those who may be dukes and duchesses as well."""


def name_peers(stream: Stream, mentions: Sequence[Mention]) -> list[Mention]:
    """Return the mentions, those of peers as names where nobody else may be meant; what stood in them is left out."""
    if _PEERS.keys().isdisjoint(stream.distinct):
        return list(mentions)
    peers = dict(_peers(stream, mentions))
    named = {gender for mention in mentions for gender in _may_bear(mention)}
    named |= {_PEERS[mentions[at].role] for at in peers if _is_apposed(stream, mentions, at)}
    found: list[Mention] = []
    for at, mention in enumerate(mentions):
        title = peers.get(at)
        if title is not None and _PEERS[mention.role] not in named:
            mention.kind, mention.words = "name", title
        elif found and mention.modifies and mention.last <= found[-1].last and _PEERS.keys() & found[-1].words[:1]:
            continue  # "Arden", inside
        found.append(mention)
    return found


def _peers(stream: Stream, mentions: Sequence[Mention]) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Yield the index of each noun that is a title with its place, and its words folded: duchess, of, arden."""
    for at, mention in enumerate(mentions):
        if mention.kind != "noun" or mention.role not in _PEERS or mention.possessive:
            continue
        if mention.role not in stream.lows[mention.first : mention.last]:
            continue  # of another language
        words = stream.words[stream.lows.index(mention.role, mention.first) : mention.last]
        if len(words) > 2 and words[1] == "of" and words[0].istitle() and words[-1].istitle():
            yield at, tuple(map(fold, words))


def _may_bear(mention: Mention) -> Iterator[str]:
    """Yield the gender of a royal title before a name, and of a given name that stands alone: "Meghan"."""
    if mention.kind != "name":
        return
    if mention.role in _ROYAL:
        yield _ROYAL[mention.role]
    if len(mention.words) == 1 and (gender := gender_of_given(mention.words[0])) and not mention.modifies:
        yield gender


def _is_apposed(stream: Stream, mentions: Sequence[Mention], at: int) -> bool:
    """Tell whether a name stands beside a title, behind a comma: "Rupert Vane, Duke of Arden"."""
    mention, lows = mentions[at], stream.lows
    before = at > 0 and mentions[at - 1].kind == "name" and mentions[at - 1].last == mention.first - 1
    if before and lows[mention.first - 1] == ",":
        return True
    behind = (other for other in mentions[at + 1 : at + 3] if other.first == mention.last + 1)
    return lows[mention.last : mention.last + 1] == [","] and any(other.kind == "name" for other in behind)
