"""`quotes edit`, `merge`, `alias`, `remove`, `undo`, `log`: what is corrected by hand stays so until it is undone."""

from __future__ import annotations

import csv
import io
import json
import signal
import subprocess
import time
from pathlib import Path

import pytest
from tests.cli.conftest import Inside, Quotes, make

TEXT = (
    "Harbour board splits\n\nBy Ada Scribe\n\n2 October 2020\n\n"
    "“We will not leave the harbour workers without a pension,” Mayor Lena Farkas said. “They built this town.”\n\n"
    "“The ferry will be late tonight,” Ruben Okoro said.\n\n"
    "“Nobody asked the crews,” Rube Okoro told the Gazette.\n"
)
PENSION = "We will not leave the harbour workers without a pension,"


@pytest.fixture
def store(inside: Inside, tmp_path: Path) -> Inside:
    (tmp_path / "article.txt").write_text(TEXT, encoding="utf-8")
    assert inside("add", "article.txt", "--outlet", "Gazette").returncode == 0
    return inside


def ids(store: Quotes, *query: str) -> list[str]:
    return [record["id"] for record in store.json("search", *query)]


def test_a_wrong_speaker_is_corrected_in_the_whole_statement_and_stays_so(store: Inside, tmp_path: Path) -> None:
    (identity,) = ids(store, f'"{PENSION}"')
    done = store("edit", identity, "--speaker", "Lenna Farkas")
    assert done.returncode == 0
    assert done.stdout.splitlines()[0] == f"step 1  edit  {identity}  speaker: Lena Farkas → Lenna Farkas"
    assert "Lenna Farkas is a new speaker of the store; did you mean Lena Farkas?" in done.stderr
    said = [record["text"] for record in store.json("by", "Lenna Farkas")]
    assert sorted(said) == ["They built this town.", PENSION]
    assert "Lena Farkas" not in {record["speaker"] for record in store.json("speakers")}
    (tmp_path / "article.txt").write_text(TEXT + "\nThe vote is on Monday.\n", encoding="utf-8")
    assert store("add", "article.txt").returncode == 0
    assert len(store.json("by", "Lenna Farkas")) == 2
    assert store("doctor").returncode == 0


def test_show_tells_what_was_corrected(store: Inside) -> None:
    (identity,) = ids(store, "ferry")
    done = store("edit", identity, "--speaker", "Ada Brand", "--text", "The ferries will be late tonight,")
    assert "not the document's words, which are “The ferry will be late tonight,”" in done.stderr
    shown = store("show", identity).stdout
    assert "Ada Brand (by hand)" in shown
    assert "“The ferries will be late tonight,” (corrected by hand)" in shown
    assert "speaker: Ruben Okoro → Ada Brand" in shown
    (record,) = store.json("show", identity)
    assert (record["text"], record["printed"]) == (
        "The ferries will be late tonight,",
        "The ferry will be late tonight,",
    )
    assert record["corrections"][0]["before"]["speaker"] == ["Ruben Okoro"]
    assert ids(store, "ferries") == [identity]


def test_cut_ends_are_mended_with_the_words_of_the_document(store: Inside) -> None:
    (identity,) = ids(store, "ferry")
    assert store("edit", identity, "--text", "the FERRY will be late").stderr == ""
    (record,) = store.json("show", identity)
    assert record["text"] == "The ferry will be late"
    assert "printed" not in record


def test_facts_of_a_document_by_a_quote_or_by_its_path(store: Inside, tmp_path: Path) -> None:
    (identity,) = ids(store, "ferry")
    assert store("edit", identity, "--outlet", "nyt", "--published", "2020-10").returncode == 0
    assert store("edit", str(tmp_path / "article.txt"), "--author", "B. Noor", "--author", "C. Lim").returncode == 0
    for record in store.json("from", "New York Times"):
        assert (record["outlet"], record["date"], record["author"]) == (
            "The New York Times",
            "2020-10",
            ["B. Noor", "C. Lim"],
        )
    why = store("show", identity, "--why").stdout
    assert "outlet: The New York Times from corrected by hand, used" in why


def test_numbers_of_the_last_listing_name_quotes(store: Inside) -> None:
    store("search", "ferry")
    assert store("edit", "1", "--speaker", "").returncode == 0
    assert store.json("show", "1")[0]["speaker"] is None


def test_two_speakers_become_one_and_part_again(store: Inside) -> None:
    done = store("merge", "Rube Okoro", "Ruben Okoro")
    assert done.returncode == 0
    assert done.stdout == "Rube Okoro is Ruben Okoro: 2 quotes\n"
    assert len(store.json("by", "Rube Okoro")) == 2
    assert "already" in store("merge", "Rube Okoro", "Ruben Okoro").stdout
    assert store("undo").returncode == 0
    assert {record["speaker"] for record in store.json("speakers")} >= {"Ruben Okoro", "Rube Okoro"}


