"""Whose words a clause gives that another clause leads: relative ones, agents, tags inside, speech that is recalled.

"Rob followed Kim's advice, which she described as “…”": hers. "Rob agreed with Khloé, whose letter spoke of “…”":
Khloé's.
"The piece cited a report by Luis Moreno, which concludes that it is “…”": Moreno's, who issued the report.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quotecli.find.clauses.recalled import as_saying
from quotecli.find.mentions.profiles import Profile
from quotecli.find.mentions.tokens import QUOTE
from quotecli.find.scene.scene import Scene
from quotecli.find.words.lexicon import cue_class, vocabulary

_REACH = 320  # characters before the piece; sentences are rarely longer
_CALLED_SO = 2
"""Words before the piece: "called", "condemned as"."""
_SAYS = frozenset(("SV", "VS", "ACC"))
_ROLE_WITHIN = 5
"""Words before a name that tell who that is: "described by the architectural historian Desmond Coote as"."""
_AGENT_WITHIN = 5
"""Words behind the piece: by the journal Textile Progress."""
_DOCUMENTS = (
    "report|study|letter|statement|memo|message|post|tweet|caption|speech|column|essay|note|email|article|book|paper"
    "|opinion|analysis|review|filing|lawsuit|complaint|survey|postcard|card|telegram|text|leaflet|flyer"
)
_INSIDE = r"[^.;:!?“”\"]"
_PRONOUN = re.compile(
    r"\b(?:which|whom|what) (?P<who>he|she|they) (?:\w+ly )?(?:\w+ (?:\w+ )?as|called|dubbed|termed|labell?ed)[\s:,]*$"
)
_WHOM = re.compile(
    r"(?P<who>),? whom (?:he|she|they|[A-Z][\w’'-]+)(?: had| has)? (?:described|quoted|quotes|recalled|remembered) as"
    rf" (?:having said|saying|telling){_INSIDE}{{0,60}}$"
)
_WHOSE = re.compile(rf"(?P<who>), whose (?:\w+ ){{0,3}}?(?:{_DOCUMENTS})s?\b(?P<said>{_INSIDE}{{0,90}})$")
_WORDS = ("words", "phrase", "phrasing", "telling")
_BY_WORDS = "|".join(_WORDS)
_OWN_WORDS = re.compile(
    rf"\b[Ii]n (?:the (?:{_BY_WORDS}) of (?P<of>[^,.;:!?“”\"]{{2,60}}?)"
    rf"|(?P<who>[^.;:!?“”\"]{{2,60}})['’]s? (?:own )?(?:{_BY_WORDS}))(?:,(?P<rest>[^,.;:!?“”\"]{{0,40}}),?)? ?$"
)
_HAS_A_VERB = _SAYS | {"SC"}
"""Relations of mentions to a verb of their own."""
_QUOTING = frozenset("quotes quoted quoting quote".split())
_ISSUED_TEXTS = frozenset("statement letter memo message note email e-mail release post tweet".split())
_ISSUING = vocabulary("issuing (led)")
_ISSUED_WITHIN = 3
"""Words behind who issued a text in which the verb stands: "the fund later released"."""
_BROKEN = frozenset((",", ";", ":", ".", "—", "–", "and", "but", QUOTE))
_SUBORDINATING = vocabulary("subordinating")
"""What stands before the subject of a clause that another clause leads."""
_RELATIVE = frozenset(("that", "which"))
_SHORT = 5
"""Words of a short sentence between its subject and its colon."""
_OBJECTS = vocabulary("objects")
_DASHES = frozenset(("-", "–", "—", "--"))
_SHOUTED = vocabulary("shouted")
"""What is told of a crowd or a sign in a relative clause: "a crowd that shouted “Shame!”"."""
_TELLING = vocabulary("telling (led)")
_ADDRESSING = frozenset(("ask", "tell"))
"""Verbs whose object hears what is said."""
_RELATIVE_OBJECTS = frozenset(("what", "which", "whom"))
_CALLING = frozenset("brand call describe dub label term write".split())
"""What is told in a relative clause: "what its brochure calls a “…”", "in which he writes that it was “…”"."""
_LONGEST_CLAUSE = 30
"""Words from a verb to the piece that stands in what it tells."""
_DOCUMENT_TELLS = re.compile(
    rf"\b(?P<who>{_DOCUMENTS})(?: (?:for|in|on|to|with) [^.,;:!?“”\"]{{2,60}}?)? (?:which|that) (?P<said>\w+)"
    rf"(?P<rest>{_INSIDE}{{0,90}}?)[\s,:]*$"
)
_ISSUED = re.compile(
    rf"\b(?:{_DOCUMENTS}) (?:by|from) (?P<who>[A-Z]){_INSIDE}{{2,160}}?,?"
    rf" (?:which|that) (?P<said>\w+{_INSIDE}{{0,90}})$"
)
_SUGGESTED = re.compile(
    r"\b(?:accusation|allegation|argument|assertion|claim|complaint|prediction|suggestion|warning)s? (?:by|from)"
    rf" (?P<who>[^\s,]{_INSIDE}{{2,50}}?) that {_INSIDE}{{2,90}}$"
)
"""What somebody else rejects or repeats: "a suggestion from one analyst that it amounted to “…”"."""


def ruling_clause(scene: Scene, index: int, options: Sequence[int]) -> int:
    """Return the place among `options` (indices of mentions) of whose clause ends in piece `index`; -1 for none."""
    end = scene.pieces[index].outer_start
    begin = max(0, end - _REACH)
    before = scene.article.text[begin:end].rpartition("\n")[2]
    begin = end - len(before)
    mentions = scene.mentions
    asks = "which " in before or "whom " in before or "what " in before  # most sentences are not worth a search
    if asks and (found := _PRONOUN.search(before)):
        at = begin + found.start("who")
        return _place(place for place, option in enumerate(options) if option >= 0 and mentions[option].start == at)
    if "whom " in before and (found := _WHOM.search(before.rstrip(" :,"))):
        at = begin + found.start("who")
        return _place(place for place, option in enumerate(options) if option >= 0 and mentions[option].end == at)
    if ", whose " in before and (found := _WHOSE.search(before)) and _tells(found["said"]):
        at = begin + found.start("who")
        return _place(place for place, option in enumerate(options) if option >= 0 and mentions[option].end == at)
    found = _OWN_WORDS.search(before) if any(map(before.__contains__, _WORDS)) else None
    if found and not _tells(found["rest"] or ""):
        named = [place for place, option in enumerate(options) if option >= 0 and not mentions[option].modifies]
        start, end = begin + found.start("of"), begin + (found.end("of") if found["of"] else found.end("who"))
        first = _place(place for place in named if found["of"] and mentions[options[place]].start == start)
        return first if first >= 0 else _place(place for place in named if mentions[options[place]].end == end)
    if asks or " that " in before:
        found = _DOCUMENT_TELLS.search(before)
        if found and cue_class(found["said"]) and not _tells(found["rest"]):
            at = begin + found.end("who")
            return _place(place for place, option in enumerate(options) if option >= 0 and mentions[option].end == at)
    issued = " by " in before or " from " in before
    found = _ISSUED.search(before) if issued else None
    if (found and cue_class(found["said"].split()[0].lower())) or (issued and (found := _SUGGESTED.search(before))):
        at = begin + found.start("who")
        return _place(place for place, option in enumerate(options) if option >= 0 and mentions[option].start == at)
    return -1


def last_clause(scene: Scene, index: int, options: Sequence[int], *, names: bool) -> int:
    """Return the place of whose clause with a verb of saying runs up to the piece, though another led the sentence.

    "He praised Brandt, who later told a friend that it was “so”"; "Ruiz agreed; Brandt claimed that it was “so”";
    "She hit back after he told the hosts: “…”"; "It quotes Brandt as telling him that it was “so”".
    `names` tells whether the piece looks like a title or a name.
    """
    lows, at, begins = scene.stream.lows, scene.stream.quote_at[index], scene.at
    verbs: list[int] = []
    for place, option in enumerate(options):
        if option < 0 or not at - _LONGEST_CLAUSE < begins[option] < at:
            continue
        last = scene.mentions[option].last
        quoted = lows[begins[option] - 1] in _QUOTING
        if quoted and last >= at - 1 and (last == at or lows[at - 1] in (",", ":")):
            return place  # "She quoted Brandt: “…”"
        verb, reads = _told_at(scene, option, at, names=names)
        if verb < 0 or verb >= at:
            continue
        end = at - 1 if lows[at - 1] == "," or (reads and lows[at - 1] == ":") else at  # "a note which read:"
        if _BROKEN.isdisjoint(lows[verb:end]):
            verbs = verbs or [
                scene.profiles[o].at for o in options if o >= 0 and scene.profiles[o].relation in _HAS_A_VERB
            ]
            if not any(verb < other < at for other in verbs):
                return place
    return -1


def _told_at(scene: Scene, option: int, at: int, *, names: bool) -> tuple[int, bool]:
    """Return where a mention's own clause tells what stands at `at`, -1 for nowhere, and whether a colon may follow.

    `names` tells whether it looks like a title or a name.
    """
    lows, mention, profile = scene.stream.lows, scene.mentions[option], scene.profiles[option]
    within = not names and (_is_told_within(profile) or lows[mention.last - 1] == "whom")
    if lows[mention.first - 1] in _QUOTING and (saying := as_saying(lows, mention.last, at)):
        return saying, True
    if mention.kind == "noun" and mention.last < at and _is_shouted(lows[mention.last : mention.last + 2]):
        return mention.last + 1, within
    relative = mention.gender == "r"
    own = profile.before == ";" and profile.relation in ("SV", "SC")
    if own or (profile.relation == "SV" and (relative or within)):
        return profile.at, within or (relative and at - 2 == profile.at)
    return -1, False


def _is_shouted(words: Sequence[str]) -> bool:
    """Tell whether two words lead from a crowd to what it says: "that shouted"."""
    return len(words) > 1 and words[0] in _RELATIVE and words[1] in _SHOUTED


def _is_told_within(profile: Profile) -> bool:
    """Tell whether a verb that can't but tell words stands in a subordinate clause of its own subject."""
    return profile.before in _SUBORDINATING and (profile.verb in _TELLING or profile.verb in _CALLING)


