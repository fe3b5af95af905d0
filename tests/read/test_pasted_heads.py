"""The heads of articles as people paste them: from papers, agencies, databases, pages in several languages."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.growth import assert_linear
from tests.read.reading import only_article, read_bytes

from quotecli.find import find_quotes

STORY = (
    "Karl Dunn and Peter Voss met at the depot on Monday. Voss had driven the line for ten years before Dunn bought it"
    " from the council, which had no use for it.\n\n“It was never about the money,” Dunn said, as the two men shook"
    " hands before the cameras.\n\n“We will see,” said Voss.\n"
)
TITLE = "Old foes meet at the tram depot"
BOTH = ("Jane Roe", "Tom Pell")
ONE = ("Jane Roe",)
DAY = "2020-03-03"
HEADS: list[tuple[str, str, str | None, tuple[str, ...], str | None, str | None]] = [
    (
        "Nexis",
        (
            f"The Times (London)\n\nMarch 3, 2020 Tuesday\nEdition 1, National Edition\n\n{TITLE}\n\n"
            "BYLINE: Jane Roe, Transport Correspondent\n\nSECTION: NEWS; Pg. 14\n\nLENGTH: 812 words"
        ),
        TITLE,
        ONE,
        "The Times",
        DAY,
    ),
    (
        "Nexis, numbered",
        (
            f"1 of 3 DOCUMENTS\n\nThe Washington Post\n\nMarch 3, 2020 Tuesday\nMet 2 Edition\n\n{TITLE}\n\n"
            "BYLINE: Jane Roe;Tom Pell\n\nSECTION: Metro; Pg. B01\n\nLENGTH: 812 words"
        ),
        TITLE,
        BOTH,
        "The Washington Post",
        DAY,
    ),
    (
        "Factiva",
        f"{TITLE}\n\nJane Roe\n812 words\n3 March 2020\nThe Guardian\nGRDN\nEnglish\nCopyright 2020.",
        TITLE,
        ONE,
        "The Guardian",
        DAY,
    ),
    (
        "ProQuest",
        f"{TITLE}: [Final Edition]\n\nRoe, Jane. The Guardian; London (UK) [London (UK)]. 03 Mar 2020: 14.",
        TITLE,
        ONE,
        "The Guardian",
        DAY,
    ),
    (
        "a page with section and standfirst",
        (
            f"POLITICS\n\n{TITLE}\n\nTwo men who had not spoken for a decade shook hands\n\nJane Roe in Calder\n"
            "Tue 3 Mar 2020 10.15 GMT\nLast modified on Wed 4 Mar 2020 09.00 GMT"
        ),
        TITLE,
        ONE,
        None,
        DAY,
    ),
    (
        "two writers",
        f"{TITLE}\nBy Jane Roe and Tom Pell, CNN\nUpdated 4:15 PM EST, Tue March 3, 2020",
        TITLE,
        BOTH,
        "CNN",
        DAY,
    ),
    ("slashes", f"{TITLE}\n\nMarch 3, 2020 / 6:30 PM / CBS News", TITLE, (), "CBS News", DAY),
    (
        "buttons",
        f"{TITLE}\n\nBy Jane Roe\n\nMarch 3, 2020 at 6:30 p.m. EST\n\nShare\nComment\n12",
        TITLE,
        ONE,
        None,
        DAY,
    ),
    ("reading time", f"{TITLE}\nJane Roe • 3 March 2020 • 4 min read", TITLE, ONE, None, DAY),
    ("an agency", f"{TITLE}\n\nBy JANE ROE\nAssociated Press\nToday", TITLE, ONE, "Associated Press", None),
    (
        "an agency in a paper",
        f"{TITLE}\nBy Jane Roe\nReuters\nThe Calder Post, 3 March 2020",
        TITLE,
        ONE,
        "The Calder Post",
        DAY,
    ),
    (
        "place of writing",
        f"{TITLE}\n\nPublished\n3 March 2020\n\nBy Jane Roe\nBBC News, Calder",
        TITLE,
        ONE,
        "BBC News",
        DAY,
    ),
    (
        "capitals",
        f"{TITLE}\n\nBy JANE ROE FOR MAILONLINE\n\nPUBLISHED: 10:15, 3 March 2020 | UPDATED: 11:00, 3 March 2020",
        TITLE,
        ONE,
        "Daily Mail",
        DAY,
    ),
    (
        "a printed page",
        f"The Calder Post | Tuesday, March 3, 2020 | Page A1\n\n{TITLE}\n\nBy Jane Roe\nStaff Writer",
        TITLE,
        ONE,
        "The Calder Post",
        DAY,
    ),
    (
        "German",
        "Alte Feinde treffen sich im Depot\n\nVon Anna Krüger, Berlin\n3. März 2020, 14:05 Uhr",
        "Alte Feinde treffen sich im Depot",
        ("Anna Krüger",),
        None,
        DAY,
    ),
    (
        "French",
        "De vieux ennemis se retrouvent\n\nPar Anne Leroy\n\nPublié le 3 mars 2020 à 14h05, mis à jour le 4 mars 2020",
        "De vieux ennemis se retrouvent",
        ("Anne Leroy",),
        None,
        DAY,
    ),
    (
        "Spanish",
        "Viejos enemigos se encuentran\n\nAna Ruiz\nMadrid - 03 mar 2020 - 14:05 CET",
        "Viejos enemigos se encuentran",
        ("Ana Ruiz",),
        None,
        DAY,
    ),
]


@pytest.mark.parametrize(
    ("head", "title", "authors", "outlet", "date"), [row[1:] for row in HEADS], ids=[row[0] for row in HEADS]
)
def test_a_pasted_head(
    tmp_path: Path, head: str, title: str | None, authors: tuple[str, ...], outlet: str | None, date: str | None
) -> None:
    found = only_article(read_bytes(tmp_path, "a.txt", f"{head}\n\n{STORY}"))
    told = (found.title, found.authors, found.outlet, found.published and str(found.published))
    assert told == (title, authors, outlet, date)


MORE: list[tuple[str, tuple[str, ...], str | None, str | None]] = [
    (f"{TITLE}\n\nJane Roe\n@janeroe\n\nMarch 3, 2020", ONE, None, DAY),
    (f"{TITLE}\n\nby Jane Roe\n\n3/3/2020", ONE, None, DAY),
    (
        f"{TITLE} - The Calder Post\n\nBy Jane Roe, jane.roe@calderpost.com\n\nPosted Mar 3, 2020",
        ONE,
        "The Calder Post",
        DAY,
    ),
    (f"{TITLE} | The Guardian\n\nBy Jane Roe", ONE, "The Guardian", None),
    (f"{TITLE}\n\nWritten by Jane Roe\nMarch 3rd, 2020\nThe Calder Post Staff", ONE, "The Calder Post", DAY),
    (f"{TITLE}\n\nJane Roe, Political Editor\nTuesday March 03 2020, 12.01am, The Times", ONE, "The Times", DAY),
    (f"{TITLE}\n\nBy Jane Roe  Mar. 3, 2020 5:30 am ET\nThe Wall Street Journal", ONE, "The Wall Street Journal", DAY),
    (f"{TITLE}\nExclusive by Jane Roe\nDaily Mirror\n22:30, 3 MAR 2020", ONE, "Daily Mirror", DAY),
    (f"{TITLE}\n\nHeard on the air\n\nBy\n\nJane Roe", ONE, None, None),
    (f"Opinion\n\n{TITLE}\n\nJane Roe\n\nTue 3 Mar 2020 06.00 GMT\n\nThe Guardian", ONE, "The Guardian", DAY),
    (f"{TITLE}\n\nPublished 10:15 am Tuesday, March 3, 2020\n\nBy Staff Reports", (), None, DAY),
    (f"{TITLE}\n\nTHE ASSOCIATED PRESS\n\nMarch 3, 2020", (), "Associated Press", DAY),
    (f"Home > News > UK\n\n{TITLE}\n\n03 March 2020, 14:05\n\nBy Jane Roe\n@janeroe", ONE, None, DAY),
    (
        f"{TITLE}\n\nThe Calder Post (Calder, OH)\n\nMarch 3, 2020\n\nAuthor/Byline: Jane Roe\nSection: Local",
        ONE,
        "The Calder Post",
        DAY,
    ),
    (f"THE CALDER POST\nMarch 3, 2020\n{TITLE}\nby Jane Roe", ONE, "The Calder Post", DAY),
    (f"{TITLE}\n\nJosé Ruiz\n3 March 2020", ("José Ruiz",), None, DAY),
    (f"Calder Post, 3 March 2020\n\n{TITLE}", (), "Calder Post", DAY),
    (f"{TITLE}\nMarch 3, 2020 • By Jane Roe • The Calder Post", ONE, "The Calder Post", DAY),
    (
        f"{TITLE}\n\nVon Anna Krüger\n\nStand: 03.03.2020 14:05 Uhr\n\nSüddeutsche Zeitung",
        ("Anna Krüger",),
        "Süddeutsche Zeitung",
        DAY,
    ),
    (f"{TITLE}\n\nPar Anne Leroy avec AFP\nLe 03/03/2020 à 14:05\n\nLe Monde", ("Anne Leroy",), "Le Monde", DAY),
    (f"{TITLE}\n\nPor Ana Ruiz\n3 de marzo de 2020\nEl País", ("Ana Ruiz",), "El País", DAY),
]


@pytest.mark.parametrize(("head", "authors", "outlet", "date"), MORE)
def test_more_pasted_heads(
    tmp_path: Path, head: str, authors: tuple[str, ...], outlet: str | None, date: str | None
) -> None:
    found = only_article(read_bytes(tmp_path, "a.txt", f"{head}\n\n{STORY}"))
    told = (found.title, found.authors, found.outlet, found.published and str(found.published))
    assert told == (TITLE, authors, outlet, date)


def test_a_post_at_the_beginning_of_the_text_is_no_head(tmp_path: Path) -> None:
    text = (
        f"{TITLE}\n\nWhat was to be a crossing of forty minutes became a night at sea on Sunday, without any power.\n\n"
        "Most of them had a phone.\n\nMarisol Keane, a nurse on her way home, posted the first sign of trouble:\n\n"
        "Marisol Keane\n@marisol_rn\nFeb. 11, 2024, 6:08 p.m.\n\nThe engine quit. I know what that means.\n\n"
        "By supper she was handing out bread.\n"
    )
    found = only_article(read_bytes(tmp_path, "a.txt", text))
    assert (found.title, found.authors, found.published) == (TITLE, (), None)
    assert [(quote.kind, quote.speakers) for quote in find_quotes(found)] == [("post", ("Marisol Keane",))]


def test_a_line_of_any_length_takes_time_by_its_length(tmp_path: Path) -> None:
    def text(times: int) -> str:
        return f"{TITLE}\n\n{'By @a b@c, The Calder Post | ' * times}\n\n{STORY}"

    assert_linear(lambda line: only_article(read_bytes(tmp_path, "a.txt", line)), text, 5_000)


@pytest.mark.parametrize(
    "head",
    [
        "By Nora Fielding, nora@example.org\n3 March 2020",
        "By Nora Fielding (nora@example.org)\n3 March 2020",
        "Nora Fielding\n@norafielding\nMar 3, 2020",
        "By Nora Fielding\nnora@example.org\n3 March 2020",
    ],
)
def test_a_writers_address_and_a_date_make_no_post(tmp_path: Path, head: str) -> None:
    text = f"{TITLE}\n{head}\n\n“We will not sell,” said Martin Oakes, who has fished there all his life.\n"
    found = only_article(read_bytes(tmp_path, "a.txt", text))
    assert (found.title, found.authors, str(found.published)) == (TITLE, ("Nora Fielding",), DAY)
    assert [(quote.kind, quote.speakers) for quote in find_quotes(found)] == [("direct", ("Martin Oakes",))]


def test_lines_of_a_head_are_not_one_wrapped_paragraph(tmp_path: Path) -> None:
    head = (
        "Wexcombe council votes down sale of historic harbour\n"
        "By Nora Fielding in Wexcombe and Dai Protheroe in Cardiff\n3 March 2020"
    )
    found = only_article(read_bytes(tmp_path, "a.txt", f"{head}\n\n“No,” said Martin Oakes.\n"))
    assert found.title == "Wexcombe council votes down sale of historic harbour"
    assert (found.authors, str(found.published)) == (("Nora Fielding", "Dai Protheroe"), DAY)


def test_a_headline_that_quotes_and_a_standfirst_leave_the_byline_in_the_head(tmp_path: Path) -> None:
    title = "Minister accused in the chamber of “building a bridge to nowhere by way of everywhere”"
    standfirst = "The cost of the bypass has doubled since the spring, and nobody can say who asked for the bridge."
    head = f"{title}\n\n{standfirst}\n\nBy Jane Roe\n\n3 March 2020"
    found = only_article(read_bytes(tmp_path, "a.txt", f"{head}\n\n{STORY}"))
    assert (found.title, found.authors, str(found.published)) == (title, ONE, DAY)


URL = "https://www.wexhamherald.example/news/foes"


@pytest.mark.parametrize(
    ("head", "authors", "outlet"),
    [
        (f"{TITLE}, By Jane Roe, Staff Reporter\n3 March 2020", ONE, None),
        (f"{TITLE}\nJane Roe Local government correspondent\n3 March 2020", ONE, None),
        (f"{TITLE}\nBy JANE ROE FOR THE WEXHAM HERALD\n3 March 2020", ONE, "Wexham Herald"),
        (f"From: The Wexham Herald\n3 March 2020\n\n{TITLE}\nBy Jane Roe", ONE, "The Wexham Herald"),
    ],
)
def test_titles_with_what_stands_beside_them(
    tmp_path: Path, head: str, authors: tuple[str, ...], outlet: str | None
) -> None:
    article = only_article(read_bytes(tmp_path, "a.txt", f"{head}\n\n{STORY}"))
    assert (article.title, article.authors, article.outlet) == (TITLE, authors, outlet)


@pytest.mark.parametrize("title", ["Book review: The Last Pool by Tom Pell", "The Last Pool, by Tom Pell, is wet"])
def test_a_title_with_the_writer_of_a_book(tmp_path: Path, title: str) -> None:
    article = only_article(read_bytes(tmp_path, "a.txt", f"{title}\nBy Jane Roe\n3 March 2020\n\n{STORY}"))
    assert (article.title, article.authors) == (title, ONE)


@pytest.mark.parametrize(
    ("title", "below", "is_whole"),
    [
        (f"{TITLE} in the quarry", "Two men shake hands after ten years of quarrels", True),
        (f"{TITLE} in the quarry", "as the rain comes down on the old quarry lines", False),
        ("Old Foes Meet At The Tram Depot In The Quarry", "After Ten Years Of Quarrels On The Lines", False),
    ],
)
def test_a_title_and_the_line_below_it(tmp_path: Path, title: str, below: str, is_whole: bool) -> None:
    text = f"{title}\n{below}\n\nBy Jane Roe\n3 March 2020\n\n{STORY}"
    article = only_article(read_bytes(tmp_path, "a.txt", text))
    assert article.title == (title if is_whole else f"{title} {below}")


@pytest.mark.parametrize(
    ("line", "accessed"),
    [
        (f"Copied from {URL} on 2 May 2024", "2024-05-02"),
        (f"Retrieved from: {URL}, on 2 May 2024", "2024-05-02"),
        (f"Link: {URL}", None),
        (f"via {URL}", None),
    ],
)
def test_where_a_text_was_copied_from(tmp_path: Path, line: str, accessed: str | None) -> None:
    article = only_article(read_bytes(tmp_path, "a.txt", f"{line}\n\n{TITLE}\n3 March 2020\n\n{STORY}"))
    assert (article.title, article.url) == (TITLE, URL)
    assert (article.accessed and str(article.accessed), str(article.published)) == (accessed, DAY)
