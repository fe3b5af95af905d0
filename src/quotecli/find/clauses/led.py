"""Whose words a clause gives that another clause leads: agents, tags inside, introductions, what stands before a colon.

Relative clauses and documents are `patterns`', what somebody recalls is `recalled`'s.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from quotecli.find.clauses.recalled import as_saying
from quotecli.find.clauses.setting import Setting
from quotecli.find.mentions.mention import Mention
from quotecli.find.mentions.profiles import SPEAKING, Profile
from quotecli.find.mentions.tokens import QUOTE
from quotecli.find.words.lexicon import cue_class, vocabulary

_CALLED_SO = 2
"""Words before the piece: "called", "condemned as"."""
_ROLE_WITHIN = 5
"""Words before a name that tell who that is: "described by the architectural historian Desmond Coote as"."""
_AGENT_WITHIN = 5
"""Words behind the piece: by the journal Textile Progress."""
_PASSED_ON = frozenset("circulated posted retweeted shared".split())
"""What is done with others' words: "shared “in good faith” by an aide"."""
_HAS_A_VERB = SPEAKING | {"SC"}
"""Relations of mentions to a verb of their own."""
_QUOTING = frozenset("quotes quoted quoting quote".split())
_ISSUED_TEXTS = frozenset("statement letter memo message note email e-mail release post tweet".split())
_BY = frozenset(("by", "from"))
_ISSUING = vocabulary("issuing (led)")
_ISSUED_WITHIN = 3
"""Words behind who issued a text in which the verb stands: "the fund later released"."""
_BROKEN = frozenset((",", ";", ":", ".", "—", "–", "and", "but", QUOTE))
_SUBORDINATING = vocabulary("subordinating")
"""What stands before the subject of a clause that another clause leads."""
_RELATIVE = frozenset(("that", "which"))
_WANTING = frozenset("ask call demand insist request urge want".split())
_OBLIGING = frozenset("should must ought needs need".split())
"""What tells, behind a colon, what somebody wants of others."""
_SHORT = 5
"""Words of a short sentence between its subject and its colon."""
_ASIDE = 3
"""Words that commas set off behind who leads such a sentence: ", left,", ", his wife,"."""
_OBJECTS = vocabulary("objects")
_DASHES = frozenset(("-", "–", "—", "--"))
_SHOUTED = vocabulary("shouted")
"""What is told of a crowd or a sign in a relative clause: "a crowd that shouted “Shame!”"."""
_TELLING = vocabulary("telling (led)")
_SAYING_ALONE = frozenset("add note say state write".split())
"""Verbs that are no sentence without what is said."""
_ADDRESSING = frozenset(("ask", "tell"))
"""Verbs whose object hears what is said."""
_RELATIVE_OBJECTS = frozenset(("what", "which", "whom"))
_CALLING = frozenset("brand call describe dub label term write".split())
"""What is told in a relative clause: "what its brochure calls a “…”", "in which he writes that it was “…”"."""
_LONGEST_CLAUSE = 30
"""Words from a verb to the piece that stands in what it tells."""


def last_clause(setting: Setting) -> int:
    """Return whose clause with a verb of saying runs up to the piece, though another led the sentence; -1 for none.

    "He praised Brandt, who later told a friend that it was “so”"; "Ruiz agreed; Brandt claimed that it was “so”";
    "She hit back after he told the hosts: “…”"; "It quotes Brandt as telling him that it was “so”".
    """
    lows, at = setting.lows, setting.at
    verbs = [profile.at for _, _, profile in setting.candidates if profile.relation in _HAS_A_VERB]
    for number, mention, profile in setting.candidates:
        if not at - _LONGEST_CLAUSE < mention.first < at:
            continue
        if lows[mention.first - 1] in _QUOTING and at - 1 <= mention.last and mention.last in (at, setting.end):
            return number  # "She quoted Brandt: “…”"
        verb, reads = _told_at(setting, mention, profile)
        if not 0 <= verb < at:
            continue
        end = at - 1 if lows[at - 1] == "," or (reads and lows[at - 1] == ":") else at  # "a note which read:"
        if _BROKEN.isdisjoint(lows[verb:end]) and not any(verb < other < at for other in verbs):
            return number
    return -1


