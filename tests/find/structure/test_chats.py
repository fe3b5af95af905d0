"""The messages of a chat's export are turns of their senders, on their days; what the program writes is nobody's."""

from __future__ import annotations

import io
import json
from pathlib import Path

from tests.growth import assert_linear
from tests.read.reading import only_article, read_bytes

from quotecli.core.types import Kind
from quotecli.find import find_quotes
from quotecli.read.reader import article_from_text

CHAT = (
    "3/12/25, 2:05\u202fPM - Messages and calls are end-to-end encrypted.\n"
    "3/12/25, 2:06\u202fPM - Rob Tanner: Has anyone seen the plan for the pier?\n"
    "3/12/25, 2:07\u202fPM - Mum: “Never again”, he said\n\nand then again\n"
    "3/12/25, 2:08\u202fPM - Rob: no\n"
    "3/14/25, 9:00\u202fAM - Mum: <Media omitted>\n"
    "3/14/25, 9:01\u202fAM - You: Note: it opens on Friday\n"
    "3/14/25, 9:02\u202fAM - Rob: Good\n"
    "3/14/25, 9:02\u202fAM - Dr Ann Lee: Quite\n"
)


def test_messages_are_turns_of_their_senders(tmp_path: Path) -> None:
    article = only_article(read_bytes(tmp_path, "chat.txt", CHAT.encode()))
    found = find_quotes(article)
    assert [(one.text, one.speakers, one.said_as, str(one.said_on)) for one in found] == [
        ("Has anyone seen the plan for the pier?", ("Rob Tanner",), "Rob Tanner", "2025-03-12"),
        ("“Never again”, he said", ("Mum",), "Mum", "2025-03-12"),
        ("and then again", ("Mum",), "Mum", "2025-03-12"),
        ("no", ("Rob",), "Rob", "2025-03-12"),
        ("Note: it opens on Friday", (), "You", "2025-03-14"),
        ("Good", ("Rob",), "Rob", "2025-03-14"),
        ("Quite", ("Ann Lee",), "Dr Ann Lee", "2025-03-14"),
    ]
    assert found[2].part_of == 1
    assert {one.kind for one in found} == {Kind.DIRECT}
    assert (article.title, article.authors, str(article.published)) == (None, (), "2025-03-14")


def test_a_chat_given_as_a_text_or_a_line_of_json_is_one_too(tmp_path: Path) -> None:
    line = json.dumps({"id": "c", "text": CHAT}).encode()
    for article in (article_from_text(CHAT), only_article(read_bytes(tmp_path, "a.jsonl", line))):
        found = find_quotes(article)
        assert len(found) == 7
        assert all(CHAT[one.start : one.end] == one.text for one in found)


def test_a_meeting_s_chat_names_who_it_is_from(tmp_path: Path) -> None:
    lines = [f"14:0{at}:11\t From {name} to Everyone:\n\tWell, no" for at, name in enumerate(["Tove Brandt", "Jo"] * 2)]
    found = find_quotes(only_article(read_bytes(tmp_path, "chat.txt", "\n".join(lines).encode())))
    assert [(one.text, one.speakers, one.said_as) for one in found[:2]] == [
        ("Well, no", ("Tove Brandt",), "Tove Brandt"),
        ("Well, no", ("Jo",), "Jo"),
    ]


def test_a_transcript_with_its_times_behind_the_names(tmp_path: Path) -> None:
    text = "Tove Brandt  0:03  \nWe talk about the pier.\n\nMarek Olsen  0:09  \nYes.\n\nTove Brandt  0:15  \nWhy?\n"
    found = find_quotes(only_article(read_bytes(tmp_path, "a.txt", text.encode())))
    assert [(one.text, one.speakers) for one in found] == [
        ("We talk about the pier.", ("Tove Brandt",)),
        ("Yes.", ("Marek Olsen",)),
        ("Why?", ("Tove Brandt",)),
    ]


def test_long_chats_take_time_by_their_length() -> None:
    def text(size: int) -> str:
        return "".join(f"[12/03/2025, 14:05] Name {at % 7}: some words and more\n" for at in range(200 * size))

    assert_linear(lambda given: find_quotes(article_from_text(given)), text, 4)


def test_a_chat_pasted_into_a_word_file_is_one(tmp_path: Path) -> None:
    import docx

    made, out = docx.Document(), io.BytesIO()
    for line in "Tove Brandt, [12.03.2025 14:06]\nHas anyone seen it?\n\nJo Marsh, [12.03.2025 14:07]\nI have".split(
        "\n"
    ):
        made.add_paragraph(line)
    made.add_paragraph("Tove Brandt, [12.03.2025 14:08]")
    made.add_paragraph("And?")
    made.save(out)
    article = only_article(read_bytes(tmp_path, "a.docx", out.getvalue()))
    assert (article.title, article.authors) == (None, ())
    assert [(one.text, one.speakers, str(one.said_on)) for one in find_quotes(article)] == [
        ("Has anyone seen it?", ("Tove Brandt",), "2025-03-12"),
        ("I have", ("Jo Marsh",), "2025-03-12"),
        ("And?", ("Tove Brandt",), "2025-03-12"),
    ]