def caller(scene: Scene, index: int, options: Sequence[int]) -> int:
    """Return the place of who alone can have called something so, in a relative clause of their own; -1 for none.

    "What its brochure calls a “…”", "a book in which the rocker writes that it was “…”", "a charge Pike called “…”"; no
    pronoun's, which means who leads the sentence as well.
    """
    lows, at = scene.stream.lows, scene.stream.quote_at[index]
    for place, option in enumerate(options):
        if option < 0 or scene.mentions[option].kind == "pron" or scene.profiles[option].relation != "SV":
            continue
        profile, first = scene.profiles[option], scene.at[option]
        within = profile.before == "which" and lows[first - 2] == "in"
        reduced = first > _CALLED_SO and lows[first - 2] in ("a", "an") and lows[first - 3] == ","
        calls = (profile.verb in _CALLING or within) and (profile.before in _RELATIVE_OBJECTS or reduced)
        if calls and profile.at < at <= profile.at + _LONGEST_CLAUSE and _BROKEN.isdisjoint(lows[profile.at : at]):
            return place
    return -1


def inner_tag(scene: Scene, index: int, options: Sequence[int]) -> int:
    """Return the place among `options` of whom the words right behind piece `index` tell to have said it; -1 for none.

    Between two pieces of one sentence: "Those who defend “this,” Marsh wrote, “forget …”": Marsh's.
    """
    lows, at = scene.stream.lows, scene.stream.quote_at[index]
    begin = at + (2 if lows[at + 1 : at + 2] == [","] else 1)
    if begin == at + 1 and scene.article.text[scene.pieces[index].end - 1] not in ",?!":
        return -1
    if any(_called_by(scene, option, at) for option in options if option >= 0):
        return -1  # "Asked about Boone, who has called it “dead,” Rand said, “…”"
    for place, option in enumerate(options):
        if option < 0 or not begin <= scene.at[option] <= begin + 1:
            continue
        profile = scene.profiles[option]
        last = max(profile.at + 1, scene.mentions[option].last)
        beside = profile.gap == "0" and min(profile.at, scene.at[option]) == begin
        if beside and profile.relation in ("SV", "VS") and lows[last : last + 2] == [",", QUOTE]:
            return place
    return -1


