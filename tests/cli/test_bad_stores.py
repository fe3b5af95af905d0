"""Stores that are none, damaged, locked, full or not there: each is told in one sentence, and stays as it was."""

from __future__ import annotations

import json
import os
import random
import resource
import signal
import sqlite3
import subprocess
import time
from contextlib import closing
from pathlib import Path

import pytest
from tests.cli.conftest import DATA, SAID, Inside, Quotes, articles, listing, one_sentence, until

from quotecli.library import article
from quotecli.store import Store


@pytest.mark.parametrize("command", [("search", "x"), ("add", "-"), ("stats",), ("doctor",), ("speakers",)])
@pytest.mark.parametrize("what", ["text", "foreign", "newer"])
def test_what_is_not_our_store_is_left_as_it_was(inside: Inside, what: str, command: tuple[str, ...]) -> None:
    if what == "text":
        inside.store.write_text("my diary, not a store\n" * 500)
    else:
        database = sqlite3.connect(inside.store)
        if what == "newer":
            inside("add", "-", stdin=SAID)
            database.execute("PRAGMA user_version = 9999")
        else:
            database.execute("CREATE TABLE mine(x)")
        database.commit()
        database.close()
    before = inside.store.read_bytes()
    one_sentence(inside(*command), 2)
    assert inside.store.read_bytes() == before


@pytest.mark.parametrize("what", ["newer", "text"])
def test_info_tells_which_file_can_t_be_used_and_how_large_it_is(inside: Inside, what: str) -> None:
    if what == "newer":
        inside("add", "-", stdin=SAID)
        with closing(sqlite3.connect(inside.store)) as database:
            database.execute("PRAGMA user_version = 9999")
            database.commit()
    else:
        inside.store.write_text("my diary, not a store\n" * 500)
    before = inside.store.read_bytes()
    done = inside("info", "--json")
    facts = json.loads(done.stdout)
    assert (done.returncode, facts["store"], facts["size"]) == (2, str(inside.store), len(before))
    assert facts["because"] == "$QUOTES_DB"
    assert ("later version" if what == "newer" else "not a quote store") in done.stderr
    assert f"size     {len(before):,} bytes\n" in inside("info").stdout
    assert inside.store.read_bytes() == before


def test_no_store_yet(inside: Inside) -> None:
    for command in (("search", "x"), ("by", "x"), ("stats",), ("cite",), ("doctor",), ("show", "g1")):
        one_sentence(inside(*command), 2)
    assert not inside.store.exists()
    assert inside.json("info")["exists"] is False


def test_a_store_that_can_t_be_made_is_told_with_the_way_out(inside: Inside) -> None:
    (inside.home / "gone").symlink_to("nowhere")  # a disk that is not mounted
    done = inside("--db", "gone/below/quotes.db", "add", "-", stdin="“We stay,” she said.\n")
    assert (done.returncode, done.stdout) == (2, "")
    told = "quotes: the store gone/below/quotes.db can't be made: its folder can't be made (File exists)\n"
    assert done.stderr == told + "  --db PATH or $QUOTES_DB names another place\n"


