"""Finds dialogue that dashes open: `— Bonjour, dit-il, je pars.`, `—No puedo —dijo ella—. Vamos.`."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from quotecli.core.tables import read_table
from quotecli.core.types import Role
from quotecli.find.structure.labels import signs_above
from quotecli.find.structure.shared import Layout, trim
from quotecli.find.words.lexicon import cue_forms, cue_lemma, vocabulary

_DASHES = "—–―-"
_OPENING = re.compile(r"(?:[—–―]|--?)\s{0,3}(?=[^\s\d—–―-])")
_DASH_LANGUAGES = vocabulary("dash languages")
_SIGNATURE = re.compile(r"(?:[A-Z][\w.’'-]*,?\s?){1,6}(?:contributed[^\n]*|reported[^\n]*|(?<![.!?…])\Z)")
_ENDS = re.compile(r"[.!?…][\"”»’')\]]*\Z")


_NAME = r"[A-ZÀ-ÖØ-ÞŁŚŠŽ][\w.’'-]+"
_WHO = (
    r"(?:[Hh]e|[Ss]he|[Tt]hey|I|(?:[Tt]he|[Aa]n?|[Mm]y|[Hh]is|[Hh]er)\s\w+"
    rf"|{_NAME}(?:\s{_NAME})?)"
)
_AFTER_COMMA = re.compile(
    rf"(?P<lead>[,!?…])\s(?:(?P<who>{_WHO})\s|(?:me|te|se|le|lui)\s|m['’])?"
    rf"(?P<verb>[^\W\d_]+(?:['’][^\W\d_]+)?)(?:\s(?P<next>[^\W\dA-ZÀ-Þ_]+)\b)?(?P<behind>-(?:t-)?(?:il|elle|on|ils|elles|je)\b|\s{_WHO})?"
)
_BEFORE_DASH = re.compile(r"(?P<lead>[,!?.…])?(?:\s(?=[—–]|-\s)|(?=[—–]\s))")
_DASHED = re.compile(
    rf"(?:[—–]|-(?=\s))(?P<gap>\s?)(?:{_WHO}\s|(?:me|te|se|le|lui)\s)?(?P<verb>[^\W\d_]+)"
    r"[^—–\n]{0,200}?(?P<end>\s?[—–]\s?[.,;:]?(?=\s|\Z)|\s-\s|\.(?=\s[—–])|\Z)"
)
_ON = re.compile(r"[\s—–―-]*")
_RELATIVE = re.compile(
    r",\s(?:(?:who|whose|which|with|his|her|their|as|and\s(?:he|she|they|it\s(?:was|is)n['’]t)|in|at|on|a|the)\b"
    r"|(?:[^\W\da-z_][\w’'-]+\s?){1,3}\.?(?=\n|\Z))"
)
_GESTURE = (
    r"and\s(?:then\s)?(?:(?:frown|grin|laugh|lean|look|nod|paus|point|shrug|sigh|smil|stopp?|turn|wav|wink)e?(?:s|ed)"
    r"|gets|goes|got|put|puts|sat|shakes|shook|sits|stands|stood|takes|took|walked|walks|went)\b"
)
_PARTICIPLE = r"(?!anything|bring|during|evening|everything|morning|nothing|something|thing)[a-z]+ing\b"
_NARRATED_ON = re.compile(rf",\s(?:{_PARTICIPLE}|{_GESTURE})")
"""What the reporter's clause goes on with behind a comma: ", he says, wiping his hands", ", she said, and stopped"."""
_SPOKEN = re.compile(
    r"[?¿]|\b(?:I|you|your|we|our|my|me|us|je|j['’]\w|tu|nous|vous|mon|ma|mes|notre|votre|ton|moi|toi|yo|mi|ich|mein"
    r"|wir|du|dein|io|mio|mia)\b",
    re.IGNORECASE,
)
"""Words by which a sentence behind the reporter's clause is speech again, not told."""
_NORDIC_LANGUAGES = frozenset("da fi no sv".split())
_NORDIC_END = re.compile(r"(?<!\b[^\W\d_])(?<!\bdr)[.!?…]\s+(?!(?:[Hh]an|[Hh]on|[Hh]un|[Hh]än)\b)(?=[^\Wa-z_])")
_NORDIC_SUBJECTS = frozenset("de den han hon hun hän".split())
_NORDIC_NOUNS = ("en", "et", "an", "n")
"""What Nordic nouns end in that tell who is meant: "ordföranden", "borgmesteren", "rådet"."""
_CLAUSE_WITHIN = 1_000
"""Characters looked through behind a reporter's verb, so that a line without end takes time by its length."""
_SHORT_CLAUSE = 40  # characters behind the verb that may name who spoke before the speech goes on after a comma


_BETWEEN = frozenset("then also only now at once still just finally".split())
"""What stands between the reporter's subject and verb; "never" and "always" are the speaker's."""
_GOING = frozenset(("went", "goes"))
_ASIDE, _NARRATED = frozenset(("I", "they", "They")), frozenset(("ask",))
"""Who stands in speakers' own asides, ", I admit,", and the verb that is none of these."""
_TELLING = vocabulary("telling (dash)")
"""Verbs that are of speech whatever stands behind them; others have other senses as soon as they have an object."""
_STANDS_ALONE = re.compile(
    r"(?:\s(?:[a-z]+ly|again|aloud|at once|at last|back|out|then|too)\b)?\s?(?:[.,;:!?…—–]|-\s|\Z)"
)


