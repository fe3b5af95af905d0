"""Who issued the reports, letters and the like that a text tells of: their words are the issuer's."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence

from quotecli.find.antecedents.fitting import gender_match
from quotecli.find.entities.entity import Entity
from quotecli.find.mentions.mention import Mention
from quotecli.find.mentions.tokens import QUOTE
from quotecli.find.scene.scene import Scene
from quotecli.find.words.lexicon import roles, vocabulary

_NAMED = 20
"""Bearers of one word that a document's noun is held against."""
_ISSUING = vocabulary("issuing (issuers)")
_TITLED = frozenset("called entitled headed headlined titled".split())
_TITLED_WITHIN = 5
"""Words from a comma to a name that open it: ", chief technology officer Ana Ruiz wrote"."""
_TELLER_WITHIN = 5
"""Mentions from a document's noun back to who says something in it."""
_ISSUED_WITHIN = 5
_ABOUT = frozenset("of on into about".split())
_ABOUT_WITHIN = 8
"""Words from a document's noun to who issued it, of which some tell what it is about."""
_FILED = frozenset("brought filed written authored drafted prepared commissioned signed submitted compiled".split())
_WRITTEN = frozenset("authored issued published signed written".split())
"""Behind a document and a comma, whose it is; it may be "released" or "read" by others."""
_SUING = frozenset(("sued", "sues", "suing"))
_WRITING = {"wrote": "letter", "written": "letter"}
"""What somebody has sent who is told to have written to others: "the council wrote to residents"."""
_MAILING = {"emailed": "email", "e-mailed": "e-mail"}
_SENDING = frozenset("emailed handed left mailed posted sent slipped texted".split())
_PARTED = (["left", "her"], ["left", "him"])
_NOT_SENT = frozenset((";", "and", "but", "that", "which", "who", "from", QUOTE))
_SENT_WITHIN = 14
"""Words from the verb to the document."""
_HELPING = frozenset(("has", "have", "had", "is", "are", "also"))
_REPRESENTING = frozenset("representing leading heading covering opposing supporting advising".split())
_READING = frozenset("reads read begins began ends ended opens opened concludes concluded".split())
"""What is told of a text: "it reads"."""
_PAGES, _PAGE_WITHIN = frozenset("account blog channel feed page site timeline website".split()), 5
"""Where documents are put out, and the words from whose that is."""
_IT, _EDITORIAL = "it", "editorial"
_FILING = _SUING | _WRITING.keys() | _MAILING.keys()
_LAWSUIT = "lawsuit"
_SAME_DOCUMENT = dict.fromkeys(("complaint", "filing", "suit"), _LAWSUIT)
"""Nouns for what somebody who sues files."""


