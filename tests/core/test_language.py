"""A text tells its language by its small words, where it has enough of them."""

from __future__ import annotations

import pytest

from quotecli.core.language import foreign_language

TEXTS = {
    "fr": "La maire a promis une nouvelle bibliothèque aux enfants du port. Elle a dit que les portes seraient ouvertes"
    " avant la fin de l'année, et que le quartier attendait depuis dix ans.",
    "de": "Die Bürgermeisterin hat den Kindern am Hafen eine neue Bücherei versprochen. Die Türen sollen noch vor dem"
    " Ende des Jahres aufgehen, sagte sie, und das Viertel habe zehn Jahre darauf gewartet.",
    "es": "La alcaldesa prometió una nueva biblioteca a los niños del puerto. Dijo que las puertas se abrirán antes del"
    " fin de año, y que el barrio llevaba diez años esperando por ella.",
}


@pytest.mark.parametrize("code", TEXTS)
def test_a_text_in_another_language(code: str) -> None:
    assert foreign_language(TEXTS[code]) == code


@pytest.mark.parametrize(
    "text",
    [
        (
            "The mayor promised a new library to the children of the port. She said that the doors would be open before"
            " the end of the year, and that the quarter had waited for ten years."
        ),
        "La maire a promis.",
        "",
        "1 2 3 4 5 6 7 8 9",
    ],
)
def test_english_and_too_little_are_not_told(text: str) -> None:
    assert foreign_language(text) is None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("渡船议会周二晚间决定，铁链渡船将继续运行十年。", "zh"),
        ("渡し船の評議会は火曜日の夜、鎖の渡しを残すことを決めた。", "ja"),
        ("나루 의회는 화요일 밤 쇠사슬 나룻배를 남기기로 했다.", "ko"),
        ("The ferry is called 渡船 by those who built it, and by nobody else.", None),
    ],
)
def test_a_writing_tells_a_language(text: str, code: str | None) -> None:
    assert foreign_language(text) == code
