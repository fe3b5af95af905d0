"""Sums weights without spelling the features out again: groups of features are functions of a few facts.

What is said of an option is a list of `Said`: a group, which is a function that names its features, and the facts that
it is told. Learning and explaining ask for the names; deciding asks for the sum of their weights, which is worked out
when facts are met for the first time and looked up ever after. Features that hardly come twice are spelled out at once
and looked up one by one: a `Row` has both.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from operator import add
from typing import Any

from quotecli.find.learned.model import Weights

Said = tuple[Any, ...]
"""A group (`Callable[..., list[str]]`), then its facts: texts, numbers, truth values."""
_UNKNOWN = ("q:", "qsrc", "qmark", "qnal", "sum", "qtit", "qcue", "qI", "ql1", "qr1", "qpos", "qlw", "qrw", "qclosed")
"""The features of a piece that tell whether its speaker is named at all."""
_FAMILIES = (
    "in out ent k w wk wd wr wrk wrv wrvx v wv wm wmx wb wa wrs wro wks wsub wks1 form adj adjs poss head det src"
    " bs bso bsr bsk bse p l2 vl r2 re se blk tag ord ords ordn b0 bv bvs nb ub fs fso fsr fsk fse fv fvs sh shr own"
    " g gp gk mg st stp sub rk0 cnt chs how rol rol1 rolc rolcp rolg rolr rel spk spl top lea leb ahd sam bef pos prg"
    " tby tbym none noneh nonea nonet nonec nonem nones"
    " str strd strr strs strm strh strn strc stro strk strp stra strq strb strt"
)
_ORDER = {family: place for place, family in enumerate(_FAMILIES.split())}
"""In which order features are named, whatever groups they are said in: reasons of one weight are told in it, and sums
of floating-point numbers, from which training goes on, depend on it."""
_KEPT = 1 << 15
"""How many sums are remembered, so that memory stays small whatever is read."""


Row = tuple[list[str], list[Said]]
"""The features of an option: those that are spelled out, and what is said in groups."""


class Scores(dict[Said, float]):
    """The sums of groups' weights by what was said."""

    __slots__ = ("_pieces", "_weigh")

    def __init__(self, weights: Mapping[str, float]) -> None:
        """Begin with nothing summed up."""
        super().__init__()
        names = {name[1:] for name in weights if name[:1] in ("n", "u")}
        get = self._weigh = weights.get
        # Complex numbers, because a sum of these is two sums at once.
        self._pieces = {name: complex(get("n" + name, 0.0), get("u" + name, 0.0)) for name in names}

    def __missing__(self, said: Said) -> float:
        """Name the features of what is not remembered and sum up their weights."""
        if len(self) >= _KEPT:
            self.clear()
        score = self[said] = sum(filter(None, map(self._weigh, said[0](*said[1:]))), 0.0)
        return score

    def of(self, options: Iterable[Iterable[Said]]) -> list[float]:
        """Return for each option the sum of the weights of all features of what is said of it."""
        get = self.__getitem__
        return [sum(map(get, said), 0.0) for said in options]

    def of_columns(self, columns: Iterable[Iterable[Said]]) -> list[float]:
        """Return the same where each of `columns` holds one thing said of every option."""
        get = self.__getitem__
        first, *others = columns
        scores = list(map(get, first))
        for column in others:
            scores = list(map(add, scores, map(get, column)))
        return scores

    def of_piece(self, whole: Iterable[str]) -> tuple[float, float]:
        """Return what a piece's own features weigh for no speech and for a speaker unnamed, see `piece_named`."""
        both = sum(filter(None, map(self._pieces.get, whole)), 0j)
        return both.real, both.imag

    def of_rows(self, rows: Iterable[Row]) -> list[float]:
        """Return for each row the sum of the weights of all its features."""
        get, weigh = self.__getitem__, self._weigh
        return [sum(filter(None, map(weigh, names)), 0.0) + sum(map(get, said), 0.0) for names, said in rows]


def named(everything: Iterable[Said]) -> list[str]:
    """Return all features of what is said by name."""
    return sorted([feature for said in everything for feature in _spell(said)], key=_place)


def piece_named(whole: Iterable[str], place: int) -> list[str]:
    """Return a piece's own features as they are named for no speech (place 0) or for a speaker unnamed (1)."""
    return ["u" + name for name in whole if name.startswith(_UNKNOWN)] if place else ["n" + name for name in whole]


def row_named(row: Row) -> list[str]:
    """Return all features of a row by name."""
    names, said = row
    return sorted([*names, *named(said)], key=_place)


def _place(feature: str) -> int:
    return _ORDER.get(feature.partition(":")[0], 0)


def _spell(said: Said) -> list[str]:
    group: Callable[..., list[str]] = said[0]
    return group(*said[1:])


def scores_by(weights: Mapping[str, float]) -> Scores:
    """Return what is summed up by these weights, for those of a model the same from article to article."""
    if not isinstance(weights, Weights):
        return Scores(weights)
    if weights.scores is None:
        weights.scores = Scores(weights)
    return weights.scores
