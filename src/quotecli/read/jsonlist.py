"""A JSON list of any length, one value at a time: memory is bounded by the largest value."""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator
from typing import Any

from quotecli.core.errors import NotADocument, TooLarge
from quotecli.read.bounds import Readable, size_in_words

_PIECE = 1 << 18
_BETWEEN = " \t\r\n,"
_AFTER = tuple(" \t\r\n,]")


class _Text:
    """The text of a stream of UTF-8 from a place on; what was passed is forgotten."""

    def __init__(self, stream: Readable) -> None:
        self._stream = stream
        self._decoder = codecs.getincrementaldecoder("utf-8-sig")("quotecli-1252")
        self.text = ""
        self.at = 0
        self.ended = False

    def more(self) -> None:
        """Read on; as much again as there is, so that a large value is tried only a few times."""
        data = self._stream.read(max(_PIECE, len(self.text) - self.at))
        self.ended = not data
        self.text = self.text[self.at :] + self._decoder.decode(data, not data)
        self.at = 0

    def next_char(self) -> str:
        """Return the next character that isn't blank or a comma, without passing it; "" at the end."""
        while True:
            while self.at < len(self.text) and self.text[self.at] in _BETWEEN:
                self.at += 1
            if self.at < len(self.text) or self.ended:
                return self.text[self.at : self.at + 1]
            self.more()


def iter_list(stream: Readable, limit: int) -> Iterator[Any]:
    """Yield the values of the JSON list that `stream` holds, in UTF-8.

    Args:
        stream: its first character but for blanks is `[`.
        limit: characters of one value.

    Raises:
        NotADocument: the list is broken, more follows it, or a value is nested too deeply; the values before have come
            out.
        TooLarge: a value is larger than `limit`.
    """
    source, decoder = _Text(stream), json.JSONDecoder()
    source.next_char()
    source.at += 1
    while (char := source.next_char()) != "]":
        if not char:
            raise NotADocument("broken JSON: its list has no end")
        problem, value, end = "", None, source.at
        try:
            value, end = decoder.raw_decode(source.text, source.at)
        except RecursionError:
            raise NotADocument("broken JSON: nested too deeply") from None
        except ValueError as error:
            problem = error.msg.lower() if isinstance(error, json.JSONDecodeError) else str(error).partition(";")[0]
        if not problem and source.text[end : end + 1] not in _AFTER:
            problem = "expecting ',' delimiter"  # or a number that goes on in the next piece
        if not problem:
            source.at = end
            yield value
        elif source.ended:
            raise NotADocument(f"broken JSON: {problem}")
        elif len(source.text) - source.at > limit:
            raise TooLarge(f"a record of more than {size_in_words(limit)}, or broken JSON")
        else:
            source.more()
    source.at += 1
    if source.next_char():
        raise NotADocument("broken JSON: there is more behind its list")
