"""Fathers and sons of one name are two people."""

from __future__ import annotations

from tests.find.conftest import ArticleMaker

from quotecli import find_quotes


def test_junior_is_not_who_bears_the_name_alone(as_article: ArticleMaker) -> None:
    text = (
        "Donald Trask said on Monday that he was “fine.” Donald Trask Jr. called the report “a lie.” “We won,” "
        "Trask Jr. said. “I agree,” the younger Trask added later.\n\nThe elder Trask told reporters: “He is right.”"
    )
    father, son = ("Donald Trask",), ("Donald Trask Jr.",)
    assert [q.speakers for q in find_quotes(as_article(text))] == [father, son, son, son, father]


def test_senior_and_junior_written_out(as_article: ArticleMaker) -> None:
    text = (
        "Frank Dellmar senior founded the firm in 1971. Frank Dellmar junior, who runs it, wants to sell it.\n\n"
        "“He’s got a Porsche and a bad back,” said Frank senior, 77, in the cabin.\n\n"
        "His son was careful. “My dad’s the best haulier,” the younger Dellmar said."
    )
    assert [q.speakers for q in find_quotes(as_article(text))] == [
        ("Frank Dellmar senior",),
        ("Frank Dellmar junior",),
    ]


def test_who_is_introduced_as_junior_stays_one_person(as_article: ArticleMaker) -> None:
    text = "Martin Luther Kingsley Jr. spoke. “We shall go on,” Martin Luther Kingsley said. “Now,” Kingsley added."
    assert {q.speakers for q in find_quotes(as_article(text))} == {("Martin Luther Kingsley Jr.",)}


def test_a_senior_adviser_is_no_generation(as_article: ArticleMaker) -> None:
    [quotation] = find_quotes(as_article("Clint Ford senior adviser Jack Hill said it was “over.”"))
    assert quotation.speakers == ("Jack Hill",)


def test_a_sovereign_keeps_the_number(as_article: ArticleMaker) -> None:
    text = (
        "Pope Leo arrived in Wexham. “I am delighted to be here,” Pope Leo XIV said. “It rains a lot,” Leo said.\n\n"
        "“So be it, then,” said the pope."
    )
    assert {q.speakers for q in find_quotes(as_article(text))} == {("Leo XIV",)}


def test_two_of_one_name_are_told_apart_by_their_numbers(as_article: ArticleMaker) -> None:
    text = (
        "King Charles III planted an oak. “I am glad to see it grow,” the king said. His forebear hid in one.\n\n"
        "“My life for a tree like this,” Charles II wrote. “It will stand for long,” said Charles III."
    )
    assert [q.speakers for q in find_quotes(as_article(text))] == [("Charles III",), ("Charles II",), ("Charles III",)]


def test_who_is_numbered_lends_the_family_name_alone(as_article: ArticleMaker) -> None:
    text = "Thomas Reed III came with his sister Jane. “I am glad to be here, my friends,” Jane said."
    assert [q.speakers for q in find_quotes(as_article(text))] == [("Jane Reed",)]


def test_a_name_is_told_in_full_however_often_it_is_not(as_article: ArticleMaker) -> None:
    text = (
        "Emma van der Straten won. “I came to win it,” van der Straten said. Some doubted van der Straten.\n\n"
        "“And I won it,” she said."
    )
    assert {q.speakers for q in find_quotes(as_article(text))} == {("Emma van der Straten",)}


def test_two_names_with_an_ampersand_are_a_firm(as_article: ArticleMaker) -> None:
    text = (
        "Harrow & Vance closed the dock. “We are sorry about the noise,” the company said.\n\n"
        "“It was time,” Harrow & Vance said."
    )
    assert {q.speakers for q in find_quotes(as_article(text))} == {("Harrow & Vance",)}


def test_an_office_in_capitals_is_nobodys_name(as_article: ArticleMaker) -> None:
    text = (
        "Northlake named Omar Haddad as President and Chief Executive Officer. He succeeds Renata Fuchs.\n\n"
        "“Northlake is in good hands, I believe,” the outgoing chief executive said."
    )
    assert ("Executive Officer",) not in {q.speakers for q in find_quotes(as_article(text))}


def test_the_father_named_behind_the_son_is_who_has_the_office(as_article: ArticleMaker) -> None:
    text = (
        "Hugh Quaid Jr. met the lawyer in May. President Hugh Quaid called his son “a good boy.” “It rained,” the "
        "president said. “I waited,” Quaid Jr. said."
    )
    father, son = ("Hugh Quaid",), ("Hugh Quaid Jr.",)
    assert [q.speakers for q in find_quotes(as_article(text))] == [father, father, son]
    text = "Hugh Quaid Jr. met the lawyer in May. His father, Hugh Quaid, called him “a good boy.”"
    assert find_quotes(as_article(text))[-1].speakers == father


def test_an_office_of_junior_is_his_own(as_article: ArticleMaker) -> None:
    for told in ("Sen. Hugh Quaid Jr.", "Hugh Quaid Jr., the senator,"):
        text = f"{told} met the lawyer in May. “I tried,” Sen. Hugh Quaid said of his father."
        assert find_quotes(as_article(text))[-1].speakers == ("Hugh Quaid Jr.",)


def test_two_of_one_name_keep_what_tells_them_apart_however_seldom_it_stands(as_article: ArticleMaker) -> None:
    text = (
        "Hugh Quaid Jr. met Hugh Quaid Sr. in May. “I waited,” Quaid Jr. said. Hugh Quaid left. Hugh Quaid ran. “It "
        "rained,” said Hugh Quaid Sr."
    )
    assert [q.speakers for q in find_quotes(as_article(text))] == [("Hugh Quaid Jr.",), ("Hugh Quaid Sr.",)]


def test_the_elder_is_who_is_told_to_be_the_father(as_article: ArticleMaker) -> None:
    text = (
        "Darrell Koenig farms corn near Calder. “It is early,” Koenig said.\n\n"
        "Darrell's father, Hank Koenig, watched.\n\n"
        "“They tell me it has worms now,” the elder Koenig said. “It is mine,” the younger Koenig said."
    )
    speakers = [quote.speakers for quote in find_quotes(as_article(text))]
    assert speakers == [("Darrell Koenig",), ("Hank Koenig",), ("Darrell Koenig",)]