def _told_at(setting: Setting, mention: Mention, profile: Profile) -> tuple[int, bool]:
    """Return where a mention's own clause tells the piece, -1 for nowhere, and whether a colon may follow."""
    lows, at = setting.lows, setting.at
    within = not setting.is_name and (_is_told_within(profile) or lows[mention.last - 1] == "whom")
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


def caller(setting: Setting) -> int:
    """Return who alone can have called something so, in a relative clause of their own; -1 for none.

    "What its brochure calls a “…”", "a book in which the rocker writes that it was “…”", "a charge Pike called “…”"; no
    pronoun's, which means who leads the sentence as well.
    """
    lows, at = setting.lows, setting.at
    for number, mention, profile in setting.candidates:
        if mention.kind == "pron" or profile.relation != "SV":
            continue
        first = mention.first
        within = profile.before == "which" and lows[first - 2] == "in"
        reduced = first > _CALLED_SO and lows[first - 2] in ("a", "an") and lows[first - 3] == ","
        calls = (profile.verb in _CALLING or within) and (profile.before in _RELATIVE_OBJECTS or reduced)
        if calls and profile.at < at <= profile.at + _LONGEST_CLAUSE and _BROKEN.isdisjoint(lows[profile.at : at]):
            return number
    return -1


def inner_tag(setting: Setting) -> int:
    """Return whom the words right behind the piece tell to have said it; -1 for none.

    Between two pieces of one sentence: "Those who defend “this,” Marsh wrote, “forget …”": Marsh's.
    """
    lows, at, begin = setting.lows, setting.at, setting.behind
    if begin == at + 1 and setting.last_character not in ",?!":
        return -1
    if any(_calls(setting, mention, profile) for _, mention, profile in setting.candidates):
        return -1  # "Asked about Boone, who has called it “dead,” Rand said, “…”"
    for number, mention, profile in setting.candidates:
        if not begin <= mention.first <= begin + 1:
            continue
        last = max(profile.at + 1, mention.last)
        beside = profile.gap == "0" and min(profile.at, mention.first) == begin
        if beside and profile.relation in ("SV", "VS") and lows[last : last + 2] == [",", QUOTE]:
            return number
    return -1


def bare_tag(setting: Setting) -> int:
    """Return who stands alone with a verb in the sentence behind the piece: "“It rained.” Marsh said."; -1 for nobody.

    With one that tells nothing by itself: "Marsh agreed." is a sentence.
    """
    stream, begin = setting.scene.stream, setting.at + 1
    if setting.high != begin or begin >= len(stream) or stream.paragraphs[begin] != stream.paragraphs[setting.at]:
        return -1
    end = stream.sentence_span(begin)[1]
    for number, mention, profile in setting.candidates:
        alone = mention.first == begin and profile.relation == "SV" and profile.at == mention.last
        if alone and stream.lows[profile.at + 1 : end] == ["."] and profile.verb in _SAYING_ALONE:
            return number
    return -1


def _calls(setting: Setting, mention: Mention, profile: Profile) -> bool:
    """Tell whether somebody's relative clause calls something what the piece says: "who has called it “dead”"."""
    calls = mention.gender == "r" and profile.relation == "SV" and profile.verb in _CALLING
    return calls and profile.at < setting.at and _BROKEN.isdisjoint(setting.lows[profile.at : setting.at])


