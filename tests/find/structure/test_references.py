"""Titles in reference lists are nobody's words; quotations with who printed them are."""

from __future__ import annotations

import pytest
from tests.find.conftest import ArticleMaker

from quotecli.core.types import Article
from quotecli.find import find_marked, find_quotes, may_be_listed
from quotecli.find.structure.references import Entry, entry

BODY = "“We will mend the wall before the winter,” said Ngozi Okafor."
WHOLE = (
    "Brill, Thomas. “The long road to the new harbour wall,” The Quay Courier, May 4, 2020.",
    "Okafor, N. (2019) ‘Walls and what they are for’, Journal of Coasts, 3(2), pp. 1–9.",
    'Finch, Ada, and Tom Reed. "How the Town Lost Its Fleet." The Tide, 2021. https://tide.example/fleet.',
    "[3] T. Brill, “A wall that nobody wanted,” The Quay Courier, vol. 2, no. 4, 2020.",
    "12. Ada Finch, “The harbour in the old days,” The Tide, March 3, 2019, 14.",
    "Weidner, Karl (2018): „Die Mauer am Hafen“. In: Hafenbote, 3. Mai 2018, S. 4.",
)
BARE = (
    '"The long road to the wall," The Quay Courier, 2020.',
    "“How the town lost its fleet.” The Tide, March 3, 2019.",
)
NONE = (
    "“We will mend the wall,” Thomas Brill told The Tide in 2020.",
    "Thomas Brill: “We will mend the wall,” The Tide, 2020.",
    "Mayor Okafor, May 4, 2020: “We will mend the wall.”",
    "Brill, who left the council in 2020, called it “a long road” and went home to The Tide.",
    "In 2020, The Tide called it “a disaster for the whole town” and its harbour.",
    "“We will mend the wall,” he wrote in The Tide in May 2020.",
)


@pytest.mark.parametrize(
    ("line", "kind"), [*((one, Entry.WHOLE) for one in WHOLE), *((one, Entry.BARE) for one in BARE)]
)
def test_an_entry_is_told_by_what_stands_beside_its_title(line: str, kind: Entry) -> None:
    assert entry(line) is kind


@pytest.mark.parametrize("line", NONE)
def test_a_sentence_is_no_entry(line: str) -> None:
    assert entry(line) is Entry.NONE


def made(as_article: ArticleMaker, *paragraphs: str) -> Article:
    return as_article("\n".join((BODY, *paragraphs)))


@pytest.mark.parametrize("heading", ["References", "Works Cited:", "## Bibliography", "Literatur", "Литература"])
def test_a_list_of_entries_has_no_quotation(as_article: ArticleMaker, heading: str) -> None:
    article = made(as_article, heading, *WHOLE)
    assert len(find_quotes(article)) == len(find_marked(article)) == 1


def test_a_list_at_the_end_needs_no_heading(as_article: ArticleMaker) -> None:
    article = made(as_article, *WHOLE)
    assert len(find_quotes(article)) == len(find_marked(article)) == 1


def test_entries_without_authors_are_titles_below_a_heading(as_article: ArticleMaker) -> None:
    assert len(find_marked(made(as_article, "Sources", *BARE))) == 1


def test_entries_without_authors_may_be_titles_at_the_end(as_article: ArticleMaker) -> None:
    article = made(as_article, *BARE)
    assert len(find_marked(article)) == 3
    assert len(may_be_listed(article)) == 2
    assert may_be_listed(made(as_article, *BARE, "The wall was never built, and nobody asked for it.")) == []


def test_books_may_stand_between_entries(as_article: ArticleMaker) -> None:
    article = made(as_article, WHOLE[0], "Reed, Tom. Walls of the north. Quay Press, 1998.", WHOLE[2])
    assert len(find_marked(article)) == 1


def test_sentences_are_no_list(as_article: ArticleMaker) -> None:
    assert len(find_marked(made(as_article, *NONE))) == 1 + len(NONE)
