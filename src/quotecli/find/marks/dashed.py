"""Finds the reporter's clauses that dashes set off inside a quotation: «No —dijo Ana—. Nunca».

Spanish, Italian, Portuguese, Polish, Czech, Russian and Ukrainian papers write so. English ones don't, and their verbs
are not looked for.
"""

from __future__ import annotations

import re
from functools import cache

from quotecli.core.tables import read_table
from quotecli.core.types import Span
from quotecli.find.words.lexicon import vocabulary

_OPENS = re.compile(r"(?P<stays>[?!…»”])?(?:,?\s[—–-](?=\s)\s|,?\s?[—–](?=[^\s\d—–])|,\s?[—–]\s)")
_VERB = re.compile(
    r"(?:(?:ha|hanno|aveva|avevano|ha|han|había|habían|tinha|tinham|se|le|les|me|nos|lhe|lhes|gli|mi|ci|si)\s){0,2}"
    r"(?P<verb>[^\W\d_]+)(?:\s(?:się|se))?(?!\w)(?!,|\s(?:que|che|że|iż|что|що|že)(?!\w))"
)
_CLOSES = re.compile(
    r"\s?[—–]\s?[.,;:?!]?(?=\s|\Z|[^\W\d_])|\s-\s|(?<![\s.][^\W\d_])[.,;:]\s[—–-]\s|(?<![\s.][^\W\d_])[.!?…]\s(?=[^\Wa-z_])"
)
"""What ends the clause: its second dash with what stands behind, or its sentence. An initial's stop is no end."""
_ENGLISH = vocabulary("english")
"""Forms that are English words too, and may stand behind an English speaker's own dash."""
_LONGEST = 200
"""Characters of a reporter's clause."""


@cache
def _verbs() -> frozenset[str]:
    """Return the reporting verbs of other languages than English, lower case."""
    verbs = {form for form, _, _ in read_table("quotecli.find", "cues_other.tsv")}
    dialogue = [(form, codes.split()) for form, codes in read_table("quotecli.find", "dialogue_verbs.tsv")]
    verbs |= {form for form, codes in dialogue if "en" not in codes}
    return frozenset(verbs.difference(form for form, codes in dialogue if "en" in codes)) - _ENGLISH


def dashed_clause(text: str, start: int, end: int) -> Span | None:
    """Return the first reporter's clause between dashes in `text[start:end]`, its dashes and its comma with it.

    None where there is none. What ends with `end` has no second dash.
    """
    for opening in _OPENS.finditer(text, start, end):
        verb = _VERB.match(text, opening.end(), end)
        if verb is None or verb["verb"] not in _verbs():
            continue
        begin = opening.end("stays") if opening["stays"] else opening.start()
        limit = min(end, verb.end() + _LONGEST)
        closing = _CLOSES.search(text, verb.end(), limit)
        if closing is not None:
            return Span(begin, closing.end())
        if limit == end:
            return Span(begin, end)
    return None
