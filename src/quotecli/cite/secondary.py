"""Words of one person in a document by another: the citation names both."""

from __future__ import annotations

from quotecli.cite.entries import Entry
from quotecli.cite.names import display_name, same_person, without_handle
from quotecli.cite.rules import Rules
from quotecli.cite.source import Cited
from quotecli.cite.text import one_line


def reported_speaker(entry: Entry, cited: Cited, both: str) -> str:
    """Return who said the words if that is not who wrote the document, else "".

    Joint speakers are joined with `both`. An unknown speaker is nobody to name.
    """
    if cited.quote is None:
        return ""
    authors = [display_name(without_handle(name)) for name in entry.authors]
    speakers = [one_line(name) for name in cited.quote.speakers if one_line(name)]
    if all(any(same_person(speaker, author) for author in authors) for speaker in speakers):
        return ""
    return f" {both} ".join(part for part in (", ".join(speakers[:-1]), *speakers[-1:]) if part)


def affixes(speaker: str, rules: Rules) -> dict[str, str]:
    """Return what a CSL cite takes to name the speaker: a prefix (`Rob Kardashian, as cited in `) or a suffix."""
    if not speaker:
        return {}
    if rules.place == "after":
        return {"suffix": f" ({rules.phrase} {speaker})"}
    return {"prefix": f"{speaker}, {rules.phrase} "}
