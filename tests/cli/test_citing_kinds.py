"""Documents whose front matter says what they are: a thesis, a chapter, a report, an episode, a judgment."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.cli.conftest import Inside

BODY = "The quay stood empty all winter.\n\n“We will never sell the old quay to anybody,” said Rob Marlow.\n"
HEADS = {
    "thesis": "type: PhD thesis\ntitle: Tides of the Skell\nauthor: Jane van der Berg\n"
    "university: University of Tarnby\nurl: https://repo.tarnby.example/12",
    "chapter": "type: book-chapter\ntitle: The quay sold\nauthor: Jane Roe\nbook: Small towns\n"
    "editors: [Ann Ash, Bo Elm]\npublisher: Skell Press\nplace: Tarnby\npages: 12-30",
    "report": "type: report\ntitle: Quays in 2019\nauthor: Tarn Council\npublisher: Tarn Council\n"
    "url: https://tarn.example/quays",
    "podcast": "type: podcast\ntitle: The quay\nauthor: Jane Roe\nshow: Tides and Towns\nurl: https://tides.example/9",
    "paper": "type: conference paper\ntitle: The quay\nauthor: Jane Roe\nconference: Quay Congress\ncity: Tarnby",
    "case": "type: court case\ntitle: Marlow v Tarn Council\ncourt: Tarn High Court",
    "reported": "type: court case\ntitle: Marlow v. Tarn Council\ncourt: Tarn High Court\nreporter: T.R.\n"
    "volume: 12\npages: 14\nauthor: Judge Ann Ek",
    "neutral": 'type: court case\ntitle: Roe v Ek\ncourt: Tarn High Court\ncitation: "[2019] TWHC 7"',
    "translated": "type: book\ntitle: The quay\nauthor: Jane Roe\ntranslator: Bo Elm\nedition: 2nd edition\n"
    "publisher: Skell Press",
    "numbered": "type: report\ntitle: Quays\nauthor: Jane Roe\nnumber: 17\ninstitution: Quay Institute",
    "hosted": "type: podcast\ntitle: The quay\nhost: Jane Roe\npodcast: Tides and Towns",
    "unsigned": "type: podcast\ntitle: The quay\npodcast: Tides and Towns\npublisher: Tarn Radio",
    "film": "type: documentary\ntitle: The quay\ndirector: Jane Roe\npublisher: Skell Pictures",
    "release": "type: press release\ntitle: The quay\nauthor: Skell Shipping Ltd.\noutlet: Tarn Wire",
    "book": "type: book\ntitle: The quay\nauthor: Jane Roe\npublisher: Skell Press\nplace: Tarnby",
}
APA = {
    "thesis": "van der Berg, J. (2019). Tides of the Skell [PhD thesis, University of Tarnby]. "
    "https://repo.tarnby.example/12",
    "chapter": "Roe, J. (2019). The quay sold. In A. Ash & B. Elm (Eds.), Small towns (pp. 12–30). Skell Press.",
    "report": "Tarn Council. (2019). Quays in 2019. https://tarn.example/quays",
    "podcast": "Roe, J. (Host). (2019). The quay [Audio podcast episode]. In Tides and Towns. https://tides.example/9",
    "paper": "Roe, J. (2019). The quay. Quay Congress, Tarnby.",
    "case": "Marlow v Tarn Council (Tarn High Court 2019).",
    "book": "Roe, J. (2019). The quay. Skell Press.",
    "reported": "Marlow v. Tarn Council, 12 T.R. 14 (Tarn High Court 2019).",
    "translated": "Roe, J. (2019). The quay (B. Elm, Trans.; 2nd ed.). Skell Press.",
    "numbered": "Roe, J. (2019). Quays (Report No. 17). Quay Institute.",
    "hosted": "Roe, J. (Host). (2019). The quay [Audio podcast episode]. In Tides and Towns.",
    "unsigned": "The quay [Audio podcast episode]. (2019). In Tides and Towns. Tarn Radio.",
    "film": "Roe, J. (Director). (2019). The quay [Film]. Skell Pictures.",
    "release": "Skell Shipping Ltd. (2019). The quay [Press release]. Tarn Wire.",
}
MLA = {
    "thesis": "van der Berg, Jane. Tides of the Skell. 2019, https://repo.tarnby.example/12. "
    "University of Tarnby, PhD thesis.",
    "chapter": "Roe, Jane. “The Quay Sold.” Small Towns, edited by Ann Ash and Bo Elm, Skell Press, 2019, pp. 12–30.",
    "report": "Quays in 2019. Tarn Council, 2019, https://tarn.example/quays.",
    "book": "Roe, Jane. The Quay. Skell Press, 2019.",
    "paper": "Roe, Jane. “The Quay.” Quay Congress, 2019, Tarnby.",
    "podcast": "Roe, Jane. “The Quay.” Tides and Towns, 2019, https://tides.example/9.",
    "film": "The Quay. Directed by Jane Roe, Skell Pictures, 2019.",
    "case": "Tarn High Court. Marlow v Tarn Council. 2019.",
    "release": "Skell Shipping Ltd. “The Quay.” Tarn Wire, 2019. Press release.",
}
BIBTEX = {
    "thesis": ("@phdthesis{", "type = {PhD thesis}", "school = {University of Tarnby}"),
    "chapter": (
        "@incollection{",
        "booktitle = {Small towns}",
        "publisher = {Skell Press}",
        "editor = {Ash, Ann and Elm,",
    ),
    "translated": ("@book{", "edition = {2nd}", "note = {Translated by Bo Elm}"),
    "numbered": ("@techreport{", "number = {17}"),
    "report": ("@techreport{", "institution = {Tarn Council}"),
    "paper": ("@inproceedings{", "booktitle = {Quay Congress}"),
}
WIKIPEDIA = {
    "thesis": ("{{cite thesis |", "|type=PhD thesis", "|publisher=University of Tarnby"),
    "chapter": ("{{cite book |", "|chapter=The quay sold", "|title=Small towns"),
    "paper": ("{{cite conference |", "|title=The quay", "|conference=Quay Congress"),
    "translated": ("{{cite book |", "|translator-last1=Elm |translator-first1=Bo", "|edition=2nd"),
    "case": ("{{cite court |litigants=Marlow v Tarn Council", "|court=Tarn High Court", "|pinpoint=para. 2"),
}


def cited(inside: Inside, folder: Path, kind: str, *arguments: str) -> str:
    document = folder / f"{kind}.md"
    document.write_text(f"---\n{HEADS[kind]}\ndate: 2019\n---\n\n{BODY}", encoding="utf-8")
    assert inside("add", document).returncode == 0
    done = inside("cite", "--document", document, *arguments)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@pytest.mark.parametrize("kind", APA)
def test_apa_has_what_its_kind_asks_for(inside: Inside, tmp_path: Path, kind: str) -> None:
    assert cited(inside, tmp_path, kind) == APA[kind]


@pytest.mark.parametrize("kind", MLA)
def test_mla_has_what_its_kind_asks_for(inside: Inside, tmp_path: Path, kind: str) -> None:
    assert cited(inside, tmp_path, kind, "--format", "mla") == MLA[kind]


@pytest.mark.parametrize("kind", BIBTEX)
def test_bibtex_has_the_fields_of_the_kind(inside: Inside, tmp_path: Path, kind: str) -> None:
    written = cited(inside, tmp_path, kind, "--format", "bibtex")
    assert [part for part in BIBTEX[kind] if part not in written] == []


@pytest.mark.parametrize("kind", WIKIPEDIA)
def test_templates_have_the_parameters_of_the_kind(inside: Inside, tmp_path: Path, kind: str) -> None:
    written = cited(inside, tmp_path, kind, "--format", "wikipedia")
    assert [part for part in WIKIPEDIA[kind] if part not in written] == []


def test_the_book_of_a_chapter_has_its_editors_and_publisher_in_hayagriva(inside: Inside, tmp_path: Path) -> None:
    entry, _, book = cited(inside, tmp_path, "chapter", "--format", "hayagriva").partition("  parent:\n")
    assert not {"Skell", "Ash"} & set(re.findall(r"\w+", entry))
    assert {"Skell", "Ash", "Tarnby"} <= set(re.findall(r"\w+", book))


def test_bluebook_says_once_that_a_dissertation_is_one(inside: Inside, tmp_path: Path) -> None:
    assert "(PhD dissertation, University of Tarnby)" in cited(inside, tmp_path, "thesis", "--format", "bluebook")


@pytest.mark.parametrize("told", ["Tweet", "social-media post"])
def test_a_tweet_is_a_post(inside: Inside, tmp_path: Path, told: str) -> None:
    head = f"type: {told}\nauthor: Jane Roe\nurl: https://twitter.com/janeroe/status/12"
    (tmp_path / "post.md").write_text(f"---\n{head}\ndate: 2019-03-04\n---\n\n{BODY}", encoding="utf-8")
    assert inside("add", tmp_path / "post.md").returncode == 0
    assert "[Post]. X." in inside("cite").stdout


def test_what_a_page_has_by_these_names_says_nothing_where_no_kind_is_told(inside: Inside, tmp_path: Path) -> None:
    head = "title: The quay\nauthor: Jane Roe\nsite: The Tide\neditor: vim\nlocation: Tarnby\nevent: sale\nbook: no"
    (tmp_path / "page.md").write_text(f"---\n{head}\ndate: 2019-03-04\n---\n\n{BODY}", encoding="utf-8")
    assert inside("add", tmp_path / "page.md").returncode == 0
    assert inside("cite").stdout.strip() == "Roe, J. (2019, March 4). The quay. The Tide."


BIBLATEX = {
    "paper": ("@inproceedings{", "booktitle = {Quay Congress}", "eventtitle = {Quay Congress}"),
    "podcast": ("@misc{", "organization = {Tides and Towns}", "type = {Audio podcast episode}"),
    "report": ("@report{", "type = {Report}", "institution = {Tarn Council}"),
}
"""What biber's data model has for these kinds."""


@pytest.mark.parametrize("kind", BIBLATEX)
def test_biblatex_has_the_fields_of_its_data_model(inside: Inside, tmp_path: Path, kind: str) -> None:
    written = cited(inside, tmp_path, kind, "--format", "biblatex")
    assert [part for part in BIBLATEX[kind] if part not in written] == []


def test_oscola_has_a_neutral_citation(inside: Inside, tmp_path: Path) -> None:
    assert cited(inside, tmp_path, "neutral", "--format", "oscola") == "Roe v Ek [2019] TWHC 7"
