"""Articles that a page holds as data for its scripts (Next.js, Nuxt, Arc and others): JSON → paragraphs.

Looked into only where the page itself prints next to nothing of its article.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import islice
from typing import Any, NamedTuple

from quotecli.core.types import Role
from quotecli.read.draft import DraftBuilder, MetaCandidate, Rank
from quotecli.read.html.whole import write_whole

__all__ = ["Island", "island_of"]

_MOST_SCRIPTS = 60
_LONGEST = 4 << 20
_MOST_NODES = 40_000
_SHORTEST = 300  # characters of an article
_ASSIGNED = re.compile(
    r"^\s{0,40}(?:window|self|globalThis|var|let|const)\s?[.\[]?[\w.\[\]\"'$]{1,60}\s{0,4}=\s{0,4}(?=[{\[])"
)
_MARKUP = re.compile(r"<(?:p|br|div)\b", re.IGNORECASE)
_SENTENCE = re.compile(r"[.!?…。！？”\"»][”\"»’')]*\s*(?:</\w+>)?$")
_LONGEST_END = 40
"""Characters in which that must stand."""
_SILENT = re.compile(r"<!--[^>]{0,200}-->|<(?:script|style)\b[^<>]*>[^<]*", re.IGNORECASE)
_BLOCK = re.compile(r"</?(?:p|div|br|li|h[1-6]|blockquote|ul|ol|tr|td)\b[^<>]*>", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")
_BODIES = frozenset(
    "articlebody body bodyhtml body_html content contenthtml content_html description fulltext html maincontent story"
    " text value".split()
)
_WRAPPERS = ("rendered", "html", "content", "blocks", "json", "value", "raw", "document")
_DEPTH = 3
_WORDS = ("text", "content", "html", "value", "body")
_BESIDE = frozenset({"comment", "comments", "related", "recommended", "teasers", "navigation", "footer", "menu"})
_WRITERS = ("byline", "author", "authors", "authorname", "writer")
_DAYS = (
    "datePublished",
    "publishedAt",
    "published_at",
    "publishDate",
    "publish_date",
    "display_date",
    "published",
    "date",
)
_HEADLINES = ("headline", "title", "heading")


class Island(NamedTuple):
    """An article held as data.

    Attributes:
        paragraphs: its paragraphs as text or markup; or
        markup: all of it in one piece.
        node: the object around it, which may name its writers and its day.
    """

    paragraphs: list[str]
    markup: str
    node: dict[str, Any]

    def length(self) -> int:
        """Return the number of characters of its sentences: markup may be of scripts and menus alone."""
        texts = _plain(self.markup).split("\n") if self.markup else self.paragraphs
        return sum(len(text) for text in texts if _ends_a_sentence(text))

    def write(self, builder: DraftBuilder) -> None:
        """Write its paragraphs."""
        markup = self.markup or "".join(f"<p>{paragraph}</p>" for paragraph in self.paragraphs)
        if "<" in markup:
            write_whole(builder, markup)
            return
        for paragraph in markup.split("\n"):
            builder.add(" ".join(paragraph.split()), Role.BODY)

    def candidates(self) -> Iterator[MetaCandidate]:
        """Yield its writers and its day."""
        for name in _writers(self.node):
            yield MetaCandidate("author", name, "the page's data", Rank.META)
        days = (self.node.get(name) for name in _DAYS)
        for day in islice((one for one in days if isinstance(one, str) and one[:4].isdigit()), 1):
            yield MetaCandidate("published", day, "the page's data", Rank.META)


def island_of(root: Any, titles: list[str]) -> Island | None:
    """Return the longest article that the scripts of a page hold as JSON, or None.

    Args:
        root: the page (lxml).
        titles: what the page is titled; an object with such a headline goes before others.
    """
    best: tuple[bool, int, Island] | None = None
    for script in islice(root.iter("script"), _MOST_SCRIPTS):
        for node, path in _objects(_loaded(script)):
            island = _island(node)
            if island is None or island.length() < _SHORTEST or not _BESIDE.isdisjoint(path):
                continue
            rated = (_is_titled(node, titles), island.length(), island)
            best = rated if best is None or rated[:2] > best[:2] else best
    return best[2] if best else None


def _loaded(script: Any) -> Any:
    text = script.text or ""
    kind = (script.get("type") or "").lower()
    if not _SHORTEST < len(text) < _LONGEST or "ld+json" in kind:
        return None
    if "json" not in kind and not (assigned := _ASSIGNED.match(text)):
        return None
    start = 0 if "json" in kind else assigned.end()  # type: ignore[union-attr]
    try:
        return json.JSONDecoder(strict=False).raw_decode(text[start:].lstrip())[0]
    except (ValueError, RecursionError):
        return None


def _objects(value: Any) -> Iterator[tuple[dict[str, Any], tuple[str, ...]]]:
    """Yield the objects of a document with the names on their way, outer ones first, without recursion."""
    queue: list[tuple[Any, tuple[str, ...]]] = [(value, ())]
    for count, (item, path) in enumerate(queue):
        if count > _MOST_NODES:
            return
        if isinstance(item, dict):
            yield item, path
            queue += [(one, (*path[-4:], name.lower())) for name, one in item.items() if isinstance(one, dict | list)]
        elif isinstance(item, list):
            queue += [(one, path) for one in item if isinstance(one, dict | list)]


def _island(node: dict[str, Any]) -> Island | None:
    """Return the article that an object holds in one of its fields, if it does."""
    for name, value in node.items():
        if name.lower().replace("-", "_") not in _BODIES and not name.lower().endswith(("body", "blocks", "elements")):
            continue
        held = _unwrapped(value)
        if isinstance(held, str) and (_MARKUP.search(held) or "\n" in held):
            return Island([], held, node)
        if isinstance(held, list) and (paragraphs := _paragraphs(held)):
            return Island(paragraphs, "", node)
    lists = [one for name, one in node.items() if name.lower() in {"content_elements", "paragraphs", "blocks"}]
    for value in lists:
        if isinstance(value, list) and (paragraphs := _paragraphs(value)):
            return Island(paragraphs, "", node)
    return None


def _unwrapped(value: Any) -> Any:
    """Return the text, or the list of paragraphs, that an object holds: `{"type": "doc", "content": […]}`."""
    for _ in range(_DEPTH):
        if not isinstance(value, dict):
            break
        value = next((value[name] for name in _WRAPPERS if name in value), None)
    return value


def _paragraphs(items: list[Any]) -> list[str]:
    """Return the texts of a list of paragraphs, or [] if it is a list of anything else."""
    texts = [text for item in items for text in [_words(item)] if text]
    sentences = sum(len(text) for text in texts if _ends_a_sentence(text))
    return texts if sentences > 0.7 * sum(map(len, texts)) > 0 else []


def _ends_a_sentence(text: str) -> bool:
    return _SENTENCE.search(text.rstrip()[-_LONGEST_END:]) is not None


def _plain(markup: str) -> str:
    """Return the text of markup, a line for each of its blocks, without what scripts and styles say."""
    return _TAG.sub(" ", _BLOCK.sub("\n", _SILENT.sub(" ", markup)))


def _words(item: Any) -> str:
    """Return the text of one paragraph: a text, or an object's; the texts of what is nested in it are joined."""
    if isinstance(item, str):
        return item.strip()
    if not isinstance(item, dict) or not {str(item.get(name, "")).lower() for name in ("type", "_type")}.isdisjoint(
        {"image", "ad", "advertisement", "video", "gallery", "related", "interstitial_link"}
    ):
        return ""
    for name in _WORDS:
        value = item.get(name)
        if isinstance(value, str) and value.strip():
            return value.strip()
    for name in ("children", "content", "spans"):
        if isinstance(value := item.get(name), list):
            return "".join(_words(one) if not isinstance(one, str) else one for one in value[:500])
    return ""


def _writers(node: dict[str, Any]) -> list[str]:
    found: list[str] = []
    for name, value in node.items():
        if name.lower() not in _WRITERS:
            continue
        for one in value[:20] if isinstance(value, list) else [value]:
            said = one.get("name") or one.get("displayName") if isinstance(one, dict) else one
            if isinstance(said, str) and 2 < len(said) < 200 and said not in found:
                found.append(said)
    return found


def _is_titled(node: dict[str, Any], titles: list[str]) -> bool:
    said = [node.get(name) for name in _HEADLINES]
    return any(isinstance(one, str) and len(one) > 8 and any(one in title for title in titles) for one in said)
