"""Words that newspapers are named by, and whether a name is one paper's."""

from __future__ import annotations

from functools import cache

from quotecli.core.folding import fold
from quotecli.core.tables import read_table

PAPERS = frozenset(
    "herald guardian times mirror sun telegraph independent observer mail express star standard echo chronicle tribune"
    " gazette courier post globe examiner journal argus dispatch enquirer inquirer mercury messenger monitor scotsman"
    " sentinel spectator statesman bulletin clarion ledger economist atlantic intercept verge hill wire".split()
)
"""Newspapers that are named by one word behind "the"; many of these words mean persons and things as well."""
LONGER_PAPERS = frozenset("advertiser advocate beacon intelligencer news press record register reporter review".split())
"""What ends papers' names, and means one alone where the whole name is told: "the Record" of The Valley Record."""
_PERIODICALS = PAPERS | LONGER_PAPERS | frozenset("daily weekly magazine today".split())
_LONG = 7
"""Letters that a name of one word has more of: "Weserbote", not "Bote"."""


@cache
def _abroad(kind: str) -> tuple[str, ...]:
    """Return the words of periodicals' names in other languages, or the endings of names: see `paper_words.tsv`."""
    return tuple(dict(read_table("quotecli.core", "paper_words.tsv"))[kind].split())


def names_paper(name: str) -> bool:
    """Tell whether a name is a periodical's by one of its words: "Port Ellis Courier", "La Voz del Sur", "Weserbote".

    One word alone must have the ending of one.
    """
    words = fold(name).replace("-", " ").replace("'", " ").split()
    if len(words) > 1 and not _PERIODICALS.union(_abroad("word")).isdisjoint(words):
        return True
    return any(word.endswith(_abroad("ending")) for word in words if len(word) > _LONG)


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
