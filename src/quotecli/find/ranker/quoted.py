"""What the ranker knows of one piece: its words, its edges, what stands around it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from sys import intern
from typing import NamedTuple

from quotecli.core.types import Role
from quotecli.find.marks.piece import Piece
from quotecli.find.mentions.tokens import Stream
from quotecli.find.mentions.tongue import other_words
from quotecli.find.ranker.terms import names_something, names_work
from quotecli.find.scene.scene import Scene
from quotecli.find.words.classes import NAMING, word_class
from quotecli.find.words.closed import LONGEST_NICKNAME, is_answered_to, is_capital
from quotecli.find.words.lexicon import cue_forms, vocabulary

_LED_WITHIN = 4
"""Words from a reporting verb to what it may govern in a headline."""
GOVERNED = frozenset(("SV", "VS", "ACC", "BY"))
"""Relations of mentions that have a reporting verb, see `Profile`."""
_FIRST_PERSON = re.compile(r"\b(?=[IMmWwOou])(?:I|I['’](?:m|ve|d|ll)|[Mm]y|[Mm]e|[Ww]e|[Oo]ur|us)\b")
_OWN = frozenset("I My my Me me We we Our our us".split())
"""Most of what `_FIRST_PERSON` finds, told without a search."""
_WORD = re.compile(r"[^\W_]+")
_SMALL = vocabulary("small (quoted)")
"""Words that keep their small letters in titles of works."""
_FEWEST_CAPITALS = 2
_LEADING = frozenset("that the a of as his her its their".split())
"""Words before a piece that tell more with the word before them."""
SPACELESS = re.compile("[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]")
"""Chinese, Japanese and Thai letters, which stand without spaces; a word has two or so."""


class Quoted:
    """What is known of one piece: its words, its edges, what stands around it."""

    __slots__ = (
        "_lower", "_words", "at", "base", "cue", "end_mark", "first_case", "high", "index", "low", "middle", "named",
        "opens", "paragraph", "person", "size", "solo", "titled",
    )  # fmt: skip

    def __init__(self, scene: Scene, index: int) -> None:
        """Read piece `index` of the scene."""
        piece = scene.pieces[index]
        stream = scene.stream
        text = scene.article.text[piece.start : piece.end]
        self.index = index
        self.at = stream.quote_at[index]
        self.low, self.high = stream.sentence_span(self.at)
        self.middle = bisect_left(scene.at, self.at)
        self.paragraph = piece.paragraph
        count = text.count(" ") + 1
        if not text.isascii():
            count = max(count, len(SPACELESS.findall(text)) // 2)
        self.size = str(count) if count < 4 else "s" if count < 7 else "m" if count < 13 else "l"
        self.first_case = "U" if text[0].isupper() else "l" if text[0].islower() else "o"
        self.end_mark = text[-1] if text[-1] in ".,!?—–…;:-" else "w"
        begin, end = stream.opened[piece.paragraph], stream.opened[piece.paragraph + 1]
        self.opens = intern(("^" if self.at == begin else "") + ("$" if self.at == end - 1 else ""))
        self.solo = stream.only_quotes(piece.paragraph)
        self._lower = text.lower()
        self._words: list[str] | None = None
        sides = _sides(stream.lows, self.at, self.low, self.high)
        self.cue = self._cues_beside(stream.lows)
        words = text.split()
        self.person = "I" if not _OWN.isdisjoint(words) or _FIRST_PERSON.search(text) else "-"
        capitals = capitals_of(words, count)
        if piece.paragraph in scene.headings:
            capitals = self.first_case = "h"  # where all words have capitals, they tell nothing of these
        self.titled = capitals == "T"
        role = scene.article.paragraphs[piece.paragraph].role
        called = count <= LONGEST_NICKNAME and is_answered_to(stream.lows, self.at) and all(map(is_capital, words))
        self.named = called or scene.is_nickname(self.at) or self._is_name(stream, text, sides, count, capitals, role)
        self.base = [
            *self._shape_features(sides, capitals, role),
            *self._piece_features(piece, sourced=index in scene.source_of),
            *self._class_features(sides, capitals, role),
            *self._word_features(sides, text),
        ]

    def _is_name(self, stream: Stream, text: str, sides: _Sides, count: int, capitals: str, role: Role) -> bool:
        """Tell whether the piece names a thing or a work, by its capitals and the words beside it."""
        plain = self.first_case == "U" and self.end_mark == "w"
        led = role is Role.HEADLINE and count == 1 and _is_led(stream, self.at, self.low)
        if names_something(text, sides.l1, sides.r1, count, role, titled=self.titled, plain=plain, led=led):
            return True
        single = capitals == "C" and self.end_mark in ",w"
        if names_work(sides.l1, sides.l2, sides.r1, titled=self.titled, plain=single):
            return True
        return self.first_case == "U" and sides.l1 in other_words("works", stream.language.code)

    def holds(self, word: str) -> bool:
        """Tell whether a word (lower case) is one of the piece's."""
        if word not in self._lower:
            return False
        if self._words is None:
            self._words = _WORD.findall(self._lower)
        return word in self._words

    def told(self, scene: Scene) -> bool:
        """Tell whether a mention in the piece's own sentence has a reporting verb: nobody else's paragraph is asked."""
        first, last = bisect_left(scene.at, self.low), bisect_left(scene.at, self.high)
        return not GOVERNED.isdisjoint([profile.relation for profile in scene.profiles[first:last]])

    def _cues_beside(self, lows: Sequence[str]) -> str:
        """Return on which sides of the piece a reporting verb stands: L, R, LR or neither."""
        cues, at = cue_forms().keys(), self.at
        left = not cues.isdisjoint(lows[max(self.low, at - 12) : at])
        right = not cues.isdisjoint(lows[at + 1 : min(self.high, at + 9)])
        return ("L" if left else "") + ("R" if right else "")

    def _shape_features(self, sides: _Sides, capitals: str, role: Role) -> list[str]:
        """Return features of the piece's length, capitals and marks, with the words right beside it."""
        size, case, mark, cue = self.size, self.first_case, self.end_mark, self.cue
        l1, l2, r1, r2 = sides.l1, sides.l2, sides.r1, sides.r2
        shape = size + case + mark
        return [
            "q:" + shape,
            f"q:{size}{capitals}{case}",
            "ql1:" + l1,
            f"ql2:{l2}_{l1}",
            "qr1:" + r1,
            f"qr2:{r1}_{r2}",
            f"qlr:{l1}_{r1}",
            f"qls:{l1}{size}{case}",
            f"qes:{mark}{size}{r1}" if not r1.isalpha() else f"qes:{mark}{size}w",
            f"qcue:{cue}{size}",
            f"qcs:{cue}{shape}",
            f"qpos:{self.opens}{size}{mark}",
            f"qtit:{capitals}{cue}{mark}",
            "qrole:" + role + size,
        ]

    def _piece_features(self, piece: Piece, *, sourced: bool) -> list[str]:
        """Return features of how the piece is marked; `sourced`: the layout names who speaks."""
        family = "s" if piece.mark in ("'", "‘", "`") else "d" if piece.mark else piece.style
        return [f"qmark:{family}{self.size}", "qclosed:" + str(piece.closed), f"qsrc:{piece.style}{sourced}"]

    def _class_features(self, sides: _Sides, capitals: str, role: Role) -> list[str]:
        """Return features of the classes of the words beside the piece."""
        size, l1 = self.size, sides.l1
        class_left = word_class(l1)
        classes = class_left + "_" + word_class(sides.r1)
        naming = next((low for low in reversed(sides.left) if low in NAMING), "")
        return [
            f"qcls:{classes}{size}{self.first_case}",
            f"qclt:{class_left}{capitals}{size}",
            f"qcle:{classes}{self.end_mark}{capitals}",
            f"qnam:{'y' if naming else 'n'}{capitals}{size}",
            f"qnal:{naming}{capitals}",
            "qrl:" + role + l1 + size,
            "qw3:" + "_".join(sides.left[-3:]) if l1 in NAMING else "qw3",
        ]

    def _word_features(self, sides: _Sides, text: str) -> list[str]:
        """Return features of each word near the piece, and of what it says."""
        l1, features = sides.l1, []
        if (sides.left and l1 in (",", ":")) or l1 in _LEADING:
            features.append("ql3:" + sides.l2 + "_" + l1)
        features += ["qlw:" + low for low in sides.left]
        features += ["qrw:" + low for low in sides.right]
        features.append(f"qI:{self.person}{self.size}")
        if "?" in text or "!" in text:
            features.append("q?!")
        return features