def test_an_alias_leads_to_a_speaker_of_the_store(store: Inside) -> None:
    assert store("alias", "The Ferryman", "Ruben Okoro").returncode == 0
    assert [record["speaker"] for record in store.json("by", "the ferryman")] == ["Ruben Okoro"]
    done = store("alias", "Lena Farkas", "Madam Mayor")
    assert (done.returncode, done.stdout) == (2, "")
    assert "the store has no speaker 'Madam Mayor'" in done.stderr
    assert "alias 'Madam Mayor' 'Lena Farkas'" in done.stderr
    assert store("alias", "Madam Mayor", "Lena Farkas").stdout.startswith("Madam Mayor is Lena Farkas: 2 quotes")
    assert len(store.json("search", 'by:"madam mayor"')) == 2


def test_a_name_that_may_be_several_is_asked_back(store: Inside) -> None:
    done = store("merge", "okoro", "Lena Farkas")
    assert done.returncode == 2
    assert "say which" in done.stderr
    done = store("merge", "Lena Farcas", "Ruben Okoro")
    assert done.returncode == 2
    assert "did you mean Lena Farkas?" in done.stderr
    assert store("log").returncode == 1


def test_what_is_removed_can_be_brought_back_unless_it_went_for_good(store: Inside) -> None:
    before = store.json("search", "", "--limit", "50")
    assert store("remove", "article.txt").returncode == 0
    assert store.json("stats")["documents"] == 0
    assert store("undo").returncode == 0
    assert store.json("search", "", "--limit", "50") == before
    assert store("remove", "article.txt", "--for-good").returncode == 0
    assert store("undo").returncode == 1


def test_the_log_lists_steps_the_latest_first(store: Inside) -> None:
    (identity,) = ids(store, "ferry")
    store("edit", identity, "--speaker", "Ada Brand")
    store("merge", "Rube Okoro", "Lena Farkas")
    store("undo", "1")
    records = store.json("log")
    assert [(record["step"], record["action"], record["state"]) for record in records] == [
        (2, "merge", "stands"),
        (1, "edit", "undone"),
    ]
    plain = store("log").stdout.splitlines()
    assert plain[0].split("\t")[:5] == ["2", "merge", "Rube Okoro", "is Lena Farkas", "stands"]
    for width in (40, 80, 200):
        screen = store("log", FORCE_COLOR="1", COLUMNS=str(width)).stdout
        assert "Ada Brand" in " ".join(screen.split())


@pytest.fixture(scope="module")
def untouched(tmp_path_factory: pytest.TempPathFactory) -> tuple[Quotes, str]:
    """A store that no test changes, and the id of a quote."""
    tool = make(tmp_path_factory.mktemp("untouched"))
    (tool.home / "article.txt").write_text(TEXT, encoding="utf-8")
    tool("add", "article.txt")
    return tool, ids(tool, "ferry")[0]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["edit", "1"], "say what to correct"),
        (["edit", "gggg", "--speaker", "X"], "not the id of a quote"),
        (["edit", "g000000000000000", "--speaker", "X"], "no quote has the id"),
        (["edit", "ID", "--date", "2020-13"], "is no date"),
        (["edit", "ID", "--kind", "song"], "there is no kind"),
        (["edit", "ID", "--text", " "], "--no-quotation"),
        (["edit", "article.txt", "--speaker", "X"], "is a document: name the quotes"),
        (["merge", "Nobody", "Ruben Okoro"], "the store has no speaker"),
        (["alias", " ", "Ruben Okoro"], "a name is empty"),
        (["alias", "Foo", "Bar"], "the store has no speaker"),
        (["undo", "7"], "there is no step 7"),
        (["undo", "x"], "x"),
    ],
)
def test_what_can_not_be_is_one_sentence_and_changes_nothing(
    untouched: tuple[Quotes, str], arguments: list[str], says: str
) -> None:
    tool, identity = untouched
    before = tool.store.read_bytes()
    done = tool(*[identity if argument == "ID" else argument for argument in arguments])
    assert (done.returncode, done.stdout) == (2, "")
    assert says in done.stderr
    assert tool.store.read_bytes() == before


def test_steps_are_undone_once(store: Inside) -> None:
    (identity,) = ids(store, "ferry")
    store("edit", identity, "--no-quotation")
    assert store("search", "ferry").returncode == 1
    assert store("undo", "1").returncode == 0
    done = store("undo", "1")
    assert (done.returncode, "undone already" in done.stderr) == (2, True)
    assert ids(store, "ferry") == [identity]


