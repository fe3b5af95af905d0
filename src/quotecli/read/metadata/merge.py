"""The candidates for a document's metadata while they are merged."""

from __future__ import annotations

from dataclasses import dataclass, field

from quotecli.core.types import Evidence
from quotecli.read.draft import MetaCandidate

__all__ = ["Merge"]


@dataclass(slots=True)
class Merge:
    """The candidates by field, in the order in which they are believed, and the evidence as it grows."""

    by_field: dict[str, list[MetaCandidate]]
    evidence: list[Evidence] = field(default_factory=list)

    def of(self, name: str) -> list[MetaCandidate]:
        return self.by_field.get(name, [])

    def note(self, found: MetaCandidate, value: str, *, used: bool, note: str | None = None) -> None:
        self.evidence.append(Evidence(found.field, value, found.source, used, note or found.note))
