"""Turns what was decided for an article's pieces into quotations."""

from __future__ import annotations

from quotecli.core.types import Article, Kind, Quotation, Role, Span
from quotecli.find.answer.kinds import kind_features
from quotecli.find.answer.naming import names_of
from quotecli.find.answer.trust import trust_features, trusted
from quotecli.find.answer.why import explain_choice
from quotecli.find.learned.model import Chances, Model, total
from quotecli.find.mentions.mention import Mention
from quotecli.find.ranker.decode import Decided
from quotecli.find.ranker.features import NOT_SPEECH
from quotecli.find.ranker.quoted import Quoted
from quotecli.find.reporting.frames import frame_of
from quotecli.find.reporting.via import via
from quotecli.find.reporting.when import said_on
from quotecli.find.scene.scene import Scene
from quotecli.find.words.lexicon import cue_class

_ROLES = {Role.CAPTION: Role.CAPTION, Role.HEADLINE: Role.HEADLINE, Role.BLOCKQUOTE: Role.BLOCKQUOTE}


def assemble(scene: Scene, decided: Decided, sure: Chances, model: Model, *, explain: bool) -> list[Quotation]:
    """Return the quotations of an article, in order, from the decisions about its pieces."""
    spoken = [number for number, option in enumerate(decided.options) if option != NOT_SPEECH]
    place = {number: order for order, number in enumerate(spoken)}
    kinds: dict[int, Kind] = {}
    for number in spoken:
        kinds[number] = _kind(scene, decided.slates[number].quoted, model)
        if kinds[number] is Kind.PARTIAL and _is_incised(scene, decided, kinds, number):
            kinds[number] = Kind.DIRECT
    roots: dict[int, int] = {}
    found: list[Quotation] = []
    for number in spoken:
        root = _first_piece(scene, decided, kinds, number, roots)
        if root is not None:
            roots[number] = root
        found.append(
            _quotation(
                scene,
                decided,
                number,
                kinds[number],
                None if root is None else place[root],
                sure,
                model,
                explain=explain,
            )
        )
    return found


def _quotation(
    scene: Scene,
    decided: Decided,
    number: int,
    kind: Kind,
    part_of: int | None,
    sure: Chances,
    model: Model,
    *,
    explain: bool,
) -> Quotation:
    article, piece, option = scene.article, scene.pieces[number], decided.options[number]
    slate, likely = decided.slates[number], decided.likely[number]
    mention = scene.mentions[option] if option >= 0 else None
    raw = 0.0
    if mention:
        raw = trusted(model.trust, trust_features(scene, slate, likely, slate.options.index(option), sure))
    cue = scene.cue_span(option) if mention else None
    frame = frame_of(article, scene.pieces, number)
    return Quotation(
        text=article.text[piece.start : piece.end],
        start=piece.start,
        end=piece.end,
        kind=kind,
        role=_ROLES.get(article.paragraphs[piece.paragraph].role, Role.BODY)
        if piece.style != "block"
        else Role.BLOCKQUOTE,
        paragraph=piece.paragraph + 1,
        speakers=names_of(scene, piece, mention) if mention else (),
        said_as=_said_as(article, mention),
        said_as_span=Span(mention.start, mention.end) if mention else None,
        cue=article.text[cue.start : cue.end] if cue else None,
        confidence=round(_confidence(scene, number, option, raw, model, told=cue is not None), 3),
        part_of=part_of,
        said_on=said_on(article, scene.pieces, number, frame),
        via=via(article, scene.pieces, number, frame),
        why=explain_choice(scene, decided, number, model, sure) if explain else None,
    )


_STOPS = frozenset(".!?,")
_LONGEST_TAG = 14
"""Words and marks between the pieces of a split sentence."""
_PARTING = frozenset("and but that while when adding calling saying".split())
"""Words that lead on to something else said."""
_ON = frozenset(("of", "about", "as", "that"))
"""Behind a reporting verb, what is spoken of: “We lost,” she said of the game, “badly.”"""
_UNTOLD = 0.6
"""The most that is trusted where no reporting word of a language that is not English was met."""


