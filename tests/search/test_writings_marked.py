"""In any writing what a query matched is marked whole: with the signs for vowels and accents behind its letters."""

from __future__ import annotations

import unicodedata

import pytest

from quotecli.core.folding import fold
from quotecli.search.highlight import matches
from quotecli.store.words import cut


@pytest.mark.parametrize(
    ("text", "query", "marked"),
    [
        ("เราจะทาสีเรือเก่าก่อนค่ำ", "เรือเก่า", ["เรือเก่า"]),
        ("वे पुराने पुल को रंगेंगे।", "पुराने पुल", ["पुराने पुल"]),
        ("سَنَدْهُنُ الجِسْرَ القَدِيمَ", "الجسر القديم", ["الجِسْرَ القَدِيمَ"]),
        (
            unicodedata.normalize("NFD", "Le vieux café fermé."),
            "cafe ferme",
            [unicodedata.normalize("NFD", "café fermé")],
        ),
        ("旧い橋を塗り直した。", "橋を塗り", ["橋を塗り"]),
    ],
)
def test_what_matched_is_marked_whole(text: str, query: str, marked: list[str]) -> None:
    spans = matches(text, cut(fold(query)))
    assert [text[span.start : span.end] for span in spans] == marked
