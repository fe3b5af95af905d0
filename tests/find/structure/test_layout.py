"""Speech that structure marks: posts, scripts, dialogue dashes, block quotations, labels of headlines and captions."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.find.conftest import ArticleMaker

from quotecli.core.tables import read_table
from quotecli.core.types import Article, Paragraph, Role, Span
from quotecli.find.pieces import find_pieces


def found(article: Article) -> list[tuple[str, str, str | None]]:
    """Return the words, the style and the named source of each piece."""
    text = article.text
    return [
        (text[piece.start : piece.end], piece.style, text[slice(*piece.source)] if piece.source else None)
        for piece in find_pieces(article)
    ]


POSTS = {
    "signature in the paragraph": (
        "Kim spoke.\nShare this! 🇦🇲 pic.twitter.com/uS3 — Eric Lee (@ericlee) October 1, 2020\nHe said “no”.",
        [("Share this! 🇦🇲", "post", "Eric Lee"), ("no", "marks", None)],
    ),
    "signature in a paragraph of its own": (
        "Share this!\npic.twitter.com/uS3\n— Eric Lee (@ericlee) October 1, 2020 He said “no”.",
        [("Share this!", "post", "Eric Lee"), ("no", "marks", None)],
    ),
    "two in one paragraph": (
        "One. — Ann (@ann) May 3, 2020 Two. https://t.co/x — Bob (@bob) May 4, 2020",
        [("One.", "post", "Ann"), ("Two.", "post", "Bob")],
    ),
    "Instagram with its caption": (
        "View this post on Instagram\nSo happy.\nThanks 💕\nA post shared by Ann Lee (@ann) on Sep 27, 2020",
        [("So happy.", "post", "Ann Lee"), ("Thanks 💕", "post", "Ann Lee")],
    ),
    "Instagram without a caption": (
        "He wrote of it.\nView this post on Instagram\nA post shared by Ann Lee (@ann)\nMore.",
        [],
    ),
    "copied from the screen": (
        "Ann Lee ✔\n@ann\nPlease stop.\n10:15 AM · Oct 1, 2020 · Twitter for iPhone\n12K Retweets\nIt went “on”.",
        [("Please stop.", "post", "Ann Lee"), ("on", "marks", None)],
    ),
    "head line with a date": (
        "Ann Lee @ann · Oct 1\nPlease stop.\n10:15 AM · Oct 1, 2020",
        [("Please stop.", "post", "Ann Lee")],
    ),
    "network named": (
        "THE HUNT GOES ON! — Donald J. Trump, Truth Social, March 18, 2023",
        [("THE HUNT GOES ON!", "post", "Donald J. Trump")],
    ),
    "Bluesky": (
        "We won. [image or embed] — Ann Lee (@ann.bsky.social) November 12, 2024 at 1:02 PM",
        [("We won.", "post", "Ann Lee")],
    ),
    "Mastodon": ("Thanks. — Ann (@ann@mastodon.social) 2023-01-02", [("Thanks.", "post", "Ann")]),
    "Facebook": ("We won. Posted by Ann Lee on Monday, October 5, 2015", [("We won.", "post", "Ann Lee")]),
    "handle as a label": (
        "@ann_lee: day nine. harder than it looks",
        [("day nine. harder than it looks", "post", "@ann_lee")],
    ),
    "number in a thread": ("2/ Half of it floats. — Ann (@ann) May 3, 2020", [("Half of it floats.", "post", "Ann")]),
    "no post": ("The dog — then his friend (@friend) said “yes” — left.", [("yes", "marks", None)]),
}


@pytest.mark.parametrize("case", POSTS)
def test_pasted_posts(case: str, as_article: ArticleMaker) -> None:
    text, expected = POSTS[case]
    assert found(as_article(text)) == expected


def test_post_paragraph_leaves_out_its_signature_and_picture(as_article: ArticleMaker) -> None:
    text = "She wrote:\nWe win pic.twitter.com/x — Ann Lee (@ann) May 3, 2020\nEnd."
    article = as_article(text, roles={1: Role.POST})
    at = text.index("—")
    post = replace(article.paragraphs[1], source=Span(at, article.paragraphs[1].end))
    with_source = replace(article, paragraphs=(article.paragraphs[0], post, article.paragraphs[2]))
    assert found(article) == found(with_source) == [("We win", "post", "Ann Lee")]


def test_name_in_the_signature_of_an_embedded_post(as_article: ArticleMaker) -> None:
    text = "So happy — A post shared by Ann Lee (@ann) on Sep 27, 2020 at 5:18pm PDT"
    article = as_article(text, roles={0: Role.POST})
    signed = replace(article.paragraphs[0], source=Span(text.index("A post"), len(text)))
    assert found(replace(article, paragraphs=(signed,))) == [("So happy", "post", "Ann Lee")]


SCRIPTS = {
    "inquiry": (
        "MR TULK: We never knew.\nTHE CHAIRMAN: When did you?\nMR TULK: In May.\nIt was late.\nMS LEE: No.\n[Applause]",
        [
            ("We never knew.", "script", "MR TULK"),
            ("When did you?", "script", "THE CHAIRMAN"),
            ("In May.", "script", "MR TULK"),
            ("It was late.", "script", "MR TULK"),
            ("No.", "script", "MS LEE"),
        ],
    ),
    "question and answer": (
        "Q. Where were you?\nA. At home.\nQ. When?\nA. In May.",
        [
            ("Where were you?", "script", "Q"),
            ("At home.", "script", "A"),
            ("When?", "script", "Q"),
            ("In May.", "script", "A"),
        ],
    ),
    "interview with short labels": (
        "We met Kim.\nNewsweek: How are you?\nKim Lee: Fine. I said “no”.\nNewsweek: And now?\nLee: We go on.",
        [
            ("How are you?", "script", "Newsweek"),
            ("Fine. I said “no”.", "script", "Kim Lee"),
            ("And now?", "script", "Newsweek"),
            ("We go on.", "script", "Lee"),
        ],
    ),
    "time codes": (
        "[00:12:03] Kim: We go.\n[00:12:09] Rob: We stay.\n[00:13:00] Kim: Fine.",
        [("We go.", "script", "Kim"), ("We stay.", "script", "Rob"), ("Fine.", "script", "Kim")],
    ),
    "labels on lines of their own": (
        "Kim Lee (00:12):\nWe go.\nRob Lee (00:15):\nWe stay.\nKim Lee (00:19):\nWell.",
        [("We go.", "script", "Kim Lee"), ("We stay.", "script", "Rob Lee"), ("Well.", "script", "Kim Lee")],
    ),
    "Markdown bold": (
        "**Kim:** We go.\n**Rob:** We stay.\n**Kim:** Well.",
        [("We go.", "script", "Kim"), ("We stay.", "script", "Rob"), ("Well.", "script", "Kim")],
    ),
    "captions of a tabloid": (
        "Lending a hand: Rob spoke up.\nTeaching: 'In the fog,' began Rob.\nDaddy's girl: He has a child.",
        [("In the fog,", "marks", None)],
    ),
    "a table": ("Ann Lee: 1,769.\nBob Ray: 1,501.\nLee: 547.\nRay: 46.", []),
    "headings": ("New Price: A watch for $99\nThe Plan: Dream on\nNew Price: Buds for $139\nThe Plan: Build", []),
    "italics": (
        "*Ann Lee: How was it?*\nBob Ray: Fine.\n*Ann Lee: And now?*\nBob Ray: Well.",
        [
            ("How was it?", "script", "Ann Lee"),
            ("Fine.", "script", "Bob Ray"),
            ("And now?", "script", "Ann Lee"),
            ("Well.", "script", "Bob Ray"),
        ],
    ),
    "Congressional Record": (
        "Mr. DANFORTH. I yield.\nThe PRESIDING OFFICER. The clerk will read.\nMr. DANFORTH of Ohio. No.\nMs. LEE. Why?",
        [
            ("I yield.", "script", "Mr. DANFORTH"),
            ("The clerk will read.", "script", "The PRESIDING OFFICER"),
            ("No.", "script", "Mr. DANFORTH of Ohio"),
            ("Why?", "script", "Ms. LEE"),
        ],
    ),
    "mixed labels": (
        "Senator WHITCOMB: Who knew?\nMr. DANFORTH. I did.\nSenator WHITCOMB: When?\nMr. DANFORTH. In May.",
        [
            ("Who knew?", "script", "Senator WHITCOMB"),
            ("I did.", "script", "Mr. DANFORTH"),
            ("When?", "script", "Senator WHITCOMB"),
            ("In May.", "script", "Mr. DANFORTH"),
        ],
    ),
    "bold names without a colon": (
        "**Ann Lee** How was it?\n**Bob Ray** Fine.\n**Ann Lee** And now?\n**Bob Ray** Well.",
        [
            ("How was it?", "script", "Ann Lee"),
            ("Fine.", "script", "Bob Ray"),
            ("And now?", "script", "Ann Lee"),
            ("Well.", "script", "Bob Ray"),
        ],
    ),
    "capitals alone": (
        "ANN How was it?\nBOB Fine.\nANN And now?\nBOB Well.\nANN So?\nBOB It is.",
        [
            ("How was it?", "script", "ANN"),
            ("Fine.", "script", "BOB"),
            ("And now?", "script", "ANN"),
            ("Well.", "script", "BOB"),
            ("So?", "script", "ANN"),
            ("It is.", "script", "BOB"),
        ],
    ),
    "bold names whose bold was lost": (
        "We met.\nBob Ray How was it?\nAnn Lee I slept.\nBob Ray And now?\nAnn Lee Well.\nBob Ray Why?\nAnn Lee So.",
        [
            ("How was it?", "script", "Bob Ray"),
            ("I slept.", "script", "Ann Lee"),
            ("And now?", "script", "Bob Ray"),
            ("Well.", "script", "Ann Lee"),
            ("Why?", "script", "Bob Ray"),
            ("So.", "script", "Ann Lee"),
        ],
    ),
    "news that begins with capitals": (
        "NATO Secretary Lee spoke.\nThe EU left.\nNATO Chief Lee left.\nEU Members too.",
        [],
    ),
    "initials": (
        "TA: How was it?\nKM: Fine.\nTA: And now?",
        [("How was it?", "script", "TA"), ("Fine.", "script", "KM"), ("And now?", "script", "TA")],
    ),
    "questions in Markdown bold": (
        "We met Ann.\n**Why brunch?**\nI hate it.\nEggs do too.\n**And tonight?**\nToast.",
        [
            ("Why brunch?", "script", None),
            ("I hate it.", "script", None),
            ("Eggs do too.", "script", None),
            ("And tonight?", "script", None),
            ("Toast.", "script", None),
        ],
    ),
    "notes": ("NOTE: This changed.\nUPDATE: It changed again.\nNOTE: And again.", []),
}


@pytest.mark.parametrize("case", SCRIPTS)
def test_script_form(case: str, as_article: ArticleMaker) -> None:
    text, expected = SCRIPTS[case]
    assert found(as_article(text)) == expected


def test_a_turn_goes_on_over_paragraphs(as_article: ArticleMaker) -> None:
    text = "MR TULK: One.\nTwo.\nMS LEE: Three.\nMR TULK: Four.\nMS LEE: Five."
    pieces = find_pieces(as_article(text))
    assert [piece.continues for piece in pieces] == [None, 0, None, None, None]


DASHES = {
    "French": (
        "Il entra.\n— Bonjour, dit-il, je suis là.\n— Tu viens ? demanda Marie.\n— Oui.",
        ["Bonjour,", "je suis là.", "Tu viens ?", "Oui."],
    ),
    "Spanish": (
        "—No puedo —dijo ella—. Vamos a casa.\n—¿Por qué? —preguntó Juan.",
        ["No puedo", "Vamos a casa.", "¿Por qué?"],
    ),
    "Russian": ("— Привет, — сказал он. — Как дела?\n— Хорошо.", ["Привет,", "Как дела?", "Хорошо."]),
    "Norwegian": ("– Det er bra, sier Hansen.\n– Nei, sier han.", ["Det er bra,", "Nei,"]),
    "English": ("— Where to? he asked.\n— To the pier, said Stephen.", ["Where to?", "To the pier,"]),
    "clauses set in by dashes": (
        "—Where doesn’t it, —she answers—. Ask me that.\n—I did. —Ann looks him up and down—. It isn’t.",
        ["Where doesn’t it,", "Ask me that.", "I did.", "It isn’t."],
    ),
    "speech after the clause": (
        "– He says so, he whispers. – To me he did it twice.\n– It’s the next, a policewoman tells him. She left.",
        ["He says so,", "To me he did it twice.", "It’s the next,"],
    ),
    "a relative clause": (
        "— A mullet? says Dimitra, who bought here.\n— Four euros, she says.",
        ["A mullet?", "Four euros,"],
    ),
    "a list": ("The plan:\n— Reduce costs\n— Raise wages\n— Build homes", []),
    "hyphens": ("- Bread\n- Milk and eggs.\n- Jam", []),
    "credits": ("— Ann Lee\n— Bob Ray contributed to this report.", []),
}


@pytest.mark.parametrize("case", DASHES)
def test_dialogue_that_dashes_open(case: str, as_article: ArticleMaker) -> None:
    text, expected = DASHES[case]
    assert found(as_article(text)) == [(words, "dash", None) for words in expected]


def test_block_quotation_with_its_source_line(as_article: ArticleMaker) -> None:
    text = "The report said:\nWe had no chance.\nNot one.\n— Luis Lee, chief prosecutor\nEnd."
    article = as_article(text, roles=dict.fromkeys((1, 2, 3), Role.BLOCKQUOTE))
    assert found(article) == [("We had no chance.", "block", "Luis Lee"), ("Not one.", "block", "Luis Lee")]
    assert [piece.continues for piece in find_pieces(article)] == [None, 0]


def test_block_quotation_wholly_in_marks_gives_the_words_inside(as_article: ArticleMaker) -> None:
    article = as_article("“We had no chance.” — Luis Lee, chief prosecutor", roles={0: Role.BLOCKQUOTE})
    (piece,) = find_pieces(article)
    assert found(article) == [("We had no chance.", "block", "Luis Lee")]
    assert article.text[piece.outer_start : piece.outer_end] == "“We had no chance.”"


def test_block_quotation_of_a_report_is_read_by_its_marks(as_article: ArticleMaker) -> None:
    article = as_article("“We won,” Kelly charged on. He left.", roles={0: Role.BLOCKQUOTE})
    assert found(article) == [("We won,", "marks", None)]


def test_block_that_its_own_paragraph_signs(as_article: ArticleMaker) -> None:
    text = "His answer appeared within the hour:\nToast takes some time. — Gus K., owner\nShe left."
    assert found(as_article(text)) == [("Toast takes some time.", "block", "Gus K.")]


def test_quoted_lines_with_their_source(as_article: ArticleMaker) -> None:
    text = "It deserves to be read:\n> Nobody owned it.\n> — Safety Board, Final Report, p. 212\nEnd."
    assert found(as_article(text)) == [("Nobody owned it.", "block", "Safety Board")]


def test_indented_paragraphs_below_a_colon_are_a_block(as_article: ArticleMaker) -> None:
    text = "She said in a statement:\n\n    We never agreed.\n\n    We never will.\n\nHe left."
    assert found(as_article(text)) == [("We never agreed.", "block", None), ("We never will.", "block", None)]


def test_first_persons_below_a_statement_are_a_block(as_article: ArticleMaker) -> None:
    text = "She said in a statement:\n\nWe never agreed.\n\nHe left."
    assert found(as_article(text)) == [("We never agreed.", "block", None)]
    text = "Asked why so few had come, he sent this reply:\n\nNobody was told the hour. He told me so.\n\nHe left."
    assert found(as_article(text)) == [("Nobody was told the hour. He told me so.", "block", None)]


def test_without_layout_reports_make_no_block(as_article: ArticleMaker) -> None:
    assert found(as_article("She warned of three dangers:\n\nThe bridge may fall in winter.\n\nHe left.")) == []
    assert found(as_article("There is one more thing:\n\nWe never agreed to any of it.\n\nHe left.")) == []


def test_quoted_lines_of_a_mail(as_article: ArticleMaker) -> None:
    text = "On Tue, Ann wrote:\n> We never agreed.\n> And never will.\nFine."
    assert found(as_article(text)) == [("We never agreed.", "block", None), ("And never will.", "block", None)]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Kim: 'We need peace'\nKim Lee said so on Tuesday.", "Kim"),
        ("Ann Warren Hammers Bank: “You failed”\nSenator Ann Warren spoke on Tuesday.", "Ann Warren"),
        ("Teaching: 'We need peace'\nKim Lee said so on Tuesday.", None),
        ("'We need peace', says Kim\nKim Lee said so on Tuesday.", None),
    ],
)
def test_label_before_the_words_of_a_headline(text: str, source: str | None, as_article: ArticleMaker) -> None:
    assert found(as_article(text, roles={0: Role.HEADLINE}))[0][2] == source


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("“We won at last.” ― Ann Lee", "Ann Lee"),
        ("”We won at last.” — Ann de Lee, a nurse in Leeds", "Ann de Lee"),
        ("“We won at last.”\n– Ann Lee", "Ann Lee"),
        ("“We won at last” — and then they lost.", None),
        ("“We won at last.” — Really.", None),
        ("“We won at last” — The Leeds Post, 4 May 2009", None),
        ("He said “we won”.\n– Ann Lee", None),
    ],
)
def test_signature_behind_the_words(text: str, source: str | None, as_article: ArticleMaker) -> None:
    assert [found_source for _, _, found_source in found(as_article(text))] == [source]


@pytest.mark.parametrize("table", ["dialogue_verbs.tsv", "no_labels.tsv"])
def test_tables_are_sorted(table: str) -> None:
    words = [row[0] for row in read_table("quotecli.find", table)]
    assert words == sorted(set(words))


LINES = st.lists(
    st.sampled_from(
        [
            *("Q. Why?", "A. So.", "MR TULK: Yes.", "Kim: “No,” she said.", "— Oui, dit-il.", "> Line", "    Set in"),
            *("He wrote:", "Words pic.twitter.com/x — Ann (@ann) May 3, 2020", "@ann", "10:15 AM · Oct 1, 2020", ""),
            *("“Open", "Close” he said.", "View this post on Instagram", "A post shared by Ann (@ann)", "— Ann Lee"),
            *("(Laughter)", "[00:01] Ann:", '"'),
        ]
    ),
    max_size=12,
)


@given(LINES, st.lists(st.sampled_from(list(Role)), min_size=12, max_size=12))
def test_any_mixture_of_structures_gives_pieces_in_order(lines: list[str], roles: list[Role]) -> None:
    text = "\n".join(lines)
    paragraphs = []
    at = 0
    for line, role in zip(lines, roles, strict=False):
        start = at + len(line) - len(line.lstrip())
        if line.strip():
            paragraphs.append(Paragraph(start, at + len(line), role))
        at += len(line) + 1
    last = 0
    for number, piece in enumerate(find_pieces(Article(text, tuple(paragraphs)))):
        paragraph = paragraphs[piece.paragraph]
        assert paragraph.role is not Role.BOILERPLATE
        assert last <= piece.outer_start <= piece.start < piece.end <= piece.outer_end <= paragraph.end
        assert piece.continues is None or piece.continues < number
        assert piece.source is None or 0 <= piece.source.start < piece.source.end <= len(text)
        last = piece.outer_end
