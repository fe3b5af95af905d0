"""Rich Text files: their words as they stand, in any code page, without what the writing program keeps beside them."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from tests.growth import assert_linear
from tests.read import samples
from tests.read.reading import only_article, paragraphs, read_bytes

from quotecli.core.types import Article, Role
from quotecli.find import find_quotes

SAID = "“We won’t go,” said Ngozi Okafor."
HEAD = r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fswiss Arial;}{\f1\fnil\fcharset204 Arial Cyr;}}"


def told(folder: Path, body: str | bytes, head: str = HEAD) -> list[str]:
    data = body if isinstance(body, bytes) else body.encode("latin-1")
    return paragraphs(only_article(read_bytes(folder, "a.rtf", head.encode() + data + b"}")))


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (r"\ldblquote We won\rquote t go,\rdblquote  said Ngozi Okafor.\par", SAID),
        (r"\'93We won\'92t go,\'94 said Ngozi Okafor.", SAID),
        (r"\u8220?We won\u8217?t go,\u8221? said Ngozi Okafor.", SAID),
        (r"\uc0\u8220 We won\uc2\u8217\'92xt go,\u8221ab said Ngozi Okafor.", SAID),
        ("\x93We won\x92t go,\x94 said Ngozi\n Okafor.", SAID),
        (
            r"“We {\b won{\i \'92}t} go,” said {\f1 Ngozi} Okafor.".replace("“", r"\u8220?").replace("”", r"\u8221?"),
            SAID,
        ),
        (r"{\f1 \'cf\'ee} \'e9", "По é"),
        (r"A \u-10179?\u-8704? face \u55357?", "A 😀 face \ufffd"),
        (r"a\~b\_c\-d \{e\} \\ f\tab g\line h", "a b\u2011cd {e} \\ f\tg\nh"),
        (r"{\v hidden }shown {\deleted gone }stays\v  hidden\v0  again", "shown stays again"),
    ],
)
def test_characters(tmp_path: Path, body: str, text: str) -> None:
    assert told(tmp_path, body) == [text]


def test_code_pages_of_the_file(tmp_path: Path) -> None:
    assert told(tmp_path, r"\'8e", r"{\rtf1\mac ") == ["é"]
    assert told(tmp_path, r"\'cf\'ee", r"{\rtf1\ansi\ansicpg1251 ") == ["По"]
    assert told(tmp_path, "é“".encode(), r"{\rtf1\ansi\ansicpg65001 ") == ["é“"]
    assert told(tmp_path, rb"\'93\'fa\'96\'7b", r"{\rtf1\ansi\ansicpg932 ") == ["日本"]
    assert told(tmp_path, r"\'e9", r"{\rtf1\ansi\ansicpg31337 ") == ["é"]


@pytest.mark.parametrize(
    "beside",
    [
        r"{\header Page 1\par}",
        r"{\header{\footnote A note.}}",
        r"{\*\annotation A comment.}",
        r"{\*\unknown{\deep words}}",
        r"{\pict\pngblip 89504e470d0a}",
        r"{\pict\bin7 }}{\par}",
        r"{\*\shppict{\pict 8950}}",
        r"{\xe An entry}",
        r"{\*\bkmkstart here}{\*\bkmkend here}",
        r"{\info{\comment words}{\operator Bob}}",
        r"{\object{\*\objdata 0105}{\result }}",
    ],
)
def test_what_stands_beside_the_text_is_left_out(tmp_path: Path, beside: str) -> None:
    assert told(tmp_path, rf"One \'93two{beside} three\'94\par Four") == ["One “two three”", "Four"]


@pytest.mark.parametrize(
    "note",
    [
        r"{\footnote A note.}",
        r"{\super\chftn}{\*\footnote\chftn\~\pard\plain\s9 A note.}",  # pandoc's
        r"{\super \chftn{\*\footnote \chftn\pard\plain {\i A} note.\par}}",  # LibreOffice's
        r"{\cs16\super \chftn {\footnote\ftnalt\pard\plain \s9 {\super \chftn} A note.}}",  # Word's endnote
    ],
)
def test_notes_stand_at_the_end(tmp_path: Path, note: str) -> None:
    body = rf"\'93We will not{note} go,\'94 said Ngozi Okafor.\par Four"
    assert told(tmp_path, body) == ["“We will not go,” said Ngozi Okafor.", "Four", "A note."]


def test_a_note_sets_nothing_of_the_paragraph_around_it(tmp_path: Path) -> None:
    styles = r"{\stylesheet{\s2 Quote;}{\s9 Title;}}"
    body = rf"{styles}\pard\s2 A harbour{{\footnote\pard\s9 First.\par{{\listtext x}}Second.}} is a promise.\par End"
    article = only_article(read_bytes(tmp_path, "a.rtf", f"{HEAD}{body}}}".encode()))
    assert [part.role for part in article.paragraphs] == [Role.BLOCKQUOTE, Role.BLOCKQUOTE, Role.BODY, Role.BODY]
    assert paragraphs(article) == ["A harbour is a promise.", "End", "First.", "Second."]


def test_a_quotation_in_a_note_is_found_and_none_is_torn(tmp_path: Path) -> None:
    body = (
        r"\'93We will not{\footnote \'93I never asked for a pier,\'94 said Tom Brill.} go,\'94 said Ngozi Okafor.\par "
        r"It rained.{\footnote Cut short"
    )
    article = only_article(read_bytes(tmp_path, "a.rtf", HEAD + body))
    assert [(one.text, one.speakers) for one in find_quotes(article)] == [
        ("We will not go,", ("Ngozi Okafor",)),
        ("I never asked for a pier,", ("Tom Brill",)),
    ]
    assert "Cut short" in paragraphs(article)


def test_a_link_s_words_stay_as_they_are(tmp_path: Path) -> None:
    link = r'{\field{\*\fldinst{HYPERLINK "https://harbour.example/x"}}{\fldrslt{\ul not}}}'
    assert told(tmp_path, rf"\'93We will {link} go\'94") == ["“We will not go”"]


def test_text_boxes_and_cells_are_paragraphs(tmp_path: Path) -> None:
    box = r"{\shp{\*\shpinst{\sp{\sn name}{\sv Box}}{\shptxt In a box.\par}}{\shprslt{\*\do In a box.}}}"
    assert told(tmp_path, rf"One\par {box}\trowd\intbl a\cell b\cell\row End") == ["One", "In a box.", "a", "b", "End"]


def test_styles_and_properties(tmp_path: Path) -> None:
    styles = r"{\stylesheet{\ql Normal;}{\s1\sbasedon0 heading 1;}{\s2 Quote;}{\*\cs3 Title;}}"
    info = r"{\info{\title The Canal}{\author Ada Obi}{\operator Bob}}"
    body = rf"\pard\s1 Rain or not\par\pard {SAID}\par\s2 A harbour.\par\pard{{\listtext \bullet\tab}}one\par"
    data = f"{HEAD}{styles}{info}{body}}}".encode("cp1252")
    article = only_article(read_bytes(tmp_path, "a.rtf", data))
    assert [(part.role, words) for part, words in zip(article.paragraphs, paragraphs(article), strict=True)] == [
        (Role.HEADLINE, "Rain or not"),
        (Role.BODY, SAID),
        (Role.BLOCKQUOTE, "A harbour."),
        (Role.LIST, "one"),
    ]
    assert article.authors == ("Ada Obi",)


@pytest.mark.slow
def test_another_program_s_file(tmp_path: Path) -> None:
    import pypandoc

    text = f"# Rain or not\n\n{samples.SENTENCE}\n\n> A *harbour* is a [promise](https://harbour.example).\n\n{samples.MORE}\n"
    data = pypandoc.convert_text(text, "rtf", format="markdown", extra_args=["-s"]).encode()
    article = only_article(read_bytes(tmp_path, "a", data))  # known by its first bytes
    assert paragraphs(article) == ["Rain or not", samples.SENTENCE, "A harbour is a promise.", samples.MORE]
    assert [quote.speakers for quote in find_quotes(article)] == [("Ngozi Okafor",)]


def test_a_download_of_several_articles(tmp_path: Path) -> None:
    one = (
        "{title}\\par\\par The Calder Post\\par\\par {date}\\par\\par Byline: Ada Obi\\par\\par Body\\par\\par "
        "\\'93We will not go,\\'94 said Ngozi Okafor, the mayor. It rained all day in the town by the canal.\\par\\par "
        "Load-Date: {date}\\par\\par End of Document\\par\\page "
    )
    body = one.format(title="Rain or not", date="October 2, 2020") + one.format(
        title="Sun over the canal", date="May 4, 2021"
    )
    found = [result for result in read_bytes(tmp_path, "a.rtf", HEAD + body + "}") if isinstance(result, Article)]
    assert [(one.title, one.outlet, str(one.published), one.authors) for one in found] == [
        ("Rain or not", "The Calder Post", "2020-10-02", ("Ada Obi",)),
        ("Sun over the canal", "The Calder Post", "2021-05-04", ("Ada Obi",)),
    ]


def test_files_cut_short_or_garbled_are_read_as_far_as_they_go(tmp_path: Path) -> None:
    whole = (
        HEAD + rf"\pard {SAID}\par {{\info{{\title x}}}}\u8220?a\uc3\u-5abc{{\pict\bin3 }}}}}}\s1\f1\'cf z"
    ).encode("cp1252")
    assert paragraphs(only_article(read_bytes(tmp_path, "a.rtf", whole[: whole.index(b"{\\info")])))[0] == SAID
    draw = random.Random(1)
    for _ in range(300):
        garbled = bytearray(whole[: draw.randrange(6, len(whole))])
        for _ in range(draw.randrange(4)):
            garbled[draw.randrange(5, len(garbled))] = draw.randrange(256)
        assert len(read_bytes(tmp_path, "a.rtf", bytes(garbled))) == 1


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece", ["{", "}", "\\", "\\par ", "{\\f1\\f2 ", "\\u8220", "\\'93", "{\\field{\\*\\fldinst{", "\\bin1 a", "\\uc9"]
)
def test_time_grows_with_the_file(tmp_path: Path, piece: str) -> None:
    assert_linear(
        lambda text: read_bytes(tmp_path, "a.rtf", HEAD + text + "x}"),
        lambda size: piece * (size // len(piece)),
        125_000,
        times=8,
    )
