"""The `text-case` attribute on rich text.

Markup is left alone; what is marked `nocase` is kept as written, in title case also small caps, sub- and superscript.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from .richtext import TAG

__all__ = ["apply_case", "is_english"]

_WORDS = re.compile(r"(\s+|\b\w+://\S+|[-–—‒/]+)")  # a URL is no word
#: A full stop is none: it may be that of "U.S." or "vs."
_SENTENCE_END = re.compile(r"[:?!]['’\"”]?$")
_LETTER = re.compile(r"[^\W_]")
#: Characters; what is longer is no title.
_LONGEST = 50_000
_KEPT_TAGS = ("nocase", "nodecor", "<sc>", "<sup>", "<sub>", "small-caps")


@lru_cache(maxsize=1)
def _stopwords() -> frozenset[str]:
    path = Path(__file__).parent / "data" / "title_stopwords.txt"
    return frozenset(path.read_text(encoding="utf-8").split())


def is_english(item_language: str, locale: str) -> bool:
    """Title case is for English only: the item's language decides, without one the locale."""
    language = item_language or locale or "en"
    return language.strip().lower()[:2] == "en"


def apply_case(text: str, case: str, *, language: str = "", locale: str = "en-US") -> str:
    """`text` (with markup) in the text-case `case`; an unknown case leaves it as it is."""
    if not text or len(text) > _LONGEST:
        return text
    if case == "title":
        return _title(text) if is_english(language, locale) else text
    if case == "sentence":
        return _sentence(text)
    tongue = (language or locale)[:2].lower()
    if case == "lowercase":
        return _outside_markup(text, lambda part: part.lower(), kept=("nocase", "nodecor"))
    if case == "uppercase":
        return _outside_markup(text, lambda part: _upper(part, tongue), kept=("nocase", "nodecor"))
    if case == "capitalize-first":
        return _first(text, tongue)
    if case == "capitalize-all":
        return _outside_markup(
            text, lambda part: re.sub(r"[^\s]+", lambda m: _capital(m[0], tongue), part), kept=("nocase", "nodecor")
        )
    return text


def _upper(text: str, tongue: str) -> str:
    if tongue in {"tr", "az"}:
        text = text.replace("i", "İ")
    return text.upper()


def _capital(word: str, tongue: str = "") -> str:
    """The word with its first letter in upper case."""
    match = _LETTER.search(word)
    if not match or (len(word) > 1 and word[0].isdigit()):
        return word
    at = match.start()
    return word[:at] + _upper(word[at], tongue) + word[at + 1 :]


def _outside_markup(text: str, change: Callable[[str], str], *, kept: tuple[str, ...]) -> str:
    """Apply `change` to what stands outside tags and outside the elements named in `kept`."""
    return "".join(part if fixed else change(part) for part, fixed in _parts(text, kept))


def _parts(text: str, kept: tuple[str, ...]) -> list[tuple[str, bool]]:
    """(text or tag, whether it must stay as it is)."""
    if "<" not in text:
        return [(text, False)]
    out: list[tuple[str, bool]] = []
    position = 0
    stack: list[bool] = []
    for match in TAG.finditer(text):
        if match.start() > position:
            out.append((text[position : match.start()], any(stack)))
        position = match.end()
        out.append((match[0], True))
        if match[0].startswith("</"):
            if stack:
                stack.pop()
        else:
            stack.append(any(word in match[0] for word in kept))
    if position < len(text):
        out.append((text[position:], any(stack)))
    return out


def _first(text: str, tongue: str) -> str:
    parts = _parts(text, ("nocase",))
    for index, (part, fixed) in enumerate(parts):
        if fixed and not part.startswith("<"):
            break
        if not fixed and _LETTER.search(part):
            parts[index] = (_capital_of_first_word(part, tongue), fixed)
            break
    return "".join(part for part, _ in parts)


def _capital_of_first_word(part: str, tongue: str) -> str:
    match = _LETTER.search(part)
    if match is None or match[0].isdigit():
        return part
    word = re.match(r"\S*", part[match.start() :])
    rest = word[0] if word else ""
    if rest[1:2].isupper():  # iPad, eLife
        return part
    return part[: match.start()] + _upper(match[0], tongue) + part[match.end() :]


def _sentence(text: str) -> str:
    bare = TAG.sub("", text)
    parts = _parts(text, ("nocase",))
    if bare.isupper():
        parts = [(part if fixed else part.lower(), fixed) for part, fixed in parts]
    else:
        parts = [(part if fixed else _sentence_words(part), fixed) for part, fixed in parts]
    return _first("".join(part for part, _ in parts), "")


def _sentence_words(part: str) -> str:
    return re.sub(
        r"[^\s]+",
        lambda match: (
            match[0].lower() if (match[0][:1].isupper() and match[0][1:].islower()) or len(match[0]) == 1 else match[0]
        ),
        part,
    )


def _title(text: str) -> str:
    parts = _parts(text, _KEPT_TAGS)
    bare = TAG.sub("", text)
    if bare.isupper() and any(len(word) > 6 for word in bare.split()) and " " in bare.strip():
        parts = [(part if fixed else part.lower(), fixed) for part, fixed in parts]
    words = [index for index, (part, fixed) in enumerate(parts) if not fixed and _LETTER.search(part)]
    last = words[-1] if words else -1
    ends_here = last >= 0 and all(not _LETTER.search(part) or part.startswith("<") for part, _ in parts[last + 1 :])
    fresh = True
    out: list[str] = []
    for index, (part, fixed) in enumerate(parts):
        if part.startswith("<") and TAG.fullmatch(part):
            out.append(part)
            continue
        out.append(part if fixed else _title_part(part, fresh=fresh, final=ends_here and index == last))
        if part.strip():
            fresh = bool(_SENTENCE_END.search(part.rstrip()))
    return "".join(out)


def _title_part(part: str, *, fresh: bool, final: bool) -> str:
    pieces = _WORDS.split(part)
    lettered = [i for i in range(0, len(pieces), 2) if _LETTER.search(pieces[i])]
    end = next((i for i in range(len(pieces) - 1, -1, -1) if _LETTER.search(pieces[i])), -1)
    for position, index in enumerate(lettered):
        word = pieces[index]
        before = pieces[index - 1] if index else ""
        after = pieces[index + 1] if index + 1 < len(pieces) else ""
        ends = before.strip() == "" and bool(_SENTENCE_END.search(_before(pieces, index)))
        fresh = ends or (fresh and not position)
        hyphened = after.strip() != "" and before.strip() == "" and "/" not in after
        last = final and index == end
        pieces[index] = _title_word(word, fresh=fresh, ignore_stops=fresh or last or (hyphened and after[0] in "-‒"))
    return "".join(pieces)


def _before(pieces: list[str], index: int) -> str:
    for earlier in range(index - 1, -1, -1):
        if pieces[earlier].strip():
            return pieces[earlier]
    return ""


def _title_word(word: str, *, fresh: bool, ignore_stops: bool) -> str:
    bare = word.strip("“”‘’\"'()[]{},;:.!?…«»")
    if word != word.lower() or word.lstrip("“‘\"'([{")[:1] in {"#", "@"}:
        return word
    if not ignore_stops and (bare in _stopwords() or word in _stopwords()):
        return word
    if len(bare) == 1 and not fresh:
        return word
    return _capital(word)
