"""Quality on the pages beside the project, against what people made of them; the floors are in floors.toml."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from bench.reading import dates_right, found_quotations, marked_quotations, texts
from tests.read.pages import plain, used

FLOORS = Path(__file__).resolve().parents[1] / "floors.toml"


def floor(name: str) -> float:
    import tomllib

    return float(tomllib.loads(FLOORS.read_text(encoding="utf-8"))["reading"][name])


def test_the_documents_the_tool_was_asked_for(shared: Path) -> None:
    for line in (shared / "seeds" / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        gold = json.loads(line)
        text = (shared / "seeds" / gold["id"]).read_text(encoding="utf-8")
        article = plain(text)
        assert article.text == text
        published = str(article.published) if article.published else None
        assert (published, article.outlet) == (gold["date"], gold["outlet"]), gold["id"]
        assert article.authors == ((gold["author"],) if gold["author"] else ()), gold["id"]
        for quote in gold["quotes"]:
            [home] = [one for one in article.paragraphs if one.start <= quote["start"] and quote["end"] <= one.end]
            assert (home.role == "caption") == (quote["kind"] == "caption"), quote["text"]
            assert (home.role == "post") == (quote["kind"] == "post"), quote["text"]
            assert home.role != "boilerplate"
        assert len(used(article, "published")) == (gold["date"] is not None)


@pytest.mark.slow
def test_article_texts(shared: Path) -> None:
    scores = texts(shared / "pages")
    assert scores.article.f1 >= floor("text_f1")
    assert scores.stored.f1 >= floor("stored_text_f1")


@pytest.mark.slow
def test_dates(shared: Path) -> None:
    assert dates_right(shared / "pages") >= floor("dates_right")


@pytest.mark.slow
def test_quotations_in_marks(shared: Path) -> None:
    assert marked_quotations(shared / "pages").f1 >= floor("marked_quotations_f1")


@pytest.mark.slow
def test_quotations_found(shared: Path) -> None:
    assert found_quotations(shared / "pages").f1 >= floor("found_quotations_f1")
