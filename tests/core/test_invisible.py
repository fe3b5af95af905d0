"""What nobody sees is left out of a text, but where a script needs it."""

from __future__ import annotations

import pytest

from quotecli.core.folding import fold
from quotecli.core.invisible import invisible_places, visible, with_plain_spaces

GONE = {
    "soft hyphens": ("har\u00adbour mas\u00adter", "harbour master"),
    "a soft hyphen at a line's end": ("the har\u00ad\n  bour", "the harbour"),
    "zero-width spaces": ("\u200bquay\u200b side", "quay side"),
    "a byte order mark amid the text": ("quay\ufeffside", "quayside"),
    "a word joiner": ("quay\u2060side", "quayside"),
    "marks of direction": ("\u202aquay\u202c \u2068side\u2069\u200e\u200f\u061c", "quay side"),
    "joiners in Latin words": ("Auf\u200clage, \u200dquay", "Auflage, quay"),
    "what pads a newsletter's preview": ("News\u034f \u200c\u034f \ufeff", "News  "),
}
KEPT = (
    "می\u200cخواهم",
    "क\u094d\u200dष",
    "👩\u200d🚒 and 👨🏽\u200d🚀",
    "❤\ufe0f\u200d🔥",
    "ខ្ញុំ\u200bនៅ",
    "plain words",
)


@pytest.mark.parametrize(("text", "seen"), GONE.values(), ids=GONE.keys())
def test_what_nobody_sees_is_left_out(text: str, seen: str) -> None:
    assert visible(text) == seen
    assert visible(seen) == seen


@pytest.mark.parametrize("text", KEPT)
def test_what_a_script_needs_stays(text: str) -> None:
    assert visible(text) == text
    assert invisible_places(text) == []


def test_words_without_it_fold_as_with_it_so_that_ids_hold() -> None:
    text = "The do\u00adna\u200btions\ufeff will\u00a0ar\u2060rive\u200e."
    assert fold(visible(with_plain_spaces(text))) == fold(text)


def test_spaces_that_do_not_break_are_spaces() -> None:
    assert with_plain_spaces("10\u202f000\u00a0people\u2009now\u3000") == "10 000 people now\u3000"
