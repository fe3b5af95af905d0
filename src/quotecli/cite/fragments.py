"""Deep links: URLs whose `#:~:text=` directive finds the quotation in the page.

After "URL Fragment Text Directives" (WICG, section 3): `text=[prefix-,]start[,end][,-suffix]`. A browser takes the
first match; all terms are matched whole words at a time, without regard to case, white space collapsed. `start` alone
must lie within one block of the page, `start,end` may run over several.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from urllib.parse import quote as percent_encode

from quotecli.cite.text import clean

_MARKER = ":~:"
_EXACT_UP_TO = 100  # characters: longer quotations are told by their first and last words
_ENDS = 5  # words of a long quotation's start and of its end
_FEW_WORDS = 6  # so few are likely to stand in the page more than once: context is added even unseen
_TRIES = 20
_LONGEST_PAGE = 100_000  # characters: in a longer page matches are not counted, context is simply added
_CONTEXTS = ((0, 0), (3, 0), (0, 3), (3, 3), (8, 8))  # words before and after, tried in this order
_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Directive:
    """One text directive, its terms not yet encoded; "" is an absent term."""

    prefix: str
    start: str
    end: str
    suffix: str

    def encoded(self) -> str:
        """Return `text=…`."""
        terms = [f"{_encode(self.prefix)}-"] if self.prefix else []
        terms += [_encode(term) for term in (self.start, self.end) if term]
        terms += [f"-{_encode(self.suffix)}"] if self.suffix else []
        return "text=" + ",".join(terms)

    def find(self, document: str) -> tuple[int, int] | None:
        """Return where a browser would find it first in a page of this text: `[start, end)`, or None.

        Only the first starts and ends are tried, so that a page that repeats itself stays a matter of milliseconds.
        """
        before = rf"{_pattern(self.prefix)}\s*" if self.prefix else r"(?<!\w)"
        after = rf"(?=\s*{_pattern(self.suffix)})" if self.suffix else r"(?!\w)"
        bound = r"(?!\w)" if self.end else after
        starts = re.finditer(f"{before}({_pattern(self.start)}){bound}", document, re.IGNORECASE)
        if not self.end:
            found = next(starts, None)
            return found.span(1) if found else None
        ends = re.compile(rf"(?<!\w){_pattern(self.end)}{after}", re.IGNORECASE)
        for start in islice(starts, _TRIES):
            if end := ends.search(document, start.end(1)):
                return start.start(1), end.end()
        return None


def text_fragment(url: str, text: str, prefix: str = "", suffix: str = "", *, document: str = "") -> str:
    """Return `url` with a text directive that finds the quotation.

    Args:
        url: the page; its own fragment and directives are kept. Other schemes than http and https have no directives
            and are returned as they are.
        text: the quotation.
        prefix: the text right before it in the page, marks included; used as far as it is needed.
        suffix: the text right after it.
        document: the page's whole text, if at hand: then the shortest directive is taken whose first match is this
            quotation. Without it, context is added to quotations of few words.
    """
    if not url.lower().startswith(("http://", "https://")) or not any(char.isalnum() for char in text):
        return url
    directive = _choose(clean(text), clean(prefix), clean(suffix), document)
    # A "#" begins the fragment; a URL without one gets an empty one before the marker.
    joint = "&" if _MARKER in url else _MARKER if "#" in url else f"#{_MARKER}"
    return f"{url}{joint}{directive.encoded()}"


_cleaned = lru_cache(maxsize=4)(clean)  # the quotations of a page come one after the other


def _choose(text: str, prefix: str, suffix: str, document: str) -> Directive:
    start, end, lead, tail = _terms(text)
    # A term never crosses the end of a block.
    before, after = (prefix + lead).rsplit("\n", 1)[-1], (tail + suffix).split("\n", 1)[0]

    def with_context(words_before: int, words_after: int) -> Directive:
        return Directive(_last_words(before, words_before), start, end, " ".join(after.split()[:words_after]))

    page = _cleaned(document) if len(document) <= _LONGEST_PAGE else ""
    place = page.find(prefix + text + suffix) if page else -1
    if place >= 0:
        first = place + len(prefix) + len(lead)
        for context in _CONTEXTS:
            found = with_context(*context).find(page)
            if found and found == (first, first + len(text) - len(lead) - len(tail)):
                return with_context(*context)
        return with_context(*_CONTEXTS[-1])
    needs_context = len(_WORD.findall(text)) <= _FEW_WORDS or len(document) > _LONGEST_PAGE
    return with_context(3, 3) if needs_context else with_context(0, 0)


def _terms(text: str) -> tuple[str, str, str, str]:
    """Return the start and end terms ("" for an exact match), and what was cut off before and after them."""
    core = re.sub(r"^[\W_]+", "", text)
    lead = text[: len(text) - len(core)]
    bare = re.sub(r"[\W_]+$", "", core)
    tail = core[len(bare) :]
    words = _WORD.findall(bare)
    whole = " ".join(words)
    if ("\n" in bare or len(whole) > _EXACT_UP_TO) and len(words) > 1:
        count = min(_ENDS, len(words) // 2)
        lines = [line.split() for line in bare.splitlines() if line.strip()]
        return " ".join(lines[0][:count]), " ".join(lines[-1][-count:]), lead, tail
    return whole, "", lead, tail


def _last_words(text: str, count: int) -> str:
    words = text.split()
    return " ".join(words[-count:]) if count else ""


def _pattern(term: str) -> str:
    return r"\s+".join(re.escape(word) for word in term.split())


def _encode(term: str) -> str:
    # "-", "," and "&" are the directive's own syntax; urllib leaves only the dash of them.
    return percent_encode(term, safe="").replace("-", "%2D")