class _Sides(NamedTuple):
    """The words of its sentence beside a piece.

    Attributes:
        left: the four before it; `right`: the three behind it.
        l1: the last before it, `^` for none; `l2` the one before that.
        r1: the first behind it, `$` for none; `r2` the one behind that.
    """

    left: list[str]
    right: list[str]
    l1: str
    l2: str
    r1: str
    r2: str


def _sides(lows: list[str], at: int, low: int, high: int) -> _Sides:
    left, right = lows[max(low, at - 4) : at], lows[at + 1 : min(high, at + 4)]
    return _Sides(
        left,
        right,
        left[-1] if left else "^",
        left[-2] if len(left) > 1 else "^",
        right[0] if right else "$",
        right[1] if len(right) > 1 else "$",
    )


def capitals_of(words: Sequence[str], count: int) -> str:
    """Return `C` for one word with a capital, `T` for several as in the title of a work, else `n`."""
    capitals = len([word for word in words if word[0].isupper() and word[0].isalpha()])
    if count == 1:
        return "C" if capitals else "n"
    if capitals < _FEWEST_CAPITALS:
        return "n"
    small = len([word for word in words if word in _SMALL])
    return "T" if capitals >= 0.7 * (count - small) else "n"


def _is_led(stream: Stream, at: int, low: int) -> bool:
    """Tell whether a word of a headline in marks, at index `at`, may be somebody's.

    A reporting verb stands before or behind it, or a name behind a dash: "Hale slams ‘unfit’ Quaid", "Quaid ‘unfit’,
    says Hale", "‘Unfit’ – Hale on Quaid".
    """
    lows = stream.lows
    before, behind = lows[max(low, at - _LED_WITHIN) : at], lows[at + 1 : at + 3]
    if not cue_forms().keys().isdisjoint(before):
        return True
    if behind[:1] == [","]:
        return len(behind) > 1 and behind[1] in cue_forms()
    return behind[:1] in (["–"], ["—"], ["-"]) and is_capital(stream.word(at + 2))
