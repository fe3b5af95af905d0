"""What is decided between for each piece: the mentions that may have said it, and what is known of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from sys import intern

from quotecli.find.clauses.charged import charged
from quotecli.find.clauses.heard import is_heard, is_told_in_court
from quotecli.find.clauses.inner import (
    inner_clause,
    put_so,
    said_to_have_told,
    told_beside,
    told_to_others,
    told_within,
)
from quotecli.find.clauses.led import (
    agent,
    caller,
    inner_tag,
    introducer,
    labelled,
    last_clause,
    led_in,
    ruling_clause,
    telling,
)
from quotecli.find.clauses.recalled import remembered
from quotecli.find.learned.scores import Row, piece_named, row_named
from quotecli.find.ranker.bearings import Bearings
from quotecli.find.ranker.features import (
    NOBODY,
    NOT_SPEECH,
    candidates,
    pair_features,
    rank_features,
)
from quotecli.find.ranker.quoted import SPACELESS, Quoted
from quotecli.find.ranker.replies import answerer
from quotecli.find.scene.scene import Scene
from quotecli.find.words.lexicon import cue_class

_SAYS = frozenset(("SV", "VS"))
_UTTERING = frozenset("ask reply say shout tell tweet write yell".split())
_CALLED = frozenset(("it", "that", "this", "him", "her", "them"))


@dataclass(slots=True)
class Slate:
    """One piece with its candidates and their features; the first two candidates are NOT_SPEECH and NOBODY.

    Attributes:
        quoted: what is known of the piece.
        options: `NOT_SPEECH`, `NOBODY`, then indices of mentions.
        whole: features of the piece itself, which the first two options have, see `scores.piece_named`.
        rows: features of each further option, those of decisions around left out.
        who: identity of each option.
        kinds: kind and gender of each mention among the options.
        relations: how each mention among the options stands to its reporting verb.
        tagged: a tag at the sentence's end makes all of it somebody's words: “…” accompany these, she added; so does
            being a block, a script's line whose speaker stands before it, or what somebody named called a thing.
        clause: place among the options of whom the piece's own relative clause, an inner tag or an agent (see
            `clauses`), a script's label, the names of a series, turns taken (`Scene.voices`), or the introduction of a
            block speak of; -1 for none.
        signer: place among the options of who signs or heads a post or block, or calls something so: if it is speech,
            it is nobody else's.
        rule: in words, what told `clause`; "" where the layout did.
        bases: the part of each option's score that `whole` and `rows` give, filled in when scored.
    """

    quoted: Quoted
    options: list[int]
    whole: list[str]
    rows: list[Row]
    who: list[int]
    kinds: list[str]
    relations: list[str]
    tagged: bool
    clause: int = -1
    signer: int = -1
    rule: str = ""
    bases: list[float] | None = None

    def names(self, place: int) -> list[str]:
        """Return by name the features of an option that `bases` sums up."""
        return row_named(self.rows[place - 2]) if place > 1 else piece_named(self.whole, place)


_LEAST_UNSPACED = 5
"""Characters of a writing without spaces that are a statement; fewer name something."""
_BESIDE = 30
"""Words on either side that tell whether a piece is a sentence by itself."""
_HEARING = frozenset("her him me them us reporters".split())
_TOLD = frozenset("asked tell telling tells told warned".split())
_STOPS = frozenset(".!?…。！？؟")
_SETTING_APART = frozenset((",", "،", "—", "–", "-"))


def build_slate(scene: Scene, index: int, previous: int, bearings: Bearings, decided: Sequence[int]) -> Slate:
    """Return the slate of piece `index`.

    `previous` is the last speaker's mention, or negative; `decided` holds the decisions of the pieces before.
    """
    quoted = Quoted(scene, index)
    found = candidates(scene, quoted, (previous, answerer(scene, quoted, decided)))
    profiles = list(map(scene.profiles.__getitem__, found))
    facts = zip(found, profiles, map(bearings.__getitem__, found), strict=True)
    ranks, summary, any_tag = rank_features(scene, quoted, found, profiles)
    whole = [*quoted.base, "sum:" + summary + quoted.size, "sumo:" + summary + quoted.opens]
    rows = [pair_features(scene, quoted, *known, rank) for known, rank in zip(facts, ranks, strict=True)]
    options = [NOT_SPEECH, NOBODY, *found]
    mentions = map(scene.mentions.__getitem__, found)
    kinds = [intern(mention.kind + mention.gender) for mention in mentions]
    relations = [profile.relation for profile in profiles]
    who = identities(scene, options)
    style = scene.pieces[index].style
    laid_out = style == "script" or (style == "marks" and scene.pieces[index].confidence_hint is not None)  # a series
    voice, rule = scene.voices.get(index), ""
    sourced = style == "block" or voice is not None or ((laid_out or style == "post") and index in scene.source_of)
    told = _is_called(scene, quoted, found) or (
        not scene.stream.english and not quoted.named and (_is_told(scene, quoted) or _stands_as_speech(scene, quoted))
    )
    told = told or style == "dash" or scene.pieces[index].cut or _is_led_in(scene, quoted, found)
    told = told or (scene.stream.english and _is_told_to(scene, quoted))
    tag = any_tag or is_told_in_court(scene, index)
    tagged = sourced or told or (tag and not quoted.titled and not quoted.named)
    layout = options.index(scene.source_of[index]) if scene.source_of.get(index) in found else -1
    if voice is not None:
        clause = options.index(voice) if voice >= 0 else options.index(NOBODY)
    elif laid_out and layout >= 0:
        clause = layout  # a turn that goes on is its label's as well
    else:
        clause, rule = _clause(scene, quoted, index, options)
    signer = layout if style in ("post", "block") else caller(scene, index, options)
    if signer < 0 and clause < 0 and is_heard(scene, index, options):
        signer = options.index(NOBODY)
    return Slate(quoted, options, whole, rows, who, kinds, relations, tagged, clause, signer, rule)


_RULES = (
    ("the label before the colon", labelled),
    ("a tag inside the sentence", inner_tag),
    ("a tag that another vouches for", told_to_others),
    ("a tag inside another's", said_to_have_told),
    ("who put it so", put_so),
    ("who told it, by another's word", told_within),
    ("of whom a tag inside the sentence tells", told_beside),
    ("by whom it was called so", agent),
    ("who is recalled saying it", remembered),
    ("who leads the sentence before the colon", led_in),
)


def _clause(scene: Scene, quoted: Quoted, index: int, options: Sequence[int]) -> tuple[int, str]:
    """Return the place among the options of whom the sentence around the piece says to have said it, and the rule.

    The place is -1 where no rule tells.
    """
    if (place := ruling_clause(scene, index, options)) >= 0:
        return place, "the clause that ends in these words"
    if (place := introducer(scene, index, options)) >= 0:
        return place, "the sentence above, which introduces them"
    names = quoted.titled or quoted.named
    if not names:
        if (place := charged(scene, index, options)) >= 0:
            return place, "who charges another with it"
        if (place := inner_clause(scene, index, options)) >= 0:
            return place, "whose words another reports"
        if (place := telling(scene, index, options)) >= 0:
            return place, "who asks or answers with them"
        place, rule = max((search(scene, index, options), words) for words, search in _RULES)
        if place >= 0:
            return place, rule
    return last_clause(scene, index, options, names=names), "the last clause before these words"


def _is_called(scene: Scene, quoted: Quoted, found: Sequence[int]) -> bool:
    """Tell whether somebody named calls something so: “Hale called it “…””, but not "some call it"."""
    lows, at = scene.stream.lows, quoted.at
    if at < 2 or lows[at - 1] not in _CALLED:
        return False
    profiles = [scene.profiles[option] for option in found if scene.mentions[option].kind == "name"]
    return any(p.relation == "SV" and p.kind == "call" and p.at == at - 2 and p.form == "ed" for p in profiles)


def _is_led_in(scene: Scene, quoted: Quoted, found: Sequence[int]) -> bool:
    """Tell whether subject, verb and a comma or colon stand right before the piece: "Another simply wrote, “…”".

    What looks like a title has to be somebody's: "as the signs say, “Have Your Change Ready”".
    """
    at, mark = quoted.at, scene.stream.lows[quoted.at - 1]
    if at < 2 or mark not in (",", ":"):
        return False
    nearest = at - 2 if mark == "," else at - 5  # "reads in full:"
    for option in found:
        profile = scene.profiles[option]
        if nearest <= profile.at <= at - 2 and profile.relation in _SAYS:
            person = scene.mentions[option].category != "document" and profile.verb in _UTTERING
            return mark == ":" or person or not quoted.titled
    return False


def _is_told_to(scene: Scene, quoted: Quoted) -> bool:
    """Tell whether a sentence stands behind a verb and who hears it: "who is said to have told them, “I wondered.”"."""
    lows, at = scene.stream.lows, quoted.at
    if at < 3 or quoted.titled or quoted.named or lows[at - 1] not in (",", ":"):
        return False
    piece = scene.pieces[quoted.index]
    whole = scene.article.text[piece.start].isupper() and scene.article.text[piece.end - 1] in _STOPS
    return whole and lows[at - 2] in _HEARING and lows[at - 3] in _TOLD


def _is_told(scene: Scene, quoted: Quoted) -> bool:
    """Tell whether a reporting verb stands right beside the piece: “…”, dijo; er sagte: „…“. Not of single words."""
    piece = scene.pieces[quoted.index]
    lows, at = scene.stream.lows, quoted.at
    if quoted.size == "1" or quoted.titled or quoted.named:
        return False
    if quoted.first_case == "o" and quoted.size in ("s", "m", "l") and scene.article.text[piece.start].isalpha():
        return True  # of writing that knows no capitals, several words
    after = at + (2 if lows[at + 1 : at + 2] == [","] else 1)
    told = after < quoted.high and (cue_class(lows[after]) or cue_class(lows[after].partition("-")[0]))
    tells = lows[max(quoted.low, at - 1) : at] == [":"] and any(map(cue_class, lows[max(quoted.low, at - 9) : at]))
    return bool(told) or tells


def _stands_as_speech(scene: Scene, quoted: Quoted) -> bool:
    """Tell whether a piece reads as speech whatever the words beside it mean, in a language that is not English.

    It is a sentence, or ends as one; it has a capital and stands before a comma or a dash, or behind a colon; or it is
    several words of a writing without capitals, or characters of one without spaces.
    """
    piece, lows, at = scene.pieces[quoted.index], scene.stream.lows, quoted.at
    text = scene.article.text[piece.start : piece.end].strip()
    if quoted.titled or not any(map(str.isalpha, text)):
        return False
    if SPACELESS.search(text):
        return len(text) >= _LEAST_UNSPACED or text[-1] in _STOPS
    beside = lows[max(quoted.low, at - _BESIDE) : min(quoted.high, at + _BESIDE)]
    alone = not any(word[0].isalnum() for word in beside)
    if alone or text[-1] in _STOPS:
        return True
    if text[0].lower() == text[0].upper() and " " in text:
        return True  # of writing that knows no capitals
    before, after = lows[at - 1] if at > quoted.low else "", lows[at + 1] if at + 1 < quoted.high else ""
    apart = before == ":" or (after in _SETTING_APART and (" " in text or at == quoted.low))
    return text[0].isupper() and apart


def identities(scene: Scene, options: Sequence[int]) -> list[int]:
    """Return who the options are: entity numbers, or negative numbers that stand for a mention alone."""
    mentions = scene.mentions
    return [
        -1 if option < 0 else entity if (entity := mentions[option].entity) >= 0 else -2 - option for option in options
    ]


def identity(scene: Scene, option: int) -> int:
    """Return who one option is, see `identities`."""
    if option < 0:
        return -1
    entity = scene.mentions[option].entity
    return entity if entity >= 0 else -2 - option
