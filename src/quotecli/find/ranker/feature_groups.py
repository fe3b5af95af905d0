"""The ranker's features of a candidate by name, in groups that depend on the same few facts, see `scores`.

`where` tells where the candidate stands (left or right of the piece; sentences or paragraphs away), `rel` how it stands
to its reporting verb, `sort` the verb's class, `gap` what stands between the two, `verb` how far the verb is from the
piece, `crossed` how many pieces stand between. The piece's own facts have the names of `features.Quoted`.
"""

from __future__ import annotations


def placed(where: str, rel: str, kind: str, crossed: str, subject: str, rivals: int) -> list[str]:
    """Name what kind of mention stands where, and how many others stand between."""
    rival = str(rivals)
    return [
        "k:" + kind,
        f"w:{where}{crossed}",
        f"wk:{where}{kind}",
        f"wrk:{where}{rel}{kind}",
        f"wm:{where}{rival}{rel}",
        f"wmx:{where}{rival}{crossed}{subject}",
        f"wsub:{where}{subject}{rel}",
        f"wks1:{where}{kind}{subject}{crossed}",
    ]


def governing(where: str, rel: str, sort: str, gap: str, verb: str, crossed: str, case: str) -> list[str]:
    """Name how the mention stands to its reporting verb, and that to the piece."""
    relation = where + rel + sort + gap
    return ["wr:" + relation, f"wrv:{where}{rel}{verb}", f"wrvx:{relation}{verb}{crossed}{case}"]


def saying(where: str, rel: str, lemma: str, form: str) -> list[str]:
    """Name the reporting verb."""
    return [f"v:{rel}{lemma}", f"wv:{where}{rel}{lemma}", f"form:{where}{rel}{form}"]


def verbless(where: str, crossed: str, case: str) -> list[str]:
    """Name what `governing` and `saying` do of a mention that stands to no verb."""
    return [*governing(where, "-", "", "", "-", crossed, case), *saying(where, "-", "", "")]


def shaped(where: str, rel: str, size: str, end_mark: str, opens: str) -> list[str]:
    """Name the shape of the piece beside such a mention."""
    return [f"wrs:{where}{rel}{size}{end_mark}", f"wro:{where}{rel}{opens}{end_mark}"]


def sized(where: str, kind: str, size: str, often: int) -> list[str]:
    """Name the piece's length beside such a mention, and how often its entity is mentioned (-1: it has none)."""
    found = [f"wks:{where}{kind}{size}"]
    return found if often < 0 else [f"ent:{often}{where}{kind[0]}", *found]


def blocked(rel: str, nearer: int, sort: str, tag: bool, any_tag: bool, size: str) -> list[str]:
    """Name how many other verbs are nearer on the same side, and a tag that ends the sentence."""
    return [f"blk:{rel}{nearer}{sort}", f"tag:{tag}{any_tag}{size}"]


def ordered(rank: str, rel: str, summary: str, strong: int) -> list[str]:
    """Name the place among those that a reporting verb stands with in the piece's sentence."""
    return [f"ord:{rank}{rel}", f"ords:{rank}{rel}{summary}", f"ordn:{rank}{strong}"]


def unranked(any_tag: bool, size: str, summary: str, strong: int) -> list[str]:
    """Name what `blocked` and `ordered` do of a mention that stands to no verb."""
    return [*blocked("-", 0, "", False, any_tag, size), *ordered("-", "-", summary, strong)]


def opening(option: int, opens: str) -> list[str]:
    """Name the first words spoken in the article."""
    return [f"b0:{option}{opens}"]


def neighbouring(option: str, before: str, size: str) -> list[str]:
    """Name how the piece follows the one before, for no speech (`n`) and for a speaker unnamed (`u`)."""
    return [option + "b:" + before + size]


def linked(tag: str, same: str, gap: str, solo: str, cue: str, other_end: str, case: str) -> list[str]:
    """Name whether who spoke before (`b`) or after (`f`) would speak here as well."""
    return [f"{tag}s:{same}{gap}", f"{tag}so:{same}{gap}{solo}{cue}", f"{tag}se:{same}{gap}{other_end}{case}{cue}"]


def linked_as(tag: str, same: str, gap: str, rel: str, kind: str) -> list[str]:
    """Name the same, with what kind of mention it would be."""
    return [f"{tag}sr:{same}{gap}{rel}", f"{tag}sk:{same}{gap[0]}{kind}"]


def unnamed(tag: str, option: int, gap: str, decision: int, size: str, case: str) -> list[str]:
    """Name no speech or a speaker unnamed beside another piece."""
    return [f"{tag}v:{option}{gap}{decision}", f"{tag}vs:{option}{gap}{size}{case}"]


def nothing() -> list[str]:
    """Name nothing."""
    return []


def again(option: int, decision: int) -> list[str]:
    """Name no speech or a speaker unnamed against the first round's choice."""
    return [f"own:{option}{decision}"]


def sharing(others: int, kind: str, rel: str, own: str) -> list[str]:
    """Name how much else the candidate said by the first round, and whether it said this piece."""
    return [f"sh:{others}{kind}", f"shr:{min(others, 2)}{rel}", f"own:{own}"]
