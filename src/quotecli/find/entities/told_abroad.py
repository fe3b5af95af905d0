"""What the words around a name tell of its bearer in other languages: "la alcaldesa de Valdoro, Ana Ruiz".

Any noun that stands so is taken down as it is; "la alcaldesa" later on is who has been told to be one.
"""

from __future__ import annotations

from collections.abc import Iterator

from quotecli.find.mentions.mention import Mention
from quotecli.find.mentions.tokens import QUOTE, Stream
from quotecli.find.mentions.tongue import function_words, other_words
from quotecli.find.words.closed import is_capital
from quotecli.find.words.lexicon import cue_class, vocabulary

_WITHIN = 9
"""Words before a name among which the article stands that begins what tells of its bearer."""


def told_abroad(stream: Stream, mention: Mention) -> set[str]:
    """Return nouns told of a named mention in a text that is not English."""
    edge = stream.first[stream.sentences[mention.first]]
    found = [*_behind(stream, mention.last)]
    if not mention.modifies:  # "the lawyer of Ana Ruiz" is another
        found += _before(stream, mention.first, edge)
    return set(found)


def _is_noun(stream: Stream, at: int) -> bool:
    """Tell whether a word may be a noun for a person: none of the small words, verbs and bodies that are known."""
    low, language = stream.lows[at], stream.language
    if not low.isalpha() or low in vocabulary("body heads (foreign)"):
        return False
    if is_capital(stream.words[at]) and language.code != "de":
        return False
    small = low in language.articles or low in function_words() or low in other_words("prepositions", language.code)
    return not (small or cue_class(low))


def _before(stream: Stream, first: int, edge: int) -> Iterator[str]:
    """Yield the noun right before a name, and the one that its phrase begins with: "le président du club, Luc Roy"."""
    articles = stream.language.articles
    at = first - 1
    if at > edge and stream.lows[at] == ",":
        at -= 1
    elif at >= edge and _is_noun(stream, at):
        yield stream.lows[at]
    for back in range(at, max(edge, first - _WITHIN) - 1, -1):
        low = stream.lows[back]
        if low == QUOTE or not (low[0].isalpha() or low == "-"):
            return
        noun = low.removeprefix("l'")
        if noun != low:
            yield noun
            return
        if low in articles and _begins(stream, back, edge):
            if back < at and _is_noun(stream, back + 1):
                yield stream.lows[back + 1]
            return


def _begins(stream: Stream, at: int, edge: int) -> bool:
    """Tell whether the article here begins a phrase that no preposition governs."""
    return at == edge or stream.lows[at - 1] not in other_words("prepositions", stream.language.code)


def _behind(stream: Stream, at: int) -> Iterator[str]:
    """Yield the noun of an apposition behind a name: ", alcaldesa de Valdoro,", ", 67 ans, l'avocate du club"."""
    lows, articles = stream.lows, stream.language.articles
    if lows[at : at + 1] != [","]:
        return
    at += 1
    while at + 2 < len(lows) and lows[at].isdigit():
        at += 3 if lows[at + 2] == "," else 2
    if at < len(lows) and lows[at] in articles:
        at += 1
    if at + 1 < len(lows):
        noun = lows[at].removeprefix("l'")
        if noun != lows[at] or _is_noun(stream, at):
            yield noun
