"""Finds dialogue that dashes open: `— Bonjour, dit-il, je pars.`, `—No puedo —dijo ella—. Vamos.`."""

from __future__ import annotations

import re
from functools import cache

from quotecli.core.tables import read_table
from quotecli.core.types import Role
from quotecli.find.structure import Layout, trim

_DASHES = "—–―-"
_OPENING = re.compile(r"(?:[—–―]|--?)\s{0,3}(?=[^\s\d—–―-])")
_DASH_LANGUAGES = frozenset("bg ca cs el es eu fi fr gl hu it pl pt ro ru sk sr sv tr uk vi".split())
_SIGNATURE = re.compile(r"(?:[A-Z][\w.’'-]*,?\s?){1,6}(?:contributed[^\n]*|reported[^\n]*|(?<![.!?…])\Z)")
_ENDS = re.compile(r"[.!?…][\"”»’')\]]*\Z")


@cache
def _incise() -> re.Pattern[str]:
    """Match the reporter's clause in or after speech: a mark or dash, a verb of saying, to the next dash or stop."""
    verbs = "|".join(
        sorted((re.escape(row[0]) for row in read_table("quotecli.find", "dialogue_verbs.tsv")), key=len, reverse=True)
    )
    who = r"(?:[Hh]e|[Ss]he|[Tt]hey|[A-Z][\w.’'-]+(?:\s[A-Z][\w.’'-]+)?)"
    return re.compile(
        rf"(?P<lead>[,!?.…])?\s?(?P<dash>[—–―]\s?|-\s|(?<=[,!?…])\s?)"
        rf"(?=(?:(?:me|te|se|le|lui|m['’]|{who})\s?)?(?:{verbs})\b)"
        rf"[^\n—–―]{{1,200}}?(?P<end>\s?[—–―]+\s?[.,;:]?|\s-\s|(?<!\bM)[.,](?:\s?[—–―])?(?=\s)|\Z)"
    )


def find_dialogue(layout: Layout) -> None:
    """Claim the paragraphs that open with a dash, where the article's dashes open speech and no list."""
    article = layout.article
    text = article.text
    lines = [
        (number, opening.end())
        for number, paragraph in enumerate(article.paragraphs)
        if text[paragraph.start] in _DASHES
        and layout.free(number)
        and paragraph.role is Role.BODY
        and (opening := _OPENING.match(text, paragraph.start, paragraph.end))
        and not _SIGNATURE.match(text, opening.end(), paragraph.end)
    ]
    if not lines or not _is_dialogue(layout, lines):
        return
    for number, start in lines:
        layout.take(number)
        _split(layout, number, start)


def _is_dialogue(layout: Layout, lines: list[tuple[int, int]]) -> bool:
    """Weigh the lines together: sentences, questions and clauses of saying speak for speech, fragments for a list."""
    article = layout.article
    ends = [article.paragraphs[number].end for number, _ in lines]
    sentences = sum(_ENDS.search(article.text, end - 4, end) is not None for end in ends)
    asked = any(article.text[end - 1] in "?!" for end in ends)
    told = any(_incise().search(article.text, start, end) for (_, start), end in zip(lines, ends, strict=True))
    at_home = (article.language or "").partition("-")[0] in _DASH_LANGUAGES
    if article.text[article.paragraphs[lines[0][0]].start] == "-":
        return told and 2 * sentences >= len(lines)
    if told:
        return True
    return 2 * sentences > len(lines) and (at_home or (asked and len(lines) >= 2))


def _split(layout: Layout, number: int, start: int) -> None:
    """Add the pieces of one line of dialogue between the reporter's clauses."""
    text = layout.article.text
    end = layout.article.paragraphs[number].end
    first: int | None = None
    at = start
    while at < end:
        clause = _incise().search(text, at, end)
        stop = end
        if clause is not None:
            stop = clause.end("lead") if clause["lead"] else clause.start()
        span = trim(text, at, stop)
        if any(char.isalnum() for char in text[span.start : span.end]):
            added = layout.add(number, *span, "dash", hint=0.9)
            first = added if first is None else first
        if clause is None:
            return
        at = max(clause.end(), at + 1)
        if clause["end"] in (".", "") and not clause["dash"].strip():
            # After "…, dit-il." the speech goes on only behind another dash.
            return
