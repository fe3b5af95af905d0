"""Names as the text prints them: without titles and honours, hyphens and particles in place."""

from __future__ import annotations

from quotecli.find.mentions.mention import Mention
from quotecli.find.mentions.tokens import QUOTE, Stream
from quotecli.find.words.closed import HONOURS
from quotecli.find.words.lexicon import gender_of_given, places

_ACRONYM = 4
"""Letters up to which a word in capitals is one by itself: NATO, the AFGE."""


def printed_name(stream: Stream, mention: Mention, *, titled: bool = False) -> str:
    """Return the name as printed without the words before it; `titled` keeps a title of respect ("Mr. Tulk")."""
    words, lows, starts, ends = stream.words, stream.lows, stream.starts, stream.ends
    last = mention.last
    while last > mention.first + 1 and lows[last - 1].strip(".") in HONOURS:
        last -= 1
    printed: list[str] = []
    for at in range(mention.first, last):
        word = words[at]
        if word == QUOTE:
            continue
        if at == mention.first and last - at > 1 and _opens_in_capitals(stream, at):
            word = word.title()
        if printed and starts[at] == ends[at - 1]:
            printed[-1] += word
        else:
            printed.append(word)
    kept = max(len(mention.words), 1) + bool(mention.generation)
    name = " ".join(printed[-kept:])
    lettered = len(mention.words) == 1 and mention.first > 0 and lows[mention.first - 1] == "the"  # "the RAF"
    shouted = titled and mention.category != "body" and name.isupper() and not lettered
    if shouted and (len(mention.words) > 1 or mention.role or _labels(stream, mention) or gender_of_given(name)):
        return name.title()  # a name in capitals; "NAACP" in the midst of a text is none
    return name


def _labels(stream: Stream, mention: Mention) -> bool:
    """Tell whether a name opens a line of a script: "TULK: " or "TULK (00:12): "; short ones are acronyms."""
    following = stream.lows[mention.last : mention.last + 1]
    return mention.first in stream.opened and following in ([":"], ["("]) and len(mention.words[0]) > 3


def _opens_in_capitals(stream: Stream, at: int) -> bool:
    """Tell whether a word has capitals only for opening an article: "SINGAPORE Port said", where that is named."""
    words = stream.words
    shouted = at in stream.first and words[at].isupper() and not words[at + 1].isupper() and words[at].isalpha()
    return shouted and len(words[at]) > _ACRONYM and (words[at].title() in words or words[at].lower() in places())
