"""`quotes check`: every quotation of a manuscript held against the store."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from tests.cli.conftest import Inside

STORED = (
    "“We will not leave the harbour workers without a pension,” Mayor Lena Farkas said.\n\n"
    "“The ferry will be late tonight,” Ruben Okoro said. “The children’s boats won’t wait,” he added.\n"
)
DRAFT = (
    "Lena Farkas said, “We will not leave the harbour workers without a pension.”\n\n"
    "“The ferry will be very late tonight,” Ruben Okoro said. “The children's boats won't wait,” Lena Farkas said.\n\n"
    "“The moon is made of green cheese and butter,” Farkas said. She read “War and Peace” on the quay.\n"
)


@pytest.fixture
def store(inside: Inside, tmp_path: Path) -> Inside:
    (tmp_path / "article.txt").write_text(STORED, encoding="utf-8")
    (tmp_path / "draft.txt").write_text(DRAFT, encoding="utf-8")
    (tmp_path / "good.txt").write_text(DRAFT.partition("\n\n")[0], encoding="utf-8")
    assert inside("add", str(tmp_path / "article.txt")).returncode == 0
    return inside


def test_each_quotation_has_a_status(store: Inside, tmp_path: Path) -> None:
    done = store("check", str(tmp_path / "draft.txt"))
    assert done.returncode == 1
    rows = [line.split("\t") for line in done.stdout.splitlines()]
    assert [(row[0], row[1], row[2]) for row in rows] == [
        ("exact", "1", "Lena Farkas"),
        ("altered", "2", "Ruben Okoro"),
        ("other speaker", "2", "Lena Farkas"),
        ("not found", "3", "Lena Farkas"),
        ("not checked", "3", ""),
    ]
    assert rows[1][4] == "The ferry will be {+very+} late tonight,"


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("The ferry will be late tonight. The children’s boats won’t wait.", "exact"),
        ("The ferry will be late tonight … The children’s boats won’t wait.", "formatting only"),
        ("ferry will be late tonight. The children’s boats", "truncated"),
        ("The ferry will be late tonight. The children’s boats will wait.", "altered"),
        ("The children’s boats won’t wait. The ferry will be late tonight.", "altered"),
        ("We will not leave the harbour workers without a pension. The ferry will be late tonight.", "altered"),
    ],
)
def test_what_somebody_said_in_a_row_may_be_set_together(
    store: Inside, tmp_path: Path, words: str, status: str
) -> None:
    (tmp_path / "row.txt").write_text(f"“{words.rstrip('.')},” Ruben Okoro said.", encoding="utf-8")
    assert store("check", str(tmp_path / "row.txt")).stdout.split("\t")[0] == status


def test_a_sound_manuscript_passes(store: Inside, tmp_path: Path) -> None:
    assert store("check", str(tmp_path / "good.txt")).returncode == 0


def test_what_a_turn_of_a_script_quotes_is_held_by_itself(store: Inside, tmp_path: Path) -> None:
    (tmp_path / "script.txt").write_text(
        "PRESENTER: Ruben Okoro warned us. He said: “The ferry will be late tonight.”\n\n"
        "REPORTER: And Lena Farkas said: “We will not leave the harbour porters without a pension.”\n\n"
        "PRESENTER: Good night from all of us at the quay, and mind how you go.\n",
        encoding="utf-8",
    )
    rows = [line.split("\t") for line in store("check", str(tmp_path / "script.txt")).stdout.splitlines()]
    assert [(row[0], row[1], row[2]) for row in rows] == [
        ("not checked", "1", ""),
        ("exact", "1", "Ruben Okoro"),
        ("not checked", "2", ""),
        ("altered", "2", "Lena Farkas"),
        ("not found", "3", ""),
    ]


def test_a_turn_that_the_store_has_is_held_whole(inside: Inside, tmp_path: Path) -> None:
    turns = (
        "LENA FARKAS: I told them “mend the ferry” and I did not lie to the harbour workers.\n\n"
        "RUBEN OKORO: Nobody asked you to lie to them, or to anybody on the quay.\n\nLENA FARKAS: Well, good.\n"
    )
    (tmp_path / "stored.txt").write_text(turns, encoding="utf-8")
    (tmp_path / "draft.txt").write_text(turns.replace("not lie", "lie"), encoding="utf-8")
    inside("add", str(tmp_path / "stored.txt"))
    rows = [line.split("\t") for line in inside("check", str(tmp_path / "draft.txt")).stdout.splitlines()]
    assert [row[0] for row in rows if "ferry” and I" in row[4]] == ["altered"]


def test_what_a_wiki_page_quotes_by_a_template_is_held(store: Inside, tmp_path: Path) -> None:
    (tmp_path / "page.wiki").write_text(
        "'''Saltmere''' is a town.<ref>{{cite web|title=“The quay”}}</ref>\n"
        "{{Blockquote|We will not leave the [[port|harbour]] workers with a pension.|author=[[Lena Farkas]]}}\n",
        encoding="utf-8",
    )
    done = store("check", str(tmp_path / "page.wiki"))
    assert done.returncode == 1
    assert [line.split("\t")[0] for line in done.stdout.splitlines()] == ["altered"]
    assert done.stdout.split("\t")[2] == "Lena Farkas"
    assert "[-without-] {+with+}" in done.stdout


def test_a_joint_claim_half_wrong_fails(store: Inside, tmp_path: Path) -> None:
    words = STORED.partition(" Mayor")[0]
    (tmp_path / "joint.txt").write_text(f"Lena Farkas and Ruben Okoro said: {words.replace(',”', '.”')}", "utf-8")
    done = store("check", str(tmp_path / "joint.txt"))
    assert (done.returncode, done.stdout.split("\t")[0]) == (1, "other speaker")


def test_a_manuscript_that_the_store_holds_is_told_to_be_left_out(store: Inside, tmp_path: Path) -> None:
    done = store("check", str(tmp_path / "article.txt"))
    assert {line.split("\t")[0] for line in done.stdout.splitlines()} == {"not found"}
    assert done.stderr.endswith("the store holds this manuscript; it is not held against itself\n")
    assert "itself" not in store("check", str(tmp_path / "good.txt")).stderr


def test_json_and_csv_tell_the_same(store: Inside, tmp_path: Path) -> None:
    draft = str(tmp_path / "draft.txt")
    records = json.loads(store("check", draft, "--json").stdout)
    assert [json.loads(line) for line in store("check", draft, "--jsonl").stdout.splitlines()] == records
    assert all(DRAFT[record["start"] : record["end"]] == record["text"] for record in records)
    assert records[0]["quote"]["speaker"] == "Lena Farkas"
    assert [change["text"] for change in records[1]["changes"] if change["kind"] == "added"] == ["very"]
    table = list(csv.DictReader(io.StringIO(store("check", draft, "--csv").stdout)))
    assert [row["status"] for row in table] == [record["status"] for record in records]
    assert [row["quote"] for row in table] == [(record["quote"] or {"id": ""})["id"] for record in records]


def test_a_manuscript_without_quotations_and_one_that_is_not_there(store: Inside, tmp_path: Path) -> None:
    (tmp_path / "none.txt").write_text("Nobody said a word.", encoding="utf-8")
    done = store("check", str(tmp_path / "none.txt"), "--json")
    assert (done.returncode, json.loads(done.stdout)) == (0, [])
    assert done.stderr == "none.txt: no quotation in it\n"
    gone = store("check", str(tmp_path / "gone.txt"))
    assert gone.returncode == 1
    assert "gone.txt" in gone.stderr


def test_without_a_store_there_is_nothing_to_hold_it_against(inside: Inside, tmp_path: Path) -> None:
    (tmp_path / "draft.txt").write_text(DRAFT, encoding="utf-8")
    assert inside("check", str(tmp_path / "draft.txt")).returncode == 2


def test_nothing_of_a_manuscript_reaches_the_terminal_raw(store: Inside, tmp_path: Path) -> None:
    (tmp_path / "odd.txt").write_text("“The \x1b[31mferry [/b] will be\u202e late tonight,” Ruben Okoro said.", "utf-8")
    done = store("check", str(tmp_path / "odd.txt"))
    assert "\x1b" not in done.stdout
    assert "\u202e" not in done.stdout
    assert "[/b]" in done.stdout


def test_a_manuscript_from_standard_input_is_called_so(inside: Inside) -> None:
    (inside.home / "a.txt").write_text('"We like the harbour," said Ngozi Okafor.\n', encoding="utf-8")
    assert inside("add", "a.txt").returncode == 0
    done = inside("check", "-", stdin='"We like the harbour," said Ngozi Okafor.\n')
    assert done.returncode == 0
    assert done.stdout.rstrip("\n").split("\t")[-1] == "-"


def test_a_speaker_whom_the_manuscript_leaves_in_doubt_is_marked(store: Inside) -> None:
    ferry = "“The ferry will be late tonight.”"
    claims = (
        f"Lena Farkas said: {ferry}",
        f"Rosa Brandt met Lena Farkas. Then came the night. {ferry}",
        f"Kim Adler met Rosa Brandt. {ferry} He laughed.",
        f"{ferry} is what she and Kim Adler heard from Rosa Brandt.",
    )
    draft = "\n\n".join(claims)
    records = json.loads(store("check", "-", "--json", stdin=draft).stdout)
    named = [line.split("\t")[2] for line in store("check", "-", stdin=draft).stdout.splitlines()]
    assert named == [
        "" if record["speaker"] is None else record["speaker"] + ("?" if record["confidence"] < 0.6 else "")
        for record in records
    ]
    assert named[0] == "Lena Farkas"
    doubtful = [record for record, name in zip(records, named, strict=True) if name.endswith("?")]
    assert doubtful
    assert {record["status"] for record in doubtful} == {"exact"}, "their words alone are held against the store"


def test_a_manuscript_with_pages_tells_the_page(store: Inside, tmp_path: Path) -> None:
    from fpdf import FPDF

    made = FPDF()
    for said in ('"The ferry will be late tonight," Ruben Okoro said.', '"They built this town," Lena Farkas said.'):
        made.add_page()
        made.set_font("Times", size=12)
        made.multi_cell(0, 6, said)
    (tmp_path / "draft.pdf").write_bytes(bytes(made.output()))
    assert [record["page"] for record in json.loads(store("check", "draft.pdf", "--json").stdout)] == [1, 2]
    assert {record["page"] for record in json.loads(store("check", "draft.txt", "--json").stdout)} == {None}


@pytest.mark.parametrize("heading", ["References\n\n", ""])
@pytest.mark.parametrize("author", ["Brill, Thomas. ", ""])
def test_titles_in_a_reference_list_are_not_missed(store: Inside, tmp_path: Path, heading: str, author: str) -> None:
    entries = (
        f"{author}“The ferry that nobody wanted to board,” The Quay Courier, May 4, 2020.\n\n"
        f"{author}“Harbour workers and their long winters,” The Tide, 2021.\n"
    )
    good = (tmp_path / "good.txt").read_text(encoding="utf-8")
    (tmp_path / "listed.txt").write_text(f"{good}\n\n{heading}{entries}", encoding="utf-8")
    done = store("check", str(tmp_path / "listed.txt"))
    assert (done.returncode, "not found" in done.stdout) == (0, False), done.stdout


@pytest.mark.parametrize(
    ("source", "status"),
    [
        ("(Reed 2022, p. 4)", "exact"),
        ("(Reed, 2022, para. 3).", "exact"),
        ("(Okoro, qtd. in Reed and van der Meer 4)", "exact"),
        ("(Reed et al. 4; emphasis mine)", "exact"),
        ("(Evening Quay, 14 February 2022)", "exact"),
        ("(Reed)", "exact"),
        ("(and so will the tram)", "altered"),
        ("(it sailed in 1912)", "altered"),
        ("(in 1912, as he told Reed)", "altered"),
    ],
)
def test_the_source_behind_a_block_quotation_is_none_of_its_words(
    store: Inside, tmp_path: Path, source: str, status: str
) -> None:
    said = "The ferry will be late tonight. The children’s boats won’t wait."
    (tmp_path / "thesis.md").write_text(
        f"Ruben Okoro warned everybody who was waiting:\n\n> {said} {source}\n\nNobody had listened to him before.\n",
        encoding="utf-8",
    )
    [row] = [line.split("\t") for line in store("check", str(tmp_path / "thesis.md")).stdout.splitlines()]
    assert row[0] == status
    if status == "exact":
        assert row[4] == said
        [checked] = json.loads(store("check", str(tmp_path / "thesis.md"), "--json").stdout)
        assert checked["end"] - checked["start"] == len(said)


def test_a_source_that_the_stores_words_have_as_well_stays(store: Inside, tmp_path: Path) -> None:
    words = "“The bridge is shut for good (see Page 4),” said Ruben Okoro to the people on the quay.\n"
    (tmp_path / "page.txt").write_text(words, encoding="utf-8")
    store("add", str(tmp_path / "page.txt"))
    (tmp_path / "again.txt").write_text(words, encoding="utf-8")
    [row] = store("check", str(tmp_path / "again.txt")).stdout.splitlines()
    assert row.split("\t")[::4] == ["exact", "The bridge is shut for good (see Page 4),"]


def test_a_title_with_words_of_the_quotation_below_it_is_not_that_quotation_altered(
    store: Inside, tmp_path: Path
) -> None:
    (tmp_path / "titled.md").write_text(
        "---\ntitle: The winter in which the harbour froze\n---\n\n"
        "“The harbour froze on the second of January, and we walked across it,” said Ngozi Okafor.\n",
        encoding="utf-8",
    )
    store("add", str(tmp_path / "titled.md"))
    (tmp_path / "notes.md").write_text(
        "Okafor remembers how “the harbour froze on the second of January”.[^1]\n\n"
        "[^1]: Selma Oakes, “The Winter in Which the Harbour Froze,” *Evening Quay*, 11 February 2021.\n",
        encoding="utf-8",
    )
    done = store("check", str(tmp_path / "notes.md"))
    assert [line.split("\t")[0] for line in done.stdout.splitlines()] == ["truncated", "not checked"]
    assert done.returncode == 0
