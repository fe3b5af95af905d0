"""The doctor's cost: it grows as the store does, counted in steps of SQLite's machine, not in seconds."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from tests.store.making import document

from quotecli.store import Store, health


def _steps(path: Path, documents: int) -> int:
    with Store.open(path) as store:
        said = [
            document(f"d{number}", ("Ada", f"Statement {number}."), ("Bo", f"No {number}."))
            for number in range(documents)
        ]
        list(store.write_many(said))
    db = sqlite3.connect(path)
    steps = 0

    def count() -> int:
        nonlocal steps
        steps += 1
        return 0

    db.set_progress_handler(count, 100)
    try:
        assert health.check(db, path) == []
    finally:
        db.close()
    return steps


def test_four_times_the_documents_cost_the_doctor_about_four_times_the_steps(tmp_path: Path) -> None:
    small, large = _steps(tmp_path / "small.db", 400), _steps(tmp_path / "large.db", 1600)
    assert large < 6 * small
