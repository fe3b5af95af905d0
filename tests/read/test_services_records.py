"""Records as the interfaces of services give them: posts, news and what was spoken."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.read.reading import only_article, read_bytes

SAID = "“We are not going to gamble with a load of sheep,” said Ingrid Hallam, who runs the line from the quay."
ARTICLE = f"The ferry was tied up for a ninth day on Monday after engineers found a second crack.\n\n{SAID}"
HTML = "".join(f"<p>{line}</p>" for line in ARTICLE.split("\n\n"))
AT = "2022-04-19T04:04:00Z"

SERVICES: dict[str, Any] = {
    "objects": {"objects": [{"title": "In port", "text": ARTICLE, "author": "Della Corr", "date": AT}]},
    "embedded": [{"title": {"rendered": "In port"}, "content": {"rendered": HTML}, "date": AT,
                  "_embedded": {"author": [{"name": "Della Corr"}]}}],
    "listing": {"data": {"children": [{"data": {"title": "In port", "selftext": ARTICLE, "author": "Della Corr",
                                                "created_utc": 1650341040.0}}]}},
    "account": [{"title": "In port", "content": HTML, "created_at": AT, "account": {"display_name": "Della Corr"}}],
    "feed": {"feed": [{"title": "In port", "post": {"author": {"displayName": "Della Corr"},
                                                    "record": {"text": ARTICLE, "createdAt": AT}}}]},
    "story": {"headline": "In port", "bylines": "By DELLA CORR", "firstPublished": AT, "storyHTML": HTML},
}  # fmt: skip


@pytest.mark.parametrize("answer", SERVICES.values(), ids=SERVICES.keys())
def test_an_answer_of_a_service(tmp_path: Path, answer: object) -> None:
    found = only_article(read_bytes(tmp_path, "answer.json", json.dumps(answer)))
    assert (found.title, found.authors, str(found.published)) == ("In port", ("Della Corr",), "2022-04-19")
    assert found.text == ARTICLE


def test_the_outlet_behind_a_title_is_no_part_of_it(tmp_path: Path) -> None:
    news = {"articles": [{"source": {"name": "Grebe Courier"}, "title": "In port - Grebe Courier", "content": ARTICLE}]}
    found = only_article(read_bytes(tmp_path, "news.json", json.dumps(news)))
    assert (found.title, found.outlet) == ("In port", "Grebe Courier")


TURNS = [
    {"speaker": "A", "text": "Good morning, and welcome to the harbour report.", "start": 0},
    {"speaker": "A", "text": "Will she sail?", "start": 3},
    {"speaker": "Ingrid Hallam", "text": "Not before Friday, and not with sheep on her.", "start": 5},
]
SPOKEN = (
    "Speaker A: Good morning, and welcome to the harbour report. Will she sail?\n\n"
    "Ingrid Hallam: Not before Friday, and not with sheep on her."
)


@pytest.mark.parametrize(
    "written", [{"text": "All of it.", "utterances": TURNS}, {"results": {"utterances": TURNS}}, TURNS]
)
def test_what_a_program_wrote_down_of_speech_is_one_document_of_turns(tmp_path: Path, written: object) -> None:
    assert only_article(read_bytes(tmp_path, "report.json", json.dumps(written))).text == SPOKEN


def test_captions_in_json_are_one_text(tmp_path: Path) -> None:
    cues = [{"text": "good morning and welcome", "start": 0.0}, {"text": "to the harbour report", "start": 2.0}]
    found = only_article(read_bytes(tmp_path, "cues.json", json.dumps(cues)))
    assert found.text == "good morning and welcome to the harbour report"


def test_records_with_a_day_or_a_number_of_their_own_stay_documents(tmp_path: Path) -> None:
    speeches = [{"speaker": "Ann Lee", "text": SAID, "date": AT}, {"speaker": "Ann Lee", "text": ARTICLE, "id": 7}]
    assert len(read_bytes(tmp_path, "speeches.json", json.dumps(speeches))) == 2
    mixed = [{"speaker": "Ann Lee", "text": SAID}, {"speaker": "Ann Lee", "text": ARTICLE, "id": 7}]
    assert len(read_bytes(tmp_path, "mixed.json", json.dumps(mixed))) == 2
