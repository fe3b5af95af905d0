"""Words that newspapers are named by, and whether a name is one paper's."""

from __future__ import annotations

from quotecli.core.folding import fold

PAPERS = frozenset(
    "herald guardian times mirror sun telegraph independent observer mail express star standard echo chronicle tribune"
    " gazette courier post globe examiner journal argus dispatch enquirer inquirer mercury messenger monitor scotsman"
    " sentinel spectator statesman bulletin clarion ledger economist atlantic intercept verge hill wire".split()
)
"""Newspapers that are named by one word behind "the"; many of these words mean persons and things as well."""
_PERIODICALS = PAPERS | frozenset(
    "daily weekly news press review magazine record advertiser reporter today register advocate beacon"
    " intelligencer".split()
)


def names_paper(name: str) -> bool:
    """Tell whether a name of several words is a periodical's by one of them: "Port Ellis Courier"."""
    words = fold(name).replace("-", " ").split()
    return len(words) > 1 and not _PERIODICALS.isdisjoint(words)


_ABOUT = frozenset("news online magazine newspaper".split())
"""Words that a name goes with or without: "New York magazine", "BBC News"."""


def names_outlet(name: str, outlet: str) -> bool:
    """Tell whether a name means this outlet, in whole or for short: "the Observer" in the Fenland Observer.

    A short form is the outlet's last words, or what is left without "News", "magazine" and the like.
    """
    said, whole = _bare(name), _bare(outlet)
    return bool(said) and (whole[-len(said) :] == said or _short(said) == _short(whole))


def _bare(name: str) -> list[str]:
    words = fold(name).split()
    return words[1:] if words[:1] == ["the"] else words


def _short(words: list[str]) -> list[str]:
    return words[:-1] if len(words) > 1 and words[-1] in _ABOUT else words
