"""Bad input and bad days: nothing stored is lost, one bad input never stops the rest, each failure is one sentence."""

from __future__ import annotations

import json
import os
import random
import resource
import signal
import sqlite3
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path

import pytest
from tests.cli.conftest import DATA, Inside, Quotes

from quotecli.app.context import Context

ARTICLE = "“We stay,” said Ngozi Okafor, the mayor.\n\n“We {0} go,” she added on the {0}th day.\n"


def articles(folder: Path, number: int) -> Path:
    folder.mkdir()
    for index in range(number):
        (folder / f"{index:04}.txt").write_text(ARTICLE.format(index), encoding="utf-8")
    return folder


def listing(quotes: Quotes) -> list[dict[str, object]]:
    return sorted(quotes.json("search", "--limit", "0", "--ungroup"), key=lambda quote: str(quote["id"]))


def one_sentence(done: subprocess.CompletedProcess[str], code: int) -> None:
    assert done.returncode == code, done.stderr
    assert done.stdout == ""
    lines = done.stderr.splitlines()
    assert lines
    assert lines[0].startswith("quotes: ")
    assert len(lines) <= 2


# Killed, interrupted ------------------------------------------------------------------------------------------------


@pytest.mark.slow
def test_killed_at_any_moment_a_second_run_ends_like_an_undisturbed_one(quotes: Quotes, tmp_path: Path) -> None:
    folder = articles(tmp_path / "many", 120)
    undisturbed = Quotes(quotes.home, quotes.environment | {"QUOTES_DB": str(tmp_path / "whole.db")})
    assert undisturbed("add", folder).returncode == 0
    stored: set[str] = set()
    for delay in (0.15, 0.3, 0.4, 0.5, 0.7):
        process = subprocess.Popen(
            quotes.command("add", folder), env=quotes.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        time.sleep(delay)
        process.kill()
        process.wait()
        if quotes.store.exists():
            now = quotes("search", "--jsonl", "--limit", "0", "--ungroup")
            ids = {json.loads(line)["id"] for line in now.stdout.splitlines()}
            assert stored <= ids, "a later kill lost what was stored before"
            stored = ids
    assert quotes("add", folder).returncode == 0
    assert listing(quotes) == listing(undisturbed)
    assert quotes("doctor").returncode == 0


@pytest.mark.parametrize("which", [signal.SIGINT, signal.SIGTERM])
def test_an_interruption_ends_cleanly(quotes: Quotes, tmp_path: Path, which: signal.Signals) -> None:
    with adding(quotes, articles(tmp_path / "many", 1500)) as process:
        deadline = time.monotonic() + 20
        while written(quotes) < 200_000 and time.monotonic() < deadline:
            time.sleep(0.02)
        process.send_signal(which)
        out, err = process.communicate(timeout=10)
    assert process.returncode == 130
    assert "Traceback" not in err
    assert "interrupted" in out + err
    assert quotes("doctor").returncode == 0


@pytest.mark.parametrize("milliseconds", range(0, 60, 4))
@pytest.mark.slow
def test_an_interruption_while_workers_start_is_heard(quotes: Quotes, tmp_path: Path, milliseconds: int) -> None:
    with adding(quotes, articles(tmp_path / "many", 300)) as process:
        deadline = time.monotonic() + 20
        while not written(quotes) and time.monotonic() < deadline:
            time.sleep(0.001)
        time.sleep(milliseconds / 1000)
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=10)
    assert process.returncode == 130
    assert "Traceback" not in err
    assert "unforeseen" not in err


