"""Subtitles: sentences that run over captions are whole, what programs put in is no word, each keeps its time."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.read.reading import only_article, paragraphs, read_bytes

from quotecli import find_quotes

ROLLING = """WEBVTT
Kind: captions
Language: en

00:00:00.160 --> 00:00:02.470 align:start position:0%
\x20
then<00:00:00.400><c> the</c><00:00:00.560><c> pilot</c><00:00:00.880><c> said</c>

00:00:02.470 --> 00:00:02.480 align:start position:0%
then the pilot said
\x20

00:00:02.480 --> 00:00:05.000 align:start position:0%
then the pilot said
"no<00:00:02.700><c> boat</c><00:00:03.000><c> leaves</c>

00:00:05.000 --> 00:00:05.010 align:start position:0%
"no boat leaves
\x20

00:00:05.010 --> 00:00:07.000 align:start position:0%
"no boat leaves
before<00:00:05.200><c> noon"</c><00:00:05.600><c> and</c><00:00:06.000><c> one</c><00:00:06.200><c> did</c>
"""


def test_captions_that_roll_up_are_read_once(tmp_path: Path) -> None:
    article = only_article(read_bytes(tmp_path, "a.vtt", ROLLING))
    assert paragraphs(article) == ['then the pilot said "no boat leaves before noon" and one did']
    assert [quote.text for quote in find_quotes(article)] == ["no boat leaves before noon"]
    assert article.paragraphs[0].time == 0
    assert article.title is None


SUBTITLES = """1
00:01:01,000 --> 00:01:03,500
<i>NARRATOR: The warden told the court
“there was no key,</i>

2
00:01:03,600 --> 00:01:06,000
<i>and nobody asked for one.”</i>

3
00:01:06,100 --> 00:01:08,000
{\\an8}- Was there a key?
- No &amp; yes.

4
00:01:09,000 --> 00:01:10,000
No.

5
00:01:10,000 --> 00:01:11,000
No.
"""


def test_a_sentence_runs_over_captions_and_keeps_its_time(tmp_path: Path) -> None:
    article = only_article(read_bytes(tmp_path, "a.srt", SUBTITLES))
    assert paragraphs(article) == [
        "NARRATOR: The warden told the court “there was no key, and nobody asked for one.”",
        "- Was there a key?",
        "- No & yes.",
        "No.",
        "No.",
    ]
    assert [one.time for one in article.paragraphs] == [61, 66, 66, 69, 70]
    assert [quote.text for quote in find_quotes(article)] == ["there was no key, and nobody asked for one."]


def test_a_voice_speaks_on_in_the_next_caption(tmp_path: Path) -> None:
    text = (
        "WEBVTT\n\nNOTE made by hand\n\nSTYLE\n::cue { color: white }\n\nintro\n00:01.000 --> 00:04.000\n"
        "<v Ilse Marr>They told us it was safe\nto go\n\n00:04.000 --> 00:06.000\n<v Ilse Marr>by night.</v>\n\n"
        "00:06.000 --> 00:07.000\n<v Host>Was it?\n"
    )
    article = only_article(read_bytes(tmp_path, "a.vtt", text))
    assert [quote.text for quote in find_quotes(article)] == ["They told us it was safe to go by night.", "Was it?"]


def test_captions_that_are_pasted_from_a_site(tmp_path: Path) -> None:
    text = '0:00\nhere is Ida who ran\n0:04\nthe kiln and said\n0:07\nthat "nobody can\n1:10\nbake this clay" to us\n'
    article = only_article(read_bytes(tmp_path, "a.txt", text))
    assert [quote.text for quote in find_quotes(article)] == ["nobody can bake this clay"]


def test_no_line_of_a_caption_is_lost(tmp_path: Path) -> None:
    text = "1\r\n00:00:01,000 --> 00:00:02,000\r\nThe kiln was cold,\r\n\r\nand we lit it.\r\n\r\n2\r\n"
    text += "00:00:03,000 --> 00:00:04,000\r\n1911\r\n\r\n3\r\n00:00:05,000 --> 00:00:06,000\r\nwas dry.\r\n"
    article = only_article(read_bytes(tmp_path, "a.srt", text))
    assert paragraphs(article) == ["The kiln was cold, and we lit it.", "1911 was dry."]


@pytest.mark.parametrize(
    "text",
    [
        "0:00\nAnna: We never saw the key.\n0:09\nBen: Nor did I.\n0:12\nAnna: So who did?\n0:20\nBen: Nobody.\n",
        "The arrow --> points on.\n\n00:00:01,000 --> 00:00:02,000\n\nis a time.",
    ],
)
def test_what_is_no_stream_of_captions_stays_as_it_is(tmp_path: Path, text: str) -> None:
    assert only_article(read_bytes(tmp_path, "a.txt", text)).text == text


def test_broadcasters_mark_the_next_speaker(tmp_path: Path) -> None:
    said = [
        ">> ANNA OBI: We never saw\nthe key.",
        ">>> BEN MARR: Nor did I. >> So who did?",
        ">> Nobody. We have >>5 of them.",
        ">> ANNA OBI: Good night.",
        ">> BEN MARR: Good night.",
    ]
    text = "".join(
        f"{number}\n00:00:0{number},000 --> 00:00:0{number},900\n{words}\n\n" for number, words in enumerate(said, 1)
    )
    article = only_article(read_bytes(tmp_path, "a.srt", text))
    assert ">>" not in " ".join(paragraphs(article))
    found = [(quote.text, quote.speakers) for quote in find_quotes(article)]
    assert ("We never saw the key.", ("Anna Obi",)) in found
    assert ("Nor did I.", ("Ben Marr",)) in found
    assert all("So who" not in quote or not speakers for quote, speakers in found)
