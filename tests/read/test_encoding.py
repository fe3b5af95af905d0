"""Bytes → text in the encodings that people have."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.read.reading import only_article, read_bytes

from quotecli.read.encoding import decode, wide_encoding

TEXT = "“We won’t wait – not for the rain,” said Zoë Łukasz, 40 € poorer."
WESTERN = "“We won’t wait – not for the rain,” said Zoë, 40 € poorer."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be", "utf-32-le"])
def test_unicode_encodings_with_and_without_marks(encoding: str) -> None:
    assert decode((TEXT * 3).encode(encoding)) == TEXT * 3


@pytest.mark.parametrize("encoding", ["utf-16-be", "utf-16-le", "utf-32-be", "utf-32-le"])
def test_marked_wide_encodings_of_any_script(encoding: str) -> None:
    assert decode(("\ufeff" + "«Мы не будем ждать»").encode(encoding)) == "«Мы не будем ждать»"


def test_windows_1252() -> None:
    assert decode(WESTERN.encode("cp1252")) == WESTERN


def test_old_macintosh() -> None:
    text = "“We won’t wait,” she said. “It’s late,” he said. “Let’s go,” they said. It’s über."
    assert decode(text.encode("mac-roman")) == text


def test_what_was_pasted_together_from_two_encodings() -> None:
    data = TEXT.encode() + "  “Yes,” he said. ".encode("cp1252") + TEXT.encode()
    assert decode(data) == f"{TEXT}  “Yes,” he said. {TEXT}"


@pytest.mark.parametrize(
    "declaration",
    [
        b"<meta charset=windows-1251>",
        b'<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">',
        b'<?xml version="1.0" encoding="windows-1251"?>',
    ],
)
def test_declared_encodings(declaration: bytes) -> None:
    assert "«Мы не будем ждать»" in decode(declaration + "«Мы не будем ждать»".encode("cp1251"))
    assert decode("«Мы не будем ждать»".encode("cp1251"), "windows-1251") == "«Мы не будем ждать»"


def test_a_wrong_declaration_of_latin_1_means_windows_1252() -> None:
    assert "“Yes”" in decode(b"<meta charset=iso-8859-1>" + "“Yes”".encode("cp1252"))
    assert "“Yes”" in decode(b"<meta charset=iso-8859-1>" + "“Yes”".encode())


@pytest.mark.parametrize(
    "name", ["utf-7", "zip", "base64", "rot13", "idna", "unicode_escape", "no-such", "x" * 5000, "\x00"]
)
def test_codecs_that_are_no_encodings_are_never_used(name: str) -> None:
    assert decode("“Yes”".encode("cp1252"), name) == "“Yes”"


def test_zeros_of_programs_are_not_taken_for_utf_16() -> None:
    assert wide_encoding(b"\x00\x00\x00\x00" * 50) is None
    assert wide_encoding(bytes(range(256))) is None


@given(st.binary(max_size=200), st.text(max_size=10))
def test_any_bytes_decode(data: bytes, declared: str) -> None:
    assert isinstance(decode(data, declared), str)


@given(st.text())
def test_utf_8_comes_back(text: str) -> None:
    data = text.encode("utf-8")
    if wide_encoding(data) is None and not text.startswith("\ufeff"):
        assert decode(data) == text


MEANT = "René Saur said: “It’s naïve – and it’s over.”\n\n“Çа va,” she said, “as they’d say.”\n"


@pytest.mark.parametrize("taken_for", ["cp1252", "latin-1"])
def test_a_text_that_was_decoded_twice_is_read_as_it_was_meant(tmp_path: Path, taken_for: str) -> None:
    twice = MEANT.encode().decode(taken_for, "replace")
    page = f"<html><head><title>x</title></head><body><p>{twice}</p></body></html>"
    assert only_article(read_bytes(tmp_path, "a.txt", twice)).text == MEANT
    assert "“It’s naïve – and it’s over.”" in only_article(read_bytes(tmp_path, "a.html", page)).text


@pytest.mark.parametrize(
    "text", ["In Sète, “â€™” is what a bad program makes of ’; “Ã©” of é, says René.", "Âge, Être, “à”."]
)
def test_a_text_that_tells_of_such_signs_stays_as_it_is(tmp_path: Path, text: str) -> None:
    assert only_article(read_bytes(tmp_path, "a.txt", text)).text == text


def test_what_a_program_hands_over_is_not_decoded_anew(tmp_path: Path) -> None:
    twice = MEANT.encode().decode("cp1252", "replace")
    assert only_article(read_bytes(tmp_path, "a.jsonl", json.dumps({"id": "a", "text": twice}))).text == twice


def test_old_macintosh_text_with_accents(tmp_path: Path) -> None:
    text = "René Saur said: “I’m done.”\n\n“Naïve is the word,” he said.\n"
    assert only_article(read_bytes(tmp_path, "a.txt", text.encode("mac-roman"))).text == text


@pytest.mark.parametrize(
    ("declared", "written", "text"),
    [
        ("gb2312", "gbk", "记者李朱镕说：“我们等了三年。”"),
        ("shift_jis", "cp932", "髙橋①さんは「三年待った」と述べた。"),
        ("x-sjis", "cp932", "髙橋①さんは「三年待った」と述べた。"),
        ("ks_c_5601-1987", "cp949", "펲 시장은 “3년을 기다렸다”고 말했다."),
        ("euc-kr", "cp949", "펲 시장은 “3년을 기다렸다”고 말했다."),
        ("big5", "big5hkscs", "她說：「我們等了三年。」㗎"),
        ("iso-8859-9", "cp1254", "Başkan “Üç yıl bekledik” dedi – şaşırmadım."),
        ("iso-8859-2", "cp1250", "„Hałas był uciążliwy” – dodał Łukasz Żak, śmiejąc się."),
        ("iso-8859-7", "cp1253", "«Περιμέναμε τρία χρόνια» – είπε… η δήμαρχος."),
        ("tis-620", "cp874", "นายกกล่าวว่า “เรารอมาสามปี”"),
    ],
)
def test_an_old_standard_means_what_windows_made_of_it(declared: str, written: str, text: str) -> None:
    assert text in decode(f"<meta charset={declared}>{text}".encode(written))


def test_a_standard_without_windows_characters_is_itself() -> None:
    assert "ąśź ĄŚŹ" in decode("<meta charset=iso-8859-2>ąśź ĄŚŹ".encode("iso-8859-2"))


@pytest.mark.parametrize("encoding", ["gb18030", "cp1251", "koi8-r"])
def test_the_tags_of_a_page_are_no_letters_of_its_language(encoding: str) -> None:
    words = {
        "gb18030": "市议会昨日通过决议，将废弃多年的老车站改建为图书馆，工程将于明年四月开始。",
        "cp1251": "Городской совет решил устроить в старом вокзале библиотеку.",
        "koi8-r": "Городской совет решил устроить в старом вокзале библиотеку.",
    }[encoding]
    script = "<script>var menu = function (items) { return items.map(item => item.name); };</script>" * 20
    page = f"<html><head>{script}</head><body><div class='article-body'><p class='first'>{words}</p></div></body>"
    assert words in decode(page.encode(encoding))
