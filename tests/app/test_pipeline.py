"""Documents that kill their worker, and runs that are interrupted meanwhile."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path
from types import FrameType

import pytest

from quotecli.app import pipeline
from quotecli.read import ReadFailure, SourceRef


def _dies(_work: object) -> list[pipeline.Item]:
    os._exit(9)


def _dies_then_dawdles(work: pipeline._Work) -> list[pipeline.Item]:
    """End the first worker that gets the document, and keep the second one busy for longer than a test may take."""
    seen = Path(work.ref.location)
    if not seen.exists():
        seen.touch()
        os._exit(9)
    time.sleep(60)
    return []


@pytest.fixture
def interrupted_after_two_seconds() -> Iterator[None]:
    def interrupt(_signal: int, _frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGALRM, interrupt)
    signal.setitimer(signal.ITIMER_REAL, 2)
    yield
    signal.setitimer(signal.ITIMER_REAL, 0)
    signal.signal(signal.SIGALRM, before)


def _sources(folder: Path) -> list[SourceRef]:
    return [SourceRef(str(folder / f"{n}.txt"), f"{n}.txt") for n in range(8)]


def test_a_document_that_kills_its_worker_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "_do", _dies)
    found = list(pipeline.process(_sources(tmp_path), pipeline.Request(jobs=2)))
    failures = [item.display for item in found if isinstance(item, ReadFailure)]
    assert failures == [f"{n}.txt" for n in range(8)]


@pytest.mark.usefixtures("interrupted_after_two_seconds")
def test_an_interrupt_does_not_wait_for_the_document_that_is_tried_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pipeline, "_do", _dies_then_dawdles)
    began = time.monotonic()
    with pytest.raises(KeyboardInterrupt):
        list(pipeline.process(_sources(tmp_path), pipeline.Request(jobs=2)))
    assert time.monotonic() - began < 10  # the contract: an interrupted run ends within 10 s
