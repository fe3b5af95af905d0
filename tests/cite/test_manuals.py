"""What published manuals ask for where a style's file has it otherwise: courts, occasions, short titles, hosts."""

from __future__ import annotations

from typing import Any

import pytest
from tests.cite import samples

from quotecli.cite import Cited, Source, cite_quotes
from quotecli.core.dates import PartialDate
from quotecli.csl import CitationProcessor

DAY = PartialDate(2021, 3, 3)
QUAY = "The quay sold: Who paid for it?"
NOTES = "chicago-notes-bibliography"


def quoted(title: str, text: str = "Nobody in the town was asked about the old quay at all.", **facts: Any) -> Cited:
    source = Source(f"{title}.txt", title, **{"published": DAY} | facts)
    return samples.cited(source, text, "Rob Marlow", paragraph=1)


def cite(style: str, *cited: Cited, as_: Any = "reference", output: str = "text") -> list[str]:
    return cite_quotes(cited, lambda items: CitationProcessor(style, items), style=style, as_=as_, output=output)


@pytest.mark.parametrize(
    ("style", "printed"),
    [
        ("oscola", "Marlow v Tarn (Tarn High Court, 3 March 2021)"),
        ("modern-language-association", "Tarn High Court. Marlow v Tarn. 3 Mar. 2021."),
        ("harvard-cite-them-right", "Marlow v Tarn (2021) Tarn High Court."),
        ("nlm-citation-sequence", "1. Marlow v Tarn. Tarn High Court. 2021."),
        ("apa", "Marlow v Tarn (Tarn High Court March 3, 2021)."),
        ("bluebook-law-review", "Marlow v Tarn (Tarn High Court 2021)."),
    ],
)
def test_a_judgment_that_no_report_prints_has_its_court(style: str, printed: str) -> None:
    case = quoted("Marlow v Tarn", kind="case", institution="Tarn High Court", authors=("Ann Ek",))
    assert cite(style, Cited(case.source)) == [printed]


def test_a_judgment_of_no_known_court_has_its_day_in_oscola() -> None:
    assert cite("oscola", Cited(quoted("Marlow v Tarn", kind="case").source)) == ["Marlow v Tarn (3 March 2021)"]


@pytest.mark.parametrize(
    ("style", "printed"),
    [
        ("oscola", "Marlow v Tarn [2021] TWHC 12 (Admin)"),
        ("harvard-cite-them-right", "Marlow v Tarn [2021] TWHC 12 (Admin) (2021)."),
        ("bluebook-law-review", "Marlow v Tarn [2021] TWHC 12 (Admin) (Tarn High Court 2021)."),
    ],
)
def test_a_judgment_by_its_neutral_citation(style: str, printed: str) -> None:
    facts = {"kind": "case", "institution": "Tarn High Court"}
    told = quoted("Marlow v Tarn", citation="[2021] TWHC 12 (Admin)", **facts)
    titled = quoted("Marlow v Tarn [2021] TWHC 12 (Admin)", **facts)
    assert cite(style, Cited(told.source)) == cite(style, Cited(titled.source)) == [printed]


@pytest.mark.parametrize(
    ("style", "printed"),
    [
        ("oscola", "Skell Ltd, ‘The Quay’ (Tarn Wire, 3 March 2021)"),
        ("apa", "Skell Ltd. (2021, March 3). The quay [Press release]. Tarn Wire."),
        ("bluebook-law-review", "Skell Ltd., The Quay, Tarn Wire (Mar. 3, 2021)."),
    ],
)
def test_the_full_stop_of_a_firm_stands_where_a_style_has_any(style: str, printed: str) -> None:
    release = quoted("The quay", media="press release", authors=("Skell Ltd.",), outlet="Tarn Wire")
    assert cite(style, Cited(release.source)) == [printed]


def test_a_judgment_in_a_report_needs_no_day() -> None:
    case = quoted("Marlow v Tarn", kind="case", institution="THC", container="TR", volume="2", pages="14")
    assert cite("oscola", Cited(case.source)) == ["Marlow v Tarn (2021) 2 TR 14 (THC)"]


@pytest.mark.parametrize(
    ("style", "printed"),
    [
        ("oscola", "Roe A, ‘The Quay’ (Quay Day, Hull, 3 March 2021)"),
        ("ieee", "[1] A. Roe, “The quay,” presented at the Quay Day, Mar. 03, 2021."),
        ("harvard-cite-them-right", "Roe, A. (2021) “The quay,” Quay Day, 3 March."),
        ("american-medical-association", "1. Roe A. The quay. Speech presented at: Quay Day; March 3, 2021; Hull."),
        ("modern-language-association", "Roe, Ann. “The Quay.” Quay Day, 3 Mar. 2021, Hull. Speech."),
    ],
)
def test_a_speech_has_its_occasion(style: str, printed: str) -> None:
    speech = quoted("The quay", media="speech", event="Quay Day", place="Hull", authors=("Ann Roe",))
    assert cite(style, Cited(speech.source)) == [printed]


