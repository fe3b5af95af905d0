"""The features by name of an entity that a mention may mean, in groups that depend on the same few facts, see `scores`.

`kind` tells what the mention is (`features.kind_of_reference`), `step` how many sentences or paragraphs ago the entity
was mentioned, `match` how the genders agree, `place` which of the newest it is, `role` how what it is called stands to
the noun.
"""

from __future__ import annotations

from quotecli.find.words.closed import is_age


def agreeing(
    kind: str,
    match: str,
    known: str,
    is_person: bool,
    gender: str,
    how: str,
    place: int,
    role: str,
    told: str,
    pronoun: str,
) -> list[str]:
    """Name how the entity fits the mention by gender and by the role told of it, with its place among those found."""
    found = [
        f"rolc:{kind}{role}{told}",
        f"rolcp:{kind}{role}{told}{place}",
        f"g:{kind}{match}{known}",
        f"gp:{kind}{match}{known}{is_person}{place}",
        f"gk:{kind}{match}{place}",
        f"mg:{kind}{match}{gender}{known}{how}",
        f"rol:{kind}{role}{place}",
        f"rol1:{kind[0]}{role}",
        f"rolg:{kind}{role}{match}{known}",
    ]
    return [*found, f"prg:{kind}{pronoun}{gender}"] if kind[0] == "p" else found


def standing(
    kind: str,
    step: str,
    subject: str,
    starts: str,
    match: str,
    place: int,
    topic: str,
    leader: str,
    speaker: str,
    led: int,
) -> list[str]:
    """Name where the entity was mentioned last and as what, and whether the text, or its paragraph, is about it."""
    return [
        f"st:{kind}{step}{subject}",
        f"stp:{kind}{step}{place}",
        f"sub:{kind}{subject}{starts}{step[0]}",
        f"rk0:{kind}{place}{match}{subject}{step}",
        f"spk:{kind}{speaker}{step}",
        f"spl:{kind}{speaker}{leader}{starts}",
        f"top:{kind}{topic}{step[0]}{place}",
        f"lea:{kind}{leader}{topic}{step}",
        f"leb:{kind}{leader}{starts}{match}",
        f"lsp:{kind}{led}{speaker}{step}",
    ]


def saying(kind: str, verb: str, speaker: str) -> list[str]:
    """Name the verb, and whether the entity spoke last."""
    return [f"vsp:{kind[0]}{verb}{speaker}"]


def met(kind: str, near: str, often: int, chosen: int, how: str) -> list[str]:
    """Name how often the entity was mentioned and spoke, how it was called last, and how near that was."""
    return [f"cnt:{kind}{often}{near}", f"chs:{kind}{chosen}{near}", f"how:{kind}{how}{near}"]


def governed(
    kind: str, role: str, relation: str, own: str, step: str, ahead: str, same: str, subject: str
) -> list[str]:
    """Name how its role and what it did stand to what the mention does."""
    return [
        f"rolr:{kind}{role}{own}{step[0]}",
        f"rel:{kind}{relation}{own}{step}",
        f"ahd:{kind[0]}{ahead}{same}",
        f"sam:{kind}{same}{subject}{own}",
    ]


def beside(kind: str, before: str, after: str) -> list[str]:
    """Name the words beside the entity where it was mentioned last."""
    return [f"bef:{before}", f"pos:{kind}{after}"]


def told_by(kind: str, gap: int, teller: str, match: str) -> list[str]:
    """Name whether the entity reports what the pronoun is part of, and how far behind the verb the pronoun stands."""
    return [f"tby:{kind}{gap}{teller}", f"tbym:{kind}{teller}{match}"]


def nobody(kind: str, head: str, sort: str, told: str, met: str, several: int) -> list[str]:
    """Name what speaks for a mention that means nobody in the text."""
    age = "y" if is_age(head) else "-"
    none = ["none:" + kind, "noneh:" + head, "nonea:" + kind + age]
    return [
        *none,
        f"nonet:{kind}{told}",
        f"nonec:{kind}{sort}{told}",
        f"nonem:{kind}{sort}{told}{met}",
        f"nones:{kind}{told}{several}",
    ]


def unnamed(kind: str, step: str, det: str, relation: str, head: str, near: str, match: str) -> list[str]:
    """Name how somebody without a name stands before a pronoun, and who is named in between (`near`)."""
    return [
        f"str:{kind}",
        f"strd:{det}{step}{near}",
        f"strr:{relation}{head}{near}",
        f"strs:{step}{near}{head}",
        f"strm:{match}{det}{near}",
        f"strh:{step}{relation}{head}",
    ]


def unnamed_called(role: str, sort: str, det: str, kin: bool) -> list[str]:
    """Name the noun for somebody without a name, and its article."""
    return [f"strn:{role}", f"strc:{sort}{det}{kin}"]


def unnamed_among(
    step: str, opens: bool, starts: str, rank: int, several: int, named: str, speaker: str, near: str, tells: bool
) -> list[str]:
    """Name how somebody without a name stands among those who may be meant; `tells`: who speaks, of another."""
    return [
        f"strb:{tells}{rank}",
        f"strt:{tells}{near}{step[0]}",
        f"stro:{opens}{step}{near}",
        f"strk:{rank}{several}{near}",
        f"strp:{starts}{step}{near}",
        f"stra:{named}{step}",
        f"strq:{speaker}{near}{opens}",
    ]
