"""What each style's file needs to print all that a source tells: dates, sites, brackets, names as they are."""

from __future__ import annotations

from functools import partial
from typing import Any

import pytest
import yaml

from quotecli.cite import EXPORTERS, Cited, Source, cite_quotes, csl_item
from quotecli.core.dates import PartialDate
from quotecli.csl import CitationProcessor

DAY = PartialDate(2021, 3, 3)
URL = "https://shore.example/tarn"


def reference(style: str, **facts: Any) -> str:
    source = Source("tarn.txt", **{"title": "Tarn", "authors": ("Ann Roe",), "published": DAY} | facts)
    return cite_quotes([Cited(source)], lambda items: CitationProcessor(style, items), style=style)[0]


@pytest.mark.parametrize(
    ("style", "printed"),
    [
        ("apa", "Roe, A. [@roe]. (2021, March 3). Tarn [Post]. X."),
        ("modern-language-association", "Roe, Ann [@roe]. “Tarn.” X, 3 Mar. 2021."),
        ("oscola", "Roe A [@roe], ‘Tarn’ (X, 3 March 2021)"),
        ("bluebook-law-review", "Ann Roe [@roe], Tarn, X (Mar. 3, 2021)."),
        ("american-medical-association", "1. Roe A [@roe]. Tarn. X. March 3, 2021."),
        ("nlm-citation-sequence", "1. Roe A [@roe]. Tarn [Post]. X. 2021 Mar 3."),
    ],
)
def test_a_post_has_its_day_and_platform(style: str, printed: str) -> None:
    assert reference(style, media="post", outlet="X", handle="roe") == printed


@pytest.mark.parametrize(
    ("style", "printed"),
    [
        ("apa", f"Roe, A. (2021, March 3). Tarn [Speech]. Shore Society. {URL}"),
        ("modern-language-association", f"Roe, Ann. “Tarn.” Shore Society, 3 Mar. 2021, {URL}. Speech."),
        ("oscola", f"Roe A, ‘Tarn’ (Shore Society, 3 March 2021) <{URL}>"),
        ("bluebook-law-review", f"Ann Roe, Tarn, Shore Society (Mar. 3, 2021), {URL}."),
        ("american-medical-association", f"1. Roe A. Tarn. Shore Society. March 3, 2021. {URL}"),
    ],
)
def test_a_speech_without_occasion_has_its_day_and_site(style: str, printed: str) -> None:
    assert reference(style, media="speech", outlet="Shore Society", url=URL) == printed


def test_a_speech_with_its_occasion_has_its_day_in_mla() -> None:
    printed = reference("modern-language-association", media="speech", event="Tarn Day", place="Hull")
    assert printed == "Roe, Ann. “Tarn.” Tarn Day, 3 Mar. 2021, Hull. Speech."


@pytest.mark.parametrize(
    ("style", "day"), [("oscola", "3 March 2021"), ("bluebook-law-review", "Mar. 3, 2021"), ("nlm", "2021 Mar 3")]
)
def test_a_source_without_an_outlet_has_its_day(style: str, day: str) -> None:
    assert day in reference("nlm-citation-sequence" if style == "nlm" else style)


def test_without_an_author_apa_has_title_and_bracket_before_the_day() -> None:
    assert reference("apa", media="post", outlet="X", authors=()) == "Tarn [Post]. (2021, March 3). X."


def test_an_entry_of_wikipedia() -> None:
    facts = {"authors": (), "outlet": "Wikipedia", "outlet_kind": "website", "url": URL}
    assert reference("apa", **facts) == f"Tarn. (2021, March 3). In Wikipedia. {URL}"
    assert csl_item(Source("x", "Tarn", outlet="Wikipedia"), id="x")["type"] == "entry-encyclopedia"


@pytest.mark.parametrize(
    ("title", "printed"),
    [
        ("Remarks by Ludo van den Berg on trams", "Remarks by Ludo van den Berg on Trams"),
        ("Van der Meer leaves the quay", "Van der Meer Leaves the Quay"),
        ("Why Lula da Silva and Luisa de la Cruz met", "Why Lula da Silva and Luisa de la Cruz Met"),
        ("What Osama bin Laden wrote", "What Osama bin Laden Wrote"),
        ("Who pays? van den Berg does", "Who Pays? Van Den Berg Does"),
        ("The la la song of de facto rulers", "The La La Song of de Facto Rulers"),
        ("Council to bin Christmas lights", "Council to Bin Christmas Lights"),
    ],
)
def test_a_name_in_a_title_keeps_its_small_words(title: str, printed: str) -> None:
    assert reference("modern-language-association", title=title) == f"Roe, Ann. “{printed}.” 3 Mar. 2021."


