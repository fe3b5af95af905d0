"""One text value of a TOML file set or taken out, all else kept byte for byte: comments, order, line ends, other keys.

There is no second reader of TOML here. What may be a statement is a guess about lines, and `tomllib` is the judge: a
guess counts only if what is cut out says the key alone, and what is left says all the rest.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from itertools import chain
from typing import Any

__all__ = ["with_text", "without"]

_MOST_LINES = 500
"""Lines of a statement: it is a text, or what somebody wrote where a text should be."""
_LINES = re.compile(r"[^\n]*\n|[^\n]+")
_REST_OF_LINE = re.compile(r"[ \t]*(?:#[^\n]*)?\r?\n?")


def with_text(text: str, key: str, value: str) -> str:
    """Return a TOML file's text in which `key` is `value`; a comment behind the old value stays.

    Args:
        text: the file as it is; valid TOML.
        key: a bare key of the top level.
        value: the text it shall have.

    Raises:
        ValueError: the key is there in a way that can't be edited (as a table).
    """
    written = _string(value)
    for candidate in _with(text, key, written):
        values = _parsed(candidate)
        if values is not None and values.pop(key, None) == value and repr(values) == repr(_others(text, key)):
            return candidate
    raise ValueError(f"`{key}` is not a line of its own")


def without(text: str, key: str) -> str:
    """Return a TOML file's text without `key`, with the comment behind it.

    Raises:
        ValueError: it isn't there, or in a way that can't be edited.
    """
    found = _statement(text, key)
    if found is None:
        raise ValueError(f"`{key}` is not a line of its own")
    return text[: found[0]] + text[found[1] :]


def _with(text: str, key: str, written: str) -> Iterator[str]:
    """Yield texts that may say so, the nicest first."""
    found = _statement(text, key)
    if found is not None:
        yield from _replaced(text, *found, written)
        return
    end = "\r\n" if "\r\n" in text else "\n"
    starts = [0, *(line.end() for line in _LINES.finditer(text))]
    for at in chain(_places(text), reversed(starts)):
        before = text[:at]
        gap = end if before and not before.endswith("\n") else ""
        yield f"{before}{gap}{key} = {written}{end}{text[at:]}"


def _replaced(text: str, start: int, stop: int, written: str) -> Iterator[str]:
    """Put another value where that of a statement stands."""
    statement = text[start:stop]
    first = statement.index("=") + 1
    first += len(statement[first:]) - len(statement[first:].lstrip(" \t"))
    whole = repr(_parsed(statement))
    for last in range(first + 1, len(statement) + 1):
        if _REST_OF_LINE.fullmatch(statement, last) and repr(_parsed(statement[:last])) == whole:
            yield text[:start] + statement[:first] + written + statement[last:] + text[stop:]


def _places(text: str) -> Iterator[int]:
    """Yield where a new line would stand well: behind the last statement before the first table, else at the end."""
    last = 0
    for line in _LINES.finditer(text):
        words = line.group().strip()
        if words.startswith("["):
            yield last or line.start()
        if words and not words.startswith("#"):
            last = line.end()
    yield len(text)


def _statement(text: str, key: str) -> tuple[int, int] | None:
    """Return where the statement that gives the key begins and ends, whole lines; None where there is none."""
    values = _parsed(text)
    if values is None or key not in values:
        return None
    alone, others = repr({key: values[key]}), repr(_others(text, key))
    opening = re.compile(rf"[ \t]*(?:{key}|\"{key}\"|'{key}')[ \t]*=")
    lines = list(_LINES.finditer(text))
    for number, line in enumerate(lines):
        if not opening.match(line.group()):
            continue
        for last in lines[number : number + _MOST_LINES]:
            start, stop = line.start(), last.end()
            if repr(_parsed(text[start:stop])) == alone and repr(_parsed(text[:start] + text[stop:])) == others:
                return start, stop
    return None


def _others(text: str, key: str) -> dict[str, Any]:
    return {name: value for name, value in tomllib.loads(text).items() if name != key}


def _parsed(text: str) -> dict[str, Any] | None:
    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError):
        return None


def _string(value: str) -> str:
    """Return a basic string (TOML 1.0.0, "String"): as JSON writes it, but that DEL has to be escaped."""
    import json

    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007F")
