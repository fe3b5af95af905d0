"""Terminal escape sequences go whole; what only looks like the beginning of one loses no words."""

import pytest

from quotecli.core.escapes import blanked_escapes, without_escapes


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a \x1b[31mred\x1b[0m wall", "a red wall"),
        ("a \x9b31mred\x9b0m wall", "a red wall"),
        ("a \x1b]8;;http://a.example\x07link\x1b]8;;\x1b\\ here", "a link here"),
        ("a \x9d8;;http://a.example\x9clink", "a link"),
        ("â€\x9dIt was late, he said", "â€It was late, he said"),  # a closing mark, decoded wrongly
        ("â€\x9bIt was late", "â€It was late"),
        ("\x1b]0;a title that never ends", "0;a title that never ends"),
        ("no sequence", "no sequence"),
    ],
)
def test_sequences_go_whole_and_words_stay(text: str, words: str) -> None:
    assert without_escapes(text) == words
    assert len(blanked_escapes(text)) == len(text)
    assert blanked_escapes(text).replace(" ", "") == words.replace(" ", "")
