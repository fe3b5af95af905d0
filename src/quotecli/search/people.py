"""From what a user types for a name to the speakers of a store, the likeliest first."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from quotecli.core.folding import fold
from quotecli.core.types import Shown
from quotecli.core.writings import RANGES, is_latin
from quotecli.search.likeness_of_names import (
    NAMESAKE,
    ONE_WORD,
    SAME,
    SURE,
    begun_elsewhere,
    covered,
    likeness_of_names,
    may_be_one,
    short_forms_of,
)
from quotecli.search.look_alikes import in_latin
from quotecli.store.facts import any_of
from quotecli.store.words import MARK, cut, grams

if TYPE_CHECKING:
    from quotecli.store import Store

__all__ = ["ABBREVIATED", "NEAR", "NameHit", "fitting", "initials_of", "resolve_speaker"]

NEAR = 65.0
"""From here a name is near enough to be offered, or taken where nothing fits."""
_FAMILY = 2
"""Words of a name whose last are the family's."""
_MOST = 1500
_LOOKED_AT = 400
_SHARING = 400
"""Names that share most groups of letters with what is typed, of which each is held against it."""
_SHARED = 0.4
"""What they must have in common with it, as a share of what the nearest has."""
_MOST_JOINED = 3
"""Words that may be one in a name: "van der meer" is Vandermeer."""
_ABBREVIATION = range(2, 7)
"""Letters that may stand for a name of so many words."""
ABBREVIATED = 95.0
"""What a name scores whose words begin with the letters typed."""
_SMALL = frozenset("and de for ii iii jr la of on sr the to und".split())
"""Words whose letters a short name leaves out."""
_JUNIOR = frozenset({"jr", "sr"})
_SEVERAL = re.compile(r"\s(?:and|&|\+)\s", re.IGNORECASE)
"""What parts the names of several, none of whom is called by all the words."""
_OWNER = re.compile(r"(.*\w)['’]s", re.DOTALL)
"""A name as it stands before what is somebody's: "Reed's"."""
_BESIDE = re.compile(r"(?<=\w)[.]?(?:\s*[(\[][^()\[\]]*[)\]]|,\s(?:an?|the|who|of)\s.*)+$", re.DOTALL)
"""What stands behind a name and is none: "(D-Ohio)", ", the mayor"."""
_LONGEST = 300
"""Characters of a name from which nothing is left out."""
_INITIALS = range(2, 4)
"""Letters of a first word that may be initials: "jm reed"."""


class NameHit(NamedTuple):
    """A name that a query may mean.

    Attributes:
        name: as shown.
        score: 0 to 100; from 90 the query is the name, a part of it or a short form, below that a near miss.
        number: of the person or outlet in this store.
        quotes: how many quotes.
    """

    name: str
    score: float
    number: int
    quotes: int

    @property
    def fits(self) -> bool:
        """Whether the query is the name, a part of it or a short form, and no near miss."""
        return self.score >= SURE


def resolve_speaker(store: Store, name: str, limit: int = 10, *, forgiving: bool = True) -> list[NameHit]:
    """Return the speakers of the store that `name` may mean, the likeliest first.

    Args:
        store: the store.
        name: a name or a part of it, a nickname, misspelt, without accents, initials, "last, first" or a handle; or
            `Shown`.
        limit: how many at most.
        forgiving: also take names that are spelt otherwise, which costs far more than the rest.
    """
    wanted = _wanted(name)
    if not wanted or isinstance(name, Shown):  # "???" has no words: it is nobody but who is called exactly so
        called = store.index.called(name.strip())
        return [NameHit(called[1], SAME, called[0], called[2])] if called and called[2] else []
    found = _scores(store, wanted, strict=True, most=max(_MOST, limit))
    if not found and not forgiving:
        found = _of_short_words(store, wanted)
    surest = max(found.values(), default=0.0)
    if surest < SURE or surest >= ONE_WORD:  # FDA and who is called so in full elsewhere fit alike
        found = _highest(_abbreviated(store, wanted, max(surest, ABBREVIATED)), found)
    if not _some_fit(found) and (less := _with_less(name)):
        hits = resolve_speaker(store, less, limit, forgiving=False)
        if hits and hits[0].fits:
            return hits
    if forgiving and not _some_fit(found):
        found = _otherwise_parted(store, wanted) or (found if _SEVERAL.search(name) else _covered(store, wanted, found))
    if forgiving and not _some_fit(found):
        found = _highest(found, _loosely(store, wanted))
    if len(shorter := _without_middle_initials(wanted)) < len(wanted) and not _some_fit(found):
        hits = resolve_speaker(store, " ".join(shorter), limit, forgiving=forgiving)
        return [hit if may_be_one(name, hit.name) else hit._replace(score=min(hit.score, NAMESAKE)) for hit in hits]
    near = [person for person in found if found[person] >= NEAR]
    best = sorted(near, key=lambda person: -found[person])[: max(_LOOKED_AT, limit)]
    people = store.index.people(best)
    hits = [NameHit(people[person][0], found[person], person, people[person][1]) for person in best if person in people]
    return sorted(hits, key=lambda hit: (hit.score < SAME, -round(hit.score), -hit.quotes, hit.name))[:limit]