def _confidence(scene: Scene, number: int, option: int, raw: float, model: Model, *, told: bool) -> float:
    if option < 0:
        return 0.0
    hint = scene.pieces[number].confidence_hint
    if hint is not None and scene.source_of.get(number) == option:
        return max(hint, model.confidence(raw))
    return model.confidence(raw) if told or scene.stream.english else min(model.confidence(raw), _UNTOLD)


def _said_as(article: Article, mention: Mention | None) -> str | None:
    return article.text[mention.start : mention.end] if mention else None


def _kind(scene: Scene, quoted: Quoted, model: Model) -> Kind:
    piece = scene.pieces[quoted.index]
    if piece.style == "post" or scene.article.paragraphs[piece.paragraph].role is Role.POST:
        return Kind.POST
    if piece.style != "marks":
        return Kind.DIRECT
    return Kind.PARTIAL if total(model.kinds, kind_features(scene, quoted)) > 0 else Kind.DIRECT


def _is_incised(scene: Scene, decided: Decided, kinds: dict[int, Kind], number: int) -> bool:
    """Tell whether only a tag parts a piece from the one before: “We tried,” said Ines Lopez, “and lost.”."""
    before = number - 1
    if kinds.get(before) is not Kind.DIRECT:
        return False
    text, first, second = scene.article.text, scene.pieces[before], scene.pieces[number]
    if text[first.end - 1] != "," or text[second.end - 1] not in _STOPS or first.paragraph != second.paragraph:
        return False
    between = scene.stream.lows[decided.slates[before].quoted.at + 1 : decided.slates[number].quoted.at]
    if not 1 < len(between) <= _LONGEST_TAG or between[-1] != "," or not _PARTING.isdisjoint(between):
        return False
    cues = [at for at, low in enumerate(between) if cue_class(low)]
    tagged = bool(cues) and not any(between[at + 1] in _ON for at in cues)
    return tagged and _same_speaker(scene, decided.options[before], decided.options[number])


def _first_piece(
    scene: Scene, decided: Decided, kinds: dict[int, Kind], number: int, roots: dict[int, int]
) -> int | None:
    """Return the piece that begins the statement which piece `number` goes on with, or None."""
    piece = scene.pieces[number]
    before = piece.continues
    if before is None:
        before = _piece_before(scene, decided, kinds, number)
    if before is None or decided.options[before] == NOT_SPEECH:
        return None
    return roots.get(before, before)


def _piece_before(scene: Scene, decided: Decided, kinds: dict[int, Kind], number: int) -> int | None:
    """Return the piece that the reporter's words split from piece `number`: “…,” she said, “…”."""
    before = number - 1
    while before >= 0 and decided.options[before] == NOT_SPEECH:
        before -= 1
    if before < 0 or not _same_speaker(scene, decided.options[before], decided.options[number]):
        return None
    if Kind.PARTIAL in (kinds[before], kinds[number]):
        return None
    first, second = decided.slates[before].quoted, decided.slates[number].quoted
    if first.paragraph != second.paragraph:
        return None
    stream = scene.stream
    between = stream.lows[first.at + 1 : second.at]
    sentences = stream.sentences[second.at] - stream.sentences[first.at]
    if sentences == 0:
        return before
    governed = decided.options[number]
    behind = governed >= 0 and scene.mentions[governed].first < second.at
    if sentences == 1 and behind and between and between[-1] in (".", "!", "?") and len(between) <= 25:
        return before
    return None


def _same_speaker(scene: Scene, first: int, second: int) -> bool:
    if first == second:
        return True
    if first < 0 or second < 0:
        return False
    entity = scene.mentions[first].entity
    return entity >= 0 and entity == scene.mentions[second].entity
