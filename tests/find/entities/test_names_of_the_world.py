"""Names without a family name at the end, titles of many countries, acronyms in brackets, the sides of a suit."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from quotecli.core.types import Article
from quotecli.find import find_quotes

ArticleMaker = Callable[..., Article]

SUIT = (
    "Justice Ada Quill dismissed Mr Lim Boon Wah's suit against his sister, Ms Clara Lim Boon Eng, on Monday.\n"
    "Mr Lim, 63, had kept the ledger of their mother, Madam Goh Ah Moi.\n"
)
FIRE = "Ned Orr, 58, of Mill Road, denies arson. His son Sam, 31, gave evidence.\n“He rang at two,” Sam said.\n"


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        # the family name stands first, or between an English name and the given ones
        (SUIT + "“It was hers,” Mr Lim said.", "It was hers", "Lim Boon Wah"),
        (SUIT + "“It was ours,” Ms Lim said.", "It was ours", "Clara Lim Boon Eng"),
        (SUIT + "“It was mine,” Madam Goh had written.", "It was mine", "Goh Ah Moi"),
        ("Lee Harvey Stone met Ana Lee. “He was late,” Lee said.", "He was late", "Ana Lee"),
        # a Malay has a father's name, and no family name
        ("Mina binti Salleh lost her boat.\n“It sank,” said Mina.", "It sank", "Mina binti Salleh"),
        ("On Monday Datuk Seri Amin Rashid spoke to us.\n“It sank,” said Datuk Seri Amin.", "It sank", "Amin Rashid"),
        ("Tan Sri Amin Rashid spoke.\n“It sank,” said Amin.", "It sank", "Amin Rashid"),
        # a short sentence of names and titles is no headline
        ("Datuk Seri Amin Rashid spoke.\n“It sank,” said Datuk Seri Amin.", "It sank", "Amin Rashid"),
        # what begins with a name and goes on in small letters is an adjective
        ("Xu Lan of the Hong Kong-listed maker rang.\n“It sank,” said Xu.", "It sank", "Xu Lan"),
        ("Harpreet Gill rowed home to his son.\n“It sank,” he said.", "It sank", "Harpreet Gill"),
        # offices and letters of many parliaments
        ("Cathaoirleach Una Ní Riain rose.\n“Order,” the Cathaoirleach said.", "Order", "Una Ní Riain"),
        ("The local MLA Hari Gowda came.\n“Show me a pipe,” the MLA said.", "Show me a pipe", "Hari Gowda"),
        ("Lena Ruiz MLA came late.\n“No,” Ms Ruiz said.", "No", "Lena Ruiz"),
        # what stands in brackets behind a body's name
        ("The Quay Users’ Union (QUU) is angry.\n“No,” the QUU said.", "No", "Quay Users’ Union"),
        ("The National Depot Workers’ Union (Ndwu) struck.\n“No,” Ndwu said.", "No", "National Depot Workers’ Union"),
        # "do" inside a name, a state behind a place, a number that opens a sentence
        (
            "Maria do Carmo Reis dos Santos rose.\n“It sank,” Reis dos Santos said.",
            "It sank",
            "Maria do Carmo Reis dos Santos",
        ),
        (
            "Plants close in Fort Wayne, Ind. Corwin called it “a sad day”. Corwin Foods is old.",
            "a sad day",
            "Corwin Foods",
        ),
        ("Eleven hours later Ana Ruiz saw a coroner.\n“It sank,” she said.", "It sank", "Ana Ruiz"),
        # a place that does not speak; who leads a body is not the body
        (
            "A lawmaker of Akaba Constituency, Hon. Ijeoma Brand, rose.\n“It sank,” the lawmaker said.",
            "It sank",
            "Ijeoma Brand",
        ),
        ("The head of the charity, Ana Ruiz, said it was “on our list”.", "on our list", "Ana Ruiz"),
        # of two bearers, whom the sentence goes on about
        (
            "Cllr Keith Orr rose. Cllr Ann Orr sat.\nLater Cllr Orr, asked to stop, took his hat. “It sank,” he said.",
            "It sank",
            "Keith Orr",
        ),
        # titles and offices as papers of many countries shorten them
        ("“It sank,” Coun. Harjit Rana replied.", "It sank", "Harjit Rana"),
        ("Her husband, Mallam Lateef Oyelola, spoke.\n“It sank,” Oyelola said.", "It sank", "Lateef Oyelola"),
        ("The spokesperson, SP Ngozi Eze, came.\n“It sank,” the PPRO said.", "It sank", "Ngozi Eze"),
        ("Chief Minister Anil Rana rose.\n“It sank,” the CM said.", "It sank", "Anil Rana"),
        ("Deputy Una Farrell rose.\nThe Independent TD said “it sank”.", "it sank", "Una Farrell"),
        ("Sir Tom Ellery, a Tory, rose.\n“It sank,” the MP for Calder and Thorne said.", "It sank", "Tom Ellery"),
        ("In reply, director of public services Una Farrell said “it sank”.", "it sank", "Una Farrell"),
        ("The Kirkmoor General Hospital Trust said: “It sank.”", "It sank.", "Kirkmoor General Hospital Trust"),
        # a day of the week that is a given name, and a given name of women and men
        ("Police held a driver, Sunday Eboh, over Alhaja Kudi Oyelola.\n“It sank,” he said.", "It sank", "Sunday Eboh"),
        ("Darcy Munro and Ann Lee rose.\nMunro wept.\n“It sank,” he said.", "It sank", "Darcy Munro"),
        # a name that ends a sentence takes no full stop with it, though it may shorten a state
        ("“Six,” said Sen. Sean Penn. “Eight,” said Penn.", "Eight", "Sean Penn"),
        # March is a month unless it is somebody
        ("Callum March runs the post.\n“It is cold,” March said.", "It is cold", "Callum March"),
        ("It thawed in March. Ada Quill met Tom March 3.\n“It is wet,” Quill said.", "It is wet", "Ada Quill"),
        # who is on trial, and who sues
        (FIRE + "The defendant called it “a fairy tale”.", "a fairy tale", "Ned Orr"),
        (SUIT + "The plaintiff called it “a wicked tale”.", "a wicked tale", "Lim Boon Wah"),
        (
            "Ned Orr told the court he saw a van. Lena Quill, for the defence, rose.\n“A red one,” the witness said.",
            "A red one",
            "Ned Orr",
        ),
        # a noun that no table holds behind a body's, and a name that is told how it looks
        ("Ned Orr, 29, lost. Lena Quill won.\n“I ran,” said the 29-year-old county hurler.", "I ran", "Ned Orr"),
        ("Ned Orr lost again on Monday. Red-faced Ned said: “I ran.”", "I ran", "Ned Orr"),
        ("She told Tavita ‘The Rock’ Orr no.\n‘I ran,’ Orr said.", "I ran", "Tavita Orr"),
        # a noun is not whom it tells more of
        ("Ada Quill slept badly. Rovers won.\n“I knew,” the Rovers captain said.", "I knew", "Ada Quill"),
        # words in capitals that open a caption are no name
        ("OUT TO GRASS: Jim Hale leads a horse. “She likes hats,” he said.", "She likes hats", "Jim Hale"),
    ],
)
def test_the_full_name(as_article: ArticleMaker, text: str, words: str, speaker: str) -> None:
    found = next(q for q in find_quotes(as_article(text)) if words in q.text)
    assert found.speakers == (speaker,)


def test_a_month_is_a_label_where_a_full_name_ends_with_it(as_article: ArticleMaker) -> None:
    text = (
        "CAROL STILES: You went up?\n\nCALLUM MARCH, HOST: We did.\n\nSTILES: And then?\n\nMARCH: We came down. Really."
    )
    assert [(q.text, q.speakers) for q in find_quotes(as_article(text))][-2:] == [
        ("And then?", ("Carol Stiles",)),
        ("We came down. Really.", ("Callum March",)),
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Another trader, Mr Sunday Ekpo, blamed them. According to him, “They came with one vehicle.”", "Sunday Ekpo"),
        ("MEC Nomvula Dlungwana promised it. “Patience is finished,” the MEC told a meeting.", "Nomvula Dlungwana"),
        ("The Ceann Comhairle, Seán Ó Dálaigh, said it was “not the mart”.", "Seán Ó Dálaigh"),
        ("Gogo Zodwa Mkhize is fourth in the queue. “The truck comes late,” she says.", "Zodwa Mkhize"),
    ],
)
def test_offices_and_titles_of_the_world(as_article: ArticleMaker, text: str, name: str) -> None:
    assert [quote.speakers for quote in find_quotes(as_article(text))] == [(name,)]


def test_mr_and_mrs_are_two(as_article: ArticleMaker) -> None:
    text = "“We go,” Mr and Mrs Poole said. “I row,” Mrs Poole said. “So do I,” said Mr Poole."
    found = find_quotes(as_article(text))
    assert [quote.speakers for quote in found] == [("Mr Poole", "Mrs Poole"), ("Mrs Poole",), ("Mr Poole",)]
    found = find_quotes(as_article(f"Denise and Clive Poole came. {text}"))
    assert [set(quote.speakers) for quote in found] == [
        {"Clive Poole", "Denise Poole"},
        {"Denise Poole"},
        {"Clive Poole"},
    ]


def test_who_is_called_by_the_first_of_two_family_names_is_not_meant_by_the_second(as_article: ArticleMaker) -> None:
    text = (
        "María Fernanda Ugalde Prieto, an engineer, and her cousin Nuria Prieto Sáenz, 71, opened the tower. “It is"
        " late,” Ugalde said. “It was always late,” Prieto said."
    )
    names = [quotation.speakers for quotation in find_quotes(as_article(text))]
    assert names == [("María Fernanda Ugalde Prieto",), ("Nuria Prieto Sáenz",)]


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Henri d’Aubry", "Mr. d’Aubry"),
        ("Jean-Luc de l’Orme", "de l’Orme"),
        ("Maria dell'Oca", "dell'Oca"),
        ("Alessandra d'Este", "Ms. d'Este"),
    ],
)
def test_a_family_name_in_english_may_begin_with_an_elision(as_article: ArticleMaker, name: str, short: str) -> None:
    text = f"“We waited all night for the ferry,” said {name}, who owns it. “It was late again,” {short} said."
    assert [quotation.speakers for quotation in find_quotes(as_article(text))] == [(name,), (name,)]


def test_a_month_before_a_name_is_none_of_it(as_article: ArticleMaker) -> None:
    text = "In May Ned Orr told the town that the ferry was late. “It was late again,” Orr said."
    assert [quotation.speakers for quotation in find_quotes(as_article(text))] == [("Ned Orr",)]


def test_a_name_like_a_months_ends_a_sentence_without_its_stop(as_article: ArticleMaker) -> None:
    text = "“We waited all night for the ferry,” said Xi Jun. On Jun. 5 it sank. “It was late again,” said Xi Jun."
    found = find_quotes(as_article(text))
    assert [(quotation.speakers, quotation.said_as) for quotation in found] == [(("Xi Jun",), "Xi Jun")] * 2


@pytest.mark.parametrize(
    ("full", "short", "name"),
    [
        ("Galina Petrovna Ostrovskaya", "Galina Petrovna", "Galina Petrovna Ostrovskaya"),
        ("Mary Ann Orrery", "Mary Ann", "Mary Ann Orrery"),
        ("Dr Vo Thi Bich Ngoc", "Dr Vo", "Vo Thi Bich Ngoc"),
        ("John Lee Ka-chiu", "Lee", "John Lee Ka-chiu"),
        ("Luiz Inácio Lula da Silva", "Lula", "Luiz Inácio Lula da Silva"),
        ("Ilse von der Heyde", "Von der Heyde", "Ilse von der Heyde"),
        ("Sheikha Maryam bint Sultan Al Ansari", "Sheikha Maryam", "Maryam bint Sultan Al Ansari"),
        ("the Ministry of Defence", "the MoD", "Ministry of Defence"),
        ("Transport for London", "TfL", "Transport for London"),
        ("Marks & Spencer", "M&S", "Marks & Spencer"),
        ("the Football Association", "the FA", "Football Association"),
        ("the Los Angeles Police Department", "the LAPD", "Los Angeles Police Department"),
        ("Imperial College London", "Imperial", "Imperial College London"),
    ],
)
def test_a_short_name_is_the_whole_ones(as_article: ArticleMaker, full: str, short: str, name: str) -> None:
    text = (
        f"Plan is late\n\nThe plan has been debated for months. On Monday, {full} told the council about it.\n\n"
        f"“It is odd and late,” {short} added."
    )
    assert [quote.speakers for quote in find_quotes(as_article(text))] == [(name,)]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Sir Ned Orr, KBE, MC, who died in May, kept bees. “They sting,” he said.", ("Ned Orr",)),
        ("Detective Constable Lee Whit came. DC Whit told people to look. “Look,” he said.", ("Lee Whit",)),
        ("Ana Ruiz is late. Hubby Kev Ruiz, 52, thought it was “odd”.", ("Kev Ruiz",)),
        ("The president of Maple Ridge Foods Ltd. is Paul Tran. “It is odd,” said Mr. Tran.", ("Paul Tran",)),
        ("Ana Ruiz met the press. The president, she said, is “very much engaged.”", ("Ana Ruiz",)),
    ],
)
def test_what_stands_beside_a_name_is_nobody_else(
    as_article: ArticleMaker, text: str, speakers: tuple[str, ...]
) -> None:
    assert [quote.speakers for quote in find_quotes(as_article(text))] == [speakers]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        # a headline has the family name alone, of two words
        ("López Barrera opens quay\nAna López Barrera came. “It floats,” López Barrera said.", "Ana López Barrera"),
        ("Van Tulder opens quay\nSander van Tulder came. “It floats,” Van Tulder said.", "Sander van Tulder"),
        ("Al Rashidi opens quay\nTariq Al Rashidi came. “It floats,” Al Rashidi said.", "Tariq Al Rashidi"),
        ("Mac Giolla opens quay\nSiobhán Mac Giolla came. “It floats,” Mac Giolla said.", "Siobhán Mac Giolla"),
        (
            "Embattled Von der Aue stays in office\nUte von der Aue was at the quay. “It floats,” von der Aue said.",
            "Ute von der Aue",
        ),
        # a word of kinship beside the family name makes nobody of it
        ("Ana López Barrera came. The father López Barrera buried is hers. “It floats,” López Barrera said.",
         "Ana López Barrera"),
        # small words inside names
        ("Joost op den Tulder had come early to the quay. “It floats,” Op den Tulder said.", "Joost op den Tulder"),
        ("Marit in ’t Tuld came. “It floats,” In ’t Tuld said.", "Marit in ’t Tuld"),
        ("Karl zu Hohenfeld came. “It floats,” Zu Hohenfeld said.", "Karl zu Hohenfeld"),
        ("Nuno Carvalho e Silva came. “It floats,” Carvalho e Silva said.", "Nuno Carvalho e Silva"),
        ("João do Amial came. “It floats,” said João do Amial.", "João do Amial"),
        # who is called by the first of three words
        ("Khaw Chun Beng came. “It floats,” Mr Khaw said.", "Khaw Chun Beng"),
        ("Ragnheiður Elín Hallsdóttir came. “It floats,” Ragnheiður said.", "Ragnheiður Elín Hallsdóttir"),
        ("Ngo Xuan Bach came. “It floats,” said Ngo Xuan Bach.", "Ngo Xuan Bach"),
    ],
)  # fmt: skip
def test_short_forms_of_names_of_several_words(as_article: ArticleMaker, text: str, speaker: str) -> None:
    assert [quotation.speakers for quotation in find_quotes(as_article(text))] == [(speaker,)]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Brothers Pieter and Jonny de Vaart have not met.\n“By fax,” said Pieter.", ("Pieter de Vaart",)),
        ("It is Senator Pieter R. van den Vaart’s.\n“By fax,” said van den Vaart.", ("Pieter R. van den Vaart",)),
        ("The quay is open.\nHope Day, 68, keeps bees there. “By boat,” said Day.", ("Hope Day",)),
        ("The quay is open.\nWill Price, who keeps bees, came. “By boat,” said Price.", ("Will Price",)),
        ("The quay is open.\nBill Long had bees there. “By boat,” said Long.", ("Bill Long",)),
    ],
)
def test_particles_are_lent_and_names_of_two_common_words_open_sentences(
    as_article: ArticleMaker, text: str, speakers: tuple[str, ...]
) -> None:
    assert [quotation.speakers for quotation in find_quotes(as_article(text))] == [speakers]


@pytest.mark.parametrize("clause", ["also called it", "has called it", "later called it"])
@pytest.mark.parametrize("name", ["Day", "Price", "Best", "Light", "Hope"])
def test_a_common_word_that_is_somebodys_name_opens_sentences(as_article: ArticleMaker, name: str, clause: str) -> None:
    text = f"Mayor Tom {name} opened the quay. Ana Ruiz, his deputy, was there.\n{name} {clause} “a wonder”."
    assert [quotation.speakers for quotation in find_quotes(as_article(text))] == [(f"Tom {name}",)]


def test_a_tower_is_not_called_by_its_first_word(as_article: ArticleMaker) -> None:
    text = "Quill sold Quill Tower Odessa. Bob Quill left it. “It floats,” Mr Quill said."
    assert [quotation.speakers for quotation in find_quotes(as_article(text))] == [("Bob Quill",)]
