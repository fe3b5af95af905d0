"""Text as a page prints it: numbers in the margin, heads and feet of pages, hyphens, columns side by side."""

from __future__ import annotations

import json
from pathlib import Path
from textwrap import dedent

import pytest
from tests.read.reading import only_article, paragraphs, read_bytes

from quotecli import find_quotes

DEPOSITION = """
                                                              88
  1        Q.   And what did Mr. Sorley tell the crew?
  2        A.   He told us, "Leave the hatch open until I
  3   come back, and don't you dare to write it in the log-
  4   book," and then he drove off.
  5             MS. ACHTEN:  Objection.
  6             THE WITNESS:  He never came back.
  7        Q.   How long did you wait
{foot}
                                                              89
  1   for him?
  2        A.   Until four.
  3        Q.   Thank you.
"""
TURNS = [
    "Q. And what did Mr. Sorley tell the crew?",
    (
        'A. He told us, "Leave the hatch open until I come back, and don\'t you dare to write it in the logbook," and'
        " then he drove off."
    ),
    "MS. ACHTEN: Objection.",
    "THE WITNESS: He never came back.",
    "Q. How long did you wait for him?",
    "A. Until four.",
    "Q. Thank you.",
]


def read_text(folder: Path, text: str) -> list[str]:
    return paragraphs(only_article(read_bytes(folder, "a.txt", text)))


@pytest.mark.parametrize("foot", ["", "\n          Brandt Reporting   555-0107\n", "                Page 88 of 90\n"])
def test_numbers_of_lines_are_no_words_of_a_deposition(tmp_path: Path, foot: str) -> None:
    assert read_text(tmp_path, DEPOSITION.format(foot=foot)) == TURNS


def test_numbers_with_one_blank_behind_and_windows_line_ends(tmp_path: Path) -> None:
    lines = [
        "Q. Where were you?", 'A. At the quay. I heard her shout, "Nobody', 'gets off!" and then the bell.', "Q. Then?",
        "A. Nothing.", "Q. Who rang it?", "A. I can't say.", "Q. Can't you?", "A. No. It was dark, and the lamp over",
        "the steps was out.",
    ]  # fmt: skip
    text = "\r\n".join(f"{number} {line}" for number, line in enumerate(lines, 1))
    assert read_text(tmp_path, text) == [
        lines[0], f"{lines[1]} {lines[2]}", *lines[3:8], f"{lines[8]} {lines[9]}",
    ]  # fmt: skip


def test_a_numbered_draft_has_its_paragraphs_between_numbered_blanks(tmp_path: Path) -> None:
    article = only_article(
        read_bytes(
            tmp_path,
            "a.txt",
            "101  The owner of the pier, Wilma Dast, said “the sea takes\n"
            "102  what it wants” and closed the gate. Her son was\n"
            "103  asked to comment.\n104\n"
            "105  He said it was “no business of anybody’s but the\n"
            "106  sea’s.”\n",
        )
    )
    assert [quote.text for quote in find_quotes(article)] == [
        "the sea takes what it wants",
        "no business of anybody’s but the sea’s.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        (
            "1 Peel the pears and keep the skins\n2 Boil the milk in a wide pan\n3 Beat the yolks with sugar\n"
            "4 Fold in the flour a spoon at a time\n5 Bake for half an hour\n6 Serve while it is warm"
        ),
        (
            "1  Orla Finn           31  points\n2  Bas Dekker          28  points\n3  Ina Moor            27  points\n"
            "4  Tove Lund           19  points\n5  Ugo Sarti           12  points"
        ),
        "2019 was the year.\n2020 was worse, she said, and\n2021 was no better than that.",
    ],
)
def test_numbers_of_lists_and_tables_stay(tmp_path: Path, text: str) -> None:
    assert only_article(read_bytes(tmp_path, "a.txt", text)).text == text


OLD_PAPER = """
  Mr. Ephraim Stoll, the har-
bour master, met the pilots on
Friday. "I will not have a boat
put out," he told them, "while
the glass is falling." The pi-
lots, who had waited since noon
in the well-known "Anchor," with-
drew without another word.

  A widow of the town declared
"before witnesses" that no man
had asked her leave, and the well-
known preacher Mr. Lumb agreed.
"""


def test_a_narrow_column_is_paragraphs_and_its_words_are_whole(tmp_path: Path) -> None:
    article = only_article(read_bytes(tmp_path, "a.txt", OLD_PAPER))
    one, two = (" ".join(text.split()) for text in paragraphs(article))
    assert one == (
        'Mr. Ephraim Stoll, the harbour master, met the pilots on Friday. "I will not have a boat put out," he told'
        ' them, "while the glass is falling." The pilots, who had waited since noon in the well-known "Anchor,"'
        " withdrew without another word."
    )
    assert two == (
        'A widow of the town declared "before witnesses" that no man had asked her leave, and the well-known'
        " preacher Mr. Lumb agreed."
    )
    first, second = (" ".join(quote.text.split()) for quote in find_quotes(article)[:2])
    assert (first, second) == ("I will not have a boat put out,", "while the glass is falling.")


def test_columns_side_by_side_are_read_one_below_the_other(tmp_path: Path) -> None:
    text = """
    The reeve, Mr. Otto Brand, closed        The Marigold was towed in on
    the sluice on Sunday. "There is          Monday with her mast gone. Her
    no water left for two mills," he         mate, Jonas Wick, said "she went
    said, and went home to his own           over like a cup," and nobody at
    supper, which was eels and a jug         the quay has contradicted him so
    of the new cider from the press.         far, for they saw the same thing.
    """
    found = [" ".join(quote.text.split()) for quote in find_quotes(only_article(read_bytes(tmp_path, "a.txt", text)))]
    assert found == ["There is no water left for two mills,", "she went over like a cup,"]