@pytest.mark.parametrize(
    ("style", "printed"),
    [
        ("oscola", "Roe A, ‘The Quay’ (Quay Congress, Hull, 3 March 2021)"),
        ("american-medical-association", "1. Roe A. The quay. Paper presented at: Quay Congress; March 3, 2021; Hull."),
        ("nlm-citation-sequence", "1. Roe A. The quay [Paper]. Quay Congress. 2021 Mar 3."),
        ("bluebook-law-review", "Ann Roe, The Quay, Quay Congress (Mar. 3, 2021)."),
        ("ieee", "[1] A. Roe, “The quay,” presented at the Quay Congress, Mar. 2021."),
    ],
)
def test_a_paper_that_no_proceedings_print_is_in_none(style: str, printed: str) -> None:
    paper = quoted("The quay", kind="conference paper", event="Quay Congress", place="Hull", authors=("Ann Roe",))
    assert cite(style, Cited(paper.source)) == [printed]


@pytest.mark.parametrize(
    ("facts", "printed"),
    [
        ({"media": "press release", "outlet": "Tarn Wire"}, "Tarn Wire. March 3, 2021."),
        ({"media": "email", "publisher": "Tarn Water"}, "Tarn Water. March 3, 2021."),
        ({"kind": "podcast", "container": "Tides"}, "Tides. March 3, 2021."),
        ({"outlet": "Tarn Weekly", "outlet_kind": "magazine"}, "Tarn Weekly. March 3, 2021."),
        ({}, "March 3, 2021."),
    ],
)
def test_ama_says_published_online_of_nothing_that_was_not(facts: dict[str, Any], printed: str) -> None:
    found = cite("american-medical-association", Cited(quoted("The quay", authors=("Ann Roe",), **facts).source))
    assert found == [f"1. Roe A. The quay. {printed}"]


@pytest.mark.parametrize(
    ("kind", "printed"),
    [
        ("podcast", "The quay [Audio podcast episode]. (2021, March 3). In Tides. Tarn Radio."),
        ("programme", "The quay [Broadcast]. (2021, March 3). In Tides. Tarn Radio."),
        ("film", "The quay [Film]. (2021, March 3). Tarn Radio."),
    ],
)
def test_apa_describes_an_unsigned_recording_once(kind: str, printed: str) -> None:
    facts = {"container": "Tides"} if kind != "film" else {}
    assert cite("apa", Cited(quoted("The quay", kind=kind, publisher="Tarn Radio", **facts).source)) == [printed]


@pytest.mark.parametrize(
    ("authors", "printed"),
    [
        (("Ann Roe",), "Roe, A. (Host). (2021, March 3). The quay [Audio podcast episode]. In Tides."),
        (("Tarn Council",), "Tarn Council. (2021, March 3). The quay [Audio podcast episode]. In Tides."),
    ],
)
def test_a_person_hosts_an_episode_in_apa_and_a_body_does_not(authors: tuple[str, ...], printed: str) -> None:
    episode = quoted("The quay", kind="podcast", container="Tides", authors=authors)
    assert cite("apa", Cited(episode.source)) == [printed]
    assert cite("apa", episode, as_="in-text")[0].startswith(
        f"(Rob Marlow, as cited in {printed.partition('.')[0].partition(',')[0]}, 2021"
    )


def test_a_podcast_is_by_who_made_it_in_oscola() -> None:
    episode = quoted("The quay", kind="podcast", container="Tides", publisher="Tarn Radio", authors=("Ann Roe",))
    assert cite("oscola", Cited(episode.source)) == ["Roe A, ‘The Quay’ (Tides, 3 March 2021)"]


@pytest.mark.parametrize(
    ("genre", "within"), [("PhD thesis", "(PhD thesis, Tarn"), ("Doctoral thesis", "(doctoral thesis, Tarn")]
)
def test_the_capitals_of_a_degree_stay_within_a_note(genre: str, within: str) -> None:
    thesis = quoted("The quay", kind="thesis", genre=genre, institution="Tarn College", authors=("Ann Roe",))
    assert within in cite(NOTES, thesis, as_="note")[0]


