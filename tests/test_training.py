"""The training's commands refuse words that they don't know: a misspelt `--check` must not write the weights."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.mark.slow  # the programs of the group `train` are there when the longer proofs run
@pytest.mark.skipif(not (ROOT.parent / "shared" / "corpora").exists(), reason="the scorer is beside the project")
@pytest.mark.parametrize(("command", "word"), [("train.py", "--chek"), ("evaluate.py", "validaton")])
def test_a_misspelt_word_is_refused(command: str, word: str) -> None:
    pytest.importorskip("scipy", reason="training needs the dependency group `train`")
    done = subprocess.run(
        [sys.executable, ROOT / "training" / command, word], capture_output=True, text=True, timeout=30, check=False
    )
    assert done.returncode == 2
    assert word in done.stderr
