"""What `training/altered.py` makes of an annotated article: the words change, and the gold goes with them."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

sys.path.append(str(Path(__file__).resolve().parents[1] / "training"))

from altered import alterations

TEXT = (
    "Ann Hale runs the quay. Her son Tom keeps bees.\n"
    "“It floats,” Hale said. ‘Never,’ she added. “Not one day,” Ann Hale’s son said. He left."
)


def article() -> dict[str, Any]:
    quotes = [("“It floats,”", "Hale"), ("“Not one day,”", "Ann Hale’s son")]
    return {
        "id": "quay",
        "title": "Hale opens quay",
        "text": TEXT,
        "quotes": [
            {
                "text": words,
                "start": TEXT.index(words),
                "end": TEXT.index(words) + len(words),
                "speaker": speaker,
                "speaker_canonical": "Ann Hale",
            }
            for words, speaker in quotes
        ],
        "ignore": [[TEXT.index("‘Never"), TEXT.index(" she added")]],
    }


@pytest.mark.parametrize("name", alterations())
def test_the_gold_stands_where_its_words_are(name: str) -> None:
    new = alterations()[name](article())
    for quote, inner in zip(new["quotes"], ("It floats,", "Not one day,"), strict=True):
        assert new["text"][quote["start"] : quote["end"]] == quote["text"]
        assert inner in quote["text"]
        assert len(quote["text"]) <= len(inner) + 4
        assert quote["speaker"] in new["text"]
        assert quote["speaker_canonical"] in new["text"]
    [[start, end]] = new["ignore"]
    assert new["text"][start:end] == "‘Never,’"


def test_other_names_stand_everywhere_and_tell_the_same_gender() -> None:
    new = alterations()["names: Dutch"](article())
    assert not {"Ann", "Hale"} & set(new["text"].replace("’s", "").replace(".", "").split())
    given = new["quotes"][0]["speaker_canonical"].split()[0]
    assert given in {"Annelies", "Marijke", "Femke", "Saskia", "Mieke"}
    assert new["title"].endswith(" opens quay")
    assert not new["title"].startswith("Hale")


def test_breaks_stand_between_sentences_and_before_tags() -> None:
    sentences = alterations()["a sentence a paragraph"](article())["text"]
    assert "quay.\nHer son" in sentences
    assert "bees.\n“It floats,” Hale said." in sentences
    assert "“It floats,”\nHale said." in alterations()["a break before the tag"](article())["text"]


def test_an_article_of_nobody_whom_the_gold_names_stays_as_it_is() -> None:
    unnamed = article()
    for quote in unnamed["quotes"]:
        quote["speaker_canonical"] = None
    assert alterations()["names: Irish"](unnamed) == unnamed