def test_a_foreign_name_keeps_its_capitals() -> None:
    assert "Corriere della Sera" in reference("apa", outlet="Corriere della Sera", outlet_kind="newspaper")


def test_a_comma_stands_before_a_body_behind_a_person() -> None:
    facts = {"authors": ("Lena van der Berg", "WHO"), "outlet": "The Weekly"}
    assert reference("apa", **facts).startswith("van der Berg, L., & WHO. (2021")
    assert reference("modern-language-association", **facts).startswith("van der Berg, Lena, and WHO. “Tarn.”")


@pytest.mark.parametrize(
    ("outlet", "kind"),
    [
        ("Oxford University Press", "book"),
        ("Netflix", "webpage"),
        ("Spotify", "webpage"),
        ("TED", "webpage"),
        ("The Daily Press", "article-newspaper"),
    ],
)
def test_what_unknown_outlets_publish(outlet: str, kind: str) -> None:
    assert csl_item(Source("x", "Tarn", outlet=outlet), id="x")["type"] == kind


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("https://tarn.substack.com/p/deep", "post-weblog"),
        ("https://open.substack.com/pub/tarn/p/deep", "post-weblog"),
        ("https://substack.com/@tarn/note/c-1", "post"),
    ],
)
def test_articles_and_notes_of_substack(url: str, kind: str) -> None:
    for media in ("post", "article"):
        source = Source("x", "Tarn", outlet="Substack", outlet_kind="social", url=url, media=media)
        assert csl_item(source, id="x")["type"] == kind


def test_a_journal_by_its_volume_and_number() -> None:
    facts = {
        "outlet": "Nature",
        "outlet_kind": "magazine",
        "volume": "5",
        "issue": "2",
        "pages": "3-4",
        "doi": "10.1/x",
    }
    assert reference("apa", **facts) == "Roe, A. (2021). Tarn. Nature, 5(2), 3–4. https://doi.org/10.1/x"
    cited = [Cited(Source("x", "Tarn", **facts))]  # type: ignore[arg-type]
    for format_, told in {
        "bibtex": ("volume = {5}", "number = {2}", "pages = {3--4}", "doi = {10.1/x}"),
        "biblatex": ("@article", "volume = {5}", "number = {2}", "pages = {3--4}", "doi = {10.1/x}"),
        "ris": ("TY  - JOUR", "VL  - 5", "IS  - 2", "SP  - 3", "EP  - 4", "DO  - 10.1/x"),
        "wikipedia": ("cite journal", "volume=5", "issue=2", "pages=3-4", "doi=10.1/x"),
        "endnote": (
            ">5</style></volume>",
            ">2</style></number>",
            ">3-4</style></pages>",
            ">10.1/x</style></electronic",
        ),
    }.items():
        printed = EXPORTERS[format_].export(cited)
        assert all(one in printed for one in told), printed
    (entry,) = yaml.safe_load(EXPORTERS["hayagriva"].export(cited)).values()  # fields of Hayagriva's file format
    assert (entry["page-range"], entry["serial-number"]) == ("3-4", {"doi": "10.1/x"})
    assert (entry["parent"]["volume"], entry["parent"]["issue"]) == ("5", "2")


@pytest.mark.parametrize(
    ("title", "printed"),
    [
        ("The tarn is full.", "The tarn is full"),
        ("Made in the U.S.", "Made in the U.S."),
        ("Rain in “Tarn.”", "Rain in “Tarn”"),
        ("“We came. We stayed.”", "“We came. We stayed.”"),
        ("Tarn Inc.", "Tarn Inc."),
        ("And then ...", "And then ..."),
        ("It failed. Nobody knows why.", "It failed. Nobody knows why."),
    ],
)
def test_the_full_stop_of_a_title(title: str, printed: str) -> None:
    assert csl_item(Source("x", title), id="x")["title"] == printed


@pytest.mark.parametrize("outlet", ["北浜新報", "朝日新聞", "한겨레신문"])
def test_a_newspaper_named_without_blanks(outlet: str) -> None:
    assert (
        csl_item(Source("x", "Tarn", outlet=outlet, url="https://x.example/a"), id="x")["type"] == "article-newspaper"
    )


