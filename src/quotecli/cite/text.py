"""Text made fit for a file: what no format can hold is taken out, once, here."""

from __future__ import annotations

import html
import re
from urllib.parse import unquote

from quotecli.core.escapes import without_escapes
from quotecli.core.folding import fold

_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufeff\ufffe\uffff]")
_LONE = re.compile("[\ud800-\udfff]")
_TAGS = re.compile(r"<(b|i|u|em|strong|span|sup|sub|small)(?:\s[^<>]{0,200})?>([^<>]*)</\1>", re.IGNORECASE)
_KEPT_STOP = re.compile(
    r"(?:\.\s?\.|\b[^\W\d_]\.|\b(?:Inc|Ltd|Corp|Co|Bros|Jr|Sr|etc|Esq|Ave|Blvd|St|No|vs|al|Mr|Mrs|Dr|Gov|Sen|Rep|Gen|Ph\.D)\.)$"
)
_DOI = re.compile(r"10\.\d{1,9}(?:\.\d+){0,9}/\S+")
_LABELS = {
    "volume": re.compile(r"^(?:vol(?:ume)?|band|bd|jahrgang|jg|tome?|tomo)\b\.?\s*(?=[\dIVXLC])", re.IGNORECASE),
    "issue": re.compile(r"^(?:(?:no|nr|num|number|numero|número|issue|iss|heft)\b\.?|n[º°]|№)\s*(?=\d)", re.IGNORECASE),
    "pages": re.compile(
        r"^(?:pp?|pgs?|pages?|s|seiten?|págs?|páginas?|стр|с)(?:\.:?|:| )\s*(?=[A-Z]{0,2}\W?\d|[ivxlc]+\b)",
        re.IGNORECASE,
    ),
}
_EDITION = re.compile(r"(\d+(?:st|nd|rd|th|[.ªº])?)(?:\s*(?:edition|edn?\b\.?|aufl(?:age|\.)))?", re.IGNORECASE)
_RANGE = re.compile(r"(?<![\w-])([A-Z]?\d+|[ivxlc]+)\s*[-–—]\s*([A-Z]?\d+|[ivxlc]+)(?![\w-])")
_BEHIND = re.compile(r"(?P<title>.*\S) (?P<bar>[|–—·-]|::) (?P<site>[^|–—·]{2,60})$")
_ENDING = re.compile(r"(?:\.(?:com|org|net|info|[a-z]{2})|(?<=\w) (?:news|online))+$")
_LONGEST_SECTION = 3
"""Words of a section's name."""
_CLOSING = "\"'”’»"
_SPACES = re.compile(r"[\s\u0085\u2028\u2029]+")


def clean(text: str) -> str:
    """Return `text` without escape sequences, control characters and noncharacters (XML 1.0 and YAML 1.2 refuse them).

    Line breaks and tabs stay; lone surrogates become U+FFFD, so that the result can always be written as UTF-8.
    """
    text = _LONE.sub("\ufffd", without_escapes(text))
    text = _UNFIT.sub("", text)
    return re.sub("[\U0001fffe\U0001ffff\U0010fffe\U0010ffff]", "", text)


def one_line(text: str) -> str:
    """Return `text` cleaned, each run of white space and line breaks of any kind one space, trimmed."""
    return _SPACES.sub(" ", clean(text)).strip()


def decode_entities(text: str) -> str:
    """Return `text` on one line with HTML entities decoded (`AT&amp;T` → `AT&T`); text without any is unchanged."""
    return one_line(html.unescape(text) if "&" in text else text)


def bare_doi(text: str) -> str:
    """Return a DOI without the address or "doi:" that it is often printed with, or "" for what is none."""
    found = _DOI.search(unquote(text) if "%2f" in text.lower() else text)
    return found[0] if found else ""


def bare_number(text: str, of: str) -> str:
    """Return a volume, issue or pages without the word before them (`pp. 12–15` → `12-15`): styles have their own."""
    return ranges_joined(_LABELS[of].sub("", text.strip()), "-")


def bare_edition(text: str) -> str:
    """Return an edition that is a number without the word behind it (`2nd ed.` → `2nd`), others as they are."""
    found = _EDITION.fullmatch(text)
    return found[1] if found else text


def ranges_joined(text: str, joint: str) -> str:
    """Return pages with the ends of each range joined so: `12--15, 20`."""
    return _RANGE.sub(rf"\1{joint}\2", text)


def page_range(pages: str) -> tuple[str, str]:
    """Return the first and last page; "" for the last of a single one (`A1`, `1-B`)."""
    found = _RANGE.fullmatch(pages)
    return (found[1], found[2]) if found else (pages, "")


def without_tags(text: str) -> str:
    """Return a title without the tags of letters in it (`<b>Now</b>`), where they are closed."""
    while (plain := _TAGS.sub(r"\2", text)) != text:
        text = plain
    return text


def without_full_stop(title: str) -> str:
    """Return a title without the full stop that ends its one sentence; that of an abbreviation or an ellipsis stays."""
    words = title.rstrip(_CLOSING)
    kept = not words.endswith(".") or _KEPT_STOP.search(words) or ". " in title
    return title if kept else words[:-1] + title[len(words) :]


def without_site(title: str, outlet: str) -> str:
    """Return a title without the outlet's name that pages and interfaces put behind it ("Rain - The Shore").

    A section between bars goes with it ("Rain | Mills | The Shore").
    """
    found = _BEHIND.match(title)
    if not found or not outlet or _site(found["site"]) != _site(outlet):
        return title
    head, bar, section = found["title"].rpartition(" | ")
    return head.rstrip() if bar and found["bar"] == "|" and section.count(" ") < _LONGEST_SECTION else found["title"]


def _site(name: str) -> str:
    return _ENDING.sub("", fold(name)).removeprefix("the ")


def first_words(text: str, count: int) -> str:
    """Return the first `count` words of `text`; hashtags, links and emoji count as words (APA 7, section 10.15)."""
    words = one_line(text).split(" ")
    return " ".join(words[:count])
