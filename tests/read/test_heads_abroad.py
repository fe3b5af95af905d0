"""Heads of articles in other languages than English: their outlets, writers and titles."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.read.reading import only_article, read_bytes


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("Weserbote, 12. April 2023", "Weserbote"),
        ("Le Courrier des Marais, 3 novembre 2022", "Le Courrier des Marais"),
        ("L’Hebdo du Littoral, 28 juin 2021", "L’Hebdo du Littoral"),
        ("El Correo de la Sierra, 21 de septiembre de 2023", "El Correo de la Sierra"),
        ("La Voce dell’Appennino, 25 gennaio 2022", "La Voce dell’Appennino"),
        ("Folha do Cerrado, 17 de setembro de 2021", "Folha do Cerrado"),
        ("Noorderkrant, 3 februari 2021", "Noorderkrant"),
        ("Fjordposten, 11. januar 2023", "Fjordposten"),
        ("Głos Podhala, 11 listopada 2022", "Głos Podhala"),
        ("Ana Costa, 3 de maio de 2022", None),
        ("Düsseldorf, 12. April 2023", None),
    ],
)
def test_the_paper_beside_the_date_is_the_outlet(tmp_path: Path, line: str, outlet: str | None) -> None:
    body = "\n\n".join(("Os moradores não querem o hotel", line, "A rua fica ao lado da ria, e todos a conhecem. " * 4))
    article = only_article(read_bytes(tmp_path, "a.txt", body))
    assert article.outlet == outlet
    assert article.published


@pytest.mark.parametrize(
    ("line", "writer"),
    [
        ("Af Mette Skovgaard", "Mette Skovgaard"),
        ("Автор: Мария Ковалёва", "Мария Ковалёва"),
        ("Texto de Inês Carvalhal", "Inês Carvalhal"),
        ("Teksti: Riitta Koskela", "Riitta Koskela"),
    ],
)
def test_a_byline_in_the_words_of_the_language(tmp_path: Path, line: str, writer: str) -> None:
    body = f"Kolonihaver skal rives ned nu\n\n{line}\n\n9.5.2022\n\n" + "Haverne ligger ned til vandet. " * 5
    article = only_article(read_bytes(tmp_path, "a.txt", body))
    assert article.authors == (writer,)


@pytest.mark.parametrize("title", ["商店街の時計、止まったまま", "老桥要不要拆", "동네 책방 문 닫는다", "הבאר נסגרה"])
def test_a_title_in_a_writing_of_few_letters_or_none_that_are_capitals(tmp_path: Path, title: str) -> None:
    article = only_article(read_bytes(tmp_path, "a.txt", f"{title}\n\n2022-07-04\n\n{title}。{title}。{title}。"))
    assert article.title == title