def agent(setting: Setting) -> int:
    """Return who called something so in the passive; -1 for none.

    "It was called “the end of guesswork” by Textile Progress", "condemned as “obscene” by a councillor", "hailed by one
    critic as “the sound of a hedge”".
    """
    lows, at = setting.lows, setting.at
    if at > _CALLED_SO and lows[at - 1] == "as" and (number := _ending_before(setting, at - 1)) >= 0:
        first = setting.scene.at[number]
        by = next((back for back in range(first - 1, max(first - _ROLE_WITHIN, 1), -1) if lows[back] == "by"), 0)
        if by and lows[by - 1].endswith("ed") and cue_class(lows[by - 1]):
            return number
    if setting.scene.stream.words[at + 1 : at + 2] != ["by"] or at < _CALLED_SO:
        return -1
    named = at - 1 if lows[at - 1] not in ("as", "of") else at - 2
    if not (cue_class(lows[named]) and lows[named].endswith("ed")) or lows[named] in _PASSED_ON:
        return -1
    behind = [(mention.first, number) for number, mention, _ in setting.candidates if mention.first > at]
    first, number = min(behind, default=(at + _AGENT_WITHIN, -1))
    return number if first - at < _AGENT_WITHIN else -1


def _ending_before(setting: Setting, at: int) -> int:
    """Return the mention that ends right before this word of the stream; -1 for none."""
    return setting.first_where(lambda mention: mention.last == at)


def introducer(setting: Setting) -> int:
    """Return who alone says, in the sentence whose colon ends the paragraph above; -1 for none.

    Of blocks and posts that name nobody themselves ("A reader, Ann Lee, emails:"), and of paragraphs all in marks.
    """
    scene, piece = setting.scene, setting.piece
    begin = scene.stream.opened[piece.paragraph]
    if piece.source or piece.continues is not None or begin < _CALLED_SO or setting.lows[begin - 1] != ":":
        return -1
    whole = piece.style == "marks" and scene.stream.only_quotes(piece.paragraph)
    if not (whole or piece.style in ("block", "post")) or setting.at > begin + 1:
        return -1
    low, high = scene.stream.sentence_span(begin - 1)
    telling = [
        (number, mention.entity)
        for number, mention, profile in setting.candidates
        if profile.relation in SPEAKING and low <= profile.at < high
    ]
    if not telling:
        issuer = _issuer_above(setting, low, high)
        return _leader_above(setting, low, high) if issuer < 0 and piece.style == "block" else issuer
    who = {entity for _, entity in telling}
    return telling[0][0] if len(telling) == 1 or (len(who) == 1 and who != {-1}) else -1


def _issuer_above(setting: Setting, low: int, high: int) -> int:
    """Return who leads a sentence that tells of a text: "The Fell Fund released a statement:"; -1 for none.

    Who is named behind it, too: "Statement by Cllr Ana Ruiz, leader of the council:".
    """
    lows, heads = setting.lows, setting.scene.heads
    if _ISSUED_TEXTS.isdisjoint(lows[low:high]):
        return -1
    if lows[low] in _ISSUED_TEXTS and lows[low + 1] in _BY:
        named = bisect_left(setting.scene.at, low + 2)
        who = {m.entity for m in setting.scene.mentions[named : named + 1] if m.first == low + 2 and m.kind == "name"}
        return setting.first_where(lambda mention: mention.entity in who - {-1})
    for number, mention, _ in setting.candidates:
        leads = low <= mention.first < high and heads[number] and not mention.possessive
        if leads and not _ISSUING.isdisjoint(lows[mention.last : mention.last + _ISSUED_WITHIN]):
            return number
    return -1


def _leader_above(setting: Setting, low: int, high: int) -> int:
    """Return the one "he" or "she" of a sentence that leads to a block without a verb of saying: "He is harsher:"."""
    told = [number for number, mention, _ in setting.candidates if _is_subject(mention) and low <= mention.first < high]
    return told[0] if len(told) == 1 else -1


def _is_subject(mention: Mention) -> bool:
    return mention.kind == "pron" and mention.words[0] in ("he", "she")


