"""What all tests share: where the material beside the project lies, if it is there."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("no-clock", deadline=None)  # no test bounds seconds of work, on a busy machine either
settings.load_profile("no-clock")
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # as a shell has it for what runs in the background: it would be
    signal.signal(signal.SIGINT, signal.default_int_handler)  # handed on, and no process of a test could be interrupted

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder `../shared` beside the project; tests that need it skip where it is absent."""
    folder = ROOT.parent / "shared"
    if not (folder / "contract.md").is_file():
        pytest.skip("../shared is not beside this checkout")
    return folder
