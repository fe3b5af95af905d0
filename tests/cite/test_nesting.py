"""Marks inside a quotation, turned to what surrounds them."""

from __future__ import annotations

import pytest
from hypothesis import given
from tests.cite import samples

from quotecli.cite.nesting import renest
from quotecli.cite.rules import marks_of


@pytest.mark.parametrize(
    ("text", "locale", "inside", "expected"),
    [
        ("He told me ‘never’ and left", "en-US", True, "He told me ‘never’ and left"),
        ("He told me “never” and left", "en-US", True, "He told me ‘never’ and left"),
        ("He told me ‘never’ and left", "en-US", False, "He told me “never” and left"),
        ("He told me ‘never’ and left", "en-GB", True, "He told me “never” and left"),
        ('He told me "never" and left', "en-US", True, "He told me ‘never’ and left"),
        ("He told me 'never' and left", "en-US", False, "He told me “never” and left"),
        ("It’s the dogs’ bowl", "en-US", False, "It’s the dogs’ bowl"),
        ("It's the '90s", "en-US", False, "It's the '90s"),
        ("‘It’s mine,’ he said", "en-US", False, "“It’s mine,” he said"),
        ("He said “she cried ‘no’ twice” to us", "en-US", False, "He said “she cried ‘no’ twice” to us"),
        ("He said “she cried ‘no’ twice” to us", "en-US", True, "He said ‘she cried “no” twice’ to us"),
        ("Er sagte „nein“ dazu", "de-DE", True, "Er sagte ‚nein‘ dazu"),
        ("Il a dit « non » hier", "fr-FR", True, "Il a dit “non” hier"),
        ("He said “never", "en-US", True, "He said “never"),
        ("[sic] [they] “went”", "en-US", True, "[sic] [they] ‘went’"),
        ("5' 11\" tall", "en-US", True, "5' 11\" tall"),
    ],
)
def test_marks(text: str, locale: str, inside: bool, expected: str) -> None:
    assert renest(text, marks_of(locale), inside=inside) == expected


@given(samples.text)
def test_only_marks_and_their_spaces_change(text: str) -> None:
    marks = "“”„«»‹›‘’‚\"'「」『』\u00a0\u202f "
    bare = str.maketrans("", "", marks)
    assert renest(text, marks_of("fr"), inside=True).translate(bare) == text.translate(bare)