@pytest.mark.parametrize(
    ("language", "langid"), [("en", "english"), ("en-GB", "british"), ("de", "ngerman"), ("pt-BR", "brazilian")]
)
def test_biblatex_has_babels_name_of_the_language(language: str, langid: str) -> None:
    printed = EXPORTERS["biblatex"].export([Cited(Source("x", "Tarn", language=language))])
    assert f"langid = {{{langid}}}" in printed
    assert "language =" not in printed


@pytest.mark.parametrize(
    ("style", "media", "printed"),
    [
        ("apa", "transcript", "Roe, A. (2021, March 3). Tarn [Transcript]. Shore FM."),
        ("harvard-cite-them-right", "transcript", "Roe, A. (2021) “Tarn,” Shore FM, 3 March."),
        ("harvard-cite-them-right", "post", "Roe, A. (2021) “Tarn,” Shore FM, 3 March."),
        ("harvard-cite-them-right", "press release", "Roe, A. (2021) “Tarn,” Shore FM, 3 March."),
        ("harvard-cite-them-right", "email", "Roe, A. (2021) “Tarn,” Shore FM, 3 March."),
        ("ieee", "blog", "[1] A. Roe, “Tarn,” Shore FM, Mar. 03, 2021."),
        ("nlm-citation-sequence", "transcript", "1. Roe A. Tarn [Transcript]. Shore FM. 2021 Mar 3."),
        ("bluebook-law-review", "transcript", "Ann Roe, Tarn, Shore FM (Mar. 3, 2021)."),
        ("australian-guide-to-legal-citation", "email", "Roe, Ann, ‘Tarn’, Shore FM (Email, 3 March 2021)"),
    ],
)  # fmt: skip
def test_broadcasts_posts_and_releases_have_their_day_and_outlet(style: str, media: str, printed: str) -> None:
    assert reference(style, media=media, outlet="Shore FM") == printed


@pytest.mark.parametrize(
    ("style", "printed"),
    [
        ("harvard-cite-them-right", "Plum, I. (2021) “Tarn,” Strata Magazine, 3 March."),
        ("nlm-citation-sequence", "1. Plum I. Tarn. Strata Magazine. 2021 Mar 3."),
        ("bluebook-law-review", "Ivy Plum, Tarn, Strata Magazine (Mar. 3, 2021)."),
        ("oscola", "Roe A, ‘Tarn’ (Strata Magazine, 3 March 2021)"),
    ],
)
def test_an_interview_has_its_day_and_outlet(style: str, printed: str) -> None:
    assert reference(style, media="interview", outlet="Strata Magazine", speakers=("Ivy Plum",)) == printed


@pytest.mark.parametrize(
    ("style", "printed"),
    [
        ("nlm-citation-sequence", "1. King ML Jr, Roe A. Tarn. The Shore. 2021 Mar 3."),
        ("american-medical-association", "1. King ML Jr, Roe A. Tarn. The Shore. March 3, 2021."),
        ("oscola", "King ML Jr and Roe A, ‘Tarn’ The Shore (3 March 2021)"),
        ("apa", "King, M. L., Jr., & Roe, A. (2021, March 3). Tarn. The Shore."),
    ],
)
@pytest.mark.parametrize("suffix", ["Jr.", "Jr"])
def test_a_suffix_has_its_full_stop_where_names_have_any(style: str, printed: str, suffix: str) -> None:
    authors = (f"Martin Luther King {suffix}", "Ann Roe")
    assert reference(style, outlet="The Shore", outlet_kind="newspaper", authors=authors) == printed


@pytest.mark.parametrize(
    ("style", "printed"),
    [
        ("apa", "Roe, J. K. (2021, March 3). Tarn. The Shore."),
        ("modern-language-association", "Roe, J. K. “Tarn.” The Shore, 3 Mar. 2021."),
        ("oscola", "Roe JK, ‘Tarn’ The Shore (3 March 2021)"),
    ],
)
def test_initials_that_stand_together_are_initials(style: str, printed: str) -> None:
    assert reference(style, outlet="The Shore", outlet_kind="newspaper", authors=("JK Roe",)) == printed


