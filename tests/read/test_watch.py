"""A watched folder gives the files that appear in it."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from quotecli.core.errors import MissingExtra, UsageError
from quotecli.read import ReadOptions
from quotecli.read.watch import watch


@pytest.mark.slow
def test_what_appears_and_changes_is_met(tmp_path: Path) -> None:
    pytest.importorskip("watchfiles", reason="the extra watch is not installed")
    (tmp_path / "old.txt").write_text("old")
    (tmp_path / ".quotesignore").write_text("*.log\n")
    stop = threading.Event()
    guard = threading.Timer(20, stop.set)
    guard.start()
    met: list[str] = []
    for ref in watch([str(tmp_path)], ReadOptions(), stop=stop):
        met.append(Path(ref.location).name)
        if met == ["old.txt"]:
            (tmp_path / "x.log").write_text("ignored")
            (tmp_path / "sub").mkdir()
            (tmp_path / "sub" / "new.txt").write_text("new")
        elif met[-1] == "new.txt" and "changed" not in met:
            met.append("changed")
            (tmp_path / "old.txt").write_text("changed")
        elif met[-1] == "old.txt":
            stop.set()
    guard.cancel()
    assert list(dict.fromkeys(met)) == ["old.txt", "new.txt", "changed"]
    assert met[-1] == "old.txt"


def test_only_paths_can_be_watched(tmp_path: Path) -> None:
    pytest.importorskip("watchfiles", reason="the extra watch is not installed")
    with pytest.raises(UsageError, match="only folders and files can be watched"):
        next(watch([str(tmp_path / "none")], ReadOptions()))


def test_without_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    monkeypatch.setitem(sys.modules, "watchfiles", None)
    with pytest.raises(MissingExtra, match=r"pip install 'quotecli\[watch\]'"):
        next(watch(["."], ReadOptions()))
