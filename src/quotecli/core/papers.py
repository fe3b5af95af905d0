"""Words that newspapers are named by."""

from __future__ import annotations

from quotecli.core.folding import fold

PAPERS = frozenset(
    "herald guardian times mirror sun telegraph independent observer mail express star standard echo chronicle tribune"
    " gazette courier post globe examiner journal argus dispatch enquirer inquirer mercury messenger monitor scotsman"
    " sentinel spectator statesman bulletin clarion ledger economist atlantic intercept verge hill wire".split()
)
"""Newspapers that are named by one word behind "the"; many of these words mean persons and things as well."""
_PERIODICALS = PAPERS | frozenset("daily weekly news press review magazine record advertiser reporter today".split())


def names_paper(name: str) -> bool:
    """Tell whether a name of several words is a periodical's by one of them: "Port Ellis Courier"."""
    words = fold(name).split()
    return len(words) > 1 and not _PERIODICALS.isdisjoint(words)
