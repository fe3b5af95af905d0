"""The main job on the sample articles: add, search, by, from, show, cite, as a user would."""

from __future__ import annotations

import csv
import io
import json
import re
from collections import Counter
from pathlib import Path

import pytest
from tests.cli.conftest import DATA, Inside, Quotes

GOLD = [json.loads(line) for line in (DATA / "gold.jsonl").read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("gold", GOLD, ids=lambda gold: gold["id"])
def test_every_quotation_of_the_samples_and_nothing_else(filled: Quotes, gold: dict[str, object]) -> None:
    found = filled.json("search", "--document", str(DATA / str(gold["id"])), "--limit", "0", "--ungroup")
    expected = Counter((q["text"], " and ".join(q["speakers"])) for q in gold["quotes"])  # type: ignore[attr-defined]
    assert Counter((q["text"], q["speaker"]) for q in found) == expected


@pytest.mark.parametrize("gold", GOLD, ids=lambda gold: gold["id"])
def test_what_the_samples_say_of_themselves(filled: Quotes, gold: dict[str, object]) -> None:
    [document] = [d for d in filled.json("documents") if d["document"].endswith(str(gold["id"]))]
    assert {name: document[name] for name in ("outlet", "title", "url")} == {
        name: gold[name] for name in ("outlet", "title", "url")
    }
    assert document["published"] == gold["date"]


def test_search_finds_the_word_in_four_documents(filled: Quotes) -> None:
    hits = filled.json("search", "unprovoked", "--limit", "0")
    assert len({hit["document"] for hit in hits}) == 4
    for hit in hits:
        marked = [hit["text"][start:end].lower() for start, end in hit["matches"]]
        assert any("unprovoked" in words for words in marked)


def test_by_a_short_name_is_one_person_over_all_documents(filled: Quotes) -> None:
    assert {hit["speaker"] for hit in filled.json("by", "rob")} == {"Rob Kardashian"}
    kim = filled.json("by", "kim", "--limit", "0")
    assert all("Kim Kardashian" in hit["speakers"] for hit in kim)
    assert len({hit["document"] for hit in kim}) >= 4


def test_offsets_are_those_of_the_stored_text(filled: Quotes) -> None:
    done = filled("extract", DATA, "--jobs", "1")
    for line in done.stdout.splitlines():
        document = json.loads(line)
        assert document["quotes"]
        for quote in document["quotes"]:
            assert document["text"][quote["start"] : quote["end"]] == quote["text"]
            assert quote["text"] in quote["context"]


def test_extract_and_add_agree_on_ids(filled: Quotes) -> None:
    extracted = {q["id"] for line in filled("extract", DATA).stdout.splitlines() for q in json.loads(line)["quotes"]}
    assert extracted == {q["id"] for q in filled.json("search", "--limit", "0")}


def test_an_input_line_gives_its_text_as_it_is(inside: Inside) -> None:
    text = "\n  “We  won’t go,” said Ngozi Okafor.\r\n\r\n\tShe added: “Not now.”  "
    done = inside("extract", "-", stdin=json.dumps({"id": "a#1", "text": text}))
    document = json.loads(done.stdout)
    assert (document["id"], document["text"]) == ("a#1", text)
    assert [text[q["start"] : q["end"]] for q in document["quotes"]] == ["We  won’t go,", "Not now."]


def test_json_lines_and_csv_carry_the_same_fields(filled: Quotes) -> None:
    records = filled.json("search", "unprovoked")
    lines = [json.loads(line) for line in filled("search", "unprovoked", "--jsonl").stdout.splitlines()]
    rows = list(csv.DictReader(io.StringIO(filled("search", "unprovoked", "--csv").stdout)))
    assert lines == records
    assert [row["text"] for row in rows] == [record["text"] for record in records]
    assert list(rows[0]) == list(records[0])


def test_a_pipe_gets_one_plain_line_a_quote(filled: Quotes) -> None:
    done = filled("search", "unprovoked", COLUMNS="40")
    lines = done.stdout.splitlines()
    assert len(lines) == len(filled.json("search", "unprovoked"))
    assert all(line.count("\t") == 5 for line in lines)
    assert "\x1b" not in done.stdout


def test_a_forced_screen_fits_its_width(filled: Quotes) -> None:
    for width in (40, 80, 200):
        done = filled("search", "unprovoked", COLUMNS=str(width), FORCE_COLOR="1")
        assert "\x1b[" in done.stdout
        plain = re.sub(r"\x1b\[[0-9;]*m", "", done.stdout)
        assert max(map(len, plain.splitlines())) <= width


def test_no_colour_means_none(filled: Quotes) -> None:
    done = filled("search", "unprovoked", FORCE_COLOR="1", NO_COLOR="1")
    assert not re.search(r"\x1b\[[0-9;]*3[0-9]m", done.stdout)


def test_filters_narrow(filled: Quotes) -> None:
    everything = filled.json("search", "--limit", "0")
    assert {q["date"][:4] for q in filled.json("search", "--since", "2023", "--limit", "0")} == {"2023"}
    assert {q["date"] <= "2020-12" for q in filled.json("search", "--until", "2020-11", "--limit", "0")} == {True}
    assert all(q["date"].startswith("2020-10") for q in filled.json("search", "--on", "2020-10", "--limit", "0"))
    posts = filled.json("search", "--kind", "post", "--limit", "0")
    assert {q["kind"] for q in posts} == {"post"}
    sure = filled.json("search", "--min-confidence", "0.9", "--limit", "0")
    assert all(q["confidence"] >= 0.9 for q in sure)
    assert len(filled.json("search", "--limit", "2", "--offset", "1")) == 2
    assert filled.json("search", "--sort", "date", "--limit", "0") != filled.json(
        "search", "--sort", "date", "--reverse", "--limit", "0"
    )
    outlet = next(q["outlet"] for q in everything if q["outlet"])
    assert {q["outlet"] for q in filled.json("from", outlet)} == {outlet}
    inline = filled.json("search", "by:rob since:2020 unprovoked")
    assert inline
    assert {q["speaker"] for q in inline} == {"Rob Kardashian"}


def test_nothing_found(filled: Quotes) -> None:
    done = filled("search", "zyzzyva quixotry", "--json")
    assert (done.returncode, done.stdout) == (1, "[]\n")
    done = filled("search", "zyzzyva quixotry", "--jsonl")
    assert (done.returncode, done.stdout) == (1, "")
    done = filled("by", "Nobody Whatsoever")
    assert done.returncode == 1
    assert done.stderr


def test_show_why_says_mention_cue_and_runner_up(filled: Quotes) -> None:
    [hit] = filled.json("search", "unprovoked", "--limit", "1")
    [detail] = filled.json("show", hit["id"], "--why")
    assert detail["why"]["decided_by"]
    assert detail["why"]["candidates"][0]["speaker"]
    assert any(evidence["used"] for evidence in detail["evidence"])
    assert "cue" in filled("show", hit["id"][:9], "--why").stdout


def test_variants_show_where_wordings_differ(filled: Quotes) -> None:
    wordings = filled.json("variants", "in the fog of the pandemic")
    assert len(wordings) == 2
    assert "2020-09-30" <= wordings[0]["quotes"][0]["date"] <= wordings[1]["quotes"][0]["date"]
    changed = {(change["text"], change["first"]) for change in wordings[1]["changes"] if change["kind"] != "same"}
    assert changed == {("and", "&")}
    plain = filled("variants", "in the fog of the pandemic").stdout
    assert "[-&-] {+and+}" in plain
    assert {line.split("\t")[3].rstrip("?") for line in plain.splitlines()} == {wordings[0]["quotes"][0]["speaker"]}
    assert filled("variants", "zyzzyva quixotry").returncode == 1


def test_a_small_number_means_a_line_of_the_last_listing(filled: Quotes) -> None:
    hits = filled.json("search", "unprovoked")
    [second] = filled.json("show", "2")
    assert second["id"] == hits[1]["id"]
    assert filled("show", "99").returncode == 2


def test_citing_the_last_listing(filled: Quotes) -> None:
    filled("by", "rob")
    done = filled("cite", "--format", "apa")
    assert done.returncode == 0
    assert "2020" in done.stdout
    assert "last listing" in done.stderr


def test_an_unknown_format_or_id_prints_nothing(filled: Quotes) -> None:
    [hit] = filled.json("search", "unprovoked", "--limit", "1")
    done = filled("cite", hit["id"], "--format", "appa")
    assert (done.returncode, done.stdout) == (2, "")
    assert "apa" in done.stderr
    done = filled("cite", "gffffffffffffff0")
    assert (done.returncode, done.stdout) == (2, "")


def test_listing_piped_into_cite(filled: Quotes) -> None:
    listing = filled("search", "unprovoked", "--json").stdout
    done = filled("cite", "-", "--format", "ris", stdin=listing)
    assert done.returncode == 0
    assert done.stdout.count("TY  - ") == done.stdout.count("ER  - ") >= 1


def test_stats_and_tables(filled: Quotes) -> None:
    stats = filled.json("stats")
    assert stats["documents"] == len(GOLD) == len(filled.json("documents"))
    assert stats["quotes"] == sum(len(gold["quotes"]) for gold in GOLD)
    assert stats["speakers"] == len(filled.json("speakers"))
    assert sum(row["quotes"] for row in filled.json("timeline")) == stats["quotes"]
    info = filled.json("info")
    assert info["because"] == "$QUOTES_DB"
    assert filled("doctor").returncode == 0


def test_adding_twice_adds_nothing(inside: Inside) -> None:
    first = inside.json("add", DATA)
    again = inside.json("add", DATA)
    assert first["added"] == again["unchanged"] == len(GOLD)
    assert (again["added"], again["updated"], again["quotes"]) == (0, 0, 0)


def test_a_changed_file_keeps_the_ids_of_what_stayed(inside: Inside, tmp_path: Path) -> None:
    article = tmp_path / "article.txt"
    article.write_text("“We stay,” said Ngozi Okafor.\n\n“We go,” said Ngozi Okafor.\n", encoding="utf-8")
    inside.json("add", article)
    before = {q["text"]: q["id"] for q in inside.json("search", "--limit", "0")}
    article.write_text("“Something new,” said Ngozi Okafor.\n\n“We go,” said Ngozi Okafor.\n", encoding="utf-8")
    report = inside.json("add", article)
    after = {q["text"]: q["id"] for q in inside.json("search", "--limit", "0")}
    assert report["updated"] == 1
    assert after["We go,"] == before["We go,"]
    assert set(after) == {"Something new,", "We go,"}


def test_a_file_that_is_gone_is_reported_and_kept(inside: Inside, tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    for name in ("a.txt", "b.txt"):
        (folder / name).write_text(f"“We stay in {name[0]},” said Ngozi Okafor.\n", encoding="utf-8")
    inside.json("add", folder)
    (folder / "a.txt").unlink()
    report = inside.json("add", folder)
    assert report["gone"] == [str(folder / "a.txt")]
    assert inside.json("stats")["documents"] == 2
    assert inside("remove", folder / "a.txt").returncode == 0
    assert inside.json("stats")["documents"] == 1


def test_the_same_document_has_the_same_ids_in_any_store(inside: Inside, tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "article.txt").write_text("“We stay,” said Ngozi Okafor.\n", encoding="utf-8")
    ids = []
    for name in ("one", "two"):
        inside("add", tmp_path / name, QUOTES_DB=str(tmp_path / f"{name}.db"))
        done = inside("search", "--json", QUOTES_DB=str(tmp_path / f"{name}.db"))
        ids.append([q["id"] for q in json.loads(done.stdout)])
    assert ids[0] == ids[1] != []


def test_many_files_on_all_cores_are_stored_as_on_one(quotes: Quotes, tmp_path: Path) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(40):
        (folder / f"{number}.txt").write_text(f"“We won {number} times,” said Ngozi Okafor.\n", encoding="utf-8")
    (folder / "bad.txt").write_bytes(b"\x00\x01\x02\x03" * 300)
    stores = []
    for jobs in ("1", "2"):
        done = quotes("add", folder, "--jobs", jobs, QUOTES_DB=str(tmp_path / f"{jobs}.db"))
        assert done.returncode == 1
        assert "bad.txt" in done.stderr
        stores.append(quotes("search", "--jsonl", "--limit", "0", QUOTES_DB=str(tmp_path / f"{jobs}.db")).stdout)
    assert stores[0] == stores[1]
    assert stores[0].count("\n") == 40


@pytest.mark.slow
def test_indirect_speech_is_found_on_request_and_never_cited_as_verbatim(inside: Inside, tmp_path: Path) -> None:
    article = tmp_path / "article.txt"
    article.write_text(
        "“We stay,” said Ngozi Okafor. Okafor said that the ferry would run all winter.\n", encoding="utf-8"
    )
    inside.json("add", article)
    assert inside("search", "--kind", "indirect").returncode == 1
    assert inside.json("add", article, "--indirect")["updated"] == 1
    [reported] = inside.json("search", "--kind", "indirect")
    assert (reported["kind"], reported["speaker"]) == ("indirect", "Ngozi Okafor")
    assert "ferry" in reported["text"]
    assert [quote["kind"] for quote in inside.json("search")] == ["direct"]
    done = inside("cite", reported["id"], "--as", "quote")
    assert (done.returncode, done.stdout) == (2, "")
    assert "ferry" not in inside("cite", reported["id"], "--format", "bibtex").stdout
    assert inside("cite", reported["id"], "--as", "in-text").returncode == 0


def test_a_dry_run_lists_and_stores_nothing(inside: Inside) -> None:
    done = inside("add", DATA, "--dry-run")
    assert done.returncode == 0
    assert len(done.stdout.splitlines()) == len(GOLD) + 1
    assert not inside.store.exists()


def test_without_a_command_the_help_is_shown(quotes: Quotes) -> None:
    done = quotes()
    assert (done.returncode, done.stderr) == (0, "")
    assert "Usage: quotes" in done.stdout