class _Clause(NamedTuple):
    """A reporter's clause inside or after speech: where the words before it end, and where it starts and ends."""

    words_end: int
    end: int


@cache
def _verbs() -> frozenset[str]:
    return frozenset(row[0] for row in read_table("quotecli.find", "dialogue_verbs.tsv"))


@cache
def _nordic() -> frozenset[str]:
    """Return the verbs of papers whose reporter tells whatever else it has to tell in a paragraph of its own."""
    rows = [(form, codes) for form, _, codes in read_table("quotecli.find", "cues_other.tsv")]
    rows += [(form, codes) for form, codes in read_table("quotecli.find", "dialogue_verbs.tsv")]
    return frozenset(form for form, codes in rows if not _NORDIC_LANGUAGES.isdisjoint(codes.split()))


def _clauses(text: str, start: int, end: int) -> list[_Clause]:
    """Return the reporter's clauses of one line of dialogue, in order; the last may end with the line."""
    found = [
        _Clause(comma.end("lead"), _clause_end(text, comma, end))
        for comma in _AFTER_COMMA.finditer(text, start, end)
        if comma["verb"].lower() in _verbs() or _says(text, comma, end) or _says_in_nordic(comma)
    ]
    for dash in _BEFORE_DASH.finditer(text, start, end):
        clause = _DASHED.match(text, dash.end(), end)
        if clause is None:
            continue
        set_in = not clause["gap"] and clause["end"].strip()[:1] in ("—", "–")
        verb = clause["verb"].lower()
        if set_in or verb in _verbs() or verb in cue_forms():
            found.append(_Clause(dash.end("lead") if dash["lead"] else dash.start(), clause.end()))
    return sorted(found)


def _says(text: str, comma: re.Match[str], end: int) -> bool:
    """Tell whether a subject and a verb behind a comma are the reporter's, not speech: ", she gave it back"."""
    if not (comma["who"] or comma["behind"]):
        return False
    first, later, who = comma["verb"].lower(), comma["next"], comma["who"]
    told, at = first, comma.end("verb")
    if who and later in cue_forms() and (first.endswith("ly") or first in _BETWEEN or " " in who):
        told, at = later, comma.end("next")  # the old man says, she then added
    if who and first in _GOING and later == "on":
        return True
    lemma = cue_lemma(told)
    if not lemma or (who in _ASIDE and told == lemma not in _NARRATED and text[at : at + 1] == ","):
        return False
    if (comma["behind"] and not who) or told in _verbs() or lemma in _TELLING:
        return True
    return _STANDS_ALONE.match(text, at, end) is not None


def _says_in_nordic(comma: re.Match[str]) -> bool:
    """Tell whether a Nordic verb behind a comma has its subject behind it: ", medger han", ", kommenterar Rask"."""
    if comma["lead"] != "," or comma["who"] or comma["verb"] not in _nordic():
        return False
    return bool(comma["behind"]) or comma["next"] in _NORDIC_SUBJECTS or str(comma["next"]).endswith(_NORDIC_NOUNS)


def _clause_end(text: str, told: re.Match[str], end: int) -> int:
    """Return where the clause behind a comma ends: at the next dash, or at a comma right behind who spoke.

    Behind a Nordic verb it is its sentence's end: the rest of the line is speech again, unless it tells of who spoke.
    """
    start = told.end()
    dash = _NEXT_DASH.search(text, start, min(end, start + _CLAUSE_WITHIN))
    if dash is not None:
        return dash.end()
    if told["verb"].lower() in _nordic():
        ended = _NORDIC_END.search(text, told.end("verb"), min(end, start + _CLAUSE_WITHIN))
        return ended.end() if ended is not None else end
    comma = text.find(",", start, min(end, start + _SHORT_CLAUSE))
    stop = text.find(". ", start, min(end, start + _CLAUSE_WITHIN))
    if comma < 0 or 0 <= stop < comma or _RELATIVE.match(text, comma) or _NARRATED_ON.match(text, comma):
        return stop + 1 if stop >= 0 and _SPOKEN.search(text, stop, min(end, stop + _CLAUSE_WITHIN)) else end
    return comma + 1


_NEXT_DASH = re.compile(r"\s[—–-](?=\s)|\s[—–](?=\w)|(?<=[,.])\s?[—–]")


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
        and not signs_above(layout, number)
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
    told = any(_clauses(article.text, start, end) for (_, start), end in zip(lines, ends, strict=True))
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
    at = start
    for clause in [*_clauses(text, start, end), _Clause(end, end)]:
        if clause.words_end < at:
            continue
        span = trim(text, at, clause.words_end)
        if any(char.isalnum() for char in text[span.start : span.end]):
            layout.add(number, *span, "dash", hint=0.9)
        at = _ON.match(text, clause.end, end).end()  # type: ignore[union-attr]
