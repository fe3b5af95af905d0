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
