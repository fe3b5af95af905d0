"""Use-case: is the store sound?"""

from __future__ import annotations

from dataclasses import dataclass

from quotecli.app.context import Context
from quotecli.core.errors import DamagedStore


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is wrong: the check's name and one sentence."""

    check: str
    message: str


def doctor(context: Context) -> list[Finding]:
    """Check the store's file, the links between its tables and its indexes against the texts; empty means sound.

    Raises:
        StoreError: there is no store, or it is not ours to judge (foreign, newer, locked).
    """
    try:
        with context.reading() as store:
            return [Finding(problem.check, problem.message) for problem in store.check()]
    except DamagedStore as error:
        return [Finding("file", str(error))]
