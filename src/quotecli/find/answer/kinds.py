"""Tells whole statements from fragments inside the reporter's sentence."""

from __future__ import annotations

from quotecli.find.ranker.quoted import Quoted
from quotecli.find.scene.scene import Scene
from quotecli.find.words.lexicon import cue_class


def kind_features(scene: Scene, quoted: Quoted) -> list[str]:
    """Return what tells a fragment (contract: `partial`) from a whole statement (`direct`)."""
    stream, at = scene.stream, quoted.at
    before = stream.lows[at - 1] if at > quoted.low else "^"
    after = stream.lows[at + 1] if at + 1 < quoted.high else "$"
    beside = before if not before[0].isalpha() else "V" + cue_class(before) if cue_class(before) else "w"
    shape = quoted.size + quoted.first_case
    return [
        "bias",
        "s:" + shape,
        "b:" + before,
        f"bs:{beside}{shape}",
        f"bc:{beside}{quoted.first_case}",
        "be:" + beside + quoted.end_mark + ("w" if after.isalpha() else after),
        f"e:{quoted.end_mark}{quoted.size}",
        "a:" + ("w" if after.isalpha() else after) + quoted.end_mark,
    ]
