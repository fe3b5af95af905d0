"""Stretches in quotation marks: every style of marks, apostrophes, paragraphs, and marks without a partner."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.find.conftest import ArticleMaker
from tests.growth import assert_linear

from quotecli.core.types import Role
from quotecli.find.pieces import Piece, find_pieces


def words(text: str, pieces: list[Piece]) -> list[str]:
    return [text[piece.start : piece.end] for piece in pieces]


STYLES = {
    "American": ('“We go,” he said. "We stay," she said.', ["We go,", "We stay,"]),
    "British, nested": (
        "‘He said “it’s big” today,’ she said, ‘and the drivers’ union agreed.’",
        ["He said “it’s big” today,", "and the drivers’ union agreed."],
    ),
    "Scots": (
        "‘I’m no’ angry. I’ll go wi’ him,’ Rab said. ‘It’ll no’ stop now.’ The mayor said ‘no’ and left.",
        ["I’m no’ angry. I’ll go wi’ him,", "It’ll no’ stop now.", "no"],
    ),
    "British, straight": (
        "'It was the drivers' wages that counted,' he said. 'We can't pay.'",
        ["It was the drivers' wages that counted,", "We can't pay."],
    ),
    "British, a fragment that ends in s": (
        "She called it ‘all that they’d thought was manners’. One page (‘1 pr. laces, black’) is kept.",
        ["all that they’d thought was manners", "1 pr. laces, black"],
    ),
    "British, an' all": ("‘It lost an’ all.’ He wept.", ["It lost an’ all."]),
    "British, rock 'n' roll": (
        "They called it 'a rock 'n' roll sort of cold'. ‘I love rock ’n’ roll,’ he said.",
        ["a rock 'n' roll sort of cold", "I love rock ’n’ roll,"],
    ),
    "British, a possessive in a paragraph that goes on": (
        "The family said:\n'She lit up the place. The wards' loss is great but ours is more.\n'Tell us what you saw.'",
        ["She lit up the place. The wards' loss is great but ours is more.", "Tell us what you saw."],
    ),
    "British, no comma before the cue": ("'Cheers' said Bob.\n'Fine' said Ann.", ["Cheers", "Fine"]),
    "single inside double": ("“She said ‘no’ to it,” he said.", ["She said ‘no’ to it,"]),
    "German low": ("„Wir gehen“, sagte er. ‚Nein‘, sagte sie.", ["Wir gehen", "Nein"]),
    "German guillemets": ("»Wir gehen«, sagte er. »Nein«, sagte sie.", ["Wir gehen", "Nein"]),
    "Swiss guillemets": ("«Wir gehen», sagte er. «Nein», sagte sie.", ["Wir gehen", "Nein"]),
    "French": ("« Nous partons », dit-il. « Il a dit “oui” ».", ["Nous partons", "Il a dit “oui”"]),
    "French, one mark out of place": (
        "« Nous partons », dit-il. « Oui ».\nIl parle d’un « repas« .",
        ["Nous partons", "Oui", "repas"],
    ),
    "Spanish": ("«Nos vamos», dijo. “No”, respondió.", ["Nos vamos", "No"]),
    "Polish": ("„Idziemy”, powiedział. „Nie”.", ["Idziemy", "Nie"]),
    "Swedish": ("”Vi går”, sade han. ”Nej”, sade hon.", ["Vi går", "Nej"]),
    "Japanese": ("彼は「行きます。『はい』と言った」と言った。", ["行きます。『はい』と言った"]),
    "Chinese": ("他说：“我们走。”她说：“不。”", ["我们走。", "不。"]),
    "Russian": ("«Мы идём», — сказал он.", ["Мы идём"]),
    "TeX": ("``We go,'' he said. ''We stay,'' she said.", ["We go,", "We stay,"]),
    "entities": ("&quot;We go,&quot; he said. &#8220;No&#8221; she said.", ["We go,", "No"]),
    "escapes": ('\\"We go,\\" he said.', ["We go,"]),
    "mixed": ('“We go," he said. "We stay,” she said.', ["We go,", "We stay,"]),
    "spaced": ('" We go, " he said.', ["We go,"]),
    "space before closing": ('"We go. "he said. "We stay," she said.', ["We go.", "We stay,"]),
    "glued": ('He said"We go,"and "We stay."', ["We go,", "We stay."]),
    "brackets": ("He said “[they] go [sic]” (“now”) — “yes”—“no”.", ["[they] go [sic]", "now", "yes", "no"]),
    "footnote": ("“We go.”¹ “We stay.”[2]", ["We go.", "We stay."]),
    "British, a quotation inside in the same marks": (
        "'The lad said, 'Is it a dog?' and I said, 'Near enough,'' she said.",
        ["The lad said, 'Is it a dog?' and I said, 'Near enough,'"],
    ),
    "Korean, a particle behind the mark": ("그는 ‘데이트 폭력’이라고 했다.", ["데이트 폭력"]),
    "emoji": ("“We go 🙏🏼❤️” he wrote. ‘Yes 🇦🇲’ she wrote.", ["We go 🙏🏼❤️", "Yes 🇦🇲"]),
}


@pytest.mark.parametrize("style", STYLES)
def test_every_style_of_marks_gives_the_words_inside(style: str, as_article: ArticleMaker) -> None:
    text, expected = STYLES[style]
    assert words(text, find_pieces(as_article(text))) == expected


APOSTROPHES = {
    "decades and names": ("Simpson's 'Dream Team,' of the '90s, liked rock 'n' roll.", ["Dream Team,"]),
    "none": ("The drivers' and the boys' wages rose in '03, 'cause they'd asked 'em.", []),
    "curly": ("‘I’d’ve gone to the players’ lounge,’ he said.", ["I’d’ve gone to the players’ lounge,"]),
    "contraction first": ("'Til death,' he sang. 'Twas late.", ["Til death,"]),
    "dropped letters": ("‘Little Marco’ and ‘Lyin’ Ted.’ He left.", ["Little Marco", "Lyin’ Ted."]),
    "dropped aitches": (
        "'We'll 'ave a go at 'ome,' he said. 'I 'eft it,' she said.",
        ["We'll 'ave a go at 'ome,", "I 'eft it,"],
    ),
    "feet and inches": ('The 5\'10" man ate a 12" pizza.', []),
    "inches glued to a sign": ('This 70"+ TV is cheap. “Buy it,” he said.', ["Buy it,"]),
    "Arabic names": ("'We go,' he said of ‘Aisyah. 'No.'", ["We go,", "No."]),
    "inches inside": ('"We ordered a 12" pizza," he said.', ['We ordered a 12" pizza,']),
    "curly inches inside": ("“He’s like 6’2”,” Rubio said. “Go.”", ["He’s like 6’2”,", "Go."]),
    "fragments": ("He called it 'absurd' and 'ridiculous'.", ["absurd", "ridiculous"]),
}


@pytest.mark.parametrize("case", APOSTROPHES)
def test_apostrophes_and_inches_are_no_marks(case: str, as_article: ArticleMaker) -> None:
    text, expected = APOSTROPHES[case]
    assert words(text, find_pieces(as_article(text))) == expected


def test_offsets_with_and_without_the_marks(as_article: ArticleMaker) -> None:
    text = "He said « Oui » today."
    (piece,) = find_pieces(as_article(text))
    assert text[piece.start : piece.end] == "Oui"
    assert text[piece.outer_start : piece.outer_end] == "« Oui »"
    assert (piece.mark, piece.style, piece.closed) == ("«", "marks", True)


def test_quotation_over_paragraphs_is_one_piece_each(as_article: ArticleMaker) -> None:
    text = "“First.\n\n“Second.\n\n“Third,” he said. “Fourth.”"
    pieces = find_pieces(as_article(text))
    assert words(text, pieces) == ["First.", "Second.", "Third,", "Fourth."]
    assert [piece.continues for piece in pieces] == [None, 0, 1, None]
    assert [piece.closed for piece in pieces] == [False, False, True, True]
    assert [piece.paragraph for piece in pieces] == [0, 1, 2, 2]


def test_what_is_told_inside_a_quotation_that_runs_on_ends_no_words(as_article: ArticleMaker) -> None:
    text = (
        "“No,” says Ruiz. “She asked about the knee, she asked about the boat. Then she got up.\n\n“I still limp.”\n\n"
        "“We go, he said.\n\n“We stay,” said Ruiz."
    )
    pieces = find_pieces(as_article(text))
    assert [text[piece.start : piece.end] for piece in pieces] == [
        "No,", "She asked about the knee, she asked about the boat. Then she got up.", "I still limp.",
        "We go,", "We stay,",
    ]  # fmt: skip
    assert [piece.continues for piece in pieces] == [None, None, 1, None, None]


def test_quotation_over_paragraphs_without_marks_at_their_heads(as_article: ArticleMaker) -> None:
    text = "“First.\nSecond.\nThird,” he said.\nHe left."
    pieces = find_pieces(as_article(text))
    assert words(text, pieces) == ["First.", "Second.", "Third,"]
    assert [piece.continues for piece in pieces] == [None, 0, 1]


def test_single_marks_run_over_paragraphs_where_they_are_the_habit(as_article: ArticleMaker) -> None:
    text = "'First.\n\n'Second,' he said. 'Third.'"
    pieces = find_pieces(as_article(text))
    assert words(text, pieces) == ["First.", "Second,", "Third."]
    assert pieces[1].continues == 0


def test_a_caption_between_two_paragraphs_of_a_quotation_is_passed_over(as_article: ArticleMaker) -> None:
    text = "“First.\n“A smile,” the caption says.\n“Second,” he said."
    pieces = find_pieces(as_article(text, roles={1: Role.CAPTION}))
    assert words(text, pieces) == ["First.", "A smile,", "Second,"]
    assert [piece.continues for piece in pieces] == [None, None, 0]


ODD_MARKS = {
    "closing mark missing before a cue": ('"We go, he said. "We stay," she said.', ["We go,", "We stay,"]),
    "opening mark missing": ('We go," he said. "We stay," she said.', ["We go,", "We stay,"]),
    "opening mark missing after a colon": ('He said: we go." Then "yes".', ["we go.", "yes"]),
    "closing mark missing at the end": ("He said: “We go.", ["We go."]),
    "next paragraph is the reporter's": (
        "He said: “We go.\nThen he left. “I am back,” he said.",
        ["We go.", "I am back,"],
    ),
    "a lone mark in the middle": ("One.\n“\n“Two,” he said.\nThree.", ["Two,"]),
}


@pytest.mark.parametrize("case", ODD_MARKS)
def test_an_odd_mark_never_loses_the_rest(case: str, as_article: ArticleMaker) -> None:
    text, expected = ODD_MARKS[case]
    assert words(text, find_pieces(as_article(text))) == expected


def test_boilerplate_gives_nothing_and_captions_do(as_article: ArticleMaker) -> None:
    text = "“Menu”\n“Caption”\n“Body”"
    pieces = find_pieces(as_article(text, roles={0: Role.BOILERPLATE, 1: Role.CAPTION}))
    assert words(text, pieces) == ["Caption", "Body"]


@pytest.mark.parametrize(
    "text", ["", "   ", "No marks at all.", '"', "“”", '""', "''''", "‘ ’", "(“(“(“(“", "“?!” “…”"]
)
def test_nothing_in_marks_gives_nothing(text: str, as_article: ArticleMaker) -> None:
    assert find_pieces(as_article(text)) == []


PRINTED = st.text(
    st.sampled_from(list("“”\"„‟«»‹›「」『』‘’‚'`´&#34;quot \n\t.,:!?—–-()[]<>@QA019aszSn’Ω話🙏\\/_*\u00a0\u2028")),
    max_size=200,
)


@given(PRINTED)
def test_any_text_gives_pieces_in_order_inside_their_paragraphs(as_article: ArticleMaker, text: str) -> None:
    article = as_article(text)
    pieces = find_pieces(article)
    at = 0
    for number, piece in enumerate(pieces):
        paragraph = article.paragraphs[piece.paragraph]
        assert at <= piece.outer_start <= piece.start < piece.end <= piece.outer_end
        assert paragraph.start <= piece.outer_start
        assert piece.outer_end <= paragraph.end
        assert not text[piece.start].isspace()
        assert not text[piece.end - 1].isspace()
        assert piece.continues is None or 0 <= piece.continues < number
        at = piece.outer_end


@given(st.text(max_size=300))
def test_any_unicode_text_is_read_without_error(as_article: ArticleMaker, text: str) -> None:
    assert all(piece.start < piece.end for piece in find_pieces(as_article(text)))


@given(st.lists(st.sampled_from(["We go", "Not now.", "It’s the drivers’ pay,", "Why?"]), min_size=1, max_size=6))
def test_balanced_quotations_come_back_exactly(as_article: ArticleMaker, said: list[str]) -> None:
    text = " he said. ".join(f"“{one}”" for one in said)
    assert words(text, find_pieces(as_article(text))) == said


def test_seeds_have_every_quotation_at_its_place(shared: object, as_article: ArticleMaker) -> None:
    import json
    from pathlib import Path

    folder = Path(str(shared)) / "seeds"
    for line in (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        gold = json.loads(line)
        text = (folder / gold["id"]).read_text(encoding="utf-8")
        found = {(piece.start, piece.end) for piece in find_pieces(as_article(text))}
        assert {(quote["start"], quote["end"]) for quote in gold["quotes"]} <= found


@pytest.mark.slow
@pytest.mark.parametrize(
    "unit", ['"', '" ', "“", "“a 'b\" ", "'a drivers' ", '"a, he said. ', "“a\n", "«", "— a, dit-il\n"]
)
def test_hostile_marks_take_time_by_their_length(unit: str, as_article: ArticleMaker) -> None:
    """Growth over more sizes is measured by bench/pieces_growth.py."""
    assert_linear(find_pieces, lambda size: as_article((unit * (size // len(unit) + 1))[:size]), 125_000, times=8)


@pytest.mark.slow
def test_one_line_of_five_megabytes_ends(as_article: ArticleMaker) -> None:
    text = "He said “we go” and 'we stay' in the '90s. " * (5_000_000 // 43)
    assert len(find_pieces(as_article(text))) == 2 * (5_000_000 // 43)


@pytest.mark.parametrize(
    "text",
    [
        "“She asked, \"Who said 'never'?\"” said Ana Orr.",
        '“He told me, "They asked again," and sat down,” said Ana Orr.',
        '"She asked, "Who said never?" and left," said Ana Orr.',
    ],
)
def test_marks_of_another_print_are_of_a_quotation_inside(as_article: ArticleMaker, text: str) -> None:
    (piece,) = find_pieces(as_article(text))
    assert (piece.start, text[piece.end + 1 :]) == (1, " said Ana Orr.")


def test_a_paragraph_of_hardly_anything_but_marks_gives_nothing(as_article: ArticleMaker) -> None:
    assert find_pieces(as_article('"a ' * 3_000)) == []
    assert len(find_pieces(as_article('"We go," he said. ' * 3_000))) == 3_000
