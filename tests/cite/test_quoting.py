"""Citations of quotations as styles' manuals have them, through the real processor."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from tests.cite import samples

from quotecli.cite import As, Cited, Source, cite_items, cite_quotes
from quotecli.cite.quoting import Render
from quotecli.core.dates import PartialDate as D
from quotecli.csl import CitationProcessor

LONG = "the harbour will be rebuilt stone by stone " * 8 + "and so it was."


def cite(style: str, *cited: Cited, as_: As = "in-text", locale: str = "en-US", output: str = "text") -> list[str]:
    return cite_quotes(cited, render_as(style, locale), as_=as_, style=style, output=output)


def render_as(style: str, locale: str = "en-US") -> Render:
    """Return what makes a processor of a style for items."""
    return lambda items: CitationProcessor(style, items, locale)


REPORTED = samples.cited(samples.NEWS, "We stand together.", "Rob Marlow")
OWN = samples.cited(samples.NEWS, "I saw it all,", "Jane Smith", paragraph=7)


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("apa", "(Rob Marlow, as cited in Smith, 2020, para. 4)"),
        ("modern-language-association", "(Rob Marlow, qtd. in Smith)"),
        ("chicago-author-date", "(Rob Marlow, quoted in Smith 2020, para. 4)"),
        ("harvard-cite-them-right", "(Rob Marlow, quoted in Smith, 2020, para. 4)"),
        ("ieee", "(Rob Marlow, quoted in [1, Para. 4])"),
        ("nature", "(Rob Marlow, quoted in ref. 1)"),
        ("vancouver", "(Rob Marlow, quoted in ref. 1)"),
    ],
)
def test_who_said_it_is_named_before_who_reports_it(style: str, expected: str) -> None:
    assert cite(style, REPORTED) == [expected]


@pytest.mark.parametrize("style", ["chicago-notes-bibliography", "oscola"])
def test_notes_name_the_speaker_first(style: str) -> None:
    (note,) = cite(style, REPORTED, as_="note")
    assert note.startswith("Rob Marlow, quoted in Jane Smith, ")


def test_bluebook_names_the_speaker_last() -> None:
    (note,) = cite("bluebook-law-review", REPORTED, as_="note")
    assert "Jane Smith" in note
    assert note.rstrip(".").endswith("(quoting Rob Marlow)")


def test_mla_counts_no_paragraphs_but_names_pages() -> None:
    assert cite("modern-language-association", REPORTED) == ["(Rob Marlow, qtd. in Smith)"]
    assert cite("modern-language-association", Cited(samples.BOOK, REPORTED.quote, page=12)) == [
        "(Rob Marlow, qtd. in Marsh 12)"
    ]


ONLINE = replace(samples.PAGE, authors=("Jane Smith",), published=D(2021, 6, 2))


@pytest.mark.parametrize(
    ("style", "first", "later"),
    [
        ("bluebook-law-review", "CNN para. 3 (June 2, 2021)", ["Id. at para. 5.", "Id."]),
        ("oscola", "(CNN, 2 June 2021) para 3 <", ["ibid para 5.", "ibid."]),
        ("chicago-notes-bibliography", "June 2, 2021, para. 3, http", ["Smith, “Storm Hits the Coast,” para. 5."] * 2),
    ],
)
def test_a_paragraphs_number_never_reads_as_a_pages(style: str, first: str, later: list[str]) -> None:
    said = [samples.cited(ONLINE, "It is over", "Jane Smith", paragraph=number) for number in (3, 5, 5)]
    made = cite(style, *said, as_="note")
    assert first in made[0]
    assert made[1:] == later


def test_a_paragraph_is_left_out_where_a_style_writes_p_before_all() -> None:
    style = (
        '<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"><citation><layout>'
        '<names variable="author"/><text variable="locator" prefix=", p. "/></layout></citation></style>'
    )
    assert cite(style, OWN) == ["Jane Smith"]
    assert cite(style, Cited(samples.BOOK, OWN.quote, page=12)) == ["Jane Smith, quoted in Edmund Marsh, p. 12"]


AGENCY = Source(
    "a", "Bridge closed", ("Reuters",), published=D(2021, 5, 6), outlet="Reuters", url="https://reuters.example/1"
)


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("apa", "Reuters. (2021, May 6). Bridge closed. https://reuters.example/1"),
        ("modern-language-association", "“Bridge Closed.” Reuters, 6 May 2021, https://reuters.example/1."),
        ("chicago-author-date", "Reuters. 2021. “Bridge Closed.” Reuters, May 6. https://reuters.example/1."),
    ],
)
def test_a_body_that_is_author_and_outlet_is_said_as_the_manual_has_it(style: str, expected: str) -> None:
    assert cite(style, Cited(AGENCY), as_="reference") == [expected]


@pytest.mark.parametrize("style", ["harvard-cite-them-right", "harvard-kings-college-london"])
def test_harvard_begins_with_the_body_whose_page_it_is(style: str) -> None:
    page = replace(samples.BODY, authors=())
    (citation,) = cite(style, samples.cited(page, "Drink more", "Lena Fisk"), locale="en-GB")
    assert "in World Health Organization, 2023" in citation
    reference = cite(style, Cited(page), as_="reference", locale="en-GB")[0]
    assert reference.startswith("World Health Organization (2023) Heat and health")
    assert reference.count("World Health Organization") == 1


def test_a_bodys_own_words_are_first_hand_even_where_its_name_is_left_out() -> None:
    own = samples.cited(AGENCY, "We were first", "Reuters")
    assert cite("modern-language-association", own) == ["(“Bridge Closed”)"]


@pytest.mark.parametrize("output", ["text", "html", "markdown"])
def test_apa_retrieves_nothing_without_a_date(output: str) -> None:
    undated = replace(samples.UNDATED, accessed=None)
    (reference,) = cite("apa", Cited(undated), as_="reference", output=output)
    assert "Retrieved" not in reference
    assert reference.replace("<https://irish.example/light>", "https://irish.example/light").endswith(
        ". https://irish.example/light"
    )
    (reference,) = cite("apa", Cited(samples.UNDATED), as_="reference", output=output)
    assert ". Retrieved April 2, 2024, from " in reference
    (german,) = cite("apa", Cited(undated), as_="reference", output=output, locale="de-DE")
    assert "Abgerufen" not in german


def test_a_title_of_digits_is_no_number_of_a_list() -> None:
    year = samples.cited(Source("a", "1984", published=D(2024)), "We stand together", "Rob Marlow")
    assert cite("apa", year) == ["(Rob Marlow, as cited in 1984, 2024, para. 4)"]


def test_the_authors_own_words_are_only_the_authors() -> None:
    assert cite("apa", OWN) == ["(Smith, 2020, para. 7)"]


def test_several_speakers_are_joined_as_the_style_does() -> None:
    both = samples.cited(samples.NEWS, "We stand together", "Rob Marlow", "Kim Marlow")
    assert cite("apa", both)[0].startswith("(Rob Marlow & Kim Marlow, as cited in")
    assert cite("modern-language-association", both)[0].startswith("(Rob Marlow and Kim Marlow, qtd. in")


@pytest.mark.parametrize(
    ("locale", "phrase"), [("de-DE", "zitiert nach"), ("fr-FR", "cité dans"), ("es-ES", "citado en")]
)
def test_other_languages(locale: str, phrase: str) -> None:
    assert f"Rob Marlow, {phrase} Smith" in cite("apa", REPORTED, locale=locale)[0]


def test_page_and_time_as_locators() -> None:
    said = REPORTED.quote
    assert cite("apa", Cited(samples.BOOK, said, page=12))[0].endswith("1953, p. 12)")
    assert "0:59" in cite("apa", Cited(samples.TRANSCRIPT, said, time=59.9))[0]


def test_posts_have_no_paragraph_and_no_handle_in_the_text() -> None:
    post = samples.cited(samples.POST, "Today we start work", "Olivia Vance")
    body = samples.cited(replace(samples.POST, authors=("Riverton Council",), handle="riverton"), "Today", "X Y")
    assert cite("apa", post) == ["(Vance, 2023)"]
    assert cite("apa", body) == ["(X Y, as cited in Riverton Council, 2023)"]


def test_apa_reference_of_a_post() -> None:
    (reference,) = cite("apa", Cited(samples.POST), as_="reference")
    assert reference.startswith(
        "Vance, O. [@oliviavance]. (2023, September 15). Today we start work on the new bridge."
    )
    assert reference.endswith("worth it. Thanks [Post]. X. https://x.com/oliviavance/status/31415")


def test_several_quotations_of_one_source_are_one_reference() -> None:
    assert len(cite("apa", REPORTED, OWN, REPORTED, as_="reference")) == 1


def test_works_alike_are_told_apart_by_letters() -> None:
    other = replace(samples.NEWS, document="other.html", title="Another storm", published=D(2020, 3))
    assert cite("apa", Cited(samples.NEWS), Cited(other)) == ["(Smith, 2020b)", "(Smith, 2020a)"]


@pytest.mark.parametrize(
    ("style", "cited", "expected"),
    [
        ("apa", REPORTED, "“We stand together” (Rob Marlow, as cited in Smith, 2020, para. 4)."),
        ("apa", OWN, "“I saw it all” (Smith, 2020, para. 7)."),
        (
            "modern-language-association",
            samples.cited(samples.NEWS, "Who said “never”?", "Rob Marlow"),
            "“Who said ‘never’?” (Rob Marlow, qtd. in Smith).",
        ),
        (
            "apa",
            samples.cited(samples.NEWS, LONG, "Jane Smith"),
            f"    {LONG} (Smith, 2020, para. 4)",
        ),
        (
            "apa",
            samples.cited(samples.NEWS, "First.\nSecond,", "Jane Smith"),
            "    First.\n\n    Second. (Smith, 2020, para. 4)",
        ),
    ],
)
def test_quotations_set_with_their_citation(style: str, cited: Cited, expected: str) -> None:
    assert cite(style, cited, as_="quote") == [expected]


@pytest.mark.parametrize(
    ("style", "locale", "text", "expected"),
    [
        ("apa", "en-US", "He told me: ‘I can’t stay.’", "“He told me: ‘I can’t stay’” ("),
        ("modern-language-association", "en-US", "He told me: “I can’t stay.”", "“He told me: ‘I can’t stay’” ("),
        ("apa", "en-US", "They said “she cried ‘no.’”", "“They said ‘she cried “no”’” ("),
        ("apa", "en-US", "He told me ‘I can’t stay...’", "“He told me ‘I can’t stay...’” ("),
        ("apa", "en-US", "We fought for the players'.", "“We fought for the players'” ("),
        ("apa", "en-US", "I was born in the U.S.", "“I was born in the U.S.” ("),
        ("apa", "en-US", "I am from the U.S.,", "“I am from the U.S.” ("),
        ("apa", "en-US", "We met at 5 a.m.,", "“We met at 5 a.m.” ("),
        ("apa", "en-US", "We met at 5 a. m.,", "“We met at 5 a. m.” ("),
        ("modern-language-association", "en-US", "I work for Acme Inc.", "“I work for Acme Inc.” ("),
        ("apa", "en-US", "Bread, butter, etc.,", "“Bread, butter, etc.” ("),
        ("apa", "en-US", "I live in D.C.,", "“I live in D.C.” ("),
        ("apa", "en-US", "She has a Ph.D.,", "“She has a Ph.D.” ("),
        ("apa", "en-US", "I told him no. No.", "“I told him no. No” ("),
        ("apa", "en-US", "I thought that...,", "“I thought that...” ("),
        ("apa", "en-US", "I thought that . . . ,", "“I thought that . . .” ("),
        ("apa", "en-US", "I thought that…,", "“I thought that…” ("),
        ("chicago-notes-bibliography", "en-US", "Well—", "“Well—”¹"),
        ("chicago-notes-bibliography", "en-US", "I am from the U.S.,", "“I am from the U.S.”¹"),
        ("oscola", "en-GB", "Well—", "‘Well—’.¹"),
        ("chicago-notes-bibliography", "en-US", "He told me ‘never,’", "“He told me ‘never.’”¹"),
        ("chicago-notes-bibliography", "en-US", "They call it ‘home’", "“They call it ‘home.’”¹"),
        ("chicago-notes-bibliography", "en-US", "They call it ‘home’.", "“They call it ‘home.’”¹"),
        ("chicago-notes-bibliography", "en-US", "It is the workers’", "“It is the workers’.”¹"),
        ("chicago-notes-bibliography", "en-US", "He told me: ‘I can’t stay.’", "“He told me: ‘I can’t stay.’”¹"),
        ("oscola", "en-GB", "He told me: ‘I can’t stay.’", "‘He told me: “I can’t stay”’.¹"),
    ],
)
def test_one_full_stop_ends_the_sentence(style: str, locale: str, text: str, expected: str) -> None:
    said = samples.cited(samples.NEWS, text, "Jane Smith")
    assert cite(style, said, as_="quote", locale=locale)[0].startswith(expected)


def test_chicago_sets_blocks_only_from_a_hundred_words() -> None:
    said = samples.cited(samples.NEWS, LONG, "Jane Smith")
    assert cite("chicago-author-date", said, as_="quote")[0].startswith("“the harbour")
    longer = samples.cited(samples.NEWS, LONG * 2, "Jane Smith")
    assert cite("chicago-author-date", longer, as_="quote")[0].startswith("    the harbour")


@pytest.mark.parametrize(
    ("style", "locale", "end"),
    [("apa", "en-US", "they call it “home.” ("), ("harvard-cite-them-right", "en-GB", "they call it ‘home’. (")],
)
def test_a_block_ends_in_its_full_stop_as_the_language_has_it(style: str, locale: str, end: str) -> None:
    said = samples.cited(samples.NEWS, f"{LONG[:-1]}, they call it “home”", "Jane Smith")
    assert end in cite(style, said, as_="quote", locale=locale)[0]


def test_notes_styles_set_the_quotation_with_its_note() -> None:
    (american,) = cite("chicago-notes-bibliography", REPORTED, as_="quote")
    assert american.startswith("“We stand together.”¹\n\n1. Rob Marlow, quoted in Jane Smith, “")
    (british,) = cite("oscola", REPORTED, as_="quote", locale="en-GB")
    assert british.startswith("‘We stand together’.¹\n\n1. Rob Marlow, quoted in Jane Smith, ‘")


@pytest.mark.parametrize(
    ("output", "mark", "note"),
    [
        ("text", "¹", "\n\n1. Jane Smith"),
        ("terminal", "¹", "\n\n1. Jane Smith"),
        ("html", "<sup>1</sup>", "\n<p>1. Jane Smith"),
        ("markdown", "[^1]", "\n\n[^1]: Jane Smith"),
        ("rtf", "{\\super 1}", "\\par 1. Jane Smith"),
    ],
)
def test_a_note_and_its_mark_are_set_as_the_output_has_them(output: str, mark: str, note: str) -> None:
    (sentence,) = cite("chicago-notes-bibliography", OWN, as_="quote", output=output)
    before, _, below = sentence.partition(mark)
    assert before.rstrip().endswith(("all.”", "all.\\uc0\\u8221"))
    assert below.startswith(note)


def test_superscript_numbers_follow_the_full_stop() -> None:
    assert cite("american-chemical-society", OWN, as_="quote") == ["“I saw it all.”¹"]
    assert cite("american-chemical-society", OWN, as_="quote", output="html") == ["“I saw it all.”<sup>1</sup>"]


def test_later_notes_of_one_source_are_short() -> None:
    first, second = cite("chicago-notes-bibliography", OWN, OWN, as_="note")
    assert "The Daily Gazette" in first
    assert "The Daily Gazette" not in second


def test_each_output_is_escaped() -> None:
    said = samples.cited(samples.NEWS, "a < b & *c* {d}", "Jane Smith")
    assert cite("apa", said, as_="quote", output="html")[0].startswith("“a &lt; b &amp; *c* {d}” (")
    assert cite("apa", said, as_="quote", output="markdown")[0].startswith("“a \\< b & \\*c\\* \\{d\\}” (")
    assert "a < b & *c* \\{d\\}" in cite("apa", said, as_="quote", output="rtf")[0]
    long = cite("apa", samples.cited(samples.NEWS, LONG, "Jane Smith"), as_="quote", output="html")[0]
    assert long.startswith("<blockquote><p>the harbour")


def test_a_style_without_bibliography_gives_full_notes() -> None:
    (reference,) = cite("bluebook-law-review", Cited(samples.NEWS), as_="reference")
    assert "Jane Smith" in reference


def test_documents_without_paths_are_told_apart() -> None:
    one, other = replace(samples.NEWS, document=""), replace(samples.PAGE, document="")
    assert len(cite("apa", Cited(one), Cited(other), as_="reference")) == 2


def test_any_items() -> None:
    items = [{"id": "a", "type": "book", "title": "T", "author": [{"family": "F", "given": "Gil"}]}]
    made = cite_items(items, lambda given: CitationProcessor("apa", given), as_="in-text")
    assert len(made) == 1
    assert "F" in made[0]


@settings(deadline=None, max_examples=10)
@given(samples.citations)
def test_any_quotation_can_be_cited(cited: list[Cited]) -> None:
    for as_ in ("in-text", "quote"):
        for output in ("text", "html", "markdown", "rtf"):
            assert len(cite("apa", *cited, as_=as_, output=output)) == len(cited)


@pytest.mark.parametrize("sources", [samples.ALL, (samples.POST,), (samples.POST, samples.SPEECH)])
def test_a_list_of_works_has_them_all_and_tells_of_those_the_style_lists_otherwise(sources: tuple[Source, ...]) -> None:
    told: list[str] = []
    style = "chicago-notes-bibliography"
    found = cite_quotes([Cited(one) for one in sources], render_as(style), style=style, tell=told.append)
    assert len(found) == len(sources)
    assert len(told) == 1
    alone = cite_quotes([Cited(samples.NEWS)], render_as(style), style=style, tell=told.append)
    assert (len(alone), len(told)) == (1, 1)


def test_a_single_source_that_the_style_lists_otherwise_is_no_note() -> None:
    (reference,) = cite("chicago-notes-bibliography", Cited(samples.POST), as_="reference")
    (note,) = cite("chicago-notes-bibliography", Cited(samples.POST), as_="note")
    assert reference != note
    assert reference.startswith(samples.POST.authors[0].split()[-1])


def test_the_australian_guide() -> None:
    (note,) = cite("australian-guide-to-legal-citation", REPORTED, as_="note")
    assert note.startswith("Rob Marlow, quoted in Jane Smith, ‘Harbour Towns & the Storm’, The Daily Gazette (online, ")
    assert note.endswith("2 October 2020) para 4 <https://gazette.example/storm?a=1&b=2#top>.")


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("amphibia-reptilia", "(Rob Marlow, quoted in The Daily Gazette, 2020)"),
        ("apa", "(Rob Marlow, as cited in “Harbour Towns & the Storm,” 2020, para. 4)"),
    ],
)
def test_what_nobody_signed_is_cited_by_more_than_its_year(style: str, expected: str) -> None:
    unsigned = replace(samples.NEWS, authors=())
    assert cite(style, samples.cited(unsigned, "We stand together", "Rob Marlow")) == [expected]


def test_what_tells_nothing_but_its_title_is_cited_by_it() -> None:
    said = samples.cited(samples.BARE, "We stand together", "Rob Marlow")
    assert cite("amphibia-reptilia", said) == ["(Rob Marlow, quoted in Found)"]


def test_all_that_nobody_signed_is_looked_at_in_one_pass() -> None:
    """Each call of the processor goes through all its items: one for each of hundreds took minutes."""
    calls: list[int] = []

    class Counting(CitationProcessor):
        def cite(self, clusters: Any, output: str = "text") -> list[str]:
            calls.append(len(clusters))
            return super().cite(clusters, output)

    unsigned = [Cited(replace(samples.NEWS, authors=(), document=f"{number}.html")) for number in range(30)]
    cite_quotes(unsigned, lambda items: Counting("apa", items), style="apa")
    assert calls == [30]