def _called_by(scene: Scene, option: int, at: int) -> bool:
    """Tell whether somebody's relative clause calls something what stands at word `at`: "who has called it “dead”"."""
    mention, profile = scene.mentions[option], scene.profiles[option]
    calls = mention.gender == "r" and profile.relation == "SV" and profile.verb in _CALLING and profile.at < at
    return calls and _BROKEN.isdisjoint(scene.stream.lows[profile.at : at])


def agent(scene: Scene, index: int, options: Sequence[int]) -> int:
    """Return the place among `options` of who called something so in the passive; -1 for none.

    "It was called “the end of guesswork” by Textile Progress", "condemned as “obscene” by a councillor", "hailed by one
    critic as “the sound of a hedge”".
    """
    lows, words, at = scene.stream.lows, scene.stream.words, scene.stream.quote_at[index]
    if at > _CALLED_SO and lows[at - 1] == "as" and (place := _ends_before(scene, at - 1, options)) >= 0:
        first = scene.at[options[place]]
        by = next((back for back in range(first - 1, max(first - _ROLE_WITHIN, 1), -1) if lows[back] == "by"), 0)
        if by and lows[by - 1].endswith("ed") and cue_class(lows[by - 1]):
            return place
    if words[at + 1 : at + 2] != ["by"] or at < _CALLED_SO:
        return -1
    named = at - 1 if lows[at - 1] not in ("as", "of") else at - 2
    if not (cue_class(lows[named]) and lows[named].endswith("ed")):
        return -1
    behind = [(scene.at[option] - at, place) for place, option in enumerate(options) if option >= 0]
    distance, place = min([pair for pair in behind if pair[0] > 0], default=(_AGENT_WITHIN, -1))
    return place if distance < _AGENT_WITHIN else -1


