"""Stable ids of quotes: the same quote of the same document has the same id in any store.

An id is 64 bits of BLAKE2b over the document's key, the folded words and which occurrence of them it is, written as a
letter g to v and fifteen hexadecimal digits. It begins with a letter so that no prefix of it can be taken for the
number of a line in the last listing.
"""

from __future__ import annotations

import re
import struct
from collections import Counter
from collections.abc import Iterable, Sequence

_FIRST = "ghijklmnopqrstuv"
_ID = r"[g-v][0-9a-f]{0,15}"


def quote_numbers(document_keys: Iterable[str], folded_texts: Iterable[str], occurrences: Iterable[int]) -> list[int]:
    """Return the 64-bit number of each quote.

    Args:
        document_keys: what names their documents in any store: the canonical URL, its own id, else its file name.
        folded_texts: their words through `core.folding.fold`.
        occurrences: 0 for the first quotation of these words in the document, 1 for the second …
    """
    from hashlib import blake2b  # loads OpenSSL, which a search can do without

    unfilled = blake2b(digest_size=8)
    digests = []
    for key, text, occurrence in zip(document_keys, folded_texts, occurrences, strict=True):
        hashed = unfilled.copy()  # to make one takes four times as long
        hashed.update(f"{key}\0{text}\0{occurrence}".encode("utf-8", "surrogatepass"))
        digests.append(hashed.digest())
    return list(struct.unpack(f">{len(digests)}Q", b"".join(digests)))


def occurrences(document_keys: Iterable[str], folded_texts: Sequence[str]) -> list[int]:
    """Return of each quote which occurrence of its words in its document it is, from 0."""
    if len(set(folded_texts)) == len(folded_texts):
        return [0] * len(folded_texts)
    seen: Counter[tuple[str, str]] = Counter()
    found = []
    for words in zip(document_keys, folded_texts, strict=True):
        found.append(seen[words])
        seen[words] += 1
    return found


def format_id(number: int) -> str:
    """Write a 64-bit number (0 to 2⁶⁴ - 1) as an id of sixteen characters."""
    return f"{_FIRST[number >> 60]}{number & (1 << 60) - 1:015x}"


def is_whole_id(text: str) -> bool:
    """Tell whether a text is a whole id, as listings print it."""
    return re.fullmatch(r"[g-v][0-9a-f]{15}", text) is not None


def id_range(prefix: str) -> tuple[int, int] | None:
    """Return the first and last number whose id begins with `prefix` (any case), or None when it is no id's prefix."""
    prefix = prefix.strip().lower()
    if not re.fullmatch(_ID, prefix):
        return None
    low = f"{_FIRST.index(prefix[0]):x}" + prefix[1:]
    return int(low.ljust(16, "0"), 16), int(low.ljust(16, "f"), 16)
