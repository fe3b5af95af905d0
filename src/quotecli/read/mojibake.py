"""UTF-8 that some program took for Windows-1252 and wrote anew ("â€œItâ€™s") → the text as it was."""

from __future__ import annotations

import re

__all__ = ["decoded_once"]

_BYTES = {bytes([byte]).decode("cp1252", "ignore") or chr(byte): byte for byte in range(0x80, 0x100)}
_BYTES |= {chr(byte): byte for byte in range(0x80, 0xA0)}  # as Latin-1 has them
_GOES_ON = "".join(re.escape(char) for char, byte in _BYTES.items() if byte < 0xC0)
_TWICE = re.compile(f"[Â-ß][{_GOES_ON}]|[à-ï][{_GOES_ON}]{{2}}|[ð-ô][{_GOES_ON}]{{3}}")
_CLOSING = re.compile("â€[\ufffd\x9d]?(?=\\s|$|[.,;:!?)<])")
"""A closing quotation mark whose last byte, which Windows-1252 lacks, is lost."""
_FEWEST = 2
_MOST_OF_IT = 0.6  # of what isn't ASCII
_SEEN = re.compile("[^\x00-\x7f]")


def decoded_once(text: str) -> str:
    """Return a text that was decoded twice as it was meant; any other as it is."""
    found = _TWICE.findall(text)
    if len(found) < _FEWEST:
        return text
    mended = sum(len(one) for one in found if _meant(one) != one)
    mended += sum(len(one) for one in _CLOSING.findall(text))
    if mended < max(2 * _FEWEST, _MOST_OF_IT * len(_SEEN.findall(text))):
        return text
    return _CLOSING.sub("”", _TWICE.sub(lambda one: _meant(one[0]), text))


def _meant(wrong: str) -> str:
    try:
        return bytes(_BYTES[char] for char in wrong).decode("utf-8")
    except UnicodeDecodeError:
        return wrong