def telling(setting: Setting) -> int:
    """Return who stands with their verb right before the piece; -1 for none.

    "“Do you?” She answered: “No.”"; with whom they ask or tell: "A reporter asked Ana Ruiz, the mayor: “Do you?”"; in
    the passive: "Asked by a reporter “Do you?”, she said no."
    """
    lows, at, end = setting.lows, setting.at, setting.end
    if at < _CALLED_SO:
        return -1
    for number, mention, profile in setting.candidates:
        if not at - _ROLE_WITHIN - _AGENT_WITHIN < mention.first < at:
            continue
        if mention.last == end and lows[max(mention.first - 2, 0) : mention.first] == ["asked", "by"]:
            return number
        if end == at or profile.relation != "SV" or profile.verb not in _TELLING:
            continue
        if profile.at + 1 == end and lows[mention.first - 1] == QUOTE:
            return number
        if profile.verb in _ADDRESSING and _is_addressed(setting, number):
            return number
    return -1


def _is_addressed(setting: Setting, number: int) -> bool:
    """Tell whether nothing but whom somebody asks or tells stands between their verb and the piece.

    Where what they say ends with a comma, the words behind tell who speaks.
    """
    if setting.last_character == ",":
        return False
    scene, end = setting.scene, setting.end
    for mention in scene.mentions[number + 1 : number + 4]:
        if mention.first != scene.profiles[number].at + 1:
            continue
        return mention.last == end or (
            setting.lows[mention.last : mention.last + 1] == [","]
            and any(
                other.first == mention.last + 1 and other.last == end and other.kind == "noun"
                for other in scene.mentions[number + 2 : number + 5]
            )
        )
    return False


def labelled(setting: Setting) -> int:
    """Return who stands as a label before the piece, behind a dash: "Polls miss again - Ana Lee: “…”"; -1 for none."""
    lows, at = setting.lows, setting.at
    if at < _CALLED_SO or lows[at - 1] != ":":
        return -1
    number = _ending_before(setting, at - 1)
    if number < 0 or setting.scene.mentions[number].kind not in ("name", "joint"):
        return -1
    before = setting.scene.at[number] - 1
    if before > 0 and lows[before] == "from" and lows[before - 1] == "more":
        before -= 2
    return number if before >= 0 and lows[before] in _DASHES else -1


def led_in(setting: Setting) -> int:
    """Return who leads a short sentence whose colon stands before the piece: "Brandt was blunter: “…”"; -1 for none.

    Without an object: what somebody saw or got may be somebody else's words.
    """
    scene, piece, at = setting.scene, setting.piece, setting.at
    colon = at >= _CALLED_SO and setting.lows[at - 1] == ":"
    if not colon or piece.style != "marks" or not scene.article.text[piece.start].isupper():
        return -1
    begin = scene.stream.sentence_span(at - 1)[0]
    for number, mention, profile in setting.candidates:
        if not begin <= mention.first <= begin + 1 or mention.modifies or profile.relation == "PV":
            continue  # "Brandt was told: “…”"
        between = _without_aside(scene.stream.words[mention.last : at - 1])
        plain = all(word.isalpha() and word.islower() for word in between)
        if 0 < len(between) <= _SHORT and plain and _OBJECTS.isdisjoint(between):
            return number
    return -1


def _without_aside(words: Sequence[str]) -> Sequence[str]:
    """Return the words behind a name without those that commas set off first: ", left, is not so sure"."""
    end = next((at for at, word in enumerate(words[1 : _ASIDE + 2], 1) if word == ","), 0) if words[:1] == [","] else 0
    return words[end + 1 :] if end else words


def demanded(setting: Setting) -> int:
    """Return who wants what stands behind a colon: "the pair want action: they should “…”"; -1 for nobody."""
    lows, at = setting.lows, setting.at
    begin = setting.scene.stream.sentence_span(at)[0]
    colon = next((word for word in range(at - 2, begin, -1) if lows[word] == ":"), -1)
    behind = lows[colon + 1 : at]
    if colon < 0 or _OBLIGING.isdisjoint(behind) or any(map(cue_class, behind)):
        return -1
    wanting = [
        (profile.at, number)
        for number, mention, profile in setting.candidates
        if profile.relation == "SV" and profile.verb in _WANTING and begin <= mention.first < profile.at < colon
    ]
    return max(wanting)[1] if wanting else -1
