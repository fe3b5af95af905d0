"""The tool as its user has it: a process of its own, an empty home, a store of its own."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

import pytest

from quotecli.cli.options import set_root
from quotecli.cli.run import finish

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT / "data"
SAID = "“We stay,” said Ngozi Okafor, the mayor.\n\n“=1+1 goes,” said Tom Brill.\n"

ARTICLE = "“We stay,” said Ngozi Okafor, the mayor.\n\n“We {0} go,” she added on the {0}th day.\n"
"""Two quotations; its number keeps it apart from others."""


@dataclass
class Quotes:
    """Runs `quotes` in a folder of its own."""

    home: Path
    environment: dict[str, str] = field(default_factory=dict)

    def __call__(
        self, *arguments: str | Path, stdin: str | bytes = "", **extra: str
    ) -> subprocess.CompletedProcess[str]:
        given = stdin.encode() if isinstance(stdin, str) else stdin
        done = subprocess.run(
            self.command(*arguments),
            check=False,
            input=given,
            capture_output=True,
            env=self.environment | extra,
            cwd=self.home,
            timeout=60,
        )
        out, err = (stream.decode("utf-8", "surrogateescape") for stream in (done.stdout, done.stderr))
        assert "Traceback" not in err, err
        return subprocess.CompletedProcess(done.args, done.returncode, out, err)

    def command(self, *arguments: str | Path) -> list[str]:
        return [sys.executable, "-m", "quotecli", *map(str, arguments)]

    def json(self, *arguments: str | Path, code: int = 0) -> Any:
        done = self(*arguments, "--json")
        assert done.returncode == code, done.stderr
        return json.loads(done.stdout)

    @property
    def store(self) -> Path:
        return Path(self.environment["QUOTES_DB"])


def make(home: Path) -> Quotes:
    keep = {name: os.environ[name] for name in ("PATH", "LANG", "SYSTEMROOT") if name in os.environ}
    environment = keep | {
        "HOME": str(home),
        "QUOTES_DB": str(home / "quotes.db"),
        "XDG_STATE_HOME": str(home / "state"),
        "XDG_CONFIG_HOME": str(home / "config"),
        "PYTHONUTF8": "1",
    }
    return Quotes(home, environment)


class Inside(Quotes):
    """Runs `quotes` in this process: the same, in a hundredth of the time."""

    def __call__(
        self, *arguments: str | Path, stdin: str | bytes = "", **extra: str
    ) -> subprocess.CompletedProcess[str]:
        given = stdin.encode() if isinstance(stdin, str) else stdin
        out, err = (io.TextIOWrapper(io.BytesIO(), "utf-8", write_through=True) for _ in range(2))
        with pytest.MonkeyPatch.context() as patch, redirect_stdout(out), redirect_stderr(err):
            environment = self.environment | extra
            for name in os.environ.keys() - environment:
                patch.delenv(name)
            for name, value in environment.items():
                patch.setenv(name, value)
            patch.chdir(self.home)
            patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given), "utf-8"))
            set_root()  # a process of its own remembers none of the run before
            before = signal.getsignal(signal.SIGTERM)
            try:
                code = finish(list(map(str, arguments)))
            finally:
                signal.signal(signal.SIGTERM, before)
        printed, told = (stream.buffer.getvalue().decode() for stream in (out, err))
        return subprocess.CompletedProcess(arguments, code, printed, told)

    @property
    def outside(self) -> Quotes:
        """The same as a process of its own, where the process is what is tested."""
        return Quotes(self.home, self.environment)


def make_inside(home: Path) -> Inside:
    """Return `quotes` in this process, with no store yet."""
    tool = make(home)
    return Inside(tool.home, tool.environment)


@pytest.fixture
def inside(tmp_path: Path) -> Inside:
    """`quotes` in this process, with no store yet."""
    return make_inside(tmp_path)


@pytest.fixture
def quotes(tmp_path: Path) -> Quotes:
    """`quotes` with no store yet."""
    return make(tmp_path)


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Inside:
    """`quotes` in this process, with the sample articles in its store; tests only read it."""
    tool = make(tmp_path_factory.mktemp("filled"))
    done = tool("add", DATA)
    assert done.returncode == 0, done.stderr
    return Inside(tool.home, tool.environment)


T = TypeVar("T", bound=Quotes)


def other(quotes: T, name: str = "other.db") -> T:
    """Return the tool with another store, which is not there yet."""
    return type(quotes)(quotes.home, quotes.environment | {"QUOTES_DB": str(quotes.home / name)})


def leftovers(folder: Path) -> list[str]:
    """Return the names of what an export has begun in a folder."""
    return [path.name for path in folder.iterdir() if "export." in path.name]


@pytest.fixture
def small(inside: Inside) -> Inside:
    """`quotes` in this process, with one document of two quotes, which say SAID."""
    (inside.home / "a.txt").write_text(SAID, encoding="utf-8")
    assert inside("add", "a.txt", "--outlet", "The Tide", "--date", "2024-05-01").returncode == 0
    return inside


@pytest.fixture
def record(small: Inside) -> dict[str, Any]:
    """Return the one line of that store."""
    found: dict[str, Any] = json.loads(small("export").stdout)
    return found


def articles(folder: Path, number: int) -> Path:
    folder.mkdir()
    for index in range(number):
        (folder / f"{index:04}.txt").write_text(ARTICLE.format(index), encoding="utf-8")
    return folder


def listing(quotes: Quotes) -> list[dict[str, object]]:
    return sorted(quotes.json("search", "--limit", "0", "--ungroup"), key=lambda quote: str(quote["id"]))


def until(holds: Callable[[], object], pause: float = 0.01) -> None:
    """Wait until something holds; on no machine does that take twenty seconds."""
    deadline = time.monotonic() + 20
    while not holds():
        assert time.monotonic() < deadline
        time.sleep(pause)


def one_sentence(done: subprocess.CompletedProcess[str], code: int) -> None:
    assert done.returncode == code, done.stderr
    assert done.stdout == ""
    lines = done.stderr.splitlines()
    assert lines
    assert lines[0].startswith("quotes: ")
    assert len(lines) <= 2