def _with_less(name: str) -> str:
    """Return a name without what no name has: "Reed's", "Ana Reed (D-Ohio)", "Ana Reed, the mayor"; or nothing.

    Letters that only look Latin become so.
    """
    less = in_latin(_BESIDE.sub("", name).strip()) if len(name) <= _LONGEST else name.strip()
    if owner := _OWNER.fullmatch(less):
        less = owner[1]
    return less if less != name.strip() else ""


def _some_fit(found: dict[int, float]) -> bool:
    return max(found.values(), default=0.0) >= SURE


def _scores(store: Store, wanted: list[str], *, strict: bool, most: int = _MOST) -> dict[int, float]:
    """Return how well the persons fit whose names are worth a look, 0 to 100."""
    found: dict[int, float] = {}
    for person, spelling, _ in _alike(store, wanted, strict=strict, most=most):
        found[person] = max(found.get(person, 0.0), likeness_of_names(wanted, cut(fold(spelling))))
    return found


def _loosely(store: Store, wanted: list[str]) -> dict[int, float]:
    """Return how well the persons fit whose names are spelt somewhat alike; who has the last word may be meant."""
    found: dict[int, float] = {}
    for person, spelling, _ in _alike(store, wanted, strict=False):
        words = cut(fold(spelling))
        named = len(wanted) > 1 and len(wanted[-1]) > 2 and wanted[-1] in words[-_FAMILY:]
        score = max(likeness_of_names(wanted, words), NAMESAKE if named else 0.0)
        found[person] = max(found.get(person, 0.0), score)
    return found


def _covered(store: Store, wanted: list[str], others: dict[int, float]) -> dict[int, float]:
    """Return the persons all words of whose name are typed, with more: "Ana Maria Ruiz" is Ana Ruiz; and the others."""
    if len(wanted) <= _FAMILY:
        return others
    some = [form for word in wanted for form in map(_strictly, (word, *sorted(short_forms_of(word)))) if form]
    found = dict(others)
    for person, spelling, _ in store.index.names_matching(" OR ".join(some), 12 * _MOST) if some else ():
        if score := covered(cut(fold(spelling)), wanted):
            found[person] = max(found.get(person, 0.0), score)
    return found


def _of_short_words(store: Store, wanted: list[str]) -> dict[int, float]:
    """Return who has all these words in a name, whole ("wu", "山田"): too short for the groups of letters of others."""
    if any(len(word) > 2 or (len(word) < 2 and word.isascii()) for word in wanted):
        return {}
    found: dict[int, float] = {}
    for person, spelling, _ in store.index.names_matching(" AND ".join(f'"{word}"' for word in wanted), _MOST):
        found[person] = max(found.get(person, 0.0), likeness_of_names(wanted, cut(fold(spelling))))
    return found


def _abbreviated(store: Store, wanted: list[str], score: float) -> dict[int, float]:
    """Return who is called so in short: FDA is the Food and Drug Administration, HHS a department of such a name.

    `score` is what a name counts for that has no other words.
    """
    apart = list(takewhile(lambda word: len(word) == 1, wanted))  # "A.R.", "R.F.K. Jr."
    letters, behind = "".join(apart) or wanted[0], wanted[max(len(apart), 1) :]
    if len(letters) not in _ABBREVIATION or not (letters.isascii() and letters.isalpha()):
        return {}
    if not _JUNIOR.issuperset(behind):
        return {}
    found = {}
    for person, spelling, _ in store.index.names_abbreviated(letters, _MOST):
        words = cut(fold(spelling))
        initials = initials_of([word for word in words if word not in _SMALL])
        if initials.endswith(letters) and set(behind).issubset(words):
            found[person] = score if initials == letters else SURE
    return found


