"""`quotes browse` on a real (pseudo-)terminal: it draws, leaves, and puts the terminal back; and without one."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import shlex
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.cli.conftest import Quotes, make
from tests.serve.browser.conftest import DATA

LEAVES_FULL_SCREEN, SHOWS_CURSOR = b"\x1b[?1049l", b"\x1b[?25h"
COLOUR = re.compile(rb"\x1b\[(?:[\d;]*;)?(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])[;m]")


class Terminal:
    """A process on a terminal of 80 columns and 24 lines."""

    def __init__(self, tool: Quotes, *arguments: str, command: list[str] | None = None, **extra: str) -> None:
        self.master, self.slave = pty.openpty()
        fcntl.ioctl(self.slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        self.before = termios.tcgetattr(self.slave)
        self.process = subprocess.Popen(
            command or tool.command("browse", *arguments),
            stdin=self.slave,
            stdout=self.slave,
            stderr=self.slave,
            env=tool.environment | {"TERM": "xterm-256color"} | extra,
            cwd=tool.home,
            start_new_session=True,
        )
        self.written = b""

    def read_until(self, words: bytes) -> None:
        deadline = time.monotonic() + 30
        while words not in self.written:
            assert time.monotonic() < deadline, self.written[-2000:]
            assert self._read() or self.process.poll() is None, self.written[-2000:]

    def _read(self) -> bytes:
        ready, _, _ = select.select([self.master], [], [], 0.2)
        try:
            part = os.read(self.master, 65536) if ready else b""
        except OSError:
            part = b""
        self.written += part
        return part

    def send(self, keys: bytes) -> None:
        os.write(self.master, keys)

    def wait(self) -> int:
        deadline = time.monotonic() + 10
        while self.process.poll() is None:
            assert time.monotonic() < deadline, "it should be over within ten seconds"
            self._read()
        while self._read():
            pass
        return self.process.returncode

    def is_as_before(self) -> bool:
        return (
            termios.tcgetattr(self.slave) == self.before
            and LEAVES_FULL_SCREEN in self.written
            and self.written.rindex(SHOWS_CURSOR) > self.written.index(b"\x1b[?1049h")
            and b"Traceback" not in self.written
        )

    def close(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        for end in (self.master, self.slave):
            os.close(end)


@pytest.fixture(scope="module")
def tool(tmp_path_factory: pytest.TempPathFactory) -> Quotes:
    tool = make(tmp_path_factory.mktemp("terminal"))
    done = tool("add", DATA)
    assert done.returncode == 0, done.stderr
    return tool


@pytest.fixture
def opened(tool: Quotes) -> Iterator[Terminal]:
    terminal = Terminal(tool, "lifeline")
    terminal.read_until(b"indigenous")
    yield terminal
    terminal.close()


def test_q_leaves_a_terminal_as_it_was(opened: Terminal) -> None:
    opened.send(b"q")
    assert opened.wait() == 0
    assert opened.is_as_before()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
@pytest.mark.slow
def test_a_signal_ends_it_cleanly(opened: Terminal, number: signal.Signals) -> None:
    opened.process.send_signal(number)
    assert opened.wait() == 130
    assert opened.is_as_before()
    assert opened.written.rstrip().endswith(b"quotes: interrupted")


def test_bytes_that_are_no_utf8_are_passed_over(opened: Terminal) -> None:
    opened.send(b"\xe9\xff")  # Alt+i, or an accented letter, of a Latin-1 terminal
    opened.send(b"?")
    opened.read_until(b"what is typed is searched at once")
    opened.send(b"\x1b")
    time.sleep(0.5)  # an escape alone is a key when nothing follows it for a while
    opened.send(b"q")
    assert opened.wait() == 0
    assert opened.is_as_before()


def test_control_c_leaves_also_from_the_search_line(opened: Terminal) -> None:
    opened.send(b"/")
    opened.send(b"\x03")
    assert opened.wait() == 130
    assert opened.is_as_before()


@pytest.mark.slow
def test_a_terminal_that_is_closed_ends_it(tool: Quotes) -> None:
    terminal = Terminal(tool)
    try:
        terminal.read_until(b"genocide")
        for end in (terminal.master, terminal.slave):
            os.close(end)
        terminal.master, terminal.slave = pty.openpty()
        assert terminal.process.wait(timeout=30)  # nobody sends it a signal here, as under `nohup`
    finally:
        terminal.close()


@pytest.mark.slow
def test_without_colour_there_is_none(tool: Quotes) -> None:
    terminal = Terminal(tool, NO_COLOR="1")
    try:
        terminal.read_until(b"genocide")
        terminal.send(b"q")
        assert terminal.wait() == 0
        assert not COLOUR.search(terminal.written)
        assert b"\x1b[7;" in terminal.written  # the chosen quote is reversed
    finally:
        terminal.close()


@pytest.mark.slow
def test_an_ascii_terminal_gets_a_question_mark_for_what_it_lacks(tool: Quotes) -> None:
    terminal = Terminal(
        tool, PYTHONUTF8="0", PYTHONCOERCECLOCALE="0", LC_ALL="C", PYTHONIOENCODING="ascii:strict", LANG="C"
    )
    try:
        terminal.read_until(b"genocide")
        terminal.send(b"q")
        assert terminal.wait() == 0
        assert terminal.written.isascii()
        assert b"\\u" not in terminal.written
    finally:
        terminal.close()


@pytest.mark.slow
def test_errors_may_go_to_a_file(tool: Quotes, tmp_path: Path) -> None:
    shell = f"exec {shlex.join(tool.command('browse'))} 2>{shlex.quote(str(tmp_path / 'errors.txt'))}"
    terminal = Terminal(tool, command=["sh", "-c", shell])
    try:
        terminal.read_until(b"genocide")
        terminal.send(b"q")
        assert terminal.wait() == 0
        assert (tmp_path / "errors.txt").read_bytes() == b""
    finally:
        terminal.close()


BLOCKED = "import sys; sys.modules['textual'] = None; from quotecli.cli.run import run; run(['browse'])"


def test_without_the_extra_it_says_how_to_get_it(tool: Quotes) -> None:
    terminal = Terminal(tool, command=[sys.executable, "-c", BLOCKED])
    try:
        assert terminal.wait() == 2
        assert b"pip install 'quotecli[browse]'" in terminal.written
        assert b"Traceback" not in terminal.written
    finally:
        terminal.close()


def test_without_a_terminal_it_is_one_sentence(tool: Quotes) -> None:
    done = tool("browse", "war")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "quotes: `quotes browse` needs a terminal; `quotes search` prints to pipes and files\n"


def test_a_dumb_terminal_is_none(tool: Quotes) -> None:
    terminal = Terminal(tool, TERM="dumb")
    try:
        assert terminal.wait() == 2
        assert b"needs a terminal" in terminal.written
    finally:
        terminal.close()


@pytest.mark.parametrize("content", [None, b"", b"no store", b"SQLite format 3\0" + b"\xff" * 4096])
@pytest.mark.slow
def test_what_is_wrong_with_the_store_is_said_as_elsewhere(tmp_path: Path, content: bytes | None) -> None:
    tool = make(tmp_path)
    if content is not None:
        tool.store.write_bytes(content)
    elsewhere = tool("search", "war")
    terminal = Terminal(tool)
    try:
        assert terminal.wait() == 2
        assert terminal.written.decode().replace("\r\n", "\n") == elsewhere.stderr
        assert elsewhere.returncode == 2
        assert content is None or tool.store.read_bytes() == content
    finally:
        terminal.close()


def test_options_that_are_none_are_usage_errors(tool: Quotes) -> None:
    for wrong in (["--since", "noon"], ["--sort", "colour"], ["--kind", "loud"], ["--min-confidence", "7"]):
        assert tool("browse", *wrong).returncode == 2