class Issuers:
    """Who issued the documents that the text has told of so far.

    Attributes:
        some_file: whether the text tells of filing or sending at all, so that names matter too.
    """

    __slots__ = ("_by_noun", "_scene", "some_file")

    def __init__(self, scene: Scene) -> None:
        """Begin with nobody."""
        self._scene = scene
        self._by_noun: dict[str, int] = {}
        self.some_file = not _FILING.isdisjoint(scene.stream.distinct)

    def who_reads(self, mention: Mention) -> int:
        """Return whose words an "it" means that reads or begins: "it reads"; -1 for nobody's."""
        if _READING.isdisjoint(self._scene.stream.lows[mention.last : mention.last + 1]):
            return -1
        return self._by_noun.get(_IT, -1)

    def owner(self, index: int) -> int:
        """Return who issued "its report", "her complaint"; -1 where the text tells of no such."""
        filer = self._filer(self._scene.mentions[index])
        return _told_behind(self._scene, index) if filer < 0 else filer

    def tell(self, index: int) -> None:
        """Take in a mention whose entity is set, as far as it can be: who files, a document, whose that is."""
        mention = self._scene.mentions[index]
        if self.some_file and mention.entity >= 0 and not mention.modifies:
            made = _files(self._scene.stream.lows, mention.last)
            if made:
                self._by_noun[made] = mention.entity
        if mention.kind in ("noun", "joint") and mention.entity >= 0:
            self._bind_before(index)
        if mention.role in _PAGES and mention.owned_by is not None and mention.entity < 0:
            mention.entity = mention.owned_by.entity  # "the trust's website says"
        if mention.category == "document":
            self._bind(index)
            self._by_noun[_IT] = mention.entity

    def _bind_before(self, index: int) -> None:
        """Bind a document that stands before whom a noun, or two names, mean: "a report by the department"."""
        before, mention = self._scene.mentions[max(index - 1, 0)], self._scene.mentions[index]
        if before.category == "document" and before.entity < 0:
            between = self._scene.stream.lows[before.last : mention.first]
            by = between == ["by"] or (mention.kind == "joint" and between == ["from"])
            before.entity = mention.entity if by or _is_on_page(self._scene, before, mention) else -1

    def _bind(self, index: int) -> None:
        """Bind a document to the body or person that issued it, where the text names it, or has named it before."""
        mention = self._scene.mentions[index]
        if mention.owned_by is not None:
            mention.entity = mention.owned_by.entity
        for rule in _RULES:
            if mention.entity >= 0:
                break
            mention.entity = rule(self._scene, index)
        role = _SAME_DOCUMENT.get(mention.role, mention.role)
        if mention.entity >= 0:
            self._by_noun[role] = mention.entity
        elif self._scene.stream.lows[mention.first] in ("the", "this", "that", "its", mention.role):
            mention.entity = self._by_noun.get(role, -1)

    def _filer(self, mention: Mention) -> int:
        """Return who filed "her complaint", where the text has told of one who sues; -1 where it has not."""
        if _SAME_DOCUMENT.get(mention.role, mention.role) != _LAWSUIT:
            return -1
        sues = self._by_noun.get(_LAWSUIT, -1)
        fits = sues >= 0 and gender_match(mention, self._scene.cast.entities[sues]) != "!"
        return sues if fits else -1


def _named_behind(scene: Scene, index: int) -> int:
    """Return who is named behind a document: "a report filed by Ana Ruiz", "the letter from the council"."""
    mention, lows = scene.mentions[index], scene.stream.lows
    if (issuer := _issuer_behind(scene, index)) >= 0 or index + 1 >= len(scene.mentions):
        return issuer
    following, low = scene.mentions[index + 1], lows[mention.last] if mention.last < len(lows) else ""
    if low == "in" and mention.role == _EDITORIAL and following.kind == "name" and following.entity >= 0:
        return following.entity if following.first <= mention.last + 2 else -1
    if low not in ("from", "by", "of") or following.entity < 0 or following.first > mention.last + 2:
        return -1
    body = scene.cast.entities[following.entity].category == "body"
    return following.entity if body or low != "of" else -1


def _is_on_page(scene: Scene, document: Mention, owner: Mention) -> bool:
    """Tell whether a document stands on somebody's page: "a post on the department's Facebook page"."""
    lows = scene.stream.lows
    on = lows[document.last : owner.first] in (["on"], ["to"], ["on", "the"], ["to", "the"])
    return on and owner.possessive and not _PAGES.isdisjoint(lows[owner.last + 1 : owner.last + _PAGE_WITHIN])


def _on_page_of(scene: Scene, index: int) -> int:
    """Return on whose page a document stands, where the owner is named right behind it."""
    for owner in scene.mentions[index + 1 : index + 2]:
        if owner.kind == "name" and _is_on_page(scene, scene.mentions[index], owner):
            return owner.entity
    return -1


def _named_within(scene: Scene, index: int) -> int:
    """Return who is told inside the noun: "a State Department report", "a joint statement"."""
    mention = scene.mentions[index]
    joint = "joint" in scene.stream.lows[mention.first : mention.last]
    return _who_join(scene, index) if joint else _named_inside(scene, mention)


