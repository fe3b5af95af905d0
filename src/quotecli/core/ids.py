"""Stable ids of quotes: the same quote of the same document has the same id in any store.

An id is 64 bits of BLAKE2b over the document's key, the folded words and which occurrence of them it is, written as a
letter g to v and fifteen hexadecimal digits. It begins with a letter so that no prefix of it can be taken for the
number of a line in the last listing.
"""

from __future__ import annotations

import re
from collections.abc import Callable

_FIRST = "ghijklmnopqrstuv"
_ID = r"[g-v][0-9a-f]{0,15}"


def quote_number(document_key: str, folded_text: str, occurrence: int) -> int:
    """Return the quote's 64-bit number.

    Args:
        document_key: what names the document in any store: its canonical URL, its own id, else its file name.
        folded_text: the quotation's words through `core.folding.fold`.
        occurrence: 0 for the first quotation of these words in the document, 1 for the second …
    """
    return numbering(document_key)(folded_text, occurrence)


def numbering(document_key: str) -> Callable[[str, int], int]:
    """Return `quote_number` for the quotes of one document, as a function of the words and their occurrence."""
    from hashlib import blake2b  # loads OpenSSL, which a search can do without

    def number(folded_text: str, occurrence: int) -> int:
        payload = f"{document_key}\0{folded_text}\0{occurrence}".encode("utf-8", "surrogatepass")
        return int.from_bytes(blake2b(payload, digest_size=8).digest())

    return number


def format_id(number: int) -> str:
    """Write a 64-bit number (0 to 2⁶⁴ - 1) as an id of sixteen characters."""
    return f"{_FIRST[number >> 60]}{number & (1 << 60) - 1:015x}"


def id_range(prefix: str) -> tuple[int, int] | None:
    """Return the first and last number whose id begins with `prefix` (any case), or None when it is no id's prefix."""
    prefix = prefix.strip().lower()
    if not re.fullmatch(_ID, prefix):
        return None
    low = f"{_FIRST.index(prefix[0]):x}" + prefix[1:]
    return int(low.ljust(16, "0"), 16), int(low.ljust(16, "f"), 16)