def test_nothing_given_reaches_a_terminal_or_a_table_unescaped(store: Inside) -> None:
    (identity,) = ids(store, "ferry")
    odd = "=HYPERLINK(1) \x1b[31m[/b] \u202e:smile:"
    done = store("edit", identity, "--speaker", odd)
    assert "\x1b" not in done.stdout + done.stderr
    assert "\u202e" not in store("log").stdout + store("show", identity).stdout
    assert store.json("show", identity)[0]["speaker"] == odd
    assert "[/b]" in store("log", FORCE_COLOR="1", COLUMNS="200").stdout
    assert store("edit", identity, "--speaker", "=1+1").returncode == 0
    assert ",=1" not in store("by", "=1+1", "--csv").stdout


def test_corrections_need_a_store(inside: Inside) -> None:
    for command in (["edit", "1", "--speaker", "X"], ["merge", "A", "B"], ["alias", "A", "B"], ["undo"], ["log"]):
        done = inside(*command)
        assert (done.returncode, done.stdout) == (2, ""), command
        assert "there is no store" in done.stderr
    assert not inside.store.exists()


@pytest.mark.slow
def test_killed_in_the_middle_a_correction_is_whole_or_not_at_all(store: Inside) -> None:
    (identity,) = ids(store, "ferry")
    for wait in (0.05, 0.15, 0.25, 0.35):
        process = subprocess.Popen(
            store.command("edit", identity, "--speaker", f"Name {wait}", "--outlet", f"Paper {wait}"),
            env=store.environment,
            cwd=store.home,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        time.sleep(wait)
        process.send_signal(signal.SIGKILL)
        process.wait()
        (record,) = store.json("show", identity)
        speaker, outlet = (record["speaker"] or "").split()[-1], (record["outlet"] or "").split()[-1]
        assert (speaker == outlet) or (speaker, outlet) == ("Okoro", "Gazette")
    assert store("doctor").returncode == 0


def test_json_of_an_edit_is_what_the_log_holds(store: Inside) -> None:
    (identity,) = ids(store, "ferry")
    done = store("edit", identity, "--via", "Radio Quay", "--json")
    assert json.loads(done.stdout) == store.json("log")
    assert store.json("merge", "Rube Okoro", "Ruben Okoro") == {
        "name": "Rube Okoro",
        "shown": "Ruben Okoro",
        "quotes": 2,
        "changed": True,
        "also": None,
    }


def moved(store: Inside, *filters: str) -> Inside:
    """Return `quotes` with another store, into which this one was exported."""
    other = Inside(store.home, store.environment | {"QUOTES_DB": str(store.home / "other.db")})
    done = other("import", "-", stdin=store("export", *filters).stdout)
    assert done.returncode == 0, done.stderr
    return other


@pytest.fixture
def corrected(store: Inside, tmp_path: Path) -> Inside:
    """A store in which much is corrected."""
    (ferry,), (crews,) = ids(store, "ferry"), ids(store, "crews")
    store(
        "edit", ferry, "--text", "The ferries will be late tonight,", "--speaker", "Ada Brand", "--date", "2020-10-01"
    )
    store("edit", crews, "--no-quotation")
    store("edit", str(tmp_path / "article.txt"), "--outlet", "nyt", "--published", "2020-10")
    store("merge", "Lena Farkas", "Ada Brand")
    return store


@pytest.fixture(scope="module")
def line(tmp_path_factory: pytest.TempPathFactory) -> str:
    """An exported document with a correction of a quote."""
    tool = make(tmp_path_factory.mktemp("line"))
    (tool.home / "article.txt").write_text(TEXT, encoding="utf-8")
    tool("add", "article.txt")
    tool("edit", ids(tool, "ferry")[0], "--speaker", "Ada Brand")
    return tool("export").stdout


def test_corrections_go_with_the_documents_to_another_store(corrected: Inside, tmp_path: Path) -> None:
    other = moved(corrected)
    assert other.json("search", "") == corrected.json("search", "")
    assert other.json("speakers") == corrected.json("speakers")
    assert other("export").stdout == corrected("export").stdout
    assert [record["change"] for record in other.json("log")] == [record["change"] for record in corrected.json("log")]
    assert other("doctor").returncode == 0
    again = other("import", "-", "--json", stdin=corrected("export").stdout)
    assert json.loads(again.stdout)["unchanged"] == 1
    (tmp_path / "article.txt").write_text(TEXT + "\nThe vote is on Monday.\n", encoding="utf-8")
    for tool in (corrected, other):
        assert tool("add", "article.txt").returncode == 0
    assert other.json("search", "") == corrected.json("search", "")
    steps = {record["step"] for record in other.json("log")}
    assert steps == {record["step"] for record in corrected.json("log")}
    assert other("undo", *map(str, steps)).returncode == 0
    assert [(quote["text"], quote["speaker"]) for quote in other.json("search", "ferry")] == [
        ("The ferry will be late tonight,", "Ruben Okoro")
    ]
    assert other("doctor").returncode == 0


def test_corrections_of_what_is_left_out_stay_behind(corrected: Inside) -> None:
    other = moved(corrected, "--document", "article.txt", "--by", "Ada Brand", "--limit", "1")
    (quote,) = other.json("search", "")
    assert quote in corrected.json("search", "")
    assert other("doctor").returncode == 0


def test_a_table_has_what_stands_corrected(corrected: Inside) -> None:
    rows = list(csv.DictReader(io.StringIO(corrected("export", "--format", "csv").stdout)))
    said = {(row["text"], row["speaker"], row["date"], row["outlet"]) for row in rows}
    assert ("The ferries will be late tonight,", "Ada Brand", "2020-10-01", "The New York Times") in said
    assert {row["text"] for row in rows} == {quote["text"] for quote in corrected.json("search", "")}


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"action": "merge"}, "value"),
        ({"action": "part", "value": {"name": "Ada", "shown": "Ada Brand"}}, "'shown' that can't be corrected"),
        ({"action": "part", "value": {"name": "Ada"}}, "sets nothing"),
        ({"action": "rob"}, "action is none of"),
        ({"quote": "x"}, "quote is no id"),
        ({"made": 3}, "made is not text"),
        ({"value": {"speakers": "Ada"}}, "speakers is not what it must be"),
        ({"value": {"kind": "song"}}, "kind is not what it must be"),
        ({"value": {"day": "2020"}}, "can't be corrected"),
        ({"value": {}}, "sets nothing"),
        ({"before": []}, "before is not an object"),
    ],
)
def test_a_correction_that_is_none_is_refused_with_its_line(
    line: str, inside: Inside, change: dict[str, object], says: str
) -> None:
    record = json.loads(line)
    record["corrections"][0] |= change
    done = inside("import", "-", stdin=json.dumps(record))
    assert done.returncode == 1
    assert says in done.stderr
    assert not inside.store.exists()


