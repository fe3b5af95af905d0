"""Marks inside a quotation, turned to what surrounds them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
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


@pytest.mark.parametrize(
    "text",
    [
        "I have always loved rock 'n' roll,",
        "I have always loved rock ’n’ roll,",
        "It was fish ‘n’ chips for everyone,",
        "Salt'n'vinegar, drum'n'bass",
        "'Tis the season of the workers' parties,",
        "In the '60s the players' union was strong,",
        "The class of '98 and the lads' mothers were there.",
        "Get 'em while the dogs' owners sleep.",
        "I stayed 'cause the boys' bus was late,",
        "’Twas the players’ choice",
        "‘Twas the players’ choice",
        "The boys' club and the girls' club are gone.",
        "He said 'we're goin' home",  # the statement goes on in the next paragraph
        "He said 'it was the workers' union that saved us",
        "'Bout time o' the year for the '90s' best",
        "the James' and the Joneses' houses, o' course, an' all",
    ],
)
@pytest.mark.parametrize("locale", ["en-US", "en-GB", "de-DE", "fr-FR"])
@pytest.mark.parametrize("inside", [True, False])
def test_apostrophes_are_never_marks(text: str, locale: str, inside: bool) -> None:
    assert renest(text, marks_of(locale), inside=inside) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I said, 'It's the workers' day,' and left", "I said, “It's the workers' day,” and left"),
        ("He called it 'a game of two halves'.", "He called it “a game of two halves”."),
        ("The so-called 'workers' of today", "The so-called “workers” of today"),
        ("He told me ‘never again’ and left", "He told me “never again” and left"),
        ("'I'm goin' home,' he said", "“I'm goin' home,” he said"),
        ("He sang 'rock 'n' roll is dead' twice", "He sang “rock 'n' roll is dead” twice"),
        (
            "‘We lived through the ’60s,’ she said, ‘and the ’70s.’",
            "“We lived through the ’60s,” she said, “and the ’70s.”",
        ),
        ("The 'goods' and the 'services' they want", "The “goods” and the “services” they want"),
        ("'Putin' he wrote, and 'never again'", "“Putin” he wrote, and “never again”"),
        ('"It was the lads\' car," he said', "“It was the lads' car,” he said"),
    ],
)
def test_marks_beside_apostrophes(text: str, expected: str) -> None:
    assert renest(text, marks_of("en-US"), inside=False) == expected


_WORDS = st.sampled_from("rock roll workers players it's don't the of day left and Cox".split())
_APOSTROPHES = st.sampled_from("'n' ’n’ 'tis 'em ’cause '60s ’98 workers' players’ Cox' goin' o' lovin’".split())
_PLAIN = st.lists(_WORDS | _APOSTROPHES, max_size=6)


@given(_PLAIN, _PLAIN, _PLAIN, st.sampled_from(["‘’", "“”", '""']))
def test_only_the_marks_around_words_turn(before: list[str], within: list[str], after: list[str], pair: str) -> None:
    """However many apostrophes stand around and in them, what is clearly a pair turns and nothing else does."""
    opening, closing = pair[0], pair[1]
    text = " ".join([*before, f"{opening}We {' '.join([*within, 'end'])},{closing}", "she said", *after, "here"])
    wanted = " ".join([*before, f"“We {' '.join([*within, 'end'])},”", "she said", *after, "here"])
    assert renest(text, marks_of("en-US"), inside=False) == wanted


@given(_PLAIN)
def test_without_marks_nothing_turns(words: list[str]) -> None:
    text = " ".join(words)
    assert renest(text, marks_of("de-DE"), inside=True) == text


@given(samples.text)
def test_only_marks_and_their_spaces_change(text: str) -> None:
    marks = "“”„«»‹›‘’‚\"'「」『』\u00a0\u202f "
    bare = str.maketrans("", "", marks)
    assert renest(text, marks_of("fr"), inside=True).translate(bare) == text.translate(bare)
