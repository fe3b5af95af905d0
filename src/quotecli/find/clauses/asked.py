"""Whom the reporter's own question is about, as the words behind it are the answer: "Has he read it? “Every word.”"."""

from __future__ import annotations

import re

from quotecli.find.clauses.setting import Setting
from quotecli.find.mentions.mention import Mention
from quotecli.find.mentions.tokens import QUOTE

_HELPERS = frozenset(
    "are can could did do does had has have is might should was were will would couldn't didn't don't doesn't hadn't"
    " hasn't haven't isn't wasn't weren't won't wouldn't".split()
)
_LEADING = frozenset(("and", "but", "so", "or"))
_THIRD = re.compile(r"(?:He|She|They|His|Her|Their)\b")
"""What an answer about somebody else begins with: "Did she sign? “She did.”"."""


def asked_about(setting: Setting) -> int:
    """Return who is the subject of the question right before a piece that stands without a tag; -1 for nobody."""
    stream, lows, at = setting.scene.stream, setting.lows, setting.at
    alone = setting.low == at and all(low == QUOTE or not low[0].isalnum() for low in lows[at : setting.high])
    if not alone or at < 2 or lows[at - 1] != "?" or stream.paragraphs[at - 1] != stream.paragraphs[at]:
        return -1
    begin = stream.sentence_span(at - 1)[0]
    begin += lows[begin] in _LEADING
    if lows[begin] not in _HELPERS or QUOTE in lows[begin:at]:
        return -1
    if _THIRD.match(setting.scene.article.text, setting.piece.start):
        return -1
    return setting.first_where(lambda mention: mention.first == begin + 1 and _may_answer(mention))


def _may_answer(mention: Mention) -> bool:
    """Tell whether a question's subject is somebody told of, not "you" or "it"."""
    told = mention.kind == "name" or (mention.kind == "pron" and mention.words[0] in ("he", "she", "they"))
    return told and not mention.possessive