@contextmanager
def adding(quotes: Quotes, folder: Path) -> Iterator[subprocess.Popen[str]]:
    """Run `quotes add`, deaf to no signal, whatever the tests ignore themselves; it outlives no failing test."""
    with subprocess.Popen(
        quotes.command("add", folder),
        env=quotes.environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=partial(signal.signal, signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509  no threads run here
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def written(quotes: Quotes) -> int:
    """Return how many bytes the store and its log have; a journal may be gone between its listing and a look at it."""
    size = 0
    for file in quotes.store.parent.glob(f"{quotes.store.name}*"):
        with suppress(FileNotFoundError):
            size += file.stat().st_size
    return size


def test_no_worker_outlives_a_killed_parent(quotes: Quotes, tmp_path: Path) -> None:
    folder = articles(tmp_path / "many", 600)
    mark = f"QUOTES_TEST_{os.getpid()}_{random.random()}"
    process = subprocess.Popen(
        quotes.command("add", folder, "--jobs", "2"),
        env=quotes.environment | {mark: "1"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    time.sleep(0.6)
    process.kill()
    process.wait()

    def alive() -> list[str]:
        found = []
        for entry in Path("/proc").glob("[0-9]*"):
            try:
                if mark.encode() in (entry / "environ").read_bytes():
                    found.append(entry.name)
            except OSError:
                continue
        return found

    deadline = time.monotonic() + 8
    while alive() and time.monotonic() < deadline:
        time.sleep(0.2)
    assert alive() == []


# The store ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("command", [("search", "x"), ("add", str(DATA)), ("stats",), ("doctor",), ("speakers",)])
@pytest.mark.parametrize("what", ["text", "foreign", "newer"])
@pytest.mark.slow
def test_what_is_not_our_store_is_left_as_it_was(quotes: Quotes, what: str, command: tuple[str, ...]) -> None:
    if what == "text":
        quotes.store.write_text("my diary, not a store\n" * 500)
    else:
        database = sqlite3.connect(quotes.store)
        if what == "newer":
            quotes("add", DATA)
            database.execute("PRAGMA user_version = 9999")
        else:
            database.execute("CREATE TABLE mine(x)")
        database.commit()
        database.close()
    before = quotes.store.read_bytes()
    one_sentence(quotes(*command), 1 if command == ("doctor",) and what == "damaged" else 2)
    assert quotes.store.read_bytes() == before


def test_no_store_yet(quotes: Quotes) -> None:
    for command in (("search", "x"), ("by", "x"), ("stats",), ("cite",), ("doctor",), ("show", "g1")):
        one_sentence(quotes(*command), 2)
    assert not quotes.store.exists()
    assert quotes.json("info")["exists"] is False


@pytest.mark.parametrize("place", [".", "/"])
def test_a_folder_is_no_store(quotes: Quotes, place: str) -> None:
    done = quotes("--db", place, "add", "-", stdin="“We stay,” she said.")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.strip() == f"quotes: {place} is not a quote store: it is not a file"


def test_a_place_that_can_t_be_seen_is_no_empty_one(quotes: Quotes) -> None:
    for arguments in (["info"], ["import", "--dry-run", "-"]):
        done = quotes("--db", "x" * 300, *arguments)
        assert done.returncode == 2
        assert "can't be opened: File name too long" in done.stderr


@pytest.mark.slow
def test_a_damaged_store_is_told(quotes: Quotes) -> None:
    quotes("add", DATA)
    whole = quotes.store.read_bytes()
    damaged = bytearray(whole)
    generator = random.Random(7)
    for _ in range(400):
        damaged[generator.randrange(4096, len(damaged))] = generator.randrange(256)
    for content in (bytes(damaged), whole[: len(whole) // 2], whole[:5000], whole[:50]):
        quotes.store.write_bytes(content)
        assert quotes("doctor").returncode in {1, 2}
        for command in (("search", "unprovoked"), ("by", "rob"), ("stats",), ("cite", "--format", "ris")):
            done = quotes(*command)
            assert done.returncode in {0, 1, 2}
        assert quotes.store.read_bytes() == content


def test_a_read_only_store_can_be_read(quotes: Quotes) -> None:
    quotes("add", DATA)
    if os.geteuid() == 0:
        pytest.skip("root may write read-only files")
    quotes.store.chmod(0o444)
    assert quotes("search", "unprovoked").returncode == 0
    one_sentence(quotes("add", DATA / "README.md"), 2)


@pytest.mark.slow
def test_a_full_disk_loses_nothing(quotes: Quotes, tmp_path: Path) -> None:
    quotes("add", DATA)
    before = listing(quotes)
    folder = articles(tmp_path / "many", 400)

    def little_room() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        size = quotes.store.stat().st_size + 40_000
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    done = subprocess.run(
        quotes.command("add", folder, "--jobs", "1"),
        env=quotes.environment,
        preexec_fn=little_room,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert quotes("doctor").returncode == 0
    after = listing(quotes)
    assert [quote for quote in after if quote in before] == before
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


@pytest.mark.slow
def test_several_at_once_at_the_first_creation(quotes: Quotes, tmp_path: Path) -> None:
    folders = [articles(tmp_path / f"f{number}", 12) for number in range(4)]
    processes = [
        subprocess.Popen(quotes.command("add", folder), env=quotes.environment, stderr=subprocess.PIPE, text=True)
        for folder in folders
    ]
    for process in processes:
        _, err = process.communicate(timeout=60)
        assert process.returncode == 0, err
    assert quotes.json("stats")["documents"] == 48
    assert quotes("doctor").returncode == 0


# Input --------------------------------------------------------------------------------------------------------------


def test_one_bad_input_never_stops_the_rest(quotes: Quotes, tmp_path: Path) -> None:
    folder = articles(tmp_path / "mixed", 3)
    (folder / "empty.txt").write_bytes(b"")
    (folder / "binary.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20)
    (folder / "broken.docx").write_bytes(b"PK\x03\x04 not a zip at all")
    (folder / "latin.txt").write_bytes("“Café au lait,” said Ngozi Okafor.".encode("cp1252"))
    (folder / "wide.txt").write_bytes("“Wide words,” said Ngozi Okafor.".encode("utf-16"))
    (folder / "nul.txt").write_bytes("“Nul\x00 words,” said Ngozi Okafor.".encode())
    os.mkfifo(folder / "pipe.txt")
    (folder / "loop").symlink_to(folder)
    done = quotes("add", folder, tmp_path / "missing.txt")
    assert done.returncode == 1
    for name in ("binary.txt", "broken.docx", "missing.txt"):
        assert sum(name in line for line in done.stderr.splitlines()) == 1, done.stderr
    texts = {quote["text"] for quote in listing(quotes)}
    assert {"Café au lait,", "Wide words,", "We stay,"} <= texts


@pytest.mark.parametrize(
    "query",
    [
        '"',
        "*",
        "NEAR(",
        "col:",
        "%",
        "_",
        "a\x00b".replace("\x00", "\u2400"),
        "🙂",
        "'; DROP TABLE quotes; --",
        "by:",
        "since:x",
        "-",
        "--",
        "(",
        "AND OR NOT",
        '"unclosed',
        "^",
        "x" * 5000,
        "word " * 10_000,
        "\u202e",
        "\ud800".encode("utf-8", "surrogatepass").decode("utf-8", "replace"),
    ],
    ids=lambda query: repr(query[:12]),
)
def test_any_query_is_legal(filled: Quotes, query: str) -> None:
    done = filled("search", "--json", "--", query)
    assert done.returncode in {0, 1}, done.stderr
    assert isinstance(json.loads(done.stdout), list)


@pytest.mark.slow
def test_nothing_of_a_document_reaches_the_terminal_as_a_command(quotes: Quotes, tmp_path: Path) -> None:
    evil = "“Pay \x1b[31mred\x1b]0;owned\x07 [/b] [sic] :smile: \u202egnp \x9b2J now,” said Ngozi \x1b[5mOkafor.\n"
    file = tmp_path / "evil\x1b[2J\n.txt"
    file.write_text(evil, encoding="utf-8")
    quotes("add", file)
    for arguments in (
        ("search", "pay"),
        ("search",),
        ("documents",),
        ("show", "1", "--why"),
        ("cite", "1"),
        ("speakers",),
    ):
        for extra in ({}, {"FORCE_COLOR": "1"}):
            done = quotes(*arguments, **extra)
            shown = done.stdout + done.stderr
            assert "\x1b]" not in shown
            assert "\x1b[2J" not in shown
            assert "\x1b[5m" not in shown
            assert "\x9b" not in shown
            assert "\u202e" not in shown
    shown = quotes("search", "pay", FORCE_COLOR="1", COLUMNS="200").stdout
    assert "[sic]" in shown
    assert "[/b]" in shown
    assert ":smile:" in shown
    assert "\x1b" in quotes.json("search", "pay")[0]["text"]


def test_csv_cells_start_no_formula(quotes: Quotes, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("“=1+1 is two, and so we stay,” said Ngozi Okafor.\n", encoding="utf-8")
    quotes("add", tmp_path / "a.txt")
    assert "'=1+1" in quotes("search", "--csv").stdout


@pytest.mark.slow
def test_megabytes_of_marks_end_in_seconds(quotes: Quotes, tmp_path: Path) -> None:
    shapes = ["“" * 300_000, "\"'" * 200_000, "“a” 'b " * 8_000, "x" * 5_000_000, "”" * 300_000, "(“" * 150_000]
    for number, text in enumerate(shapes):
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    started = time.monotonic()
    done = quotes("add", *(tmp_path / f"{number}.txt" for number in range(len(shapes))))
    assert done.returncode in {0, 1}
    assert time.monotonic() - started < 60


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


@pytest.mark.parametrize("arguments", [("search", "ferry", "--debug"), ("--debug", "search", "ferry")])
def test_debug_adds_nothing_to_what_was_foreseen(inside: Inside, arguments: tuple[str, ...]) -> None:
    done = inside(*arguments)
    assert done.returncode == 2
    assert done.stderr.startswith("quotes: there is no store at ")


@pytest.mark.parametrize("arguments", [("stats", "--debug"), ("--debug", "stats")])
def test_debug_shows_where_what_was_not_foreseen_happened(
    inside: Inside, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    def fail(context: Context) -> None:
        raise ZeroDivisionError(f"debug is {context.debug}")

    monkeypatch.setattr("quotecli.app.holdings.stats", fail)
    with pytest.raises(ZeroDivisionError, match="debug is True"):
        inside(*arguments)
    assert "unforeseen went wrong in quotes itself: ZeroDivisionError" in inside("stats").stderr
