"""Transcripts as programs write them: names with times on their own lines, numbered speakers, captions with names."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.read.reading import only_article, read_bytes

from quotecli.find import find_quotes
from quotecli.read.reader import article_from_text

SAID = [
    ("Ann Lee", "Welcome to the harbour meeting. We have one item today."),
    ("Tobias Lind", "Is it the slipway?"),
    ("Ann Lee", "I'm afraid that it will close."),
    ("Tobias Lind", "For how long?"),
]
FORMS = {
    "in brackets with a colon": "{name} (00:{at:02}):\n{words}\n",
    "behind two blanks": "{name}  0:{at:02}  \n{words}\n",
    "behind a bar": "{name} | 00:{at:02}\n{words}\n",
    "behind a comma": "{name}, 00:{at:02}\n{words}\n",
    "in square brackets, with its end": "[{name}] (0:{at:02} - 0:{end:02})\n{words}\n",
    "before the name": "00:{at:02} {name}\n{words}\n",
    "with a dash before the name and what tells of it": "0:{at:02} - {name} (Oldport)\n{words}\n",
    "in brackets before the name": "[00:{at:02}] {name}\n{words}\n",
    "with its end before the name": "[00:{at:02}.000 --> 00:{end:02}.000] [{name}] {words}\n",
    "before the words": "{name}: [00:{at:02}] {words}\n",
}
NO_TRANSCRIPTS = {
    "chapters": "0:00 Intro\n1:10 The harbour\n5:20 Intro\n7:00 The harbour\n9:10 Intro\n",
    "a programme": "Town Hall, 19:30\nA choir sings.\n\nOld Quay, 20:00\nA band plays.\n\n"
    "Town Hall, 21:00\nThe choir again.\n\nOld Quay, 22:00\nThe band again.\n",
    "times that go back": "Town Hall, 04:30\nA choir sings.\n\nOld Quay, 03:00\nA band plays.\n\n"
    "Town Hall, 02:00\nThe choir again.\n\nOld Quay, 01:00\nThe band again.\n",
    "doors": "Doors: 19:30\nShow: 20:30\nBar: 21:30\n",
}


def _transcript(form: str, **names: str) -> str:
    return "\n".join(
        form.format(name=names.get(name, name), at=3 + 5 * number, end=8 + 5 * number, words=words)
        for number, (name, words) in enumerate(SAID)
    )


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS.keys())
def test_a_time_stands_by_the_name(tmp_path: Path, form: str) -> None:
    article = only_article(read_bytes(tmp_path, "a.txt", _transcript(form).encode()))
    assert [(one.speakers[0], one.text) for one in find_quotes(article)] == SAID


@pytest.mark.parametrize("form", [*FORMS.values(), "{name}: {words}\n", "{name}:\n{words}\n"])
def test_numbered_speakers_are_told_apart_and_nobody(form: str) -> None:
    text = _transcript(form, **{"Ann Lee": "Speaker 1", "Tobias Lind": "Speaker 2"})
    found = [(one.said_as, one.speakers, one.text) for one in find_quotes(article_from_text(text))]
    assert found == [(f"Speaker {number % 2 + 1}", (), words) for number, (_, words) in enumerate(SAID)]


@pytest.mark.parametrize("text", NO_TRANSCRIPTS.values(), ids=NO_TRANSCRIPTS.keys())
def test_other_lines_with_times_are_no_labels(text: str) -> None:
    assert find_quotes(article_from_text(text)) == []


def test_captions_that_name_who_speaks(tmp_path: Path) -> None:
    cues = [
        ("Ann Lee: We have one item", "today."),
        ("Tobias Lind: Is it the slipway, by any chance",),
        ("Ann Lee: It is. I'm afraid",),
        ("Ann Lee: that it will close.",),
    ]
    lines = [f"00:00:0{at}.000 --> 00:00:0{at + 1}.000\n" + "\n".join(cue) for at, cue in enumerate(cues)]
    article = only_article(read_bytes(tmp_path, "a.vtt", ("WEBVTT\n\n" + "\n\n".join(lines)).encode()))
    assert [(one.speakers, one.text) for one in find_quotes(article)] == [
        (("Ann Lee",), "We have one item today."),
        (("Tobias Lind",), "Is it the slipway, by any chance"),
        (("Ann Lee",), "It is. I'm afraid that it will close."),
    ]


def test_dashes_songs_and_other_names_end_a_turn_of_subtitles(tmp_path: Path) -> None:
    cues = [
        "ANN: Where were you?",
        "- Out.",
        "TOBIAS: On the boat.",
        "♪ Row, row your boat ♪",
        "ANN: And?",
        "(INGA) Hm.",
    ]
    lines = [f"{at}\n00:00:0{at},000 --> 00:00:0{at},900\n{cue}" for at, cue in enumerate(cues, 1)]
    article = only_article(read_bytes(tmp_path, "a.srt", "\n\n".join(lines).encode()))
    assert [(one.speakers, one.text) for one in find_quotes(article)] == [
        (("Ann",), "Where were you?"),
        (("Tobias",), "On the boat."),
        (("Ann",), "And?"),
    ]


def test_what_is_heard_in_a_break_is_not_the_speaker_s() -> None:
    text = (
        "[00:12] ADA OBI: Is it moving?\n\n[00:25] MARIAN HOLT: It is.\n\n[00:30] And it will not wait.\n\n"
        "[00:33] (laughs)\n\nNever.\n\n[00:40] [AD BREAK]\n\nBrought to you by Quay Bank.\n\n"
        "[01:10] ADA OBI: We're back.\n"
    )
    found = [(one.speakers[0], one.text) for one in find_quotes(article_from_text(text))]
    assert found == [
        ("Ada Obi", "Is it moving?"),
        ("Marian Holt", "It is."),
        ("Marian Holt", "And it will not wait."),
        ("Marian Holt", "Never."),
        ("Ada Obi", "We're back."),
    ]


def test_lines_behind_a_span_of_times_are_text() -> None:
    text = "[00:00.000 --> 00:04.000]  The harbour opens.\n[00:04.000 --> 00:08.000]  “We stay,” said Ann Lee.\n"
    assert [(one.speakers, one.text) for one in find_quotes(article_from_text(text))] == [(("Ann Lee",), "We stay,")]
