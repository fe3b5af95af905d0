"""Gathers the names of one article into persons and bodies: "Clinton", "Mrs. Clinton", "Hillary Clinton" are one."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from quotecli.core.folding import fold
from quotecli.core.names import common_words, may_be_one_given_name
from quotecli.find.entities import links
from quotecli.find.entities.aliases import read_aliases
from quotecli.find.entities.departed import departed
from quotecli.find.entities.entity import Entity
from quotecli.find.entities.kinship import KINSHIP, SIBLINGS, Kinship, is_told_as_relative, lends_name, told_relatives
from quotecli.find.entities.name_forms import (
    AGED,
    Initials,
    ends_of_longer,
    family_in,
    is_called,
    is_family_name,
    is_given_first,
    is_short_for,
    is_whole_name,
    rules_out,
    same_family_name,
    share_family_name,
)
from quotecli.find.entities.origins import natives_of_state, natives_told
from quotecli.find.entities.parties import is_of_court, party
from quotecli.find.entities.printed import printed_name
from quotecli.find.entities.rivals import Rivals
from quotecli.find.entities.settling import settle, tell_noun, tell_role
from quotecli.find.entities.states import state_told
from quotecli.find.entities.told import gender_of_title, holders, is_past, office_of, pair_of, told_of
from quotecli.find.mentions.mention import Mention
from quotecli.find.mentions.tokens import Stream
from quotecli.find.words.closed import PARTICLES, POSSESSIVES
from quotecli.find.words.lexicon import Category, cue_forms, gender_of_given, places, roles

_WHOLE = frozenset(("kremlin", "nasa", "nato", "pentagon", "vatican"))
"""Bodies that are called so in full: "the Pentagon" is not HTR Pentagon."""
_NAMED = 4
"""First mentions of a name that are looked at for what it is."""
_BEARERS = 100
"""A name is held against so many of its last bearers, so that a list of thousands takes time by its length."""
_WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")
_BEFORE_NAMES = frozenset((",", ".", "the", "a", "his", "her", "their", "late", "famous", "former", "—"))
"""Words over which a word of kinship reaches a name: "their late father. The lawyer Robert …"."""
_RELATED = frozenset("couple siblings sisters brothers twins spouses newlyweds".split())

_PATRONYMICS = ("ovna", "evna", "ovich", "evich", "ichna")
"""Ends of what Russians are called by behind the given name: "Galina Petrovna"."""


class Cast:
    """The persons and bodies of one article, and who each name in it means."""

    def __init__(self, stream: Stream, mentions: Sequence[Mention], hidden: Sequence[str] = ()) -> None:
        """Gather the named mentions (joint ones by their members): full names first, then the short ones.

        `hidden` are texts whose capitals or marks keep them out of the stream, but where a full name may stand.
        """
        self.stream = stream
        self.entities: list[Entity] = []
        self.by_word: dict[str, list[Entity]] = {}
        self._by_middle: dict[str, list[Entity]] = {}
        self._initials = Initials(self.entities)
        self._cues = cue_forms().keys()
        apart = (mention for mention in mentions if mention.kind == "name" or mention.members)
        named = [m for mention in apart for m in (mention.members or (mention,)) if m.kind == "name"]
        self.kinship = Kinship(stream.lows, named)
        full = {m.words for m in named if len(m.words) > 1 and not common_words().issuperset(m.words)}
        self._ends = ends_of_longer(full)
        """Whose bearers have to be known first: "López Obrador" in a headline is Andrés Manuel López Obrador."""
        self._elders = links.elders(stream, named)
        self._share_family_names(mentions, {words[-1] for words in full})
        self._of_court = is_of_court(stream.distinct)
        self._bracketed = links.short_names(stream, named)
        self._apart = {m.words for m in named if len(m.words) > 1 and m.words not in self._ends and self._kin(m)}
        """Names by which a word of kinship or "late" stands: Robert is not Rob, but his father."""
        nicknames = links.read_nicknames(stream, named, hidden)
        self._aliases = read_aliases(stream, named)
        self._also_called: set[tuple[str, int]] = set()
        self._tells_of_death = "died" in stream.distinct
        self._nicknamed = {mention.words for mention in nicknames.values()}.union(self._aliases.values())
        self._place_all_full(named, full, nicknames)
        self._rivals = Rivals(stream, named, departed(stream, named), self.kinship)
        self._rivals.weigh_titled(self.entities, set(_WORD.findall(fold(" ".join(hidden[-1:])))))
        kin = told_relatives(mentions, named, stream.lows)
        self._meet_in_order(named, nicknames, kin)
        self._complete(hidden)
        self.kinship.pairs(mentions, siblings=not SIBLINGS.isdisjoint(stream.distinct))
        self.kinship.couples(named)
        for mention in mentions:
            if mention.kind == "noun" and mention.owned_by is not None:
                self.kinship.tell_unnamed(mention.role, mention.owned_by.entity)
        self._groups: dict[frozenset[int], Entity] = {}

    def _meet_in_order(
        self, named: Sequence[Mention], nicknames: Mapping[tuple[str, ...], Mention], kin: Mapping[int, str]
    ) -> None:
        """Place the short names, and record what each name tells, in the order of the text.

        `kin` are the words by which relatives are told, by the `id` of their mention; who is a relative counts less.
        """
        meant = {nickname: mention.entity for nickname, mention in nicknames.items()}
        lows = self.stream.lows
        relatives = (m for m in named if m.entity >= 0 and (id(m) in kin or is_told_as_relative(lows, m.last)))
        self._rivals.weigh_relatives(mention.entity for mention in relatives)
        for mention in named:
            mention.entity = meant.get(mention.words, mention.entity)
            entity = self.entities[mention.entity] if mention.entity >= 0 else self._place_short(mention)
            if id(mention) in kin:
                self._share_with_kin(entity, mention, kin[id(mention)])
            self._tell(entity, mention)
            if len(entity.words) > 1 and entity.category != "body":
                self.kinship.meet(entity, mention, self.stream.words[mention.last + 1 : mention.last + 2])

    def _complete(self, hidden: Sequence[str]) -> None:
        """Settle what each entity is called and what it is, and bind those that turn out to be one."""
        links.complete(self.entities, hidden)
        links.complete_labels(self.entities, self.stream, hidden)
        links.bind_initials(self.entities, self.stream)
        links.bind_cut_names(self.entities)
        for entity in self.entities:
            namesakes = self.by_word.get(entity.words[-1], ())
            first = self._rivals.introduced(entity)
            settle(entity, self.stream, namesakes, first, nicknamed=entity.words in self._nicknamed)
        links.tell_apart_by_title(self.entities, self.stream)
        links.bind_families(self.entities, self.by_word)

    def _share_family_names(self, mentions: Sequence[Mention], families: set[str]) -> None:
        """Let "Markus and Johanna Feldt" share the name; `families` are the last words of all full names."""
        related = not _RELATED.isdisjoint(self.stream.distinct)
        for mention in mentions:
            if mention.members:
                share_family_name(mention, families, related=related)
                if len(mention.members) == 2 and (pair := pair_of(self.stream.lows, mention)):
                    mention.members[0].role, mention.members[1].role = pair

    def _place_all_full(
        self, named: Sequence[Mention], full: set[tuple[str, ...]], nicknames: dict[tuple[str, ...], Mention]
    ) -> None:
        """Place the names of several words; `full` are their words, `nicknames` what stands in marks inside one."""
        nicknamed = {(nick[0], m.words[-1]): m.words for nick, m in nicknames.items() if len(nick) == 1}
        for mention in named:
            self._take_off_told(mention, full)
        for mention in sorted(named, key=lambda mention: mention.words in self._ends) if self._ends else named:
            if len(mention.words) > 1 and not is_family_name(mention.words):
                mention.words = nicknamed.get((mention.words[0], mention.words[-1]), mention.words)
                alias, mention.words = mention.words, self._aliases.get(mention.words, mention.words)
                self._place_full(mention)
                if alias != mention.words:
                    self._call(self.entities[mention.entity], alias)

    def _take_off_told(self, mention: Mention, full: set[tuple[str, ...]]) -> None:
        """Take the word before a name that tells of its bearer for a role: "Bandmate Jez Tully" is Jez Tully."""
        told = len(mention.words) > 2 and mention.category != "body" and not gender_of_given(mention.words[0])
        if told and not mention.role and mention.words[1:] in full and self._may_be_told(mention):
            mention.role, mention.words = mention.words[0], mention.words[1:]

    def _call(self, entity: Entity, alias: tuple[str, ...]) -> None:
        """Let the short forms of another full name of somebody lead to them."""
        for word in links.short_for(alias)[0]:
            if entity not in self.by_word.setdefault(word, []):
                self.by_word[word].append(entity)
            self._also_called.add((word, entity.number))

    def _may_be_told(self, mention: Mention) -> bool:
        """Tell whether a name's first word may be no name: "Bandmate Jez Tully", but not ", Amihan Delos Reyes"."""
        opens = self.stream.first[self.stream.sentences[mention.first]] == mention.first
        told, given = mention.words[:2]
        tells = given not in PARTICLES or told in common_words() or told.endswith("ed")  # "Embattled Von der Aue"
        return tells and (opens or bool(gender_of_given(given)))

    def group(self, parts: Sequence[int]) -> Entity:
        """Return the entity that stands for several together, made when first asked for."""
        key = tuple(dict.fromkeys(parts))
        if (found := self._groups.get(frozenset(key))) is not None:
            return found
        members = [self.entities[part] for part in key]
        words = tuple(member.words[-1] for member in members if member.words)
        name = " and ".join(member.name for member in members)
        category: Category = "place" if all(member.is_place for member in members) else "group"
        group = Entity(len(self.entities), words or ("",), name, "p", category, parts=key)
        self.entities.append(group)
        self._groups[frozenset(key)] = group
        return group

    def _share_with_kin(self, entity: Entity, mention: Mention, word: str) -> None:
        """Read "his sister Jane", "sisters Kim and Kourtney": the family name is that of whose relative is named."""
        entity.roles |= AGED & {word}
        if not (owner := self.kinship.owner(mention)):
            return
        self.kinship.tell(entity.number, word, owner.number)
        named = lends_name(word) and entity.words[0] not in common_words()
        if len(entity.words) != 1 or not named or not owner.forms or len(owner.words) < 2:
            return
        family = family_in(max(owner.forms, key=owner.forms.__getitem__))
        if family.isupper():
            if not self.stream.low(owner.mentions[0].last).isalpha():
                return  # the label of a script
            family = family.title()  # "MOSS QUILL has done it again"
        last = fold(family.split()[-1])
        entity.words = (*entity.words, last)
        entity.forms[f"{self.stream.words[mention.last - 1]} {family}"] += 1
        self.kinship.lend(entity, last)
        self.by_word.setdefault(last, []).append(entity)

    def _new(self, mention: Mention) -> Entity:
        entity = Entity(len(self.entities), mention.words, "", category=mention.category, generation=mention.generation)
        self.entities.append(entity)
        ends, inner = links.short_for(mention.words)
        for word in ends:
            self.by_word.setdefault(word, []).append(entity)
        for word in inner:
            self._by_middle.setdefault(word, []).append(entity)
        mention.entity = entity.number
        return entity

    def _kin(self, mention: Mention) -> bool:
        lows = self.stream.lows
        back = mention.first - 1
        while back > 0 and mention.first - back < 6 and (lows[back] in _BEFORE_NAMES or lows[back] in roles()):
            if lows[back] in KINSHIP:
                return True
            back -= 1
        kept = lows[max(0, mention.first - 3) : mention.first]
        behind = lows[mention.last : mention.last + 3]  # "Samuel Ito, her father"
        apposed = len(behind) == 3 and behind[0] == "," and behind[1] in POSSESSIVES and behind[2] in KINSHIP
        return mention.role in KINSHIP or apposed or not KINSHIP.isdisjoint(kept)

    def _place_full(self, mention: Mention) -> None:
        """Give a full name its bearer: who was born with it, is known by it, has it in short, or somebody new."""
        known = self.by_word.get(mention.words[0], ())[-_BEARERS:]
        born = links.born_as(self.stream, mention, known) if self._tells_of_death else None
        bearer = born or self._known_by(mention) or links.company_of(mention, known)
        if bearer is None:
            self._new(mention)
        else:
            mention.entity = bearer.number

    def _known_by(self, mention: Mention) -> Entity | None:
        """Return who is known by a full name, or by one that agrees with it; its words lead to them from now on."""
        first, last = mention.words[0], mention.words[-1]
        known = (self.by_word.get(last, ()) or self.by_word.get(last.split("-")[0], ()))[-_BEARERS:]
        if mention.category != "body" and (longer := self._by_beginning(mention)):
            return longer
        if len(known) > 1:
            known = sorted(known, key=lambda e: (e.words[0] != first, e.generation != mention.generation))
        for entity in known:
            if len(entity.words) < 2 or entity.category != mention.category:
                continue
            if mention.category == "body":
                if is_whole_name(entity.words, mention.words):
                    return entity
            elif self._goes_by(entity, mention):
                for word in (first, last):
                    if entity not in self.by_word.setdefault(word, []):
                        self.by_word[word].append(entity)
                return entity
        return None

    def _by_beginning(self, mention: Mention) -> Entity | None:
        """Return the one person whose name goes on behind this: "Galina Petrovna" is Galina Petrovna Ostrovskaya."""
        size, last = len(mention.words), mention.words[-1]
        if not (last.endswith(_PATRONYMICS) or gender_of_given(last)):
            return None
        longer = [e for e in self._by_middle.get(last, ())[-_BEARERS:] if e.words[:size] == mention.words]
        return longer[0] if len(longer) == 1 and len(longer[0].words) == size + 1 else None

    def _goes_by(self, entity: Entity, mention: Mention) -> bool:
        """Tell whether a person of a full name may be called by this one."""
        if not same_family_name(entity.words[-1], mention.words[-1]):
            return False
        if mention.generation != entity.generation and (mention.generation or id(mention) in self._elders):
            return False  # "Frank Dellmar Jr." is not Frank Dellmar
        if entity.words[0] == mention.words[0]:
            return True
        ends = entity.words[-len(mention.words) :] == mention.words  # "Mr Ole Ntimama" is Moses Ole Ntimama
        alike = ends or may_be_one_given_name(entity.words[0], mention.words[0])
        return alike and self._apart.isdisjoint((mention.words, entity.words))

    def _place_short(self, mention: Mention) -> Entity:
        word = mention.words[-1] if mention.words else ""
        numbers = {"", mention.generation}  # Charles II is not Charles III
        fitting = [e for e in self._bearers(mention, word) if len(numbers | {e.generation}) < 3]
        title = gender_of_title(mention.role)
        fitting = holders(fitting, mention.role) if mention.role and not title else fitting
        fitting = self._rivals.leading_here(fitting, mention) if len(fitting) > 1 else fitting
        if title and (relative := self.kinship.titled(word, title, mention.role, fitting)):
            mention.entity = relative.number
            return relative
        fitting = self._rivals.narrowed(fitting, mention, title) if len(fitting) > 1 else fitting
        if not fitting or (title and rules_out(title, fitting)):
            return self._new(mention)
        best = self._rivals.choose(fitting, mention)
        mention.entity = best.number
        best.generation = best.generation or (mention.generation if len(best.words) == 1 else "")
        return best

    def _bearers(self, mention: Mention, word: str) -> list[Entity]:
        """Return who may be meant by a name of one word, or by a full one's last word."""
        known = [e for e in self.by_word.get(word, ())[-_BEARERS:] if e.words[0] != word or not self._is_thing(e)]
        fitting = [e for e in known if same_family_name(e.words[-1], word) or (word, e.number) in self._also_called]
        if word in _WHOLE:
            return [e for e in known if len(e.words) == 1][:1]
        if mention.category != "body":
            if word in places():  # "Scotland" is not short for "BBC Radio Scotland"
                fitting = [e for e in fitting if e.category != "body" or len(e.words) == 1]
            people = [e for e in fitting if e.category != "body"] if fitting else []
            if people and word in self._by_middle:  # María Ugalde Prieto, called Ugalde, is not "Prieto"
                called = [e for e in people if len(e.words) < 3 or not self.kinship.is_called_alone(e.words[-2])]
                people = called or [e for e in self._by_middle[word][-_BEARERS:] if e.words[-2] == word] or people
            if known and (not people or gender_of_given(word)):
                people += [e for e in known if e not in people and e.words[0] == word and is_short_for(e, word)]
            if word in self._by_middle:  # Ms Lim is Doris Lim Swee Hoon as well as her brother is Mr Lim
                people += [e for e in self._by_middle[word][-_BEARERS:] if is_called(e.words, word)]
            if not people:  # "Ugarte" is María del Carmen Ugarte Salazar, "Lula" is Luiz Inácio Lula da Silva
                least = 3 if gender_of_given(word) else 2
                within = self._by_middle.get(word, ())[-_BEARERS:]
                people = [e for e in within if len(e.words) > least and is_given_first(e.words)]
            fitting = people or fitting or [e for e in known if e.category == "body" and e.words[0] == word][:1]
            if not fitting and not self._kin(mention):
                fitting = links.called_in_short(word, self.by_word, self._apart)
        if not fitting and word.isupper() is False and len(word) > 1:
            printed = self.stream.words[mention.first]
            fitting = self._initials.spelled_out(printed.upper() if word in self._bracketed else printed)
        return fitting

    def _is_thing(self, entity: Entity) -> bool:
        """Tell whether a name of several words is what Lumenova makes: "a Lumenova Halo", "the Lumenova Halo"."""
        lows, named = self.stream.lows, entity.mentions[:_NAMED]
        if entity.category or entity.roles or len(entity.words) < 2 or gender_of_given(entity.words[0]):
            return False
        led = {lows[mention.first - 1] if mention.first else "" for mention in named}
        return not led.isdisjoint(("a", "an")) and led <= {"a", "an", "the"} and not any(m.role for m in named)

    def _tell(self, entity: Entity, mention: Mention) -> None:
        """Record a mention and what it tells of its entity."""
        entity.mentions.append(mention)
        lows = self.stream.lows
        if not entity.speaks:
            entity.speaks = not self._cues.isdisjoint(lows[max(0, mention.first - 1) : mention.last + 1])
        self._rivals.see(entity, mention)
        led = lows[mention.last : mention.last + 2] == [",", "who"] and not mention.modifies
        if led and not entity.category and len(entity.words) > 1:
            named = common_words().isdisjoint(entity.words)  # "Skelby Rovers, who lost" are none
            entity.category = "person" if named else ""
        self._tell_form(entity, mention)
        if mention.role:
            tell_role(entity, mention.role, past=is_past(lows, mention, mention.role))
        if self._of_court and entity.category != "body":
            entity.roles.update(party(self.stream, mention))
        if state := state_told(self.stream, mention):
            entity.states.add(state)
            entity.origins.update(natives_of_state(state))
        entity.origins.update(natives_told(self.stream, mention))
        edge = self.stream.sentence_span(mention.first)[0]
        entity.hold(office_of(lows, mention, mention.role, edge))
        for low, category in told_of(self.stream, mention):
            if tell_noun(entity, low, category, past=is_past(lows, mention, low)):
                entity.hold(office_of(lows, mention, low, edge))

    def _tell_form(self, entity: Entity, mention: Mention) -> None:
        """Record how a full name is printed."""
        if mention.borrowed:
            self._tell_borrowed(entity, mention)
            return
        full = len(mention.words) > 1 and not is_family_name(mention.words)
        if full or (len(entity.words) == 1 and mention.generation):
            printed = printed_name(self.stream, mention)
            entity.forms[printed] += 0 if printed.isupper() else 1

    def _tell_borrowed(self, entity: Entity, mention: Mention) -> None:
        """Record the form of a name whose family name stands with another."""
        given = self.stream.words[mention.last - 1]
        family = next((e for e in self.by_word.get(mention.words[-1], ()) if e is not entity), entity)
        name = family_in(next(iter(family.forms), ""))
        lent = " ".join((*mention.words[1:-1], mention.words[-1].title()))  # with the particles, if any
        entity.forms[f"{given} {name or lent}"] += 1
