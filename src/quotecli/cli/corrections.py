"""What the commands that correct by hand share: saying what was done."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from quotecli.cli.run import ExitStatus
from quotecli.show.corrections import correction_record, joined_words, parted_words, write_corrections
from quotecli.show.machine import write_json
from quotecli.show.messages import say_note

if TYPE_CHECKING:
    from quotecli.app.correct import Correction
    from quotecli.app.join import Joined, Parted

__all__ = ["say_done", "say_joined", "say_parted"]


def say_done(corrections: Sequence[Correction], *, as_json: bool) -> int:
    """Say what was corrected or undone."""
    if as_json:
        write_json([correction_record(one) for one in corrections], sys.stdout)
    else:
        write_corrections(corrections, sys.stdout)
    return ExitStatus.OK


def say_joined(joined: Joined, *, as_json: bool) -> int:
    """Say under which name a speaker is shown now."""
    if as_json:
        write_json(joined._asdict(), sys.stdout)
    else:
        sys.stdout.write(joined_words(joined) + "\n")
    if joined.also:
        say_note(
            f"{joined.name} was another name of {joined.also}, who is {joined.shown} too now; `quotes undo` parts them"
        )
    return ExitStatus.OK


def say_parted(parted: Parted, *, as_json: bool) -> int:
    """Say that two names are two speakers'."""
    if as_json:
        write_json(parted._asdict(), sys.stdout)
    else:
        sys.stdout.write(parted_words(parted) + "\n")
    return ExitStatus.OK