@pytest.mark.parametrize(
    ("title", "printed"),
    [
        ("Tarn: who paid?", "Tarn: Who paid?"),
        ("‘Rain’: “it” fell", "‘Rain’: “It” fell"),
        ("Yahoo! buys Tarn", "Yahoo! buys Tarn"),
        ("tarn.example is down", "tarn.example is down"),
        ("Tarn: iPads for all", "Tarn: iPads for all"),
        ("the 5:30 to Tarn", "The 5:30 to Tarn"),
    ],
)
def test_apa_begins_titles_and_subtitles_with_a_capital(title: str, printed: str) -> None:
    assert f"(2021, March 3). {printed}" in reference("apa", title=title)
    assert "Tarn: who paid?" in reference("ieee", title="Tarn: who paid?")


def test_a_kind_that_a_style_does_not_list_changes_no_other_reference() -> None:
    post = Source("a", "Rain", published=DAY, outlet="X", media="post")
    mail = Source("b", "Rain", ("Ann Roe",), published=DAY, media="email")
    alone, both = (
        cite_quotes(map(Cited, sources), lambda items: CitationProcessor("apa", items), style="apa")
        for sources in ([post], [post, mail])
    )
    assert alone == ["Rain [Post]. (2021, March 3). X."]
    assert alone[0] in both


@pytest.mark.parametrize(
    ("style", "printed"),
    [
        ("harvard-cite-them-right", "Roe, A. (2021) “Tarn,” CNN, 3 March."),
        ("ieee", "[1] A. Roe, “Tarn,” CNN, Mar. 03, 2021."),
        ("nlm-citation-sequence", "1. Roe A. Tarn. CNN. 2021 Mar 3."),
        ("apa", "Roe, A. (2021, March 3). Tarn. CNN."),
    ],
)
def test_an_article_of_a_news_site_has_its_day(style: str, printed: str) -> None:
    assert reference(style, outlet="CNN", outlet_kind="broadcaster") == printed


@pytest.mark.parametrize(
    ("style", "printed"),
    [
        ("chicago-notes-bibliography", "Roe, Ann. “a tarn in the rain.” Post. X, March 3, 2021."),
        ("oscola", "Roe A, ‘a tarn in the rain’ (X, 3 March 2021)"),
        ("apa", "Roe, A. (2021, March 3). a tarn in the rain [Post]. X."),
        ("bluebook-law-review", "Ann Roe, a tarn in the rain, X (Mar. 3, 2021)."),
    ],
)
def test_the_words_of_a_post_keep_their_capitals(style: str, printed: str) -> None:
    assert reference(style, title="a tarn in the rain", media="post", outlet="X") == printed


@pytest.mark.parametrize("style", ["chicago-author-date", "modern-language-association", "turabian-notes-bibliography"])
def test_the_title_of_a_video_is_a_title(style: str) -> None:
    assert "“A Tarn in the Rain.”" in reference(style, title="A tarn in the rain", media="post", outlet="YouTube")


def test_chicago_has_the_genre_within_its_note() -> None:
    source = Source("a", "Rain", ("Ann Roe",), published=DAY, outlet="Tarn Water", media="press release")
    style = "chicago-notes-bibliography"
    note, entry = (
        cite_quotes([Cited(source)], lambda items: CitationProcessor(style, items), as_=as_, style=style)[0]
        for as_ in ("note", "reference")
    )
    assert note == "Ann Roe, “Rain,” press release, Tarn Water, March 3, 2021."
    assert entry == "Roe, Ann. “Rain.” Press release. Tarn Water, March 3, 2021."


def test_the_name_of_an_account_is_no_suffix() -> None:
    assert reference("apa", media="post", outlet="X", handle="Jr") == "Roe, A. [@Jr]. (2021, March 3). Tarn [Post]. X."


def test_bluebook_sets_no_comma_before_a_date_alone() -> None:
    assert reference("bluebook-law-review", media="email") == "Ann Roe, Tarn, Email (Mar. 3, 2021)."


def test_an_email_without_a_writer_is_by_the_body_that_sent_it() -> None:
    expected = {
        "apa": "Tarn Water. (2021, March 3). Tarn [Email].",
        "modern-language-association": "“Tarn.” Tarn Water, 3 Mar. 2021. Email.",
    }
    mail = Source("a", "Tarn", published=DAY, outlet="Tarn Water", media="email")
    for style, printed in expected.items():
        made = cite_quotes([Cited(mail)], partial(CitationProcessor, style), style=style)
        assert made == [printed]