def _who_issues(scene: Scene, index: int) -> int:
    """Return who stands before a document and a verb of issuing: "the council released a statement"."""
    before = scene.mentions[index - 1] if index else None
    if before is None or before.entity < 0 or _is_governed(scene.stream.lows, before.first):
        return -1
    between = scene.stream.lows[before.last : scene.mentions[index].first]
    return before.entity if len(between) <= 4 and _ISSUING.intersection(between) else -1


def _is_governed(lows: Sequence[str], first: int) -> bool:
    """Tell whether a mention is what a participle governs: "senators representing Maine and Iowa sent a letter"."""
    before = lows[first - 1] if first else ""
    if before in ("the", "a", "an"):
        before = lows[first - 2] if first > 1 else ""
    return before in _REPRESENTING


def _who_sends(scene: Scene, index: int) -> int:
    """Return who is told to send a document with other things or to somebody: "sent him a card", "left a note"."""
    lows, mention = scene.stream.lows, scene.mentions[index]
    edge = max(scene.stream.sentence_span(mention.first)[0], mention.first - _SENT_WITHIN)
    for verb in range(mention.first - 1, edge, -1):
        if lows[verb] in _NOT_SENT:
            return -1
        if lows[verb] in _SENDING and lows[verb : verb + 2] not in _PARTED:
            return _subject_of(scene, verb)
    return -1


def _subject_of(scene: Scene, verb: int) -> int:
    """Return whose verb stands here: whoever stands before it, or led the sentence over an apposition; -1 for none."""
    lows, low = scene.stream.lows, scene.stream.sentence_span(verb)[0]
    begin = bisect_left(scene.at, low)
    last = bisect_left(scene.at, verb) - 1
    if last < begin:
        return -1
    if _HELPING.issuperset(lows[scene.mentions[last].last : verb]):
        governed = scene.mentions[last].modifies or _is_governed(lows, scene.mentions[last].first)
        return -1 if governed else scene.mentions[last].entity
    apposed = lows[verb - 1 - (lows[verb - 1] in _HELPING)] == "," and scene.heads[begin]
    return scene.mentions[begin].entity if apposed else -1


def _who_says_in(scene: Scene, index: int) -> int:
    """Return who says something in a document: "said in a memo", "told employees in a memo"."""
    mention, lows = scene.mentions[index], scene.stream.lows
    own = mention.owner in ("m", "f", "n", "p") or lows[mention.first] in ("a", "an")
    if not own or lows[max(mention.first - 1, 0)] != "in":
        return -1  # "in the report" may be anybody's
    return max(_who_tells(scene, index, verb) for verb in (mention.first - 2, mention.first - 3))


def _who_opens_in(scene: Scene, index: int) -> int:
    """Return who says something behind a document that opens the sentence: "In a memo with the results, Orr said"."""
    mention, lows = scene.mentions[index], scene.stream.lows
    low = scene.stream.sentence_span(mention.first)[0]
    if mention.first != low + 1 or lows[low] != "in" or lows[mention.first] not in ("a", "an"):
        return -1
    for number in range(index + 1, min(index + _TELLER_WITHIN, len(scene.mentions))):
        behind = scene.mentions[number]
        begin = behind.first - (lows[behind.first - 1] == "the") - 1
        while behind.first - _TITLED_WITHIN < begin and lows[behind.first - 1] in roles() and lows[begin].isalpha():
            begin -= 1  # ", technology chief Ana Ruiz wrote"
        titled = lows[begin] == QUOTE and lows[begin - 1] in _TITLED
        if (titled or lows[begin] == ",") and behind.kind == "name" and scene.profiles[number].relation == "SV":
            return -1 if behind.modifies else behind.entity
    return -1


