"""French leaves the reporter's clause inside the guillemets: it is no part of the quotation, and tells who spoke."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.find.conftest import ArticleMaker

from quotecli.find import find_quotes
from quotecli.find.pieces import find_pieces

CUT = {
    "a name behind the past tense": (
        "« Le four est froid, a lancé Anne Roy. Il le restera. »",
        ["Le four est froid", "Il le restera."],
    ),
    "an apposition": (
        "« On attend, résume son président, Luc Faure, qui loge en face. Depuis mai. »",
        ["On attend", "Depuis mai."],
    ),
    "a question, and a pronoun behind the verb": ("« Ici ?, s’est-elle étonnée. Jamais. »", ["Ici ?", "Jamais."]),
    "the quotation goes on behind a comma": (
        "« Je veux, a dit M. Faure, partir demain. »",
        ["Je veux", "partir demain."],
    ),
    "nothing behind the clause": ("« Il a bu et dormi, dit Anne Roy. »", ["Il a bu et dormi"]),
    "a verb of the speaker's own": ("« Il a mangé, le maire a dit non. »", ["Il a mangé, le maire a dit non."]),
    "a verb that reports nothing": ("« Il pleut, mange ta soupe. »", ["Il pleut, mange ta soupe."]),
}

BETWEEN_DASHES = {
    "Spanish": (
        "«No sabemos nada del puente —dijo la alcaldesa, Ana Ruiz—. Mañana iremos a verlo».",
        ["No sabemos nada del puente", "Mañana iremos a verlo"],
        "Ana Ruiz",
    ),
    "Spanish, in curly marks and within a sentence": (
        "“No sabemos nada —aseguró Ana Ruiz—, y mañana iremos a verlo”.",
        ["No sabemos nada", "y mañana iremos a verlo"],
        "Ana Ruiz",
    ),
    "Italian": (
        "«Il ponte resta chiuso fino a maggio – ha spiegato il sindaco Ugo Riva –. Poi vedremo».",
        ["Il ponte resta chiuso fino a maggio", "Poi vedremo"],
        "Ugo Riva",
    ),
    "Portuguese": (
        "“A ponte fica fechada — disse o prefeito Rui Melo —, e ninguém sabe até quando”.",
        ["A ponte fica fechada", "e ninguém sabe até quando"],
        "Rui Melo",
    ),
    "Polish": (
        "„Most jest zamknięty — powiedział burmistrz Adam Lis. — Otworzymy go w maju”.",
        ["Most jest zamknięty", "Otworzymy go w maju"],
        "Adam Lis",
    ),
    "Polish, with one dash": (
        "„Most jest zamknięty – podkreśla burmistrz Adam Lis. Otworzymy go w maju”.",
        ["Most jest zamknięty", "Otworzymy go w maju"],
        "Adam Lis",
    ),
    "Czech": (
        "„Most je zavřený – řekl starosta Petr Malý –, a nikdo neví proč.“",
        ["Most je zavřený", "a nikdo neví proč."],
        "Petr Malý",
    ),
    "Russian": (
        "«Мост закрыт до мая, — сообщил мэр Павел Орлов. — Потом посмотрим».",
        ["Мост закрыт до мая", "Потом посмотрим"],
        "Павел Орлов",
    ),
    "Ukrainian": (
        "«Міст закрито до травня, — повідомив мер Павло Орел. — Потім подивимося».",
        ["Міст закрито до травня", "Потім подивимося"],
        "Павло Орел",
    ),
}
NOT_CUT = {
    "what the speaker adds between dashes": "«El puente —que nadie ha visto— dijo basta hace años».",
    "what the speaker says that others say": "«El puente —dicen que es romano— está cerrado».",
    "an English speaker's own dash": "“We won the vote — assure everybody of that — and we go on.”",
    "a dash before a number": "«Murió en 1930 —1931 según otros— y nadie lo supo».",
}


@pytest.mark.parametrize(("text", "spoken", "who"), BETWEEN_DASHES.values(), ids=BETWEEN_DASHES.keys())
def test_reporters_words_between_dashes_are_cut_out(
    as_article: ArticleMaker, text: str, spoken: list[str], who: str
) -> None:
    first, second = find_quotes(as_article(text))
    assert [first.text, second.text] == spoken
    assert (first.speakers, second.speakers) == ((who,), (who,))
    assert second.part_of == 0


@pytest.mark.parametrize("text", NOT_CUT.values(), ids=NOT_CUT.keys())
def test_the_speakers_own_dashes_cut_nothing(as_article: ArticleMaker, text: str) -> None:
    assert len(find_pieces(as_article(text))) == 1


@pytest.mark.parametrize(("text", "spoken"), CUT.values(), ids=CUT.keys())
def test_reporters_clauses_are_cut_out(as_article: ArticleMaker, text: str, spoken: list[str]) -> None:
    article = as_article(text)
    assert [article.text[piece.start : piece.end] for piece in find_pieces(article)] == spoken


def test_the_clause_tells_who_spoke(as_article: ArticleMaker) -> None:
    text = (
        "Le pont est fermé depuis le mois de mars, et les habitants de la vallée sont inquiets.\n"
        "« Je comprends la colère, a répondu le porte-parole de la mairie, Benoît Morel. Nous aussi, nous attendons. »"
    )
    found = find_quotes(as_article(text))
    assert [(quotation.text, quotation.speakers) for quotation in found] == [
        ("Je comprends la colère", ("Benoît Morel",)),
        ("Nous aussi, nous attendons.", ("Benoît Morel",)),
    ]


def test_an_elided_word_stands_before_a_guillemet(as_article: ArticleMaker) -> None:
    article = as_article("Le maire dit qu’il « suit le dossier » et qu’« aucun plan n’est exclu ». « Non », dit-il.")
    pieces = [article.text[piece.start : piece.end] for piece in find_pieces(article)]
    assert pieces == ["suit le dossier", "aucun plan n’est exclu", "Non"]


@given(st.text(alphabet="«» ,.?a’ditAl-", max_size=60))
def test_pieces_are_in_order_inside_the_text(as_article: ArticleMaker, text: str) -> None:
    article = as_article(f"x {text}")
    ends = [0]
    for piece in find_pieces(article):
        assert ends[-1] <= piece.start < piece.end <= len(article.text)
        ends.append(piece.end)


def test_m_before_a_name_is_no_initial(as_article: ArticleMaker) -> None:
    text = (
        "La mairesse Marie Faure a ouvert le pont avec le président du comité, Luc Faure, devant les habitants.\n"
        "« Je veux partir demain », a dit M. Faure."
    )
    [quotation] = find_quotes(as_article(text))
    assert quotation.speakers == ("Luc Faure",)
