"""What is decided between for each piece: the mentions that may have said it, and what is known of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from sys import intern

from quotecli.find.clauses.heard import is_heard, is_told_in_court
from quotecli.find.clauses.led import caller
from quotecli.find.clauses.rules import ruled
from quotecli.find.clauses.setting import Setting
from quotecli.find.learned.scores import Row, piece_named, row_named
from quotecli.find.marks.piece import Piece
from quotecli.find.mentions.profiles import Relation
from quotecli.find.ranker.bearings import Bearings
from quotecli.find.ranker.features import (
    NOBODY,
    NOT_SPEECH,
    candidates,
    pair_features,
    rank_features,
)
from quotecli.find.ranker.quoted import Quoted
from quotecli.find.ranker.replies import answerer
from quotecli.find.ranker.speech import is_speech
from quotecli.find.scene.scene import Scene


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
    relations: list[Relation]
    tagged: bool
    clause: int = -1
    signer: int = -1
    rule: str = ""
    bases: list[float] | None = None

    def names(self, place: int) -> list[str]:
        """Return by name the features of an option that `bases` sums up."""
        return row_named(self.rows[place - 2]) if place > 1 else piece_named(self.whole, place)


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
    is_name = quoted.titled or quoted.named
    setting = Setting(scene, scene.pieces[index], quoted.at, (quoted.low, quoted.high), found, is_name=is_name)
    tag = (any_tag or is_told_in_court(setting)) and not is_name
    tagged = tag or _is_laid_out(scene, index) or is_speech(scene, quoted, found)
    clause, rule, signer = _told(setting, index, options)
    return Slate(quoted, options, whole, rows, who, kinds, relations, tagged, clause, signer, rule)


def _is_series(piece: Piece) -> bool:
    """Tell whether a piece is of a series, whose names stand on lines of their own."""
    return piece.style == "marks" and piece.confidence_hint is not None


def _is_laid_out(scene: Scene, index: int) -> bool:
    """Tell whether a piece is speech by its layout: a block, a turn, words whose speaker stands before or behind."""
    piece = scene.pieces[index]
    if piece.style == "block" or index in scene.voices:
        return True
    return (piece.style in ("script", "post") or _is_series(piece)) and index in scene.source_of


def _told(setting: Setting, index: int, options: Sequence[int]) -> tuple[int, str, int]:
    """Return the places of who said a piece by layout or rule, and of who alone may have; between them the rule."""
    scene, piece = setting.scene, setting.piece
    voice, label, rule = scene.voices.get(index), _place(options, scene.source_of.get(index, -1)), ""
    if voice is not None:
        clause = options.index(voice if voice >= 0 else NOBODY)
    elif label >= 0 and (piece.style == "script" or _is_series(piece)):
        clause = label  # a turn that goes on is its label's as well
    else:
        number, rule = ruled(setting)
        clause = _place(options, number)
    signer = label if piece.style in ("post", "block") else _place(options, caller(setting))
    if signer < 0 and clause < 0 and is_heard(setting):
        signer = options.index(NOBODY)
    return clause, rule, signer


def _place(options: Sequence[int], number: int) -> int:
    """Return the place of a mention among the options, -1 where it is none of them, or where `number` is nobody's."""
    return options.index(number) if number >= 0 and number in options else -1


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
