"""JSON-LD (schema.org) of a page → candidates: the article among its nodes, as well as it can be told."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from itertools import islice
from typing import Any

from quotecli.read.draft import MetaCandidate, Rank

_ARTICLES = frozenset(
    "article newsarticle reportagenewsarticle analysisnewsarticle opinionnewsarticle backgroundnewsarticle"
    " reviewnewsarticle askpublicnewsarticle satiricalarticle blogposting liveblogposting scholarlyarticle techarticle"
    " report advertisercontentarticle socialmediaposting discussionforumposting review claimreview recipe interview"
    " medicalscholarlyarticle".split()
)
_PAGES = frozenset(
    "webpage itempage mediaobject videoobject audioobject podcastepisode creativework qapage question".split()
)
_SITES = frozenset({"website", "newsmediaorganization"})
OF_SITE = "JSON-LD of the site"
"""Source of the site's name where it is not the article's publisher."""
_LONGEST = 1 << 20
_MOST_NODES = 4000
_SHORTEST_BODY = 400  # characters; shorter ones are abstracts
_DATES = re.compile(r'"(datePublished|dateModified)"\s*:\s*"(\d[^"]{7,39})"')
_SOME_ARTICLE = re.compile(r'"@type"\s*:\s*\[?\s*"[^"]{0,40}(?:Article|Posting|Report|WebPage)"')
_NAMES = {
    "author": re.compile(
        r'"author"\s*:\s*(?:[\[{\s]{0,9}(?:"@type"\s*:\s*"\w+"\s*,\s*)?"name"\s*:\s*)?"([^"\\]{3,60})"'
    ),
    "outlet": re.compile(r'"publisher"\s*:\s*\{\s*(?:"@type"\s*:\s*"\w+"\s*,\s*)?"name"\s*:\s*"([^"\\]{2,60})"'),
}
_SEVERAL = re.compile(r'"author"\s*:\s*\[([^\]]{0,2000})\]')
_NAME = re.compile(r'"name"\s*:\s*"([^"\\]{3,60})"')
_FIELDS = (
    ("title", "headline"), ("title", "name"), ("author", "author"), ("author", "creator"),
    ("published", "datePublished"), ("published", "dateCreated"),
    ("updated", "dateModified"), ("outlet", "publisher"), ("outlet", "provider"), ("outlet", "sourceOrganization"),
    ("language", "inLanguage"), ("section", "articleSection"), ("url", "url"), ("url", "mainEntityOfPage"),
)  # fmt: skip
"""Our fields, and the properties that fill them."""
_MOST_NAMES = 1
_MOST_METAS = 300
_LONGEST_TITLE = 500
_ANOTHERS = "of an article with another headline"
_FEWEST_WORDS = 3
_LONG_WORD = 4  # characters from which on a word in two titles is no chance
_WORD = re.compile(r"\w+")
_COMMENT = re.compile(r"^\s*(?://\s*)?(?:<!\[CDATA\[|<!--)|(?://\s*)?(?:\]\]>|-->)\s*$")
_TRAILING_COMMA = re.compile(r",(\s*[}\]])")


def _load(text: str) -> Any:
    text = _COMMENT.sub("", _COMMENT.sub("", text)).strip().rstrip(";")
    for attempt in (text, _TRAILING_COMMA.sub(r"\1", text)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _nodes(value: Any) -> Iterator[dict[str, Any]]:
    """Yield the objects of a document, outer ones first, without recursion."""
    queue = [value]
    for count, item in enumerate(queue):
        if count > _MOST_NODES:
            return
        if isinstance(item, dict):
            yield item
            queue += [inner for name, inner in item.items() if isinstance(inner, dict | list) and name != "comment"]
        elif isinstance(item, list):
            queue += item


def _types(node: dict[str, Any]) -> set[str]:
    kinds = node.get("@type")
    kinds = kinds if isinstance(kinds, list) else [kinds]
    return {kind.rsplit("/", 1)[-1].lower() for kind in kinds if isinstance(kind, str)}


def _strings(value: Any, by_id: dict[str, dict[str, Any]], depth: int = 0) -> list[str]:
    """Return the texts of a value: itself, its name, or those of its members; references are followed once."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, list):
        return [text for inner in value[:20] for text in _strings(inner, by_id, depth + 1)] if depth < 3 else []
    if isinstance(value, dict):
        if "name" not in value and "@value" not in value and isinstance(value.get("@id"), str):
            value = by_id.get(value["@id"], value)
        return _strings(value.get("name") or value.get("@value"), by_id, depth + 1) if depth < 3 else []
    return []


def _titles(root: Any) -> list[str]:
    """Return the titles that the page's head gives, folded."""
    found = [title.text or "" for title in islice(root.iter("title"), 1)]
    found += [
        meta.get("content") or ""
        for meta in islice(root.iter("meta"), _MOST_METAS)
        if meta.get("property") == "og:title"
    ]
    return [_folded(title) for title in found if title]


def _folded(title: str) -> str:
    return " ".join(_WORD.findall(unescape(title[:_LONGEST_TITLE]).casefold()))


def _rating(node: dict[str, Any], url: str | None, titles: list[str]) -> int:
    types = _types(node)
    if types & _ARTICLES:
        kind = 4
    elif types & _PAGES:
        kind = 1
    else:
        return 0
    own = node.get("url") or node.get("mainEntityOfPage") or ""
    own = own.get("@id", "") if isinstance(own, dict) else own
    same = (
        isinstance(own, str)
        and url is not None
        and own.rstrip("/").rpartition("/")[2] == url.rstrip("/").rpartition("/")[2]
    )
    named = node.get("headline")
    headline = _folded(named) if isinstance(named, str) else ""
    titled = bool(headline) and any(headline in title for title in titles)
    return kind + 2 * bool(same) + 2 * titled + bool(node.get("headline")) + bool(node.get("datePublished"))


