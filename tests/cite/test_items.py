"""From what a document says to the CSL item that styles render."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from tests.cite import samples
from tests.growth import assert_linear

from quotecli.cite import Cited, Source, csl_item
from quotecli.cite.entries import entries
from quotecli.cite.source import Locator, locator, text_paragraphs
from quotecli.core.dates import PartialDate as D
from quotecli.core.types import Article, Paragraph, Role


def item(source: Source) -> dict[str, Any]:
    made = csl_item(source, id="x")
    assert made.pop("id") == "x"
    return made


def test_newspaper_article() -> None:
    assert item(samples.NEWS) == {
        "type": "article-newspaper",
        "title": "Harbour towns & the storm",
        "author": [{"family": "Smith", "given": "Jane"}],
        "issued": {"date-parts": [[2020, 10, 2]]},
        "accessed": {"date-parts": [[2020, 10, 5]]},
        "container-title": "The Daily Gazette",
        "section": "World",
        "language": "en",
        "URL": "https://gazette.example/storm?a=1&b=2#top",
    }


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        (samples.PAGE, "webpage"),
        (samples.BODY, "webpage"),
        (samples.MAGAZINE, "article-magazine"),
        (samples.BLOG, "post-weblog"),
        (samples.RELEASE, "document"),
        (samples.POST, "post"),
        (samples.INTERVIEW, "interview"),
        (samples.SPEECH, "speech"),
        (samples.TRANSCRIPT, "broadcast"),
        (samples.BOOK, "book"),
        (samples.BARE, "document"),
        (samples.UNDATED, "article-newspaper"),
        (replace(samples.INTERVIEW, speakers=()), "article-magazine"),
        (Source("a", outlet="Reuters"), "webpage"),
        (Source("a", outlet="The Associated Press"), "webpage"),
        (Source("a", outlet="The New York Times Magazine"), "article-magazine"),
        (Source("a", outlet="Süddeutsche Zeitung"), "article-newspaper"),
        (Source("a", outlet="TikTok"), "post"),
        (Source("a", url="https://e.example/1"), "webpage"),
        (Source("a", media="email"), "personal_communication"),
    ],
)
def test_type_of_each_kind_of_source(source: Source, kind: str) -> None:
    assert item(source)["type"] == kind


def test_partial_dates_keep_their_precision_and_no_date_is_no_date() -> None:
    assert item(samples.PAGE)["issued"] == {"date-parts": [[2021, 6]]}
    assert item(samples.MAGAZINE)["issued"] == {"date-parts": [[2019]]}
    assert "issued" not in item(samples.UNDATED)


def test_a_page_that_tells_only_its_update_has_that_date() -> None:
    assert item(Source("a", updated=D(2021, 2, 3)))["issued"] == {"date-parts": [[2021, 2, 3]]}


def test_post_has_its_platform_its_handle_and_its_first_twenty_words() -> None:
    made = item(samples.POST)
    assert made["author"] == [{"family": "Vance", "given": "Olivia", "suffix": "[@oliviavance]"}]
    assert made["title"] == (
        "Today we start work on the new bridge. It will take three years, and it will be worth it. Thanks"
    )
    assert (made["container-title"], made["genre"]) == ("X", "Post")


@pytest.mark.parametrize(
    ("name", "handle", "expected"),
    [
        ("Riverton City Council", "RivertonCity", {"literal": "Riverton City Council [@RivertonCity]"}),
        ("Olivia Vance (@liv)", None, {"family": "Vance", "given": "Olivia", "suffix": "[@liv]"}),
        ("@liv", None, {"literal": "@liv"}),
        ("Olivia Vance", None, {"family": "Vance", "given": "Olivia"}),
    ],
)
def test_authors_of_posts(name: str, handle: str | None, expected: dict[str, str]) -> None:
    assert item(replace(samples.POST, authors=(name,), handle=handle))["author"] == [expected]


def test_a_post_of_nobody_has_no_author() -> None:
    assert "author" not in item(replace(samples.POST, authors=(" , ",), handle=None))


@pytest.mark.parametrize(
    ("outlet", "url", "platform", "genre"),
    [
        ("Twitter", None, "Twitter", "Tweet"),
        (None, "https://www.instagram.com/p/abc", "Instagram", "Post"),
        (None, "https://mobile.twitter.com/a/status/1", "Twitter", "Tweet"),
        ("Facebook", None, "Facebook", "Status update"),
    ],
)
def test_platforms_of_posts(outlet: str | None, url: str | None, platform: str, genre: str) -> None:
    made = item(replace(samples.POST, outlet=outlet, url=url))
    assert (made["container-title"], made["genre"]) == (platform, genre)


def test_interview_is_by_who_answers() -> None:
    made = item(samples.INTERVIEW)
    assert made["author"] == [{"family": "Marlow", "given": "Rob"}]
    assert made["interviewer"] == [{"family": "Smith", "given": "Jane"}]


def test_speech_has_its_speaker_and_occasion() -> None:
    made = item(samples.SPEECH)
    assert made["author"] == [{"family": "Abara", "given": "Ngozi"}]
    assert (made["event-title"], made["event-place"]) == ("66th General Assembly", "New York, NY")


def test_press_release_is_by_the_body_that_issued_it_said_once() -> None:
    made = item(samples.RELEASE)
    assert made["author"] == [{"literal": "Department of Transport"}]
    assert made["genre"] == "Press release"
    assert "publisher" not in made


def test_a_body_that_prints_its_own_page_is_said_once() -> None:
    made = item(samples.BODY)
    assert made["author"] == [{"literal": "World Health Organization"}]
    assert "container-title" not in made


@pytest.mark.parametrize(("outlet", "kind"), [("University of Tarn", ""), ("Tarn Health Organization", "website")])
def test_a_page_of_a_body_without_a_byline_is_by_the_body(outlet: str, kind: str) -> None:
    made = item(Source("a", "Rain", outlet=outlet, outlet_kind=kind, url="https://tarn.example/rain"))
    assert made["author"] == [{"literal": outlet}]
    assert "container-title" not in made


@pytest.mark.parametrize("outlet", ["The Daily Tarn", "Tarn Talk", "Council Watch", "University World News"])
def test_a_page_of_others_without_a_byline_is_nobodys(outlet: str) -> None:
    assert "author" not in item(Source("a", "Rain", outlet=outlet, url="https://tarn.example/rain"))


@pytest.mark.parametrize(
    ("outlet", "more", "kind"),
    [
        ("Journal of Tarns", {"doi": "10.5555/tarn.1"}, "article-journal"),
        ("Journal of Tarns", {}, "article-journal"),
        ("The Tarn Journal", {"volume": "4"}, "article-journal"),
        ("The Tarn Journal", {}, "article-newspaper"),
        ("Tarn Times", {"volume": "4"}, "article-newspaper"),
        ("Tarn Magazine", {"volume": "4"}, "article-magazine"),
        ("Tarn Magazine", {"volume": "4", "doi": "10.1/x"}, "article-journal"),
        ("Tarn Water News Agency", {}, "webpage"),
    ],
)
def test_journals_and_what_is_called_so(outlet: str, more: dict[str, str], kind: str) -> None:
    assert item(Source("a", "Rain", outlet=outlet, **more))["type"] == kind  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("volume", "issue", "pages", "told"),
    [
        ("Vol. 7", "No. 3", "pp. 12–15", ("7", "3", "12-15")),
        ("volume XII", "Nr. 3", "p. A1", ("XII", "3", "A1")),
        ("Bd. 7", "Heft 3", "S. 4", ("7", "3", "4")),
        ("7", "nº 3", "S4", ("7", "3", "S4")),
        ("7", "November", "A1, A14", ("7", "November", "A1, A14")),
    ],
)
def test_numbers_have_no_words_before_them(volume: str, issue: str, pages: str, told: tuple[str, ...]) -> None:
    made = item(Source("a", "Rain", outlet="Nature", volume=volume, issue=issue, pages=pages))
    assert (made["volume"], made["issue"], made["page"]) == told


@pytest.mark.parametrize(
    ("title", "outlet", "cited"),
    [
        ("Rain - CNN", "CNN", "Rain"),
        ("Rain – BBC News", "BBC", "Rain"),
        ("Rain | Mills | The Shore", "The Shore", "Rain"),
        ("Rain - and sun - theshore.com", "theshore", "Rain - and sun"),
        ("Rain - Shore", "The Shore", "Rain"),
        ("Rain at CNN", "CNN", "Rain at CNN"),
        ("Rain - the shore of all evils", "The Shore", "Rain - the shore of all evils"),
        ("CNN", "CNN", "CNN"),
        ("Rain - CNN", None, "Rain - CNN"),
    ],
)
def test_a_title_without_the_outlets_name_behind_it(title: str, outlet: str | None, cited: str) -> None:
    assert item(Source("a", title, outlet=outlet))["title"] == cited


@pytest.mark.parametrize(
    ("printed", "doi"),
    [
        ("https://doi.org/10.5555/a.1", "10.5555/a.1"),
        ("doi:10.5555/a.1", "10.5555/a.1"),
        ("http://dx.doi.org/10.5555%2Fa.1", "10.5555/a.1"),
        ("n/a", None),
    ],
)
def test_a_doi_as_it_is_printed(printed: str, doi: str | None) -> None:
    assert item(Source("a", "Rain", outlet="Nature", doi=printed)).get("DOI") == doi


def test_an_address_is_whole_and_may_be_a_doi() -> None:
    made = item(Source("a", "Rain", outlet="Nature", url="https://doi.org/10.5555/a b"))
    assert (made["DOI"], made["URL"]) == ("10.5555/a", "https://doi.org/10.5555/a%20b")


def test_a_newspapers_own_name_is_no_author() -> None:
    made = item(replace(samples.NEWS, authors=("The Daily Gazette", "Jane Smith", "Staff", "Jane Smith")))
    assert made["author"] == [{"family": "Smith", "given": "Jane"}]


def test_what_is_only_in_the_archive_is_linked_there() -> None:
    assert item(replace(samples.NEWS, url=None))["URL"] == samples.NEWS.archive_url


def test_a_document_that_tells_nothing_is_called_by_its_file() -> None:
    assert item(samples.BARE) == {"type": "document", "title": "Found"}


@pytest.mark.parametrize(
    ("document", "title"),
    [
        ("notes/letter.txt", "Letter"),
        ("C:\\notes\\letter_to-the-mayor.docx", "Letter to the mayor"),
        ("the_tide-2024-05-01.html", "The tide 2024-05-01"),
        ("https://tide.example/news/pier%20closed-again.html?a=1#top", "Pier closed again"),
        ("https://tide.example/", "[Untitled newspaper article]"),
        ("corpus.jsonl#n3", "Corpus n3"),
        ("old.zip#letters/first.txt", "First"),
        ("-#6fedc0b0b356", "[Untitled newspaper article]"),
        ("/tmp/6fedc0b0b356aa", "[Untitled newspaper article]"),
        ("2024-05-01.txt", "[Untitled newspaper article]"),
        ("http://[", "[Untitled newspaper article]"),
        ("", "[Untitled newspaper article]"),
    ],
)
def test_what_has_no_title_is_called_by_its_file_whatever_else_is_known(document: str, title: str) -> None:
    source = Source(document, outlet="The Tide", outlet_kind="newspaper", published=D(2024, 5, 1))
    assert item(source)["title"] == title


def test_paragraphs_are_counted_as_readers_do() -> None:
    roles = "boilerplate headline byline body caption body blockquote subtitle list note".split()
    article = Article("x" * 20, tuple(Paragraph(2 * n, 2 * n + 1, Role(role)) for n, role in enumerate(roles)))
    assert text_paragraphs(article) == [0, 0, 0, 1, 0, 2, 3, 0, 4, 0]
    assert Source.of_article(article).begins == 2


def test_where_readers_count_no_paragraph_there_is_no_locator() -> None:
    said = samples.quote("Words", paragraph=3)
    assert locator(Cited(samples.NEWS, said, paragraph=0)) is None
    assert locator(Cited(samples.NEWS, said, paragraph=2)) == Locator("2", "paragraph")
    assert locator(Cited(samples.NEWS, said)) == Locator("3", "paragraph")
    assert locator(Cited(samples.NEWS, said, page=9, paragraph=0)) == Locator("9", "page")


def test_source_of_an_article() -> None:
    article = Article("text", (), source="a.html", title="T", authors=("A B",), outlet="The Weekly", published=D(2020))
    made = item(Source.of_article(article, outlet_kind="magazine"))
    assert made["type"] == "article-magazine"
    assert made["container-title"] == "The Weekly"


def test_source_of_a_quote_alone() -> None:
    quote = samples.quote("words", document="a.html", title="T", authors=("A B",), outlet="Reuters", published=D(2020))
    assert item(Source.of_quote(quote))["author"] == [{"family": "B", "given": "A"}]


def test_several_quotations_of_one_document_are_one_entry() -> None:
    found = entries([samples.cited(samples.NEWS), samples.cited(samples.PAGE), samples.cited(samples.NEWS, "More")])
    assert [entry.key for entry in found] == ["smith2020harbour", "berg2021storm"]
    assert [len(entry.quoted) for entry in found] == [2, 1]


def test_an_interview_that_names_nobody_is_with_the_only_one_quoted() -> None:
    source = replace(samples.INTERVIEW, speakers=())
    said = [samples.cited(source, text, name) for text, name in [("Yes", "Rob Marlow"), ("Why?", "Jane Smith")]]
    assert entries(said)[0].item["author"] == [{"family": "Marlow", "given": "Rob"}]
    assert entries([*said, samples.cited(source, "No", "Kim Roe")])[0].item["type"] == "article-magazine"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("We lost the pier today.", "We lost the pier today"),
        ("We lost it. Nobody will pay.", "We lost it. Nobody will pay."),
        ("Gone at 9 a.m.", "Gone at 9 a.m."),
    ],
)
def test_a_post_of_one_sentence_is_named_without_its_full_stop(text: str, title: str) -> None:
    assert item(Source("post.txt", media="post", outlet="X", text=text))["title"] == title


def test_keys_are_unique() -> None:
    twins = [Cited(replace(samples.NEWS, document=f"{n}.html")) for n in range(3)]
    assert [entry.key for entry in entries(twins)] == [
        "smith2020harbour",
        "smith2020harbour-2",
        "smith2020harbour-3",
    ]


@pytest.mark.parametrize(
    ("title", "family"),
    [
        ("Remarks by the President at the Opening of the Tarn", None),
        ("Remarks by President Ann Roe at the Opening of the Tarn", "Roe"),
        ("Remarks by Ann van den Berg at the Opening of the Tarn", "Berg"),
        ("Speech by Ann Roe", "Roe"),
        ("Address to the Society of the Tarn", None),
    ],
)
def test_a_speech_is_not_by_whom_it_quotes(title: str, family: str | None) -> None:
    source = Source("speech.txt", title, media="speech")
    [entry] = entries([samples.cited(source, "We stand together", "Bo Day")])
    assert [name["family"] for name in entry.names("author")] == ([family] if family else [])


def test_an_outlet_of_many_endings_takes_time_by_its_length() -> None:
    def cite(outlet: str) -> object:
        return csl_item(Source(document="/a", title="Rain - The Shore", outlet=outlet), id="a")

    assert_linear(cite, lambda count: f"The Shore{'.co.uk' * count}!", 3, times=8)