def _ends_before(scene: Scene, at: int, options: Sequence[int]) -> int:
    """Return the place of the mention that ends right before this word of the stream; -1 for none."""
    return _place(place for place, option in enumerate(options) if option >= 0 and scene.mentions[option].last == at)


def introducer(scene: Scene, index: int, options: Sequence[int]) -> int:
    """Return the place among `options` of who alone says, in the sentence whose colon ends the paragraph above; or -1.

    Of blocks and posts that name nobody themselves ("A reader, Ann Lee, emails:"), and of paragraphs all in marks.
    """
    piece, stream = scene.pieces[index], scene.stream
    begin = stream.opened[piece.paragraph]
    if piece.source or piece.continues is not None or begin < _CALLED_SO or stream.lows[begin - 1] != ":":
        return -1
    whole = piece.style == "marks" and stream.only_quotes(piece.paragraph)
    if not (whole or piece.style in ("block", "post")) or stream.quote_at[index] > begin + 1:
        return -1
    low, high = stream.sentence_span(begin - 1)
    profiles = ((place, scene.profiles[option]) for place, option in enumerate(options) if option >= 0)
    telling = [place for place, profile in profiles if profile.relation in _SAYS and low <= profile.at < high]
    if not telling:
        return _issuer_above(scene, options, low, high)
    who = {scene.mentions[options[place]].entity for place in telling}
    return telling[0] if len(telling) == 1 or (len(who) == 1 and who != {-1}) else -1


def _issuer_above(scene: Scene, options: Sequence[int], low: int, high: int) -> int:
    """Return the place of who leads a sentence that tells of a text: "The Fell Fund released a statement:"; or -1."""
    lows = scene.stream.lows
    if _ISSUED_TEXTS.isdisjoint(lows[low:high]):
        return -1
    for place, option in enumerate(options):
        if option < 0 or not low <= scene.at[option] < high or not scene.heads[option]:
            continue
        mention = scene.mentions[option]
        if not _ISSUING.isdisjoint(lows[mention.last : mention.last + _ISSUED_WITHIN]) and not mention.possessive:
            return place
    return -1