def _own_address(root: Any) -> str | None:
    """Return the canonical address that the page's head gives: a saved page is read from a file."""
    links = (link for link in root.iter("link") if "canonical" in (link.get("rel") or "").lower().split())
    return next((link.get("href") for link in islice(links, 1)), None)


def _from_damaged(text: str) -> Iterator[MetaCandidate]:
    """Yield what can still be read in a script that is no JSON."""
    if not _SOME_ARTICLE.search(text):
        return
    for field, pattern in _NAMES.items():
        values = pattern.findall(text)[:_MOST_NAMES]
        if field == "author" and (several := _SEVERAL.search(text)):
            values = _NAME.findall(several[1])
        for value in values:
            yield MetaCandidate(field, value, f"JSON-LD {field} (damaged)", Rank.JSON_LD)
    for name, value in _DATES.findall(text):
        field = "updated" if name == "dateModified" else "published"
        yield MetaCandidate(field, value, f"JSON-LD {name} (damaged)", Rank.JSON_LD)


def from_json_ld(root: Any, *, url: str | None) -> Iterator[MetaCandidate]:
    """Yield candidates from the JSON-LD of a page.

    Args:
        root: the page (lxml).
        url: its address, which tells its article from teasers of others.
    """
    nodes: list[dict[str, Any]] = []
    for script in root.iter("script"):
        if "ld+json" in (script.get("type") or "").lower() and script.text and len(script.text) < _LONGEST:
            loaded = _load(script.text)
            nodes += _nodes(loaded)
            if loaded is None:
                yield from _from_damaged(script.text)
    titles = _titles(root) if nodes else []
    if article := _article(nodes, url or _own_address(root), titles):
        by_id = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and "@type" in node}
        others = _is_anothers(article, titles)
        for one in _candidates(_named_as_titled(article, titles), by_id):
            if not others or one.field in {"outlet", "language"}:
                yield one
            elif one.field not in {"title", "body", "url"}:
                yield replace(one, rank=Rank.TEXT, note=_ANOTHERS)
    for site in islice((node for node in nodes if _types(node) & _SITES), 1):
        for name in _strings(site.get("name"), {})[:1]:
            yield MetaCandidate("outlet", name, OF_SITE, Rank.TEXT)


def _is_anothers(article: dict[str, Any], titles: list[str]) -> bool:
    """Tell whether an article's object is headed by a story of which no title of the page says a word."""
    named = article.get("headline")
    headline = _telling_words(_folded(named)) if isinstance(named, str) else set()
    told = [words for title in titles if len(words := _telling_words(title)) >= _FEWEST_WORDS]
    return len(headline) >= _FEWEST_WORDS and bool(told) and all(headline.isdisjoint(words) for words in told)


def _telling_words(title: str) -> set[str]:
    return {word for word in title.split() if len(word) >= _LONG_WORD}


def _named_as_titled(article: dict[str, Any], titles: list[str]) -> dict[str, Any]:
    """Leave out a headline that describes the article ("ferry in England"), where the page is titled by its name."""
    name, headline = article.get("name"), article.get("headline")
    if not isinstance(name, str) or not isinstance(headline, str) or not _folded(name):
        return article
    named = any(title.startswith(_folded(name)) for title in titles)
    if not named or any(_folded(headline) in title for title in titles):
        return article
    return {key: value for key, value in article.items() if key != "headline"}


def _article(nodes: list[dict[str, Any]], url: str | None, titles: list[str]) -> dict[str, Any] | None:
    """Return the page's article among the objects of its scripts; None where there is none that has a date."""
    rated = [(rating, -place, node) for place, node in enumerate(nodes) if (rating := _rating(node, url, titles))]
    if not rated:
        return None
    article = max(rated, key=lambda one: one[:2])[2]
    dated = article.get("datePublished") or article.get("uploadDate")
    return article if dated or _types(article) & _ARTICLES else None


def _candidates(article: dict[str, Any], by_id: dict[str, dict[str, Any]]) -> Iterator[MetaCandidate]:
    """Yield what an article's object says; others that it refers to are looked up by their ids."""
    types = _types(article)
    if not types & _ARTICLES:
        for value in _strings(article.get("uploadDate"), by_id)[:1]:  # a film in the page may be older
            yield MetaCandidate("published", value, "JSON-LD uploadDate", Rank.TEXT)
    if types & {"blogposting", "liveblogposting"} == {"blogposting"}:
        yield MetaCandidate("media", "blog", "JSON-LD @type", Rank.JSON_LD)
    body = article.get("articleBody")
    if isinstance(body, str) and len(body) >= _SHORTEST_BODY and "<" not in body:
        yield MetaCandidate("body", body, "JSON-LD articleBody", Rank.JSON_LD)
    for field, name in _FIELDS:
        values = _strings(article.get(name), by_id)
        if field == "url" and isinstance(article.get(name), dict):
            identity = article[name].get("@id")
            values = [identity] if isinstance(identity, str) else []
        for value in values if field == "author" else values[:1]:
            yield MetaCandidate(field, value, f"JSON-LD {name}", Rank.JSON_LD)
