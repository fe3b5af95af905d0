"""Wikipedia: a Citation Style 1 template for each quotation, with `quote`, `at` or `page`, and the archived copy."""

from __future__ import annotations

import re
from collections.abc import Iterable

from quotecli.cite.dates import long_date
from quotecli.cite.entries import Entry, entries
from quotecli.cite.exporters.common import without_comma
from quotecli.cite.exporters.wikitext import wiki_url, wikitext
from quotecli.cite.items import Item
from quotecli.cite.names import Name, display_name, inverted_name
from quotecli.cite.nesting import renest
from quotecli.cite.rules import marks_of
from quotecli.cite.source import Cited, locator
from quotecli.cite.text import one_line, page_range
from quotecli.cite.works import is_agency, work_of
from quotecli.core.dates import PartialDate

_POST_NUMBER = re.compile(r"(?:twitter|x)\.com/(\w+)/status(?:es)?/(\d+)")
_WORK = {"cite news": "work", "cite magazine": "magazine", "cite journal": "journal", "cite web": "website"}
_IN_ITALICS = ("cite book", "cite AV media", "cite speech", "cite thesis", "cite report", "cite court")
"""Templates that print the title in italics; the others set it in double marks, and so all do with the words."""
_TYPED = ("cite web", "cite AV media", "cite document", "cite thesis", "cite report")
_RENAMED = {
    "chapter": {"title": "chapter", "work": "title"},
    "conference paper": {"work": "book-title", "event": "conference"},
    "case": {"title": "litigants", "at": "pinpoint", "page": "pinpoint"},
}
"""What a template calls otherwise, by kind of work."""
_DOUBLE = frozenset('"“”„«»')


def export(cited: Iterable[Cited]) -> str:
    """Return one template a line: one for each quotation, and one for a source that is cited as a whole."""
    return "".join(
        f"{_template(entry, one)}\n"
        for entry in entries(cited, once="author")
        for one in entry.quoted or (Cited(entry.source),)
    )


def _template(entry: Entry, cited: Cited) -> str:
    source, item, name = entry.source, entry.item, work_of(entry.source).wikipedia
    title = item.get("title", "")
    post = _POST_NUMBER.search(source.url or "") if work_of(source).kind == "post" else None
    agencies = [one for one in entry.names("author") if is_agency(one.get("literal", ""))]
    fields = _names([one for one in entry.names("author") if one not in agencies], "author")
    fields += _names(entry.names("editor"), "editor")
    fields += _names(entry.names("translator"), "translator")
    fields += [("interviewer", wikitext(inverted_name(one))) for one in entry.names("interviewer")[:1]]
    if post:
        name = "cite tweet"
        fields += [("user", wikitext(post[1])), ("number", post[2])]
    else:
        fields.append(("url", wiki_url(item.get("URL", ""))))
    fields += [
        ("title", wikitext(title if name in _IN_ITALICS else _turned_over(title))),
        (_WORK.get(name, "work"), "" if post else wikitext(item.get("container-title", ""))),
        ("department", wikitext(item.get("section", "")) if name == "cite news" else ""),
        ("volume", wikitext(item.get("volume", ""))),
        ("issue", wikitext(item.get("issue", ""))),
        ("edition", wikitext(item.get("edition", ""))),
        ("number", wikitext(item.get("number", ""))),
        (_page_parameter(item.get("page", "")), wikitext(item.get("page", ""))),
        ("doi", wikitext(item.get("DOI", ""))),
        ("agency", wikitext(", ".join(map(display_name, agencies)))),
        ("publisher", wikitext(item.get("publisher", ""))),
        ("court", wikitext(item.get("authority", ""))),
        ("event", wikitext(item.get("event-title", ""))),
        ("location", wikitext(item.get("event-place", "") or item.get("publisher-place", ""))),
        ("type", wikitext(item.get("genre", "")) if name in _TYPED else ""),
        ("date", _date(source.published or source.updated)),
        ("access-date", _date(source.accessed)),
        ("language", wikitext(item.get("language", ""))),
    ]
    if source.archive_url and source.url:
        fields += [("archive-url", wiki_url(source.archive_url)), ("archive-date", _date(source.archived))]
        fields += [("url-status", "live")]
    called = _RENAMED.get(work_of(source).kind, {}) if item.get("container-title") or name != "cite book" else {}
    told = [(called.get(key, key), value) for key, value in fields + _quotation(cited, item) if value]
    return "{{" + " |".join([name, *(f"{key}={value}" for key, value in told)]) + "}}"


def _page_parameter(pages: str) -> str:
    return "pages" if page_range(pages)[1] or "," in pages else "page"


def _names(names: list[Name], role: str) -> list[tuple[str, str]]:
    """Number the names as CS1 does: `last1`, `first1`, `author2`; those of editors as `editor-last1` …."""
    prefix, fields = "" if role == "author" else f"{role}-", []
    for number, name in enumerate(names, start=1):
        if "given" in name:
            last = inverted_name({part: value for part, value in name.items() if part not in ("given", "suffix")})
            first = " ".join(filter(None, (name["given"], name.get("suffix"))))  # where CS1 has "Jr.", without a comma
            fields += [(f"{prefix}last{number}", wikitext(last)), (f"{prefix}first{number}", wikitext(first))]
        else:
            fields.append((f"{role}{number}", wikitext(inverted_name(name))))
    return fields


def _quotation(cited: Cited, item: Item) -> list[tuple[str, str]]:
    """Return the words and where they stand; beside the work's own pages CS1 takes no `page` and no `at`."""
    if cited.quote is None:
        return []
    place = locator(cited)
    words = _turned_over(one_line(cited.quote.text))
    fields = [("quote", wikitext(without_comma(words)))]
    if place and place.label == "page":
        fields.insert(0, ("quote-page" if item.get("page") else "page", place.value))
    elif place and place.label == "timestamp":
        fields.insert(0, ("time", place.value))
    elif place and not item.get("page"):
        fields.insert(0, ("at", f"para. {place.value}"))
    return fields


def _turned_over(text: str) -> str:
    """Return words for a template that sets them in double marks: double ones in them become single."""
    return text if _DOUBLE.isdisjoint(text) else renest(text, marks_of("en"), inside=True)


def _date(when: PartialDate | None) -> str:
    """Write a date as CS1 accepts it: `2020-10-02`, `October 2020` (a bare `2020-10` is an error there), `2020`."""
    if when is None:
        return ""
    return long_date(when) if when.precision == "month" else str(when)
