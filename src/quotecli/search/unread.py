"""What the lines of a listing stand for beyond the quotes that were read for them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quotecli.store import Scope, Store

__all__ = ["unread"]


def unread(store: Store, shown: Sequence[int], read: Collection[int], scope: Scope) -> dict[int, int]:
    """Return, for lines, how many quotes in scope of their families come after all that were read.

    Args:
        store: the store.
        shown: the rows of the lines, each of another family or of none.
        read: the rows that were read for them, theirs among these.
        scope: the filters.
    """
    families = store.index.families(shown)
    known = {row: family for family, kin in store.index.kin(families.values()).items() for row, _ in kin}
    left = store.index.passing(known.keys() - set(read), scope, len(known))
    counts = Counter(known[row] for row in left)
    return {row: counts[family] for row, family in families.items()}