def telling(scene: Scene, index: int, options: Sequence[int]) -> int:
    """Return the place among `options` of who stands with their verb right before the piece; -1 for none.

    "“Do you?” She answered: “No.”"; with whom they ask or tell: "A reporter asked Ana Ruiz, the mayor: “Do you?”"; in
    the passive: "Asked by a reporter “Do you?”, she said no."
    """
    lows, at = scene.stream.lows, scene.stream.quote_at[index]
    if at < _CALLED_SO:
        return -1
    end = at - 1 if lows[at - 1] in (",", ":") else at
    for place, option in enumerate(options):
        if option < 0 or not at - _ROLE_WITHIN - _AGENT_WITHIN < scene.at[option] < at:
            continue
        mention, profile = scene.mentions[option], scene.profiles[option]
        if mention.last == end and lows[max(mention.first - 2, 0) : mention.first] == ["asked", "by"]:
            return place
        if end == at or profile.relation != "SV" or profile.verb not in _TELLING:
            continue
        if profile.at + 1 == end and lows[mention.first - 1] == QUOTE:
            return place
        if profile.verb in _ADDRESSING and _is_addressed(
            scene, option, end, of=scene.article.text[scene.pieces[index].end - 1]
        ):
            return place
    return -1


def _is_addressed(scene: Scene, option: int, end: int, *, of: str) -> bool:
    """Tell whether nothing but whom somebody asks or tells stands between their verb and `end`.

    `of` is the last character of what they say: before a comma the words behind tell who speaks.
    """
    if of == ",":
        return False
    verb = scene.profiles[option].at
    for mention in scene.mentions[option + 1 : option + 4]:
        if mention.first != verb + 1:
            continue
        return mention.last == end or (
            scene.stream.lows[mention.last : mention.last + 1] == [","]
            and any(
                other.first == mention.last + 1 and other.last == end and other.kind == "noun"
                for other in scene.mentions[option + 2 : option + 5]
            )
        )
    return False


def labelled(scene: Scene, index: int, options: Sequence[int]) -> int:
    """Return the place of who stands as a label before the piece, behind a dash: "Polls miss again - Ana Lee: “…”"."""
    stream = scene.stream
    lows, at = stream.lows, stream.quote_at[index]
    if at < _CALLED_SO or lows[at - 1] != ":":
        return -1
    place = _ends_before(scene, at - 1, options)
    if place < 0 or scene.mentions[options[place]].kind not in ("name", "joint"):
        return -1
    before = scene.mentions[options[place]].first - 1
    if before > 0 and lows[before] == "from" and lows[before - 1] == "more":
        before -= 2
    return place if before >= 0 and lows[before] in _DASHES else -1


def led_in(scene: Scene, index: int, options: Sequence[int]) -> int:
    """Return the place of who leads a short sentence whose colon stands before the piece: "Brandt was blunter: “…”".

    Without an object: what somebody saw or got may be somebody else's words.
    """
    stream, piece = scene.stream, scene.pieces[index]
    lows, at = stream.lows, stream.quote_at[index]
    if (
        at < _CALLED_SO
        or lows[at - 1] != ":"
        or piece.style != "marks"
        or not scene.article.text[piece.start].isupper()
    ):
        return -1
    begin = stream.sentence_span(at - 1)[0]
    for place, option in enumerate(options):
        if option < 0 or not begin <= scene.at[option] <= begin + 1 or scene.mentions[option].modifies:
            continue
        if scene.profiles[option].relation == "PV":
            continue  # "Brandt was told: “…”"
        between = stream.words[scene.mentions[option].last : at - 1]
        plain = all(word.isalpha() and word.islower() for word in between)
        if 0 < len(between) <= _SHORT and plain and _OBJECTS.isdisjoint(between):
            return place
    return -1


def _place(places: Iterator[int]) -> int:
    return next(places, -1)


def _tells(words: str) -> bool:
    return any(cue_class(word.strip(",").lower()) for word in words.split())
