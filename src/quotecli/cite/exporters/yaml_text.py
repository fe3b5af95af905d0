"""Writes YAML 1.2 that YAML 1.1 readers read alike.

Every string stands in double quotes, so that none is ever taken for a number, a date or `no`.
"""

from __future__ import annotations

import json
import re
from typing import Any

_PLAIN_KEY = re.compile(r"[A-Za-z][A-Za-z_-]*[A-Za-z]")
_WORDS_OF_YAML = frozenset("yes no on off true false null".split())
_ESCAPED = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")


def to_yaml(value: Any, indent: int = 0) -> str:
    """Return `value` (dicts, lists, strings, integers, booleans, None) as a YAML block ending in a line break."""
    pad = "  " * indent
    if isinstance(value, dict) and value:
        return "".join(f"{pad}{_key(key)}:{_nested(inner, indent)}" for key, inner in value.items())
    if isinstance(value, list) and value:
        return "".join(_item(inner, indent) for inner in value)
    return f"{pad}{scalar(value)}\n"


def scalar(value: Any) -> str:
    """Return a string in double quotes with all that YAML can't hold escaped; other values as JSON writes them."""
    return _ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(value, ensure_ascii=False))


def _nested(inner: Any, indent: int) -> str:
    if isinstance(inner, (dict, list)) and inner:
        return "\n" + to_yaml(inner, indent + 1)
    return f" {scalar(inner)}\n"


def _item(inner: Any, indent: int) -> str:
    block = to_yaml(inner, indent + 1)
    return "  " * indent + "- " + block[2 * (indent + 1) :]


def _key(key: str) -> str:
    return key if _PLAIN_KEY.fullmatch(key) and key.lower() not in _WORDS_OF_YAML else scalar(key)