def _highest(one: dict[int, float], other: dict[int, float]) -> dict[int, float]:
    return {person: max(one.get(person, 0.0), other.get(person, 0.0)) for person in [*one, *other]}


def _otherwise_parted(store: Store, wanted: list[str]) -> dict[int, float]:
    """Return the persons who fit a name typed in more words than it has, or in fewer: "mc allister", "jm reed"."""
    last = len(wanted) + 1
    for first, end in ((at, end) for at in range(last) for end in range(at + 2, min(at + _MOST_JOINED + 1, last))):
        joined = "".join(wanted[first:end])
        words = [*wanted[:first], joined, *wanted[end:]]
        found: dict[int, float] = {}
        for person, spelling, _ in _alike(store, words, strict=True):
            name = cut(fold(spelling))
            if any(word.startswith(joined) for word in name):
                found[person] = max(found.get(person, 0.0), likeness_of_names(words, name))
        if fits := {person: score for person, score in found.items() if score >= SURE}:
            return fits
    if len(wanted) > 1 and len(wanted[0]) in _INITIALS:
        found = _scores(store, [*wanted[0], *wanted[1:]], strict=True)
        return {person: score for person, score in found.items() if score >= SURE}
    return {}


def _wanted(name: str) -> list[str]:
    """Return the folded words to look for: "last, first" turned round, a handle without its sign."""
    from quotecli.core.names import is_post_nominal, parse_name

    parsed = parse_name(name.strip().lstrip("@").replace("_", " "))
    behind = [word for word in parsed.suffix.split() if not is_post_nominal(word)]  # who is an MP is no other
    return cut(fold(parsed._replace(suffix=" ".join(behind)).full or name))[:8]


def _without_middle_initials(wanted: list[str]) -> list[str]:
    """Return the words of "Donald J. Trump" that a store must have which prints no initial."""
    last = len(wanted) - 1
    return [word for place, word in enumerate(wanted) if len(word) > 1 or place in (0, last)]


def _alike(store: Store, wanted: list[str], *, strict: bool, most: int = _MOST) -> list[tuple[int, str, int]]:
    """Return spellings worth a look: strictly those with all the words or their short forms, else any alike."""
    parts = []
    loose: list[str] = []
    elsewhere = strict and (not all(map(is_latin, wanted)) or any(store.index.names_between(*ends) for ends in RANGES))
    for word in wanted:
        forms = [word, *sorted(short_forms_of(word))]
        if strict:
            some = [" AND ".join(filter(None, map(_strictly, cut(form)))) for form in forms]  # "abdul-aziz"
            parts.append(some + _in_other_letters(word) if elsewhere and all(some) else some)
        else:
            loose += [gram for form in forms[:1] for gram in grams(form) or [form]]
    if strict:
        expression = " AND ".join("(" + " OR ".join(forms) + ")" for forms in parts if all(forms))
        return store.index.names_matching(expression, most) if expression else []
    return store.index.names_like(loose, _SHARING, _SHARED)


def _strictly(word: str) -> str:
    """Return the expression for names with a word that begins so; empty for what is too short to narrow anything."""
    found = grams(word)[:-1]
    if not found:
        return f'"{word}"' if len(word) > 2 else ""
    return "(" + " AND ".join(f'"{gram}"' for gram in found) + ")"


def _in_other_letters(word: str) -> list[str]:
    """Return the expression for names with a word that begins as this one may, in Latin letters or not in them."""
    begun = begun_elsewhere(word)
    firsts = sorted({f"{MARK}{one[:2]}" for one in begun if len(one) > 1})
    if not firsts:
        return []
    threes = sorted(one for one in begun if len(one) > 2)
    short = any(len(one) == 2 for one in begun)
    return [any_of(firsts) if short else f"{any_of(firsts)} AND {any_of(threes)}"]


def fitting(hits: list[NameHit]) -> list[NameHit]:
    """Return those of the likeliest names that a filter takes: all that fit as well as the first, or nearly."""
    if not hits:
        return []
    best = hits[0].score
    if best >= 100:
        return [hit for hit in hits if hit.score >= 100]
    if best >= SURE:
        return [hit for hit in hits if hit.score >= max(SURE, best - 7)]
    return [hit for hit in hits if hit.score >= max(75.0, best - 3)]


def initials_of(words: Sequence[str]) -> str:
    """Return the first letters of words, together."""
    return "".join(word[0] for word in words)