def test_a_table_stays_as_it_is(tmp_path: Path) -> None:
    rows = [f"Ward {number} of the town     {number * 7} votes were cast     {number} were void" for number in range(9)]
    text = "\n".join(rows)
    assert only_article(read_bytes(tmp_path, "a.txt", text)).text == text


@pytest.mark.parametrize("head", ["17\nTHE QUAY TIMES", "- 17 -", "Page 17 of 30", "THE QUAY TIMES\n\f17"])
def test_a_page_that_turns_amid_a_sentence_leaves_nothing_in_it(tmp_path: Path, head: str) -> None:
    above = (
        "The council heard on Monday that the tower leans. Its surveyor, Hanne Birk, told\n"
        "the members that the wall was “sound for another winter and not a day more\n"
        "than that, and any pri-"
    )
    below = (
        "vate owner would have been fined by now,” and asked them to vote on the repair\n"
        "before the frost sets in. They did so, with two against and none abstaining."
    )
    [quote] = find_quotes(only_article(read_bytes(tmp_path, "a.txt", f"{above}\n\n{head}\n\n{below}\n")))
    assert " ".join(quote.text.split()) == (
        "sound for another winter and not a day more than that, and any private owner would have been fined by now,"
    )


def test_a_draft_in_double_spacing(tmp_path: Path) -> None:
    lines = [
        "Notes of a talk",
        "Dr. Thea Quist began by saying that “no map is neutral, and",
        "no surveyor either,” and was asked by a man in the third",
        "row whether she meant it. She did, she said, and had been",
        "told that “a line on paper is a line in somebody’s field.”",
        "Then they went to dinner, and nobody spoke of maps, or of",
        "fields.",
        "In the second half she turned to the sea, which she called",
        "“the only honest border there is.”",
    ]
    article = only_article(read_bytes(tmp_path, "a.txt", "\n\n".join(lines)))
    assert [quote.text for quote in find_quotes(article)] == [
        "no map is neutral, and no surveyor either,",
        "a line on paper is a line in somebody’s field.",
        "the only honest border there is.",
    ]


@pytest.mark.parametrize("name", ["a.txt", "a.jsonl"])
def test_a_quotation_goes_on_in_the_next_line_of_its_item(tmp_path: Path, name: str) -> None:
    text = '1   Pond\n    The clerk, Edda Lohr, said: "The ducks\n    have left for good."\n2   Bins\n    None.\n'
    given = text if name == "a.txt" else json.dumps({"id": "a", "text": text})
    [quote] = find_quotes(only_article(read_bytes(tmp_path, name, given)))
    assert " ".join(quote.text.split()) == "The ducks have left for good."


def test_a_headline_whose_quotation_has_ended_stands_alone(tmp_path: Path) -> None:
    lines = [
        "„Wir warten nicht“: Wie der Hafen zufror",
        "Als Ute Kern am Montag kam, lag das Eis bis zur Mole, und es war still.",
    ]
    assert read_text(tmp_path, "\n".join(lines)) == lines


def test_what_a_program_hands_over_is_stored_as_it_is(tmp_path: Path) -> None:
    text = dedent(DEPOSITION.format(foot=""))
    assert only_article(read_bytes(tmp_path, "a.jsonl", json.dumps({"id": "d", "text": text}))).text == text


def test_margin_numbers_of_a_pdf(tmp_path: Path) -> None:
    fpdf = pytest.importorskip("fpdf", reason="fpdf2 writes the files")
    pytest.importorskip("pypdfium2", reason="the extra pdf is not installed")
    document = fpdf.FPDF()
    lines = [line for line in DEPOSITION.format(foot="").split("\n") if line.strip()]
    for line in lines:
        if len(line.split()) == 1:
            document.add_page()
            document.set_font("Courier", size=10)
            document.text(190, 10, line.strip())
            top = 20
            continue
        number, words = line[:3].strip(), line[3:]
        document.text(20, top, number)
        document.text(30 + 2 * (len(words) - len(words.lstrip())), top, words.strip())
        top += 8
    assert paragraphs(only_article(read_bytes(tmp_path, "a.pdf", bytes(document.output())))) == TURNS


NOTED = {
    "in brackets": (
        "“We stay,[1] and you go.”[2] So it was,[1] she said.",
        "“We stay, and you go.” So it was, she said.",
    ),
    "two at once": ("They stay[1][2] for ever.[3]", "They stay for ever."),
    "raised": ("“We stay,¹ and you go.”² So it was.", "“We stay, and you go.” So it was."),
    "amid a text": ("They stay.[12] We go.[13] You come.[14]", "They stay. We go. You come."),
}
UNNOTED = (
    "“We saw [1] boat, and [2] men.”",
    "A field of 30 m² and one of 40 km² or 12 acres².",
    "“We stay”[1] and no more.",
    "“We stay.”[3] He went.[9] They came.[2]",
    "The table[1](https://harbour.example) and the chair[2](https://harbour.example).",
    "a[1] = b[2] + c[3]",
)


@pytest.mark.parametrize(("text", "bare"), NOTED.values(), ids=NOTED.keys())
def test_the_marks_of_notes_are_no_words(tmp_path: Path, text: str, bare: str) -> None:
    assert only_article(read_bytes(tmp_path, "a.txt", text)).text == bare
    line = json.dumps({"id": "a", "text": text})
    assert only_article(read_bytes(tmp_path, "a.jsonl", line)).text == text


@pytest.mark.parametrize("text", UNNOTED)
def test_other_numbers_stay(tmp_path: Path, text: str) -> None:
    assert only_article(read_bytes(tmp_path, "a.txt", text)).text == text