def _who_join(scene: Scene, index: int) -> int:
    """Return whom "a joint statement" is by: those named together last in its sentence; -1 where there are none."""
    sentences, mention = scene.stream.sentences, scene.mentions[index]
    for before in reversed(scene.mentions[max(0, index - _TELLER_WITHIN) : index]):
        if before.entity >= 0 and sentences[before.first] == sentences[mention.first] and before.members:
            return before.entity
    return -1


def _issuer_behind(scene: Scene, index: int) -> int:
    """Return whom the words behind a document name as its issuer; -1 for nobody."""
    mention = scene.mentions[index]
    for behind in scene.mentions[index + 1 : index + 3]:
        between = scene.stream.lows[mention.last : behind.first]
        if behind.entity >= 0 and _issued_by(between, scene.cast.entities[behind.entity]):
            return behind.entity
    return -1


def _issued_by(between: Sequence[str], named: Entity) -> bool:
    """Tell whether the words between a document and a name say whose it is: "a lawsuit filed Monday by Ana Ruiz".

    Of a body "a study of rural bakeries by the Futures Institute" does as well.
    """
    between = between[:-1] if between[-1:] == ["the"] else between
    if between[-1:] == ["by"] and named.category == "body" and between[0] in _ABOUT and "," not in between:
        return len(between) <= _ABOUT_WITHIN
    if between[:1] == [","]:
        return len(between) > 1 and between[1] in _WRITTEN and between[2:] == ["by"]
    return (
        1 < len(between) <= _ISSUED_WITHIN and between[-1] == "by" and (between[0] in _ISSUING or between[0] in _FILED)
    )


def _files(lows: Sequence[str], at: int) -> str:
    """Return what somebody makes whose verb stands here: a lawsuit of who "has sued", a letter of who "wrote to"."""
    at += 1 if lows[at : at + 1] and lows[at] in _HELPING else 0
    verb, *behind = lows[at : at + 2] or [""]
    if verb in _SUING:
        return _LAWSUIT
    return _MAILING.get(verb) or (_WRITING.get(verb, "") if behind == ["to"] else "")


def _told_behind(scene: Scene, index: int) -> int:
    """Return who is named behind a document of their own: "In its report, the Harbour Board found"; -1 for nobody."""
    mention, lows = scene.mentions[index], scene.stream.lows
    owned = mention.owner in ("n", "m", "f", "p") and mention.first > 0 and lows[mention.first - 1] == "in"
    if not owned or index + 1 >= len(scene.mentions) or lows[mention.last : mention.last + 1] != [","]:
        return -1
    following = scene.mentions[index + 1]
    tells = scene.profiles[index + 1].relation == "SV" and following.kind == "name" and not following.modifies
    return following.entity if tells and following.first <= mention.last + 2 else -1


def _who_tells(scene: Scene, index: int, verb: int) -> int:
    """Return who is the subject of the reporting verb here, -1 for nobody: "the council …, said in a statement"."""
    for number in range(index - 1, max(index - _TELLER_WITHIN, -1), -1):
        profile, teller = scene.profiles[number], scene.mentions[number]
        inserted = teller.last == verb and scene.stream.lows[verb] == ","  # "the council, in a statement, said"
        if profile.relation == "SV" and (profile.at == verb or inserted):
            return teller.entity
    return -1


def _named_inside(scene: Scene, mention: Mention) -> int:
    """Return whose name stands before a document's noun, -1 for nobody's: "a State Department report"."""
    words = scene.stream.words[mention.first + 1 : mention.last - 1]
    if not words or not all(word[0].isupper() for word in words):
        return -1
    name = tuple(scene.stream.lows[mention.first + 1 : mention.last - 1])
    known = (e for e in scene.cast.by_word.get(name[-1], ())[:_NAMED] if e.words == name and not e.is_place)
    return next((entity.number for entity in known), -1)


_RULES: tuple[Callable[[Scene, int], int], ...] = (
    _named_behind,
    _named_within,
    _who_issues,
    _who_sends,
    _who_says_in,
    _who_opens_in,
    _on_page_of,
)
"""Where the issuer of a document is looked for; the first who is found counts."""
