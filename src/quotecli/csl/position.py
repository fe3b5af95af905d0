"""Positions of cites in a document: first, subsequent, ibid (CSL 1.0.2, "Position")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .context import FIRST, IBID, IBID_WITH_LOCATOR, SUBSEQUENT, Cite

__all__ = ["Cluster", "assign_positions"]


@dataclass(slots=True)
class Cluster:
    """The cites of one citation, and the number of the note it stands in (0: in the text)."""

    cites: list[Cite]
    note: int = 0


def assign_positions(clusters: Sequence[Cluster], near_note_distance: int) -> None:
    """Set `position`, `near_note`, `first_note` and `note` of every cite, in one pass."""
    first_note: dict[str, int] = {}
    last_note: dict[str, int] = {}
    before: Cluster | None = None
    for cluster in clusters:
        previous: Cite | None = None
        if before is not None and before.cites and _follows(before, cluster):
            previous = before.cites[-1] if len({cite.id for cite in before.cites}) == 1 else None
        for cite in cluster.cites:
            cite.note = cluster.note
            if cite.id not in first_note:
                first_note[cite.id] = cluster.note
                cite.position = FIRST
            else:
                cite.position = _relation(previous, cite)
                cite.near_note = cluster.note - last_note[cite.id] <= near_note_distance
            cite.first_note = first_note[cite.id]
            last_note[cite.id] = cluster.note
            previous = cite
        before = cluster


def _follows(before: Cluster, cluster: Cluster) -> bool:
    """Whether nothing can stand between the two: the same or the next note, or both in the text."""
    return cluster.note - before.note in {0, 1} or not before.note


def _relation(previous: Cite | None, cite: Cite) -> int:
    if previous is None or previous.id != cite.id:
        return SUBSEQUENT
    if previous.locator:
        if not cite.locator:
            return SUBSEQUENT
        same = previous.locator == cite.locator and previous.label == cite.label
        return IBID if same else IBID_WITH_LOCATOR
    return IBID_WITH_LOCATOR if cite.locator else IBID