def test_a_store_in_a_folder_that_can_t_be_written_to_is_told_so(
    inside: Inside, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    done = inside("--db", "quotes.db", "add", "-", stdin="“We stay,” she said.\n")
    assert (done.returncode, inside.store.exists()) == (2, False)
    assert "the store quotes.db can't be made: nothing can be written to its folder" in done.stderr


@pytest.mark.parametrize("place", [".", "/"])
def test_a_folder_is_no_store(inside: Inside, place: str) -> None:
    done = inside("--db", place, "add", "-", stdin="“We stay,” she said.")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.strip() == f"quotes: {place} is not a quote store: it is not a file"


def test_a_place_that_can_t_be_seen_is_no_empty_one(inside: Inside) -> None:
    for arguments in (["info"], ["import", "--dry-run", "-"]):
        done = inside("--db", "x" * 300, *arguments)
        assert done.returncode == 2
        assert "can't be opened: File name too long" in done.stderr


def test_a_damaged_store_is_told(inside: Inside) -> None:
    inside("add", DATA)
    whole = inside.store.read_bytes()
    damaged = bytearray(whole)
    generator = random.Random(7)
    for _ in range(400):
        damaged[generator.randrange(4096, len(damaged))] = generator.randrange(256)
    for content in (bytes(damaged), whole[: len(whole) // 2], whole[:5000], whole[:50]):
        inside.store.write_bytes(content)
        assert inside("doctor").returncode in {1, 2}
        for command in (("search", "unprovoked"), ("by", "rob"), ("stats",), ("cite", "--format", "ris")):
            done = inside(*command)
            assert done.returncode in {0, 1, 2}
        assert inside.store.read_bytes() == content


def test_what_a_damaged_store_still_reads_makes_a_new_one(inside: Inside) -> None:
    lines = [json.dumps({"id": str(at), "text": f"“We stay for {at},” said Lena Farkas."}) for at in range(30)]
    (inside.home / "all.jsonl").write_text("\n".join(lines), encoding="utf-8")
    inside("add", "all.jsonl")
    whole = inside.store.read_bytes()
    saved = 0
    for place in range(8192, len(whole), 2 * 8192):
        inside.store.write_bytes(whole[:place] + b"\xa5" * 8192 + whole[place + 8192 :])
        done = inside("doctor")
        assert done.returncode in {1, 2}
        if done.returncode == 1:
            assert "quotes export -o saved.jsonl" in done.stderr
        saved += inside("export", "-o", "saved.jsonl", "--force").returncode == 0
    assert saved > 3
    new = str(inside.home / "new.db")
    assert inside("--db", new, "import", "saved.jsonl").returncode == 0
    assert len(inside.json("search", "--db", new, "--limit", "0")) == 30
    assert inside("doctor", "--db", new).returncode == 0


def test_a_read_only_store_can_be_read(quotes: Quotes) -> None:
    if os.geteuid() == 0:
        pytest.skip("root may write read-only files")
    quotes("add", DATA)
    quotes.store.chmod(0o444)
    assert quotes("search", "unprovoked").returncode == 0
    one_sentence(quotes("add", DATA / "README.md"), 2)


def test_an_older_store_that_can_t_be_written_is_told_with_what_to_do(quotes: Quotes) -> None:
    quotes("add", DATA)
    with closing(sqlite3.connect(quotes.store)) as database:
        database.execute("PRAGMA user_version = 7")
    quotes.store.chmod(0o444)
    if os.access(quotes.store, os.W_OK):
        pytest.skip("root may write read-only files")
    done = quotes("search", "unprovoked")
    assert done.returncode == 2
    assert "older version" in done.stderr
    assert "read the copy with --db" in done.stderr
    copy = quotes.home / "copy.db"
    copy.write_bytes(quotes.store.read_bytes())
    assert quotes("--db", copy, "search", "unprovoked").returncode == 0


@pytest.mark.slow
def test_a_full_disk_loses_nothing(quotes: Quotes, tmp_path: Path) -> None:
    """What fits is stored and told: the last documents one by one, where those that wait together don't fit."""
    quotes("add", DATA)
    before = listing(quotes)
    folder = articles(tmp_path / "many", 400)

    def little_room() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        size = quotes.store.stat().st_size + 40_000
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    done = subprocess.run(
        quotes.command("add", folder, "--jobs", "1", "--json"),
        env=quotes.environment,
        preexec_fn=little_room,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    report = json.loads(done.stdout)
    assert f"quotes: {report['error']}" in done.stderr
    assert quotes("doctor").returncode == 0
    after = listing(quotes)
    assert [quote for quote in after if quote in before] == before
    assert 0 < report["quotes"] == len(after) - len(before)
    assert quotes("add", folder).returncode == 0
    assert len(listing(quotes)) == len(before) + 800


@pytest.mark.slow
def test_a_lock_that_stays_is_told_within_twenty_seconds(quotes: Quotes) -> None:
    quotes("add", DATA)
    holder = sqlite3.connect(quotes.store, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    started = time.monotonic()
    one_sentence(done := quotes("add", DATA / "README.md", "--date", "2020"), 2)
    assert time.monotonic() - started < 20
    assert "locked by another process" in done.stderr
    assert quotes("search", "unprovoked").returncode == 0
    holder.execute("ROLLBACK")
    holder.close()


@pytest.mark.parametrize("replaced", [False, True])
def test_a_store_that_is_deleted_or_replaced_while_it_is_filled_is_told(
    inside: Inside, tmp_path: Path, replaced: bool
) -> None:
    """It ended as if all were stored."""
    quotes = inside.outside
    inside("add", DATA)
    assert not quotes.store.with_name("quotes.db-wal").exists()  # it will be where the store is open
    process = subprocess.Popen(
        quotes.command("add", "--jobs", "1", "-"),
        env=quotes.environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    with process:
        until(quotes.store.with_name("quotes.db-wal").exists)
        for file in quotes.home.glob("quotes.db*"):
            file.unlink()
        if replaced:
            quotes.store.write_bytes(b"")
        out, err = process.communicate("“We stay,” said Ngozi Okafor, the mayor.\n", timeout=20)
    assert process.returncode == 2
    assert (out, "Traceback" in err) == ("", False)
    assert "was deleted or replaced while it was written" in err


def test_a_process_that_goes_to_another_folder_still_has_its_store(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with Store.open("quotes.db") as store:
        monkeypatch.chdir("/")
        assert store.write(article("It rained.", id="a"), []).status == "added"


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE corrections SET value = substr(value, 3)",
        "UPDATE corrections SET before = substr(before, 3)",
        "UPDATE found SET data = x'789c00'",
        "UPDATE removed SET data = x'00'",
    ],
)
def test_corrections_that_can_t_be_read_are_told(inside: Inside, damage: str) -> None:
    """`log` ended as something unforeseen in quotes itself, and the doctor called the store healthy."""
    folder = articles(inside.home / "press", 2)
    inside("add", folder)
    inside("edit", inside.json("search", "stay", "--limit", "1")[0]["id"], "--speaker", "Una Cole")
    inside("remove", folder / "0001.txt")
    with closing(sqlite3.connect(inside.store)) as database, database:
        assert database.execute(damage).rowcount > 0
    told = inside("doctor")
    assert (told.returncode, "can't be read" in told.stdout) == (1, True)
    for command in (("log",), ("undo",), ("undo",), ("add", "press", "--date", "2020")):
        done = inside(*command)
        assert "unforeseen" not in done.stderr
        assert done.returncode == 0 or "is damaged" in done.stderr
    assert inside("search", "stay").returncode == 0
