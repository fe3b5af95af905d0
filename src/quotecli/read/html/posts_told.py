"""Saved pages of social media: who wrote the post, and whose the other posts on its page are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

from quotecli.read.draft import MetaCandidate, Rank
from quotecli.read.html.parse import text_of

__all__ = ["join_thread", "post_candidates", "post_text", "set_posts"]

_TITLED = re.compile(
    r"(?P<name>[^\n]{2,60}?) \((?P<handle>@[\w.-]{1,60}(?:@[\w.-]{3,60})?)\)(?P<rest>$|\s?[:•|/·–—-]|\s)"
)
_ON = re.compile(
    r"(?P<name>[^\n:|]{2,60}?) (?:on|auf|sur|en|su|no|op|på) "
    r"(?:X|Twitter|Threads|Instagram|LinkedIn|Facebook|TikTok|Bluesky|Mastodon)\b\s?:"
)
_TITLES = ("og:title", "twitter:title")
_DESCRIBED = "og:description"
_MEMBERS = "//a[contains(@class, 'bigusername')] | //td/span[@class='name']/b"
"""Who wrote a post of a forum by vBulletin or by phpBB's second version."""
_MESSAGES = "//*[contains(@class, 'message')]/@data-author"
"""Who wrote a post of a forum by XenForo."""
_MOST_POSTS = 200
_SUBREDDIT = re.compile(r"r/\w{2,30} - ")


def post_candidates(root: Any) -> Iterator[MetaCandidate]:
    """Yield the author (and on Reddit the title) of the post that a saved page is of."""
    titles = [_meta(root, name) for name in _TITLES] + [(root.findtext("head/title") or "").strip()]
    for title in filter(None, titles):
        if found := _TITLED.match(title):
            yield MetaCandidate("author", f"{found['name']} ({found['handle']})", "title of the post's page", Rank.META)
            if not found["rest"]:  # nothing but the author: it is a post's
                yield MetaCandidate("media", "post", "title of the post's page", Rank.META)
            break
        if found := _ON.match(title):
            yield MetaCandidate("author", found["name"], "title of the post's page", Rank.META)
            break
    yield from _reddit(root)
    members = [*map(_text, islice(root.xpath(_MEMBERS), 1)), *islice(root.xpath(_MESSAGES), 1)]
    for member in members[:1]:
        yield MetaCandidate("author", str(member), "first member of the thread", Rank.TEXT)


def _reddit(root: Any) -> Iterator[MetaCandidate]:
    for post in islice(root.iter("shreddit-post"), 1):
        told = (("author", "author"), ("title", "post-title"), ("published", "created-timestamp"))
        for field, name in told:
            if value := post.get(name):
                yield MetaCandidate(field, value, f"post's {name}", Rank.JSON_LD)
        return
    if not _SUBREDDIT.match(_meta(root, "og:title")) and _meta(root, "og:site_name").lower() != "reddit":
        return
    for post in islice(root.xpath("//*[@id='siteTable']//*[contains(@class, 'entry')]"), 1):
        for field in ("author", "title"):
            for element in post.xpath(".//a[contains(@class, $name)]", name=field)[:1]:
                yield MetaCandidate(field, _text(element), f"{field} of the post", Rank.JSON_LD)


def post_text(root: Any) -> str:
    """Return the words of the post that a page's description gives, where its title is its author alone; else ""."""
    found = _TITLED.fullmatch(_meta(root, "og:title"))
    return _without_pair(_meta(root, _DESCRIBED)) if found else ""


def _without_pair(words: str) -> str:
    """Return words without the marks that stand around all of them, not those of what they quote."""
    inner = words[1:-1]
    if words[:1] == words[-1:] == '"' and '"' not in inner:
        return inner.strip()
    closed_first = 0 <= inner.find("”") < inner.find("“") or inner.count("“") != inner.count("”")
    return inner.strip() if words[:1] == "“" and words[-1:] == "”" and not closed_first else words


def join_thread(root: Any) -> None:
    """Make a forum's replies, which it marks as comments on its first post, posts of the thread as that one."""
    if root.xpath("//*[contains(@itemtype, 'DiscussionForumPosting')]"):
        for reply in islice(root.xpath("//*[@itemprop='comment']"), _MOST_POSTS):
            del reply.attrib["itemprop"]


def set_posts(root: Any) -> None:
    """Rewrite the posts of a saved page of X: its author's become paragraphs, others' posts with their sources."""
    posts = list(islice(root.xpath("//article[@data-testid='tweet']"), _MOST_POSTS))
    author = ""
    for post in posts:
        words = ["".join(one.itertext()).strip() for one in post.xpath(".//*[@data-testid='tweetText']")[:1]]
        name, handle = _user(post)
        author = author or handle
        if words and handle:
            day = next((one.get("datetime", "")[:10] for one in post.iter("time")), "")
            _rewrite(post, words[0], "" if handle == author else f"— {name} ({handle}) {day}".rstrip())


def _user(post: Any) -> tuple[str, str]:
    """Return the name and the handle above a post."""
    for box in post.xpath(".//*[@data-testid='User-Name']")[:1]:
        texts = [text.strip() for text in islice(box.itertext(), 40) if text.strip()]
        handle = next((text for text in texts if re.fullmatch(r"@\w{1,40}", text)), "")
        return next((text for text in texts if text != handle), ""), handle
    return "", ""


def _rewrite(post: Any, words: str, source: str) -> None:
    """Make of a post nothing but its words, or an embedded post with its source."""
    tail = post.tail
    post.clear()
    post.tail = tail
    if source:
        post.tag = "blockquote"
        post.set("class", "twitter-tweet")
    for line in filter(None, (one.strip() for one in words.split("\n"))):
        _add(post, line)
    if source:
        _add(post, source)


def _add(parent: Any, text: str) -> None:
    paragraph = parent.makeelement("p", {})
    paragraph.text = text
    parent.append(paragraph)


def _meta(root: Any, name: str) -> str:
    found = root.xpath("//meta[@property=$name or @name=$name]/@content", name=name)
    return str(found[0]).strip() if found else ""


def _text(element: Any) -> str:
    return text_of(element)[:300]