def test_the_log_as_csv_holds_json(store: Inside) -> None:
    (identity,) = ids(store, "ferry")
    store("edit", identity, "--speaker", "José Brand")
    (row,) = csv.DictReader(io.StringIO(store("log", "--csv").stdout))
    assert json.loads(row["value"]) == {"speaker": ["José Brand"]}
    assert "José" in row["value"]


def test_steps_keep_their_order_however_the_documents_lie(inside: Inside) -> None:
    said = {"a": ["Ruben Okoro", "Rube Okor"], "b": ["Lena Farkas"], "c": ["Lena Farkas", "Ruben Okoro"]}
    lines = [
        {"id": name, "text": "\n\n".join(f"“We stay for {name},” said {who}." for who in people)}
        for name, people in said.items()
    ]
    (inside.home / "all.jsonl").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    assert inside("add", "all.jsonl").returncode == 0
    for command in (["alias", "Madam Mayor", "Lena Farkas"], ["merge", "Rube Okor", "Ruben Okoro"]):
        assert inside(*command).returncode == 0
    first = inside("export").stdout
    for before in (0, 1):
        new = str(inside.home / f"{before}.db")
        if before:
            inside("add", "--db", new, "all.jsonl")
            inside("alias", "--db", new, "The Ferryman", "Ruben Okoro")
        inside("import", "--db", new, "-", stdin=first)
        log = inside.json("log", "--db", new)
        assert [(record["step"], record["of"]) for record in log][:2] == [
            (before + 2, "Rube Okor"),
            (before + 1, "Madam Mayor"),
        ]
        if not before:
            assert inside("export", "--db", new).stdout == first
        assert "Rube Okor" in inside("undo", "--db", new).stdout
        report = json.loads(inside("import", "--db", new, "-", "--json", "--dry-run", stdin=first).stdout)
        assert report["unchanged"] == 1


def test_who_is_joined_along_with_another_name_is_told(inside: Inside) -> None:
    said = '"We like it," said Ngozi Okafor.\n\n"So do I," said Bora Kaplan.\n'
    (inside.home / "a.txt").write_text(said, encoding="utf-8")
    assert inside("add", "a.txt").returncode == 0
    done = inside("alias", "The Mayor", "Ngozi Okafor")
    assert (done.returncode, done.stderr) == (0, "")
    done = inside("alias", "The Mayor", "Bora Kaplan")
    assert done.returncode == 0
    assert "The Mayor was another name of Ngozi Okafor, who is Bora Kaplan too now" in done.stderr
    assert inside("undo").returncode == 0
    assert inside.json("alias", "The Mayor", "Ngozi Okafor")["also"] is None
