"""How the server runs and ends: what goes wrong is told in a sentence, and the next call is answered."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from mcp.shared.exceptions import MCPError
from mcp_types import CallToolResult
from tests.cli.conftest import Inside, Quotes
from tests.serve.assistants.conftest import Session, ask, talk, text_of

HELLO = (
    {
        "jsonrpc": "2.0",
        "id": 1,
        "method": "initialize",
        "params": {
            "protocolVersion": "2025-06-18",
            "capabilities": {},
            "clientInfo": {"name": "test", "version": "0"},
        },
    },
    {"jsonrpc": "2.0", "method": "notifications/initialized"},
)


def call(identity: int, name: str, **arguments: Any) -> dict[str, Any]:
    params = {"name": name, "arguments": arguments}
    return {"jsonrpc": "2.0", "id": identity, "method": "tools/call", "params": params}


def lines(*messages: dict[str, Any] | str) -> str:
    return "".join((m if isinstance(m, str) else json.dumps(m)) + "\n" for m in messages)


def failed(result: CallToolResult) -> str:
    assert result.is_error
    return text_of(result)


# Wrong calls --------------------------------------------------------------------------------------------------------


@pytest.mark.slow
def test_what_is_wrong_is_told_as_the_commands_tell_it_and_the_server_goes_on(filled: Quotes) -> None:
    wrong: list[tuple[str, dict[str, Any], list[str]]] = [
        ("show_quote", {"id": "a000000000000000"}, ["show", "a000000000000000"]),
        ("show_quote", {"id": "no id"}, ["show", "no id"]),
        ("cite_quotes", {"ids": ["zz top"]}, ["cite", "zz top"]),
    ]
    [record] = filled.json("search", "pandemic", "--limit", "1")
    wrong.append(("cite_quotes", {"ids": [record["id"]], "format": "aap"}, ["cite", record["id"], "--format", "aap"]))

    async def conversation(session: Session) -> list[CallToolResult]:
        return [await session(name, **arguments) for name, arguments, _ in wrong]

    for result, (_, _, command) in zip(talk(filled, conversation), wrong, strict=True):
        said = filled(*command).stderr.removeprefix("quotes: ").splitlines()
        assert failed(result).splitlines() == [line.strip() for line in said]


ODD: list[tuple[str, dict[str, Any], str]] = [
    ("search_quotes", {"limit": 101}, "limit: 101 is greater than the maximum of 100"),
    ("search_quotes", {"limit": 0}, "limit: 0 is less than the minimum of 1"),
    ("search_quotes", {"limit": "many"}, "limit: 'many' is not of type 'integer'"),
    ("search_quotes", {"offset": 10**30}, "offset: "),
    ("search_quotes", {"since": "soon"}, "since takes a date such as"),
    ("search_quotes", {"kind": ["loud"]}, "kind.0: 'loud' is not one of"),
    ("search_quotes", {"query": "a" * 100_000}, "query: does not fit maxLength 2000"),
    ("search_quotes", {"colour": "red"}, "there is no argument 'colour'; there are query, by, outlet, since"),
    ("store_stats", {"colour": "red"}, "there is no argument 'colour'; there are none"),
    ("search_quotes", {"colour" * 1000: "red"}, "there is no argument 'colourcolour"),
    ("search_quotes", {"limit": "[" * 100_000}, "limit: does not fit type integer"),
    ("search_quotes", {"limit": "true"}, "limit: 'true' is not of type 'integer'"),
    ("search_quotes", {"by": ["Ana Ruiz"]}, "by: ['Ana Ruiz'] is not of type 'string'"),
    ("quotes_by_speaker", {}, "'speaker' is a required property"),
    ("cite_quotes", {"ids": []}, "ids: "),
    ("cite_quotes", {"ids": {"x": 1}}, "is not of type 'array'"),
    ("check_quotation", {"text": None}, "'text' is a required property"),
]


@pytest.mark.slow
def test_odd_arguments(filled: Quotes) -> None:
    async def conversation(session: Session) -> list[CallToolResult]:
        return [await session(name, **arguments) for name, arguments, _ in ODD]

    for result, (_, _, told) in zip(talk(filled, conversation), ODD, strict=True):
        message = failed(result)
        assert told in message
        assert len(message) < 400


@pytest.mark.slow
def test_a_blank_text_is_left_out_where_none_is_needed(filled: Quotes) -> None:
    """Some programs fill in every argument that a schema has."""

    async def conversation(session: Session) -> list[CallToolResult]:
        return [
            await session("list_speakers"),
            await session("list_speakers", by="", since=" "),
            await session("quotes_by_speaker", speaker=" "),
        ]

    everything, blank, nobody = talk(filled, conversation)
    assert text_of(blank) == text_of(everything)
    assert "a blank text names nothing" in failed(nobody)


@pytest.mark.slow
def test_why_there_are_no_speakers_or_outlets_is_told(filled: Quotes) -> None:
    async def conversation(session: Session) -> list[CallToolResult]:
        return [await session("list_speakers", by="Zorro"), await session("list_outlets", offset=900)]

    unknown, beyond = talk(filled, conversation)
    assert text_of(unknown) == "the store has no speaker Zorro"
    assert "an offset of 900 leaves out all" in text_of(beyond)


@pytest.mark.slow
def test_any_query_is_legal(filled: Inside) -> None:
    queries = ["", '"', "*", "NEAR(", "col:x", "%_", "a\0b", "🙂", "by:", "\ud83d cut", "word " * 300, "\x1b[31m"]
    calls = [call(number, "search_quotes", query=query) for number, query in enumerate(queries, 2)]
    done = filled.outside("mcp", stdin=lines(*HELLO, *calls))
    answers = {message["id"]: message for message in map(json.loads, done.stdout.splitlines())}
    for number in range(2, len(queries) + 2):
        assert not answers[number]["result"].get("isError")
        assert "\x1b" not in answers[number]["result"]["content"][0]["text"]


@pytest.mark.slow
def test_a_tool_that_is_none(filled: Quotes) -> None:
    async def conversation(session: Session) -> str:
        with pytest.raises(MCPError, match="did you mean search_quotes"):
            await session("search_quote")
        return text_of(await session("store_stats"))

    assert "quotes: " in talk(filled, conversation)


@pytest.mark.slow
def test_no_file_of_the_user_is_read_as_a_style(filled: Quotes, tmp_path: Path) -> None:
    style = tmp_path / "own.csl"
    style.write_text("<style/>", encoding="utf-8")
    [record] = filled.json("search", "pandemic", "--limit", "1")
    assert "no citation style" in failed(ask(filled, "cite_quotes", ids=[record["id"]], format=str(style)))


# The store ----------------------------------------------------------------------------------------------------------


@pytest.mark.slow
def test_a_store_that_comes_later_and_grows_is_seen(quotes: Quotes, tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("“We stay in the harbour,” said Ngozi Okafor.", encoding="utf-8")
    (tmp_path / "two.txt").write_text("“We leave the harbour,” said Thomas Brill.", encoding="utf-8")

    async def conversation(session: Session) -> tuple[str, list[int]]:
        early = await session("store_stats")
        counts = []
        for name in ("one.txt", "two.txt"):
            assert quotes("add", tmp_path / name).returncode == 0
            result = await session("search_quotes", query="harbour")
            counts.append(len(result.structured_content["quotes"]))
        return failed(early), counts

    early, counts = talk(quotes, conversation)
    assert early.startswith("there is no store at ")
    assert "`quotes add` makes one" in early
    assert counts == [1, 2]
    assert not list(tmp_path.glob("*.v*"))


@pytest.mark.slow
def test_a_file_that_is_no_store_and_a_damaged_one(quotes: Quotes, tmp_path: Path) -> None:
    quotes.store.write_text("nothing of the kind", encoding="utf-8")
    assert "is not a quote store" in failed(ask(quotes, "store_stats"))
    assert quotes.store.read_text(encoding="utf-8") == "nothing of the kind"
    quotes.store.unlink()
    (tmp_path / "one.txt").write_text("“We stay in the harbour,” said Ngozi Okafor.", encoding="utf-8")
    assert quotes("add", tmp_path / "one.txt").returncode == 0
    whole = quotes.store.read_bytes()
    quotes.store.write_bytes(whole[: len(whole) // 2])
    assert "is damaged" in failed(ask(quotes, "search_quotes", query="harbour"))


def locked(store: Path) -> sqlite3.Connection:
    db = sqlite3.connect(store, isolation_level=None)
    db.execute("PRAGMA locking_mode=EXCLUSIVE")
    db.execute("BEGIN EXCLUSIVE")
    db.execute("PRAGMA user_version=user_version")
    return db


@pytest.mark.slow
def test_a_lock_that_stays_is_told_and_the_server_ends_beside_it(quotes: Quotes, tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("“We stay in the harbour,” said Ngozi Okafor.", encoding="utf-8")
    assert quotes("add", tmp_path / "one.txt").returncode == 0
    db = locked(quotes.store)
    try:
        assert "is locked by another process" in failed(ask(quotes, "store_stats"))
        began = time.monotonic()
        done = quotes("mcp", stdin=lines(*HELLO, call(2, "store_stats")))
        assert done.returncode == 0
        assert time.monotonic() - began < 10
    finally:
        db.close()
    assert not ask(quotes, "store_stats").is_error


# The protocol, and the end ------------------------------------------------------------------------------------------


def test_not_a_number_is_refused_as_other_arguments_are(filled: Inside) -> None:
    done = filled.outside("mcp", stdin=lines(*HELLO, call(2, "search_quotes", min_confidence=float("nan"))))
    answers = {answer["id"]: answer["result"] for answer in map(json.loads, done.stdout.splitlines())}
    assert answers[2]["isError"]
    assert answers[2]["content"][0]["text"] == "min_confidence: nan is no number"


@pytest.mark.slow
def test_a_closed_input_ends_it_when_all_is_answered(filled: Inside) -> None:
    calls = [call(number, "search_quotes", query="peace", limit=3) for number in range(2, 9)]
    done = filled.outside("mcp", stdin=lines(*HELLO, "", "no JSON", *calls))
    assert done.returncode == 0
    assert done.stderr == ""
    answers = [json.loads(line) for line in done.stdout.splitlines()]  # nothing but protocol
    assert all(answer["jsonrpc"] == "2.0" for answer in answers)
    assert {answer["id"] for answer in answers} == {None, *range(1, 9)}
    assert all(answer["result"]["structuredContent"]["quotes"] for answer in answers if (answer["id"] or 0) > 1)


@pytest.mark.parametrize("closing", ["<&-", "</dev/null", "</dev/null >&-"])
@pytest.mark.slow
def test_without_an_input(filled: Inside, closing: str) -> None:
    command = " ".join(filled.command("mcp")) + " " + closing
    done = subprocess.run(
        ["/bin/sh", "-c", command], env=filled.environment, capture_output=True, text=True, check=False, timeout=20
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@pytest.mark.slow
def test_an_output_that_is_closed_or_full(filled: Inside, tmp_path: Path) -> None:
    asked = tmp_path / "asked"
    asked.write_text(lines(*HELLO, call(2, "store_stats")), encoding="utf-8")
    command = " ".join(filled.command("mcp"))
    for ending, code, said in ((" | true", 0, ""), (" >/dev/full", 2, "the output can't be written")):
        done = subprocess.run(
            ["/bin/bash", "-c", f"{command} <{asked}{ending}; exit ${{PIPESTATUS[0]}}"],
            env=filled.environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=20,
        )
        assert done.returncode == code
        assert said in done.stderr
        assert done.stderr.count("\n") == bool(said)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize("talking", [False, True])
@pytest.mark.slow
def test_a_signal_ends_it_though_the_input_is_open(filled: Quotes, number: signal.Signals, talking: bool) -> None:
    with subprocess.Popen(
        filled.command("mcp"),
        env=filled.environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdin
        assert process.stdout
        assert process.stderr
        if talking:
            process.stdin.write(lines(*HELLO))
            process.stdin.flush()
            process.stdout.readline()
        else:
            time.sleep(0.4)
        began = time.monotonic()
        process.send_signal(number)
        assert process.wait(10) == 130
        assert time.monotonic() - began < 5
        assert process.stderr.read() == "quotes: interrupted\n"


@pytest.mark.slow
def test_a_person_who_starts_it_is_told_what_it_waits_for(filled: Quotes) -> None:
    terminal, other = os.openpty()
    with subprocess.Popen(
        filled.command("mcp"), env=filled.environment, stdin=other, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stderr
        assert b"Model Context Protocol" in process.stderr.readline()
        process.send_signal(signal.SIGINT)
        assert process.wait(10) == 130
    os.close(terminal)
    os.close(other)


def test_the_missing_extra_is_named(quotes: Quotes) -> None:
    without = "import sys; sys.modules['mcp_types'] = None; from quotecli.cli.run import run; run(['mcp'])"
    done = subprocess.run(
        [sys.executable, "-c", without],
        env=quotes.environment | {"PATH": os.environ["PATH"]},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert done.stderr == "quotes: Model Context Protocol servers need an extra: pip install 'quotecli[mcp]'\n"
    assert done.stdout == ""