def test_a_report_of_a_body_has_its_author_in_bluebook_and_a_page_its_site() -> None:
    report = quoted("Quays", kind="report", authors=("Tarn Council",), publisher="Tarn Council")
    page = quoted("Quays now", authors=("Tarn Council",), outlet="Tarn Council", url="https://tarn.example/q")
    assert cite("bluebook-law-review", Cited(report.source)) == ["Tarn Council, Quays (2021)."]
    assert cite("bluebook-law-review", Cited(page.source)) == [
        "Quays Now, Tarn Council (Mar. 3, 2021), https://tarn.example/q."
    ]


@pytest.mark.parametrize(("day", "printed"), [(DAY, "Mar. 3, 2021"), (PartialDate(2021, 5), "May 2021")])
def test_bluebook_has_no_comma_before_the_day_of_what_stands_alone(day: PartialDate, printed: str) -> None:
    alone = quoted("The quay", published=day, authors=("Ann Roe",))
    assert cite("bluebook-law-review", Cited(alone.source)) == [f"Ann Roe, The Quay ({printed})."]


def test_apa_retrieves_nothing_without_a_date_behind_a_question() -> None:
    page = quoted("Who paid?", published=None, outlet="Tarn Council", url="https://tarn.example/q")
    assert cite("apa", Cited(page.source)) == ["Tarn Council. (n.d.). Who paid? https://tarn.example/q"]


def test_an_email_has_its_year_in_chicagos_text() -> None:
    mail = quoted("The quay", media="email", authors=("Rob Marlow",))
    assert cite("chicago-author-date", mail, as_="in-text") == ["(Marlow 2021)"]


def test_the_words_of_an_unsigned_post_keep_their_capitals_in_apas_text() -> None:
    post = quoted("We will all go to court", media="post", outlet="X", via=None)
    assert "“We will all go to court,” 2021" in cite("apa", post, as_="in-text")[0]


@pytest.mark.parametrize(
    ("style", "printed"),
    [
        ("apa", "(Rob Marlow, as cited in “The Quay Sold,” 2021, para. 1)"),
        ("modern-language-association", "(Rob Marlow, qtd. in “Quay Sold”)"),
    ],
)
def test_a_citation_by_title_has_the_main_title(style: str, printed: str) -> None:
    assert cite(style, quoted(QUAY, outlet="Tarn Post", outlet_kind="newspaper"), as_="in-text") == [printed]


def test_later_notes_have_the_main_title_alone() -> None:
    one = quoted(QUAY, authors=("Ann Roe",), outlet="Tarn Post", outlet_kind="newspaper")
    other = quoted("Rain", authors=("Bo Elm",), outlet="Tarn Post", outlet_kind="newspaper")
    first, _, later = cite(NOTES, one, other, one, as_="note")
    assert "“The Quay Sold: Who Paid for It?,”" in first
    assert later == "Rob Marlow, quoted in Roe, “Quay Sold,” para. 1."
    assert "“The Quay Sold: Who Paid for It?”" in cite(NOTES, Cited(one.source))[0]


@pytest.mark.parametrize(
    ("title", "printed"),
    [
        ("Live: The quay is sold", "“Live: The Quay Is Sold”"),  # a single word may be no title
        ("“We sold it: all of it”", "“‘We Sold It: All of It’”"),
        ("‘We sold it: all of it’", "“‘We Sold It: All of It’”"),
        ("The train of 10:30 leaves", "“The Train of 10:30 Leaves”"),
    ],
)
def test_what_has_no_subtitle_stays_whole(title: str, printed: str) -> None:
    article = quoted(title, outlet="Tarn Post", outlet_kind="newspaper")
    assert printed in cite("modern-language-association", article, as_="in-text")[0]


def test_main_titles_that_are_alike_tell_nothing_apart() -> None:
    both = [quoted(f"The quay sold: {rest}", outlet="Tarn Post", outlet_kind="newspaper") for rest in ("why", "how")]
    assert len(set(cite("modern-language-association", *both, as_="in-text"))) == 2


@pytest.mark.parametrize("output", ["text", "html", "markdown", "rtf"])
def test_bluebook_has_a_comma_behind_the_number_of_a_note(output: str) -> None:
    one = quoted("The quay", authors=("Ann Roe",), outlet="Tarn Post", outlet_kind="newspaper")
    other = quoted("Rain", authors=("Bo Elm",), outlet="Tarn Post", outlet_kind="newspaper")
    later = cite("bluebook-law-review", one, other, one, as_="note", output=output)[2]
    assert " note 1, at para. 1 (quoting Rob Marlow)." in later
