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
    """Set `position`, `near_note`, `first_note` and `note` of every cite, in one pass.

    Citations in the text and citations in notes don't see each other.
    """
    _assign([cluster for cluster in clusters if not cluster.note], near_note_distance)
    _assign([cluster for cluster in clusters if cluster.note], near_note_distance)


def _assign(clusters: list[Cluster], near_note_distance: int) -> None:
    first_note: dict[str, int] = {}
    last_note: dict[str, int] = {}
    for index, cluster in enumerate(clusters):
        previous = _last_alone(clusters, index)
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


def _last_alone(clusters: list[Cluster], index: int) -> Cite | None:
    """The cite just before, if an ibid could only mean it: nothing else stands in its citation or its note."""
    cluster = clusters[index]
    cites: list[Cite] = []
    for before in reversed(clusters[max(0, index - 20) : index]):
        if cites and (not cluster.note or before.note != clusters[index - 1].note or before.note == cluster.note):
            break
        cites = [*before.cites, *cites]
    if not cites or cluster.note - clusters[index - 1].note > 1:
        return None
    return cites[-1] if len(cites) == 1 else None


def _relation(previous: Cite | None, cite: Cite) -> int:
    if previous is None or previous.id != cite.id:
        return SUBSEQUENT
    if previous.locator:
        if not cite.locator:
            return SUBSEQUENT
        same = previous.locator == cite.locator and previous.label == cite.label
        return IBID if same else IBID_WITH_LOCATOR
    return IBID_WITH_LOCATOR if cite.locator else IBID
