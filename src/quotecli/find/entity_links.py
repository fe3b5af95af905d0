"""Names that mean several persons, or one by initials: "the Hollises", "CM:"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from quotecli.find.entity import Entity
from quotecli.find.mention import Mention
from quotecli.find.tokens import Stream


def bind_families(entities: Sequence[Entity], by_word: Mapping[str, Sequence[Entity]]) -> None:
    """Read "the Hollises" as all persons of that family name who stand in the text, two at least."""
    for entity in entities:
        if len(entity.words) != 1 or entity.is_person or not entity.words[0].endswith("s"):
            continue
        plural = entity.words[0]
        for family in (plural[:-1], plural[:-2]):
            kin = [e.number for e in by_word.get(family, ()) if len(e.words) > 1 and e.words[-1] == family]
            if len(kin) > 1:
                entity.parts, entity.category, entity.gender = tuple(kin), "group", "p"
                break


def bind_initials(entities: Sequence[Entity], stream: Stream) -> None:
    """Read "CM:" as Cyrus Malik: labels of two or three capitals are initials of the one name that has them."""
    labels = [e for e in entities if len(e.words) == 1 and e.mentions and all(_is_label(stream, m) for m in e.mentions)]
    if not labels:
        return
    initials: dict[str, list[Entity]] = {}
    for entity in entities:
        if 1 < len(entity.words) < 4 and entity.category != "body":
            initials.setdefault("".join(word[0] for word in entity.words), []).append(entity)
    for entity in labels:
        meant = initials.get(entity.words[0], [])
        if len(meant) != 1:
            continue
        for mention in entity.mentions:
            mention.entity = meant[0].number
        meant[0].mentions += entity.mentions
        entity.mentions = []


def _is_label(stream: Stream, mention: Mention) -> bool:
    after = stream.lows[mention.last] if mention.last < len(stream.words) else ""
    doubled = after == ")" and stream.lows[max(mention.first - 2, 0) : mention.first] == ["(", "("]  # "((PA))"
    return stream.words[mention.first].isupper() and (doubled or after in (":", "."))
