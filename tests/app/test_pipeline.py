"""Documents that kill their worker, and runs that are interrupted meanwhile."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import Future
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from quotecli.app.add import AddRequest, steps
from quotecli.app.intake import pipeline
from quotecli.app.intake.tally import tally
from quotecli.app.intake.together import Stored, Together
from quotecli.core.types import Article, Quotation
from quotecli.read import ReadFailure, ReadOptions, SourceRef, iter_sources
from quotecli.store import Store


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
@pytest.mark.slow
def test_an_interrupt_does_not_wait_for_the_document_that_is_tried_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pipeline, "_do", _dies_then_dawdles)
    began = time.monotonic()
    with pytest.raises(KeyboardInterrupt):
        list(pipeline.process(_sources(tmp_path), pipeline.Request(jobs=2)))
    assert time.monotonic() - began < 10  # the contract: an interrupted run ends within 10 s


def _tells_its_process(work: pipeline._Work) -> list[pipeline.Item]:
    return [ReadFailure(work.ref.display, str(os.getpid()))]


@pytest.mark.parametrize(("documents", "here"), [(2, True), (40, False)])
def test_workers_are_started_for_many_documents_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, documents: int, here: bool
) -> None:
    monkeypatch.setattr(pipeline, "_do", _tells_its_process)
    path = tmp_path / "all.jsonl"
    path.write_text("".join(f'{{"id": "{n}", "text": "It rained."}}\n' for n in range(documents)), encoding="utf-8")
    found = list(pipeline.process(iter_sources([str(path)], ReadOptions()), pipeline.Request(jobs=2)))
    processes = [item.error for item in found if isinstance(item, ReadFailure)]
    assert len(processes) == documents
    assert ({str(os.getpid())} == set(processes)) == here


def test_workers_are_no_more_than_do_good(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[int] = []

    def share_out(_tasks: object, workers: int) -> Iterator[pipeline.Item]:
        started.append(workers)
        return iter(())

    monkeypatch.setattr(pipeline, "_share_out", share_out)
    assert not list(pipeline.process(_sources(tmp_path), pipeline.Request(jobs=100_000)))
    assert started == [max(os.cpu_count() or 1, 32)]


class _Silent:
    def total(self, sources: int) -> None: ...

    def done(self, source: str) -> None: ...

    def document(self) -> None: ...

    def failed(self, failure: ReadFailure) -> None: ...

    def found(self, article: Article, quotations: Sequence[Quotation]) -> None: ...


def test_a_file_of_several_articles_is_added_once(tmp_path: Path) -> None:
    article = (
        "{0} of 2 DOCUMENTS\n\nThe Calder Post\n\n{0} March 2020\n\nBoats crowd the narrow ferry\n\n“{1},” said Al.\n\n"
    )
    whole = "".join(article.format(number, "We count the boats" * number) for number in (1, 2))
    path = tmp_path / "download.txt"
    with Store.open(tmp_path / "quotes.db") as store:
        counts = []
        for text in (whole.partition("2 of 2")[0], whole, whole):
            path.write_text(text, encoding="utf-8")
            report = tally(steps(store, [SourceRef(str(path), str(path))], AddRequest((str(path),))), _Silent())
            counts.append((report.added, report.updated, report.unchanged))
        assert counts == [(1, 0, 0), (2, 0, 0), (0, 0, 2)]
        assert list(store.sources()) == [f"{path}#1", f"{path}#2"]


def test_what_was_stored_just_when_an_interruption_came_is_told(tmp_path: Path) -> None:
    """It waited to be told, and whoever asked again found nothing that waits."""
    (tmp_path / "a.txt").write_text("“We stay,” said Ngozi Okafor.", encoding="utf-8")
    refs = list(iter_sources([str(tmp_path / "a.txt")], ReadOptions()))
    with Store.open(tmp_path / "quotes.db") as store:
        together = Together(store)
        for item in pipeline.process(refs, pipeline.Request(jobs=1)):
            together.take(item)
        together._store_together()  # and then an interruption
        steps = list(together.steps())
    assert [step.status for step in steps if isinstance(step, Stored)] == ["added"]


def test_an_interruption_while_a_lock_is_let_go_of_is_one() -> None:
    """Python's own condition then fails to release its lock: a RuntimeError amid the interruption."""
    future: Future[list[pipeline.Item]] = Future()
    condition: Any = future._condition
    release = condition._release_save

    def interrupted() -> None:
        release()
        raise KeyboardInterrupt

    condition._release_save = interrupted
    pool: Any = object.__new__(pipeline._Pool)
    with pytest.raises(KeyboardInterrupt):
        pool.result((None, future))
